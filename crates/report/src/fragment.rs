//! Tables as a piece of a web page that stands by itself in somebody else's page, such as a notebook: no script, no request,
//! and a style that reaches nothing but its own.

use crate::Sheet;
use crate::page::unrendered;
use crate::templates::bare;
use draad_core::diagnostic::Outcome;
use draad_words::Words;
use minijinja::Error;
use minijinja::value::Serde;
use serde::Serialize;

/// So many characters of a text stand on one line.
const LINE: usize = 60;
const TEMPLATE: &str = "fragment.html";

/// What the template has.
#[derive(Serialize)]
struct FragmentView<'a> {
    language: &'static str,
    sheets: Vec<SheetView<'a>>,
    /// What the numbers mean.
    notes: &'a [String],
    /// The head above the notes.
    meaning: String,
}

/// A table, as the template has it.
#[derive(Serialize)]
struct SheetView<'a> {
    title: &'a str,
    header: &'a [String],
    /// Per column `text`, `num`, `prose`, or `prose long`.
    classes: Vec<&'static str>,
    sections: &'a [(String, Vec<Vec<String>>)],
    /// What stands right below it, such as how many rows are shown.
    notes: &'a [String],
}

/// Writes tables below each other, each with its own notes, and below them `notes`: what their numbers mean, to be unfolded.
///
/// # Errors
/// `ReportFailed` when it cannot be put together.
pub fn render(words: Words, sheets: &[Sheet], notes: &[String]) -> Outcome<String> {
    let view = FragmentView {
        language: words.language.into(),
        sheets: sheets.iter().map(view).collect(),
        notes,
        meaning: words.say("page-what-numbers-mean"),
    };
    filled(&view).map_err(|error| unrendered(&error))
}

fn filled(view: &FragmentView) -> Result<String, Error> {
    let mut environment = bare()?;
    environment.add_template(TEMPLATE, include_str!("../templates/fragment.html"))?;
    environment.get_template(TEMPLATE)?.render(Serde(view))
}

fn view(sheet: &Sheet) -> SheetView<'_> {
    let Sheet { title, header, sections, notes, .. } = sheet;
    let classes = (0..header.len()).map(|place| class(sheet, place)).collect();
    SheetView { title, header, classes, sections, notes }
}

/// A column with a cell that is too long for one line is running text, whatever else its table counts.
fn class(sheet: &Sheet, place: usize) -> &'static str {
    let mut cells = sheet.sections.iter().flat_map(|(_, rows)| rows).filter_map(|row| row.get(place));
    match sheet.class(place) {
        "num" if cells.any(|cell| cell.chars().count() > LINE) => "prose long",
        class => class,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::Language;
    use html5gum::{Token, Tokenizer};

    #[test]
    fn words_of_others_stay_words() {
        let nasty = "<script>alert('&')</script>\"";
        let sheet = Sheet {
            title: nasty.to_owned(),
            header: vec![nasty.to_owned(), "n".to_owned()],
            n_left: 1,
            n_prose: 0,
            sections: vec![(nasty.to_owned(), vec![vec![nasty.to_owned(), "3".to_owned()]])],
            notes: vec![nasty.to_owned()],
        };
        let html = render(Words::new(Language::Nl), &[sheet], &[nasty.to_owned()]).unwrap();
        let mut text = String::new();
        for token in Tokenizer::new(html.as_str()) {
            match token.unwrap() {
                Token::StartTag(tag) => assert_ne!(&**tag.name, b"script"),
                Token::String(string) => text += std::str::from_utf8(&string).unwrap(),
                _ => {}
            }
        }
        assert_eq!(text.matches(nasty).count(), 6, "{html}");
    }

    #[test]
    fn long_text_begins_at_the_left_and_the_number_of_rows_stands_in_sight() {
        let sheet = Sheet {
            header: ["code", "n", "quote"].map(str::to_owned).to_vec(),
            n_left: 1,
            sections: vec![(
                String::new(),
                vec![vec!["trust".to_owned(), "3".to_owned(), "word ".repeat(20)]],
            )],
            notes: vec!["Shown: 1 of 9 rows.".to_owned()],
            ..Sheet::default()
        };
        let html = render(Words::new(Language::En), &[sheet], &["What a row is.".to_owned()]).unwrap();
        for head in ["class=\"text\">code<", "class=\"num\">n<", "class=\"prose long\">quote<"] {
            assert!(html.contains(head), "{head}: {html}");
        }
        let (in_sight, folded) = html.split_once("<details").unwrap();
        assert!(
            in_sight.contains("<p>Shown: 1 of 9 rows.</p>") && folded.contains("<li>What a row is.</li>")
        );
    }
}
