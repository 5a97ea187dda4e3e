//! Spans that each coder drew.

use crate::reference::{Reference, references};
use crate::sample::{any_text, any_text_without_overlap};
use draad_measures::agreement::{Continuum, Segment, SpanTally, UnitizingTally};
use draad_measures::{Measured, Undefined};
use proptest::prelude::*;
use serde_json::Value as Json;

const OWN: [&str; 4] = [
    "unitizing-one-coder-silent",
    "unitizing-perfect",
    "unitizing-three-coders",
    "unitizing-two-coders-small",
];
const OF_OTHERS: [&str; 1] = ["unitizing-keyphrase-three-coders"];

/// A case as a text, with the names of its coders and codes.
fn text(case: &Reference) -> (Continuum, Vec<String>, Vec<String>) {
    let coders: Vec<String> = case.expected["coders"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap().to_owned())
        .collect();
    let mut codes: Vec<String> = case.rows.iter().map(|row| row[1].clone()).collect();
    codes.sort();
    codes.dedup();
    let place = |names: &[String], name: &str| names.iter().position(|other| other == name).unwrap() as u16;
    let segment = |row: &Vec<String>| Segment {
        coder: place(&coders, &row[0]),
        code: place(&codes, &row[1]),
        start: row[2].parse().unwrap(),
        end: row[3].parse().unwrap(),
    };
    let length = case.expected["L"].as_u64().unwrap() as u32;
    let readers = (0..coders.len() as u16).collect();
    (Continuum::new(length, readers, case.rows.iter().map(segment).collect()), coders, codes)
}

#[test]
fn the_family_for_unitizing_as_packages_have_it() {
    for mut case in references(&OWN, &OF_OTHERS) {
        let (text, coders, codes) = text(&case);
        let mut tally = UnitizingTally::new(coders.len(), codes.len());
        tally.add(&text).unwrap();
        let expected = case.expected.clone();
        case.compare(tally.unitized_alpha(), &expected["u_alpha_nominal"], "ᵤα");
        case.compare(
            tally.unitized_alpha(),
            &expected["u_alpha_nominal_second_implementation"],
            "ᵤα, second",
        );
        case.compare(tally.binary_alpha(), &expected["u_alpha_binary"], "|ᵤα");
        compare_codes(&mut case, &tally, &codes, &expected);
        case.report();
    }
}

/// Where only one code is there, quallmer answers 1 for 0/0; here it is undefined.
fn compare_codes(case: &mut Reference, tally: &UnitizingTally, codes: &[String], expected: &Json) {
    let has_one_code = codes.len() == 1;
    if has_one_code {
        case.assert_undefined(tally.coding_alpha(), Undefined::NoVariation, "cuα");
    } else {
        case.compare(tally.coding_alpha(), &expected["cu_alpha_nominal"], "cuα");
    }
    for of_code in expected["ku_alpha"].as_array().unwrap() {
        let code = codes.iter().position(|code| code == of_code["value"].as_str().unwrap()).unwrap();
        let found = tally.code_reliability(code as u16);
        case.compare(found.coverage, &of_code["coverage"], "coverage");
        if has_one_code {
            case.assert_undefined(found.alpha, Undefined::NoVariation, "(k)uα");
        } else {
            case.compare(found.alpha, &of_code["alpha"], "(k)uα");
        }
    }
    if expected["ku_alpha"].as_array().unwrap().is_empty() {
        case.assert_undefined(tally.code_reliability(0).alpha, Undefined::NothingShared, "(k)uα");
    }
}

#[test]
fn each_code_alone_as_packages_have_it() {
    for mut case in references(&OWN, &OF_OTHERS) {
        let (text, coders, codes) = text(&case);
        for (name, expected) in case.expected["per_code"].clone().as_object().unwrap() {
            let code = codes.iter().position(|code| code == name).unwrap() as u16;
            let tally = alone(std::slice::from_ref(&text), coders.len(), code);
            case.compare(tally.unitized_alpha(), &expected["u_alpha_binary_this_code_alone"], name);
            case.compare(tally.character_alpha(), &expected["char_level_nominal_alpha"], name);
            for pair in expected["pairs"].as_array().unwrap() {
                let coder = |name: &str| {
                    coders.iter().position(|coder| coder == pair[name].as_str().unwrap()).unwrap() as u16
                };
                let lengths = tally.pair(coder("a"), coder("b"));
                let either = lengths.both() + lengths.only_first() + lengths.only_second();
                case.compare_count(lengths.both(), &pair["chars_both"], name);
                case.compare_count(either, &pair["chars_either"], name);
                case.compare(lengths.jaccard(), &pair["char_jaccard"], name);
                case.compare(lengths.agreement(), &pair["char_percent_agreement"], name);
                case.compare(lengths.kappa().map(|kappa| kappa.value), &pair["char_cohen_kappa"], name);
            }
        }
        case.report();
    }
}

