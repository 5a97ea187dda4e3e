//! A project made of sources of the ROCK.

use super::attributes::Cases;
use super::codes::Codes;
use super::source::{RockCoding, RockSource};
use crate::coded::text::ForeignText;
use crate::coded::{
    CodedProject, ForeignCoder, ForeignCoding, ForeignMemo, ForeignSource, MemoAbout, Placement, Reason,
    Thing,
};
use crate::{File, transcript};
use draad_core::{Diagnostic, Problem, Span};
use indexmap::IndexSet;
use std::collections::BTreeMap;
use std::ops::Range;

/// How many things that only look like marks are named one by one; all of them stay in the text.
const MOST_NAMED: usize = 1000;

/// Puts sources together. `codebook` is YAML that stands in a file of its own.
pub(super) fn assemble(
    file: &File,
    sources: Vec<RockSource>,
    codebook: Vec<super::yaml::Yaml>,
    mut project: CodedProject,
) -> CodedProject {
    let mut work = Work { cases: Cases::default(), codes: Codes::default(), coders: IndexSet::new() };
    for source in &sources {
        work.note_blocks(source, &mut project);
        source.codings.iter().for_each(|coding| work.codes.meet(&coding.path));
    }
    for block in
        codebook.iter().chain(sources.iter().flat_map(|source| source.blocks.iter().map(|(block, _)| block)))
    {
        for (name, content) in block.entries() {
            if is_codes(name) {
                work.codes.add_tree(content, &mut project.reconciliation);
            }
        }
    }
    let joined = join_versions(&sources, &mut project);
    for versions in &joined {
        work.note_instances(versions[0]);
    }
    work.codes.grow();
    for versions in &joined {
        work.add_source(file, versions, &mut project);
    }
    for block in
        codebook.iter().chain(sources.iter().flat_map(|source| source.blocks.iter().map(|(block, _)| block)))
    {
        for (_, content) in block.entries().iter().filter(|(name, content)| is_attributes(name, content)) {
            work.cases.add(content, &mut project);
        }
    }
    work.cases.finish(&mut project);
    project.coders = work
        .coders
        .iter()
        .map(|name| ForeignCoder { name: name.clone(), ..ForeignCoder::default() })
        .collect();
    project.reconciliation.claim(Thing::Coders, project.coders.len());
    project.reconciliation.read(Thing::Coders, project.coders.len());
    project.codes = work.codes.finish();
    project.reconciliation.read(Thing::Codes, project.codes.len());
    let n_implied = project
        .codes
        .len()
        .saturating_sub(project.reconciliation.claimed.get(&Thing::Codes).copied().unwrap_or(0));
    project.reconciliation.claim(Thing::Codes, n_implied);
    project
}

fn is_codes(name: &str) -> bool {
    matches!(name, "codes" | "dct" | "ROCK_codes")
}

/// Older versions put attributes under `metadata`, where other things may stand too.
fn is_attributes(name: &str, content: &super::yaml::Yaml) -> bool {
    name == "ROCK_attributes"
        || (name == "metadata" && content.items().iter().any(|item| item.get("caseId").is_some()))
}

struct Work {
    cases: Cases,
    codes: Codes,
    coders: IndexSet<String>,
}

/// Returns sources that are versions of one text together: the same words, and no other identifiers.
fn join_versions<'s>(sources: &'s [RockSource], project: &mut CodedProject) -> Vec<Vec<&'s RockSource>> {
    let mut joined: Vec<Vec<&RockSource>> = Vec::new();
    let mut by_text: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for source in sources.iter().filter(|source| !source.lines.is_empty()) {
        let same = by_text.entry(&source.text).or_default();
        let agrees = |other: &&usize| joined[**other].iter().all(|other| have_same_ids(source, other));
        match same.iter().find(agrees) {
            Some(&place) => joined[place].push(source),
            None => {
                same.push(joined.len());
                joined.push(vec![source]);
            }
        }
    }
    for versions in joined.iter().filter(|versions| versions.len() > 1) {
        for version in &versions[1..] {
            let detail = format!("{}; {}", versions[0].name, version.name);
            project.reconciliation.change(
                Thing::Sources,
                version.name.as_str(),
                Reason::SourcesJoined,
                detail,
            );
        }
    }
    joined
}

fn have_same_ids(one: &RockSource, other: &RockSource) -> bool {
    let pairs = one.lines.iter().zip(&other.lines);
    pairs.filter_map(|(a, b)| a.uid.as_ref().zip(b.uid.as_ref())).all(|(a, b)| a == b)
}

