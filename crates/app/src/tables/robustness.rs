//! Any table together with what becomes of its statements when a case, a coder, a kind of source or a role is left out.

use super::{Answer, Asked, Kind, fails};
use crate::Project;
use crate::show::{Section, View, because, k_of_n, row_limit};
use draad_analysis::robustness::{AskedWay, Fall, Survival};
use draad_analysis::table::Table;
use draad_analysis::{Basis, Robustness, Statement, Way};
use draad_core::facts::LeaveOut;
use draad_core::{Label, Problem, Study, diagnostic::Outcome};
use draad_figures::coder_name;
use draad_words::{Words, capitalised};
use strum::IntoEnumIterator;

/// Statements that are shown of each part unless asked otherwise.
const USUAL_LIMIT: usize = 60;

/// The ways of leaving out, in both languages.
const WAYS: [(&str, &str, Way); 4] = [
    ("case", "casus", Way::Case),
    ("coder", "codeur", Way::Coder),
    ("kind", "soort", Way::Kind),
    ("role", "rol", Way::Role),
];

/// A table with its robustness.
struct Robust {
    answer: Box<dyn Answer>,
    robustness: Robustness,
    limit: usize,
}

/// Adds robustness to a table that was computed from what was asked.
pub(super) fn with_robustness(
    kind: &Kind,
    asked: &Asked,
    answer: Box<dyn Answer>,
) -> Outcome<Box<dyn Answer>> {
    let ways = ways(&asked.request.options.leave_out)?;
    let study = asked.project.study();
    let claims = |facts: &_| {
        let again = Asked { facts, options: asked.options.clone(), results: None, ..*asked };
        Ok((kind.compute)(&again)?.statements())
    };
    let made = answer.statements();
    let robustness = Robustness::new(study, asked.facts, &asked.options, &ways, made, claims)?;
    let limit = asked.request.options.limit.unwrap_or(USUAL_LIMIT);
    Ok(Box::new(Robust { answer, robustness, limit }))
}

/// Reads `case,kind` or `all`, in Dutch or English.
fn ways(asked: &[String]) -> Outcome<Vec<Way>> {
    let is_all = |name: &&String| ["all", "alles"].contains(&name.as_str());
    let way = |name: &String| {
        let known = WAYS.into_iter().find(|(en, nl, _)| [*en, *nl].contains(&name.as_str()));
        let unknown = || Problem::TableValueUnknown {
            option: "leave-out".to_owned(),
            value: name.clone(),
            known: WAYS.iter().map(|(en, ..)| *en).chain(["all"]).collect::<Vec<_>>().join(", "),
        };
        known.map_or_else(|| fails(unknown()), |(.., way)| Ok(way))
    };
    let named: Vec<Way> = asked.iter().filter(|name| !is_all(name)).map(way).collect::<Outcome<_>>()?;
    Ok(if asked.iter().any(|name| is_all(&name)) { Way::iter().collect() } else { named })
}

impl Answer for Robust {
    fn basis(&self) -> &Basis {
        self.answer.basis()
    }

    fn tables(&self) -> Vec<Table> {
        self.answer.tables().into_iter().chain(self.robustness.tables()).collect()
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let mut views = self.answer.views(project);
        views.push(view(project, &self.robustness, self.limit));
        views
    }

    fn details(&self) -> &'static [&'static str] {
        self.answer.details()
    }

    fn statements(&self) -> Vec<Statement> {
        self.answer.statements()
    }

    fn history(&self, project: &Project) -> Vec<String> {
        let mut history = self.answer.history(project);
        history.push(project.words.say("robustness-what"));
        history
    }
}

/// Heads of the list of statements.
const HEADS: [&str; 3] = ["robustness-survives", "robustness-statement", "robustness-falls"];

/// One row per statement; a sentence where there is none.
fn view(project: &Project, found: &Robustness, limit: usize) -> View {
    let words = &project.words;
    let mut view = View { part: "robustness", title: words.say("robustness-title"), ..View::default() };
    if found.statements.is_empty() {
        view.sections = vec![Section { title: words.say("robustness-no-statements"), rows: Vec::new() }];
    } else {
        view.header = HEADS.map(|key| words.say(key)).to_vec();
        (view.n_left, view.n_prose) = (1, 2);
        view.sections = sections(project, found, limit);
    }
    let shown = view.sections.iter().map(|section| section.rows.len()).sum();
    view.notes = notes(words, found, shown);
    view
}

