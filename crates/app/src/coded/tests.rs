//! Projects made by hand, brought into studies on disk.

use super::*;
use crate::import::Assignment;
use draad_core::{
    AttributeType, CaseId, CodeKind, CoderId, KindId, Language, Problem, Settings, Severity, SourceId, Span,
    Study, Target, Text, Valence,
};
use draad_ingest::coded::{
    CodedProject, ForeignCase, ForeignCode, ForeignCoder, ForeignCoding, ForeignMemo, ForeignSource, Group,
    MemoAbout, Placement, Variable,
};
use draad_store::StudyFolder;
use uuid::Uuid;

const TEXT: &str = "Ik had geen vertrouwen in haar.\nNu wel. 👋 Nu wel.\n";

struct World {
    folder: tempfile::TempDir,
    project: Project,
    request: Request,
}

impl World {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let study = Study::new(Settings::new("proef", "Proef", Language::Nl));
        StudyFolder::create(folder.path().join("study"), &study).unwrap();
        let project = Project::open(Some(&folder.path().join("study")), folder.path(), None).unwrap();
        Self { folder, project, request: Request::default() }
    }

    /// Brings a project in, by a map if there is one.
    fn import(&mut self, file: &str, foreign: &CodedProject) -> Summary {
        self.try_import(file, foreign).unwrap_or_else(|refused| panic!("{refused:?}"))
    }

    fn try_import(&mut self, file: &str, foreign: &CodedProject) -> Result<Summary, Vec<Diagnostic>> {
        let project = foreign.clone();
        let read = ReadProject { file: file.to_owned(), hash: "abc".to_owned(), project };
        import_read(&mut self.project, &self.request, &read)
    }

    fn study(&self) -> &Study {
        self.project.study()
    }

    fn file(&self, path: &str) -> String {
        std::fs::read_to_string(self.project.folder.path(path)).unwrap_or_default()
    }

    fn errors(&self) -> Vec<String> {
        let errors = self.project.diagnostics().iter().filter(|one| one.severity == Severity::Error);
        errors.map(ToString::to_string).collect()
    }
}

fn guid(n: u128) -> Option<Uuid> {
    Some(Uuid::from_u128(n))
}

fn code(name: &str, parent: Option<usize>) -> ForeignCode {
    ForeignCode { name: name.to_owned(), parent, is_codable: true, ..ForeignCode::default() }
}

fn span(start: usize, end: usize) -> Placement {
    Placement::Span(Span::from_bytes(start..end).unwrap())
}

fn source(name: &str, codings: Vec<ForeignCoding>) -> ForeignSource {
    ForeignSource {
        name: name.to_owned(),
        text: Some(TEXT.to_owned()),
        reading: "utf-16; 2 of 2 at words".to_owned(),
        codings,
        ..ForeignSource::default()
    }
}

