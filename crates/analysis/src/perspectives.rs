//! Which passages of a finding are read aloud: from several perspectives, chosen by one rule.
//!
//! **The rule.** Passages for and against the finding take turns. Of each side comes first the first passage, as the finding
//! lists them, of a role that has not been heard yet with this finding; when all roles have been heard, the first that is
//! left. Where there is room left, passages follow that are coded with one of the finding's codes and lie outside those that
//! it names: one of each role that has not been heard yet, first in the direction that was not heard last, then in the order
//! of sources and places. Whoever asks the questions is no perspective, and neither is a passage too short or too long to
//! be read aloud.

use draad_core::facts::{Facts, Places, Setting};
use draad_core::records::PassageRef;
use draad_core::{CharSpan, Finding, FindingScope, ParticipantId, RoleId, SourceId, Study, Valence};
use serde::Serialize;
use std::collections::BTreeSet;

/// The shortest and the longest passage, in characters, that is taken from the codings.
const READABLE: (u32, u32) = (30, 320);

/// A passage with who speaks in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Perspective {
    /// Its source.
    pub source: SourceId,
    /// Where it stands.
    pub chars: CharSpan,
    /// What it has to do with the finding.
    pub stance: Stance,
    /// The role of who speaks, where it is known.
    pub role: Option<RoleId>,
    /// Who speaks, where it is known.
    pub speaker: Option<ParticipantId>,
}

/// What a passage has to do with a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// The finding names it as one that supports it.
    For,
    /// The finding names it as one that speaks against it.
    Against,
    /// It is coded with one of the finding's codes, in this direction.
    Coded(Option<Valence>),
}

/// Returns up to `at_most` of the passages that a finding names and that pass, for and against in turn.
pub fn named(
    study: &Study,
    places: &Places,
    scope: &FindingScope,
    finding: &Finding,
    at_most: usize,
) -> Vec<Perspective> {
    let side = |list: &[PassageRef], stance| -> Vec<Perspective> {
        let held = list.iter().filter(|passage| scope.holds_passage(passage));
        held.filter_map(|passage| of_passage(study, places, passage, stance)).collect()
    };
    let mut sides =
        [side(&finding.passages_for, Stance::For), side(&finding.passages_against, Stance::Against)];
    let mut chosen: Vec<Perspective> = Vec::new();
    let mut turn = 0;
    while chosen.len() < at_most && sides.iter().any(|side| !side.is_empty()) {
        let side = &mut sides[turn % 2];
        let is_new = |one: &Perspective| chosen.iter().all(|other| other.role != one.role);
        if !side.is_empty() {
            let place = side.iter().position(is_new).unwrap_or(0);
            chosen.push(side.remove(place));
        }
        turn += 1;
    }
    chosen
}

/// Adds passages of the finding's codes, of roles that `chosen` does not hold yet, until there are `at_most`.
pub fn add_coded(
    study: &Study,
    facts: &Facts,
    finding: &Finding,
    chosen: &mut Vec<Perspective>,
    at_most: usize,
) {
    let mut candidates = coded(study, facts, finding);
    while chosen.len() < at_most {
        let heard: BTreeSet<RoleId> = chosen.iter().filter_map(|one| one.role.clone()).collect();
        candidates.retain(|one| one.role.as_ref().is_some_and(|role| !heard.contains(role)));
        let last = chosen.iter().rev().find_map(|one| match one.stance {
            Stance::Coded(valence) => Some(valence),
            Stance::For | Stance::Against => None,
        });
        let is_other = |one: &Perspective| Some(one.stance) != last.map(Stance::Coded);
        let place = candidates.iter().position(is_other).unwrap_or(0);
        if candidates.is_empty() {
            return;
        }
        chosen.push(candidates.remove(place));
    }
}

/// Passages of the finding's codes outside those that it names, in the order of sources and places.
fn coded(study: &Study, facts: &Facts, finding: &Finding) -> Vec<Perspective> {
    let mut seen: BTreeSet<(u32, CharSpan)> = BTreeSet::new();
    let named: Vec<&PassageRef> = finding.passages_for.iter().chain(&finding.passages_against).collect();
    let mut found: Vec<((u32, CharSpan), Perspective)> = Vec::new();
    for fact in &facts.codings {
        let code = &study.codebook.codes[fact.code as usize].id;
        let Some(chars) = fact.chars.filter(|chars| is_readable(*chars)) else { continue };
        let source = &study.sources[fact.source as usize].id;
        let is_named = |passage: &&PassageRef| passage.source == *source && passage.chars.overlaps(chars);
        let may = finding.codes.contains(code) && !fact.setting.asks(study) && !named.iter().any(is_named);
        if may && seen.insert((fact.source, chars)) {
            let one = perspective(study, source, chars, Stance::Coded(fact.valence), fact.setting);
            found.push(((fact.source, chars), one));
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, one)| one).collect()
}

