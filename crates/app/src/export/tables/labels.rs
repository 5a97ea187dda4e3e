//! `labels`: what the ids in the other tables are called.

use super::columns::Outgoing;
use draad_analysis::table::{ColumnKind, Value};
use draad_core::{Label, Settings};
use std::fmt::Display;

/// `labels`: the lists of the settings, and the levels of attributes.
pub(super) fn labels(settings: &Settings) -> Outgoing {
    use ColumnKind::Text;
    let mut rows = Vec::new();
    let mut add = |list: &str, id: &dyn Display, label: &Label| {
        let (nl, en) = (Value::words(&label.nl), Value::words(&label.en));
        rows.push(vec![Value::text(list), Value::text(id), nl, en]);
    };
    settings.roles.iter().for_each(|role| add("role", &role.id, &role.label));
    settings.kinds.iter().for_each(|kind| add("kind", &kind.id, &kind.label));
    settings.phases.iter().for_each(|phase| add("phase", &phase.id, &phase.label));
    settings.levels.iter().for_each(|level| add("level", &level.id, &level.label));
    settings.coders.iter().for_each(|coder| add("coder", &coder.id, &coder.label));
    for attribute in &settings.attributes {
        add("attribute", &attribute.id, &attribute.label);
        for level in &attribute.levels {
            add(attribute.id.as_str(), &level.id, &level.label);
        }
    }
    Outgoing::new("labels", &[])
        .said([("list", Text), ("id", Text), ("name_nl", Text), ("name_en", Text)])
        .with(rows)
}
