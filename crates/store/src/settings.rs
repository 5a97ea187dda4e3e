//! `study.toml`.

use crate::{decode::decode, paths};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Settings, settings::FORMAT};
use serde::Deserialize;

/// The one setting that every version of the tool can read.
#[derive(Deserialize)]
struct Format {
    format: u32,
}

/// Reads the settings.
///
/// # Errors
/// `FormatTooNew`; `SettingsInvalid` with the line.
pub(crate) fn read(bytes: Vec<u8>) -> Outcome<Settings> {
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
            Some(span) => Place::line(paths::SETTINGS, line_of(text, span.start)),
            None => Place::file(paths::SETTINGS),
        };
        fail(place, Problem::SettingsInvalid { reason })
    })
}

fn line_of(text: &str, byte: usize) -> u32 {
    let before = &text.as_bytes()[..byte.min(text.len())];
    1 + before.iter().filter(|&&byte| byte == b'\n').count() as u32
}

/// Writes the settings.
pub(crate) fn write(settings: &Settings) -> Vec<u8> {
    toml::to_string_pretty(settings).expect("settings are plain tables with text keys").into_bytes()
}
