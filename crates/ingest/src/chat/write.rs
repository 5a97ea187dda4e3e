//! From records to the text to store and its units.

use super::{Chat, Record};
use crate::imported::{Imported, LabelCounts, Loss, Part};
use crate::stored::Stored;
use draad_core::UnitKind;

/// Writes a chat as the text to store, with a unit for each piece.
pub(crate) fn write(chat: Chat) -> Imported {
    let mut writer =
        Writer { stored: Stored::default(), imported: chat.notes, label_counts: LabelCounts::default() };
    for line in &chat.preamble {
        let range = writer.stored.push_line(line);
        if writer.stored.push_unit(range, UnitKind::Header, None, None) {
            writer.imported.report.keep(Part::Headers, 1);
        }
    }
    for record in &chat.records {
        writer.add(record);
    }
    (writer.imported.text, writer.imported.units) = writer.stored.finish();
    writer.imported.labels = writer.label_counts.into_list();
    writer.imported
}

struct Writer {
    stored: Stored,
    imported: Imported,
    label_counts: LabelCounts,
}

impl Writer {
    fn add(&mut self, record: &Record) {
        let start = self.stored.push_line(&record.text).start;
        let day = record.time.map(|time| time.date());
        self.imported.date = self.imported.date.into_iter().chain(day).min();
        let mut kinds: Vec<UnitKind> = Vec::new();
        for piece in &record.pieces {
            let range = start + piece.range.start..start + piece.range.end;
            let speaker = record.speaker(piece.kind);
            if !self.stored.push_unit(range, piece.kind, speaker, record.time) {
                continue;
            }
            if let Some(speaker) = speaker {
                let count = self.label_counts.of(speaker);
                count.n_units += 1;
                count.n_turns += usize::from(kinds.is_empty());
            }
            if !kinds.contains(&piece.kind) {
                self.imported.report.keep(part_of(piece.kind), 1);
            }
            kinds.push(piece.kind);
        }
        if kinds.is_empty() {
            self.imported.report.lose(Loss::EmptyMessages, 1, Some(record.text.clone()));
        }
        for &part in &record.traits {
            self.imported.report.keep(part, 1);
        }
    }
}

fn part_of(kind: UnitKind) -> Part {
    match kind {
        UnitKind::Said => Part::Messages,
        UnitKind::Header => Part::Headers,
        UnitKind::System => Part::Notices,
        UnitKind::Media => Part::Media,
        UnitKind::Deleted => Part::Deleted,
        UnitKind::Call => Part::Calls,
        UnitKind::Location => Part::Locations,
    }
}
