//! How far each case belongs to each model and term: what the XY plot draws.

use super::Reading;
use crate::show::{Section, View};
use draad_analysis::qca::{Relation, Zone};

impl Reading<'_> {
    /// One section per model and term, one row per case.
    pub(super) fn memberships(&self) -> View {
        let words = self.words;
        let relations = self.qca.relations(None);
        let sections = relations.iter().map(|relation| self.of_relation(relation)).collect();
        let keys = ["table-case", "qca-head-membership", "qca-outcome", "qca-head-zone"];
        View {
            part: "qca-memberships",
            title: words.say_with("qca-memberships-title", [("outcome", self.outcome().into())]),
            header: keys.map(|key| words.say(key)).to_vec(),
            n_left: 1,
            n_prose: 1,
            sections,
            notes: vec![words.say("qca-memberships-note")],
        }
    }

    fn of_relation(&self, relation: &Relation) -> Section {
        let rows = self.qca.analysed.iter().flat_map(|analysed| {
            (0..relation.memberships.len()).map(move |case| {
                let zone: Zone = relation.zone(analysed, case);
                vec![
                    self.qca.case(case).id.to_string(),
                    self.plain(relation.memberships[case]),
                    self.plain(analysed.data.outcome()[case]),
                    self.words.say(&format!("qca-zone-{}", <&str>::from(zone))),
                ]
            })
        });
        Section { title: relation.formula.clone(), rows: rows.collect() }
    }
}
