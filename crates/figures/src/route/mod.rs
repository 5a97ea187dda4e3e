//! The route: lanes for the people, columns for the phases, conversations that join lanes, and goals; with the contacts
//! of a case against it.

mod draw;
mod list;
mod say;

use crate::canvas::Ids;
use crate::figure::Figure;
use crate::style::Style;
use draad_analysis::RouteCourse;
use draad_core::Study;
use draad_core::diagnostic::Outcome;
use say::Subject;

/// Draws the route. `study` gives things their names.
///
/// # Errors
/// None so far: a route without phases or actors is none.
pub fn route(course: &RouteCourse, study: &Study, style: &Style) -> Outcome<Figure> {
    let subject = Subject { course, study, style };
    let alt = subject.alt();
    let pages = draw::pages(&subject, &alt, &mut Ids::default());
    let caption = subject.caption();
    Ok(Figure::new("route", pages, caption, alt, style.words))
}
