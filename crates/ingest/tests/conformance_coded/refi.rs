//! REFI-QDA projects of ATLAS.ti and Transana: every number that people counted in them.

use super::fixtures;
use draad_core::Problem;
use draad_ingest::coded::{
    CodedOptions, CodedProject, Entry, MemoAbout, Placement, Reason, Thing, read_project,
};

fn project(name: &str) -> Option<CodedProject> {
    let bytes = std::fs::read(fixtures("refi-qda")?.join(name)).expect("the fixture can be read");
    Some(read_project(name, &bytes, &CodedOptions::default()).unwrap_or_else(|problem| panic!("{problem}")))
}

/// Asserts that the file holds so many of each, and that all were understood.
fn assert_counts(project: &CodedProject, counts: &[(Thing, usize)]) {
    for (thing, n) in counts {
        let found = |counted: &std::collections::BTreeMap<Thing, usize>| counted.get(thing).copied();
        assert_eq!(found(&project.reconciliation.claimed).unwrap_or(0), *n, "{thing:?} claimed");
        assert_eq!(found(&project.reconciliation.read).unwrap_or(0), *n, "{thing:?} read");
    }
}

fn because(project: &CodedProject, reason: Reason) -> Vec<&Entry> {
    project.reconciliation.entries.iter().filter(|entry| entry.reason == Some(reason)).collect()
}

fn n_used(project: &CodedProject) -> usize {
    let codings = project.sources.iter().flat_map(|source| &source.codings);
    codings.map(|coding| coding.code).collect::<std::collections::BTreeSet<_>>().len()
}

fn assert_atlas(project: &CodedProject) {
    assert!(project.origin.starts_with("ATLAS.ti 8.4.0"));
    assert_eq!(project.reading, "refi-qda; project:1.0");
    assert_counts(
        project,
        &[
            (Thing::Codes, 14),
            (Thing::Codings, 16),
            (Thing::Selections, 8 + 4 + 1 + 2),
            (Thing::Sources, 6 + 2 + 1 + 1 + 2),
            (Thing::Transcripts, 3),
            (Thing::SyncPoints, 13),
            (Thing::Coders, 3),
            (Thing::Memos, 2),
            (Thing::Links, 1),
            (Thing::Groups, 16),
            (Thing::Graphs, 1),
            (Thing::Cases, 0),
        ],
    );
    assert!(!project.reconciliation.claimed.contains_key(&Thing::Deviations));
    let codes = &project.codes;
    assert_eq!(codes.len(), 14);
    assert!(codes.iter().all(|code| code.parent.is_none() && code.is_codable));
    assert_eq!(codes.iter().filter(|code| !code.colour.is_empty()).count(), 13);
    assert_eq!(codes.iter().filter(|code| !code.description.is_empty()).count(), 7);
    assert_eq!(n_used(project), 9);
    assert!(codes.iter().any(|code| code.name == "Coke::full-fat Coke"));
    assert!(codes.iter().any(|code| code.name == "\"rushed\""));
    // Two selections of the PDF stand in its text once more, with a coding each.
    assert_eq!(because(project, Reason::SameTwice).len(), 2);
    let n_codings: usize = project.sources.iter().map(|source| source.codings.len()).sum();
    assert_eq!(n_codings, 14);
    assert!(project.cases.is_empty());
}

fn assert_atlas_groups(project: &CodedProject) {
    let groups = &project.groups;
    assert_eq!(groups.len(), 16);
    assert_eq!(groups.iter().map(|group| group.codes.len()).sum::<usize>(), 19);
    // Two sets hold the recording with two transcripts, which are a source each.
    assert_eq!(groups.iter().map(|group| group.sources.len()).sum::<usize>(), 23 + 2);
    let empty: Vec<&str> = groups
        .iter()
        .filter(|group| group.codes.is_empty() && group.sources.is_empty())
        .map(|group| group.name.as_str())
        .collect();
    assert_eq!(empty, ["<3"]);
    let male = groups.iter().find(|group| group.name == "gender: male").expect("the fixture has it");
    let names: Vec<&str> = male.sources.iter().map(|&idx| project.sources[idx].name.as_str()).collect();
    assert_eq!(names, ["Simon.docx"]);
}

