#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| draad_fuzz::check("a.pdf", None, &draad_fuzz::pdf_of_page(bytes)));
