use super::compare::overlap_of;
use super::*;
use crate::sample::{Sample, any_filter, any_study, coding};
use draad_core::{CharOffset, Target};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const WORDS: &str = "Wij bellen elke week en dat helpt ons allebei.";

fn sample() -> Sample {
    Sample::new()
        .case("p01", "constructive")
        .factor("trust", "promoting")
        .factor("respect", "promoting")
        .source("s1", "p01", "interview", &[("p01-parent", WORDS)])
        .source("s2", "p01", "chat", &[("p01-parent", WORDS)])
}

fn found(study: &Study, overlap: f64) -> Disagreements {
    Disagreements::from_study(study, &Options::default(), &DisagreementOptions { overlap }).unwrap()
}

/// Code, words and kinds of each stretch.
fn shown(study: &Study, found: &Disagreements) -> Vec<(String, String, Vec<DisagreementKind>)> {
    let one = |stretch: &Stretch| {
        let code = study.codebook.codes[stretch.code as usize].id.to_string();
        (code, Disagreements::words(study, stretch).to_owned(), stretch.kinds.clone())
    };
    found.stretches.iter().map(one).collect()
}

#[test]
fn who_coded_something_else_there_is_told() {
    let study = sample()
        .coding("anna", "s1", "trust", "bellen elke week")
        .coding("bram", "s1", "respect", "elke week")
        .coding("anna", "s1", "respect", "helpt ons")
        .coding("bram", "s1", "respect", "helpt ons")
        .coding("anna", "s2", "trust", "bellen")
        .done();
    let found = found(&study, 0.5);
    let only_some = vec![DisagreementKind::OnlySomeCoded];
    let text = |text: &str| text.to_owned();
    let expected = [
        (text("trust"), text("bellen elke week"), only_some.clone()),
        (text("respect"), text("elke week"), only_some),
        (text("respect"), text("helpt ons"), vec![]),
    ];
    assert_eq!(shown(&study, &found), expected, "and s2, which only anna read, is not compared");
    assert_eq!(found.sources.len(), 1);
    let other = |stretch: &Stretch, reader: usize| {
        let others = stretch.readings[reader].others.iter();
        others.map(|&coding| study.codings[coding as usize].code.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(other(&found.stretches[0], 1), ["respect"]);
    assert_eq!(other(&found.stretches[0], 0), [""; 0]);
    assert_eq!(other(&found.stretches[1], 0), ["trust"]);
}

#[test]
fn borders_and_valences_can_differ_at_once() {
    let study = sample()
        .coding_as("anna", "s1", "trust", "bellen elke week", Some(Valence::Hindering))
        .coding("bram", "s1", "trust", "week en dat helpt")
        .done();
    let found = found(&study, 0.5);
    let [stretch] = &found.stretches[..] else { panic!("one stretch") };
    assert_eq!(stretch.kinds, [DisagreementKind::Borders, DisagreementKind::Valence]);
    // `week`, 4 characters, of 16 + 17 − 4
    assert_eq!(stretch.overlap, Some(4.0 / 29.0));
}

#[test]
fn two_codings_of_one_coder_are_one_reading() {
    let study = sample()
        .coding("anna", "s1", "trust", "Wij bellen elke week")
        .coding("bram", "s1", "trust", "Wij bellen")
        .coding("bram", "s1", "trust", "elke week")
        .done();
    let found = found(&study, 0.5);
    let [stretch] = &found.stretches[..] else { panic!("one stretch") };
    assert!(stretch.is_agreed());
    assert_eq!((stretch.overlap, stretch.readings[1].codings.len()), (Some(19.0 / 20.0), 2));
    let strict = super::tests::found(&study, 1.0);
    assert_eq!(strict.stretches[0].kinds, [DisagreementKind::Borders]);
}

#[test]
fn a_filter_chooses_stretches_and_leaves_them_whole() {
    let study = sample()
        .coding_as("anna", "s1", "trust", "bellen", Some(Valence::Hindering))
        .coding("bram", "s1", "trust", "bellen")
        .coding("bram", "s1", "respect", "helpt")
        .done();
    let filter = Filter { valences: vec![Valence::Hindering], ..Filter::default() };
    let options = Options { filter, ..Options::default() };
    let found = Disagreements::from_study(&study, &options, &DisagreementOptions::default()).unwrap();
    let [stretch] = &found.stretches[..] else { panic!("one stretch") };
    assert_eq!(stretch.kinds, [DisagreementKind::Valence]);
}

#[test]
fn with_one_coder_there_is_nothing_to_compare() {
    let reason = |study: &Study, options: &Options| {
        let found = Disagreements::from_study(study, options, &DisagreementOptions::default());
        match found.unwrap_err().problem {
            Problem::NothingToShow { reason } => reason,
            other => panic!("{other:?}"),
        }
    };
    let alone = sample().coding("anna", "s1", "trust", "bellen").done();
    assert_eq!(reason(&alone, &Options::default()), "one-coder");
    let apart =
        sample().coding("anna", "s1", "trust", "bellen").coding("bram", "s2", "trust", "bellen").done();
    assert_eq!(reason(&apart, &Options::default()), "no-double-coding");
    let bad = DisagreementOptions { overlap: f64::NAN };
    let refused = Disagreements::from_study(&apart, &Options::default(), &bad).unwrap_err();
    assert!(matches!(refused.problem, Problem::TableValueOutside { .. }));
}

#[test]
fn a_layer_of_decisions_is_compared_with_nobody() {
    let mut study = sample()
        .coding("anna", "s1", "trust", "bellen")
        .coding("bram", "s1", "trust", "bellen")
        .coding("consensus", "s1", "trust", "bellen")
        .done();
    assert_eq!(found(&study, 0.5).coders.len(), 3);
    study.adjudications.insert("consensus".parse().unwrap(), Vec::new());
    assert_eq!(found(&study, 0.5).coders.len(), 2);
    study.settings.coder_policy = CoderPolicy::Adjudicated { coder: "consensus".parse().unwrap() };
    assert_eq!(found(&study, 0.5).stretches[0].readings.len(), 2, "the policy does not matter");
}

/// Every character of a coding, one by one.
fn chars_of(study: &Study, coding: u32) -> BTreeSet<u32> {
    let coding = &study.codings[coding as usize];
    let text = &study.sources[&coding.source].text;
    coding
        .target
        .span()
        .map(|span| text.char_span(span))
        .map_or_else(BTreeSet::new, |chars| (chars.start.0..chars.end.0).collect())
}

/// The definition, read slowly: sets of codings that are joined while any two share a character.
fn slowly(study: &Study, overlap: f64) -> BTreeMap<BTreeSet<u32>, Vec<DisagreementKind>> {
    let has_case = |source: &draad_core::SourceId| !study.sources[source].cases.is_empty();
    let mut groups: Vec<BTreeSet<u32>> = (0..study.codings.len() as u32)
        .filter(|&place| has_case(&study.codings[place as usize].source))
        .map(|place| BTreeSet::from([place]))
        .collect();
    let key = |place: u32| {
        let coding = &study.codings[place as usize];
        (&coding.source, &coding.code, coding.target == Target::Source)
    };
    let joined = |a: &BTreeSet<u32>, b: &BTreeSet<u32>| {
        a.iter().any(|&x| {
            b.iter().any(|&y| {
                let whole = study.codings[x as usize].target == Target::Source;
                key(x) == key(y) && (whole || !chars_of(study, x).is_disjoint(&chars_of(study, y)))
            })
        })
    };
    while let Some((a, b)) = (0..groups.len())
        .flat_map(|a| (a + 1..groups.len()).map(move |b| (a, b)))
        .find(|&(a, b)| joined(&groups[a], &groups[b]))
    {
        let taken = groups.remove(b);
        groups[a].extend(taken);
    }
    let readers = |source: &draad_core::SourceId| -> BTreeSet<&CoderId> {
        study.codings.iter().filter(|coding| coding.source == *source).map(|coding| &coding.coder).collect()
    };
    let mut found = BTreeMap::new();
    for group in groups {
        let source = &study.codings[*group.first().unwrap() as usize].source;
        if readers(source).len() < 2 {
            continue;
        }
        found.insert(group.clone(), kinds_slowly(study, &group, &readers(source), overlap));
    }
    found
}

fn kinds_slowly(
    study: &Study,
    group: &BTreeSet<u32>,
    readers: &BTreeSet<&CoderId>,
    overlap: f64,
) -> Vec<DisagreementKind> {
    let mut chars: Vec<BTreeSet<u32>> = Vec::new();
    let mut valences: BTreeSet<BTreeSet<Option<Valence>>> = BTreeSet::new();
    for reader in readers {
        let own: Vec<u32> =
            group.iter().copied().filter(|&place| study.codings[place as usize].coder == **reader).collect();
        if own.is_empty() {
            continue;
        }
        chars.push(own.iter().flat_map(|&place| chars_of(study, place)).collect());
        let valence = |&place: &u32| {
            let coding = &study.codings[place as usize];
            coding.valence.or(study.codebook.codes[&coding.code].valence)
        };
        valences.insert(own.iter().map(valence).collect());
    }
    let apart = |a: &BTreeSet<u32>, b: &BTreeSet<u32>| {
        !a.is_empty() && (a.intersection(b).count() as f64 / a.union(b).count() as f64) < overlap
    };
    let any_apart = chars.iter().any(|a| chars.iter().any(|b| apart(a, b)));
    let kinds = [
        (chars.len() < readers.len(), DisagreementKind::OnlySomeCoded),
        (any_apart, DisagreementKind::Borders),
        (valences.len() > 1, DisagreementKind::Valence),
    ];
    kinds.into_iter().filter(|(is_so, _)| *is_so).map(|(_, kind)| kind).collect()
}

/// A study with three coders.
fn any_coders() -> impl Strategy<Value = Study> {
    (any_study(), proptest::collection::vec(any::<bool>(), 40)).prop_map(|(mut study, third)| {
        for (coding, third) in study.codings.iter_mut().zip(third) {
            if third && coding.code.as_str() < "c" {
                coding.coder = "chris".parse().unwrap();
            }
        }
        study.sort_codings();
        study
    })
}

proptest! {
    #[test]
    fn stretches_are_those_of_the_definition(study in any_coders(), overlap in 0.0..=1.0) {
        let found = Disagreements::compared(&study, &Options::default(), &DisagreementOptions { overlap });
        let by_codings: BTreeMap<BTreeSet<u32>, Vec<DisagreementKind>> =
            found.stretches.iter().map(|one| (one.codings().collect(), one.kinds.clone())).collect();
        prop_assert_eq!(by_codings, slowly(&study, overlap));
        let order: Vec<_> = found.stretches.iter().map(|one| (one.source, one.chars.map(|c| (c.start, c.end)), one.code)).collect();
        prop_assert!(order.is_sorted());
    }

    #[test]
    fn other_codes_are_those_on_the_same_characters(study in any_coders()) {
        let found = Disagreements::compared(&study, &Options::default(), &DisagreementOptions::default());
        for stretch in found.disagreements() {
            for reading in &stretch.readings {
                let is_other = |place: &u32| {
                    let (other, there) = (&study.codings[*place as usize], chars_of(&study, *place));
                    let meets = match stretch.chars {
                        Some(chars) => there.iter().any(|&at| chars.start.0 <= at && at < chars.end.0),
                        None => other.target == Target::Source,
                    };
                    other.source == study.sources[stretch.source as usize].id
                        && other.coder == found.coders[reading.coder as usize]
                        && other.code != study.codebook.codes[stretch.code as usize].id
                        && meets
                };
                let expected: Vec<u32> = (0..study.codings.len() as u32).filter(is_other).collect();
                let mut others = reading.others.clone();
                others.sort_unstable();
                prop_assert_eq!(others, expected);
            }
        }
    }

    #[test]
    fn a_filter_only_takes_away(study in any_coders(), filter in any_filter()) {
        let all = Disagreements::compared(&study, &Options::default(), &DisagreementOptions::default());
        let options = Options { filter, ..Options::default() };
        let some = Disagreements::compared(&study, &options, &DisagreementOptions::default());
        prop_assert!(some.stretches.iter().all(|stretch| all.stretches.contains(stretch)));
    }

    #[test]
    fn overlap_is_intersection_over_union(
        a in proptest::collection::btree_set(0u32..30, 1..20),
        b in proptest::collection::btree_set(0u32..30, 1..20),
    ) {
        let spans = |set: &BTreeSet<u32>| {
            let one = |&at: &u32| CharSpan { start: CharOffset(at), end: CharOffset(at + 1) };
            set.iter().map(one).collect::<Vec<_>>()
        };
        let expected = a.intersection(&b).count() as f64 / a.union(&b).count() as f64;
        prop_assert_eq!(overlap_of(&spans(&a), &spans(&b)), expected);
    }
}

#[test]
fn codings_of_a_whole_source_are_compared_as_such() {
    let whole = |id, coder, valence| coding(id, coder, "s1", "trust", Target::Source, valence);
    let mut study = sample().coding("bram", "s1", "trust", "bellen").done();
    study.codings.extend([whole("x", "anna", None), whole("y", "bram", Some(Valence::Hindering))]);
    study.sort_codings();
    let found = found(&study, 0.5);
    let kinds: Vec<_> = found.stretches.iter().map(|one| (one.chars.is_some(), one.kinds.clone())).collect();
    let expected = [(false, vec![DisagreementKind::Valence]), (true, vec![DisagreementKind::OnlySomeCoded])];
    assert_eq!(kinds, expected);
}
