//! Proposals, decisions and what they leave behind.

use super::*;
use draad_core::{Code, CodeKind, CoderId, Coding, CodingId, Language, Settings, Source, Target, Text};
use draad_store::StudyFolder;
use proptest::prelude::*;

const TEXT: &str = "Ik vertrouw haar. 👋 Zij vertrouwt mij niet. Vertrouw maar.\n";

fn id<T: std::str::FromStr<Err = String>>(text: &str) -> T {
    text.parse().unwrap()
}

/// The characters of the `n`th occurrence of some words, counted from 0.
fn at(words: &str, n: usize) -> (SourceId, CharSpan) {
    let text = Text::new(TEXT);
    let (start, _) = TEXT.match_indices(words).nth(n).unwrap();
    let span = draad_core::Span::from_bytes(start..start + words.len()).unwrap();
    (id("s1"), text.char_span(span))
}

fn study() -> Study {
    let mut study = Study::new(Settings::new("proef", "Proef", Language::Nl));
    for (code, kind) in
        [("vertrouwen", CodeKind::Factor), ("contact", CodeKind::Theme), ("houding", CodeKind::Heading)]
    {
        let code = Code { kind, ..Code::new(id(code)) };
        study.codebook.codes.insert(code.id.clone(), code);
    }
    let source = Source {
        id: id("s1"),
        cases: Vec::new(),
        kind: id("interview"),
        date: None,
        phase: None,
        participants: Vec::new(),
        text: Text::new(TEXT),
        units: Vec::new(),
        origin: Default::default(),
        extra: Default::default(),
    };
    let (_, chars) = at("Ik vertrouw haar.", 0);
    let target = Target::Span(source.text.span(chars).unwrap());
    study.codings.push(Coding {
        id: id("c1"),
        coder: id("anna"),
        source: id("s1"),
        code: id("vertrouwen"),
        target,
        valence: None,
        weight: None,
        quote: "Ik vertrouw haar.".to_owned(),
        memo: String::new(),
        created: None,
        modified: None,
    });
    study.sources.insert(source.id.clone(), source);
    study
}

fn project() -> (tempfile::TempDir, Project) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("proef");
    StudyFolder::create(&root, &study()).unwrap();
    let project = Project::open(Some(&root), folder.path(), None).unwrap();
    (folder, project)
}

fn request(code: &str) -> Request {
    Request {
        batch: id("b"),
        code: id(code),
        valence: None,
        query: "vertrouw*".to_owned(),
        memo: String::new(),
    }
}

fn now(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).unwrap()
}

fn decisions(coder: &str, asked: &[(&str, Decision)]) -> Decisions {
    let asked = asked.iter().map(|(proposal, decision)| Asked {
        place: Place::default(),
        id: id(proposal),
        decision: *decision,
        memo: String::new(),
    });
    Decisions { asked: asked.collect(), coder: Some(id(coder)), memo: "bekeken".to_owned() }
}

#[test]
fn what_is_coded_or_proposed_is_not_proposed_again() {
    let (_folder, mut project) = project();
    let passages = [at("vertrouw", 0), at("vertrouwt", 0), at("Vertrouw", 0)];
    let proposed = propose(&mut project, &request("vertrouwen"), &passages, now(0)).unwrap();
    assert_eq!((proposed.added.len(), proposed.n_coded, proposed.n_open), (2, 1, 0));
    assert_eq!(proposed.added[0].id.as_str(), "b_1");
    assert_eq!(proposed.added[1].quote, "Vertrouw");
    decide(&mut project, &decisions("anna", &[("b_1", Decision::Rejected)]), now(1)).unwrap();
    let again = propose(&mut project, &request("vertrouwen"), &passages, now(2)).unwrap();
    assert_eq!((again.added.len(), again.n_coded, again.n_open, again.n_decided), (0, 1, 1, 1));
    let other = propose(&mut project, &request("contact"), &passages, now(3)).unwrap();
    assert_eq!(other.added.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["b_3", "b_4", "b_5"]);
}

#[test]
fn only_codes_that_can_be_coded_with_are_proposed() {
    let (_folder, mut project) = project();
    let passages = [at("vertrouwt", 0)];
    let mut refused = |code: &str, valence| {
        let request = Request { valence, ..request(code) };
        propose(&mut project, &request, &passages, now(0)).unwrap_err().problem
    };
    assert!(matches!(refused("vertrouwn", None), Problem::UnknownCode { .. }));
    assert!(matches!(refused("houding", None), Problem::HeadingCoded { .. }));
    assert!(matches!(refused("contact", Some(Valence::Hindering)), Problem::ThemeWithValence { .. }));
    assert!(!project.folder.path("proposals").exists());
}

#[test]
fn what_is_accepted_is_a_coding_of_who_accepts_and_comes_back_with_undo() {
    let (_folder, mut project) = project();
    let before = project.study().clone();
    let request = Request { valence: Some(Valence::Hindering), ..request("vertrouwen") };
    propose(&mut project, &request, &[at("vertrouwt", 0), at("Vertrouw", 0)], now(0)).unwrap();
    project.reload().unwrap();
    assert_eq!(project.study().codings, before.codings);
    let proposed = project.study().clone();
    let asked = [("b_1", Decision::Accepted), ("b_2", Decision::Rejected)];
    let decided = decide(&mut project, &decisions("anna", &asked), now(60)).unwrap();
    assert_eq!((decided.n_accepted, decided.n_rejected, decided.n_open), (1, 1, 0));
    project.reload().unwrap();
    let coding = project.study().codings.iter().find(|coding| coding.quote == "vertrouwt").unwrap();
    assert_eq!(
        (coding.coder.as_str(), coding.created, coding.memo.as_str()),
        ("anna", Some(now(60)), "bekeken")
    );
    assert_eq!(coding.valence, Some(Valence::Hindering));
    let batch = &project.study().proposals[&request.batch];
    assert_eq!(batch[0].coding.as_ref(), Some(&coding.id));
    assert_eq!((batch[1].decided_by.as_ref().unwrap().as_str(), batch[1].decided), ("anna", Some(now(60))));
    crate::undo::undo(&project).unwrap();
    project.reload().unwrap();
    assert_eq!(project.study(), &proposed);
}

