//! The document `project.qde`, container by container in the order of the schema.

use super::losses::Losses;
use super::notes::Notes;
use super::outline::Step;
use super::plan::Plan;
use super::xml::{Value, Xml};
use super::{ORIGIN, SCHEMA_INSTANCE};
use crate::coded::Thing;
use std::collections::BTreeMap;
use std::io::{self, Write};
use uuid::Uuid;

const NAMESPACE: &str = "urn:QDA-XML:project:1.0";
const SCHEMA: &str =
    "urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd";

/// A project on its way into a document.
pub(super) struct Project<'p, 's, W: Write> {
    pub(super) plan: &'p Plan<'s>,
    pub(super) outline: &'p [Step],
    pub(super) xml: Xml<'s, W>,
    pub(super) notes: Notes<'p>,
    pub(super) losses: &'p mut Losses,
}

impl<'s, W: Write> Project<'_, 's, W> {
    /// Writes the whole document; `supplement` is the note with files of the study. Returns where characters were replaced.
    pub(super) fn write(mut self, supplement: Option<Uuid>) -> io::Result<BTreeMap<(Thing, &'s str), usize>> {
        let settings = &self.plan.study.settings;
        let name = if settings.title.is_empty() { &settings.id } else { &settings.title };
        self.xml.about(Thing::Records, "study.toml");
        self.xml.open(
            "Project",
            &[
                ("xmlns", Some(Value::Text(NAMESPACE))),
                ("xmlns:xsi", Some(Value::Text(SCHEMA_INSTANCE))),
                ("xsi:schemaLocation", Some(Value::Text(SCHEMA))),
                ("name", Some(Value::Text(name))),
                ("origin", Some(Value::Text(ORIGIN))),
            ],
        )?;
        self.write_users()?;
        self.write_codes()?;
        self.write_variables()?;
        self.write_cases()?;
        self.write_sources()?;
        self.write_notes(supplement)?;
        self.write_sets()?;
        self.xml.about(Thing::Records, "study.toml");
        self.xml.some_text("Description", &settings.note)?;
        self.refer_memos(&self.plan.study_memos)?;
        self.refer(supplement)?;
        self.xml.close("Project")?;
        self.xml.finish()
    }

    /// Writes the coders by their labels, with their ids beside.
    fn write_users(&mut self) -> io::Result<()> {
        let study = self.plan.study;
        if self.plan.coders.is_empty() {
            return Ok(());
        }
        self.xml.open("Users", &[])?;
        for (id, guid) in &self.plan.coders {
            let listed = study.settings.coders.iter().find(|coder| coder.id == **id);
            let name = listed.map_or_else(|| id.to_string(), |coder| coder.name(study.settings.language));
            self.xml.about(Thing::Coders, id.as_str());
            self.xml.empty(
                "User",
                &[
                    ("guid", Some(Value::Guid(*guid))),
                    ("name", Some(Value::Text(&name))),
                    ("id", Some(Value::Text(id.as_str()))),
                ],
            )?;
        }
        self.losses.written(Thing::Coders, self.plan.coders.len(), self.plan.coders.len());
        self.xml.close("Users")
    }
}
