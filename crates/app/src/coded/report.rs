//! The reconciliation of a project, as tables and lines for people.

use super::Summary;
use draad_ingest::coded::{Entry, Fate, Reason, Reconciliation, Thing};
use draad_store::ReconciliationRow;
use draad_words::Words;
use indexmap::IndexMap;
use std::collections::{BTreeMap, BTreeSet};

/// How many names a line gives.
const MAX_NAMES: usize = 3;

/// What is counted of one kind of thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many the file claims or holds; nothing where it does not say.
    pub claimed: Option<usize>,
    /// How many were read.
    pub read: Option<usize>,
    /// How many are in the study as they were.
    pub kept: usize,
    /// How many are in it, but not just as they were.
    pub changed: usize,
    /// How many are not in it.
    pub dropped: usize,
    /// How many the file claims of which nothing is told.
    pub untold: usize,
}

/// Returns the kinds of things of a project, with what is counted of each.
pub fn counts(reconciliation: &Reconciliation) -> Vec<(Thing, Counts)> {
    let told = reconciliation.entries.iter().map(|entry| entry.thing);
    let things: BTreeSet<Thing> =
        reconciliation.claimed.keys().chain(reconciliation.read.keys()).copied().chain(told).collect();
    things.into_iter().map(|thing| (thing, counts_of(reconciliation, thing))).collect()
}

fn counts_of(reconciliation: &Reconciliation, thing: Thing) -> Counts {
    let [kept, changed, dropped] =
        [Fate::Kept, Fate::Changed, Fate::Dropped].map(|fate| reconciliation.n(thing, fate));
    let claimed = reconciliation.claimed.get(&thing).copied();
    let read = reconciliation.read.get(&thing).copied();
    let Some(n) = claimed else { return Counts { read, kept, changed, dropped, ..Counts::default() } };
    // A thing may be changed more than once, and changed before it is dropped; it counts once.
    let dropped = dropped.min(n);
    let changed = if is_placed(thing) { n_changed(reconciliation, thing) } else { changed }.min(n - dropped);
    // What a reader changed on the way may have been kept from then on.
    let left = n.saturating_sub(changed + dropped);
    let kept = if is_placed(thing) { kept.min(left) } else { read.unwrap_or(n).min(left) };
    Counts { claimed, read, kept, changed, dropped, untold: left - kept }
}

/// Returns how many things of a kind were changed, by name: those of a name that were changed for several reasons count
/// once, and those that were dropped in the end do not.
fn n_changed(reconciliation: &Reconciliation, thing: Thing) -> usize {
    let mut changed: BTreeMap<&str, BTreeMap<Option<Reason>, usize>> = BTreeMap::new();
    let mut others: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for entry in reconciliation.entries.iter().filter(|entry| entry.thing == thing) {
        match entry.fate {
            Fate::Changed => {
                *changed.entry(&entry.name).or_default().entry(entry.reason).or_default() += entry.n
            }
            Fate::Kept => others.entry(&entry.name).or_default().0 += entry.n,
            Fate::Dropped => others.entry(&entry.name).or_default().1 += entry.n,
        }
    }
    let of_name = |(name, reasons): (&&str, &BTreeMap<Option<Reason>, usize>)| {
        let most = reasons.values().max().copied().unwrap_or_default();
        match others.get(name) {
            Some((0, n_dropped)) if *n_dropped > 0 => most.saturating_sub(*n_dropped),
            _ => most,
        }
    };
    changed.iter().map(of_name).sum()
}

/// Returns whether things of this kind get a place of their own in a study; others are part of those.
fn is_placed(thing: Thing) -> bool {
    matches!(
        thing,
        Thing::Sources
            | Thing::Codes
            | Thing::Codings
            | Thing::Coders
            | Thing::Cases
            | Thing::CaseParts
            | Thing::Variables
            | Thing::Memos
            | Thing::Groups
    )
}

