//! Font dictionaries, copied without what the text does not need and mended where the crate that reads them would stumble.
//!
//! pdf-extract panics at values it does not expect, takes the number of a letter for its width in one of the two ways of
//! writing widths, and unpacks font files without limit. What comes out of here refers to nothing outside itself.

use super::inflate::unpacked;
use pdf_extract::{Dictionary, Document, Object, Stream};

/// The most bytes of one map from codes to letters, or of one font file.
const MAX_FILE: usize = 16 << 20;
/// The most codes of one font.
const MAX_CODES: usize = 1 << 16;
/// The encodings that pdf-extract knows by name.
const ENCODINGS: [&[u8]; 3] = [b"MacRomanEncoding", b"MacExpertEncoding", b"WinAnsiEncoding"];

/// A font, ready to be used.
#[derive(Clone, Debug)]
pub(super) struct Font {
    /// Its dictionary, complete in itself.
    pub(super) dict: Dictionary,
    /// Whether its name says that it is bold.
    pub(super) is_bold: bool,
}

impl Font {
    /// Copies and mends the font `dict`.
    pub(super) fn mend(doc: &Document, dict: &Dictionary) -> Self {
        let copy = Copy { doc };
        let subtype = copy.name(dict, b"Subtype").unwrap_or(b"Type1".to_vec());
        let base_font = copy.name(dict, b"BaseFont").unwrap_or(b"Unknown".to_vec());
        let is_bold = is_bold_name(&base_font);
        let mut font = Dictionary::new();
        font.set("Type", Object::Name(b"Font".to_vec()));
        font.set("BaseFont", Object::Name(base_font));
        match subtype.as_slice() {
            b"Type0" => copy.composite(dict, &mut font),
            b"Type3" => copy.drawn(dict, &mut font),
            _ => copy.simple(dict, &mut font, &subtype),
        }
        font.set("Subtype", Object::Name(subtype));
        if let Some(map) = copy.packed_stream(dict, b"ToUnicode") {
            font.set("ToUnicode", map);
        }
        Self { dict: font, is_bold }
    }
}

fn is_bold_name(name: &[u8]) -> bool {
    let name = String::from_utf8_lossy(name).to_lowercase();
    ["bold", "black", "heavy"].iter().any(|weight| name.contains(weight))
}

/// Copying out of a document.
struct Copy<'d> {
    doc: &'d Document,
}

