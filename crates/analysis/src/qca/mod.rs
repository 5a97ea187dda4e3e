//! Qualitative Comparative Analysis: cases by conditions as the R package QCA takes them, to be analysed there.

mod names;
pub mod sheets;
