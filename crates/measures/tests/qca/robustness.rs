//! How far cut-offs can move, against trying many values; and necessary conditions, against trying all sets.

use crate::brute_force::any_task;
use draad_measures::qca::robustness::{Edge, Lost, Range, Unknown, left_out, ranges};
use draad_measures::qca::{
    Column, Cutoffs, Data, Fault, Kind, Literal, Model, Options, TruthTable, Unsolved, combinations,
    necessity, singles, solve, unions,
};
use proptest::prelude::*;

const KINDS: [Kind; 3] = [Kind::Conservative, Kind::Parsimonious, Kind::Intermediate];

fn sets(cases: &[[f64; 2]]) -> Data {
    Data::new(vec![2], cases.iter().map(|[x, _]| vec![*x]).collect(), cases.iter().map(|[_, y]| *y).collect())
        .unwrap()
}

#[test]
fn bounds_are_the_values_of_rows_and_say_what_comes_beyond() {
    // A: inclusion (1 + .5) / (1 + 1 + .25) = 2/3; ~A: .25 / .75 = 1/3
    let data = sets(&[[1.0, 1.0], [1.0, 0.5], [0.25, 0.0]]);
    let table = TruthTable::new(&data, &Cutoffs { n: 1, inclusion: 0.5, pri: 0.0 });
    let rows: Vec<(f64, usize)> = table.rows().iter().map(|row| (row.inclusion, row.n())).collect();
    assert_eq!(rows, [(0.0, 1), (1.5 / 2.25, 2)]);
    let found = ranges(&table, Kind::Parsimonious, &[], &Options::default()).unwrap();
    // with a cut-off of 0 both rows go with the outcome, above 2/3 none does: nothing to minimise either way
    assert_eq!(found.inclusion.above, Some(Edge { bound: 0.0, then: None }));
    assert_eq!(found.inclusion.up_to, Some(Edge { bound: 1.5 / 2.25, then: None }));
    // asking for two cases leaves nothing to compare with
    assert_eq!(found.n, Range { above: None, up_to: Some(Edge { bound: 1, then: None }) });
}

#[test]
fn without_a_solution_there_is_no_range() {
    let table =
        TruthTable::new(&sets(&[[1.0, 0.0], [0.0, 1.0]]), &Cutoffs { n: 2, inclusion: 1.0, pri: 0.0 });
    let unsolved = ranges(&table, Kind::Conservative, &[], &Options::default());
    assert_eq!(unsolved, Err(Unknown::Unsolved(Unsolved::NoRowWith)));
}

#[test]
fn without_each_case_there_is_a_solution_or_a_reason() {
    let data = sets(&[[1.0, 1.0], [1.0, 1.0], [0.0, 0.0]]);
    let found = left_out(&data, &Cutoffs::default(), &[], &Options::default());
    let present = Model::new(vec![draad_measures::qca::Cube(vec![Some(1)])]);
    assert!(found[..2].iter().all(|found| found.as_ref().unwrap().parsimonious.models == [present.clone()]));
    let never_varies = |column| Fault::NeverVaries { column };
    let faults = [Column::Condition(0), Column::Outcome].map(never_varies);
    assert_eq!(found[2].clone().unwrap_err(), Lost::Faults(faults.to_vec()));
}

