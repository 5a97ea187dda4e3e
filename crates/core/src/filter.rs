//! The filters that every search, table and figure understands in the same way.

use crate::{
    Attribute, AttributeId, AttributeType, AttributeValue, Case, CaseId, CodeId, Codebook, CoderId, KindId,
    PhaseId, RoleId, Study, Valence, Within,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Which part of a study to look at. An empty list means everything; several values of one list mean any of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Filter {
    /// Cases.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<CaseId>,
    /// Kinds of source.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<KindId>,
    /// Roles of the person speaking.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleId>,
    /// Phases of the case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<PhaseId>,
    /// Codes, with everything below them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<CodeId>,
    /// Valences of the coding.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub valences: Vec<Valence>,
    /// Coders.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub coders: Vec<CoderId>,
    /// Conditions on attributes of the case; all must hold.
    #[serde(skip_serializing_if = "Vec::is_empty", rename = "where")]
    pub attributes: Vec<AttributeTest>,
    /// Saved queries; all must hold for the unit.
    #[serde(skip_serializing_if = "Vec::is_empty", rename = "query")]
    pub within: Vec<Within>,
}

/// A condition on one attribute, written `child_age>=12`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AttributeTest {
    /// Which attribute.
    pub attribute: AttributeId,
    /// How to compare.
    pub comparison: Comparison,
    /// With what, as it can be written in `cases.csv`: capitals make no difference in levels, days are also written
    /// `3-9-2021`, and `unknown` is `onbekend`.
    pub value: String,
}

/// How a value that cannot be known is written.
const UNKNOWN: [&str; 2] = ["unknown", "onbekend"];

/// How to compare an attribute with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// `=`, also `==`.
    Equal,
    /// `!=`; also true where the value is unknown or empty.
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
}

/// The comparisons as people write them, longest first; of two for the same, we write the last.
const COMPARISONS: [(&str, Comparison); 7] = [
    ("==", Comparison::Equal),
    ("!=", Comparison::NotEqual),
    ("<=", Comparison::AtMost),
    (">=", Comparison::AtLeast),
    ("=", Comparison::Equal),
    ("<", Comparison::Less),
    (">", Comparison::Greater),
];

impl std::str::FromStr for AttributeTest {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let at = text.find(['=', '!', '<', '>']).ok_or_else(|| format!("`{text}` has no comparison"))?;
        let (name, rest) = text.split_at(at);
        let (sign, comparison) = COMPARISONS
            .into_iter()
            .find(|(sign, _)| rest.starts_with(sign))
            .ok_or_else(|| format!("`{text}` has no comparison"))?;
        let attribute = name.trim().parse()?;
        Ok(Self { attribute, comparison, value: rest[sign.len()..].trim().to_owned() })
    }
}

impl<'de> Deserialize<'de> for AttributeTest {
    /// Reads a condition as it is written after `--where`.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl std::fmt::Display for AttributeTest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = COMPARISONS
            .iter()
            .rfind(|(_, comparison)| *comparison == self.comparison)
            .map_or("", |(sign, _)| sign);
        write!(f, "{}{sign}{}", self.attribute, self.value)
    }
}

/// A value as written in a condition, read as the attribute's type says.
#[derive(Debug, PartialEq)]
enum Written {
    /// Nothing: the attribute is not filled in.
    Empty,
    /// `unknown` or `onbekend`.
    Unknown,
    /// A value that the attribute can have.
    Value(AttributeValue),
}

impl AttributeTest {
    /// Returns what was expected, when no case can meet the condition or its comparison means nothing for the attribute.
    pub fn misfit(&self, attribute: &Attribute) -> Option<String> {
        let levels = || list(attribute.levels.iter().map(|level| &level.id));
        let sample = match attribute.kind {
            AttributeType::Text => AttributeValue::Text(String::new()),
            AttributeType::Integer | AttributeType::Number => AttributeValue::Number(0.0),
            AttributeType::YesNo => AttributeValue::YesNo(true),
            AttributeType::Date => AttributeValue::Date(jiff::civil::Date::ZERO),
            AttributeType::Choice => AttributeValue::Level("".into()),
        };
        let written = read(&sample, &self.value);
        let is_level = |text: &str| attribute.levels.iter().any(|level| is_same(&level.id, text));
        match (&written, attribute.kind) {
            (None, AttributeType::YesNo) => return Some("yes, no".to_owned()),
            (None, AttributeType::Date) => return Some("date".to_owned()),
            (None, _) => return Some("12".to_owned()),
            (Some(Written::Value(AttributeValue::Level(level))), _) if !is_level(level) => {
                return Some(levels());
            }
            _ => {}
        }
        let has_order =
            matches!(written, Some(Written::Value(AttributeValue::Number(_) | AttributeValue::Date(_))));
        let asks_order = !matches!(self.comparison, Comparison::Equal | Comparison::NotEqual);
        (asks_order && !has_order).then(|| "=, !=".to_owned())
    }

