//! Identifiers of lines, as the ROCK wants them: they let versions of a source that were coded by several people be merged.

use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Signs that make no words.
const SIGNS: &[u8; 30] = b"0123456789bcdfghjklmnpqrstwxyz";
const LENGTH: usize = 8;

/// Hands out identifiers: the same for the same line of the same source at every export, whatever else changes.
#[derive(Default)]
pub(super) struct Uids {
    taken: BTreeSet<String>,
}

impl Uids {
    /// Returns the identifiers of the lines of a source; empty ones for blank lines.
    pub(super) fn of_lines(&mut self, source: &str, lines: &[&str]) -> Vec<String> {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let mut uids = Vec::with_capacity(lines.len());
        for line in lines {
            let n = seen.entry(line).or_default();
            *n += 1;
            let is_blank = line.trim().is_empty();
            uids.push(if is_blank { String::new() } else { self.new_uid(&format!("{source}\n{n}\n{line}")) });
        }
        uids
    }

    /// Returns an identifier made of `seed`; where it is taken, of the seed and a number.
    fn new_uid(&mut self, seed: &str) -> String {
        let seeds = (0..).map(|n: u64| if n == 0 { seed.to_owned() } else { format!("{seed}\n{n}") });
        let mut free = seeds.map(|seed| letters(&seed)).filter(|uid| !self.taken.contains(uid));
        let uid = free.next().expect("there are more identifiers than lines in any study");
        self.taken.insert(uid.clone());
        uid
    }
}

fn letters(seed: &str) -> String {
    let mut number = Uuid::new_v5(&Uuid::NAMESPACE_OID, seed.as_bytes()).as_u128();
    let mut next = || {
        let sign = SIGNS[(number % SIGNS.len() as u128) as usize];
        number /= SIGNS.len() as u128;
        char::from(sign)
    };
    std::iter::repeat_with(&mut next).take(LENGTH).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_identifier_when_others_come_and_go() {
        let before = Uids::default().of_lines("p03", &["Ja.", "", "Nee.", "Ja."]);
        let after = Uids::default().of_lines("p03", &["Hallo.", "Ja.", "Ja."]);
        assert_eq!((&before[0], &before[3]), (&after[1], &after[2]));
        assert_ne!(before[0], before[3]);
        assert_eq!(before[1], "");
        assert!(before[0].len() == LENGTH && before[0].bytes().all(|sign| SIGNS.contains(&sign)));
        assert_ne!(Uids::default().of_lines("p04", &["Ja."])[0], before[0]);
    }
}
