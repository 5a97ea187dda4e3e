//! Identifiers. Each is its own type, so that a case can never be passed where a code is meant.
//!
//! Ids become file names and table cells, so all obey one rule, [`is_valid`].

use crate::accents::are_composed;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use unicode_normalization::UnicodeNormalization;

/// The longest id allowed, in characters.
pub const MAX_CHARS: usize = 100;

/// Returns whether `text` can serve as an id: 1 to [`MAX_CHARS`] characters, no white space at either end, no control
/// characters, none of `/ \ : ; , * ? " < > |` (ids become file names and list members), not starting with `.` or `#`,
/// and no name of a device such as `con` or `aux.1`, which Windows refuses as a file name.
pub fn is_valid(text: &str) -> bool {
    let n_chars = text.chars().count();
    (1..=MAX_CHARS).contains(&n_chars)
        && text.trim() == text
        && !text.starts_with(['.', '#'])
        && !text.ends_with('.')
        && !text.chars().any(is_forbidden)
        && !is_device(text)
}

fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '/' | '\\' | ':' | ';' | ',' | '*' | '?' | '"' | '<' | '>' | '|')
}

/// Returns whether Windows takes a file name for a device, whatever its ending.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let is_one_of = |stem: &str, devices: &[&str]| devices.iter().any(|name| name.eq_ignore_ascii_case(stem));
    match stem.as_bytes() {
        [.., b'1'..=b'9'] => is_one_of(&stem[..stem.len() - 1], &["com", "lpt"]),
        _ => is_one_of(stem, &["con", "nul", "aux", "prn"]),
    }
}

/// Returns a name as file systems compare names that take no notice of capitals and of how accents are stored. Two
/// names with the same result can mean the same file.
pub fn folded(name: &str) -> String {
    composed(name).to_lowercase()
}

/// Returns a name with its accents stored in one way (NFC).
pub fn composed(name: &str) -> String {
    name.nfc().collect()
}

/// Returns whether `text` can name a condition: an id of letters, digits, `_` and `-` that starts with a letter, because
/// conditions stand in expressions such as `TRUST*~COST`.
fn is_valid_in_expressions(text: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    is_valid(text) && text.starts_with(char::is_alphabetic) && text.chars().all(fits)
}

/// Returns whether `text` can be the key of a work in `references.bib`: 1 to [`MAX_CHARS`] characters without white space, control
/// characters, and the signs that end a key in a list or a citation: `, ; { } [ ] @ "`. It is no file name.
pub fn is_valid_key(text: &str) -> bool {
    let ends_key = |c: char| c.is_whitespace() || c.is_control() || ",;{}[]@\"".contains(c);
    (1..=MAX_CHARS).contains(&text.chars().count()) && !text.chars().any(ends_key)
}

macro_rules! id_types {
    ($is_valid:ident: $($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
        #[serde(transparent)]
        #[schemars(transparent)]
        pub struct $name(#[schemars(with = "String")] SmolStr);

        impl $name {
            #[doc = concat!(
                "Makes an id, with accents stored in one way (NFC); nothing when the text breaks the rule of `",
                stringify!($is_valid),
                "`."
            )]
            pub fn new(text: &str) -> Option<Self> {
                let text = if are_composed(text) { SmolStr::new(text) } else { composed(text).into() };
                $is_valid(&text).then_some(Self(text))
            }

            /// Returns the id as written in the study.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                Self::new(text).ok_or_else(|| format!("`{text}` cannot be an id"))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = SmolStr::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

id_types! {
    is_valid:
    /// Name of a case as written in `cases.csv`, for example `p07`.
    CaseId
    /// Name of a participant, for example `p07-moeder`.
    ParticipantId
    /// Name of a role in the study's own list, for example `parent`.
    RoleId
    /// Name of a source; also the name of its text file.
    SourceId
    /// Name of a source kind in the study's own list, for example `interview`.
    KindId
    /// Name of a phase in the study's own list, for example `stabilisation`.
    PhaseId
    /// Name of a level at which factors work, for example `organisation`.
    LevelId
    /// Name of a case attribute; also its column in `cases.csv`.
    AttributeId
    /// Name of a code in the codebook, for example `vertrouwen`.
    CodeId
    /// Name of a coder; also the name of the coder's folder.
    CoderId
    /// Name of a coding, unique within one coder's codings of one source.
    CodingId
    /// Name of a memo; also the name of its file.
    MemoId
    /// Name of a saved query, for example `moeilijk-vertrouwen`.
    QueryId
    /// Name of a table of the study's own; also the name of its file under `output/tables/`.
    TableId
    /// Name of a conversation in the route, for example `evaluatie`.
    ConversationId
    /// Name of a phase of the research in the design, for example `verkenning`.
    StudyPhaseId
    /// Name of a method in the design, for example `interviews`.
    MethodId
    /// Name of a batch of proposals; also the name of its file, for example `vertrouwen`.
    BatchId
    /// Name of a proposal, unique in the study, for example `vertrouwen_12`.
    ProposalId
    /// Name of a stretch that coders read differently, and of what was decided about it, for example `kvtrgmzl`.
    AdjudicationId
}

id_types! {
    is_valid_in_expressions:
    /// Name of a condition, for example `vertrouwen_vroeg`.
    ConditionId
}

id_types! {
    is_valid_key:
    /// Key of a work in `references.bib`, for example `yin2018`.
    ReferenceKey
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_can_hold_what_reference_managers_make() {
        for good in ["yin2018", "DBLP:books/lib/Knuth86", "van_der_helm_2011", "müller:2020+a"] {
            assert!(ReferenceKey::new(good).is_some(), "{good:?}");
        }
        for bad in ["", "a b", "a;b", "a,b", "@a", "{a}", "a]", "a\n"] {
            assert!(ReferenceKey::new(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn ids_that_could_not_be_file_names_are_refused() {
        for bad in ["", " p01", "p01 ", "a/b", "a\\b", "..", ".x", "a:b", "a;b", "a,b", "#1", "x\n", "x."] {
            assert!(CaseId::new(bad).is_none(), "{bad:?}");
        }
        for good in ["p01", "één gezin", "casus-7", "C07.b", "家庭"] {
            assert!(CaseId::new(good).is_some(), "{good:?}");
        }
        assert!(CaseId::new(&"x".repeat(MAX_CHARS + 1)).is_none());
    }

    #[test]
    fn names_of_windows_devices_are_refused() {
        for bad in ["con", "NUL", "aux.1", "Prn", "com1", "LPT9.csv", "con .x"] {
            assert!(CaseId::new(bad).is_none(), "{bad:?}");
        }
        for good in ["consensus", "com0", "com10", "contact", "p.con"] {
            assert!(CaseId::new(good).is_some(), "{good:?}");
        }
    }

    #[test]
    fn a_condition_has_a_name_that_can_stand_in_an_expression() {
        for bad in ["", "één lijn", "a*b", "~a", "a+b", "-a", "1a", "a[2]", "a.b"] {
            assert!(ConditionId::new(bad).is_none(), "{bad:?}");
        }
        for good in ["vertrouwen", "één_lijn", "trust-2", "A"] {
            assert!(ConditionId::new(good).is_some(), "{good:?}");
        }
    }

    #[test]
    fn an_accent_is_the_same_however_it_is_stored() {
        let decomposed = "e\u{301}e\u{301}n";
        assert_eq!(CaseId::new(decomposed), CaseId::new("één"));
        assert_eq!(CaseId::new(decomposed).unwrap().as_str(), "één");
        assert_eq!(folded("E\u{301}én"), folded("één"));
        assert_ne!(folded("Anna"), folded("Hanna"));
    }
}
