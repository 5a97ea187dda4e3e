//! Ink of the scores, page by page.

use super::Subject;
use super::panel::{HEIGHT, Panel, Shared, glyph, length};
use crate::canvas::{Canvas, Ids};
use crate::figure::Page;
use crate::legend::{Entry, Legend, Sample};
use crate::scale::AreaScale;
use crate::sheet::{self, PAGE_NUMBER};
use draad_core::settings::Named;

/// Least width of a panel.
const LEAST_WIDTH: f64 = 38.0;
/// Between panels: beside and below each other.
const BETWEEN: (f64, f64) = (5.0, 3.5);

/// Draws all pages: as many rows of panels on each as there is room for.
pub(super) fn pages(subject: &Subject, alt: &str, ids: &mut Ids) -> Vec<Page> {
    let format = subject.style.format;
    let edge = format.edge_mm();
    let content = format.width_mm() - 2.0 * edge;
    let across = ((content + BETWEEN.0) / (LEAST_WIDTH + BETWEEN.0)).floor().max(1.0);
    let shared = Shared {
        subject,
        width: (content - BETWEEN.0 * (across - 1.0)) / across,
        days: subject.panels().map(|(_, case)| length(case)).fold(0.0, f64::max),
        names_instrument: subject.scores.instruments.len() > 1,
    };
    let legend = legend(subject, content);
    let room = format.max_height_mm() - 2.0 * edge - legend.height() - PAGE_NUMBER;
    let rows = ((room / (HEIGHT + BETWEEN.1)).floor().max(1.0)) as usize;
    let panels: Vec<_> = subject.panels().collect();
    let cut: Vec<_> = panels.chunks(rows * across as usize).collect();
    let n = cut.len();
    let mut page = |(number, panels): (usize, &&[_])| {
        let mut canvas = Canvas::new(ids);
        for (place, &(instrument, case)) in panels.iter().enumerate() {
            let (row, column) = (place / across as usize, place % across as usize);
            let left = edge + column as f64 * (shared.width + BETWEEN.0);
            let top = edge + row as f64 * (HEIGHT + BETWEEN.1);
            Panel { shared: &shared, instrument, case, left, top }.draw(&mut canvas);
        }
        let y = edge + panels.len().div_ceil(across as usize) as f64 * (HEIGHT + BETWEEN.1);
        let words = subject.style.words;
        legend.draw(
            &mut canvas,
            (edge, y),
            "scores-legend",
            &words.say("figure-legend"),
            &subject.style.theme,
        );
        let title = words.say("figure-scores-title");
        sheet::finish(canvas, y + legend.height(), title, alt, (number + 1, n), subject.style)
    };
    cut.iter().enumerate().map(&mut page).collect()
}

/// Says which role has which glyph, and what the bands and the numbers below are.
fn legend(subject: &Subject, width: f64) -> Legend {
    let words = subject.style.words;
    let role = |(place, (_, name)): (usize, (_, String))| {
        let (glyph, filling) = glyph(place);
        Entry { sample: Sample::Glyph(glyph, filling, Some(place)), text: name }
    };
    let roles: Vec<Entry> = subject.roles().into_iter().enumerate().map(role).collect();
    let text = |text: String| Entry { sample: Sample::Words, text };
    let name = |phase: &Named<draad_core::PhaseId>| phase.name(words.language);
    let phases: Vec<String> = subject.study.settings.phases.iter().map(name).collect();
    let mut notes = vec![text(words.say("figure-scores-years"))];
    if subject.panels().any(|(_, case)| !case.periods.is_empty()) {
        notes.push(text(words.say_with("figure-scores-bands", [("phases", phases.join(", ").into())])));
    }
    Legend::new(vec![roles, notes], AreaScale { unit_mm: 1.0, cap: 1, max: 1 }, width)
}