#[test]
fn what_cannot_be_compared_says_why() {
    let drawn = |coder, code, start, end| Segment { code, coder, start, end };
    let all = |n_coders, texts: &[Continuum]| {
        let mut family = UnitizingTally::new(n_coders, 2);
        texts.iter().for_each(|text| family.add(text).unwrap());
        let alone = alone(texts, n_coders, 0);
        (family.unitized_alpha(), alone.unitized_alpha(), alone.character_alpha(), family.binary_alpha())
    };
    let reason = |reason| (Err(reason), Err(reason), Err(reason), Err(reason));
    let text =
        |readers: &[u16], segments: &[Segment]| Continuum::new(20, readers.to_vec(), segments.to_vec());
    assert_eq!(all(1, &[text(&[0], &[drawn(0, 0, 2, 5)])]), reason(Undefined::OneCoder));
    assert_eq!(
        all(2, &[text(&[0], &[drawn(0, 0, 2, 5)]), text(&[1], &[])]),
        reason(Undefined::NothingShared)
    );
    assert_eq!(all(2, &[]), reason(Undefined::NothingShared));
    assert_eq!(all(2, &[Continuum::new(0, vec![0, 1], vec![])]), reason(Undefined::NothingShared));
    assert_eq!(all(2, &[text(&[0, 1], &[])]), reason(Undefined::NoCodings));
    assert_eq!(
        all(2, &[text(&[], &[drawn(0, 0, 0, 20), drawn(1, 0, 0, 20)])]),
        reason(Undefined::NoVariation)
    );
    let overlapping = text(&[0, 1], &[drawn(0, 0, 0, 10), drawn(0, 1, 9, 12)]);
    let mut family = UnitizingTally::new(2, 2);
    assert_eq!(family.add(&overlapping), Err(Undefined::OverlappingCodes));
    assert_eq!(family, UnitizingTally::new(2, 2));
    // two of three coders share two whole segments and the third is silent: taking out self-pairs leaves nothing
    let segments = [0, 1].map(|coder| [drawn(coder, 0, 0, 10), drawn(coder, 1, 10, 20)]).concat();
    let mut family = UnitizingTally::new(3, 2);
    family.add(&text(&[0, 1, 2], &segments)).unwrap();
    assert_eq!(family.coding_alpha(), Err(Undefined::TooLittleShared));
    assert_eq!(family.code_reliability(0).alpha, Err(Undefined::TooLittleShared));
    assert_eq!(family.code_reliability(0).coverage, Ok(0.5));
}

/// What each reader gave each character, one by one: a code, or nothing.
fn characters(text: &Continuum) -> Vec<Vec<Option<u16>>> {
    let at = |reader: u16, place: u32| {
        let holds =
            |segment: &&Segment| segment.coder == reader && segment.start <= place && place < segment.end;
        text.segments().iter().find(holds).map(|segment| segment.code)
    };
    text.readers().iter().map(|&reader| (0..text.length()).map(|place| at(reader, place)).collect()).collect()
}

