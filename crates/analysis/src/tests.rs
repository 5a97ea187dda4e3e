//! What the cells of small studies say.

use crate::sample::{Sample, any_filter, any_study, passages_behind};
use crate::{
    Balance, By, CasesByFactors, Cell, CellMeasure, CellState, GroupKey, Options, Section, Statement, Value,
};
use draad_core::{AttributeId, CharSpan, CodeKind, Filter, Problem, Span, Study, Valence};
use draad_measures::Undefined;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Two cases: an interview and a dossier in the one, only an app conversation in the other.
fn two_cases() -> Sample {
    Sample::new()
        .case("p01", "constructive")
        .case("p02", "stalled")
        .factor("trust", "promoting")
        .factor("blame", "hindering")
        .source(
            "s1",
            "p01",
            "interview",
            &[
                ("p01-parent", "Zij belde altijd terug, elke vrijdag weer."),
                ("p01-child", "Ik mocht gewoon bellen."),
            ],
        )
        .source("s2", "p01", "dossier", &[("p01-guide", "Moeder komt afspraken na.")])
        .source("s3", "p02", "chat", &[("p02-parent", "Jullie luisteren nooit.")])
        .phase("s1", "stabilisation")
        .phase("s2", "installation")
        .coding("anna", "s1", "trust", "belde altijd terug")
}

fn table(study: &Study, options: &Options) -> CasesByFactors {
    CasesByFactors::from_study(study, options).unwrap()
}

fn filtered(filter: Filter) -> Options {
    Options { filter, ..Options::default() }
}

fn by(by: By) -> Options {
    Options { by: Some(by), ..Options::default() }
}

fn cell<'t>(table: &'t CasesByFactors, group: usize, factor: &str, case: &str) -> &'t Cell {
    let factor = table.factors.iter().position(|row| row.id.as_str() == factor).unwrap();
    let case = table.cases.iter().position(|column| column.id.as_str() == case).unwrap();
    table.cell(group, factor, case)
}

fn group_ids(table: &CasesByFactors) -> Vec<&str> {
    let keys = table.groups.iter().map(|group| &group.key);
    keys.map(|key| match key {
        GroupKey::Value(id) => id.as_str(),
        GroupKey::All => "all",
        GroupKey::NotStated => "not stated",
    })
    .collect()
}

#[test]
fn each_filter_tells_not_found_from_no_material() {
    use CellState::{NoMaterial, NotFound, Promoting};
    let study = two_cases().done();
    let check = |filter: Filter, expected: [CellState; 2]| {
        let found = table(&study, &filtered(filter.clone()));
        let states = ["p01", "p02"].map(|case| cell(&found, 0, "trust", case).state);
        assert_eq!(states, expected, "{filter:?}");
    };
    check(Filter::default(), [Promoting, NotFound]);
    let kinds = |kind: &str| Filter { kinds: vec![kind.parse().unwrap()], ..Filter::default() };
    check(kinds("interview"), [Promoting, NoMaterial]);
    check(kinds("dossier"), [NotFound, NoMaterial]);
    check(kinds("chat"), [NoMaterial, NotFound]);
    let roles = |role: &str| Filter { roles: vec![role.parse().unwrap()], ..Filter::default() };
    check(roles("parent"), [Promoting, NotFound]);
    check(roles("child"), [NotFound, NoMaterial]);
    check(roles("therapist"), [NoMaterial, NoMaterial]);
    let phases = |phase: &str| Filter { phases: vec![phase.parse().unwrap()], ..Filter::default() };
    check(phases("stabilisation"), [Promoting, NoMaterial]);
    check(phases("installation"), [NotFound, NoMaterial]);
    let valences = |valence| Filter { valences: vec![valence], ..Filter::default() };
    check(valences(Valence::Promoting), [Promoting, NotFound]);
    check(valences(Valence::Hindering), [NotFound, NotFound]);
}

