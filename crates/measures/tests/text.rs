//! Keyness, tf-idf and collocations against scipy 1.17.1, scikit-learn 1.9.1 and nltk 3.10.4, on three sentences of our own.
#![allow(clippy::unwrap_used, reason = "a fixture that does not fit fails its test")]

use draad_measures::collocation::Company;
use draad_measures::keyness::Frequencies;
use draad_measures::tf_idf::{Idf, Tf, normalised, weights};
use serde_json::Value;
use std::cmp::Ordering;

const TOLERANCE: f64 = 1e-9;

fn expected() -> Value {
    let whole: Value = serde_json::from_str(include_str!("fixtures/keyness-tfidf-kwic.json")).unwrap();
    whole["expected"].clone()
}

/// The words of each case, in order.
fn tokens(expected: &Value) -> Vec<Vec<String>> {
    ["C01", "C02", "C03"].map(|case| serde_json::from_value(expected["tokens"][case].clone()).unwrap()).into()
}

fn n(words: &[String], word: &str) -> u64 {
    words.iter().filter(|own| *own == word).count() as u64
}

fn close(own: f64, theirs: &Value, what: &str) {
    let theirs = theirs.as_f64().unwrap();
    assert!((own - theirs).abs() < TOLERANCE, "{what}: {own} and {theirs}");
}

#[test]
fn keyness_is_that_of_scipy() {
    let expected = expected();
    let cases = tokens(&expected);
    let (target, reference) = (&cases[0], cases[1..].concat());
    let words = expected["keyness"].as_array().unwrap();
    assert_eq!(words.len(), 29);
    for word in words {
        let token = word["token"].as_str().unwrap();
        let own = Frequencies::new(
            n(target, token),
            target.len() as u64,
            n(&reference, token),
            reference.len() as u64,
        );
        let own = own.unwrap();
        close(own.expected().0, &word["expected_target"], token);
        close(own.expected().1, &word["expected_reference"], token);
        close(own.log_likelihood(), &word["ll_two_cell"], token);
        close(own.g_squared(), &word["g2_four_cell"], token);
        close(own.log_ratio(), &word["log_ratio_half_correction"], token);
        let sign = if own.direction() == Ordering::Greater { 1 } else { -1 };
        assert_eq!(word["sign"].as_i64(), Some(sign), "{token}");
    }
}

#[test]
fn weights_are_those_of_scikit_learn() {
    let expected = expected();
    let cases = tokens(&expected);
    for (name, tf, idf, norm) in [
        ("smooth_l2", Tf::Count, Idf::Smooth, true),
        ("smooth_raw", Tf::Count, Idf::Smooth, false),
        ("unsmoothed_raw", Tf::Count, Idf::Unsmoothed, false),
        ("sublinear_smooth_l2", Tf::Sublinear, Idf::Smooth, true),
    ] {
        let table = &expected["tfidf"][name];
        let words: Vec<String> = serde_json::from_value(table["cols"].clone()).unwrap();
        let counts: Vec<Vec<u64>> =
            cases.iter().map(|case| words.iter().map(|word| n(case, word)).collect()).collect();
        for (document, own) in weights(&counts, tf, idf).iter().enumerate() {
            let own = if norm { normalised(own) } else { own.clone() };
            for (word, weight) in own.iter().enumerate() {
                close(
                    *weight,
                    &table["values"][document][word],
                    &format!("{name} {document} {}", words[word]),
                );
            }
        }
    }
}

/// The company of a word is here the place right after it, and the cases are one text, as in the reference.
#[test]
fn collocations_are_those_of_nltk() {
    let expected = expected();
    let words = tokens(&expected).concat();
    let pairs = expected["bigrams_min2"].as_array().unwrap();
    assert_eq!(pairs.len(), 5);
    for pair in pairs {
        let [first, second] = [0, 1].map(|place| pair["bigram"][place].as_str().unwrap());
        let together = words.windows(2).filter(|pair| pair[0] == first && pair[1] == second).count() as u64;
        assert_eq!(pair["count"].as_u64(), Some(together));
        let own = Company::new(together, n(&words, first), n(&words, second), words.len() as u64).unwrap();
        close(own.log_likelihood().unwrap(), &pair["likelihood_ratio"], first);
        close(own.mutual_information().unwrap(), &pair["pmi"], first);
    }
}