/// A small project with all there can be.
fn small() -> CodedProject {
    let coder = |name: &str| ForeignCoder { guid: guid(9), name: name.to_owned(), ..ForeignCoder::default() };
    let by_anna =
        |code: usize, place: Placement| ForeignCoding { coder: Some(0), ..ForeignCoding::new(code, place) };
    let mut first = by_anna(1, span(0, 31));
    first.guid = guid(5);
    first.valence = Some(Valence::Hindering);
    first.memo = "let op".to_owned();
    let sources = vec![
        source("Interview moeder.docx", vec![first, by_anna(2, Placement::words("nu wel. 👋"))]),
        ForeignSource { description: "Over de tuin.".to_owned(), ..source("Notitie.txt", vec![]) },
    ];
    let mut project = CodedProject {
        origin: "Proefprogramma".to_owned(),
        reading: "proef; 1.0".to_owned(),
        coders: vec![coder("anna.vos@voorbeeld.nl")],
        codes: vec![
            ForeignCode { is_codable: false, ..code("Houding", None) },
            ForeignCode {
                guid: guid(1),
                description: "De een durft.".to_owned(),
                ..code("Vertrouwen", Some(0))
            },
            code("Regie", None),
        ],
        variables: vec![
            Variable {
                guid: None,
                name: "Leeftijd kind".to_owned(),
                kind: AttributeType::Integer,
                description: String::new(),
            },
            Variable {
                guid: None,
                name: "Plaats".to_owned(),
                kind: AttributeType::Text,
                description: String::new(),
            },
        ],
        cases: vec![ForeignCase {
            guid: guid(2),
            name: "Gezin Noord".to_owned(),
            values: vec![(0, "12".to_owned())],
            sources: vec![0],
            parts: vec![(1, Span::from_bytes(0..7).unwrap())],
            ..ForeignCase::default()
        }],
        memos: vec![ForeignMemo {
            guid: guid(3),
            title: "Wie belt wie?".to_owned(),
            text: "Daar zit iets.".to_owned(),
            author: Some(0),
            about: vec![MemoAbout::Code(1), MemoAbout::Coding(0, 0), MemoAbout::Source(0, span(32, 39))],
            ..ForeignMemo::default()
        }],
        groups: vec![
            Group { name: "gender: vrouw".to_owned(), sources: vec![0], ..Group::default() },
            Group {
                name: "mooie stukken".to_owned(),
                sources: vec![0, 1],
                codes: vec![2],
                ..Group::default()
            },
            Group { name: "<3".to_owned(), ..Group::default() },
        ],
        sources,
        ..CodedProject::default()
    };
    project.sources[1].values.push((1, "tuin".to_owned()));
    for (thing, n) in [(Thing::Sources, 2), (Thing::Codes, 3), (Thing::Codings, 2), (Thing::Groups, 3)] {
        project.reconciliation.claim(thing, n);
        project.reconciliation.read(thing, n);
    }
    project
}

#[test]
fn a_project_comes_into_a_new_study_as_a_whole() {
    let mut world = World::new();
    let summary = world.import("proef.qdpx", &small());
    let study = world.study();
    assert_eq!(world.errors(), [""; 0]);
    let interview = &study.sources["interview-moeder"];
    assert_eq!((interview.text.as_str(), interview.kind.as_str()), (TEXT, "interview"));
    assert_eq!(interview.cases, [CaseId::new("gezin-noord").unwrap()]);
    assert_eq!(interview.origin.reading, "proef; 1.0; utf-16; 2 of 2 at words");
    assert_eq!(interview.extra["gender"], "vrouw");
    assert_eq!(
        (interview.extra["groups"].as_str(), study.codebook.codes["regie"].extra["groups"].as_str()),
        ("mooie stukken", "mooie stukken")
    );
    let note = &study.sources["notitie"];
    assert_eq!((note.kind.as_str(), note.extra["plaats"].as_str()), ("document", "tuin"));
    assert_eq!(study.case_spans.len(), 1);
    assert_eq!(study.cases["gezin-noord"].name, "Gezin Noord");
    assert_eq!(study.cases["gezin-noord"].attributes["leeftijd_kind"].to_string(), "12");
    let trust = &study.codebook.codes["vertrouwen"];
    assert_eq!(
        (trust.parent.as_ref().unwrap().as_str(), trust.definition.as_str()),
        ("houding", "De een durft.")
    );
    assert_eq!((trust.name.nl.as_str(), trust.source.as_str()), ("Vertrouwen", "Proefprogramma"));
    assert_eq!(study.codebook.codes["houding"].kind, CodeKind::Heading);
    let quotes: Vec<_> =
        study.codings.iter().map(|one| (one.code.as_str(), one.coder.as_str(), one.quote.as_str())).collect();
    assert_eq!(
        quotes,
        [("vertrouwen", "anna-vos", "Ik had geen vertrouwen in haar."), ("regie", "anna-vos", "Nu wel. 👋")]
    );
    assert_eq!(
        (study.codings[0].valence, study.codings[0].memo.as_str()),
        (Some(Valence::Hindering), "let op")
    );
    let memos: Vec<_> = study.memos.iter().map(|memo| (memo.id.as_str(), memo.about.len())).collect();
    assert_eq!(memos, [("notitie-txt", 1), ("wie-belt-wie", 3)]);
    let groups = summary.reconciliation.entries.iter().filter(|one| one.thing == Thing::Groups);
    let fates: Vec<_> = groups.map(|one| (one.name.as_str(), one.fate)).collect();
    assert_eq!(
        fates,
        [("gender: vrouw", Fate::Changed), ("mooie stukken", Fate::Kept), ("<3", Fate::Dropped)]
    );
    for (_, counts) in report::counts(&summary.reconciliation) {
        assert_eq!(counts.untold, 0);
    }
    let written = world.file("imports/proef-qdpx.csv");
    assert!(
        written.starts_with(
            "thing,name,claimed,read,kept,changed,dropped,in_study,remark\nsources,,2,2,2,0,0,,\n"
        )
    );
    assert!(world.file("guids.csv").contains("code vertrouwen,00000000-0000-0000-0000-000000000001"));
}

