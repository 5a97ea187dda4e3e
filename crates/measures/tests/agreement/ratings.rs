//! Units that were fixed beforehand.

use crate::reference::{Reference, references};
use crate::sample::{any_ratings, shuffled};
use draad_measures::agreement::{ChanceCorrected, Metric, Ratings, Tally, Weights};
use draad_measures::{Measured, Undefined};
use proptest::prelude::*;

const OWN: [&str; 2] = ["binary-perfect", "binary-two-coders-prevalence"];
const OF_OTHERS: [&str; 4] = [
    "fleiss-14-raters-10-subjects",
    "gwet-five-observers",
    "gwet-four-raters",
    "krippendorff-2011-four-observers",
];

/// Ratings with the values that the categories stand for.
fn ratings(rows: &[Vec<String>], codebook: Option<Vec<f64>>) -> (Ratings, Vec<f64>) {
    let cell = |cell: &String| cell.parse::<f64>().ok();
    let mut values: Vec<f64> =
        codebook.unwrap_or_else(|| rows.iter().flat_map(|row| row[1..].iter().filter_map(cell)).collect());
    values.sort_by(f64::total_cmp);
    values.dedup();
    let category = |value: f64| values.iter().position(|&other| other == value).unwrap() as u16;
    let units =
        rows.iter().map(|row| row[1..].iter().map(|value| cell(value).map(category)).collect()).collect();
    (Ratings { n_categories: values.len(), units }, values)
}

fn value(found: Result<ChanceCorrected, Undefined>) -> Measured {
    found.map(|found| found.value)
}

#[test]
fn coefficients_as_packages_have_them() {
    for mut case in references(&OWN, &OF_OTHERS) {
        let (ratings, values) = ratings(&case.rows, None);
        let tally = ratings.tally();
        let expected = case.expected.clone();
        case.compare_count(ratings.units.len() as u64, &expected["n_units"], "units");
        case.compare_count(tally.n_coders() as u64, &expected["n_raters"], "coders");
        case.compare_count(tally.n_units_with(2), &expected["n_units_pairable"], "pairable units");
        case.compare_count(tally.n_values_with(2), &expected["n_pairable_values"], "pairable values");
        case.compare(
            tally.percent_agreement(),
            &expected["percent_agreement_pooled_pairs"],
            "percent agreement",
        );
        for (metric, expected) in expected["krippendorff_alpha"].as_object().unwrap() {
            case.compare(tally.krippendorff_alpha(metric_named(metric, &values)), expected, metric);
        }
        compare_chance_corrected(&mut case, &tally);
        compare_pairs(&mut case, &ratings, &tally);
        case.report();
    }
}

fn metric_named<'a>(name: &str, values: &'a [f64]) -> Metric<'a> {
    match name {
        "nominal" => Metric::Nominal,
        "ordinal" => Metric::Ordinal,
        "interval" => Metric::Interval(values),
        "ratio" => Metric::Ratio(values),
        other => panic!("{other}"),
    }
}

/// All of irrCAC but its standard errors: intervals here come from drawing again.
fn compare_chance_corrected(case: &mut Reference, tally: &Tally) {
    for (name, expected) in case.expected["chance_corrected"].clone().as_object().unwrap() {
        let weights = match name.as_str() {
            "identity" => Weights::identity(tally.n_categories()),
            "linear" => Weights::linear(tally.n_categories()),
            "quadratic" => Weights::quadratic(tally.n_categories()),
            "ordinal" => Weights::gwet_ordinal(tally.n_categories()),
            other => panic!("{other}"),
        };
        for (coefficient, found) in [
            ("gwet_ac", tally.gwet_ac(&weights)),
            ("fleiss_kappa_gwet_form", tally.fleiss_kappa(&weights)),
            ("conger_kappa", tally.conger_kappa(&weights)),
            ("brennan_prediger", tally.brennan_prediger(&weights)),
        ] {
            let (expected, what) = (&expected[coefficient], format!("{coefficient}, {name}"));
            case.compare(value(found), &expected["value"], &what);
            case.compare(found.map(|found| found.observed), &expected["pa"], &what);
            case.compare(found.map(|found| found.expected), &expected["pe"], &what);
        }
        let alpha = tally.krippendorff_alpha(Metric::Weighted(&weights));
        case.compare(alpha, &expected["krippendorff_alpha_gwet_weights"]["value"], name);
    }
}

