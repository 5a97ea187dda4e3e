//! Files as one archive.

use crate::failed;
use draad_core::diagnostic::Outcome;
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Returns files as one ZIP archive, in the order given. The same files give the same bytes.
///
/// # Errors
/// `ReportFailed` when there is too much for an archive.
pub fn zipped<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Outcome<Vec<u8>> {
    let files = files.into_iter().map(|(name, bytes)| (name, bytes, CompressionMethod::Deflated));
    packed(files)
}

/// Packs files, each in its own way, all with the same time.
pub(super) fn packed<'f>(
    files: impl IntoIterator<Item = (&'f str, &'f [u8], CompressionMethod)>,
) -> Outcome<Vec<u8>> {
    try_packed(files).map_err(|error| failed(error.to_string()))
}

fn try_packed<'f>(
    files: impl IntoIterator<Item = (&'f str, &'f [u8], CompressionMethod)>,
) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes, method) in files {
        let options =
            SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
