//! Decisions and what they leave behind.

use super::*;
use draad_core::{
    Case, CharOffset, CharSpan, Code, CodeKind, Coding, Language, Settings, Source, Target, Text, Valence,
    Verdict, facts::Facts,
};
use draad_store::StudyFolder;
use jiff::Timestamp;

const TEXT: &str = "Wij bellen elke week. 👋 Dat helpt ons allebei, denk ik.\n";

fn id<T: std::str::FromStr<Err = String>>(text: &str) -> T {
    text.parse().unwrap()
}

fn chars(words: &str) -> CharSpan {
    let text = Text::new(TEXT);
    let start = TEXT.find(words).unwrap();
    text.char_span(draad_core::Span::from_bytes(start..start + words.len()).unwrap())
}

fn source(name: &str) -> Source {
    Source {
        id: id(name),
        cases: vec![id("p01")],
        kind: id("interview"),
        date: None,
        phase: None,
        participants: Vec::new(),
        text: Text::new(TEXT),
        units: Vec::new(),
        origin: Default::default(),
        extra: Default::default(),
    }
}

fn coding(n: usize, coder: &str, code: &str, words: &str, valence: Option<Valence>) -> Coding {
    let source = source("s1");
    let target = Target::Span(source.text.span(chars(words)).unwrap());
    Coding {
        id: id(&format!("c{n}")),
        coder: id(coder),
        source: source.id,
        code: id(code),
        target,
        valence,
        weight: (coder == "anna").then_some(70),
        quote: words.to_owned(),
        memo: format!("van {coder}"),
        created: None,
        modified: None,
    }
}

/// A source with an agreement, a disagreement about whether there is something, and one about the valence.
fn study() -> Study {
    let mut study = Study::new(Settings::new("proef", "Proef", Language::Nl));
    let case = Case { id: id("p01"), name: String::new(), attributes: Default::default() };
    study.cases.insert(case.id.clone(), case);
    for (code, kind, valence) in [
        ("contact", CodeKind::Factor, Some(Valence::Promoting)),
        ("steun", CodeKind::Factor, None),
        ("thema", CodeKind::Theme, None),
    ] {
        study.codebook.codes.insert(id(code), Code { kind, valence, ..Code::new(id(code)) });
    }
    study.sources.insert(id("s1"), source("s1"));
    study.codings = vec![
        coding(1, "anna", "contact", "bellen elke week", None),
        coding(2, "bram", "contact", "Wij bellen elke week", None),
        coding(3, "anna", "thema", "denk ik", None),
        coding(4, "anna", "steun", "helpt ons", Some(Valence::Promoting)),
        coding(5, "bram", "steun", "helpt ons allebei", Some(Valence::Ambivalent)),
    ];
    study.sort_codings();
    study
}

fn project_of(study: &Study) -> (tempfile::TempDir, Project) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("proef");
    StudyFolder::create(&root, study).unwrap();
    let project = Project::open(Some(&root), folder.path(), None).unwrap();
    (folder, project)
}

fn now(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).unwrap()
}

fn name_of(project: &Project, code: &str) -> String {
    let layer = layer(project, None, &Filter::default()).unwrap();
    let is_it = |stretch: &&draad_analysis::disagreement::Stretch| {
        project.study().codebook.codes[stretch.code as usize].id.as_str() == code
    };
    layer.compared.stretches.iter().find(is_it).unwrap().id.to_string()
}

fn asked(id: &str, wish: Wish) -> Asked {
    let (by, memo) = (Vec::new(), String::new());
    Asked { place: Place::default(), id: id.to_owned(), wish: Some(wish), valence: None, by, memo }
}

fn decisions(asked: Vec<Asked>) -> Decisions {
    let by = vec!["Anna".to_owned(), "Bram".to_owned()];
    Decisions { asked, by, memo: "samen bekeken".to_owned(), ..Decisions::default() }
}

fn of_layer(study: &Study) -> Vec<(String, String, Option<Valence>, String)> {
    let layer = study.codings.iter().filter(|coding| coding.coder.as_str() == "consensus");
    let one = |coding: &Coding| {
        (coding.code.to_string(), coding.quote.clone(), coding.valence, coding.memo.clone())
    };
    layer.map(one).collect()
}

