//! Project files that only their own program can open: known by their content where it tells, else by their name.

use crate::{ole, sheet};
use draad_core::NativeProgram;

/// Endings of project files. Those of MAXQDA carry the year or number of the version.
const ENDINGS: [(&str, NativeProgram); 22] = [
    ("nvp", NativeProgram::Nvivo),
    ("nvpx", NativeProgram::Nvivo),
    ("nvb", NativeProgram::Nvivo),
    ("nvcx", NativeProgram::Nvivo),
    ("atlproj", NativeProgram::AtlasTi),
    ("atlcb", NativeProgram::AtlasTi),
    ("atlasproj", NativeProgram::AtlasTi),
    ("hpr", NativeProgram::AtlasTi),
    ("hpr5", NativeProgram::AtlasTi),
    ("hpr6", NativeProgram::AtlasTi),
    ("hpr7", NativeProgram::AtlasTi),
    ("mx3", NativeProgram::Maxqda),
    ("mx4", NativeProgram::Maxqda),
    ("mx5", NativeProgram::Maxqda),
    ("m2k", NativeProgram::Maxqda),
    ("mod", NativeProgram::Maxqda),
    ("qrk", NativeProgram::Quirkos),
    ("qrkx", NativeProgram::Quirkos),
    ("f4p", NativeProgram::F4Analyse),
    ("f4a", NativeProgram::F4Analyse),
    ("tra", NativeProgram::Transana),
    ("tprj", NativeProgram::Transana),
];

/// Names that stand in the content of a project file and in no other.
const TELLTALES: [(&str, NativeProgram); 3] = [
    ("MAXQDA", NativeProgram::Maxqda),
    ("NVivo", NativeProgram::Nvivo),
    ("ATLAS.ti", NativeProgram::AtlasTi),
];

/// How much of a file is looked through for a name.
const SAMPLE: usize = 1 << 20;
/// How much of a database: the names of its tables stand on its first page, people's words do not.
const FIRST_PAGE: usize = 1024;

/// Returns the program whose project file this is. `extension` is in lower case.
pub(crate) fn program_of(extension: &str, bytes: &[u8]) -> Option<NativeProgram> {
    by_name(extension).filter(|_| may_be_project(extension, bytes)).or_else(|| by_content(bytes))
}

/// A file with such an ending that is plainly something else is that: films have `.mod` too, and so has Fortran.
fn may_be_project(extension: &str, bytes: &[u8]) -> bool {
    if extension == "mod" {
        return is_container(bytes);
    }
    let text = std::str::from_utf8(&bytes[..bytes.len().min(64)]);
    is_container(bytes) || text.is_err() || text.is_ok_and(|start| start.contains(['\0', '<', '{']))
}

fn by_name(extension: &str) -> Option<NativeProgram> {
    let known = ENDINGS.iter().find(|(ending, _)| *ending == extension);
    let numbered = |start: &str| {
        let number = extension.strip_prefix(start)?;
        (matches!(number.len(), 2..=4) && number.bytes().all(|digit| digit.is_ascii_digit())).then_some(())
    };
    let maxqda = ["mx", "mex", "mqda"].iter().find_map(|start| numbered(start));
    let atlas = ["atlproj", "atlcb"].iter().find_map(|start| numbered(start));
    known
        .map(|(_, program)| *program)
        .or(maxqda.map(|()| NativeProgram::Maxqda))
        .or(atlas.map(|()| NativeProgram::AtlasTi))
}

/// Old documents and workbooks share a container with projects, so a container alone says nothing.
fn by_content(bytes: &[u8]) -> Option<NativeProgram> {
    if !is_container(bytes) || bytes.starts_with(b"PK") || sheet::is_workbook(bytes) {
        return None;
    }
    let start = &bytes[..bytes.len().min(if bytes.starts_with(SQLITE) { FIRST_PAGE } else { SAMPLE })];
    let is_document = ole::is_container(bytes) && ole::holds(start, "WordDocument");
    let has = |name: &str| start.windows(name.len()).any(|window| window == name.as_bytes());
    let stored = |name: &str| ole::is_container(bytes) && ole::holds(start, name);
    let found = TELLTALES.iter().find(|(name, _)| stored(name) || (bytes.starts_with(SQLITE) && has(name)));
    found.filter(|_| !is_document).map(|(_, program)| *program)
}

const SQLITE: &[u8] = b"SQLite format 3\0";

fn is_container(bytes: &[u8]) -> bool {
    ole::is_container(bytes) || bytes.starts_with(SQLITE) || bytes.starts_with(b"PK")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ReadOptions, read, recognise};
    use draad_core::Problem;

    #[test]
    fn project_files_are_known_by_their_ending() {
        for (extension, program) in [
            ("nvp", NativeProgram::Nvivo),
            ("atlproj22", NativeProgram::AtlasTi),
            ("mx24", NativeProgram::Maxqda),
            ("mx2018", NativeProgram::Maxqda),
            ("mex22", NativeProgram::Maxqda),
            ("qrk", NativeProgram::Quirkos),
        ] {
            assert_eq!(program_of(extension, b"\xFF\xFE\x00\x01\x02"), Some(program), "{extension}");
            assert_eq!(program_of(extension, b"PK\x03\x04"), Some(program), "{extension}");
        }
        for other in ["mx", "mxf", "mp4", "txt", "atl", "mx99999"] {
            assert_eq!(program_of(other, b"\xFF\xFE\x00\x01"), None, "{other}");
        }
        assert_eq!(program_of("mod", b"\x00\x00\x01\xBA film"), None);
        assert_eq!(program_of("mod", b"MODULE geometry\n  implicit none\n"), None);
    }

    #[test]
    fn a_renamed_project_is_known_by_its_content() {
        let database = [SQLITE, &[0; 100], b"CREATE TABLE MAXQDA_Settings"].concat();
        assert_eq!(program_of("db", &database), Some(NativeProgram::Maxqda));
        assert_eq!(program_of("db", SQLITE), None);
        assert_eq!(program_of("zip", b"PK\x03\x04 about NVivo"), None);
    }

    #[test]
    fn whoever_brings_one_is_told_what_to_do() {
        for name in ["gezinnen.nvp", "gezinnen.MX24", "gezinnen.atlproj"] {
            let bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 something of its own";
            let refused = read(name, bytes, &ReadOptions::default()).unwrap_err();
            assert!(matches!(refused.problem, Problem::NativeProject { .. }), "{name}: {refused:?}");
            assert_ne!(recognise(name, bytes), crate::Format::Text);
        }
    }
}
