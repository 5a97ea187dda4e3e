//! Conditions of a qualitative comparative analysis: what each is, and how it becomes a membership per case.
//!
//! A [`Condition`] is kept as people write it, one section of `conditions.toml`; [`Condition::calibration`] makes of it what
//! can be computed with, or says what does not fit. What a condition names elsewhere in the study is checked by
//! [`check::condition`](crate::check::condition).

use crate::own_table::one_or_many;
use crate::{AttributeId, CodeId, ConditionId, Label, Valence};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// How far in a case at the inclusion anchor is, unless a condition says otherwise: as in the R package QCA.
pub const DEGREE: f64 = 0.95;

/// A condition, as it stands in `conditions.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Its name, unique in the study, and that of no code or attribute: letters, digits, `_` and `-`.
    pub name: ConditionId,
    /// What people read instead of the name.
    #[serde(default, skip_serializing_if = "Label::is_empty")]
    pub label: Label,
    /// What it means, and why it is calibrated so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The code it rests on, with everything below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<CodeId>,
    /// Only codings of this valence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valence: Option<Valence>,
    /// The attribute of cases it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribute: Option<AttributeId>,
    /// How it becomes a membership.
    pub method: Method,
    /// What is measured of the code, for crisp, direct and linear.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<ConditionMeasure>,
    /// For crisp: from this value on a case is in. Several, ascending, make a condition of several values: 0, 1, 2, …
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_many")]
    #[schemars(schema_with = "one_or_many_of::<f64>")]
    pub threshold: Vec<f64>,
    /// For direct and linear: where a case is fully out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exclusion: Option<f64>,
    /// For direct and linear: where it is neither in nor out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crossover: Option<f64>,
    /// For direct and linear: where it is fully in. Below exclusion for a set that decreases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inclusion: Option<f64>,
    /// For direct: the membership at the inclusion anchor, .95 unless it is given; its log odds are the L of the method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degree: Option<f64>,
    /// For presence of a choice: the levels that count as present. For levels: all of them, from 0 up.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_many")]
    #[schemars(schema_with = "one_or_many_of::<String>")]
    pub level: Vec<String>,
    /// For scores: the values that people give, each with its definition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub value: Vec<AnchorValue>,
}

/// Describes a list that may be written as one value.
fn one_or_many_of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    let one = generator.subschema_for::<T>();
    json_schema!({"anyOf": [one, {"type": "array", "items": one}]})
}

/// How a condition becomes a membership.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    JsonSchema,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Method {
    /// 1 where the code was found or the attribute says so, else 0.
    Presence,
    /// By thresholds.
    Crisp,
    /// By the direct method: logistic through three anchors.
    Direct,
    /// Along straight lines through three anchors.
    Linear,
    /// By people, who give each case one of the defined values.
    Scores,
    /// The levels of a choice as 0, 1, 2, …
    Levels,
}

/// What is measured of a code in a case.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    JsonSchema,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ConditionMeasure {
    /// Passages.
    Passages,
    /// Sources with the code.
    Sources,
    /// Characters covered.
    Chars,
    /// The share of the case's material that is covered, 0 to 1.
    #[default]
    Coverage,
}

/// One of the values that people give, and when they give it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnchorValue {
    /// The membership, 0 to 1, and not .5: a case that is neither in nor out stands in no row of a truth table.
    pub value: f64,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Label::is_empty")]
    pub label: Label,
    /// What has to be the case for a case to get it.
    #[serde(default)]
    pub definition: String,
}

/// Where a case is out, neither out nor in, and in; in the unit of what is measured, ascending or descending.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Anchors {
    /// Fully out.
    pub exclusion: f64,
    /// Neither.
    pub crossover: f64,
    /// Fully in.
    pub inclusion: f64,
}

/// How a condition becomes a membership, with everything the method needs and nothing else.
#[derive(Clone, Debug, PartialEq)]
pub enum Calibration {
    /// Found or not.
    Presence,
    /// How many of the thresholds are reached; ascending, at least one.
    Crisp {
        /// The thresholds.
        thresholds: Vec<f64>,
    },
    /// Logistic through the anchors.
    Direct {
        /// The anchors.
        anchors: Anchors,
        /// The membership at the inclusion anchor, between .5 and 1.
        degree: f64,
    },
    /// Straight lines through the anchors.
    Linear {
        /// The anchors.
        anchors: Anchors,
    },
    /// Values that people give, at least two.
    Scores,
    /// The place of a level in this list, or else in that of the attribute.
    Levels {
        /// The levels; may be empty.
        order: Vec<String>,
    },
}

