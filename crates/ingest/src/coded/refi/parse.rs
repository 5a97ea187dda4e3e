//! From the events of the XML to what the file says: one pass, with nothing in memory but what is still open.

use super::deviations::Checked;
use super::raw::*;
use super::schema::{Kind, Standard};
use super::values::{boolean, id};
use super::xml::{Tag, Token, read};
use crate::coded::Reason;
use uuid::Uuid;

/// Reads a project or codebook.
///
/// # Errors
/// What is wrong with the text, if it is not XML or not of this kind.
pub(super) fn parse(text: &str) -> Result<RawProject, String> {
    let mut parser = Parser::default();
    read(text, |token| parser.take(token))?;
    match parser.is_begun {
        true => Ok(parser.project),
        false => Err("there is no element Project or CodeBook".to_owned()),
    }
}

/// An element that is open.
struct Open {
    kind: Kind,
    checked: Checked,
    text: String,
    part: Part,
}

/// What an open element is becoming.
enum Part {
    /// Nothing of its own: a container, or something unknown.
    Nothing,
    /// A text or value.
    Text,
    /// A reference to something.
    Reference(Option<Uuid>),
    /// A code: its position in the list.
    Code(usize),
    User(RawUser),
    Variable(RawVariable),
    Value(RawValue),
    Case(RawCase),
    Source(Box<RawSource>),
    SyncPoint(RawSyncPoint),
    Selection(Box<RawSelection>),
    Coding(RawCoding),
    Link(RawLink),
    Set(RawSet),
    Graph(RawGraph),
}

#[derive(Default)]
struct Parser {
    project: RawProject,
    open: Vec<Open>,
    is_begun: bool,
    is_codebook: bool,
    /// Prefixes of namespaces that are not the standard's.
    foreign: Vec<String>,
}

impl Parser {
    fn take(&mut self, token: Token) {
        match token {
            Token::Open(tag) => self.enter(&tag),
            Token::Close => self.leave(),
            Token::Text(text) => self.text(&text),
        }
    }

    fn enter(&mut self, tag: &Tag) {
        self.note_namespaces(tag);
        let kind = self.kind_of(tag);
        if let Ok(kind) = tag.name().parse::<Kind>() {
            *self.project.counted.entry(kind).or_default() += 1;
        }
        if let Some(parent) = self.open.last_mut() {
            parent.checked.child(kind, tag.name(), &mut self.project.deviations);
        }
        let standard = if self.is_codebook { Standard::CodeBook } else { Standard::Project };
        let checked = Checked::open(kind, standard, tag.attributes(), &mut self.project.deviations);
        let part = self.begin(kind, tag);
        self.open.push(Open { kind, checked, text: String::new(), part });
    }

    fn note_namespaces(&mut self, tag: &Tag) {
        for (prefix, namespace) in tag.namespaces() {
            let is_foreign = !prefix.is_empty() && !namespace.starts_with("urn:QDA-XML:");
            if is_foreign && self.foreign.len() < 100 && !self.foreign.iter().any(|known| known == prefix) {
                self.foreign.push(prefix.to_owned());
            }
        }
    }

    /// Returns what an element is; nothing is known of what stands in an unknown one.
    fn kind_of(&mut self, tag: &Tag) -> Kind {
        let is_foreign = self.foreign.iter().any(|prefix| prefix == tag.prefix());
        let is_inside = self.open.last().is_some_and(|parent| parent.kind == Kind::Unknown);
        let kind = tag.name().parse().ok().filter(|_| !is_foreign && !is_inside);
        let kind = match (kind, self.open.is_empty()) {
            (Some(kind @ (Kind::Project | Kind::CodeBook)), true) => {
                self.begin_file(kind, tag);
                kind
            }
            (_, true) | (Some(Kind::Project), false) | (None, _) => Kind::Unknown,
            (Some(kind), false) => kind,
        };
        if kind == Kind::Unknown && !is_inside && self.is_begun {
            self.project.unknown(tag.full_name);
        }
        kind
    }

    fn begin_file(&mut self, kind: Kind, tag: &Tag) {
        self.is_begun = true;
        self.is_codebook = kind == Kind::CodeBook;
        self.project.name = tag.text("name");
        self.project.origin = tag.text("origin");
        let namespace = tag.namespaces().find(|(prefix, _)| *prefix == tag.prefix());
        self.project.namespace = namespace.map(|(_, name)| name.to_owned()).unwrap_or_default();
    }

