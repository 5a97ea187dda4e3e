//! Columns: kinds of source, and in each the roles that speak.

use draad_analysis::{Triangulation, Voice};
use draad_core::{RoleId, Study};
use draad_words::Words;
use std::collections::BTreeSet;

/// Columns with what is in them.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// Voices that speak of any factor, by kind, then by role, in the order of the settings.
    pub(super) voices: Vec<Voice>,
    /// Per row and voice in how many cases.
    pub(super) counts: Vec<Vec<usize>>,
    /// The roles of all columns, in the order of the settings; their places are their letters.
    roles: Vec<RoleId>,
}

impl Columns {
    pub(super) fn new(triangulation: &Triangulation, factors: &[usize], study: &Study) -> Self {
        let by_voice: Vec<_> = factors.iter().map(|&at| triangulation.cases_by_voice(at)).collect();
        let found: BTreeSet<&Voice> = by_voice.iter().flat_map(|counts| counts.keys()).collect();
        let mut voices: Vec<Voice> = found.into_iter().cloned().collect();
        voices.sort_by_key(|voice| (kind_place(study, voice), role_place(study, voice.role.as_ref())));
        let count = |voice: &Voice, row: usize| by_voice[row].get(voice).copied().unwrap_or(0);
        let counts =
            (0..factors.len()).map(|row| voices.iter().map(|voice| count(voice, row)).collect()).collect();
        let mut roles: Vec<RoleId> = voices.iter().filter_map(|voice| voice.role.clone()).collect();
        roles.sort_by_key(|role| role_place(study, Some(role)));
        roles.dedup();
        Self { voices, counts, roles }
    }

    /// Returns the greatest count.
    pub(super) fn max(&self) -> usize {
        self.counts.iter().flatten().copied().max().unwrap_or(0)
    }

    /// Returns the letter above a column: `a` for the first role; `–` where no role is known.
    pub(super) fn letter(&self, voice: &Voice) -> String {
        let place = self.roles.iter().position(|role| Some(role) == voice.role.as_ref());
        place.map_or("–".to_owned(), letter)
    }

    /// Returns the letters with what they stand for.
    pub(super) fn key(&self, study: &Study, words: Words) -> Vec<(String, String)> {
        let is_unknown = self.voices.iter().any(|voice| voice.role.is_none());
        let unknown = is_unknown.then(|| ("–".to_owned(), role_name(study, None, words)));
        let named = self.roles.iter().enumerate();
        named.map(|(at, role)| (letter(at), role_name(study, Some(role), words))).chain(unknown).collect()
    }
}

/// Returns the name of a role, or what is said where none is known.
pub(super) fn role_name(study: &Study, role: Option<&RoleId>, words: Words) -> String {
    match role {
        Some(id) => study.settings.role(id).map_or_else(|| id.to_string(), |role| role.name(words.language)),
        None => words.say("figure-triangulation-no-role"),
    }
}

fn kind_place(study: &Study, voice: &Voice) -> (usize, String) {
    let place = study.settings.kinds.iter().position(|kind| kind.id == voice.kind);
    (place.unwrap_or(usize::MAX), voice.kind.to_string())
}

fn role_place(study: &Study, role: Option<&RoleId>) -> (usize, String) {
    let place = study.settings.roles.iter().position(|known| Some(&known.id) == role);
    (place.unwrap_or(usize::MAX), role.map_or("~".to_owned(), ToString::to_string))
}

/// Returns `a` to `z`, then `aa` and on.
fn letter(at: usize) -> String {
    let last = char::from(b'a' + (at % 26) as u8);
    let before = if at < 26 { String::new() } else { letter(at / 26 - 1) };
    format!("{before}{last}")
}
