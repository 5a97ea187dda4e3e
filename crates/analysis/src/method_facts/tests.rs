use super::*;
use crate::sample::Sample;
use crate::{AgreementOptions, ContrastOptions, SaturationOptions};
use draad_core::{CodeKind, Filter, Study};

/// Two cases and three sources; two coders, who both read the first source. Counted by hand in each test.
fn study() -> Study {
    let mut study = Sample::new()
        .case("p01", "constructive")
        .case("p02", "stalled")
        .code("stance", "", CodeKind::Heading, "")
        .code("trust", "stance", CodeKind::Factor, "promoting")
        .code("cost", "", CodeKind::Factor, "hindering")
        .code("advice", "", CodeKind::Theme, "")
        .source("a", "p01", "interview", &[("p01-parent", "we trust them"), ("p01-child", "it costs much")])
        .source("b", "p02", "interview", &[("p02-parent", "we trust them too")])
        .source("c", "p02", "chat", &[("p02-parent", "nothing here")])
        .coding("anna", "a", "trust", "trust")
        .coding("bram", "a", "trust", "trust them")
        .coding("anna", "a", "cost", "costs")
        .coding("anna", "b", "trust", "trust them too")
        .done();
    study.codebook.codes.values_mut().next().unwrap().definition = "A heading.".into();
    study.codebook.codes["trust"].definition = "One leaves it to the other.".into();
    study
}

fn facts_of(study: &Study, filter: Filter) -> MethodFacts {
    let options = Options { filter, ..Options::default() };
    let facts = Facts::new(study, &options.filter);
    let sample = SampleTable::from_facts(study, &facts, &options).unwrap();
    let table = CasesByFactors::from_facts(study, &facts, &options).unwrap();
    let contrast = Contrast::from_facts(study, &facts, &options, &ContrastOptions::default()).unwrap();
    let triangulation = Triangulation::from_facts(study, &facts, &options).unwrap();
    let agreement = Agreement::from_study(study, &options, &AgreementOptions::default()).ok();
    let saturation = Saturation::from_facts(study, &facts, &options, &SaturationOptions::default()).ok();
    let results = MethodResults {
        sample: &sample,
        table: &table,
        contrast: Some(&contrast),
        triangulation: Some(&triangulation),
        agreement: agreement.as_ref(),
        saturation: saturation.as_ref(),
    };
    MethodFacts::new(study, &facts, &options, &results)
}

#[test]
fn coders_and_codes_are_counted() {
    let found = facts_of(&study(), Filter::default());
    let share = |coder: &str, n_sources, n_codings| CoderShare {
        coder: coder.parse().unwrap(),
        n_sources,
        n_codings,
    };
    assert_eq!(found.coders, [share("anna", 2, 3), share("bram", 1, 1)]);
    assert_eq!((found.n_coded_sources, found.n_shared_sources), (2, 1), "in c nobody coded");
    let codebook = found.codebook;
    assert_eq!((codebook.n_factors, codebook.n_themes, codebook.n_headings), (2, 1, 1));
    assert_eq!((codebook.n_levels, codebook.n_defined), (2, 1), "a heading needs no definition");
    assert_eq!(found.n_passages, 3, "what two coders saw is one passage");
    let agreement = found.agreement.unwrap();
    assert_eq!((agreement.n_coders, agreement.n_sources), (2, 1));
    let (lowest, _, highest) = agreement.alpha.unwrap();
    assert!(lowest <= highest && highest < 1.0, "the spans differ");
}

#[test]
fn what_spreads_and_what_deviates() {
    let spread = facts_of(&study(), Filter::default()).spread;
    assert_eq!((spread.n_codes, spread.n_wide, spread.n_narrow, spread.n_unused), (3, 2, 0, 1));
    assert_eq!(spread.n_cells, 3, "trust in both cases, cost in one");
    assert_eq!(
        spread.n_deviant_cases,
        Some(2),
        "trust though stalled; cost though constructive, and not though stalled"
    );
}

