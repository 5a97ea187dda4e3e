//! The design of a study as plain tables.

use super::StudyDesign;
use crate::table::{Column, Table, Value};

impl StudyDesign {
    /// Returns who was heard by which method in which phase of the research, a row per group of people; then the phases
    /// with their questions. A method that was used without people or things named has one row without a group.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.group_table(), self.phase_table()]
    }

    fn group_table(&self) -> Table {
        let mut columns = ["study_phase", "method", "heard_nl", "heard_en"].map(Column::text).to_vec();
        columns.push(Column::integer("n"));
        let mut rows = Vec::new();
        for method in &self.methods {
            for (phase, groups) in self.phases.iter().zip(&method.cells) {
                let key = || vec![Value::text(&phase.id), Value::text(&method.name)];
                let of_group = |group: &super::Group| {
                    let label = &group.label;
                    [key(), vec![Value::words(&label.nl), Value::words(&label.en), group.n.into()]].concat()
                };
                match groups.as_deref() {
                    None => {}
                    Some([]) => rows.push([key(), vec![Value::Nothing; 3]].concat()),
                    Some(groups) => rows.extend(groups.iter().map(of_group)),
                }
            }
        }
        Table { name: "study-design", rows, columns }
    }

    fn phase_table(&self) -> Table {
        let columns = ["study_phase", "question_nl", "question_en"].map(Column::text).to_vec();
        let rows = self.phases.iter().map(|phase| {
            vec![Value::text(&phase.id), Value::words(&phase.question.nl), Value::words(&phase.question.en)]
        });
        Table { name: "study-design-phases", rows: rows.collect(), columns }
    }
}
