use super::*;
use crate::sample::{any_filter, any_marks, any_study, coding, marked, material};
use crate::{CasesByFactors, CellState};
use draad_core::facts::LeaveOut;
use draad_core::{AttributeId, AttributeType, AttributeValue, CodeId, Filter, Problem};
use draad_measures::Undefined;
use draad_measures::qca::{Kind, Listing, Out};
use proptest::prelude::*;

fn asked(conditions: &[&str]) -> QcaAsked {
    let conditions = conditions.iter().map(ToString::to_string).collect();
    QcaAsked { conditions, runs: 100, ..QcaAsked::default() }
}

fn analysis(study: &Study, asked: &QcaAsked) -> Outcome<Qca> {
    let options = Options::default();
    Qca::from_facts(study, &Facts::new(study, &options.filter), &options, asked)
}

/// A study with conditions `f01`, `f02`, … and the outcome in the last column of marks.
fn with_outcome(marks: &[Vec<bool>]) -> Study {
    let conditions: Vec<Vec<bool>> = marks.iter().map(|row| row[..row.len() - 1].to_vec()).collect();
    let mut study = marked(&conditions);
    // somebody coded in each case, be it something else
    let read = draad_core::Code::new(CodeId::new("read").unwrap());
    study.codebook.codes.insert(read.id.clone(), read);
    let sources: Vec<String> = study.sources.keys().map(ToString::to_string).collect();
    for source in sources {
        let id = study.codings.len().to_string();
        study.codings.push(coding(&id, "anna", &source, "read", draad_core::Target::Source, None));
    }
    study.sort_codings();
    for (case, row) in study.cases.values_mut().zip(marks) {
        let level = if row[row.len() - 1] { "constructive" } else { "stalled" };
        case.attributes[&AttributeId::new("outcome").unwrap()] = AttributeValue::Level(level.into());
    }
    study
}

/// Marks written as rows of 0 and 1.
fn rows(rows: &[&str]) -> Vec<Vec<bool>> {
    rows.iter().map(|row| row.chars().map(|mark| mark == '1').collect()).collect()
}

#[test]
fn a_name_means_one_thing_or_is_refused() {
    let mut study = material().done();
    let attribute = |id: &str, kind| draad_core::Attribute {
        id: AttributeId::new(id).unwrap(),
        kind,
        levels: Vec::new(),
        outcome: false,
        ..study.settings.attributes[0].clone()
    };
    let more = [
        attribute("child_age", AttributeType::Integer),
        attribute("together", AttributeType::YesNo),
        attribute("e", AttributeType::YesNo),
        attribute("kind", AttributeType::Text),
    ];
    study.settings.attributes.extend(more);
    let meaning = |name: &str| {
        let found = analysis(&study, &asked(&[name]));
        found.map(|found| {
            let one = &found.conditions[0];
            format!("{} {} {}", one.what.kind(), one.id, one.name)
        })
    };
    for (name, expected) in [
        ("a", "code a A"),
        (" a ", "code a A"),
        ("a:hindering", "code a:hindering A_HINDERING"),
        ("a:belemmerend", "code a:hindering A_HINDERING"),
        ("code:e", "code e E"),
        ("attribute:e", "yes-no e E"),
        ("together", "yes-no together TOGETHER"),
        ("child_age>=12", "test child_age>=12 CHILD_AGE_AT_LEAST_12"),
        ("kind=one", "test kind=one KIND_ONE"),
    ] {
        assert_eq!(meaning(name).unwrap(), expected, "{name}");
    }
    let refused = |name: &str| strum_name(&meaning(name).unwrap_err().problem);
    assert_eq!(refused("e"), "qca-condition-ambiguous");
    assert_eq!(refused("aa"), "qca-condition-unknown");
    assert_eq!(refused("a:helpend"), "qca-direction-unknown");
    assert_eq!(refused("child_age"), "qca-test-needed");
    assert_eq!(refused("outcome=bad"), "filter-invalid");
    assert_eq!(refused("outcome=constructive"), "qca-condition-is-outcome");
    assert_eq!(refused("outcome=stalled"), "qca-condition-of-outcome");
    assert_eq!(refused("outcome"), "qca-condition-of-outcome");
    assert_eq!(refused(""), "qca-conditions-needed");
    let twice = analysis(&study, &asked(&["a", "code:a"])).unwrap_err();
    assert_eq!(strum_name(&twice.problem), "qca-condition-twice");
    let many: Vec<String> = (0..21).map(|age| format!("child_age>={age}")).collect();
    let many = analysis(&study, &QcaAsked { conditions: many, ..QcaAsked::default() }).unwrap_err();
    assert_eq!(many.problem, Problem::QcaTooManyConditions { n: 21, most: 20, n_cases: 3, advised: 2 });
}

