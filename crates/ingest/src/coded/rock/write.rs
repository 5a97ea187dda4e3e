//! Writing a study as the ROCK wants it.

use super::lines_of::{LineCodings, Written};
use super::names::rock_names;
use super::uid::Uids;
use super::write_yaml::{attributes_block, codebook_block, project_file};
use super::{CODEBOOK, DATA_FOLDER, NO_CASE, PROJECT_FILE};
use crate::coded::{Reason, Reconciliation, Thing};
use draad_core::{CaseId, CodeId, CoderId, Coding, Source, Span, Study};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// Writes a study as files of the ROCK: path per file, and what becomes of each thing.
///
/// A source that one person coded, or nobody, is `data/<source>.rock`; one that several people coded has a file in the
/// folder of each of them, which the ROCK and `draad import` put together again by the identifiers of the lines. A line of
/// text is a line of the file: its identifier, the case (where it changes), the words, and the codes with their parents. The
/// attributes of a case stand in the first source about it; the codes are in `codebook.rock`.
///
/// The ROCK has no place inside a line: codings go to all lines that they touch, and the reconciliation says so of each.
pub fn write_rock(study: &Study) -> (BTreeMap<String, Vec<u8>>, Reconciliation) {
    let mut writer = Writer::new(study);
    writer.write_codebook();
    for source in study.sources.values() {
        writer.write_source(source);
    }
    writer.write_other_cases();
    writer.report_rest();
    (writer.files, writer.reconciliation)
}

/// Writes a study as one `.ROCKproject` file: an archive of what [`write_rock`] writes and of the settings of a project. The
/// same study gives the same bytes.
pub fn write_rock_project(study: &Study) -> (Vec<u8>, Reconciliation) {
    let (mut files, reconciliation) = write_rock(study);
    files.insert(PROJECT_FILE.to_owned(), project_file(&study.settings.title));
    (pack(&files).expect("an archive in memory can be written"), reconciliation)
}

