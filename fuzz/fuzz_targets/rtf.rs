#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| draad_fuzz::check(
    "a.rtf",
    Some(draad_ingest::Format::Rtf),
    bytes
));