#[test]
fn the_same_project_again_adds_nothing_and_undo_takes_it_back() {
    let mut world = World::new();
    world.import("proef.qdpx", &small());
    let study = world.study().clone();
    let again = world.import("proef.qdpx", &small());
    assert_eq!((again.new_sources.len(), again.n_new_codings, again.n_known_codings), (0, 0, 2));
    assert_eq!(*world.study(), study);
    // A code keeps its place in the study under another name there.
    let mut renamed = small();
    renamed.codes[1].name = "Vertrouwen hebben".to_owned();
    world.import("proef.qdpx", &renamed);
    assert_eq!(world.study().codebook.codes.len(), 3);
    for _ in 0..3 {
        if world.project.folder.lock("undo").unwrap().undo().is_err() {
            break;
        }
    }
    world.project.reload().unwrap();
    assert!(world.study().sources.is_empty() && world.study().codebook.codes.is_empty());
    assert_eq!(world.file("imports/proef-qdpx.csv"), "");
    assert!(!world.file("study.toml").contains("anna"));
}

#[test]
fn a_plan_changes_nothing_and_its_map_decides() {
    let mut world = World::new();
    world.request.plan = true;
    let mut rows = world.import("proef.qdpx", &small()).map;
    assert!(world.study().sources.is_empty() && world.file("guids.csv").is_empty());
    for row in &mut rows {
        match row.name.as_str() {
            "Houding > Vertrouwen" => row.part_use = Some(ProjectUse::Theme),
            "Regie" => row.target = "vertrouwen".to_owned(),
            "Notitie.txt" => row.part_use = Some(ProjectUse::LeaveOut),
            "gender: vrouw" => row.part_use = Some(ProjectUse::Attribute),
            "Interview moeder.docx" => {
                row.target = "m1".to_owned();
                row.kind = KindId::new("dossier");
            }
            _ => {}
        }
    }
    let map = world.folder.path().join("import-project.csv");
    write_map(&map, &rows).unwrap();
    write_map(&map, &rows).unwrap();
    world.request = Request { coded: Options { map: Some(map), ..Options::default() }, ..Request::default() };
    let summary = world.import("proef.qdpx", &small());
    let study = world.study();
    assert_eq!(world.errors(), [""; 0]);
    assert_eq!(study.sources.keys().map(SourceId::as_str).collect::<Vec<_>>(), ["m1"]);
    assert_eq!(study.sources["m1"].kind.as_str(), "dossier");
    let codes: Vec<_> = study.codebook.codes.values().map(|code| (code.id.as_str(), code.kind)).collect();
    assert_eq!(codes, [("houding", CodeKind::Heading), ("vertrouwen", CodeKind::Theme)]);
    assert_eq!(study.cases["gezin-noord"].attributes["gender"].to_string(), "vrouw");
    assert_eq!((study.codings.len(), study.codings[0].valence), (2, None));
    let reasons: Vec<_> = summary.reconciliation.entries.iter().filter_map(|one| one.reason).collect();
    for reason in [Reason::LeftOut, Reason::MergedInto, Reason::ValenceOfTheme, Reason::BecameAttribute] {
        assert!(reasons.contains(&reason), "{reason:?}");
    }
}

