//! Where coders differ, with all readings side by side: to read at the table, to paste, or to fill in.

use crate::adjudication::list::shown;
use crate::adjudication::{Listed, Standing, decision_text};
use crate::{Project, output};
use draad_analysis::disagreement::{
    CoderReading, DisagreementKind, DisagreementOptions, Disagreements, Stretch,
};
use draad_analysis::table::Table;
use draad_analysis::{Options, usual_layer};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Places;
use draad_core::{Coding, Filter, Study};
use draad_figures::{basis_sentences, coder_name};
use draad_report::document::{self, Block, Document, QuotedWords};
use draad_words::Words;

/// Every disagreement that passes a filter.
pub struct Listing<'p> {
    project: &'p Project,
    found: Disagreements,
    /// What was decided in the usual layer.
    standing: Standing<'p>,
    /// How many are read at most; tables hold all.
    limit: Option<usize>,
}

impl<'p> Listing<'p> {
    /// Compares the coders that the filter names, or else all.
    ///
    /// # Errors
    /// As [`Disagreements::from_study`].
    pub fn new(
        project: &'p Project,
        filter: Filter,
        overlap: Option<f64>,
        limit: Option<usize>,
    ) -> Outcome<Self> {
        let fingerprint = project.loaded.fingerprint.clone();
        let options = Options { filter, fingerprint, ..Options::default() };
        let own =
            overlap.map_or_else(DisagreementOptions::default, |overlap| DisagreementOptions { overlap });
        let found = Disagreements::from_study(project.study(), &options, &own)?;
        let standing = Standing::of(project.study(), &usual_layer(project.study()));
        Ok(Self { project, found, standing, limit })
    }

    /// Returns a row per disagreement, with columns to fill in what is decided.
    pub fn table(&self) -> Table {
        self.found.list(self.project.study(), self.found.disagreements(), &self.standing)
    }

    /// Returns the same as JSON, with what it rests on.
    pub fn json(&self) -> String {
        output::json(&self.table(), &self.found.basis_of_compared())
    }

    /// Returns what the list rests on, for programs.
    pub fn basis(&self) -> serde_json::Value {
        serde_json::to_value(self.found.basis_of_compared()).expect("a basis has plain fields")
    }

