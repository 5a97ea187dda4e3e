//! Agreement, from a study to the coefficients, against numbers that other packages computed.

use draad_analysis::agreement::{Agreement, CodeAgreement, CodeFound, SpanAgreement, UnitAgreement};
use draad_analysis::{AgreementOptions, AgreementUnit, Options};
use draad_core::settings::Named;
use draad_core::{
    Case, CaseId, CharOffset, CharSpan, Code, CodeId, CoderId, Coding, CodingId, Filter, Label, Language,
    Settings, Source, SourceId, Span, Study, Target, Text, Unit, UnitKind,
};
use draad_measures::Measured;
use serde_json::Value as Json;
use std::path::PathBuf;

const TOLERANCE: f64 = 1e-9;

/// Reads a case: from the fixtures, or from the reference numbers beside the repository; nothing where it is not there.
fn case(name: &str) -> Option<(String, Json)> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let places = [
        here.join("../measures/tests/fixtures/agreement"),
        here.join("../../../shared/reference/methods/05-agreement"),
    ];
    let folder = places.iter().map(|place| place.join(name)).find(|folder| folder.exists());
    let Some(folder) = folder else {
        println!("skipped: {name} is not here");
        return None;
    };
    let read = |file: &str| std::fs::read_to_string(folder.join(file)).unwrap();
    let expected: Json = serde_json::from_str(&read("expected.json")).unwrap();
    Some((read("input.csv"), expected["expected"].clone()))
}

/// A study with one case, and a source of it with this text, cut into units of so many characters; 0 for no units.
fn study(coders: &[&str], codes: &[&str], n_chars: usize, unit: usize) -> Study {
    let mut study = Study::new(Settings::new("s", "S", Language::En));
    let coder = |id: &&str| Named { id: CoderId::new(id).unwrap(), label: Label::default() };
    study.settings.coders = coders.iter().map(coder).collect();
    let case = CaseId::new("p01").unwrap();
    study
        .cases
        .insert(case.clone(), Case { id: case.clone(), name: String::new(), attributes: Default::default() });
    for code in codes {
        let id = CodeId::new(code).unwrap();
        study.codebook.codes.insert(id.clone(), Code::new(id));
    }
    let unit_at = |place: usize| {
        let span = Span::from_bytes(place * unit..(place + 1) * unit).unwrap();
        Unit::new(span, UnitKind::Said)
    };
    let id = SourceId::new("text").unwrap();
    let source = Source {
        id: id.clone(),
        cases: vec![case],
        kind: "interview".parse().unwrap(),
        date: None,
        phase: None,
        participants: Vec::new(),
        text: Text::new("x".repeat(n_chars)),
        units: (0..n_chars.checked_div(unit).unwrap_or(0)).map(unit_at).collect(),
        origin: Default::default(),
        extra: Default::default(),
    };
    study.sources.insert(id, source);
    study
}

fn code_span(study: &mut Study, coder: &str, code: &str, start: u32, end: u32) {
    let source = &study.sources["text"];
    let chars = CharSpan { start: CharOffset(start), end: CharOffset(end) };
    let target = Target::Span(source.text.span(chars).unwrap());
    study.codings.push(Coding {
        id: CodingId::new(&format!("c{}", study.codings.len())).unwrap(),
        coder: CoderId::new(coder).unwrap(),
        source: source.id.clone(),
        code: CodeId::new(code).unwrap(),
        target,
        valence: None,
        weight: None,
        quote: String::new(),
        memo: String::new(),
        created: None,
        modified: None,
    });
}

