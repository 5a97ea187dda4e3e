//! `co-occurrence`

use super::{Answer, Asked, Codes, Kind, fails, named};
use crate::Project;
use crate::results::Results;
use crate::show::{Section, View, basis_note, k_of_n, measured, open_cell, reasons};
use draad_analysis::co_occurrence::{CoOccurrence, CoOccurrenceOptions, CodeRow, Pair, Window};
use draad_analysis::table::Table;
use draad_analysis::{Basis, Statement};
use draad_core::diagnostic::Outcome;
use draad_core::{CaseId, CodeKind, Problem};
use draad_measures::allen::Nearness;
use draad_measures::cooccurrence::is_out_of_range;
use draad_measures::{Measured, Undefined};
use draad_words::Words;
use std::collections::BTreeSet;
use std::sync::Arc;

pub(super) const KIND: Kind = Kind {
    name: "co-occurrence",
    takes: &["unfolded", "unit", "window", "relations", "limit", "leave-out"],
    codes: Codes::Folded,
    compute,
};

/// Rows shown unless asked otherwise.
const USUAL_LIMIT: usize = 30;

/// Up to this many cases are named beside a pair.
const MOST_CASES_NAMED: usize = 30;

/// Signs after a number.
const NECESSARY: &str = "°";
const OUT_OF_RANGE: &str = "!";
const UNEQUAL: &str = "≠";

/// What people read; files have all of them.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumIter, strum::EnumString, strum::IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
enum Unit {
    #[default]
    Cases,
    Sources,
    Codings,
    Pairs,
}

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let options = &asked.request.options;
    let unit = named::<Unit>("unit", options.unit.as_deref())?.unwrap_or_default();
    let window = options.window.as_deref().map_or(Ok(Window::default()), window)?;
    let own = CoOccurrenceOptions { window, relations: options.relations };
    let table = asked.shared(Results::co_occurrence, || {
        CoOccurrence::from_facts(asked.project.study(), asked.facts, &asked.options, &own)
    })?;
    Ok(Box::new(Answered { table, unit, limit: options.limit.unwrap_or(USUAL_LIMIT) }))
}

/// Reads `overlap`, `unit` or a number of characters.
fn window(text: &str) -> Outcome<Window> {
    match text {
        "overlap" => Ok(Window::Overlap),
        "unit" | "eenheid" => Ok(Window::Unit),
        _ => text.parse().map(Window::Chars).or_else(|_| {
            let known = "overlap, unit, 200 (…characters)".to_owned();
            fails(Problem::TableValueUnknown { option: "window".to_owned(), value: text.to_owned(), known })
        }),
    }
}

/// The table with what people read of it.
struct Answered {
    table: Arc<CoOccurrence>,
    unit: Unit,
    limit: usize,
}

impl Answer for Answered {
    fn basis(&self) -> &Basis {
        &self.table.basis
    }

    fn tables(&self) -> Vec<Table> {
        self.table.tables()
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let (words, limit) = (&project.words, self.limit);
        let shown = Shown { project, words, table: &self.table, unit: self.unit, limit };
        let n_pairs = shown.read().count();
        let views = std::iter::once(shown.main()).chain(shown.relations());
        views.map(|view| view.cut(words, limit, n_pairs)).collect()
    }

    fn statements(&self) -> Vec<Statement> {
        self.table.statements()
    }
}

struct Shown<'p> {
    project: &'p Project,
    words: &'p Words,
    table: &'p CoOccurrence,
    unit: Unit,
    /// How many pairs are put into words: there can be very many.
    limit: usize,
}