#[test]
fn a_table_of_segments_codes_the_documents_of_the_study() {
    let mut world = World::new();
    world.import(
        "proef.qdpx",
        &CodedProject { sources: vec![source("Interview 1.docx", vec![])], ..CodedProject::default() },
    );
    let coded = |words: &str| ForeignCoding::new(0, Placement::words(words));
    let segments = CodedProject {
        codes: vec![code("Vertrouwen", None)],
        sources: vec![
            ForeignSource {
                name: "interview 1".to_owned(),
                codings: vec![coded("geen  vertrouwen in haar"), coded("Nu wel."), coded("nooit gezegd")],
                ..ForeignSource::default()
            },
            ForeignSource {
                name: "Interview 2".to_owned(),
                codings: vec![coded("x")],
                ..ForeignSource::default()
            },
        ],
        ..CodedProject::default()
    };
    let summary = world.import("segmenten.xlsx", &segments);
    let study = world.study();
    assert_eq!(study.codings.len(), 1);
    assert_eq!(
        (study.codings[0].quote.as_str(), study.codings[0].coder.as_str()),
        ("geen vertrouwen in haar", "imported")
    );
    let waiting = world.file("unanchored/interview-1.csv");
    assert_eq!(waiting.lines().count(), 3, "{waiting}");
    let lost: Vec<_> =
        summary.reconciliation.entries.iter().filter(|one| one.fate == Fate::Dropped).collect();
    let reasons: Vec<_> = lost.iter().map(|one| (one.thing, one.reason.unwrap())).collect();
    assert_eq!(
        reasons,
        [
            (Thing::Sources, Reason::DocumentUnknown),
            (Thing::Codings, Reason::WordsInSeveralPlaces),
            (Thing::Codings, Reason::WordsNotFound),
            (Thing::Codings, Reason::OwnerDropped),
        ]
    );
    // Again: nothing is coded or waits twice.
    let again = world.import("segmenten.xlsx", &segments);
    assert_eq!((again.n_new_codings, again.n_known_codings), (0, 1));
    assert_eq!(world.file("unanchored/interview-1.csv"), waiting);
}

#[test]
fn what_the_study_has_otherwise_stays_and_is_told() {
    let mut world = World::new();
    world.import("proef.qdpx", &small());
    let mut other = small();
    other.codes[1].description = "Iets anders.".to_owned();
    other.cases[0].values[0].1 = "13".to_owned();
    other.sources[0].guid = None;
    other.sources[0].text = Some("Heel iets anders, en langer dan het was. Echt waar.".to_owned());
    other.sources[0].codings.truncate(1);
    other.memos.clear();
    let summary = world.import("ander.qdpx", &other);
    let study = world.study();
    assert_eq!(study.codebook.codes["vertrouwen"].definition, "De een durft.");
    assert_eq!(study.cases["gezin-noord"].attributes["leeftijd_kind"].to_string(), "12");
    assert_eq!(study.sources.len(), 3);
    assert!(study.sources.contains_key("interview-moeder-2"));
    let told = |thing: Thing, reason: Reason| {
        let mut entries = summary.reconciliation.entries.iter();
        entries.any(|one| one.thing == thing && one.reason == Some(reason))
    };
    assert!(told(Thing::Codes, Reason::StudyKeepsItsOwn));
    assert!(told(Thing::Values, Reason::StudyKeepsItsOwn));
    assert!(told(Thing::Sources, Reason::NameTaken));
}

#[test]
fn codes_of_the_same_name_are_told_apart_by_their_parents() {
    let mut world = World::new();
    let codes = vec![
        code("Moeder", None),
        code("Steun", Some(0)),
        code("Vader", None),
        code("Steun", Some(2)),
        code("Steun", Some(2)),
    ];
    let summary = world.import("c.qdc", &CodedProject { codes, ..CodedProject::default() });
    let ids: Vec<_> = world.study().codebook.codes.keys().map(ToString::to_string).collect();
    assert_eq!(ids, ["moeder", "moeder-steun", "vader", "vader-steun", "vader-steun-2"]);
    assert_eq!(summary.reconciliation.n(Thing::Codes, Fate::Kept), 5);
}

