//! Adjudication: what people decided where coders read a passage differently, and what a layer of codings is made of.
//!
//! A **stretch** is what codings of one code by several coders cover together; see the analysis of disagreements. Each row of
//! `adjudication/<layer>.csv` says of one stretch what the layer holds there, and why. While a source has stretches that
//! nobody has decided on, nothing of it is in the layer; when the last is decided, the source is **closed**: its codings in
//! the layer are written, and a row is added for each stretch on which the coders agreed.

use crate::case::Extra;
use crate::{AdjudicationId, CharOffset, CharSpan, CodeId, CoderId, CodingId, SourceId, Valence};
use jiff::Timestamp;
use serde::Serialize;
use std::fmt;
use std::str::FromStr;

/// What was decided about one stretch.
#[derive(Clone, Debug, PartialEq)]
pub struct Adjudication {
    /// The stretch's own name; see [`Adjudication::id_of`].
    pub id: AdjudicationId,
    /// The source.
    pub source: SourceId,
    /// The code.
    pub code: CodeId,
    /// Where the stretch stands, in code points; nothing where whole sources were coded.
    pub chars: Option<CharSpan>,
    /// Whether its words stand there. A decision about words that are gone decides nothing any more.
    pub is_placed: bool,
    /// What was decided.
    pub verdict: Verdict,
    /// What the layer holds there: nothing where it is not coded.
    pub coded: Vec<Settled>,
    /// Who decided; nobody where the coders agreed. A decision without a name is none.
    pub by: Vec<String>,
    /// When.
    pub created: Option<Timestamp>,
    /// Why.
    pub memo: String,
    /// The codings that were considered, with their valences as they were.
    pub considered: Vec<Considered>,
    /// When the codings of the source were written into the layer; nothing before that.
    pub closed: Option<Timestamp>,
    /// The words of the stretch.
    pub quote: String,
    /// Further columns.
    pub extra: Extra,
}

/// What becomes of a stretch.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Verdict {
    /// The coders agreed, and nobody had to decide.
    Agreed,
    /// It has the code.
    Coded,
    /// It does not.
    NotCoded,
}

/// One coding that the layer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Settled {
    /// The characters; nothing for the source as a whole.
    pub chars: Option<CharSpan>,
    /// The valence, where it is not the code's own.
    pub valence: Option<Valence>,
}

/// A coding that was considered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Considered {
    /// Who coded.
    pub coder: CoderId,
    /// The coding, among theirs of the source.
    pub coding: CodingId,
    /// Its valence, or else that of its code, at the time.
    pub valence: Option<Valence>,
}

/// The letters of ids: no vowels, so that they spell nothing, and no digits, which a spreadsheet would take for a number.
const LETTERS: &[u8; 16] = b"bdfghjklmnprstvz";

impl Adjudication {
    /// Returns the name of a stretch: eight letters that the same code on the same place always gets.
    pub fn id_of(source: &SourceId, code: &CodeId, chars: Option<CharSpan>) -> AdjudicationId {
        let place = chars.map_or(String::new(), |chars| format!("{}-{}", chars.start.0, chars.end.0));
        let hash = blake3::hash(format!("{source}\n{code}\n{place}").as_bytes());
        let letters = hash.as_bytes()[..4].iter().flat_map(|byte| [byte >> 4, byte & 15]);
        let name: String = letters.map(|letter| char::from(LETTERS[usize::from(letter)])).collect();
        AdjudicationId::new(&name).expect("letters are a valid id")
    }

    /// Returns whether it says anything: somebody stands for it, and its words are there.
    pub fn holds(&self) -> bool {
        self.is_placed && (self.verdict == Verdict::Agreed || !self.by.is_empty())
    }
}

impl Verdict {
    /// What people are told to write beside the name of a coder.
    pub const EXPECTED: &str = "coded, not-coded; coderen, niet-coderen";

    /// Returns the decision that a word in Dutch or English means; nothing for `agreed`, which nobody decides.
    pub fn called(word: &str) -> Option<Self> {
        match word.trim().to_lowercase().replace([' ', '_'], "-").as_str() {
            "coded" | "code" | "yes" | "coderen" | "gecodeerd" | "wel" | "wel-coderen" | "ja" => {
                Some(Verdict::Coded)
            }
            "not-coded" | "none" | "no" | "niet-coderen" | "niet-gecodeerd" | "niet" | "geen" | "nee" => {
                Some(Verdict::NotCoded)
            }
            _ => None,
        }
    }
}

