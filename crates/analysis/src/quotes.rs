//! The passages of codes in the order in which they are read: by code, then by groups of one's choice, then by place; and
//! in which cases a code was not found.
//!
//! - **Unit**: the passage as the tables count it, so that a code has as many in a case as its cell says. Or each coding by
//!   itself.
//! - **Groups**: a passage stands in one group of each key: kind, role and phase are those of its start; codes, coders and
//!   valences are all those of its codings together.
//! - **Several cases**: words that belong to several cases stand once in a group, with all its cases there.

use crate::evidence::passage;
use crate::groups::{Key, Kinds, key_and_values};
use crate::hits::{Hit, Rows, Stretch, distinct, hits, passages};
use crate::material::cases_with_material;
use crate::{Basis, By, Options, Passage};
use draad_core::diagnostic::Outcome;
use draad_core::facts::{Fact, Facts};
use draad_core::{CaseId, CharSpan, CodeId, CodeKind, Filter, Label, Study, Valence};
use serde::Serialize;
use std::collections::BTreeSet;
use std::ops::Range;
use strum::IntoEnumIterator;

/// Which passages, and how they are grouped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuoteOptions {
    /// Which part of the study, and whether codes hold what is below them; the other options play no part.
    pub options: Options,
    /// Only these codes, each as one list; they take the place of the codes of the filter. Without them every code that
    /// passes the filter and has passages has its own list, but for headings that only add up what is below them.
    pub codes: Vec<CodeId>,
    /// The keys by which each list is grouped, outermost first.
    pub by: Vec<QuoteKey>,
    /// Lists each coding by itself instead of passages.
    pub each_coding: bool,
}

/// A key by which passages are grouped.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuoteKey {
    /// The case.
    Case,
    /// The source.
    Source,
    /// The valences of its codings.
    Valence,
    /// The codes of its codings: the code itself or others below it.
    Code,
    /// A further key of tables.
    #[serde(untagged)]
    By(By),
}

/// The passages of codes.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotes {
    /// What they rest on.
    pub basis: Basis,
    /// The keys by which they are grouped.
    pub by: Vec<QuoteKey>,
    /// A list per code, in the order of the codebook.
    pub codes: Vec<CodeQuotes>,
    /// Codes that pass the filter and have no passage, unless codes were named; without headings.
    pub without: Vec<CodeId>,
    /// Cases with material.
    pub material: Vec<CaseId>,
    /// Cases without material.
    pub no_material: Vec<CaseId>,
}

/// The passages of one code.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeQuotes {
    /// The code.
    pub code: CodeId,
    /// Passages by group, then place. Words that belong to cases of several groups stand in each of them.
    pub quotes: Vec<Quote>,
    /// Different passages, words that belong to several cases counted once.
    pub n_passages: usize,
    /// Different sources.
    pub n_sources: usize,
    /// The outermost groups; none where no key was asked for.
    pub groups: Vec<QuoteGroup>,
    /// Cases with the code.
    pub found: Vec<CaseId>,
    /// Cases with material in which it was not found.
    pub not_found: Vec<CaseId>,
    /// Cases without material.
    pub no_material: Vec<CaseId>,
}

/// A passage, or a coding, in a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The passage.
    pub passage: Passage,
    /// The cases in the group to which it belongs.
    pub cases: Vec<CaseId>,
}

/// Passages with the same value of a key.
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteGroup {
    /// The value: id and label. Several where the key has several for a passage; none where the study does not say.
    pub values: Vec<(String, Label)>,
    /// Its passages, as positions in [`CodeQuotes::quotes`].
    pub quotes: Range<usize>,
    /// Different sources.
    pub n_sources: usize,
    /// Groups by the next key; none under the last.
    pub groups: Vec<QuoteGroup>,
}

