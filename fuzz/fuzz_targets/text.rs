#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| draad_fuzz::check(
    "a.txt",
    Some(draad_ingest::Format::Text),
    bytes
));
