//! Material cut into words.

use super::Piece;
use crate::form::{fold, stem};
use crate::words::words;
use draad_core::Study;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::Range;

/// The words of some pieces of a study, in order. Words are numbers: places in a list of the forms that occur.
#[derive(Debug)]
pub struct Corpus<'s> {
    pieces: Vec<Piece>,
    /// Each way in which a word is written, once, in the order of first occurrence.
    forms: Vec<&'s str>,
    /// The form of each word.
    words: Vec<u32>,
    /// Per piece the position of its first word; and last the number of words.
    starts: Vec<usize>,
}

/// Which forms are one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Merge {
    /// Those that differ in capitals and accents alone.
    #[default]
    Spelling,
    /// Those that share a stem.
    Stems,
}

/// Which forms are one word: a number, the term, for each form and each word of a corpus.
#[derive(Debug)]
pub struct Terms {
    pub(super) of_form: Vec<u32>,
    pub(super) of_word: Vec<u32>,
    pub(super) n_terms: usize,
}

impl<'s> Corpus<'s> {
    /// Cuts pieces of a study into words.
    pub fn read(study: &'s Study, pieces: Vec<Piece>) -> Self {
        let of_sources: Vec<&[Piece]> = pieces.chunk_by(|a, b| a.source == b.source).collect();
        let cut: Vec<Cut> = of_sources.into_par_iter().map(|pieces| Cut::new(study, pieces)).collect();
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let (mut forms, mut words, mut starts) = (Vec::new(), Vec::new(), vec![0]);
        for source in cut {
            let number = |form: &&'s str| {
                *numbers.entry(form).or_insert_with(|| {
                    forms.push(*form);
                    forms.len() as u32 - 1
                })
            };
            let numbers: Vec<u32> = source.forms.iter().map(number).collect();
            let before = words.len();
            words.extend(source.words.iter().map(|&own| numbers[own as usize]));
            starts.extend(source.ends.iter().map(|end| before + end));
        }
        Self { pieces, forms, words, starts }
    }

    /// Returns the pieces, in the order of their words.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Returns the number of words.
    pub fn n_words(&self) -> usize {
        self.words.len()
    }

    /// Returns the positions of the words of a piece.
    pub fn positions(&self, piece_idx: usize) -> Range<usize> {
        self.starts[piece_idx]..self.starts[piece_idx + 1]
    }

    /// Returns each way in which a word is written, once, in the order of first occurrence.
    pub fn forms(&self) -> &[&'s str] {
        &self.forms
    }

    /// Works out which forms are one word.
    pub fn terms(&self, merge: Merge) -> Terms {
        let key = |form: &&'s str| match merge {
            Merge::Spelling => fold(form),
            Merge::Stems => Cow::Owned(stem(&fold(form))),
        };
        let keys: Vec<Cow<str>> = self.forms.par_iter().map(key).collect();
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let mut of_form = Vec::with_capacity(keys.len());
        for key in &keys {
            let next = numbers.len() as u32;
            of_form.push(*numbers.entry(key).or_insert(next));
        }
        let of_word = self.words.iter().map(|&form| of_form[form as usize]).collect();
        Terms { n_terms: numbers.len(), of_form, of_word }
    }

    /// Returns the forms, as numbers, of a run of words.
    pub(super) fn forms_at(&self, position: usize, length: usize) -> &[u32] {
        &self.words[position..position + length]
    }

    /// Writes forms out, with spaces between them.
    pub(super) fn written(&self, forms: &[u32]) -> String {
        forms.iter().map(|&form| self.forms[form as usize]).collect::<Vec<_>>().join(" ")
    }

    /// Returns how often each form occurs.
    pub(super) fn form_counts(&self) -> Vec<u32> {
        let mut counts = vec![0; self.forms.len()];
        for &form in &self.words {
            counts[form as usize] += 1;
        }
        counts
    }
}

/// The words of one source, with forms of its own.
struct Cut<'s> {
    forms: Vec<&'s str>,
    words: Vec<u32>,
    /// Per piece how many words there are up to its end.
    ends: Vec<usize>,
}

impl<'s> Cut<'s> {
    fn new(study: &'s Study, pieces: &[Piece]) -> Self {
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let mut cut = Self { forms: Vec::new(), words: Vec::new(), ends: Vec::new() };
        for piece in pieces {
            let text = study.sources[piece.source as usize].text.get(piece.span).unwrap_or_default();
            for range in words(text) {
                let form = &text[range];
                let next = cut.forms.len() as u32;
                let number = *numbers.entry(form).or_insert(next);
                if number == next {
                    cut.forms.push(form);
                }
                cut.words.push(number);
            }
            cut.ends.push(cut.words.len());
        }
        cut
    }
}