#[test]
fn a_source_comes_into_the_layer_when_its_last_disagreement_is_decided() {
    let (_folder, mut project) = project_of(&study());
    let (theme, support) = (name_of(&project, "thema"), name_of(&project, "steun"));
    let first = decisions(vec![asked(&theme, Wish::NotCoded)]);
    let done = adjudicate(&mut project, &first, now(0)).unwrap();
    assert_eq!((done.n_new, done.closed.len(), done.layer.open().count()), (1, 0, 1));
    project.reload().unwrap();
    assert_eq!(of_layer(project.study()), [], "nothing of it while something is open");
    let second = decisions(vec![asked(&support[..5], Wish::Take("Bram".to_owned()))]);
    let done = adjudicate(&mut project, &second, now(60)).unwrap();
    assert_eq!((done.closed[0].n_codings, done.closed[0].n_agreed, done.closed[0].n_decided), (2, 1, 2));
    project.reload().unwrap();
    let text = |text: &str| text.to_owned();
    let expected = [
        (text("contact"), text("bellen elke week"), None, text("van anna")),
        (text("steun"), text("helpt ons allebei"), Some(Valence::Ambivalent), text("samen bekeken")),
    ];
    assert_eq!(of_layer(project.study()), expected);
    let rows = &project.study().adjudications["consensus"];
    let verdicts: Vec<Verdict> = rows.iter().map(|row| row.verdict).collect();
    assert_eq!(verdicts, [Verdict::Agreed, Verdict::Coded, Verdict::NotCoded]);
    assert!(rows.iter().all(|row| row.closed == Some(now(60))));
    check(&mut project);
    assert_eq!(project.diagnostics().to_vec(), []);
    let again = adjudicate(&mut project, &second, now(90)).unwrap();
    assert_eq!((again.n_already, again.n_new, again.n_changed), (1, 0, 0));
    crate::undo::undo(&project).unwrap();
    project.reload().unwrap();
    assert_eq!((of_layer(project.study()).len(), project.study().adjudications["consensus"].len()), (0, 1));
}

#[test]
fn a_layer_counts_where_the_policy_names_it_and_nowhere_else() {
    let (_folder, mut project) = project_of(&study());
    let all = ["thema", "steun"].map(|code| asked(&name_of(&project, code), Wish::NotCoded));
    let before = Facts::new(project.study(), &Filter::default());
    adjudicate(&mut project, &decisions(all.into()), now(0)).unwrap();
    let mut study = project.study().clone();
    let coders = |study: &Study| {
        let facts = Facts::new(study, &Filter::default());
        let readings = facts.readings.iter().map(|reading| reading.coder.to_string());
        (facts.codings.len(), readings.collect::<Vec<_>>())
    };
    assert_eq!(coders(&study).0, before.codings.len(), "what it repeats is not counted twice");
    study.settings.coder_policy = CoderPolicy::Adjudicated { coder: id("consensus") };
    assert_eq!(coders(&study), (1, vec!["consensus".to_owned()]));
}

#[test]
fn a_source_of_which_nothing_is_coded_by_decision_has_a_layer_all_the_same() {
    let mut one = study();
    one.codings.retain(|coding| coding.code.as_str() == "thema");
    one.codings.push(coding(9, "bram", "steun", "helpt", None));
    one.sort_codings();
    let (_folder, mut project) = project_of(&one);
    let all = ["thema", "steun"].map(|code| asked(&name_of(&project, code), Wish::NotCoded));
    let done = adjudicate(&mut project, &decisions(all.into()), now(0)).unwrap();
    assert_eq!((done.closed.len(), done.closed[0].n_codings), (1, 0));
    project.reload().unwrap();
    let mut study = project.study().clone();
    study.settings.coder_policy = CoderPolicy::Adjudicated { coder: id("consensus") };
    let facts = Facts::new(&study, &Filter::default());
    assert_eq!((facts.codings.len(), facts.readings.len()), (0, 0));
    assert_eq!(draad_core::check::settings(&study), [], "the layer is known by its decisions");
}

