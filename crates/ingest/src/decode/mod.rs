//! Bytes into text, whatever program wrote them.

mod mixed;
mod narrow;
mod wide;

use crate::{File, imported::Change, imported::Imported};
use draad_core::{Diagnostic, Problem};
use encoding_rs::{Encoding, UTF_8};
use mixed::Mixed;

/// A decoded file.
pub(crate) struct Decoded {
    /// The text, still with its own marks. Line breaks are LF or CR LF.
    pub(crate) text: String,
    /// Name of the encoding, for example `windows-1252`.
    pub(crate) encoding: &'static str,
    /// Whether the bytes left room for doubt.
    pub(crate) is_guess: bool,
    /// The lines, counted from 1, of bytes that are no text in this encoding, one for each place.
    unreadable: Vec<u32>,
}

/// Decodes `bytes`: by byte order mark (UTF-8, UTF-16); else as UTF-16 when every other byte says so; else as UTF-8 when
/// that fits, or fits but for a few bytes; else by a guess that knows the file is probably Dutch.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes)
        && (encoding != UTF_8 || std::str::from_utf8(&bytes[mark..]).is_ok())
    {
        return decoded(encoding, &bytes[mark..], false);
    }
    if let Some(encoding) = wide::guess(bytes) {
        return decoded(encoding, bytes, true);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return decoded(UTF_8, bytes, false);
    }
    if let Some(mixed) = Mixed::read(bytes) {
        return Decoded {
            text: line_breaks(mixed.text),
            encoding: UTF_8.name(),
            is_guess: false,
            unreadable: mixed.lines,
        };
    }
    decoded(narrow::guess(bytes), bytes, true)
}

/// Decodes `bytes` in the encoding that the document itself states, unless it is wrong about that: what is UTF-8 can hardly
/// be anything else.
pub(crate) fn decode_as(bytes: &[u8], stated: Option<&'static Encoding>) -> Decoded {
    let fits = |encoding: &&'static Encoding| encoding.is_ascii_compatible() && *encoding != UTF_8;
    match stated.filter(fits) {
        Some(encoding) if Encoding::for_bom(bytes).is_none() && std::str::from_utf8(bytes).is_err() => {
            decoded(encoding, bytes, false)
        }
        _ => decode(bytes),
    }
}

fn decoded(encoding: &'static Encoding, bytes: &[u8], is_guess: bool) -> Decoded {
    let text = encoding.decode_without_bom_handling(bytes).0.into_owned();
    Decoded { text: line_breaks(text), encoding: encoding.name(), is_guess, unreadable: Vec::new() }
}

/// Returns `text` with the line breaks of old Macs (CR alone) as LF, so that every reader sees the lines. CR LF stays: in
/// some chats it tells messages from lines inside them.
fn line_breaks(text: String) -> String {
    let is_alone = |at: usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    if !text.match_indices('\r').any(|(at, _)| is_alone(at)) {
        return text;
    }
    let mut unified = String::with_capacity(text.len());
    let mut done = 0;
    for (at, _) in text.match_indices('\r').filter(|&(at, _)| is_alone(at)) {
        unified.push_str(&text[done..at]);
        unified.push('\n');
        done = at + 1;
    }
    unified.push_str(&text[done..]);
    unified
}

impl Decoded {
    /// Tells the user when the encoding was not UTF-8, or not everywhere.
    pub(crate) fn report_to(&self, file: &File, imported: &mut Imported) {
        if self.is_guess {
            let encoding = self.encoding.to_owned();
            imported.report.change(Change::EncodingGuessed, 1, Some(encoding.clone()));
            imported.diagnostics.push(Diagnostic::note(file.place(None), Problem::NotUtf8 { encoding }));
        }
        for line in &self.unreadable {
            imported.report.change(Change::BytesUnreadable, 1, Some(line.to_string()));
        }
        if let Some(&first) = self.unreadable.first() {
            let problem = Problem::BytesUnreadable { n: self.unreadable.len() };
            imported.diagnostics.push(Diagnostic::warning(file.place(Some(first)), problem));
        }
    }

    /// Returns the encoding as part of a reading: empty for UTF-8.
    pub(crate) fn reading(&self) -> String {
        if self.encoding == UTF_8.name() {
            return String::new();
        }
        format!("; {}", self.encoding.to_lowercase())
    }
}

#[cfg(test)]
mod tests;
