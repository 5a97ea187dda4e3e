//! One code on free spans: Krippendorff's |ᵤα, and agreement per character as NVivo shows it.

use super::continuum::{of_coder, overlaps};
use super::{ChanceCorrected, Continuum, PairTable, Segment, Weights};
use crate::{Measured, Undefined};

/// What the segments of one code add up to in texts that at least two coders read: lengths, which are whole numbers.
///
/// A code is a continuum of its own, because codes overlap: each character of a text is coded with it or not, by each reader. Texts may
/// have been read by different coders; each text counts pairs of its own readers, divided by their number less one, as values of a unit
/// do in Krippendorff's coincidences.
///
/// ```
/// # use draad_measures::agreement::{Continuum, Segment, SpanTally};
/// let drawn = |coder, start, end| Segment { code: 0, coder, start, end };
/// let text = Continuum::new(40, vec![0, 1], vec![drawn(0, 0, 10), drawn(1, 0, 8)]);
/// let mut tally = SpanTally::new(2);
/// tally.add(&text, 0);
/// assert_eq!(tally.character_agreement(), Ok(0.95)); // 38 of 40 characters
/// // observed 2 · 2; expected 80 · 2 · 18 · 62 / (80² − (10² + 8²) − 62)
/// assert!((tally.unitized_alpha()? - (1.0 - 4.0 * 6174.0 / (160.0 * 18.0 * 62.0))).abs() < 1e-12);
/// # Ok::<(), draad_measures::Undefined>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpanTally {
    n_coders: usize,
    /// By number of readers, from two.
    by_readers: Vec<Lengths>,
    by_pair: Vec<PairLengths>,
    by_coder: Vec<CoderLengths>,
}

/// Lengths in the texts that have equally many readers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Lengths {
    texts: u64,
    /// Coded, added up over readers.
    coded: u64,
    /// Σ L² over segments.
    squares: u128,
    /// Coded by one and not by the other, added up over unordered pairs of readers.
    differing: u64,
}

/// What a coder coded with one code in texts that others read too, in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CoderLengths {
    /// Characters of the texts.
    pub read: u64,
    /// Characters coded.
    pub coded: u64,
    /// Segments.
    pub n_segments: u64,
}

/// Two coders and one code, per character of the texts that both read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PairLengths {
    /// Not coded and coded by the first × not coded and coded by the second.
    table: [u64; 4],
}

impl SpanTally {
    /// Starts with no texts.
    pub fn new(n_coders: usize) -> Self {
        Self {
            n_coders,
            by_readers: vec![Lengths::default(); n_coders.saturating_sub(1)],
            by_pair: vec![PairLengths::default(); n_coders * n_coders.saturating_sub(1) / 2],
            by_coder: vec![CoderLengths::default(); n_coders],
        }
    }

    /// Adds a text and what was coded in it with one code. A text with fewer than two readers adds nothing.
    ///
    /// # Panics
    /// When a reader is not below the number of coders.
    pub fn add(&mut self, text: &Continuum, code: u16) {
        self.add_text(text);
        self.add_segments(text, text.of_code(code));
    }

    /// Adds the tally of other texts, each `times` times. A text in which nothing was coded is its length times a text of one character.
    ///
    /// # Panics
    /// When the other is of another number of coders.
    pub fn add_tally(&mut self, other: &SpanTally, times: u64) {
        assert_eq!(self.n_coders, other.n_coders, "tallies of one shape");
        for (sum, more) in self.by_readers.iter_mut().zip(&other.by_readers) {
            sum.texts += more.texts * times;
            sum.coded += more.coded * times;
            sum.squares += more.squares * u128::from(times);
            sum.differing += more.differing * times;
        }
        for (sum, more) in self.by_pair.iter_mut().zip(&other.by_pair) {
            sum.table.iter_mut().zip(more.table).for_each(|(sum, n)| *sum += n * times);
        }
        for (sum, more) in self.by_coder.iter_mut().zip(&other.by_coder) {
            sum.read += more.read * times;
            sum.coded += more.coded * times;
            sum.n_segments += more.n_segments * times;
        }
    }

    /// Adds a text as if nothing was coded in it.
    fn add_text(&mut self, text: &Continuum) {
        let (readers, length) = (text.readers(), u64::from(text.length()));
        if readers.len() < 2 {
            return;
        }
        self.by_readers[readers.len() - 2].texts += length;
        for (place, &first) in readers.iter().enumerate() {
            self.by_coder[usize::from(first)].read += length;
            for &second in &readers[place + 1..] {
                let pair = self.pair_index(first, second);
                self.by_pair[pair].table[0] += length;
            }
        }
    }