impl Work {
    /// Reports blocks that hold neither codes nor attributes, and those that cannot be read.
    fn note_blocks(&mut self, source: &RockSource, project: &mut CodedProject) {
        for (block, line) in &source.blocks {
            let others = block.entries().iter();
            for (name, _) in others.filter(|(name, content)| !is_codes(name) && !is_attributes(name, content))
            {
                project.reconciliation.claim(Thing::Unknown, 1);
                let detail = format!("{}:{line}", source.name);
                project.reconciliation.lose(Thing::Unknown, name, Reason::NotKnown, detail);
            }
        }
    }

    fn note_instances(&mut self, source: &RockSource) {
        for (class, id) in source.lines.iter().flat_map(|line| &line.instances) {
            self.codes.meet_once(class, id);
        }
    }

    fn add_source(&mut self, file: &File, versions: &[&RockSource], project: &mut CodedProject) {
        let first = versions[0];
        let text = ForeignText::new(&first.text);
        let found = transcript::units_of(file, &text.stored);
        let place = project.sources.len();
        project.sources.push(ForeignSource {
            name: first.name.clone(),
            units: found.units,
            date: found.date,
            reading: "rock".to_owned(),
            ..ForeignSource::default()
        });
        for (n, source) in versions.iter().enumerate() {
            if n == 0 {
                self.add_cases(place, source, &text, project);
            }
            self.add_codings(place, source, &text, project);
            add_memos(place, source, &text, project);
            report_marks(file, source, project);
        }
        self.add_instances(place, first, &text, project);
        project.reconciliation.claim(Thing::Sources, versions.len());
        project.reconciliation.read(Thing::Sources, versions.len());
        project.sources[place].text = Some(text.stored);
    }

    fn add_cases(
        &mut self,
        place: usize,
        source: &RockSource,
        text: &ForeignText,
        project: &mut CodedProject,
    ) {
        let mut runs: Vec<(&str, Range<usize>)> = Vec::new();
        let mut last: Option<&str> = None;
        for line in &source.lines {
            let case = line.case.as_deref();
            match (case, runs.last_mut()) {
                (Some(_), Some((_, range))) if case == last => range.end = line.words.end,
                (Some(case), _) => runs.push((case, line.words.clone())),
                (None, _) => {}
            }
            last = case;
        }
        if let [(case, _)] = runs[..]
            && source.lines.iter().all(|line| line.case.is_some())
        {
            self.cases.called(case).sources.push(place);
            return;
        }
        project.reconciliation.claim(Thing::CaseParts, runs.len());
        for (case, range) in runs {
            if let Some(span) = text.span(range) {
                project.reconciliation.read(Thing::CaseParts, 1);
                self.cases.called(case).parts.push((place, span));
            }
        }
    }

    fn add_codings(
        &mut self,
        place: usize,
        source: &RockSource,
        text: &ForeignText,
        project: &mut CodedProject,
    ) {
        let log = &mut project.reconciliation;
        log.claim(Thing::Codings, source.codings.len() + source.repeated.len() + source.wordless.len());
        let at = |line: &u32| format!("{}:{line}", source.name);
        for (path, line) in &source.repeated {
            log.lose(Thing::Codings, path.join(" > "), Reason::SameTwice, at(line));
        }
        for (path, line) in &source.wordless {
            log.lose(Thing::Codings, path.join(" > "), Reason::LineWithoutWords, at(line));
        }
        log.read(Thing::Codings, source.repeated.len() + source.wordless.len());
        for coding in &source.codings {
            let Some(span) = text.span(coding.words.clone()) else { continue };
            let coding = self.coding(coding, span, project);
            project.sources[place].codings.push(coding);
            project.reconciliation.read(Thing::Codings, 1);
        }
    }

    fn coding(&mut self, raw: &RockCoding, span: Span, project: &mut CodedProject) -> ForeignCoding {
        let (code, is_unclear) = self.codes.place(&raw.path);
        let name = raw.path.join(" > ");
        let log = &mut project.reconciliation;
        if is_unclear {
            log.change(
                Thing::Codings,
                &name,
                Reason::ParentUnclear,
                raw.path.first().cloned().unwrap_or_default(),
            );
        }
        for value in &raw.values {
            log.claim(Thing::Values, 1);
            log.read(Thing::Values, 1);
            log.change(Thing::Values, &name, Reason::ValueAsRemark, value);
        }
        if let Some(relation) = &raw.relation {
            log.claim(Thing::Links, 1);
            log.read(Thing::Links, 1);
            log.change(Thing::Links, &name, Reason::RelationAsRemark, relation);
        }
        let mut coding = ForeignCoding::new(code, Placement::Span(span));
        coding.coder = raw.coder.as_ref().map(|coder| self.coders.insert_full(coder.clone()).0);
        (coding.valence, coding.weight) = (raw.valence, raw.weight);
        coding.memo = raw.values.iter().chain(&raw.relation).cloned().collect::<Vec<_>>().join("; ");
        coding
    }

