//! Tables as a piece of a web page, for notebooks.

use crate::show::View;
use draad_core::diagnostic::Outcome;
use draad_report::{Sheet, fragment};
use draad_words::Words;

/// Writes tables as people read them, with their notes below them. Of each at most `limit` rows are shown, and below it
/// stands how many there are.
///
/// # Errors
/// `ReportFailed` when it cannot be put together.
pub fn html(words: &Words, views: &[View], notes: &[String], limit: Option<usize>) -> Outcome<String> {
    let sheets: Vec<Sheet> = views.iter().map(|view| sheet(words, view.clone(), limit)).collect();
    fragment::render(*words, &sheets, notes)
}

/// Only how many rows are shown stays with the table; all other notes stand below, each once.
fn sheet(words: &Words, view: View, limit: Option<usize>) -> Sheet {
    let bare = View { notes: Vec::new(), ..view };
    let (Some(limit), all) = (limit, bare.n_rows()) else { return bare.into() };
    let mut limited = bare.limited(words, limit);
    if all > limit {
        let args = [("shown", limit.into()), ("all", all.into())];
        limited.notes = vec![words.say_with("table-rows-shown", args)];
    }
    limited.into()
}
