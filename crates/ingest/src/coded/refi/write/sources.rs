//! Sources, their selections and codings.

use super::super::extras::{self, Lines};
use super::notes::text_name;
use super::plan::{CodingPlan, Selection};
use super::project::Project;
use super::xml::{Value, moment};
use crate::coded::{Reason, Thing};
use draad_core::{Coding, Source, Target};
use std::io::{self, Write};
use uuid::Uuid;

/// How much of an excerpt is its name, in characters.
const EXCERPT: usize = 100;

impl<'s, W: Write> Project<'_, 's, W> {
    /// Writes the sources, if there are any.
    pub(super) fn write_sources(&mut self) -> io::Result<()> {
        let n = self.plan.sources.len();
        self.losses.written(Thing::Sources, n, n);
        if n == 0 {
            return Ok(());
        }
        self.xml.open("Sources", &[])?;
        (0..n).try_for_each(|source| self.write_source(source))?;
        self.xml.close("Sources")
    }

    fn write_source(&mut self, place: usize) -> io::Result<()> {
        let plan = &self.plan.sources[place];
        let name = plan.source.id.as_str();
        self.xml.about(Thing::Sources, name);
        let extras = self.source_extras(plan.source, plan.cases_follow);
        self.xml.open(
            "TextSource",
            &[
                ("guid", Some(Value::Guid(plan.guid))),
                ("name", Some(Value::Text(name))),
                ("plainTextPath", Some(Value::Plain(format!("internal://{}.txt", text_name(plan.guid))))),
            ],
        )?;
        self.xml.about(Thing::Codings, name);
        plan.selections.iter().try_for_each(|selection| self.write_selection(plan.source, selection))?;
        plan.whole.iter().try_for_each(|coding| self.write_coding(plan.source, coding))?;
        self.refer_memos(&plan.memos)?;
        self.refer(extras)?;
        self.losses.written(Thing::Selections, plan.selections.len(), plan.selections.len());
        self.xml.close("TextSource")
    }

    fn source_extras(&mut self, source: &'s Source, cases_follow: bool) -> Option<Uuid> {
        let mut lines = Lines::default();
        lines.put("id", source.id.as_str());
        lines.put("kind", source.kind.as_str());
        lines.put_some("date", &source.date.map(|date| date.to_string()).unwrap_or_default());
        lines.put_some("phase", source.phase.as_ref().map_or("", |phase| phase.as_str()));
        lines.put_some("participants", &joined(&source.participants));
        if !cases_follow {
            lines.put("cases", &joined(&source.cases));
        }
        source.extra.iter().for_each(|(name, value)| lines.put_column(name, value));
        if source.origin != draad_core::Origin::default() {
            self.losses.lose(Thing::Sources, "origin_file", Reason::LeftOutAsPersonal, "", 1);
        }
        self.note(extras::SOURCE, Thing::Sources, lines)
    }

    fn write_selection(&mut self, source: &'s Source, selection: &Selection<'s>) -> io::Result<()> {
        let words = source.text.get(selection.span).unwrap_or_default();
        self.xml.open(
            "PlainTextSelection",
            &[
                ("guid", Some(Value::Guid(selection.guid))),
                ("name", Some(Value::Text(&excerpt(words)))),
                ("startPosition", Some(Value::Number(selection.chars.start.0))),
                ("endPosition", Some(Value::Number(selection.chars.end.0))),
            ],
        )?;
        selection.codings.iter().try_for_each(|coding| self.write_coding(source, coding))?;
        self.refer_memos(&selection.memos)?;
        self.xml.close("PlainTextSelection")
    }

    fn write_coding(&mut self, source: &'s Source, plan: &CodingPlan<'s>) -> io::Result<()> {
        let coder = self.plan.coders.get(&plan.coding.coder);
        let extras = self.coding_extras(source, plan.coding);
        self.xml.open(
            "Coding",
            &[
                ("guid", Some(Value::Guid(plan.guid))),
                ("creatingUser", coder.map(|guid| Value::Guid(*guid))),
                ("creationDateTime", plan.coding.created.and_then(moment).map(Value::Plain)),
            ],
        )?;
        self.xml.point("CodeRef", self.plan.codes[plan.code])?;
        self.refer_memos(&plan.memos)?;
        self.refer(extras)?;
        self.xml.close("Coding")
    }

    fn coding_extras(&mut self, source: &Source, coding: &Coding) -> Option<Uuid> {
        let mut lines = Lines::default();
        if coding.id != Coding::derived_id(source, &coding.code, coding.target) {
            lines.put("id", coding.id.as_str());
        }
        lines.put_some("valence", coding.valence.map_or("", Into::into));
        lines.put_some("weight", &coding.weight.map(|weight| weight.to_string()).unwrap_or_default());
        lines.put_some("memo", &coding.memo);
        if let Some(created) = coding.created.filter(|created| moment(*created).is_none()) {
            lines.put("created", &created.to_string());
        }
        lines.put_some("modified", &coding.modified.map(|modified| modified.to_string()).unwrap_or_default());
        let words = match coding.target {
            Target::Span(span) => source.text.get(span).unwrap_or_default(),
            Target::Source => "",
        };
        if coding.quote != words {
            lines.put("quote", &coding.quote);
        }
        self.note(extras::CODING, Thing::Codings, lines)
    }
}

/// Returns the name of a selection: its words on one line, as far as they fit. A reader can tell by them whether it counts
/// as we do; XML leaves no line break in an attribute.
fn excerpt(words: &str) -> String {
    words.chars().take(EXCERPT).map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

fn joined<T: std::fmt::Display>(values: &[T]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn a_selection_is_called_by_its_words() {
        assert_eq!(excerpt("Ja,\nzei ze.\t👋"), "Ja, zei ze. 👋");
        assert_eq!(excerpt(&"é".repeat(101)), "é".repeat(100));
    }
}
