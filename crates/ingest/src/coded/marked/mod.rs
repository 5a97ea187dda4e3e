//! Text in which passages are marked where they stand, as people do in Word or a text editor: `[vertrouwen+]Ik vertrouw
//! haar.[/vertrouwen]`. The sign is the valence: `+` promoting, `-` hindering, `±` ambivalent.

mod marks;

use crate::coded::text::ForeignText;
use crate::coded::{CodedProject, ForeignCode, ForeignCoding, ForeignSource, Placement, Reason, Thing};
use crate::{File, format, transcript};
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};
use marks::{Pair, Pairs};
use std::collections::BTreeMap;
use std::ops::Range;

/// How much of a text shows whether passages are marked in it.
const SAMPLE: usize = 4 << 20;
/// How many marks without their other half are named one by one.
const MOST_NAMED: usize = 1000;

/// Returns whether a file is a text with at least one passage between two marks of the same name.
pub(crate) fn recognise(name: &str, bytes: &[u8]) -> bool {
    let is_text = matches!(format::extension(name).as_str(), "txt" | "md" | "markdown" | "text" | "");
    let start = &bytes[..bytes.len().min(SAMPLE)];
    if !is_text || bytes.starts_with(b"PK") || !start.windows(2).any(|two| two == b"[/") {
        return false;
    }
    let text = crate::decode::decode(start).text;
    !format::is_binary(&text) && !marks::find(&text).pairs.is_empty()
}

/// Reads a text and what is marked in it. The stored text is the text without the marks.
pub(crate) fn read(file: &File, bytes: &[u8]) -> Outcome<CodedProject> {
    let decoded = file.decode(bytes)?;
    let raw = &decoded.text;
    let found = marks::find(raw);
    let mut project =
        CodedProject { reading: format!("marked{}", decoded.reading()), ..CodedProject::default() };
    if decoded.is_guess {
        let encoding = decoded.encoding.to_owned();
        project.diagnostics.push(Diagnostic::note(file.place(None), Problem::NotUtf8 { encoding }));
    }
    let lines = Lines::new(raw);
    let bare = Bare::new(raw, &found.pairs);
    let text = ForeignText::new(&bare.text);
    let units = transcript::units_of(file, &text.stored);
    let mut codes = Codes::default();
    let mut source = ForeignSource { name: stem(file.name).to_owned(), ..ForeignSource::default() };
    let log = &mut project.reconciliation;
    log.claim(Thing::Codings, found.pairs.len() + found.unclosed.len() + found.unopened.len());
    log.read(Thing::Codings, found.pairs.len());
    for pair in &found.pairs {
        let words = trimmed(&bare.text, bare.place(pair.open.end)..bare.place(pair.close.start));
        let Some(span) = text.span(words) else {
            let line = lines.of(pair.open.start).to_string();
            log.lose(Thing::Codings, pair.path.join(" > "), Reason::LineWithoutWords, line);
            continue;
        };
        let mut coding = ForeignCoding::new(codes.place(&pair.path), Placement::Span(span));
        coding.valence = pair.valence;
        source.codings.push(coding);
    }
    report_loose(file, &lines, raw, &found, &mut project);
    let (n_codes, log) = (codes.codes.len(), &mut project.reconciliation);
    for (thing, n) in [(Thing::Sources, 1), (Thing::Codes, n_codes)] {
        log.claim(thing, n);
        log.read(thing, n);
    }
    (source.units, source.date) = (units.units, units.date);
    source.reading.clone_from(&project.reading);
    source.text = Some(text.stored);
    project.codes = codes.codes;
    project.sources = vec![source];
    Ok(project)
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Reports marks without their other half. They stay text: a mark is never guessed.
fn report_loose(file: &File, lines: &Lines, raw: &str, found: &Pairs, project: &mut CodedProject) {
    let problems =
        found.unclosed.iter().map(|at| (at, true)).chain(found.unopened.iter().map(|at| (at, false)));
    for (n, (at, is_open)) in problems.enumerate() {
        if n >= MOST_NAMED {
            project.reconciliation.lose(Thing::Codings, "…", Reason::MarkWithoutOther, "…");
            continue;
        }
        let mark = raw[at.clone()].to_owned();
        let line = lines.of(at.start);
        project.reconciliation.lose(Thing::Codings, &mark, Reason::MarkWithoutOther, line.to_string());
        let problem = if is_open { Problem::MarkNotClosed { mark } } else { Problem::MarkNotOpened { mark } };
        project.diagnostics.push(Diagnostic::warning(file.place(Some(line)), problem));
    }
}

/// Where the lines of a text end.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// Returns the line of a place, counted from 1.
    fn of(&self, at: usize) -> u32 {
        self.0.partition_point(|end| *end < at) as u32 + 1
    }
}

/// Returns a range without the blanks at either end.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    start..(range.start + words.trim_end().len()).max(start)
}

/// A text without its marks, and the way from places in the one to places in the other.
struct Bare {
    text: String,
    /// Where each mark ended, and how many bytes of marks there are up to there.
    removed: Vec<(usize, usize)>,
}

