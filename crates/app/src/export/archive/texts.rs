//! The texts as plain text and as OpenDocument, and the codebook to be read.

use super::{File, Package};
use draad_core::diagnostic::Outcome;
use draad_core::{Code, Source, SourceId};
use draad_report::archive::{Block, odt};
use rayon::prelude::*;

/// What stands between the head of a transcript and its text.
const RULE: &str = "----------------------------------------";

/// Returns the path of a text.
pub(super) fn path(source: &SourceId, ending: &str) -> String {
    format!("transcripts/{source}.{ending}")
}

/// Returns two files for each source.
pub(super) fn transcripts(package: &Package) -> Outcome<Vec<File>> {
    let sources: Vec<&Source> = package.part.sources.values().collect();
    let files = sources.into_par_iter().map(|source| {
        let text = head(package, source) + source.text.as_str();
        let mut blocks: Vec<Block> =
            facts(package, source).into_iter().map(|(name, value)| Block::Fact { name, value }).collect();
        blocks.push(Block::Line(String::new()));
        blocks.extend(source.text.as_str().lines().map(|line| Block::Line(line.to_owned())));
        let document = odt(source.id.as_str(), package.project.words.language, &blocks)?;
        Ok([(path(&source.id, "txt"), text.into_bytes()), (path(&source.id, "odt"), document)])
    });
    let files: Vec<[File; 2]> = files.collect::<Outcome<_>>()?;
    Ok(files.into_iter().flatten().collect())
}

/// Returns what stands above a text: what it is, a rule and an empty line.
pub(super) fn head(package: &Package, source: &Source) -> String {
    let facts = facts(package, source);
    let lines: String = facts.into_iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    format!("{lines}{RULE}\n\n")
}

/// What a source is, in the words of the study. No name of a file: such names often name people.
fn facts(package: &Package, source: &Source) -> Vec<(String, String)> {
    let words = &package.project.words;
    let settings = &package.part.settings;
    let listed = |ids: Vec<String>| match ids.is_empty() {
        true => words.say("package-list-unknown"),
        false => ids.join("; "),
    };
    let people = source
        .participants
        .iter()
        .filter_map(|id| package.part.participants.get(id))
        .map(|person| format!("{} ({})", person.id, settings.role_name(&person.role, words.language)));
    let phase = source.phase.as_ref().map(|id| settings.phase_name(id, words.language));
    let access: &str = package.before.access(source).into();
    let fact = |key: &str, value: String| (words.say(&format!("package-head-{key}")), value);
    vec![
        fact("source", source.id.to_string()),
        fact("cases", listed(source.cases.iter().map(ToString::to_string).collect())),
        fact("kind", settings.kind_name(&source.kind, words.language)),
        fact("date", listed(source.date.iter().map(ToString::to_string).collect())),
        fact("phase", listed(phase.into_iter().collect())),
        fact("participants", listed(people.collect())),
        fact("access", words.say(&format!("package-access-{access}"))),
    ]
}

/// Returns the codebook as a document: a heading per code, as deep as it stands in the tree.
pub(super) fn codebook(package: &Package) -> Outcome<Vec<u8>> {
    let words = &package.project.words;
    let codes = package.part.codebook.codes.values();
    let blocks: Vec<Block> = codes.flat_map(|code| described(package, code)).collect();
    let title = format!("{}: {}", words.say("package-codebook"), package.part.settings.title);
    odt(&title, words.language, &blocks)
}

fn described(package: &Package, code: &Code) -> Vec<Block> {
    let words = &package.project.words;
    let depth = package.part.codebook.ancestors(&code.id).len();
    let heading =
        Block::Heading { level: (depth + 1).min(3) as u8, text: code.name.or(words.language, &code.id) };
    let kind: &str = code.kind.into();
    let valence = code.valence.map(|valence| words.say(&format!("valence-{}", <&str>::from(valence))));
    let level = code.level.as_ref().map(|id| package.part.settings.level_name(id, words.language));
    let facts = [
        ("id", code.id.to_string()),
        ("kind", words.say(&format!("package-kind-{kind}"))),
        ("valence", valence.unwrap_or_default()),
        ("level", level.unwrap_or_default()),
        ("definition", code.definition.clone()),
        ("include", code.include.clone()),
        ("exclude", code.exclude.clone()),
        ("example", code.example.clone()),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let facts =
        facts.map(|(key, value)| Block::Fact { name: words.say(&format!("package-code-{key}")), value });
    std::iter::once(heading).chain(facts).collect()
}
