//! Where a coefficient lies when sources, or cases, are drawn again.

use draad_measures::agreement::{Bootstrap, Interval, MIN_FOR_INTERVAL, bootstrap};
use draad_measures::{Measured, Undefined};

/// What is drawn again: clusters, of which most hold nothing of one code, so that only their size and their readers count.
pub(super) struct Draws {
    made: Result<Bootstrap, Undefined>,
    /// Sets of readers that occur.
    pub(super) readers: Vec<Vec<u16>>,
    clusters: Vec<Cluster>,
    /// Draw × set of readers: how much was drawn.
    drawn: Vec<u64>,
}

/// Something that is drawn.
#[derive(Clone, Copy)]
struct Cluster {
    /// Position of its set of readers.
    readers: usize,
    /// Units, or characters.
    size: u64,
}

/// One draw, as far as one code is concerned.
pub(super) struct Drawn<'d> {
    /// How often each cluster was drawn.
    pub(super) times: &'d [u32],
    /// Per set of readers how much was drawn of clusters without the code.
    pub(super) rest: Vec<u64>,
}

impl Draws {
    /// Draws clusters, given by their readers and sizes; nothing where no draws are asked for.
    pub(super) fn new<'c>(
        clusters: impl Iterator<Item = (&'c [u16], u64)>,
        n_draws: usize,
        seed: u64,
    ) -> Option<Self> {
        let mut readers: Vec<Vec<u16>> = Vec::new();
        let cluster = |(own, size): (&[u16], u64)| {
            let known = readers.iter().position(|readers| readers == own);
            let place = known.unwrap_or_else(|| {
                readers.push(own.to_vec());
                readers.len() - 1
            });
            Cluster { readers: place, size }
        };
        let clusters: Vec<Cluster> = clusters.map(cluster).collect();
        if n_draws == 0 {
            return None;
        }
        let made = Bootstrap::new(clusters.len(), n_draws, seed);
        let mut drawn = Vec::new();
        for times in made.iter().flat_map(Bootstrap::draws) {
            let start = drawn.len();
            drawn.resize(start + readers.len(), 0);
            for (cluster, &times) in clusters.iter().zip(times) {
                drawn[start + cluster.readers] += cluster.size * u64::from(times);
            }
        }
        Some(Self { made, readers, clusters, drawn })
    }

    /// Returns the interval of a coefficient of a code that is in these clusters.
    ///
    /// # Errors
    /// Fewer than [`MIN_FOR_INTERVAL`] clusters with the code: those without it vary in nothing, so that only these say how much
    /// the coefficient depends on which were drawn. Or the reason why the coefficient is undefined in most draws.
    pub(super) fn interval(
        &self,
        with_code: &[usize],
        coefficient: impl Fn(&Drawn) -> Measured,
    ) -> Result<Interval, Undefined> {
        if with_code.len() < MIN_FOR_INTERVAL {
            return Err(Undefined::TooFewUnits { n: with_code.len(), needed: MIN_FOR_INTERVAL });
        }
        let made = self.made.as_ref().map_err(|reason| *reason)?;
        let n_sets = self.readers.len();
        let [interval] = bootstrap(made, |draw, times| {
            let mut rest = self.drawn[draw * n_sets..][..n_sets].to_vec();
            for &place in with_code {
                let cluster = self.clusters[place];
                rest[cluster.readers] -= cluster.size * u64::from(times[place]);
            }
            [coefficient(&Drawn { times, rest })]
        });
        interval
    }
}
