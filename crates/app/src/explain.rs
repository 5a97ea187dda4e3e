//! How a result came about: step by step, with how much there was before and after each.

use crate::Project;
use crate::show::{Section, View};
use crate::tables::{Codes, Found, names};
use draad_analysis::Counts;
use draad_analysis::table::{Column, Table, Value};
use draad_core::diagnostic::Outcome;
use draad_core::facts::{Facts, Places, n_codings};
use draad_core::{CoderPolicy, Filter};
use draad_figures::{coder_name, data_sentence, filter_words};
use draad_words::capitalised;

/// The rules by which anything belongs anywhere, in the order in which they are applied.
const RULES: [&str; 5] = ["membership", "unit", "role", "phase", "passage"];

/// The table of which `draad run` also makes files that are not called like it.
const CASES_BY_FACTORS: &str = "cases-by-factors";

/// One step from the study to the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What was done, as people read it.
    pub what: String,
    /// What was left. Before the first step that knows of cases, only codings are counted.
    pub left: Counts,
    /// Whether cases, sources and passages are known at this step.
    pub is_whole: bool,
}

/// How a result came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// The result, as people read it.
    pub title: String,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// The rules, each a sentence or some.
    pub rules: Vec<String>,
}

/// Explains a table.
///
/// # Errors
/// As computing the table itself: what cannot be computed has no history.
pub fn explain(project: &Project, found: &Found) -> Outcome<Explained> {
    let answer = found.answer(project)?;
    let (words, study) = (&project.words, project.study());
    let mut steps = beginning(project);
    let mut filter = Filter::default();
    steps.push(step(project, words.say("explain-cases"), &filter));
    for part in parts(&found.request.filter) {
        let kept = filter_words(&part, study, *words);
        filter = part.over(filter);
        steps.push(step(project, words.say_with("explain-filter", [("filter", kept.into())]), &filter));
    }
    let basis = answer.basis();
    let rule = |key: &&str| {
        let term = words.say(&format!("report-term-{key}"));
        format!("{term}: {}", words.say(&format!("report-definition-{key}")))
    };
    let compares_coders = answer.compares_coders();
    if compares_coders {
        let left =
            Counts { cases: basis.n_cases, sources: basis.n_sources, codings: basis.n_codings, passages: 0 };
        steps.push(Step { what: words.say("explain-compared"), left, is_whole: false });
    }
    let rules = RULES.iter().filter(|key| !(compares_coders && **key == "passage"));
    let mut rules: Vec<String> = rules.map(rule).collect();
    rules.extend(codes_rule(found).map(|key| words.say(key)));
    rules.extend(answer.history(project));
    let asked = found.request.given();
    if !asked.is_empty() {
        let options = asked.iter().map(|(name, value)| format!("--{name} {value}"));
        let options = options.collect::<Vec<_>>().join(", ");
        rules.push(words.say_with("explain-options", [("options", options.trim_end().into())]));
    }
    rules.push(data_sentence(&basis.fingerprint, basis.version, *words));
    let title = match found.own() {
        Some(own) => format!("{} ({})", own.label.or(words.language, &own.name), found.kind()),
        None => found.kind().to_owned(),
    };
    Ok(Explained { title, steps, rules })
}

/// Returns the sentence on which codings a code counts, if the table counts codes. Around an event codes are folded, while
/// the transitions of the same table have each code by itself.
fn codes_rule(found: &Found) -> Option<&'static str> {
    let is_around = found.request.options.event.is_some() && !found.request.unfolded;
    match found.codes() {
        Codes::Folded => Some("report-definition-folded"),
        Codes::Own if is_around => Some("explain-codes-around"),
        Codes::Own => Some("report-definition-unfolded"),
        Codes::None => None,
    }
}

