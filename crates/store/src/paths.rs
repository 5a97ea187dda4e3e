//! Where things stand in the study folder, as relative paths with `/`.

use draad_core::{BatchId, CoderId, SourceId};

/// The settings; the file that makes a folder a study.
pub const SETTINGS: &str = "study.toml";
/// Cases with their attributes.
pub const CASES: &str = "cases.csv";
/// Participants.
pub const PARTICIPANTS: &str = "participants.csv";
/// Codes.
pub const CODEBOOK: &str = "codebook.csv";
/// The list of sources.
pub const SOURCES: &str = "sources.csv";
/// Periods of cases.
pub const PHASES: &str = "phases.csv";
/// Parts of sources that belong to one case.
pub const CASE_SPANS: &str = "case_spans.csv";
/// Contacts and events.
pub const EVENTS: &str = "events.csv";
/// Questionnaire scores.
pub const SCORES: &str = "scores.csv";
/// Conditions of a qualitative comparative analysis.
pub const CONDITIONS: &str = "conditions.toml";
/// Scores that people gave for conditions.
pub const MEMBERSHIPS: &str = "memberships.csv";
/// Verdicts of panels.
pub const FEEDBACK: &str = "feedback.csv";

/// Identifiers that other programs gave to parts of the study.
pub const GUIDS: &str = "guids.csv";

/// Saved queries.
pub const QUERIES: &str = "queries.toml";

/// Tables of the study's own.
pub const TABLES: &str = "tables.toml";

/// How the study is set up.
pub const DESIGN: &str = "design.toml";

/// How guidance is meant to go.
pub const ROUTE: &str = "route.toml";

/// The literature.
pub const REFERENCES: &str = "references.bib";

/// What was decided where coders read a passage differently.
pub const ADJUDICATION: &str = "adjudication";
/// Codings that queries suggest.
pub const PROPOSALS: &str = "proposals";
/// Codings that lost their place when a text was corrected.
pub(crate) const UNANCHORED: &str = "unanchored";
/// Everything under this folder can be deleted.
pub(crate) const HIDDEN: &str = ".draad";
/// Tables, figures and reports go here.
pub(crate) const OUTPUT: &str = "output";

/// Returns where the text of a source stands.
pub fn text(source: &SourceId) -> String {
    format!("sources/{source}.txt")
}

/// Returns where the units of a source stand.
pub fn units(source: &SourceId) -> String {
    format!("units/{source}.csv")
}

/// Returns where a coder's codings of a source stand.
pub fn codings(coder: &CoderId, source: &SourceId) -> String {
    format!("codings/{coder}/{source}.csv")
}

/// Returns where the codings of a source are kept whose words are not in its corrected text.
pub fn unanchored(source: &SourceId) -> String {
    format!("{UNANCHORED}/{source}.csv")
}

/// Returns where a batch of proposals stands.
pub fn proposals(batch: &BatchId) -> String {
    format!("{PROPOSALS}/{batch}.csv")
}

/// Returns where it stands what a layer was decided to hold.
pub fn adjudication(layer: &CoderId) -> String {
    format!("{ADJUDICATION}/{layer}.csv")
}

/// Returns where a memo stands.
pub fn memo(id: &str) -> String {
    format!("memos/{id}.md")
}

/// Returns where the reconciliation of a project of another program stands; `name` is the project's, made fit for a file.
pub fn reconciliation(name: &str) -> String {
    format!("imports/{name}.csv")
}

/// Returns where a table of a project stands that holds no codings, such as counts of codes per case.
pub fn imported_table(name: &str) -> String {
    format!("imports/tables/{name}.csv")
}

/// Returns where a finding stands.
pub fn finding(id: &str) -> String {
    format!("findings/{id}.md")
}

/// Returns of which kind of input a file of the study is part, as `output/manifest.json` calls it.
pub(crate) fn input(path: &str) -> &'static str {
    match path.split('/').next().unwrap_or_default() {
        SETTINGS => "settings",
        CODEBOOK => "codebook",
        CASES | PARTICIPANTS | PHASES | EVENTS | SCORES => "cases",
        SOURCES | CASE_SPANS | "sources" | "units" => "sources",
        "codings" | ADJUDICATION | UNANCHORED => "codings",
        CONDITIONS | MEMBERSHIPS => "conditions",
        "memos" => "memos",
        "findings" | FEEDBACK => "findings",
        ROUTE => "route",
        DESIGN => "design",
        _ => "others",
    }
}

/// Returns whether a relative path stays inside its folder on every system, and outside hidden folders.
pub(crate) fn is_inside(path: &str) -> bool {
    let is_plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.chars().any(|c| c.is_control() || "\\:".contains(c))
    };
    path.split('/').all(is_plain)
}

/// Returns whether a relative path can be part of a change to the study itself.
pub(crate) fn is_study_file(path: &str) -> bool {
    is_inside(path) && path.split('/').next() != Some(OUTPUT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leaves_the_folder() {
        for bad in
            ["", "../x", "a/../../x", "/etc/passwd", "c:\\x", "a//b", ".draad/lock", "a\\b", "sources/"]
        {
            assert!(!is_inside(bad), "{bad:?}");
        }
        for good in [CASES, "sources/één gezin.txt", "codings/anna/p03.csv"] {
            assert!(is_study_file(good), "{good:?}");
        }
        assert!(is_inside("output/a.svg") && !is_study_file("output/a.svg"));
    }
}
