//! Portraits of texts: bars where a code stands in them, at real length, under those who speak. Of one source, and as
//! `codeline` of all those of a case in the order of their dates.

mod draw;
mod say;
mod strip;

use crate::canvas::Ids;
use crate::figure::Figure;
use crate::style::Style;
use draad_analysis::Portrait;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Study};
use say::Subject;

/// Draws a portrait of one source, or the codeline of a case. `study` gives things their names.
///
/// # Errors
/// `NothingToShow` where nothing is coded.
pub fn portrait(portrait: &Portrait, study: &Study, style: &Style) -> Outcome<Figure> {
    let subject = Subject { portrait, study, style };
    if portrait.codes.is_empty() {
        let problem = Problem::NothingToShow { reason: "no-codings".into() };
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let alt = subject.alt();
    let pages = draw::pages(&subject, &alt, &mut Ids::default());
    let caption = subject.caption();
    Ok(Figure::new(subject.name(), pages, caption, alt, style.words))
}
