//! What is understood, and how a mistake is answered.

use super::super::Query;
use super::super::tree::{Distance, Pattern, Relation, Step};
use super::*;
use draad_core::Problem;
use proptest::prelude::*;

fn check(text: &str, reason: QueryFault, position: usize) {
    let found = Query::parse(text).map_err(|diagnostic| diagnostic.problem);
    assert_eq!(found, Err(Problem::QueryInvalid { reason, position }), "{text}");
}

/// A query as its tree, in brackets.
fn read(text: &str) -> String {
    let root = Query::parse(text).unwrap_or_else(|problem| panic!("{text}: {problem}")).root;
    root.map_or_else(String::new, |root| show(&root))
}

fn show(node: &Node) -> String {
    let list = |parts: &[Node]| parts.iter().map(show).collect::<Vec<_>>().join(" ");
    match &node.what {
        What::All(parts) => format!("[all {}]", list(parts)),
        What::Any(parts) => format!("[any {}]", list(parts)),
        What::Not(inner) => format!("[not {}]", show(inner)),
        What::Words(Pattern::Stem(word)) => word.clone(),
        What::Words(pattern) => format!("{pattern:?}"),
        What::Coding(coding) => {
            let field = |field: &CodingField| {
                format!("{}{}", if field.is_negated { "not " } else { "" }, show_field(&field.test))
            };
            format!("{{{}}}", coding.fields.iter().map(field).collect::<Vec<_>>().join(" "))
        }
        What::Field(test) => show_field(test),
        What::Saved(name) => format!("saved {name}"),
        What::Related(related) => {
            let not = if related.is_negated { "not " } else { "" };
            format!("[{} {not}{:?} {}]", show(&related.left), related.relation, show(&related.right))
        }
    }
}

fn show_field(test: &FieldTest) -> String {
    let values = test.values.iter().map(|given| {
        let sign = if given.is_exact { "=" } else { "" };
        format!("{sign}{}", given.text)
    });
    let sign = if test.comparison.is_empty() { ":" } else { &test.comparison };
    format!("{}{sign}{}", test.name.as_str(), values.collect::<Vec<_>>().join(","))
}

