use super::*;
use crate::sample::{any_filter, any_marks, any_study, marked, material};
use crate::{CasesByFactors, passages_behind_all};
use draad_core::{CodeKind, Filter, Valence};
use proptest::prelude::*;

fn compute(study: &Study, filter: &Filter, own: &MetaMatrixOptions) -> Outcome<MetaMatrix> {
    let options = Options { filter: filter.clone(), ..Options::default() };
    MetaMatrix::from_facts(study, &Facts::new(study, filter), &options, own)
}

fn of(study: &Study, own: &MetaMatrixOptions) -> MetaMatrix {
    compute(study, &Filter::default(), own).unwrap()
}

fn few_shuffles() -> MetaMatrixOptions {
    MetaMatrixOptions { shuffles: 9, ..MetaMatrixOptions::default() }
}

/// The criteria, cell by cell from the definitions: path length, effectiveness, Moore stress.
fn slow_criteria(marks: &[Vec<bool>]) -> [f64; 3] {
    let kept = |column: &usize| marks.iter().any(|row| row[*column]);
    let columns: Vec<usize> = (0..marks.first().map_or(0, Vec::len)).filter(kept).collect();
    let rows = marks.iter().filter(|row| row.contains(&true));
    let rows: Vec<Vec<bool>> = rows.map(|row| columns.iter().map(|&column| row[column]).collect()).collect();
    let jaccard = |a: &[bool], b: &[bool]| {
        let both = a.iter().zip(b).filter(|(a, b)| **a && **b).count();
        let any = a.iter().zip(b).filter(|(a, b)| **a || **b).count();
        1.0 - both as f64 / any as f64
    };
    let (mut effectiveness, mut stress) = (0.0, 0.0);
    for (y, row) in rows.iter().enumerate() {
        for (x, &mark) in row.iter().enumerate() {
            for (dy, dx) in (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (dy, dx))) {
                let place = (y.checked_add_signed(dy), x.checked_add_signed(dx));
                let (Some(y), Some(x)) = place else { continue };
                let Some(&other) = rows.get(y).and_then(|row| row.get(x)) else { continue };
                stress += f64::from(u8::from(mark != other));
                effectiveness += f64::from(u8::from(mark && other && (dy == 0) != (dx == 0))) / 2.0;
            }
        }
    }
    [rows.windows(2).map(|pair| jaccard(&pair[0], &pair[1])).sum(), effectiveness, stress]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn cells_say_what_the_table_says(study in any_study(), filter in any_filter(), quotes in 1..=MOST_QUOTES) {
        let options = Options { filter: filter.clone(), ..Options::default() };
        let table = CasesByFactors::from_study(&study, &options).unwrap();
        let own = MetaMatrixOptions { quotes, ..few_shuffles() };
        let matrix = compute(&study, &filter, &own).unwrap();
        let all = passages_behind_all(&study, &filter, &Facts::new(&study, &filter), false);
        let cases: Vec<&CaseId> = table.cases.iter().map(|case| &case.id).collect();
        prop_assert_eq!(matrix.cases.iter().map(|case| &case.id).collect::<Vec<_>>(), cases);
        let shown = |factor: &usize| table.factors[*factor].kind != CodeKind::Heading;
        let factors: Vec<usize> = (0..table.factors.len()).filter(shown).collect();
        prop_assert_eq!(matrix.factors.len(), factors.len());
        for (column, &factor) in factors.iter().enumerate() {
            prop_assert_eq!(&matrix.factors[column], &table.factors[factor]);
            for case in 0..matrix.cases.len() {
                let (cell, right) = (matrix.cell(case, column), table.cell(0, factor, case));
                prop_assert_eq!(cell.state, right.state);
                prop_assert_eq!(cell.n_passages, right.n_passages);
                prop_assert_eq!(cell.n_promoting, right.n_promoting);
                prop_assert_eq!(cell.n_hindering, right.n_hindering);
                prop_assert_eq!(cell.n_ambivalent, right.n_ambivalent);
                prop_assert_eq!(cell.n_without_direction, right.n_without_direction);
                prop_assert_eq!(cell.quotes.len(), quotes.min(cell.n_passages));
                for quote in &cell.quotes {
                    prop_assert!(all.contains(&quote.passage));
                }
                let texts = cell.quotes.iter().map(|quote| (&quote.passage.source, quote.passage.chars));
                prop_assert_eq!(texts.collect::<std::collections::BTreeSet<_>>().len(), cell.quotes.len());
            }
        }
        prop_assert!(matrix.tables().iter().all(|table| table.rows.iter().all(|row| row.len() == table.columns.len())));
    }

    #[test]
    fn criteria_are_those_of_the_definitions(marks in any_marks(), rows in 0..5_usize, columns in 0..4_usize) {
        let study = marked(&marks);
        let by_hand = RowOrder::ByHand(vec!["p03".parse().unwrap(), "p01".parse().unwrap()]);
        let order = [RowOrder::Outcome, RowOrder::Balance, RowOrder::Axis, RowOrder::Leaf, by_hand][rows].clone();
        let columns =
            [ColumnOrder::Valence, ColumnOrder::Level, ColumnOrder::Axis, ColumnOrder::Leaf][columns];
        let own = MetaMatrixOptions { order, columns, ..few_shuffles() };
        let matrix = match compute(&study, &Filter::default(), &own) {
            Ok(matrix) => matrix,
            Err(error) => {
                let is_known = matches!(error.problem, Problem::OrderNeedsCases { .. } | Problem::OrderWithoutAxis);
                prop_assert!(is_known);
                return Ok(());
            }
        };
        let ids = |cases: &[CaseRow]| cases.iter().map(|case| case.id.clone()).collect::<std::collections::BTreeSet<_>>();
        prop_assert_eq!(ids(&matrix.cases).len(), marks.len());
        let found: Vec<Vec<bool>> = (0..matrix.cases.len())
            .map(|case| (0..matrix.factors.len()).map(|factor| matrix.cell(case, factor).state.is_coded()).collect())
            .collect();
        let Ok(criteria) = &matrix.criteria else {
            prop_assert!(marks.iter().filter(|row| row.contains(&true)).count() < 2);
            return Ok(());
        };
        let (before, after) = (slow_criteria(&marks), slow_criteria(&found));
        for (place, criterion) in criteria.iter().enumerate() {
            prop_assert!((criterion.before - before[place]).abs() < 1e-9);
            prop_assert!((criterion.after - after[place]).abs() < 1e-9);
            let shuffled = criterion.shuffled.unwrap();
            prop_assert!(shuffled.n_reaching <= 9);
            prop_assert!(shuffled.lowest <= shuffled.median && shuffled.median <= shuffled.highest);
        }
        prop_assert_eq!(&matrix, &compute(&study, &Filter::default(), &own).unwrap(), "the same again");
    }
}

