//! Everything that can be wrong with a study or a command, with the fields a sentence about it needs.
//!
//! Each variant has a message and a next step in Dutch and in English in `crates/words/locales`, under its name in
//! kebab case; a test there fails when one is missing.

use crate::ConditionFault;
use serde::Serialize;

/// One thing that can be wrong.
#[derive(Clone, Debug, PartialEq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(tag = "problem", rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[allow(missing_docs, reason = "the sentences in crates/words/locales/*/problems.ftl say what each means")]
pub enum Problem {
    // the folder and its files
    NoStudyHere { folder: String },
    StudyExists { folder: String },
    FolderNotEmpty { folder: String },
    CannotRead { reason: String },
    CannotWrite { reason: String },
    NameTakenInOtherSpelling { name: String, existing: String },
    DiskFull,
    StudyLocked { holder: String, command: String, since: String },
    FormatTooNew { format: u32, known: u32 },
    FileHasErrors { n_errors: usize },
    NothingToUndo,
    UndoWouldLose { n_files: usize, files: String },
    InterruptedChangeUndone { command: String },
    // reading tables and settings
    NotUtf8 { encoding: String },
    BytesUnreadable { n: usize },
    SettingsInvalid { reason: String },
    QueriesInvalid { reason: String },
    TablesInvalid { reason: String },
    TableFieldUnknown { field: String, nearest: String, known: String },
    TableFieldUnfit { table: String, field: String, tables: String },
    TableFieldValueUnknown { field: String, value: String, known: String },
    TableFieldOutside { field: String, value: String, range: ValueRange },
    TableFieldTooLarge { field: String, value: String, most: usize },
    RouteInvalid { reason: String },
    DesignInvalid { reason: String },
    TableNameTaken { name: String },
    ConditionsInvalid { reason: String },
    ConditionNameTaken { condition: String },
    ConditionInvalid { condition: String, reason: ConditionFault, field: String, detail: String },
    FrontMatterInvalid { reason: String },
    ColumnMissing { column: String },
    KeyColumnMissing { column: String, headings: String },
    ColumnUnknown { column: String },
    WrongNumberOfCells { found: usize, expected: usize },
    QuotationMarkOpen,
    ValueMissing { column: String },
    ValueInvalid { value: String, expected: String },
    IdInvalid { id: String },
    DuplicateId { id: String, first_line: u32 },
    // references
    UnknownCase { case: String },
    UnknownParticipant { participant: String },
    UnknownRole { role: String, known: String },
    UnknownKind { kind: String, known: String },
    UnknownPhase { phase: String, known: String },
    UnknownLevel { level: String, known: String },
    UnknownSource { source: String, nearest: String },
    UnknownCode { code: String, nearest: String },
    UnknownCodeRepeated { code: String, nearest: String, n_codings: usize },
    UnknownParent { parent: String },
    UnknownFinding { finding: String, nearest: String },
    FindingPartUnknown { part: String },
    PanelVerdictUnknown { verdict: String, nearest: String },
    PanelVerdictRepeated { finding: String, respondent: String },
    UnknownAttribute { attribute: String, known: String },
    UnknownCoder { coder: String, known: String },
    UnknownEvent { event: String, known: String },
    UnknownQuery { query: String, nearest: String, known: String },
    UnknownCondition { condition: String, nearest: String },
    CaseListedTwice { case: String },
    CaseNotOfSource { case: String, source: String },
    CircleInCodebook { path: String },
    HeadingCoded { code: String },
    UnknownReference { key: String, nearest: String },
    // literature
    ReferencesInvalid { reason: ReferenceFault, key: String, detail: String },
    ReferenceKeyInvalid { key: String },
    ReferenceFieldUnread { key: String, field: String, value: String, expected: String },
    ReferenceWithoutTitle { key: String },
    NoLiterature,
    ReferencesNotCited { n: usize, keys: String, more: usize },
    // sources, units, codings
    SourceFileMissing { source: String },
    SourceEmpty { source: String },
    SourceNotNormalised { source: String },
    SourceChanged { source: String },
    SourceReadAsImported { source: String },
    SourceWithoutCase { source: String },
    SpanPastEnd { start: u32, end: u32, length: u32 },
    SpanEmpty { start: u32, end: u32 },
    UnitsOverlap { other_line: u32 },
    SpeakerAmbiguous { label: String, candidates: String },
    SpeakerUnknown { label: String, n_units: usize, n_sources: usize },
    QuoteMoved { from: u32, to: u32 },
    QuoteMissing { quote: String, source: String },
    QuoteAmbiguous { quote: String, source: String, n_matches: usize, candidates: String },
    QuoteEmpty,
    QuoteNotFound { quote: String, source: String },
    QuoteElsewhere { quote: String, source: String, at: u32, candidates: String },
    SameCodingTwice { other_line: u32 },
    CodingWithoutValence { code: String },
    ThemeWithValence { code: String },
    PhasesOverlap { case: String, phase: String, other: String },
    ParticipantInTwoRoles { name: String, roles: String },
    CaseWithoutSources { case: String },
    // importing
    FormatUnknown { seen: String },
    SoundOrPicture { seen: String },
    NativeProject { program: NativeProgram },
    MarkKeptAsText { mark: String },
    MarkNotClosed { mark: String },
    MarkNotOpened { mark: String },
    BlockUnreadable { reason: String },
    FileEmpty,
    NotAZip { reason: String },
    ZipUnsafeName { name: String },
    ZipTooLarge { size: u64, limit: u64 },
    ZipTooManyFiles { n: usize, limit: usize },
    ZipWithoutChat,
    NotAChat,
    ExportSharesNothing,
    ChatNotChosen { known: String },
    ChatAsWebPage { program: String },
    DocxInvalid { reason: String },
    DocxProtected,
    DocumentInvalid { reason: String },
    DocumentProtected,
    WorkbookInvalid { reason: String },
    WorkbookProtected,
    SheetTooLarge { limit: usize },
    SheetUnknown { name: String, known: String },
    RecordsUnclear { columns: String },
    AttributesUnlisted { attributes: String },
    AnswersDiffer { column: String, case: String, answers: String },
    AnswersCoded { source: String },
    PdfInvalid { reason: String },
    PdfProtected,
    PdfTooLarge,
    PdfScanned { n_scanned: usize, n_pages: usize },
    PdfWithoutText,
    PdfPagesScanned { pages: String },
    PdfPagesUnreadable { pages: String, reason: String },
    PdfLettersUnknown { n_letters: usize, pages: String },
    PdfLayoutGuessed,
    NoTurnsFound,
    LabelSeenOnce { label: String },
    LabelsAreHeadings { labels: String },
    TimeStampRunsBack { stamp: String, before: String },
    TimeStampsKept { n: usize, stamp: String },
    DateOrderUnclear { example: String },
    DateOrderAssumed { order: String },
    YearMissing { n: usize },
    RecordUnreadable { reason: String },
    NoCues,
    NoCueReadable { seen: String },
    CueTimesInvalid { seen: String },
    CueWithoutTimes { seen: String },
    CueWithoutWords,
    CueEndsBeforeStart { start: String, end: String },
    CueOutOfOrder { start: String, before: String },
    VttHeaderMissing,
    JsonInvalid { reason: String },
    TextColumnNotFound { columns: String },
    AlreadyImported { source: String },
    SourceExists { source: String },
    CorrectedVersion { source: String },
    SameFileTwice { source: String },
    SameTextTwice { source: String },
    MergedWithoutPeople { labels: String },
    CommentWithoutCoder { n_comments: usize },
    CommentCodeUnknown { comment: String, code: String, nearest: String },
    CodingsUnanchored { file: String, n_codings: usize },
    NoFiles,
    SurveyUnplanned,
    FileTooLarge { size: u64, limit: u64 },
    CaseNeeded,
    ProjectMissing,
    SupplementDamaged,
    ProjectReplacesSources { n_sources: usize, sources: String },
    SupplementInvalid { n_errors: usize },
    ProjectInvalid { reason: String },
    ProjectFilesMissing { n_files: usize, files: String },
    PositionsUnclear { source: String, candidates: String, n_others: usize },
    PositionsAssumed { reading: String, n_sources: usize, sources: String },
    RespondentUnknown { participant: String },
    RespondentCaseUnclear { participant: String, cases: String },
    CaseNotThere { case: String },
    CoderNeeded { known: String },
    KindNeeded { known: String },
    // projects of other programs that are databases
    DatabaseInvalid { reason: String },
    DatabaseCutOff,
    DatabaseDamaged { table: String, n_read: usize, reason: String },
    DatabaseHasLog,
    ValuesUnreadable { n: usize },
    DatabaseHoldsAccounts,
    ProjectNotChosen { known: String },
    ProjectUnknown { name: String, known: String },
    WordsElsewhere { source: String, n_wrong: usize, n: usize },
    PositionsUnproven { source: String },
    PositionMarksUnfit { source: String, reading: String, unit: String },
    // archiving
    OrcidInvalid { name: String, orcid: String },
    PeriodReversed { start: String, end: String },
    AccessUnknown { access: String, known: String },
    ColumnToWithholdUnknown { column: String },
    ArchiveLeaks { n: usize, places: String },
    ArchiveIncomplete { fields: String },
    ArchiveFilter { option: String },
    ExportOptionUnfit { option: String, format: String },
    // exporting
    CharactersCountedTwice { n_sources: usize, sources: String },
    CodebookEmpty,
    // material coded in other programs: tables
    SegmentColumnMissing { what: String, columns: String },
    SegmentColumnAbsent { column: String, columns: String },
    ColumnUseUnknown { what: String, known: String },
    CodesJoined { column: String, cell: String, n: usize },
    CodesUnclear { cell: String, one: String, other: String },
    CodesMiscounted { cell: String, found: usize, expected: usize },
    CodesLeftOver { cell: String, rest: String },
    CodesTooMany { cell: String },
    CodePathUnclear { code: String },
    ParentUnclear { parent: String, n: usize },
    // projects of other programs
    ProjectOpenElsewhere,
    CoderAssumed { coder: String, n_codings: usize },
    KindAssumed { kind: String, n_sources: usize },
    SourcesWithoutCase { n_sources: usize },
    MapRowFitsNothing { what: String, name: String },
    // proposals
    ProposeNeeded,
    ProposalElsewhere { id: String, file: String },
    DecisionWithoutCoder { proposal: String },
    UnknownProposal { proposal: String, nearest: String },
    UnknownBatch { batch: String, known: String },
    ProposalUnplaced { proposal: String, quote: String, source: String },
    ProposalAccepted { proposal: String, coder: String, source: String, coding: String },
    // memberships
    ConditionNotScored { condition: String, method: String },
    ScoreUnknown { condition: String, value: String, known: String },
    PassageAmbiguous { quote: String, source: String, n_matches: usize, candidates: String },
    ScoreDatedLater { coder: String, case: String, created: String },
    ScoreOfOne { option: String, n: usize },
    ScoreOnOtherCase { case: String, source: String },
    ScoredDifferently { condition: String, case: String, scores: String, layer: String },
    // adjudication
    AdjudicationWithoutName { id: String },
    AdjudicatorNeeded,
    UnknownDisagreement { id: String, nearest: String },
    DisagreementAmbiguous { id: String, candidates: String },
    DisagreementNotRead { id: String, coder: String, readers: String },
    DisagreementDecisionUnclear { id: String, value: String, known: String },
    DisagreementValenceUnclear { id: String, valences: String },
    ValenceNeedsUnits,
    DecisionMissing { id: String },
    NothingDecided,
    DecidedTwice { id: String, lines: String },
    DecisionsWithoutReason { n: usize, id: String },
    DecisionPastEnd { start: u32, end: u32, length: u32 },
    LayerIsCoder { layer: String },
    LayerHasCodings { layer: String, source: String, n_codings: usize },
    SourceStillOpen { source: String, n_open: usize },
    SourceReopened { source: String, layer: String, n_open: usize },
    LayerOutdated { source: String, layer: String },
    // search, tables, figures, reports
    QueryInvalid { reason: QueryFault, position: usize },
    SetNameTaken { name: String },
    PassageUnreadable { passage: String },
    GroupUnknown { key: String, nearest: String, known: String },
    QueryFieldUnknown { field: String, nearest: String, known: String, position: usize },
    QueryNameUnknown { field: String, name: String, nearest: String, known: String, position: usize },
    QueryValueInvalid { field: String, value: String, expected: String, position: usize },
    QueryExists { query: String, text: String },
    FilterInvalid { filter: String, expected: String },
    TableWithoutOption { name: String, option: String, tables: String },
    TableValueUnknown { option: String, value: String, known: String },
    TableValueOutside { option: String, value: String, range: ValueRange },
    TableValueTooLarge { option: String, value: String, most: usize },
    OrderNamesTwice { case: String },
    OrderNeedsCases { n: usize, needed: usize },
    OrderWithoutAxis,
    TablePartUnknown { part: String, known: String },
    DataTableUnknown { name: String, nearest: String, known: String },
    TableUnknown { name: String, nearest: String, known: String },
    // qualitative comparative analysis
    QcaConditionsNeeded { known: String },
    QcaConditionUnknown { condition: String, nearest: String },
    QcaConditionAmbiguous { condition: String, ways: String },
    QcaConditionTwice { condition: String },
    QcaConditionIsOutcome { condition: String },
    QcaOutcomeIsCode { code: String },
    QcaOutcomeUnknown { outcome: String, nearest: String },
    QcaConditionOfOutcome { condition: String, attribute: String },
    QcaConditionFiltered { condition: String },
    QcaTestNeeded { attribute: String, example: String },
    QcaDirectionUnknown { condition: String, direction: String },
    QcaTooManyConditions { n: usize, most: usize, n_cases: usize, advised: u32 },
    QcaTooManyRows { n: u64, most: u64 },
    QcaExpectationUnread { expectation: String, known: String },
    QcaExpectationOfNone { condition: String, known: String },
    QcaTermUnread { term: String, at: usize, reason: String, name: String, known: String },
    QcaInTheWay { obstacles: String },
    FigureWithoutOption { name: String, option: String, figures: String },
    FigureUnknown { name: String, nearest: String, known: String },
    ReportUnknown { name: String, nearest: String, known: String },
    ReportEndingUnknown { ending: String, known: String },
    FigureNeedsCase { name: String, n_cases: usize, example: String },
    FigureNeedsSource { name: String, example: String },
    OutcomeNeeded { known: String },
    OutcomeValueNeeded { attribute: String, example: String },
    CellUnknown { part: String, nearest: String },
    CellEmpty,
    CellFactors { n: usize },
    CellTwice { first: String, second: String },
    QuoteKeyUnknown { key: String, nearest: String, known: String },
    QuoteFieldUnknown { field: String, nearest: String, known: String },
    QuoteFormatUnknown { ending: String, endings: String, known: String },
    FigureFormatUnfit { format: String },
    FormatContradicted { format: String, ending: String, fitting: String },
    OutNeeded { format: String },
    HeadingUnfolded { code: String },
    NothingToShow { reason: String },
    WorkbookFull { n: usize },
    WordKeyUnknown { key: String, known: String },
    WordLevelInvalid { text: String },
    WordLevelUnknown { level: String, key: String, known: String },
    WordOrderUnfit { order: String, known: String },
    WordNotOne { word: String },
    WordNotThere { word: String, nearest: String },
    IndexFailed { reason: String },
    ExportExists,
    ExportAmongOthers { n_files: usize, files: String },
    ExportIntoStudy,
    ExportNeedsFolder { format: String },
    ExportFormatUnknown { ending: String, known: String },
    AnchorsInvalid,
    TableFailed { reason: String },
    FigureFailed { reason: String },
    ReportFailed { reason: String },
}