#[test]
fn a_decision_needs_a_person_and_is_taken_once() {
    let (_folder, mut project) = project();
    propose(&mut project, &request("contact"), &[at("vertrouwt", 0), at("Vertrouw", 0)], now(0)).unwrap();
    let mut nameless = decisions("anna", &[("b_1", Decision::Accepted)]);
    nameless.coder = None;
    let refused = decide(&mut project, &nameless, now(1)).unwrap_err();
    assert_eq!(refused.problem, Problem::CoderNeeded { known: "anna".to_owned() });
    let asked = [("b_1", Decision::Accepted), ("b_2", Decision::Rejected), ("b_9", Decision::Rejected)];
    let decided = decide(&mut project, &decisions("anna", &asked), now(1)).unwrap();
    assert!(
        matches!(&decided.refused[0].problem, Problem::UnknownProposal { proposal, .. } if proposal == "b_9")
    );
    let file = std::fs::read(project.folder.path("proposals/b.csv")).unwrap();
    let again = decide(&mut project, &decisions("anna", &asked[..2]), now(2)).unwrap();
    assert_eq!((again.n_accepted, again.n_rejected, again.n_already), (0, 0, 2));
    assert_eq!(std::fs::read(project.folder.path("proposals/b.csv")).unwrap(), file);
    let turned = [("b_1", Decision::Rejected), ("b_2", Decision::Accepted)];
    let turned = decide(&mut project, &decisions("anna", &turned), now(3)).unwrap();
    assert!(matches!(turned.refused[0].problem, Problem::ProposalAccepted { .. }));
    assert_eq!(turned.n_accepted, 1);
}

#[test]
fn words_that_are_gone_can_be_rejected_and_not_accepted() {
    let (_folder, mut project) = project();
    propose(&mut project, &request("contact"), &[at("vertrouwt", 0)], now(0)).unwrap();
    let text = TEXT.replace("vertrouwt", "gelooft");
    std::fs::write(project.folder.path("sources/s1.txt"), text).unwrap();
    let decided = decide(&mut project, &decisions("anna", &[("b_1", Decision::Accepted)]), now(1)).unwrap();
    assert!(matches!(decided.refused[0].problem, Problem::ProposalUnplaced { .. }));
    let decided = decide(&mut project, &decisions("anna", &[("b_1", Decision::Rejected)]), now(1)).unwrap();
    assert_eq!((decided.n_rejected, decided.n_open), (1, 0));
}

#[test]
fn in_a_batch_a_number_will_do() {
    let batch: BatchId = id("b");
    assert_eq!(called("3", Some(&batch)).unwrap().as_str(), "b_3");
    assert_eq!(called(" b_3", Some(&batch)).unwrap().as_str(), "b_3");
    assert_eq!(called("3", None).unwrap().as_str(), "3");
    assert!(called("a/b", None).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is decided in whatever order: each accepted proposal is one coding of the person, no other coding appears,
    /// and taking back every change leaves the study as it was.
    #[test]
    fn decisions_make_just_the_codings_that_were_accepted(
        rounds in proptest::collection::vec(proptest::collection::vec((1usize..9, any::<bool>()), 1..5), 1..5),
    ) {
        let (_folder, mut project) = project();
        let passages: Vec<_> = (0..8).map(|n| (id("s1"), CharSpan {
            start: draad_core::CharOffset(18 + n),
            end: draad_core::CharOffset(24 + n),
        })).collect();
        propose(&mut project, &request("contact"), &passages, now(0)).unwrap();
        project.reload().unwrap();
        let before = project.study().clone();
        let mut n_changes = 0;
        for (round, asked) in rounds.into_iter().enumerate() {
            let asked: Vec<(String, Decision)> = asked
                .into_iter()
                .map(|(n, accept)| (format!("b_{n}"), if accept { Decision::Accepted } else { Decision::Rejected }))
                .collect();
            let asked: Vec<(&str, Decision)> = asked.iter().map(|(id, decision)| (id.as_str(), *decision)).collect();
            let decided = decide(&mut project, &decisions("anna", &asked), now(round as i64)).unwrap();
            n_changes += usize::from(decided.n_accepted + decided.n_rejected > 0);
        }
        project.reload().unwrap();
        let study = project.study();
        prop_assert!(project.loaded.diagnostics.iter().all(|one| one.severity != draad_core::Severity::Error));
        let accepted: BTreeSet<(CoderId, CodingId)> = study.proposals[&id::<BatchId>("b")]
            .iter()
            .filter(|one| one.decision == Some(Decision::Accepted))
            .map(|one| (one.decided_by.clone().unwrap(), one.coding.clone().unwrap()))
            .collect();
        let made: BTreeSet<(CoderId, CodingId)> = study
            .codings
            .iter()
            .filter(|coding| coding.code.as_str() == "contact")
            .map(|coding| (coding.coder.clone(), coding.id.clone()))
            .collect();
        prop_assert_eq!(accepted, made);
        for _ in 0..n_changes {
            crate::undo::undo(&project).unwrap();
        }
        project.reload().unwrap();
        prop_assert_eq!(project.study(), &before);
    }
}
