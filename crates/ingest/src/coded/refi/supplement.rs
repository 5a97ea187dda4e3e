//! Files of a study that REFI-QDA has no place for, one after the other in the text of one note: `## path n`, a line feed,
//! `n` bytes, a line feed.

use std::io::{self, Write};

/// Writes files as the text of the note.
pub(crate) fn write(out: &mut impl Write, files: &[(&str, &str)]) -> io::Result<()> {
    files.iter().try_for_each(|(path, content)| write!(out, "## {path} {}\n{content}\n", content.len()))
}

/// Reads the files of the note, up to the first that is not as it should be.
pub(crate) fn read(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (head, after) = rest.strip_prefix("## ")?.split_once('\n')?;
        let (path, length) = head.rsplit_once(' ')?;
        let length: usize = length.parse().ok()?;
        let content = after.get(..length)?;
        rest = after[length..].strip_prefix('\n').unwrap_or(&after[length..]);
        Some((path, content))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_back_whatever_is_in_them() {
        let files = [
            ("study.toml", "id = \"x\"\r\n"),
            ("findings/een twee.md", "## study.toml 3\n👋"),
            ("leeg.csv", ""),
        ];
        let mut bytes = Vec::new();
        write(&mut bytes, &files).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(read(&text).collect::<Vec<_>>(), files);
        assert_eq!(read("## a 99\nkort").count(), 0);
        assert_eq!(read("## a 1\né").count(), 0);
    }
}