impl Quotes {
    /// Collects passages.
    ///
    /// # Errors
    /// The filter, a code or a key names something that the study does not have; or no case passes.
    pub fn from_study(study: &Study, options: &QuoteOptions) -> Outcome<Self> {
        let asked = with_codes(options);
        asked.check(study)?;
        let facts = Facts::new(study, &asked.filter);
        let rows = rows(study, &facts, &asked, &options.codes);
        let kinds = Kinds::new(study);
        let keys: Vec<Values> =
            options.by.iter().map(|key| Values::new(study, &facts, &kinds, key)).collect::<Outcome<_>>()?;
        let collected = Collected::new(study, &facts, &rows, options.each_coding);
        let has_material = cases_with_material(study, &facts);
        let mut quotes = Self {
            basis: Basis::new(study, &facts, &asked, None),
            by: options.by.clone(),
            codes: Vec::new(),
            without: Vec::new(),
            material: collected.cases_that(&|case| has_material[*case as usize]),
            no_material: collected.cases_that(&|case| !has_material[*case as usize]),
        };
        let items = collected.items(&keys);
        let mut rest = items.as_slice();
        for row in shown(study, &rows, &options.codes) {
            let (own, others) = rest.split_at(rest.partition_point(|item| item.row <= row));
            rest = others;
            let code = &study.codebook.codes[rows.codes[row as usize] as usize];
            if !own.is_empty() || !options.codes.is_empty() {
                quotes.codes.push(collected.code(&code.id, own, &keys, &has_material));
            } else if code.kind != CodeKind::Heading {
                quotes.without.push(code.id.clone());
            }
        }
        Ok(quotes)
    }
}

/// Returns the options with the codes that were named in the filter.
fn with_codes(options: &QuoteOptions) -> Options {
    let mut asked = Options { by: None, outcome: None, ..options.options.clone() };
    if !options.codes.is_empty() {
        asked.filter = Filter { codes: options.codes.clone(), ..asked.filter };
    }
    asked
}

/// Returns the codes that have a list: those that were named, or else all but headings that only add up.
fn rows(study: &Study, facts: &Facts, asked: &Options, named: &[CodeId]) -> Rows {
    let rows = Rows::new(&study.codebook, &asked.filter, !asked.unfolded);
    let place = |id: &CodeId| study.codebook.codes.get_index_of(id).map(|place| place as u32);
    if !named.is_empty() {
        return rows.only(&named.iter().filter_map(place).collect::<Vec<_>>());
    }
    let own: BTreeSet<u32> = facts.codings.iter().map(|fact| fact.code).collect();
    let lists =
        |&code: &u32| study.codebook.codes[code as usize].kind != CodeKind::Heading || own.contains(&code);
    let kept: Vec<u32> = rows.codes.iter().copied().filter(lists).collect();
    rows.only(&kept)
}

/// Returns the rows of which is told whether they have passages.
fn shown(study: &Study, rows: &Rows, named: &[CodeId]) -> Vec<u32> {
    let id = |row: &u32| &study.codebook.codes[rows.codes[*row as usize] as usize].id;
    (0..rows.codes.len() as u32).filter(|row| named.is_empty() || named.contains(id(row))).collect()
}

/// The values of a key, and how that of a passage is found.
struct Values<'s> {
    values: Vec<(String, Label)>,
    key: Found<'s>,
}

enum Found<'s> {
    Case,
    Source,
    Valence,
    Code,
    Table(Key<'s>),
}

impl<'s> Values<'s> {
    fn new(study: &'s Study, facts: &Facts, kinds: &'s Kinds<'s>, key: &QuoteKey) -> Outcome<Self> {
        let plain = |id: String| (id, Label::default());
        let (key, values) = match key {
            QuoteKey::Case => {
                let named =
                    study.cases.values().map(|case| (case.id.to_string(), Label::new(&case.name, "")));
                (Found::Case, named.collect())
            }
            QuoteKey::Source => {
                (Found::Source, study.sources.keys().map(|id| plain(id.to_string())).collect())
            }
            QuoteKey::Valence => {
                let ids = Valence::iter().map(|valence| plain(<&str>::from(valence).to_owned()));
                (Found::Valence, ids.collect())
            }
            QuoteKey::Code => {
                let codes = study.codebook.codes.values();
                (Found::Code, codes.map(|code| (code.id.to_string(), code.name.clone())).collect())
            }
            QuoteKey::By(by) => {
                let (key, values) = key_and_values(study, facts, kinds, by)?;
                (Found::Table(key), values)
            }
        };
        Ok(Self { values, key })
    }

