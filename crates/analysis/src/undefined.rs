//! Reasons why something is not there, in results that are serialised: as files have them.

use draad_measures::Undefined;
use serde::Serializer;

/// Writes the reason as text, or null.
pub(crate) fn optional<S: Serializer>(reason: &Option<Undefined>, serializer: S) -> Result<S::Ok, S::Error> {
    match reason {
        Some(reason) => serializer.collect_str(reason),
        None => serializer.serialize_none(),
    }
}