/// A part of the list: its head, and which statements belong to it.
type Part = (&'static str, fn(&Survival) -> bool);

/// First the statements that fall somewhere, then those that always survive, then those that nothing tries.
fn sections(project: &Project, found: &Robustness, limit: usize) -> Vec<Section> {
    let parts: [Part; 3] = [
        ("robustness-others", |survival| !survival.falls.is_empty()),
        ("robustness-always", Survival::always),
        ("robustness-untried", |survival| survival.n_runs == 0),
    ];
    let section = |(title, holds): Part| {
        let survivals: Vec<&Survival> = found.statements.iter().filter(|survival| holds(survival)).collect();
        let title = project.words.say_with(title, [("n", survivals.len().into())]);
        let rows = survivals.iter().take(limit).map(|survival| row(project, found, survival)).collect();
        (!survivals.is_empty()).then_some(Section { title, rows })
    };
    parts.into_iter().filter_map(section).collect()
}

fn notes(words: &Words, found: &Robustness, shown: usize) -> Vec<String> {
    let all = found.statements.len();
    let mut notes = vec![words.say("robustness-what")];
    let way = |asked: &AskedWay| {
        let name = words.say(&format!("robustness-way-{}", <&str>::from(asked.way)));
        match asked.not_done() {
            None => format!("{name}: {}", words.say_with("robustness-runs", [("n", asked.n_runs.into())])),
            Some(reason) => format!("{name}: {}", because(words, reason)),
        }
    };
    notes.push(capitalised(&found.ways.iter().map(way).collect::<Vec<_>>().join("; ")) + ".");
    notes.extend(row_limit(words, shown, all));
    notes
}

fn row(project: &Project, found: &Robustness, survival: &Survival) -> Vec<String> {
    let words = &project.words;
    let fall = |fall: &Fall| {
        let left_out = name_of_left_out(project, &found.runs[fall.run]);
        match &fall.instead {
            None => left_out,
            Some(instead) => {
                let instead = value_name(project, instead);
                words.say_with("robustness-instead", [("left", left_out.into()), ("value", instead.into())])
            }
        }
    };
    vec![
        k_of_n(words, (survival.n_survived(), survival.n_runs)),
        sentence(project, &survival.statement),
        survival.falls.iter().map(fall).collect::<Vec<_>>().join("; "),
    ]
}

/// Returns a statement as a sentence.
fn sentence(project: &Project, statement: &Statement) -> String {
    let subject = |place: usize| {
        let id = statement.subject.get(place).map(String::as_str).unwrap_or_default();
        name(project, id).unwrap_or_else(|| id.to_owned())
    };
    let value = name_of_level(project.study(), &project.words, &statement.value);
    let value = value.unwrap_or_else(|| statement.value.clone());
    // of two ends of an outcome the sentence names the other second
    let other =
        statement.subject.iter().skip(1).find(|id| statement.subject.len() > 2 && **id != statement.value);
    let second = match other {
        Some(id) => name_of_level(project.study(), &project.words, id).unwrap_or_else(|| id.clone()),
        None => subject(1),
    };
    let args = [("first", subject(0).into()), ("second", second.into()), ("value", value.into())];
    project.words.say_with(&format!("statement-{}", statement.claim), args)
}

/// Returns what a value is called: a direction, or the level of an outcome.
fn value_name(project: &Project, value: &str) -> String {
    let words = &project.words;
    let key = format!("robustness-value-{value}");
    if words.has(&key) {
        return words.say(&key);
    }
    name_of_level(project.study(), words, value)
        .or_else(|| name(project, value))
        .unwrap_or_else(|| value.to_owned())
}

fn name_of_left_out(project: &Project, left_out: &LeaveOut) -> String {
    let words = &project.words;
    let id = left_out.id();
    let (name, key) = match left_out {
        LeaveOut::Case(_) => (id.to_owned(), "robustness-without-case"),
        LeaveOut::Coder(_) => (coder_name(project.study(), id, *words), "robustness-without-coder"),
        LeaveOut::Kind(_) => (name_of_kind(project, id).unwrap_or(id.to_owned()), "robustness-without-kind"),
        LeaveOut::Role(_) => (name_of_role(project, id).unwrap_or(id.to_owned()), "robustness-without-role"),
    };
    words.say_with(key, [("name", name.into())])
}

/// Returns the name of whatever has this id: a code, a case, a value of a further key, a person.
fn name(project: &Project, id: &str) -> Option<String> {
    let (study, words) = (project.study(), &project.words);
    let named = |label: &Label| label.or(words.language, id);
    if id == "not-stated" {
        return Some(words.say("not-stated"));
    }
    let code = || study.codebook.codes.get(id).map(|code| named(&code.name));
    let case = || study.cases.get(id).map(|case| case.id.to_string());
    let phase = || study.settings.phases.iter().find(|phase| phase.id.as_str() == id);
    let person = || study.participants.get(id).filter(|person| !person.name.is_empty());
    code()
        .or_else(case)
        .or_else(|| phase().map(|phase| named(&phase.label)))
        .or_else(|| name_of_role(project, id))
        .or_else(|| name_of_kind(project, id))
        .or_else(|| name_of_level(study, words, id))
        .or_else(|| person().map(|person| person.name.clone()))
}

fn name_of_role(project: &Project, id: &str) -> Option<String> {
    let role = project.study().settings.roles.iter().find(|role| role.id.as_str() == id)?;
    Some(role.label.or(project.words.language, id))
}

fn name_of_kind(project: &Project, id: &str) -> Option<String> {
    let kind = project.study().settings.kinds.iter().find(|kind| kind.id.as_str() == id)?;
    Some(kind.label.or(project.words.language, id))
}

fn name_of_level(study: &Study, words: &Words, id: &str) -> Option<String> {
    let levels = study.settings.attributes.iter().flat_map(|attribute| &attribute.levels);
    levels.into_iter().find(|level| *level.id == *id).map(|level| level.label.or(words.language, id))
}