/// What is wrong with a condition; the sentence about [`Problem::ConditionInvalid`](crate::Problem::ConditionInvalid) has a
/// wording for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::EnumIter)]
#[serde(rename_all = "kebab-case")]
pub enum ConditionFault {
    /// It names a code and an attribute.
    SourceUnclear,
    /// It names neither, and its method computes.
    SourceMissing,
    /// A field that its method has no use for.
    FieldUnused,
    /// What is measured of the code is not said.
    MeasureMissing,
    /// Its attribute is not of a type that the method can use.
    AttributeUnfit,
    /// Which levels count as present is not said.
    LevelMissing,
    /// A level that the attribute does not have.
    LevelUnknown,
    /// The order of levels leaves one out, or has one twice.
    LevelsIncomplete,
    /// No threshold.
    ThresholdMissing,
    /// Thresholds that do not ascend.
    ThresholdsUnordered,
    /// One of the three anchors is missing.
    AnchorMissing,
    /// Anchors that do not run in one direction.
    AnchorsUnordered,
    /// A number that is none or has no end.
    NumberInvalid,
    /// A degree that is not between .5 and 1.
    DegreeInvalid,
    /// Fewer than two values to give.
    ValuesMissing,
    /// A value outside 0 to 1.
    ValueOutside,
    /// A value of .5.
    ValueHalf,
    /// A value that is there already.
    ValueTwice,
    /// A value without a definition.
    DefinitionMissing,
}

/// What is wrong with a condition, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionMisfit {
    /// What it is.
    pub fault: ConditionFault,
    /// In which field.
    pub field: &'static str,
    /// The value that is wrong; may be empty.
    pub detail: String,
}

impl ConditionMisfit {
    /// Makes one without a value.
    pub(crate) fn new(fault: ConditionFault, field: &'static str) -> Self {
        Self::of(fault, field, "")
    }

    /// Makes one with the value that is wrong.
    pub(crate) fn of(fault: ConditionFault, field: &'static str, detail: impl ToString) -> Self {
        Self { fault, field, detail: detail.to_string() }
    }
}

impl Condition {
    /// Makes a condition that rests on nothing yet.
    pub fn new(name: ConditionId, method: Method) -> Self {
        Self {
            name,
            label: Label::default(),
            note: String::new(),
            code: None,
            valence: None,
            attribute: None,
            method,
            measure: None,
            threshold: Vec::new(),
            exclusion: None,
            crossover: None,
            inclusion: None,
            degree: None,
            level: Vec::new(),
            value: Vec::new(),
        }
    }

    /// Returns how it becomes a membership.
    ///
    /// # Errors
    /// The first thing that does not fit in the condition by itself.
    pub fn calibration(&self) -> Result<Calibration, ConditionMisfit> {
        self.check_source()?;
        self.check_fields()?;
        match self.method {
            Method::Presence => Ok(Calibration::Presence),
            Method::Crisp => self.crisp(),
            Method::Direct => {
                let degree = self.degree.unwrap_or(DEGREE);
                if !(degree > 0.5 && degree < 1.0) {
                    return Err(ConditionMisfit::of(ConditionFault::DegreeInvalid, "degree", degree));
                }
                Ok(Calibration::Direct { anchors: self.anchors()?, degree })
            }
            Method::Linear => Ok(Calibration::Linear { anchors: self.anchors()? }),
            Method::Scores => self.scores(),
            Method::Levels => Ok(Calibration::Levels { order: self.level.clone() }),
        }
    }

    /// Returns whether people give its values.
    pub fn is_scored(&self) -> bool {
        self.method == Method::Scores
    }

    fn check_source(&self) -> Result<(), ConditionMisfit> {
        let (has_code, has_attribute) = (self.code.is_some(), self.attribute.is_some());
        match (has_code, has_attribute, self.method) {
            (true, true, _) => Err(ConditionMisfit::new(ConditionFault::SourceUnclear, "attribute")),
            (true, _, Method::Scores | Method::Levels) => {
                Err(ConditionMisfit::new(ConditionFault::FieldUnused, "code"))
            }
            (_, true, Method::Scores) => Err(ConditionMisfit::new(ConditionFault::FieldUnused, "attribute")),
            (_, _, Method::Scores) | (true, ..) | (_, true, _) => Ok(()),
            (false, false, _) => Err(ConditionMisfit::new(ConditionFault::SourceMissing, "code")),
        }
    }

