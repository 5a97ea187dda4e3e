//! What the suites share: generators of studies and of material of any size, and a world in which to run the command.

pub mod generate;
pub mod material;
pub mod vocabulary;
pub mod world;
