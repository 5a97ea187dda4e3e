//! Every number and every model of twelve data sets against what the R package QCA 3.23 gives.

use draad_measures::qca::{
    Cutoffs, Data, Expectation, Expression, Kind, Model, Necessity, Options, Out, Solution, Solutions,
    Sufficiency, TruthTable, assumptions, fit, necessity, singles, solve, sufficiency,
};
use draad_measures::{Measured, calibrate};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What a number may differ by.
const TOLERANCE: f64 = 1e-9;

/// A data set, and what the package makes of it.
struct Reference {
    name: String,
    names: Vec<String>,
    cases: Vec<String>,
    data: Data,
    parameters: Value,
    expected: Value,
    /// The largest difference so far.
    worst: f64,
}

fn folder(name: &str) -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/qca").join(name);
    if own.is_dir() {
        return Some(own);
    }
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference/methods");
    let root = std::env::var_os("DRAAD_REFERENCE").map_or(PathBuf::from(beside), PathBuf::from);
    let folder = root.join("03-qca").join(name);
    if !folder.is_dir() {
        // not `eprintln!`, which the test runner hides when a test passes
        let _ = writeln!(std::io::stderr(), "SKIPPED: no reference at {}", folder.display());
    }
    folder.is_dir().then_some(folder)
}

/// Returns the rows of a table, with its header and without quotation marks.
fn table(folder: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(folder.join("input.csv")).unwrap().replace('"', "");
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn json(folder: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(folder.join("expected.json")).unwrap()).unwrap()
}

