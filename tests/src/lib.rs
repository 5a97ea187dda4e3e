//! What the suites share: a generator of studies of any size, and a world in which to run the command.

pub mod generate;
pub mod world;
