//! `study.toml`.

use crate::{decode::decode, paths};
use draad_core::diagnostic::Outcome;
use draad_core::settings::{FORMAT, Named};
use draad_core::{Attribute, CoderId, Diagnostic, KindId, Language, Place, Problem, Settings};
use serde::{Deserialize, Serialize};
use toml_edit::{Array, DocumentMut, Item, Table, Value};

/// The one setting that every version of the tool can read.
#[derive(Deserialize)]
struct Format {
    format: u32,
}

/// Reads the settings.
///
/// # Errors
/// `FormatTooNew`; `SettingsInvalid` with line and column.
pub fn read(bytes: Vec<u8>) -> Outcome<Settings> {
    let decoded = decode(bytes);
    let text = decoded.without_bom();
    let fail = |place, problem| Err(Box::new(Diagnostic::error(place, problem)));
    if let Ok(Format { format }) = toml::from_str(text)
        && format > FORMAT
    {
        let problem = Problem::FormatTooNew { format, known: FORMAT };
        return fail(Place::file(paths::SETTINGS), problem);
    }
    toml::from_str(text).or_else(|error: toml::de::Error| {
        let reason = error.message().trim().replace('\n', "; ");
        let place = match error.span() {
            Some(span) => {
                let (line, column) = position(text, span.start);
                Place::line(paths::SETTINGS, line).column(column.to_string())
            }
            None => Place::file(paths::SETTINGS),
        };
        fail(place, Problem::SettingsInvalid { reason })
    })
}

/// Returns the settings on which results rest, as bytes: those without `[output]`, which only says what is made of them and
/// how it looks. Taking that part out again gives back what was there before it was added.
pub(crate) fn of_results(bytes: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.contains("output"));
    let Some(mut document) = text.and_then(|text| text.parse::<DocumentMut>().ok()) else {
        return bytes.to_vec();
    };
    match document.remove("output") {
        Some(_) => document.to_string().into_bytes(),
        None => bytes.to_vec(),
    }
}

/// Returns line and character of a byte, both counted from 1.
pub(crate) fn position(text: &str, byte: usize) -> (u32, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (1 + before.matches('\n').count() as u32, 1 + line.chars().count())
}

/// What stands above each part of the file, in Dutch and English.
const COMMENTS: [(&str, &str, &str); 9] = [
    (
        "coder_policy",
        "Wiens coderingen tellen: all, one of adjudicated.",
        "Whose codings count: all, one or adjudicated.",
    ),
    (
        "output",
        "Wat draad run van figuren maakt, en hoe ze eruitzien.",
        "What draad run makes of figures, and how they look.",
    ),
    ("roles", "Van welke plek mensen spreken.", "The positions from which people speak."),
    ("kinds", "Soorten materiaal.", "Kinds of material."),
    ("phases", "Fasen van een casus, op volgorde.", "Phases of a case, in order."),
    ("levels", "Niveaus waarop factoren werken.", "Levels at which factors work."),
    ("coders", "Codeurs.", "Coders."),
    (
        "attributes",
        "Kenmerken van casussen: kolommen in cases.csv; met outcome = true is het een uitkomst.",
        "Attributes of cases: columns of cases.csv; with outcome = true it is an outcome.",
    ),
    (
        "archive",
        "Wat een archief wil weten; zie `draad export --archive`.",
        "What an archive wants to know; see `draad export --archive`.",
    ),
];

/// Writes the settings: lists as sections with a line of explanation, labels on one line.
pub(crate) fn write(settings: &Settings) -> Vec<u8> {
    let plain = toml_edit::ser::to_document(settings).expect("settings are plain tables with text keys");
    let mut document = DocumentMut::new();
    for (name, item) in plain.iter() {
        document.insert(name, section(item));
        if let Some(comment) = comment(name, settings.language) {
            explain(&mut document[name], &comment);
        }
    }
    document.to_string().into_bytes()
}

/// What is added to settings as they stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Additions {
    /// Kinds of material.
    pub kinds: Vec<Named<KindId>>,
    /// Coders.
    pub coders: Vec<Named<CoderId>>,
    /// Attributes of cases.
    pub attributes: Vec<Attribute>,
}

