//! Bytes to text, for files that people saved with other programs.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

const UTF8_BOM: &str = "\u{feff}";

/// A decoded file.
#[derive(Debug, PartialEq)]
pub(crate) struct Decoded {
    /// The text, byte order mark included where it is UTF-8.
    pub(crate) text: String,
    /// The encoding, when it was not UTF-8.
    pub(crate) foreign: Option<&'static str>,
}

impl Decoded {
    /// Returns the text without a byte order mark.
    pub(crate) fn without_bom(&self) -> &str {
        self.text.strip_prefix(UTF8_BOM).unwrap_or(&self.text)
    }
}

/// Decodes UTF-8, else what a byte order mark says, else the encoding that the bytes most look like in Dutch text
/// (Windows-1252 nearly always).
pub(crate) fn decode(bytes: Vec<u8>) -> Decoded {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Decoded { text, foreign: None },
        Err(error) => error.into_bytes(),
    };
    let encoding = Encoding::for_bom(&bytes).map_or_else(|| guess(&bytes), |(encoding, _)| encoding);
    let (text, _) = encoding.decode_with_bom_removal(&bytes);
    Decoded { text: text.into_owned(), foreign: Some(encoding.name()) }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"nl"), Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_windows_and_excel_is_read() {
        let windows = decode(b"caf\xe9 in Itali\xeb".to_vec());
        assert_eq!(windows.text, "café in Italië");
        assert_eq!(windows.foreign, Some("windows-1252"));

        let utf16: Vec<u8> = "\u{feff}één".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16 = decode(utf16);
        assert_eq!((utf16.text.as_str(), utf16.foreign), ("één", Some("UTF-16LE")));

        let with_bom = decode("\u{feff}één".as_bytes().to_vec());
        assert_eq!((with_bom.without_bom(), with_bom.foreign), ("één", None));
    }
}
