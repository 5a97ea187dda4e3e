//! Words that read from right to left, out of the order in which they stand on paper.

use unicode_normalization::UnicodeNormalization;

/// Returns a row as it reads, given its characters from left to right.
///
/// Where most letters read from right to left, and the one at its left does, so does the row: it is turned around, and
/// words and numbers of the other direction are turned back. Else only the words that read from right to left are turned.
/// Letters drawn in the shape that fits their neighbours become letters.
pub(super) fn as_read(row: &str) -> Option<String> {
    let n_right = row.chars().filter(|&c| is_from_right(c)).count();
    if n_right == 0 {
        return None;
    }
    let n_left = row.chars().filter(|&c| c.is_alphabetic() && !is_from_right(c)).count();
    let chars: Vec<char> = row.chars().collect();
    let starts_right = row.chars().find(|c| c.is_alphabetic()).is_some_and(is_from_right);
    let text = if starts_right && n_right >= n_left {
        let mirrored: Vec<char> = chars.iter().rev().copied().map(mirror).collect();
        turned(&mirrored, |c| c.is_alphanumeric() && !is_from_right(c))
    } else {
        turned(&chars, is_from_right)
    };
    // After turning: some shapes are of two letters, which then stand in the right order.
    Some(
        text.chars()
            .flat_map(|c| if is_from_right(c) { std::iter::once(c).nfkc().collect() } else { vec![c] })
            .collect(),
    )
}

/// Turns the runs of characters that are `wanted`, with what stands between two of them.
fn turned(chars: &[char], wanted: impl Fn(char) -> bool) -> String {
    let mut text = String::new();
    let mut at = 0;
    while let Some(start) = chars[at..].iter().position(|&c| wanted(c)).map(|n| n + at) {
        let ends = chars[start..].iter().take_while(|&&c| wanted(c) || !c.is_alphabetic());
        let end = start + ends.count();
        let end = start + chars[start..end].iter().rposition(|&c| wanted(c)).map_or(1, |last| last + 1);
        text.extend(&chars[at..start]);
        text.extend(chars[start..end].iter().rev());
        at = end;
    }
    text.extend(&chars[at..]);
    text
}

fn is_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}') && !c.is_numeric()
}

fn mirror(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_paper(text: &str) -> String {
        text.chars().rev().collect()
    }

    #[test]
    fn words_from_the_right_are_turned_and_others_are_not() {
        assert_eq!(as_read("Gewoon van links: 12 (ja)."), None);
        let row = format!("Zij zei „{}”, en toen niets.", on_paper("ان شاء الله"));
        assert_eq!(as_read(&row).unwrap(), "Zij zei „ان شاء الله”, en toen niets.");
        // What is a whole row from right to left holds numbers and names that are not.
        assert_eq!(as_read(&format!("R: {}", on_paper("שלום"))).unwrap(), "R: שלום");
        assert_eq!(as_read("\u{feeb}\u{fefb}").unwrap(), "لاه");
        let row = format!("({}) Utrecht {} 2024 {}", on_paper("هنا"), on_paper("في"), on_paper("سنة"));
        assert_eq!(as_read(&row).unwrap(), "سنة 2024 في Utrecht (هنا)");
    }

    proptest::proptest! {
        #[test]
        fn no_character_is_lost(row in "[a-z אבגמ0-9().]{0,20}") {
            let sorted = |text: &str| {
                let mut chars: Vec<char> = text.chars().map(|c| c.min(mirror(c))).collect();
                chars.sort_unstable();
                chars
            };
            proptest::prop_assert_eq!(sorted(&as_read(&row).unwrap_or_else(|| row.clone())), sorted(&row));
        }
    }
}