    /// Makes codes of what else lines belong to, on the stretches of which it holds.
    fn add_instances(
        &mut self,
        place: usize,
        source: &RockSource,
        text: &ForeignText,
        project: &mut CodedProject,
    ) {
        let mut open: BTreeMap<&str, (&str, Range<usize>)> = BTreeMap::new();
        let mut runs: Vec<(&str, &str, Range<usize>)> = Vec::new();
        for line in &source.lines {
            for (class, id) in &line.instances {
                match open.get_mut(class.as_str()) {
                    Some((own, range)) if own == id => range.end = line.words.end,
                    _ => {
                        let before = open.insert(class, (id, line.words.clone()));
                        runs.extend(before.map(|(id, range)| (class.as_str(), id, range)));
                    }
                }
            }
        }
        runs.extend(open.into_iter().map(|(class, (id, range))| (class, id, range)));
        runs.sort_by_key(|(_, _, range)| (range.start, range.end));
        for (class, id, range) in runs {
            let Some(span) = text.span(range) else { continue };
            let (code, _) = self.codes.place(&[class.to_owned(), id.to_owned()]);
            project.reconciliation.claim(Thing::Codings, 1);
            project.reconciliation.read(Thing::Codings, 1);
            let name = format!("{class}: {id}");
            project.reconciliation.change(Thing::Codings, name, Reason::ClassAsCode, source.name.as_str());
            project.sources[place].codings.push(ForeignCoding::new(code, Placement::Span(span)));
        }
    }
}

fn add_memos(place: usize, source: &RockSource, text: &ForeignText, project: &mut CodedProject) {
    for (comment, line, next) in &source.comments {
        project.reconciliation.claim(Thing::Memos, 1);
        project.reconciliation.read(Thing::Memos, 1);
        let name: String = comment.chars().take(40).collect();
        if !comment.contains(char::is_alphanumeric) {
            project.reconciliation.lose(Thing::Memos, name, Reason::OnlyOrnament, line.to_string());
            continue;
        }
        let span = next.clone().and_then(|words| text.span(words));
        let at = span.map_or(Placement::Source, Placement::Span);
        project.reconciliation.change(Thing::Memos, name, Reason::CommentAsMemo, line.to_string());
        let about = vec![MemoAbout::Source(place, at)];
        project.memos.push(ForeignMemo { text: comment.trim().to_owned(), about, ..ForeignMemo::default() });
    }
}

/// Reports marks that a study has no place for, and what only looks like marks.
fn report_marks(file: &File, source: &RockSource, project: &mut CodedProject) {
    let log = &mut project.reconciliation;
    let n_ids = source.lines.iter().filter(|line| line.uid.is_some()).count();
    if n_ids > 0 {
        log.claim(Thing::LineIds, n_ids);
        log.read(Thing::LineIds, n_ids);
        for _ in 0..n_ids {
            log.lose(Thing::LineIds, source.name.as_str(), Reason::LineIdsNotKept, "");
        }
    }
    log.claim(Thing::SectionBreaks, source.breaks.len());
    log.read(Thing::SectionBreaks, source.breaks.len());
    for name in &source.breaks {
        log.change(Thing::SectionBreaks, name, Reason::EmptyLineInstead, "");
    }
    log.claim(Thing::Unknown, source.anchors.len() + source.n_nested);
    for anchor in &source.anchors {
        log.lose(Thing::Unknown, anchor, Reason::NoPlaceInStudy, source.name.as_str());
    }
    for _ in 0..source.n_nested {
        log.lose(Thing::Unknown, "~", Reason::NoPlaceInStudy, source.name.as_str());
    }
    for (mark, line) in source.unknown.iter().take(MOST_NAMED) {
        let mark = mark.clone();
        project.diagnostics.push(Diagnostic::note(file.place(Some(*line)), Problem::MarkKeptAsText { mark }));
    }
    for (line, reason) in &source.broken_blocks {
        let reason = reason.clone();
        project
            .diagnostics
            .push(Diagnostic::warning(file.place(Some(*line)), Problem::BlockUnreadable { reason }));
    }
}
