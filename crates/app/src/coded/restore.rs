//! Our own export, back into a study that holds nothing yet: everything as it was, down to the ids.
//!
//! What the exchange format has elements for comes from those, and from the notes beside them; the other files of the study
//! travel in the export and come back as they are. As soon as anything in the project is not ours (another program added a
//! code, say), the project is brought in like any other.

use super::supplement::is_supplement;
use draad_core::diagnostic::Outcome;
use draad_core::source::Origin;
use draad_core::{
    About, AttributeId, AttributeType, AttributeValue, Case, CaseId, CaseSpan, Code, CodeId, CodeKind,
    CoderId, Coding, CodingId, Label, Language, Memo, MemoId, Settings, Source, SourceId, Study, Target,
    Text,
};
use draad_ingest::coded::{
    CodedProject, ForeignCase, ForeignCode, ForeignCoding, ForeignMemo, ForeignSource, MemoAbout, Placement,
    further_columns,
};
use draad_store::{Guids, paths, read_settings, render};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

/// A study as it was exported.
pub(super) struct Restored {
    /// What the project itself says of it.
    pub(super) study: Study,
    /// Every file of the study.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    /// Files in the project that are no files of a study.
    pub(super) left: Vec<String>,
}

/// Restores a study; nothing when something in the project is not ours. `file` is the project's, `hash` that of its content.
///
/// # Errors
/// When everything is ours, but the settings cannot be read.
pub(super) fn restored(project: &CodedProject, file: &str, hash: &str) -> Outcome<Option<Restored>> {
    let Some(settings) = project.supplement.get(paths::SETTINGS) else { return Ok(None) };
    let Some(own) = Own::of(project) else { return Ok(None) };
    let settings = read_settings(settings.as_bytes().to_vec()).map_err(|mut error| {
        error.place.file = format!("{file}: {}", error.place.file);
        error
    })?;
    let origin = Origin { file: file.to_owned(), file_hash: hash.to_owned(), reading: String::new() };
    Ok(own.study(settings, &origin).map(|study| own.restored(study)))
}

/// Returns the ids that the export wrote down; nothing when one is missing, or there twice.
fn ids<'f, T: FromStr + Ord + Clone>(
    all: impl Iterator<Item = &'f BTreeMap<String, String>>,
) -> Option<Vec<T>> {
    let ids: Vec<T> = all.map(|fields| fields.get("id")?.parse().ok()).collect::<Option<_>>()?;
    let once: BTreeSet<&T> = ids.iter().collect();
    (once.len() == ids.len()).then_some(ids)
}

/// A project of ours, and the id of each thing in it.
struct Own<'p> {
    project: &'p CodedProject,
    coders: Vec<CoderId>,
    codes: Vec<CodeId>,
    cases: Vec<CaseId>,
    sources: Vec<SourceId>,
}

impl<'p> Own<'p> {
    fn of(project: &'p CodedProject) -> Option<Self> {
        Some(Own {
            project,
            coders: ids(project.coders.iter().map(|coder| &coder.fields))?,
            codes: ids(project.codes.iter().map(|code| &code.fields))?,
            cases: ids(project.cases.iter().map(|case| &case.fields))?,
            sources: ids(project.sources.iter().map(|source| &source.fields))?,
        })
    }

    /// Puts the files that travelled along beside those of the study.
    fn restored(&self, study: Study) -> Restored {
        let mut files = render::all(&study);
        let mut left = Vec::new();
        for (path, content) in &self.project.supplement {
            match is_supplement(path, &study) {
                true => _ = files.insert(path.clone(), content.as_bytes().to_vec()),
                false => left.push(path.clone()),
            }
        }
        files.insert(paths::GUIDS.to_owned(), render::guids(&self.guids(&study)));
        Restored { study, files, left }
    }

    fn study(&self, settings: Settings, origin: &Origin) -> Option<Study> {
        let project = self.project;
        let mut study = Study::new(settings);
        study.codebook.codes = self.in_codebook_order(study.settings.language)?.into_iter().collect();
        for (idx, case) in project.cases.iter().enumerate() {
            let case = self.case(idx, case, &study.settings)?;
            study.cases.insert(case.id.clone(), case);
        }
        for (idx, source) in project.sources.iter().enumerate() {
            let source = self.source(idx, source, origin)?;
            study.codings.extend(self.codings(idx, &source)?);
            study.sources.insert(source.id.clone(), source);
        }
        for (case, id) in project.cases.iter().zip(&self.cases) {
            for (source, span) in &case.parts {
                let source = &study.sources[self.sources.get(*source)?];
                let chars = source.text.char_span(*span);
                study.case_spans.push(CaseSpan { source: source.id.clone(), case: id.clone(), chars });
            }
        }
        study.memos = project.memos.iter().map(|memo| self.memo(memo, &study)).collect::<Option<_>>()?;
        study.memos.sort_by(|a, b| a.id.cmp(&b.id));
        study.sort_codings();
        Some(study)
    }

