use super::*;
use proptest::prelude::*;

fn problems(text: &str) -> Vec<(u32, Problem)> {
    read(text).faults.into_iter().map(|fault| (fault.line, fault.problem)).collect()
}

fn keys(text: &str) -> Vec<String> {
    read(text).works.into_iter().map(|work| work.key.to_string()).collect()
}

fn invalid_for(key: &str, reason: ReferenceFault, detail: &str) -> Problem {
    Problem::ReferencesInvalid { reason, key: key.into(), detail: detail.into() }
}

#[test]
fn a_work_says_who_when_and_what() {
    let text = "\n@Book{b,\n author = {de Vries, Jan and {Hogeschool Voorbeeld}}, title = {Een}, subtitle = {Twee}, date = {2019-05},\n keywords = {x}}\n";
    let work = read(text).works.remove(0);
    assert_eq!((work.kind.as_str(), work.line, work.year.as_str()), ("book", 2, "2019"));
    assert_eq!(work.title, "Een: Twee");
    assert_eq!(work.authors, ["Vries, Jan de", "Hogeschool Voorbeeld"]);
}

#[test]
fn a_broken_work_is_said_with_its_line_and_hides_no_other() {
    let broken = [
        ("@book{x, title = {Open, year = 2019", invalid_for("x", ReferenceFault::NotClosed, "")),
        ("@book{x, title = {A} year = 2019}", invalid_for("x", ReferenceFault::SignMissing, ",")),
        ("@book{x, title {A}}", invalid_for("x", ReferenceFault::SignMissing, "=")),
        ("@book{x, title = {A}, month = okt}", invalid_for("x", ReferenceFault::AbbreviationUnknown, "okt")),
    ];
    for (text, problem) in broken {
        let whole = format!("@book{{a, title = {{A}}}}\n\n{text}\n\n@book{{b, title = {{B}}}}\n");
        assert_eq!(keys(&whole), ["a", "b"], "{text}");
        let found = problems(&whole);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].1, problem, "{text}");
        assert!((3..=5).contains(&found[0].0), "{text}: line {}", found[0].0);
    }
}

#[test]
fn a_key_belongs_to_the_first_that_has_it() {
    let text = "@book{a, title = {A}}\n@book{a, title = {B}}\n@book{b;c, title = {C}}";
    assert_eq!(keys(text), ["a"]);
    let expected = [
        (2, Problem::DuplicateId { id: "a".into(), first_line: 1 }),
        (3, Problem::ReferenceKeyInvalid { key: "b;c".into() }),
    ];
    assert_eq!(problems(text), expected);
}

#[test]
fn remarks_are_passed_over() {
    let text = "Mail anna@voorbeeld.nl of {niet}.\n% @book{x, title = {X}}\n@comment{jabref-meta: @book{y,}}\n@preamble{\"x\"}\n@string{swp = \"SWP\"}\n@book{a, title = {A}, publisher = swp}";
    assert_eq!((keys(text), problems(text)), (vec!["a".to_owned()], Vec::new()));
}

#[test]
fn works_take_over_from_others_but_not_in_a_circle() {
    let text = "@collection{c, title = {Bundel}, editor = {Boer, J.}, date = {2017}}\n@incollection{k, author = {Dam, L.}, title = {K}, crossref = {c}}\n@book{s, title = {S}, crossref = {s}}\n@book{p, title = {P}, xdata = {q}}\n@book{q, title = {Q}, crossref = {p}}";
    assert_eq!(keys(text), ["c", "k"]);
    assert_eq!(read(text).works[1].year, "2017");
    let circles: Vec<(u32, Problem)> = [(3, "s"), (4, "p"), (5, "q")]
        .map(|(line, key)| (line, invalid_for(key, ReferenceFault::Circle, "")))
        .into();
    assert_eq!(problems(text), circles);
}

#[test]
fn fields_that_would_be_lost_are_said() {
    let text = "@book{a, author = {Jansen, P. and others}, title = {A}, date = {zomer 2019}}\n@book{b, author = {B, B.}}";
    let fields: Vec<String> = problems(text)
        .into_iter()
        .map(|(_, problem)| match problem {
            Problem::ReferenceFieldUnread { field, .. } => field,
            Problem::ReferenceWithoutTitle { key } => key,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(fields, ["date", "author", "b"]);
}

proptest! {
    #[test]
    fn nothing_that_people_type_stops_the_reader(text in "([@{}\",=%#\\\\$ \n-]|book|a1|title|crossref|é|date|year|2019|author|and|others){0,60}") {
        let read = read(&text);
        let lines = text.lines().count() as u32 + 1;
        prop_assert!(read.faults.iter().all(|fault| fault.line <= lines));
    }

    #[test]
    fn a_broken_work_between_others_loses_nothing_but_itself(junk in "[a-z0-9={},\" ]{0,30}") {
        let text = format!("@book{{first, title = {{A}}}}\n@book{{x, {junk}\n@book{{last, title = {{Z}}}}\n");
        let keys = keys(&text);
        prop_assert!(keys.first().is_some_and(|key| key == "first") && keys.last().is_some_and(|key| key == "last"), "{:?}", keys);
    }
}
