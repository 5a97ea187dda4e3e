//! The style and its words, read once.

use draad_core::Language;
use hayagriva::archive::{ArchivedStyle, LOCALES};
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode, LocaleFile, Style};
use std::sync::OnceLock;

/// Terms of a Dutch text that differ from those of the archive, as Dutch guides to APA have them.
const DUTCH: &str = include_str!("dutch.xml");
/// Terms of an English text with their capitals, which the style leaves to languages of works.
const ENGLISH: &str = include_str!("english.xml");

/// The style: APA, 7th edition.
pub(crate) fn apa() -> &'static IndependentStyle {
    static STYLE: OnceLock<IndependentStyle> = OnceLock::new();
    STYLE.get_or_init(|| match ArchivedStyle::AmericanPsychologicalAssociation.get() {
        Style::Independent(style) => style,
        Style::Dependent(_) => unreachable!("the archive holds independent styles"),
    })
}

/// Returns how the archive calls a language.
pub(crate) fn code(language: Language) -> LocaleCode {
    LocaleCode(name(language).to_owned())
}

fn name(language: Language) -> &'static str {
    match language {
        Language::Nl => "nl-NL",
        Language::En => "en-US",
    }
}

/// Returns the terms of a language. English ones follow the Dutch, for terms that Dutch lacks.
pub(crate) fn locales(language: Language) -> &'static [Locale] {
    static DUTCH_FIRST: OnceLock<Vec<Locale>> = OnceLock::new();
    static ENGLISH_ALONE: OnceLock<Vec<Locale>> = OnceLock::new();
    match language {
        Language::Nl => {
            DUTCH_FIRST.get_or_init(|| vec![terms(Language::Nl, DUTCH), terms(Language::En, ENGLISH)])
        }
        Language::En => ENGLISH_ALONE.get_or_init(|| vec![terms(Language::En, ENGLISH)]),
    }
}

/// Finds a language in the archive without reading all sixty of it: its name stands at the beginning.
fn archived(language: Language) -> Locale {
    let name = name(language);
    let is_of = |bytes: &&&[u8]| {
        bytes.iter().take(40).copied().collect::<Vec<u8>>().windows(5).any(|five| five == name.as_bytes())
    };
    let bytes = LOCALES.iter().find(is_of).expect("the archive has Dutch and English");
    ciborium::from_reader(*bytes).expect("the archive can be read")
}

/// Returns the terms of the archive with ours in their place.
fn terms(language: Language, own: &str) -> Locale {
    let mut locale = archived(language);
    let own: Locale = LocaleFile::from_xml(own).expect("our own terms can be read").into();
    let own = own.terms.map(|terms| terms.terms).unwrap_or_default();
    if let Some(terms) = &mut locale.terms {
        let is_ours = |term: &hayagriva::citationberg::LocalizedTerm| {
            own.iter().any(|own| own.name == term.name && own.form == term.form)
        };
        let has_ordinals = own.iter().any(|own| own.name.is_ordinal());
        terms.terms.retain(|term| !(is_ours(term) || has_ordinals && term.name.is_ordinal()));
        terms.terms.extend(own);
    }
    locale
}
