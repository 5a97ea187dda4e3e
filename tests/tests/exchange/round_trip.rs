//! Our export imported again is the same study.

use draad_app::import::{Request, import};
use draad_app::{Project, Silent, export};
use draad_core::{Language, Origin, Settings, Study};
use draad_store::StudyFolder;
use draad_tests::generate::{self, Size};
use proptest::prelude::*;
use std::path::Path;

/// Exports the study in a folder as a project file.
fn exported(folder: &Path, to: &Path) -> Project {
    let project = Project::open(Some(folder), folder, None).unwrap();
    let request = export::Request { to: to.to_owned(), ..export::Request::default() };
    export::export(&project, &request, &Silent).unwrap();
    project
}

/// Imports a project file into a new study.
fn imported(file: &Path, root: &Path) -> Project {
    let new = Study::new(Settings::new("nieuw", "Nieuw", Language::En));
    StudyFolder::create(root, &new).unwrap();
    let mut project = Project::open(Some(root), root, None).unwrap();
    let request = Request { files: vec![file.to_owned()], ..Request::default() };
    import(&mut project, &request, &Silent).unwrap();
    project
}

/// Returns a study without what says where a source came from: that is the project file now. Parts of sources have no order.
fn comparable(mut study: Study) -> Study {
    study.sources.values_mut().for_each(|source| source.origin = Origin::default());
    study
        .case_spans
        .sort_by_key(|part| (part.source.clone(), part.case.clone(), part.chars.start, part.chars.end));
    study
}

/// Exports a study, imports it into a new one, and compares the two; then the same once more from there, for the bytes.
fn goes_round(study: &Study) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    StudyFolder::create(path("first"), study).unwrap();
    let before = exported(&path("first"), &path("project.qdpx")).loaded.study.clone();
    let after = imported(&path("project.qdpx"), &path("second")).loaded.study.clone();
    // Maps do not tell their order when they are compared.
    assert_eq!(
        before.codebook.codes.keys().collect::<Vec<_>>(),
        after.codebook.codes.keys().collect::<Vec<_>>()
    );
    assert_eq!(before.cases.keys().collect::<Vec<_>>(), after.cases.keys().collect::<Vec<_>>());
    assert_eq!(before.sources.keys().collect::<Vec<_>>(), after.sources.keys().collect::<Vec<_>>());
    pretty(comparable(before), comparable(after));
    exported(&path("second"), &path("again.qdpx"));
    assert!(
        std::fs::read(path("project.qdpx")).unwrap() == std::fs::read(path("again.qdpx")).unwrap(),
        "other bytes"
    );
}

/// Compares two studies part by part, so that a failure is readable.
fn pretty(before: Study, after: Study) {
    assert_eq!(before.settings, after.settings);
    assert_eq!(before.cases, after.cases);
    assert_eq!(before.codebook, after.codebook);
    assert_eq!(before.sources, after.sources);
    assert_eq!(before.codings, after.codings);
    assert_eq!(before.memos, after.memos);
    assert_eq!(before.case_spans, after.case_spans);
    assert_eq!(before, after);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]
    #[test]
    fn any_study_comes_back_as_it_was(study in draad_store::testing::any_study()) {
        goes_round(&study);
    }
}

#[test]
fn the_example_comes_back_as_it_was() {
    let study = StudyFolder::at(crate::example()).load().unwrap().study;
    goes_round(&study);
}

#[test]
fn a_generated_study_comes_back_as_it_was() {
    let size = Size { name: "small", n_sources: 12, n_chars: 3_000, n_codes: 60, n_codings: 300, n_cases: 4 };
    goes_round(&generate::study(size, 7));
}