/// ᵤα as it is defined: observed over pairs of characters at the same place, expected over all pairs of characters of all readers that
/// do not lie in one segment of one reader, or are one character of a gap.
fn unitized_alpha_character_by_character(
    texts: &[Continuum],
    value: impl Fn(Option<u16>) -> Option<u16>,
) -> Measured {
    let texts: Vec<&Continuum> = texts.iter().filter(|text| text.readers().len() > 1).collect();
    let mut observed = 0.0;
    // value, and what it must not be paired with: the same segment, or the character itself
    let mut all: Vec<(Option<u16>, (usize, u16, u32))> = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let readings = characters(text);
        for (i, j) in
            (0..readings.len()).flat_map(|i| (0..readings.len()).map(move |j| (i, j))).filter(|(i, j)| i != j)
        {
            let differing = readings[i]
                .iter()
                .zip(&readings[j])
                .filter(|(one, other)| value(**one) != value(**other))
                .count();
            observed += differing as f64 / (readings.len() - 1) as f64;
        }
        for (&reader, reading) in text.readers().iter().zip(&readings) {
            for (place, &code) in (0..).zip(reading) {
                let holds = |segment: &&Segment| {
                    segment.coder == reader && segment.start <= place && place < segment.end
                };
                let unit = text.segments().iter().find(holds).map_or(place, |segment| segment.start);
                all.push((code, (index, reader, unit)));
            }
        }
    }
    let pairs = all.iter().flat_map(|one| all.iter().map(move |other| (one, other)));
    let pairable = pairs.filter(|(one, other)| one.1 != other.1);
    let (n, differing) = pairable.fold((0_u64, 0_u64), |(n, differing), (one, other)| {
        (n + 1, differing + u64::from(value(one.0) != value(other.0)))
    });
    match (n, differing) {
        (0, _) | (_, 0) => Err(Undefined::NoVariation),
        _ => Ok(1.0 - observed / (all.len() as f64 * differing as f64 / n as f64)),
    }
}

/// Coincidences of codes without gaps, and Σ of the squares of what others coded of each segment, character by character.
struct Shared {
    pairs: [[f64; 3]; 3],
    squares: [f64; 3],
}

fn shared_character_by_character(texts: &[Continuum]) -> Shared {
    let mut shared = Shared { pairs: [[0.0; 3]; 3], squares: [0.0; 3] };
    for text in texts.iter().filter(|text| text.readers().len() > 1) {
        let readings = characters(text);
        for (i, &reader) in text.readers().iter().enumerate() {
            for place in 0..text.length() as usize {
                for other in (0..readings.len()).filter(|&j| j != i) {
                    if let (Some(one), Some(other)) = (readings[i][place], readings[other][place]) {
                        shared.pairs[usize::from(one)][usize::from(other)] +=
                            1.0 / (readings.len() - 1) as f64;
                    }
                }
            }
            for segment in text.segments().iter().filter(|segment| segment.coder == reader) {
                let coded = |place: &u32| {
                    (0..readings.len()).any(|j| j != i && readings[j][*place as usize].is_some())
                };
                let n = (segment.start..segment.end).filter(coded).count() as f64;
                shared.squares[usize::from(segment.code)] += n * n;
            }
        }
    }
    shared
}

impl Shared {
    fn with_any(&self, code: usize) -> f64 {
        self.pairs[code].iter().sum()
    }

    /// Products of margins, pairs within a segment taken out.
    fn chance(&self, one: usize, other: usize) -> f64 {
        self.with_any(one) * self.with_any(other) - if one == other { self.squares[one] } else { 0.0 }
    }

    fn coding_alpha(&self) -> Measured {
        let all = || (0..3).flat_map(|one| (0..3).map(move |other| (one, other)));
        let differing = || all().filter(|(one, other)| one != other);
        let observed: f64 = differing().map(|(one, other)| self.pairs[one][other]).sum();
        let n: f64 = self.pairs.iter().flatten().sum();
        let chance: f64 = differing().map(|(one, other)| self.chance(one, other)).sum();
        let any: f64 = all().map(|(one, other)| self.chance(one, other)).sum();
        if chance > 0.0 && any > 1e-9 {
            Ok(1.0 - (observed / n) / (chance / any))
        } else {
            Err(Undefined::NoVariation)
        }
    }

    /// The share of a code's coincidences that are with other codes, against the share of chance.
    fn alpha_of(&self, code: usize) -> Measured {
        let others = |of: &dyn Fn(usize) -> f64| (0..3).filter(|&other| other != code).map(of).sum::<f64>();
        let observed = others(&|other| self.pairs[code][other]) / self.with_any(code);
        let chance = others(&|other| self.chance(code, other));
        let any = chance + self.chance(code, code);
        if chance > 0.0 && any > 1e-9 {
            Ok(1.0 - observed / (chance / any))
        } else {
            Err(Undefined::NoVariation)
        }
    }
}