#[test]
fn what_the_study_does_not_have_is_nothing() {
    let found = facts_of(&study(), Filter { cases: vec!["p02".parse().unwrap()], ..Filter::default() });
    assert_eq!(found.agreement, None, "nobody read b twice");
    assert_eq!((found.findings, found.panels.len(), found.adjudicated), (None, 0, None));
    assert_eq!(found.spread.n_deviant_cases, None, "one outcome cannot be compared");
    assert_eq!(
        (found.processing.n_sources, found.processing.n_with_original, found.processing.n_units),
        (2, 0, 2)
    );
    assert_eq!(found.n_shared_sources, 0);
}

#[test]
fn panels_and_findings_are_counted_as_the_verdicts_count_them() {
    let mut study = study();
    let finding = |id: &str, source: &str| draad_core::Finding {
        passages_for: vec![draad_core::records::PassageRef {
            source: source.parse().unwrap(),
            chars: draad_core::CharSpan {
                start: draad_core::CharOffset(0),
                end: draad_core::CharOffset(200),
            },
        }],
        ..draad_core::Finding::new(id)
    };
    study.findings = vec![finding("f", "a"), finding("g", "b")];
    let answers = [
        ("f", "parents", "1"),
        ("f", "parents", "1"),
        ("f", "parents", "2"),
        ("f", "parents", ""),
        ("f", "parents", ""),
        ("g", "experts", "1"),
        ("of nothing", "experts", "2"),
    ];
    for (finding, panel, respondent) in answers {
        study.feedback.push(draad_core::Feedback::new(finding, panel, respondent, "agrees"));
    }
    let panel =
        |panel: &str, n_respondents, n_answers| Panel { panel: panel.into(), n_respondents, n_answers };
    let found = facts_of(&study, Filter::default());
    assert_eq!(found.panels, [panel("experts", 1, 1), panel("parents", 4, 4)], "1, 2 and two without a name");
    assert_eq!(found.findings.map(|all| (all.n, all.n_for)), Some((2, 2)));
    let part = facts_of(&study, Filter { cases: vec!["p01".parse().unwrap()], ..Filter::default() });
    assert_eq!(part.panels, [panel("parents", 4, 4)]);
    assert_eq!(part.findings.map(|all| (all.n, all.n_for)), Some((1, 1)));
}

#[test]
fn what_a_filter_keeps_is_told_with_its_own_denominators() {
    let roles = vec!["child".parse().unwrap()];
    let found = facts_of(&study(), Filter { roles, ..Filter::default() });
    let anna = CoderShare { coder: "anna".parse().unwrap(), n_sources: 1, n_codings: 1 };
    assert_eq!(found.coders, [anna], "of the child anna coded one thing, in one source");
    assert_eq!(found.processing.n_units, 1, "the child said one thing");
    assert_eq!((found.n_coded_sources, found.n_shared_sources), (1, 1), "the child speaks in a alone");
}

#[test]
fn headings_are_no_codes_of_which_agreement_is_told() {
    let found = facts_of(&study(), Filter::default());
    let codebook = found.codebook;
    assert!(found.agreement.unwrap().n_codes <= codebook.n_codes());
    let study = study();
    let all = Agreement::from_study(&study, &Options::default(), &AgreementOptions::default()).unwrap();
    assert!(all.codes.iter().any(|code| code.code.as_str() == "stance"), "the table has the heading");
    let told = AgreementReached::new(&study, &all).n_codes;
    assert_eq!(told, 2, "trust and cost; nobody used advice in a");
}

#[test]
fn a_layer_of_decisions_is_no_coder() {
    let mut study = study();
    let decided = study.codings[0].clone();
    study.codings.insert(1, draad_core::Coding { coder: "layer".parse().unwrap(), ..decided });
    study.adjudications.insert("layer".parse().unwrap(), Vec::new());
    study.settings.coder_policy = draad_core::CoderPolicy::Adjudicated { coder: "layer".parse().unwrap() };
    let coders: Vec<String> =
        facts_of(&study, Filter::default()).coders.iter().map(|share| share.coder.to_string()).collect();
    assert_eq!(coders, ["anna"], "the layer stands in a, where it replaces what both coded");
}

#[test]
fn an_outcome_that_leads_to_no_expectation_has_no_deviant_cases() {
    let mut study = study();
    for attribute in &mut study.settings.attributes {
        attribute.levels.clear();
    }
    assert_eq!(facts_of(&study, Filter::default()).spread.n_deviant_cases, None);
}