fn pack(files: &BTreeMap<String, Vec<u8>>) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in files {
        archive.start_file(path.as_str(), options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

struct Writer<'s> {
    study: &'s Study,
    codes: BTreeMap<&'s str, String>,
    cases: BTreeMap<&'s str, String>,
    coders: BTreeMap<CoderId, String>,
    uids: Uids,
    /// Cases whose attributes stand somewhere already.
    described: BTreeSet<&'s CaseId>,
    by_source: BTreeMap<&'s str, Vec<&'s Coding>>,
    files: BTreeMap<String, Vec<u8>>,
    reconciliation: Reconciliation,
}

impl<'s> Writer<'s> {
    fn new(study: &'s Study) -> Self {
        let ids = study.coders();
        let names = rock_names(ids.iter().map(CoderId::as_str));
        let coders = ids.iter().map(|id| (id.clone(), names[id.as_str()].clone())).collect();
        let mut by_source: BTreeMap<&str, Vec<&Coding>> = BTreeMap::new();
        for coding in &study.codings {
            by_source.entry(coding.source.as_str()).or_default().push(coding);
        }
        Self {
            study,
            codes: rock_names(study.codebook.codes.keys().map(CodeId::as_str)),
            cases: rock_names(study.cases.keys().map(CaseId::as_str)),
            coders,
            uids: Uids::default(),
            described: BTreeSet::new(),
            by_source,
            files: BTreeMap::new(),
            reconciliation: Reconciliation::default(),
        }
    }

    fn write_codebook(&mut self) {
        let reconciliation = &mut self.reconciliation;
        for code in self.study.codebook.codes.values() {
            reconciliation.claim(Thing::Codes, 1);
            reconciliation.keep(Thing::Codes, code.id.as_str(), &self.codes[code.id.as_str()]);
        }
        if !self.study.codebook.codes.is_empty() {
            let block = codebook_block(self.study, &self.codes);
            self.files.insert(CODEBOOK.to_owned(), block.into_bytes());
        }
    }

    fn write_source(&mut self, source: &'s Source) {
        self.reconciliation.claim(Thing::Sources, 1);
        self.reconciliation.keep(Thing::Sources, source.id.as_str(), source.id.as_str());
        let codings = self.by_source.remove(source.id.as_str()).unwrap_or_default();
        let coders: BTreeSet<&CoderId> = codings.iter().map(|coding| &coding.coder).collect();
        let lines = Lines::new(source.text.as_str());
        let uids = self.uids.of_lines(source.id.as_str(), &lines.texts);
        let cases = self.cases_of_lines(source, &lines);
        let head = self.describe_cases(source);
        let write = |writer: &mut Self, coder: Option<&CoderId>, path: String, head: &str| {
            let own = codings.iter().filter(|coding| Some(&coding.coder) == coder).copied();
            let marks = writer.marks_of_lines(source, &lines, own);
            let coder = coder.map(|coder| writer.coders[coder].as_str());
            let text = written(head, coder, &lines, &uids, &cases, &marks);
            writer.files.insert(path, text.into_bytes());
        };
        if coders.len() < 2 {
            let path = format!("{DATA_FOLDER}{}.rock", source.id);
            return write(self, coders.first().copied(), path, &head);
        }
        for (n, coder) in coders.into_iter().enumerate() {
            let path = format!("{DATA_FOLDER}{coder}/{}.rock", source.id);
            write(self, Some(coder), path, if n == 0 { &head } else { "" });
        }
    }

    /// Returns the attributes of the cases that this is the first source about.
    fn describe_cases(&mut self, source: &Source) -> String {
        let parts = self.study.case_spans.iter().filter(|part| part.source == source.id);
        let here: BTreeSet<&CaseId> = source.cases.iter().chain(parts.map(|part| &part.case)).collect();
        let new = |case: &&CaseId| here.contains(*case) && !self.described.contains(*case);
        let new: Vec<&CaseId> = self.study.cases.keys().filter(new).collect();
        self.attributes(new)
    }

    fn attributes(&mut self, cases: Vec<&'s CaseId>) -> String {
        for case in &cases {
            self.reconciliation.claim(Thing::Cases, 1);
            self.reconciliation.keep(Thing::Cases, case.as_str(), &self.cases[case.as_str()]);
        }
        let block = attributes_block(self.study, &cases, &self.cases);
        self.described.extend(cases);
        block
    }

    fn write_other_cases(&mut self) {
        let others = self.study.cases.keys().filter(|case| !self.described.contains(*case)).collect();
        let block = self.attributes(others);
        if !block.is_empty() {
            self.files.insert(format!("{DATA_FOLDER}_cases.rock"), block.into_bytes());
        }
    }

    /// Returns the name of the case of each line; nothing where it has none.
    fn cases_of_lines(&mut self, source: &Source, lines: &Lines) -> Vec<Option<String>> {
        let name = |case: &CaseId| self.cases.get(case.as_str()).cloned();
        if let [case] = &source.cases[..] {
            return vec![name(case); lines.texts.len()];
        }
        let mut of_lines = vec![None; lines.texts.len()];
        let parts = self.study.case_spans.iter().filter(|part| part.source == source.id);
        let mut parts: Vec<_> =
            parts.filter_map(|part| Some((source.text.span(part.chars)?, part))).collect();
        parts.sort_by_key(|(span, _)| *span);
        for (span, part) in &parts {
            self.reconciliation.claim(Thing::CaseParts, 1);
            let label = format!("{}: {}", source.id, part.case);
            let touched = lines.touched(*span);
            let free = touched.iter().filter(|&&line| of_lines[line].is_none()).count();
            for &line in &touched {
                of_lines[line].get_or_insert_with(|| self.cases[part.case.as_str()].clone());
            }
            match free == touched.len() {
                true if lines.are_whole(*span, &touched) => {
                    self.reconciliation.keep(Thing::CaseParts, label, "");
                }
                true => {
                    let detail = numbers(&touched);
                    self.reconciliation.change(Thing::CaseParts, label, Reason::WidenedToLines, detail);
                }
                false => self.reconciliation.lose(Thing::CaseParts, label, Reason::OneCasePerLine, ""),
            }
        }
        if parts.is_empty() && source.cases.len() > 1 {
            let cases: Vec<&str> = source.cases.iter().map(CaseId::as_str).collect();
            let lost = (source.id.as_str(), cases.join("; "));
            self.reconciliation.claim(Thing::CaseParts, 1);
            self.reconciliation.lose(Thing::CaseParts, lost.0, Reason::OneCasePerLine, lost.1);
        }
        of_lines
    }

    /// Returns the marks of codes for each line, and reports what becomes of each coding.
    fn marks_of_lines(
        &mut self,
        source: &Source,
        lines: &Lines,
        codings: impl Iterator<Item = &'s Coding>,
    ) -> BTreeMap<usize, String> {
        let mut marks = LineCodings::default();
        for coding in codings {
            self.reconciliation.claim(Thing::Codings, 1);
            let label = format!("{}: {}", source.id, coding.code);
            let Some(span) = coding.target.span() else {
                self.reconciliation.lose(Thing::Codings, label, Reason::NoPlaceInFormat, coding.id.as_str());
                continue;
            };
            let touched = lines.touched(span);
            let written = match self.path(&coding.code) {
                Some(path) if !touched.is_empty() => marks.add(&touched, &path, coding),
                _ => Written::Nowhere,
            };
            let reconciliation = &mut self.reconciliation;
            match written {
                Written::Nowhere => {
                    reconciliation.lose(Thing::Codings, label, Reason::LineWithoutWords, coding.id.as_str());
                }
                Written::Twice => {
                    reconciliation.lose(Thing::Codings, label, Reason::SameTwice, numbers(&touched));
                }
                Written::New if !lines.are_whole(span, &touched) => {
                    reconciliation.change(Thing::Codings, label, Reason::WidenedToLines, numbers(&touched));
                }
                Written::New if touched.len() > 1 => {
                    reconciliation.change(Thing::Codings, label, Reason::SplitIntoLines, numbers(&touched));
                }
                Written::New => reconciliation.keep(Thing::Codings, label, numbers(&touched)),
            }
            if !coding.memo.is_empty() {
                reconciliation.claim(Thing::Memos, 1);
                reconciliation.lose(Thing::Memos, coding.id.as_str(), Reason::NoPlaceInFormat, &coding.memo);
            }
        }
        marks.written()
    }

    /// Returns a code with its parents, outermost first; nothing when it is not in the codebook.
    fn path(&self, code: &CodeId) -> Option<String> {
        let name = |id: &CodeId| self.codes.get(id.as_str()).map(String::as_str);
        let own = name(code)?;
        let mut path: Vec<&str> = self.study.codebook.ancestors(code).into_iter().filter_map(name).collect();
        path.reverse();
        path.push(own);
        Some(path.join(">"))
    }

    /// Reports what no file of the ROCK has a place for.
    fn report_rest(&mut self) {
        for memo in &self.study.memos {
            self.reconciliation.claim(Thing::Memos, 1);
            let title = if memo.title.is_empty() { memo.id.as_str() } else { &memo.title };
            self.reconciliation.lose(Thing::Memos, title, Reason::NoPlaceInFormat, memo.id.as_str());
        }
        let study = self.study;
        let n_units: usize = study.sources.values().map(|source| source.units.len()).sum();
        let n_timed = study.codings.iter().filter(|coding| coding.created.is_some()).count();
        let n_dated = study.sources.values().filter(|source| source.date.is_some()).count();
        let rest = [
            ("units", n_units),
            ("participants", study.participants.len()),
            ("created", n_timed),
            ("date", n_dated),
            ("phases", study.case_phases.len()),
            ("events", study.events.len()),
            ("scores", study.scores.len()),
            ("findings", study.findings.len()),
            ("feedback", study.feedback.len()),
            ("conditions", study.conditions.len()),
            ("memberships", study.memberships.len()),
            ("references", study.references.works.len()),
            ("queries", study.queries.len()),
            ("tables", study.tables.len()),
            ("proposals", study.proposals.values().map(Vec::len).sum()),
            ("adjudication", study.adjudications.values().map(Vec::len).sum()),
        ];
        for (name, n) in rest.into_iter().filter(|(_, n)| *n > 0) {
            self.reconciliation.claim(Thing::Values, n);
            for _ in 0..n {
                self.reconciliation.lose(Thing::Values, name, Reason::NoPlaceInFormat, "");
            }
        }
    }
}

/// Returns the numbers of lines as people write them, counted from 1: `3` or `3–5`.
fn numbers(lines: &[usize]) -> String {
    match lines {
        [] => String::new(),
        [line] => (line + 1).to_string(),
        [first, .., last] => format!("{}–{}", first + 1, last + 1),
    }
}

/// Composes the file of a source.
fn written(
    head: &str,
    coder: Option<&str>,
    lines: &Lines,
    uids: &[String],
    cases: &[Option<String>],
    marks: &BTreeMap<usize, String>,
) -> String {
    let mut text = head.to_owned();
    let mut coder = coder;
    let mut case: Option<&str> = None;
    for (line, words) in lines.texts.iter().enumerate() {
        if uids[line].is_empty() {
            text.push_str(words);
            text.push('\n');
            continue;
        }
        let _ = write!(text, "[[uid={}]] ", uids[line]);
        if let Some(coder) = coder.take() {
            let _ = write!(text, "[[coderId={coder}]] ");
        }
        if cases[line].as_deref() != case {
            case = cases[line].as_deref();
            let _ = write!(text, "[[cid={}]] ", case.unwrap_or(NO_CASE));
        }
        let words = super::escape::escaped(words);
        match marks.get(&line) {
            Some(marks) => _ = writeln!(text, "{} {marks}", words.trim_end()),
            None => _ = writeln!(text, "{words}"),
        }
    }
    if lines.ends_open {
        text.pop();
    }
    text
}

/// The lines of a text.
struct Lines<'t> {
    texts: Vec<&'t str>,
    /// Where the words of each line stand, without blanks at either end.
    words: Vec<std::ops::Range<usize>>,
    /// Whether the text ends without a line break.
    ends_open: bool,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        let mut start = 0;
        let mut lines = Self { texts: Vec::new(), words: Vec::new(), ends_open: !text.ends_with('\n') };
        for line in text.split_inclusive('\n') {
            let content = line.strip_suffix('\n').unwrap_or(line);
            let from = start + (content.len() - content.trim_start().len());
            lines.texts.push(content);
            lines.words.push(from..(start + content.trim_end().len()).max(from));
            start += line.len();
        }
        lines
    }

    /// Returns the lines of which a span has words.
    fn touched(&self, span: Span) -> Vec<usize> {
        let span = span.range();
        let first = self.words.partition_point(|words| words.end <= span.start);
        let lines = self.words[first..].iter().take_while(|words| words.start < span.end);
        let touched = lines.enumerate().filter(|(_, words)| !words.is_empty() && words.end > span.start);
        touched.map(|(line, _)| first + line).collect()
    }

    /// Returns whether a span has all words of the lines that it touches.
    fn are_whole(&self, span: Span, touched: &[usize]) -> bool {
        let span = span.range();
        let ends = touched.first().zip(touched.last());
        ends.is_some_and(|(&first, &last)| {
            span.start <= self.words[first].start && self.words[last].end <= span.end
        })
    }
}
