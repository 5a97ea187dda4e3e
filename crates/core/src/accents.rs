//! Accents: `é` can be stored as one character or as an `e` with a mark after it. Texts and names are stored in the first
//! way, Unicode's composed form (NFC).

use unicode_normalization::is_nfc;

/// The least first byte of a character that can change when a text is composed: all characters before U+0300 stay as
/// they are.
const FIRST_DOUBTFUL: u8 = 0xCC;
/// Bytes that are looked at together.
const BLOCK: usize = 64;

/// Returns whether the accents of a text are composed (NFC). In a text of Latin letters this costs little more than
/// looking at each byte once.
pub fn are_composed(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut checked = 0;
    while let Some(found) = first_doubtful(&bytes[checked..]) {
        let doubtful = checked + found;
        // An ASCII character never changes together with what stands before it, so that a text can be cut there.
        let start = bytes[checked..doubtful].iter().rposition(u8::is_ascii).map_or(checked, |n| checked + n);
        let end = bytes[doubtful..].iter().position(u8::is_ascii).map_or(bytes.len(), |n| doubtful + n);
        if !is_nfc(&text[start..end]) {
            return false;
        }
        checked = end;
    }
    true
}

fn first_doubtful(bytes: &[u8]) -> Option<usize> {
    let is_doubtful = |block: &[u8]| block.iter().fold(0, |most, &byte| most.max(byte)) >= FIRST_DOUBTFUL;
    let start = BLOCK * bytes.chunks(BLOCK).position(is_doubtful)?;
    bytes[start..].iter().position(|&byte| byte >= FIRST_DOUBTFUL).map(|n| start + n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_after_letters_are_seen_wherever_they_stand() {
        let filler = "Zij zei: “één keer”, en ging weg. 👋🏽 ".repeat(9);
        for composed in ["", "één", "’s avonds", "ﬁ", "가각", "q\u{301}", "\u{301}", &filler] {
            assert!(are_composed(composed), "{composed:?}");
            assert!(are_composed(&format!("{filler}{composed}.")), "{composed:?}");
        }
        for decomposed in ["e\u{301}", "가\u{11a8}", "\u{212b}", "a\u{323}\u{302}", "é\u{323}"] {
            assert!(!are_composed(decomposed), "{decomposed:?}");
            assert!(!are_composed(&format!("{filler}{decomposed}{filler}")), "{decomposed:?}");
        }
    }

    proptest! {
        #[test]
        fn it_agrees_with_the_definition(
            text in "[a-z é\u{301}\u{323}“👋가\u{11a8}\u{212b}\n]{0,200}",
            other in "\\PC{0,60}",
        ) {
            prop_assert_eq!(are_composed(&text), is_nfc(&text));
            prop_assert_eq!(are_composed(&other), is_nfc(&other));
        }
    }
}
