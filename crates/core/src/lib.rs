//! The words of comparative case studies as types.
//!
//! A [`Study`] holds cases, participants, sources with their units, a codebook and codings; [`check`] says what does
//! not fit together; [`facts`] says, once for every table, figure and search, to which case, role and
//! phase a coding belongs.
//!
//! Absent on purpose: files, clocks, random numbers, terminals, and sentences for people (a [`Problem`] carries
//! fields; the `words` crate turns it into Dutch or English).

pub mod accents;
pub mod adjudication;
pub mod agreement_options;
pub mod anchor;
pub mod archive;
mod association_options;
pub mod case;
pub mod check;
pub mod citation;
pub mod codebook;
pub mod coding;
pub mod condition;
pub mod dates;
pub mod design;
pub mod diagnostic;
pub mod facts;
pub mod filter;
pub mod finding;
pub mod id;
pub mod locate;
pub mod membership;
pub mod memo;
pub mod offset;
pub mod original;
pub mod outcome_choice;
pub mod output_settings;
pub mod own_table;
pub mod problem;
pub mod proposal;
pub mod qca_options;
pub mod quotation;
pub mod recording;
pub mod records;
pub mod reference;
pub mod restrict;
pub mod revision;
pub mod route;
pub mod saved_query;
pub mod settings;
pub mod source;
pub mod study;
pub mod survey;
pub mod table_options;
pub mod within;

pub use adjudication::{Adjudication, Considered, Settled, Verdict};
pub use agreement_options::AgreementOptions;
pub use association_options::AssociationOptions;
pub use case::{AttributeValue, Case, CasePhase, CaseSpan, Participant};
pub use citation::{Citation, CitedWork, Locator, LocatorKind};
pub use codebook::{Code, CodeKind, Codebook};
pub use coding::{Coding, Target, Valence};
pub use condition::{Anchors, Calibration, Condition, ConditionFault, ConditionMeasure, Method};
pub use design::Design;
pub use diagnostic::{Diagnostic, Place, Severity};
pub use filter::{AttributeTest, Comparison, Filter};
pub use finding::{FindingPart, FindingScope, PanelVerdict};
pub use id::{
    AdjudicationId, AttributeId, BatchId, CaseId, CodeId, CoderId, CodingId, ConditionId, ConversationId,
    KindId, LevelId, MemoId, MethodId, ParticipantId, PhaseId, ProposalId, QueryId, ReferenceKey, RoleId,
    SourceId, StudyPhaseId, TableId,
};
pub use locate::{Finder, Hint, Located};
pub use membership::{Membership, Scored};
pub use memo::{About, Memo};
pub use offset::{ByteOffset, CharOffset, CharSpan, Span, Text};
pub use original::InOriginal;
pub use outcome_choice::OutcomeChoice;
pub use output_settings::{FigureFormat, FigurePage, FigureTheme, OutputSettings};
pub use own_table::OwnTable;
pub use problem::{NativeProgram, Problem, QueryFault, ReferenceFault, ValueRange};
pub use proposal::{Decision, Proposal};
pub use qca_options::QcaOptions;
pub use recording::{Recording, RecordingTime};
pub use records::{Event, EventStatus, Feedback, Finding, Score};
pub use reference::{CitedBy, Reference, References};
pub use revision::{Fate, Revision};
pub use route::Route;
pub use saved_query::SavedQuery;
pub use settings::{Attribute, AttributeType, CoderPolicy, Label, Language, Settings};
pub use source::{Origin, Source, Unit, UnitKind};
pub use study::Study;
pub use survey::ColumnUse;
pub use table_options::TableOptions;
pub use within::Within;
