//! The catalogues of both languages are complete and say the same things with the same variables.

use draad_core::{ConditionFault, Language, Problem, ReferenceFault, ValueRange};
use draad_words::Words;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use strum::{IntoEnumIterator, VariantNames};

/// Returns the names of the catalogues in English. Dutch has two more, for what the command line says in English by itself.
fn names() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en");
    let files = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let name = |file: std::io::Result<std::fs::DirEntry>| file.expect("a file").file_name().into_string();
    files.map(|file| name(file).expect("a plain name")).collect()
}

/// Variables per sentence; a sentence is `key` or `key.attribute`.
type Sentences = BTreeMap<String, BTreeSet<String>>;

fn catalogue(language: &str, name: &str) -> Sentences {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("locales/{language}/{name}"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let resource = parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{path:?}: {errors:?}"));
    let mut sentences = Sentences::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let value = message.value.iter().map(|pattern| (message.id.name.to_owned(), pattern));
        let attributes = message
            .attributes
            .iter()
            .map(|attribute| (format!("{}.{}", message.id.name, attribute.id.name), &attribute.value));
        for (key, pattern) in value.chain(attributes) {
            let mut variables = BTreeSet::new();
            collect(pattern, &mut variables);
            assert!(sentences.insert(key.clone(), variables).is_none(), "{path:?}: {key} stands there twice");
        }
    }
    sentences
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Inline(inline) } => note(inline, variables),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                note(selector, variables);
                variants.iter().for_each(|variant| collect(&variant.value, variables));
            }
            PatternElement::TextElement { .. } => {}
        }
    }
}

fn note(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        variables.insert(id.name.to_owned());
    }
}

#[test]
fn both_languages_have_the_same_sentences_with_the_same_variables() {
    for name in names() {
        let (nl, en) = (catalogue("nl", &name), catalogue("en", &name));
        let keys = |sentences: &Sentences| sentences.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&nl), keys(&en), "{name}: keys");
        for (key, variables) in &nl {
            assert_eq!(variables, &en[key], "{name}: variables of {key}");
        }
    }
}

#[test]
fn every_problem_has_a_message_and_a_next_step_and_no_other_problem_is_described() {
    let expected: BTreeSet<String> =
        Problem::VARIANTS.iter().flat_map(|name| [(*name).to_owned(), format!("{name}.help")]).collect();
    for language in ["nl", "en"] {
        let found: BTreeSet<String> = catalogue(language, "problems.ftl").into_keys().collect();
        assert_eq!(found, expected, "{language}");
    }
}

#[test]
fn empty_fields_leave_no_gap_and_one_is_singular() {
    let nl = Words::new(Language::Nl);
    let unknown = |nearest: &str| Problem::UnknownCode { code: "vertrouwn".into(), nearest: nearest.into() };
    assert_eq!(nl.advice(&unknown("")).message, "De code `vertrouwn` staat niet in het codeboek.");
    assert_eq!(
        nl.advice(&unknown("vertrouwen")).message,
        "De code `vertrouwn` staat niet in het codeboek. Bedoel je `vertrouwen`?"
    );
    let en = Words::new(Language::En);
    let errors = |n_errors| en.advice(&Problem::FileHasErrors { n_errors }).message;
    assert!(errors(1).starts_with("This file holds something that draad"), "{}", errors(1));
    assert!(errors(12).starts_with("This file holds 12 things that draad"), "{}", errors(12));
    let kinds = Problem::UnknownKind { kind: "chatt".into(), known: "chat, diary".into() };
    assert_eq!(en.advice(&kinds).message, "The kind `chatt` is not in the settings (known: chat, diary).");
}

#[test]
fn every_fault_of_a_condition_has_words_of_its_own() {
    for language in [Language::Nl, Language::En] {
        let words = Words::new(language);
        let said = ConditionFault::iter().map(|reason| {
            let (field, detail) = ("value".to_owned(), "1".to_owned());
            let advice =
                words.advice(&Problem::ConditionInvalid { condition: "x".into(), reason, field, detail });
            (advice.message, advice.help)
        });
        let (messages, helps): (BTreeSet<_>, BTreeSet<_>) = said.unzip();
        let n = ConditionFault::iter().count();
        assert_eq!((messages.len(), helps.len()), (n, n), "{language:?}");
    }
}

#[test]
fn every_fault_of_a_work_has_words_of_its_own() {
    for language in [Language::Nl, Language::En] {
        let words = Words::new(language);
        let said = ReferenceFault::iter().map(|reason| {
            let (key, detail) = ("a".to_owned(), "=".to_owned());
            let advice = words.advice(&Problem::ReferencesInvalid { reason, key, detail });
            (advice.message, advice.help)
        });
        let (messages, helps): (BTreeSet<_>, BTreeSet<_>) = said.unzip();
        let n = ReferenceFault::iter().count();
        assert_eq!((messages.len(), helps.len()), (n, n), "{language:?}");
    }
}

#[test]
fn every_range_of_numbers_has_words_of_its_own() {
    for language in [Language::Nl, Language::En] {
        let words = Words::new(language);
        let help = |range| {
            let (option, value) = ("degree".to_owned(), "2".to_owned());
            words.advice(&Problem::TableValueOutside { option, value, range }).help
        };
        let said: BTreeSet<String> = ValueRange::iter().map(help).collect();
        assert_eq!(said.len(), ValueRange::iter().count(), "{language:?}: {said:?}");
    }
}