fn texts(json: &Json) -> Vec<&str> {
    json.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

fn close(found: Measured, expected: &Json, what: &str) {
    let is_close = match (found, expected.as_f64()) {
        (Ok(found), Some(expected)) => (found - expected).abs() <= TOLERANCE,
        (found, expected) => found.is_err() && expected.is_none(),
    };
    assert!(is_close, "{what}: {found:?}, expected {expected}");
}

/// All coders that are named have read the text, also who found nothing in it.
fn agreement(study: &Study, unit: AgreementUnit) -> Agreement {
    let coders = study.settings.coders.iter().map(|coder| coder.id.clone()).collect();
    let options = Options { filter: Filter { coders, ..Filter::default() }, ..Options::default() };
    let own = AgreementOptions { unit, silent_readers: true, ..AgreementOptions::default() };
    Agreement::from_study(study, &options, &own).unwrap()
}

fn spans(code: &CodeAgreement) -> &SpanAgreement {
    match &code.found {
        CodeFound::Spans(found) => found,
        CodeFound::Units(_) => panic!("asked for spans"),
    }
}

fn units(code: &CodeAgreement) -> &UnitAgreement {
    match &code.found {
        CodeFound::Units(found) => found,
        CodeFound::Spans(_) => panic!("asked for units"),
    }
}

fn check_spans(name: &str) {
    let Some((csv, expected)) = case(name) else { return };
    let rows: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let mut codes: Vec<&str> = rows.iter().map(|row| row[1]).collect();
    codes.sort_unstable();
    codes.dedup();
    let mut study = study(&texts(&expected["coders"]), &codes, expected["L"].as_u64().unwrap() as usize, 0);
    for row in &rows {
        code_span(&mut study, row[0], row[1], row[2].parse().unwrap(), row[3].parse().unwrap());
    }
    let found = agreement(&study, AgreementUnit::Spans);
    let together = found.together.as_ref().unwrap();
    close(together.unitized, &expected["u_alpha_nominal"], "ᵤα");
    close(together.binary, &expected["u_alpha_binary"], "|ᵤα");
    // of one code packages say that coders agree on it; there is nothing to tell it from
    if codes.len() > 1 {
        close(together.coding, &expected["cu_alpha_nominal"], "cuα");
        for value in expected["ku_alpha"].as_array().unwrap() {
            let code = value["value"].as_str().unwrap();
            let (_, alpha, coverage) = together.codes.iter().find(|(id, ..)| id.as_str() == code).unwrap();
            close(*alpha, &value["alpha"], &format!("(k)ᵤα of {code}"));
            close(*coverage, &value["coverage"], &format!("coverage of {code}"));
        }
    }
    for code in &found.codes {
        check_code(code, &found, &expected["per_code"][code.code.as_str()]);
    }
    assert_eq!(found.codes.len(), expected["per_code"].as_object().unwrap().len());
}

fn check_code(code: &CodeAgreement, found: &Agreement, expected: &Json) {
    close(spans(code).alpha, &expected["u_alpha_binary_this_code_alone"], "|ᵤα of one code");
    close(spans(code).char_alpha, &expected["char_level_nominal_alpha"], "α of characters");
    for pair in expected["pairs"].as_array().unwrap() {
        let is_it = |own: &&draad_analysis::agreement::PairAgreement| {
            found.coder(own.first).as_str() == pair["a"] && found.coder(own.second).as_str() == pair["b"]
        };
        let own = code.pairs.iter().find(is_it).unwrap();
        assert_eq!(own.both, pair["chars_both"].as_u64().unwrap());
        assert_eq!(own.both + own.only_first + own.only_second, pair["chars_either"].as_u64().unwrap());
        close(own.percent, &pair["char_percent_agreement"], "characters");
        close(own.kappa, &pair["char_cohen_kappa"], "κ of characters");
    }
}

#[test]
fn free_spans() {
    let own = [
        "unitizing-two-coders-small",
        "unitizing-perfect",
        "unitizing-three-coders",
        "unitizing-one-coder-silent",
    ];
    own.iter().chain(&["unitizing-keyphrase-three-coders"]).for_each(|name| check_spans(name));
}

#[test]
fn fixed_units() {
    for name in ["binary-perfect", "binary-two-coders-prevalence", "constant-one-category"] {
        let Some((csv, expected)) = case(name) else { continue };
        let rows: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(',').collect()).collect();
        let coders: Vec<&str> = csv.lines().next().unwrap().split(',').skip(1).collect();
        // 1 stands for a code, and 0 for none
        let mut study = study(&coders, &["code"], 3 * rows.len(), 3);
        for (unit, row) in rows.iter().enumerate() {
            for (coder, value) in coders.iter().zip(&row[1..]) {
                if *value == "1" {
                    let start = 3 * unit as u32;
                    code_span(&mut study, coder, "code", start, start + 2);
                }
            }
        }
        study.sort_codings();
        let found = agreement(&study, AgreementUnit::Turn);
        let found = units(&found.codes[0]);
        assert_eq!(found.n_units, expected["n_units"].as_u64().unwrap(), "{name}");
        close(found.percent, &expected["percent_agreement_pooled_pairs"], name);
        close(found.alpha, &expected["krippendorff_alpha"]["nominal"], name);
        close(found.fleiss, &expected["scott_pi"], name);
        close(found.fleiss, &expected["fleiss_kappa"], name);
        let corrected = &expected["chance_corrected"]["identity"];
        let value = |of_package: &str, own: &str| match &expected[own] {
            Json::Null => corrected[of_package]["value"].clone(),
            value => value.clone(),
        };
        close(found.brennan_prediger, &value("brennan_prediger", "brennan_prediger_q2"), name);
        close(found.ac1, &value("gwet_ac", "gwet_ac1_q2"), name);
        close(found.kappa, &value("conger_kappa", "cohen_kappa"), name);
        close(found.conger, &value("conger_kappa", "cohen_kappa"), name);
    }
}
