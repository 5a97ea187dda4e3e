//! What an archive asks of a study: who made it, for whom it is, and who may read its sources.

use crate::{Source, Study};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The column of `sources.csv` that says who may read a source.
pub const ACCESS_COLUMN: &str = "access";

/// The column of display names in `participants.csv` and `cases.csv`.
pub const NAME_COLUMN: &str = "name";

/// The column of speaker labels in `participants.csv`.
pub const LABELS_COLUMN: &str = "labels";

/// What is said of the study where it is kept for others. All of it may be absent; an export for an archive says what it
/// lacks. Texts are in the language of the study.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Archive {
    /// Who made the data, in the order in which they are named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub creators: Vec<Creator>,
    /// Whom to write to: a name with an address of mail.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// Who makes the data available, for example `DANS Data Station Social Sciences and Humanities`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub publisher: String,
    /// The year in which they become available.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// The DOI of the data, where there is one already: `10.17026/...`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub doi: String,
    /// What the study is about, in some sentences.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Key words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<String>,
    /// Where the data come from: countries or regions, not so small that they point at people.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// When the data were collected; without it the days of the sources.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Whom the study is about.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub population: String,
    /// How cases and people were chosen.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sampling: String,
    /// How the data were collected.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub collection: String,
    /// Who paid for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub funding: Vec<Funding>,
    /// What others may do with the data: the name of a licence, or of the rules of the archive.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rights: String,
    /// Where that is written.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rights_url: String,
    /// DOIs of publications that rest on the data.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub publications: Vec<String>,
    /// Who may read a source of which `sources.csv` does not say so; without it `restricted`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// On what terms somebody gets access to what is restricted.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub conditions: String,
    /// Columns that never leave the study, such as real names: `name` and `labels`, and further columns of `participants.csv`,
    /// `cases.csv` and `sources.csv`. No export has them. What stands in them may stand nowhere in a package for an archive.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub withhold: Vec<String>,
}

/// Somebody who made the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Creator {
    /// The name: `Family, Given`, or that of an organisation.
    pub name: String,
    /// The ORCID: `0000-0002-1825-0097`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub orcid: String,
    /// Where they work.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub affiliation: String,
}

/// Who paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Funding {
    /// The organisation.
    pub funder: String,
    /// The number of the grant.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub award: String,
}

/// A period in days, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The first day, `"2021-09-03"`.
    #[schemars(with = "String")]
    pub start: Date,
    /// The last day.
    #[schemars(with = "String")]
    pub end: Date,
}

/// Who may read a source.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Access {
    /// Everybody.
    Open,
    /// Whoever the archive lets, on its terms.
    Restricted,
    /// Nobody outside the research: its text and what was coded in it stay behind.
    Closed,
}

impl Archive {
    /// Returns whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Creator {
    /// Whether there is an ORCID and its last digit does not fit the others.
    pub fn has_wrong_orcid(&self) -> bool {
        !self.orcid.is_empty() && !is_orcid(&self.orcid)
    }
}

/// Returns whether a text is an ORCID: sixteen characters in groups of four, of which the last is the check character of ISO
/// 7064 MOD 11-2 (`X` is ten).
///
/// ```
/// assert!(draad_core::archive::is_orcid("0000-0002-1825-0097"));
/// assert!(!draad_core::archive::is_orcid("0000-0002-1825-0098"));
/// ```
pub fn is_orcid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let is_group = |group: &&str| group.len() == 4 && group.is_ascii();
    if groups.len() != 4 || !groups.iter().all(is_group) {
        return false;
    }
    let letters: Vec<char> = groups.concat().chars().collect();
    let (check, digits) = letters.split_last().expect("there are sixteen");
    let sum = digits.iter().try_fold(0, |sum, digit| Some((sum + digit.to_digit(10)?) * 2));
    let expected = sum.map(|sum| (12 - sum % 11) % 11);
    match check {
        'X' => expected == Some(10),
        digit => expected.is_some() && expected == digit.to_digit(10),
    }
}

impl Source {
    /// Returns who may read the source, as far as `sources.csv` says so.
    ///
    /// # Errors
    /// The word that stands there, when it is none of [`Access`].
    pub fn access(&self) -> Result<Option<Access>, &str> {
        match self.extra.get(ACCESS_COLUMN).map(|cell| cell.trim()) {
            None | Some("") => Ok(None),
            Some(word) => word.parse().map(Some).map_err(|_| word),
        }
    }
}

impl crate::Settings {
    /// Returns the attributes that may leave the study: what is made of it for others shows no other ones by itself.
    pub fn attributes_for_others(&self) -> impl Iterator<Item = &crate::settings::Attribute> {
        let withhold = &self.archive.withhold;
        let stays = |id: &str| withhold.iter().any(|column| column == id);
        self.attributes.iter().filter(move |attribute| !stays(attribute.id.as_str()))
    }
}

impl Study {
    /// Returns whether there is a column of this name that [`Archive::withhold`] can keep in the study.
    pub fn can_withhold(&self, column: &str) -> bool {
        [NAME_COLUMN, LABELS_COLUMN].contains(&column)
            || self.settings.attribute(column).is_some()
            || self.cases.values().any(|case| case.attributes.contains_key(column))
            || self.participants.values().any(|person| person.extra.contains_key(column))
            || self.sources.values().any(|source| source.extra.contains_key(column))
    }

    /// Returns who may read a source. A word that nobody knows closes it: better too little than too much.
    pub fn access(&self, source: &Source) -> Access {
        let usual = self.settings.archive.access.unwrap_or(Access::Restricted);
        source.access().map_or(Access::Closed, |said| said.unwrap_or(usual))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_orcid_is_known_by_its_check_character() {
        // examples of ORCID's own documentation, the second with X
        for good in ["0000-0002-1825-0097", "0000-0002-1694-233X", "0000-0001-5109-3700"] {
            assert!(is_orcid(good), "{good}");
        }
        for bad in [
            "",
            "0000-0002-1825-0079",
            "0000-0002-1694-2330",
            "000000021825 0097",
            "0000-0002-18x5-0097",
            "é00-0002-1825-0097",
        ] {
            assert!(!is_orcid(bad), "{bad}");
        }
    }
}