/// Returns the reconciliation as a grid of texts, with a header: what, claimed, read, kept, changed, dropped.
pub fn table(words: &Words, summary: &Summary) -> Vec<Vec<String>> {
    let heads = ["thing", "claimed", "read", "kept", "changed", "dropped"];
    let header = heads.iter().map(|head| words.say(&format!("coded-column-{head}"))).collect();
    let number = |n: Option<usize>| n.map_or(String::new(), |n| n.to_string());
    let row = |(thing, counts): (Thing, Counts)| {
        vec![
            thing_name(words, thing),
            number(counts.claimed),
            number(counts.read),
            counts.kept.to_string(),
            counts.changed.to_string(),
            counts.dropped.to_string(),
        ]
    };
    std::iter::once(header).chain(counts(&summary.reconciliation).into_iter().map(row)).collect()
}

/// What things in one line have in common: kind, fate, reason, detail.
type Same<'e> = (Thing, Fate, Option<Reason>, &'e str);
/// Their names, as far as they are shown, and how many there are.
type Together<'e> = (Vec<&'e str>, usize);

/// Returns what was changed or dropped, a line each; what became the same for the same reason stands together.
pub fn lines(words: &Words, summary: &Summary) -> Vec<String> {
    let mut groups: IndexMap<Same, Together> = IndexMap::new();
    for entry in summary.reconciliation.entries.iter().filter(|entry| entry.fate != Fate::Kept) {
        let key = (entry.thing, entry.fate, entry.reason, entry.detail.as_str());
        let (names, n) = groups.entry(key).or_default();
        if names.len() <= MAX_NAMES && names.last() != Some(&entry.name.as_str()) {
            names.push(&entry.name);
        }
        *n += entry.n;
    }
    // What is not in the study comes first: it is what readers must know, and what a screen has room for.
    groups.sort_by(|one, _, other, _| (other.1 == Fate::Dropped).cmp(&(one.1 == Fate::Dropped)));
    let line = |((thing, fate, reason, detail), (names, n)): (&Same, &Together)| {
        let shown = names.iter().take(MAX_NAMES).filter(|name| !name.is_empty()).copied().collect::<Vec<_>>();
        let more = if names.len() > MAX_NAMES { " …" } else { "" };
        let fate: &str = fate.into();
        let args = [
            ("thing", thing_name(words, *thing).into()),
            ("fate", words.say(&format!("fate-{fate}")).into()),
            ("n", (*n).into()),
            ("names", format!("{}{more}", shown.join(", ")).into()),
            ("has-names", usize::from(!shown.is_empty()).into()),
            ("reason", reason_sentence(words, *reason, detail).into()),
        ];
        words.say_with("coded-line", args)
    };
    let untold = counts(&summary.reconciliation).into_iter().filter(|(_, counts)| counts.untold > 0);
    let untold = untold.map(|(thing, counts)| {
        let args = [("thing", thing_name(words, thing).into()), ("n", counts.untold.into())];
        words.say_with("coded-untold", args)
    });
    groups.iter().map(line).chain(untold).collect()
}

/// Returns what came of a project, in one line.
pub fn headline(words: &Words, summary: &Summary) -> String {
    let origin = if summary.origin.is_empty() { &summary.reading } else { &summary.origin };
    let args = [
        ("file", summary.file.as_str().into()),
        ("origin", origin.as_str().into()),
        ("sources", summary.new_sources.len().into()),
        ("codings", summary.n_new_codings.into()),
        ("known", summary.n_known_codings.into()),
    ];
    words.say_with("coded-headline", args)
}

/// Returns the reconciliation as Markdown, for the import report.
pub fn markdown(words: &Words, summary: &Summary) -> String {
    let mut text = format!("\n## {}\n\n{}\n\n", summary.file, headline(words, summary));
    let cells = |row: &Vec<String>| format!("| {} |\n", row.join(" | "));
    for (n, row) in table(words, summary).iter().enumerate() {
        text += &cells(row);
        if n == 0 {
            text += &format!("|{}\n", " --- |".repeat(row.len()));
        }
    }
    text.push('\n');
    for line in lines(words, summary) {
        text += &format!("- {}\n", line.replace('\n', " "));
    }
    text
}

