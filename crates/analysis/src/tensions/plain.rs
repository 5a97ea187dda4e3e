//! Tensions as plain tables, and as statements.

use super::{ByKey, Flip, KeyUsed, Reach, Tension, TensionKey, Tensions};
use crate::plain::{state, valence};
use crate::table::{Column, Table, Value};
use crate::{Directions, Passage, Statement};

impl TensionKey {
    /// Returns the name of the key as files have it: that of the column with its values.
    pub fn name(&self) -> &str {
        match self {
            TensionKey::Case => "case",
            TensionKey::By(by) => by.key(),
        }
    }
}

impl Tensions {
    /// Returns the tensions as plain tables: factors, values, flips, contradicting values, passages, and codes without tension.
    pub fn tables(&self) -> Vec<Table> {
        vec![
            self.factor_table(),
            self.level_table(),
            self.flip_table(),
            self.pair_table(),
            self.passage_table(),
            self.table_without(),
        ]
    }

    /// Returns what the table claims: that a factor is in tension by a key, within cases or only between them.
    pub fn statements(&self) -> Vec<Statement> {
        let claims = |factor: &Tension| {
            let id = factor.id.to_string();
            let keys = self.keys.iter().zip(&factor.keys).filter(|(_, by)| by.differs);
            keys.map(move |(used, by)| {
                let value = if by.flips.is_empty() { "between-cases" } else { "within-cases" };
                Statement::new("tension", [id.as_str(), used.key.name()], value)
            })
            .collect::<Vec<_>>()
        };
        self.factors.iter().flat_map(claims).collect()
    }

    /// One row per factor in tension: in how many and in which cases it does what, and where the two directions meet.
    fn factor_table(&self) -> Table {
        let keys = || self.keys.iter().enumerate().filter(|(_, used)| used.key.varies_within_case());
        let mut columns = vec![Column::text("factor"), Column::text("valence"), Column::text("level")];
        let counts = ["cases", "cases_with_material", "promoting_cases", "hindering_cases", "both_cases"];
        columns.extend(counts.map(Column::integer));
        columns.extend(["within_passage", "within_source"].map(Column::integer));
        columns.extend(keys().map(|(_, used)| Column::integer(format!("over_{}", used.key.name()))));
        columns.push(Column::text("reach"));
        columns.push(Column::yes_no("between_codes"));
        columns.push(Column::integer("sources"));
        columns.extend(DIRECTIONS.map(Column::integer));
        let lists = ["promoting_only", "hindering_only", "both", "ambivalent_in"];
        columns.extend(lists.map(Column::text));
        let row = |factor: &Tension| {
            let within = |reach: Reach| factor.both.iter().filter(|both| both.reach <= reach).count();
            let both: Vec<usize> = factor.both.iter().map(|both| both.case).collect();
            let only = |cases: &[usize]| -> Vec<usize> {
                cases.iter().copied().filter(|case| !both.contains(case)).collect()
            };
            let mut row = vec![
                Value::text(&factor.id),
                valence(factor.valence),
                factor.level.as_ref().map(ToString::to_string).into(),
                factor.n_cases.into(),
                self.n_with_material.into(),
                factor.promoting.len().into(),
                factor.hindering.len().into(),
                both.len().into(),
                within(Reach::Passage).into(),
                within(Reach::Source).into(),
            ];
            row.extend(keys().map(|(place, _)| Value::from(factor.keys[place].flips.len())));
            row.push(Value::text(<&str>::from(factor.reach)));
            row.push(factor.between_codes.into());
            row.push(factor.n_sources.into());
            row.extend(directions(&factor.passages));
            let lists = [only(&factor.promoting), only(&factor.hindering), both, factor.ambivalent.clone()];
            row.extend(lists.map(|cases| self.case_list(&cases)));
            row
        };
        Table { name: "tensions", rows: self.factors.iter().map(row).collect(), columns }
    }

    /// One row per factor and value of a key: where it leans there.
    fn level_table(&self) -> Table {
        let mut columns = self.key_columns();
        columns.extend([Column::text("state"), Column::yes_no("compared")]);
        let counts = ["cases", "cases_with_material", "promoting_cases", "hindering_cases"];
        columns.extend(counts.map(Column::integer));
        columns.extend(DIRECTIONS.map(Column::integer));
        let material =
            ["sources", "promoting_sources", "hindering_sources", "material_sources", "material_chars"];
        columns.extend(material.map(Column::integer));
        columns.extend(["promoting_in", "hindering_in"].map(Column::text));
        let mut rows = Vec::new();
        for (factor, place, by) in self.by_keys() {
            for found in &by.occurrences {
                let level = &self.keys[place].levels[found.level];
                let mut row = self.key_values(factor, place, found.level);
                row.extend([state(found.state), level.compared.into()]);
                let counts = [found.cases.len(), level.n_cases, found.promoting.len(), found.hindering.len()];
                row.extend(counts.map(Value::from));
                row.extend(directions(&found.passages));
                let sources = [found.n_sources, found.n_sources_promoting, found.n_sources_hindering];
                row.extend(sources.map(Value::from));
                row.extend([level.n_sources.into(), level.n_chars.into()]);
                row.extend([&found.promoting, &found.hindering].map(|cases| self.case_list(cases)));
                rows.push(row);
            }
        }
        Table { name: "tensions-by-value", rows, columns }
    }

