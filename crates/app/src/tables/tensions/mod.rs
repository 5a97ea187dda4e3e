//! `tensions`

mod overview;
mod passages;
mod values;

use super::{Answer, Asked, Codes, Kind, by_named, fails, keys};
use crate::Project;
use crate::results::Results;
use crate::show::{View, basis_note, group_name};
use draad_analysis::table::Table;
use draad_analysis::tensions::Tension;
use draad_analysis::{Basis, Level, Statement, TensionKey, Tensions, TensionsOptions};
use draad_core::Problem;
use draad_core::diagnostic::Outcome;
use draad_figures::tension_key_name;
use draad_words::Words;
use std::sync::Arc;

pub(super) const KIND: Kind = Kind {
    name: "tensions",
    takes: &["by", "outcome", "unfolded", "quotes", "limit", "leave-out"],
    codes: Codes::Folded,
    compute,
};

/// Factors of which the details are shown, unless asked otherwise.
const USUAL_LIMIT: usize = 10;

/// Tensions, and how many factors of them to show.
struct Shown {
    tensions: Arc<Tensions>,
    limit: Option<usize>,
}

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let usual = TensionsOptions::default();
    let own = TensionsOptions {
        keys: keys_asked(asked)?.unwrap_or(usual.keys),
        quotes: asked.request.options.quotes.unwrap_or(usual.quotes),
    };
    let tensions = asked.shared(Results::all_tensions, || {
        Tensions::from_facts(asked.project.study(), asked.facts, &asked.options, &own)
    })?;
    Ok(Box::new(Shown { tensions, limit: asked.request.options.limit }))
}

/// Returns the keys that are asked for, each once; nothing where none is.
fn keys_asked(asked: &Asked) -> Outcome<Option<Vec<TensionKey>>> {
    let Some(text) = &asked.request.by else { return Ok(None) };
    let study = asked.project.study();
    let mut found = Vec::new();
    for name in text.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let key = match name {
            "case" | "casus" => TensionKey::Case,
            name => match by_named(study, name, asked.request.outcome()) {
                Some(by) => TensionKey::By(by),
                None => {
                    let known = std::iter::once("case".to_owned()).chain(keys(study));
                    let known = known.collect::<Vec<_>>().join(", ");
                    return fails(Problem::UnknownAttribute { attribute: name.to_owned(), known });
                }
            },
        };
        if !found.contains(&key) {
            found.push(key);
        }
    }
    Ok(Some(found).filter(|found| !found.is_empty()))
}

impl Answer for Shown {
    fn basis(&self) -> &Basis {
        &self.tensions.basis
    }

    fn tables(&self) -> Vec<Table> {
        self.tensions.tables()
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let reading = Reading { project, words: &project.words, tensions: &self.tensions, limit: self.limit };
        let mut views = vec![reading.overview()];
        views.extend(reading.by_value());
        views.extend(reading.contradictions());
        views.extend(reading.changes());
        views.extend(reading.voices());
        views.extend(reading.apart());
        views.extend(reading.without());
        if let Some(last) = views.last_mut() {
            last.notes.push(basis_note(project, &self.tensions.basis));
        }
        views
    }

    fn statements(&self) -> Vec<Statement> {
        self.tensions.statements()
    }

    fn history(&self, project: &Project) -> Vec<String> {
        let Tensions { factors, others, .. } = &*self.tensions;
        let coded = others.iter().filter(|other| other.state.is_coded()).count() + factors.len();
        let args = [
            ("codes", (factors.len() + others.len()).into()),
            ("coded", coded.into()),
            ("tensions", factors.len().into()),
        ];
        vec![project.words.say_with("tensions-history", args)]
    }
}

/// Tensions as people read them.
struct Reading<'a> {
    project: &'a Project,
    words: &'a Words,
    tensions: &'a Tensions,
    limit: Option<usize>,
}

impl Reading<'_> {
    /// Returns the factors of which the details are shown.
    fn detailed(&self) -> &[Tension] {
        let factors = &self.tensions.factors;
        &factors[..self.limit.unwrap_or(USUAL_LIMIT).min(factors.len())]
    }

    /// Says how many factors are not shown, if any.
    fn limit_note(&self, n_shown: usize) -> Option<String> {
        let n_all = self.tensions.factors.len();
        let args = [("shown", n_shown.into()), ("all", n_all.into())];
        (n_shown < n_all).then(|| self.words.say_with("tensions-limit", args))
    }

    fn name(&self, factor: &Tension) -> String {
        factor.name.or(self.words.language, &factor.id)
    }

    /// Returns the name of a key, to stand in a sentence.
    fn key_name(&self, key: &TensionKey) -> String {
        tension_key_name(key, self.project.study(), *self.words)
    }

    fn level_name(&self, level: &Level) -> String {
        group_name(self.words, &level.key, &level.label)
    }

    fn cases(&self, positions: impl IntoIterator<Item = usize>) -> String {
        let ids = positions.into_iter().map(|case| self.tensions.cases[case].to_string());
        ids.collect::<Vec<_>>().join(" ")
    }

    /// Returns why keys cannot be compared, a sentence each.
    fn undefined_keys(&self) -> Vec<String> {
        let keys = self.tensions.keys.iter().filter_map(|used| Some((&used.key, used.undefined?)));
        keys.map(|(key, reason)| {
            let sentence = match reason.counts() {
                Some((1.., _)) => "tensions-key-one",
                _ => "tensions-key-none",
            };
            self.words.say_with(sentence, [("key", self.key_name(key).into())])
        })
        .collect()
    }
}
