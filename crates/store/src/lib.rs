//! The study folder: load, check, save, journal, undo.
//!
//! [`StudyFolder::load`] reads what can be read and says, with file and line, what cannot. [`StudyFolder::lock`] is the
//! only way to change a study: a change is a set of files with their new bytes ([`render`] makes them), journalled before
//! it happens, so that it can be undone and a crash leaves the study as it was.
//!
//! Absent on purpose: deciding what to change, reading foreign formats, and sentences for people.

mod adjudications;
mod atomic;
mod conditions;
mod decode;
mod design;
mod fit;
mod folder;
mod front_matter;
mod journal;
mod load;
mod lock;
mod log;
mod material;
mod outputs;
mod own_tables;
pub mod paths;
mod proposals;
mod queries;
pub mod records;
mod references;
pub mod render;
mod route;
pub mod schema;
mod sections;
mod settings;
mod spelling;
mod stamp;
mod table;
mod tables;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use atomic::{cannot_read, cannot_write, write_file, write_files};
pub use folder::{StudyFolder, is_study};
pub use journal::{ChangeId, Undone};
pub use load::Loaded;
pub use lock::{Changes, Lock};
pub use outputs::Outputs;
pub use records::{Grid, RecordKind, Updated, ValueChange};
pub use settings::Additions;
pub use settings::read as read_settings;
pub use stamp::Stamp;
pub use tables::adjudication_requests::{AdjudicationRequest, read_adjudication_requests};
pub use tables::column_map::{ColumnRow, read_column_map, write_column_map};
pub use tables::decisions::{DecisionRow, read_decisions};
pub use tables::feedback_requests::{FeedbackRequest, read_feedback_requests};
pub use tables::guids::Guids;
pub use tables::import_map::{FileRow, FileUse, read_import_map, write_import_map};
pub use tables::project_map::{ProjectPart, ProjectRow, ProjectUse, read_project_map, write_project_map};
pub use tables::reconciliation::ReconciliationRow;
pub use tables::requests::{CodingRequest, read_coding_requests};
