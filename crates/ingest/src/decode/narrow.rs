//! Encodings with one byte for each character: a guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

/// Guesses the encoding of `bytes` that are not UTF-8, as those of a text that is probably Dutch.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    if is_mac(bytes) {
        return MACINTOSH;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"nl"), Utf8Detection::Deny)
}

/// Returns whether the letters inside words are those of old Macs, which the detector does not know: where Windows has `•`,
/// `š` or `Ó`, a Mac has `ï`, `ö` or `”`. Only bytes that fit inside a word in one of the two and not in the other count.
fn is_mac(bytes: &[u8]) -> bool {
    let (mut n_mac, mut n_windows) = (0, 0);
    for around in bytes.windows(3) {
        let &[before, byte, after] = around else { continue };
        if byte < 0x80 || !before.is_ascii_lowercase() || !after.is_ascii_lowercase() {
            continue;
        }
        let (on_mac, on_windows) = (fits_in_word(MACINTOSH, byte), fits_in_word(WINDOWS_1252, byte));
        n_mac += usize::from(on_mac && !on_windows);
        n_windows += usize::from(on_windows && !on_mac);
    }
    n_mac > 4 * n_windows
}

/// Returns whether a byte is a small letter or an apostrophe.
fn fits_in_word(encoding: &'static Encoding, byte: u8) -> bool {
    let (text, _) = encoding.decode_without_bom_handling(std::slice::from_ref(&byte));
    text.chars().all(|c| c.is_lowercase() || c == '’')
}