/// Returns the columns named, per case.
fn columns(table: &[Vec<String>], names: &[String]) -> Vec<Vec<f64>> {
    let place = |name: &String| table[0].iter().position(|column| column == name).unwrap();
    let value = |row: &Vec<String>, name| row[place(name)].parse().unwrap();
    table[1..].iter().map(|row| names.iter().map(|name| value(row, name)).collect()).collect()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

impl Reference {
    fn read(name: &str) -> Option<Self> {
        let folder = folder(name)?;
        let (table, json) = (table(&folder), json(&folder));
        let parameters = json["parameters"].clone();
        let names = texts(&parameters["conditions"]);
        let cases = columns(&table, &names);
        let n_levels = |condition: usize| {
            let most = cases.iter().map(|case| case[condition]).fold(1.0, f64::max);
            most as u8 + 1
        };
        let levels = (0..names.len()).map(n_levels).collect();
        let outcome = parameters["outcome"].as_str().unwrap();
        let of_outcome = columns(&table, &[outcome.trim_start_matches('~').to_owned()]);
        let data = Data::new(levels, cases, of_outcome.concat()).unwrap();
        Some(Self {
            name: name.to_owned(),
            names,
            cases: table[1..].iter().map(|row| row[0].clone()).collect(),
            data: if outcome.starts_with('~') { data.negated() } else { data },
            parameters,
            expected: json["expected"].clone(),
            worst: 0.0,
        })
    }

    fn table(&self) -> TruthTable {
        let number = |name: &str| self.parameters[name].as_f64().unwrap();
        let n = number("n_cut") as usize;
        TruthTable::new(&self.data, &Cutoffs { n, inclusion: number("incl_cut"), pri: number("pri_cut") })
    }

    fn expectations(&self) -> Vec<Expectation> {
        let expectation = |text: &str| match text {
            "-" => Expectation::Open,
            level => Expectation::Levels(vec![level.parse().unwrap()]),
        };
        self.parameters["dir_exp"]
            .as_str()
            .map_or(Vec::new(), |text| text.split(',').map(expectation).collect())
    }

    fn is(&mut self, found: Measured, expected: &Value, what: &str) {
        // the package has 0 where PRI is not defined
        let (found, expected) = (found.unwrap_or(0.0), expected.as_f64().unwrap());
        self.worst = self.worst.max((found - expected).abs());
        assert!((found - expected).abs() < TOLERANCE, "{}: {what}: {found}, not {expected}", self.name);
    }

    fn sufficient(&mut self, found: &Sufficiency, expected: &Value, coverage: &str, what: &str) {
        self.is(found.inclusion, &expected["incl"], what);
        self.is(found.pri, &expected["pri"], what);
        self.is(found.coverage, &expected[coverage], what);
    }

    fn necessary(&mut self, found: &Necessity, expected: &Value, what: &str) {
        self.is(found.inclusion, &expected["incl"], what);
        self.is(found.relevance, &expected["ron"], what);
        self.is(found.coverage, &expected["cov"], what);
    }

    fn names_of(&self, cases: &[usize]) -> BTreeSet<String> {
        cases.iter().map(|&case| self.cases[case].clone()).collect()
    }

    fn written(&self, model: &Model) -> Vec<String> {
        let multi_value = self.data.levels().iter().any(|&n| n > 2);
        let levels: Vec<u8> = self.data.levels().iter().map(|&n| if multi_value { 3 } else { n }).collect();
        model.terms.iter().map(|term| sorted(&term.written(&self.names, &levels))).collect()
    }

    fn written_set(&self, model: &Model) -> BTreeSet<String> {
        self.written(model).into_iter().collect()
    }
}

/// Returns a combination with its conditions in the order of the alphabet.
fn sorted(term: &str) -> String {
    let mut literals: Vec<&str> = term.split('*').collect();
    literals.sort_unstable();
    literals.join("*")
}

fn set(value: &Value) -> BTreeSet<String> {
    texts(value).iter().map(|term| sorted(term)).collect()
}

fn names(value: &Value) -> BTreeSet<String> {
    value.as_str().unwrap().split([',', ';']).map(|name| name.trim().to_owned()).collect()
}

fn numbers(value: &Value) -> Vec<u64> {
    value.as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect()
}

fn check_singles(reference: &mut Reference) {
    let Some(expected) = reference.expected.get("necessity").cloned() else { return };
    let sufficient = reference.expected["sufficiency_single"].clone();
    let found = singles(&reference.data);
    assert_eq!(found.len(), expected.as_array().unwrap().len());
    for single in found {
        let term = single.literals[0].written(&reference.names, reference.data.levels());
        let of_term =
            |list: &Value| list.as_array().unwrap().iter().find(|one| one["term"] == term).unwrap().clone();
        reference.necessary(&single.fit, &of_term(&expected), &term);
        let x = single.literals[0].memberships(&reference.data);
        let fit = sufficiency(&x, reference.data.outcome());
        reference.sufficient(&fit, &of_term(&sufficient), "cov", &term);
    }
}

fn check_table(reference: &mut Reference, table: &TruthTable) {
    let expected = reference.expected["truth_table"].as_array().unwrap().clone();
    assert_eq!(table.rows().len(), expected.len());
    for (row, expected) in table.rows().iter().zip(&expected) {
        let out = match row.out {
            Out::One => "1",
            Out::Zero => "0",
            Out::Remainder => "?",
        };
        assert_eq!((Some(row.number), out), (expected["row"].as_u64(), expected["out"].as_str().unwrap()));
        assert_eq!(row.n() as u64, expected["n"].as_u64().unwrap());
        assert_eq!(reference.names_of(&row.cases), names(&expected["cases"]));
        assert_eq!(table.levels_of(row.number), row.levels);
        for (name, &level) in reference.names.iter().zip(&row.levels) {
            assert_eq!(expected["config"][name].as_u64(), Some(u64::from(level)));
        }
        reference.is(Ok(row.inclusion), &expected["incl"], "row");
        reference.is(Ok(row.pri), &expected["pri"], "row");
        assert!(
            !reference.data.is_crisp()
                || row.is_contradictory == (row.inclusion > 0.0 && row.inclusion < 1.0)
        );
    }
    assert_eq!(Some(table.n_remainders()), reference.expected["n_remainders"].as_u64());
    assert_eq!(table.remainders().count() as u64, table.n_remainders());
}

fn check_models(reference: &mut Reference, found: &[Model], expected: &Value) {
    let expected = expected.as_array().unwrap();
    let known: BTreeSet<BTreeSet<String>> = expected.iter().map(|model| set(&model["model"])).collect();
    let models: BTreeSet<BTreeSet<String>> = found.iter().map(|model| reference.written_set(model)).collect();
    assert_eq!(models, known, "{}", reference.name);
    assert_eq!(found.len(), expected.len());
    for model in found {
        let written = reference.written_set(model);
        let expected = expected.iter().find(|expected| set(&expected["model"]) == written).unwrap();
        check_fit(reference, model, expected);
    }
}

fn check_fit(reference: &mut Reference, model: &Model, expected: &Value) {
    let found = fit(&reference.data, model);
    reference.sufficient(&found.whole, &expected["solution"], "cov", "model");
    for (written, term) in reference.written(model).iter().zip(&found.terms) {
        let terms = expected["terms"].as_array().unwrap();
        let expected = terms.iter().find(|one| sorted(one["term"].as_str().unwrap()) == *written).unwrap();
        reference.sufficient(&term.fit, expected, "cov_raw", written);
        match expected["cov_unique"].is_null() {
            // the package has none for a model of one combination: all that it covers, only it covers
            true => assert_eq!(term.unique_coverage, term.fit.coverage),
            false => reference.is(term.unique_coverage, &expected["cov_unique"], written),
        }
        if !expected["cases"].is_null() {
            assert_eq!(
                reference.names_of(&term.cases),
                names(&expected["cases"]),
                "{}: {written}",
                reference.name
            );
        }
    }
}

fn check_solution(reference: &mut Reference, table: &TruthTable, found: &Solution, name: &str) {
    let expected = reference.expected[name].clone();
    assert_eq!(reference.written_set(&Model::new(found.primes.clone())), set(&expected["prime_implicants"]));
    assert_eq!(reference.written_set(&Model::new(found.shared())), set(&expected["essential"]));
    check_models(reference, &found.models, &expected["models"]);
    for (place, model) in expected["models"].as_array().unwrap().iter().enumerate() {
        let found =
            found.models.iter().find(|found| reference.written_set(found) == set(&model["model"])).unwrap();
        let rows = &expected["simplifying_assumption_rows"][format!("M{}", place + 1)];
        assert_eq!(assumptions(table, found), numbers(rows), "{}: {name}", reference.name);
    }
}

fn check_intermediate(reference: &mut Reference, table: &TruthTable, found: &Solutions) {
    let Some(expected) = reference.expected.get("intermediate").cloned() else { return };
    let expected = expected["by_pair"].as_array().unwrap();
    assert_eq!(found.intermediate.len(), expected.len());
    for pair in &found.intermediate {
        let models = |reference: &Reference| {
            let of = |models: &[Model], at: usize| reference.written_set(&models[at]);
            let conservative = of(&found.conservative.models, pair.conservative);
            (conservative, of(&found.parsimonious.models, pair.parsimonious))
        };
        let own = models(reference);
        let is_same = |one: &&Value| (set(&one["conservative"]), set(&one["parsimonious"])) == own;
        let expected = expected.iter().find(is_same).unwrap();
        assert_eq!(pair.easy_counterfactuals(table), numbers(&expected["easy_counterfactuals"]));
        check_models(reference, &pair.solution.models, &expected["models"]);
    }
}

fn check(name: &str) {
    let Some(mut reference) = Reference::read(name) else { return };
    let table = reference.table();
    check_singles(&mut reference);
    check_table(&mut reference, &table);
    let found = solve(&table, &reference.expectations(), &Options::default()).unwrap();
    assert!(
        [Kind::Conservative, Kind::Parsimonious, Kind::Intermediate]
            .iter()
            .all(|&kind| found.is_complete(kind))
    );
    check_solution(&mut reference, &table, &found.conservative, "conservative");
    check_solution(&mut reference, &table, &found.parsimonious, "parsimonious");
    check_intermediate(&mut reference, &table, &found);
    println!("{name}: worst deviation {:.1e}", reference.worst);
}

macro_rules! data_sets {
    ($($test:ident: $name:literal,)*) => {
        $(#[test] fn $test() { check($name); })*
    };
}

data_sets! {
    crisp_with_many_models: "crisp-ambiguous-13",
    crisp_with_contradictions: "crisp-contradictions-20",
    fuzzy: "fuzzy-13",
    multi_value: "multivalue-16",
    presence_of_codes: "study-a-presence",
    lipset_crisp: "lipset-crisp",
    lipset_fuzzy: "lipset-fuzzy",
    lipset_with_remainders_that_have_a_case: "lipset-fuzzy-ncut2",
    lipset_negated: "lipset-fuzzy-negated-outcome",
    lipset_multi_value: "lipset-multivalue",
}

#[test]
fn written_expressions_fit_as_in_the_package() {
    let Some(folder) = folder("fit-of-expressions-lipset") else { return };
    let (table, json) = (table(&folder), json(&folder));
    let names: Vec<String> = table[0][1..table[0].len() - 1].to_vec();
    let outcome = columns(&table, &["SURV".to_owned()]).concat();
    let data = Data::new(vec![2; names.len()], columns(&table, &names), outcome).unwrap();
    let mut reference = Reference {
        name: "fit-of-expressions-lipset".to_owned(),
        names,
        cases: Vec::new(),
        data,
        parameters: Value::Null,
        expected: Value::Null,
        worst: 0.0,
    };
    for expected in json["expected"].as_array().unwrap() {
        check_expression(&mut reference, expected);
    }
    println!("{}: worst deviation {:.1e}", reference.name, reference.worst);
}

fn check_expression(reference: &mut Reference, expected: &Value) {
    let text = expected["expression"].as_str().unwrap();
    let is_necessity = text.contains("<-");
    let (left, outcome) = text.split_once(if is_necessity { "<-" } else { "->" }).unwrap();
    let data = match outcome.trim().starts_with('~') {
        true => reference.data.negated(),
        false => reference.data.clone(),
    };
    let read = Expression::read(left, &reference.names, data.levels()).unwrap();
    let (found, of_terms) = (read.fit(&data), read.of_terms(&data));
    for expected in expected["terms"].as_array().unwrap() {
        let term = expected["term"].as_str().unwrap();
        let place = read.terms().position(|written| written == term);
        let memberships = place.map_or_else(|| read.memberships(&data), |place| of_terms[place].clone());
        if is_necessity {
            let fit = necessity(&memberships, data.outcome());
            reference.is(fit.inclusion, &expected["inclN"], text);
            reference.is(fit.relevance, &expected["RoN"], text);
            reference.is(fit.coverage, &expected["covN"], text);
            continue;
        }
        let fit = place.map_or(&found.whole, |place| &found.terms[place].fit);
        reference.is(fit.inclusion, &expected["inclS"], text);
        reference.is(fit.pri, &expected["PRI"], text);
        reference.is(fit.coverage, &expected["covS"], text);
        if let Some(place) = place.filter(|_| !expected["covU"].is_null()) {
            reference.is(found.terms[place].unique_coverage, &expected["covU"], text);
        }
    }
}

#[test]
fn memberships_are_calibrated_as_in_the_package() {
    let Some(folder) = folder("calibration-lipset-dev") else { return };
    let raw: Vec<f64> = table(&folder)[1..].iter().map(|row| row[1].parse().unwrap()).collect();
    let mut worst = 0.0_f64;
    for expected in json(&folder)["expected"].as_array().unwrap() {
        let thresholds = expected["thresholds"].as_str().unwrap();
        let number = |text: &str| text.trim_start_matches(['e', 'c', 'i', '=']).parse::<f64>().unwrap();
        let numbers: Vec<f64> = thresholds.split(',').map(number).collect();
        let calibrated = |x: f64| match (expected["type"].as_str(), expected["logistic"].as_bool()) {
            (Some("crisp"), _) => calibrate::crisp(x, &numbers) as f64,
            (_, logistic) => {
                let mut anchors = [numbers[0], numbers[1], numbers[2]];
                if thresholds.starts_with('i') {
                    anchors.reverse();
                }
                match logistic {
                    Some(true) => {
                        calibrate::direct_to(expected["idm"].as_f64().unwrap(), x, anchors).unwrap()
                    }
                    _ => calibrate::linear(x, anchors).unwrap(),
                }
            }
        };
        for (&x, expected) in raw.iter().zip(expected["values"].as_array().unwrap()) {
            worst = worst.max((calibrated(x) - expected.as_f64().unwrap()).abs());
        }
    }
    println!("calibration-lipset-dev: worst deviation {worst:.1e}");
    assert!(worst < TOLERANCE);
}