    /// Refuses fields that the method has no use for, and asks for the measure where it needs one.
    fn check_fields(&self) -> Result<(), ConditionMisfit> {
        let by_number = matches!(self.method, Method::Crisp | Method::Direct | Method::Linear);
        let by_anchors = matches!(self.method, Method::Direct | Method::Linear);
        let by_level = self.attribute.is_some() && matches!(self.method, Method::Presence | Method::Levels);
        let of_code = self.code.is_some();
        let fields = [
            ("valence", self.valence.is_some(), of_code),
            ("measure", self.measure.is_some(), of_code && by_number),
            ("threshold", !self.threshold.is_empty(), self.method == Method::Crisp),
            ("exclusion", self.exclusion.is_some(), by_anchors),
            ("crossover", self.crossover.is_some(), by_anchors),
            ("inclusion", self.inclusion.is_some(), by_anchors),
            ("degree", self.degree.is_some(), self.method == Method::Direct),
            ("level", !self.level.is_empty(), by_level),
            ("value", !self.value.is_empty(), self.method == Method::Scores),
        ];
        if let Some((field, ..)) = fields.into_iter().find(|(_, is_given, is_used)| *is_given && !is_used) {
            return Err(ConditionMisfit::new(ConditionFault::FieldUnused, field));
        }
        let is_open = of_code && by_number && self.measure.is_none();
        if is_open { Err(ConditionMisfit::new(ConditionFault::MeasureMissing, "measure")) } else { Ok(()) }
    }

    fn crisp(&self) -> Result<Calibration, ConditionMisfit> {
        let thresholds = self.threshold.clone();
        if thresholds.is_empty() {
            return Err(ConditionMisfit::new(ConditionFault::ThresholdMissing, "threshold"));
        }
        if let Some(number) = thresholds.iter().find(|number| !number.is_finite()) {
            return Err(ConditionMisfit::of(ConditionFault::NumberInvalid, "threshold", number));
        }
        match thresholds.windows(2).find(|pair| pair[0] >= pair[1]) {
            Some(pair) => Err(ConditionMisfit::of(ConditionFault::ThresholdsUnordered, "threshold", pair[1])),
            None => Ok(Calibration::Crisp { thresholds }),
        }
    }

    fn anchors(&self) -> Result<Anchors, ConditionMisfit> {
        let anchor = |field: &'static str, value: Option<f64>| match value {
            None => Err(ConditionMisfit::new(ConditionFault::AnchorMissing, field)),
            Some(value) if !value.is_finite() => {
                Err(ConditionMisfit::of(ConditionFault::NumberInvalid, field, value))
            }
            Some(value) => Ok(value),
        };
        let anchors = Anchors {
            exclusion: anchor("exclusion", self.exclusion)?,
            crossover: anchor("crossover", self.crossover)?,
            inclusion: anchor("inclusion", self.inclusion)?,
        };
        match anchors.run_in_one_direction() {
            true => Ok(anchors),
            false => Err(ConditionMisfit::new(ConditionFault::AnchorsUnordered, "crossover")),
        }
    }

    fn scores(&self) -> Result<Calibration, ConditionMisfit> {
        if self.value.len() < 2 {
            return Err(ConditionMisfit::new(ConditionFault::ValuesMissing, "value"));
        }
        for (place, AnchorValue { value, definition, .. }) in self.value.iter().enumerate() {
            let fault = match value {
                value if !(0.0..=1.0).contains(value) => ConditionFault::ValueOutside,
                value if *value == 0.5 => ConditionFault::ValueHalf,
                value if self.value[..place].iter().any(|other| other.value == *value) => {
                    ConditionFault::ValueTwice
                }
                _ if definition.trim().is_empty() => ConditionFault::DefinitionMissing,
                _ => continue,
            };
            return Err(ConditionMisfit::of(fault, "value", value));
        }
        Ok(Calibration::Scores)
    }
}

impl Anchors {
    /// Returns whether they ascend or descend, without two that are the same.
    pub fn run_in_one_direction(self) -> bool {
        let Self { exclusion, crossover, inclusion } = self;
        exclusion < crossover && crossover < inclusion || exclusion > crossover && crossover > inclusion
    }
}

#[cfg(test)]
mod tests;