    fn text(&mut self, text: &str) {
        let Some(open) = self.open.last_mut() else { return };
        match open.part {
            Part::Text => open.text.push_str(text),
            _ if text.trim().is_empty() || open.kind == Kind::Unknown => {}
            _ => {
                open.checked.text(&mut self.project.deviations);
                // Some programs write a reference as text.
                open.text.push_str(text);
            }
        }
    }

    fn leave(&mut self) {
        let Some(Open { kind, checked, text, part }) = self.open.pop() else { return };
        checked.close(&text, &mut self.project.deviations);
        if self.attach(kind, text, part) {
            *self.project.understood.entry(kind).or_default() += 1;
        } else {
            let parent = self.open.last().map_or("", |parent| parent.kind.name());
            self.project.unknown(&format!("{parent}/{}", kind.name()));
        }
    }

    /// Begins what an element stands for.
    fn begin(&mut self, kind: Kind, tag: &Tag) -> Part {
        let guid = tag.get("guid").and_then(id);
        let name = || tag.text("name");
        match kind {
            Kind::Description
            | Kind::PlainTextContent
            | Kind::TextValue
            | Kind::BooleanValue
            | Kind::IntegerValue
            | Kind::FloatValue
            | Kind::DateValue
            | Kind::DateTimeValue => Part::Text,
            Kind::NoteRef
            | Kind::CodeRef
            | Kind::SourceRef
            | Kind::SelectionRef
            | Kind::VariableRef
            | Kind::MemberCode
            | Kind::MemberSource
            | Kind::MemberNote => Part::Reference(tag.get("targetGUID").and_then(id).or(guid)),
            Kind::User => Part::User(RawUser { guid, name: name(), id: tag.text("id") }),
            Kind::Code => self.begin_code(guid, tag),
            Kind::Variable => Part::Variable(RawVariable {
                guid,
                name: name(),
                kind: tag.text("typeOfVariable"),
                ..RawVariable::default()
            }),
            Kind::VariableValue => Part::Value(RawValue::default()),
            Kind::Case => Part::Case(RawCase { guid, name: name(), ..RawCase::default() }),
            Kind::SyncPoint => Part::SyncPoint(RawSyncPoint {
                guid,
                time: number(tag, "timeStamp").and_then(|time| time.try_into().ok()),
                position: number(tag, "position").and_then(|position| position.try_into().ok()),
            }),
            Kind::Coding => Part::Coding(RawCoding {
                guid,
                creator: tag.get("creatingUser").and_then(id),
                created: tag.text("creationDateTime"),
                ..RawCoding::default()
            }),
            Kind::Link => Part::Link(RawLink {
                guid,
                name: name(),
                direction: tag.text("direction"),
                ends: ["originGUID", "targetGUID"].map(|end| tag.get(end).and_then(id)),
                ..RawLink::default()
            }),
            Kind::Set => Part::Set(RawSet { guid, name: name(), ..RawSet::default() }),
            Kind::Graph => Part::Graph(RawGraph { name: name(), ..RawGraph::default() }),
            Kind::TextSource
            | Kind::PictureSource
            | Kind::PdfSource
            | Kind::AudioSource
            | Kind::VideoSource
            | Kind::Representation
            | Kind::TextDescription
            | Kind::Transcript
            | Kind::Note => Part::Source(Box::new(source(kind, guid, tag))),
            Kind::PlainTextSelection
            | Kind::PdfSelection
            | Kind::PictureSelection
            | Kind::AudioSelection
            | Kind::VideoSelection
            | Kind::TranscriptSelection => Part::Selection(Box::new(selection(kind, guid, tag))),
            _ => Part::Nothing,
        }
    }

    fn begin_code(&mut self, guid: Option<Uuid>, tag: &Tag) -> Part {
        let parent = self.open.iter().rev().find_map(|open| match open.part {
            Part::Code(idx) => Some(idx),
            _ => None,
        });
        self.project.codes.push(RawCode {
            guid,
            name: tag.text("name"),
            parent,
            is_codable: tag.get("isCodable").and_then(boolean).unwrap_or(false),
            colour: tag.text("color"),
            ..RawCode::default()
        });
        Part::Code(self.project.codes.len() - 1)
    }