/// statsmodels, scikit-learn and nltk, which do without missing values.
fn compare_pairs(case: &mut Reference, ratings: &Ratings, tally: &Tally) {
    let (expected, identity) = (case.expected.clone(), Weights::identity(tally.n_categories()));
    if let Some(kappa) = expected.get("fleiss_kappa") {
        case.compare(value(tally.fleiss_kappa(&identity)), kappa, "Fleiss");
        case.compare(
            value(tally.brennan_prediger(&identity)),
            &expected["randolph_kappa_free_marginal"],
            "Randolph",
        );
        case.compare(tally.light_kappa(&identity), &expected["light_kappa_mean_pairwise"], "Light");
    }
    if let Some(pi) = expected.get("scott_pi") {
        case.compare(value(tally.pair(0, 1).scott_pi()), pi, "Scott");
    }
    for kappa in expected.get("cohen_pairwise").and_then(|pairs| pairs.as_array()).into_iter().flatten() {
        let coder = |name: &str| kappa[name].as_str().unwrap()[1..].parse::<usize>().unwrap() - 1;
        let (first, second) = (coder("a"), coder("b"));
        case.compare(value(tally.pair(first, second).cohen_kappa(&identity)), &kappa["unweighted"], "Cohen");
        let as_used = as_used(ratings, first, second);
        let (tally, q) = (as_used.tally(), as_used.n_categories);
        for (name, weights) in [("linear", Weights::linear(q)), ("quadratic", Weights::quadratic(q))] {
            let what = format!("Cohen, {name}, {} {}", kappa["a"], kappa["b"]);
            case.compare(value(tally.pair(0, 1).cohen_kappa(&weights)), &kappa[name], &what);
        }
    }
}

/// Two coders, with the categories that these two used. scikit-learn, unless it is told the labels, takes no others, so that 3 and 5 are
/// one step apart where neither coder used 4; the tally of all keeps the steps of the codebook.
fn as_used(ratings: &Ratings, first: usize, second: usize) -> Ratings {
    let pairs = ratings.units.iter().map(|unit| vec![unit[first], unit[second]]);
    let mut used: Vec<u16> = pairs.clone().flatten().flatten().collect();
    used.sort_unstable();
    used.dedup();
    let place = |category: u16| used.binary_search(&category).unwrap() as u16;
    let units = pairs.map(|pair| pair.into_iter().map(|value| value.map(place)).collect()).collect();
    Ratings { n_categories: used.len(), units }
}

#[test]
fn what_never_varies_has_no_chance_correction() {
    for mut case in references(&["constant-one-category"], &[]) {
        let tally = ratings(&case.rows, Some(vec![0.0, 1.0])).0.tally();
        let (expected, identity) = (case.expected.clone(), Weights::identity(2));
        case.compare(
            tally.percent_agreement(),
            &expected["percent_agreement_pooled_pairs"],
            "percent agreement",
        );
        case.compare(
            value(tally.brennan_prediger(&identity)),
            &expected["brennan_prediger_q2"],
            "Brennan-Prediger",
        );
        case.compare(value(tally.gwet_ac(&identity)), &expected["gwet_ac1_q2"], "AC1");
        for (what, found) in [
            ("alpha", tally.krippendorff_alpha(Metric::Nominal)),
            ("ordinal alpha", tally.krippendorff_alpha(Metric::Ordinal)),
            ("Cohen", value(tally.pair(0, 1).cohen_kappa(&identity))),
            ("Light", tally.light_kappa(&identity)),
            ("Fleiss", value(tally.fleiss_kappa(&identity))),
            ("Conger", value(tally.conger_kappa(&identity))),
            ("Scott", value(tally.pair(0, 1).scott_pi())),
        ] {
            case.assert_undefined(found, Undefined::NoVariation, what);
        }
        case.report();
    }
}

/// Two of five categories were not used: a step is a step of the codebook all the same.
#[test]
fn weights_go_by_the_codebook() {
    let pairs = [(0, 0), (0, 1), (1, 1), (4, 4), (1, 4), (0, 4)];
    let units: Vec<Vec<Option<u16>>> =
        pairs.iter().map(|&(first, second)| vec![Some(first), Some(second)]).collect();
    let kappa = |n_categories: usize| {
        let tally = Ratings { n_categories, units: units.clone() }.tally();
        tally.pair(0, 1).cohen_kappa(&Weights::linear(n_categories)).unwrap().value
    };
    // first: 3, 2, 1 of categories 0, 1, 4; second: 1, 2, 3. Differences 0 1 0 0 3 4 of at most 4; expected over all 36 pairs
    let expected: f64 = [(0, 3), (1, 2), (4, 1)]
        .iter()
        .flat_map(|&(first, n)| {
            [(0, 1), (1, 2), (4, 3)].map(|(second, m): (i32, i32)| f64::from((first - second).abs() * n * m))
        })
        .sum();
    assert!((kappa(5) - (1.0 - (8.0 / 6.0) / (expected / 36.0))).abs() < 1e-12, "{}", kappa(5));
}

