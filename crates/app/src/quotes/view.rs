//! Passages as people read them in a table: under the heads of their groups, words beside where they come from.

use super::{Block, QuotedWords, Quotes};
use crate::show::{Section, View};

impl Quotes<'_> {
    /// Returns the passages as two columns of running text. In which cases a code was found stands in the notes, before what
    /// all of it rests on.
    pub fn view(&self) -> View {
        let words = self.project.words;
        let mut heads: Vec<String> = Vec::new();
        let mut sections = vec![Section::default()];
        let mut notes = Vec::new();
        for block in self.document().blocks {
            match block {
                Block::Heading { level, text, .. } => {
                    heads.truncate(level.saturating_sub(1));
                    heads.push(text);
                    sections.push(Section { title: heads.join(" · "), rows: Vec::new() });
                }
                Block::Quote(quote) => {
                    if let Some(section) = sections.last_mut() {
                        section.rows.push(row(&quote));
                    }
                }
                other => notes.extend(other.lines()),
            }
        }
        sections.retain(|section| !section.rows.is_empty());
        notes.extend(self.notes());
        let header = ["adjudication-words", "quotes-key-source"].map(|key| words.say(key)).into();
        View { title: self.title(), header, n_prose: 2, sections, notes, ..View::default() }
    }
}

/// The words, and where they come from with the remarks of coders.
fn row(quote: &QuotedWords) -> Vec<String> {
    let marks = if quote.is_whole_source { ["", ""] } else { ["“", "”"] };
    let words = format!("{}{}{}", marks[0], quote.words, marks[1]);
    let all = quote.before_in_brackets() + &words + &quote.after_in_brackets();
    let from = std::iter::once(&quote.source_line).chain(&quote.memos).filter(|line| !line.is_empty());
    vec![all, from.map(String::as_str).collect::<Vec<_>>().join(" – ")]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Project;
    use crate::quotes::Request;
    use std::path::Path;

    #[test]
    fn each_passage_stands_once_under_its_group_with_all_its_words() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/gedeeld-opvoederschap");
        let project = Project::open(Some(&folder), Path::new("/"), None).unwrap();
        let quotes = Quotes::new(&project, &Request::default()).unwrap();
        let view = quotes.view();
        let rows: Vec<_> = view.sections.iter().flat_map(|section| &section.rows).collect();
        assert_eq!(rows.len(), quotes.table().rows.len());
        assert!(rows.iter().all(|row| row.len() == view.header.len()));
        assert!(view.sections.iter().all(|section| section.title.contains(" · ")));
    }
}
