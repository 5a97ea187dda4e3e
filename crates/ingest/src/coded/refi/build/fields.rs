//! What our own export wrote into notes, because the standard has no place for it.

use super::super::raw::{RawProject, RawSource};
use super::super::values::id;
use super::super::{extras, supplement};
use super::Builder;
use crate::File;
use crate::coded::{MemoAbout, Placement};
use draad_core::{Diagnostic, Problem};
use uuid::Uuid;

/// A note, what it is about, and what that is called.
pub(super) type Reference = (Uuid, Option<MemoAbout>, String);

impl Builder {
    /// Reads the notes that hold keys and values.
    pub(super) fn read_extras(&mut self, raw: &RawProject, texts: &[Option<String>]) {
        const NAMES: [&str; 5] = [extras::CODE, extras::CODING, extras::SOURCE, extras::CASE, extras::MEMO];
        for (note, text) in raw.memos.iter().zip(texts) {
            if let (Some(id), Some(text), true) = (note.guid, text, NAMES.contains(&note.name.as_str())) {
                self.extras.insert(id, extras::read(text).collect());
            }
        }
    }

    /// Reads the note that holds files of a study.
    pub(super) fn read_supplement(&mut self, file: &File, raw: &RawProject, texts: &[Option<String>]) {
        for (note, text) in raw.memos.iter().zip(texts).filter(|(note, _)| note.name == extras::STUDY) {
            self.used.extend(note.guid);
            let text = text.as_deref().unwrap_or_default();
            let mut end = 0;
            let mut is_whole = true;
            for (path, content) in supplement::read(text) {
                end = content.as_ptr() as usize - text.as_ptr() as usize + content.len();
                is_whole &= is_safe(path);
                if is_safe(path) {
                    self.project.supplement.insert(path.to_owned(), content.to_owned());
                }
            }
            if !is_whole || text.get(end..).is_some_and(|rest| !rest.trim().is_empty()) {
                let problem = Problem::SupplementDamaged;
                self.project.diagnostics.push(Diagnostic::warning(file.place(None), problem));
            }
        }
    }

    /// Gives the keys and values to what they are about, and returns the other references to notes.
    pub(super) fn give_fields(&mut self, raw: &RawProject) -> Vec<Reference> {
        for note in &raw.memos {
            self.used.extend(note.notes.iter().filter(|id| self.extras.contains_key(id)));
            self.give_to_case(note);
        }
        let mut others = Vec::new();
        for (note, about, holder) in std::mem::take(&mut self.references) {
            let Some(fields) = self.extras.get(&note) else {
                others.push((note, about, holder));
                continue;
            };
            let project = &mut self.project;
            let place = match &about {
                Some(MemoAbout::Code(idx)) => project.codes.get_mut(*idx).map(|code| &mut code.fields),
                Some(MemoAbout::Source(idx, Placement::Source)) => {
                    project.sources.get_mut(*idx).map(|source| &mut source.fields)
                }
                Some(MemoAbout::Case(idx)) => project.cases.get_mut(*idx).map(|case| &mut case.fields),
                _ => None,
            };
            match place {
                Some(place) => {
                    place.extend(fields.iter().cloned());
                    self.used.insert(note);
                }
                None => others.push((note, about, holder)),
            }
        }
        others
    }

    /// A case can point at no note: its note says which case it is about.
    fn give_to_case(&mut self, note: &RawSource) {
        let Some((guid, fields)) = note.guid.and_then(|guid| Some((guid, self.extras.get(&guid)?))) else {
            return;
        };
        let of = fields.iter().find(|(key, _)| key == "of").and_then(|(_, value)| id(value));
        let case = of.and_then(|of| self.cases.get(&of)).and_then(|&idx| self.project.cases.get_mut(idx));
        if let Some(case) = case.filter(|_| note.name == extras::CASE) {
            case.fields.extend(fields.iter().filter(|(key, _)| key != "of").cloned());
            self.used.insert(guid);
        }
    }
}

/// Returns whether a path stays within the folder.
fn is_safe(path: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part != "." && part != "..";
    !path.contains(['\\', ':', '\0']) && path.split('/').all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_in_their_folder() {
        assert!(is_safe("study.toml") && is_safe("findings/een twee.md"));
        for path in ["../x", "/x", "a//b", "C:x", "a/../x", "a\\x", ""] {
            assert!(!is_safe(path), "{path}");
        }
    }
}
