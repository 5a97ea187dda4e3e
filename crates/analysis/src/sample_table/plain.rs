//! The sample as plain tables.

use super::{CaseSample, Heard, RoleHeard, SampleTable};
use crate::Group;
use crate::table::{Column, ColumnKind, Table, Value};

/// The measures of a count, in the order of [`counts`].
const MEASURES: [&str; 6] = ["participants", "sources", "cases", "chars", "words", "chars_without_speaker"];

impl SampleTable {
    /// Returns the sample per role and kind; then per case; per case and kind, role and phase; and what there is to say of each
    /// kind. A key that is empty stands for all together.
    pub fn tables(&self) -> Vec<Table> {
        vec![
            self.by_role_and_kind(),
            self.by_case(),
            self.cases_by("sample-cases-by-kind", "kind", &self.kinds, |case| &case.by_kind),
            self.cases_by_role(),
            self.cases_by("sample-cases-by-phase", "phase", &self.phases, |case| &case.by_phase),
            self.by_kind(),
        ]
    }

    fn by_role_and_kind(&self) -> Table {
        let mut rows = Vec::new();
        for ((role, cells), total) in self.roles.iter().zip(&self.roles_by_kinds).zip(&self.of_roles) {
            let kinds = self.kinds.iter().map(|group| group.key.value()).zip(cells);
            for (kind, cell) in kinds.chain([(Value::Nothing, &total.heard)]) {
                rows.push([role.key.value(), kind].into_iter().chain(counts(cell)).collect());
            }
        }
        let kinds =
            self.kinds.iter().map(|group| group.key.value()).zip(self.of_kinds.iter().map(|kind| kind.heard));
        for (kind, cell) in kinds.chain([(Value::Nothing, Ok(self.all.count))]) {
            rows.push([Value::Nothing, kind].into_iter().chain(counts(&cell)).collect());
        }
        table("sample", &["role", "kind"], MEASURES.map(Column::integer), rows)
    }

    fn by_case(&self) -> Table {
        let columns =
            ["participants", "listed_participants", "sources", "chars", "words", "chars_without_speaker"]
                .map(Column::integer);
        let days = ["first_day", "last_day"].map(|name| Column::new(name, ColumnKind::Day));
        let rows = self.cases_and_all().map(|case| {
            let count = case.count;
            vec![
                id(case),
                Value::words(&case.name),
                count.people().into(),
                case.listed.into(),
                count.sources.into(),
                count.chars.into(),
                count.words.into(),
                count.chars_without_speaker.into(),
                case.period.map(|(first, _)| first).into(),
                case.period.map(|(_, last)| last).into(),
            ]
        });
        table("sample-cases", &["case", "name"], columns.into_iter().chain(days), rows.collect())
    }

    fn cases_by(
        &self,
        name: &'static str,
        key_name: &str,
        groups: &[Group],
        cells: impl Fn(&CaseSample) -> &[Heard],
    ) -> Table {
        let mut rows = Vec::new();
        for case in self.cases_and_all() {
            for (group, cell) in groups.iter().zip(cells(case)) {
                rows.push([id(case), group.key.value()].into_iter().chain(counts(cell)).collect());
            }
        }
        table(name, &["case", key_name], MEASURES.map(Column::integer), rows)
    }

    fn cases_by_role(&self) -> Table {
        let mut rows = Vec::new();
        for case in self.cases_and_all() {
            for (role, RoleHeard { heard, listed, listed_heard }) in self.roles.iter().zip(&case.by_role) {
                let listed = [Value::from(*listed), Value::from(*listed_heard)];
                rows.push(
                    [id(case), role.key.value()].into_iter().chain(listed).chain(counts(heard)).collect(),
                );
            }
        }
        let columns =
            ["listed_participants", "listed_heard"].into_iter().chain(MEASURES).map(Column::integer);
        table("sample-cases-by-role", &["case", "role"], columns, rows)
    }

    fn by_kind(&self) -> Table {
        let lengths = [
            Column::integer("shortest_chars"),
            Column::number("median_chars"),
            Column::integer("longest_chars"),
            Column::integer("repeated_participants"),
            Column::integer("recorded_sources"),
            Column::number("recorded_minutes"),
        ];
        let rows = self.kinds.iter().zip(&self.of_kinds).map(|(group, kind)| {
            let further = [
                kind.chars.map(|(shortest, _, _)| shortest).into(),
                kind.chars.map(|(_, middle, _)| middle).into(),
                kind.chars.map(|(_, _, longest)| longest).into(),
                kind.repeated.into(),
                kind.recorded.into(),
                kind.minutes.into(),
            ];
            [group.key.value()].into_iter().chain(counts(&kind.heard)).chain(further).collect()
        });
        let columns = MEASURES.map(Column::integer).into_iter().chain(lengths);
        table("sample-kinds", &["kind"], columns, rows.collect())
    }

    fn cases_and_all(&self) -> impl Iterator<Item = &CaseSample> {
        self.cases.iter().chain([&self.all])
    }
}

fn table(
    name: &'static str,
    keys: &[&str],
    measures: impl IntoIterator<Item = Column>,
    rows: Vec<Vec<Value>>,
) -> Table {
    Table { name, columns: keys.iter().map(|key| Column::text(*key)).chain(measures).collect(), rows }
}

fn id(case: &CaseSample) -> Value {
    case.case.as_ref().map_or(Value::Nothing, Value::text)
}

fn counts(heard: &Heard) -> [Value; 6] {
    match heard {
        Ok(count) => [
            count.people().into(),
            count.sources.into(),
            count.cases.into(),
            count.chars.into(),
            count.words.into(),
            count.chars_without_speaker.into(),
        ],
        Err(reason) => std::array::from_fn(|_| Value::Undefined(*reason)),
    }
}