/// Returns the models with some cut-offs, nothing where there are none.
fn models(table: &TruthTable, cutoffs: Cutoffs, kind: Kind) -> Option<Vec<Model>> {
    solve(&table.clone().with_cutoffs(&cutoffs), &[], &Options::default())
        .ok()
        .map(|found| found.models(kind))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn within_the_range_nothing_changes_and_just_beyond_it_does((data, cutoffs, _) in any_task(&[2; 3], true)) {
        let Some(data) = data else { return Ok(()) };
        let table = TruthTable::new(&data, &cutoffs);
        for kind in KINDS {
            let Some(own) = models(&table, cutoffs, kind) else { continue };
            let found = ranges(&table, kind, &[], &Options::default()).unwrap();
            let at = |inclusion: f64| models(&table, Cutoffs { inclusion, ..cutoffs }, kind);
            let low = found.inclusion.above.as_ref().map_or(0.0, |edge| edge.bound + 1e-6);
            let high = found.inclusion.up_to.as_ref().map_or(1.0, |edge| edge.bound);
            for step in 0..=20 {
                prop_assert_eq!(at(low + (high - low) * f64::from(step) / 20.0), Some(own.clone()));
            }
            for (edge, beyond) in [(found.inclusion.above, 0.0), (found.inclusion.up_to, 1e-6)] {
                if let Some(Edge { bound, then }) = edge {
                    prop_assert_ne!(then.as_ref(), Some(&own));
                    prop_assert_eq!(at(bound + beyond), then);
                }
            }
            let of_n = |n: usize| models(&table, Cutoffs { n, ..cutoffs }, kind) == Some(own.clone());
            let first = found.n.above.map_or(1, |edge| edge.bound + 1);
            let last = found.n.up_to.as_ref().map_or(data.n_cases() + 1, |edge| edge.bound);
            prop_assert!((first..=last).all(of_n));
            prop_assert!(first == 1 || !of_n(first - 1));
            prop_assert!(found.n.up_to.is_none() || !of_n(last + 1));
        }
    }

    #[test]
    fn unions_and_combinations_are_those_that_trying_every_set_finds(
        (data, _, _) in any_task(&[2, 3, 2], true),
        cut in 0.6_f64..0.98,
    ) {
        let Some(data) = data else { return Ok(()) };
        let literals: Vec<Literal> = singles(&data).iter().map(|single| single.literals[0]).collect();
        let chosen = |set: u32| -> Vec<Literal> {
            (0..literals.len()).filter(|&place| set >> place & 1 == 1).map(|place| literals[place]).collect()
        };
        let passes = |set: u32, together: fn(f64, f64) -> f64, start: f64| {
            let of_case = |case: usize| {
                let of_literal = |literal: &Literal| data.membership(case, literal.condition, literal.level);
                chosen(set).iter().map(of_literal).fold(start, together)
            };
            let x: Vec<f64> = (0..data.n_cases()).map(of_case).collect();
            necessity(&x, data.outcome()).inclusion.is_ok_and(|inclusion| inclusion + 1e-9 >= cut)
        };
        let n_of = |set: u32, condition| chosen(set).iter().filter(|literal| literal.condition == condition).count();
        let is_trivial = |set: u32| (0..3).any(|condition| n_of(set, condition) == usize::from(data.levels()[condition]));
        let subsets = |set: u32| (1..set).filter(move |part| part & set == *part);
        let union = |set: u32| passes(set, f64::max, 0.0);
        let direct = (1_u32..1 << literals.len()).filter(|set| {
            set.count_ones() <= 3 && union(*set) && !is_trivial(*set) && !subsets(*set).any(union)
        });
        let mut direct: Vec<Vec<Literal>> = direct.map(chosen).collect();
        let mut found: Vec<Vec<Literal>> = unions(&data, cut, 3).unwrap().into_iter().map(|one| one.literals).collect();
        direct.sort();
        found.sort();
        prop_assert_eq!(found, direct);
        let is_one_each = |set: u32| (0..3).all(|condition| n_of(set, condition) <= 1);
        let whole = |set: u32| is_one_each(set) && passes(set, f64::min, 1.0);
        let all: Vec<u32> = (1_u32..1 << literals.len()).filter(|&set| whole(set)).collect();
        let largest = all.iter().filter(|&set| !all.iter().any(|other| other != set && other & set == *set));
        let mut direct: Vec<Vec<Literal>> = largest.map(|&set| chosen(set)).collect();
        let mut found: Vec<Vec<Literal>> = combinations(&data, cut).unwrap().into_iter().map(|one| one.literals).collect();
        direct.sort();
        found.sort();
        prop_assert_eq!(found, direct);
    }
}
