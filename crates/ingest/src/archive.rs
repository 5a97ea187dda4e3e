//! Zip archives from strangers: opened only when their names are safe, unpacked only within limits.

use crate::File;
use draad_core::{Problem, diagnostic::Outcome};
use std::io::{Cursor, Read, Write};
use zip::ZipArchive;

/// The most entries an archive may have.
const MAX_ENTRIES: usize = 10_000;
/// The most bytes that are unpacked from one archive.
const MAX_UNPACKED: u64 = 512 << 20;
/// How often its packed size an entry may be, once it is larger than [`RATIO_FREE`].
const MAX_RATIO: u64 = 200;
/// Up to this size the ratio does not matter: a small text of one repeated letter is harmless.
const RATIO_FREE: u64 = 16 << 20;

/// An opened archive.
pub(crate) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    names: Vec<String>,
    unpacked: u64,
}

impl<'b> Archive<'b> {
    /// Opens an archive and checks its names.
    pub(crate) fn open(file: &File, bytes: &'b [u8]) -> Outcome<Self> {
        let broken = |reason: String| file.fails(Problem::NotAZip { reason });
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(error.to_string()))?;
        if zip.len() > MAX_ENTRIES {
            return Err(file.fails(Problem::ZipTooManyFiles { n: zip.len(), limit: MAX_ENTRIES }));
        }
        let mut names = Vec::with_capacity(zip.len());
        for index in 0..zip.len() {
            let entry = zip.by_index_raw(index).map_err(|error| broken(error.to_string()))?;
            let name = entry.name().map_err(|error| broken(error.to_string()))?.into_owned();
            if !is_safe(&name) {
                return Err(file.fails(Problem::ZipUnsafeName { name }));
            }
            names.push(name);
        }
        Ok(Self { zip, names, unpacked: 0 })
    }

    /// Returns the names of the entries, in the order of the archive.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// Unpacks every entry once without keeping it: a check for readers that unpack an archive themselves.
    pub(crate) fn check_sizes(mut self, file: &File) -> Outcome<()> {
        for index in 0..self.zip.len() {
            self.unpack_to(file, index, &mut std::io::sink())?;
        }
        Ok(())
    }

    /// Unpacks an entry, or returns nothing when there is none of that name (upper and lower case are the same).
    pub(crate) fn unpack(&mut self, file: &File, name: &str) -> Outcome<Option<Vec<u8>>> {
        match self.names.iter().position(|entry| entry.eq_ignore_ascii_case(name)) {
            Some(index) => self.unpack_at(file, index).map(Some),
            None => Ok(None),
        }
    }

    /// Unpacks the entry at a position in [`Archive::names`].
    pub(crate) fn unpack_at(&mut self, file: &File, index: usize) -> Outcome<Vec<u8>> {
        let mut bytes = Vec::new();
        self.unpack_to(file, index, &mut bytes)?;
        Ok(bytes)
    }

    fn unpack_to(&mut self, file: &File, index: usize, to: &mut impl Write) -> Outcome<()> {
        let broken = |reason: String| file.fails(Problem::NotAZip { reason });
        let entry = self.zip.by_index(index).map_err(|error| broken(error.to_string()))?;
        let left = MAX_UNPACKED - self.unpacked;
        let limit = left.min(RATIO_FREE.max(entry.compressed_size().saturating_mul(MAX_RATIO)));
        let declared = entry.size();
        // The declared size is only a claim: what counts is what comes out.
        let size =
            std::io::copy(&mut entry.take(limit + 1), to).map_err(|error| broken(error.to_string()))?;
        if size > limit {
            return Err(file.fails(Problem::ZipTooLarge { size: declared.max(size), limit }));
        }
        self.unpacked += size;
        Ok(())
    }
}

/// Returns whether an entry's name stays within the folder it is unpacked to.
fn is_safe(name: &str) -> bool {
    let is_drive = matches!(name.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    !name.starts_with(['/', '\\']) && !is_drive && !name.split(['/', '\\']).any(|part| part == "..")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::ReadOptions;
    use zip::{ZipWriter, write::SimpleFileOptions};

    /// Packs files into an archive.
    pub(crate) fn pack(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn open(bytes: &[u8]) -> Outcome<Archive<'_>> {
        let options = ReadOptions::default();
        Archive::open(&File { name: "a.zip", options: &options }, bytes)
    }

    #[test]
    fn names_that_leave_the_folder_are_refused() {
        for name in ["../x", "a/../../x", "/etc/x", "C:\\x", "\\\\server\\x", "a\\..\\x"] {
            assert!(!is_safe(name), "{name}");
        }
        assert!(is_safe("word/document.xml") && is_safe("a..b/c"));
        let problem = open(&pack(&[("../../x.txt", b"x")])).err().unwrap().problem;
        assert_eq!(problem, Problem::ZipUnsafeName { name: "../../x.txt".to_owned() });
    }

    #[test]
    fn an_archive_of_too_many_files_is_not_looked_into() {
        let names: Vec<String> = (0..=MAX_ENTRIES).map(|n| n.to_string()).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        let problem = open(&pack(&files)).err().unwrap().problem;
        assert_eq!(problem, Problem::ZipTooManyFiles { n: MAX_ENTRIES + 1, limit: MAX_ENTRIES });
    }

    #[test]
    fn a_bomb_is_stopped_and_a_broken_archive_named() {
        let options = ReadOptions::default();
        let file = File { name: "a.zip", options: &options };
        let bomb = pack(&[("a.txt", &vec![b'a'; 17 << 20])]);
        let problem = open(&bomb).unwrap().unpack(&file, "a.txt").err().unwrap().problem;
        assert!(matches!(problem, Problem::ZipTooLarge { size, .. } if size == 17 << 20), "{problem:?}");
        let problem = open(b"PK\x03\x04 and then nothing").err().unwrap().problem;
        assert!(matches!(problem, Problem::NotAZip { .. }));
    }
}