#[test]
fn values_that_are_not_of_their_type_make_it_text() {
    let mut world = World::new();
    let variable =
        |kind| Variable { guid: None, name: "Aantal".to_owned(), kind, description: String::new() };
    let case = |name: &str, value: &str| ForeignCase {
        name: name.to_owned(),
        values: vec![(0, value.to_owned())],
        ..ForeignCase::default()
    };
    let project = CodedProject {
        variables: vec![variable(AttributeType::Integer)],
        cases: vec![case("a", "3"), case("b", "drie")],
        ..CodedProject::default()
    };
    world.import("p.qdpx", &project);
    let attribute = world.study().settings.attribute("aantal").unwrap();
    assert_eq!(attribute.kind, AttributeType::Text);
    assert_eq!(world.study().cases["b"].attributes["aantal"].to_string(), "drie");
}

#[test]
fn rows_of_a_map_that_fit_nothing_stop_the_import() {
    let mut world = World::new();
    let map = world.folder.path().join("map.csv");
    std::fs::write(&map, "file;what;name;use\nproef.qdpx;code;Bestaat niet;theme\n").unwrap();
    world.request.coded.map = Some(map);
    let refused = world.try_import("proef.qdpx", &small()).unwrap_err();
    assert!(matches!(&refused[0].problem, Problem::MapRowFitsNothing { what, .. } if what == "code"));
    assert_eq!(refused[0].place.line, Some(2));
    assert!(world.study().sources.is_empty());
}

#[test]
fn the_flags_say_who_coded_what_kind_and_which_case() {
    let mut world = World::new();
    world.request.coder = CoderId::new("bo");
    world.request.assignment = Assignment {
        kind: KindId::new("diary"),
        cases: vec![CaseId::new("p01").unwrap()],
        ..Assignment::default()
    };
    let place = Placement::Source;
    let foreign = CodedProject {
        codes: vec![code("a", None)],
        sources: vec![source(
            "x.txt",
            vec![ForeignCoding::new(0, place.clone()), ForeignCoding::new(0, place)],
        )],
        ..CodedProject::default()
    };
    let summary = world.import("p.qdpx", &foreign);
    let study = world.study();
    let x = &study.sources["x"];
    assert_eq!((x.kind.as_str(), x.cases[0].as_str()), ("diary", "p01"));
    assert!(study.cases.contains_key("p01"));
    assert_eq!((study.codings[0].coder.as_str(), study.codings[0].target), ("bo", Target::Source));
    assert_eq!((study.codings.len(), summary.reconciliation.n(Thing::Codings, Fate::Changed)), (1, 1));
    assert_eq!(x.text, Text::new(TEXT));
}

/// Fields as our own export writes them.
fn fields(pairs: &[(&str, &str)]) -> std::collections::BTreeMap<String, String> {
    pairs.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect()
}

#[test]
fn what_our_own_export_wrote_down_decides() {
    let mut world = World::new();
    let mut coding = ForeignCoding::new(0, span(0, 6));
    coding.fields = fields(&[("id", "eigen-1"), ("quote", "Ik  had")]);
    let project = CodedProject {
        codes: vec![ForeignCode {
            fields: fields(&[
                ("id", "V1"),
                ("kind", "theme"),
                ("row", "1"),
                ("column date", "x"),
                ("column kind", "w"),
                ("y", "z"),
            ]),
            ..code("Vertrouwen", None)
        }],
        cases: vec![ForeignCase {
            name: "p01".to_owned(),
            fields: fields(&[("id", "p01"), ("unknown", "constructiveness")]),
            ..ForeignCase::default()
        }],
        sources: vec![ForeignSource {
            fields: fields(&[("id", "S 1"), ("kind", "interview"), ("cases", "p01"), ("plaats", "tuin")]),
            ..source("Interview moeder 12-03-2021.docx", vec![coding])
        }],
        memos: vec![ForeignMemo {
            title: "M".to_owned(),
            text: "Tekst".to_owned(),
            fields: fields(&[("id", "m-eigen"), ("about", "code V1\ncase p01")]),
            ..ForeignMemo::default()
        }],
        ..CodedProject::default()
    };
    world.import("uit.qdpx", &project);
    let study = world.study();
    assert_eq!(world.errors(), [""; 0]);
    let own = &study.codebook.codes["V1"];
    assert_eq!((own.kind, own.name.nl.as_str(), own.source.as_str()), (CodeKind::Theme, "Vertrouwen", ""));
    let extra: Vec<_> = own.extra.iter().map(|(name, cell)| (name.as_str(), cell.as_str())).collect();
    assert_eq!(extra, [("date", "x"), ("project_kind", "w"), ("y", "z")]);
    let source = &study.sources["S 1"];
    assert_eq!((source.date, source.extra["plaats"].as_str(), source.cases.len()), (None, "tuin", 1));
    assert_eq!((study.codings[0].id.as_str(), study.codings[0].quote.as_str()), ("eigen-1", "Ik had"));
    assert_eq!(study.cases["p01"].attributes["constructiveness"].to_string(), "unknown");
    assert_eq!((study.memos[0].id.as_str(), study.memos[0].about.len()), ("m-eigen", 2));
}

