//! An outcome as people name it, with or without the value that is meant.

use crate::{AttributeId, AttributeTest};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// An outcome, such as `constructiveness`, and where it matters which of its values is meant a condition on it, such as
/// `constructiveness=constructive` or `child_age>=12`.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeChoice {
    /// The attribute.
    pub attribute: AttributeId,
    /// When a case has the outcome.
    pub test: Option<AttributeTest>,
}

impl From<AttributeId> for OutcomeChoice {
    fn from(attribute: AttributeId) -> Self {
        Self { attribute, test: None }
    }
}

impl FromStr for OutcomeChoice {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if !text.contains(['=', '!', '<', '>']) {
            return Ok(Self { attribute: text.trim().parse()?, test: None });
        }
        let test: AttributeTest = text.parse()?;
        Ok(Self { attribute: test.attribute.clone(), test: Some(test) })
    }
}

impl fmt::Display for OutcomeChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.test {
            Some(test) => test.fmt(f),
            None => self.attribute.fmt(f),
        }
    }
}

impl Serialize for OutcomeChoice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for OutcomeChoice {
    /// Reads it as it is written after `--outcome`.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for OutcomeChoice {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "OutcomeChoice".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_is_read_as_it_is_written() {
        for text in ["constructiveness", "constructiveness=constructive", "child_age>=12"] {
            let choice: OutcomeChoice = text.parse().unwrap();
            assert_eq!(choice.to_string(), text);
            assert_eq!(choice.test.is_some(), text != "constructiveness");
        }
        assert!("=constructive".parse::<OutcomeChoice>().is_err());
    }
}