fn is_readable(chars: CharSpan) -> bool {
    (READABLE.0..=READABLE.1).contains(&chars.len())
}

/// A passage that a finding names; nothing where its words are not there.
fn of_passage(study: &Study, places: &Places, passage: &PassageRef, stance: Stance) -> Option<Perspective> {
    let (idx, _, source) = study.sources.get_full(&passage.source)?;
    let span = source.text.span(passage.chars)?;
    let setting = places.source(idx as u32)?.setting(source.unit_of(span));
    Some(perspective(study, &passage.source, passage.chars, stance, setting))
}

fn perspective(
    study: &Study,
    source: &SourceId,
    chars: CharSpan,
    stance: Stance,
    setting: Setting,
) -> Perspective {
    Perspective {
        source: source.clone(),
        chars,
        stance,
        role: setting.role.map(|role| study.settings.roles[role as usize].id.clone()),
        speaker: setting.speaker.map(|speaker| study.participants[speaker as usize].id.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use draad_core::{CodeId, Filter};

    const WORDS: &str = "Dit zijn woorden die lang genoeg zijn om voor te lezen.";

    fn study() -> Study {
        let source = |sample: Sample, id: &str, speaker: &str| {
            sample.source(id, "p01", "interview", &[(speaker, WORDS)])
        };
        let sample = Sample::new().case("p01", "").factor("trust", "promoting");
        let speakers = ["p01-parent", "p01-parent", "p01-child", "p01-guide", "p01-therapist"];
        let ids = ["a", "b", "c", "d", "e"];
        ids.iter().zip(speakers).fold(sample, |sample, (id, speaker)| source(sample, id, speaker)).done()
    }

    fn passage(source: &str) -> PassageRef {
        format!("{source} 15-55").parse().unwrap()
    }

    fn finding(passages_for: &[&str], passages_against: &[&str]) -> Finding {
        Finding {
            codes: vec![CodeId::new("trust").unwrap()],
            passages_for: passages_for.iter().map(|source| passage(source)).collect(),
            passages_against: passages_against.iter().map(|source| passage(source)).collect(),
            ..Finding::new("f")
        }
    }

    fn chosen(study: &Study, finding: &Finding, at_most: usize) -> Vec<String> {
        let facts = Facts::new(study, &Filter::default());
        let scope = FindingScope::new(study, &facts, &Filter::default());
        let places = Places::new(study);
        let mut chosen = named(study, &places, &scope, finding, at_most);
        add_coded(study, &facts, finding, &mut chosen, at_most);
        chosen.iter().map(|one| one.source.to_string()).collect()
    }

    #[test]
    fn sides_take_turns_and_new_roles_come_first() {
        let study = study();
        let finding = finding(&["a", "b", "c"], &["d"]);
        assert_eq!(chosen(&study, &finding, 9), ["a", "d", "c", "b"]);
        assert_eq!(chosen(&study, &finding, 2), ["a", "d"]);
        assert_eq!(chosen(&study, &self::finding(&[], &["b", "nowhere"]), 9), ["b"]);
    }

    #[test]
    fn roles_that_were_not_heard_come_from_the_codings() {
        let mut study = study();
        let coded = |source: &str, valence: &str| {
            let text = study.sources[source].text.clone();
            let span = text.span(passage(source).chars).unwrap();
            draad_core::Coding {
                id: format!("c{source}").parse().unwrap(),
                coder: "anna".parse().unwrap(),
                source: source.parse().unwrap(),
                code: "trust".parse().unwrap(),
                target: draad_core::Target::Span(span),
                valence: valence.parse().ok(),
                weight: None,
                memo: String::new(),
                created: None,
                modified: None,
                quote: String::new(),
            }
        };
        let codings = vec![
            coded("b", "promoting"),
            coded("c", "promoting"),
            coded("d", "promoting"),
            coded("e", "hindering"),
        ];
        study.codings = codings;
        study.sort_codings();
        let found = chosen(&study, &finding(&["a"], &[]), 9);
        // the parent of b was heard in a; after a promoting one a hindering one comes first
        assert_eq!(found, ["a", "c", "e", "d"]);
        assert_eq!(chosen(&study, &finding(&["a", "d"], &[]), 3).len(), 3);
    }
}
