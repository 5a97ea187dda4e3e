#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    draad_fuzz::check_coded("a.qde", bytes);
    let source: (&str, &[u8]) = ("Sources/a.txt", "\u{feff}Één 👋\r\nJa, dat klopt.\r\n".as_bytes());
    draad_fuzz::check_coded("a.qdpx", &draad_fuzz::packed(&[("Project.qde", bytes), source]));
});
