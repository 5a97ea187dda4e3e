//! Codes at the end of lines, with what else is known of each coding.

use draad_core::{Coding, Valence};
use std::collections::{BTreeMap, BTreeSet};

/// The word before a weight.
const WEIGHT: &str = "weight ";

/// What became of a coding in the lines that it touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// It stands at lines where nothing like it stood.
    New,
    /// The same stood there already.
    Twice,
    /// There is no line for it.
    Nowhere,
}

/// The codes of each line, with the values of each.
#[derive(Default)]
pub(super) struct LineCodings {
    lines: BTreeMap<usize, BTreeMap<String, BTreeSet<String>>>,
}

impl LineCodings {
    /// Adds a coding to lines.
    pub(super) fn add(&mut self, lines: &[usize], path: &str, coding: &Coding) -> Written {
        let value = value_of(coding.valence, coding.weight);
        let mut written = Written::Twice;
        for &line in lines {
            let codes = self.lines.entry(line).or_default();
            if codes.entry(path.to_owned()).or_default().insert(value.clone()) {
                written = Written::New;
            }
        }
        written
    }

    /// Returns the marks of each line.
    pub(super) fn written(self) -> BTreeMap<usize, String> {
        self.lines.into_iter().map(|(line, codes)| (line, marks(&codes))).collect()
    }
}

fn marks(codes: &BTreeMap<String, BTreeSet<String>>) -> String {
    let mut marks = Vec::new();
    for (path, values) in codes {
        marks.push(format!("[[{path}]]"));
        let leaf = path.rsplit('>').next().unwrap_or(path);
        marks.extend(
            values.iter().filter(|value| !value.is_empty()).map(|value| format!("[[{leaf}||{value}]]")),
        );
    }
    marks.join(" ")
}

/// Writes what a coding says beside its code: `hindering`, `weight 80`, `hindering weight 80`.
fn value_of(valence: Option<Valence>, weight: Option<u8>) -> String {
    let valence = valence.map_or("", |valence| valence.into());
    let weight = weight.map_or_else(String::new, |weight| format!("{WEIGHT}{weight}"));
    [valence, &weight].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Reads what [`value_of`] writes; nothing when it is something else.
pub(super) fn read_value(value: &str) -> Option<(Option<Valence>, Option<u8>)> {
    let (valence, weight) = match value.find(WEIGHT) {
        Some(at) => {
            let weight: u8 = value[at + WEIGHT.len()..].parse().ok().filter(|&weight| weight <= 100)?;
            (value[..at].trim(), Some(weight))
        }
        None => (value, None),
    };
    match valence {
        "" => weight.map(|weight| (None, Some(weight))),
        word => word.parse().ok().map(|valence| (Some(valence), weight)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_they_are_written() {
        for (valence, weight) in
            [(Some(Valence::Hindering), None), (None, Some(80)), (Some(Valence::Ambivalent), Some(0))]
        {
            assert_eq!(read_value(&value_of(valence, weight)), Some((valence, weight)));
        }
        for other in ["", "2", "-4.3", "weight 200", "often weight 3", "weight"] {
            assert_eq!(read_value(other), None, "{other}");
        }
    }
}
