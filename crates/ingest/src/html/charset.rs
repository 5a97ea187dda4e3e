//! The encoding that a page states.

use crate::decode::{Decoded, decode_as};
use encoding_rs::Encoding;

/// How many bytes at the start may state the encoding.
const START: usize = 4096;

/// Decodes a page: as it says of itself, when that can be.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    decode_as(bytes, stated(&bytes[..bytes.len().min(START)]))
}

/// Returns the encoding after `charset=` in a tag, or `encoding=` in an XML declaration.
fn stated(start: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let named = ["charset", "encoding"].into_iter().flat_map(|word| start.match_indices(word));
    named.into_iter().find_map(|(at, word)| {
        let value = start[at + word.len()..].trim_start().strip_prefix('=')?;
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let end = value.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c));
        Encoding::for_label(&value.as_bytes()[..end.unwrap_or(value.len())])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_state_their_encoding_in_several_ways() {
        for (start, name) in [
            ("<meta charset=\"UTF-8\">", "UTF-8"),
            ("<META http-equiv=Content-Type content=\"text/html; charset=windows-1252\">", "windows-1252"),
            ("<?xml version='1.0' encoding='iso-8859-15'?><html>", "ISO-8859-15"),
            ("<p>charset</p><meta charset = latin1>", "windows-1252"),
        ] {
            assert_eq!(stated(start.as_bytes()).map(Encoding::name), Some(name), "{start}");
        }
        assert_eq!(stated(b"<meta charset=klingon>"), None);
    }
}
