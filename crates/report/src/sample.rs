//! Who was heard and what was read: sources by kind and by role per case.

use crate::address;
use crate::reader::{Link, Reader};
use draad_core::facts::{Facts, Material};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The sample table.
#[derive(Debug, Serialize)]
pub(crate) struct SampleView {
    kinds: Vec<String>,
    roles: Vec<String>,
    rows: Vec<RowView>,
    totals: RowView,
}

/// A case, or all of them.
#[derive(Debug, Serialize)]
struct RowView {
    case: Link,
    outcome: String,
    n_sources: Link,
    kinds: Vec<Link>,
    roles: Vec<Link>,
    n_words: String,
    n_chars: String,
    period: String,
}

/// Material counted, each stretch of text once.
#[derive(Default)]
struct Tally {
    sources: BTreeSet<u32>,
    by_kind: BTreeMap<usize, BTreeSet<u32>>,
    by_role: BTreeMap<usize, BTreeSet<u32>>,
    stretches: BTreeSet<(u32, u32)>,
    n_words: u64,
    n_chars: u64,
    days: BTreeSet<Date>,
}

/// The place of material whose speaker has no known role: after all roles.
const NOT_STATED: usize = usize::MAX;

/// Counts the material per case.
pub(crate) fn view(reader: &Reader, facts: &Facts) -> SampleView {
    let mut per_case: BTreeMap<u32, Tally> =
        facts.cases.iter().map(|&case| (case, Tally::default())).collect();
    let mut all = Tally::default();
    for material in &facts.material {
        let n_words = count_words(reader, material);
        all.add(reader, material, n_words);
        if let Some(tally) = per_case.get_mut(&material.case) {
            tally.add(reader, material, n_words);
        }
    }
    let kinds: Vec<usize> = all.by_kind.keys().copied().collect();
    let roles: Vec<usize> = all.by_role.keys().copied().collect();
    let columns = Columns { reader, kinds: &kinds, roles: &roles };
    let table = reader.input.table;
    let rows = table.cases.iter().filter_map(|column| {
        let place = reader.study.cases.get_index_of(&column.id)?;
        let group = table.outcome_groups.get(column.outcome_group);
        let outcome = group.map(|group| reader.group_name(group)).unwrap_or_default();
        let to = address::case_part("sources", &column.id);
        Some(columns.row(reader.case_link(&column.id), outcome, &to, per_case.get(&(place as u32))?))
    });
    let total =
        Link { text: reader.words.say("report-total"), to: String::new(), about: String::new(), mark: "" };
    SampleView {
        rows: rows.collect(),
        totals: columns.row(total, String::new(), "", &all),
        kinds: kinds.iter().map(|&kind| columns.kind_name(kind)).collect(),
        roles: roles.iter().map(|&role| columns.role_name(role)).collect(),
    }
}

fn count_words(reader: &Reader, material: &Material) -> u64 {
    let source = reader.study.sources.get_index(material.source as usize).map(|(_, source)| source);
    let text = source.and_then(|source| source.text.get(source.text.span(material.chars)?));
    text.map_or(0, |text| text.split_whitespace().count() as u64)
}

impl Tally {
    fn add(&mut self, reader: &Reader, material: &Material, n_words: u64) {
        let Some((_, source)) = reader.study.sources.get_index(material.source as usize) else {
            return;
        };
        let known_kind = reader.study.settings.kinds.iter().position(|kind| kind.id == source.kind);
        self.sources.insert(material.source);
        self.by_kind.entry(known_kind.unwrap_or(NOT_STATED)).or_default().insert(material.source);
        let role = material.setting.role.map_or(NOT_STATED, |role| role as usize);
        let asks = reader.study.settings.roles.get(role).is_some_and(|role| role.asks);
        if !asks {
            self.by_role.entry(role).or_default().insert(material.source);
        }
        if self.stretches.insert((material.source, material.chars.start.0)) {
            self.n_words += n_words;
            self.n_chars += u64::from(material.chars.len());
            let unit = material.setting.unit.and_then(|unit| source.units.get(unit as usize));
            self.days.extend(source.date);
            self.days.extend(unit.and_then(|unit| unit.time).map(|time| time.date()));
        }
    }
}

/// Which kinds and roles have a column.
struct Columns<'a> {
    reader: &'a Reader<'a>,
    kinds: &'a [usize],
    roles: &'a [usize],
}

impl Columns<'_> {
    fn row(&self, case: Link, outcome: String, to: &str, tally: &Tally) -> RowView {
        let number = |n: usize, about: String| Link {
            text: if n == 0 { String::new() } else { n.to_string() },
            to: if n == 0 { String::new() } else { to.to_owned() },
            about,
            mark: "",
        };
        let count = |by: &BTreeMap<usize, BTreeSet<u32>>, key: &usize| by.get(key).map_or(0, BTreeSet::len);
        let kinds = self.kinds.iter().map(|kind| number(count(&tally.by_kind, kind), self.kind_name(*kind)));
        let roles = self.roles.iter().map(|role| number(count(&tally.by_role, role), self.role_name(*role)));
        RowView {
            kinds: kinds.collect(),
            roles: roles.collect(),
            n_sources: number(tally.sources.len(), case.about.clone()),
            n_words: self.reader.words.whole(tally.n_words),
            n_chars: self.reader.words.whole(tally.n_chars),
            period: self.period(tally),
            case,
            outcome,
        }
    }

    fn period(&self, tally: &Tally) -> String {
        match (tally.days.first(), tally.days.last()) {
            (Some(first), Some(last)) => format!("{} – {}", month(first), month(last)),
            _ => String::new(),
        }
    }

    fn kind_name(&self, kind: usize) -> String {
        match self.reader.study.settings.kinds.get(kind) {
            Some(kind) => kind.name(self.reader.language()),
            None => self.reader.words.say("not-stated"),
        }
    }

    fn role_name(&self, role: usize) -> String {
        match self.reader.study.settings.roles.get(role) {
            Some(role) => role.name(self.reader.language()),
            None => self.reader.words.say("not-stated"),
        }
    }
}

fn month(day: &Date) -> String {
    format!("{:02}-{}", day.month(), day.year())
}