    /// Gives what an element became to the one that it stands in. Returns whether it belongs there.
    fn attach(&mut self, kind: Kind, text: String, part: Part) -> bool {
        let project = &mut self.project;
        let Some(parent) = self.open.last_mut() else { return true };
        let is_container = matches!(parent.part, Part::Nothing) && parent.kind != Kind::Unknown;
        match (part, &mut parent.part) {
            (Part::Nothing, Part::Graph(graph)) => match kind {
                Kind::Vertex => graph.n_vertices += 1,
                Kind::Edge => graph.n_edges += 1,
                _ => return kind == Kind::Unknown,
            },
            (Part::Nothing, _) => return is_container || kind == Kind::Unknown,
            (Part::User(user), Part::Nothing) if is_container => project.users.push(user),
            // It is in the list since it opened.
            (Part::Code(_), Part::Nothing) => return is_container,
            (Part::Code(_), Part::Code(_)) => {}
            (Part::Variable(variable), Part::Nothing) if is_container => project.variables.push(variable),
            (Part::Case(case), Part::Nothing) if is_container => project.cases.push(case),
            (Part::Link(link), Part::Nothing) if is_container => project.links.push(link),
            (Part::Set(set), Part::Nothing) if is_container => project.sets.push(set),
            (Part::Graph(graph), Part::Nothing) if is_container => project.graphs.push(graph),
            (Part::Source(source), Part::Nothing) if is_container => match kind {
                Kind::Note => project.memos.push(*source),
                Kind::Representation | Kind::TextDescription | Kind::Transcript => return false,
                _ => project.sources.push(*source),
            },
            (Part::Source(text), Part::Source(source)) => source.texts.push(*text),
            (Part::Source(text), Part::Selection(selection)) if kind == Kind::Representation => {
                project.leave_out(&text, selection.words.is_some());
                selection.words = selection.words.take().or(text.inline);
            }
            (Part::SyncPoint(point), Part::Source(source)) => source.sync_points.push(point),
            (Part::Selection(selection), Part::Source(source)) => source.selections.push(*selection),
            (Part::Coding(coding), Part::Source(source)) => source.codings.push(coding),
            (Part::Coding(coding), Part::Selection(selection)) => selection.codings.push(coding),
            (Part::Value(value), Part::Source(source)) => source.values.push(value),
            (Part::Value(value), Part::Case(case)) => case.values.push(value),
            (Part::Text, part) => return attach_text(project, parent.kind, kind, text, part),
            (Part::Reference(target), part) => {
                return match target.or_else(|| id(&text)) {
                    Some(target) => attach_reference(project, parent.kind, kind, target, part),
                    // That it points at nothing at all is among the departures already.
                    None => true,
                };
            }
            _ => return false,
        }
        true
    }
}

fn attach_text(project: &mut RawProject, parent: Kind, kind: Kind, text: String, part: &mut Part) -> bool {
    let place = match (kind, part) {
        (Kind::Description, Part::Nothing) if parent == Kind::Project => &mut project.description,
        (Kind::Description, Part::Code(idx)) => match project.codes.get_mut(*idx) {
            Some(code) => &mut code.description,
            None => return false,
        },
        (Kind::Description, Part::Variable(variable)) => &mut variable.description,
        (Kind::Description, Part::Case(case)) => &mut case.description,
        (Kind::Description, Part::Source(source)) => &mut source.description,
        (Kind::Description, Part::Selection(selection)) => &mut selection.description,
        (Kind::Description, Part::Set(set)) => &mut set.description,
        (Kind::PlainTextContent, Part::Source(source)) => source.inline.get_or_insert_default(),
        (Kind::Description | Kind::PlainTextContent, _) => return false,
        (_, Part::Value(value)) => {
            value.values.push((kind, text));
            return true;
        }
        _ => return false,
    };
    // There should be one only; the second of two is not lost.
    if place.is_empty() {
        *place = text;
    } else if !text.trim().is_empty() {
        place.push('\n');
        place.push_str(&text);
    }
    true
}

fn attach_reference(
    project: &mut RawProject,
    parent: Kind,
    kind: Kind,
    target: Uuid,
    part: &mut Part,
) -> bool {
    let list = match (kind, part) {
        (Kind::NoteRef, Part::Nothing) if parent == Kind::Project => &mut project.notes,
        (Kind::NoteRef, Part::Code(idx)) => match project.codes.get_mut(*idx) {
            Some(code) => &mut code.notes,
            None => return false,
        },
        (Kind::NoteRef, Part::Case(case)) => &mut case.notes,
        (Kind::NoteRef, Part::Source(source)) => &mut source.notes,
        (Kind::NoteRef, Part::Selection(selection)) => &mut selection.notes,
        (Kind::NoteRef, Part::Coding(coding)) => &mut coding.notes,
        (Kind::NoteRef, Part::Link(link)) => &mut link.notes,
        (Kind::MemberNote | Kind::NoteRef, Part::Set(set)) => &mut set.notes,
        (Kind::CodeRef, Part::Coding(coding)) => &mut coding.codes,
        (Kind::CodeRef, Part::Case(case)) => &mut case.codes,
        (Kind::MemberCode | Kind::CodeRef, Part::Set(set)) => &mut set.codes,
        (Kind::SourceRef, Part::Case(case)) => &mut case.sources,
        (Kind::MemberSource | Kind::SourceRef, Part::Set(set)) => &mut set.sources,
        (Kind::SelectionRef, Part::Case(case)) => &mut case.selections,
        (Kind::VariableRef, Part::Value(value)) => {
            value.variable.get_or_insert(target);
            return true;
        }
        _ => return false,
    };
    list.push(target);
    true
}

