//! All figures of the page, made fit for it side by side, and numbered in the order in which they are read.

use crate::address;
use crate::chapter::Part;
use crate::figure::{self, FigureView, Targets};
use crate::reader::Reader;
use draad_core::CaseId;
use draad_core::diagnostic::Outcome;
use draad_figures::Figure;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What a figure is of. Figures of cases stand after those of the parts before [`Part::CoOccurrence`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Subject {
    /// A part of the page.
    Part(Part),
    /// A case.
    Case(CaseId),
}

/// Figures by what they are of.
pub(crate) struct Drawings(BTreeMap<Subject, Vec<FigureView>>);

impl Drawings {
    /// Makes all figures fit for the page.
    ///
    /// # Errors
    /// `ReportFailed` when one is no well-formed SVG.
    pub(crate) fn new(reader: &Reader) -> Outcome<Self> {
        let targets = Targets::new(reader);
        let ordered = in_order(reader);
        let views = ordered.par_iter().enumerate().map(|(place, (subject, figure))| {
            let number = place + 1;
            let label = reader.words.say_with("page-figure", [("n", number.into())]);
            figure::view(figure, &format!("f{number}-"), label, &targets, &here(subject))
        });
        let views = views.collect::<Outcome<Vec<FigureView>>>()?;
        let mut by_subject: BTreeMap<Subject, Vec<FigureView>> = BTreeMap::new();
        for ((subject, _), view) in ordered.into_iter().zip(views) {
            by_subject.entry(subject).or_default().push(view);
        }
        Ok(Self(by_subject))
    }

    /// Returns the figures of something, which nobody else gets then.
    pub(crate) fn take(&mut self, subject: Subject) -> Vec<FigureView> {
        self.0.remove(&subject).unwrap_or_default()
    }
}

/// Returns the address of the part of the page in which a figure stands.
fn here(subject: &Subject) -> String {
    match subject {
        Subject::Part(part) => part.name().to_owned(),
        Subject::Case(case) => address::case(case),
    }
}

/// Returns all figures in the order of the page.
fn in_order<'a>(reader: &Reader<'a>) -> Vec<(Subject, &'a Figure)> {
    let input = reader.input;
    let mut chapters: Vec<_> = input.chapters.iter().collect();
    chapters.sort_by_key(|chapter| chapter.part);
    let of_part = chapters.into_iter().flat_map(|chapter| {
        chapter.figures.iter().map(move |figure| (Subject::Part(chapter.part), &**figure))
    });
    let (before, after): (Vec<_>, Vec<_>) =
        of_part.partition(|(subject, _)| *subject < Subject::Part(Part::CoOccurrence));
    let cases = input.table.cases.iter().filter_map(|column| input.of_cases.get_key_value(&column.id));
    let of_cases =
        cases.flat_map(|(case, figures)| figures.iter().map(|figure| (Subject::Case(case.clone()), figure)));
    before.into_iter().chain(of_cases).chain(after).collect()
}
