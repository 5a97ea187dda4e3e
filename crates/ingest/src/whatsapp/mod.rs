//! WhatsApp exports, as text or as archive.
//!
//! The stored text keeps one record a line as written, minus invisible marks; lines without a head go on with the message
//! before them. A unit covers the words of a message, without time and sender.

mod head;
mod notices;
mod records;
mod sender;

use crate::dates::{DateOrder, OrderFound, find_order};
use crate::imported::{Change, Loss, Part};
use crate::{File, Imported, archive::Archive, decode::Decoded, decode::decode, stored::Stored};
use draad_core::{Diagnostic, Problem, UnitKind, diagnostic::Outcome};
use notices::Piece;
use records::{Record, Records};
use sender::Senders;

pub(crate) use records::looks_like_chat;

/// Returns whether an entry of an archive can be the text of a chat; Macs add `__MACOSX/` copies that are none.
pub(crate) fn is_chat_name(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    !name.starts_with("__MACOSX") && !file.starts_with("._") && file.to_lowercase().ends_with(".txt")
}

/// Reads an archive: the first text in it that is a chat.
pub(crate) fn read_zip(file: &File, bytes: &[u8]) -> Outcome<Imported> {
    let mut archive = Archive::open(file, bytes)?;
    let names: Vec<String> = archive.names().to_vec();
    let is_media = |name: &&String| !name.starts_with("__MACOSX") && !name.ends_with('/');
    for name in names.iter().filter(|name| is_chat_name(name)) {
        let Some(content) = archive.unpack(file, name)? else {
            continue;
        };
        let decoded = decode(&content);
        if !looks_like_chat(&decoded.text) {
            continue;
        }
        let mut imported = read_text(file, &decoded)?;
        for other in names.iter().filter(|other| *other != name).filter(is_media) {
            imported.report.lose(Loss::Attachments, 1, Some(other.clone()));
        }
        return Ok(imported);
    }
    Err(file.fails(Problem::ZipWithoutChat))
}

/// Reads the text of a chat.
pub(crate) fn read_text(file: &File, decoded: &Decoded) -> Outcome<Imported> {
    let mut imported = Imported::default();
    let records = Records::split(&decoded.text, &mut imported.report);
    let order = settle_order(file, &records, &mut imported)?;
    imported.reading = format!("whatsapp; {}; {}{}", order.name(), records.platform(), decoded.reading());
    decoded.report_to(file, &mut imported);
    imported.report.change(Change::RecordsInsideMessages, records.n_inside, None);

    let mut chat =
        Chat { file, order, senders: Senders::find(&records.records), stored: Stored::default(), imported };
    for line in &records.preamble {
        let range = chat.stored.push_line(line);
        if chat.stored.push_unit(range, UnitKind::Header, None, None) {
            chat.imported.report.keep(Part::Headers, 1);
        }
    }
    for record in &records.records {
        chat.add(record);
    }
    (chat.imported.text, chat.imported.units) = chat.stored.finish();
    Ok(chat.imported)
}

fn settle_order(file: &File, records: &Records, imported: &mut Imported) -> Outcome<DateOrder> {
    let dates: Vec<_> = records.records.iter().map(|record| record.head.date).collect();
    match find_order(&dates, file.options.date_order) {
        OrderFound::Certain(order) => Ok(order),
        OrderFound::Assumed(order) => {
            let problem = Problem::DateOrderAssumed { order: order.name().to_owned() };
            imported.diagnostics.push(Diagnostic::warning(file.place(None), problem));
            Ok(order)
        }
        OrderFound::Contradiction(idx) => {
            let record = &records.records[idx];
            let problem = Problem::DateOrderUnclear { example: record.date_as_written().to_owned() };
            Err(Box::new(Diagnostic::error(file.place(Some(record.line)), problem)))
        }
    }
}

/// A chat being stored.
struct Chat<'f> {
    file: &'f File<'f>,
    order: DateOrder,
    senders: Senders,
    stored: Stored,
    imported: Imported,
}

impl Chat<'_> {
    fn add(&mut self, record: &Record) {
        self.imported.report.read(Part::Messages, 1);
        let start = self.stored.push_line(&record.text).start;
        let time = record.head.date.date(self.order).map(|date| date.to_datetime(record.head.time));
        match time {
            Some(time) => self.imported.date = self.imported.date.into_iter().chain([time.date()]).min(),
            None => self.report_date(record),
        }
        let sender = self.senders.of(record);
        let words = sender.as_ref().map_or(record.head.body, |sender| sender.words);
        let pieces = match &sender {
            Some(_) => notices::pieces(&record.text[words..], record.is_marked),
            None => vec![Piece::whole(&record.text[words..], UnitKind::System)],
        };
        let name = sender.map(|sender| record.text[sender.name].to_owned());
        let mut n_units = 0;
        for piece in pieces {
            let speaker = name.as_deref().filter(|_| piece.kind != UnitKind::System);
            let range = start + words + piece.range.start..start + words + piece.range.end;
            if self.stored.push_unit(range, piece.kind, speaker, time) {
                self.count(piece.kind, speaker, n_units == 0);
                n_units += 1;
            }
        }
        if n_units == 0 {
            self.imported.report.lose(Loss::EmptyMessages, 1, Some(record.text.clone()));
        }
    }

    fn count(&mut self, kind: UnitKind, speaker: Option<&str>, is_first: bool) {
        self.imported.report.keep(part_of(kind), 1);
        if let Some(speaker) = speaker {
            let count = self.imported.label_count(speaker);
            count.n_units += 1;
            count.n_turns += usize::from(is_first);
        }
    }

    fn report_date(&mut self, record: &Record) {
        let problem = Problem::ValueInvalid {
            value: record.date_as_written().to_owned(),
            expected: self.order.name().to_owned(),
        };
        let place = self.file.place(Some(record.line));
        self.imported.diagnostics.push(Diagnostic::warning(place, problem));
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

#[cfg(test)]
mod tests;
