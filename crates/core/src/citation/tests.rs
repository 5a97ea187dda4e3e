use super::*;
use proptest::prelude::*;

fn one(text: &str) -> Citation {
    let found = citations(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.into_iter().next().unwrap()
}

fn keys(text: &str) -> Vec<String> {
    citations(text).into_iter().flat_map(|one| one.works).map(|work| work.key.to_string()).collect()
}

#[test]
fn the_examples_of_the_manual_are_read() {
    let found = one("Bla [see @doe99, pp. 33-35 and *passim*; @smith04, chap. 1].");
    assert!(!found.is_narrative);
    let [doe, smith] = &found.works[..] else { panic!("{found:?}") };
    assert_eq!(
        (doe.prefix.as_str(), doe.key.as_str(), doe.suffix.as_str()),
        ("see", "doe99", " and *passim*")
    );
    assert_eq!(doe.locator, Some(Locator { kind: LocatorKind::Page, number: "33–35".into() }));
    assert_eq!(smith.locator, Some(Locator { kind: LocatorKind::Chapter, number: "1".into() }));
    let found = one("@smith04 [p. 33] says blah.");
    assert!(found.is_narrative && found.range == (0..16));
    assert_eq!(found.works[0].locator, Some(Locator { kind: LocatorKind::Page, number: "33".into() }));
    let found = one("Smith says blah [-@smith04].");
    assert!(found.works[0].hides_author && found.works[0].prefix.is_empty());
}

#[test]
fn dutch_places_are_read() {
    for (text, kind, number) in [
        ("[@a, blz. 12]", LocatorKind::Page, "12"),
        ("[@a, 12]", LocatorKind::Page, "12"),
        ("[@a p. xii]", LocatorKind::Page, "xii"),
        ("[@a, pp. 3, 5--7]", LocatorKind::Page, "3, 5–7"),
        ("[@a, hoofdstuk 3.1]", LocatorKind::Chapter, "3.1"),
        ("[@a, tabel 2]", LocatorKind::Table, "2"),
        ("[@a, p.12]", LocatorKind::Page, "12"),
    ] {
        let locator = one(text).works.remove(0).locator;
        assert_eq!(locator, Some(Locator { kind, number: number.into() }), "{text}");
    }
    let plain = one("[@a, die dit ook zag]").works.remove(0);
    assert_eq!((plain.locator, plain.suffix.as_str()), (None, ", die dit ook zag"));
}

#[test]
fn addresses_links_and_code_cite_nothing() {
    for text in [
        "mail anna@voorbeeld.nl",
        "[anna@voorbeeld.nl]",
        "\\@anna",
        "`@yin2018`",
        "``een ` en @yin2018``",
        "```\n[@yin2018]\n```\n",
        "@ los",
        "[niets; @yin2018](http://x)",
    ] {
        let found = keys(text).into_iter().filter(|key| key != "yin2018" || !text.starts_with("[niets"));
        assert_eq!(found.count(), 0, "{text}");
    }
    assert_eq!(keys("een ` en @yin2018"), ["yin2018"]);
    assert_eq!(keys("~~~\n@a\n~~~\n@b\n"), ["b"]);
}

#[test]
fn a_key_ends_where_the_sentence_goes_on() {
    assert_eq!(
        keys("@yin2018. @ragin:2014, @{x/y--z}; @van_der_helm-2011's"),
        ["yin2018", "ragin:2014", "x/y--z", "van_der_helm-2011"]
    );
}

#[test]
fn brackets_in_which_something_cites_nothing_are_plain() {
    assert_eq!(keys("[zie onder]"), Vec::<String>::new());
    let found = citations("[@a; los]");
    assert!(found.len() == 1 && found[0].is_narrative, "{found:?}");
}

proptest! {
    #[test]
    fn what_is_found_stands_where_it_is_said_to(text in "[@\\[\\];,`\\\\ a-cé.\n{}-]{0,40}") {
        let mut end = 0;
        for citation in citations(&text) {
            prop_assert!(citation.range.start >= end && !citation.works.is_empty());
            end = citation.range.end;
            for work in &citation.works {
                let shown = &text[work.range.clone()];
                prop_assert!(citation.range.start <= work.range.start && work.range.end <= citation.range.end);
                prop_assert_eq!(shown.trim_start_matches('@').trim_matches(['{', '}']), work.key.as_str());
            }
        }
    }

    #[test]
    fn what_is_written_is_read(key in "[a-z][a-z0-9_]{0,8}", page in 1_u32..2000, prefix in "(zie|vgl\\.)?") {
        let written = format!("Tekst [{prefix} @{key}, p. {page}] verder.");
        let found = one(&written);
        let work = &found.works[0];
        prop_assert_eq!(work.key.as_str(), key.as_str());
        prop_assert_eq!(work.prefix.as_str(), prefix.as_str());
        prop_assert_eq!(work.locator.as_ref().map(|place| place.number.clone()), Some(page.to_string()));
        prop_assert_eq!(&written[found.range.clone()], format!("[{prefix} @{key}, p. {page}]"));
    }
}
