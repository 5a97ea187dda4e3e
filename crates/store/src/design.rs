//! `design.toml`: how the study is set up. People write it by hand.

use crate::sections::{Section, Sections, checked, write_lists};
use crate::{decode::decode, log::Log, paths};
use draad_core::design::{Design, DesignMethod, DesignPhase};
use draad_core::{Problem, Study, check};
use schemars::JsonSchema;

/// The lists of the file.
const LISTS: [&str; 2] = ["phase", "method"];

/// The file as a whole.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(
    dead_code,
    reason = "it describes the file; reading goes section by section, so that a broken one hides no other"
)]
pub(crate) struct DesignFile {
    /// Phases of the research, in their order.
    #[schemars(default)]
    phase: Vec<DesignPhase>,
    /// What was done in them.
    #[schemars(default)]
    method: Vec<DesignMethod>,
}

/// Reads the design, and says what in it does not fit. A section that cannot be read hides no other.
pub(crate) fn read(log: &mut Log, study: &Study, bytes: Vec<u8>) -> Design {
    let list =
        |list| Sections { file: paths::DESIGN, list, invalid: |reason| Problem::DesignInvalid { reason } };
    let decoded = decode(bytes);
    let text = decoded.without_bom();
    let Some(document) = list(LISTS[0]).open(log, text, &LISTS) else { return Design::default() };
    let phases: Vec<(u32, DesignPhase)> = list(LISTS[0]).list(log, text, &document);
    let methods: Vec<(u32, DesignMethod)> = list(LISTS[1]).list(log, text, &document);
    let phase: Vec<DesignPhase> = phases.into_iter().map(|(_, phase)| phase).collect();
    let method = checked(log, paths::DESIGN, methods, |one| check::method(study, &phase, one));
    Design { phase, method }
}

/// Writes a design as sections.
pub(crate) fn write(design: &Design) -> Vec<u8> {
    write_lists(design, &LISTS)
}

impl Section for DesignPhase {
    fn name(&self) -> &str {
        self.name.as_str()
    }

    fn missing(&self) -> Option<&'static str> {
        None
    }
}

impl Section for DesignMethod {
    fn name(&self) -> &str {
        self.name.as_str()
    }

    fn missing(&self) -> Option<&'static str> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::{Language, Settings};

    const FILE: &str = "\
[[phase]]
name = 'verkenning'
question = { nl = 'Wat werkt?', en = 'What works?' }

[[method]]
name = 'interviews'
phase = 'verkenning'
heard = [{ role = 'parent', n = 21 }, { label = { nl = 'managers', en = 'managers' } }]
";

    fn read_text(text: &str) -> (Design, Vec<String>) {
        let study = Study::new(Settings::new("s", "S", Language::Nl));
        let mut log = Log::default();
        let design = read(&mut log, &study, text.into());
        (design, log.diagnostics.iter().map(|found| format!("{} {:?}", found.place, found.problem)).collect())
    }

    #[test]
    fn a_design_has_phases_and_methods_and_is_written_as_it_is_read() {
        let (design, problems) = read_text(FILE);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(design.phase[0].question.nl, "Wat werkt?");
        assert_eq!((design.method[0].heard[0].n, design.method[0].heard[1].n), (Some(21), None));
        let written = String::from_utf8(write(&design)).unwrap();
        assert_eq!(read_text(&written), (design, Vec::new()), "{written}");
    }

    #[test]
    fn a_phase_that_is_not_there_and_a_role_that_is_not_known_are_said_with_their_line() {
        let text =
            FILE.replace("phase = 'verkenning'", "phase = 'verdieping'").replace("'parent'", "'uncle'");
        let (design, problems) = read_text(&text);
        assert_eq!(design.method.len(), 1);
        assert!(problems[0].starts_with("design.toml:5:heard UnknownRole"), "{problems:?}");
        assert!(problems[1].starts_with("design.toml:5:phase UnknownPhase"), "{problems:?}");
    }
}
