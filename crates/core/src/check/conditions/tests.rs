use super::*;
use crate::records::PassageRef;
use crate::settings::Level;
use crate::{AttributeId, Case, CharOffset, CharSpan, Code, Label, Language, Origin, Settings, Source, Text};

fn study() -> Study {
    let mut study = Study::new(Settings::new("s", "S", Language::En));
    let attribute = |id: &str, kind, levels: &[&str]| Attribute {
        id: AttributeId::new(id).unwrap(),
        label: Label::default(),
        kind,
        levels: levels.iter().map(|id| Level { id: (*id).into(), label: Label::default() }).collect(),
        outcome: false,
    };
    study.settings.attributes = vec![
        attribute("age", AttributeType::Integer, &[]),
        attribute("early", AttributeType::YesNo, &[]),
        attribute("place", AttributeType::Choice, &["home", "away"]),
    ];
    let code = Code::new("trust".parse().unwrap());
    study.codebook.codes.insert(code.id.clone(), code);
    let case = Case { id: "p01".parse().unwrap(), name: String::new(), attributes: Default::default() };
    study.cases.insert(case.id.clone(), case);
    let source = Source {
        id: "i1".parse().unwrap(),
        cases: vec!["p01".parse().unwrap()],
        kind: "interview".parse().unwrap(),
        date: None,
        phase: None,
        participants: Vec::new(),
        text: Text::new("één dag"),
        units: Vec::new(),
        origin: Origin::default(),
        extra: Default::default(),
    };
    study.sources.insert(source.id.clone(), source);
    for fields in [
        r#"{"name": "felt", "method": "scores", "value": [{"value": 0, "definition": "no"}, {"value": 1, "definition": "yes"}]}"#,
        r#"{"name": "old", "method": "crisp", "attribute": "age", "threshold": 12}"#,
    ] {
        let condition: Condition = serde_json::from_str(fields).unwrap();
        study.conditions.insert(condition.name.clone(), condition);
    }
    study
}

fn found(fields: &str) -> Vec<(&'static str, String)> {
    let one: Condition = serde_json::from_str(&format!("{{{fields}}}")).unwrap();
    condition(&study(), &one).into_iter().map(in_short).collect()
}

/// The column, and the problem with its reason.
fn in_short(misfit: Misfit) -> (&'static str, String) {
    let problem = serde_json::to_value(&misfit.problem).unwrap();
    let text = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
    (misfit.column, format!("{} {}", text("problem"), text("reason")).trim().to_owned())
}

#[test]
fn a_condition_names_what_the_study_has() {
    let cases = [
        (r#""name": "x", "method": "presence", "code": "trust""#, &[][..]),
        (r#""name": "x", "method": "presence", "code": "trst""#, &[("code", "unknown-code")]),
        (r#""name": "trust", "method": "presence", "code": "trust""#, &[("name", "condition-name-taken")]),
        (r#""name": "age", "method": "presence", "code": "trust""#, &[("name", "condition-name-taken")]),
        (
            r#""name": "Felt", "method": "presence", "code": "trust""#,
            &[("name", "name-taken-in-other-spelling")],
        ),
        (r#""name": "x", "method": "presence", "attribute": "ag""#, &[("attribute", "unknown-attribute")]),
        (
            r#""name": "x", "method": "presence", "attribute": "age""#,
            &[("attribute", "condition-invalid attribute-unfit")],
        ),
        (r#""name": "x", "method": "presence", "attribute": "early""#, &[]),
        (
            r#""name": "x", "method": "presence", "attribute": "early", "level": "yes""#,
            &[("level", "condition-invalid field-unused")],
        ),
        (
            r#""name": "x", "method": "presence", "attribute": "place""#,
            &[("level", "condition-invalid level-missing")],
        ),
        (r#""name": "x", "method": "presence", "attribute": "place", "level": "home""#, &[]),
        (
            r#""name": "x", "method": "presence", "attribute": "place", "level": "hom""#,
            &[("level", "condition-invalid level-unknown")],
        ),
        (r#""name": "x", "method": "levels", "attribute": "place""#, &[]),
        (r#""name": "x", "method": "levels", "attribute": "place", "level": ["away", "home"]"#, &[]),
        (
            r#""name": "x", "method": "levels", "attribute": "place", "level": ["away"]"#,
            &[("level", "condition-invalid levels-incomplete")],
        ),
        (
            r#""name": "x", "method": "levels", "attribute": "early""#,
            &[("attribute", "condition-invalid attribute-unfit")],
        ),
    ];
    for (fields, expected) in cases {
        let expected: Vec<(&str, String)> =
            expected.iter().map(|(column, problem)| (*column, (*problem).to_owned())).collect();
        assert_eq!(found(fields), expected, "{fields}");
    }
}

fn row(condition: &str, value: f64, chars: (u32, u32)) -> Membership {
    Membership {
        condition: condition.parse().unwrap(),
        case: "p01".parse().unwrap(),
        value,
        coder: "anna".parse().unwrap(),
        created: jiff::Timestamp::constant(0, 0),
        memo: String::new(),
        passages: vec![PassageRef {
            source: "i1".parse().unwrap(),
            chars: CharSpan { start: CharOffset(chars.0), end: CharOffset(chars.1) },
        }],
        extra: Default::default(),
    }
}

#[test]
fn a_score_has_a_value_that_was_defined_and_passages_that_are_there() {
    let study = study();
    let of = |row: Membership| membership(&study, &row).into_iter().map(in_short).collect::<Vec<_>>();
    assert_eq!(of(row("felt", 1.0, (0, 7))), []);
    assert_eq!(of(row("felt", 1.0, (0, 8))), [("passages", "span-past-end".to_owned())]);
    assert_eq!(of(row("felt", 1.0, (3, 3))), [("passages", "span-empty".to_owned())]);
    assert_eq!(of(row("felt", 0.67, (0, 7))), [("value", "score-unknown".to_owned())]);
    assert_eq!(of(row("feld", 1.0, (0, 7))), [("condition", "unknown-condition".to_owned())]);
    assert_eq!(of(row("old", 1.0, (0, 7))), [("condition", "condition-not-scored".to_owned())]);
    let elsewhere = Membership { case: "p02".parse().unwrap(), ..row("felt", 1.0, (0, 7)) };
    assert_eq!(of(elsewhere), [("case", "unknown-case".to_owned())]);
}

#[test]
fn people_who_scored_differently_are_named_at_the_later_row() {
    let mut study = study();
    study.memberships = vec![row("felt", 1.0, (0, 7)), row("felt", 0.0, (0, 7))];
    assert_eq!(scores(&study).len(), 0, "she thought again");
    study.memberships[0].coder = "bram".parse().unwrap();
    let [(place, misfit)] = &scores(&study)[..] else { panic!("one case") };
    let expected = Problem::ScoredDifferently {
        condition: "felt".into(),
        case: "p01".into(),
        scores: "bram 1, anna 0".into(),
        layer: String::new(),
    };
    assert_eq!((*place, misfit.column, &misfit.problem), (1, "value", &expected));
}
