use super::*;
use crate::source::normalised;
use proptest::prelude::*;

const TALK: &str = "I: Ging het?\n\nR: Ja. Zij zei: ‘Dat is ﬁjn’ – en ik dacht: dat\nis waar, maar daar\u{ad}na niet.\n\nR: Ja. Toen niet.";

fn at(text: &str, words: &str, hint: Option<Hint>) -> Result<(String, Fit), usize> {
    match Finder::new(&Text::new(text)).locate(words, hint) {
        Located::Once(span, fit) => Ok((text[span.range()].to_owned(), fit)),
        Located::Nowhere => Err(0),
        Located::Several(n) => Err(n),
    }
}

fn found(words: &str) -> Result<(String, Fit), usize> {
    at(TALK, words, None)
}

#[test]
fn words_are_found_whatever_a_program_made_of_them() {
    let exact = |words: &str| Ok((words.to_owned(), Fit::Exact));
    let loose = |words: &str| Ok((words.to_owned(), Fit::Loose));
    assert_eq!(found("Toen niet."), exact("Toen niet."));
    assert_eq!(found(" en ik dacht: dat is waar\u{a0}"), exact("en ik dacht: dat\nis waar"));
    assert_eq!(found("zij ZEI: \"dat is fijn\" - en"), loose("Zij zei: ‘Dat is ﬁjn’ – en"));
    assert_eq!(found("maar daarna niet"), loose("maar daar\u{ad}na niet"));
    assert_eq!(found("dat is niet waar"), Err(0));
    assert_eq!(found(" \n"), Err(0));
}

#[test]
fn words_that_were_cut_off_cover_what_is_left_of_them() {
    let cut = |words: &str| Ok((words.to_owned(), Fit::Cut));
    assert_eq!(found("Zij zei: ‘Dat is ﬁjn’ – en ik…"), cut("Zij zei: ‘Dat is ﬁjn’ – en ik"));
    assert_eq!(found("[...] dat is waar, maar daarna [...]"), cut("dat\nis waar, maar daar\u{ad}na"));
    assert_eq!(found("Zij..."), Err(0), "too few words tell no place");
    assert_eq!(
        at("En toen ... niets meer", "En toen … niets meer", None),
        Ok(("En toen ... niets meer".into(), Fit::Loose))
    );
}

#[test]
fn whole_words_go_before_parts_of_words() {
    assert_eq!(at("jaja, dat jaar ja", "ja", None), Ok(("ja".into(), Fit::Exact)));
    assert_eq!(at("dat jaar", "ja", None), Ok(("ja".into(), Fit::Exact)));
    assert_eq!(at("Ja, Maja", "ja", None), Err(2), "neither is clearly meant");
    assert_eq!(at("éé\u{a0}één", "één", None), Ok(("één".into(), Fit::Exact)));
}

#[test]
fn a_hint_decides_among_several_places_and_never_without_the_words() {
    let ja = |hint| at(TALK, "R: Ja.", Some(hint));
    assert_eq!(ja(Hint::Paragraph(9)), Err(2));
    assert_eq!(at(TALK, "Zij zei", Some(Hint::Paragraph(9))).map(|(words, _)| words), Ok("Zij zei".into()));
    let text = Text::new(TALK);
    let finder = Finder::new(&text);
    let last = TALK.rfind("R: Ja.").unwrap();
    // Lines: 1, 3, 4 and 6; lines with words: 1 to 4.
    for (known, hint) in [(("Ging het?", 1), 6), (("Toen niet", 6), 6), (("Toen niet", 4), 4)] {
        let known = (known.0, Some(Hint::Paragraph(known.1)));
        let located = finder.locate_all(&[known, ("R: Ja.", Some(Hint::Paragraph(hint)))]);
        let Located::Once(span, _) = located[1] else { panic!("{located:?}") };
        assert_eq!(span.range().start, last);
    }
    let misled =
        finder.locate_all(&[("Toen niet", Some(Hint::Paragraph(40))), ("R: Ja.", Some(Hint::Paragraph(6)))]);
    assert_eq!(misled[1], Located::Several(2), "numbers that do not fit elsewhere decide nothing");
    let near = |before| finder.locate("R: Ja.", Some(Hint::Character(before)));
    assert!(matches!(near(10), Located::Once(span, _) if span.range().start == 14));
    assert_eq!(near(55), Located::Several(2));
}

#[test]
fn a_text_that_only_repeats_itself_takes_no_time() {
    let text = Text::new("ja ".repeat(200_000));
    let finder = Finder::new(&text);
    let words = "ja ".repeat(1_000) + "nee";
    for _ in 0..100 {
        assert!(matches!(finder.locate(&words, None), Located::Several(_)));
    }
}

proptest! {
    #[test]
    fn a_passage_is_found_where_it_stands(text in "([a-cé„… ]|[A-C]|–|\n|ﬁ){1,60}", from in 0usize..60, len in 1usize..30) {
        let text = normalised(&text);
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let start = places[from.min(places.len() - 1)];
        let end = places[(from + len).min(places.len() - 1)];
        let words = text[start..end].trim();
        let located = Finder::new(&Text::new(text.as_str())).locate(words, None);
        match located {
            Located::Once(span, fit) => {
                prop_assert_eq!(folded_words(&text[span.range()]), folded_words(words));
                if fit == Fit::Exact {
                    prop_assert!(text[span.range()].split_whitespace().eq(words.split_whitespace()));
                }
            }
            Located::Several(n) => prop_assert!(n > 1),
            Located::Nowhere => prop_assert!(words.is_empty()),
        }
    }

    #[test]
    fn any_words_in_any_text_are_looked_for(text in "\\PC{0,40}", words in "\\PC{0,10}") {
        Finder::new(&Text::new(normalised(&text))).locate(&words, Some(Hint::Character(3)));
    }
}

#[test]
fn equal_words_share_their_places_and_too_many_are_only_counted() {
    let finder = Finder::new(&Text::new("ja en ja"));
    let (places, which) =
        finder.places_of_all(&[("ja", None), ("en", None), ("ja", Some(Hint::Character(0)))]);
    assert_eq!((places.len(), which), (2, vec![0, 1, 0]));
    let counted = finder.places("ja").within(1);
    assert_eq!((counted.spans.len(), counted.n_unseen), (0, 2));
    assert_eq!(finder.places("en").within(0).spans.len(), 1, "one place is always kept");
}