#[test]
fn what_cannot_be_compared_says_why() {
    let tally = |units: &[Vec<Option<u16>>]| Ratings { n_categories: 2, units: units.to_vec() }.tally();
    let identity = Weights::identity(2);
    for (tally, reason) in [
        (tally(&[]), Undefined::OneCoder),
        (tally(&[vec![Some(1)], vec![Some(0)]]), Undefined::OneCoder),
        (tally(&[vec![None, None], vec![None, None]]), Undefined::NothingShared),
        (tally(&[vec![Some(1), None], vec![None, Some(0)]]), Undefined::NothingShared),
    ] {
        assert_eq!(tally.percent_agreement(), Err(reason));
        assert_eq!(tally.krippendorff_alpha(Metric::Nominal), Err(reason));
        assert_eq!(tally.light_kappa(&identity), Err(reason));
        assert_eq!(tally.conger_kappa(&identity), Err(reason));
        assert_eq!(tally.gwet_ac(&identity), Err(reason));
    }
    let one_category = Ratings { n_categories: 1, units: vec![vec![Some(0), Some(0)]] }.tally();
    assert_eq!(one_category.gwet_ac(&Weights::identity(1)), Err(Undefined::NoVariation));
    assert_eq!(one_category.brennan_prediger(&Weights::identity(1)), Err(Undefined::NoVariation));
    let varies = tally(&[vec![Some(0), Some(1)], vec![Some(1), Some(1)]]);
    assert_eq!(varies.krippendorff_alpha(Metric::Interval(&[0.0])), Err(Undefined::NotStated));
    assert_eq!(varies.krippendorff_alpha(Metric::Interval(&[0.0, f64::NAN])), Err(Undefined::NotStated));
    assert_eq!(varies.krippendorff_alpha(Metric::Ratio(&[-1.0, 1.0])), Err(Undefined::BelowZero));
    assert_eq!(varies.krippendorff_alpha(Metric::Interval(&[3.0, 3.0])), Err(Undefined::NoVariation));
}

/// Krippendorff's alpha as it is defined: over pairs of values within units and among all, one by one.
fn alpha_pair_by_pair(ratings: &Ratings, apart: impl Fn(usize, usize) -> f64) -> f64 {
    let units =
        ratings.units.iter().map(|unit| unit.iter().flatten().map(|&k| usize::from(k)).collect::<Vec<_>>());
    let units: Vec<Vec<usize>> = units.filter(|unit: &Vec<usize>| unit.len() > 1).collect();
    let among = |values: &[usize]| -> f64 {
        let pairs = (0..values.len()).flat_map(|i| (0..values.len()).map(move |j| (i, j)));
        pairs.filter(|(i, j)| i != j).map(|(i, j)| apart(values[i], values[j])).sum()
    };
    let all: Vec<usize> = units.iter().flatten().copied().collect();
    let observed: f64 =
        units.iter().map(|unit| among(unit) / (unit.len() - 1) as f64).sum::<f64>() / all.len() as f64;
    1.0 - observed / (among(&all) / (all.len() * (all.len() - 1)) as f64)
}

fn close(found: f64, expected: f64) -> Result<(), TestCaseError> {
    prop_assert!((found - expected).abs() < 1e-9, "{found}, expected {expected}");
    Ok(())
}