#[test]
fn quotes_are_picked_by_the_rule() {
    let mut study = material()
        .coding_as("anna", "s1", "a", "Zo ging", Some(Valence::Promoting))
        .coding_as("anna", "s2", "a", "Zo ging het toen", Some(Valence::Promoting))
        .coding_as("bram", "s2", "a", "Zo ging het toen", Some(Valence::Promoting))
        .coding_as("anna", "s1", "a", "zei", Some(Valence::Hindering))
        .coding("anna", "s1", "a", "")
        .done();
    let quotes = |study: &Study, quotes: usize| -> Vec<(String, bool)> {
        let matrix = of(study, &MetaMatrixOptions { quotes, ..few_shuffles() });
        let factor = matrix.factors.iter().position(|factor| factor.id.as_str() == "a").unwrap();
        let case = matrix.cases.iter().position(|case| case.id.as_str() == "p01").unwrap();
        let quotes = matrix.cell(case, factor).quotes.iter();
        quotes.map(|quote| (quote.passage.text.clone(), quote.is_pinned)).collect()
    };
    let is = |text: &str| (text.to_owned(), false);
    // two coders; then another direction; then what is left with words
    assert_eq!(quotes(&study, 3), [is("Zo ging het toen"), is("zei"), is("Zo ging")]);
    let coding = |study: &mut Study, quote: &str, weight: u8| {
        let text = |coding: &draad_core::Coding| match coding.target.span() {
            Some(span) => study.sources[coding.source.as_str()].text.get(span).unwrap().to_owned(),
            None => String::new(),
        };
        let place = study.codings.iter().position(|coding| text(coding) == quote).unwrap();
        study.codings[place].weight = Some(weight);
    };
    coding(&mut study, "Zo ging", 60);
    assert_eq!(quotes(&study, 1), [is("Zo ging")]);
    coding(&mut study, "zei", PINNED);
    assert_eq!(quotes(&study, 2), [("zei".to_owned(), true), is("Zo ging")]);
    // of a source as a whole there are no words, but it can be pinned
    coding(&mut study, "", PINNED);
    assert_eq!(quotes(&study, 2), [(String::new(), true), ("zei".to_owned(), true)]);
}

#[test]
fn one_quote_shows_the_direction_that_the_cell_has_most() {
    let study = material()
        .coding_as("anna", "s1", "e", "Zo", Some(Valence::Hindering))
        .coding_as("anna", "s1", "e", "toen, zei", Some(Valence::Hindering))
        .coding_as("anna", "s2", "e", "ging het", Some(Valence::Promoting))
        .coding_as("bram", "s2", "e", "ging het", Some(Valence::Promoting))
        .done();
    let matrix = of(&study, &MetaMatrixOptions { quotes: 2, ..few_shuffles() });
    let factor = matrix.factors.iter().position(|factor| factor.id.as_str() == "e").unwrap();
    let quotes = matrix.cell(0, factor).quotes.iter().map(|quote| quote.passage.text.as_str());
    // lengths 2, 9 and 8: the median is 8
    assert_eq!(quotes.collect::<Vec<_>>(), ["toen, zei", "ging het"]);
}

