//! Whether a code was there before coding or comes from the material.

use draad_core::facts::Facts;
use draad_core::{Code, Filter, Study};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

/// Where a code comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum CodeOrigin {
    /// It was there before coding: from literature, theory or another list.
    Before,
    /// It was made while coding, from what stands in the material.
    FromMaterial,
    /// The codebook does not say.
    NotStated,
}

/// Where the codes of a codebook come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CodebookOrigin {
    /// Codes that were there before coding.
    pub n_before: usize,
    /// Codes from the material.
    pub n_from_material: usize,
    /// Codes of which the codebook does not say.
    pub n_not_stated: usize,
}

impl CodebookOrigin {
    /// Counts the codes that something can be coded with and that pass the filter.
    pub(crate) fn new(study: &Study, filter: &Filter, origins: &[CodeOrigin]) -> Self {
        let taken = filter.code_set(&study.codebook);
        let mut found = Self::default();
        for code in study.codebook.codable() {
            if taken.as_ref().is_some_and(|taken| !taken.contains(&code.id)) {
                continue;
            }
            let place = study.codebook.codes.get_index_of(&code.id).expect("the code is in the codebook");
            match origins[place] {
                CodeOrigin::Before => found.n_before += 1,
                CodeOrigin::FromMaterial => found.n_from_material += 1,
                CodeOrigin::NotStated => found.n_not_stated += 1,
            }
        }
        found
    }

    /// Returns the number of codes.
    pub fn n_codes(&self) -> usize {
        self.n_before + self.n_from_material + self.n_not_stated
    }

    /// Returns whether more than half of the codes were there before coding: what is fixed in advance cannot saturate.
    pub fn is_fixed(&self) -> bool {
        self.n_before * 2 > self.n_codes()
    }
}

/// Parts of words in the codebook's column `source`, Dutch and English, that say that a code was there before.
const BEFORE: [&str; 9] =
    ["litera", "theor", "priori", "vooraf", "beforehand", "deduct", "richtlijn", "guideline", "framework"];

/// Parts of words that say that it comes from the material.
const FROM_MATERIAL: [&str; 7] = ["materia", "data", "induct", "in vivo", "in-vivo", "empir", "open cod"];

/// Further columns in which a codebook can say when a code was made.
const CREATED: [&str; 3] = ["created", "gemaakt", "aangemaakt"];

/// Returns per code of the codebook where it comes from: by the day it was made against the first coding of all, where a
/// further column `created` says so, else by the words of the column `source`.
pub(crate) fn origins(study: &Study, facts: &Facts) -> Vec<CodeOrigin> {
    let created = facts.codings.iter().filter_map(|fact| study.codings[fact.coding as usize].created);
    let first_coding = created.min().map(|moment| moment.to_zoned(TimeZone::UTC).date());
    let of = |code: &Code| by_day(code, first_coding).unwrap_or_else(|| by_words(&code.source));
    study.codebook.codes.values().map(of).collect()
}

fn by_day(code: &Code, first_coding: Option<Date>) -> Option<CodeOrigin> {
    let text = CREATED.iter().find_map(|column| code.extra.get(*column))?.trim();
    let day = text.parse::<Timestamp>().map(|moment| moment.to_zoned(TimeZone::UTC).date());
    let day = day.or_else(|_| text.parse::<Date>()).ok()?;
    Some(if day < first_coding? { CodeOrigin::Before } else { CodeOrigin::FromMaterial })
}

fn by_words(source: &str) -> CodeOrigin {
    let source = source.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| source.contains(word));
    match (says(&BEFORE), says(&FROM_MATERIAL)) {
        (true, false) => CodeOrigin::Before,
        (false, true) => CodeOrigin::FromMaterial,
        _ => CodeOrigin::NotStated,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::CodeId;
    use jiff::civil::date;

    #[test]
    fn the_words_of_a_codebook_say_where_a_code_comes_from() {
        for (source, expected) in [
            ("literatuur", CodeOrigin::Before),
            ("Theory (Minuchin)", CodeOrigin::Before),
            ("a priori", CodeOrigin::Before),
            ("materiaal", CodeOrigin::FromMaterial),
            ("In vivo", CodeOrigin::FromMaterial),
            ("literatuur, aangevuld uit het materiaal", CodeOrigin::NotStated),
            ("NVivo project", CodeOrigin::NotStated),
            ("", CodeOrigin::NotStated),
        ] {
            assert_eq!(by_words(source), expected, "{source}");
        }
    }

    #[test]
    fn a_day_goes_before_words() {
        let mut code = Code { source: "literatuur".into(), ..Code::new(CodeId::new("a").unwrap()) };
        let first = Some(date(2024, 2, 1));
        assert_eq!(by_day(&code, first), None);
        for (day, expected) in [
            ("2024-01-31", Some(CodeOrigin::Before)),
            ("2024-02-01T09:30:00Z", Some(CodeOrigin::FromMaterial)),
            ("vorig jaar", None),
        ] {
            code.extra.insert("created".into(), day.into());
            assert_eq!(by_day(&code, first), expected, "{day}");
        }
        assert_eq!(by_day(&code, None), None);
    }
}
