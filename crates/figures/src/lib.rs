//! Analysis results drawn: numbers first, ink second.
//!
//! A figure is laid out in millimetres with text measured in the embedded font, drawn by plotters as SVG, and exported
//! as PNG and PDF from that same SVG with that same font, so that the three agree on every machine.
//!
//! | module | subject |
//! | --- | --- |
//! | [`mod@matrix`], [`mod@balance`], [`mod@contrast`], [`mod@tensions`], [`mod@triangulation`], [`mod@co_occurrence`], [`mod@saturation`], [`mod@clusters`], [`mod@map`], [`mod@keyness`], [`mod@agreement`], [`mod@truth_table`], [`mod@xy_plot`], [`mod@solution`], [`mod@verdicts`] | figures of tables |
//! | [`mod@portrait`], [`mod@timeline`], [`mod@scores`], [`mod@route`], [`mod@study_design`] | figures of sources, cases and the study in time |
//! | [`figure`] | what a figure function returns |
//! | [`style`] | size of the page, colours, language |
//! | [`export`] | PNG and PDF |
//! | [`fonts`] | the embedded font, for the web page too |
//! | `canvas`, `text`, `marks`, `answers`, `glyphs`, `calendar`, `scale`, `heads`, `flow`, `legend`, `caption`, `sheet`, `ticks`, `tint`, `staircase`, `stress`, `apart`, `beside`, `axis`, `qca` | the parts all figures are made of |
//!
//! Absent on purpose: computing (the numbers come from `analysis`), files, system fonts, and any plotters type in a
//! signature.

mod answers;
mod apart;
mod axis;
mod beside;
mod calendar;
mod canvas;
mod caption;
mod flow;
mod glyphs;
mod heads;
mod legend;
mod marks;
mod qca;
mod scale;
mod sheet;
mod staircase;
mod stress;
mod text;
mod ticks;
mod tint;

pub mod agreement;
pub mod balance;
pub mod clusters;
pub mod co_occurrence;
pub mod contrast;
pub mod export;
pub mod figure;
pub mod fonts;
pub mod keyness;
pub mod map;
pub mod matrix;
pub mod portrait;
pub mod route;
pub mod saturation;
pub mod scores;
pub mod solution;
pub mod study_design;
pub mod style;
pub mod tensions;
pub mod timeline;
pub mod triangulation;
pub mod truth_table;
pub mod verdicts;
pub mod xy_plot;

pub use agreement::agreement;
pub use balance::{BalanceCount, BalanceOptions, balance};
pub use caption::{
    basis_sentences, because, case_order, coder_name, coders_sentence, data_sentence, filter_lists,
    filter_sentence, filter_words, finding_part_name, measured, outcome_group_name, percent, reasons,
    section_name, tension_key_name,
};
pub use clusters::clusters;
pub use co_occurrence::{co_occurrence, co_occurrence_network};
pub use contrast::contrast;
pub use figure::{Figure, Page};
pub use keyness::{TypicalGroup, TypicalWord, TypicalWords, keyness};
pub use map::map;
pub use matrix::{MatrixOptions, SizeBy, matrix};
pub use portrait::portrait;
pub use qca::{
    chosen_number, condition_name, models_sentence, numbered_levels, qca_outcome_name, solution_name,
    values_sentence,
};
pub use route::route;
pub use saturation::saturation;
pub use scores::scores;
pub use solution::solution;
pub use study_design::study_design;
pub use style::{Format, Style, Theme};
pub use tensions::tensions;
pub use timeline::timeline;
pub use triangulation::triangulation;
pub use truth_table::truth_table;
pub use verdicts::verdicts;
pub use xy_plot::xy_plot;