impl Bare {
    fn new(raw: &str, pairs: &[Pair]) -> Self {
        let mut marks: Vec<&Range<usize>> = pairs.iter().flat_map(|pair| [&pair.open, &pair.close]).collect();
        marks.sort_by_key(|mark| mark.start);
        let mut bare =
            Self { text: String::with_capacity(raw.len()), removed: Vec::with_capacity(marks.len()) };
        let (mut from, mut n) = (0, 0);
        for mark in marks {
            bare.text.push_str(&raw[from..mark.start]);
            from = mark.end;
            n += mark.len();
            bare.removed.push((mark.end, n));
        }
        bare.text.push_str(&raw[from..]);
        bare
    }

    /// Returns where a place outside all marks is.
    fn place(&self, raw: usize) -> usize {
        let before = self.removed.partition_point(|(end, _)| *end <= raw);
        raw - before.checked_sub(1).map_or(0, |last| self.removed[last].1)
    }
}

/// The codes in the order of the text; capitals make no difference.
#[derive(Default)]
struct Codes {
    codes: Vec<ForeignCode>,
    places: BTreeMap<(Option<usize>, String), usize>,
}

impl Codes {
    fn place(&mut self, path: &[String]) -> usize {
        let mut parent = None;
        for name in path {
            let codes = &mut self.codes;
            let place = *self.places.entry((parent, name.to_lowercase())).or_insert_with(|| {
                codes.push(ForeignCode {
                    name: name.clone(),
                    parent,
                    is_codable: true,
                    ..ForeignCode::default()
                });
                codes.len() - 1
            });
            parent = Some(place);
        }
        parent.expect("a path has at least one name")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::{CodedFormat, CodedOptions, read_project, recognise};
    use draad_core::Valence;
    use proptest::prelude::*;

    fn project(text: &str) -> CodedProject {
        read_project("gesprek.txt", text.as_bytes(), &CodedOptions::default()).unwrap()
    }

    fn codings(project: &CodedProject) -> Vec<(&str, &str, Option<Valence>)> {
        let source = &project.sources[0];
        let text = source.text.as_deref().unwrap();
        let mut found = Vec::new();
        for coding in &source.codings {
            let Placement::Span(span) = &coding.place else { panic!("{coding:?}") };
            found.push((project.codes[coding.code].name.as_str(), &text[span.range()], coding.valence));
        }
        found
    }

    #[test]
    fn passages_are_found_in_the_text_without_marks() {
        let text = "I: Hoe gaat het?\r\nR: [vertrouwen+]Ik vertrouw [naam] e\u{301}cht. [rust]Het is[/vertrouwen] \
            rustig.[/rust]\r\nI: Ja.\r\nR: [Vertrouwen-] Toch niet [/vertrouwen]\r\n";
        let project = project(text);
        let stored = "I: Hoe gaat het?\nR: Ik vertrouw [naam] écht. Het is rustig.\nI: Ja.\nR:  Toch niet \n";
        assert_eq!(project.sources[0].text.as_deref(), Some(stored));
        let expected = [
            ("vertrouwen", "Ik vertrouw [naam] écht. Het is", Some(Valence::Promoting)),
            ("rust", "Het is rustig.", None),
            ("vertrouwen", "Toch niet", Some(Valence::Hindering)),
        ];
        assert_eq!(codings(&project), expected);
        assert_eq!(project.sources[0].units.len(), 4);
        assert!(project.diagnostics.is_empty());
    }

    #[test]
    fn loose_marks_stay_text_and_are_named_with_their_line() {
        let project = project("[steun]Ja[/steun]\n[steun]en verder\n[naam][/rust]\n[leeg][/leeg]\n");
        assert_eq!(codings(&project), [("steun", "Ja", None)]);
        let places: Vec<_> = project.diagnostics.iter().map(|found| found.place.line).collect();
        assert_eq!(places, [Some(2), Some(3)]);
        assert_eq!(project.sources[0].text.as_deref(), Some("Ja\n[steun]en verder\n[naam][/rust]\n\n"));
        assert_eq!(project.reconciliation.claimed[&Thing::Codings], 4);
        assert_eq!(project.reconciliation.entries.len(), 3);
    }

    #[test]
    fn a_text_without_a_pair_is_just_a_text() {
        let is_marked = |text: &str| recognise("x.txt", text.as_bytes()) == Some(CodedFormat::Marked);
        assert!(is_marked("[a]x[/a]"));
        assert!(!is_marked("[naam] en [/b] en [b]"));
        assert!(!is_marked("[a]x[/a] [[cid=1]]"));
        assert_eq!(recognise("x.csv", b"[a]x[/a]"), None);
    }

    proptest! {
        #[test]
        fn marks_put_around_any_words_are_found_there(
            before in "[a-zé👋 .\n]{0,20}", words in "[a-zé👋][a-zé👋 .]{0,10}[a-z]", after in "[a-zé👋 .\n]{0,20}",
        ) {
            let project = project(&format!("{before}[een][twee±]{words}[/een]{after}[/twee]"));
            let stored = project.sources[0].text.as_deref().unwrap();
            prop_assert_eq!(stored, format!("{before}{words}{after}"));
            let found = codings(&project);
            prop_assert_eq!(found[0], ("een", words.as_str(), None));
            let both = format!("{words}{after}");
            prop_assert_eq!(found[1], ("twee", both.trim(), Some(Valence::Ambivalent)));
        }

        #[test]
        fn any_text_can_be_read(text in "(\\[|\\]|/|[a-b+é -]|\n){0,60}") {
            let _ = read_project("x.txt", format!("[a]x[/a]{text}").as_bytes(), &CodedOptions::default());
        }
    }
}