#[test]
fn material_of_a_coder_is_what_that_coder_worked_on() {
    let study = two_cases()
        .coding("bram", "s2", "blame", "afspraken")
        .coding("bram", "s3", "blame", "luisteren nooit")
        .done();
    let filter = Filter { coders: vec!["bram".parse().unwrap()], ..Filter::default() };
    let found = table(&study, &filtered(filter));
    assert_eq!(cell(&found, 0, "trust", "p01").state, CellState::NotFound);
    let found = table(&study, &by(By::Coder));
    assert_eq!(group_ids(&found), ["anna", "bram"]);
    assert_eq!(cell(&found, 0, "trust", "p01").state, CellState::Promoting);
    assert_eq!(cell(&found, 1, "trust", "p01").state, CellState::NotFound);
    assert_eq!(cell(&found, 1, "blame", "p02").state, CellState::Hindering);
    assert_eq!(cell(&found, 0, "trust", "p02").state, CellState::NoMaterial, "anna did not read s3");
    let sources = [0, 1].map(|coder| cell(&found, coder, "trust", "p01").material_sources);
    assert_eq!(sources, [1, 1], "s1 for anna, s2 for bram");
    // bram read s2 for another code, so that not finding trust there says something
    let study = Sample { study }.coding("bram", "s3", "trust", "Jullie").done();
    let filter = Filter { codes: vec!["trust".parse().unwrap()], ..Filter::default() };
    let found = table(&study, &Options { filter, ..by(By::Coder) });
    assert_eq!(cell(&found, 1, "trust", "p01").state, CellState::NotFound);
}

#[test]
fn a_coder_overruled_in_a_source_has_no_material_there() {
    let mut study = two_cases().coding("team", "s1", "trust", "elke vrijdag").done();
    study = Sample { study }.coding("anna", "s2", "trust", "afspraken").done();
    study.settings.coder_policy = draad_core::CoderPolicy::Adjudicated { coder: "team".parse().unwrap() };
    let found = table(&study, &by(By::Coder));
    assert_eq!(group_ids(&found), ["anna", "team"]);
    let sources = [0, 1].map(|coder| cell(&found, coder, "trust", "p01").material_sources);
    assert_eq!(sources, [1, 1], "s2 for anna, s1 for the team");
}

#[test]
fn a_coding_s_own_valence_turns_the_cell() {
    let turned = two_cases().coding_as("anna", "s2", "trust", "afspraken", Some(Valence::Hindering));
    let study = turned.done();
    let found = table(&study, &Options::default());
    assert_eq!(cell(&found, 0, "trust", "p01").state, CellState::Both);
    assert_eq!((found.cases[0].n_promoting, found.cases[0].n_hindering), (1, 1));
    let hindering = Filter { valences: vec![Valence::Hindering], ..Filter::default() };
    let found = table(&study, &filtered(hindering));
    assert_eq!(cell(&found, 0, "trust", "p01").state, CellState::Hindering);
    let filter = Filter { kinds: vec!["dossier".parse().unwrap()], ..Filter::default() };
    assert_eq!(cell(&table(&study, &filtered(filter)), 0, "trust", "p01").state, CellState::Hindering);
    let study = two_cases().coding_as("anna", "s3", "blame", "nooit", Some(Valence::Ambivalent)).done();
    assert_eq!(cell(&table(&study, &Options::default()), 0, "blame", "p02").state, CellState::Ambivalent);
}

#[test]
fn two_coders_on_one_passage_count_once() {
    let study = two_cases().coding("bram", "s1", "trust", "belde altijd terug").done();
    let found = table(&study, &Options::default());
    let cell = cell(&found, 0, "trust", "p01");
    assert_eq!((cell.n_codings, cell.n_passages, cell.n_promoting), (2, 1, 1));
    assert_eq!((cell.chars_summed, cell.chars_union), (36, 18));
    assert_eq!(found.basis.coders, ["anna", "bram"]);
}

