//! What a query points at: stretches of sources, in bytes or in words.

use crate::units::Set;

/// A stretch of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Stretch {
    /// Position of the source in the study.
    pub(crate) source: u32,
    /// Where it begins: a byte of the source's text, or a word of its units.
    pub(crate) start: u32,
    /// Where it ends: the byte or word after its last.
    pub(crate) end: u32,
    /// Number of its unit.
    pub(crate) unit: u32,
    /// What it is.
    pub(crate) mark: Mark,
}

/// What a stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// Words of a unit: how many of the unit's words stand before them, and how many they are.
    Words { first_word: u32, n_words: u32 },
    /// A coding in a case: positions in the study.
    Coding { coding: u32, case: u32 },
    /// A whole unit.
    Unit,
}

impl Stretch {
    /// Whether the two are one and the same thing, which stands in no relation to itself.
    fn is_same(&self, other: &Self) -> bool {
        match (self.mark, other.mark) {
            (Mark::Coding { coding: a, .. }, Mark::Coding { coding: b, .. }) => a == b,
            (a, b) => a == b && self.unit == other.unit,
        }
    }

    /// A number that is equal exactly where [`Stretch::is_same`] holds, among stretches of one kind in one source.
    fn identity(&self) -> (u32, u32, u32) {
        match self.mark {
            Mark::Words { first_word, n_words } => (self.unit, first_word, n_words),
            Mark::Coding { coding, .. } => (u32::MAX, coding, 0),
            Mark::Unit => (self.unit, u32::MAX, 0),
        }
    }
}

/// Groups stretches by their source; both lists are sorted.
pub(crate) fn by_source<'a>(
    left: &'a [Stretch],
    right: &'a [Stretch],
) -> impl Iterator<Item = (&'a [Stretch], &'a [Stretch])> {
    let mut right = right;
    left.chunk_by(|a, b| a.source == b.source).map(move |own| {
        let source = own[0].source;
        right = &right[right.partition_point(|stretch| stretch.source < source)..];
        let n = right.partition_point(|stretch| stretch.source == source);
        (own, &right[..n])
    })
}

/// The sources of some stretches.
pub(crate) fn sources_of(stretches: &[Stretch], n_sources: usize) -> Set {
    let mut sources = Set::with_capacity(n_sources);
    sources.extend(stretches.iter().map(|stretch| stretch.source as usize));
    sources
}

/// The largest and second largest number of different things, so that the largest of all *other* things is known for each.
#[derive(Clone, Copy, Default)]
pub(crate) struct Best {
    first: Option<(u32, (u32, u32, u32))>,
    second: Option<u32>,
}

impl Best {
    /// Returns the best with one more.
    pub(crate) fn with(self, value: u32, of: &Stretch) -> Self {
        let identity = of.identity();
        match self.first {
            Some((best, own)) if own == identity => Self { first: Some((best.max(value), own)), ..self },
            Some((best, _)) if value > best => Self { first: Some((value, identity)), second: Some(best) },
            Some(_) => Self { second: self.second.max(Some(value)), ..self },
            None => Self { first: Some((value, identity)), second: None },
        }
    }

    /// The best of all things but `this`.
    pub(crate) fn without(self, this: &Stretch) -> Option<u32> {
        match self.first {
            Some((_, own)) if own == this.identity() => self.second,
            Some((best, _)) => Some(best),
            None => None,
        }
    }
}

/// Whether one of `candidates` is another thing than `this`.
pub(crate) fn any_other(candidates: &[Stretch], this: &Stretch) -> bool {
    candidates.iter().any(|candidate| !candidate.is_same(this))
}
