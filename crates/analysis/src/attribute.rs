//! Attributes of cases as an ordered list of values: how cases are grouped by outcome and by `--by`.

use crate::problem;
use draad_core::{
    Attribute, AttributeId, AttributeType, AttributeValue, Case, Label, Problem, Study, diagnostic::Outcome,
};
use std::cmp::Ordering;

/// The values of one attribute, and which of them each case has.
pub struct Values {
    /// Id and label, in order: levels as the settings list them, `yes` before `no`, numbers and days ascending, text by
    /// alphabet.
    pub values: Vec<(String, Label)>,
    /// Per case of the study the position of its value; nothing where it is empty or unknown.
    pub of_case: Vec<Option<u32>>,
}

impl Values {
    /// Collects the values of `attribute` in the whole study.
    pub fn new(study: &Study, attribute: &Attribute) -> Self {
        let stated: Vec<Option<&AttributeValue>> =
            study.cases.values().map(|case| stated(case, &attribute.id)).collect();
        let mut values: Vec<(String, Label)> = attribute
            .levels
            .iter()
            .filter(|_| attribute.kind == AttributeType::Choice)
            .map(|level| (level.id.to_string(), level.label.clone()))
            .collect();
        let mut found: Vec<&AttributeValue> = stated.iter().flatten().copied().collect();
        found.sort_by(|a, b| in_order(a, b));
        for value in found {
            let id = value.to_string();
            if !values.iter().any(|(known, _)| *known == id) {
                values.push((id, label(value)));
            }
        }
        let place = |value: &AttributeValue| {
            let id = value.to_string();
            values.iter().position(|(known, _)| *known == id).map(|place| place as u32)
        };
        let of_case = stated.into_iter().map(|value| value.and_then(place)).collect();
        Self { values, of_case }
    }

    /// Returns the values that some case has, in order.
    pub(crate) fn occurring(self) -> Vec<(String, Label)> {
        let occurs = |place: usize| self.of_case.contains(&Some(place as u32));
        let values = self.values.into_iter().enumerate();
        values.filter(|(place, _)| occurs(*place)).map(|(_, value)| value).collect()
    }
}

/// Returns the attribute with this id.
///
/// # Errors
/// `UnknownAttribute`, with those that there are.
pub fn named<'s>(study: &'s Study, id: &AttributeId) -> Outcome<&'s Attribute> {
    study.settings.attribute(id.as_str()).ok_or_else(|| {
        problem(Problem::UnknownAttribute {
            attribute: id.to_string(),
            known: draad_core::filter::list(study.settings.attributes.iter().map(|attribute| &attribute.id)),
        })
    })
}

/// Returns a test on an attribute that fits what it holds, to show how one is written: `child_age>=12`.
pub(crate) fn example_of_test(study: &Study, attribute: &Attribute) -> String {
    let has_order =
        matches!(attribute.kind, AttributeType::Integer | AttributeType::Number | AttributeType::Date);
    let occurring = Values::new(study, attribute).occurring();
    let place = if has_order { occurring.len() / 2 } else { 0 };
    let value = occurring.get(place).map(|(id, _)| id.as_str());
    let value = value.unwrap_or(match attribute.kind {
        AttributeType::Date => "2024-09-01",
        AttributeType::Integer | AttributeType::Number => "12",
        AttributeType::YesNo => "yes",
        AttributeType::Text | AttributeType::Choice => "…",
    });
    format!("{}{}{value}", attribute.id, if has_order { ">=" } else { "=" })
}

/// Returns the value of a case, where somebody filled it in and it is known.
pub(crate) fn stated<'c>(case: &'c Case, id: &AttributeId) -> Option<&'c AttributeValue> {
    case.attributes.get(id).filter(|value| !matches!(value, AttributeValue::Empty | AttributeValue::Unknown))
}

fn label(value: &AttributeValue) -> Label {
    match value {
        AttributeValue::YesNo(true) => Label::new("ja", "yes"),
        AttributeValue::YesNo(false) => Label::new("nee", "no"),
        other => Label::new(&other.to_string(), &other.to_string()),
    }
}

fn in_order(a: &AttributeValue, b: &AttributeValue) -> Ordering {
    let number = |value: &AttributeValue| match value {
        AttributeValue::Integer(number) => *number as f64,
        AttributeValue::Number(number) => *number,
        AttributeValue::YesNo(yes) => f64::from(u8::from(!yes)),
        _ => f64::INFINITY,
    };
    // a day written `2021-09-03` sorts as text
    number(a).total_cmp(&number(b)).then_with(|| a.to_string().cmp(&b.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use AttributeValue::{Empty, Integer, Level, Text, Unknown, YesNo};

    fn values(kind: AttributeType, of_cases: &[AttributeValue]) -> Vec<String> {
        let mut study = Sample::new().study;
        let mut attribute = study.settings.attributes[0].clone();
        attribute.kind = kind;
        for (place, value) in of_cases.iter().enumerate() {
            study = Sample { study }.case(&format!("p{place}"), "").done();
            study.cases[place].attributes[&attribute.id] = value.clone();
        }
        Values::new(&study, &attribute).values.into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn values_stand_in_the_order_in_which_people_expect_them() {
        assert_eq!(
            values(AttributeType::Integer, &[Integer(10), Unknown, Integer(9), Integer(10)]),
            ["9", "10"]
        );
        assert_eq!(values(AttributeType::YesNo, &[YesNo(false), Empty, YesNo(true)]), ["yes", "no"]);
        assert_eq!(values(AttributeType::Text, &[Text("b".into()), Text("a".into())]), ["a", "b"]);
        let choice = [Level("stalled".into()), Level("other".into())];
        assert_eq!(values(AttributeType::Choice, &choice), ["constructive", "stalled", "other"]);
    }
}