#[test]
fn unequal_spans_that_overlap_are_one_passage_and_spans_that_meet_are_two() {
    let study = two_cases().coding("bram", "s1", "trust", "terug, elke vrijdag").done();
    let found = table(&study, &Options::default());
    let overlapping = cell(&found, 0, "trust", "p01");
    assert_eq!((overlapping.n_codings, overlapping.n_passages), (2, 1));
    assert_eq!((overlapping.chars_summed, overlapping.chars_union), (18 + 19, 32));
    let study = two_cases().coding("bram", "s1", "trust", ", elke vrijdag").done();
    let found = table(&study, &Options::default());
    assert_eq!(cell(&found, 0, "trust", "p01").n_passages, 2);
}

#[test]
fn a_coding_of_a_whole_source_is_a_passage_without_characters() {
    let study = two_cases().coding("anna", "s2", "trust", "").coding("bram", "s2", "trust", "").done();
    let found = table(&study, &Options::default());
    let cell = cell(&found, 0, "trust", "p01");
    assert_eq!((cell.n_codings, cell.n_passages, cell.n_sources), (3, 2, 2));
    assert_eq!((cell.chars_union, cell.top_source_codings), (18, 2));
}

#[test]
fn coverage_leaves_out_what_is_nobody_s_words() {
    let study = two_cases().coding("bram", "s1", "blame", "weer.\np01-child: Ik").done();
    let found = table(&study, &Options::default());
    let cell = cell(&found, 0, "blame", "p01");
    assert_eq!((cell.chars_union, cell.chars_covered), (19, 7));
    let by_role = table(&study, &by(By::Role));
    assert_eq!(group_ids(&by_role), ["parent", "child", "guide"]);
    let cell = self::cell(&by_role, 0, "blame", "p01");
    assert_eq!((cell.chars_covered, cell.material_chars), (5, 42));
    assert_eq!(cell.coverage(), Ok(5.0 / 42.0));
}

#[test]
fn a_focus_group_is_divided_over_its_cases() {
    let study = Sample::new()
        .case("p01", "constructive")
        .case("p02", "stalled")
        .factor("trust", "promoting")
        .source(
            "focus",
            "p01;p02",
            "focus-group",
            &[
                ("p01-parent", "Bij ons ging het goed."),
                ("p02-parent", "Bij ons niet."),
                ("onbekend", "Overal is het anders."),
            ],
        )
        .part("focus", "p02", "Overal is het anders.")
        .coding("anna", "focus", "trust", "ging het goed")
        .coding("anna", "focus", "trust", "is het anders")
        .done();
    let found = table(&study, &Options::default());
    assert_eq!(cell(&found, 0, "trust", "p01").n_passages, 1);
    assert_eq!(cell(&found, 0, "trust", "p02").n_passages, 1);
    assert_eq!(cell(&found, 0, "trust", "p01").material_chars, 22);
    assert_eq!(cell(&found, 0, "trust", "p02").material_chars, 13 + 21);
    assert_eq!(found.basis.n_codings, 2);
}

#[test]
fn words_of_two_cases_count_once_for_the_factor_and_for_the_study() {
    let study = Sample::new()
        .case("p01", "constructive")
        .case("p02", "stalled")
        .factor("trust", "promoting")
        .source("focus", "p01;p02", "focus-group", &[("onbekend", "Overal is het anders, zei zij.")])
        .source("s1", "p01", "interview", &[("p01-parent", "Het ging goed.")])
        .coding("anna", "focus", "trust", "is het anders")
        .coding("bram", "focus", "trust", "het anders, zei")
        .coding("anna", "s1", "trust", "ging goed")
        .done();
    let found = table(&study, &Options::default());
    assert_eq!(found.cases.iter().map(|case| case.n_passages).collect::<Vec<_>>(), [2, 1]);
    assert_eq!((found.factors[0].n_cases, found.factors[0].n_passages, found.n_passages), (2, 2, 2));
}

#[test]
fn what_has_no_phase_is_a_group_of_its_own_at_the_end() {
    let study = two_cases().coding("anna", "s3", "blame", "luisteren nooit").done();
    let found = table(&study, &by(By::Phase));
    assert_eq!(group_ids(&found), ["installation", "stabilisation", "not stated"]);
    assert_eq!(cell(&found, 2, "blame", "p02").state, CellState::Hindering);
    assert_eq!(cell(&found, 2, "blame", "p01").state, CellState::NoMaterial);
    assert_eq!(cell(&found, 0, "trust", "p01").state, CellState::NotFound);
}

