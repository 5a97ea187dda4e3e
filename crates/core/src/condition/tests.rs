use super::*;

fn condition(json: &str) -> Condition {
    serde_json::from_str(json).unwrap()
}

/// The fault, the field it is in and the value that is wrong; or nothing.
fn fault(fields: &str) -> Option<(ConditionFault, &'static str, String)> {
    let misfit = condition(&format!("{{\"name\": \"a\", {fields}}}")).calibration().err()?;
    Some((misfit.fault, misfit.field, misfit.detail))
}

#[test]
fn what_a_method_needs_is_asked_for_and_what_it_has_no_use_for_is_refused() {
    use ConditionFault::*;
    let scored = |value: &str| {
        format!(
            "\"method\": \"scores\", \"value\": [{{\"value\": 0, \"definition\": \"niet\"}}, {{\"value\": {value}}}]"
        )
    };
    let expected = [
        (r#""method": "presence""#.to_owned(), SourceMissing, "code", ""),
        (r#""method": "presence", "code": "c", "attribute": "d""#.into(), SourceUnclear, "attribute", ""),
        (r#""method": "presence", "code": "c", "measure": "chars""#.into(), FieldUnused, "measure", ""),
        (r#""method": "presence", "attribute": "d", "valence": "hindering""#.into(), FieldUnused, "valence", ""),
        (r#""method": "crisp", "code": "c", "threshold": 2"#.into(), MeasureMissing, "measure", ""),
        (
            r#""method": "crisp", "attribute": "d", "measure": "chars", "threshold": 2"#.into(),
            FieldUnused,
            "measure",
            "",
        ),
        (r#""method": "crisp", "attribute": "d""#.into(), ThresholdMissing, "threshold", ""),
        (
            r#""method": "crisp", "attribute": "d", "threshold": [2, 2]"#.into(),
            ThresholdsUnordered,
            "threshold",
            "2",
        ),
        (
            r#""method": "direct", "attribute": "d", "exclusion": 1, "crossover": 2"#.into(),
            AnchorMissing,
            "inclusion",
            "",
        ),
        (
            r#""method": "linear", "attribute": "d", "exclusion": 1, "crossover": 2, "inclusion": 2"#.into(),
            AnchorsUnordered,
            "crossover",
            "",
        ),
        (
            r#""method": "linear", "attribute": "d", "exclusion": 1, "crossover": 3, "inclusion": 2"#.into(),
            AnchorsUnordered,
            "crossover",
            "",
        ),
        (
            r#""method": "direct", "attribute": "d", "exclusion": 1, "crossover": 2, "inclusion": 3, "degree": 0.5"#
                .into(),
            DegreeInvalid,
            "degree",
            "0.5",
        ),
        (r#""method": "levels", "code": "c""#.into(), FieldUnused, "code", ""),
        (r#""method": "scores", "code": "c""#.into(), FieldUnused, "code", ""),
        (r#""method": "scores""#.into(), ValuesMissing, "value", ""),
        (scored("0.5"), ValueHalf, "value", "0.5"),
        (scored("1.2"), ValueOutside, "value", "1.2"),
        (scored("0"), ValueTwice, "value", "0"),
        (scored("1"), DefinitionMissing, "value", "1"),
    ];
    for (fields, reason, field, detail) in expected {
        assert_eq!(fault(&fields), Some((reason, field, detail.to_owned())), "{fields}");
    }
    let half = condition(r#"{"name": "a", "method": "crisp", "attribute": "d", "threshold": 1}"#);
    let unended = Condition { threshold: vec![f64::INFINITY], ..half.clone() };
    assert_eq!(unended.calibration().unwrap_err().fault, NumberInvalid);
    assert_eq!(half.calibration(), Ok(Calibration::Crisp { thresholds: vec![1.0] }));
}

#[test]
fn anchors_may_descend_and_the_degree_is_that_of_the_r_package_unless_it_is_given() {
    let fields = r#"{"name": "a", "method": "direct", "code": "c", "measure": "coverage",
        "exclusion": 3, "crossover": 2, "inclusion": 1}"#;
    let anchors = Anchors { exclusion: 3.0, crossover: 2.0, inclusion: 1.0 };
    assert_eq!(condition(fields).calibration(), Ok(Calibration::Direct { anchors, degree: 0.95 }));
}
