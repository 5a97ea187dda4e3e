//! Passages as a document to read.

use super::field::{Field, Telling, valence_names};
use super::{Block, Document, Entry, QuotedWords, Quotes};
use draad_analysis::{By, CodeQuotes, QuoteGroup, QuoteKey};
use draad_core::{CaseId, CodeId, Label, Valence};
use draad_figures::basis_sentences;
use draad_words::capitalised;

impl Quotes<'_> {
    /// Returns the passages as a document: a heading per code and group with how much there is, the passages, in which
    /// cases the code was found and in which not, and at the end what all of it rests on.
    pub fn document(&self) -> Document {
        let words = self.project.words;
        let settings = &self.project.study().settings;
        let under_title = [&settings.title, &settings.note].into_iter().filter(|text| !text.is_empty());
        let fields = self.reading_fields();
        let mut blocks = Vec::new();
        for (list, entries) in self.lists.codes.iter().zip(&self.entries) {
            self.add_list(&mut blocks, list, entries, &fields);
        }
        if self.lists.codes.is_empty() {
            blocks.push(Block::Note(words.say("quotes-nothing")));
        }
        if !self.lists.without.is_empty() {
            blocks.push(Block::Note(self.without()));
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

    /// Returns what the passages and their numbers mean and rest on, a line each.
    pub fn notes(&self) -> Vec<String> {
        self.facts().into_iter().map(|(name, text)| format!("{name}: {text}")).collect()
    }

    /// What the passages mean and rest on: names, and a sentence or some.
    pub(super) fn facts(&self) -> Vec<(String, String)> {
        let (words, request) = (self.project.words, &self.request);
        let fact = |name: &str, key: &str| (words.say(name), words.say(key));
        let mut facts = vec![match request.each_coding {
            true => fact("quotes-fact-coding", "quotes-each-coding"),
            false => fact("quotes-fact-passage", "quotes-passage"),
        }];
        let tree = if request.unfolded { "report-definition-unfolded" } else { "report-definition-folded" };
        facts.push(fact("report-term-tree", tree));
        facts.push(fact("quotes-fact-setting", "quotes-setting"));
        facts.push((words.say("report-term-order"), self.order()));
        if self.entries.iter().flatten().any(|entry| entry.cases.len() > 1) {
            facts.push(fact("quotes-fact-cases", "quotes-several-cases"));
        }
        if request.context > 0 {
            let context = words.say_with("quotes-context", [("n", request.context.into())]);
            facts.push((words.say("quotes-fact-context"), context));
        }
        let basis = basis_sentences(&self.lists.basis, self.project.study(), words);
        facts.push((words.say("quotes-fact-basis"), basis));
        facts
    }

    /// Returns what stands above it all.
    pub fn title(&self) -> String {
        let words = &self.project.words;
        match self.lists.basis.filter.codes.as_slice() {
            codes if self.request.codes.is_empty() || codes.is_empty() => words.say("quotes-title"),
            codes => {
                let names = codes.iter().map(|code| self.code_name(code)).collect::<Vec<_>>();
                words.say_with("quotes-title-of", [("codes", names.join(", ").into())])
            }
        }
    }

    fn order(&self) -> String {
        let words = &self.project.words;
        let keys = self.lists.by.iter().map(|key| self.key_name(key));
        let next = |keys: String, key: String| {
            words.say_with("quotes-order-next", [("keys", keys.into()), ("key", key.into())])
        };
        match keys.reduce(next) {
            None => words.say("quotes-order-plain"),
            Some(keys) => words.say_with("quotes-order", [("keys", keys.into())]),
        }
    }

    fn add_list(&self, blocks: &mut Vec<Block>, list: &CodeQuotes, entries: &[Entry], fields: &[Field]) {
        let count = self.count(list.n_passages, list.n_sources);
        blocks.push(Block::Heading { level: 1, text: self.code_name(&list.code), count });
        if list.groups.is_empty() {
            blocks.extend(entries.iter().map(|entry| self.quote(entry, &list.code, fields)));
        }
        for group in &list.groups {
            self.add_group(blocks, list, entries, fields, (group, 0));
        }
        blocks.push(Block::Note(self.found(list)));
    }

    fn add_group(
        &self,
        blocks: &mut Vec<Block>,
        list: &CodeQuotes,
        entries: &[Entry],
        fields: &[Field],
        (group, level): (&QuoteGroup, usize),
    ) {
        let text = self.group_name(&self.lists.by[level], &group.values);
        let count = self.count(group.quotes.len(), group.n_sources);
        blocks.push(Block::Heading { level: level + 2, text, count });
        if group.groups.is_empty() {
            let own = &entries[group.quotes.clone()];
            blocks.extend(own.iter().map(|entry| self.quote(entry, &list.code, fields)));
        }
        for inner in &group.groups {
            self.add_group(blocks, list, entries, fields, (inner, level + 1));
        }
    }

    /// What stands in a line under the words.
    fn reading_fields(&self) -> Vec<Field> {
        let default = || Field::to_read(&self.lists.by, self.request.each_coding);
        self.fields.clone().unwrap_or_else(default)
    }

    fn quote(&self, entry: &Entry, code: &CodeId, fields: &[Field]) -> Block {
        let telling = Telling { project: self.project, entry, each_coding: self.request.each_coding };
        let mut parts: Vec<String> = fields.iter().map(|field| telling.said(field)).collect();
        let is_named = self.fields.is_some() || self.lists.by.contains(&QuoteKey::Code);
        if !is_named && entry.codes != [code.clone()] {
            parts.push(telling.code_names(&entry.codes));
        }
        parts.retain(|part| !part.is_empty());
        let passage = &entry.shown.passage;
        let is_whole_source = passage.chars.is_none();
        let memos = if fields.contains(&Field::Memo) { entry.shown.memos.clone() } else { Vec::new() };
        Block::Quote(QuotedWords {
            words: if is_whole_source {
                self.project.words.say("cell-whole-source")
            } else {
                passage.text.clone()
            },
            is_whole_source,
            before: entry.before.clone(),
            after: entry.after.clone(),
            source_line: parts.join(" · "),
            memos,
        })
    }

    /// In which cases the code was found, in which not although there was material, and where there was none.
    fn found(&self, list: &CodeQuotes) -> String {
        let words = &self.project.words;
        let (k, n) = (list.found.len(), list.found.len() + list.not_found.len());
        let found = words.say_with("quotes-found", [("k", k.into()), ("n", n.into())]);
        let not_found = self.with_cases("quotes-not-found", &list.not_found);
        found + &not_found + &self.with_cases("quotes-no-material", &list.no_material)
    }

    /// Which codes were not found at all, in how many cases with material, and where there was none.
    fn without(&self) -> String {
        let words = &self.project.words;
        let names: Vec<String> = self.lists.without.iter().map(|code| self.code_name(code)).collect();
        let cases = words.say_with("n-cases", [("n", self.lists.material.len().into())]);
        let args = [
            ("n", names.len().into()),
            ("codes", names.join("; ").into()),
            ("k", self.lists.material.len().into()),
            ("cases", cases.into()),
        ];
        // where no case has material, that is said already
        let elsewhere = if self.lists.material.is_empty() { &[] } else { &self.lists.no_material[..] };
        words.say_with("quotes-codes-without", args) + &self.with_cases("quotes-no-material", elsewhere)
    }

    /// A sentence with the names of cases, after a blank; empty without cases.
    fn with_cases(&self, key: &str, cases: &[CaseId]) -> String {
        let names = cases.iter().map(CaseId::as_str).collect::<Vec<_>>().join(", ");
        match names.is_empty() {
            true => names,
            false => format!(" {}", self.project.words.say_with(key, [("cases", names.into())])),
        }
    }

    /// `3 fragmenten in 2 bronnen`.
    fn count(&self, n: usize, n_sources: usize) -> String {
        let words = &self.project.words;
        let unit = if self.request.each_coding { "n-codings" } else { "n-passages" };
        let counted = words.say_with(unit, [("n", n.into())]);
        let sources = words.say_with("n-sources", [("n", n_sources.into())]);
        words.say_with("quotes-count", [("counted", counted.into()), ("sources", sources.into())])
    }

    fn code_name(&self, id: &CodeId) -> String {
        let code = self.project.study().codebook.get(id);
        code.map_or(id.as_str(), |code| code.name(self.project.words.language)).to_owned()
    }

    fn group_name(&self, key: &QuoteKey, values: &[(String, Label)]) -> String {
        let words = &self.project.words;
        let name = |(id, label): &(String, Label)| label.or(words.language, id);
        let names = || values.iter().map(name).collect::<Vec<_>>().join(" + ");
        match (key, values) {
            (QuoteKey::Valence, values) => {
                let valences: Vec<Valence> = values.iter().filter_map(|(id, _)| id.parse().ok()).collect();
                capitalised(&valence_names(words, &valences))
            }
            (_, []) => {
                let args = [("key", self.key_name(key).into())];
                capitalised(&words.say_with("quotes-not-stated", args))
            }
            (QuoteKey::Case, [(id, label)]) => match label.get(words.language) {
                name if name.is_empty() || name == id => id.clone(),
                name => format!("{id} · {name}"),
            },
            (QuoteKey::By(By::Attribute(_)), _) => {
                capitalised(&format!("{}: {}", self.key_name(key), names()))
            }
            (QuoteKey::Source | QuoteKey::Case | QuoteKey::By(By::Coder), _) => names(),
            _ => capitalised(&names()),
        }
    }

    /// What a key is called.
    fn key_name(&self, key: &QuoteKey) -> String {
        let words = &self.project.words;
        words.say(match key {
            QuoteKey::Case => "figure-filter-case",
            QuoteKey::Source => "quotes-key-source",
            QuoteKey::Valence => "figure-filter-valence",
            QuoteKey::Code => "quotes-key-code",
            QuoteKey::By(By::Kind) => "figure-filter-kind",
            QuoteKey::By(By::Role) => "figure-filter-role",
            QuoteKey::By(By::Speaker) => "quotes-key-speaker",
            QuoteKey::By(By::Phase) => "figure-filter-phase",
            QuoteKey::By(By::Coder) => "figure-filter-coder",
            QuoteKey::By(By::Attribute(id)) => {
                let attribute = self.project.study().settings.attribute(id.as_str());
                return attribute.map_or(id.to_string(), |attribute| attribute.name(words.language));
            }
        })
    }
}