/// What stands for a source as a whole.
const WHOLE: &str = "source";

impl fmt::Display for Settled {
    /// Writes `120-180`, `120-180:promoting`, `source` or `source:hindering`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.chars {
            Some(chars) => write!(f, "{}-{}", chars.start.0, chars.end.0)?,
            None => f.write_str(WHOLE)?,
        }
        write_valence(f, self.valence)
    }
}

impl FromStr for Settled {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (place, valence) = split_valence(text)?;
        let chars = match place {
            WHOLE => None,
            place => Some(read_chars(place).ok_or(())?),
        };
        Ok(Self { chars, valence })
    }
}

impl fmt::Display for Considered {
    /// Writes `anna/3f2a` or `anna/3f2a:promoting`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.coder, self.coding)?;
        write_valence(f, self.valence)
    }
}

impl FromStr for Considered {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (coding, valence) = split_valence(text)?;
        let (coder, coding) = coding.split_once('/').ok_or(())?;
        let (coder, coding) = (CoderId::new(coder).ok_or(())?, CodingId::new(coding).ok_or(())?);
        Ok(Self { coder, coding, valence })
    }
}

fn write_valence(f: &mut fmt::Formatter<'_>, valence: Option<Valence>) -> fmt::Result {
    valence.map_or(Ok(()), |valence| write!(f, ":{}", <&str>::from(valence)))
}

/// Splits off the valence at the end; no id holds the sign before it.
fn split_valence(text: &str) -> Result<(&str, Option<Valence>), ()> {
    match text.trim().split_once(':') {
        Some((rest, valence)) => Ok((rest.trim(), Some(valence.trim().parse().map_err(|_| ())?))),
        None => Ok((text.trim(), None)),
    }
}

/// Reads `120-180`, code points, as people write a place; also with a dash between numbers. Nothing when it is no such place,
/// or an empty one.
pub fn read_chars(text: &str) -> Option<CharSpan> {
    let (start, end) = text.split_once(['-', '–'])?;
    let number = |text: &str| text.trim().parse().map(CharOffset).ok();
    let chars = CharSpan { start: number(start)?, end: number(end)? };
    (!chars.is_empty()).then_some(chars)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_has_a_name_of_eight_letters() {
        let (source, code) = (SourceId::new("p01").unwrap(), CodeId::new("trust").unwrap());
        let chars = |start, end| Some(CharSpan { start: CharOffset(start), end: CharOffset(end) });
        let id = Adjudication::id_of(&source, &code, chars(0, 5));
        assert_eq!(id.as_str().len(), 8);
        assert!(id.as_str().bytes().all(|letter| LETTERS.contains(&letter)));
        assert_eq!(id, Adjudication::id_of(&source, &code, chars(0, 5)));
        assert_ne!(id, Adjudication::id_of(&source, &code, chars(0, 6)));
        assert_ne!(id, Adjudication::id_of(&source, &code, None));
    }

    #[test]
    fn what_stands_in_a_cell_is_read_as_it_was_written() {
        for text in ["120-180", "120-180:promoting", "source", "source:ambivalent"] {
            assert_eq!(text.parse::<Settled>().unwrap().to_string(), text);
        }
        for text in ["anna/3f", "één gezin/a b:hindering"] {
            assert_eq!(text.parse::<Considered>().unwrap().to_string(), text);
        }
        for bad in ["", "12", "5-5", "9-3", "1-2:up", "-"] {
            assert!(bad.parse::<Settled>().is_err(), "{bad}");
        }
        assert!("anna".parse::<Considered>().is_err() && "a/b:x".parse::<Considered>().is_err());
    }

    #[test]
    fn people_decide_in_their_own_words() {
        let meant = |words: &[&str]| words.iter().map(|word| Verdict::called(word)).collect::<Vec<_>>();
        assert_eq!(meant(&["Coderen", " coded ", "ja"]), [Some(Verdict::Coded); 3]);
        assert_eq!(meant(&["niet coderen", "not coded", "GEEN"]), [Some(Verdict::NotCoded); 3]);
        assert_eq!(meant(&["agreed", "anna", ""]), [None; 3]);
    }
}
