//! Agreement on free spans: each code on a continuum of its own, because codes overlap.

use super::Coded;
use super::interval::{Drawn, Draws};
use super::laid_out::LaidOut;
use super::pairs::PairAgreement;
use crate::hits::distinct;
use draad_core::Valence;
use draad_core::facts::Fact;
use draad_core::{CodeId, Codebook};
use draad_measures::agreement::{Continuum, Interval, Segment, SpanTally, UnitizingTally, match_spans};
use draad_measures::{Measured, Undefined};
use std::collections::BTreeMap;

/// Valences, as codes of a continuum; the last is none.
const VALENCES: [Option<Valence>; 4] =
    [Some(Valence::Promoting), Some(Valence::Hindering), Some(Valence::Ambivalent), None];

/// How far coders agree on where one code is.
#[derive(Clone, Debug, PartialEq)]
pub struct SpanAgreement {
    /// Characters of the sources that at least two coders read.
    pub n_chars: u64,
    /// Krippendorff's |ᵤα of the code on its own continuum.
    pub alpha: Measured,
    /// Where |ᵤα lies when sources are drawn again; nothing where that was not asked.
    pub interval: Option<Result<Interval, Undefined>>,
    /// Share of what was coded that another coder coded so too.
    pub coverage: Measured,
    /// Share of characters on which two coders agree.
    pub percent: Measured,
    /// Cohen's kappa per character; of more than two coders its mean over pairs, which is Light's.
    pub char_kappa: Measured,
    /// Krippendorff's nominal alpha per character.
    pub char_alpha: Measured,
    /// Spans that match one of another coder, and all spans, over pairs of coders.
    pub segments: (usize, usize),
    /// Where two coders both have the code: do they give it the same valence? cuα over valences.
    pub valence_alpha: Measured,
    /// The counts that all of it is computed from.
    pub tally: SpanTally,
}

/// All codes on one continuum: only where no coder gave one place two codes.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// Krippendorff's ᵤα: where something is, and what.
    pub unitized: Measured,
    /// |ᵤα: where something is, whatever it is.
    pub binary: Measured,
    /// cuα: where two coders coded something, is it the same?
    pub coding: Measured,
    /// Per code that was used, by itself and in the order of the codebook: (k)ᵤα, and its coverage.
    pub codes: Vec<(CodeId, Measured, Measured)>,
}

/// The sources that are compared, laid out.
pub(super) struct Texts {
    /// Position in the study's sources, ascending; what is compared of it; and who read it.
    texts: Vec<(u32, LaidOut, Vec<u16>)>,
    n_coders: usize,
    overlap: f64,
    draws: Option<Draws>,
    /// Characters that at least two coders read.
    n_chars: u64,
    /// Per set of readers that occurs, one character that they all read and nobody coded.
    nothing: Vec<(Vec<u16>, SpanTally)>,
}

impl Texts {
    pub(super) fn new(
        texts: Vec<(u32, LaidOut, Vec<u16>)>,
        n_coders: usize,
        overlap: f64,
        (n_draws, seed): (usize, u64),
    ) -> Self {
        let clusters = texts.iter().map(|(_, text, readers)| (&readers[..], u64::from(text.length)));
        let draws = Draws::new(clusters, n_draws, seed);
        let sets = distinct(texts.iter().map(|(.., readers)| readers.clone()));
        let nothing = |readers: Vec<u16>| {
            let mut tally = SpanTally::new(n_coders);
            tally.add(&Continuum::new(1, readers.clone(), Vec::new()), 0);
            (readers, tally)
        };
        let shared = texts.iter().filter(|(.., readers)| readers.len() >= 2);
        let n_chars = shared.map(|(_, text, _)| u64::from(text.length)).sum();
        Self { nothing: sets.into_iter().map(nothing).collect(), n_chars, texts, n_coders, overlap, draws }
    }

    /// Returns where a coding stands: the position of its source, and its characters there; nothing where it covers none.
    pub(super) fn place(&self, fact: &Fact) -> Option<(usize, (u32, u32))> {
        let text = self.texts.binary_search_by_key(&fact.source, |(source, ..)| *source).ok()?;
        Some((text, self.texts[text].1.place(fact.chars?)?))
    }

    /// Computes the coefficients of one code, and each pair of coders who share sources.
    pub(super) fn of_code(&self, coded: &[Coded]) -> (SpanAgreement, Vec<PairAgreement>) {
        let texts = self.continua(coded.iter().map(|coded| (coded.fact, coded.coder, 0)));
        let tallies: Vec<(usize, SpanTally)> =
            texts.iter().map(|(place, text)| (*place, self.tally(text))).collect();
        let tally = self.total(&tallies);
        let pairs = self.pairs(&tally, &texts);
        let segments = pairs.iter().filter_map(|pair| pair.segments);
        let found = SpanAgreement {
            n_chars: self.n_chars,
            alpha: tally.unitized_alpha(),
            interval: self.draws.as_ref().map(|draws| self.interval(draws, &tallies)),
            coverage: tally.coverage(),
            percent: tally.character_agreement(),
            char_kappa: tally.light_kappa(),
            char_alpha: tally.character_alpha(),
            segments: segments.fold((0, 0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1)),
            valence_alpha: self.valence_alpha(coded),
            tally,
        };
        (found, pairs)
    }

