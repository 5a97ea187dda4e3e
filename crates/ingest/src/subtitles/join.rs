//! From cues to turns.
//!
//! Cues of one speaker in a row are one turn, however long the pauses. Where nobody is named, cues join into paragraphs: a
//! new one starts after a pause of [`PAUSE`], after a sentence once it has [`PARAGRAPH_CHARS`], at [`LONGEST_PARAGRAPH`] in
//! any case, and where a dash shows that somebody else speaks.

use super::reading::Reading;
use super::{Cue, Voice, words};
use crate::imported::{Change, Imported, LabelCounts, Loss, Part};
use crate::line::Line;
use crate::stored::Stored;
use crate::transcript::{Label, Labels, Stamp};
use draad_core::{Diagnostic, Problem, Recording, UnitKind, diagnostic::Outcome};

/// The pause after which a new paragraph starts, in milliseconds.
const PAUSE: u64 = 2_000;
/// The length from which the end of a sentence ends a paragraph, in characters.
const PARAGRAPH_CHARS: usize = 500;
/// The length at which a paragraph ends even inside a sentence, in characters: automatic captions have no full stops.
const LONGEST_PARAGRAPH: usize = 1_000;

/// Makes the stored text of the cues that were read. `reader` names who read them.
pub(super) fn compose(mut reading: Reading, reader: &str) -> Outcome<Imported> {
    if reading.cues.is_empty() {
        return Err(reading.refusal());
    }
    let labels = labels_in_words(&reading);
    labels.report_seen_once(reading.file, &mut reading.imported);
    let mut joiner = Joiner {
        labels: &labels,
        n_lines: 0,
        last: None,
        open: None,
        stored: Stored::default(),
        imported: reading.imported,
        label_counts: LabelCounts::default(),
    };
    for cue in &reading.cues {
        joiner.add(cue);
    }
    let mut imported = joiner.finish();
    imported.reading = format!("{reader}; {}", shape(&imported));
    if imported.labels.is_empty() && !reading.file.options.speakers.is_empty() {
        imported.diagnostics.push(Diagnostic::warning(reading.file.place(None), Problem::NoTurnsFound));
    }
    Ok(imported)
}

/// Names the choices made, for the reading.
fn shape(imported: &Imported) -> String {
    let paragraphs = format!("paragraphs; pause {} s; {PARAGRAPH_CHARS} characters", PAUSE / 1000);
    let has_paragraphs = imported.units.iter().any(|unit| unit.speaker.is_none());
    match (imported.labels.is_empty(), has_paragraphs) {
        (true, _) => paragraphs,
        (false, true) => format!("turns; {paragraphs}"),
        (false, false) => "turns".to_owned(),
    }
}

/// Finds the labels such as `Anna:` in words that no other mark gives a speaker.
fn labels_in_words(reading: &Reading) -> Labels {
    let voices = reading.cues.iter().flat_map(|cue| &cue.voices).filter(|voice| voice.speaker.is_none());
    let lines: Vec<Line> = voices.flat_map(|voice| &voice.lines).map(|text| line(text)).collect();
    Labels::find_strong(&lines, &reading.file.listed_labels())
}

fn line(text: &str) -> Line {
    Line { text: text.to_owned(), ..Line::default() }
}

/// Words in a row of one speaker within a cue.
struct Run<'c> {
    speaker: Option<String>,
    words: Vec<&'c str>,
    is_other: bool,
}

/// A turn or paragraph that may go on.
struct Turn {
    speaker: Option<String>,
    words: String,
    n_chars: usize,
    recording: Recording,
}

struct Joiner<'l> {
    labels: &'l Labels,
    /// How many lines without a speaker of their own have come, which is how the labels count lines.
    n_lines: usize,
    /// Whom the last label in the words named.
    last: Option<String>,
    open: Option<Turn>,
    stored: Stored,
    imported: Imported,
    label_counts: LabelCounts,
}

