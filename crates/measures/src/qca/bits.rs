//! Sets of small numbers, such as the rows that a combination covers.

/// A set of small numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub(super) fn new(n: usize, members: impl IntoIterator<Item = usize>) -> Self {
        let mut bits = vec![0; n.div_ceil(64)];
        members.into_iter().for_each(|member| bits[member / 64] |= 1 << (member % 64));
        Self(bits)
    }

    pub(super) fn all(n: usize) -> Self {
        Self::new(n, 0..n)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|&word| word == 0)
    }

    pub(super) fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(super) fn contains(&self, member: usize) -> bool {
        self.0[member / 64] >> (member % 64) & 1 == 1
    }

    pub(super) fn insert(&mut self, member: usize) {
        self.0[member / 64] |= 1 << (member % 64);
    }

    pub(super) fn members(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(place, &word)| ones(place, word))
    }

    /// Returns the members that both have.
    pub(super) fn shared_members(&self, other: &Self) -> impl Iterator<Item = usize> {
        self.0.iter().zip(&other.0).enumerate().flat_map(|(place, (own, others))| ones(place, own & others))
    }

    pub(super) fn lies_in(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(own, others)| own & !others == 0)
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(own, others)| own & others != 0)
    }

    pub(super) fn without(&self, other: &Self) -> Self {
        let mut left = self.clone();
        left.remove(other);
        left
    }

    pub(super) fn n_shared(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(own, others)| (own & others).count_ones() as usize).sum()
    }

    pub(super) fn n_without(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(own, others)| (own & !others).count_ones() as usize).sum()
    }

    pub(super) fn with(&self, other: &Self) -> Self {
        let mut all = self.clone();
        all.add(other);
        all
    }

    pub(super) fn shared(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(own, others)| own & others).collect())
    }

    pub(super) fn remove(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, others)| *own &= !others);
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, others)| *own |= others);
    }
}

/// Returns the numbers that the word at a place stands for.
fn ones(place: usize, word: u64) -> impl Iterator<Item = usize> {
    let others = |left: &u64| Some(left & (left - 1)).filter(|&left| left != 0);
    let first = Some(word).filter(|&word| word != 0);
    std::iter::successors(first, others).map(move |left| place * 64 + left.trailing_zeros() as usize)
}
