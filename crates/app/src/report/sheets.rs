//! Sheets to fill in, as documents: for a Kenniscafé and for a panel.

use super::Asked;
use draad_analysis::perspectives::{add_coded, named};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Places;
use draad_core::{Finding, FindingScope};
use draad_report::sheets::{self, Sheet, SheetFinding};

/// How many passages are shown with a finding.
const AT_MOST: usize = 4;

/// Returns the sheet for a Kenniscafé.
pub(super) fn kenniscafe(asked: &Asked) -> Outcome<Vec<u8>> {
    asked.written(&sheets::kenniscafe(&sheet(asked, true)?))
}

/// Returns the sheet for a panel.
pub(super) fn verification(asked: &Asked) -> Outcome<Vec<u8>> {
    asked.written(&sheets::verification(&sheet(asked, false)?))
}

/// Findings with their passages, in the order of the verdicts; where asked, with further ones of their codes.
fn sheet<'a>(asked: &Asked<'a>, with_coded: bool) -> Outcome<Sheet<'a>> {
    let results = asked.results;
    let (study, verdicts) = (results.study(), results.verdicts()?);
    let places = Places::new(study);
    let scope = FindingScope::new(study, &results.facts, &results.options.filter);
    let of_finding = |finding: &'a Finding| {
        let mut passages = named(study, &places, &scope, finding, AT_MOST);
        if with_coded {
            add_coded(study, &results.facts, finding, &mut passages, AT_MOST);
        }
        SheetFinding { finding, passages }
    };
    let by_id = |id: &str| study.findings.iter().find(|finding| finding.id == id);
    let findings = verdicts.findings.iter().filter_map(|judged| by_id(&judged.id)).map(of_finding);
    Ok(Sheet {
        study,
        findings: findings.collect(),
        basis: &verdicts.basis,
        command: asked.command,
        words: results.project.words,
    })
}

#[cfg(test)]
mod tests {
    use draad_core::Language;
    use draad_ingest::session_sheet::{BLANKS, MARKS, NOTES};
    use draad_words::Words;

    #[test]
    fn what_the_reader_looks_for_is_what_the_sheet_says() {
        for language in [Language::Nl, Language::En] {
            let words = Words::new(language);
            let mark = words.say("kenniscafe-mark");
            assert!(MARKS.iter().any(|known| mark.contains(known)), "{mark}");
            assert!(NOTES.contains(&words.say("kenniscafe-notes").as_str()));
            for key in ["kenniscafe-date", "kenniscafe-place", "kenniscafe-present"] {
                assert!(BLANKS.contains(&words.say(key).as_str()), "{key}");
            }
        }
    }
}
