//! What the figures of a Qualitative Comparative Analysis share: names, signs, columns of conditions, ids of cases, and what
//! their captions say.

pub(crate) mod caption;
pub(crate) mod cases;
pub(crate) mod layout;
mod names;
pub(crate) mod signs;

pub use names::{
    chosen_number, condition_name, models_sentence, numbered_levels, qca_outcome_name, solution_name,
    values_sentence,
};
