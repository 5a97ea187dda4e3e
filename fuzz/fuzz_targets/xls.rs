#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| draad_fuzz::check_sheet(
    "a.xls",
    &draad_fuzz::xls_of_records(bytes)
));
