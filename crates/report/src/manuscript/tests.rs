use super::*;
use std::collections::BTreeSet;

/// Items that only the author can answer: numbers 1–11, 13–15, 17, 19, 23 and 28 of COREQ, and S5, S6 and S9 of SRQR.
#[test]
fn what_only_the_author_knows_is_left_to_the_author() {
    let empty = |key: &str| -> Vec<&str> {
        let standard = STANDARDS.iter().find(|standard| standard.key == key).unwrap();
        let items = standard.items.iter().filter(|item| item.topics.is_empty());
        items.map(|item| item.number).collect()
    };
    let coreq: Vec<String> =
        (1..=11).chain(13..=15).chain([17, 19, 23, 28]).map(|n: u32| n.to_string()).collect();
    assert_eq!(empty("coreq"), coreq);
    assert!(["S5", "S6", "S9"].iter().all(|number| empty("srqr").contains(number)));
    assert!(["researchers", "relationship"].iter().all(|number| empty("jars").contains(number)));
    let filled: Vec<&str> =
        STANDARDS[1].items.iter().filter(|item| !item.topics.is_empty()).map(|item| item.number).collect();
    assert_eq!(filled, ["S8", "S10", "S12", "S13", "S14", "S15", "S17"]);
}

#[test]
fn standards_have_all_their_items_once_and_in_order() {
    let numbers = |standard: &Standard| standard.items.iter().map(|item| item.number).collect::<Vec<_>>();
    assert_eq!(numbers(&STANDARDS[0]), (1..=32).map(|n| n.to_string()).collect::<Vec<_>>());
    assert_eq!(numbers(&STANDARDS[1]), (1..=21).map(|n| format!("S{n}")).collect::<Vec<_>>());
    let jars = numbers(&STANDARDS[2]);
    assert_eq!(jars.iter().collect::<BTreeSet<_>>().len(), jars.len());
}

#[test]
fn every_item_and_part_has_a_name_in_both_languages() {
    for language in [draad_core::Language::Nl, draad_core::Language::En] {
        let words = Words::new(language);
        for standard in &STANDARDS {
            for item in standard.items {
                assert!(words.has(&format!("{}-{}", standard.key, item.number.to_lowercase())), "{item:?}");
                assert!(words.has(&format!("{}-part-{}", standard.key, item.part)), "{item:?}");
            }
        }
    }
}
