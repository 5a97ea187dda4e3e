//! What a workbook claims to hold, checked before a reader makes room for it.
//!
//! The reader of XLSX makes room for as many texts as are announced, the one of XLS for the rectangle between the first
//! and the last cell, the one of ODS for every repeated cell: a file of a few kilobytes can claim billions.

mod ods;
mod shared;
mod xls;

pub(super) use ods::check as ods;
pub(super) use xls::check as xls;

use super::budget::{MAX_CELLS, too_large};
use crate::{File, archive::Archive};
use draad_core::diagnostic::Outcome;

/// Checks the archive of an XLSX or ODS: safe names, and no more than an archive may unpack to.
pub(super) fn archive(file: &File, bytes: &[u8]) -> Outcome<()> {
    Archive::open(file, bytes)?.check_sizes(file)
}

/// Checks how many texts an XLSX says that its cells share.
pub(super) fn xlsx(file: &File, bytes: &[u8]) -> Outcome<()> {
    let mut archive = Archive::open(file, bytes)?;
    let is_list = |name: &&String| name.to_lowercase().ends_with("sharedstrings.xml");
    let lists: Vec<String> = archive.names().iter().filter(is_list).cloned().collect();
    for list in lists {
        let content = archive.unpack(file, &list)?.unwrap_or_default();
        if n_announced(&content) > MAX_CELLS as u64 {
            return Err(file.fails(too_large()));
        }
    }
    Ok(())
}

/// Returns the largest number of texts that a list of them announces, in whatever tag.
fn n_announced(list: &[u8]) -> u64 {
    const ATTRIBUTE: &str = "uniqueCount";
    // In UTF-16 every other byte is zero.
    let list: Vec<u8> = list.iter().copied().filter(|&byte| byte != 0).collect();
    let list = String::from_utf8_lossy(&list);
    let number = |(at, _): (usize, &str)| {
        let value = list[at + ATTRIBUTE.len()..]
            .trim_start_matches(|c: char| c.is_whitespace() || "='\"".contains(c));
        let digits = value.bytes().take_while(u8::is_ascii_digit);
        digits.fold(0_u64, |number, digit| number.saturating_mul(10).saturating_add(u64::from(digit - b'0')))
    };
    list.match_indices(ATTRIBUTE).map(number).max().unwrap_or(0)
}