fn source(kind: Kind, guid: Option<Uuid>, tag: &Tag) -> RawSource {
    let paths = ["path", "currentPath"].iter().filter_map(|name| tag.get(name));
    RawSource {
        kind: Some(kind),
        guid,
        name: tag.text("name"),
        plain_path: tag.text("plainTextPath"),
        rich_path: tag.text("richTextPath"),
        paths: paths.filter(|path| !path.is_empty()).map(str::to_owned).collect(),
        creator: tag.get("creatingUser").and_then(id),
        created: tag.text("creationDateTime"),
        ..RawSource::default()
    }
}

fn selection(kind: Kind, guid: Option<Uuid>, tag: &Tag) -> RawSelection {
    let bounds = match kind {
        Kind::AudioSelection | Kind::VideoSelection => ["begin", "end"],
        _ => ["startPosition", "endPosition"],
    };
    let rectangle: Vec<&str> =
        ["page", "firstX", "firstY", "secondX", "secondY"].iter().filter_map(|name| tag.get(name)).collect();
    RawSelection {
        kind: Some(kind),
        guid,
        name: tag.text("name"),
        bounds: bounds.map(|name| number(tag, name)),
        syncs: ["fromSyncPoint", "toSyncPoint"].map(|name| tag.get(name).and_then(id)),
        rectangle: rectangle.join(" "),
        creator: tag.get("creatingUser").and_then(id),
        created: tag.text("creationDateTime"),
        ..RawSelection::default()
    }
}

/// Reads a whole number; one that is too large to count stays as large as can be.
fn number(tag: &Tag, name: &str) -> Option<i64> {
    let text = tag.get(name)?.trim();
    let digits = text.trim_start_matches(['+', '-']);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(if text.starts_with('-') { i64::MIN } else { i64::MAX }))
}

impl RawProject {
    /// Counts an element that the reader does not understand, or not where it stands.
    fn unknown(&mut self, name: &str) {
        self.unknown.add(name, Reason::NotKnown, "");
    }

    /// Counts what stands in the text of a selection beside its words, and is not taken over: what is coded in it would
    /// need a place inside that of the selection.
    fn leave_out(&mut self, text: &RawSource, is_second: bool) {
        const IN: &str = "Selection/Representation";
        for selection in &text.selections {
            if let Some(kind) = selection.kind {
                self.misunderstood(kind, &format!("{IN}/{}", kind.name()));
            }
            let inside = format!("{IN}/Selection/Coding");
            selection.codings.iter().for_each(|_| self.misunderstood(Kind::Coding, &inside));
        }
        let parts = [
            (Kind::Coding, text.codings.len()),
            (Kind::VariableValue, text.values.len()),
            (Kind::SyncPoint, text.sync_points.len()),
            (Kind::NoteRef, text.notes.len()),
            (Kind::Description, usize::from(!text.description.trim().is_empty())),
            // Of two texts for one selection the first counts.
            (Kind::PlainTextContent, usize::from(is_second && text.inline.is_some())),
        ];
        let parts = parts.into_iter().flat_map(|(kind, n)| std::iter::repeat_n(kind, n));
        for kind in parts.chain(text.texts.iter().filter_map(|text| text.kind)) {
            self.misunderstood(kind, &format!("{IN}/{}", kind.name()));
        }
        for (name, path) in [("plainTextPath", &text.plain_path), ("richTextPath", &text.rich_path)] {
            if !path.is_empty() {
                self.unknown(&format!("{IN}/@{name}"));
            }
        }
    }

    /// Takes back that an element was understood.
    fn misunderstood(&mut self, kind: Kind, name: &str) {
        if let Some(n) = self.understood.get_mut(&kind) {
            *n = n.saturating_sub(1);
        }
        self.unknown(name);
    }
}
