//! A codebook on its own.

use super::super::extras::Lines;
use super::codes::{begin_code, count_lost_parent, put_fields};
use super::guids::Guids;
use super::losses::Losses;
use super::outline::{Step, outline};
use super::xml::{Value, Xml};
use super::{ORIGIN, SCHEMA_INSTANCE};
use crate::coded::{Reason, Thing};
use draad_core::{Code, CodeKind, LevelId, Study};
use indexmap::IndexMap;
use std::collections::BTreeMap;
use std::io::{self, Write};
use uuid::Uuid;

const NAMESPACE: &str = "urn:QDA-XML:codebook:1.0";
const SCHEMA: &str =
    "urn:QDA-XML:codebook:1.0 http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd";

/// Writes the codebook of a study that has codes; returns where characters were replaced.
pub(super) fn write<'s>(
    out: impl Write,
    study: &'s Study,
    guids: &mut Guids<'_>,
    losses: &mut Losses,
) -> io::Result<BTreeMap<(Thing, &'s str), usize>> {
    let codes = &study.codebook.codes;
    let code_guids: Vec<Uuid> = codes.keys().map(|id| guids.of(&format!("code {id}"))).collect();
    let mut xml = Xml::new(out)?;
    xml.open(
        "CodeBook",
        &[
            ("xmlns", Some(Value::Text(NAMESPACE))),
            ("xmlns:xsi", Some(Value::Text(SCHEMA_INSTANCE))),
            ("xsi:schemaLocation", Some(Value::Text(SCHEMA))),
            ("origin", Some(Value::Text(ORIGIN))),
        ],
    )?;
    xml.open("Codes", &[])?;
    for step in outline(&study.codebook) {
        match step {
            Step::Close => xml.close("Code")?,
            Step::Open { code: place, lost_parent } => {
                let code = &codes[place];
                count_losses(code, losses);
                if lost_parent {
                    count_lost_parent(study, code, losses);
                }
                begin_code(&mut xml, code, study.settings.language, code_guids[place])?;
                xml.some_text("Description", &description(code))?;
            }
        }
    }
    losses.written(Thing::Codes, codes.len(), codes.len());
    xml.close("Codes")?;
    write_levels(&mut xml, study, &code_guids, guids)?;
    xml.close("CodeBook")?;
    xml.finish()
}

/// Returns what a code means and how to use it, for people.
fn description(code: &Code) -> String {
    let mut lines = Lines::default();
    if code.kind == CodeKind::Theme {
        lines.put("kind", code.kind.into());
    }
    put_fields(&mut lines, code);
    code.extra.iter().filter(|(_, value)| !value.is_empty()).for_each(|(name, value)| lines.put(name, value));
    let parts = [Some(code.definition.clone()).filter(|text| !text.is_empty()), lines.into_text()];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

fn count_losses(code: &Code, losses: &mut Losses) {
    let mut lines = Lines::default();
    lines.put("kind", code.kind.into());
    put_fields(&mut lines, code);
    code.extra.iter().for_each(|(name, _)| lines.put_column(name, ""));
    for key in lines.keys() {
        losses.change(Thing::Codes, key, Reason::InDescription, "", 1);
    }
    if !code.name.nl.is_empty() && !code.name.en.is_empty() && code.name.nl != code.name.en {
        losses.lose(Thing::Codes, "name_nl, name_en", Reason::OneLanguage, "", 1);
    }
}

/// Writes the codes of each level as a set, if any code has a level.
fn write_levels<'s, W: Write>(
    xml: &mut Xml<'s, W>,
    study: &'s Study,
    codes: &[Uuid],
    guids: &mut Guids<'_>,
) -> io::Result<()> {
    let mut levels: IndexMap<&LevelId, Vec<Uuid>> = IndexMap::new();
    for (code, guid) in study.codebook.codes.values().zip(codes) {
        if let Some(level) = &code.level {
            levels.entry(level).or_default().push(*guid);
        }
    }
    if levels.is_empty() {
        return Ok(());
    }
    xml.open("Sets", &[])?;
    for (level, members) in levels {
        let listed = study.settings.levels.iter().find(|one| one.id == *level);
        let label = listed.map_or_else(|| level.to_string(), |one| one.name(study.settings.language));
        let guid = guids.of(&format!("set level {level}"));
        let name = format!("level: {label}");
        xml.about(Thing::Groups, level.as_str());
        xml.open("Set", &[("guid", Some(Value::Guid(guid))), ("name", Some(Value::Text(&name)))])?;
        for member in members {
            xml.empty("MemberCode", &[("guid", Some(Value::Guid(member)))])?;
        }
        xml.close("Set")?;
    }
    xml.close("Sets")
}
