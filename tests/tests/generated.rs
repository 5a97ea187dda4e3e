//! Generated studies are like real ones where it matters for measuring: some words are frequent, most are rare.

use draad_core::{Study, source::normalised};
use draad_tests::generate::{self, Size};
use draad_tests::vocabulary::Vocabulary;
use indexmap::IndexMap;
use std::collections::BTreeSet;

const SEED: u64 = 13;

fn words(study: &Study) -> Vec<String> {
    let marks = |c: char| "?!.,".contains(c);
    let units =
        study.sources.values().flat_map(|source| source.units.iter().map(move |unit| (source, unit.span)));
    let said = units.map(|(source, span)| source.text.get(span).expect("a unit lies in its text"));
    said.flat_map(|said| said.split(' ').map(|word| word.trim_matches(marks).to_lowercase())).collect()
}

#[test]
fn words_are_as_frequent_as_their_rank_says() {
    let (study, vocabulary) = (generate::study(generate::S, SEED), Vocabulary::get());
    let words = words(&study);
    let mut counts: IndexMap<&str, usize> = IndexMap::new();
    for word in &words {
        *counts.entry(word).or_default() += 1;
    }
    for ranks in [0..1, 1..10, 10..100, 100..1_000, 1_000..10_000, 10_000..100_000] {
        let expected: f64 = ranks.clone().map(|rank| vocabulary.share(rank)).sum();
        let found =
            vocabulary.words()[ranks.clone()].iter().map(|word| counts.get(word.to_lowercase().as_str()));
        let found = found.flatten().sum::<usize>() as f64 / words.len() as f64;
        assert!(
            (found / expected - 1.0).abs() < 0.15,
            "ranks {ranks:?}: {found:.4} instead of {expected:.4}"
        );
    }
    assert!((10_000..20_000).contains(&counts.len()), "{} different words", counts.len());
    for word in ["vertrouwen", "moeder", "vertrouwd", "zo'n", "ochtends"] {
        assert!(counts.contains_key(word), "{word}");
    }
}

#[test]
fn the_vocabulary_has_every_word_once() {
    let words = Vocabulary::get().words();
    let distinct: BTreeSet<String> = words.iter().map(|word| word.to_lowercase()).collect();
    assert_eq!(distinct.len(), words.len());
}

#[test]
fn a_seed_makes_one_study_and_its_texts_are_as_stored() {
    let size = Size { n_sources: 12, n_chars: 3_000, n_codings: 50, ..generate::S };
    let study = generate::study(size, SEED);
    assert_eq!(study, generate::study(size, SEED));
    assert_ne!(study, generate::study(size, SEED + 1));
    for source in study.sources.values() {
        assert_eq!(source.text.as_str(), normalised(source.text.as_str()));
        assert!(source.text.as_str().len() >= size.n_chars);
    }
}
