//! What is shown of a passage beside its words: in a line to read, and in typed cells.

use super::{Entry, fails};
use crate::Project;
use draad_analysis::table::{Column, ColumnKind, Value};
use draad_analysis::{By, QuoteKey};
use draad_core::diagnostic::Outcome;
use draad_core::filter::nearest;
use draad_core::{
    Attribute, AttributeId, AttributeType, AttributeValue, CodeId, Coding, Problem, Study, Valence,
};
use draad_words::Words;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

/// Something that is shown of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "`quotes-column-*` in the catalogue says what each is")]
pub(super) enum Field {
    Case,
    Code,
    Source,
    Kind,
    Speaker,
    Role,
    Phase,
    Date,
    Position,
    Line,
    Page,
    Valence,
    Weight,
    Coder,
    Memo,
    Created,
    Id,
    /// An attribute of the case.
    Attribute(AttributeId),
}

/// Names of fields, English and Dutch.
const NAMES: [(&str, &str, Field); 17] = [
    ("case", "casus", Field::Case),
    ("code", "code", Field::Code),
    ("source", "bron", Field::Source),
    ("kind", "soort", Field::Kind),
    ("speaker", "spreker", Field::Speaker),
    ("role", "rol", Field::Role),
    ("phase", "fase", Field::Phase),
    ("date", "datum", Field::Date),
    ("position", "positie", Field::Position),
    ("line", "regel", Field::Line),
    ("page", "bladzijde", Field::Page),
    ("valence", "richting", Field::Valence),
    ("weight", "gewicht", Field::Weight),
    ("coder", "codeur", Field::Coder),
    ("memo", "memo", Field::Memo),
    ("created", "gemaakt", Field::Created),
    ("id", "id", Field::Id),
];

/// Names of columns that are not those of a field; an attribute with such a name gets `case_` before it.
const OTHER_COLUMNS: [&str; 8] =
    ["coded_as", "start", "end", "recording_start", "coding", "before", "text", "after"];

/// What is shown in a line to read, unless asked otherwise and as far as no heading says it.
const TO_READ: [Field; 9] = [
    Field::Speaker,
    Field::Role,
    Field::Source,
    Field::Line,
    Field::Page,
    Field::Date,
    Field::Phase,
    Field::Valence,
    Field::Memo,
];

impl Field {
    /// Returns the fields of these names, in Dutch or English, each once.
    ///
    /// # Errors
    /// `QuoteFieldUnknown`.
    pub(super) fn all_named(study: &Study, names: &[String]) -> Outcome<Vec<Self>> {
        let mut fields = Vec::new();
        for name in names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
            let Some(field) = Self::named(study, name) else {
                let attributes = study.settings.attributes.iter().map(|attribute| attribute.id.as_str());
                let known: Vec<&str> = NAMES.iter().map(|(name, ..)| *name).chain(attributes).collect();
                let dutch = NAMES.iter().map(|(_, name, _)| *name);
                let nearest = nearest(name, known.iter().copied().chain(dutch));
                let known = known.join(", ");
                return fails(Problem::QuoteFieldUnknown { field: name.to_owned(), nearest, known });
            };
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        Ok(fields)
    }

    fn named(study: &Study, name: &str) -> Option<Self> {
        let own =
            NAMES.iter().find(|(en, nl, _)| [*en, *nl].contains(&name)).map(|(.., field)| field.clone());
        own.or_else(|| study.settings.attribute(name).map(|known| Field::Attribute(known.id.clone())))
    }

    /// Returns the field that says the value of a key.
    pub(super) fn of_key(key: &QuoteKey) -> Self {
        match key {
            QuoteKey::Case => Field::Case,
            QuoteKey::Source => Field::Source,
            QuoteKey::Valence => Field::Valence,
            QuoteKey::Code => Field::Code,
            QuoteKey::By(By::Kind) => Field::Kind,
            QuoteKey::By(By::Role) => Field::Role,
            QuoteKey::By(By::Speaker) => Field::Speaker,
            QuoteKey::By(By::Phase) => Field::Phase,
            QuoteKey::By(By::Coder) => Field::Coder,
            QuoteKey::By(By::Attribute(id)) => Field::Attribute(id.clone()),
        }
    }

    /// Returns what is shown in a line to read unless asked otherwise: what no heading says already.
    pub(super) fn to_read(by: &[QuoteKey], each_coding: bool) -> Vec<Self> {
        let coder = each_coding.then_some([Field::Coder, Field::Id]).into_iter().flatten();
        let said: Vec<Field> = by.iter().map(Self::of_key).collect();
        // a passage of several cases names them where no heading does
        let all = std::iter::once(Field::Case).chain(TO_READ).chain(coder);
        all.filter(|field| !said.contains(field)).collect()
    }

    /// Returns the English name; nothing for an attribute, which has its own.
    pub(super) fn name(&self) -> &'static str {
        NAMES.iter().find(|(.., field)| field == self).map_or("", |(name, ..)| name)
    }

    /// Returns all fields but attributes: the columns of a table unless asked otherwise.
    pub(super) fn all() -> Vec<Self> {
        NAMES.into_iter().map(|(.., field)| field).collect()
    }
}

