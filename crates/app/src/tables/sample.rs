//! `sample`

use super::{Answer, Asked, Codes, Kind};
use crate::Project;
use crate::results::Results;
use crate::show::{Section, View, basis_note, group_name, k_of_n, reasons};
use draad_analysis::sample_table::{CaseSample, Count, Heard, KindSample, RoleHeard, SampleTable};
use draad_analysis::table::Table;
use draad_analysis::{Basis, Group, GroupKey};
use draad_core::diagnostic::Outcome;
use draad_measures::Undefined;
use draad_words::Words;
use std::sync::Arc;

pub(super) const KIND: Kind = Kind { name: "sample", takes: &[], codes: Codes::None, compute };

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let sample = asked.shared(Results::sample, || {
        SampleTable::from_facts(asked.project.study(), asked.facts, &asked.options)
    })?;
    Ok(Box::new(sample))
}

impl Answer for Arc<SampleTable> {
    fn basis(&self) -> &Basis {
        &self.basis
    }

    fn tables(&self) -> Vec<Table> {
        SampleTable::tables(self)
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let reading = Reading { project, words: &project.words, sample: self };
        vec![
            reading.by_role_and_kind(),
            reading.by_case(),
            reading.by("cases-by-kind", "sample-cases-by-kind", &self.kinds, |case| {
                reading.sources(&case.by_kind)
            }),
            reading.by("cases-by-role", "sample-cases-by-role", &self.roles, |case| {
                reading.roles(&case.by_role)
            }),
            reading.by("cases-by-phase", "sample-cases-by-phase", &self.phases, |case| {
                reading.sources(&case.by_phase)
            }),
            reading.by_kind(),
        ]
    }
}

struct Reading<'r> {
    project: &'r Project,
    words: &'r Words,
    sample: &'r SampleTable,
}

