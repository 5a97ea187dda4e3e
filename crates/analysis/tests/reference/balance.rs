//! The balance per case and per phase against numbers that a data-frame library and an interval library computed.

use crate::cases_by_factors::{assert_close, expected, strings};
use crate::study_a::study_a;
use draad_analysis::balance::BalanceMeasure::{Chars, Codings, Factors};
use draad_analysis::{Balance, By, CasesByFactors, GroupKey, Options};

#[test]
fn balance_of_each_case() {
    let (balance, expected) = (Balance::from_study(&study_a(), &Options::default()).unwrap(), expected());
    assert_eq!(balance.rows.len(), expected["balance"].as_object().unwrap().len());
    for row in &balance.rows {
        let (id, sides) = (row.case.as_str(), &row.total);
        let expected = &expected["balance"][id];
        assert_eq!(sides.promoting_codings, expected["promoting_codings"], "{id}");
        assert_eq!(sides.hindering_codings, expected["hindering_codings"], "{id}");
        assert_eq!(sides.promoting_factors, expected["promoting_distinct"], "{id}");
        assert_eq!(sides.hindering_factors, expected["hindering_distinct"], "{id}");
        assert_eq!(sides.promoting_chars, expected["promoting_chars_union"], "{id}");
        assert_eq!(sides.hindering_chars, expected["hindering_chars_union"], "{id}");
        assert_close(sides.balance(Codings), &expected["balance_codings"], id);
        assert_close(sides.balance(Factors), &expected["balance_distinct"], id);
        assert_close(sides.balance(Chars), &expected["balance_chars"], id);
    }
}

#[test]
fn balance_in_each_phase() {
    let options = Options { by: Some(By::Phase), ..Options::default() };
    let balance = Balance::from_study(&study_a(), &options).unwrap();
    let expected = expected();
    let phases = expected["balance_codings_by_phase"].as_object().unwrap();
    assert_eq!(balance.groups.len(), phases.len());
    for (phase, expected) in phases {
        let group = balance.groups.iter().position(|group| group.key == GroupKey::Value(phase.clone()));
        for row in &balance.rows {
            let found = row.groups[group.unwrap()].balance(Codings);
            assert_close(found, &expected[row.case.as_str()], &format!("{phase} {}", row.case));
        }
    }
}

#[test]
fn cases_are_ordered_by_balance_and_then_by_name() {
    let mut study = study_a();
    study.settings.attributes[0].outcome = false;
    let table = CasesByFactors::from_study(&study, &Options::default()).unwrap();
    let balance = Balance::from_study(&study, &Options::default()).unwrap();
    let expected = expected();
    let order = strings(&expected["case_order"]);
    assert_eq!(table.cases.iter().map(|case| case.id.as_str()).collect::<Vec<_>>(), order);
    assert_eq!(balance.rows.iter().map(|row| row.case.as_str()).collect::<Vec<_>>(), order);
}