#[test]
fn codings_that_change_after_a_source_was_closed_are_noticed() {
    let (_folder, mut project) = project_of(&study());
    let all = ["thema", "steun"].map(|code| asked(&name_of(&project, code), Wish::NotCoded));
    adjudicate(&mut project, &decisions(all.into()), now(0)).unwrap();
    let found = |project: &mut Project| {
        check(project);
        let problems = project.diagnostics().iter().map(|found| found.problem.clone());
        problems.collect::<Vec<Problem>>()
    };
    let (source, layer) = ("s1".to_owned(), "consensus".to_owned());
    project.loaded_mut().study.codings.push(coding(7, "bram", "contact", "denk", None));
    project.loaded_mut().study.sort_codings();
    let reopened = Problem::SourceReopened { source: source.clone(), layer: layer.clone(), n_open: 1 };
    assert_eq!(found(&mut project), std::slice::from_ref(&reopened));
    project.loaded_mut().study.codings.push(coding(8, "anna", "contact", "denk", None));
    project.loaded_mut().study.sort_codings();
    let outdated = Problem::LayerOutdated { source, layer };
    assert_eq!(found(&mut project), [reopened, outdated]);
}

#[test]
fn a_layer_that_is_outdated_is_brought_up_to_date() {
    let (_folder, mut project) = project_of(&study());
    let all = ["thema", "steun"].map(|code| asked(&name_of(&project, code), Wish::NotCoded));
    adjudicate(&mut project, &decisions(all.into()), now(0)).unwrap();
    let close = Decisions { close: vec![id("s1")], ..Decisions::default() };
    let mut more = project.study().clone();
    more.codings.extend(["anna", "bram"].map(|coder| coding(7, coder, "contact", "denk", None)));
    more.sort_codings();
    let (_folder, mut project) = project_of(&more);
    let done = adjudicate(&mut project, &close, now(10)).unwrap();
    assert_eq!((done.closed[0].n_codings, done.refused), (2, vec![]));
    project.reload().unwrap();
    check(&mut project);
    assert_eq!(project.diagnostics().to_vec(), []);
    let closed: Vec<_> = project.study().adjudications["consensus"].iter().map(|row| row.closed).collect();
    assert_eq!(closed, [0, 0, 10, 0].map(|second| Some(now(second))));
}

#[test]
fn what_cannot_be_decided_is_said_and_leaves_the_rest() {
    let (_folder, mut project) = project_of(&study());
    let (theme, support) = (name_of(&project, "thema"), name_of(&project, "steun"));
    let span = |text: &str| Wish::Span(text.to_owned());
    let written = |text: &str| Wish::Written(text.to_owned());
    let take = |text: &str| Wish::Take(text.to_owned());
    let with_valence = Asked { valence: Some(Valence::Hindering), ..asked(&theme, written("anna")) };
    let all = vec![
        asked("onbekend", Wish::NotCoded),
        asked(&support, take("chris")),
        asked(&support, written("misschien")),
        asked(&support, written("helpt")),
        asked(&support, span("9000-9001")),
        asked(&support, written("coderen")),
        with_valence,
        Asked { wish: None, ..asked(&theme, Wish::NotCoded) },
    ];
    let done = adjudicate(&mut project, &decisions(all), now(0)).unwrap();
    let problems: Vec<String> = done
        .refused
        .iter()
        .map(|refused| format!("{:?}", refused.problem).split(' ').next().unwrap().to_owned())
        .collect();
    let expected = [
        "UnknownDisagreement",
        "DisagreementNotRead",
        "DisagreementDecisionUnclear",
        "DisagreementValenceUnclear",
        "DisagreementDecisionUnclear",
        "DisagreementValenceUnclear",
        "ThemeWithValence",
        "DecisionMissing",
    ];
    assert_eq!((problems, done.n_new), (expected.map(str::to_owned).to_vec(), 0));
    let nobody = Decisions { by: Vec::new(), ..decisions(vec![asked(&theme, Wish::NotCoded)]) };
    let done = adjudicate(&mut project, &nobody, now(0)).unwrap();
    assert_eq!(done.refused[0].problem, Problem::AdjudicatorNeeded);
    let coder = Decisions { layer: Some(id("anna")), ..Decisions::default() };
    let refused = adjudicate(&mut project, &coder, now(0)).unwrap_err();
    assert!(matches!(refused.problem, Problem::LayerIsCoder { .. }));
    let close = Decisions { close: vec![id("s1")], ..Decisions::default() };
    let done = adjudicate(&mut project, &close, now(0)).unwrap();
    assert_eq!(done.refused[0].problem, Problem::SourceStillOpen { source: "s1".into(), n_open: 2 });
}