impl Reading<'_> {
    fn say(&self, key: &str) -> String {
        self.words.say(&format!("sample-{key}"))
    }

    fn name(&self, group: &Group) -> String {
        group_name(self.words, &group.key, &group.label)
    }

    fn view(&self, part: &'static str, title: &str, header: Vec<String>, rows: Vec<Vec<String>>) -> View {
        let sections = vec![Section { title: String::new(), rows }];
        View { part, title: self.say(title), header, n_left: 1, sections, ..View::default() }
    }

    fn by_role_and_kind(&self) -> View {
        let kinds = self.sample.kinds.iter().map(|group| self.name(group));
        let header = [self.say("role")].into_iter().chain(kinds).chain([self.say("all-kinds")]).collect();
        let of_roles = self.sample.roles.iter().zip(&self.sample.roles_by_kinds).zip(&self.sample.of_roles);
        let mut rows: Vec<Vec<String>> = of_roles
            .map(|((role, cells), total)| {
                let cells = cells.iter().chain([&total.heard]).map(|heard| self.people_in_sources(heard));
                std::iter::once(self.name(role)).chain(cells).collect()
            })
            .collect();
        let totals = self.sample.of_kinds.iter().map(|kind| kind.heard).chain([Ok(self.sample.all.count)]);
        let totals = totals.map(|heard| self.people_in_sources(&heard));
        rows.push(std::iter::once(self.say("all-roles")).chain(totals).collect());
        let mut notes = vec![self.say("cell-note"), self.say("nothing-note"), self.say("people-note")];
        notes.push(self.say("coreq-note"));
        notes.extend(reasons(self.words, self.undefined()));
        notes.extend(self.open_note());
        notes.push(basis_note(self.project, &self.sample.basis));
        View { notes, ..self.view("sample", "title", header, rows) }
    }

    fn undefined(&self) -> Vec<Undefined> {
        let cases = self.sample.cases.iter().chain([&self.sample.all]);
        let of_case = |case: &CaseSample| {
            let roles = case.by_role.iter().map(|role| role.heard.err());
            case.by_kind
                .iter()
                .chain(&case.by_phase)
                .map(|heard| heard.err())
                .chain(roles)
                .collect::<Vec<_>>()
        };
        cases.flat_map(of_case).flatten().collect()
    }

    /// Says how the first role of the first case is opened.
    fn open_note(&self) -> Option<String> {
        let case = self.sample.cases.iter().find(|case| case.count.sources > 0)?;
        let roles = self.sample.roles.iter().zip(&case.by_role);
        let heard = |role: &RoleHeard| role.heard.is_ok_and(|count| count.sources > 0);
        let (role, _) =
            roles.filter(|(_, role)| heard(role)).find(|(group, _)| group.key != GroupKey::NotStated)?;
        let GroupKey::Value(role) = &role.key else { return None };
        let cell = format!("{},role={role}", case.case.as_ref()?);
        Some(self.words.say_with("sample-open", [("cell", cell.into())]))
    }

    /// Returns `12 in 13`: people in sources.
    fn people_in_sources(&self, heard: &Heard) -> String {
        let Ok(count) = heard else { return "–".to_owned() };
        if count.sources == 0 {
            return "0".to_owned();
        }
        let args = [("people", people(count).into()), ("sources", count.sources.into())];
        self.words.say_with("sample-people-in-sources", args)
    }

    fn by_case(&self) -> View {
        let keys = ["case", "name", "people", "listed", "sources", "words", "chars", "period"];
        let row = |case: &CaseSample| {
            let Count { sources, words, chars, .. } = case.count;
            let period = case.period.map_or_else(String::new, |(first, last)| {
                let args = [("first", first.to_string().into()), ("last", last.to_string().into())];
                self.words.say_with("sample-until", args)
            });
            vec![
                self.case(case),
                case.name.clone(),
                people(&case.count),
                case.listed.to_string(),
                sources.to_string(),
                self.words.whole(words),
                self.words.whole(chars),
                period,
            ]
        };
        let rows = self.cases().map(row).collect();
        let header = keys.map(|key| self.say(key)).to_vec();
        View {
            n_left: 2,
            notes: vec![self.say("people-note")],
            ..self.view("sample-cases", "cases-title", header, rows)
        }
    }

    fn by(
        &self,
        key: &str,
        part: &'static str,
        groups: &[Group],
        cells: impl Fn(&CaseSample) -> Vec<String>,
    ) -> View {
        let header = [self.say("case")].into_iter().chain(groups.iter().map(|group| self.name(group)));
        let row = |case: &CaseSample| std::iter::once(self.case(case)).chain(cells(case)).collect();
        let mut view =
            self.view(part, &format!("{key}-title"), header.collect(), self.cases().map(row).collect());
        view.notes.push(self.say("nothing-note"));
        match part {
            "sample-cases-by-role" => view.notes.push(self.say("others-note")),
            "sample-cases-by-phase" => view.notes.push(self.say("phase-note")),
            _ => {}
        }
        view
    }

    fn sources(&self, heard: &[Heard]) -> Vec<String> {
        let cell = |heard: &Heard| heard.map_or_else(|_| "–".to_owned(), |count| count.sources.to_string());
        heard.iter().map(cell).collect()
    }

    /// Returns people of those who take part; of people who are not known only the sources can be said.
    fn roles(&self, roles: &[RoleHeard]) -> Vec<String> {
        let cell = |role: &RoleHeard| match role.heard {
            Err(_) => "–".to_owned(),
            Ok(_) if role.listed == 0 => self.people_in_sources(&role.heard),
            Ok(count) => {
                let known = k_of_n(self.words, (role.listed_heard, role.listed));
                match count.participants.saturating_sub(role.listed_heard) {
                    0 => known,
                    others => format!("{known} +{others}"),
                }
            }
        };
        roles.iter().map(cell).collect()
    }

    fn by_kind(&self) -> View {
        let keys = [
            "kind", "people", "repeated", "sources", "words", "shortest", "median", "longest", "recorded",
            "minutes",
        ];
        let row = |(group, kind): (&Group, &KindSample)| {
            let count = kind.heard.unwrap_or_default();
            let dash = || "–".to_owned();
            let lengths = kind.chars.map(|(shortest, middle, longest)| {
                [
                    self.words.whole(shortest),
                    self.words.whole(middle.round() as u64),
                    self.words.whole(longest),
                ]
            });
            let minutes = kind.minutes.map_or_else(dash, |minutes| self.words.number(minutes, 0));
            let mut cells = vec![self.name(group), people(&count), kind.repeated.to_string()];
            cells.extend([count.sources.to_string(), self.words.whole(count.words)]);
            cells.extend(lengths.unwrap_or_else(|_| [dash(), dash(), dash()]));
            cells.extend([kind.recorded.to_string(), minutes]);
            cells
        };
        let rows = self.sample.kinds.iter().zip(&self.sample.of_kinds).map(row).collect();
        let header = keys.map(|key| self.say(key)).to_vec();
        View { notes: vec![self.say("kinds-note")], ..self.view("sample-kinds", "kinds-title", header, rows) }
    }

    fn case(&self, case: &CaseSample) -> String {
        case.case.as_ref().map_or_else(|| self.words.say("all-cases"), |case| case.to_string())
    }

    fn cases(&self) -> impl Iterator<Item = &CaseSample> {
        self.sample.cases.iter().chain([&self.sample.all])
    }
}

/// Returns the number of people, or a dash where the study does not say who they are.
fn people(count: &Count) -> String {
    count.people().map_or_else(|_| "–".to_owned(), |n| n.to_string())
}
