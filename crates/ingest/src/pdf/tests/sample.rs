//! PDFs made in code.

use pdf_extract::{Dictionary, Document, Object, Stream, dictionary};

/// A document under construction: Helvetica as `F1`, Helvetica-Bold as `F2`, a grey picture as `P`.
#[derive(Default)]
pub(super) struct Sample {
    pages: Vec<Vec<u8>>,
    forms: Vec<(String, Vec<u8>)>,
    annotations: Vec<Object>,
}

impl Sample {
    /// Adds a page drawn by these operations; its letters are those of Windows.
    pub(super) fn page(mut self, content: &str) -> Self {
        self.pages.push(latin(content));
        self
    }

    /// Adds a page of rows from the top left, 14 points apart.
    pub(super) fn rows(self, rows: &[&str]) -> Self {
        let shown: Vec<String> = rows.iter().map(|row| format!("({row}) Tj T*")).collect();
        self.page(&format!("BT /F1 11 Tf 14 TL 72 780 Td {} ET", shown.join(" ")))
    }

    /// Adds a form that pages draw with `/name Do`.
    pub(super) fn form(mut self, name: &str, content: &str) -> Self {
        self.forms.push((name.to_owned(), latin(content)));
        self
    }

    /// Adds an annotation to every page.
    pub(super) fn annotation(mut self, kind: &str, values: &[(&str, &str)]) -> Self {
        let mut dict = dictionary! { "Subtype" => name(kind) };
        for (key, value) in values {
            dict.set(*key, Object::string_literal(*value));
        }
        self.annotations.push(Object::Dictionary(dict));
        self
    }

    /// Returns the file.
    pub(super) fn bytes(self) -> Vec<u8> {
        let mut doc = Document::with_version("1.4");
        let resources_id = doc.new_object_id();
        let mut objects = dictionary! { "P" => picture(&mut doc) };
        for (form, content) in self.forms {
            let dict = dictionary! {
                "Type" => name("XObject"),
                "Subtype" => name("Form"),
                "Matrix" => Object::Array([1, 0, 0, 1, 0, -100].map(Object::from).to_vec()),
                "Resources" => resources_id,
            };
            let id = doc.add_object(Stream::new(dict, content));
            objects.set(form, id);
        }
        let fonts = dictionary! { "F1" => font("Helvetica"), "F2" => font("Helvetica-Bold") };
        doc.set_object(resources_id, dictionary! { "Font" => fonts, "XObject" => objects });
        let pages_id = doc.new_object_id();
        let mut kids = Vec::new();
        for content in self.pages {
            let content = doc.add_object(Stream::new(Dictionary::new(), content));
            let page = dictionary! { "Type" => name("Page"), "Parent" => pages_id, "Contents" => content, "Annots" => self.annotations.clone() };
            kids.push(Object::Reference(doc.add_object(page)));
        }
        let sides = [0, 0, 595, 842].map(Object::from).to_vec();
        doc.set_object(
            pages_id,
            dictionary! {
                "Type" => name("Pages"),
                "Count" => kids.len() as i64,
                "Kids" => kids,
                "MediaBox" => sides,
                "Resources" => resources_id,
            },
        );
        let catalog = doc.add_object(dictionary! { "Type" => name("Catalog"), "Pages" => pages_id });
        doc.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        doc.save_to(&mut bytes).unwrap();
        bytes
    }
}

/// Operations that draw the picture over the whole page.
pub(super) const SCAN: &str = "q 595 0 0 842 0 0 cm /P Do Q";

fn picture(doc: &mut Document) -> Object {
    let dict = dictionary! {
        "Type" => name("XObject"),
        "Subtype" => name("Image"),
        "Width" => 1,
        "Height" => 1,
        "BitsPerComponent" => 8,
        "ColorSpace" => name("DeviceGray"),
    };
    Object::Reference(doc.add_object(Stream::new(dict, vec![0x80])))
}

fn font(base: &str) -> Object {
    let dict = dictionary! {
        "Type" => name("Font"),
        "Subtype" => name("Type1"),
        "BaseFont" => name(base),
        "Encoding" => name("WinAnsiEncoding"),
    };
    Object::Dictionary(dict)
}

fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

fn latin(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}