    /// Returns the same as a workbook.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn xlsx(&self) -> Outcome<Vec<u8>> {
        output::xlsx(self.project, &[self.table()], &self.notes(), &[])
    }

    /// Returns the disagreements for Word.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn docx(&self) -> Outcome<Vec<u8>> {
        document::docx(&self.document())
    }

    /// Returns the disagreements as Markdown.
    pub fn markdown(&self) -> String {
        document::markdown(&self.document())
    }

    /// Returns what the list means and rests on, a line each.
    pub fn notes(&self) -> Vec<String> {
        self.facts().into_iter().map(|(name, text)| format!("{name}: {text}")).collect()
    }

    /// Returns the language of the list.
    pub fn words(&self) -> Words {
        self.project.words
    }

    /// Returns the disagreements as a document: by code, with its definition, then in the order of sources and places.
    pub fn document(&self) -> Document {
        let words = self.project.words;
        let settings = &self.project.study().settings;
        let under_title = [&settings.title, &settings.note].into_iter().filter(|text| !text.is_empty());
        let mut all: Vec<&Stretch> = self.found.disagreements().collect();
        all.sort_by_key(|stretch| stretch.code); // those of one code stay in the order of places
        let n_shown = self.limit.map_or(all.len(), |limit| limit.min(all.len()));
        let reading = Reading {
            project: self.project,
            found: &self.found,
            standing: &self.standing,
            places: Places::new(self.project.study()),
        };
        let mut blocks = Vec::new();
        for of_code in all[..n_shown].chunk_by(|a, b| a.code == b.code) {
            blocks.extend(self.heading(of_code[0].code));
            blocks.extend(of_code.iter().map(|stretch| reading.block(stretch)));
        }
        if all.is_empty() {
            blocks.push(Block::Note(words.say("disagreements-none")));
        } else if n_shown < all.len() {
            let args = [("shown", n_shown.into()), ("all", all.len().into())];
            blocks.push(Block::Note(words.say_with("disagreements-more", args)));
        }
        Document {
            title: self.title(),
            under_title: under_title.cloned().collect(),
            blocks,
            definitions_title: words.say("quotes-definitions"),
            definitions: self.facts(),
            words,
        }
    }

    fn title(&self) -> String {
        let (words, codebook) = (self.project.words, &self.project.study().codebook);
        let codes = &self.found.basis.filter.codes;
        let names =
            codes.iter().map(|id| codebook.get(id).map_or(id.as_str(), |code| code.name(words.language)));
        match names.collect::<Vec<_>>().join(", ") {
            names if names.is_empty() => words.say("disagreements-title"),
            names => words.say_with("disagreements-title-of", [("codes", names.into())]),
        }
    }

    /// The code, in how many of its places the coders differ, and what the codebook says it is.
    fn heading(&self, code: u32) -> Vec<Block> {
        let words = self.project.words;
        let of_code = || self.found.stretches.iter().filter(|stretch| stretch.code == code);
        let n_differing = of_code().filter(|stretch| !stretch.is_agreed()).count();
        let n_decided = self.standing.count(of_code().filter(|stretch| !stretch.is_agreed()));
        let args =
            [("n", n_differing.into()), ("all", of_code().count().into()), ("decided", n_decided.into())];
        let count = words.say_with("disagreements-count", args);
        let code = &self.project.study().codebook.codes[code as usize];
        let heading = Block::Heading { level: 1, text: code.name(words.language).to_owned(), count };
        let definition = (!code.definition.is_empty()).then(|| {
            let args = [("definition", code.definition.clone().into())];
            Block::Note(words.say_with("disagreements-definition-of-code", args))
        });
        std::iter::once(heading).chain(definition).collect()
    }

    /// About how many of the disagreements something was decided.
    fn decided(&self) -> String {
        let n = self.standing.count(self.found.disagreements());
        let args = [("n", n.into()), ("all", self.found.disagreements().count().into())];
        self.project.words.say_with("disagreements-decided", args)
    }

    /// What the list means and rests on: names, and a sentence or some.
    fn facts(&self) -> Vec<(String, String)> {
        let words = self.project.words;
        let overlap = words.number(self.found.options.overlap, 2);
        let stretch = words.say_with("disagreements-stretch", [("overlap", overlap.into())]);
        let basis = basis_sentences(&self.found.basis_of_compared(), self.project.study(), words);
        let names = self.found.coders.iter().map(|id| coder_name(self.project.study(), id.as_str(), words));
        let sources = words.say_with("n-sources", [("n", self.found.sources.len().into())]);
        let names = names.collect::<Vec<_>>().join(", ");
        let args = [("names", names.into()), ("sources", sources.into())];
        vec![
            (words.say("disagreements-fact-compared"), words.say_with("disagreements-compared", args)),
            (words.say("disagreements-fact-stretch"), stretch),
            (words.say("disagreements-fact-kinds"), words.say("disagreements-kinds")),
            (words.say("disagreements-fact-decided"), self.decided()),
            (words.say("disagreements-fact-how"), words.say("disagreements-how")),
            (words.say("quotes-fact-basis"), basis),
        ]
    }
}

/// Stretches, as people read them.
struct Reading<'r> {
    project: &'r Project,
    found: &'r Disagreements,
    standing: &'r Standing<'r>,
    places: Places<'r>,
}