/// Returns the name of a problem.
fn strum_name(problem: &Problem) -> &'static str {
    let named = serde_json::to_value(problem).unwrap();
    let name = named["problem"].as_str().unwrap();
    <Problem as strum::VariantNames>::VARIANTS.iter().find(|known| **known == name).unwrap()
}

#[test]
fn what_is_not_known_is_left_out_and_never_0() {
    let mut study = material().coding("anna", "s1", "b", "ging het toen").done();
    let age = AttributeId::new("child_age").unwrap();
    let known = draad_core::Attribute {
        id: age.clone(),
        kind: AttributeType::Integer,
        levels: Vec::new(),
        outcome: false,
        ..study.settings.attributes[0].clone()
    };
    study.settings.attributes.push(known);
    for (case, years) in study.cases.values_mut().zip([9, 12]) {
        case.attributes.insert(age.clone(), AttributeValue::Integer(years));
    }
    let found = analysis(&study, &asked(&["a", "child_age>=12"])).unwrap();
    let told = |case: &CaseMembers| {
        let values = case.all().map(|member| match member.value {
            Ok(value) => value.to_string(),
            Err(reason) => reason.key().to_owned(),
        });
        values.collect::<Vec<_>>().join(" ")
    };
    let told: Vec<String> = found.cases.iter().map(told).collect();
    assert_eq!(told, ["1 0 1", "not-coded 1 0", "no-material not-stated not-stated"]);
    assert_eq!(found.left_out().map(|case| case.id.as_str()).collect::<Vec<_>>(), ["p02", "p03"]);
}

#[test]
fn more_values_than_a_table_can_hold_are_refused() {
    let mut study =
        with_outcome(&(0..300).map(|case| vec![case % 3 == 0, case % 2 == 0]).collect::<Vec<_>>());
    let many = AttributeId::new("many").unwrap();
    let known = draad_core::Attribute {
        id: many.clone(),
        kind: AttributeType::Choice,
        outcome: false,
        ..study.settings.attributes[0].clone()
    };
    study.settings.attributes.push(known);
    for (place, case) in study.cases.values_mut().enumerate() {
        case.attributes.insert(many.clone(), AttributeValue::Level(format!("v{place}").into()));
    }
    let found = analysis(&study, &asked(&["many"])).unwrap();
    assert_eq!(found.analysed.unwrap_err(), [Obstacle::TooManyValues { condition: 0, n: 300, most: 255 }]);
}

