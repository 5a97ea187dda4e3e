//! Captions: what every figure says about the numbers it rests on.

use crate::style::Theme;
use draad_analysis::tensions::TensionKey;
use draad_analysis::{Basis, By, Measured, OutcomeGroup, OutcomeUsed, Section, Undefined};
use draad_core::settings::Named;
use draad_core::{CodeId, CoderPolicy, Filter, FindingPart, Language, Study, Valence};
use draad_words::Words;
use std::collections::BTreeSet;

/// Characters of the data hash that a caption prints.
const HASH_CHARS: usize = 16;

/// Sentences, in the order they are added.
pub(crate) struct Caption<'a> {
    words: Words,
    study: &'a Study,
    sentences: Vec<String>,
}

impl<'a> Caption<'a> {
    pub(crate) fn new(words: Words, study: &'a Study) -> Self {
        Self { words, study, sentences: Vec::new() }
    }

    /// Adds the sentence for a key.
    pub(crate) fn add(&mut self, key: &str) -> &mut Self {
        self.sentence(self.words.say(key))
    }

    /// Adds the sentence for a key that says of tiles which shade is more: that depends on the ground.
    pub(crate) fn shaded(&mut self, key: &str, theme: &Theme) -> &mut Self {
        self.sentence(self.words.say_with(key, [("ground", theme.ground_name().into())]))
    }

    /// Adds a sentence.
    pub(crate) fn sentence(&mut self, sentence: String) -> &mut Self {
        self.sentences.push(sentence);
        self
    }

    /// Adds sentences.
    pub(crate) fn sentences(&mut self, sentences: impl IntoIterator<Item = String>) -> &mut Self {
        self.sentences.extend(sentences);
        self
    }

    /// Adds what the numbers rest on: outcome, n, coders, filters, data.
    pub(crate) fn basis(&mut self, basis: &Basis) -> &mut Self {
        let (study, words) = (self.study, self.words);
        self.extent(basis).sentence(coders_sentence(basis, study, words));
        if basis.by == Some(By::Coder) {
            self.add("figure-material-of-coder");
        }
        self.sentence(filter_sentence(&basis.filter, study, words))
    }

    /// Adds outcome and n.
    pub(crate) fn extent(&mut self, basis: &Basis) -> &mut Self {
        let words = self.words;
        if let Some(OutcomeUsed { attribute, label }) = &basis.outcome {
            let name = label.or(words.language, attribute);
            self.sentence(words.say_with("figure-outcome", [("name", name.into())]));
        }
        self.sentence(words.say_with(
            "figure-n",
            [
                ("cases", words.say_with("n-cases", [("n", basis.n_cases.into())]).into()),
                ("sources", words.say_with("n-sources", [("n", basis.n_sources.into())]).into()),
                ("codings", words.whole(basis.n_codings as u64).into()),
                ("before", words.whole(basis.n_codings_before as u64).into()),
                ("n", basis.n_codings_before.into()),
            ],
        ))
    }

    /// Adds the data hash and returns the whole text.
    pub(crate) fn finish(&mut self, basis: &Basis) -> String {
        self.sentence(data_sentence(&basis.fingerprint, basis.version, self.words));
        self.sentences.join(" ")
    }
}

/// Returns what a result rests on, in sentences: outcome, n, coders, filters, data hash and version. For whoever prints
/// the same numbers in another form. `study` gives things their names.
pub fn basis_sentences(basis: &Basis, study: &Study, words: Words) -> String {
    Caption::new(words, study).basis(basis).finish(basis)
}

/// Returns the sentence that says in which order cases stand.
pub fn case_order(basis: &Basis, words: Words) -> String {
    words.say(match basis.outcome {
        Some(_) => "figure-order-cases",
        None => "figure-order-cases-without-outcome",
    })
}

/// Returns the sentence that says whose codings count. Coders that were asked for take the place of the study's policy.
pub fn coders_sentence(basis: &Basis, study: &Study, words: Words) -> String {
    let name = |id: &String| coder_name(study, id, words);
    let is_layer = |id: &str| match &basis.coder_policy {
        CoderPolicy::Adjudicated { coder } => basis.filter.coders.is_empty() && coder.as_str() == id,
        _ => false,
    };
    let people: Vec<&String> = basis.coders.iter().filter(|id| !is_layer(id)).collect();
    let names = people.iter().copied().map(name).collect::<Vec<_>>().join(", ");
    match &basis.coder_policy {
        _ if basis.coders.is_empty() => words.say("figure-coders-none"),
        _ if !basis.filter.coders.is_empty() => {
            words.say_with("figure-coders-chosen", [("names", names.into())])
        }
        CoderPolicy::All => {
            words.say_with("figure-coders-all", [("n", basis.coders.len().into()), ("names", names.into())])
        }
        CoderPolicy::One { .. } => words.say_with("figure-coders-one", [("names", names.into())]),
        CoderPolicy::Adjudicated { coder } if people.is_empty() => {
            words.say_with("figure-coders-one", [("names", coder_name(study, coder.as_str(), words).into())])
        }
        CoderPolicy::Adjudicated { coder } => words.say_with(
            "figure-coders-adjudicated",
            [("coder", coder_name(study, coder.as_str(), words).into()), ("names", names.into())],
        ),
    }
}

