//! A panel: one factor, its cases, and two passages that contradict each other. Laid out before it is drawn.

use super::Subject;
use crate::flow::even_parts;
use crate::sheet::PAGE_NUMBER;
use crate::text::{HEAD, SMALL};
use draad_analysis::tensions::{Flip, Tension};
use draad_analysis::{CellState, Passage};

/// Between panels, sideways and downwards.
pub(super) const BETWEEN: (f64, f64) = (6.0, 6.0);
/// A panel is at least as wide as this where the page allows it.
const NARROWEST: f64 = 54.0;
/// The height of a case.
pub(super) const STEP: f64 = 5.0;
/// Between the ids and the marks.
pub(super) const ID_GAP: f64 = 2.2;
/// Between the title and the cases, the cases and the names of the values, these and the quotes.
pub(super) const GAPS: [f64; 3] = [1.2, 0.8, 1.6];
/// Lines of a quote.
const QUOTE_LINES: usize = 4;
/// The room for the mark before a quote.
pub(super) const QUOTE_INDENT: f64 = 3.0;

/// What a panel takes beside its cases: title, names of the values, and quotes at their longest.
const REST: f64 = 50.0;
/// Height of the line that says what the marks are.
const LEGEND: f64 = 5.0;
/// Lines that say what the numbers are, at most.
const KEY_LINES: usize = 4;

/// Returns the height that a page has for panels.
pub(super) fn room(subject: &Subject) -> f64 {
    let format = subject.style.format;
    format.max_height_mm()
        - 2.0 * format.edge_mm()
        - LEGEND
        - KEY_LINES as f64 * SMALL.line_mm()
        - PAGE_NUMBER
}

/// Where panels stand on a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grid {
    /// How many stand side by side.
    pub(super) across: usize,
    /// How wide each is.
    pub(super) width: f64,
}

/// A panel.
pub(super) struct Panel<'a> {
    pub(super) tension: &'a Tension,
    /// The name of the factor, in lines.
    pub(super) title: Vec<String>,
    /// In how many cases.
    pub(super) subtitle: String,
    /// The cases that flip, in the order of their lines.
    pub(super) flips: Vec<&'a Flip>,
    /// The passage that promotes and the one that hinders, in lines; none where no two stand against each other.
    pub(super) quotes: Vec<Vec<String>>,
}

impl Grid {
    /// Fits as many panels as can be across a page of this width.
    pub(super) fn new(content: f64) -> Self {
        let across = ((content + BETWEEN.0) / (NARROWEST + BETWEEN.0)).floor().max(1.0);
        Self { across: across as usize, width: (content - (across - 1.0) * BETWEEN.0) / across }
    }
}

/// The names of the values, as they stand under the cases.
pub(super) struct LevelNames {
    /// Position of each value, and its name in lines or its number.
    pub(super) names: Vec<(usize, Vec<String>)>,
    /// What the numbers mean, in lines as wide as the page, where there was no room for names.
    pub(super) key: Vec<String>,
}

impl LevelNames {
    /// Returns the height of the legend in millimetres.
    pub(super) fn legend_height(&self) -> f64 {
        LEGEND + self.key.len() as f64 * SMALL.line_mm()
    }

    /// Returns how many lines the names take.
    pub(super) fn n_lines(&self) -> usize {
        self.names.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0)
    }
}

/// Fits the names of the values under cases of this width.
pub(super) fn level_names(subject: &Subject, width: f64) -> LevelNames {
    let levels = subject.levels();
    let room = width / levels.len().max(1) as f64 - 1.0;
    let wrapped = levels.iter().map(|(at, name)| Some((*at, SMALL.wrap_words(name, room, 2)?)));
    if let Some(names) = wrapped.collect::<Option<Vec<_>>>() {
        return LevelNames { names, key: Vec::new() };
    }
    let numbered = levels.iter().enumerate();
    let key = numbered.clone().map(|(n, (_, name))| format!("{} = {name}", n + 1));
    let names = numbered.map(|(n, (at, _))| (*at, vec![(n + 1).to_string()]));
    let format = subject.style.format;
    let content = format.width_mm() - 2.0 * format.edge_mm();
    LevelNames {
        names: names.collect(),
        key: SMALL.set(&key.collect::<Vec<_>>().join(", "), content, KEY_LINES),
    }
}

