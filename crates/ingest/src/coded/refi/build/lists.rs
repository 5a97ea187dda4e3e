//! Coders, codes and variables.

use super::super::raw::RawProject;
use super::super::values::{colour, shown};
use super::Builder;
use crate::coded::{ForeignCode, ForeignCoder, MemoAbout, Reason, Thing, Variable};
use draad_core::AttributeType;
use uuid::Uuid;

impl Builder {
    pub(super) fn coders(&mut self, raw: &RawProject) {
        for user in &raw.users {
            let name = self.tidy(&user.name);
            if let Some(id) = user.guid {
                self.index(|this| &mut this.coders, id, self.project.coders.len(), (Thing::Coders, &name));
            }
            self.project.coders.push(ForeignCoder {
                guid: user.guid,
                name,
                fields: self.is_ours.then(|| ("id".to_owned(), user.id.clone())).into_iter().collect(),
            });
        }
    }

    /// Returns a coder. One who is not in the file stays apart from others: what two people coded is not one person's.
    pub(super) fn coder(&mut self, guid: Option<Uuid>) -> Option<usize> {
        let guid = guid?;
        if let Some(&idx) = self.coders.get(&guid) {
            return Some(idx);
        }
        let idx = self.project.coders.len();
        self.change(Thing::Coders, shown(guid), Reason::PointsNowhere, shown(guid));
        self.project.coders.push(ForeignCoder { guid: Some(guid), ..ForeignCoder::default() });
        self.coders.insert(guid, idx);
        Some(idx)
    }

    pub(super) fn codes(&mut self, raw: &RawProject) {
        for (idx, code) in raw.codes.iter().enumerate() {
            if let Some(id) = code.guid {
                self.index(|this| &mut this.codes, id, idx, (Thing::Codes, &code.name));
            }
            self.refer(&code.notes, Some(MemoAbout::Code(idx)), &code.name);
            self.project.codes.push(ForeignCode {
                guid: code.guid,
                name: self.tidy(&code.name),
                parent: code.parent,
                is_codable: code.is_codable,
                colour: colour(&code.colour).unwrap_or_default(),
                description: self.tidy(&code.description),
                ..ForeignCode::default()
            });
        }
    }

    pub(super) fn variables(&mut self, raw: &RawProject) {
        for (idx, variable) in raw.variables.iter().enumerate() {
            if let Some(id) = variable.guid {
                self.index(|this| &mut this.variables, id, idx, (Thing::Variables, &variable.name));
            }
            let kind = match variable.kind.trim() {
                "Boolean" => AttributeType::YesNo,
                "Integer" => AttributeType::Integer,
                "Float" => AttributeType::Number,
                "Date" => AttributeType::Date,
                // A moment stays text, so that its time of day is not lost.
                _ => AttributeType::Text,
            };
            self.project.variables.push(Variable {
                guid: variable.guid,
                name: self.tidy(&variable.name),
                kind,
                description: self.tidy(&variable.description),
            });
        }
    }
}
