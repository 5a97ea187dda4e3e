#![no_main]

const DOCUMENT: &str = "<w:document xmlns:w=\"w\"><w:body><w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t>M: Ja</w:t></w:r>\
    <w:commentRangeEnd w:id=\"0\"/></w:p><w:p><w:r><w:commentReference w:id=\"1\"/></w:r></w:p></w:body></w:document>";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    draad_fuzz::check_packed("a.docx", "word/comments.xml", bytes, &[("word/document.xml", DOCUMENT)])
});