#[test]
fn and_binds_more_tightly_than_or() {
    for text in ["a b OR c", "a AND b OR c", "(a b) OR (c)"] {
        assert_eq!(read(text), "[any [all a b] c]", "{text}");
    }
    assert_eq!(read("a (b OR c)"), "[all a [any b c]]");
    assert_eq!(read("a -b"), read("a NOT b"));
    assert_eq!(read("ORDE"), "ORDE");
    assert_eq!(read("e-mail 14:30 https://x"), "[all e-mail 14:30 https://x]");
    assert_eq!(read("„goed contact”"), r#"Phrase("goed contact")"#);
    assert_eq!(read("vertr* *gesprek ge*t"), r#"[all Wild("vertr*") Wild("*gesprek") Wild("ge*t")]"#);
    assert_eq!(read("vertrowen~ vertroen~2"), r#"[all Fuzzy("vertrowen", 1) Fuzzy("vertroen", 2)]"#);
    assert_eq!(read(r"/vertrouw(en|d)/ a"), r#"[all Regex("vertrouw(en|d)") a]"#);
}

#[test]
fn relations_bind_more_tightly_than_and() {
    assert_eq!(
        read("code:a OVERLAPS code:b NOT code:c"),
        "[all [{code:a} Overlaps {code:b}] [not {code:c}]]"
    );
    let near = |n, step| format!("{:?}", Relation::Near(Distance { n, step }));
    assert_eq!(read("a NEAR/8 b"), format!("[a {} b]", near(8, Step::Words)));
    assert_eq!(read("a NEAR b"), format!("[a {} b]", near(10, Step::Words)));
    assert_eq!(read("a NEAR/0u b"), format!("[a {} b]", near(0, Step::Units)));
    assert_eq!(read("a NOT WITHIN code:b c"), "[all [a not Within {code:b}] c]");
    assert_eq!(read("NOT a WITHIN code:b"), "[not [a Within {code:b}]]");
    assert_eq!(read("a BEFORE b AFTER c"), "[[a Before(None) b] After(None) c]");
}

#[test]
fn fields_that_can_only_mean_one_coding_are_about_that_one() {
    assert_eq!(read("code:a valence:hindering"), "{code:a valence:hindering}");
    assert_eq!(read("valence:hindering code:a"), "{valence:hindering code:a}");
    assert_eq!(read("code:a m valence:hindering"), "[all {code:a valence:hindering} m]");
    assert_eq!(read("code:a AND NOT coder:anna"), "{code:a not coder:anna}");
    assert_eq!(read("code:a code:b valence:hindering"), "[all {code:a} {code:b valence:hindering}]");
    assert_eq!(read("m valence:hindering NOT coder:anna"), "[all m {valence:hindering not coder:anna}]");
    assert_eq!(read("valence:hindering NOT code:a"), "[all {valence:hindering} [not {code:a}]]");
    assert_eq!(read("NOT valence:hindering"), "[not {valence:hindering}]");
    check("code:a code:b m valence:hindering", QueryFault::CodingUnclear, 17);
    check("(code:a OR code:b) valence:hindering", QueryFault::CodingUnclear, 20);
    check("code:a WITHIN code:b m valence:hindering", QueryFault::CodingUnclear, 24);
}

#[test]
fn fields_hold_lists_names_in_quotes_and_comparisons() {
    assert_eq!(read("role:parent,child phase:=x"), "[all role:parent,child phase:=x]");
    assert_eq!(read("code:\"goed contact\",=b"), "{code:goed contact,=b}");
    assert_eq!(
        read("child_age>=12 child_age:>=12 date:2021..2022-03"),
        "[all child_age>=12 child_age>=12 date:2021..2022-03]"
    );
    assert_eq!(read("query:eerste,tweede"), "[any saved eerste saved tweede]");
}

#[test]
fn a_mistake_is_answered_with_its_place() {
    check("moeder \"goed", QueryFault::QuoteOpen, 8);
    check("één \"", QueryFault::QuoteOpen, 5);
    check("(a OR (b c)", QueryFault::ParenthesisOpen, 1);
    check("a ) b", QueryFault::ParenthesisUnopened, 3);
    check("a OR", QueryFault::OperandMissing, 5);
    check("OR a", QueryFault::OperandMissing, 1);
    check("a AND OR b", QueryFault::OperandMissing, 7);
    check("NOT", QueryFault::OperandMissing, 4);
    check("a ()", QueryFault::OperandMissing, 4);
    check("OVERLAPS a", QueryFault::OperandMissing, 1);
    check("a OVERLAPS NOT b", QueryFault::OperandMissing, 12);
    check("a ... b", QueryFault::NoWord, 3);
    check("\"\"", QueryFault::NoWord, 1);
    check("a - b", QueryFault::NoWord, 3);
    check("*", QueryFault::StarMisplaced, 1);
    check("\"goed con*\"", QueryFault::StarMisplaced, 10);
    check("a /b", QueryFault::RegexOpen, 3);
    check("/(/", QueryFault::RegexInvalid, 1);
    check("a b*~", QueryFault::FuzzyMisplaced, 5);
    check("a NEAR/x b", QueryFault::DistanceInvalid, 3);
    check("a BEFORE/3k b", QueryFault::DistanceInvalid, 3);
    check("a WITHIN/3 b", QueryFault::DistanceMisplaced, 3);
    check("m role:\" \"", QueryFault::ValueMissing, 3);
    check(&"(".repeat(1_000_000), QueryFault::TooDeep, 33);
    check(&"a WITHIN ".repeat(100_000), QueryFault::TooDeep, 9 * 33 + 1);
    assert_eq!(Query::parse(" \n").unwrap().root, None);
}

proptest! {
    #[test]
    fn any_text_is_a_query_or_an_answer(
        text in "([-(\"*/~:,=<> ]|OR |NOT |AND |NEAR/|WITHIN |code:a|valence:x|role:|\\PC){0,30}"
    ) {
        if let Err(diagnostic) = Query::parse(&text) {
            let Problem::QueryInvalid { position, .. } = diagnostic.problem else {
                return Err(TestCaseError::fail("another problem"));
            };
            prop_assert!((1..=text.chars().count() + 1).contains(&position));
        }
    }
}
