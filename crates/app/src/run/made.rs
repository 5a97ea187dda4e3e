//! What jobs made, brought together.

use crate::Project;
use draad_core::{Diagnostic, Place, Problem};
use draad_store::paths;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How many of the cases or sources without a figure are named.
const NAMED: usize = 3;

/// A table, figure or report that was not made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Its name; of a figure or report with the word that says so.
    pub name: String,
    /// Whether it is one of the study's own, which can be mended; another does not apply to this study.
    pub is_own: bool,
    /// What is wrong, as people read it; of an own table with its place.
    pub reason: String,
    /// What to do about it, as people read it.
    pub help: String,
}

/// A file that was made, or found as it would be made.
#[derive(Debug)]
pub(super) struct File {
    /// Its bytes.
    pub(super) content: Content,
    /// Their hash: BLAKE3, hexadecimal.
    pub(super) hash: String,
    /// The hash of the drawing of which it is a picture.
    pub(super) drawing: Option<String>,
    /// The command that makes it by itself.
    pub(super) made_by: String,
    /// What it rests on, beside the data.
    pub(super) also_from: Option<&'static str>,
}

/// The bytes of a file.
#[derive(Debug)]
pub(super) enum Content {
    /// They were made.
    New(Vec<u8>),
    /// They stand on disk already.
    Kept,
}

impl File {
    /// A file that was made by a command.
    pub(super) fn new(bytes: Vec<u8>, made_by: impl Into<String>) -> Self {
        let hash = blake3::hash(&bytes).to_hex().to_string();
        Self { content: Content::New(bytes), hash, drawing: None, made_by: made_by.into(), also_from: None }
    }
}

/// What a job made: files by name, or the reason why there are none.
pub(super) enum Made {
    /// Files.
    Files(Vec<(String, File)>),
    /// The files of the table that is called so.
    Table(String, Vec<(String, File)>),
    /// A table or report that this study does not have, and why; the others are made all the same.
    Refused(Refused),
    /// A figure that is not there.
    Undrawn(Undrawn),
}

/// A figure that is not there.
pub(super) struct Undrawn {
    /// The figure.
    pub(super) figure: &'static str,
    /// The case or source of which it would be.
    pub(super) of: Option<String>,
    /// Why.
    pub(super) problem: Problem,
}

/// Everything that was made, and what was not.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) files: BTreeMap<String, File>,
    pub(super) refused: Vec<Refused>,
}

/// Brings together what was made, and what was refused. A table of which a file is there already, capitals or not, is
/// refused: tables come after all else, those of the study's own last.
pub(super) fn gathered(project: &Project, made: impl Iterator<Item = Made>) -> Gathered {
    let mut gathered = Gathered::default();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let (mut undrawn, mut refused) = (Vec::new(), Vec::new());
    for made in made {
        let some = match made {
            Made::Table(name, some) if some.iter().any(|(file, _)| taken.contains(&file.to_lowercase())) => {
                let problem = Problem::TableNameTaken { name: name.clone() };
                refused.push(about(project, &name, Diagnostic::error(Place::default(), problem)));
                continue;
            }
            Made::Files(some) | Made::Table(_, some) => some,
            Made::Refused(one) => {
                refused.push(one);
                continue;
            }
            Made::Undrawn(one) => {
                undrawn.push(one);
                continue;
            }
        };
        taken.extend(some.iter().map(|(file, _)| file.to_lowercase()));
        gathered.files.extend(some);
    }
    gathered.refused = without_figures(project, undrawn);
    gathered.refused.append(&mut refused);
    gathered
}

/// Says which figures are not there: of cases and sources those with the same reason in one sentence, and none where the study
/// as a whole has no such figure either.
fn without_figures(project: &Project, undrawn: Vec<Undrawn>) -> Vec<Refused> {
    let of_study: BTreeSet<&str> =
        undrawn.iter().filter(|one| one.of.is_none()).map(|one| one.figure).collect();
    let mut reasons: Vec<(&Undrawn, Vec<&str>)> = Vec::new();
    for one in undrawn.iter().filter(|one| one.of.is_none() || !of_study.contains(one.figure)) {
        let same = reasons.iter_mut().find(|(first, _)| {
            (first.figure, first.of.is_some(), &first.problem) == (one.figure, one.of.is_some(), &one.problem)
        });
        match same {
            Some((_, ids)) => ids.extend(one.of.as_deref()),
            None => reasons.push((one, one.of.as_deref().into_iter().collect())),
        }
    }
    reasons.into_iter().map(|(one, ids)| undrawn_of(project, one, &ids)).collect()
}

fn undrawn_of(project: &Project, one: &Undrawn, ids: &[&str]) -> Refused {
    let words = project.words;
    let advice = words.advice(&one.problem);
    let figure = words.say_with("run-figure", [("name", one.figure.into())]);
    let name = if ids.is_empty() {
        figure
    } else {
        let more = ids.len().saturating_sub(NAMED);
        let ids = ids[..ids.len().min(NAMED)].join(", ");
        words.say_with(
            "run-figure-of",
            [("figure", figure.into()), ("ids", ids.into()), ("more", more.into())],
        )
    };
    Refused { name, is_own: false, reason: advice.message, help: advice.help }
}

/// Returns a table that was not made, with why.
pub(super) fn about(project: &Project, name: &str, mut diagnostic: Diagnostic) -> Refused {
    let words = project.words;
    let is_own = project.study().tables.contains_key(name);
    if is_own && diagnostic.place == Place::default() {
        diagnostic.place = Place::file(paths::TABLES).column(name);
    }
    let advice = words.advice(&diagnostic.problem);
    let reason = if is_own { words.line(&diagnostic) } else { advice.message };
    Refused { name: name.to_owned(), is_own, reason, help: advice.help }
}