fn same(found: Measured, expected: Measured) -> Result<(), TestCaseError> {
    match (found, expected) {
        (Ok(found), Ok(expected)) => prop_assert!((found - expected).abs() < 1e-9, "{} {}", found, expected),
        (found, expected) => prop_assert!(found.is_err() && expected.is_err(), "{:?} {:?}", found, expected),
    }
    Ok(())
}

/// The segments of one code only.
fn only(texts: &[Continuum], code: u16) -> Vec<Continuum> {
    texts
        .iter()
        .map(|text| Continuum::new(text.length(), text.readers().to_vec(), text.of_code(code).to_vec()))
        .collect()
}

fn family(texts: &[Continuum], n_coders: usize) -> UnitizingTally {
    let mut tally = UnitizingTally::new(n_coders, 3);
    texts.iter().for_each(|text| tally.add(text).unwrap());
    tally
}

/// The tally of one code.
fn alone(texts: &[Continuum], n_coders: usize, code: u16) -> SpanTally {
    let mut tally = SpanTally::new(n_coders);
    texts.iter().for_each(|text| tally.add(text, code));
    tally
}

/// The tallies of all three codes.
fn totals(texts: &[Continuum], n_coders: usize) -> [SpanTally; 3] {
    [0, 1, 2].map(|code| alone(texts, n_coders, code))
}

