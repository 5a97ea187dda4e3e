#![no_main]

const KIND: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
const MANIFEST: &[u8] =
    b"<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"></m:manifest>";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let files = [("mimetype", KIND), ("META-INF/manifest.xml", MANIFEST), ("content.xml", bytes)];
    draad_fuzz::check_sheet("a.ods", &draad_fuzz::packed(&files));
});
