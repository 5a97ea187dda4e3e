//! Words as a unit of length: what Unicode's rules for word boundaries (UAX #29) cut out and that has a letter or a digit.
//! `zo'n` is one word, `e-mail` two. A word counts as soon as one of its characters is covered.

use draad_core::Study;
use rayon::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// What the words of a stretch are counted for; parts of one place share a word that both touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// Position in the study's sources.
    pub(crate) source: u32,
    /// Number of the place, the same for all parts that are counted together; a place is within one source.
    pub(crate) place: usize,
    /// First character.
    pub(crate) start: u32,
    /// Character after the last.
    pub(crate) end: u32,
}

/// Returns for each part how many words it touches that no earlier part of its place touches. Parts of a place stand
/// together, by their starts, and do not overlap. Each text is read once; its words are forgotten before the next.
pub(crate) fn n_words(study: &Study, parts: &[Part]) -> Vec<u64> {
    let mut by_source: Vec<(u32, usize)> =
        parts.iter().enumerate().map(|(number, part)| (part.source, number)).collect();
    by_source.sort_unstable();
    let of_source = |same: &[(u32, usize)]| -> Vec<(usize, u64)> {
        let words = words(study.sources[same[0].0 as usize].text.as_str());
        let mut last: Option<(usize, usize)> = None;
        let count = |&(_, number): &(u32, usize)| {
            let part = parts[number];
            let taken = last.filter(|(place, _)| *place == part.place).map_or(0, |(_, taken)| taken);
            let first = words.partition_point(|word| word.1 <= part.start).max(taken);
            let after = words.partition_point(|word| word.0 < part.end).max(first);
            last = Some((part.place, after));
            (number, (after - first) as u64)
        };
        same.iter().map(count).collect()
    };
    let sources: Vec<&[(u32, usize)]> = by_source.chunk_by(|a, b| a.0 == b.0).collect();
    let counted: Vec<Vec<(usize, u64)>> = sources.into_par_iter().map(of_source).collect();
    let mut found = vec![0; parts.len()];
    for (number, n) in counted.into_iter().flatten() {
        found[number] = n;
    }
    found
}

/// Returns where each word begins and ends, in characters.
fn words(text: &str) -> Vec<(u32, u32)> {
    let (mut byte, mut char) = (0, 0);
    let mut chars_until = |until: usize| {
        char += text[byte..until].chars().count() as u32;
        byte = until;
        char
    };
    text.unicode_word_indices()
        .map(|(start, word)| (chars_until(start), chars_until(start + word.len())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use proptest::prelude::*;

    const TEXT: &str = "Zo'n één e-mail, 12 keer… 👍 ja!";

    fn counted(stretches: &[(u32, u32)]) -> Vec<u64> {
        let mut study = Sample::new().case("p01", "").source("s1", "p01", "chat", &[]).done();
        study.sources[0].text = draad_core::Text::new(TEXT);
        let part = |&(start, end): &(u32, u32)| Part { source: 0, place: 0, start, end };
        n_words(&study, &stretches.iter().map(part).collect::<Vec<_>>())
    }

    #[test]
    fn words_are_what_unicode_cuts_out() {
        let chars: Vec<char> = TEXT.chars().collect();
        let of = |(start, end): (u32, u32)| chars[start as usize..end as usize].iter().collect::<String>();
        let found: Vec<String> = words(TEXT).into_iter().map(of).collect();
        assert_eq!(found, ["Zo'n", "één", "e", "mail", "12", "keer", "ja"]);
    }

    #[test]
    fn a_word_that_two_stretches_touch_counts_once() {
        assert_eq!(counted(&[(0, 32)]), [7]);
        assert_eq!(counted(&[(3, 6), (7, 10)]), [2, 1], "`één` is taken");
        assert_eq!(counted(&[(4, 5), (24, 28)]), [0, 0], "blanks and signs are no words");
    }

    proptest! {
        #[test]
        fn as_many_words_as_the_definition_says(cuts in prop::collection::btree_set(0u32..32, 2..9)) {
            let cuts: Vec<u32> = cuts.into_iter().collect();
            let stretches: Vec<(u32, u32)> = cuts.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
            let touched = |word: &&(u32, u32)| stretches.iter().any(|s| word.0 < s.1 && s.0 < word.1);
            let slowly = words(TEXT).iter().filter(touched).count() as u64;
            prop_assert_eq!(counted(&stretches).iter().sum::<u64>(), slowly);
        }
    }
}