/// A project in which each of these people put a code on the same place.
fn coded_by(coders: Vec<ForeignCoder>) -> CodedProject {
    let coding = |idx: usize| ForeignCoding { coder: Some(idx), ..ForeignCoding::new(0, span(0, 6)) };
    let codings = (0..coders.len()).map(coding).collect();
    CodedProject {
        coders,
        codes: vec![code("a", None)],
        sources: vec![source("x.txt", codings)],
        ..CodedProject::default()
    }
}

fn coder(guid: Option<Uuid>, name: &str) -> ForeignCoder {
    ForeignCoder { guid, name: name.to_owned(), ..ForeignCoder::default() }
}

/// What became of the coders: name, reason, detail.
fn coders_told(summary: &Summary) -> Vec<(&str, Option<Reason>, &str)> {
    let entries = summary.reconciliation.entries.iter().filter(|one| one.thing == Thing::Coders);
    entries.map(|one| (one.name.as_str(), one.reason, one.detail.as_str())).collect()
}

fn who_coded(world: &World) -> Vec<&str> {
    let mut coders: Vec<_> = world.study().codings.iter().map(|coding| coding.coder.as_str()).collect();
    coders.sort_unstable();
    coders
}

#[test]
fn coders_without_a_name_stay_apart() {
    let mut world = World::new();
    world.request.coder = CoderId::new("bo");
    let nameless = coded_by(vec![coder(guid(1), ""), coder(guid(2), " "), coder(None, "")]);
    let summary = world.import("p.qdpx", &nameless);
    assert_eq!(who_coded(&world), ["bo", "coder-1", "coder-2"]);
    let without = |name: &'static str| (name, Some(Reason::WithoutName), "");
    let told = coders_told(&summary);
    assert_eq!(told, [without("coder-1"), without("coder-2"), without("")]);
    let again = world.import("p.qdpx", &nameless);
    assert_eq!((again.n_new_codings, world.study().codings.len()), (0, 3));
}

#[test]
fn different_people_of_one_name_stay_apart() {
    for people in [
        vec![coder(guid(1), "Anna"), coder(guid(2), "anna")],
        vec![coder(None, "anna@zorg.nl"), coder(None, "anna@elders.nl")],
    ] {
        let mut world = World::new();
        let project = coded_by(people);
        let summary = world.import("p.qdpx", &project);
        assert_eq!(who_coded(&world), ["anna", "anna-2"]);
        assert_eq!(coders_told(&summary)[1], ("anna", Some(Reason::NameTaken), "anna-2"));
        let study = world.study().clone();
        let again = world.import("p.qdpx", &project);
        assert_eq!((again.n_new_codings, again.n_known_codings), (0, 2));
        assert_eq!(*world.study(), study);
        let mut turned = project;
        turned.coders.reverse();
        let known_by_guid = turned.coders[0].guid.is_some();
        world.import("p.qdpx", &turned);
        assert!(!known_by_guid || *world.study() == study);
        assert_eq!(world.errors(), [""; 0]);
    }
}

#[test]
fn a_coder_of_the_study_is_known_by_name_once() {
    let mut world = World::new();
    world.import("p.qdpx", &coded_by(vec![coder(None, "Anna Vos")]));
    let people = vec![coder(guid(1), "Anna Vos <anna@zorg.nl>"), coder(guid(2), "Anna! Vos")];
    let summary = world.import("q.qdpx", &coded_by(people));
    assert_eq!(who_coded(&world), ["anna-vos", "anna-vos-2"]);
    assert_eq!(
        coders_told(&summary),
        [("Anna Vos", Some(Reason::AddressShortened), ""), ("Anna! Vos", None, "anna-vos-2")]
    );
}