#[test]
fn without_weight_and_second_coder_the_length_decides() {
    let study = material()
        .coding("anna", "s1", "e", "Zo")
        .coding("anna", "s1", "e", "ging het toen, zei")
        .coding("anna", "s2", "e", "ging het")
        .done();
    let matrix = of(&study, &few_shuffles());
    let factor = matrix.factors.iter().position(|factor| factor.id.as_str() == "e").unwrap();
    assert_eq!(matrix.cell(0, factor).quotes[0].passage.text, "ging het");
}

#[test]
fn orders_are_named_in_two_languages_or_by_the_cases() {
    let study = material().done();
    let named = |text: &str| RowOrder::named(&study, text);
    assert_eq!(named("uitkomst").unwrap(), RowOrder::Outcome);
    assert_eq!(named("balance").unwrap(), RowOrder::Balance);
    assert_eq!(named("outcome").unwrap(), RowOrder::Outcome, "before the attribute of that name");
    let by_hand = named("p02, p01").unwrap();
    let matrix = of(&study, &MetaMatrixOptions { order: by_hand, ..few_shuffles() });
    let cases: Vec<&str> = matrix.cases.iter().map(|case| case.id.as_str()).collect();
    assert_eq!(cases, ["p02", "p01", "p03"]);
    assert!(matrix.groups.is_empty());
    let problem = |text: &str| named(text).unwrap_err().problem;
    assert_eq!(problem("p02,p99"), Problem::UnknownCase { case: "p99".into() });
    assert_eq!(problem("p02,p02"), Problem::OrderNamesTwice { case: "p02".into() });
    assert!(matches!(problem("balanse"), Problem::TableValueUnknown { .. }));
    assert!(matches!(problem(""), Problem::TableValueUnknown { .. }));
    assert!(matches!(problem(" , "), Problem::UnknownCase { .. } | Problem::TableValueUnknown { .. }));
    assert_eq!(ColumnOrder::named("niveau").unwrap(), ColumnOrder::Level);
    assert!(ColumnOrder::named("colour").is_err());
}

#[test]
fn what_cannot_be_done_is_said() {
    let study = material().coding("anna", "s1", "a", "ging het").done();
    let with = |own: MetaMatrixOptions| compute(&study, &Filter::default(), &own);
    let order = MetaMatrixOptions { order: RowOrder::Axis, ..few_shuffles() };
    assert_eq!(with(order).unwrap_err().problem, Problem::OrderNeedsCases { n: 1, needed: 8 });
    let quotes = MetaMatrixOptions { quotes: 4, ..few_shuffles() };
    assert!(matches!(with(quotes).unwrap_err().problem, Problem::TableValueUnknown { .. }));
    for shuffles in [MOST_SHUFFLES + 1, usize::MAX] {
        let Problem::TableValueTooLarge { option, most, .. } =
            with(MetaMatrixOptions { shuffles, ..few_shuffles() }).unwrap_err().problem
        else {
            panic!("too many")
        };
        assert_eq!((option.as_str(), most), ("shuffles", MOST_SHUFFLES));
    }
    let attribute = RowOrder::Attribute("colour".parse().unwrap());
    let attribute = MetaMatrixOptions { order: attribute, ..few_shuffles() };
    assert!(matches!(with(attribute).unwrap_err().problem, Problem::UnknownAttribute { .. }));

    assert_eq!(with(few_shuffles()).unwrap().criteria, Err(Undefined::TooFewCases { n: 1, needed: 2 }));
    assert_eq!(of(&material().done(), &few_shuffles()).criteria, Err(Undefined::NoCodings));
    let same = marked(&vec![vec![true; 3]; 8]);
    let axis = MetaMatrixOptions { columns: ColumnOrder::Axis, ..few_shuffles() };
    assert_eq!(compute(&same, &Filter::default(), &axis).unwrap_err().problem, Problem::OrderWithoutAxis);

    let shuffled_of = |study: &Study, shuffles| {
        let own = MetaMatrixOptions { order: RowOrder::Leaf, shuffles, ..few_shuffles() };
        of(study, &own).criteria.unwrap()[0].shuffled
    };
    let shuffled = |shuffles| shuffled_of(&same, shuffles);
    assert_eq!(shuffled(0), Err(Undefined::TooFewUnits { n: 0, needed: 1 }));
    let large = marked(&vec![vec![true; 3]; 12]);
    assert!(matches!(shuffled_of(&large, MOST_SHUFFLES), Err(Undefined::TooMuch { .. })));
    // full columns stay full, so every shuffled table is as good
    assert_eq!(shuffled(5).unwrap().n_reaching, 5);
}