    /// Adds segments of one code in a text that was added.
    fn add_segments(&mut self, text: &Continuum, segments: &[Segment]) {
        let readers = text.readers();
        if readers.len() < 2 || segments.is_empty() {
            return;
        }
        let of_readers = &mut self.by_readers[readers.len() - 2];
        of_readers.squares +=
            segments.iter().map(|segment| u128::from(segment.length()).pow(2)).sum::<u128>();
        for &reader in readers {
            let (own, of) = (of_coder(segments, reader), &mut self.by_coder[usize::from(reader)]);
            let coded = length(own);
            of.coded += coded;
            of.n_segments += own.len() as u64;
            self.by_readers[readers.len() - 2].coded += coded;
        }
        for (place, &first) in readers.iter().enumerate() {
            for &second in &readers[place + 1..] {
                self.add_pair(readers.len(), (first, second), segments);
            }
        }
    }

    fn add_pair(&mut self, n_readers: usize, (first, second): (u16, u16), segments: &[Segment]) {
        let (of_first, of_second) = (of_coder(segments, first), of_coder(segments, second));
        let mut both = 0;
        overlaps(of_first, of_second, |_, _, shared| both += u64::from(shared));
        let (only_first, only_second) = (length(of_first) - both, length(of_second) - both);
        self.by_readers[n_readers - 2].differing += only_first + only_second;
        let pair = self.pair_index(first, second);
        let table = &mut self.by_pair[pair].table;
        table[0] -= only_first + only_second + both;
        table[1] += only_second;
        table[2] += only_first;
        table[3] += both;
    }

    fn pair_index(&self, first: u16, second: u16) -> usize {
        let (first, second) = (usize::from(first), usize::from(second));
        first * (2 * self.n_coders - first - 1) / 2 + second - first - 1
    }
}

/// Coefficients for one code. All are of texts that at least two coders read.
///
/// # Errors
/// All: `OneCoder` with fewer than two coders; `NothingShared` when no text with a character in it was read by two; and where chance is
/// taken into account `NoCodings` when nobody used the code, `NoVariation` when all coded everything.
impl SpanTally {
    /// Returns Krippendorff's |ᵤα: do coders agree on which stretches have this code? 1 is agreement to the character.
    ///
    /// 1 − D / E. D: characters that one coder coded and another did not, over ordered pairs of different readers, each text divided by
    /// its readers less one. E: 2 · N · c · g / (N² − Σ L² − g), with c characters coded and g not coded by all readers together,
    /// N = c + g, and Σ L² over segments: no segment is paired with itself. For one code ᵤα and |ᵤα are the same. Krippendorff, Mathet,
    /// Bouvry & Widlöcher (2016), doi:10.1007/s11135-015-0266-1; Krippendorff (2019), Content analysis, section 12.6.
    ///
    /// A segment that is drawn as two that meet leaves D as it is and makes Σ L² smaller, so that α falls or stays.
    pub fn unitized_alpha(&self) -> Measured {
        let (all, coded, gaps) = self.all_coded_and_gaps()?;
        let squares: u128 = self.by_readers.iter().map(|of| of.squares).sum();
        let rest = all * all - squares - gaps;
        Ok(1.0 - self.observed() * rest as f64 / (2.0 * all as f64 * (coded * gaps) as f64))
    }

    /// Returns Krippendorff's nominal alpha with each character as a unit. Neighbouring characters are no independent units: the number
    /// itself is near |ᵤα, any interval computed from the number of characters would be far too narrow.
    pub fn character_alpha(&self) -> Measured {
        let (all, coded, gaps) = self.all_coded_and_gaps()?;
        Ok(1.0 - self.observed() * (all - 1) as f64 / (2.0 * (coded * gaps) as f64))
    }

    /// Returns the share of characters on which two readers agree, all pairs of readers and texts pooled.
    pub fn character_agreement(&self) -> Measured {
        self.readable()?;
        let (pairs, differing) = self.by_readers().fold((0, 0), |(pairs, differing), (n_readers, of)| {
            (pairs + of.texts * n_readers * (n_readers - 1) / 2, differing + of.differing)
        });
        Ok((pairs - differing) as f64 / pairs as f64)
    }

    /// Returns the mean of Cohen's kappa per character over the pairs of coders who share texts.
    pub fn light_kappa(&self) -> Measured {
        self.all_coded_and_gaps()?;
        let pairs = self.by_pair.iter().filter(|pair| pair.characters() > 0);
        let kappas: Result<Vec<f64>, Undefined> = pairs.map(|pair| Ok(pair.kappa()?.value)).collect();
        let kappas = kappas?;
        Ok(kappas.iter().sum::<f64>() / kappas.len() as f64)
    }