#[test]
fn rows_that_contradict_each_other_are_all_refused() {
    let (_folder, mut project) = project_of(&study());
    let (theme, support) = (name_of(&project, "thema"), name_of(&project, "steun"));
    let table = format!(
        "id;decision;by;memo\n{theme};anna;A;x\n{support};anna;A;x\n{theme};niet coderen;A;x\n{support};anna;A;x\n"
    );
    let (asked, unread) = read_decisions("b.csv", table.into());
    assert_eq!((asked.len(), unread.len()), (4, 0));
    let done = adjudicate(&mut project, &decisions(asked), now(0)).unwrap();
    let twice = Problem::DecidedTwice { id: theme.clone(), lines: "2, 4".to_owned() };
    let refused: Vec<_> = done.refused.iter().map(|one| (one.place.line, one.problem.clone())).collect();
    assert_eq!(refused, [(Some(2), twice.clone()), (Some(4), twice)]);
    assert_eq!((done.n_new, done.n_already), (1, 1), "what is said twice alike is said once");
    let (asked, _) =
        read_decisions("b.csv", format!("id;decision;by;memo\n{theme};;A;x\n{support};;A;\n").into());
    assert_eq!(asked.len(), 1, "a reason without a decision is not passed over");
}

#[test]
fn decisions_come_back_in_a_workbook() {
    use draad_analysis::table::{Column, Table, Value};
    let (_folder, project) = project_of(&study());
    let heads = ["source", "id", "decision", "by", "memo"].map(Column::text);
    let row = |cells: [&str; 5]| cells.map(Value::text).to_vec();
    let rows = vec![
        row(["s1", "kvt", "anna", "Anna", "om dit\nen dat, \"zo\""]),
        row(["s1", "bdf", "", "", ""]),
        row(["s1", "ghj", "niet coderen", "Bram; Anna", "x"]),
    ];
    let table = Table { name: "disagreements", columns: heads.into(), rows };
    let notes = ["Vul in.".to_owned()];
    let bytes = crate::output::xlsx(&project, &[table], &notes, &[]).unwrap();
    let (asked, refused) = read_decisions("besluiten.xlsx", bytes);
    let seen: Vec<_> = asked.iter().map(|one| (one.place.line, one.id.as_str(), one.by.len())).collect();
    assert_eq!((seen, refused), (vec![(Some(2), "kvt", 1), (Some(4), "ghj", 2)], vec![]));
    assert_eq!(asked[0].memo, "om dit\nen dat, \"zo\"");
    let (asked, refused) = read_decisions("besluiten.xlsx", b"PK\x03\x04 geen werkmap".to_vec());
    assert_eq!((asked.len(), refused.len()), (0, 1));
}

#[test]
fn a_list_shows_what_was_decided_and_can_be_read_back() {
    let mut more = study();
    more.codings.push(coding(9, "bram", "contact", "Wij bellen elke week. 👋 Dat helpt", None));
    more.sort_codings();
    let (_folder, mut project) = project_of(&more);
    let open = open(&project, &Which::default()).unwrap();
    let names: Vec<String> = open.0.open().map(|stretch| stretch.id.to_string()).collect();
    let wishes = ["anna", "bram", "3-9", "niet coderen"].into_iter().cycle();
    let support = name_of(&project, "steun");
    let all = names.iter().zip(wishes).map(|(name, wish)| Asked {
        valence: (*name == support).then_some(Valence::Hindering),
        ..asked(name, Wish::Written(wish.to_owned()))
    });
    let all: Vec<Asked> = all.collect();
    let n_new = adjudicate(&mut project, &decisions(all), now(0)).unwrap().n_new;
    assert!(n_new > 1);
    let list = crate::disagreements::Listing::new(&project, Filter::default(), None, None).unwrap();
    assert!(list.markdown().contains("besloten: "), "{}", list.markdown());
    let table = crate::output::csv(&list.table());
    let (asked, refused) = read_decisions("lijst.csv", table.into_bytes());
    let done = adjudicate(&mut project, &decisions(asked), now(5)).unwrap();
    assert_eq!((done.refused, refused), (vec![], vec![]));
    assert_eq!((done.n_new, done.n_changed, done.n_already), (0, 0, n_new));
}

