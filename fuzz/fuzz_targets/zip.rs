#![no_main]

const START: &[u8] = b"PK";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let bytes = if bytes.starts_with(START) { bytes.to_vec() } else { [START, bytes].concat() };
    for name in ["a.zip", "a.docx", "a.odt"] {
        draad_fuzz::check(name, None, &bytes);
    }
    draad_fuzz::check_sheet("a.xlsx", &bytes);
});