#[test]
fn a_theme_without_a_direction_is_coded_and_does_not_lean() {
    let study = two_cases()
        .code("school", "", CodeKind::Theme, "")
        .coding("anna", "s1", "school", "elke vrijdag")
        .done();
    let found = table(&study, &Options::default());
    assert_eq!(cell(&found, 0, "school", "p01").state, CellState::Coded);
    assert_eq!(cell(&found, 0, "school", "p01").n_without_direction, 1);
    assert_eq!(cell(&found, 0, "trust", "p01").n_without_direction, 0);
    assert_eq!(found.cases[0].balance, Some(1.0));
    assert_eq!(found.factors.last().unwrap().id.as_str(), "school");
    assert_eq!(found.deviant_cases(0, 2), Vec::<usize>::new());
}

#[test]
fn parents_hold_what_was_coded_below_them_unless_unfolded() {
    let study = two_cases()
        .code("relation", "", CodeKind::Heading, "")
        .code("skill", "", CodeKind::Heading, "")
        .code("contact", "relation", CodeKind::Factor, "promoting")
        .code("calling", "contact", CodeKind::Factor, "promoting")
        .coding("anna", "s1", "calling", "gewoon bellen")
        .coding("anna", "s1", "contact", "gewoon bellen")
        .done();
    let ids = |table: &CasesByFactors| table.factors.iter().map(|row| row.id.to_string()).collect::<Vec<_>>();
    let folded = table(&study, &Options::default());
    assert_eq!(ids(&folded), ["calling", "contact", "trust", "blame", "relation"]);
    let numbers = |table, factor| {
        let cell = cell(table, 0, factor, "p01");
        (cell.n_codings, cell.n_passages)
    };
    assert_eq!(numbers(&folded, "calling"), (1, 1));
    assert_eq!(numbers(&folded, "contact"), (2, 1));
    assert_eq!(numbers(&folded, "relation"), (2, 1));
    assert_eq!(folded.cases[0].n_promoting, 3);
    // trust, calling and contact, each once: nothing counts again for what stands above it
    assert_eq!((folded.cases[0].n_passages, folded.n_passages), (3, 3));
    assert_eq!(cell(&folded, 0, "relation", "p01").case_passages, 3);
    let unfolded = table(&study, &Options { unfolded: true, ..Options::default() });
    assert_eq!(ids(&unfolded), ["calling", "contact", "trust", "blame"]);
    assert_eq!(numbers(&unfolded, "contact"), (1, 1));
    let filter = Filter { codes: vec!["contact".parse().unwrap()], ..Filter::default() };
    assert_eq!(ids(&table(&study, &filtered(filter))), ["calling", "contact"]);
}

#[test]
fn a_group_by_outcome_has_no_material_from_other_cases() {
    let study = two_cases().case("p03", "").done();
    let found = table(&study, &by(By::Attribute(AttributeId::new("outcome").unwrap())));
    assert_eq!(group_ids(&found), ["constructive", "stalled", "not stated"]);
    assert_eq!(cell(&found, 0, "trust", "p01").state, CellState::Promoting);
    assert_eq!(cell(&found, 0, "trust", "p02").state, CellState::NoMaterial);
    assert_eq!(cell(&found, 1, "trust", "p02").state, CellState::NotFound);
    let levels: Vec<_> = found.outcome_groups.iter().map(|group| group.level.as_deref()).collect();
    assert_eq!(levels, [Some("constructive"), Some("stalled"), None]);
}

#[test]
fn one_talkative_source_shows() {
    let study = two_cases()
        .coding("anna", "s1", "trust", "elke vrijdag")
        .coding("anna", "s2", "trust", "afspraken")
        .done();
    let found = table(&study, &Options::default());
    let (cell, case) = (cell(&found, 0, "trust", "p01"), &found.cases[0]);
    assert_eq!(cell.top_source_share(), Ok(2.0 / 3.0));
    assert!(cell.is_dominated(&found.basis.thresholds) && case.is_dominated(&found.basis.thresholds));
    assert_eq!(case.top_source.as_ref().unwrap().as_str(), "s1");
    let half = two_cases().coding("anna", "s2", "trust", "afspraken").done();
    assert!(!table(&half, &Options::default()).cases[0].is_dominated(&found.basis.thresholds));
}

