#![no_main]

use draad_ingest::Format;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| draad_fuzz::check("a.srt", Some(Format::Srt), bytes));