/// Returns the rows of `imports/<project>.csv`: of each kind of thing the sum, then each thing by name.
pub(super) fn rows(words: &Words, summary: &Summary) -> Vec<ReconciliationRow> {
    let mut rows = Vec::new();
    for (thing, counts) in counts(&summary.reconciliation) {
        let name: &str = thing.into();
        let untold =
            (counts.untold > 0).then(|| words.say_with("coded-untold-short", [("n", counts.untold.into())]));
        rows.push(ReconciliationRow {
            thing: name.to_owned(),
            claimed: counts.claimed,
            read: counts.read,
            kept: Some(counts.kept),
            changed: Some(counts.changed),
            dropped: Some(counts.dropped),
            remark: untold.unwrap_or_default(),
            ..ReconciliationRow::default()
        });
        rows.extend(named(words, summary, thing));
    }
    rows
}

fn named(words: &Words, summary: &Summary, thing: Thing) -> Vec<ReconciliationRow> {
    let mut entries: IndexMap<(&str, Fate, Option<Reason>, &str), usize> = IndexMap::new();
    for entry in summary.reconciliation.entries.iter().filter(|entry| entry.thing == thing) {
        let Entry { name, fate, reason, detail, n, .. } = entry;
        *entries.entry((name, *fate, *reason, detail)).or_default() += n;
    }
    let what: &str = thing.into();
    let row = |((name, fate, reason, detail), n): (&(&str, Fate, Option<Reason>, &str), &usize)| {
        let of = |wanted: Fate| (*fate == wanted).then_some(*n);
        ReconciliationRow {
            thing: what.to_owned(),
            name: (*name).to_owned(),
            kept: of(Fate::Kept),
            changed: of(Fate::Changed),
            dropped: of(Fate::Dropped),
            in_study: if *fate == Fate::Kept { (*detail).to_owned() } else { String::new() },
            remark: reason_sentence(words, *reason, detail),
            ..ReconciliationRow::default()
        }
    };
    entries.iter().map(row).collect()
}

/// Returns what things of a kind are called.
pub(crate) fn thing_name(words: &Words, thing: Thing) -> String {
    let name: &str = thing.into();
    words.say(&format!("thing-{name}"))
}

/// Returns why something is not as it was; empty where there is no reason.
pub(crate) fn reason_sentence(words: &Words, reason: Option<Reason>, detail: &str) -> String {
    let Some(reason) = reason else { return String::new() };
    let name: &str = reason.into();
    let args = [("detail", detail.into()), ("has-detail", usize::from(!detail.is_empty()).into())];
    words.say_with(&format!("reason-{name}"), args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::Language;
    use strum::VariantNames;

    #[test]
    fn every_thing_fate_and_reason_has_a_sentence() {
        for language in [Language::Nl, Language::En] {
            let words = Words::new(language);
            let things = Thing::VARIANTS.iter().map(|name| format!("thing-{name}"));
            let reasons = Reason::VARIANTS.iter().map(|name| format!("reason-{name}"));
            let fates = Fate::VARIANTS.iter().map(|name| format!("fate-{name}"));
            let missing: Vec<String> =
                things.chain(reasons).chain(fates).filter(|key| !words.has(key)).collect();
            assert_eq!(missing, [""; 0], "{language:?}");
        }
    }

    #[test]
    fn what_a_reader_changed_and_the_study_kept_counts_once() {
        let mut reconciliation = Reconciliation::default();
        reconciliation.claim(Thing::Codings, 5);
        reconciliation.read(Thing::Codings, 4);
        reconciliation.change(Thing::Codings, "a", Reason::StartAfterEnd, "");
        reconciliation.lose(Thing::Codings, "a", Reason::PastEnd, "");
        for _ in 0..3 {
            reconciliation.keep(Thing::Codings, "a", "a");
        }
        let all = counts(&reconciliation);
        let counts = all[0].1;
        assert_eq!((counts.kept, counts.changed, counts.dropped, counts.untold), (3, 1, 1, 0));
        reconciliation.change(Thing::Codings, "a", Reason::ValenceOfTheme, "");
        assert_eq!(super::counts(&reconciliation)[0].1, counts);
        reconciliation.claim(Thing::Codings, 2);
        assert_eq!(super::counts(&reconciliation)[0].1.untold, 2);
    }
}
