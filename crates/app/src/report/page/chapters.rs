//! The parts of the page that show what was drawn: which figures and which tables belong to each.

use super::{reason, sheets};
use crate::figures;
use crate::results::Results;
use draad_core::diagnostic::Outcome;
use draad_figures::Figure;
use draad_report::{Absent, Chapter, Part, Sheet};
use rayon::prelude::*;
use std::sync::Arc;

/// What belongs to a part of the page.
struct Plan {
    part: Part,
    /// Figures, by name; those that this version has.
    figures: &'static [&'static str],
    tables: Tables,
}

/// Which tables stand under the figures of a part.
enum Tables {
    /// The page draws up its own.
    OfThePage,
    /// The table of this name.
    Named(&'static str),
    /// Made for the page.
    Made(fn(&Results) -> Outcome<Vec<Sheet>>),
}

/// All parts but [`Part::Further`], in which figures stand that no part names.
const PLANS: &[Plan] = &[
    Plan { part: Part::Design, figures: &["study-design"], tables: Tables::Made(sheets::design) },
    Plan { part: Part::Matrix, figures: &["matrix"], tables: Tables::OfThePage },
    Plan { part: Part::Triangulation, figures: &["triangulation"], tables: Tables::Named("triangulation") },
    Plan { part: Part::Tensions, figures: &["tensions"], tables: Tables::Named("tensions") },
    Plan { part: Part::Balance, figures: &["balance"], tables: Tables::OfThePage },
    Plan { part: Part::Contrast, figures: &["contrast"], tables: Tables::Named("contrast") },
    Plan {
        part: Part::CoOccurrence,
        figures: &["co-occurrence", "co-occurrence-network"],
        tables: Tables::Named("co-occurrence"),
    },
    Plan { part: Part::Similarity, figures: &["clusters", "map"], tables: Tables::Named("similarity") },
    Plan { part: Part::Agreement, figures: &["agreement"], tables: Tables::Named("agreement") },
    Plan { part: Part::Saturation, figures: &["saturation"], tables: Tables::Named("saturation") },
    Plan { part: Part::Qca, figures: &["truth-table", "solution", "xy-plot"], tables: Tables::Named("qca") },
    Plan { part: Part::Scores, figures: &["scores"], tables: Tables::Made(sheets::scores) },
    Plan { part: Part::Route, figures: &["route"], tables: Tables::Made(sheets::route) },
    Plan { part: Part::Keyness, figures: &["keyness"], tables: Tables::Made(sheets::keyness) },
    Plan { part: Part::Findings, figures: &["verdicts"], tables: Tables::OfThePage },
];

/// What there is to show, and what is not there.
pub(super) struct Chapters {
    pub(super) chapters: Vec<Chapter>,
    pub(super) absent: Vec<Absent>,
}

impl Chapters {
    /// Draws all figures of the study and lays out all tables, side by side.
    pub(super) fn make(results: &Results) -> Self {
        let names = figures::usual_names(results);
        let drawn: Vec<(&str, Outcome<Arc<Figure>>)> =
            names.par_iter().map(|&name| (name, figures::usual(results, name))).collect();
        let tables: Vec<Outcome<Vec<Sheet>>> =
            PLANS.par_iter().map(|plan| tables(results, &plan.tables)).collect();
        let mut chapters = Self { chapters: Vec::new(), absent: Vec::new() };
        for (plan, sheets) in PLANS.iter().zip(tables) {
            let figures = drawn.iter().filter(|(name, _)| plan.figures.contains(name));
            chapters.add(results, plan.part, figures, sheets);
        }
        let named = |name: &str| PLANS.iter().any(|plan| plan.figures.contains(&name));
        let further = drawn.iter().filter(|(name, _)| !named(name));
        chapters.add(results, Part::Further, further, Ok(Vec::new()));
        chapters
    }

    /// Adds a part with what there is of it. Where that is nothing, one sentence says why; otherwise one per figure that is
    /// not there.
    fn add<'d>(
        &mut self,
        results: &Results,
        part: Part,
        drawn: impl Iterator<Item = &'d (&'static str, Outcome<Arc<Figure>>)>,
        sheets: Outcome<Vec<Sheet>>,
    ) {
        let (mut figures, mut missing) = (Vec::new(), Vec::new());
        for (name, figure) in drawn {
            match figure {
                Ok(figure) => figures.push(Arc::clone(figure)),
                Err(error) => missing.push((*name, reason(results, error))),
            }
        }
        let (sheets, why_no_sheets) = match sheets {
            Ok(sheets) => (sheets, None),
            Err(error) => (Vec::new(), Some(reason(results, &error))),
        };
        if figures.is_empty() && sheets.is_empty() {
            let reason = why_no_sheets.or_else(|| missing.first().map(|(_, reason)| reason.clone()));
            self.absent.extend(reason.map(|reason| Absent { part: Some(part), figure: None, reason }));
            return;
        }
        let missing = missing.into_iter().map(|(name, reason)| Absent {
            part: Some(part),
            figure: Some(name.to_owned()),
            reason,
        });
        self.absent.extend(missing);
        self.chapters.push(Chapter { part, figures, sheets });
    }
}

/// Returns the tables of a part.
fn tables(results: &Results, tables: &Tables) -> Outcome<Vec<Sheet>> {
    match tables {
        Tables::OfThePage => Ok(Vec::new()),
        Tables::Made(make) => make(results),
        Tables::Named(name) => sheets::of_table(results, name),
    }
}
