//! How a long job tells how far it is.

/// Somebody who watches a job.
pub trait Progress: Sync {
    /// A step begins: a key of the words catalogue, and how many parts it has.
    fn begin(&self, step: &'static str, n_parts: usize);

    /// One part of the step is done.
    fn advance(&self);

    /// The step is done.
    fn finish(&self);
}

/// Nobody watches.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _step: &'static str, _n_parts: usize) {}

    fn advance(&self) {}

    fn finish(&self) {}
}
