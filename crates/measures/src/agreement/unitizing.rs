//! Krippendorff's family of coefficients for unitizing: several codes that do not overlap.

use super::continuum::overlaps;
use super::{Continuum, Segment};
use crate::{Measured, Undefined};

/// A difference smaller than this share of what it is taken from is none: thirds of lengths do not add up exactly.
const ROUNDING: f64 = 1e-12;

/// What segments of several codes add up to, in texts that at least two coders read.
///
/// Each character of a text has, for each reader, one code or none: within one coder, segments of different codes must not overlap.
/// This fits codes that exclude each other, such as the valences of one factor. Where codes overlap, each is a continuum of its own:
/// [`SpanTally`](super::SpanTally).
///
/// Krippendorff, Mathet, Bouvry & Widlöcher (2016), On the reliability of unitizing textual continua: further developments,
/// doi:10.1007/s11135-015-0266-1; Krippendorff (2019), Content analysis, section 12.6. Texts may have different readers, see there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitizingTally {
    n_codes: usize,
    /// By number of readers, from two.
    by_readers: Vec<Lengths>,
}

/// Lengths in the texts that have equally many readers; pairs are ordered pairs of different readers.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Lengths {
    texts: u64,
    /// Characters that neither of a pair coded.
    both_gaps: u64,
    codes: Vec<CodeLengths>,
}

/// What one code adds up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct CodeLengths {
    /// Characters coded, over readers.
    coded: u64,
    /// Σ L² over segments.
    squares: u128,
    /// Characters to which both of a pair gave it.
    both: u64,
    /// Characters to which the first of a pair gave it and the second any code.
    pairable: u64,
    /// Σ over segments of the square of what at least one other reader coded too.
    pairable_squares: u128,
}

/// How reliably one code is told from the others, where two coders coded something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CodeReliability {
    /// (k)ᵤα.
    pub alpha: Measured,
    /// The share of what has this code that another coder coded too, 0 to 1; how much of the code α speaks of.
    pub coverage: Measured,
}

impl UnitizingTally {
    /// Starts with no texts.
    pub fn new(n_coders: usize, n_codes: usize) -> Self {
        let lengths = Lengths { texts: 0, both_gaps: 0, codes: vec![CodeLengths::default(); n_codes] };
        Self { n_codes, by_readers: vec![lengths; n_coders.saturating_sub(1)] }
    }

    /// Adds a text with all its segments. One with fewer than two readers adds nothing.
    ///
    /// # Errors
    /// `OverlappingCodes` when a coder gave a character two codes; then nothing was added.
    ///
    /// # Panics
    /// When there are more readers than coders, or a code is not below the number of codes.
    pub fn add(&mut self, text: &Continuum) -> Result<(), Undefined> {
        let by_place =
            text.readers().iter().map(|&reader| segments_of(text, reader)).collect::<Result<Vec<_>, _>>()?;
        if by_place.len() < 2 {
            return Ok(());
        }
        let lengths = &mut self.by_readers[by_place.len() - 2];
        lengths.texts += u64::from(text.length());
        for (place, own) in by_place.iter().enumerate() {
            let others =
                || by_place.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, other)| other);
            lengths.add_own(own);
            lengths.add_pairable(own, others());
            others().for_each(|other| lengths.add_pair(u64::from(text.length()), own, other));
        }
        Ok(())
    }

    /// Adds the tally of other texts, each `times` times.
    ///
    /// # Panics
    /// When the other is of another number of coders or codes.
    pub fn add_tally(&mut self, other: &UnitizingTally, times: u64) {
        let shape = |tally: &UnitizingTally| (tally.n_codes, tally.by_readers.len());
        assert_eq!(shape(self), shape(other), "tallies of one shape");
        for (sum, more) in self.by_readers.iter_mut().zip(&other.by_readers) {
            sum.texts += more.texts * times;
            sum.both_gaps += more.both_gaps * times;
            for (sum, more) in sum.codes.iter_mut().zip(&more.codes) {
                sum.coded += more.coded * times;
                sum.squares += more.squares * u128::from(times);
                sum.both += more.both * times;
                sum.pairable += more.pairable * times;
                sum.pairable_squares += more.pairable_squares * u128::from(times);
            }
        }
    }
}

/// Returns the segments of a reader, by place.
fn segments_of(text: &Continuum, reader: u16) -> Result<Vec<Segment>, Undefined> {
    let mut own: Vec<Segment> =
        text.segments().iter().filter(|segment| segment.coder == reader).copied().collect();
    own.sort_unstable_by_key(|segment| segment.start);
    let overlap = own.windows(2).any(|pair| pair[1].start < pair[0].end);
    if overlap { Err(Undefined::OverlappingCodes) } else { Ok(own) }
}

impl Lengths {
    fn add_own(&mut self, own: &[Segment]) {
        for segment in own {
            let of = &mut self.codes[usize::from(segment.code)];
            of.coded += u64::from(segment.length());
            of.squares += u128::from(segment.length()).pow(2);
        }
    }

