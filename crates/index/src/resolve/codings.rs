//! Fields of a coding.

use super::{CodingAsk, MemoWords, invalid, is_same, named, only_equal, unknown_name};
use crate::analyser::folded;
use crate::columns::Columns;
use crate::form::ANY_LETTERS;
use crate::query::{FieldName, FieldTest, Given};
use draad_core::diagnostic::Outcome;
use draad_core::filter::list;
use draad_core::{CodeId, CoderId, Study, Valence};
use std::collections::BTreeSet;
use strum::{IntoEnumIterator, VariantNames};

/// Returns what a field asks of a coding.
pub(super) fn asks(study: &Study, columns: &Columns, test: &FieldTest) -> Outcome<CodingAsk> {
    if test.name == FieldName::Weight {
        return weights(test);
    }
    only_equal(test)?;
    match test.name {
        FieldName::Code => codes(study, test),
        FieldName::Valence => valences(test),
        FieldName::Coder => coders(columns.coders(study), test),
        _ => memo(test),
    }
}

/// Words of a remark; `*` may end one.
fn memo(test: &FieldTest) -> Outcome<CodingAsk> {
    let words = |given: &Given| {
        let marked = given.text.replace('*', &ANY_LETTERS.to_string());
        let words = folded(&marked);
        match words.iter().all(|word| word.chars().all(|c| c == ANY_LETTERS)) {
            true => Err(invalid(test, given, "memo:spanning, memo:span*")),
            false => Ok(MemoWords { words, is_exact: given.is_exact }),
        }
    };
    Ok(CodingAsk::Memo(test.values.iter().map(words).collect::<Outcome<_>>()?))
}

/// Codes with everything below them, unless written with `=`.
fn codes(study: &Study, test: &FieldTest) -> Outcome<CodingAsk> {
    let codebook = &study.codebook;
    let known = codebook.codes.values().map(|code| (&code.id, &code.name));
    let mut found = BTreeSet::new();
    for given in &test.values {
        for idx in named(test, given, known.clone())? {
            let code: &CodeId = &codebook.codes[idx].id;
            found.insert(idx);
            if !given.is_exact && test.comparison.is_empty() {
                let below = codebook.with_descendants(code);
                found.extend(below.iter().filter_map(|code| codebook.codes.get_index_of(code)));
            }
        }
    }
    Ok(CodingAsk::Codes(found.into_iter().collect()))
}

/// Valences by their id or their Dutch name.
fn valences(test: &FieldTest) -> Outcome<CodingAsk> {
    let valence = |given: &Given| {
        let dutch = |valence: Valence| match valence {
            Valence::Promoting => "bevorderend",
            Valence::Hindering => "belemmerend",
            Valence::Ambivalent => "ambivalent",
        };
        let is_meant =
            |valence: &Valence| is_same(valence.into(), &given.text) || is_same(dutch(*valence), &given.text);
        Valence::iter().find(is_meant).ok_or_else(|| {
            let known = list(Valence::VARIANTS);
            unknown_name("valence", &given.text, Valence::VARIANTS.iter().copied(), known, given.at)
        })
    };
    Ok(CodingAsk::Valences(test.values.iter().map(valence).collect::<Outcome<_>>()?))
}

fn coders(coders: &[CoderId], test: &FieldTest) -> Outcome<CodingAsk> {
    let coder = |given: &Given| {
        let found = coders.iter().find(|coder| is_same(coder.as_str(), &given.text));
        found.cloned().ok_or_else(|| {
            let names = coders.iter().map(CoderId::as_str);
            unknown_name("coder", &given.text, names, list(coders), given.at)
        })
    };
    Ok(CodingAsk::Coders(test.values.iter().map(coder).collect::<Outcome<_>>()?))
}

fn weights(test: &FieldTest) -> Outcome<CodingAsk> {
    let range = |given: &Given| {
        let expected = || invalid(test, given, "weight:60, weight:>=50, weight:20..40");
        let number = |text: &str| text.parse::<u8>().ok().filter(|weight| *weight <= 100);
        if let Some((low, high)) = given.text.split_once("..") {
            let low = if low.is_empty() { Some(0) } else { number(low) };
            let high = if high.is_empty() { Some(100) } else { number(high) };
            return low.zip(high).ok_or_else(expected);
        }
        let weight = number(&given.text).ok_or_else(expected)?;
        match test.comparison.as_str() {
            "" | "=" => Ok((weight, weight)),
            ">=" => Ok((weight, 100)),
            "<=" => Ok((0, weight)),
            ">" => Ok((weight.saturating_add(1), 100)),
            "<" => Ok(weight.checked_sub(1).map_or((1, 0), |below| (0, below))),
            _ => Err(expected()),
        }
    };
    Ok(CodingAsk::Weights(test.values.iter().map(range).collect::<Outcome<_>>()?))
}
