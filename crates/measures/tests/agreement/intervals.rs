//! Intervals by drawing again.

use draad_measures::agreement::{Bootstrap, Metric, Tally, bootstrap};
use draad_measures::{Measured, Undefined};

fn share_of_ones(values: &[u32]) -> impl Fn(usize, &[u32]) -> [Measured; 1] {
    move |_, times| {
        let drawn: u32 = times.iter().sum();
        let ones: u32 = times.iter().zip(values).map(|(times, value)| times * value).sum();
        [Ok(f64::from(ones) / f64::from(drawn))]
    }
}

#[test]
fn each_draw_is_as_large_as_what_is_drawn_from() {
    let draws = Bootstrap::new(12, 50, 7).unwrap();
    assert_eq!(draws.draws().len(), 50);
    assert!(draws.draws().all(|times| times.len() == 12 && times.iter().sum::<u32>() == 12));
    assert_eq!(draws, Bootstrap::new(12, 50, 7).unwrap());
    assert_ne!(draws, Bootstrap::new(12, 50, 8).unwrap());
    let fewer = Bootstrap::new(12, 20, 7).unwrap();
    assert!(fewer.draws().zip(draws.draws()).all(|(one, other)| one == other), "more draws only add");
}

#[test]
fn fewer_than_ten_give_no_interval() {
    assert_eq!(Bootstrap::new(9, 100, 1), Err(Undefined::TooFewUnits { n: 9, needed: 10 }));
    assert!(Bootstrap::new(10, 100, 1).is_ok());
}

/// The number of ones in a draw is binomial(100, .3): its percentiles lie near .21 and .39.
#[test]
fn percentiles_of_a_share_are_those_of_the_binomial_distribution() {
    let values: Vec<u32> = (0..100).map(|place| u32::from(place < 30)).collect();
    let draws = Bootstrap::new(100, 4000, 42).unwrap();
    let [interval] = bootstrap(&draws, share_of_ones(&values));
    let interval = interval.unwrap();
    assert!((interval.low - 0.21).abs() <= 0.0101 && (interval.high - 0.39).abs() <= 0.0101, "{interval:?}");
    assert_eq!((interval.n_defined, interval.n_draws), (4000, 4000));
}

#[test]
fn an_interval_needs_a_number_in_nearly_all_draws() {
    let draws = Bootstrap::new(20, 400, 3).unwrap();
    let (mut same, mut differs) = (Tally::new(2, 2), Tally::new(2, 2));
    same.add(&[Some(0), Some(0)], 1);
    differs.add(&[Some(1), Some(1)], 1);
    // units of which some hold the other category; without them nothing varies
    let alpha = |n_others: usize| {
        let [interval] = bootstrap(&draws, |_, times| {
            let mut sum = Tally::new(2, 2);
            let of = |place: usize| if place < n_others { &differs } else { &same };
            times.iter().enumerate().for_each(|(place, &times)| sum.add_tally(of(place), u64::from(times)));
            [sum.krippendorff_alpha(Metric::Nominal)]
        });
        interval
    };
    let common = alpha(6).unwrap();
    assert_eq!((common.low, common.high, common.n_draws), (1.0, 1.0, 400));
    assert!(common.n_defined >= 380);
    // in a third of the draws the only one is missing
    let once = alpha(1).unwrap_err();
    assert!(matches!(once, Undefined::SeldomDefined { n: 220..290, needed: 380 }), "{once}");
    assert_eq!(alpha(0), Err(Undefined::NoVariation));
    assert_eq!(
        bootstrap(&Bootstrap::new(20, 0, 3).unwrap(), |_, _| [Ok(1.0)])[0].unwrap_err().key(),
        "seldom-defined"
    );
}