impl Problem {
    /// Returns where in a query something is wrong, in characters, counted from 1.
    pub fn position_in_query(&self) -> Option<usize> {
        match self {
            Problem::QueryInvalid { reason: QueryFault::Empty, .. } => None,
            Problem::QueryInvalid { position, .. }
            | Problem::QueryFieldUnknown { position, .. }
            | Problem::QueryNameUnknown { position, .. }
            | Problem::QueryValueInvalid { position, .. } => Some(*position),
            _ => None,
        }
    }
}

/// Which numbers an option takes; the sentence about [`Problem::TableValueOutside`] has a wording for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::EnumIter)]
#[serde(rename_all = "kebab-case")]
pub enum ValueRange {
    /// 1 and higher.
    FromOne,
    /// From 0 to 1, both included.
    Share,
    /// Between 0 and 1, neither included.
    BetweenShares,
    /// Between 0.5 and 1, neither included.
    UpperHalf,
}

/// What is wrong with a query; the sentence about [`Problem::QueryInvalid`] has a wording for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::EnumIter)]
#[serde(rename_all = "kebab-case")]
pub enum QueryFault {
    /// Neither words nor a filter.
    Empty,
    /// A quotation mark is never closed.
    QuoteOpen,
    /// A parenthesis is never closed.
    ParenthesisOpen,
    /// A parenthesis is closed that was never opened.
    ParenthesisUnopened,
    /// Parentheses or negations are nested too deeply.
    TooDeep,
    /// An operator lacks the word it works on.
    OperandMissing,
    /// Only signs, where a word is needed.
    NoWord,
    /// `*` stands alone, or in a phrase.
    StarMisplaced,
    /// A regular expression is never closed.
    RegexOpen,
    /// A regular expression that cannot be read.
    RegexInvalid,
    /// `~` stands after something else than one word.
    FuzzyMisplaced,
    /// A distance that is no number of characters, words, units or paragraphs.
    DistanceInvalid,
    /// A distance after a relation that knows none.
    DistanceMisplaced,
    /// A field without a value.
    ValueMissing,
    /// A relation beside a negation, which stands nowhere.
    RelationWithoutPlace,
    /// A field that could speak of several codings.
    CodingUnclear,
    /// A saved query that asks for itself.
    QueryCircular,
}

/// What is wrong with a work in `references.bib`; the sentence about [`Problem::ReferencesInvalid`] has a wording for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::EnumIter)]
#[serde(rename_all = "kebab-case")]
pub enum ReferenceFault {
    /// A brace or quotation mark that opens is never closed.
    NotClosed,
    /// Something is missing at this place: a comma, a brace, an equals sign; the detail says which.
    SignMissing,
    /// A name is missing: of a kind, a field or an abbreviation.
    NameMissing,
    /// A value without braces that is neither a number nor an abbreviation the file explains.
    AbbreviationUnknown,
    /// A command of TeX that cannot be read.
    CommandInvalid,
    /// Works that take their fields from each other in a circle.
    Circle,
    /// A field that another work takes over cannot be read.
    CrossReference,
}

/// A program whose own project files cannot be read; the sentences about [`Problem::NativeProject`] name it and say how to
/// export from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::EnumIter)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "these are the programs' names")]
pub enum NativeProgram {
    Nvivo,
    AtlasTi,
    Maxqda,
    Quirkos,
    F4Analyse,
    Transana,
}