    /// One row per factor, key and case that flips over it.
    fn flip_table(&self) -> Table {
        let columns = ["factor", "case", "key", "states", "change"].map(Column::text).to_vec();
        let flips = self.by_keys().flat_map(|(factor, place, by)| {
            by.flips.iter().map(move |flip| (factor, &self.keys[place], flip))
        });
        let row = |(factor, used, flip): (&Tension, &KeyUsed, &Flip)| {
            let states = used.levels.iter().zip(&flip.states);
            let states = states.map(|(level, state)| {
                format!("{}={}", level.key.id().unwrap_or_default(), <&str>::from(*state))
            });
            vec![
                Value::text(&factor.id),
                Value::text(&self.cases[flip.case]),
                Value::text(used.key.name()),
                Value::list(states),
                flip.change.map(|change| <&str>::from(change).to_owned()).into(),
            ]
        };
        Table { name: "tensions-within-cases", rows: flips.map(row).collect(), columns }
    }

    /// One row per factor and two values that contradict each other within cases.
    fn pair_table(&self) -> Table {
        let mut columns = ["factor", "key", "promoting", "hindering"].map(Column::text).to_vec();
        columns.extend([Column::integer("cases"), Column::text("in")]);
        let mut rows = Vec::new();
        for (factor, place, by) in self.by_keys() {
            let used = &self.keys[place];
            rows.extend(by.pairs.iter().map(|pair| {
                let id = |level: usize| used.levels[level].key.value();
                vec![
                    Value::text(&factor.id),
                    Value::text(used.key.name()),
                    id(pair.promoting),
                    id(pair.hindering),
                    pair.cases.len().into(),
                    self.case_list(&pair.cases),
                ]
            }));
        }
        Table { name: "tensions-contradictions", rows, columns }
    }

    /// One row per passage that is shown.
    fn passage_table(&self) -> Table {
        let mut columns = ["factor", "case", "shown_as"].map(Column::text).to_vec();
        columns.push(Column::integer("pair"));
        columns.push(Column::text("source"));
        columns.extend(["start", "end"].map(Column::integer));
        columns.extend(["valence", "speaker", "role", "phase", "date", "text"].map(Column::text));
        let mut rows = Vec::new();
        for factor in &self.factors {
            for (pair, voices) in (1..).zip(&factor.voices) {
                rows.push(passage_row("promoting", Some(pair), &voices.promoting));
                rows.push(passage_row("hindering", Some(pair), &voices.hindering));
            }
            rows.extend(factor.both_ways.iter().map(|passage| passage_row("both", None, passage)));
            let ambivalent = factor.ambivalent_passages.iter();
            rows.extend(ambivalent.map(|passage| passage_row("ambivalent", None, passage)));
        }
        Table { name: "tensions-passages", rows, columns }
    }

    /// One row per code without tension.
    fn table_without(&self) -> Table {
        let mut columns = vec![Column::text("factor"), Column::text("state")];
        columns.extend(["cases", "cases_with_material", "passages"].map(Column::integer));
        let rows = self.others.iter().map(|other| {
            let counts = [other.n_cases, self.n_with_material, other.n_passages].map(Value::from);
            [Value::text(&other.id), state(other.state)].into_iter().chain(counts).collect()
        });
        Table { name: "tensions-without", rows: rows.collect(), columns }
    }

    /// Returns each factor by each key.
    fn by_keys(&self) -> impl Iterator<Item = (&Tension, usize, &ByKey)> {
        self.factors
            .iter()
            .flat_map(|factor| factor.keys.iter().enumerate().map(move |(place, by)| (factor, place, by)))
    }

    /// The factor, and a column per key with its value, of which one is filled in a row.
    fn key_columns(&self) -> Vec<Column> {
        let keys = self.keys.iter().map(|used| Column::text(used.key.name()));
        std::iter::once(Column::text("factor")).chain(keys).collect()
    }

    fn key_values(&self, factor: &Tension, key: usize, level: usize) -> Vec<Value> {
        let value = |place: usize| match place == key {
            true => self.keys[key].levels[level].key.value(),
            false => Value::Nothing,
        };
        std::iter::once(Value::text(&factor.id)).chain((0..self.keys.len()).map(value)).collect()
    }

    fn case_list(&self, cases: &[usize]) -> Value {
        Value::list(cases.iter().map(|&case| &self.cases[case]))
    }
}

const DIRECTIONS: [&str; 5] = ["passages", "promoting", "hindering", "ambivalent", "without_direction"];

fn directions(passages: &Directions) -> [Value; 5] {
    let Directions { passages, promoting, hindering, ambivalent, without } = *passages;
    [passages, promoting, hindering, ambivalent, without].map(Value::from)
}

fn passage_row(shown_as: &str, pair: Option<u32>, passage: &Passage) -> Vec<Value> {
    let optional = |id: Option<&str>| id.map_or(Value::Nothing, Value::words);
    vec![
        Value::text(&passage.factor),
        Value::text(&passage.case),
        Value::text(shown_as),
        pair.into(),
        Value::text(&passage.source),
        passage.chars.map(|chars| chars.start.0).into(),
        passage.chars.map(|chars| chars.end.0).into(),
        Value::list(passage.valences.iter().map(|valence| <&str>::from(*valence))),
        optional(passage.speaker.as_deref()),
        optional(passage.role.as_ref().map(|role| role.as_str())),
        optional(passage.phase.as_ref().map(|phase| phase.as_str())),
        optional(passage.date.as_deref()),
        Value::words(&passage.text),
    ]
}
