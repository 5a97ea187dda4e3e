//! Texts that the cells of an XLS share: one long text can stand in every cell.

use super::xls::{long, short};

/// The most bytes that a character of the list becomes.
const MAX_BYTES_OF_CHARACTER: u64 = 3;
/// How much of the list comes before its first text.
const HEAD: usize = 8;

/// Returns how many bytes each text of a list has at most. The list is a record and its continuations.
pub(super) fn lengths(parts: &[&[u8]]) -> Vec<u64> {
    let mut list = List { parts, at: HEAD };
    std::iter::from_fn(|| list.next_length()).collect()
}

/// A list while it is read: the parts left, and the place in the first of them.
struct List<'l> {
    parts: &'l [&'l [u8]],
    at: usize,
}

impl List<'_> {
    /// Passes a text: its length, its form, its characters, and what is said of their looks.
    fn next_length(&mut self) -> Option<u64> {
        if self.rest()?.is_empty() {
            self.next_part()?;
        }
        let head = self.rest()?;
        let (n_characters, form) = (short(head, 0)?, *head.get(2)?);
        let mut n_head = 3;
        let n_looks = if form & 8 != 0 { 4 * short(head, n_head)? } else { 0 };
        n_head += if form & 8 != 0 { 2 } else { 0 };
        let n_more = if form & 4 != 0 { long(head, n_head)? } else { 0 };
        n_head += if form & 4 != 0 { 4 } else { 0 };
        self.at += n_head;
        // A text that breaks off still counts.
        if self.pass_characters(n_characters, form).is_none() || self.pass(n_looks + n_more).is_none() {
            self.parts = &[];
        }
        Some(n_characters * MAX_BYTES_OF_CHARACTER)
    }

    /// Passes characters of one or two bytes; each continuation says anew which.
    fn pass_characters(&mut self, mut n: u64, mut form: u8) -> Option<()> {
        loop {
            let width = 1 + u64::from(form & 1);
            let n_here = n.min(self.rest()?.len() as u64 / width);
            self.at += (n_here * width) as usize;
            n -= n_here;
            if n == 0 {
                return Some(());
            }
            self.next_part()?;
            form = *self.rest()?.first()?;
            self.at = 1;
        }
    }

    fn pass(&mut self, mut n: u64) -> Option<()> {
        loop {
            let n_here = n.min(self.rest()?.len() as u64);
            self.at += n_here as usize;
            n -= n_here;
            if n == 0 {
                return Some(());
            }
            self.next_part()?;
        }
    }

    fn rest(&self) -> Option<&[u8]> {
        self.parts.first()?.get(self.at..)
    }

    fn next_part(&mut self) -> Option<()> {
        self.parts = self.parts.get(1..)?;
        self.at = 0;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_run_on_in_continuations_and_carry_their_looks() {
        let wide = [3, 0, 1, b'a', 0, b'b', 0];
        let looks = [2, 0, 8, 1, 0, b'x', b'y', 0, 0, 0, 0];
        let list = [&[0; 8][..], &[4, 0, 0, b'a', b'b'][..]].concat();
        let rest = [&[0, b'c', b'd'][..], &looks[..], &wide[..]].concat();
        assert_eq!(lengths(&[&list, &rest, &[1, b'c', 0]]), [12, 6, 9]);
        assert_eq!(lengths(&[&[0; 8], &[0xFF, 0xFF, 0, b'a']]), [3 * 0xFFFF]);
        assert!(lengths(&[&[0; 3]]).is_empty());
    }
}
