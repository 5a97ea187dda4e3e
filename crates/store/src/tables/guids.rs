//! `guids.csv`: identifiers that other programs gave to parts of the study, so that a second import recognises them and an
//! export gives them back.

use crate::folder::StudyFolder;
use crate::log::Log;
use crate::paths;
use crate::table::{self, Cell, CellKind, Column, Row, Unknown, required};
use draad_core::case::Extra;
use draad_core::diagnostic::Outcome;
use indexmap::IndexMap;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Which part of the study has which identifier. Parts are named as memos name what they are about (`code vertrouwen`,
/// `coding anna p03-interview 1f3a`), and besides as `coder anna`, `attribute age`, `memo m1`. Selections of other programs
/// are no part of a study; their identifiers are not kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guids {
    about: IndexMap<Uuid, String>,
}

/// A row of the table.
pub(crate) struct GuidRow {
    about: String,
    guid: Uuid,
}

impl Guids {
    /// Returns the part that has this identifier.
    pub fn about(&self, guid: Uuid) -> Option<&str> {
        self.about.get(&guid).map(String::as_str)
    }

    /// Writes down that a part has this identifier; a part may have several.
    pub fn insert(&mut self, guid: Uuid, about: impl Into<String>) {
        self.about.insert(guid, about.into());
    }

    /// Returns the first identifier of each part.
    pub fn by_part(&self) -> BTreeMap<&str, Uuid> {
        self.about.iter().rev().map(|(guid, about)| (about.as_str(), *guid)).collect()
    }

    /// Returns whether there are none.
    pub fn is_empty(&self) -> bool {
        self.about.is_empty()
    }

    /// Returns the rows of the table.
    pub(crate) fn rows(&self) -> impl Iterator<Item = GuidRow> {
        self.about.iter().map(|(guid, about)| GuidRow { about: about.clone(), guid: *guid })
    }
}

impl Row<2> for GuidRow {
    const COLUMNS: &'static [Column; 2] = &[
        required(
            "about",
            CellKind::Text,
            "het onderdeel: case p03, source p03-dagboek, code vertrouwen, coding anna p03-dagboek 1f3a, coder anna, \
             attribute leeftijd of memo m1",
            "the part: case p03, source p03-dagboek, code vertrouwen, coding anna p03-dagboek 1f3a, coder anna, \
             attribute leeftijd or memo m1",
        ),
        required(
            "guid",
            CellKind::Pattern("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"),
            "het kenmerk dat een ander programma eraan gaf",
            "the identifier that another program gave it",
        ),
    ];
    const UNKNOWN: Unknown = Unknown::LeftOut;

    fn read([about, guid]: [Cell<'_>; 2], _: Extra) -> Option<Self> {
        for cell in [about, guid].iter().filter(|cell| cell.is_blank()) {
            cell.missing();
        }
        let expected = "2e7bd1a6-0000-0000-0000-000000000000";
        let guid = guid.read(expected, |text| Uuid::parse_str(text).ok()).ok()??;
        (!about.is_blank()).then(|| Self { about: about.text().trim().to_owned(), guid })
    }

    fn write(&self) -> [String; 2] {
        [self.about.clone(), self.guid.to_string()]
    }
}

impl StudyFolder {
    /// Reads `guids.csv`; a study without it has no identifiers.
    ///
    /// # Errors
    /// The first thing in it that cannot be read: writing it anew would lose that.
    pub fn guids(&self) -> Outcome<Guids> {
        let mut log = Log::default();
        let bytes = self.read(&mut log, paths::GUIDS).unwrap_or_default();
        let rows: Vec<(u32, GuidRow)> =
            if bytes.is_empty() { Vec::new() } else { table::read(&mut log, paths::GUIDS, bytes) };
        match log.diagnostics.into_iter().find(|_| !log.losses.is_empty()) {
            Some(unreadable) => Err(Box::new(unreadable)),
            None => Ok(Guids { about: rows.into_iter().map(|(_, row)| (row.guid, row.about)).collect() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(table: &str) -> (tempfile::TempDir, StudyFolder) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(paths::GUIDS), table).unwrap();
        let study = StudyFolder::at(folder.path());
        (folder, study)
    }

    #[test]
    fn identifiers_are_read_as_they_are_written_and_the_first_counts() {
        let [one, two] = [1, 2].map(Uuid::from_u128);
        let mut guids = Guids::default();
        guids.insert(two, "code vertrouwen");
        guids.insert(one, "code vertrouwen");
        let table = String::from_utf8(table::write(guids.rows())).unwrap();
        let (_folder, study) = folder(&table);
        let read = study.guids().unwrap();
        assert_eq!(read, guids);
        assert_eq!(read.about(one), Some("code vertrouwen"));
        assert_eq!(read.by_part()["code vertrouwen"], two);
    }

    #[test]
    fn a_table_that_cannot_be_read_whole_is_not_taken_for_half() {
        let (_folder, study) = folder("about,guid\ncode a,geen\n");
        let unreadable = study.guids().unwrap_err();
        assert_eq!(unreadable.place.to_string(), "guids.csv:2:guid");
        assert!(StudyFolder::at(_folder.path().join("leeg")).guids().unwrap().is_empty());
    }
}