impl Additions {
    /// Returns whether nothing is added.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Adds to the settings as they stand, so that comments that people put in them stay; `settings` are those without what
/// is added.
///
/// # Errors
/// `SettingsInvalid` when the file is not TOML.
pub(crate) fn add(bytes: Vec<u8>, settings: &Settings, new: &Additions) -> Outcome<Vec<u8>> {
    let decoded = decode(bytes);
    let invalid = |error: toml_edit::TomlError| {
        let problem = Problem::SettingsInvalid { reason: error.message().to_owned() };
        Box::new(Diagnostic::error(Place::file(paths::SETTINGS), problem))
    };
    let mut document: DocumentMut = decoded.without_bom().parse().map_err(invalid)?;
    let language = settings.language;
    let is_added = push(&mut document, "kinds", &new.kinds, language)
        && push(&mut document, "coders", &new.coders, language)
        && push(&mut document, "attributes", &new.attributes, language);
    if is_added {
        return Ok(document.to_string().into_bytes());
    }
    // A list is written as one value instead of sections: there is no place for a section.
    let mut all = settings.clone();
    all.kinds.extend(new.kinds.iter().cloned());
    all.coders.extend(new.coders.iter().cloned());
    all.attributes.extend(new.attributes.iter().cloned());
    Ok(write(&all))
}

/// Adds sections to a part of the file; returns whether there is place for them.
fn push(document: &mut DocumentMut, part: &str, new: &[impl Serialize], language: Language) -> bool {
    if new.is_empty() {
        return true;
    }
    let is_new = !document.contains_key(part);
    let list = document.entry(part).or_insert_with(|| Item::ArrayOfTables(Default::default()));
    let Some(list) = list.as_array_of_tables_mut() else { return false };
    for one in new {
        let plain = toml_edit::ser::to_document(one).expect("settings are plain tables with text keys");
        list.push(plain.as_table().clone());
    }
    if is_new && let Some(comment) = comment(part, language) {
        explain(&mut document[part], &comment);
    }
    true
}

/// A table stays a table, a list of tables becomes sections, all else stays as it is.
fn section(item: &Item) -> Item {
    let tables =
        |list: &Array| list.iter().map(|value| Some(value.as_inline_table()?.clone().into_table())).collect();
    match item.as_value() {
        Some(Value::InlineTable(table)) => Item::Table(table.clone().into_table()),
        Some(Value::Array(list)) if !list.is_empty() => {
            let tables: Option<Vec<Table>> = tables(list);
            tables.map_or_else(|| item.clone(), |tables| Item::ArrayOfTables(tables.into_iter().collect()))
        }
        _ => item.clone(),
    }
}

fn comment(name: &str, language: Language) -> Option<String> {
    let (_, nl, en) = COMMENTS.iter().find(|(part, ..)| *part == name)?;
    let text = if language == Language::Nl { nl } else { en };
    Some(format!("\n# {text}\n"))
}

fn explain(item: &mut Item, comment: &str) {
    match item {
        Item::Table(table) => table.decor_mut().set_prefix(comment),
        Item::ArrayOfTables(tables) => {
            if let Some(first) = tables.get_mut(0) {
                first.decor_mut().set_prefix(comment);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::{FigureFormat, FigurePage, FigureTheme, OutputSettings};

    fn with_output() -> Settings {
        let output = OutputSettings {
            formats: vec![FigureFormat::Pdf],
            case_formats: Vec::new(),
            themes: vec![FigureTheme::Grey, FigureTheme::Colour],
            page: FigurePage::A4Landscape,
            dpi: 600,
        };
        Settings { output, ..Settings::new("s", "Studie", Language::Nl) }
    }

    #[test]
    fn what_is_said_of_outputs_is_read_again() {
        assert_eq!(read(write(&with_output())).unwrap(), with_output());
        let usual = String::from_utf8(write(&Settings::new("s", "Studie", Language::Nl))).unwrap();
        assert!(!usual.contains("output"), "what is usual need not be said");
    }

    #[test]
    fn results_rest_on_the_settings_without_what_is_said_of_outputs() {
        let plain = "# eigen regel\nformat = 1\nid = 's'\n\n[coder_policy]\nuse = 'all'\n";
        for added in ["\n[output]\ndpi = 600\nformats = ['pdf']\n", "\n[output]\n"] {
            assert_eq!(of_results(format!("{plain}{added}").as_bytes()), plain.as_bytes(), "{added}");
        }
        let within = plain.replace("id = 's'\n", "id = 's'\noutput.dpi = 600\n");
        assert_eq!(of_results(within.as_bytes()), plain.as_bytes());
        let other = plain.replace("'all'", "'one'");
        assert_eq!(of_results(other.as_bytes()), other.as_bytes());
        for unreadable in [&b"output = "[..], b"\xff\xfeo\0u\0"] {
            assert_eq!(of_results(unreadable), unreadable);
        }
    }
}