    /// Returns the codes by the rows in which they stood, or else in the order of the tree.
    fn in_codebook_order(&self, language: Language) -> Option<Vec<(CodeId, Code)>> {
        let code = |(idx, foreign): (usize, &ForeignCode)| {
            let parent = foreign.parent.and_then(|parent| self.codes.get(parent)).cloned();
            let row = foreign.fields.get("row").and_then(|row| row.parse().ok());
            let code = own_code(foreign, self.codes[idx].clone(), parent, language)?;
            Some((row.unwrap_or(idx + 1), code))
        };
        let mut codes: Vec<(usize, Code)> =
            self.project.codes.iter().enumerate().map(code).collect::<Option<_>>()?;
        codes.sort_by_key(|(row, _)| *row);
        Some(codes.into_iter().map(|(_, code)| (code.id.clone(), code)).collect())
    }

    fn case(&self, idx: usize, case: &ForeignCase, settings: &Settings) -> Option<Case> {
        let listed = settings.attributes.iter().map(|attribute| attribute.id.clone());
        let mut attributes =
            listed.map(|id| (id, AttributeValue::Empty)).collect::<indexmap::IndexMap<_, _>>();
        for (variable, value) in &case.values {
            let id = AttributeId::new(&self.project.variables.get(*variable)?.name)?;
            let value = own_value(settings.attribute(id.as_str()).map(|one| one.kind), value)?;
            attributes.insert(id, value);
        }
        for id in listed_in(&case.fields, "unknown") {
            attributes.insert(AttributeId::new(id)?, AttributeValue::Unknown);
        }
        let name = case.fields.get("name").unwrap_or(&case.name).clone();
        Some(Case { id: self.cases[idx].clone(), name, attributes })
    }

    fn source(&self, idx: usize, source: &ForeignSource, origin: &Origin) -> Option<Source> {
        let fields = &source.fields;
        let field = |name: &str| fields.get(name).map(String::as_str).filter(|value| !value.is_empty());
        let cases = match fields.contains_key("cases") {
            true => parsed_list(fields, "cases")?,
            false => self.cases_of(idx),
        };
        let reading = [self.project.reading.as_str(), source.reading.as_str()];
        let reading: Vec<&str> = reading.into_iter().filter(|part| !part.is_empty()).collect();
        Some(Source {
            id: self.sources[idx].clone(),
            cases,
            kind: field("kind")?.parse().ok()?,
            date: parsed(field("date"))?,
            phase: parsed(field("phase"))?,
            participants: parsed_list(fields, "participants")?,
            text: Text::new(source.text.as_deref()?),
            units: Vec::new(),
            origin: Origin { reading: reading.join("; "), ..origin.clone() },
            extra: further_columns(fields).map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        })
    }

    /// Returns the cases that a source belongs to, as a whole or in part, in the order of the cases.
    fn cases_of(&self, source: usize) -> Vec<CaseId> {
        let has = |case: &ForeignCase| {
            case.sources.contains(&source) || case.parts.iter().any(|(of, _)| *of == source)
        };
        let cases = self.project.cases.iter().zip(&self.cases).filter(|(case, _)| has(case));
        cases.map(|(_, id)| id.clone()).collect()
    }

    fn codings(&self, idx: usize, source: &Source) -> Option<Vec<Coding>> {
        let codings = self.project.sources[idx].codings.iter();
        codings.map(|coding| self.coding(source, coding)).collect()
    }

    fn coding(&self, source: &Source, coding: &ForeignCoding) -> Option<Coding> {
        let target = match coding.place {
            Placement::Source => Target::Source,
            Placement::Span(span) => Target::Span(span),
            Placement::Words { .. } => return None,
        };
        let words = match target {
            Target::Span(span) => source.text.get(span)?,
            Target::Source => "",
        };
        let code = self.codes.get(coding.code)?.clone();
        let id = match coding.fields.get("id") {
            Some(id) => CodingId::new(id)?,
            None => Coding::derived_id(source, &code, target),
        };
        Some(Coding {
            id,
            coder: self.coders.get(coding.coder?)?.clone(),
            source: source.id.clone(),
            code,
            target,
            valence: coding.valence,
            weight: coding.weight,
            quote: coding.fields.get("quote").map_or(words, String::as_str).to_owned(),
            memo: coding.memo.clone(),
            created: coding.created,
            modified: coding.modified,
        })
    }

    fn memo(&self, memo: &ForeignMemo, study: &Study) -> Option<Memo> {
        let about = match memo.fields.get("about") {
            Some(lines) => lines.lines().map(|line| line.parse().ok()).collect::<Option<Vec<About>>>()?,
            None => memo.about.iter().map(|about| self.about(about, study)).collect::<Option<Vec<_>>>()?,
        };
        let date = match memo.fields.get("date") {
            Some(date) => Some(date.parse().ok()?),
            None => memo.date,
        };
        Some(Memo {
            id: MemoId::new(memo.fields.get("id")?)?,
            title: memo.fields.get("title").unwrap_or(&memo.title).clone(),
            author: match memo.author {
                Some(author) => Some(self.coders.get(author)?.clone()),
                None => None,
            },
            date,
            about,
            body: memo.text.clone(),
        })
    }

