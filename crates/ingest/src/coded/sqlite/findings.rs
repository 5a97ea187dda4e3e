//! What reading a database brought to light, besides its rows.

use crate::File;
use crate::coded::{CodedProject, Reason, Thing};
use draad_core::{Diagnostic, Problem};

/// What is to be said about a database after reading it.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// Tables and columns (`table.column`) that nobody asked for, and how many rows are filled.
    pub(super) unknown: Vec<(String, usize)>,
    /// Tables that break off, how many rows could be read, and why.
    pub(super) damage: Vec<(String, usize, String)>,
    /// How many values hold bytes that are no text.
    pub(super) n_unreadable: usize,
    /// Whether the file is shorter than it says.
    pub(super) is_cut: bool,
    /// Whether it was written with a log beside it.
    pub(super) has_log: bool,
}

impl Findings {
    /// Writes it all down.
    pub(super) fn report(self, file: &File, project: &mut CodedProject) {
        let mut warn = |problem| project.diagnostics.push(Diagnostic::warning(file.place(None), problem));
        if self.is_cut {
            warn(Problem::DatabaseCutOff);
        }
        for (table, n_read, reason) in self.damage {
            warn(Problem::DatabaseDamaged { table, n_read, reason });
        }
        if self.n_unreadable > 0 {
            warn(Problem::ValuesUnreadable { n: self.n_unreadable });
        }
        if self.has_log {
            let note = Diagnostic::note(file.place(None), Problem::DatabaseHasLog);
            project.diagnostics.push(note);
        }
        for (name, n) in self.unknown {
            project.reconciliation.claim(Thing::Unknown, 1);
            project.reconciliation.lose(Thing::Unknown, &name, Reason::NotKnown, format!("{name}: {n}"));
        }
    }
}
