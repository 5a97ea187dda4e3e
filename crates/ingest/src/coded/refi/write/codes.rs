//! The codes of a project.

use super::super::extras::{self, Lines};
use super::losses::Losses;
use super::outline::{Step, is_in_order};
use super::project::Project;
use super::xml::{Value, Xml};
use crate::coded::{Reason, Thing};
use draad_core::{Code, CodeKind, Language, Study};
use std::io::{self, Write};
use uuid::Uuid;

impl<'s, W: Write> Project<'_, 's, W> {
    /// Writes the tree of codes, if there are any.
    pub(super) fn write_codes(&mut self) -> io::Result<()> {
        let codes = &self.plan.study.codebook.codes;
        self.losses.written(Thing::Codes, codes.len(), codes.len());
        if codes.is_empty() {
            return Ok(());
        }
        let in_order = is_in_order(self.outline);
        self.xml.open("CodeBook", &[])?;
        self.xml.open("Codes", &[])?;
        for step in self.outline {
            match *step {
                Step::Close => self.xml.close("Code")?,
                Step::Open { code, lost_parent } => self.write_code(code, lost_parent, in_order)?,
            }
        }
        self.xml.close("Codes")?;
        self.xml.close("CodeBook")
    }

    fn write_code(&mut self, place: usize, lost_parent: bool, in_order: bool) -> io::Result<()> {
        let code = &self.plan.study.codebook.codes[place];
        let language = self.plan.study.settings.language;
        let extras = self.code_extras(code, lost_parent, (!in_order).then_some(place + 1));
        begin_code(&mut self.xml, code, language, self.plan.codes[place])?;
        self.xml.some_text("Description", &code.definition)?;
        self.refer_memos(&self.plan.code_memos[place])?;
        self.refer(extras)
    }

    fn code_extras(&mut self, code: &Code, lost_parent: bool, row: Option<usize>) -> Option<Uuid> {
        let mut lines = Lines::default();
        lines.put("id", code.id.as_str());
        if !says_names(code, self.plan.study.settings.language) {
            lines.put("name_nl", &code.name.nl);
            lines.put("name_en", &code.name.en);
        }
        if code.kind != CodeKind::Heading {
            lines.put("kind", code.kind.into());
        }
        put_fields(&mut lines, code);
        if !is_colour(&code.colour) {
            lines.put_some("colour", &code.colour);
        }
        if let Some(parent) = code.parent.as_ref().filter(|_| lost_parent) {
            lines.put("parent", parent.as_str());
            count_lost_parent(self.plan.study, code, self.losses);
        }
        if let Some(row) = row {
            lines.put("row", &row.to_string());
        }
        code.extra.iter().for_each(|(name, value)| lines.put_column(name, value));
        self.note(extras::CODE, Thing::Codes, lines)
    }
}

/// Begins the element of a code.
pub(super) fn begin_code<'s, W: Write>(
    xml: &mut Xml<'s, W>,
    code: &'s Code,
    language: Language,
    guid: Uuid,
) -> io::Result<()> {
    xml.about(Thing::Codes, code.id.as_str());
    let colour = is_colour(&code.colour).then_some(Value::Text(&code.colour));
    xml.open(
        "Code",
        &[
            ("guid", Some(Value::Guid(guid))),
            ("name", Some(Value::Text(code.name(language)))),
            ("isCodable", Some(Value::Flag(code.kind != CodeKind::Heading))),
            ("color", colour),
        ],
    )
}

/// Adds the columns of the codebook that a code has no element for, as far as they are filled in.
pub(super) fn put_fields(lines: &mut Lines, code: &Code) {
    lines.put_some("valence", code.valence.map_or("", Into::into));
    lines.put_some("level", code.level.as_ref().map_or("", |level| level.as_str()));
    lines.put_some("include", &code.include);
    lines.put_some("exclude", &code.exclude);
    lines.put_some("example", &code.example);
    lines.put_some("source", &code.source);
    lines.put_some("references", &code.reference_list());
}

/// Returns whether the name that is written says both names of the code: one is that name, and there is no other.
fn says_names(code: &Code, language: Language) -> bool {
    let (own, other) = match language {
        Language::Nl => (&code.name.nl, &code.name.en),
        Language::En => (&code.name.en, &code.name.nl),
    };
    let is_plain = own.trim() == own && !own.chars().any(char::is_control);
    is_plain && !own.is_empty() && other.is_empty()
}

/// Counts a code that cannot stand under its parent.
pub(super) fn count_lost_parent(study: &Study, code: &Code, losses: &mut Losses) {
    let Some(parent) = &code.parent else { return };
    let is_there = study.codebook.get(parent).is_some();
    let reason = if is_there { Reason::InCircle } else { Reason::PointsNowhere };
    losses.change(Thing::Codes, code.id.as_str(), reason, parent.as_str(), 1);
}

fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}