    /// Returns whether a case meets the condition. Unknown and empty values meet none but `!=`.
    pub fn holds(&self, case: &Case) -> bool {
        use std::cmp::Ordering::{Equal, Greater, Less};
        let order = case.attributes.get(&self.attribute).and_then(|value| compare(value, &self.value));
        match self.comparison {
            Comparison::Equal => order == Some(Equal),
            Comparison::NotEqual => order != Some(Equal),
            Comparison::Less => order == Some(Less),
            Comparison::AtMost => matches!(order, Some(Less | Equal)),
            Comparison::Greater => order == Some(Greater),
            Comparison::AtLeast => matches!(order, Some(Greater | Equal)),
        }
    }
}

/// Reads what the user wrote as a value of the same kind as `like`; nothing when it is none.
fn read(like: &AttributeValue, written: &str) -> Option<Written> {
    let number = || written.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite());
    let day_first = || jiff::civil::Date::strptime("%d-%m-%Y", written).ok();
    if written.is_empty() {
        return Some(Written::Empty);
    }
    if let AttributeValue::Level(own) = like
        && is_same(own, written)
    {
        return Some(Written::Value(like.clone()));
    }
    if UNKNOWN.into_iter().any(|word| is_same(word, written)) {
        return Some(Written::Unknown);
    }
    let value = match like {
        AttributeValue::Empty | AttributeValue::Unknown => return None,
        AttributeValue::Integer(_) | AttributeValue::Number(_) => AttributeValue::Number(number()?),
        AttributeValue::YesNo(_) => AttributeValue::YesNo(yes_no(written)?),
        AttributeValue::Date(_) => AttributeValue::Date(written.parse().ok().or_else(day_first)?),
        AttributeValue::Text(_) => AttributeValue::Text(written.to_owned()),
        AttributeValue::Level(_) => AttributeValue::Level(written.into()),
    };
    Some(Written::Value(value))
}

