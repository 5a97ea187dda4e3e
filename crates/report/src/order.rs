//! The order of the page: which parts there are, and which of them a study has something for.

use crate::chapter::{self, ChapterView, Part};
use crate::drawings::Drawings;
use crate::names::Names;
use crate::page::PageView;
use crate::reader::Reader;
use serde::Serialize;

/// A part of the page.
struct Place {
    /// Its address.
    id: &'static str,
    /// What stands above it.
    title: &'static str,
    /// The template that shows it.
    template: &'static str,
    /// What was drawn for it.
    part: Option<Part>,
}

/// The parts of the page, in the order in which they are read.
const ORDER: [Place; 25] = [
    own("glance", "report-glance", "at_a_glance.html"),
    drawn("design", "page-design", Part::Design),
    own("sample", "report-sample", "sample.html"),
    Place { part: Some(Part::Matrix), ..own("matrix", "page-matrix", "matrix.html") },
    drawn("triangulation", "page-triangulation", Part::Triangulation),
    Place { part: Some(Part::Tensions), ..own("tensions", "page-tensions", "tensions.html") },
    Place { part: Some(Part::Balance), ..own("balance", "page-balance", "balance.html") },
    drawn("contrast", "page-contrast", Part::Contrast),
    own("factors", "report-factors", "factors.html"),
    own("cases", "report-case-pages", "cases.html"),
    drawn("co-occurrence", "page-co-occurrence", Part::CoOccurrence),
    drawn("similarity", "page-similarity", Part::Similarity),
    drawn("agreement", "page-agreement", Part::Agreement),
    own("adjudication", "report-adjudication", "adjudication.html"),
    drawn("saturation", "page-saturation", Part::Saturation),
    drawn("qca", "page-qca", Part::Qca),
    drawn("scores", "page-scores", Part::Scores),
    drawn("route", "page-route", Part::Route),
    drawn("keyness", "page-keyness", Part::Keyness),
    drawn("further", "page-further", Part::Further),
    Place { part: Some(Part::Findings), ..own("findings", "page-findings", "findings.html") },
    own("references", "report-references", "references.html"),
    own("definitions", "report-definitions", "definitions.html"),
    own("reproduce", "report-reproduce", "reproduce.html"),
    own("contexts", "report-contexts", "sources.html"),
];

const fn own(id: &'static str, title: &'static str, template: &'static str) -> Place {
    Place { id, title, template, part: None }
}

const fn drawn(id: &'static str, title: &'static str, part: Part) -> Place {
    Place { id, title, template: "chapter.html", part: Some(part) }
}

/// A part that the page has.
#[derive(Serialize)]
pub(crate) struct SectionView {
    id: &'static str,
    title: String,
    template: &'static str,
    /// What was drawn for it, with tables.
    chapter: Option<ChapterView>,
}

/// Returns the parts that the study has something for, in their order.
pub(crate) fn sections(
    reader: &Reader,
    names: &Names,
    drawings: &mut Drawings,
    page: &PageView,
) -> Vec<SectionView> {
    let section = |place: &Place| {
        let chapter = place.part.and_then(|part| chapter::view(reader, names, drawings, part));
        let is_there = chapter.is_some() || place.template != "chapter.html" && has(page, place.id);
        let title = reader.words.say(place.title);
        is_there.then_some(SectionView { id: place.id, title, template: place.template, chapter })
    };
    ORDER.iter().filter_map(section).collect()
}

/// Returns whether a study has something for a part with a template of its own.
fn has(page: &PageView, id: &str) -> bool {
    match id {
        "tensions" => !page.articles.tensions.is_empty(),
        "findings" => page.findings.is_there(),
        "references" => page.references.is_some(),
        "adjudication" => page.adjudication.is_some(),
        "contexts" => !page.articles.sources.is_empty(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    #[test]
    fn every_part_has_its_place_in_the_order_in_which_figures_are_numbered() {
        let parts: Vec<Part> = ORDER.iter().filter_map(|place| place.part).collect();
        assert_eq!(parts, Part::iter().collect::<Vec<_>>());
        for place in ORDER.iter().filter(|place| place.part.is_some()) {
            assert_eq!(Some(place.id), place.part.map(Part::name));
        }
    }
}