/// A passage with what is needed to say its fields.
pub(super) struct Telling<'a> {
    pub(super) project: &'a Project,
    pub(super) entry: &'a Entry,
    /// Whether `entry` is one coding.
    pub(super) each_coding: bool,
}

/// In a line to read.
impl Telling<'_> {
    /// Returns a field in words; empty where the study does not say.
    pub(super) fn said(&self, field: &Field) -> String {
        let (words, shown, passage) = (self.words(), &self.entry.shown, &self.entry.shown.passage);
        match field {
            Field::Case => join(&self.entry.cases, ", "),
            Field::Code => self.code_names(&self.entry.codes),
            Field::Source => passage.source.to_string(),
            Field::Kind => self.kind_name(),
            Field::Speaker => shown.speaker.clone(),
            Field::Role => shown.role.clone(),
            Field::Phase => shown.phase.clone(),
            Field::Date => passage.date.as_deref().map(|iso| words.moment(iso)).unwrap_or_default(),
            Field::Position => passage.chars.map_or(String::new(), |chars| {
                let args =
                    [("start", chars.start.0.to_string().into()), ("end", chars.end.0.to_string().into())];
                words.say_with("quotes-at-position", args)
            }),
            Field::Line => shown.line.map_or(String::new(), |line| {
                words.say_with("quotes-at-line", [("line", line.to_string().into())])
            }),
            Field::Page => words.in_original(passage.original),
            Field::Valence if passage.valences.is_empty() => String::new(),
            Field::Valence => valence_names(words, &passage.valences),
            Field::Weight => match join(&self.weights(), ", ") {
                weights if weights.is_empty() => weights,
                weights => words.say_with("quotes-weight", [("weight", weights.into())]),
            },
            Field::Coder => join(&shown.coders, " + "),
            // remarks stand below the line
            Field::Memo => String::new(),
            Field::Created => self.created().map_or(String::new(), |moment| {
                let day = words.day(TimeZone::UTC.to_datetime(moment).date());
                words.say_with("quotes-coded-on", [("day", day.into())])
            }),
            Field::Id => join(&self.ids(), ", "),
            Field::Attribute(id) => self.attribute_said(id),
        }
    }

    fn words(&self) -> &Words {
        &self.project.words
    }

    pub(super) fn code_names(&self, codes: &[CodeId]) -> String {
        let (study, language) = (self.project.study(), self.words().language);
        let name =
            |id: &CodeId| study.codebook.get(id).map_or(id.as_str(), |code| code.name(language)).to_owned();
        codes.iter().map(name).collect::<Vec<_>>().join(" + ")
    }

    fn kind_name(&self) -> String {
        let kinds = &self.project.study().settings.kinds;
        let known = kinds.iter().find(|kind| kind.id.as_str() == self.entry.shown.kind);
        known.map_or_else(|| self.entry.shown.kind.clone(), |kind| kind.name(self.words().language))
    }

    /// `leeftijd: 12`; with several cases each value once.
    fn attribute_said(&self, id: &AttributeId) -> String {
        let Some(attribute) = self.attribute(id) else { return String::new() };
        let mut values: Vec<String> = Vec::new();
        for value in self.values(id) {
            let said = self.words().value(attribute, value);
            if !values.contains(&said) {
                values.push(said);
            }
        }
        format!("{}: {}", attribute.name(self.words().language), values.join(" / "))
    }

    fn attribute(&self, id: &AttributeId) -> Option<&Attribute> {
        self.project.study().settings.attribute(id.as_str())
    }

    /// The values of its cases.
    fn values(&self, id: &AttributeId) -> impl Iterator<Item = &AttributeValue> {
        let of_case = |case| {
            let case = self.project.study().cases.get(case)?;
            Some(case.attributes.get(id).unwrap_or(&AttributeValue::Empty))
        };
        self.entry.cases.iter().filter_map(of_case)
    }

    fn codings(&self) -> impl Iterator<Item = &Coding> {
        let study = self.project.study();
        self.entry.shown.passage.codings.iter().filter_map(|&coding| study.codings.get(coding))
    }

    fn weights(&self) -> Vec<u8> {
        self.codings().filter_map(|coding| coding.weight).collect::<BTreeSet<_>>().into_iter().collect()
    }

    fn ids(&self) -> Vec<String> {
        self.codings().map(|coding| coding.id.to_string()).collect()
    }

    /// When the first of its codings was made.
    fn created(&self) -> Option<Timestamp> {
        self.codings().filter_map(|coding| coding.created).min()
    }
}

/// Returns valences in words, or that there are none.
pub(super) fn valence_names(words: &Words, valences: &[Valence]) -> String {
    let name = |valence: &Valence| words.say(&format!("valence-{}", <&str>::from(*valence)));
    match valences {
        [] => words.say("valence-none"),
        some => some.iter().map(name).collect::<Vec<_>>().join(" + "),
    }
}

fn join<T: std::fmt::Display>(items: &[T], separator: &str) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(separator)
}

