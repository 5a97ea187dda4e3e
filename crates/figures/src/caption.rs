//! Captions: what every figure says about the numbers it rests on.

use draad_analysis::{Basis, OutcomeGroup};
use draad_core::settings::Named;
use draad_core::{CoderPolicy, Filter, Language, Settings};
use draad_words::Words;

/// Characters of the data hash that a caption prints.
const HASH_CHARS: usize = 16;

/// Sentences, in the order they are added.
pub(crate) struct Caption<'a> {
    words: Words,
    settings: &'a Settings,
    sentences: Vec<String>,
}

impl<'a> Caption<'a> {
    pub(crate) fn new(words: Words, settings: &'a Settings) -> Self {
        Self { words, settings, sentences: Vec::new() }
    }

    /// Adds the sentence for a key.
    pub(crate) fn add(&mut self, key: &str) -> &mut Self {
        self.sentence(self.words.say(key))
    }

    /// Adds a sentence.
    pub(crate) fn sentence(&mut self, sentence: String) -> &mut Self {
        self.sentences.push(sentence);
        self
    }

    /// Adds what the numbers rest on: outcome, n, coders, filters, data.
    pub(crate) fn basis(&mut self, basis: &Basis) -> &mut Self {
        let words = self.words;
        if let Some((id, label)) = &basis.outcome {
            let name = label.or(words.language, id);
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
        ));
        self.sentence(coders(words, basis));
        let filter = filter(&basis.filter, self.settings, words);
        self.sentence(match filter.is_empty() {
            true => words.say("figure-no-filter"),
            false => words.say_with("figure-filter", [("filter", filter.into())]),
        })
    }

    /// Adds the data hash and returns the whole text.
    pub(crate) fn finish(&mut self, basis: &Basis) -> String {
        let hash: String = basis.fingerprint.chars().take(HASH_CHARS).collect();
        let data = match hash.is_empty() {
            true => self.words.say_with("figure-version", [("version", basis.version.into())]),
            false => {
                self.words.say_with("figure-data", [("hash", hash.into()), ("version", basis.version.into())])
            }
        };
        self.sentence(data);
        self.sentences.join(" ")
    }
}

/// Returns what a result rests on, in sentences: outcome, n, coders, filters, data hash and version. For whoever prints
/// the same numbers in another form.
pub fn basis_sentences(basis: &Basis, settings: &Settings, words: Words) -> String {
    Caption::new(words, settings).basis(basis).finish(basis)
}

fn coders(words: Words, basis: &Basis) -> String {
    let names = basis.coders.join(", ");
    match &basis.coder_policy {
        _ if basis.coders.is_empty() => words.say("figure-coders-none"),
        CoderPolicy::All => {
            words.say_with("figure-coders-all", [("n", basis.coders.len().into()), ("names", names.into())])
        }
        CoderPolicy::One { .. } => words.say_with("figure-coders-one", [("names", names.into())]),
        CoderPolicy::Adjudicated { coder } => words.say_with(
            "figure-coders-adjudicated",
            [("coder", coder.as_str().to_owned().into()), ("names", names.into())],
        ),
    }
}

/// Returns a filter in words: "soort: interview, dossier; rol: ouder"; empty when nothing is filtered.
fn filter(filter: &Filter, settings: &Settings, words: Words) -> String {
    let language = words.language;
    let role = |id| settings.role(id).map_or_else(|| id.to_string(), |role| role.name(language));
    let lists: [(&str, Vec<String>); 8] = [
        ("case", texts(&filter.cases)),
        ("kind", filter.kinds.iter().map(|id| name_of(&settings.kinds, id, language)).collect()),
        ("role", filter.roles.iter().map(role).collect()),
        ("phase", filter.phases.iter().map(|id| name_of(&settings.phases, id, language)).collect()),
        ("code", texts(&filter.codes)),
        (
            "valence",
            filter
                .valences
                .iter()
                .map(|valence| words.say(&format!("valence-{}", <&str>::from(*valence))))
                .collect(),
        ),
        ("coder", filter.coders.iter().map(|id| name_of(&settings.coders, id, language)).collect()),
        ("where", texts(&filter.attributes)),
    ];
    let stated = lists.iter().filter(|(_, values)| !values.is_empty());
    let parts = stated.map(|(key, values)| {
        format!("{}: {}", words.say(&format!("figure-filter-{key}")), values.join(", "))
    });
    parts.collect::<Vec<_>>().join("; ")
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

    #[test]
    fn a_filter_is_told_in_the_words_of_the_study() {
        let settings = Settings::new("s", "S", Language::Nl);
        let chosen = Filter {
            kinds: vec!["chat".parse().unwrap(), "diary".parse().unwrap()],
            roles: vec!["parent".parse().unwrap()],
            attributes: vec!["child_age>=12".parse().unwrap()],
            ..Filter::default()
        };
        let nl = filter(&chosen, &settings, Words::new(Language::Nl));
        assert_eq!(nl, "soort bron: appgesprek, dagboek; rol: ouder; voorwaarde: child_age>=12");
        assert_eq!(filter(&Filter::default(), &settings, Words::new(Language::En)), "");
    }
}
