//! The Reproducible Open Coding Kit (ROCK): plain text in which codes stand in double brackets at the end of a line.

mod assemble;
mod attributes;
mod blocks;
mod codes;
mod escape;
mod lines_of;
mod marks;
mod names;
mod package;
mod source;
#[cfg(test)]
mod tests;
mod uid;
mod write;
mod write_yaml;
mod yaml;

pub use write::{write_rock, write_rock_project};

use crate::coded::CodedProject;
use crate::{File, format};
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};
use marks::Mark;
use source::RockSource;

/// The settings of a project, which make an archive a project.
const PROJECT_FILE: &str = "_ROCKproject.yml";
/// Where the codes stand in what we write.
const CODEBOOK: &str = "codebook.rock";
/// Where the sources stand in what we write.
const DATA_FOLDER: &str = "data/";
/// The case of a line that has none, after lines that have one: in the ROCK, a case holds until the next one.
const NO_CASE: &str = "no_case";

/// How much of a text shows whether it is of the ROCK.
const SAMPLE: usize = 1 << 20;

/// Returns whether a file is of the ROCK: by its name, or because its text has marks that nothing else has.
pub(crate) fn recognise(name: &str, bytes: &[u8]) -> bool {
    if bytes.starts_with(b"PK") {
        return package::is_project(bytes);
    }
    let extension = format::extension(name);
    let may_be = matches!(extension.as_str(), "rock" | "txt" | "md" | "markdown" | "");
    let start = &bytes[..bytes.len().min(SAMPLE)];
    let has_signs = start.windows(2).any(|two| matches!(two, b"[[" | b"K_" | b"-<"));
    if !may_be || !(has_signs || extension == "rock") {
        return false;
    }
    let text = crate::decode::decode(start).text;
    !format::is_binary(&text) && (extension == "rock" || text.lines().any(is_unmistakable))
}

/// Returns whether a line has a mark that no other text has; codes alone may be links of a wiki.
fn is_unmistakable(line: &str) -> bool {
    let is_sure = |mark: &Mark| {
        matches!(mark, Mark::Uid(_) | Mark::Case(_) | Mark::Coder(_) | Mark::Break(_) | Mark::Value { .. })
    };
    line.starts_with("ROCK_attributes:")
        || line.starts_with("ROCK_codes:")
        || (line.contains("[[") || line.contains("---<<"))
            && marks::take_apart(line).marks.iter().any(is_sure)
}

/// Reads a source of the ROCK, or a project with all its sources.
///
/// A coding covers the words of its line. A case holds from its mark to the next one, as in the ROCK; so does whoever coded,
/// and whatever else lines belong to, which become codes below their class.
pub(crate) fn read(file: &File, bytes: &[u8]) -> Outcome<CodedProject> {
    if bytes.starts_with(b"PK") {
        return package::read(file, bytes);
    }
    let decoded = file.decode(bytes)?;
    let source = RockSource::read(package::stem(file.name), &decoded.text);
    let is_empty = source.lines.is_empty() && source.blocks.is_empty();
    let mut project = CodedProject { origin: "ROCK".to_owned(), ..CodedProject::default() };
    project.reading = format!("rock{}", decoded.reading());
    if decoded.is_guess {
        let encoding = decoded.encoding.to_owned();
        project.diagnostics.push(Diagnostic::note(file.place(None), Problem::NotUtf8 { encoding }));
    }
    let project = assemble::assemble(file, vec![source], Vec::new(), project);
    if is_empty { Err(file.fails(Problem::FileEmpty)) } else { Ok(project) }
}