/// Returns what a filter keeps, list by list: the name of the list and what is in it, in the study's words. Cases are
/// named by their ids, as everywhere in a table. Empty when nothing is filtered.
pub fn filter_lists(filter: &Filter, study: &Study, words: Words) -> Vec<(String, String)> {
    let (settings, language) = (&study.settings, words.language);
    let role = |id| settings.role(id).map_or_else(|| id.to_string(), |role| role.name(language));
    let code =
        |id: &CodeId| study.codebook.get(id).map_or(id.as_str(), |code| code.name(language)).to_owned();
    let valence = |valence: &Valence| words.say(&format!("valence-{}", <&str>::from(*valence)));
    let query = |within: &draad_core::Within| format!("{} ({})", within.query, within.text);
    let lists: [(&str, Vec<String>); 9] = [
        ("case", texts(&filter.cases)),
        ("kind", filter.kinds.iter().map(|id| name_of(&settings.kinds, id, language)).collect()),
        ("role", filter.roles.iter().map(role).collect()),
        ("phase", filter.phases.iter().map(|id| name_of(&settings.phases, id, language)).collect()),
        ("code", filter.codes.iter().map(code).collect()),
        ("valence", filter.valences.iter().map(valence).collect()),
        ("coder", filter.coders.iter().map(|id| coder_name(study, id.as_str(), words)).collect()),
        ("where", texts(&filter.attributes)),
        ("query", filter.within.iter().map(query).collect()),
    ];
    let stated = lists.into_iter().filter(|(_, values)| !values.is_empty());
    stated.map(|(key, values)| (words.say(&format!("figure-filter-{key}")), values.join(", "))).collect()
}

/// Returns a filter in words: "soort bron: interview, dossier; rol: ouder"; empty when nothing is filtered.
pub fn filter_words(filter: &Filter, study: &Study, words: Words) -> String {
    let lists = filter_lists(filter, study, words);
    lists.iter().map(|(name, values)| format!("{name}: {values}")).collect::<Vec<_>>().join("; ")
}

/// Returns the sentence that says what a filter keeps.
pub fn filter_sentence(filter: &Filter, study: &Study, words: Words) -> String {
    match filter_words(filter, study, words) {
        nothing if nothing.is_empty() => words.say("figure-no-filter"),
        filter => words.say_with("figure-filter", [("filter", filter.into())]),
    }
}

/// Returns the sentence that says from which data, by their hash, and with which version something was made.
pub fn data_sentence(fingerprint: &str, version: &str, words: Words) -> String {
    let hash: String = fingerprint.chars().take(HASH_CHARS).collect();
    match hash.is_empty() {
        true => words.say_with("figure-version", [("version", version.into())]),
        false => words.say_with("figure-data", [("hash", hash.into()), ("version", version.into())]),
    }
}

/// Returns the name of a part of a theme, or what is said where a finding is none.
pub fn finding_part_name(part: Option<FindingPart>, words: Words) -> String {
    words.say(&format!("finding-part-{}", part.map_or("none", Into::into)))
}

/// Returns the head above the factors of a section.
pub fn section_name(section: Section, words: Words) -> String {
    words.say(&format!("figure-head-{}", <&str>::from(section)))
}

/// Returns the name of a key by which directions are compared, to stand in a sentence.
pub fn tension_key_name(key: &TensionKey, study: &Study, words: Words) -> String {
    match key {
        TensionKey::By(By::Attribute(id)) => {
            let known = study.settings.attribute(id.as_str());
            known.map_or_else(|| id.to_string(), |attribute| attribute.name(words.language))
        }
        key => words.say(&format!("tensions-key-{}", key.name())),
    }
}

/// Returns what a coder is called, or the id.
pub fn coder_name(study: &Study, id: &str, words: Words) -> String {
    let coders = &study.settings.coders;
    let known = coders.iter().find(|coder| coder.id.as_str() == id);
    known.map_or_else(|| id.to_owned(), |coder| coder.name(words.language))
}

fn texts<T: std::fmt::Display>(values: &[T]) -> Vec<String> {
    values.iter().map(T::to_string).collect()
}

