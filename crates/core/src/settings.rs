//! The settings of a study, as they stand in `study.toml`.

use crate::archive::Archive;
use crate::{AttributeId, CoderId, KindId, LevelId, OutputSettings, PhaseId, RoleId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// The folder format that this version writes.
pub const FORMAT: u32 = 1;

/// The settings of a study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Version of the folder format; 1.
    pub format: u32,
    /// Short name of the study, used in file names.
    pub id: String,
    /// Title, as it stands above reports.
    pub title: String,
    /// The language of tables, figures and reports unless asked otherwise.
    pub language: Language,
    /// A sentence shown with every report, for example that all people are invented.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Whose codings count.
    #[serde(default)]
    pub coder_policy: CoderPolicy,
    /// What `draad run` makes of figures.
    #[serde(default, skip_serializing_if = "OutputSettings::is_usual")]
    pub output: OutputSettings,
    /// Positions from which people speak.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// Kinds of material.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<Named<KindId>>,
    /// Phases of a case, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<Named<PhaseId>>,
    /// Levels at which factors work, in the order of tables and figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Named<LevelId>>,
    /// Coders; a coder who is not listed may code as well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coders: Vec<Named<CoderId>>,
    /// Attributes of cases, outcomes among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Attribute>,
    /// What is said of the study where it is kept for others.
    #[serde(default, skip_serializing_if = "Archive::is_empty")]
    pub archive: Archive,
}

/// A language in which the tool speaks.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
    strum::EnumIter,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Language {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

/// A name in both languages. Where one is empty, the other stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Label {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Label {
    /// Makes a label.
    pub fn new(nl: &str, en: &str) -> Self {
        Self { nl: nl.into(), en: en.into() }
    }

    /// Returns whether there is no label in either language.
    pub fn is_empty(&self) -> bool {
        self.nl.is_empty() && self.en.is_empty()
    }

    /// Returns the label in a language, or else in the other; may be empty.
    pub fn get(&self, language: Language) -> &str {
        let (first, second) = match language {
            Language::Nl => (&self.nl, &self.en),
            Language::En => (&self.en, &self.nl),
        };
        if first.is_empty() { second } else { first }
    }

    /// Returns whether `text` is the label in one of the languages, whatever its capitals. No text is no label.
    pub fn is(&self, text: &str) -> bool {
        let text = text.trim().to_lowercase();
        !text.is_empty() && [&self.nl, &self.en].iter().any(|label| label.to_lowercase() == text)
    }

    /// Returns the label in a language, or `id` where there is none.
    pub fn or(&self, language: Language, id: &(impl std::fmt::Display + ?Sized)) -> String {
        let label = self.get(language);
        if label.trim().is_empty() { id.to_string() } else { label.to_owned() }
    }
}

/// A thing with an id and a label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Named<Id> {
    /// The id used in all tables.
    pub id: Id,
    /// What people read.
    #[serde(default)]
    pub label: Label,
}

impl<Id: std::fmt::Display> Named<Id> {
    /// Returns the label in a language, or the id where there is none.
    pub fn name(&self, language: Language) -> String {
        self.label.or(language, &self.id)
    }
}

/// A position from which people speak.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The id used in `participants.csv`.
    pub id: RoleId,
    /// What people read.
    #[serde(default)]
    pub label: Label,
    /// Whether this person asks the questions: an interviewer's words are no perspective on the case.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks: bool,
}

impl Role {
    /// Returns the label in a language, or the id where there is none.
    pub fn name(&self, language: Language) -> String {
        self.label.or(language, &self.id)
    }
}

/// A typed attribute of cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// The id; also the column in `cases.csv`.
    pub id: AttributeId,
    /// What people read.
    #[serde(default)]
    pub label: Label,
    /// What its values are.
    #[serde(rename = "type")]
    pub kind: AttributeType,
    /// The levels of a choice, in the order of tables and figures; the first is the positive end of an outcome.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// Whether it is an outcome: something the factors are compared with.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outcome: bool,
}

impl Attribute {
    /// Returns the label in a language, or the id where there is none.
    pub fn name(&self, language: Language) -> String {
        self.label.or(language, &self.id)
    }
}

/// What the values of an attribute are.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    JsonSchema,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum AttributeType {
    /// Free text.
    Text,
    /// A whole number.
    Integer,
    /// A number; a decimal comma is understood.
    Number,
    /// `yes` or `no` (`ja` and `nee` are understood).
    YesNo,
    /// A day, `2021-09-03`.
    Date,
    /// One of the listed levels.
    Choice,
}

/// One level of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// As written in `cases.csv`.
    #[schemars(with = "String")]
    pub id: SmolStr,
    /// What people read.
    #[serde(default)]
    pub label: Label,
}

