//! What reading a folder has found so far.

use blake3::Hash;
use draad_core::{Diagnostic, Place, Problem, check::Misfit};
use std::collections::BTreeMap;

/// Problems, the content hash of each file read, and how much of which file is not in the study.
#[derive(Debug, Default)]
pub(crate) struct Log {
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) hashes: BTreeMap<String, Hash>,
    /// Number of things per file that could not be read: rewriting the file would lose them.
    pub(crate) losses: BTreeMap<String, usize>,
}

impl Log {
    /// Notes an error that leaves something of the file out of the study.
    pub(crate) fn lost(&mut self, place: Place, problem: Problem) {
        self.would_lose(&place.file);
        self.diagnostics.push(Diagnostic::error(place, problem));
    }

    /// Notes that rewriting a file would lose something, without a message of its own.
    pub(crate) fn would_lose(&mut self, file: &str) {
        *self.losses.entry(file.to_owned()).or_default() += 1;
    }

    pub(crate) fn warn(&mut self, place: Place, problem: Problem) {
        self.diagnostics.push(Diagnostic::warning(place, problem));
    }

    /// Notes what a check found at a place.
    pub(crate) fn misfits(&mut self, place: &Place, found: Vec<Misfit>) {
        let placed = found.into_iter().map(|misfit| misfit.at(place.clone()));
        self.diagnostics.extend(placed);
    }

    /// Takes over what another part of the work has found.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.diagnostics.extend(other.diagnostics);
        self.hashes.extend(other.hashes);
        for (file, n) in other.losses {
            *self.losses.entry(file).or_default() += n;
        }
    }
}