    fn add_pair(&mut self, length: u64, own: &[Segment], other: &[Segment]) {
        let mut both_coded = 0;
        overlaps(own, other, |i, j, shared| {
            let of = &mut self.codes[usize::from(own[i].code)];
            let shared = u64::from(shared);
            of.pairable += shared;
            both_coded += shared;
            if own[i].code == other[j].code {
                of.both += shared;
            }
        });
        let coded =
            |segments: &[Segment]| segments.iter().map(|segment| u64::from(segment.length())).sum::<u64>();
        self.both_gaps += length + both_coded - coded(own) - coded(other);
    }

    /// Adds the squares of what others coded of each segment, by whatever code.
    fn add_pairable<'a>(&mut self, own: &[Segment], others: impl Iterator<Item = &'a Vec<Segment>>) {
        let anything = |segment: &Segment| Segment { code: 0, coder: 0, ..*segment };
        let of_others: Vec<Segment> = others.flatten().map(anything).collect();
        let union = Continuum::new(u32::MAX, Vec::new(), of_others);
        let mut shared_with_others = vec![0_u64; own.len()];
        overlaps(own, union.segments(), |i, _, shared| shared_with_others[i] += u64::from(shared));
        for (segment, shared) in own.iter().zip(shared_with_others) {
            self.codes[usize::from(segment.code)].pairable_squares += u128::from(shared).pow(2);
        }
    }
}

/// The coefficients.
///
/// # Errors
/// All: `OneCoder` with fewer than two coders; `NothingShared` when no text was read by two; `NoCodings` when nothing was coded.
impl UnitizingTally {
    /// Returns ᵤα: do coders agree on where something is and on what it is?
    ///
    /// Observed: lengths on which two readers differ, a gap being a code of its own. Expected: N · Σ c(k) c(l) / (N² − Σ L² − g) over
    /// different codes and gaps k, l, with c the characters that have a code, g those in gaps, N all, and Σ L² over segments.
    ///
    /// # Errors
    /// Besides those of all: `NoVariation` when all gave everything one code.
    ///
    /// ```
    /// # use draad_measures::agreement::{Continuum, Segment, UnitizingTally};
    /// let drawn = |coder, code, start, end| Segment { code, coder, start, end };
    /// let segments = vec![drawn(0, 0, 0, 10), drawn(0, 1, 20, 30), drawn(1, 0, 0, 8), drawn(1, 1, 20, 30)];
    /// let mut tally = UnitizingTally::new(2, 2);
    /// tally.add(&Continuum::new(40, vec![], segments))?;
    /// let expected = 80.0 * 2.0 * f64::from(18 * 20 + 18 * 42 + 20 * 42) / f64::from(6400 - 364 - 42);
    /// assert!((tally.unitized_alpha()? - (1.0 - 4.0 / expected)).abs() < 1e-12);
    /// # Ok::<(), draad_measures::Undefined>(())
    /// ```
    pub fn unitized_alpha(&self) -> Measured {
        let total = self.total()?;
        let same: u128 = total.codes.iter().map(|coded| coded.pow(2)).sum::<u128>() + total.gaps.pow(2);
        let agreeing = |of: &Lengths| of.both_gaps + of.codes.iter().map(|code| code.both).sum::<u64>();
        total.alpha(self.disagreement(agreeing), total.all.pow(2) - same)
    }

    /// Returns |ᵤα: do coders agree on where something is, whatever it is? Segments stay as they were drawn: two that meet are two.
    ///
    /// # Errors
    /// Besides those of all: `NoVariation` when all coded everything.
    pub fn binary_alpha(&self) -> Measured {
        let total = self.total()?;
        let agreeing = |of: &Lengths| of.both_gaps + of.codes.iter().map(|code| code.pairable).sum::<u64>();
        total.alpha(self.disagreement(agreeing), 2 * total.coded * total.gaps)
    }

    /// Returns cuα: where two coders coded something, is it the same?
    ///
    /// Observed: lengths that both coded, and differently. Expected: n · Σ r(k) r(l) / (n² − Σ s²) over different codes k, l, with r the
    /// coincidences of a code with any code, n all of them, and s what at least one other reader coded of a segment, counted once however
    /// many they are: as the package quallmer reads section 12.6.
    ///
    /// # Errors
    /// Besides those of all: `NothingShared` when no two coded the same characters; `NoVariation` when only one code is there where they
    /// did; `TooLittleShared` when n² is not above Σ s², as where one of three coders coded nothing.
    pub fn coding_alpha(&self) -> Measured {
        let shared = self.shared()?;
        let differing: f64 = shared.codes.iter().map(|code| code.pairable - code.both).sum();
        let expected =
            shared.all * shared.all - shared.codes.iter().map(|code| code.pairable.powi(2)).sum::<f64>();
        let squares: f64 = shared.codes.iter().map(|code| code.squares).sum();
        let rest = shared.rest(squares / shared.all);
        match shared.codes.iter().filter(|code| code.pairable > 0.0).count() {
            ..=1 => Err(Undefined::NoVariation),
            _ => Ok(1.0 - differing * rest? / expected),
        }
    }

