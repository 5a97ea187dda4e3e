//! Exported documents by the table of the standard: which children in which order, which attributes, and that everything
//! that is pointed at is there. This needs no schema files, so it runs everywhere.

use super::studies::{self, Exported};
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};

/// Of each element that we write: attributes it must have, attributes it may have, and its children in order, with `?` for
/// one at most, `+` for one at least, `*` for any number, and no mark for exactly one.
const PROJECT: &[(&str, &str, &str, &str)] = &[
    (
        "Project",
        "name",
        "origin schemaLocation",
        "Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*",
    ),
    ("Users", "", "", "User+"),
    ("User", "guid", "name id", ""),
    ("CodeBook", "", "", "Codes"),
    ("Codes", "", "", "Code+"),
    ("Code", "guid name isCodable", "color", "Description? NoteRef* Code*"),
    ("Variables", "", "", "Variable+"),
    ("Variable", "guid name typeOfVariable", "", "Description?"),
    ("Cases", "", "", "Case+"),
    ("Case", "guid", "name", "Description? CodeRef* VariableValue* SourceRef* SelectionRef*"),
    (
        "VariableValue",
        "",
        "",
        "VariableRef TextValue? BooleanValue? IntegerValue? FloatValue? DateValue? DateTimeValue?",
    ),
    ("Sources", "", "", "TextSource+"),
    (
        "TextSource",
        "guid name plainTextPath",
        "",
        "Description? PlainTextSelection* Coding* NoteRef* VariableValue*",
    ),
    ("PlainTextSelection", "guid name startPosition endPosition", "", "Description? Coding* NoteRef*"),
    ("Coding", "guid creatingUser", "creationDateTime", "CodeRef NoteRef*"),
    ("Notes", "", "", "Note+"),
    (
        "Note",
        "guid name",
        "plainTextPath creatingUser creationDateTime",
        "Description? PlainTextContent? NoteRef*",
    ),
    ("Sets", "", "", "Set+"),
    ("Set", "guid name", "", "Description? MemberCode* MemberSource* MemberNote*"),
];
const CODEBOOK: &[(&str, &str, &str, &str)] = &[
    ("CodeBook", "", "origin schemaLocation", "Codes Sets?"),
    ("Codes", "", "", "Code+"),
    ("Code", "guid name isCodable", "color", "Description? Code*"),
    ("Sets", "", "", "Set+"),
    ("Set", "guid name", "", "Description? MemberCode*"),
    ("MemberCode", "guid", "", ""),
];
const REFERENCES: [&str; 7] =
    ["NoteRef", "CodeRef", "VariableRef", "SourceRef", "SelectionRef", "MemberSource", "MemberCode"];
const TEXTS: [&str; 8] = [
    "Description",
    "PlainTextContent",
    "TextValue",
    "BooleanValue",
    "IntegerValue",
    "FloatValue",
    "DateValue",
    "DateTimeValue",
];

/// Lists what departs from a table.
fn departures(document: &Document<'_>, table: &[(&str, &str, &str, &str)]) -> Vec<String> {
    let mut found = Vec::new();
    for element in document.root().descendants().filter(Node::is_element) {
        let name = element.tag_name().name();
        let attributes: BTreeSet<&str> = element.attributes().map(|one| one.name()).collect();
        let (required, optional, children) = match table.iter().find(|row| row.0 == name) {
            Some(&(_, required, optional, children)) => (required, optional, children),
            None if REFERENCES.contains(&name) => ("targetGUID", "", ""),
            None if TEXTS.contains(&name) => ("", "", ""),
            None => {
                found.push(format!("{name} is not known"));
                continue;
            }
        };
        let required: BTreeSet<&str> = required.split_whitespace().collect();
        let known = required.iter().copied().chain(optional.split_whitespace()).collect();
        found.extend(required.difference(&attributes).map(|missing| format!("{name} has no {missing}")));
        found.extend(attributes.difference(&known).map(|further| format!("{name} has {further}")));
        found.extend(misplaced(element, children));
        let has_text = element
            .children()
            .filter(Node::is_text)
            .any(|text| !text.text().unwrap_or_default().trim().is_empty());
        if has_text && !TEXTS.contains(&name) {
            found.push(format!("{name} has text"));
        }
    }
    found
}

