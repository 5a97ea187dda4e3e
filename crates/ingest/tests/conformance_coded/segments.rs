//! Matrices of NVivo, from the R package novelqualcodes.

use super::fixtures;
use draad_ingest::coded::{CodedFormat, CodedOptions, Fate, Reason, Thing, read_project, recognise};

#[test]
fn matrices_of_nvivo_give_their_codes_and_cases_and_keep_their_counts() {
    let Some(folder) = fixtures("nvivo-matrices") else { return };
    // The sums were taken from the XML of the sheets.
    for (stem, case, n_counted) in [
        ("Int01_ID731", "Int01_ID731", 6),
        ("Int02_ID121", "Int02_ID121", 9),
        ("Int03_ID54", "Int03_ID54", 5),
    ] {
        let name = format!("{stem}.xlsx");
        let bytes = std::fs::read(folder.join(&name)).expect("the fixture can be read");
        assert_eq!(recognise(&name, &bytes), Some(CodedFormat::CodeMatrix), "{name}");
        let project = read_project(&name, &bytes, &CodedOptions::default()).expect("a matrix can be read");
        assert_eq!(project.origin, "NVivo");
        let codes: Vec<&str> = project.codes.iter().map(|code| code.name.as_str()).collect();
        assert_eq!(codes.len(), 18, "{name}");
        assert_eq!(codes[0], "Doesn't often think about insects");
        assert_eq!(codes[17], "Sees only some insects as pests");
        let cases: Vec<&str> = project.cases.iter().map(|case| case.name.as_str()).collect();
        assert_eq!(cases, [case]);
        let table = &project.tables[stem];
        assert_eq!(table.lines().count(), 19, "{name}");
        assert!(table.starts_with(&format!("code,{case}\nDoesn't often think about insects,")), "{table}");
        let counted: Vec<usize> =
            table.lines().skip(1).map(|line| line.rsplit(',').next().unwrap().parse().unwrap()).collect();
        assert_eq!(counted.iter().sum::<usize>(), n_counted, "{name}");
        assert_eq!(project.reconciliation.claimed[&Thing::Codings], n_counted);
        assert_eq!(project.reconciliation.n(Thing::Codings, Fate::Dropped), n_counted);
        assert!(project.reconciliation.entries.iter().all(|entry| entry.reason == Some(Reason::CountsOnly)));
        assert!(project.diagnostics.is_empty(), "{:?}", project.diagnostics);
    }
}
