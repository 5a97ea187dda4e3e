//! Cross-case tables. polars computes them; what leaves the crate are plain structs that explain themselves.
//!
//! Absent on purpose: files, terminals, sentences (the `words` crate has them), and any polars type in a signature.

pub mod adjudication;
pub mod agreement;
mod arrays;
pub mod arrow;
pub mod association;
pub mod attribute;
pub mod balance;
pub mod basis;
pub mod calibration;
pub mod case_timeline;
pub mod cases_by_factors;
mod cells;
pub mod co_occurrence;
mod compute;
pub mod contrast;
mod counts;
mod directions;
pub mod disagreement;
pub mod evidence;
mod frame;
pub mod grid;
mod groups;
mod hits;
pub mod joint_display;
mod leaning;
mod levels;
pub mod literature;
mod material;
mod measure;
pub mod meta_matrix;
pub mod method_facts;
mod outcome;
pub mod parquet;
pub mod periods;
pub mod perspectives;
pub mod phases;
mod pieces;
mod plain;
pub mod portrait;
mod presence;
pub mod qca;
pub mod quotes;
pub mod robustness;
pub mod route_course;
pub mod sample_table;
pub mod saturation;
pub mod score_lines;
mod section;
pub mod sequence;
pub mod similarity;
mod statement;
pub mod study_design;
pub mod table;
pub mod tensions;
mod token;
pub mod triangulation;
mod undefined;
pub mod verdicts;

pub use adjudication::{Layer, usual_layer};
pub use agreement::{Agreement, AgreementMeasure, AgreementOptions, AgreementUnit};
pub use association::{Association, AssociationOptions};
pub use balance::{Balance, BalanceMeasure, BalanceOptions, BalanceRow, Course, Sides};
pub use basis::{Basis, By, GroupKey, Options, OutcomeUsed, Thresholds};
pub use calibration::{Calibrated, CalibratedCase, Scale};
pub use case_timeline::CaseTimeline;
pub use cases_by_factors::{CaseColumn, CasesByFactors, Cell, CellState, FactorRow, Group, OutcomeGroup};
pub use co_occurrence::{CoOccurrence, CoOccurrenceOptions};
pub use contrast::{Contrast, ContrastOptions};
pub use counts::Counts;
pub use directions::Directions;
pub use disagreement::{DisagreementKind, DisagreementOptions, Disagreements};
pub use evidence::{
    CellAddress, Passage, Said, passages_at, passages_behind_all, passages_per_source, said_at,
};
pub use grid::{Grid, Presence};
pub use joint_display::{JointDisplay, JointOptions};
pub use levels::Level;
pub use literature::{LiteratureTable, NamedFactor, Naming, NamingWork, Standing};
pub use measure::CellMeasure;
pub use meta_matrix::{MetaMatrix, MetaMatrixOptions};
pub use method_facts::{MethodFacts, MethodResults};
pub use perspectives::{Perspective, Stance};
pub use phases::Phases;
pub use pieces::Occurrence;
pub use portrait::Portrait;
pub use quotes::{CodeQuotes, Quote, QuoteGroup, QuoteKey, QuoteOptions, Quotes};
pub use robustness::{Robustness, Way};
pub use route_course::RouteCourse;
pub use sample_table::{CaseSample, Count, Heard, KindSample, RoleHeard, SampleTable};
pub use saturation::{Saturation, SaturationOptions};
pub use score_lines::ScoreLines;
pub use section::Section;
pub use sequence::{Sequence, SequenceOptions};
pub use similarity::{Similarity, SimilarityMeasure, SimilarityOptions};
pub use statement::Statement;
pub use study_design::StudyDesign;
pub use table::{Column, ColumnKind, Table, Value};
pub use tensions::{TensionKey, Tensions, TensionsOptions};
pub use triangulation::{Support, TriangulatedFactor, Triangulation, Voice};
pub use verdicts::{JudgedFinding, PanelAnswer, Verdicts};

pub use draad_measures::{Measured, Undefined};

/// Makes the error of an analysis: what is asked does not fit the study as a whole.
fn problem(problem: draad_core::Problem) -> Box<draad_core::Diagnostic> {
    Box::new(draad_core::Diagnostic::error(draad_core::Place::default(), problem))
}

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
