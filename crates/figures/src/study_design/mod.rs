//! The design of the study: a column per phase of the research with its question, a row per method, and who was heard.

mod cell;
mod draw;
mod say;

use crate::canvas::Ids;
use crate::figure::Figure;
use crate::style::Style;
use draad_analysis::StudyDesign;
use draad_core::Study;
use draad_core::diagnostic::Outcome;
use say::Subject;

/// Draws the design of a study. `study` gives things their names.
///
/// # Errors
/// None so far: a design without a method is none.
pub fn study_design(design: &StudyDesign, study: &Study, style: &Style) -> Outcome<Figure> {
    let subject = Subject { design, study, style };
    let alt = subject.alt();
    let pages = draw::pages(&subject, &alt, &mut Ids::default());
    let caption = subject.caption();
    Ok(Figure::new("study-design", pages, caption, alt, style.words))
}