impl<'d> Copy<'d> {
    fn get(&self, dict: &'d Dictionary, key: &[u8]) -> Option<&'d Object> {
        dict.get_deref(key, self.doc).ok()
    }

    fn dict(&self, dict: &'d Dictionary, key: &[u8]) -> Option<&'d Dictionary> {
        self.get(dict, key)?.as_dict().ok()
    }

    fn name(&self, dict: &'d Dictionary, key: &[u8]) -> Option<Vec<u8>> {
        self.get(dict, key)?.as_name().ok().map(<[u8]>::to_vec)
    }

    fn integer(&self, dict: &'d Dictionary, key: &[u8]) -> Option<i64> {
        number(self.get(dict, key)?).map(|value| value as i64)
    }

    fn array(&self, dict: &'d Dictionary, key: &[u8]) -> Option<&'d Vec<Object>> {
        self.get(dict, key)?.as_array().ok()
    }

    fn deref(&self, object: &'d Object) -> &'d Object {
        self.doc.dereference(object).map_or(&Object::Null, |(_, object)| object)
    }

    /// Returns a stream, unpacked, when it is one and not too large.
    fn packed_stream(&self, dict: &'d Dictionary, key: &[u8]) -> Option<Object> {
        let stream = self.get(dict, key)?.as_stream().ok()?;
        let content = unpacked(stream, MAX_FILE).ok()?;
        let mut kept = Dictionary::new();
        if let Some(subtype) = self.name(&stream.dict, b"Subtype") {
            kept.set("Subtype", Object::Name(subtype));
        }
        Some(Object::Stream(Stream::new(kept, content)))
    }

    /// A font of single bytes whose letters are in a font file or known to every reader.
    fn simple(&self, dict: &'d Dictionary, font: &mut Dictionary, subtype: &[u8]) {
        if let Some(encoding) = self.encoding(dict) {
            font.set("Encoding", encoding);
        }
        self.widths(dict, font, 1.0);
        let Some(descriptor) = self.dict(dict, b"FontDescriptor") else { return };
        let mut kept = Dictionary::new();
        let file = if subtype == b"Type1" { self.packed_stream(descriptor, b"FontFile") } else { None };
        for (key, file) in [("FontFile", file), ("FontFile3", self.packed_stream(descriptor, b"FontFile3"))] {
            if let Some(file) = file {
                kept.set(key, file);
            }
        }
        if let Some(width) = self.get(descriptor, b"MissingWidth").and_then(number) {
            font.set("MissingWidth", Object::Real(width as f32));
        }
        font.set("FontDescriptor", kept);
    }

    /// A font whose letters are drawings, in units of its own.
    fn drawn(&self, dict: &'d Dictionary, font: &mut Dictionary) {
        let encoding = self.encoding(dict);
        font.set("Encoding", encoding.unwrap_or(Object::Name(b"WinAnsiEncoding".to_vec())));
        let matrix = self.array(dict, b"FontMatrix").and_then(|matrix| number(matrix.first()?));
        self.widths(dict, font, matrix.unwrap_or(0.001) * 1_000.0);
        if font.get(b"Widths").is_err() {
            font.set("FirstChar", Object::Integer(0));
            font.set("LastChar", Object::Integer(-1));
            font.set("Widths", Object::Array(Vec::new()));
        }
    }

    /// Widths for all 256 codes, so that none is missing.
    fn widths(&self, dict: &'d Dictionary, font: &mut Dictionary, scale: f64) {
        let Some(given) = self.array(dict, b"Widths") else { return };
        let first = self.integer(dict, b"FirstChar").unwrap_or(0).clamp(0, 255) as usize;
        let missing = self.dict(dict, b"FontDescriptor").and_then(|d| self.get(d, b"MissingWidth"));
        let mut widths = vec![missing.and_then(number).unwrap_or(0.0); 256];
        for (width, given) in widths[first..].iter_mut().zip(given) {
            *width = number(self.deref(given)).unwrap_or(0.0) * scale;
        }
        font.set("FirstChar", Object::Integer(0));
        font.set("LastChar", Object::Integer(255));
        font.set("Widths", Object::Array(widths.into_iter().map(|w| Object::Real(w as f32)).collect()));
    }

    /// The encoding, when it is one that can be used.
    fn encoding(&self, dict: &'d Dictionary) -> Option<Object> {
        let known = |name: &[u8]| ENCODINGS.contains(&name).then(|| Object::Name(name.to_vec()));
        match self.get(dict, b"Encoding")? {
            Object::Name(name) => known(name),
            Object::Dictionary(encoding) => {
                let mut kept = Dictionary::new();
                if let Some(base) = self.name(encoding, b"BaseEncoding").and_then(|name| known(&name)) {
                    kept.set("BaseEncoding", base);
                }
                let differences = self.array(encoding, b"Differences").map(|all| self.differences(all));
                kept.set("Differences", Object::Array(differences.unwrap_or_default()));
                Some(Object::Dictionary(kept))
            }
            _ => None,
        }
    }

    /// Names of letters by their codes, as far as the codes are bytes.
    fn differences(&self, all: &'d [Object]) -> Vec<Object> {
        let mut kept = Vec::new();
        let mut code = 0;
        for object in all.iter().take(MAX_CODES).map(|object| self.deref(object)) {
            match object {
                Object::Name(name) if (0..256).contains(&code) => {
                    kept.push(Object::Integer(code));
                    kept.push(Object::Name(name.clone()));
                    code += 1;
                }
                other => code = number(other).map_or(code, |code| code as i64),
            }
        }
        kept
    }

    /// A font of codes of several bytes.
    fn composite(&self, dict: &'d Dictionary, font: &mut Dictionary) {
        let encoding = match self.get(dict, b"Encoding") {
            Some(Object::Stream(_)) => self.packed_stream(dict, b"Encoding"),
            Some(Object::Name(name)) => Some(Object::Name(name.clone())),
            _ => None,
        };
        font.set("Encoding", encoding.unwrap_or(Object::Name(b"Identity-H".to_vec())));
        let mut letters = Dictionary::new();
        letters.set("FontDescriptor", Dictionary::new());
        let descendants = self.array(dict, b"DescendantFonts");
        let given = descendants.and_then(|fonts| self.deref(fonts.first()?).as_dict().ok());
        if let Some(given) = given {
            letters.set("DW", Object::Integer(self.integer(given, b"DW").unwrap_or(1_000)));
            let widths = self.array(given, b"W").map(|widths| self.code_widths(widths));
            letters.set("W", Object::Array(widths.unwrap_or_default()));
        }
        font.set("DescendantFonts", Object::Array(vec![Object::Dictionary(letters)]));
    }

    /// Widths by code, all of them written as `code [width …]`.
    fn code_widths(&self, given: &'d [Object]) -> Vec<Object> {
        let mut kept = Vec::new();
        let mut n_codes = 0;
        let mut given = given.iter().map(|object| self.deref(object));
        while let (Some(first), Some(next)) = (given.next().and_then(number), given.next()) {
            let widths: Vec<f64> = match next {
                Object::Array(widths) => {
                    widths.iter().take(MAX_CODES).map(|w| number(self.deref(w)).unwrap_or(0.0)).collect()
                }
                last => {
                    let n = number(last).map_or(0.0, |last| last - first + 1.0).clamp(0.0, MAX_CODES as f64);
                    vec![given.next().and_then(number).unwrap_or(0.0); n as usize]
                }
            };
            n_codes += widths.len();
            if n_codes > MAX_CODES {
                break;
            }
            kept.push(Object::Integer(first.max(0.0) as i64));
            kept.push(Object::Array(widths.into_iter().map(|w| Object::Real(w as f32)).collect()));
        }
        kept
    }
}

/// Returns the value of a number.
pub(super) fn number(object: &Object) -> Option<f64> {
    match object {
        Object::Integer(value) => Some(*value as f64),
        Object::Real(value) => Some(f64::from(*value)),
        _ => None,
    }
    .filter(|value| value.is_finite() && value.abs() < 1e9)
}

#[cfg(test)]
mod tests {
    use super::*;
    use pdf_extract::dictionary;

    fn name(name: &str) -> Object {
        Object::Name(name.as_bytes().to_vec())
    }

    #[test]
    fn bold_is_in_the_name() {
        for (font, is_bold) in
            [("ABCDEF+DejaVuSerif-Bold", true), ("Arial,BoldItalic", true), ("Arial", false)]
        {
            let mended = Font::mend(&Document::new(), &dictionary! { "BaseFont" => name(font) });
            assert_eq!(mended.is_bold, is_bold, "{font}");
        }
    }

    /// Two ways of writing widths in one array: `3 [500 250]` and `10 12 600`.
    #[test]
    fn both_ways_of_writing_widths_become_one() {
        let widths = vec![3.into(), vec![500.into(), 250.into()].into(), 10.into(), 12.into(), 600.into()];
        let letters = dictionary! { "W" => Object::Array(widths) };
        let font = dictionary! {
            "Subtype" => name("Type0"),
            "DescendantFonts" => Object::Array(vec![letters.into()]),
        };
        let mended = Font::mend(&Document::new(), &font).dict;
        let letters = mended.get(b"DescendantFonts").unwrap().as_array().unwrap()[0].as_dict().unwrap();
        let widths = |values: &[f32]| Object::Array(values.iter().map(|&w| Object::Real(w)).collect());
        let expected = vec![3.into(), widths(&[500.0, 250.0]), 10.into(), widths(&[600.0; 3])];
        assert_eq!(letters.get(b"W").unwrap().as_array().unwrap(), &expected);
    }

    #[test]
    fn an_encoding_without_meaning_is_left_out() {
        let font = dictionary! { "Subtype" => name("TrueType"), "Encoding" => name("StandardEncoding") };
        assert!(Font::mend(&Document::new(), &font).dict.get(b"Encoding").is_err());
    }
}