#[test]
fn who_asks_the_questions_has_no_voice() {
    let study = Sample::new()
        .case("p01", "")
        .factor("trust", "promoting")
        .source("s1", "p01", "interview", &[("p01-researcher", "Was er vertrouwen?"), ("p01-parent", "Ja.")])
        .coding("anna", "s1", "trust", "vertrouwen")
        .done();
    let found = table(&study, &Options::default());
    let cell = cell(&found, 0, "trust", "p01");
    assert_eq!((cell.n_passages, cell.roles.len(), cell.n_speakers, cell.n_kind_role_pairs), (1, 0, 0, 0));
}

#[test]
fn a_study_without_material_keeps_its_rows_and_one_without_cases_says_so() {
    let empty = Sample::new().factor("trust", "promoting").done();
    let problem = CasesByFactors::from_study(&empty, &Options::default()).unwrap_err().problem;
    assert_eq!(problem, Problem::NothingToShow { reason: "no-cases".into() });
    let study = Sample::new().case("p01", "").factor("trust", "promoting").done();
    let found = table(&study, &Options::default());
    assert_eq!((found.factors.len(), found.cells.len()), (1, 1));
    assert_eq!(cell(&found, 0, "trust", "p01").state, CellState::NoMaterial);
    assert_eq!(cell(&found, 0, "trust", "p01").coverage(), Err(Undefined::NoMaterial));
    assert_eq!(found.long().rows.len(), 1);
    assert_eq!(table(&study, &by(By::Kind)).cells, []);
    let none = "outcome=stalled".parse().unwrap();
    let filter = Filter { attributes: vec![none], ..Filter::default() };
    let problem = Balance::from_study(&study, &filtered(filter)).unwrap_err().problem;
    assert_eq!(problem, Problem::NothingToShow { reason: "no-case-passes".into() });
}

#[test]
fn names_that_the_study_does_not_have_are_refused() {
    let study = two_cases().done();
    let problem = |options: &Options| CasesByFactors::from_study(&study, options).unwrap_err().problem;
    let age = AttributeId::new("age").unwrap();
    let unknown = Problem::UnknownAttribute { attribute: "age".into(), known: "outcome".into() };
    assert_eq!(problem(&by(By::Attribute(age.clone()))), unknown);
    assert_eq!(problem(&Options { outcome: Some(age), ..Options::default() }), unknown);
    let filter = Filter { cases: vec!["p99".parse().unwrap()], ..Filter::default() };
    assert_eq!(problem(&filtered(filter)), Problem::UnknownCase { case: "p99".into() });
}

#[test]
fn plain_tables_have_one_value_per_column() {
    let study = two_cases().coding("anna", "s3", "blame", "luisteren nooit").done();
    for options in [Options::default(), by(By::Kind)] {
        let found = table(&study, &options);
        let balance = Balance::from_study(&study, &options).unwrap();
        for plain in [found.long(), found.wide(), found.factors_by_group(), balance.table()] {
            assert!(plain.rows.iter().all(|row| row.len() == plain.columns.len()), "{}", plain.name);
        }
    }
    let unknown = table(&two_cases().case("p03", "").done(), &Options::default()).factors_by_group();
    assert_eq!(
        unknown.rows[2][2..5],
        [Value::Text("not-stated".into()), Value::Integer(0), Value::Integer(0)]
    );
    let wide = table(&study, &Options::default()).wide();
    let text = |text: &str| Value::Text(text.to_owned());
    let trust = ["trust", "factor", "promoting"].map(text);
    let states = ["promoting", "not-found"].map(text);
    let expected: Vec<Value> =
        [Value::Nothing].into_iter().chain(trust).chain([Value::Nothing]).chain(states).collect();
    assert_eq!(wide.rows[0], expected);
}