    /// Returns a text for each source with a coding, with what was coded in it: codings of whole sources are no part of it.
    fn continua<'f>(&self, codings: impl Iterator<Item = (&'f Fact, u16, u16)>) -> Vec<(usize, Continuum)> {
        let mut segments: BTreeMap<usize, Vec<Segment>> = BTreeMap::new();
        for (fact, coder, code) in codings {
            let Some((text, (start, end))) = self.place(fact) else { continue };
            segments.entry(text).or_default().push(Segment { code, coder, start, end });
        }
        let text = |(place, segments): (usize, Vec<Segment>)| {
            let (_, text, readers) = &self.texts[place];
            (place, Continuum::new(text.length, readers.clone(), segments))
        };
        segments.into_iter().map(text).collect()
    }

    fn tally(&self, text: &Continuum) -> SpanTally {
        let mut tally = SpanTally::new(self.n_coders);
        tally.add(text, 0);
        tally
    }

    /// Adds up all sources, those without the code too.
    fn total(&self, tallies: &[(usize, SpanTally)]) -> SpanTally {
        let mut total = SpanTally::new(self.n_coders);
        let mut with_code = tallies.iter().peekable();
        for (place, (_, text, readers)) in self.texts.iter().enumerate() {
            match with_code.next_if(|(own, _)| *own == place) {
                Some((_, tally)) => total.add_tally(tally, 1),
                None => total.add_tally(self.nothing(readers), u64::from(text.length)),
            }
        }
        total
    }

    /// Returns one character that these coders read and nobody coded.
    fn nothing(&self, readers: &[u16]) -> &SpanTally {
        let place = self.nothing.binary_search_by(|(own, _)| own[..].cmp(readers));
        &self.nothing[place.expect("every set of readers is there")].1
    }

    fn interval(&self, draws: &Draws, tallies: &[(usize, SpanTally)]) -> Result<Interval, Undefined> {
        let with_code: Vec<usize> = tallies.iter().map(|(place, _)| *place).collect();
        let nothing: Vec<&SpanTally> = draws.readers.iter().map(|readers| self.nothing(readers)).collect();
        draws.interval(&with_code, |drawn: &Drawn| {
            let mut tally = SpanTally::new(self.n_coders);
            nothing.iter().zip(&drawn.rest).for_each(|(nothing, &length)| tally.add_tally(nothing, length));
            for (place, own) in tallies.iter().filter(|(place, _)| drawn.times[*place] > 0) {
                tally.add_tally(own, u64::from(drawn.times[*place]));
            }
            tally.unitized_alpha()
        })
    }

    /// Returns how far coders agree on the valence where both have the code.
    fn valence_alpha(&self, coded: &[Coded]) -> Measured {
        let valence = |fact: &Fact| VALENCES.iter().position(|valence| *valence == fact.valence);
        let codings =
            coded.iter().filter_map(|coded| Some((coded.fact, coded.coder, valence(coded.fact)? as u16)));
        let mut tally = UnitizingTally::new(self.n_coders, VALENCES.len());
        for (_, text) in self.continua(codings) {
            tally.add(&text)?;
        }
        tally.coding_alpha()
    }

    /// Returns each pair of coders who share sources, on one code.
    fn pairs(&self, tally: &SpanTally, texts: &[(usize, Continuum)]) -> Vec<PairAgreement> {
        let n_coders = self.n_coders as u16;
        let coders = (0..n_coders).flat_map(|first| (first + 1..n_coders).map(move |second| (first, second)));
        let pair = |(first, second)| {
            let lengths = tally.pair(first, second);
            let mut segments = (0, 0);
            for (_, text) in texts.iter().filter(|(place, _)| self.both_read(*place, first, second)) {
                let (of_first, of_second) = (text.of_coder(0, first), text.of_coder(0, second));
                let (matched, all) = match_spans(of_first, of_second, self.overlap).matched_segments();
                segments = (segments.0 + matched, segments.1 + all);
            }
            PairAgreement {
                first,
                second,
                both: lengths.both(),
                only_first: lengths.only_first(),
                only_second: lengths.only_second(),
                neither: lengths.neither(),
                percent: lengths.agreement(),
                kappa: lengths.kappa().map(|kappa| kappa.value),
                segments: Some(segments),
            }
        };
        coders.map(pair).filter(|pair| pair.n() > 0).collect()
    }

    fn both_read(&self, place: usize, first: u16, second: u16) -> bool {
        let (.., readers) = &self.texts[place];
        readers.contains(&first) && readers.contains(&second)
    }

    /// Computes all codes together, each counted by itself: a parent code without what was coded below it.
    pub(super) fn together(&self, codebook: &Codebook, facts: &[(&Fact, u16)]) -> Together {
        let used = distinct(facts.iter().map(|(fact, _)| fact.code));
        let place = |code: u32| used.binary_search(&code).expect("codes of facts are used") as u16;
        let codings = facts.iter().map(|(fact, coder)| (*fact, *coder, place(fact.code)));
        let mut with_code = self.continua(codings).into_iter().peekable();
        let mut tally = UnitizingTally::new(self.n_coders, used.len());
        let mut added = Ok(());
        for (place, (_, text, readers)) in self.texts.iter().enumerate() {
            let own = with_code.next_if(|(own, _)| *own == place).map(|(_, text)| text);
            let own = own.unwrap_or_else(|| Continuum::new(text.length, readers.clone(), Vec::new()));
            added = added.and_then(|()| tally.add(&own));
        }
        let code = |(place, &code): (u16, &u32)| {
            let found = tally.code_reliability(place);
            let id = codebook.codes[code as usize].id.clone();
            (id, added.and(found.alpha), added.and(found.coverage))
        };
        Together {
            unitized: added.and(tally.unitized_alpha()),
            binary: added.and(tally.binary_alpha()),
            coding: added.and(tally.coding_alpha()),
            codes: (0..).zip(&used).map(code).collect(),
        }
    }
}
