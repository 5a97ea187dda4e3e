//! A codebook as QualCoder reads and writes it as plain text: `category>>category>>code`, a tab, and what it means.

use crate::File;
use crate::coded::{CodedProject, ForeignCode, Thing};
use draad_core::diagnostic::Outcome;
use std::collections::BTreeMap;

/// Returns whether a file is clearly such a codebook.
pub(crate) fn is_codebook(bytes: &[u8]) -> bool {
    // Looking at the first line is cheap, and spares decoding everything else.
    let first = bytes.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty());
    first.is_some_and(|line| line.contains(&b'\t'))
        && std::str::from_utf8(bytes).is_ok_and(looks_like_codebook)
}

/// Returns whether a text is clearly such a codebook: every line has one tab and a name before it, and some names have a
/// category before them.
fn looks_like_codebook(text: &str) -> bool {
    let mut lines =
        text.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty()).peekable();
    let mut n_paths = 0;
    let is_code = |line: &str| {
        let Some((path, meaning)) = line.split_once('\t') else { return false };
        let names = path.split(">>").map(|name| name.trim_matches([' ', '>', '"']));
        n_paths += usize::from(path.contains(">>"));
        !meaning.contains('\t') && names.clone().all(|name| !name.is_empty() && name.chars().count() <= 200)
    };
    lines.peek().is_some() && lines.all(is_code) && n_paths > 0
}

/// Reads a codebook.
pub(crate) fn read(file: &File, bytes: &[u8]) -> Outcome<CodedProject> {
    let text = file.decode(bytes)?.text;
    let mut project = CodedProject {
        origin: "QualCoder".to_owned(),
        reading: "qualcoder codebook".to_owned(),
        ..CodedProject::default()
    };
    let mut known: BTreeMap<(Option<usize>, String), usize> = BTreeMap::new();
    for line in text.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty()) {
        let (path, meaning) = line.split_once('\t').unwrap_or((line, ""));
        let mut parent = None;
        // A code below a code stands after three signs, a code below a category after two.
        for name in unquoted(path).split(">>").map(|name| name.trim_matches([' ', '>'])) {
            let next = project.codes.len();
            let position = *known.entry((parent, name.to_owned())).or_insert(next);
            if position == next {
                project.codes.push(ForeignCode { name: name.to_owned(), parent, ..ForeignCode::default() });
            }
            parent = Some(position);
        }
        if let Some(code) = parent.and_then(|position| project.codes.get_mut(position)) {
            code.is_codable = true;
            unquoted(meaning).trim().clone_into(&mut code.description);
        }
    }
    project.reconciliation.claim(Thing::Codes, project.codes.len());
    project.reconciliation.read(Thing::Codes, project.codes.len());
    Ok(project)
}

/// Takes away the quotation marks that a table of text puts around a cell.
fn unquoted(cell: &str) -> String {
    let inside = cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"'));
    inside.map_or_else(|| cell.to_owned(), |inside| inside.replace("\"\"", "\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ReadOptions;

    #[test]
    fn a_codebook_becomes_a_tree() {
        let text = "samenwerking>>vertrouwen>>vroeg\tvoor de start\nlos\t\nsamenwerking>>vertrouwen>>>laat\t\"na \"\"afloop\"\"\"\n";
        assert!(looks_like_codebook(text));
        let options = ReadOptions::default();
        let project = read(&File { name: "codes.txt", options: &options }, text.as_bytes()).unwrap();
        let shown: Vec<(&str, Option<usize>, bool, &str)> = project
            .codes
            .iter()
            .map(|code| (code.name.as_str(), code.parent, code.is_codable, code.description.as_str()))
            .collect();
        assert_eq!(
            shown,
            [
                ("samenwerking", None, false, ""),
                ("vertrouwen", Some(0), false, ""),
                ("vroeg", Some(1), true, "voor de start"),
                ("los", None, true, ""),
                ("laat", Some(1), true, "na \"afloop\""),
            ]
        );
    }

    #[test]
    fn other_texts_are_no_codebooks() {
        for text in [
            "",
            "I: hoi\nR: >> dag",
            "a\tb\nc\td",
            "a>>b\tc\td",
            "a>>b",
            ">>b\tc",
            "a>>b\tc\nzomaar een regel",
        ] {
            assert!(!looks_like_codebook(text), "{text:?}");
        }
    }
}