/// Returns the name of a group of cases with the same outcome.
pub fn outcome_group_name(basis: &Basis, group: &OutcomeGroup, words: Words) -> String {
    match &group.level {
        Some(level) => group.label.or(words.language, level),
        None if basis.outcome.is_none() => words.say("all-cases"),
        None => words.say("unknown-outcome"),
    }
}

/// Returns the reason why a number is not there, as part of a sentence.
pub fn because(words: &Words, reason: Undefined) -> String {
    let (n, needed) = reason.counts().unwrap_or_default();
    words.say_with(&format!("undefined-{}", reason.key()), [("n", n.into()), ("needed", needed.into())])
}

/// Returns why numbers are not there: each reason once, in a sentence; nothing when there are none.
pub fn reasons(words: &Words, undefined: impl IntoIterator<Item = Undefined>) -> Vec<String> {
    let reasons: BTreeSet<Undefined> = undefined.into_iter().collect();
    let sentence = |reason| words.say_with("undefined", [("reason", because(words, reason).into())]);
    reasons.into_iter().map(sentence).collect()
}

/// Returns a number as people read it, with so many decimals, or a dash.
pub fn measured(words: &Words, number: Measured, decimals: usize) -> String {
    number.map_or_else(|_| "–".to_owned(), |number| words.number(number, decimals))
}

/// Returns a share as people read it, `94,1 %`, or a dash.
pub fn percent(words: &Words, share: Measured) -> String {
    let said =
        |share: f64| words.say_with("agreement-share", [("percent", words.number(100.0 * share, 1).into())]);
    share.map_or_else(|_| "–".to_owned(), said)
}

/// Returns the label of a thing in the settings, or its id where they do not list it.
pub(crate) fn name_of<Id: PartialEq + std::fmt::Display>(
    list: &[Named<Id>],
    id: &Id,
    language: Language,
) -> String {
    list.iter().find(|named| named.id == *id).map_or_else(|| id.to_string(), |named| named.name(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_analysis::{Balance, Options};
    use draad_core::{Case, CaseId, Code, Label, Settings};

    fn study() -> Study {
        let mut study = Study::new(Settings::new("s", "S", Language::Nl));
        let case = CaseId::new("p01").unwrap();
        study
            .cases
            .insert(case.clone(), Case { id: case, name: String::new(), attributes: Default::default() });
        let trust = CodeId::new("trust").unwrap();
        let code = Code { name: Label::new("Vertrouwen", ""), ..Code::new(trust.clone()) };
        study.codebook.codes.insert(trust, code);
        study
    }

    fn basis(study: &Study) -> Basis {
        Balance::from_study(study, &Options::default()).unwrap().basis
    }

    #[test]
    fn a_filter_is_told_in_the_words_of_the_study() {
        let chosen = Filter {
            kinds: vec!["chat".parse().unwrap(), "diary".parse().unwrap()],
            roles: vec!["parent".parse().unwrap()],
            codes: vec!["trust".parse().unwrap()],
            coders: vec!["anna".parse().unwrap()],
            attributes: vec!["child_age>=12".parse().unwrap()],
            ..Filter::default()
        };
        let nl = filter_words(&chosen, &study(), Words::new(Language::Nl));
        let expected = "soort bron: appgesprek, dagboek; rol: ouder; code: Vertrouwen; codeur: anna; \
                        voorwaarde: child_age>=12";
        assert_eq!(nl, expected);
        assert_eq!(filter_words(&Filter::default(), &study(), Words::new(Language::En)), "");
    }

    #[test]
    fn coders_that_were_asked_for_count_whatever_the_policy() {
        let (study, words) = (study(), Words::new(Language::En));
        let policy = CoderPolicy::One { coder: "anna".parse().unwrap() };
        let mut basis = Basis { coders: vec!["anna".into()], coder_policy: policy, ..basis(&study) };
        assert_eq!(coders_sentence(&basis, &study, words), "Only the codings of anna count.");
        basis.coders = vec!["bram".into()];
        basis.filter.coders = vec!["bram".parse().unwrap()];
        let sentence = coders_sentence(&basis, &study, words);
        assert_eq!(sentence, "Only the codings of bram were asked for, so only these count.");
    }

    #[test]
    fn without_an_outcome_cases_are_not_said_to_be_ordered_by_it() {
        let study = study();
        let mut basis = basis(&study);
        let order = |basis: &Basis| case_order(basis, Words::new(Language::En));
        assert!(order(&basis).contains("outcome"), "settings begin with an outcome");
        basis.outcome = None;
        assert!(!order(&basis).contains("outcome"));
    }
}