/// What became of things of a kind: reason and detail.
fn told(summary: &Summary, thing: Thing) -> Vec<(Option<Reason>, &str)> {
    let entries = summary.reconciliation.entries.iter().filter(|one| one.thing == thing);
    entries.map(|one| (one.reason, one.detail.as_str())).collect()
}

#[test]
fn a_coding_that_comes_twice_keeps_what_both_say() {
    let mut world = World::new();
    let coding = |memo: &str, weight: Option<u8>, valence: Option<Valence>| ForeignCoding {
        memo: memo.to_owned(),
        weight,
        valence,
        coder: Some(0),
        ..ForeignCoding::new(0, span(0, 6))
    };
    let mut project = coded_by(vec![coder(None, "Anna")]);
    project.codes[0].fields = fields(&[("kind", "factor")]);
    project.sources[0].codings = vec![
        coding("", None, Some(Valence::Hindering)),
        coding("let op", Some(50), None),
        coding("let op", Some(50), Some(Valence::Hindering)),
        coding("en dit", Some(70), Some(Valence::Promoting)),
    ];
    let summary = world.import("p.qdpx", &project);
    let own = &world.study().codings[0];
    assert_eq!((world.study().codings.len(), own.memo.as_str()), (1, "let op\nen dit"));
    assert_eq!((own.weight, own.valence), (Some(50), Some(Valence::Hindering)));
    assert_eq!(
        told(&summary, Thing::Codings),
        [
            (None, "x"),
            (Some(Reason::AddedToCoding), "a; memo, weight"),
            (Some(Reason::SameTwice), "a"),
            (Some(Reason::StudyKeepsItsOwn), "a; valence: hindering ≠ promoting; weight: 50 ≠ 70"),
        ]
    );
    let study = world.study().clone();
    let again = world.import("p.qdpx", &project);
    assert_eq!((again.n_new_codings, again.n_known_codings), (0, 4));
    assert_eq!(*world.study(), study);
    // A second import brings further words, which are written.
    project.sources[0].codings = vec![coding("later", None, None)];
    world.import("p.qdpx", &project);
    assert_eq!(world.study().codings[0].memo, "let op\nen dit\nlater");
}

#[test]
fn a_memo_with_another_text_stands_beside_the_one_of_the_study() {
    let mut world = World::new();
    world.import("proef.qdpx", &small());
    let mut changed = small();
    changed.memos[0].text = "Daar zit toch niets.".to_owned();
    let summary = world.import("proef.qdpx", &changed);
    let bodies = |world: &World| -> Vec<String> {
        let memos = world.study().memos.iter().filter(|memo| memo.id.as_str().starts_with("wie"));
        let mut bodies: Vec<_> = memos.map(|memo| memo.body.trim_end().to_owned()).collect();
        bodies.sort();
        bodies
    };
    assert_eq!(bodies(&world), ["Daar zit iets.", "Daar zit toch niets."]);
    assert_eq!(told(&summary, Thing::Memos), [(Some(Reason::FurtherMemo), "wie-belt-wie-2")]);
    for known in [&changed, &small()] {
        let again = world.import("proef.qdpx", known);
        assert!(told(&again, Thing::Memos).iter().all(|(reason, _)| reason.is_none()));
        assert_eq!(bodies(&world).len(), 2);
    }
    changed.memos[0].title = "Wie belt?".to_owned();
    changed.memos[0].text = "Daar zit iets.".to_owned();
    let summary = world.import("proef.qdpx", &changed);
    assert_eq!(told(&summary, Thing::Memos), [(Some(Reason::StudyKeepsItsOwn), "wie-belt-wie: title")]);
}

#[test]
fn the_same_memo_of_two_people_is_two_memos() {
    let mut world = World::new();
    let mut project = coded_by(vec![coder(None, "Anna"), coder(None, "Bram")]);
    let memo = |author: usize| ForeignMemo {
        text: "Mooi gezegd.".to_owned(),
        author: Some(author),
        ..ForeignMemo::default()
    };
    project.memos = vec![memo(0), memo(1)];
    for _ in 0..2 {
        world.import("p.qdpx", &project);
        let memos = world.study().memos.iter();
        let mut authors: Vec<_> =
            memos.filter_map(|memo| memo.author.as_ref()).map(CoderId::as_str).collect();
        authors.sort_unstable();
        assert_eq!(authors, ["anna", "bram"]);
    }
}

