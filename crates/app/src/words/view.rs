//! Lists of words as people read them.

use super::{Basis, Collocates, Extent, Frequencies, Key, Keyness, LevelWords, Use, WordList};
use crate::Project;
use crate::flags::{flags, quoted};
use crate::show::{Section, View};
use draad_core::{Filter, RoleId};
use draad_figures::{data_sentence, filter_sentence};
use draad_index::wordlist::Shown;
use draad_words::Words;

/// How many other forms of a word are shown.
const FORMS_SHOWN: usize = 4;
/// Before a count of which one source holds more than half.
const MARK: &str = "* ";

/// Returns a list of words as people read it.
pub fn view(project: &Project, list: &WordList) -> View {
    let page = Page { project, words: project.words, basis: list.basis() };
    match list {
        WordList::Frequencies(list) => page.frequencies(list),
        WordList::Keyness(list) => page.keyness(list),
        WordList::Collocates(list) => page.collocates(list),
    }
}

/// What all lists share.
struct Page<'p> {
    project: &'p Project,
    words: Words,
    basis: &'p Basis,
}

impl Page<'_> {
    fn frequencies(&self, list: &Frequencies) -> View {
        let (what, is_run) = match list.lengths {
            Some(_) => ("words-run", true),
            None => ("words-word", false),
        };
        let header =
            [what, "words-n", "words-cases", "words-sources", "words-per-thousand", "words-dispersion"];
        let rows = list.rows.iter().map(|row| {
            let spread = self.number(row.usage.dispersion, 2);
            std::iter::once(self.shown(&row.shown)).chain(self.usage(&row.usage)).chain([spread]).collect()
        });
        let section = Section { title: String::new(), rows: rows.collect() };
        let mut notes = vec![self.counted()];
        if is_run {
            notes.push(self.words.say("words-columns-run"));
        }
        notes.push(self.words.say("words-columns-frequency"));
        notes.push(self.thresholds(list.rows.len(), list.n_candidates));
        notes.extend(self.stop_words(is_run));
        let marked = list.rows.iter().any(|row| row.usage.one_source_dominates());
        let first = list.rows.first().map(|row| &row.shown.word);
        self.view(&header, vec![section], notes, marked, first, &self.basis.filter)
    }

    fn keyness(&self, list: &Keyness) -> View {
        let header = [
            "words-word",
            "words-n",
            "words-cases",
            "words-sources",
            "words-per-thousand",
            "words-rest-n",
            "words-cases",
            "words-sources",
            "words-per-thousand",
            "words-ll",
            "words-log-ratio",
            "words-dispersion",
        ];
        let sections = list.levels.iter().map(|level| self.level(&list.key, level, list.rarer)).collect();
        let mut notes = vec![self.counted()];
        if list.rarer {
            notes.push(self.words.say("words-rarer"));
        }
        notes.push(self.words.say("words-columns-typical"));
        if matches!(list.key, Key::Case | Key::Attribute(_)) {
            notes.push(self.words.say("words-several-cases"));
        }
        notes.push(self.words.say("words-no-p"));
        let n_shown = list.levels.iter().map(|level| level.rows.len()).sum();
        let n_candidates = list.levels.iter().map(|level| level.n_candidates).sum();
        let side = self.words.say("words-thresholds-side");
        notes.push(format!("{} {side}", self.thresholds(n_shown, n_candidates)));
        notes.extend(self.stop_words(false));
        let mut rows = list.levels.iter().flat_map(|level| &level.rows);
        let marked = rows.any(|row| row.target.one_source_dominates() || row.rest.one_source_dominates());
        let first = list.levels.iter().find(|level| !level.rows.is_empty());
        let filter = &self.basis.filter;
        let of_level = first.filter(|_| !list.rarer).map(|level| list.key.narrowed(filter, &level.id));
        let word = first.map(|level| &level.rows[0].shown.word);
        self.view(&header, sections, notes, marked, word, &of_level.unwrap_or_else(|| filter.clone()))
    }

    fn level(&self, key: &Key, level: &LevelWords, rarer: bool) -> Section {
        let args = [
            ("key", key.name(self.project).into()),
            ("level", level.name.clone().into()),
            ("target", self.extent(level.target).into()),
            ("rest", self.extent(level.rest).into()),
        ];
        let rows = level.rows.iter().map(|row| {
            let measures = [
                self.number(Some(row.log_likelihood), 1),
                self.number(Some(row.log_ratio).filter(|ratio| (*ratio < 0.0) == rarer), 2),
                self.number(row.target.dispersion, 2),
            ];
            let (target, rest) = (self.usage(&row.target), self.usage(&row.rest));
            std::iter::once(self.shown(&row.shown)).chain(target).chain(rest).chain(measures).collect()
        });
        Section { title: self.words.say_with("words-level", args), rows: rows.collect() }
    }

    fn collocates(&self, list: &Collocates) -> View {
        let header = [
            "words-word",
            "words-near-n",
            "words-cases",
            "words-sources",
            "words-all-n",
            "words-expected",
            "words-log-dice",
            "words-mi",
            "words-ll",
        ];
        let rows = list.rows.iter().map(|row| {
            let sources = self.k_of_n(row.n_sources, list.n_node_sources);
            vec![
                self.shown(&row.shown),
                self.words.whole(row.n_near),
                self.k_of_n(row.n_cases, list.n_node_cases),
                marked(sources, row.one_source_dominates()),
                self.words.whole(row.n),
                self.number(Some(row.expected), 2),
                self.number(row.log_dice, 2),
                self.number(row.mutual_information, 2),
                self.number(row.log_likelihood, 1),
            ]
        });
        let section = Section { title: String::new(), rows: rows.collect() };
        let mut notes = vec![self.counted(), self.near(list), self.words.say("words-no-p")];
        notes.push(self.thresholds(list.rows.len(), list.n_candidates));
        notes.extend(self.stop_words(false));
        let is_marked = list.rows.iter().any(|row| row.one_source_dominates());
        self.view(&header, vec![section], notes, is_marked, Some(&list.near.word), &self.basis.filter)
    }

    fn near(&self, list: &Collocates) -> String {
        let args = [
            ("word", list.near.word.clone().into()),
            ("n", self.words.whole(list.n_nodes).into()),
            ("sources", self.n_sources(list.n_node_sources).into()),
            ("forms", list.near.forms.join(", ").into()),
            ("places", self.n_words(list.n_places).into()),
            ("window", list.window.into()),
        ];
        self.words.say_with("words-columns-near", args)
    }

    /// Puts the parts together, with the sentences that stand under every list.
    fn view(
        &self,
        header: &[&str],
        sections: Vec<Section>,
        mut notes: Vec<String>,
        is_marked: bool,
        example: Option<&String>,
        filter_of_example: &Filter,
    ) -> View {
        if is_marked {
            notes.push(self.words.say("words-one-source"));
        }
        match example {
            Some(word) => notes.push(self.in_context(word, filter_of_example)),
            None => notes.push(self.words.say("words-none")),
        }
        let filter = filter_sentence(&self.basis.filter, self.project.study(), self.words);
        let data = data_sentence(&self.basis.fingerprint, self.basis.version, self.words);
        notes.push(format!("{filter} {data}"));
        let header = header.iter().map(|key| self.words.say(key)).collect();
        View { header, n_left: 1, sections, notes, ..View::default() }
    }

    /// Says how much was counted, and what is one word.
    fn counted(&self) -> String {
        let (words, basis) = (&self.words, self.basis);
        let extent = Extent { n_words: basis.n_words, n_sources: basis.n_sources, n_cases: basis.n_cases };
        let counted = words.say_with("words-counted", [("extent", self.extent(extent).into())]);
        let merged = match basis.stemming {
            Some(_) => words.say("words-by-stem"),
            None => words.say("words-by-spelling"),
        };
        let filter = &basis.filter;
        let by_coding = !(filter.codes.is_empty() && filter.valences.is_empty() && filter.coders.is_empty());
        let codings = by_coding.then(|| words.say("words-codings"));
        let sentences = [Some(counted), codings, self.asked(), Some(merged)];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Says how many words are questions, where nobody chose roles.
    fn asked(&self) -> Option<String> {
        let roles = &self.project.study().settings.roles;
        let asking = roles.iter().filter(|role| role.asks).map(|role| role.name(self.words.language));
        let others: Vec<&RoleId> = roles.iter().filter(|role| !role.asks).map(|role| &role.id).collect();
        let args = [
            ("words", self.n_words(self.basis.n_asked).into()),
            ("roles", asking.collect::<Vec<_>>().join(", ").into()),
            ("others", draad_core::filter::list(others).replace(", ", ",").into()),
        ];
        let is_told = self.basis.n_asked > 0 && self.basis.filter.roles.is_empty();
        is_told.then(|| self.words.say_with("words-asked", args))
    }

    fn thresholds(&self, n_shown: usize, n: usize) -> String {
        let least = self.basis.least;
        let order = self.words.say(&format!("words-order-{}", self.basis.order));
        let args = [
            ("count", self.words.whole(least.count).into()),
            ("sources", self.n_sources(least.sources.max(1)).into()),
            ("cases", least.cases.max(1).into()),
            ("shown", self.words.whole(n_shown as u64).into()),
            ("n", self.words.whole(n as u64).into()),
            ("order", order.into()),
        ];
        self.words.say_with("words-thresholds", args)
    }

    fn stop_words(&self, is_run: bool) -> Option<String> {
        self.basis.stop_words?;
        let language: &str = self.project.study().settings.language.into();
        let list = self.words.say(&format!("words-stop-list-{language}"));
        let key = if is_run { "words-stop-words-run" } else { "words-stop-words" };
        Some(self.words.say_with(key, [("list", list.into())]))
    }

    /// Returns the command that shows a word in its context.
    fn in_context(&self, word: &str, filter: &Filter) -> String {
        let word = if word.contains(' ') { format!("'\"{word}\"'") } else { quoted(word) };
        let command = format!("draad search {word}{}", flags(filter));
        self.words.say_with("words-in-context", [("command", command.into())])
    }

    fn shown(&self, shown: &Shown) -> String {
        let others = &shown.forms[1.min(shown.forms.len())..];
        if self.basis.stemming.is_none() || others.is_empty() {
            return shown.word.clone();
        }
        let more = if others.len() > FORMS_SHOWN { ", …" } else { "" };
        let others = others.iter().take(FORMS_SHOWN).cloned().collect::<Vec<_>>().join(", ");
        format!("{} ({others}{more})", shown.word)
    }

    /// Returns count, cases, sources and rate.
    fn usage(&self, usage: &Use) -> [String; 4] {
        let sources = self.k_of_n(usage.n_sources, usage.of_sources);
        let sources = marked(sources, usage.one_source_dominates());
        let cases = self.k_of_n(usage.n_cases, usage.of_cases);
        [self.words.whole(usage.n), cases, sources, self.number(usage.per_thousand, 2)]
    }

    fn k_of_n(&self, k: usize, n: usize) -> String {
        self.words.say_with("k-of-n", [("k", k.into()), ("n", n.into())])
    }

    fn number(&self, value: Option<f64>, decimals: usize) -> String {
        value.map_or_else(|| "–".to_owned(), |value| self.words.number(value, decimals))
    }

    fn extent(&self, extent: Extent) -> String {
        let cases = self.words.say_with("n-cases", [("n", extent.n_cases.into())]);
        let args = [
            ("words", self.n_words(extent.n_words).into()),
            ("sources", self.n_sources(extent.n_sources).into()),
            ("cases", cases.into()),
        ];
        self.words.say_with("words-extent", args)
    }

    fn n_words(&self, n: u64) -> String {
        self.words.say_with("words-n-words", [("n", n.into()), ("shown", self.words.whole(n).into())])
    }

    fn n_sources(&self, n: usize) -> String {
        self.words.say_with("n-sources", [("n", n.into())])
    }
}

/// Marks a count of which one source holds more than half.
fn marked(count: String, is_marked: bool) -> String {
    if is_marked { format!("{MARK}{count}") } else { count }
}