impl Joiner<'_> {
    fn add(&mut self, cue: &Cue) {
        let mut is_first = true;
        for run in cue.voices.iter().flat_map(|voice| self.runs(voice)).collect::<Vec<_>>() {
            let words = run.words.join(" ");
            if words.is_empty() {
                continue;
            }
            match self.open.as_mut().filter(|turn| turn.takes(&run, cue.recording)) {
                Some(turn) => {
                    turn.go_on(&words, cue.recording);
                    self.imported.report.change(Change::CuesJoined, usize::from(is_first), None);
                }
                None => {
                    self.close();
                    self.open = Some(Turn::new(run.speaker, words, cue.recording));
                }
            }
            is_first = false;
        }
    }

    /// Takes the words of a voice apart where a label or a dash shows that somebody else speaks.
    fn runs<'c>(&mut self, voice: &'c Voice) -> Vec<Run<'c>> {
        if let Some(speaker) = &voice.speaker {
            let mut words: Vec<&str> = voice.lines.iter().map(String::as_str).collect();
            words[0] = self.without_time(without_label(words[0], speaker));
            words.retain(|words| !words.is_empty());
            return vec![Run { speaker: Some(speaker.clone()), words, is_other: voice.is_other }];
        }
        // Where labels say who speaks, a dash is a dash.
        let is_other = voice.is_other && self.last.is_none();
        let mut run = Run { speaker: self.last.clone(), words: Vec::new(), is_other };
        let mut runs = Vec::new();
        for text in &voice.lines {
            let found = self.labels.of(self.n_lines);
            self.n_lines += 1;
            if let Some((label, speaker)) = found {
                let next = Run { speaker: Some(speaker.to_owned()), words: Vec::new(), is_other: false };
                runs.push(std::mem::replace(&mut run, next));
                self.last = run.speaker.clone();
                run.words.extend(Some(text[label.words..].trim()).filter(|words| !words.is_empty()));
                continue;
            }
            if run.speaker.is_none() && !run.words.is_empty() && words::starts_with_dash(text) {
                let next = Run { speaker: None, words: Vec::new(), is_other: true };
                runs.push(std::mem::replace(&mut run, next));
            }
            run.words.push(text);
        }
        runs.push(run);
        runs
    }

    /// Returns `text` without the time at its start, as noScribe may write it although the cue has its own.
    fn without_time<'t>(&mut self, text: &'t str) -> &'t str {
        let Some(stamp) = Stamp::at(text, 0).filter(Stamp::is_sure) else { return text };
        self.imported.report.lose(Loss::CueTags, 1, Some(text[stamp.range.clone()].to_owned()));
        text[stamp.range.end..].trim_start()
    }

    /// Stores the open turn.
    fn close(&mut self) {
        let Some(turn) = self.open.take() else { return };
        let label = turn.speaker.as_ref().map_or(String::new(), |speaker| format!("{speaker}: "));
        let range = self.stored.push_line(&format!("{label}{}", turn.words));
        let words = range.start + label.len()..range.end;
        if !self.stored.push_unit(words, UnitKind::Said, turn.speaker.as_deref(), None) {
            return;
        }
        if let Some(unit) = self.stored.units.last_mut() {
            unit.recording = Some(turn.recording);
        }
        match &turn.speaker {
            Some(speaker) => {
                self.imported.report.keep(Part::Turns, 1);
                let count = self.label_counts.of(speaker);
                count.n_units += 1;
                count.n_turns += 1;
            }
            None => self.imported.report.keep(Part::Paragraphs, 1),
        }
    }

    fn finish(mut self) -> Imported {
        self.close();
        (self.imported.text, self.imported.units) = self.stored.finish();
        self.imported.labels = self.label_counts.into_list();
        self.imported
    }
}

impl Turn {
    fn new(speaker: Option<String>, words: String, recording: Recording) -> Self {
        Self { speaker, n_chars: words.chars().count(), words, recording }
    }

    /// Returns whether a run that starts with a cue's recording belongs to this turn.
    fn takes(&self, run: &Run, recording: Recording) -> bool {
        if self.speaker != run.speaker || run.is_other {
            return false;
        }
        let until = self.recording.end.unwrap_or(self.recording.start);
        let pause = recording.start.0.saturating_sub(until.0);
        let is_full = self.n_chars >= LONGEST_PARAGRAPH
            || (self.n_chars >= PARAGRAPH_CHARS && ends_sentence(&self.words));
        self.speaker.is_some() || (pause < PAUSE && !is_full)
    }

    fn go_on(&mut self, words: &str, recording: Recording) {
        self.words.push(' ');
        self.words.push_str(words);
        self.n_chars += 1 + words.chars().count();
        self.recording.start = self.recording.start.min(recording.start);
        // A cue whose end is unknown leaves the turn's end unknown; one that lasts less long does not shorten it.
        self.recording.end = recording.end.map(|end| self.recording.end.map_or(end, |until| until.max(end)));
    }
}

/// Returns `text` without the label at its start, where a program writes the voice's name there once more.
fn without_label<'t>(text: &'t str, speaker: &str) -> &'t str {
    match Label::at_start(&line(text)) {
        Some(label) if label.sign.is_strong() && &text[label.name.clone()] == speaker => {
            text[label.words..].trim()
        }
        _ => text,
    }
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['"', '\'', ')', '”', '’', '»']).ends_with(['.', '!', '?', '…'])
}
