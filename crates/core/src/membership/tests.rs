use super::*;
use crate::{Language, Settings};

/// A study with rows `coder second value`.
fn study(policy: CoderPolicy, rows: &[(&str, i64, f64)]) -> Study {
    let mut study = Study::new(Settings::new("s", "S", Language::En));
    study.settings.coder_policy = policy;
    study.memberships = rows
        .iter()
        .map(|&(coder, second, value)| Membership {
            condition: "trust".parse().unwrap(),
            case: "p01".parse().unwrap(),
            value,
            coder: coder.parse().unwrap(),
            created: Timestamp::constant(second, 0),
            memo: String::new(),
            passages: Vec::new(),
            extra: Extra::new(),
        })
        .collect();
    study
}

/// How the case was scored, in short.
fn outcome(study: &Study, coders: &[&str]) -> String {
    let coders: Vec<CoderId> = coders.iter().map(|coder| coder.parse().unwrap()).collect();
    let shown = |rows: Vec<&Membership>| {
        let rows = rows.into_iter().map(|row| format!("{} {}", row.coder, row.value));
        rows.collect::<Vec<_>>().join(", ")
    };
    match scored(study, &coders, &"trust".parse().unwrap(), &"p01".parse().unwrap()) {
        Scored::Nobody => "nobody".into(),
        Scored::Agreed(rows) => format!("agreed: {}", shown(rows)),
        Scored::Differently(rows) => format!("differently: {}", shown(rows)),
    }
}

const ROWS: [(&str, i64, f64); 3] = [("anna", 1, 0.33), ("bram", 2, 0.67), ("anna", 3, 0.67)];

#[test]
fn the_last_row_of_each_person_counts_and_they_have_to_agree() {
    assert_eq!(outcome(&study(CoderPolicy::All, &ROWS), &[]), "agreed: anna 0.67, bram 0.67");
    assert_eq!(outcome(&study(CoderPolicy::All, &ROWS[..2]), &[]), "differently: bram 0.67, anna 0.33");
    assert_eq!(outcome(&study(CoderPolicy::All, &ROWS[..2]), &["anna"]), "agreed: anna 0.33");
    assert_eq!(outcome(&study(CoderPolicy::All, &[]), &[]), "nobody");
    let same_time = [("anna", 1, 0.33), ("anna", 1, 1.0)];
    assert_eq!(outcome(&study(CoderPolicy::All, &same_time), &[]), "agreed: anna 1");
}

#[test]
fn the_layer_of_the_coder_policy_decides_as_it_does_for_codings() {
    let coder: CoderId = "consensus".parse().unwrap();
    let adjudicated = CoderPolicy::Adjudicated { coder: coder.clone() };
    let rows = [("consensus", 1, 1.0), ROWS[0], ROWS[1]];
    assert_eq!(outcome(&study(adjudicated.clone(), &rows), &[]), "agreed: consensus 1");
    assert_eq!(outcome(&study(adjudicated, &ROWS), &[]), "agreed: anna 0.67, bram 0.67");
    let one = CoderPolicy::One { coder };
    assert_eq!(outcome(&study(one.clone(), &rows), &[]), "agreed: consensus 1");
    assert_eq!(outcome(&study(one, &ROWS), &[]), "nobody");
}
