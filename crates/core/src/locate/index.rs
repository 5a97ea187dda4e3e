//! Places in a text by the characters that stand there.

use super::fold::Folded;

/// How many bytes of a text a place is found by.
const KEY: usize = 8;
/// From how many places that start alike words are not looked at one by one: those of a text that only repeats itself.
const MAX_ALIKE: usize = 20_000;

/// Places in a folded text, sorted by the bytes that stand there.
#[derive(Debug, Default)]
pub(super) struct Index {
    places: Vec<(u64, u32)>,
}

/// Where words stand.
pub(super) enum Found {
    /// At these bytes, sorted.
    At(Vec<usize>),
    /// At more places than are worth looking at.
    Everywhere(usize),
}

impl Index {
    /// Lists the places of `text` that are `wanted`.
    pub(super) fn new(text: &str, wanted: impl Fn(usize) -> bool) -> Self {
        let all = text.char_indices().map(|(at, _)| at).filter(|&at| wanted(at));
        let mut places: Vec<(u64, u32)> = all.map(|at| (key(&text.as_bytes()[at..], 0), at as u32)).collect();
        places.sort_unstable();
        Self { places }
    }

    /// Returns the places where `words` stand in `folded`, which the index was made of.
    pub(super) fn find(&self, folded: &Folded, words: &str) -> Found {
        let (low, high) = (key(words.as_bytes(), 0), key(words.as_bytes(), u8::MAX));
        let from = self.places.partition_point(|(key, _)| *key < low);
        let alike = &self.places[from..];
        let alike = &alike[..alike.partition_point(|(key, _)| *key <= high)];
        if alike.len() > MAX_ALIKE {
            return Found::Everywhere(alike.len());
        }
        let places = alike.iter().map(|(_, at)| *at as usize);
        let mut found: Vec<usize> =
            places.filter(|&at| folded.text.as_bytes()[at..].starts_with(words.as_bytes())).collect();
        found.sort_unstable();
        Found::At(found)
    }
}

/// Returns the first bytes as a number that sorts as they do; what is missing counts as `fill`.
fn key(bytes: &[u8], fill: u8) -> u64 {
    let mut first = [fill; KEY];
    let n = bytes.len().min(KEY);
    first[..n].copy_from_slice(&bytes[..n]);
    u64::from_be_bytes(first)
}
