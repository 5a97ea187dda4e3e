//! Codings that stand there already: nothing that another says beside code and place may get lost.

use draad_core::{Coding, Valence};
use draad_ingest::coded::ForeignCoding;
use std::collections::{BTreeMap, BTreeSet};

/// The lines of the memos of codings that came more than once, by the place of the coding in the study. They are kept
/// because a file may repeat one coding very often.
#[derive(Default)]
pub(super) struct Lines(BTreeMap<usize, BTreeSet<String>>);

/// What became of what a coding said that is there already.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Again {
    /// Parts that the one in the study lacked and has now.
    pub(super) added: Vec<&'static str>,
    /// Parts that it has otherwise, with both values: the study's first.
    pub(super) differing: Vec<String>,
}

impl Again {
    /// Gives the coding of the study at `place` what it lacks of another: a valence, a weight, words in the memo.
    pub(super) fn join(
        own: &mut Coding,
        place: usize,
        foreign: &ForeignCoding,
        valence: Option<Valence>,
        lines: &mut Lines,
    ) -> Self {
        let mut again = Self::default();
        if lines.lack(place, &own.memo, &foreign.memo) {
            let memo = foreign.memo.trim_end();
            own.memo = match own.memo.trim().is_empty() {
                true => memo.to_owned(),
                false => {
                    let mut joined = std::mem::take(&mut own.memo);
                    joined.push('\n');
                    joined.push_str(memo);
                    joined
                }
            };
            again.added.push("memo");
        }
        again.part("valence", &mut own.valence, valence, |valence| <&str>::from(valence).to_owned());
        again.part("weight", &mut own.weight, foreign.weight, |weight| weight.to_string());
        again
    }

    fn part<T: Copy + PartialEq>(
        &mut self,
        name: &'static str,
        own: &mut Option<T>,
        other: Option<T>,
        show: impl Fn(T) -> String,
    ) {
        match (*own, other) {
            (None, Some(_)) => {
                *own = other;
                self.added.push(name);
            }
            (Some(one), Some(other)) if one != other => {
                self.differing.push(format!("{name}: {} ≠ {}", show(one), show(other)));
            }
            _ => {}
        }
    }
}

impl Lines {
    /// Returns whether a memo has lines that the study's lacks; after that it has them.
    fn lack(&mut self, place: usize, own: &str, other: &str) -> bool {
        let lines = |memo: &str| -> Vec<String> {
            let lines = memo.lines().map(str::trim).filter(|line| !line.is_empty());
            lines.map(str::to_owned).collect()
        };
        let known = self.0.entry(place).or_insert_with(|| lines(own).into_iter().collect());
        let n_before = known.len();
        known.extend(lines(other));
        known.len() > n_before
    }
}
