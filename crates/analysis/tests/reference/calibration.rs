//! Calibration against `calibrate()` of the R package QCA, on data that stay outside this repository.

use draad_analysis::calibration::of_number;
use draad_core::{Anchors, Calibration};
use serde_json::Value as Json;
use std::path::Path;

/// The values, and what R made of them; nothing where the reference data are not at hand.
fn reference() -> Option<(Vec<f64>, Json)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/reference/methods/03-qca/calibration-lipset-dev");
    let input = std::fs::read_to_string(folder.join("input.csv")).ok()?;
    let expected = std::fs::read_to_string(folder.join("expected.json")).ok()?;
    let raw = input.lines().skip(1).map(|line| line.split(',').nth(1).unwrap().parse().unwrap());
    Some((raw.collect(), serde_json::from_str(&expected).unwrap()))
}

/// Reads how R was asked: `e=400,c=550,i=900`, or thresholds with commas.
fn calibration(asked: &Json) -> Calibration {
    let thresholds = asked["thresholds"].as_str().unwrap();
    if asked["type"] == "crisp" {
        let thresholds = thresholds.split(',').map(|one| one.parse().unwrap()).collect();
        return Calibration::Crisp { thresholds };
    }
    let anchor = |name: &str| {
        let one = thresholds.split(',').find_map(|one| one.strip_prefix(name)?.strip_prefix('='));
        one.unwrap().parse().unwrap()
    };
    let anchors = Anchors { exclusion: anchor("e"), crossover: anchor("c"), inclusion: anchor("i") };
    match asked["logistic"].as_bool().unwrap() {
        true => Calibration::Direct { anchors, degree: asked["idm"].as_f64().unwrap() },
        false => Calibration::Linear { anchors },
    }
}

#[test]
fn memberships_are_those_of_r() {
    let Some((raw, expected)) = reference() else {
        println!("skipped: ../shared/reference/methods/03-qca/calibration-lipset-dev is not there");
        return;
    };
    let tolerance = expected["meta"]["tolerance"].as_f64().unwrap();
    let asked = expected["expected"].as_array().unwrap();
    assert_eq!(asked.len(), 6);
    for asked in asked {
        let calibration = calibration(asked);
        let values = asked["values"].as_array().unwrap();
        let pairs =
            raw.iter().zip(values).map(|(raw, value)| (of_number(&calibration, *raw).unwrap(), value));
        let worst = pairs.map(|(found, value)| (found - value.as_f64().unwrap()).abs()).fold(0.0, f64::max);
        println!("{calibration:?}: {} values, worst deviation {worst:e}", values.len());
        assert!(worst <= tolerance, "{calibration:?}: {worst:e}");
    }
}
