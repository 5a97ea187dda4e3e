//! Which words are found, and how they are shown.

use crate::study::{add_text, empty, matched, search, search_in, with_units};
use draad_core::{CharOffset, CharSpan, Filter};
use draad_index::{Context, Order, SearchIndex, SearchOptions};

fn chars(start: u32, end: u32) -> CharSpan {
    CharSpan { start: CharOffset(start), end: CharOffset(end) }
}

#[test]
fn forms_of_a_word_find_each_other() {
    let study =
        with_units(&["Zij werkte hard.", "Er is gewerkt!", "Wij WERKEN samen", "een werkelijk goed idee"]);
    assert_eq!(matched(&study, "werken"), ["werkte", "gewerkt", "WERKEN"]);
    assert_eq!(matched(&study, "gewerkt"), ["werkte", "gewerkt", "WERKEN"]);
    assert_eq!(matched(&study, "ideeën"), ["idee"]);
}

#[test]
fn accents_and_normal_forms_make_no_difference() {
    let study = with_units(&["patiënten en patienten", "Eén voor één"]);
    assert_eq!(matched(&study, "patienten"), ["patiënten", "patienten"]);
    assert_eq!(matched(&study, "patie\u{308}nten"), ["patiënten", "patienten"]);
    assert_eq!(matched(&study, "\"een voor\""), ["Eén voor"]);
    assert_eq!(matched(&study, "e\u{301}e\u{301}n"), ["Eén", "één"]);
}

#[test]
fn dutch_short_forms_stay_findable() {
    let study =
        with_units(&["'s Ochtends twee auto’s, zo'n e-mail", "’s avonds", "de S-bocht", "het mailtje"]);
    assert_eq!(matched(&study, "'s"), ["'s", "’s"]);
    assert_eq!(matched(&study, "\"'s ochtends\""), ["'s Ochtends"]);
    assert_eq!(matched(&study, "’s ochtends"), ["'s", "Ochtends"]);
    assert_eq!(matched(&study, "auto"), ["auto’s"]);
    assert_eq!(matched(&study, "auto's"), ["auto’s"]);
    assert_eq!(matched(&study, "zo'n"), ["zo'n"]);
    assert_eq!(matched(&study, "e-mail"), ["e-mail"]);
    assert_eq!(matched(&study, "e-ma*"), ["e-mail"]);
}

#[test]
fn emoji_are_found_and_shift_no_position() {
    let study = with_units(&["👩‍👧 fijn 👍🏽 gesprek", "niets"]);
    let answer = search(&study, "gesprekken", &Filter::default());
    // `moeder: ` has 8 code points, the family 3, the thumb with its skin tone 2.
    assert_eq!(answer.hits[0].match_chars, chars(20, 27));
    assert_eq!(answer.hits[0].unit_chars, chars(8, 27));
    assert_eq!(matched(&study, "👍"), ["👍🏽"]);
    assert_eq!(matched(&study, "👩‍👧"), ["👩‍👧"]);
}

#[test]
fn phrases_are_exact_and_count_once() {
    let study =
        with_units(&["goed contact, heel goed contact", "contact is goed", "goede contacten", "ja ja ja"]);
    assert_eq!(matched(&study, "\"goed contact\""), ["goed contact", "goed contact"]);
    assert_eq!(matched(&study, "\"goed contact\" OR contact").len(), 4);
    assert_eq!(matched(&study, "\"ja ja\""), ["ja ja"]);
}

#[test]
fn a_star_stands_for_any_ending() {
    let study = with_units(&["vertrouwen", "Vertrouwd vertrek", "toevertrouwen"]);
    assert_eq!(matched(&study, "vertrouw*"), ["vertrouwen", "Vertrouwd"]);
    assert_eq!(matched(&study, "vertr*"), ["vertrouwen", "Vertrouwd", "vertrek"]);
    assert!(matched(&study, "zoek*").is_empty() && matched(&study, "e-zoek*").is_empty());
}

#[test]
fn operators_combine_words() {
    let study = with_units(&["moeder belt", "vader belt", "moeder en vader", "niemand"]);
    assert_eq!(matched(&study, "moeder belt"), ["moeder", "belt"]);
    assert_eq!(matched(&study, "moeder OR vader"), ["moeder", "vader", "moeder", "vader"]);
    assert_eq!(matched(&study, "moeder NOT vader"), ["moeder"]);
    assert_eq!(matched(&study, "belt -moeder"), ["belt"]);
    assert_eq!(matched(&study, "belt (moeder OR vader) -(vader)"), ["moeder", "belt"]);
}

