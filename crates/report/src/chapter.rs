//! Parts of the page that show what was drawn, and the same as tables.

use crate::drawings::{Drawings, Subject};
use crate::figure::FigureView;
use crate::names::Names;
use crate::reader::Reader;
use crate::sheet::{Sheet, SheetView};
use draad_figures::Figure;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;
use strum::IntoStaticStr;

/// A part of the page with figures of the study as a whole. The order of the variants is the order on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, strum::EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Part {
    /// How the research was set up.
    Design,
    /// Factors by cases.
    Matrix,
    /// How broadly factors are backed.
    Triangulation,
    /// Factors that help here and hinder there.
    Tensions,
    /// Promoting against hindering.
    Balance,
    /// Outcome groups side by side.
    Contrast,
    /// Factors that occur together.
    CoOccurrence,
    /// Cases that resemble each other.
    Similarity,
    /// Whether coders agree.
    Agreement,
    /// When new material stopped bringing new codes.
    Saturation,
    /// Which combinations go with the outcome.
    Qca,
    /// How cooperation was rated.
    Scores,
    /// How guidance is meant to go.
    Route,
    /// Which words mark a group.
    Keyness,
    /// Figures that have no other place.
    Further,
    /// What panels make of the findings.
    Findings,
}

impl Part {
    /// Returns its name, which is its address in the page and part of the names of its sentences.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether its tables say what no figure does, or say it better: they are read, not looked up.
    fn is_read_as_table(self) -> bool {
        matches!(self, Part::Agreement | Part::Qca)
    }
}

/// What there is to show in a part of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// Which part.
    pub part: Part,
    /// What was drawn.
    pub figures: Vec<Arc<Figure>>,
    /// What people read, the first table first; none where the page draws up its own.
    pub sheets: Vec<Sheet>,
}

/// What is not on the page, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    /// Where it would have stood; nothing for figures of cases.
    pub part: Option<Part>,
    /// The figure, where only that is missing.
    pub figure: Option<String>,
    /// Why it is not there, in a sentence.
    pub reason: String,
}

/// A part of the page.
#[derive(Debug, Serialize)]
pub(crate) struct ChapterView {
    lead: String,
    figures: Vec<FigureView>,
    /// Tables that stand open.
    open: Vec<SheetView>,
    /// Tables that are opened.
    folded: Vec<SheetView>,
    /// What the numbers mean, each sentence once.
    notes: Vec<String>,
}

/// Makes the view of one part; nothing where there is nothing to show in it.
pub(crate) fn view(
    reader: &Reader,
    names: &Names,
    drawings: &mut Drawings,
    part: Part,
) -> Option<ChapterView> {
    let chapter = reader.input.chapters.iter().find(|chapter| chapter.part == part)?;
    let figures = drawings.take(Subject::Part(part));
    if figures.is_empty() && chapter.sheets.is_empty() {
        return None;
    }
    let sheets = chapter.sheets.iter().map(|sheet| SheetView::new(names, sheet));
    let are_open = figures.is_empty() || part.is_read_as_table();
    let (open, folded) =
        if are_open { (sheets.collect(), Vec::new()) } else { (Vec::new(), sheets.collect()) };
    let mut seen = BTreeSet::new();
    let notes = chapter.sheets.iter().flat_map(|sheet| &sheet.notes).filter(|note| seen.insert(*note));
    Some(ChapterView {
        lead: reader.words.say(&format!("page-{}-lead", part.name())),
        notes: notes.cloned().collect(),
        figures,
        open,
        folded,
    })
}

/// Returns what stands above a part.
pub(crate) fn title(reader: &Reader, part: Part) -> String {
    reader.words.say(&format!("page-{}", part.name()))
}