impl Reading<'_> {
    fn words(&self) -> &Words {
        &self.project.words
    }

    fn study(&self) -> &Study {
        self.project.study()
    }

    /// The words of a stretch in their context, where they come from, and below them what each coder has there.
    fn block(&self, stretch: &Stretch) -> Block {
        let listed = shown(self.project, self.study(), &self.places, 0, stretch);
        let source_line = self.source_line(stretch, &listed);
        let is_whole_source = stretch.chars.is_none();
        Block::Quote(QuotedWords {
            words: match is_whole_source {
                true => self.words().say("disagreements-whole-source"),
                false => listed.words,
            },
            is_whole_source,
            before: listed.before,
            after: listed.after,
            source_line,
            memos: self.lines(stretch),
        })
    }

    /// What each coder has there, and what was decided about it.
    fn lines(&self, stretch: &Stretch) -> Vec<String> {
        let readings = stretch.readings.iter().map(|reading| self.reading(stretch, reading));
        let decision = self.standing.decision(stretch).map(|row| decision_text(self.words(), row));
        readings.chain(decision).collect()
    }

    /// Who says it where, in what the coders differ, and the name of the stretch.
    fn source_line(&self, stretch: &Stretch, listed: &Listed) -> String {
        let kind = |kind: &DisagreementKind| {
            self.words().say(&format!("disagreements-kind-{}", <&str>::from(*kind)))
        };
        let line = listed.line.map_or(String::new(), |line| {
            self.words().say_with("quotes-at-line", [("line", line.to_string().into())])
        });
        let parts = [
            listed.speaker.clone(),
            listed.role.clone(),
            self.study().sources[stretch.source as usize].id.to_string(),
            line,
            stretch.kinds.iter().map(kind).collect::<Vec<_>>().join(" + "),
            stretch.id.to_string(),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// What one coder has on a stretch: valences, words, remarks, and other codes on the same words.
    fn reading(&self, stretch: &Stretch, reading: &CoderReading) -> String {
        let words = self.words();
        let coder = self.found.coders[reading.coder as usize].as_str();
        let coder = coder_name(self.study(), coder, *words);
        let codings: Vec<&Coding> =
            reading.codings.iter().map(|&coding| &self.study().codings[coding as usize]).collect();
        let others = self.others(reading);
        if codings.is_empty() {
            let nothing = words.say_with("disagreements-has-not", [("coder", coder.into())]);
            return self.with("disagreements-other", nothing, "codes", others);
        }
        let valences = reading.valences.iter().flatten();
        let valences = valences.map(|&valence| words.say(&format!("valence-{}", <&str>::from(valence))));
        let valences = valences.collect::<Vec<_>>().join(" + ");
        let stretches =
            codings.iter().map(|coding| self.quoted(stretch, coding)).collect::<Vec<_>>().join(" + ");
        let has = [valences, stretches].into_iter().filter(|part| !part.is_empty());
        let has = has.collect::<Vec<_>>().join(", ");
        let has = words.say_with("disagreements-has", [("coder", coder.into()), ("readings", has.into())]);
        let memos = codings.iter().map(|coding| coding.memo.trim()).filter(|memo| !memo.is_empty());
        let has = self.with("disagreements-memo", has, "memo", memos.collect::<Vec<_>>().join(" "));
        self.with("disagreements-also", has, "codes", others)
    }

    /// Adds something to a reading, where there is something.
    fn with(&self, key: &str, reading: String, name: &'static str, more: String) -> String {
        match more.is_empty() {
            true => reading,
            false => self.words().say_with(key, [("reading", reading.into()), (name, more.into())]),
        }
    }

    /// The words of a coding, or that they are all of the stretch.
    fn quoted(&self, stretch: &Stretch, coding: &Coding) -> String {
        let text = &self.study().sources[stretch.source as usize].text;
        let Some(span) = coding.target.span() else { return String::new() };
        match text.char_span(span) {
            chars if Some(chars) == stretch.chars => self.words().say("disagreements-all-words"),
            _ => format!("“{}”", text.get(span).unwrap_or_default().replace('\n', " ")),
        }
    }

    /// The names of other codes on the same words, in the order of the codebook.
    fn others(&self, reading: &CoderReading) -> String {
        let codes = &self.study().codebook.codes;
        let places = reading.others.iter().map(|&coding| &self.study().codings[coding as usize].code);
        let mut places: Vec<usize> = places.filter_map(|code| codes.get_index_of(code)).collect();
        places.sort_unstable();
        places.dedup();
        places.iter().map(|&place| codes[place].name(self.words().language)).collect::<Vec<_>>().join(", ")
    }
}