#[test]
fn a_unit_found_by_absence_is_one_hit() {
    let study = with_units(&["moeder belt", "vader", "niemand"]);
    assert_eq!(matched(&study, "NOT moeder"), ["vader", "niemand"]);
    assert_eq!(matched(&study, "vader OR NOT moeder"), ["vader", "niemand"]);
    assert_eq!(matched(&study, "NOT NOT moeder"), ["moeder"]);
    assert_eq!(matched(&study, "-\"moeder belt\" -(niemand \"moeder belt\")"), ["vader", "niemand"]);
}

#[test]
fn nothing_is_found_across_units_or_sources() {
    let mut study = with_units(&["ik heb vertrouwen", "nodig gehad"]);
    add_text(&mut study, "p01-dossier", &["p01"], "dossier", "eerste\nnodig gehad\n\n  laatste regel");
    assert!(matched(&study, "\"vertrouwen nodig\"").is_empty());
    assert!(matched(&study, "\"gehad laatste\"").is_empty());
    let answer = search(&study, "nodig", &Filter::default());
    assert_eq!(
        (answer.n_hits, answer.n_units_found, answer.n_units_searched, answer.n_sources),
        (2, 2, 5, 2)
    );
    assert_eq!(answer.hits[1].unit_chars, chars(7, 18));
    assert_eq!(answer.hits[1].line, 2);
    assert_eq!(answer.hits[1].before, "");
    assert_eq!(answer.hits[1].after, " gehad");
}

#[test]
fn context_is_counted_in_words_and_ends_with_the_unit() {
    let study = with_units(&["(Een, twee, drie vier vijf zes; zeven.)"]);
    let index = SearchIndex::build_in_memory(&study).unwrap();
    let shown = |query: &str, context| {
        let options = SearchOptions { context, ..SearchOptions::default() };
        let hit = search_in(&index, &study, query, &Filter::default(), &options).hits.remove(0);
        (hit.before, hit.after)
    };
    let pair = |before: &str, after: &str| (before.to_owned(), after.to_owned());
    assert_eq!(shown("vier", Context::Words(2)), pair("twee, drie ", " vijf zes"));
    assert_eq!(shown("vier", Context::Words(3)), pair("(Een, twee, drie ", " vijf zes; zeven.)"));
    assert_eq!(shown("vier", Context::Words(0)), pair("", ""));
    assert_eq!(shown("\"twee drie\"", Context::Words(1)), pair("(Een, ", " vier"));
    assert_eq!(shown("vier", Context::Words(usize::MAX)), shown("vier", Context::Unit));
}

#[test]
fn a_hit_says_where_its_unit_stands_in_the_original() {
    let mut study = with_units(&["ja", "nee, ja"]);
    study.sources[0].units[1].page = Some(2);
    let index = SearchIndex::build_in_memory(&study).unwrap();
    let options = SearchOptions { order: Order::Place, ..SearchOptions::default() };
    let answer = search_in(&index, &study, "ja", &Filter::default(), &options);
    assert_eq!(answer.hits.iter().map(|hit| hit.original.page).collect::<Vec<_>>(), [None, Some(2)]);
}

#[test]
fn pages_join_to_the_whole() {
    let study = with_units(&["ja ja nee", "ja", "nee", "nee ja ja ja"]);
    let index = SearchIndex::build_in_memory(&study).unwrap();
    for order in [Order::Place, Order::Relevance] {
        let hits = |offset, limit| {
            let options = SearchOptions { limit, offset, order, ..SearchOptions::default() };
            search_in(&index, &study, "ja", &Filter::default(), &options).hits
        };
        let whole = hits(0, usize::MAX);
        assert_eq!(whole.len(), 6);
        let paged: Vec<_> = (0..4).flat_map(|page| hits(page * 2, 2)).collect();
        assert_eq!(paged, whole, "{order:?}");
        assert!(hits(6, 10).is_empty() && hits(0, 0).is_empty());
    }
}

#[test]
fn units_with_more_of_the_words_come_first_and_equal_ones_by_place() {
    let study =
        with_units(&["vertrouwen of iets anders", "vertrouwen vertrouwen", "vertrouwen of iets anders"]);
    let index = SearchIndex::build_in_memory(&study).unwrap();
    let answer = search_in(&index, &study, "vertrouwen", &Filter::default(), &SearchOptions::default());
    let lines: Vec<u32> = answer.hits.iter().map(|hit| hit.line).collect();
    assert_eq!(lines, [2, 2, 1, 3]);
}

#[test]
fn a_study_without_material_has_no_hits() {
    let answer = search(&empty(), "moeder", &Filter::default());
    assert_eq!(answer, draad_index::Answer::default());
    assert!(SearchIndex::algorithm().contains("Dutch"));
}
