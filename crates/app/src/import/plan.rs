//! The map of an import: what would become of each file, for a person to correct.

use super::{FileRow, FileUse, ImportedFile, Item};
use crate::survey::{self, ColumnRow};
use draad_core::diagnostic::Outcome;
use draad_core::{Problem, Severity};
use draad_words::Words;
use std::path::{Component, Path, PathBuf};

/// How many speakers a row of the map names.
const MAX_SPEAKERS: usize = 6;

/// Returns the row of a file.
pub(super) fn row(words: &Words, item: &Item, outcome: &Outcome<ImportedFile>) -> FileRow {
    let given = &item.given;
    let mut row = FileRow {
        file: item.shown.clone(),
        file_use: item.file_use.unwrap_or_default(),
        source: given.source.clone(),
        cases: given.cases.clone(),
        kind: given.kind.clone(),
        date: given.date,
        phase: given.phase.clone(),
        participants: given.participants.clone(),
        speakers: given.speakers.clone(),
        dates: given.date_order.map(|order| order.name().to_owned()).unwrap_or_default(),
        text_column: given.text_column.clone().unwrap_or_default(),
        ..FileRow::default()
    };
    match outcome {
        Ok(imported) => {
            if imported.reanchored.is_some() {
                row.file_use = FileUse::Replace;
            }
            row.source = Some(imported.source.clone());
            row.cases.clone_from(&imported.cases);
            row.kind = Some(imported.kind.clone());
            row.date = imported.date;
            row.participants = given.participants.clone();
            row.seen = seen(words, imported);
            row.remark = remark(words, imported);
        }
        Err(diagnostic) => {
            if is_no_material(&diagnostic.problem) {
                row.file_use = FileUse::LeaveOut;
            }
            row.remark = words.advice(&diagnostic.problem).message.replace('\n', " ");
        }
    }
    row
}

/// Asks, beside each of several chats of the same case, whether they are one chat from several telephones.
pub(super) fn ask_about_chats(words: &Words, imported: &[ImportedFile], map: &mut [FileRow]) {
    let chats = || imported.iter().filter(|one| one.is_chat);
    for chat in chats() {
        let n_same = chats().filter(|other| other.cases == chat.cases).count();
        if let Some(row) = map.iter_mut().find(|row| n_same > 1 && row.source.as_ref() == Some(&chat.source))
        {
            row.remark = [row.remark.as_str(), &words.say("import-same-chat")].join(" ").trim().to_owned();
        }
    }
}

/// Returns whether nothing that is filled in could make a source of the file.
pub(super) fn is_no_material(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::AlreadyImported { .. }
            | Problem::SameFileTwice { .. }
            | Problem::FormatUnknown { .. }
            | Problem::SoundOrPicture { .. }
            | Problem::FileEmpty
            | Problem::DocxProtected
            | Problem::DocumentProtected
            | Problem::PdfProtected
            | Problem::PdfScanned { .. }
            | Problem::PdfWithoutText
    )
}

/// What was seen in a file: how it was read, how much, who speaks.
fn seen(words: &Words, imported: &ImportedFile) -> String {
    let units = words.say_with("import-units", [("n", imported.n_units.into())]);
    let speakers = imported.speakers.iter().take(MAX_SPEAKERS).map(|speaker| match &speaker.participant {
        Some(participant) => format!("{} ({}) = {participant}", speaker.label, speaker.n_units),
        None => format!("{} ({})", speaker.label, speaker.n_units),
    });
    let more = (imported.speakers.len() > MAX_SPEAKERS).then(|| "…".to_owned());
    let speakers: Vec<String> = speakers.chain(more).collect();
    [crate::reading::in_words(words, &imported.reading), units, speakers.join(", ")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("; ")
}

/// What a person should look at, in one line.
fn remark(words: &Words, imported: &ImportedFile) -> String {
    let serious = imported.diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Note);
    let lines: Vec<String> = serious.map(|diagnostic| words.advice(&diagnostic.problem).message).collect();
    lines.join(" ").replace('\n', " ")
}

/// Writes a map, with the files as paths from the folder it stands in, so that it can be moved along with them.
///
/// # Errors
/// `CannotWrite`, `DiskFull`.
pub fn write_map(path: &Path, current: &Path, rows: &[FileRow]) -> Outcome<()> {
    let folder = absolute(current, path.parent().unwrap_or(Path::new("")));
    let rows: Vec<FileRow> = rows
        .iter()
        .map(|row| FileRow {
            file: relative(&folder, &absolute(current, Path::new(&row.file))),
            ..row.clone()
        })
        .collect();
    draad_store::write_file(path, &draad_store::write_import_map(&rows))
}

/// Writes what becomes of the columns of surveys. Rows of the surveys in `planned` are written anew; those of others stay.
///
/// # Errors
/// `CannotRead`; the first row of the file that cannot be read; `CannotWrite`, `DiskFull`.
pub fn write_columns(path: &Path, planned: &[ColumnRow]) -> Outcome<()> {
    let mut rows = Vec::new();
    if path.exists() {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| draad_store::cannot_read(&name, &error))?;
        let (known, mut diagnostics) = survey::read_column_map(&name, bytes);
        diagnostics.retain(|one| !matches!(one.problem, Problem::NotUtf8 { .. }));
        if !diagnostics.is_empty() {
            return Err(Box::new(diagnostics.swap_remove(0)));
        }
        let is_other = |row: &ColumnRow| !planned.iter().any(|new| new.file == row.file);
        rows.extend(known.into_iter().map(|(_, row)| row).filter(is_other));
    }
    rows.extend(planned.iter().cloned());
    draad_store::write_file(path, &survey::write_column_map(&rows))
}

/// Returns a path from the root, without `.` and `..`.
fn absolute(current: &Path, path: &Path) -> PathBuf {
    let mut whole = PathBuf::new();
    for part in current.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => _ = whole.pop(),
            part => whole.push(part),
        }
    }
    whole
}

/// Returns how to get from a folder to a file, with `/`.
fn relative(folder: &Path, file: &Path) -> String {
    let common = folder.components().zip(file.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().skip(common).map(|_| "..".to_owned());
    let down = file.components().skip(common).map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_from_the_folder_of_the_map() {
        let current = Path::new("/thuis/studie");
        for (folder, file, expected) in [
            ("", "ruw/p01/a.docx", "ruw/p01/a.docx"),
            ("", "../materiaal/a.docx", "../materiaal/a.docx"),
            ("../materiaal", "../materiaal/./b/../a.docx", "a.docx"),
            ("plan", "/elders/a.docx", "../../../elders/a.docx"),
        ] {
            let folder = absolute(current, Path::new(folder));
            assert_eq!(relative(&folder, &absolute(current, Path::new(file))), expected, "{file}");
        }
    }
}
