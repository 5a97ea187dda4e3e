//! Minimisation against a search through all combinations and all sets of them, written from its definition.

use draad_measures::qca::{
    Covers, Cube, Cutoffs, Data, Expectation, Kind, Model, Options, Out, TruthTable, assumptions, solve,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Returns all combinations of levels, those of fewer conditions too.
fn all_cubes(levels: &[u8]) -> Vec<Cube> {
    let with = |cubes: Vec<Vec<Option<u8>>>, &n: &u8| {
        let choices = move || std::iter::once(None).chain((0..n).map(Some));
        let longer = |cube: &Vec<Option<u8>>| {
            choices().map(|choice| [&cube[..], &[choice]].concat()).collect::<Vec<_>>()
        };
        cubes.iter().flat_map(longer).collect()
    };
    levels.iter().fold(vec![Vec::new()], with).into_iter().map(Cube).collect()
}

/// Returns the rows of a combination, by their number.
fn rows_of(cube: &Cube, table: &TruthTable) -> BTreeSet<u64> {
    (1..=table.n_rows()).filter(|&number| cube.covers_row(&table.levels_of(number))).collect()
}

/// Minimises by trying: maximal combinations inside the rows with the outcome and those allowed, that hold a row with the
/// outcome; then all sets of them.
fn minimised(table: &TruthTable, allowed: &BTreeSet<u64>, covers: Covers) -> (Vec<Cube>, Vec<Model>) {
    let positive: BTreeSet<u64> = table.rows_with(Out::One).map(|row| row.number).collect();
    let inside =
        |cube: &&Cube| rows_of(cube, table).iter().all(|row| positive.contains(row) || allowed.contains(row));
    let cubes = all_cubes(table.levels());
    let implicants: Vec<&Cube> = cubes.iter().filter(inside).collect();
    let is_prime = |cube: &&&Cube| {
        let is_largest = !implicants.iter().any(|other| other != *cube && other.covers(cube));
        is_largest && rows_of(cube, table).intersection(&positive).next().is_some()
    };
    let mut primes: Vec<Cube> = implicants.iter().filter(is_prime).map(|cube| (*cube).clone()).collect();
    primes.sort();
    let held: Vec<BTreeSet<u64>> = primes.iter().map(|prime| rows_of(prime, table)).collect();
    let chosen = |set: u32| (0..primes.len()).filter(move |prime| set >> prime & 1 == 1);
    let is_cover = |set: u32| positive.iter().all(|row| chosen(set).any(|prime| held[prime].contains(row)));
    let is_minimal = |&set: &u32| is_cover(set) && chosen(set).all(|prime| !is_cover(set & !(1 << prime)));
    let mut sets: Vec<u32> = (0..1 << primes.len()).filter(is_minimal).collect();
    if covers == Covers::Smallest {
        let fewest = sets.iter().map(|set| set.count_ones()).min();
        sets.retain(|set| Some(set.count_ones()) == fewest);
    }
    let model = |&set: &u32| Model::new(chosen(set).map(|prime| primes[prime].clone()).collect());
    let mut models: Vec<Model> = sets.iter().map(model).collect();
    models.sort();
    (primes, models)
}

/// Returns the easy counterfactuals of a pair of models.
fn easy(
    table: &TruthTable,
    conservative: &Model,
    parsimonious: &Model,
    expected: &[Expectation],
) -> BTreeSet<u64> {
    let mut rows = BTreeSet::new();
    for p in &parsimonious.terms {
        for c in conservative.terms.iter().filter(|c| p.covers(c)) {
            let kept = |condition: usize| match (p.0[condition], c.0[condition], &expected[condition]) {
                (Some(level), _, _) => Some(level),
                (None, Some(level), Expectation::Levels(levels)) if !levels.contains(&level) => None,
                (None, level, _) => level,
            };
            let term = Cube((0..c.0.len()).map(kept).collect());
            let is_held = |row: &u64| parsimonious.covers_row(&table.levels_of(*row));
            rows.extend(
                rows_of(&term, table).into_iter().filter(|&row| table.is_remainder(row)).filter(is_held),
            );
        }
    }
    rows
}

fn check(
    data: &Data,
    cutoffs: &Cutoffs,
    expected: &[Expectation],
    covers: Covers,
) -> Result<(), TestCaseError> {
    let table = TruthTable::new(data, cutoffs);
    let n_with = |out| table.rows_with(out).count();
    let Ok(found) = solve(&table, expected, &Options { covers, most: 100_000 }) else {
        prop_assert!(n_with(Out::One) == 0 || n_with(Out::Zero) == 0);
        return Ok(());
    };
    let remainders: BTreeSet<u64> = table.remainders().collect();
    let conservative = minimised(&table, &BTreeSet::new(), covers);
    prop_assume!(found.parsimonious.primes.len() < 16);
    let parsimonious = minimised(&table, &remainders, covers);
    prop_assert_eq!(
        (&found.conservative.primes, &found.conservative.models),
        (&conservative.0, &conservative.1)
    );
    prop_assert_eq!(
        (&found.parsimonious.primes, &found.parsimonious.models),
        (&parsimonious.0, &parsimonious.1)
    );
    prop_assert!(
        [Kind::Conservative, Kind::Parsimonious, Kind::Intermediate]
            .iter()
            .all(|&kind| found.is_complete(kind))
    );
    for model in &found.parsimonious.models {
        let held: Vec<u64> =
            remainders.iter().copied().filter(|&row| model.covers_row(&table.levels_of(row))).collect();
        prop_assert_eq!(assumptions(&table, model), held);
    }
    prop_assert_eq!(found.intermediate.len(), conservative.1.len() * parsimonious.1.len());
    for pair in &found.intermediate {
        let (c, p) = (&conservative.1[pair.conservative], &parsimonious.1[pair.parsimonious]);
        let easy = easy(&table, c, p, expected);
        prop_assert_eq!(pair.easy_counterfactuals(&table), easy.iter().copied().collect::<Vec<u64>>());
        if pair.solution.primes.len() < 16 {
            let (primes, models) = minimised(&table, &easy, covers);
            prop_assert_eq!((&pair.solution.primes, &pair.solution.models), (&primes, &models));
        }
    }
    Ok(())
}

fn expectations(levels: &[u8]) -> impl Strategy<Value = Vec<Expectation>> + use<> {
    let of_condition = |&n: &u8| {
        let levels = prop::collection::btree_set(0..n, 0..usize::from(n));
        let some = levels.prop_map(|levels| Expectation::Levels(levels.into_iter().collect()));
        prop_oneof![Just(Expectation::Open), some]
    };
    levels.iter().map(of_condition).collect::<Vec<_>>()
}

/// Returns data of conditions with some levels: crisp ones, or fuzzy ones where `is_fuzzy`.
fn data(
    levels: Vec<u8>,
    n_cases: std::ops::Range<usize>,
    is_fuzzy: bool,
) -> impl Strategy<Value = Option<Data>> {
    let membership = move || match is_fuzzy {
        true => (0_u32..100).prop_map(|x| f64::from(x) / 99.0).boxed(),
        false => (0_u32..2).prop_map(f64::from).boxed(),
    };
    let value = |&n: &u8| if n == 2 { membership() } else { (0..n).prop_map(f64::from).boxed() };
    let case = (levels.iter().map(value).collect::<Vec<_>>(), membership());
    prop::collection::vec(case, n_cases).prop_map(move |cases| {
        let (cases, outcome) = cases.into_iter().unzip();
        Data::new(levels.clone(), cases, outcome).ok()
    })
}

/// Returns data with cut-offs and expectations.
pub(crate) fn any_task(
    levels: &[u8],
    is_fuzzy: bool,
) -> impl Strategy<Value = (Option<Data>, Cutoffs, Vec<Expectation>)> + use<> {
    let cutoffs = (1_usize..3, 0.5_f64..1.0, 0.0_f64..0.5);
    let cutoffs = cutoffs.prop_map(|(n, inclusion, pri)| Cutoffs { n, inclusion, pri });
    (data(levels.to_vec(), 2..12, is_fuzzy), cutoffs, expectations(levels))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn crisp((data, cutoffs, expected) in any_task(&[2; 4], false), irredundant: bool) {
        let covers = if irredundant { Covers::Irredundant } else { Covers::Smallest };
        data.map_or(Ok(()), |data| check(&data, &cutoffs, &expected, covers))?;
    }

    #[test]
    fn fuzzy((data, cutoffs, expected) in any_task(&[2; 4], true), irredundant: bool) {
        let covers = if irredundant { Covers::Irredundant } else { Covers::Smallest };
        data.map_or(Ok(()), |data| check(&data, &cutoffs, &expected, covers))?;
    }

    #[test]
    fn multi_value((data, cutoffs, expected) in any_task(&[3, 2, 4], false), irredundant: bool) {
        let covers = if irredundant { Covers::Irredundant } else { Covers::Smallest };
        data.map_or(Ok(()), |data| check(&data, &cutoffs, &expected, covers))?;
    }
}
