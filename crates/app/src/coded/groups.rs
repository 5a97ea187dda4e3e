//! What a set of another program probably is: a case, a value of something recorded of sources, or just a set.

use draad_core::id::folded;
use draad_ingest::coded::Group;
use std::collections::{BTreeMap, BTreeSet};

/// What a set is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Proposal {
    /// Its sources belong to the case of this name: `case: X`.
    Case(String),
    /// Its sources have this value of something: `gender: male`.
    Value { key: String, value: String },
    /// A set without further meaning.
    Tag,
    /// It has no members.
    Empty,
}

/// The longest name of something recorded of sources; what is longer is a sentence with a colon.
const MAX_KEY: usize = 40;
/// How people call a case, before the colon.
const CASE_WORDS: [&str; 2] = ["case", "casus"];

/// Returns what each set is taken for. `key: value` is a value only where no source has two values of the same key.
pub(super) fn propose(groups: &[Group]) -> Vec<Proposal> {
    let mut seen: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut doubtful: BTreeSet<String> = BTreeSet::new();
    for group in groups {
        let Some((key, _)) = key_and_value(&group.name) else { continue };
        let sources = seen.entry(folded(key)).or_default();
        let members: BTreeSet<usize> = group.sources.iter().copied().collect();
        if !sources.is_disjoint(&members) || !group.codes.is_empty() {
            doubtful.insert(folded(key));
        }
        sources.extend(members);
    }
    groups.iter().map(|group| proposal(group, &doubtful)).collect()
}

fn proposal(group: &Group, doubtful: &BTreeSet<String>) -> Proposal {
    if group.sources.is_empty() && group.codes.is_empty() && group.memos.is_empty() {
        return Proposal::Empty;
    }
    match key_and_value(&group.name).filter(|_| !group.sources.is_empty()) {
        Some((key, value)) if CASE_WORDS.contains(&folded(key).as_str()) => Proposal::Case(value.to_owned()),
        Some((key, value)) if !doubtful.contains(&folded(key)) => {
            Proposal::Value { key: key.to_owned(), value: value.to_owned() }
        }
        _ => Proposal::Tag,
    }
}

/// Returns what stands before and after the colon.
pub(super) fn key_and_value(name: &str) -> Option<(&str, &str)> {
    let (key, value) = name.split_once(':')?;
    let (key, value) = (key.trim(), value.trim());
    let is_name = !key.is_empty() && !value.is_empty() && !value.starts_with(':');
    (is_name && key.chars().count() <= MAX_KEY).then_some((key, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(name: &str, sources: &[usize]) -> Group {
        Group { name: name.to_owned(), sources: sources.to_vec(), ..Group::default() }
    }

    #[test]
    fn sets_are_cases_values_or_tags() {
        let value = |key: &str, value: &str| Proposal::Value { key: key.to_owned(), value: value.to_owned() };
        let groups = [
            group("Case: Gezin Noord", &[0, 1]),
            group("gender: male", &[0]),
            group("Gender: female", &[1, 2]),
            group("topic: rules", &[0, 1]),
            group("topic: money", &[1]),
            group("<3", &[]),
            group("mooie stukken", &[2]),
            group("A::B", &[2]),
            Group { name: "codes: a".to_owned(), codes: vec![1], ..Group::default() },
        ];
        assert_eq!(
            propose(&groups),
            [
                Proposal::Case("Gezin Noord".to_owned()),
                value("gender", "male"),
                value("Gender", "female"),
                Proposal::Tag,
                Proposal::Tag,
                Proposal::Empty,
                Proposal::Tag,
                Proposal::Tag,
                Proposal::Tag,
            ]
        );
    }

    #[test]
    fn sources_of_several_cases_are_no_contradiction() {
        let groups = [group("case: a", &[0, 1]), group("case: b", &[1])];
        assert_eq!(propose(&groups), [Proposal::Case("a".to_owned()), Proposal::Case("b".to_owned())]);
    }
}