/// A project as our own export writes it, with these further files of the study.
fn own_export(supplement: &[(&str, &str)]) -> CodedProject {
    let settings =
        String::from_utf8(render::settings(&Settings::new("proef", "Proef", Language::Nl))).unwrap();
    let mut project = CodedProject {
        codes: vec![ForeignCode { fields: fields(&[("id", "V1")]), ..code("Vertrouwen", None) }],
        cases: vec![ForeignCase {
            name: "Gezin".to_owned(),
            fields: fields(&[("id", "p01")]),
            ..ForeignCase::default()
        }],
        ..CodedProject::default()
    };
    project.supplement.insert(paths::SETTINGS.to_owned(), settings);
    for (path, content) in supplement {
        project.supplement.insert((*path).to_owned(), (*content).to_owned());
    }
    project
}

#[test]
fn files_of_a_study_that_cannot_be_read_are_not_put_back() {
    let mut world = World::new();
    let files = [paths::SETTINGS, paths::EVENTS, paths::CASES, paths::CODEBOOK];
    let before = files.map(|path| world.file(path));
    let events = "case,date,kind\np01,2021-09-03,contact\np01,gisteren,contact\n";
    let refused = world.try_import("p.qdpx", &own_export(&[(paths::EVENTS, events)])).unwrap_err();
    assert_eq!(refused.len(), 2, "{refused:?}");
    assert_eq!(refused[0].place, draad_core::Place::file("p.qdpx"));
    assert_eq!(refused[0].problem, Problem::SupplementInvalid { n_errors: 1 });
    assert_eq!((refused[1].place.file.as_str(), refused[1].place.line), ("p.qdpx: events.csv", Some(3)));
    assert_eq!(files.map(|path| world.file(path)), before, "nothing is written");
    assert!(world.study().cases.is_empty());
    let copies = std::fs::read_dir(world.project.folder.cache_dir()).unwrap().count();
    assert_eq!(copies, 0, "the copy that was read is gone");
}

#[test]
fn settings_of_a_study_that_cannot_be_read_are_not_put_back() {
    let mut world = World::new();
    let refused = world.try_import("p.qdpx", &own_export(&[(paths::SETTINGS, "[study\n")])).unwrap_err();
    assert_eq!(refused[0].place.file, "p.qdpx: study.toml");
    assert!(world.study().codebook.codes.is_empty());
}

#[test]
fn only_known_files_of_a_study_are_put_back() {
    let mut world = World::new();
    let strange =
        [("../x.csv", "x"), ("units/nobody.csv", "x"), ("findings/../x.md", "x"), ("cases.csv", "x")];
    let summary = world.import("p.qdpx", &own_export(&strange));
    assert!(world.study().cases.contains_key("p01"));
    assert_eq!(world.errors(), [""; 0]);
    assert_eq!(summary.reconciliation.n(Thing::Records, Fate::Dropped), strange.len());
}

#[test]
fn a_project_does_not_replace_texts_of_the_study() {
    let mut world = World::new();
    world.import("proef.qdpx", &small());
    let before = world.study().clone();
    world.request.replace = true;
    world.import("proef.qdpx", &small());
    assert_eq!(*world.study(), before, "the same texts are no other version");
    let mut other = small();
    other.sources[0].text = Some("Heel iets anders, en langer dan het was. Echt waar.".to_owned());
    other.sources[0].codings.truncate(1);
    other.memos.clear();
    let refused = world.try_import("ander.qdpx", &other).unwrap_err();
    let sources = "interview-moeder".to_owned();
    assert_eq!(refused[0].problem, Problem::ProjectReplacesSources { n_sources: 1, sources });
    assert_eq!(*world.study(), before);
    world.request.replace = false;
    world.import("ander.qdpx", &other);
    assert!(world.study().sources.contains_key("interview-moeder-2"));
}