impl Shown<'_> {
    /// The pairs in one unit.
    fn main(&self) -> View {
        let unit: &str = self.unit.into();
        let heads: &[&str] = match self.unit {
            Unit::Cases => {
                &["both", "one-source", "b-where-a", "a-where-b", "jaccard", "lift", "which-cases"]
            }
            Unit::Sources => &["both", "b-where-a", "a-where-b", "jaccard"],
            Unit::Codings => &["codings-a", "codings-b", "passages-a", "passages-b"],
            Unit::Pairs => &["pairs-passages", "c-passages", "pairs-codings", "c-codings", "ratio", "shared"],
        };
        let row = |pair: &Pair| match self.unit {
            Unit::Cases => self.cases(pair),
            Unit::Sources => self.sources(pair),
            Unit::Codings => self.codings(pair),
            Unit::Pairs => self.pairs(pair),
        };
        View {
            title: self.words.say(&format!("co-occurrence-title-{unit}")),
            n_prose: usize::from(self.unit == Unit::Cases),
            notes: self.notes(),
            ..self.view(heads, &row)
        }
    }

    /// How codings lie to each other, where that was asked.
    fn relations(&self) -> Option<View> {
        let heads = ["same-span", "inside", "encloses", "overlapping", "near"];
        let row = |pair: &Pair| {
            let nearness = pair.nearness().unwrap_or_default();
            Nearness::ALL.map(|relation| self.whole(nearness[relation as usize])).to_vec()
        };
        self.table.options.relations.then(|| View {
            title: self.words.say("co-occurrence-title-relations"),
            notes: vec![self.words.say("co-occurrence-note-relations"), self.window()],
            ..self.view(&heads, &row)
        })
    }

    fn view(&self, heads: &[&str], row: &dyn Fn(&Pair) -> Vec<String>) -> View {
        let heads = ["a", "b"].iter().chain(heads);
        let names = |pair: &Pair| self.table.codes_of(pair).map(|code| self.name(code));
        let rows =
            self.read().take(self.limit).map(|pair| names(pair).into_iter().chain(row(pair)).collect());
        View {
            part: "co-occurrence",
            header: heads.map(|head| self.words.say(&format!("co-occurrence-{head}"))).collect(),
            n_left: 2,
            sections: vec![Section { title: String::new(), rows: rows.collect() }],
            ..View::default()
        }
    }

    /// Returns the pairs that people read: headings order the codebook and hold nothing of their own.
    fn read(&self) -> impl Iterator<Item = &Pair> {
        self.table.pairs.iter().filter(|pair| !self.has_heading(pair))
    }

    fn has_heading(&self, pair: &Pair) -> bool {
        self.table.codes_of(pair).iter().any(|code| code.kind == CodeKind::Heading)
    }

    fn cases(&self, pair: &Pair) -> Vec<String> {
        let rule = self.table.rule(pair);
        let necessary = if rule.is_necessary() { NECESSARY } else { "" };
        vec![
            self.k_of(rule.n_both, rule.n),
            self.whole(pair.n_cases_in_one_source),
            self.k_of(rule.n_both, rule.n_first),
            self.k_of(rule.n_both, rule.n_second),
            self.number(self.table.jaccard_cases(pair)),
            self.number(rule.lift()) + necessary,
            self.which_cases(pair),
        ]
    }

    /// Names the cases with both, or where they are most, those without: the ones to read next.
    fn which_cases(&self, pair: &Pair) -> String {
        let with: BTreeSet<&CaseId> = self.table.cases_with_both(pair).collect();
        let without: Vec<&CaseId> = self.table.cases.iter().filter(|case| !with.contains(case)).collect();
        let names = |cases: &mut dyn Iterator<Item = &CaseId>| {
            let names: Vec<String> = cases.map(ToString::to_string).collect();
            if names.len() > MOST_CASES_NAMED { "…".to_owned() } else { names.join(" ") }
        };
        match (with.len(), without.len()) {
            (_, 0) => self.words.say("co-occurrence-all"),
            (n_with, n_without) if n_with > n_without => {
                let cases = names(&mut without.into_iter());
                self.words.say_with("co-occurrence-all-but", [("cases", cases.into())])
            }
            _ => names(&mut self.table.cases_with_both(pair)),
        }
    }

    fn sources(&self, pair: &Pair) -> Vec<String> {
        let [a, b] = self.table.codes_of(pair);
        let both = u64::from(pair.n_sources);
        vec![
            self.k_of(both, self.table.n_sources as u64),
            self.k_of(both, u64::from(a.n_sources)),
            self.k_of(both, u64::from(b.n_sources)),
            self.number(self.table.jaccard_sources(pair)),
        ]
    }

    fn codings(&self, pair: &Pair) -> Vec<String> {
        let [a, b] = self.table.codes_of(pair);
        let counts = [
            (pair.codings.n_first, a.n_codings),
            (pair.codings.n_second, b.n_codings),
            (pair.passages.n_first, a.n_passages),
            (pair.passages.n_second, b.n_passages),
        ];
        counts.map(|(k, n)| self.k_of(u64::from(k), u64::from(n))).to_vec()
    }

    fn pairs(&self, pair: &Pair) -> Vec<String> {
        let c = |c: Measured| self.number(c) + if is_out_of_range(c) { OUT_OF_RANGE } else { "" };
        let unequal = if self.table.is_unequal(pair) { UNEQUAL } else { "" };
        vec![
            self.whole(pair.passages.n_pairs),
            c(self.table.c_passages(pair)),
            self.whole(pair.codings.n_pairs),
            c(self.table.c_codings(pair)),
            self.number(self.table.frequency_ratio(pair)) + unequal,
            self.words.whole(pair.shared_chars),
        ]
    }

    fn name(&self, code: &CodeRow) -> String {
        code.name.or(self.words.language, &code.id)
    }

    fn k_of(&self, k: u64, n: u64) -> String {
        k_of_n(self.words, (k as usize, n as usize))
    }

    fn whole(&self, n: u32) -> String {
        self.words.whole(u64::from(n))
    }

    fn number(&self, value: Measured) -> String {
        measured(self.words, value, 2)
    }

    /// What the numbers mean, which of them need care, and what they rest on.
    fn notes(&self) -> Vec<String> {
        let say = |key: &str| self.words.say(&format!("co-occurrence-{key}"));
        let unit: &str = self.unit.into();
        if self.read().next().is_none() {
            return [say("none")].into_iter().chain(self.rests_on()).collect();
        }
        let mut notes = vec![say(&format!("note-{unit}"))];
        notes.extend(self.care());
        notes.push(say("order"));
        if self.table.basis.folded {
            notes.push(say("kin"));
        }
        let n_headings = self.table.pairs.iter().filter(|pair| self.has_heading(pair)).count();
        if n_headings > 0 {
            notes.push(self.words.say_with("co-occurrence-headings", [("n", n_headings.into())]));
        }
        notes.push(say("caution"));
        notes.extend(self.open_note());
        notes.extend(self.rests_on());
        notes
    }

    fn rests_on(&self) -> [String; 2] {
        let chars = self.words.whole(self.table.n_chars);
        let args = [("chars", chars.into()), ("sources", self.table.n_sources.into())];
        let material = self.words.say_with("co-occurrence-material", args);
        [material, basis_note(self.project, &self.table.basis)]
    }

    /// What to know of the numbers of this unit.
    fn care(&self) -> Vec<String> {
        let (table, words) = (self.table, self.words);
        let say = |key: &str| words.say(&format!("co-occurrence-{key}"));
        let mut notes = Vec::new();
        if matches!(self.unit, Unit::Cases | Unit::Sources) {
            if self.unit == Unit::Cases && self.read().any(|pair| table.rule(pair).is_necessary()) {
                notes.push(say("necessary"));
            }
            if table.options.window != Window::Overlap {
                notes.push(say("window-elsewhere"));
            }
            return notes;
        }
        notes.push(self.window());
        if table.basis.coders.len() > 1 {
            notes.push(say("coders"));
        }
        if self.unit == Unit::Pairs {
            let measures = |pair: &Pair| [table.c_passages(pair), table.c_codings(pair)];
            if self.read().flat_map(measures).any(is_out_of_range) {
                notes.push(say("out-of-range"));
            }
            if self.read().any(|pair| table.is_unequal(pair)) {
                notes.push(say("unequal"));
            }
            notes.extend(reasons(words, self.undefined()));
        }
        let n_whole: u32 = table.codes.iter().map(|code| code.n_whole).sum();
        if n_whole > 0 {
            notes.push(words.say_with("co-occurrence-whole", [("n", n_whole.into())]));
        }
        notes
    }

    fn undefined(&self) -> Vec<Undefined> {
        let table = self.table;
        let measures = |pair: &Pair| {
            [table.c_passages(pair), table.c_codings(pair), table.frequency_ratio(pair)].map(Measured::err)
        };
        self.read().flat_map(measures).flatten().collect()
    }

    fn window(&self) -> String {
        match self.table.options.window {
            Window::Overlap => self.words.say("co-occurrence-window-overlap"),
            Window::Unit => self.words.say("co-occurrence-window-unit"),
            Window::Chars(n) => self.words.say_with("co-occurrence-window-chars", [("n", n.into())]),
        }
    }

    /// How to open a number: for cases and sources all passages of both codes, for codings and pairs those that share words, or
    /// all in their sources where the window is another.
    fn open_note(&self) -> Option<String> {
        let ids = |pair: &Pair| self.table.codes_of(pair).map(|code| code.id.to_string());
        if matches!(self.unit, Unit::Cases | Unit::Sources) {
            let [a, b] = ids(self.read().next()?);
            let by: &str = if self.unit == Unit::Cases { "case" } else { "source" };
            let command = format!("draad quotes {a} {b} --by {by}");
            return Some(self.words.say_with("company-open", [("command", command.into())]));
        }
        if self.table.options.window != Window::Overlap {
            let [a, b] = ids(self.read().find(|pair| pair.codings.n_pairs > 0)?);
            let command = format!("draad quotes {a} {b} --by source");
            return Some(self.words.say_with("company-open", [("command", command.into())]));
        }
        let [a, b] = ids(self.read().find(|pair| pair.shared_chars > 0)?);
        let command = format!("draad table co-occurrence --cell {a},{b}");
        Some(open_cell(self.words, command))
    }
}