/// Returns the table that a result is, and the further key that its name says: the longest name of a table with which the
/// name of the file begins, or else the name as it stands. `draad run` makes some files of `cases-by-factors` under names of
/// their own.
pub fn table_of(project: &Project, result: &str) -> (String, Option<String>) {
    let file = result.rsplit(['/', '\\']).next().unwrap_or(result);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let own = project.study().tables.keys().map(|name| name.as_str());
    let begins =
        |name: &&str| stem.strip_prefix(*name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    let table = names().into_iter().chain(own).filter(begins).max_by_key(|name| name.len());
    match (table, stem, stem.strip_prefix("factors-by-")) {
        (Some(table), ..) => (table.to_owned(), None),
        (None, "passages", _) | (None, _, Some("outcome")) => (CASES_BY_FACTORS.to_owned(), None),
        (None, _, Some(key)) => (CASES_BY_FACTORS.to_owned(), Some(key.to_owned())),
        _ => (result.to_owned(), None),
    }
}

/// The steps before cases play a part.
fn beginning(project: &Project) -> Vec<Step> {
    let (words, study) = (&project.words, project.study());
    let codings = |n| Counts { codings: n, ..Counts::default() };
    let read = Counts { cases: study.cases.len(), sources: study.sources.len(), ..codings(n_codings(study)) };
    let places = Places::new(study);
    let n_counting = study.codings.iter().filter(|coding| places.counts(coding)).count();
    let policy = match &study.settings.coder_policy {
        CoderPolicy::All => words.say("explain-coders-all"),
        CoderPolicy::One { coder } | CoderPolicy::Adjudicated { coder } => {
            let name = coder_name(study, coder.as_str(), *words);
            let is_one = matches!(study.settings.coder_policy, CoderPolicy::One { .. });
            let key = if is_one { "explain-coders-one" } else { "explain-coders-adjudicated" };
            words.say_with(key, [("coder", name.into())])
        }
    };
    vec![
        Step { what: words.say("explain-study"), left: read, is_whole: false },
        Step { what: policy, left: Counts { codings: n_counting, ..read }, is_whole: false },
    ]
}

fn step(project: &Project, what: String, filter: &Filter) -> Step {
    let study = project.study();
    Step { what: capitalised(&what), left: Counts::new(study, &Facts::new(study, filter)), is_whole: true }
}

/// Takes a filter apart, list by list, in the order in which people think of a selection: cases, material, codings.
fn parts(filter: &Filter) -> Vec<Filter> {
    let whole = filter.clone();
    let none = Filter::default;
    let parts = [
        Filter { attributes: whole.attributes, ..none() },
        Filter { cases: whole.cases, ..none() },
        Filter { kinds: whole.kinds, ..none() },
        Filter { phases: whole.phases, ..none() },
        Filter { roles: whole.roles, ..none() },
        Filter { within: whole.within, ..none() },
        Filter { coders: whole.coders, ..none() },
        Filter { codes: whole.codes, ..none() },
        Filter { valences: whole.valences, ..none() },
    ];
    parts.into_iter().filter(|part| *part != Filter::default()).collect()
}

impl Explained {
    /// Returns the steps as a plain table.
    pub fn table(&self) -> Table {
        let columns = vec![
            Column::integer("step"),
            Column::text("what"),
            Column::integer("cases"),
            Column::integer("sources"),
            Column::integer("codings"),
            Column::integer("passages"),
        ];
        let row = |(place, step): (usize, &Step)| {
            let Counts { cases, sources, codings, passages } = step.left;
            let passages = step.is_whole.then_some(passages);
            vec![
                (place + 1).into(),
                Value::text(&step.what),
                cases.into(),
                sources.into(),
                codings.into(),
                passages.into(),
            ]
        };
        Table { name: "steps", columns, rows: self.steps.iter().enumerate().map(row).collect() }
    }

    /// Returns the steps as people read them.
    pub fn view(&self, project: &Project) -> View {
        let words = &project.words;
        let header = ["step", "cases", "sources", "codings", "passages"];
        let row = |step: &Step| {
            let Counts { cases, sources, codings, passages } = step.left;
            let number = |n: usize| words.whole(n as u64);
            let passages = if step.is_whole { number(passages) } else { "–".to_owned() };
            vec![step.what.clone(), number(cases), number(sources), number(codings), passages]
        };
        let rows = self.steps.iter().map(row).collect();
        View {
            part: "steps",
            title: words.say_with("explain-title", [("table", self.title.clone().into())]),
            header: header.map(|key| words.say(&format!("explain-head-{key}"))).to_vec(),
            n_left: 1,
            sections: vec![Section { title: String::new(), rows }],
            notes: self.rules.clone(),
            ..View::default()
        }
    }
}
