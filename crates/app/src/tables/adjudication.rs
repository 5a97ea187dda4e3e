//! `adjudication`

use super::{Answer, Asked, Codes, Kind};
use crate::Project;
use crate::show::{Section, View, basis_note};
use draad_analysis::adjudication::{CodeSummary, SourceProgress, State, Summary, usual_layer};
use draad_analysis::disagreement::Stretch;
use draad_analysis::table::Table;
use draad_analysis::{Basis, Disagreements, Layer};
use draad_core::diagnostic::Outcome;
use draad_core::{Adjudication, Filter, Study, Verdict};
use draad_words::Words;

pub(super) const KIND: Kind = Kind { name: "adjudication", takes: &[], codes: Codes::Own, compute };

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let study = asked.project.study();
    let layer = Layer::from_study(study, &usual_layer(study), &asked.options)?;
    let (tables, summary) = (layer.tables(study), layer.summary(study));
    Ok(Box::new(Decided { tables, summary, basis: layer.compared.basis_of_compared(), layer }))
}

/// A layer with what needs the texts.
struct Decided {
    layer: Layer,
    tables: Vec<Table>,
    summary: Summary,
    /// What was compared.
    basis: Basis,
}

impl Answer for Decided {
    fn basis(&self) -> &Basis {
        &self.basis
    }

    fn tables(&self) -> Vec<Table> {
        self.tables.clone()
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let reading = Reading { project, words: &project.words, decided: self };
        let mut views = vec![reading.codes(), reading.sources()];
        if self.summary.total.n_decided() > 0 {
            views.push(reading.decisions());
        }
        views
    }

    fn compares_coders(&self) -> bool {
        true
    }

    fn history(&self, project: &Project) -> Vec<String> {
        let definition = project.words.say("adjudication-definition");
        progress(&project.words, &self.layer, &self.summary).into_iter().chain([definition]).collect()
    }
}

/// Returns how far a layer is: which sources, and what became of the passages in them, a sentence each.
pub fn progress(words: &Words, layer: &Layer, summary: &Summary) -> [String; 2] {
    let total = &summary.total;
    let own = &layer.compared.basis.filter;
    let is_filtered = !Filter { coders: Vec::new(), ..own.clone() }.is_empty();
    let sources = [
        ("layer", layer.layer.to_string().into()),
        ("sources", summary.n_sources.into()),
        ("closed", summary.n_closed.into()),
        ("filtered", if is_filtered { "yes" } else { "no" }.into()),
    ];
    let counts = [
        ("n", total.n_stretches.into()),
        ("agreed", total.n_agreed.into()),
        ("decided", total.n_decided().into()),
        ("open", total.n_open.into()),
    ];
    [words.say_with("adjudicate-progress", sources), words.say_with("adjudicate-counts", counts)]
}

/// Returns who decided and how much, a sentence for all who decided together; nothing where nobody did.
fn deciders(words: &Words, summary: &Summary) -> Option<String> {
    let each = summary.deciders.iter().map(|deciders| {
        let args = [("names", deciders.names.join(", ").into()), ("n", deciders.n.into())];
        words.say_with("adjudication-decider", args)
    });
    let all: Vec<String> = each.collect();
    let args = [("people", all.join("; ").into())];
    (!all.is_empty()).then(|| words.say_with("adjudication-deciders", args))
}

struct Reading<'r> {
    project: &'r Project,
    words: &'r Words,
    decided: &'r Decided,
}

impl Reading<'_> {
    fn say(&self, key: &str) -> String {
        self.words.say(&format!("adjudication-{key}"))
    }

    fn study(&self) -> &Study {
        self.project.study()
    }

    fn view(&self, part: &'static str, heads: &[&str], rows: Vec<Vec<String>>) -> View {
        let title = self.say(&format!("title-{}", part.trim_start_matches("adjudication-")));
        let header = heads.iter().map(|key| self.say(key)).collect();
        let sections = vec![Section { title: String::new(), rows }];
        View { part, title, header, n_left: 1, sections, notes: self.notes(), ..View::default() }
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = vec![self.say("definition"), self.say("reading-note")];
        notes.extend(deciders(self.words, &self.decided.summary));
        notes.extend([self.say("next"), basis_note(self.project, &self.decided.basis)]);
        notes
    }

    fn codes(&self) -> View {
        let row = |code: &CodeSummary| {
            let name = match &code.code {
                Some(id) => code.name.or(self.words.language, id.as_str()),
                None => self.say("all-codes"),
            };
            let counts = [code.n_stretches, code.n_agreed, code.n_coded, code.n_not_coded, code.n_open];
            std::iter::once(name).chain(counts.map(|n| self.words.whole(n as u64))).collect()
        };
        let summary = &self.decided.summary;
        let rows = summary.codes.iter().chain([&summary.total]).map(row).collect();
        let heads = ["code", "stretches", "agreed", "decided-coded", "decided-not-coded", "open"];
        self.view("adjudication-codes", &heads, rows)
    }

    fn sources(&self) -> View {
        let layer = &self.decided.layer;
        let row = |progress: &SourceProgress| {
            let source = &self.study().sources[progress.source as usize].id;
            let readers = layer.compared.readers(progress.source).iter();
            let readers: Vec<&str> =
                readers.map(|&reader| layer.compared.coders[reader as usize].as_str()).collect();
            let counts = [progress.n_stretches, progress.n_agreed, progress.n_decided, progress.n_open];
            let counts = counts.map(|n| self.words.whole(n as u64));
            let state = self.say(&format!("state-{}", progress.state()));
            [source.to_string(), readers.join(" + ")].into_iter().chain(counts).chain([state]).collect()
        };
        let heads = ["source", "coders", "stretches", "agreed", "decided", "open", "state"];
        let rows = layer.sources.iter().map(row).collect();
        View { n_left: 2, ..self.view("adjudication-sources", &heads, rows) }
    }

    fn decisions(&self) -> View {
        let layer = &self.decided.layer;
        let decided = layer.compared.stretches.iter().zip(&layer.states);
        let rows = decided.filter_map(|(stretch, state)| match state {
            State::Decided { row } => Some(self.decision(stretch, &layer.rows[*row])),
            State::Agreed | State::Open => None,
        });
        let heads = ["source", "code", "decision", "by", "words", "why"];
        let view = self.view("adjudication-decisions", &heads, rows.collect());
        View { n_left: 4, n_prose: 2, ..view }
    }

    fn decision(&self, stretch: &Stretch, row: &Adjudication) -> Vec<String> {
        let code = &self.study().codebook.codes[stretch.code as usize];
        let decision = if row.verdict == Verdict::NotCoded { "not-coded" } else { "coded" };
        vec![
            row.source.to_string(),
            code.name.or(self.words.language, code.id.as_str()),
            self.say(decision),
            row.by.join(", "),
            Disagreements::words(self.study(), stretch).replace('\n', " "),
            row.memo.replace('\n', " "),
        ]
    }
}