#[test]
fn everything_that_stands_in_the_way_is_told_at_once() {
    let study = with_outcome(&rows(&["101", "101", "111"]));
    let found = analysis(&study, &asked(&["f01", "f02"])).unwrap();
    let constant = |condition| Obstacle::NeverVaries { condition, value: 1.0 };
    assert_eq!(found.analysed.unwrap_err(), [constant(Some(0)), constant(None)]);
    let filtered = Options {
        filter: Filter { codes: vec![CodeId::new("f01").unwrap()], ..Filter::default() },
        ..Options::default()
    };
    let facts = Facts::new(&study, &filtered.filter);
    let refused = Qca::from_facts(&study, &facts, &filtered, &asked(&["f02"])).unwrap_err();
    assert_eq!(strum_name(&refused.problem), "qca-condition-filtered");
    for (option, asked) in [
        ("incl-cut", QcaAsked { incl_cut: Some(1.5), ..asked(&["f01"]) }),
        ("incl-cut", QcaAsked { incl_cut: Some(f64::NAN), ..asked(&["f01"]) }),
        ("degree", QcaAsked { degree: Some(0.5), ..asked(&["f01"]) }),
        ("n-cut", QcaAsked { n_cut: 0, ..asked(&["f01"]) }),
    ] {
        let refused = analysis(&study, &asked).unwrap_err().problem;
        assert!(matches!(refused, Problem::TableValueOutside { option: found, .. } if found == option));
    }
}

#[test]
fn many_conditions_for_few_cases_get_a_truth_table_but_no_solutions() {
    let conditions = ["f01", "f02", "f03", "f04", "f05", "f06", "f07"];
    let cases: Vec<String> = (0..13_u32).map(|case| format!("{:08b}", (case * 37) % 256)).collect();
    let cases: Vec<&str> = cases.iter().map(String::as_str).collect();
    let study = with_outcome(&rows(&cases));
    let solved = |n: usize| analysis(&study, &asked(&conditions[..n])).unwrap().analysed.unwrap().solved;
    assert_eq!(most_rows(13), 16);
    assert!(!matches!(solved(6), Err(Obstacle::TooManyConditions { .. })));
    assert_eq!(solved(7), Err(Obstacle::TooManyConditions { n_rows: 128, most: 64, n_cases: 13 }));
}

#[test]
fn expectations_are_read_by_the_names_of_conditions() {
    let study = with_outcome(&rows(&["101", "010", "111", "000"]));
    let read = |expect: &[&str]| {
        let expect = expect.iter().map(ToString::to_string).collect();
        analysis(&study, &QcaAsked { expect, ..asked(&["f01", "f02"]) }).map(|found| found.expectations)
    };
    let (open, present, absent) = (Expectation::Open, Expectation::present(), Expectation::absent());
    assert_eq!(read(&["f01=present", "F02=afwezig"]).unwrap(), [present.clone(), absent]);
    assert_eq!(read(&["f01=present", "f01=-"]).unwrap(), [open.clone(), open.clone()]);
    assert_eq!(read(&["f02=aanwezig"]).unwrap(), [open, present]);
    assert_eq!(strum_name(&read(&["f01"]).unwrap_err().problem), "qca-expectation-unread");
    assert_eq!(strum_name(&read(&["f01=2"]).unwrap_err().problem), "qca-expectation-unread");
    assert_eq!(strum_name(&read(&["f03=present"]).unwrap_err().problem), "qca-expectation-of-none");
}

#[test]
fn each_term_shows_the_words_of_each_case() {
    let study = with_outcome(&rows(&["111", "111", "101", "101", "010", "010", "000", "000"]));
    let found = analysis(&study, &asked(&["f01", "f02"])).unwrap();
    let [term] = &found.evidence[..] else { panic!("both solutions are F01") };
    assert_eq!(found.written(&term.term), "F01");
    assert_eq!(term.kinds, [Kind::Parsimonious, Kind::Conservative]);
    let cases: Vec<&str> = term.cases.iter().map(|case| found.case(case.case).id.as_str()).collect();
    assert_eq!(cases, ["p01", "p02", "p03", "p04"]);
    for case in &term.cases {
        let [literal] = &case.literals[..] else { panic!("one condition") };
        let words: Vec<&str> = literal.quotes.iter().map(|quote| quote.text.as_str()).collect();
        assert_eq!(words, ["Over f01."]);
        assert_eq!(found.conditions[0].opens("p01").unwrap(), "draad table --cell p01,f01");
    }
    let statements = found.statements();
    assert_eq!(statements, [crate::Statement::new("qca-parsimonious", ["F01"], "all-models")]);
}

