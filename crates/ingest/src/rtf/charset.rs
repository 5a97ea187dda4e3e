//! Which bytes mean which letters: by the code page of the document, or of the font.

use encoding_rs::{Encoding, WINDOWS_1252};
use std::collections::BTreeMap;

/// The code pages of a document.
#[derive(Debug)]
pub(super) struct Charsets {
    /// That of text in a font without its own.
    default: &'static Encoding,
    fonts: BTreeMap<i32, Charset>,
    /// The default font.
    pub(super) default_font: i32,
    /// A code page that nobody here knows.
    unknown: Option<i32>,
}

/// How the bytes of a text are read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Charset {
    /// As letters of this code page.
    Page(&'static Encoding),
    /// As pictures: which one, only the font knows.
    Symbols,
}

impl Default for Charsets {
    fn default() -> Self {
        Self { default: WINDOWS_1252, fonts: BTreeMap::new(), default_font: 0, unknown: None }
    }
}

impl Charsets {
    /// Takes over the code page of the document.
    pub(super) fn set_page(&mut self, page: i32) {
        match encoding(page) {
            Some(encoding) => (self.default, self.unknown) = (encoding, None),
            None => self.unknown = Some(page),
        }
    }

    /// Takes over the charset of a font.
    pub(super) fn set_font(&mut self, font: i32, charset: i32) {
        if let Some(charset) = of_charset(charset) {
            self.fonts.insert(font, charset);
        }
    }

    /// Returns how text was read whose code page nobody here knows, for example `windows-1252 (cp850)`.
    pub(super) fn guess(&self) -> Option<String> {
        self.unknown.map(|page| format!("{} (cp{page})", self.default.name()))
    }

    /// Returns how text in a font is read.
    pub(super) fn of_font(&self, font: i32) -> Charset {
        self.fonts.get(&font).copied().unwrap_or(Charset::Page(self.default))
    }
}

/// Returns what a number of `\fcharset` means; 0 and 1 leave it to the document.
fn of_charset(charset: i32) -> Option<Charset> {
    let page = match charset {
        2 => return Some(Charset::Symbols),
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    encoding(page).map(Charset::Page)
}

fn encoding(page: i32) -> Option<&'static Encoding> {
    let label = match page {
        874 | 1250..=1258 => format!("windows-{page}"),
        866 => "ibm866".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_000 => "macintosh".to_owned(),
        28_591..=28_605 => format!("iso-8859-{}", page - 28_590),
        65_001 => "utf-8".to_owned(),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}
