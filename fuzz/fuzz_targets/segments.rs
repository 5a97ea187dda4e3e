#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| draad_fuzz::check_segments(bytes));