fn assert_nothing_is_lost_without_sources(project: &CodedProject) {
    let missing = because(project, Reason::FileMissing);
    let outside = because(project, Reason::PathOutside);
    assert_eq!(missing.len() + outside.len(), 26);
    assert_eq!(outside.len(), 3);
    assert!(outside.iter().all(|entry| entry.detail.starts_with("relative://")));
    let told = |found: &Problem| matches!(found, Problem::ProjectFilesMissing { n_files: 23, .. });
    assert!(project.diagnostics.iter().any(|diagnostic| told(&diagnostic.problem)));
    assert!(project.sources.iter().all(|source| source.text.is_none()));
    let diet = project
        .sources
        .iter()
        .find(|source| source.name == "1994 Diet Coke-Diet Coke Break.docx")
        .expect("the fixture has it");
    let words = Placement::words("Oh, that was great. See you tomorrow? Eleven thirty. Mm.");
    assert_eq!(diet.codings[0].place, words);
    assert_eq!(project.codes[diet.codings[0].code].name, "Coke::diet Coke");
    let coder = diet.codings[0].coder.expect("the fixture has it");
    assert_eq!(project.coders[coder].name, "Friedrich Markgraf");
}

fn assert_atlas_memos(project: &CodedProject) {
    let memo =
        |title: &str| project.memos.iter().find(|memo| memo.title == title).expect("the fixture has it");
    let plan = memo("Research Plan");
    assert!(plan.text.starts_with("day to day log") && plan.text.contains("dynamic team"));
    assert!(plan.about.is_empty());
    let linked = memo("My favorite Coke ad");
    let [MemoAbout::Source(film, _)] = linked.about[..] else { panic!("{linked:?}") };
    assert_eq!(project.sources[film].name, "1994 Diet Coke-Diet Coke Break.mp4");
    let annotation =
        project.memos.iter().find(|memo| memo.text.starts_with("Mabel is not")).expect("the fixture has it");
    let [MemoAbout::Source(source, _)] = annotation.about[..] else { panic!("{annotation:?}") };
    assert_eq!(project.sources[source].name, "Mabêl 2ième.txt");
    assert_eq!(because(project, Reason::WithoutCode).len(), 1);
}

#[test]
fn atlas_ti_8_is_read_with_and_without_its_package() {
    for name in ["atlasti8_refi_standard_project.qde", "atlasti8_refi_standard_project_nosources.qdpx"] {
        let Some(project) = project(name) else { return };
        assert_atlas(&project);
        assert_atlas_groups(&project);
        assert_nothing_is_lost_without_sources(&project);
        assert_atlas_memos(&project);
    }
}

#[test]
fn transana_is_read_with_all_its_departures_from_the_standard() {
    let Some(project) = project("transana322_standard_annexA3_ns0-10.qde") else { return };
    assert_eq!(project.reading, "refi-qda; project:0:10");
    assert_counts(
        &project,
        &[
            (Thing::Codes, 19),
            (Thing::Codings, 66),
            (Thing::Selections, 15 + 5 + 5),
            (Thing::Sources, 6 + 5 + 5),
            (Thing::Transcripts, 5),
            (Thing::SyncPoints, 55),
            (Thing::Coders, 63),
            (Thing::Memos, 40),
            (Thing::Groups, 6),
        ],
    );
    assert_eq!(project.reconciliation.claimed[&Thing::Deviations], 43);
    let deviations: Vec<(&str, Option<Reason>, &str, usize)> = project
        .reconciliation
        .entries
        .iter()
        .filter(|entry| entry.thing == Thing::Deviations)
        .map(|entry| (entry.name.as_str(), entry.reason, entry.detail.as_str(), entry.n))
        .collect();
    assert_eq!(
        deviations,
        [
            ("Transcript", Some(Reason::OutOfOrder), "SyncPoint", 5),
            ("Set", Some(Reason::AttributeNotInStandard), "creatingUser", 6),
            ("MemberSource", Some(Reason::AttributeNotInStandard), "guid", 11),
            ("MemberSource", Some(Reason::AttributeMissing), "targetGUID", 11),
            ("MemberNote", Some(Reason::AttributeMissing), "targetGUID", 5),
            ("MemberNote", Some(Reason::TextNotInStandard), "", 5),
        ]
    );
    let codes = &project.codes;
    assert_eq!(codes.iter().filter(|code| code.parent.is_none()).count(), 7);
    let is_top = |code: usize| codes[code].parent.is_none();
    assert!(codes.iter().all(|code| code.parent.is_none_or(is_top)), "depth 2");
    assert_eq!(codes.iter().filter(|code| !code.is_codable).count(), 7);
    assert_eq!(n_used(&project), 12);
    assert_eq!(project.sources.iter().map(|source| source.codings.len()).sum::<usize>(), 66);
    // What the sets hold is written in ways that the standard does not know, and is found all the same.
    assert_eq!(project.groups.iter().map(|group| group.sources.len()).sum::<usize>(), 11);
    assert_eq!(project.groups.iter().map(|group| group.memos.len()).sum::<usize>(), 5);
    let notes = project.memos.iter().filter(|memo| memo.text.is_empty());
    assert_eq!(notes.map(|memo| memo.about.len()).sum::<usize>(), 35, "note references");
    assert!(because(&project, Reason::PointsNowhere).is_empty());
}