fn yes_no(written: &str) -> Option<bool> {
    match written.to_lowercase().as_str() {
        "yes" | "ja" | "true" | "1" => Some(true),
        "no" | "nee" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// Returns whether two words are the same but for capitals.
fn is_same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// Compares a value with what the user wrote; nothing when the two cannot be compared.
fn compare(value: &AttributeValue, written: &str) -> Option<std::cmp::Ordering> {
    let equal = |is_equal: bool| is_equal.then_some(std::cmp::Ordering::Equal);
    match (value, read(value, written)?) {
        (AttributeValue::Empty, other) => equal(other == Written::Empty),
        (AttributeValue::Unknown, other) => equal(other == Written::Unknown),
        (AttributeValue::Integer(own), Written::Value(AttributeValue::Number(other))) => {
            (*own as f64).partial_cmp(&other)
        }
        (AttributeValue::Number(own), Written::Value(AttributeValue::Number(other))) => {
            own.partial_cmp(&other)
        }
        (AttributeValue::Date(own), Written::Value(AttributeValue::Date(other))) => Some(own.cmp(&other)),
        (own, Written::Value(other)) => equal(*own == other),
        _ => None,
    }
}

impl Filter {
    /// Returns the filter with what it leaves open as in another; saved queries of both hold.
    pub fn over(self, other: Filter) -> Filter {
        fn list<T>(own: Vec<T>, other: Vec<T>) -> Vec<T> {
            if own.is_empty() { other } else { own }
        }
        Filter {
            cases: list(self.cases, other.cases),
            kinds: list(self.kinds, other.kinds),
            roles: list(self.roles, other.roles),
            phases: list(self.phases, other.phases),
            codes: list(self.codes, other.codes),
            valences: list(self.valences, other.valences),
            coders: list(self.coders, other.coders),
            attributes: list(self.attributes, other.attributes),
            within: other.within.into_iter().chain(self.within).collect(),
        }
    }

    /// Returns whether nothing is filtered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns whether a case passes `--case` and `--where`.
    pub fn takes_case(&self, case: &Case) -> bool {
        takes(&self.cases, &case.id) && self.attributes.iter().all(|test| test.holds(case))
    }

    /// Returns the codes that pass `--code`, with their descendants; nothing when all do.
    pub fn code_set(&self, codebook: &Codebook) -> Option<BTreeSet<CodeId>> {
        if self.codes.is_empty() {
            return None;
        }
        Some(self.codes.iter().flat_map(|code| codebook.with_descendants(code)).collect())
    }

    /// Returns a problem for each name in the filter that the study does not have.
    pub fn problems(&self, study: &Study) -> Vec<crate::Problem> {
        use crate::Problem;
        let settings = &study.settings;
        let mut problems = Vec::new();
        for case in self.cases.iter().filter(|id| !study.cases.contains_key(*id)) {
            problems.push(Problem::UnknownCase { case: case.to_string() });
        }
        for kind in self.kinds.iter().filter(|id| !settings.kinds.iter().any(|kind| kind.id == **id)) {
            let known = list(settings.kinds.iter().map(|kind| &kind.id));
            problems.push(Problem::UnknownKind { kind: kind.to_string(), known });
        }
        for role in self.roles.iter().filter(|id| settings.role(id).is_none()) {
            let known = list(settings.roles.iter().map(|role| &role.id));
            problems.push(Problem::UnknownRole { role: role.to_string(), known });
        }
        for phase in self.phases.iter().filter(|id| !settings.phases.iter().any(|phase| phase.id == **id)) {
            let known = list(settings.phases.iter().map(|phase| &phase.id));
            problems.push(Problem::UnknownPhase { phase: phase.to_string(), known });
        }
        for code in self.codes.iter().filter(|id| study.codebook.get(id).is_none()) {
            let nearest = nearest(code.as_str(), study.codebook.codes.keys().map(CodeId::as_str));
            problems.push(Problem::UnknownCode { code: code.to_string(), nearest });
        }
        // who coded is known only from all codings: asked for where it matters
        let coders = if self.coders.is_empty() { Vec::new() } else { study.coders() };
        for coder in self.coders.iter().filter(|id| !coders.contains(id)) {
            problems.push(Problem::UnknownCoder { coder: coder.to_string(), known: list(&coders) });
        }
        for test in
            self.attributes.iter().filter(|test| settings.attribute(test.attribute.as_str()).is_none())
        {
            let known = list(settings.attributes.iter().map(|attribute| &attribute.id));
            problems.push(Problem::UnknownAttribute { attribute: test.attribute.to_string(), known });
        }
        for test in &self.attributes {
            let attribute = settings.attribute(test.attribute.as_str());
            if let Some(expected) = attribute.and_then(|attribute| test.misfit(attribute)) {
                problems.push(Problem::FilterInvalid { filter: test.to_string(), expected });
            }
        }
        problems
    }
}

/// Returns whether `list` lets `id` through: it does when it is empty or has it.
pub fn takes<T: PartialEq>(list: &[T], id: &T) -> bool {
    list.is_empty() || list.contains(id)
}

/// Joins names for a sentence.
pub fn list<T: std::fmt::Display>(names: impl IntoIterator<Item = T>) -> String {
    names.into_iter().map(|name| name.to_string()).collect::<Vec<_>>().join(", ")
}

/// Returns the known name most like `name` (edit distance of at most a third of its length), or an empty text.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let allowed = name.chars().count() / 3 + 1;
    let candidates = known.into_iter().map(|other| (edit_distance(name, other), other));
    candidates
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map_or(String::new(), |(_, other)| other.to_owned())
}

/// Returns the Levenshtein distance in characters.
fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(ca != *cb);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use indexmap::IndexMap;

    fn case(value: AttributeValue) -> Case {
        let attribute = AttributeId::new("age").unwrap();
        Case {
            id: CaseId::new("p01").unwrap(),
            name: String::new(),
            attributes: IndexMap::from([(attribute, value)]),
        }
    }

    #[test]
    fn conditions_compare_by_type_and_unknown_meets_only_unequal() {
        let holds =
            |test: &str, value: AttributeValue| test.parse::<AttributeTest>().unwrap().holds(&case(value));
        assert!(holds("age>=12", AttributeValue::Integer(12)));
        assert!(!holds("age < 12", AttributeValue::Integer(12)));
        assert!(holds("age=2,5", AttributeValue::Number(2.5)));
        assert!(holds("age=nee", AttributeValue::YesNo(false)));
        assert!(holds("age!=12", AttributeValue::Unknown));
        assert!(!holds("age>=0", AttributeValue::Unknown));
        assert!(holds("age=unknown", AttributeValue::Unknown));
        assert!(holds("age<2021-01-01", AttributeValue::Date("2020-12-31".parse().unwrap())));
        assert!("age".parse::<AttributeTest>().is_err());
        assert_eq!("age == 12".parse::<AttributeTest>().unwrap().to_string(), "age=12");
        assert_eq!("age >= 12".parse::<AttributeTest>().unwrap().to_string(), "age>=12");
    }

    #[test]
    fn a_condition_reads_values_as_the_case_table_does() {
        let holds =
            |test: &str, value: AttributeValue| test.parse::<AttributeTest>().unwrap().holds(&case(value));
        let level = || AttributeValue::Level("Mixed".into());
        assert!(
            holds("age=mixed", level()) && !holds("age!=MIXED", level()) && !holds("age=stalled", level())
        );
        assert!(
            holds("age=onbekend", AttributeValue::Unknown) && holds("age=Unknown", AttributeValue::Unknown)
        );
        assert!(!holds("age=onbekend", level()) && holds("age!=onbekend", level()));
        assert!(holds("age=Unknown", AttributeValue::Level("unknown".into())));
        let day = || AttributeValue::Date("2021-09-03".parse().unwrap());
        assert!(
            holds("age=3-9-2021", day()) && holds("age<04-09-2021", day()) && !holds("age<3-9-2021", day())
        );
        assert!(holds("age=", AttributeValue::Empty) && !holds("age=", AttributeValue::Unknown));
        assert!(holds("age=alles", AttributeValue::Text("alles".into())));
        assert!(!holds("age<b", AttributeValue::Text("a".into())));
    }

    #[test]
    fn a_condition_that_no_value_can_meet_is_a_mistake() {
        let settings = crate::Settings::new("s", "S", crate::Language::Nl);
        let outcome = settings.attribute("constructiveness").unwrap().clone();
        let of_type = |kind| Attribute { kind, levels: Vec::new(), ..outcome.clone() };
        let misfit = |attribute: &Attribute, test: &str| {
            format!("age{test}").parse::<AttributeTest>().unwrap().misfit(attribute)
        };
        for (kind, fits, does_not) in [
            (AttributeType::Integer, ">=12", ">=twaalf"),
            (AttributeType::Number, "<2,5", "<nan"),
            (AttributeType::YesNo, "=Nee", "=soms"),
            (AttributeType::Date, "<2021-09-03", "<vorig jaar"),
            (AttributeType::Date, ">3-9-2021", ">3-13-2021"),
            (AttributeType::Text, "=alles", "<alles"),
            (AttributeType::YesNo, "!=ja", ">ja"),
            (AttributeType::Integer, "=onbekend", "<onbekend"),
            (AttributeType::Number, "!=", ">"),
        ] {
            assert_eq!(misfit(&of_type(kind), fits), None, "{kind:?} {fits}");
            assert_eq!(misfit(&of_type(kind), "!=Onbekend"), None, "{kind:?}");
            assert!(misfit(&of_type(kind), does_not).is_some(), "{kind:?} {does_not}");
        }
        assert_eq!(misfit(&outcome, "=Stalled"), None);
        assert_eq!(misfit(&outcome, "=stalld").unwrap(), "constructive, mixed, stalled");
        assert_eq!(misfit(&outcome, "<stalled").unwrap(), "=, !=");
    }

    #[test]
    fn a_near_name_is_offered_and_a_far_one_is_not() {
        assert_eq!(nearest("vertouwen", ["verwijt", "vertrouwen"]), "vertrouwen");
        assert_eq!(nearest("regie", ["vertrouwen"]), "");
    }
}
