#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| draad_fuzz::check_database(
    "project.sqlite3",
    include_str!("../seeds/taguette.sql"),
    bytes
));
