//! Tables that a study defines for itself: a known table with filters, groupings and options under a name of its own.

use crate::{
    AttributeTest, CaseId, CodeId, CoderId, Filter, KindId, Label, OutcomeChoice, PhaseId, RoleId, TableId,
    TableOptions, Valence,
};
use schemars::JsonSchema;
use serde::de::{IntoDeserializer, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::marker::PhantomData;

/// A table of the study's own. Its fields have the names of the flags of `draad table`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct OwnTable {
    /// Its name, unique in the study; also the name of its file under `output/tables/`.
    pub name: TableId,
    /// What people read above it.
    #[serde(default, skip_serializing_if = "Label::is_empty")]
    pub label: Label,
    /// What it is for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The table that it is made of, such as `tensions`.
    pub table: String,
    /// A further key: kind, role, phase, speaker, coder, outcome or an attribute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The outcome that groups and orders the cases; some tables ask which value of it is meant: `outcome=value`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<OutcomeChoice>,
    /// Whether parent codes are left without what was coded below them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unfolded: bool,
    /// Only these cases.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_many")]
    pub case: Vec<CaseId>,
    /// Only these kinds of source.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_many")]
    pub kind: Vec<KindId>,
    /// Only what people in these roles said.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_many")]
    pub role: Vec<RoleId>,
    /// Only these phases.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_many")]
    pub phase: Vec<PhaseId>,
    /// Only these codes, with everything below them.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_many")]
    pub code: Vec<CodeId>,
    /// Only these valences.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_many")]
    pub valence: Vec<Valence>,
    /// Only these coders.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_many")]
    pub coder: Vec<CoderId>,
    /// Only cases for which these conditions hold, such as `child_age>=12`.
    #[serde(
        default,
        rename = "where",
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "as_written",
        deserialize_with = "one_or_many"
    )]
    #[schemars(with = "Vec<String>")]
    pub conditions: Vec<AttributeTest>,
    /// Only units for which these saved queries hold.
    #[serde(
        default,
        rename = "query",
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "one_or_many"
    )]
    pub queries: Vec<String>,
    /// Saved queries that count as factors of their own.
    #[serde(
        default,
        rename = "set",
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "one_or_many"
    )]
    pub sets: Vec<String>,
    /// What only some tables understand.
    #[serde(flatten)]
    pub options: TableOptions,
}

impl OwnTable {
    /// Returns the filter, but for saved queries.
    pub fn filter(&self) -> Filter {
        Filter {
            cases: self.case.clone(),
            kinds: self.kind.clone(),
            roles: self.role.clone(),
            phases: self.phase.clone(),
            codes: self.code.clone(),
            valences: self.valence.clone(),
            coders: self.coder.clone(),
            attributes: self.conditions.clone(),
            within: Vec::new(),
        }
    }
}

fn as_written<S: serde::Serializer>(conditions: &[AttributeTest], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(conditions.iter().map(ToString::to_string))
}

/// Reads a list, or one value as a list of one: who writes `role = "parent"` means no other.
pub(crate) fn one_or_many<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    struct OneOrMany<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrMany<T> {
        type Value = Vec<T>;

        fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
            formatter.write_str("a list of texts")
        }

        fn visit_str<E: serde::de::Error>(self, one: &str) -> Result<Self::Value, E> {
            Ok(vec![T::deserialize(one.into_deserializer())?])
        }

        fn visit_i64<E: serde::de::Error>(self, one: i64) -> Result<Self::Value, E> {
            let read = T::deserialize(one.into_deserializer());
            read.map(|one| vec![one])
                .map_err(|_: E| E::invalid_type(serde::de::Unexpected::Signed(one), &"a list of texts"))
        }

        fn visit_u64<E: serde::de::Error>(self, one: u64) -> Result<Self::Value, E> {
            match i64::try_from(one) {
                Ok(one) => self.visit_i64(one),
                Err(_) => Err(E::invalid_type(serde::de::Unexpected::Unsigned(one), &self)),
            }
        }

        fn visit_f64<E: serde::de::Error>(self, one: f64) -> Result<Self::Value, E> {
            let read = T::deserialize(one.into_deserializer());
            read.map(|one| vec![one])
                .map_err(|_: E| E::invalid_type(serde::de::Unexpected::Float(one), &"a list of texts"))
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut many: A) -> Result<Self::Value, A::Error> {
            let mut list = Vec::new();
            while let Some(one) = many.next_element()? {
                list.push(one);
            }
            Ok(list)
        }
    }

    deserializer.deserialize_any(OneOrMany(PhantomData))
}