#[test]
fn what_a_result_rests_on_can_be_read_by_other_programs() {
    let filter = Filter {
        kinds: vec!["interview".parse().unwrap()],
        attributes: vec!["outcome=stalled".parse().unwrap()],
        ..Filter::default()
    };
    let outcome = By::Attribute(AttributeId::new("outcome").unwrap());
    let found = table(&two_cases().done(), &Options { filter, ..by(outcome) });
    let written = serde_json::to_value(&found.basis).unwrap();
    assert_eq!(written["by"], serde_json::json!({"attribute": "outcome"}));
    assert_eq!(written["outcome"]["attribute"], "outcome");
    assert_eq!(written["coder_policy"], serde_json::json!({"use": "all"}));
    assert_eq!(written["filter"]["kinds"], serde_json::json!(["interview"]));
    assert_eq!(written["filter"]["where"][0]["comparison"], "equal");
    assert_eq!((&written["n_cases"], &written["n_codings_before"]), (&1.into(), &1.into()));
}

#[test]
fn headings_stand_last_and_themes_after_factors() {
    let study = two_cases()
        .code("group", "", CodeKind::Heading, "promoting")
        .code("calling", "group", CodeKind::Factor, "")
        .code("advice", "", CodeKind::Theme, "")
        .coding("anna", "s1", "calling", "gewoon bellen")
        .coding("anna", "s1", "advice", "elke vrijdag")
        .coding("anna", "s2", "advice", "afspraken")
        .done();
    let found = table(&study, &Options::default());
    let sections: Vec<Section> = found.factors.iter().map(|row| row.section()).collect();
    use Section::{Headings, Hindering, NoDirection, Promoting, Themes};
    assert_eq!(sections, [Promoting, Hindering, NoDirection, Themes, Headings]);
}

#[test]
fn coverage_where_sought_leaves_out_what_nobody_coded_in() {
    let study = two_cases().done();
    let found = table(&study, &Options::default());
    let read = cell(&found, 0, "trust", "p01");
    // 42 and 23 characters in s1, which anna coded in; 25 in s2, in which nobody did
    assert_eq!((read.material_chars, read.sought_chars), (90, 65));
    assert_eq!((read.coverage(), read.coverage_where_sought()), (Ok(18.0 / 90.0), Ok(18.0 / 65.0)));
    let unread = cell(&found, 0, "trust", "p02");
    assert_eq!((unread.coverage(), unread.coverage_where_sought()), (Ok(0.0), Err(Undefined::NoCodings)));
    let chats = Filter { kinds: vec!["chat".parse().unwrap()], ..Filter::default() };
    let without = table(&study, &filtered(chats));
    assert_eq!(cell(&without, 0, "trust", "p01").coverage_where_sought(), Err(Undefined::NoMaterial));
}

#[test]
fn words_are_counted_when_asked() {
    let study = two_cases().coding("bram", "s1", "trust", "terug, elke vrij").done();
    let options = Options { words: true, ..Options::default() };
    let found = table(&study, &options);
    let words =
        |case| (cell(&found, 0, "trust", case).n_words, cell(&found, 0, "trust", case).material_words);
    // `belde altijd terug, elke vrij[dag]`; seven, four and four words in all
    assert_eq!(words("p01"), (Some(5), Some(15)));
    assert_eq!(words("p02"), (Some(0), Some(3)));
    let role = table(&study, &Options { words: true, ..by(By::Role) });
    let of_child = cell(&role, 1, "trust", "p01");
    assert_eq!((group_ids(&role)[1], of_child.n_words, of_child.material_words), ("child", Some(0), Some(4)));
    let plain = table(&study, &Options::default());
    assert_eq!(CellMeasure::Words.of(cell(&plain, 0, "trust", "p01")), Err(Undefined::NotStated));
    assert_eq!(CellMeasure::Words.of(cell(&found, 0, "trust", "p01")), Ok(5.0));
}

