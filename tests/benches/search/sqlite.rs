//! The same units and codings in a database of SQLite with a full-text index, as somebody would make it who knows SQL.

use crate::queries::TableQuestion;
use crate::samples::timed;
use draad_core::facts::{Facts, Places, Setting};
use draad_core::{Filter, Source, Study};
use rusqlite::{Connection, Result, Transaction, params, params_from_iter};
use std::path::{Path, PathBuf};
use std::time::Duration;

const TABLES: &str = "
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -262144;
    PRAGMA mmap_size = 4294967296;
    CREATE TABLE units (
        id INTEGER PRIMARY KEY, source INTEGER, start INTEGER, end INTEGER,
        kind TEXT, speaker TEXT, role TEXT, phase TEXT, case_id TEXT, constructiveness TEXT, text TEXT
    );
    CREATE TABLE codings (unit INTEGER, code TEXT, valence TEXT, start INTEGER, end INTEGER);
    CREATE TABLE below (above TEXT, code TEXT, PRIMARY KEY (above, code)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5 (
        text, content = 'units', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
";

const INDEXES: &str = "
    INSERT INTO words (words) VALUES ('rebuild');
    INSERT INTO words (words) VALUES ('optimize');
    CREATE INDEX units_by_setting ON units (role, phase, constructiveness);
    CREATE INDEX codings_by_code ON codings (code, valence, unit);
    CREATE INDEX codings_by_unit ON codings (unit, start, end, code);
    ANALYZE;
";

/// Rows that a user sees first.
const PAGE: usize = 20;

pub(crate) struct Database {
    file: PathBuf,
    connection: Connection,
    /// How long making it took.
    pub(crate) built: Duration,
}

impl Database {
    /// Makes the database of a study.
    pub(crate) fn build(file: &Path, study: &Study) -> Self {
        let (connection, built) = timed(|| build(file, study).expect("the database can be made"));
        Self { file: file.to_owned(), connection, built }
    }

    /// Returns the bytes on disk.
    pub(crate) fn size(&self) -> u64 {
        std::fs::metadata(&self.file).map_or(0, |file| file.len())
    }

    /// Returns in how many units the answer stands, after fetching the first of them.
    pub(crate) fn find(&self, question: &TableQuestion) -> usize {
        self.ask(question).expect("the questions of the benchmark are well formed")
    }

    fn ask(&self, question: &TableQuestion) -> Result<usize> {
        let conditions = question.conditions;
        let (from, order, text) = match question.words {
            Some(_) => (
                format!("words JOIN units ON units.id = words.rowid WHERE words MATCH ?1 AND {conditions}"),
                "rank",
                "snippet(words, 0, '[', ']', '…', 16)",
            ),
            None => (format!("units WHERE {conditions}"), "units.id", "units.text"),
        };
        // A join that restricts nothing is left out: the planner does not do so by itself.
        let counted = match question.words {
            Some(_) if conditions == "true" => "words WHERE words MATCH ?1",
            _ => &from,
        };
        let count = format!("SELECT count(*) FROM {counted}");
        let n_units: u32 =
            self.connection.prepare(&count)?.query_row(params_from_iter(question.words), |row| row.get(0))?;
        let page = format!(
            "SELECT units.source, units.start, units.speaker, {text} FROM {from} ORDER BY {order} LIMIT {PAGE}"
        );
        let mut statement = self.connection.prepare(&page)?;
        let rows = statement.query_map(params_from_iter(question.words), |row| row.get::<_, String>(3))?;
        let shown = rows.collect::<Result<Vec<String>>>()?;
        assert_eq!(shown.len(), (n_units as usize).min(PAGE), "{count}");
        Ok(n_units as usize)
    }
}

fn build(file: &Path, study: &Study) -> Result<Connection> {
    let mut connection = Connection::open(file)?;
    connection.execute_batch(TABLES)?;
    let all = connection.transaction()?;
    let first_units = add_units(&all, study)?;
    add_codings(&all, study, &first_units)?;
    add_codes(&all, study)?;
    all.execute_batch(INDEXES)?;
    all.commit()?;
    Ok(connection)
}

/// Adds the units; returns the id of the first unit of each source.
fn add_units(all: &Transaction, study: &Study) -> Result<Vec<i64>> {
    let places = Places::new(study);
    let mut insert =
        all.prepare("INSERT INTO units VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")?;
    let mut first_units = Vec::new();
    let mut id = 0;
    for (source_idx, source) in (0_u32..).zip(study.sources.values()) {
        first_units.push(id);
        let place = places.source(source_idx).expect("the source is in the study");
        let (case, level) = case_of(study, source);
        for (unit_idx, unit) in source.units.iter().enumerate() {
            let (role, phase) = names(study, place.setting(Some(unit_idx)));
            let chars = source.text.char_span(unit.span);
            let kind: &str = unit.kind.into();
            let text = source.text.get(unit.span);
            let (start, end) = (chars.start.0, chars.end.0);
            insert.execute(params![
                id,
                source_idx,
                start,
                end,
                kind,
                unit.speaker,
                role,
                phase,
                case,
                level,
                text
            ])?;
            id += 1;
        }
    }
    Ok(first_units)
}

/// Adds the codings, each to the unit in which it starts.
fn add_codings(all: &Transaction, study: &Study, first_units: &[i64]) -> Result<()> {
    let mut insert = all.prepare("INSERT INTO codings VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for fact in Facts::new(study, &Filter::default()).codings {
        let unit = fact.setting.unit.map(|unit| first_units[fact.source as usize] + i64::from(unit));
        let valence: Option<&str> = fact.valence.map(Into::into);
        let code = study.codebook.codes.get_index(fact.code as usize).map(|(id, _)| id.as_str());
        let (start, end) = (fact.chars.map(|chars| chars.start.0), fact.chars.map(|chars| chars.end.0));
        insert.execute(params![unit, code, valence, start, end])?;
    }
    Ok(())
}

/// Adds for every code the codes below it, and itself.
fn add_codes(all: &Transaction, study: &Study) -> Result<()> {
    let mut insert = all.prepare("INSERT INTO below VALUES (?1, ?2)")?;
    for code in study.codebook.codes.keys() {
        for above in std::iter::once(code).chain(study.codebook.ancestors(code)) {
            insert.execute(params![above.as_str(), code.as_str()])?;
        }
    }
    Ok(())
}

fn case_of(study: &Study, source: &Source) -> (Option<String>, Option<String>) {
    let case = source.cases.first().and_then(|id| study.cases.get(id));
    let level = case.and_then(|case| case.attributes.get("constructiveness"));
    (case.map(|case| case.id.to_string()), level.map(ToString::to_string))
}

fn names(study: &Study, setting: Setting) -> (Option<&str>, Option<&str>) {
    let settings = &study.settings;
    let role = setting.role.map(|idx| settings.roles[idx as usize].id.as_str());
    let phase = setting.phase.map(|idx| settings.phases[idx as usize].id.as_str());
    (role, phase)
}
