//! What leaves a study for other programs: valid by the standard, and the same study when it comes back.

mod round_trip;
mod standard;
mod studies;
mod xsd;
