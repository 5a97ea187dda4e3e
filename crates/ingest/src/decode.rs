//! Bytes into text, whatever program wrote them.

use crate::{File, imported::Change, imported::Imported};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use draad_core::{Diagnostic, Problem};
use encoding_rs::{Encoding, UTF_8};

/// A decoded file.
pub(crate) struct Decoded {
    /// The text, still with its own line breaks and marks.
    pub(crate) text: String,
    /// Name of the encoding, for example `windows-1252`.
    pub(crate) encoding: &'static str,
    /// Whether the bytes left room for doubt.
    pub(crate) is_guess: bool,
}

/// Decodes `bytes`: by byte order mark (UTF-8, UTF-16), else as UTF-8 when that fits, else by a guess that knows the file
/// is probably Dutch.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes)
        && (encoding != UTF_8 || std::str::from_utf8(&bytes[mark..]).is_ok())
    {
        return decoded(encoding, &bytes[mark..], false);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return decoded(UTF_8, bytes, false);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    decoded(detector.guess(Some(b"nl"), Utf8Detection::Deny), bytes, true)
}

fn decoded(encoding: &'static Encoding, bytes: &[u8], is_guess: bool) -> Decoded {
    Decoded {
        text: encoding.decode_without_bom_handling(bytes).0.into_owned(),
        encoding: encoding.name(),
        is_guess,
    }
}

impl Decoded {
    /// Tells the user when the encoding was not UTF-8.
    pub(crate) fn report_to(&self, file: &File, imported: &mut Imported) {
        if self.is_guess {
            let encoding = self.encoding.to_owned();
            imported.report.change(Change::EncodingGuessed, 1, Some(encoding.clone()));
            imported.diagnostics.push(Diagnostic::note(file.place(None), Problem::NotUtf8 { encoding }));
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
mod tests {
    use super::*;

    #[test]
    fn dutch_windows_text_keeps_its_accents_and_quotes() {
        let bytes =
            b"Zij zei: \x93eerlijk gezegd, de co\xf6rdinatie was \xe9\xe9n grote chaos\x94 \x96 en toen?";
        let found = decode(bytes);
        assert_eq!(found.text, "Zij zei: “eerlijk gezegd, de coördinatie was één grote chaos” – en toen?");
        assert_eq!((found.encoding, found.is_guess), ("windows-1252", true));
    }

    #[test]
    fn byte_order_marks_decide() {
        let utf16: Vec<u8> = "\u{feff}één".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&utf16).text, "één");
        assert!(!decode(&utf16).is_guess);
        assert_eq!(decode("\u{feff}één".as_bytes()).text, "één");
        assert_eq!(decode("één".as_bytes()).encoding, "UTF-8");
    }
}
