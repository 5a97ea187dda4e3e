//! The archive: `project.qde` and the texts beside it, packed side by side and put together without packing anew.

use rayon::prelude::*;
use std::io::{BufWriter, Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Texts that are packed in one go.
const TEXTS_AT_ONCE: usize = 16;
/// Bytes of XML that are handed over to the packer at once.
const BUFFER: usize = 1 << 16;

type Packed = ZipArchive<Cursor<Vec<u8>>>;

/// Returns the bytes of an archive of a project, which `write_project` writes, and of texts by their names.
pub(super) fn archive<T: Send>(
    write_project: impl FnOnce(&mut dyn Write) -> std::io::Result<T> + Send,
    texts: &[(String, &[u8])],
) -> ZipResult<(Vec<u8>, T)> {
    let (project, texts) = rayon::join(
        || pack_project(write_project),
        || texts.par_chunks(TEXTS_AT_ONCE).map(pack).collect::<ZipResult<Vec<_>>>(),
    );
    let ((project, result), texts) = (project?, texts?);
    let mut whole = ZipWriter::new(Cursor::new(Vec::new()));
    std::iter::once(project).chain(texts).try_for_each(|part| whole.merge_archive(part))?;
    Ok((whole.finish()?.into_inner(), result))
}

fn pack_project<T>(
    write_project: impl FnOnce(&mut dyn Write) -> std::io::Result<T>,
) -> ZipResult<(Packed, T)> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("project.qde", options())?;
    let mut out = BufWriter::with_capacity(BUFFER, &mut archive);
    let result = write_project(&mut out)?;
    out.flush()?;
    drop(out);
    Ok((archive.finish_into_readable()?, result))
}

fn pack(texts: &[(String, &[u8])]) -> ZipResult<Packed> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in texts {
        archive.start_file(format!("sources/{name}"), options())?;
        archive.write_all(bytes)?;
    }
    archive.finish_into_readable()
}

/// The same for every file, so that the same study gives the same bytes.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
}