    /// Returns which share of what was coded can be compared with another coder's coding of the same code, 0 to 1: the coverage that
    /// Krippendorff prints with (k)ᵤα.
    ///
    /// # Errors
    /// Besides `OneCoder` and `NothingShared`: `NoCodings`.
    pub fn coverage(&self) -> Measured {
        self.readable()?;
        let coded: u64 = self.by_readers.iter().map(|of| of.coded).sum();
        let pairable = coded as f64 - self.observed() / 2.0;
        if coded == 0 { Err(Undefined::NoCodings) } else { Ok(pairable / coded as f64) }
    }

    /// Returns what each coder coded.
    pub fn coders(&self) -> &[CoderLengths] {
        &self.by_coder
    }

    /// Returns two coders side by side.
    ///
    /// # Panics
    /// When the second is not a coder, or not behind the first.
    pub fn pair(&self, first: u16, second: u16) -> PairLengths {
        assert!(first < second && usize::from(second) < self.n_coders, "two coders in order");
        self.by_pair[self.pair_index(first, second)]
    }

    fn by_readers(&self) -> impl Iterator<Item = (u64, &Lengths)> {
        (2..).zip(&self.by_readers)
    }

    fn readable(&self) -> Result<(), Undefined> {
        match self.by_readers.iter().map(|of| of.texts).sum::<u64>() {
            _ if self.n_coders < 2 => Err(Undefined::OneCoder),
            0 => Err(Undefined::NothingShared),
            _ => Ok(()),
        }
    }

    /// Returns the characters of all readers, those coded and those not.
    fn all_coded_and_gaps(&self) -> Result<(u128, u128, u128), Undefined> {
        self.readable()?;
        let all = self.by_readers().map(|(n_readers, of)| u128::from(of.texts * n_readers)).sum();
        let coded: u128 = self.by_readers.iter().map(|of| u128::from(of.coded)).sum();
        match (coded, all - coded) {
            (0, _) => Err(Undefined::NoCodings),
            (_, 0) => Err(Undefined::NoVariation),
            (coded, gaps) => Ok((all, coded, gaps)),
        }
    }

    /// Returns the observed disagreement: both coincidences of coded with not coded.
    fn observed(&self) -> f64 {
        self.by_readers().map(|(n_readers, of)| (2 * of.differing) as f64 / (n_readers - 1) as f64).sum()
    }
}

impl PairLengths {
    /// Returns the characters of the texts that both read.
    pub fn characters(self) -> u64 {
        self.table.iter().sum()
    }

    /// Returns the characters that neither coded.
    pub fn neither(self) -> u64 {
        self.table[0]
    }

    /// Returns the characters that only the second coded.
    pub fn only_second(self) -> u64 {
        self.table[1]
    }

    /// Returns the characters that only the first coded.
    pub fn only_first(self) -> u64 {
        self.table[2]
    }

    /// Returns the characters that both coded.
    pub fn both(self) -> u64 {
        self.table[3]
    }

    /// Returns the share of characters on which they agree: what NVivo calls percentage agreement.
    ///
    /// # Errors
    /// `NothingShared` when they share no text.
    pub fn agreement(&self) -> Measured {
        self.as_units().percent_agreement()
    }

    /// Returns Cohen's kappa per character, as NVivo computes it.
    ///
    /// # Errors
    /// `NothingShared` when they share no text; `NoCodings` when neither used the code, `NoVariation` when both coded everything.
    pub fn kappa(&self) -> Result<ChanceCorrected, Undefined> {
        match self.both() + self.only_first() + self.only_second() {
            0 if self.characters() > 0 => Err(Undefined::NoCodings),
            _ => self.as_units().cohen_kappa(&Weights::identity(2)),
        }
    }

    /// Returns the share of the characters that either coded which both coded.
    ///
    /// # Errors
    /// `BothEmpty` when neither used the code.
    pub fn jaccard(self) -> Measured {
        match self.both() + self.only_first() + self.only_second() {
            0 => Err(Undefined::BothEmpty),
            either => Ok(self.both() as f64 / either as f64),
        }
    }

    fn as_units(&self) -> PairTable<'_> {
        PairTable::new(2, &self.table)
    }
}

fn length(segments: &[Segment]) -> u64 {
    segments.iter().map(|segment| u64::from(segment.length())).sum()
}
