//! Invented Dutch: a vocabulary in which few words are frequent and most are rare, as in any language, and somebody who
//! speaks it. Retrieval cannot be measured on texts in which every word stands everywhere.
//!
//! The word of rank r has a frequency proportional to 1 / (r + 8)^1.35, the law of Mandelbrot (1953) with constants that
//! give 5 million characters some 40,000 different words and the most frequent word one place in 25, as in transcripts of
//! interviews.

mod known;
mod stems;

use fastrand::Rng;
use indexmap::IndexMap;
use known::{FOLLOWERS, known};
use std::sync::LazyLock;
use stems::{Stems, one_of};

/// Different words, rare ones included: a study of 250 million characters has nearly all of them.
const N_WORDS: usize = 200_000;
/// With this seed the words were invented.
const SEED: u64 = 1;
/// The constants of Mandelbrot's law.
const SHIFT: f64 = 8.0;
const EXPONENT: f64 = 1.35;

/// Words by rank, the most frequent first, and how often each is said.
pub struct Vocabulary {
    words: Vec<String>,
    /// The share of the words up to and including each rank.
    shares: Vec<f64>,
    /// Ranks of words that like to follow a word, by its rank.
    followers: IndexMap<usize, usize>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::new);

impl Vocabulary {
    /// Returns the vocabulary, which is the same for all studies.
    pub fn get() -> &'static Self {
        &VOCABULARY
    }

    fn new() -> Self {
        let words = words(&mut Rng::with_seed(SEED));
        let rank_of: IndexMap<String, usize> = known().map(|(rank, word)| (word, rank)).collect();
        let followers = FOLLOWERS.iter().map(|(first, next)| (rank_of[*first], rank_of[*next])).collect();
        Self { words, shares: shares(), followers }
    }

    /// Returns the words, the most frequent first.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Returns the share that the word of a rank, counted from 0, has of all words said.
    pub fn share(&self, rank: usize) -> f64 {
        self.shares[rank] - rank.checked_sub(1).map_or(0.0, |before| self.shares[before])
    }

    fn any(&self, rng: &mut Rng) -> usize {
        let place = rng.f64();
        self.shares.partition_point(|&share| share <= place).min(self.words.len() - 1)
    }
}

fn words(rng: &mut Rng) -> Vec<String> {
    let mut words = vec![String::new(); N_WORDS];
    let mut stems = Stems::new();
    for (rank, word) in known() {
        stems.take(&word);
        words[rank] = word;
    }
    for (rank, word) in words.iter_mut().enumerate().filter(|(_, word)| word.is_empty()) {
        *word = stems.next(rng, rank);
    }
    words
}

fn shares() -> Vec<f64> {
    let weight = |rank: usize| (rank as f64 + 1.0 + SHIFT).powf(-EXPONENT);
    let total: f64 = (0..N_WORDS).map(weight).sum();
    let mut sum = 0.0;
    let so_far = |rank| {
        sum += weight(rank) / total;
        sum
    };
    (0..N_WORDS).map(so_far).collect()
}

/// How many of the last words somebody has in mind.
const IN_MIND: usize = 150;

/// Somebody who speaks: words that were said come back sooner than others, and some like to stand together.
#[derive(Default)]
pub struct Speech {
    /// Ranks of words that were said; the last one stands last.
    said: Vec<usize>,
}

impl Speech {
    /// Adds `n_words` words to a text, in sentences.
    pub fn say(&mut self, rng: &mut Rng, text: &mut String, n_words: usize) {
        let mut left_in_sentence = 0;
        for word in 0..n_words {
            let is_first = left_in_sentence == 0;
            if is_first {
                left_in_sentence = rng.usize(2..24);
            }
            if word > 0 {
                text.push(' ');
            }
            self.say_word(rng, text, is_first);
            left_in_sentence -= 1;
            if left_in_sentence == 0 || word + 1 == n_words {
                text.push_str(one_of(rng, &["?", "!", "...", ".", ".", ".", ".", "."]));
                if rng.u16(..300) == 0 {
                    text.push_str(one_of(rng, &[" 😊", " 👋", " 👍🏽", " ❤️"]));
                }
            } else if rng.u8(..12) == 0 {
                text.push(',');
            }
        }
    }

    fn say_word(&mut self, rng: &mut Rng, text: &mut String, is_first: bool) {
        let rank = self.next(rng);
        if self.said.len() < IN_MIND {
            self.said.push(rank);
        } else {
            let forgotten = rng.usize(..IN_MIND);
            self.said[forgotten] = rank;
            self.said.swap(forgotten, IN_MIND - 1);
        }
        let word = &Vocabulary::get().words[rank];
        let mut letters = word.chars();
        match letters.next().filter(|_| is_first) {
            Some(first) => {
                text.extend(first.to_uppercase());
                text.push_str(letters.as_str());
            }
            None => text.push_str(word),
        }
    }

    fn next(&self, rng: &mut Rng) -> usize {
        let vocabulary = Vocabulary::get();
        let follower = self.said.last().and_then(|last| vocabulary.followers.get(last));
        match (follower, rng.u8(..10)) {
            (Some(&follower), 0) => follower,
            (_, 1) if !self.said.is_empty() => self.said[rng.usize(..self.said.len())],
            _ => vocabulary.any(rng),
        }
    }
}