    /// Returns the positions of the values that codings have together; one past the end for "not stated".
    fn of<'f>(&self, codings: impl Iterator<Item = &'f Fact> + Clone) -> Vec<u32> {
        let first = codings.clone().next().expect("a passage has codings");
        let valence =
            |fact: &Fact| Some(Valence::iter().position(|known| fact.valence == Some(known))? as u32);
        let found = match &self.key {
            Found::Case => vec![first.case],
            Found::Source => vec![first.source],
            Found::Valence => distinct(codings.filter_map(valence)),
            Found::Code => distinct(codings.map(|fact| fact.code)),
            Found::Table(key @ Key::Coder(_)) => distinct(codings.map(|fact| key.of_fact(fact))),
            Found::Table(key) => vec![key.of_fact(first)],
        };
        if found.is_empty() { vec![self.values.len() as u32] } else { found }
    }

    fn named(&self, places: &[u32]) -> Vec<(String, Label)> {
        places.iter().filter_map(|&place| self.values.get(place as usize).cloned()).collect()
    }
}

/// Where a passage stands. The order of the fields is the order in which passages are read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Item {
    row: u32,
    /// Per key the positions of its values.
    path: Vec<Vec<u32>>,
    place: Words,
    case: u32,
    stretch: u32,
}

/// Which words: the same for all cases to which they belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Words {
    source: u32,
    /// A whole source comes first.
    chars: Option<(u32, u32)>,
    /// Position in the study's codings, where each is listed by itself.
    coding: Option<u32>,
}

/// All passages under all rows.
struct Collected<'s> {
    study: &'s Study,
    facts: &'s Facts,
    rows: &'s Rows,
    hits: Vec<Hit>,
    stretches: Vec<Stretch>,
    each_coding: bool,
}

impl<'s> Collected<'s> {
    fn new(study: &'s Study, facts: &'s Facts, rows: &'s Rows, each_coding: bool) -> Self {
        let hits = hits(facts, rows, |_| 0);
        let alone = |(place, hit): (usize, &Hit)| Stretch {
            chars: facts.codings[hit.fact as usize].chars,
            hits: place..place + 1,
        };
        let stretches =
            if each_coding { hits.iter().enumerate().map(alone).collect() } else { passages(&hits) };
        Self { study, facts, rows, hits, stretches, each_coding }
    }

    fn codings(&self, stretch: &Stretch) -> impl Iterator<Item = &'s Fact> + Clone {
        let facts = self.facts;
        self.hits[stretch.hits.clone()].iter().map(move |hit| &facts.codings[hit.fact as usize])
    }

    /// Returns the passages in the order in which they are read; one in several cases stands once for each.
    fn items(&self, keys: &[Values]) -> Vec<Item> {
        let item = |(stretch, place): (&Stretch, u32)| {
            let first = &self.hits[stretch.hits.start];
            let span = |chars: CharSpan| (chars.start.0, chars.end.0);
            let coding = self.each_coding.then(|| self.facts.codings[first.fact as usize].coding);
            Item {
                row: first.row,
                path: keys.iter().map(|key| key.of(self.codings(stretch))).collect(),
                place: Words { source: first.source, chars: stretch.chars.map(span), coding },
                case: first.case,
                stretch: place,
            }
        };
        let mut items: Vec<Item> = self.stretches.iter().zip(0..).map(item).collect();
        items.sort_unstable();
        items
    }

    /// Makes the list of a code from its items.
    fn code(&self, code: &CodeId, items: &[Item], keys: &[Values], has_material: &[bool]) -> CodeQuotes {
        let same: Vec<&[Item]> = items.chunk_by(|a, b| (&a.path, a.place) == (&b.path, b.place)).collect();
        let with_code: BTreeSet<u32> = items.iter().map(|item| item.case).collect();
        CodeQuotes {
            code: code.clone(),
            quotes: same.iter().map(|items| self.quote(items)).collect(),
            n_passages: distinct(items.iter().map(|item| item.place)).len(),
            n_sources: n_sources(&same),
            groups: groups(&same, 0, keys, 0),
            found: self.cases_that(&|case| with_code.contains(case)),
            not_found: self.cases_that(&|case| !with_code.contains(case) && has_material[*case as usize]),
            no_material: self.cases_that(&|case| !with_code.contains(case) && !has_material[*case as usize]),
        }
    }

    /// Makes one of the same words in several cases.
    fn quote(&self, items: &[Item]) -> Quote {
        let of = |item: &Item| {
            let stretch = &self.stretches[item.stretch as usize];
            passage(self.study, self.facts, self.rows, &self.hits, stretch)
        };
        let mut passage = of(&items[0]);
        for item in &items[1..] {
            let other = of(item);
            passage.codings = distinct(passage.codings.iter().copied().chain(other.codings));
            passage.valences = distinct(passage.valences.iter().copied().chain(other.valences));
        }
        Quote { passage, cases: self.cases(items.iter().map(|item| item.case)) }
    }

    /// Returns the cases that pass the filter and this test.
    fn cases_that(&self, takes: &dyn Fn(&u32) -> bool) -> Vec<CaseId> {
        self.cases(self.facts.cases.iter().copied().filter(takes))
    }

    fn cases(&self, places: impl Iterator<Item = u32>) -> Vec<CaseId> {
        places.map(|case| self.study.cases[case as usize].id.clone()).collect()
    }
}