/// In typed cells, with ids as the study's files have them.
impl Field {
    /// Returns the columns of the field. The code of the list and the cases have columns of their own.
    pub(super) fn columns(&self, study: &Study, each_coding: bool) -> Vec<Column> {
        use ColumnKind::{Integer, Moment, Number, Text, Time, YesNo};
        let column = |name: &str, kind| vec![Column::new(name, kind)];
        match self {
            Field::Case => Vec::new(),
            Field::Code => column("coded_as", Text),
            Field::Source => column("source", Text),
            Field::Kind => column("kind", Text),
            Field::Speaker => column("speaker", Text),
            Field::Role => column("role", Text),
            Field::Phase => column("phase", Text),
            Field::Date => column("date", Time),
            Field::Position => vec![Column::integer("start"), Column::integer("end")],
            Field::Line => column("line", Integer),
            Field::Page => vec![Column::integer("page"), Column::text("recording_start")],
            Field::Valence => column("valence", Text),
            Field::Weight => column("weight", if each_coding { Integer } else { Text }),
            Field::Coder => column("coder", Text),
            Field::Memo => column("memo", Text),
            Field::Created => column("created", Moment),
            Field::Id => column("coding", Text),
            Field::Attribute(id) => {
                let kind =
                    study.settings.attribute(id.as_str()).map_or(Text, |attribute| match attribute.kind {
                        AttributeType::Integer => Integer,
                        AttributeType::Number => Number,
                        AttributeType::YesNo => YesNo,
                        AttributeType::Date => ColumnKind::Day,
                        AttributeType::Text | AttributeType::Choice => Text,
                    });
                let is_taken = OTHER_COLUMNS.contains(&id.as_str());
                column(&if is_taken { format!("case_{id}") } else { id.to_string() }, kind)
            }
        }
    }
}

impl Telling<'_> {
    /// Returns the cells of [`Field::columns`].
    pub(super) fn cells(&self, field: &Field) -> Vec<Value> {
        let (shown, passage) = (&self.entry.shown, &self.entry.shown.passage);
        let one = |value: Value| vec![value];
        match field {
            Field::Case => Vec::new(),
            Field::Code => one(Value::list(&self.entry.codes)),
            Field::Source => one(Value::text(&passage.source)),
            Field::Kind => one(Value::words(&shown.kind)),
            Field::Speaker => one(Value::words(&shown.speaker)),
            Field::Role => one(passage.role.as_ref().map(ToString::to_string).into()),
            Field::Phase => one(passage.phase.as_ref().map(ToString::to_string).into()),
            Field::Date => one(passage.date.as_deref().map_or(Value::Nothing, moment)),
            Field::Position => {
                let chars = passage.chars;
                vec![chars.map(|chars| chars.start.0).into(), chars.map(|chars| chars.end.0).into()]
            }
            Field::Line => one(shown.line.into()),
            Field::Page => {
                let recording = passage.original.recording_start.map(|moment| moment.to_string());
                vec![passage.original.page.into(), recording.into()]
            }
            Field::Valence => one(Value::list(passage.valences.iter().map(|valence| <&str>::from(*valence)))),
            Field::Weight if self.each_coding => {
                one(self.weights().first().map(|&weight| u32::from(weight)).into())
            }
            Field::Weight => one(Value::list(self.weights())),
            Field::Coder => one(Value::list(&shown.coders)),
            Field::Memo => one(self.memo_cell()),
            Field::Created => one(self.created().into()),
            Field::Id => one(Value::list(self.ids())),
            Field::Attribute(id) => one(self.attribute_cell(id)),
        }
    }

    /// Remarks: that of one coding as it is, those of several with their coders, a line each.
    fn memo_cell(&self) -> Value {
        match (self.each_coding, self.codings().next()) {
            (true, Some(coding)) => Value::words(&coding.memo),
            _ => Value::words(&self.entry.shown.memos.join("\n")),
        }
    }

    /// The value of its case; where it has several cases with different values, all of them as text.
    fn attribute_cell(&self, id: &AttributeId) -> Value {
        let mut values: Vec<&AttributeValue> = Vec::new();
        for value in self.values(id) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        match values[..] {
            [value] => typed(value),
            _ => Value::list(values),
        }
    }
}

fn typed(value: &AttributeValue) -> Value {
    match value {
        AttributeValue::Empty | AttributeValue::Unknown => Value::Nothing,
        AttributeValue::Integer(number) => Value::Integer(*number),
        AttributeValue::Number(number) => Value::Number(*number),
        AttributeValue::YesNo(yes) => Value::YesNo(*yes),
        AttributeValue::Date(date) => Value::Day(*date),
        AttributeValue::Text(_) | AttributeValue::Level(_) => Value::words(&value.to_string()),
    }
}

/// A day, or a day with its time.
fn moment(iso: &str) -> Value {
    match (iso.contains('T'), iso.parse(), iso.parse()) {
        (false, Ok(day), _) => Value::Day(day),
        (true, _, Ok(time)) => Value::Time(time),
        _ => Value::words(iso),
    }
}