#[test]
fn a_measure_has_the_name_it_is_asked_by() {
    let names = CellMeasure::names();
    let named = |name: &&str| <&str>::from(name.parse::<CellMeasure>().unwrap()) == *name;
    assert!(names.iter().all(named), "{names:?}");
    assert!(names.contains(&"per-1000"));
}

#[test]
fn what_the_table_says_of_a_factor() {
    let study = two_cases().coding("anna", "s3", "blame", "luisteren nooit").done();
    let said = table(&study, &Options::default()).statements();
    let expected = [
        Statement::new("factor-in-half", ["trust"], ""),
        Statement::new("factor-leans", ["trust"], "promoting"),
        Statement::new("factor-by-outcome", ["trust", "constructive", "stalled"], "constructive"),
        Statement::new("factor-in-half", ["blame"], ""),
        Statement::new("factor-leans", ["blame"], "hindering"),
        Statement::new("factor-by-outcome", ["blame", "constructive", "stalled"], "stalled"),
    ];
    assert_eq!(said, expected);
    let by_kind = table(&study, &by(By::Kind)).statements();
    assert!(by_kind.contains(&Statement::new("factor-in-half-in-group", ["trust", "interview"], "")));
    assert!(by_kind.contains(&Statement::new("factor-leans-in-group", ["blame", "chat"], "hindering")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn as_many_words_as_codings_touch(study in any_study(), filter in any_filter()) {
        let options = Options { words: true, ..filtered(filter.clone()) };
        let found = table(&study, &options);
        for (factor, row) in found.factors.iter().enumerate() {
            for (case, column) in found.cases.iter().enumerate() {
                let passages = passages_behind(&study, &filter, &column.id, &row.id, false);
                let of_source = |source: &draad_core::Source| {
                    let own: Vec<_> = passages.iter().filter(|p| p.source == source.id).collect();
                    let touched = |word: &(usize, &str)| {
                        let span = Span::from_bytes(word.0..word.0 + word.1.len()).unwrap();
                        let chars = source.text.char_span(span);
                        let meets = |p: CharSpan| p.start < chars.end && chars.start < p.end;
                        own.iter().filter_map(|passage| passage.chars).any(meets)
                    };
                    source.text.as_str().unicode_word_indices().filter(touched).count() as u64
                };
                let slowly: u64 = study.sources.values().map(of_source).sum();
                prop_assert_eq!(found.cell(0, factor, case).n_words, Some(slowly));
            }
        }
    }

    #[test]
    fn groups_divide_codings_and_material(study in any_study(), filter in any_filter()) {
        let whole = table(&study, &filtered(filter.clone()));
        let outcome = By::Attribute(AttributeId::new("outcome").unwrap());
        for by in [By::Kind, By::Role, By::Speaker, By::Phase, By::Coder, outcome] {
            let material_is_divided = by != By::Coder;
            let grouped = table(&study, &Options { filter: filter.clone(), by: Some(by), ..Options::default() });
            for factor in 0..whole.factors.len() {
                for case in 0..whole.cases.len() {
                    let cell = whole.cell(0, factor, case);
                    let parts = || (0..grouped.groups.len()).map(|group| grouped.cell(group, factor, case));
                    prop_assert_eq!(parts().map(|part| part.n_codings).sum::<usize>(), cell.n_codings);
                    prop_assert_eq!(parts().map(|part| part.chars_summed).sum::<u64>(), cell.chars_summed);
                    prop_assert_eq!(parts().any(|part| part.state.is_coded()), cell.state.is_coded());
                    let material = parts().map(|part| part.material_chars).sum::<u64>();
                    prop_assert!(!material_is_divided || material == cell.material_chars);
                }
            }
        }
    }

    #[test]
    fn the_order_in_which_coders_worked_does_not_matter(study in any_study()) {
        let mut swapped = study.clone();
        for coding in &mut swapped.codings {
            let other = if coding.coder.as_str() == "anna" { "bram" } else { "anna" };
            coding.coder = other.parse().unwrap();
        }
        swapped.sort_codings();
        let (before, after) = (table(&study, &Options::default()), table(&swapped, &Options::default()));
        prop_assert_eq!(before.cells, after.cells);
    }
}
