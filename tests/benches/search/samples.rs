//! Times of many runs, and how they are written.

use std::fmt::{Display, Formatter};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Runs before the first that counts.
const WARM_UP: usize = 3;

/// How long each of some runs took, shortest first.
pub(crate) struct Samples(Vec<Duration>);

impl Samples {
    /// Runs something `n_runs` times.
    pub(crate) fn take<T>(n_runs: usize, mut run: impl FnMut() -> T) -> Self {
        for _ in 0..WARM_UP.min(n_runs) {
            black_box(run());
        }
        Self::of((0..n_runs).map(|_| timed(&mut run).1).collect())
    }

    /// Takes times that were measured elsewhere.
    pub(crate) fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// Returns the time that half of the runs needed.
    pub(crate) fn median(&self) -> Duration {
        self.percentile(50)
    }

    /// Returns the time in which at least so many in a hundred runs were done.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0[rank - 1]
    }
}

impl Display for Samples {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, {}", milliseconds(self.median()), milliseconds(self.percentile(99)))
    }
}

/// Runs something once and says how long it took.
pub(crate) fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = black_box(run());
    (result, start.elapsed())
}

/// Writes a time.
pub(crate) fn milliseconds(time: Duration) -> String {
    let milliseconds = time.as_secs_f64() * 1e3;
    match milliseconds {
        ..10.0 => format!("{milliseconds:.2} ms"),
        ..1_000.0 => format!("{milliseconds:.0} ms"),
        _ => format!("{:.1} s", milliseconds / 1e3),
    }
}

/// Writes a number of bytes.
pub(crate) fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