/// Whose codings count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "use", deny_unknown_fields)]
pub enum CoderPolicy {
    /// Those of all coders; two coders on one passage count as one passage.
    #[default]
    All,
    /// Those of one coder.
    One {
        /// Who.
        coder: CoderId,
    },
    /// Those of the adjudicated layer where a source has one, and of all coders elsewhere.
    Adjudicated {
        /// The layer's coder name, for example `consensus`.
        coder: CoderId,
    },
}

impl Settings {
    /// Returns the settings of a new study: the roles, kinds, phases and levels of research into shared care, one
    /// outcome, and no coders.
    pub fn new(id: &str, title: &str, language: Language) -> Self {
        Self {
            format: FORMAT,
            id: id.to_owned(),
            title: title.to_owned(),
            language,
            note: String::new(),
            coder_policy: CoderPolicy::All,
            output: OutputSettings::default(),
            roles: default_roles(),
            kinds: named(&[
                ("interview", "interview", "interview"),
                ("focus-group", "focusgroep", "focus group"),
                ("dossier", "dossier", "dossier"),
                ("chat", "appgesprek", "chat"),
                ("phone", "telefoongesprek", "phone call"),
                ("meeting", "evaluatiebespreking", "evaluation meeting"),
                ("diary", "dagboek", "diary"),
                ("survey", "vragenlijst", "survey answer"),
                ("session", "sessie", "session"),
                ("literature", "literatuur", "literature"),
            ]),
            phases: named(&[
                ("installation", "installatie", "installation"),
                ("stabilisation", "stabilisatie", "stabilisation"),
                ("evaluation", "evaluatie", "evaluation"),
            ]),
            levels: named(&[
                ("relation", "relatie", "relationship"),
                ("skill", "vaardigheden", "skills"),
                ("position", "positie en rol", "position and role"),
                ("organisation", "begeleiding en organisatie", "guidance and organisation"),
                ("context", "context en netwerk", "context and network"),
            ]),
            coders: Vec::new(),
            attributes: vec![default_outcome()],
            archive: Archive::default(),
        }
    }

    /// Returns the role with this id.
    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == *id)
    }

    /// Returns the label of a role in a language, or the id where there is none.
    pub fn role_name(&self, id: &RoleId, language: Language) -> String {
        self.role(id).map_or_else(|| id.to_string(), |role| role.name(language))
    }

    /// Returns the label of a kind in a language, or the id where there is none.
    pub fn kind_name(&self, id: &KindId, language: Language) -> String {
        name_of(&self.kinds, id, language)
    }

    /// Returns the label of a phase in a language, or the id where there is none.
    pub fn phase_name(&self, id: &PhaseId, language: Language) -> String {
        name_of(&self.phases, id, language)
    }

    /// Returns the label of a level in a language, or the id where there is none.
    pub fn level_name(&self, id: &LevelId, language: Language) -> String {
        name_of(&self.levels, id, language)
    }

    /// Returns the attribute with this id.
    pub fn attribute(&self, id: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.id.as_str() == id)
    }

    /// Returns the first outcome: the one that orders cases unless another is named.
    pub fn main_outcome(&self) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.outcome)
    }
}

fn name_of<Id: PartialEq + std::fmt::Display>(list: &[Named<Id>], id: &Id, language: Language) -> String {
    list.iter().find(|named| named.id == *id).map_or_else(|| id.to_string(), |named| named.name(language))
}

fn named<Id: std::str::FromStr<Err = String>>(rows: &[(&str, &str, &str)]) -> Vec<Named<Id>> {
    let parse = |id: &str| id.parse().expect("ids written in this file are valid");
    rows.iter().map(|&(id, nl, en)| Named { id: parse(id), label: Label::new(nl, en) }).collect()
}

fn default_roles() -> Vec<Role> {
    let rows = [
        ("parent", "ouder", "parent"),
        ("family-home-parent", "gezinshuisouder", "family-home parent"),
        ("child", "kind", "child"),
        ("guide", "begeleider", "guide"),
        ("therapist", "behandelaar", "therapist"),
        ("guardian", "voogd of jeugdbeschermer", "guardian or youth protection worker"),
        ("researcher", "onderzoeker", "researcher"),
    ];
    let roles = named::<RoleId>(&rows).into_iter();
    roles.map(|Named { id, label }| Role { asks: id.as_str() == "researcher", id, label }).collect()
}

fn default_outcome() -> Attribute {
    let level = |id: &str, nl: &str, en: &str| Level { id: id.into(), label: Label::new(nl, en) };
    Attribute {
        id: AttributeId::new("constructiveness").expect("the id is valid"),
        label: Label::new("constructiviteit", "constructiveness"),
        kind: AttributeType::Choice,
        levels: vec![
            level("constructive", "constructief", "constructive"),
            level("mixed", "wisselend", "mixed"),
            level("stalled", "vastgelopen", "stalled"),
        ],
        outcome: true,
    }
}