proptest! {
    #[test]
    fn alpha_is_what_its_definition_says(ratings in any_ratings(2..5, 4)) {
        let tally = ratings.tally();
        let values: [f64; 4] = [0.0, 1.0, 2.5, 7.0];
        let used = tally.of_categories(2);
        let ordinal = |a: usize, b: usize| {
            let between: u64 = used[a.min(b)..=a.max(b)].iter().sum();
            if a == b { 0.0 } else { (between as f64 - (used[a] + used[b]) as f64 / 2.0).powi(2) }
        };
        let ratio = |a: usize, b: usize| if a == b { 0.0 } else { ((values[a] - values[b]) / (values[a] + values[b])).powi(2) };
        if let Ok(nominal) = tally.krippendorff_alpha(Metric::Nominal) {
            close(nominal, alpha_pair_by_pair(&ratings, |a, b| f64::from(u8::from(a != b))))?;
            close(tally.krippendorff_alpha(Metric::Ordinal).unwrap(), alpha_pair_by_pair(&ratings, ordinal))?;
            close(tally.krippendorff_alpha(Metric::Ratio(&values)).unwrap(), alpha_pair_by_pair(&ratings, ratio))?;
            let interval = |a: usize, b: usize| (values[a] - values[b]).powi(2);
            close(tally.krippendorff_alpha(Metric::Interval(&values)).unwrap(), alpha_pair_by_pair(&ratings, interval))?;
        }
    }

    #[test]
    fn order_of_coders_and_units_does_not_matter(ratings in any_ratings(2..5, 3), seed: u64) {
        let coders: Vec<usize> = shuffled((0..ratings.units[0].len()).collect(), seed);
        let units = shuffled(ratings.units.clone(), seed);
        let units = units.iter().map(|unit| coders.iter().map(|&coder| unit[coder]).collect()).collect();
        let (one, other) = (ratings.tally(), Ratings { n_categories: 3, units }.tally());
        let weights = Weights::linear(3);
        for (one, other) in [
            (one.percent_agreement(), other.percent_agreement()),
            (one.krippendorff_alpha(Metric::Ordinal), other.krippendorff_alpha(Metric::Ordinal)),
            (one.light_kappa(&weights), other.light_kappa(&weights)),
            (value(one.conger_kappa(&weights)), value(other.conger_kappa(&weights))),
            (value(one.fleiss_kappa(&weights)), value(other.fleiss_kappa(&weights))),
            (value(one.gwet_ac(&weights)), value(other.gwet_ac(&weights))),
        ] {
            match (one, other) {
                (Ok(one), Ok(other)) => close(one, other)?,
                (one, other) => prop_assert_eq!(one, other),
            }
        }
    }

    #[test]
    fn coders_who_agree_on_all_reach_exactly_one(values in proptest::collection::vec(0..3_u16, 2..20), n_coders in 2..5_usize) {
        let units = values.iter().map(|&value| vec![Some(value); n_coders]).collect();
        let tally = Ratings { n_categories: 3, units }.tally();
        let identity = Weights::identity(3);
        let varies = values.iter().any(|&value| value != values[0]);
        let expected = if varies { Ok(1.0) } else { Err(Undefined::NoVariation) };
        prop_assert_eq!(tally.percent_agreement(), Ok(1.0));
        prop_assert_eq!(value(tally.gwet_ac(&identity)), Ok(1.0));
        prop_assert_eq!(value(tally.brennan_prediger(&identity)), Ok(1.0));
        prop_assert_eq!(tally.krippendorff_alpha(Metric::Nominal), expected);
        prop_assert_eq!(tally.light_kappa(&identity), expected);
        prop_assert_eq!(value(tally.conger_kappa(&identity)), expected);
        prop_assert_eq!(value(tally.fleiss_kappa(&identity)), expected);
    }

    /// With two coders and no missing values: Fleiss is Scott, Conger is Cohen, and alpha corrects Scott's pi for the number of values.
    #[test]
    fn coefficients_for_two_coders_meet(pairs in proptest::collection::vec((0..3_u16, 0..3_u16), 1..30)) {
        let units = pairs.iter().map(|&(first, second)| vec![Some(first), Some(second)]).collect();
        let (tally, identity) = (Ratings { n_categories: 3, units }.tally(), Weights::identity(3));
        let table = tally.pair(0, 1);
        if let Ok(pi) = table.scott_pi() {
            let n_values = 2.0 * pairs.len() as f64;
            close(tally.fleiss_kappa(&identity).unwrap().value, pi.value)?;
            close(tally.krippendorff_alpha(Metric::Nominal).unwrap(), 1.0 - (1.0 - pi.value) * (1.0 - 1.0 / n_values))?;
        }
        match (table.cohen_kappa(&identity), tally.conger_kappa(&identity)) {
            (Ok(cohen), Ok(conger)) => close(conger.value, cohen.value)?,
            (cohen, conger) => prop_assert_eq!(value(cohen), value(conger)),
        }
    }

    #[test]
    fn tallies_add_up(first in any_ratings(3..4, 3), second in any_ratings(3..4, 3), times in 0..4_u64) {
        let units = (0..times).flat_map(|_| second.units.clone());
        let together = Ratings { n_categories: 3, units: first.units.iter().cloned().chain(units).collect() };
        let mut sum = first.tally();
        sum.add_tally(&second.tally(), times);
        prop_assert_eq!(sum, together.tally());
    }
}
