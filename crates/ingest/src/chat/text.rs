//! Reading chats that are exported as text, a record a line.

use super::lines::{Cut, Lines};
use super::sender::Senders;
use super::{Chat, Content, Record, dated};
use crate::dates::DateOrder;
use crate::imported::{Change, Part};
use crate::{File, decode::Decoded};
use draad_core::diagnostic::Outcome;

/// What is particular to the exports of a program.
pub(crate) struct Program {
    /// The order of its dates; nothing where that differs.
    pub(crate) order: Option<DateOrder>,
    /// How the records of a chat with dates in this order were read.
    pub(crate) reading: fn(&[Lines], DateOrder) -> String,
    /// Tells notices, which hold a colon at times, from names.
    pub(crate) is_notice: fn(&str) -> bool,
    /// Takes the words of a record apart, given the places in them that the program marked as its own, and whether
    /// somebody sent it.
    pub(crate) content: fn(&str, &[usize], bool) -> Content,
}

/// Reads the text of a chat.
pub(crate) fn read_text(file: &File, decoded: &Decoded, program: &Program) -> Outcome<Chat> {
    let mut chat = Chat::default();
    let notes = &mut chat.notes;
    let cut = Cut::find(&decoded.text, &mut notes.report);
    let order = match program.order {
        Some(order) => order,
        None => dated::settle_order(file, &cut.records, notes)?,
    };
    notes.reading = (program.reading)(&cut.records, order) + &decoded.reading();
    decoded.report_to(file, notes);
    notes.report.read(Part::Messages, cut.records.len());
    notes.report.change(Change::RecordsInsideMessages, cut.n_inside, None);

    let senders = Senders::find(&cut.records, program.is_notice);
    for lines in cut.records {
        let time = dated::time_of(file, &lines, order, &mut chat.notes);
        chat.records.push(Record { time, ..record(lines, &senders, program.content) });
    }
    chat.preamble = cut.preamble;
    Ok(chat)
}

fn record(lines: Lines, senders: &Senders, content: fn(&str, &[usize], bool) -> Content) -> Record {
    let sender = senders.of(&lines);
    let start = sender.as_ref().map_or(lines.head.body, |sender| sender.words);
    let marks: Vec<usize> = lines.marks.iter().filter_map(|mark| mark.checked_sub(start)).collect();
    let content = content(&lines.text[start..], &marks, sender.is_some());
    Record {
        sender: sender.map(|sender| lines.text[sender.name].to_owned()),
        pieces: content.pieces.into_iter().map(|piece| piece.shifted(start)).collect(),
        traits: content.traits,
        text: lines.text,
        time: None,
    }
}