/// Compares the children of an element with their order in the table.
fn misplaced(element: Node<'_, '_>, order: &str) -> Option<String> {
    let names: Vec<&str> =
        element.children().filter(Node::is_element).map(|child| child.tag_name().name()).collect();
    let mut rest = names.as_slice();
    for wanted in order.split_whitespace() {
        let name = wanted.trim_end_matches(['?', '*', '+']);
        let n = rest.iter().take_while(|child| **child == name).count();
        let fits = match wanted.chars().last() {
            Some('?') => n <= 1,
            Some('*') => true,
            Some('+') => n >= 1,
            _ => n == 1,
        };
        if !fits {
            return Some(format!("{} has {n} {name}", element.tag_name().name()));
        }
        rest = &rest[n..];
    }
    rest.first().map(|child| format!("{} has {child} where it cannot be", element.tag_name().name()))
}

#[test]
fn children_and_attributes_are_as_the_standard_lists_them() {
    for exported in studies::all() {
        let document = Document::parse(&exported.project).unwrap();
        assert_eq!(departures(&document, PROJECT), [""; 0], "{}", exported.name);
        if let Some(codebook) = &exported.codebook {
            assert_eq!(
                departures(&Document::parse(codebook).unwrap(), CODEBOOK),
                [""; 0],
                "{}",
                exported.name
            );
        }
    }
}

#[test]
fn the_table_can_say_no() {
    let wrong = |xml: &str| departures(&Document::parse(xml).unwrap(), PROJECT);
    assert_eq!(wrong("<Project/>"), ["Project has no name"]);
    assert_eq!(
        wrong("<Project name='' basePath=''><Users/></Project>"),
        ["Project has basePath", "Users has 0 User"]
    );
    assert_eq!(
        wrong("<Project name=''><Cases><Case guid=''/></Cases><Users><User guid=''/></Users></Project>"),
        ["Project has Users where it cannot be"]
    );
}

#[test]
fn everything_has_one_identifier_and_points_at_something_of_the_right_kind() {
    for Exported { name, project, .. } in studies::all() {
        let document = Document::parse(&project).unwrap();
        let mut kinds: BTreeMap<&str, &str> = BTreeMap::new();
        for element in document.root().descendants() {
            if let Some(guid) = element.attribute("guid") {
                assert_eq!(kinds.insert(guid, element.tag_name().name()), None, "{name}: {guid} twice");
                let is_plain =
                    guid.len() == 36 && guid.chars().all(|c| matches!(c, '0'..='9' | 'A'..='F' | '-'));
                assert!(is_plain, "{name}: {guid}");
            }
        }
        for element in document.root().descendants() {
            let expected = match element.tag_name().name() {
                "NoteRef" => "Note",
                "CodeRef" => "Code",
                "VariableRef" => "Variable",
                "SourceRef" | "MemberSource" => "TextSource",
                "SelectionRef" => "PlainTextSelection",
                _ => continue,
            };
            let target = element.attribute("targetGUID").unwrap();
            assert_eq!(kinds.get(target), Some(&expected), "{name}: {target}");
        }
        for user in document.root().descendants().filter_map(|one| one.attribute("creatingUser")) {
            assert_eq!(kinds.get(user), Some(&"User"), "{name}");
        }
    }
}

#[test]
fn positions_count_code_points_of_the_texts_beside() {
    for Exported { name, project, texts, .. } in studies::all() {
        let texts: BTreeMap<&str, &str> =
            texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let document = Document::parse(&project).unwrap();
        let sources = document.root().descendants().filter(|one| one.tag_name().name() == "TextSource");
        let (mut names, mut n_sources) = (BTreeSet::new(), 0);
        for source in sources.clone() {
            n_sources += 1;
            names.insert(source.attribute("name").unwrap());
            let path = source.attribute("plainTextPath").unwrap().strip_prefix("internal://").unwrap();
            assert_eq!(path, format!("{}.txt", source.attribute("guid").unwrap()));
            let text = texts[format!("sources/{path}").as_str()];
            assert!(!text.starts_with('\u{feff}') && !text.contains('\r'), "{name}");
            for selection in source.children().filter(|one| one.tag_name().name() == "PlainTextSelection") {
                let position = |end| selection.attribute(end).unwrap().parse::<usize>().unwrap();
                let (start, end) = (position("startPosition"), position("endPosition"));
                let words: String = text.chars().skip(start).take((end - start).min(100)).collect();
                let as_carried = |c: char| match c {
                    c if c.is_whitespace() => ' ',
                    '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
                    c => c,
                };
                let expected: String = words.chars().map(as_carried).collect();
                assert_eq!(selection.attribute("name"), Some(expected.as_str()), "{name}");
                assert!(start < end && end <= text.chars().count(), "{name}");
            }
        }
        assert_eq!(names.len(), n_sources, "{name}: names are unique");
    }
}