/// Divides the quotes from `first` on by the keys from `level` on.
fn groups(quotes: &[&[Item]], first: usize, keys: &[Values], level: usize) -> Vec<QuoteGroup> {
    let Some(key) = keys.get(level) else { return Vec::new() };
    let mut next = first;
    let group = |same: &[&[Item]]| {
        let start = next;
        next += same.len();
        QuoteGroup {
            values: key.named(&same[0][0].path[level]),
            quotes: start..next,
            n_sources: n_sources(same),
            groups: groups(same, start, keys, level + 1),
        }
    };
    quotes.chunk_by(|a, b| a[0].path[level] == b[0].path[level]).map(group).collect()
}

fn n_sources(quotes: &[&[Item]]) -> usize {
    distinct(quotes.iter().map(|items| items[0].place.source)).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{any_filter, any_study, material};
    use crate::{CasesByFactors, CellState};
    use proptest::prelude::*;

    fn quotes(study: &Study, filter: &Filter, unfolded: bool, by: &[QuoteKey], each_coding: bool) -> Quotes {
        let options = Options { filter: filter.clone(), unfolded, ..Options::default() };
        let options = QuoteOptions { options, by: by.to_vec(), each_coding, ..QuoteOptions::default() };
        Quotes::from_study(study, &options).unwrap()
    }

    fn any_keys() -> impl Strategy<Value = Vec<QuoteKey>> {
        let attribute = By::Attribute("outcome".parse().unwrap());
        let by = [By::Kind, By::Role, By::Phase, By::Coder, attribute].map(QuoteKey::By);
        let own = [QuoteKey::Case, QuoteKey::Source, QuoteKey::Valence, QuoteKey::Code];
        let all: Vec<QuoteKey> = own.into_iter().chain(by).collect();
        proptest::sample::subsequence(all, 0..=3).prop_shuffle()
    }

    /// Whether groups divide their range without gaps, level by level.
    fn divides(groups: &[QuoteGroup], range: Range<usize>) -> bool {
        let mut next = range.start;
        let in_order = groups.iter().all(|group| {
            let fits = group.quotes.start == next && !group.quotes.is_empty();
            next = group.quotes.end;
            fits && (group.groups.is_empty() || divides(&group.groups, group.quotes.clone()))
        });
        in_order && next == range.end
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]
        #[test]
        fn there_are_as_many_as_the_table_counts(
            study in any_study(), filter in any_filter(), unfolded: bool, keys in any_keys(),
        ) {
            let options = Options { filter: filter.clone(), unfolded, ..Options::default() };
            let table = CasesByFactors::from_study(&study, &options).unwrap();
            let by_case = quotes(&study, &filter, unfolded, &[QuoteKey::Case], false);
            let by_keys = quotes(&study, &filter, unfolded, &keys, false);
            let codings = quotes(&study, &filter, unfolded, &[QuoteKey::Case], true);
            for (factor, row) in table.factors.iter().enumerate() {
                let list = |quotes: &Quotes| quotes.codes.iter().find(|list| list.code == row.id).cloned();
                let Some(of_code) = list(&by_case) else {
                    // nothing under it, or a heading that only adds up
                    prop_assert!(row.n_passages == 0 || row.kind == CodeKind::Heading);
                    prop_assert_eq!(by_case.without.contains(&row.id), row.kind != CodeKind::Heading);
                    continue;
                };
                let each = list(&codings).unwrap();
                for (case, column) in table.cases.iter().enumerate() {
                    let cell = table.cell(0, factor, case);
                    let group = |list: &CodeQuotes| {
                        list.groups.iter().find(|group| group.values[0].0 == column.id.as_str()).cloned()
                    };
                    let n = |list: &CodeQuotes| group(list).map_or(0, |group| group.quotes.len());
                    prop_assert_eq!(n(&of_code), cell.n_passages);
                    prop_assert_eq!(n(&each), cell.n_codings);
                    prop_assert_eq!(group(&of_code).map_or(0, |group| group.n_sources), cell.n_sources);
                    let listed = |cases: &[CaseId]| cases.contains(&column.id);
                    prop_assert_eq!(listed(&of_code.found), cell.state.is_coded());
                    prop_assert_eq!(listed(&of_code.not_found), cell.state == CellState::NotFound);
                    prop_assert_eq!(listed(&of_code.no_material), cell.state == CellState::NoMaterial);
                }
                prop_assert_eq!(of_code.n_passages, row.n_passages);
                let grouped = list(&by_keys).unwrap();
                prop_assert_eq!(grouped.n_passages, row.n_passages);
                prop_assert!(grouped.quotes.len() >= row.n_passages);
                prop_assert!(keys.is_empty() || divides(&grouped.groups, 0..grouped.quotes.len()));
            }
        }
    }

    #[test]
    fn codes_that_are_named_hold_what_is_below_them() {
        let study = material()
            .coding("anna", "s1", "b", "ging het")
            .coding("anna", "s1", "d", "zei één")
            .coding("bram", "s1", "d", "")
            .done();
        let named = |unfolded| {
            let codes = vec!["a".parse().unwrap(), "c".parse().unwrap()];
            let options = Options { unfolded, ..Options::default() };
            let options =
                QuoteOptions { options, codes, by: vec![QuoteKey::Code], ..QuoteOptions::default() };
            Quotes::from_study(&study, &options).unwrap()
        };
        let [a, c] = &named(false).codes[..] else { panic!("two lists") };
        assert_eq!((a.n_passages, c.n_passages), (3, 2));
        let values = a.groups.iter().map(|group| group.values[0].0.as_str()).collect::<Vec<_>>();
        assert_eq!(values, ["b", "d"]);
        assert_eq!((a.quotes[1].passage.chars, a.groups[1].quotes.clone()), (None, 1..3));
        assert_eq!(a.not_found, ["p02".parse().unwrap()]);
        assert_eq!(a.no_material, ["p03".parse().unwrap()]);
        let [a] = &named(true).codes[..] else { panic!("a heading holds nothing of its own") };
        assert_eq!((a.n_passages, a.found.len()), (0, 0));
        // without names a heading only adds up
        let all = quotes(&study, &Filter::default(), false, &[], false);
        assert_eq!(all.codes.iter().map(|list| list.code.as_str()).collect::<Vec<_>>(), ["a", "b", "d"]);
        assert_eq!(all.without, ["e".parse().unwrap()]);
    }

    #[test]
    fn words_of_several_cases_stand_once_where_cases_are_no_group() {
        let study = material().coding("anna", "s3", "e", "").done();
        let list = |by: &[QuoteKey]| quotes(&study, &Filter::default(), false, by, false).codes.remove(0);
        let [quote] = &list(&[QuoteKey::By(By::Kind)]).quotes[..] else { panic!("once") };
        assert_eq!(quote.cases.len(), 2);
        let by_case = list(&[QuoteKey::Case]);
        assert_eq!((by_case.quotes.len(), by_case.n_passages), (2, 1));
    }
}
