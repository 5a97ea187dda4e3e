//! Who sent a record of a text: what stands before the colon.

use super::lines::Lines;
use std::collections::BTreeMap;
use std::ops::Range;

/// The longest name of a sender, in bytes.
const MAX_BYTES: usize = 150;
/// How often a longer name must occur, and never without its second part, before its colon counts as part of it.
const MIN_RECORDS: usize = 3;

/// The senders of a chat.
#[derive(Debug)]
pub(super) struct Senders {
    /// Tells notices, which hold a colon at times, from names.
    is_notice: fn(&str) -> bool,
    /// How many records each possible name starts.
    counts: BTreeMap<String, usize>,
}

/// The sender of one record.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sender {
    /// The name in the record's text.
    pub(super) name: Range<usize>,
    /// Where the words start.
    pub(super) words: usize,
}

impl Senders {
    /// Looks at all records, because only together they show whether a name holds a colon.
    pub(super) fn find(records: &[Lines], is_notice: fn(&str) -> bool) -> Self {
        let mut senders = Self { is_notice, counts: BTreeMap::new() };
        for record in records {
            for sender in candidates(record, is_notice) {
                *senders.counts.entry(record.text[sender.name].to_owned()).or_default() += 1;
            }
        }
        senders
    }

    /// Returns the sender of a record, or nothing when the program wrote it.
    pub(super) fn of(&self, record: &Lines) -> Option<Sender> {
        let mut candidates = candidates(record, self.is_notice).into_iter();
        let mut best = candidates.next()?;
        for longer in candidates {
            let n =
                |sender: &Sender| self.counts.get(&record.text[sender.name.clone()]).copied().unwrap_or(0);
            if n(&longer) >= MIN_RECORDS && n(&longer) == n(&best) {
                best = longer;
            }
        }
        Some(best)
    }
}

/// Returns the possible senders: what stands before each colon of the first line, up to three.
fn candidates(record: &Lines, is_notice: fn(&str) -> bool) -> Vec<Sender> {
    let body = record.head.body;
    let line = record.text[body..].split('\n').next().unwrap_or_default();
    let colons = line.match_indices(':').filter(|(at, _)| {
        let after = &line[at + 1..];
        after.is_empty() || after.starts_with(char::is_whitespace)
    });
    let may_be_name = |name: &str| !name.trim().is_empty() && name.len() <= MAX_BYTES && !is_notice(name);
    let names = colons.take(3).map(|(at, _)| at).take_while(|&at| may_be_name(&line[..at]));
    names
        .map(|at| Sender {
            name: body + (at - line[..at].trim_start_matches([' ', '~', '\u{a0}', '\u{202f}']).len())
                ..body + line[..at].trim_end().len(),
            words: body + at + 1,
        })
        .filter(|sender| sender.name.start < sender.name.end)
        .collect()
}