/// Lays out a panel for each factor, or several where it flips in more cases than a page has room for.
pub(super) fn panels<'a>(subject: &Subject<'a>, flipping: &[&'a Tension]) -> Vec<Panel<'a>> {
    let format = subject.style.format;
    let grid = Grid::new(format.width_mm() - 2.0 * format.edge_mm());
    let most = (room(subject) - REST) / STEP;
    let of_factor =
        |tension: &&'a Tension| Panel::parts(subject, tension, grid.width, most.max(1.0) as usize);
    flipping.iter().flat_map(of_factor).collect()
}

impl<'a> Panel<'a> {
    /// Lays out the panels of a factor, each with at most `most` cases; the quotes stand under the last.
    fn parts(subject: &Subject<'a>, tension: &'a Tension, width: f64, most: usize) -> Vec<Self> {
        let whole = Self::new(subject, tension, width);
        let parts = even_parts(whole.flips.len(), most);
        let n = parts.len();
        let part = |(number, range): (usize, std::ops::Range<usize>)| Self {
            tension,
            title: if number == 0 { whole.title.clone() } else { whole.continued(subject, width) },
            subtitle: whole.subtitle.clone(),
            flips: whole.flips[range].to_vec(),
            quotes: if number + 1 == n { whole.quotes.clone() } else { Vec::new() },
        };
        parts.into_iter().enumerate().map(part).collect()
    }

    fn continued(&self, subject: &Subject, width: f64) -> Vec<String> {
        let name = subject.drawn_name(self.tension);
        HEAD.wrap(&subject.style.words.say_with("figure-continued", [("head", name.into())]), width, 2)
    }

    fn new(subject: &Subject<'a>, tension: &'a Tension, width: f64) -> Self {
        let mut flips: Vec<&Flip> = tension.keys[0].flips.iter().collect();
        flips.sort_by_key(|flip| {
            (flip.states.iter().map(|state| rank(*state)).collect::<Vec<_>>(), flip.case)
        });
        let voices = tension.voices.first();
        let passages = voices.into_iter().flat_map(|voices| [&voices.promoting, &voices.hindering]);
        Self {
            tension,
            title: HEAD.wrap(&subject.drawn_name(tension), width, 2),
            subtitle: subject.flips_in(tension),
            flips,
            quotes: passages.map(|passage| quote(subject, passage, width - QUOTE_INDENT)).collect(),
        }
    }

    /// Returns the height of title and subtitle.
    pub(super) fn head_height(&self) -> f64 {
        self.title.len() as f64 * HEAD.line_mm() + SMALL.line_mm() + GAPS[0]
    }

    /// Returns the height of the cases.
    pub(super) fn cases_height(&self) -> f64 {
        self.flips.len() as f64 * STEP
    }

    /// Returns the height of the quotes.
    fn quotes_height(&self) -> f64 {
        let lines = self.quotes.iter().map(Vec::len).sum::<usize>() as f64;
        if self.quotes.is_empty() { 0.0 } else { GAPS[2] + lines * SMALL.line_mm() + 1.0 }
    }

    /// Returns the height of the whole panel, under which the names of the values take `n_lines` lines.
    pub(super) fn height(&self, n_lines: usize) -> f64 {
        self.head_height()
            + self.cases_height()
            + GAPS[1]
            + n_lines as f64 * SMALL.line_mm()
            + self.quotes_height()
    }
}

/// Promoting lines come before those that do both, and those before hindering ones.
fn rank(state: CellState) -> u8 {
    match state.directions() {
        (true, false) => 0,
        (true, true) => 1,
        (false, true) => 2,
        (false, false) => 3,
    }
}

/// Returns the words of a passage in lines, with who speaks where.
fn quote(subject: &Subject, passage: &Passage, width: f64) -> Vec<String> {
    let role = passage.role.as_ref().map(|role| subject.role_name(role));
    let phase = passage.phase.as_ref().map(|phase| subject.phase_name(phase));
    let who =
        std::iter::once(passage.case.to_string()).chain(role).chain(phase).filter(|part| !part.is_empty());
    let who = format!("({})", who.collect::<Vec<_>>().join(", "));
    let words = passage.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut lines = SMALL.set(&format!("“{words}”"), width, QUOTE_LINES);
    let shortest = lines.pop().unwrap_or_default();
    lines.extend(SMALL.set(&format!("{shortest} {who}"), width, 2));
    lines
}