    fn about(&self, about: &MemoAbout, study: &Study) -> Option<About> {
        Some(match about {
            MemoAbout::Case(idx) => About::Case(self.cases.get(*idx)?.clone()),
            MemoAbout::Code(idx) => About::Code(self.codes.get(*idx)?.clone()),
            MemoAbout::Source(idx, Placement::Source) => About::Source(self.sources.get(*idx)?.clone()),
            MemoAbout::Source(idx, Placement::Span(span)) => {
                let id = self.sources.get(*idx)?;
                About::Span(id.clone(), study.sources.get(id)?.text.char_span(*span))
            }
            MemoAbout::Source(_, Placement::Words { .. }) => return None,
            MemoAbout::Coding(idx, place) => {
                let id = self.sources.get(*idx)?;
                let coding = self.project.sources[*idx].codings.get(*place)?;
                let coding = self.coding(study.sources.get(id)?, coding)?;
                About::Coding(coding.coder, coding.source, coding.id)
            }
        })
    }

    /// Returns the identifiers of everything, so that the next export has the same.
    fn guids(&self, study: &Study) -> Guids {
        let project = self.project;
        let mut guids = Guids::default();
        let mut put = |guid: Option<uuid::Uuid>, about: String| {
            if let Some(guid) = guid {
                guids.insert(guid, about);
            }
        };
        for (coder, id) in project.coders.iter().zip(&self.coders) {
            put(coder.guid, format!("coder {id}"));
        }
        for (code, id) in project.codes.iter().zip(&self.codes) {
            put(code.guid, format!("code {id}"));
        }
        for (case, id) in project.cases.iter().zip(&self.cases) {
            put(case.guid, format!("case {id}"));
        }
        for variable in &project.variables {
            put(variable.guid, format!("attribute {}", variable.name));
        }
        for (source, id) in project.sources.iter().zip(&self.sources) {
            put(source.guid, format!("source {id}"));
            for coding in &source.codings {
                if let Some(made) = study.sources.get(id).and_then(|source| self.coding(source, coding)) {
                    put(coding.guid, format!("coding {} {} {}", made.coder, made.source, made.id));
                }
            }
        }
        for memo in &project.memos {
            put(memo.guid, format!("memo {}", memo.fields.get("id").map_or("", String::as_str)));
        }
        guids
    }
}

/// Returns a code of ours; nothing when what the export wrote down of it cannot be read.
pub(super) fn own_code(
    foreign: &ForeignCode,
    id: CodeId,
    parent: Option<CodeId>,
    language: Language,
) -> Option<Code> {
    let fields = &foreign.fields;
    let text = |name: &str| fields.get(name).cloned().unwrap_or_default();
    let written = |name: &str| fields.get(name).map(String::as_str).filter(|value| !value.is_empty());
    let is_named = fields.contains_key("name_nl") || fields.contains_key("name_en");
    let name = match language {
        _ if is_named => Label { nl: text("name_nl"), en: text("name_en") },
        Language::Nl => Label::new(&foreign.name, ""),
        Language::En => Label::new("", &foreign.name),
    };
    let kind = if foreign.is_codable { CodeKind::Factor } else { CodeKind::Heading };
    Some(Code {
        parent: match written("parent") {
            Some(parent) => Some(parent.parse().ok()?),
            None => parent,
        },
        name,
        kind: parsed(written("kind"))?.unwrap_or(kind),
        valence: parsed(written("valence"))?,
        level: parsed(written("level"))?,
        definition: foreign.description.clone(),
        include: text("include"),
        exclude: text("exclude"),
        example: text("example"),
        colour: written("colour").unwrap_or(&foreign.colour).to_owned(),
        source: text("source"),
        references: parsed_list(fields, "references")?,
        extra: further_columns(fields).map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        ..Code::new(id)
    })
}

/// Returns the value of an attribute; nothing when it is not of its kind.
fn own_value(kind: Option<AttributeType>, text: &str) -> Option<AttributeValue> {
    Some(match kind.unwrap_or(AttributeType::Text) {
        AttributeType::Text => AttributeValue::Text(text.to_owned()),
        AttributeType::Choice => AttributeValue::Level(text.into()),
        AttributeType::Integer => AttributeValue::Integer(text.parse().ok()?),
        AttributeType::Number => AttributeValue::Number(text.parse().ok()?),
        AttributeType::YesNo => AttributeValue::YesNo(text == "yes"),
        AttributeType::Date => AttributeValue::Date(text.parse().ok()?),
    })
}

/// Reads a value, if there is one; nothing at all when it cannot be read.
fn parsed<T: FromStr>(text: Option<&str>) -> Option<Option<T>> {
    text.map(|text| text.parse().ok()).map_or(Some(None), |value| value.map(Some))
}

fn listed_in<'f>(fields: &'f BTreeMap<String, String>, key: &str) -> impl Iterator<Item = &'f str> {
    fields.get(key).map_or("", String::as_str).split(';').filter(|one| !one.is_empty())
}

fn parsed_list<T: FromStr>(fields: &BTreeMap<String, String>, key: &str) -> Option<Vec<T>> {
    listed_in(fields, key).map(|one| one.parse().ok()).collect()
}
