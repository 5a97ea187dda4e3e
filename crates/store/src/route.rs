//! `route.toml`: how guidance is meant to go. People write it by hand.

use crate::sections::{Section, Sections, checked, write_lists};
use crate::{decode::decode, log::Log, paths};
use draad_core::route::{Conversation, Route, RouteActor, RoutePhase};
use draad_core::{Problem, Study, check};
use schemars::JsonSchema;

/// The lists of the file.
const LISTS: [&str; 3] = ["phase", "actor", "conversation"];

/// The file as a whole.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(
    dead_code,
    reason = "it describes the file; reading goes section by section, so that a broken one hides no other"
)]
pub(crate) struct RouteFile {
    /// What each phase is for.
    #[schemars(default)]
    phase: Vec<RoutePhase>,
    /// Who takes part, in their order.
    #[schemars(default)]
    actor: Vec<RouteActor>,
    /// Who meets whom.
    #[schemars(default)]
    conversation: Vec<Conversation>,
}

/// Reads the route, and says what in it does not fit the study. A section that cannot be read hides no other.
pub(crate) fn read(log: &mut Log, study: &Study, bytes: Vec<u8>) -> Route {
    let list =
        |list| Sections { file: paths::ROUTE, list, invalid: |reason| Problem::RouteInvalid { reason } };
    let decoded = decode(bytes);
    let text = decoded.without_bom();
    let Some(document) = list(LISTS[0]).open(log, text, &LISTS) else { return Route::default() };
    let phases = list(LISTS[0]).list(log, text, &document);
    let actors = list(LISTS[1]).list(log, text, &document);
    let conversations = list(LISTS[2]).list(log, text, &document);
    Route {
        phase: checked(log, paths::ROUTE, phases, |one| check::route_phase(study, one)),
        actor: checked(log, paths::ROUTE, actors, |one| check::route_actor(study, one)),
        conversation: checked(log, paths::ROUTE, conversations, |one| check::conversation(study, one)),
    }
}

/// Writes a route as sections.
pub(crate) fn write(route: &Route) -> Vec<u8> {
    write_lists(route, &LISTS)
}

impl Section for RoutePhase {
    fn name(&self) -> &str {
        self.phase.as_str()
    }

    fn missing(&self) -> Option<&'static str> {
        None
    }
}

impl Section for RouteActor {
    fn name(&self) -> &str {
        self.role.as_str()
    }

    fn missing(&self) -> Option<&'static str> {
        None
    }
}

impl Section for Conversation {
    fn name(&self) -> &str {
        self.name.as_str()
    }

    fn missing(&self) -> Option<&'static str> {
        self.actors.is_empty().then_some("actors")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::{Language, Settings};

    const FILE: &str = "\
# Hoe het bedoeld is.
[[phase]]
phase = 'installation'
goals = [{ nl = 'elkaar leren kennen', en = 'getting to know each other' }]

[[actor]]
role = 'parent'

[[conversation]]
name = 'kennismaking'
label = { nl = 'kennismaking', en = 'introduction' }
phase = 'installation'
actors = ['parent', 'family-home-parent']
times_per_year = 2
";

    fn read_text(text: &str) -> (Route, Vec<String>) {
        let study = Study::new(Settings::new("s", "S", Language::Nl));
        let mut log = Log::default();
        let route = read(&mut log, &study, text.into());
        let problem = |diagnostic: &draad_core::Diagnostic| {
            let problem = serde_json::to_value(&diagnostic.problem).unwrap();
            format!(
                "{} {}",
                diagnostic.place,
                problem["reason"].as_str().unwrap_or(problem["problem"].as_str().unwrap())
            )
        };
        (route, log.diagnostics.iter().map(problem).collect())
    }

    #[test]
    fn a_route_has_phases_actors_and_conversations() {
        let (route, problems) = read_text(FILE);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(route.phase[0].goals[0].en, "getting to know each other");
        assert_eq!(route.actor[0].role.as_str(), "parent");
        let conversation = &route.conversation[0];
        assert_eq!((conversation.actors.len(), conversation.times_per_year), (2, Some(2)));
        assert!(conversation.events.is_empty());
    }

    #[test]
    fn what_is_written_is_read_again() {
        let (route, _) = read_text(FILE);
        let written = String::from_utf8(write(&route)).unwrap();
        assert!(written.contains("[[conversation]]"), "{written}");
        assert_eq!(read_text(&written), (route, Vec::new()), "{written}");
    }

    #[test]
    fn what_does_not_fit_is_said_with_its_place_and_hides_nothing_else() {
        let text = FILE.replace("role = 'parent'", "role = 'uncle'").replace("times_per_year", "times")
            + "[[conversation]]\nname = 'b'\nphase = 'x'\nactors = 'parent'\n[[goal]]\n";
        let (route, problems) = read_text(&text);
        assert_eq!(route.conversation.len(), 1);
        let expected = ["route.toml:19 unknown field `goal`", "route.toml:14 unknown field `times`"];
        for problem in expected {
            assert!(problems.iter().any(|found| found.starts_with(problem)), "{problem}: {problems:?}");
        }
        assert!(
            problems.iter().any(|found| found.starts_with("route.toml:6") && found.ends_with("unknown-role"))
        );
        assert!(problems.iter().any(|found| found.ends_with("unknown-phase")), "{problems:?}");
    }

    #[test]
    fn a_file_that_is_no_toml_is_said_once() {
        let (route, problems) = read_text("[[phase\n");
        assert!(route.is_empty());
        assert_eq!(problems.len(), 1, "{problems:?}");
    }
}
