//! Documents without a container: RTF, HTML, PDF.

use super::Turn;

pub(super) fn rtf(turns: &[Turn]) -> Vec<u8> {
    let head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Calibri;}}{\colortbl;\red0\green0\blue0;}";
    let paragraphs: String = turns
        .iter()
        .map(|turn| format!("\\pard\\plain\\f0\\fs22\\b {}: \\b0 {}\\par\n", turn.speaker, turn.words))
        .collect();
    let escaped = |c: char| if c.is_ascii() { c.to_string() } else { format!("\\'{:02x}", u32::from(c)) };
    let text: String = paragraphs.chars().map(escaped).collect();
    format!("{head}\n{text}}}\n").into_bytes()
}

pub(super) fn html(turns: &[Turn]) -> Vec<u8> {
    let head = "<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>Gesprek</title></head><body>";
    let paragraphs: String = turns
        .iter()
        .map(|turn| format!("<p class=\"turn\"><b>{}:</b> <span>{}</span></p>\n", turn.speaker, turn.words))
        .collect();
    format!("{head}\n{paragraphs}</body></html>\n").into_bytes()
}

/// How many rows a page has, and how many letters a row.
const ROWS: usize = 50;
const LETTERS: usize = 85;

/// Pages of Helvetica, row by row.
pub(super) fn pdf(turns: &[Turn]) -> Vec<u8> {
    let rows: Vec<String> = turns.iter().flat_map(rows).collect();
    let pages: Vec<&[String]> = rows.chunks(ROWS).collect();
    let kids: String = (0..pages.len()).map(|n| format!("{} 0 R ", 4 + 2 * n)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!(
            "<</Type/Pages/Count {}/Kids[{kids}]/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>>>",
            pages.len()
        ),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    for (n, page) in pages.iter().enumerate() {
        let shown: String = page.iter().map(|row| format!("({row})Tj T*\n")).collect();
        let content = format!("BT /F1 11 Tf 14 TL 72 780 Td\n{shown}ET");
        objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", 5 + 2 * n));
        objects.push(format!("<</Length {}>>stream\n{content}\nendstream", content.chars().count()));
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = String::new();
    for (n, object) in objects.iter().enumerate() {
        places += &format!("{:010} 00000 n \n", file.len());
        file.extend(latin(&format!("{} 0 obj\n{object}\nendobj\n", n + 1)));
    }
    let (start, n) = (file.len(), objects.len() + 1);
    let end = format!(
        "xref\n0 {n}\n0000000000 65535 f \n{places}trailer\n<</Size {n}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    );
    file.extend(end.into_bytes());
    file
}

/// Breaks a turn into rows.
fn rows(turn: &Turn) -> Vec<String> {
    let mut rows = vec![format!("{}:", turn.speaker)];
    for word in turn.words.split(' ') {
        match rows.last_mut().filter(|row| row.len() + word.len() < LETTERS) {
            Some(row) => row.extend([" ", word]),
            None => rows.push(word.to_owned()),
        }
    }
    rows
}

/// Letters as Windows has them; the generated words have no others.
fn latin(text: &str) -> impl Iterator<Item = u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
}
