//! Words that nobody knows and that look Dutch: stems of syllables, and what Dutch makes of a stem.

use fastrand::Rng;
use indexmap::IndexSet;

const ONSETS: &str = "b d f g h j k l m n p r s t v w z b d h k l m n r s t v w z bl br dr fl gl gr kl kn kr pl pr \
    sch schr sl sn sp st str tr vl vr wr zw";
const NUCLEI: &str = "a e i o u a e i o aa ee oo uu ie oe ui ij ei ou eu au";
const ACCENTED: &str = "é ë ï è ö";
const CODAS: &str = "n r l s t k p m n r l s t ng ch cht st nd rk lk rt nk lf rm ft";
/// Endings of a stem.
const ENDINGS: &str = "en en en en e e e t t t de de te te ten den er er s s je jes ing ing ingen heid lijk lijke baar \
    loos schap ster isch";
/// Beginnings and endings of a verb.
const FORMS: [(&str, &str); 8] = [
    ("ge", "t"),
    ("ge", "d"),
    ("ge", "en"),
    ("be", "en"),
    ("ver", "en"),
    ("ver", "t"),
    ("ont", "en"),
    ("her", "ing"),
];
/// Fewest stems from which further words are made.
const ENOUGH: usize = 60;

/// Stems so far, and all words that are taken.
pub(super) struct Stems {
    sounds: Sounds,
    endings: Vec<&'static str>,
    stems: Vec<String>,
    taken: IndexSet<String>,
}

/// What syllables are made of.
struct Sounds {
    onsets: Vec<&'static str>,
    nuclei: Vec<&'static str>,
    accented: Vec<&'static str>,
    codas: Vec<&'static str>,
}

impl Stems {
    /// Begins with no words at all.
    pub(super) fn new() -> Self {
        let list = |words: &'static str| words.split_ascii_whitespace().collect();
        let (onsets, nuclei, accented, codas) = (list(ONSETS), list(NUCLEI), list(ACCENTED), list(CODAS));
        Self {
            sounds: Sounds { onsets, nuclei, accented, codas },
            endings: list(ENDINGS),
            stems: Vec::new(),
            taken: IndexSet::new(),
        }
    }

    /// Notes that a word is taken.
    pub(super) fn take(&mut self, word: &str) {
        self.taken.insert(word.to_lowercase());
    }

    /// Returns a word that is not taken yet. Frequent words are short.
    pub(super) fn next(&mut self, rng: &mut Rng, rank: usize) -> String {
        loop {
            let is_derived = self.stems.len() > ENOUGH && rng.u8(..100) < 65;
            let word = if is_derived { self.derived(rng) } else { self.sounds.stem(rng, rank) };
            if !self.taken.insert(word.clone()) {
                continue;
            }
            if is_derived {
                return word;
            }
            if rng.u8(..40) == 0 {
                return name(&word);
            }
            self.stems.push(word.clone());
            return word;
        }
    }

    fn derived(&self, rng: &mut Rng) -> String {
        let any_stem = |rng: &mut Rng| &self.stems[rng.usize(..self.stems.len())];
        let stem = any_stem(rng);
        match rng.u8(..10) {
            0..=5 => with_ending(stem, one_of(rng, &self.endings)),
            6..=7 => {
                let (beginning, ending) = one_of(rng, &FORMS);
                format!("{beginning}{}", with_ending(stem, ending))
            }
            _ => {
                let second = any_stem(rng);
                format!("{stem}{}{second}", one_of(rng, &["", "s", "en"]))
            }
        }
    }
}

impl Sounds {
    fn stem(&self, rng: &mut Rng, rank: usize) -> String {
        let n_syllables = match rank {
            0..300 => 1,
            300..3_000 => rng.usize(1..=2),
            _ => rng.usize(2..=3),
        };
        let mut word = String::new();
        for _ in 0..n_syllables {
            word.push_str(one_of(rng, &self.onsets));
            let nuclei = if rng.u8(..80) == 0 { &self.accented } else { &self.nuclei };
            word.push_str(one_of(rng, nuclei));
            if rng.u8(..5) > 1 {
                word.push_str(one_of(rng, &self.codas));
            }
        }
        word
    }
}

/// Puts an ending after a stem; two vowels that are not one sound get a diaeresis.
fn with_ending(stem: &str, ending: &str) -> String {
    let ends_in_vowel = stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    match (ends_in_vowel, ending.chars().next()) {
        (true, Some('e')) => format!("{stem}ë{}", &ending[1..]),
        (true, Some('i')) => format!("{stem}ï{}", &ending[1..]),
        _ => format!("{stem}{ending}"),
    }
}

fn name(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Returns any one of a list.
pub(super) fn one_of<T: Copy>(rng: &mut Rng, list: &[T]) -> T {
    list[rng.usize(..list.len())]
}
