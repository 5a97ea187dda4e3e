//! Pieces of text as the style makes them.

use crate::items::HYPHEN;
use draad_core::Language;
use hayagriva::citationberg::FontStyle;
use hayagriva::{ElemChild, ElemChildren, ElemMeta};

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether it is italic.
    pub is_italic: bool,
}

impl Run {
    /// Makes a piece of plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_italic: false }
    }
}

/// Returns runs as plain text.
pub fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Adds a run; one like the last becomes part of it.
pub(crate) fn push(runs: &mut Vec<Run>, run: Run) {
    match runs.last_mut() {
        _ if run.text.is_empty() => {}
        Some(last) if last.is_italic == run.is_italic => last.text.push_str(&run.text),
        _ => runs.push(run),
    }
}

/// Adds runs to others.
pub(crate) fn extend(runs: &mut Vec<Run>, more: impl IntoIterator<Item = Run>) {
    more.into_iter().for_each(|run| push(runs, run));
}

/// Returns what the style made as runs.
pub(crate) fn flat(children: &ElemChildren, language: Language) -> Vec<Run> {
    let mut runs = Vec::new();
    visit(children, false, &mut |run, _| push(&mut runs, run));
    let tidy = |run: Run| Run { text: tidied(&run.text, language), ..run };
    runs.into_iter().map(tidy).collect()
}

/// Returns what the style made of one work in a citation: the names, and what stands around them.
pub(crate) fn by_names(children: &ElemChildren) -> Parts {
    let mut parts = Parts::default();
    visit(children, false, &mut |run, is_name| {
        let part = match (is_name, parts.names.is_empty()) {
            (true, _) => &mut parts.names,
            (false, true) => &mut parts.before,
            (false, false) => &mut parts.after,
        };
        push(part, run);
    });
    if parts.names.is_empty() { by_title(parts.before) } else { parts }
}

/// Takes a citation apart that begins with a title, in italics or quotation marks, instead of a name.
fn by_title(all: Vec<Run>) -> Parts {
    let mut parts = Parts::default();
    for run in all {
        match (run.is_italic, run.text.rsplit_once('”')) {
            (true, _) if parts.after.is_empty() => push(&mut parts.names, run),
            (false, Some((title, rest))) if parts.names.is_empty() => {
                let opening = title.find('“').unwrap_or(0);
                push(&mut parts.before, Run::plain(&title[..opening]));
                push(&mut parts.names, Run::plain(format!("{}”", &title[opening..])));
                push(&mut parts.after, Run::plain(rest));
            }
            _ if parts.names.is_empty() => push(&mut parts.before, run),
            _ => push(&mut parts.after, run),
        }
    }
    parts
}

/// A work in a citation, taken apart at the names of its authors.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parts {
    /// What stands before the names.
    pub(crate) before: Vec<Run>,
    /// The names, or the title of a work that is cited by it.
    pub(crate) names: Vec<Run>,
    /// What stands after them.
    pub(crate) after: Vec<Run>,
}

fn visit(children: &ElemChildren, is_name: bool, see: &mut impl FnMut(Run, bool)) {
    for child in &children.0 {
        match child {
            ElemChild::Text(text) | ElemChild::Link { text, .. } => {
                let is_italic = text.formatting.font_style == FontStyle::Italic;
                see(Run { text: text.text.replace(HYPHEN, "-"), is_italic }, is_name);
            }
            ElemChild::Markup(text) => see(Run::plain(text.clone()), is_name),
            ElemChild::Elem(elem) => {
                let is_name = is_name || matches!(elem.meta, Some(ElemMeta::Names(_)));
                visit(&elem.children, is_name, see);
            }
            ElemChild::Transparent { .. } => {}
        }
    }
}

/// Takes out a sign that the library leaves where something is missing, `(2014,)`; and puts the day before the month in Dutch, which
/// the style leaves in the English order: `(2022, maart 4)`.
fn tidied(text: &str, language: Language) -> String {
    let text = text.replace(",)", ")");
    if language != Language::Nl {
        return text;
    }
    let swapped = text.match_indices('(').find_map(|(open, _)| {
        let (date, after) = text[open + 1..].split_once(')')?;
        let (year, date) = date.split_once(", ")?;
        let (month, day) = date.split_once(' ')?;
        let is_date = year.starts_with(|c: char| c.is_ascii_digit()) && day.parse::<u8>().is_ok();
        is_date.then(|| format!("{}({year}, {day} {month}){after}", &text[..open]))
    });
    swapped.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dutch_date_has_its_day_before_its_month() {
        let tidy = |text| tidied(text, Language::Nl);
        assert_eq!(tidy("Smit, A. (2022, maart 4). T, u 3)"), "Smit, A. (2022, 4 maart). T, u 3)");
        assert_eq!(
            tidy("Smit, A. (2022, maart). T 2019, deel 3)"),
            "Smit, A. (2022, maart). T 2019, deel 3)"
        );
        assert_eq!(tidy("*Jeugdwet*. (2014,). "), "*Jeugdwet*. (2014). ");
        assert_eq!(tidied("(2022, March 4)", Language::En), "(2022, March 4)");
    }
}
