//! Random numbers that are the same on every machine and in every release, because the generator is written down here.

/// The generator SplitMix64: a counter that is scrambled. Steele, Lea & Flood (2014), Fast splittable pseudorandom number
/// generators, doi:10.1145/2660193.2660195. Enough for shuffling; not for secrets.
///
/// ```
/// # use draad_measures::random::Random;
/// let mut random = Random::new(1_234_567);
/// assert_eq!(random.next_number(), 6_457_827_717_110_365_317); // as in other implementations
/// assert_eq!(random.next_number(), 3_203_168_211_198_807_973);
/// ```
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
}

impl Random {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// Starts the `index`-th of many runs that share a seed, so that runs can be done in any order, or at once.
    pub fn stream(seed: u64, index: u64) -> Self {
        let mut of_seed = Self::new(seed);
        let mut of_index = Self::new(index);
        Self::new(of_seed.next_number() ^ of_index.next_number().rotate_left(32))
    }

    /// Returns a number of 64 bits, each as likely.
    pub fn next_number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number from 0 up to but not including `limit`, which is not 0. What makes one number likelier than another
    /// is less than `limit` in 2⁶⁴.
    pub fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.next_number()) * limit as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_below_the_limit_turns_up_about_as_often() {
        let mut counts = [0_u32; 7];
        let mut random = Random::stream(42, 3);
        (0..7000).for_each(|_| counts[random.below(7)] += 1);
        assert!(counts.iter().all(|&count| (850..1150).contains(&count)), "{counts:?}");
        assert_ne!(Random::stream(1, 0).next_number(), Random::stream(0, 1).next_number());
    }
}