proptest! {
    #[test]
    fn one_code_is_what_its_definition_says(texts in proptest::collection::vec(any_text(3), 1..4)) {
        for (code, tally) in (0..).zip(totals(&texts, 3)) {
            let texts = only(&texts, code);
            same(tally.unitized_alpha(), unitized_alpha_character_by_character(&texts, |code| code))?;
            prop_assert_eq!(&alone(&texts, 3, code), &tally);
            same(family(&texts, 3).unitized_alpha(), tally.unitized_alpha())?;
            same(family(&texts, 3).code_reliability(code).coverage, tally.coverage())?;
        }
    }

    #[test]
    fn characters_are_units(texts in proptest::collection::vec(any_text(3), 1..4)) {
        use draad_measures::agreement::{Metric, Tally, Weights};
        for (code, tally) in (0..).zip(totals(&texts, 3)) {
            let mut characters_as_units = Tally::new(3, 2);
            for text in only(&texts, code).iter().filter(|text| text.readers().len() > 1) {
                let readings = characters(text);
                for place in 0..text.length() as usize {
                    let mut unit = [None; 3];
                    text.readers().iter().zip(&readings).for_each(|(&reader, reading)| {
                        unit[usize::from(reader)] = Some(u16::from(reading[place].is_some()));
                    });
                    characters_as_units.add(&unit, 1);
                }
            }
            same(tally.character_alpha(), characters_as_units.krippendorff_alpha(Metric::Nominal))?;
            same(tally.character_agreement(), characters_as_units.percent_agreement())?;
            for (first, second) in characters_as_units.coder_pairs() {
                let (lengths, units) = (tally.pair(first as u16, second as u16), characters_as_units.pair(first, second));
                prop_assert_eq!(lengths.neither(), units.count(0, 0));
                prop_assert_eq!(lengths.only_second(), units.count(0, 1));
                prop_assert_eq!(lengths.only_first(), units.count(1, 0));
                prop_assert_eq!(lengths.both(), units.count(1, 1));
                same(lengths.kappa().map(|kappa| kappa.value), units.cohen_kappa(&Weights::identity(2)).map(|kappa| kappa.value))?;
            }
            for (coder, lengths) in tally.coders().iter().enumerate() {
                prop_assert_eq!([lengths.read - lengths.coded, lengths.coded], characters_as_units.of_coder(coder));
            }
        }
    }

    #[test]
    fn the_family_is_what_its_definitions_say(texts in proptest::collection::vec(any_text_without_overlap(3), 1..4)) {
        let tally = family(&texts, 3);
        same(tally.unitized_alpha(), unitized_alpha_character_by_character(&texts, |code| code))?;
        same(tally.binary_alpha(), unitized_alpha_character_by_character(&texts, |code| code.map(|_| 0)))?;
        let shared = shared_character_by_character(&texts);
        same(tally.coding_alpha(), shared.coding_alpha())?;
        for code in 0..3 {
            let found = tally.code_reliability(code);
            same(found.alpha, shared.alpha_of(usize::from(code)))?;
        }
    }

    /// A segment that is drawn as two that meet leaves what was observed, and lets more pairs count as chance: agreement falls or stays.
    #[test]
    fn a_segment_drawn_as_two_lowers_agreement_or_leaves_it(
        text in any_text(2),
        (length, at) in (2..10_u32).prop_flat_map(|length| (Just(length), 1..length)),
        other in (0..10_u32, 0..10_u32),
    ) {
        let drawn = |coder, start, end| Segment { code: 0, coder, start: 40 + start, end: 40 + end };
        let with = |segments: &[Segment]| {
            let all = [text.of_code(0), &[drawn(1, other.0, other.0 + other.1)], segments].concat();
            alone(&[Continuum::new(60, vec![0, 1], all)], 2, 0)
        };
        let (whole, parts) = (with(&[drawn(0, 0, length)]), with(&[drawn(0, 0, at), drawn(0, at, length)]));
        prop_assert_eq!(whole.character_alpha(), parts.character_alpha());
        let (whole, parts) = (whole.unitized_alpha().unwrap(), parts.unitized_alpha().unwrap());
        prop_assert!(parts <= whole, "{} {}", parts, whole);
    }

    /// Texts laid end to end are one text: nothing depends on where gaps are cut.
    #[test]
    fn cuts_between_texts_change_nothing(texts in proptest::collection::vec(any_text_without_overlap(3), 1..4)) {
        let everybody = |text: &Continuum| Continuum::new(text.length(), vec![0, 1, 2], text.segments().to_vec());
        let texts: Vec<Continuum> = texts.iter().map(everybody).collect();
        let (mut length, mut segments) = (0, Vec::new());
        for text in &texts {
            let moved = |segment: &Segment| Segment { start: segment.start + length, end: segment.end + length, ..*segment };
            segments.extend(text.segments().iter().map(moved));
            length += text.length();
        }
        let laid_end_to_end = Continuum::new(length, vec![0, 1, 2], segments);
        prop_assert_eq!(family(&texts, 3), family(std::slice::from_ref(&laid_end_to_end), 3));
        prop_assert_eq!(totals(&texts, 3), totals(&[laid_end_to_end], 3));
    }

    #[test]
    fn coders_who_draw_the_same_reach_exactly_one(text in any_text_without_overlap(1), n_coders in 2..4_u16) {
        let copy = |coder: u16| text.segments().iter().map(move |segment| Segment { coder, ..*segment });
        let text = Continuum::new(text.length(), (0..n_coders).collect(), (0..n_coders).flat_map(copy).collect());
        let tally = family(std::slice::from_ref(&text), usize::from(n_coders));
        for found in [tally.unitized_alpha(), tally.binary_alpha(), tally.coding_alpha(), tally.code_reliability(1).alpha] {
            prop_assert!(found.is_err() || found == Ok(1.0), "{:?}", found);
        }
        for alone in totals(&[text], usize::from(n_coders)) {
            for found in [alone.unitized_alpha(), alone.character_alpha(), alone.light_kappa(), alone.coverage()] {
                prop_assert!(found.is_err() || found == Ok(1.0), "{:?}", found);
            }
        }
    }

    #[test]
    fn a_text_without_the_code_is_its_length_times_one_character(texts in proptest::collection::vec(any_text(3), 1..4)) {
        let mut sum = SpanTally::new(3);
        for text in &texts {
            let mut character = SpanTally::new(3);
            character.add(&Continuum::new(1, text.readers().to_vec(), Vec::new()), 0);
            match text.of_code(0) {
                [] => sum.add_tally(&character, u64::from(text.length())),
                _ => sum.add(text, 0),
            }
        }
        prop_assert_eq!(sum, alone(&texts, 3, 0));
    }

    #[test]
    fn tallies_add_up(first in any_text_without_overlap(3), second in any_text_without_overlap(3), times in 0..4_u64) {
        let texts: Vec<Continuum> = std::iter::once(first.clone()).chain((0..times).map(|_| second.clone())).collect();
        let mut sum = family(std::slice::from_ref(&first), 3);
        sum.add_tally(&family(std::slice::from_ref(&second), 3), times);
        prop_assert_eq!(sum, family(&texts, 3));
        let (sums, parts) = (totals(&[first], 3), totals(&[second], 3));
        for ((mut sum, part), all) in sums.into_iter().zip(parts).zip(totals(&texts, 3)) {
            sum.add_tally(&part, times);
            prop_assert_eq!(sum, all);
        }
    }
}