#[test]
fn the_negated_outcome_is_an_analysis_of_its_own() {
    let study = with_outcome(&rows(&["111", "111", "101", "100", "010", "010", "000", "000"]));
    let of = |negate| {
        let found = analysis(&study, &QcaAsked { negate, ..asked(&["f01", "f02"]) }).unwrap();
        let (_, solved) = found.solved().unwrap();
        (found.outcome_name(), found.formula(&solved.solutions[0].models[0]))
    };
    assert_eq!(of(false), ("OUTCOME_CONSTRUCTIVE".into(), "F01*F02".into()));
    assert_eq!(of(true), ("~OUTCOME_CONSTRUCTIVE".into(), "~F01".into()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_code_is_there_where_the_table_of_cases_by_factors_says_so(
        study in any_study(), filter in any_filter(), unfolded: bool,
    ) {
        let filter = Filter { codes: Vec::new(), ..filter };
        let options = Options { filter, unfolded, ..Options::default() };
        let facts = Facts::new(&study, &options.filter);
        let names = ["a", "b", "d", "e", "a:promoting", "b:hindering", "e:ambivalent"];
        let Ok(found) = Qca::from_facts(&study, &facts, &options, &asked(&names)) else {
            prop_assert!(facts.cases.is_empty());
            return Ok(());
        };
        let table = CasesByFactors::from_facts(&study, &facts, &options).unwrap();
        let is_read = crate::material::cases_read(&study, &facts);
        for case in &found.cases {
            let column = table.cases.iter().position(|column| column.id == case.id).unwrap();
            for (condition, member) in found.conditions.iter().zip(&case.conditions) {
                let (code, valence) = condition.what.code().unwrap();
                let row = table.factors.iter().position(|row| row.id == *code);
                let cell = row.map(|row| table.cell(0, row, column));
                let Some(cell) = cell else { continue };
                let n = match valence {
                    None => cell.n_passages,
                    Some(draad_core::Valence::Promoting) => cell.n_promoting,
                    Some(draad_core::Valence::Hindering) => cell.n_hindering,
                    Some(draad_core::Valence::Ambivalent) => cell.n_ambivalent,
                };
                let expected = match (cell.state, n) {
                    (CellState::NoMaterial, _) => Err(Undefined::NoMaterial),
                    (_, 0) if !is_read[study.cases.get_index_of(&case.id).unwrap()] => Err(Undefined::NotCoded),
                    (_, 0) => Ok(0.0),
                    _ => Ok(1.0),
                };
                prop_assert_eq!(member.value, expected);
                prop_assert_eq!(member.n_passages, n);
            }
        }
    }

    #[test]
    fn solutions_hold_what_goes_with_the_outcome_and_nothing_else(marks in any_marks()) {
        prop_assume!(marks[0].len() > 1);
        let study = with_outcome(&marks);
        let names: Vec<String> = (1..marks[0].len()).map(|place| format!("f{place:02}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let found = analysis(&study, &asked(&names)).unwrap();
        let Ok(analysed) = &found.analysed else { return Ok(()) };
        let in_rows: Vec<usize> = analysed.table.rows().iter().flat_map(|row| row.cases.clone()).collect();
        prop_assert_eq!(in_rows.len(), found.used.len(), "each case stands in one row");
        for row in analysed.table.rows() {
            let outcomes = row.cases.iter().filter(|&&case| marks[found.used[case]][names.len()]).count();
            prop_assert_eq!(row.is_contradictory, outcomes > 0 && outcomes < row.n());
            prop_assert_eq!(row.out == Out::One, outcomes == row.n());
        }
        let Ok(solved) = &analysed.solved else { return Ok(()) };
        for solution in solved.solutions.iter().filter(|solution| solution.listing == Listing::All) {
            prop_assert!(!solution.models.is_empty());
            for model in &solution.models {
                for row in analysed.table.rows() {
                    prop_assert_eq!(model.model.covers_row(&row.levels), row.out == Out::One);
                }
                prop_assert!(solution.kind != Kind::Conservative || model.assumptions.is_empty());
                prop_assert!(model.deviant.is_empty(), "with a cut-off of 1 no case deviates");
            }
        }
    }

    #[test]
    fn what_becomes_of_a_solution_without_a_case_is_what_is_found_without_it(marks in any_marks()) {
        prop_assume!(marks[0].len() > 1);
        let study = with_outcome(&marks);
        let names: Vec<String> = (1..marks[0].len()).map(|place| format!("f{place:02}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let options = Options::default();
        let facts = Facts::new(&study, &options.filter);
        let found = analysis(&study, &asked(&names)).unwrap();
        let Some(stability) = found.stability() else { return Ok(()) };
        for WithoutCase { case, kinds } in &stability.without {
            let less = facts.without(&study, &LeaveOut::Case(found.case(*case).id.clone()));
            let again = Qca::from_facts(&study, &less, &options, &asked(&names)).unwrap();
            // below eight cases no solution is given
            if again.used.len() < 8 {
                continue;
            }
            for (kind, without) in kinds {
                let models = |found: &Qca| {
                    let of = |(_, solved): (&Analysed, &Solved)| {
                        let solution = solved.solutions.iter().find(|solution| solution.kind == *kind).unwrap();
                        solution.models.iter().map(|model| model.model.clone()).collect::<Vec<_>>()
                    };
                    found.solved().map(of)
                };
                let expected = match without {
                    Without::Same => models(&found),
                    Without::Other(other) => Some(other.clone()),
                    Without::None => None,
                };
                prop_assert_eq!(models(&again), expected);
            }
        }
    }
}

#[test]
fn a_case_exactly_half_in_the_outcome_is_neither_with_nor_without_it() {
    for negate in [false, true] {
        let study = with_outcome(&rows(&["11", "11", "11", "11", "00", "00", "00", "00", "10"]));
        let mut found = analysis(&study, &QcaAsked { negate, ..asked(&["f01"]) }).unwrap();
        found.cases[8].outcome.value = Ok(0.5);
        found.analysed = found.analyse();
        let analysed = found.analysed.as_ref().unwrap();
        assert!(!analysed.has_outcome(8) && !analysed.lacks_outcome(8));
        assert_eq!((analysed.outcome_of(0), analysed.outcome_of(8)), (Some(!negate), None));
        assert_eq!(analysed.divided(&[0, 8]).0.len() + analysed.divided(&[0, 8]).1.len(), 1);
        let (_, solved) = found.solved().unwrap();
        for model in solved.solutions.iter().flat_map(|solution| &solution.models) {
            assert!(!model.deviant.contains(&8) && !model.uncovered.contains(&8));
        }
        let chance = found.chance().unwrap();
        assert_eq!((chance.n_with, chance.n_without), (4, 4));
    }
}

/// Lipset's 18 countries in crisp sets, as the R package QCA has them (`LC`): development, urbanisation, literacy,
/// industrialisation, stability, and survival of democracy.
fn lipset() -> Study {
    with_outcome(&rows(&[
        "101100", "111111", "111111", "001010", "101011", "101111", "111100", "000000", "001000", "101011",
        "000000", "111111", "001010", "000000", "000000", "000000", "101111", "111111",
    ]))
}

#[test]
fn core_conditions_are_those_that_the_parsimonious_solution_has_too() {
    let found = analysis(&lipset(), &asked(&["f01", "f02", "f03", "f04", "f05"])).unwrap();
    let (_, solved) = found.solved().unwrap();
    let conservative = &solved.solutions[0];
    let told: Vec<(String, Vec<Standing>)> = conservative.models[0]
        .model
        .terms
        .iter()
        .map(|term| {
            let standing = |one: Literal| solved.standing(Kind::Conservative, term, one.condition).unwrap();
            (found.written(term), term.literals().map(standing).collect())
        })
        .collect();
    // parsimonious is development*stability, so that these two are core in each term
    use Standing::{Contributing, Core};
    let expected = [
        ("F01*~F02*F03*F05".to_owned(), vec![Core, Contributing, Contributing, Core]),
        ("F01*F03*F04*F05".to_owned(), vec![Core, Contributing, Contributing, Core]),
    ];
    assert_eq!(told, expected);
    let parsimonious = &solved.solutions[1].models[0].model.terms[0];
    assert_eq!(found.written(parsimonious), "F01*F05");
    assert_eq!(solved.standing(Kind::Parsimonious, parsimonious, 0), Some(Core));
}

#[test]
fn each_set_of_the_solutions_is_related_to_the_outcome_once() {
    let found = analysis(&lipset(), &asked(&["f01", "f02", "f03", "f04", "f05"])).unwrap();
    let formulas = |only| -> Vec<(String, RelationOf)> {
        found.relations(only).into_iter().map(|one| (one.formula, one.what)).collect()
    };
    let whole = "F01*~F02*F03*F05 + F01*F03*F04*F05".to_owned();
    let conservative = || vec![(Kind::Conservative, 1)];
    let expected = vec![
        (whole.clone(), RelationOf::Models(conservative())),
        ("F01*F05".to_owned(), RelationOf::Models(vec![(Kind::Parsimonious, 1)])),
        ("F01*~F02*F03*F05".to_owned(), RelationOf::Term(conservative())),
        ("F01*F03*F04*F05".to_owned(), RelationOf::Term(conservative())),
    ];
    assert_eq!(formulas(None), expected);
    assert_eq!(formulas(Some(Kind::Parsimonious)), expected[1..2]);
    assert!(found.relations(Some(Kind::Intermediate)).is_empty());
}

#[test]
fn a_combination_can_be_asked_for_in_capitals_or_not() {
    let found = analysis(&lipset(), &asked(&["f01", "f02", "f05"])).unwrap();
    let analysed = found.analysed.as_ref().unwrap();
    let one = found.relation_of(analysed, " f01*~F02+ f05 ").unwrap();
    assert_eq!((one.formula.as_str(), &one.what), ("F01*~F02 + F05", &RelationOf::Asked));
    // by hand: development without urbanisation, or stability
    let marks = rows(&[
        "101100", "111111", "111111", "001010", "101011", "101111", "111100", "000000", "001000", "101011",
        "000000", "111111", "001010", "000000", "000000", "000000", "101111", "111111",
    ]);
    let member = |row: &Vec<bool>| f64::from(u8::from((row[0] && !row[1]) || row[4]));
    assert_eq!(one.memberships, marks.iter().map(member).collect::<Vec<_>>());
    for (case, row) in marks.iter().enumerate() {
        let expected = match (member(row) > 0.5, row[5]) {
            (true, true) => Zone::Typical,
            (true, false) => Zone::Deviant,
            (false, true) => Zone::Uncovered,
            (false, false) => Zone::Outside,
        };
        assert_eq!(one.zone(analysed, case), expected);
    }
    let n = |zone| one.cases_in(analysed, zone).len();
    assert_eq!((n(Zone::Typical), n(Zone::Deviant), n(Zone::Uncovered)), (8, 3, 0));
    assert_eq!(one.sufficiency.inclusion, Ok(8.0 / 11.0));
    let table = found.relation_table(analysed, std::slice::from_ref(&one));
    assert_eq!(table.rows.len(), marks.len());
    let unread = |term: &str| match found.relation_of(analysed, term).unwrap_err().problem {
        Problem::QcaTermUnread { at, reason, name, .. } => (at, reason, name),
        other => panic!("{other:?}"),
    };
    assert_eq!(unread("f01*x"), (5, "unknown-condition".to_owned(), "X".to_owned()));
    assert_eq!(unread("f01*"), (5, "nothing-there".to_owned(), String::new()));
    assert_eq!(unread("f01[7]").1, "no-such-level");
}