    /// Returns (k)ᵤα with its coverage: where two coders coded something and one of them this, did the other too?
    ///
    /// # Errors
    /// As [`Self::coding_alpha`], and `NoCodings` when nobody used the code.
    ///
    /// # Panics
    /// When the code is not below the number of codes.
    pub fn code_reliability(&self, code: u16) -> CodeReliability {
        let coded = self.by_readers.iter().map(|of| of.codes[usize::from(code)].coded).sum::<u64>();
        let of_code = self.total().and(match coded {
            0 => Err(Undefined::NoCodings),
            coded => Ok(coded as f64),
        });
        let coverage = of_code.map(|coded| self.shared_of(usize::from(code)).pairable / coded);
        CodeReliability { alpha: of_code.and_then(|_| self.alpha_of(usize::from(code))), coverage }
    }

    fn alpha_of(&self, code: usize) -> Measured {
        let shared = self.shared()?;
        let SharedOfCode { both, pairable, squares } = shared.codes[code];
        let others = shared.codes.iter().enumerate().filter(|(other, _)| *other != code);
        let others: f64 = others.map(|(_, other)| other.pairable).sum();
        let rest = shared.rest(squares / pairable);
        match pairable {
            0.0 => Err(Undefined::NothingShared),
            _ if others == 0.0 => Err(Undefined::NoVariation),
            _ => Ok(1.0 - rest? * (pairable - both) / (pairable * others)),
        }
    }

    fn total(&self) -> Result<Total, Undefined> {
        let all = self.by_readers().map(|(n_readers, of)| u128::from(of.texts * n_readers)).sum();
        let coded = |code: usize| self.by_readers.iter().map(|of| u128::from(of.codes[code].coded)).sum();
        let codes: Vec<u128> = (0..self.n_codes).map(coded).collect();
        let squares = self.by_readers.iter().flat_map(|of| &of.codes).map(|code| code.squares).sum();
        match (all, codes.iter().sum::<u128>()) {
            _ if self.by_readers.is_empty() => Err(Undefined::OneCoder),
            (0, _) => Err(Undefined::NothingShared),
            (_, 0) => Err(Undefined::NoCodings),
            (all, coded) => Ok(Total { all, coded, gaps: all - coded, squares, codes }),
        }
    }

    /// Returns the observed disagreement, given the length on which ordered pairs agree.
    fn disagreement(&self, agreeing: impl Fn(&Lengths) -> u64) -> f64 {
        let of = |(n, of): (u64, &Lengths)| (of.texts * n * (n - 1) - agreeing(of)) as f64 / (n - 1) as f64;
        self.by_readers().map(of).sum()
    }

    fn shared(&self) -> Result<Shared, Undefined> {
        self.total()?;
        let codes: Vec<SharedOfCode> = (0..self.n_codes).map(|code| self.shared_of(code)).collect();
        let all = codes.iter().map(|code| code.pairable).sum();
        if all > 0.0 { Ok(Shared { all, codes }) } else { Err(Undefined::NothingShared) }
    }

    fn shared_of(&self, code: usize) -> SharedOfCode {
        let nothing = SharedOfCode { both: 0.0, pairable: 0.0, squares: 0.0 };
        self.by_readers().fold(nothing, |sum, (n_readers, of)| {
            let (code, others) = (&of.codes[code], (n_readers - 1) as f64);
            SharedOfCode {
                both: sum.both + code.both as f64 / others,
                pairable: sum.pairable + code.pairable as f64 / others,
                squares: sum.squares + code.pairable_squares as f64,
            }
        })
    }

    fn by_readers(&self) -> impl Iterator<Item = (u64, &Lengths)> {
        (2..).zip(&self.by_readers)
    }
}

/// Lengths over all texts and readers.
struct Total {
    all: u128,
    coded: u128,
    gaps: u128,
    squares: u128,
    /// Coded, per code.
    codes: Vec<u128>,
}

impl Total {
    /// Returns alpha from the observed disagreement and the products of lengths that differ.
    fn alpha(&self, observed: f64, differing: u128) -> Measured {
        let rest = self.all.pow(2) - self.squares - self.gaps;
        match differing {
            0 => Err(Undefined::NoVariation),
            _ => Ok(1.0 - observed * rest as f64 / (self.all as f64 * differing as f64)),
        }
    }
}

/// Coincidences of codes, gaps left out.
struct Shared {
    all: f64,
    codes: Vec<SharedOfCode>,
}

impl Shared {
    /// Returns what is left of all when pairs within a segment are taken out. Nothing is left where long segments are few.
    fn rest(&self, within_segments: f64) -> Measured {
        let rest = self.all - within_segments;
        if rest > ROUNDING * self.all { Ok(rest) } else { Err(Undefined::TooLittleShared) }
    }
}

struct SharedOfCode {
    /// With itself.
    both: f64,
    /// With any code.
    pairable: f64,
    /// Σ of the squares of what others coded of each segment.
    squares: f64,
}
