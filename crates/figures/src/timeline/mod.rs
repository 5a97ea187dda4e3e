//! The timeline of one case: a lane per role with contacts and what was coded, the material, and the scores, over phases.

mod draw;
mod lane;
mod say;

use crate::canvas::Ids;
use crate::figure::Figure;
use crate::style::Style;
use draad_analysis::CaseTimeline;
use draad_core::Study;
use draad_core::diagnostic::Outcome;
use say::Subject;

pub(crate) use say::filling;

/// Draws the timeline of a case. `study` gives things their names.
///
/// # Errors
/// None so far: a timeline without anything to show is none.
pub fn timeline(timeline: &CaseTimeline, study: &Study, style: &Style) -> Outcome<Figure> {
    let subject = Subject::new(timeline, study, style);
    let alt = subject.alt();
    let pages = draw::pages(&subject, &alt, &mut Ids::default());
    let caption = subject.caption();
    Ok(Figure::new("timeline", pages, caption, alt, style.words))
}
