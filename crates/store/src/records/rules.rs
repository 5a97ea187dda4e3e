//! How the rows of each table are told apart, read and checked.

use super::cells::Cells;
use super::update::Rules;
use super::{RecordKind, names};
use crate::log::Log;
use crate::tables::cases::{self, CaseRow};
use draad_core::check::{self, Misfit};
use draad_core::{Event, Participant, Place, Score, Study};

pub(super) struct Cases<'s>(pub(super) &'s Study);
pub(super) struct Participants<'s>(pub(super) &'s Study);
pub(super) struct Events<'s>(pub(super) &'s Study);
pub(super) struct Scores<'s>(pub(super) &'s Study);

impl Rules<CaseRow, 2> for Cases<'_> {
    const KIND: RecordKind = RecordKind::Cases;
    const KEY: &'static [&'static str] = &["case"];

    fn column(&self, name: &str) -> String {
        cases::attribute_called(&self.0.settings, name)
            .map_or_else(|| name.to_owned(), |one| one.id.to_string())
    }

    fn word(&self, column: &str, text: &str) -> Option<String> {
        let attribute = cases::attribute_called(&self.0.settings, column)?;
        let is_id = attribute.levels.iter().any(|level| level.id.to_lowercase() == text.to_lowercase());
        let level = attribute.levels.iter().find(|level| level.label.is(text))?;
        (!is_id).then(|| level.id.to_string())
    }

    fn typed(&self, log: &mut Log, place: &Place, row: CaseRow) -> CaseRow {
        cases::row(&cases::typed(log, place, &self.0.settings, row))
    }

    fn refer(&self, cells: &mut Cells<2>) {
        if let [case, name] = &mut cells.known[..] {
            let called = self.0.case_called(case);
            // A row that gives the case another name means another case.
            if called.is_some_and(|called| name.is_empty() || called.name == *name) {
                names::case(self.0, case);
            }
        }
    }

    fn check(&self, _: &CaseRow) -> Vec<Misfit> {
        Vec::new()
    }
}

impl Rules<Participant, 5> for Participants<'_> {
    const KIND: RecordKind = RecordKind::Participants;
    const KEY: &'static [&'static str] = &["participant"];

    fn column(&self, name: &str) -> String {
        let known = self.0.participants.values().flat_map(|person| person.extra.keys());
        let same = known.into_iter().find(|known| known.to_lowercase() == name.to_lowercase());
        same.map_or_else(|| name.to_owned(), String::clone)
    }

    fn word(&self, column: &str, text: &str) -> Option<String> {
        let role = self.0.settings.roles.iter().find(|role| role.label.is(text));
        let is_id = self.0.settings.roles.iter().any(|role| role.id.as_str() == text);
        role.filter(|_| column == "role" && !is_id).map(|role| role.id.to_string())
    }

    fn refer(&self, cells: &mut Cells<5>) {
        if let [_, _, cases, ..] = &mut cells.known[..] {
            names::cases(self.0, cases);
        }
    }

    fn check(&self, row: &Participant) -> Vec<Misfit> {
        check::participant(self.0, row)
    }
}

impl Rules<Event, 6> for Events<'_> {
    const KIND: RecordKind = RecordKind::Events;
    const KEY: &'static [&'static str] = &["case", "date", "kind"];
    const FINER: Option<&'static str> = Some("actors");
    const REPEATS: bool = true;

    fn word(&self, column: &str, text: &str) -> Option<String> {
        let word = match text.to_lowercase().as_str() {
            "gehouden" | "doorgegaan" | "ja" => "held",
            "gepland" | "afgesproken" => "planned",
            "gemist" | "afgezegd" | "vervallen" | "niet doorgegaan" | "nee" => "missed",
            _ => return None,
        };
        (column == "status").then(|| word.to_owned())
    }

    fn refer(&self, cells: &mut Cells<6>) {
        if let [case, _, _, _, actors, _] = &mut cells.known[..] {
            names::case(self.0, case);
            names::participants(self.0, case, actors);
        }
    }

    fn check(&self, row: &Event) -> Vec<Misfit> {
        check::event(self.0, row)
    }
}

impl Rules<Score, 6> for Scores<'_> {
    const KIND: RecordKind = RecordKind::Scores;
    const KEY: &'static [&'static str] = &["case", "participant", "date", "instrument", "item"];
    // Somebody can be asked several times a day.
    const KEY_EXTRA: Option<&'static str> = Some("time");

    fn refer(&self, cells: &mut Cells<6>) {
        if let [case, participant, ..] = &mut cells.known[..] {
            names::case(self.0, case);
            names::participant(self.0, case, participant);
        }
    }

    fn check(&self, row: &Score) -> Vec<Misfit> {
        check::score(self.0, row)
    }
}
