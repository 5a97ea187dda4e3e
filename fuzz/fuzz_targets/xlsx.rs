#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| draad_fuzz::check_sheet(
    "a.xlsx",
    &draad_fuzz::xlsx_of_sheet(bytes)
));