#[test]
fn a_decision_without_a_reason_is_recorded_and_remarked_on() {
    let (_folder, mut project) = project_of(&study());
    let one = Asked { memo: String::new(), ..asked(&name_of(&project, "steun"), Wish::NotCoded) };
    let bare = Decisions { memo: String::new(), ..decisions(vec![one.clone()]) };
    let done = adjudicate(&mut project, &bare, now(0)).unwrap();
    let problems: Vec<_> = done.warnings.iter().map(|one| one.problem.clone()).collect();
    assert_eq!((done.n_new, done.refused), (1, vec![]));
    assert_eq!(problems, [Problem::DecisionsWithoutReason { n: 1, id: name_of(&project, "steun") }]);
}

#[test]
fn a_decision_can_be_new_words_with_a_valence() {
    let (_folder, mut project) = project_of(&study());
    let (theme, support) = (name_of(&project, "thema"), name_of(&project, "steun"));
    let hindering = Some(Valence::Hindering);
    let words = Asked { valence: hindering, ..asked(&support, Wish::Written("ons allebei".to_owned())) };
    let plan =
        Decisions { plan: true, ..decisions(vec![words, asked(&theme, Wish::Take("bram".to_owned()))]) };
    let done = adjudicate(&mut project, &plan, now(0)).unwrap();
    assert_eq!((done.refused.clone(), done.closed.len()), (vec![], 1));
    project.reload().unwrap();
    assert!(project.study().adjudications.is_empty(), "a plan changes nothing");
    adjudicate(&mut project, &Decisions { plan: false, ..plan }, now(0)).unwrap();
    let held: Vec<_> = of_layer(project.study()).into_iter().map(|one| (one.1, one.2)).collect();
    assert_eq!(held, [("bellen elke week".to_owned(), None), ("ons allebei".to_owned(), hindering)]);
    let not_coded =
        project.study().adjudications["consensus"].iter().filter(|row| row.verdict == Verdict::NotCoded);
    assert_eq!(not_coded.count(), 1, "whose reading is taken had nothing there");
}

#[test]
fn a_layer_that_was_made_by_hand_is_left_alone() {
    let mut by_hand = study();
    by_hand.settings.coder_policy = CoderPolicy::Adjudicated { coder: id("consensus") };
    by_hand.codings.push(coding(8, "consensus", "contact", "denk", None));
    by_hand.sort_codings();
    let (_folder, mut project) = project_of(&by_hand);
    let all = ["thema", "steun"].map(|code| asked(&name_of(&project, code), Wish::NotCoded));
    let done = adjudicate(&mut project, &decisions(all.into()), now(0)).unwrap();
    assert_eq!((done.n_new, done.closed.len()), (2, 0));
    assert!(matches!(done.refused[0].problem, Problem::LayerHasCodings { n_codings: 1, .. }));
    assert_eq!(of_layer(project.study()).len(), 1);
}

#[test]
fn decisions_go_along_with_a_corrected_text() {
    let (folder, mut project) = project_of(&study());
    let all = ["thema", "steun"].map(|code| asked(&name_of(&project, code), Wish::Take("anna".to_owned())));
    adjudicate(&mut project, &decisions(all.into()), now(0)).unwrap();
    let corrected = folder.path().join("s1.txt");
    std::fs::write(&corrected, TEXT.replace("Wij bellen", "Nou, wij bellen")).unwrap();
    let files = vec![corrected];
    let assignment = crate::import::Assignment { source: Some(id("s1")), ..Default::default() };
    let request = crate::import::Request {
        files,
        assignment,
        replace: true,
        now: now(60),
        ..crate::import::Request::default()
    };
    let done = crate::import::import(&mut project, &request, &crate::Silent).unwrap();
    assert_eq!(done.refused.iter().map(|one| one.problem.clone()).collect::<Vec<_>>(), []);
    project.reload().unwrap();
    check(&mut project);
    assert_eq!(project.diagnostics().to_vec(), []);
    let layer = layer(&project, None, &Filter::default()).unwrap();
    assert_eq!((layer.open().count(), layer.sources[0].state()), (0, "closed"));
    let rows = &project.study().adjudications["consensus"];
    assert!(rows.iter().all(|row| row.is_placed));
    let support = rows.iter().find(|row| row.code.as_str() == "steun").unwrap();
    let shift = |at: u32| CharOffset(at + 5);
    let before = chars("helpt ons");
    let after = CharSpan { start: shift(before.start.0), end: shift(before.end.0) };
    assert_eq!(support.coded[0].chars, Some(after));
}
