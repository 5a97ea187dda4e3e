//! Reading the files that a user names.

use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem};
use std::path::Path;

/// The largest file that is read.
pub(crate) const MAX_BYTES: u64 = 1 << 30;

/// Returns the bytes of a file; `shown` is what to call it in messages.
///
/// # Errors
/// `CannotRead`; `FileTooLarge` above `limit` bytes.
pub(crate) fn read(path: &Path, shown: &str, limit: u64) -> Outcome<Vec<u8>> {
    let unreadable = |error| draad_store::cannot_read(&path.display().to_string(), &error);
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > limit {
        let problem = Problem::FileTooLarge { size, limit };
        return Err(Box::new(Diagnostic::error(Place::file(shown), problem)));
    }
    std::fs::read(path).map_err(unreadable)
}
