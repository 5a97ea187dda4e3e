#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| draad_fuzz::check_packed(
    "a.odt",
    "content.xml",
    bytes,
    &[("mimetype", "application/vnd.oasis.opendocument.text")]
));
