//! The balance of small studies, and what holds for any.

use super::*;
use crate::sample::{Sample, any_filter, any_study, material};
use draad_core::CodeKind;
use proptest::prelude::*;

fn by(by: By) -> Options {
    Options { by: Some(by), ..Options::default() }
}

/// One case with a phase before and one after, and one that nobody coded.
fn two_phases() -> Sample {
    material()
        .code("f", "", CodeKind::Factor, "hindering")
        .phase("s1", "stabilisation")
        .coding("anna", "s2", "a", "Zo ging")
        .coding("anna", "s2", "b", "het toen")
        .coding("bram", "s2", "a", "één van ons")
        .coding("anna", "s1", "b", "Zo ging")
        .coding("anna", "s1", "f", "het toen")
        .coding("anna", "s1", "a", "het toen")
        .coding("anna", "s1", "e", "van ons")
}

#[test]
fn a_case_turns_from_one_phase_to_the_next() {
    let facts = |study: &Study| Facts::new(study, &Default::default());
    let study = two_phases().done();
    let own = BalanceOptions { measure: BalanceMeasure::Codings };
    let balance = Balance::from_facts(&study, &facts(&study), &by(By::Phase), &own).unwrap();
    let row = &balance.rows[0];
    let of = |place: usize| row.groups[place].balance(BalanceMeasure::Codings);
    assert_eq!((of(0), of(1)), (Ok(1.0 / 3.0), Ok(-1.0 / 3.0)), "2 and 1, then 1 and 2");
    assert_eq!(row.total.balance(BalanceMeasure::Factors), Ok(-1.0 / 3.0), "a; b and f");
    let course = balance.course(row).unwrap();
    assert_eq!((course.first, course.last, course.to - course.from), (0, 1, -2.0 / 3.0));
    let said = balance.statements();
    assert!(said.contains(&Statement::new("case-course", ["p01"], "falls")));
    assert!(said.contains(&Statement::new("case-leans-in-group", ["p01", "installation"], "promoting")));
    assert!(said.contains(&Statement::new("case-leans-in-group", ["p01", "stabilisation"], "hindering")));
    let nobody = balance.rows.iter().find(|row| row.case.as_str() == "p02").unwrap();
    assert_eq!(nobody.total.balance(BalanceMeasure::Factors), Err(Undefined::NoDirection));
    assert_eq!(nobody.groups[0].balance(BalanceMeasure::Factors), Err(Undefined::NoMaterial));
    assert_eq!(balance.course(nobody), Err(Undefined::TooFewUnits { n: 0, needed: 2 }));
    let by_role = Balance::from_facts(&study, &facts(&study), &by(By::Role), &own).unwrap();
    assert_eq!(by_role.course(&by_role.rows[0]), Err(Undefined::TooFewUnits { n: 0, needed: 2 }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn groups_divide_what_is_counted(study in any_study(), filter in any_filter()) {
        for key in [By::Kind, By::Role, By::Speaker, By::Phase, By::Coder] {
            let material_is_divided = key != By::Coder;
            let balance =
                Balance::from_study(&study, &Options { filter: filter.clone(), ..by(key) }).unwrap();
            for row in &balance.rows {
                let sum = |count: fn(&Sides) -> u64| row.groups.iter().map(count).sum::<u64>();
                prop_assert_eq!(sum(|sides| sides.promoting_codings as u64), row.total.promoting_codings as u64);
                prop_assert_eq!(sum(|sides| sides.hindering_codings as u64), row.total.hindering_codings as u64);
                let material = sum(|sides| sides.material_chars);
                prop_assert!(!material_is_divided || material == row.total.material_chars);
                let most = row.groups.iter().map(|sides| sides.promoting_factors).max().unwrap_or(0);
                let factors = sum(|sides| sides.promoting_factors as u64);
                prop_assert!(most <= row.total.promoting_factors);
                prop_assert!(row.total.promoting_factors as u64 <= factors);
                prop_assert!(sum(|sides| sides.promoting_chars) >= row.total.promoting_chars);
            }
            for table in balance.tables() {
                prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
            }
        }
    }
}
