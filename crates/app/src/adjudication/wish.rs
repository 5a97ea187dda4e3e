//! What people want a stretch to become, in their words.

use crate::{coding, handed};
use draad_analysis::Layer;
use draad_analysis::adjudication::settled;
use draad_analysis::disagreement::{CoderReading, Stretch};
use draad_core::adjudication::read_chars;
use draad_core::anchor::{find_quote, find_quote_loosely};
use draad_core::filter::{list, nearest};
use draad_core::{CharSpan, Diagnostic, Place, Problem, Settled, Study, Valence, Verdict, id::folded};
use draad_store::{AdjudicationRequest, read_adjudication_requests};

/// A decision that somebody asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Where it was asked: the line of a table, or nothing in particular.
    pub place: Place,
    /// The name of the stretch, or the beginning of it.
    pub id: String,
    /// What it is to become; nothing when that was not said.
    pub wish: Option<Wish>,
    /// The valence, where the wish leaves it open or it is to be another.
    pub valence: Option<Valence>,
    /// Who decided; nobody leaves those of all.
    pub by: Vec<String>,
    /// Why; empty leaves that of all.
    pub memo: String,
}

/// What a stretch is to become.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// What this coder has there, be it nothing.
    Take(String),
    /// Not coded.
    NotCoded,
    /// Coded on this place, `120-180`, or on these words.
    Span(String),
    /// Any of these, as it stands in the cell of a table; also `coded`, which takes the reading that overlaps most.
    Written(String),
}

impl Asked {
    /// Whether it says the same as another.
    pub(super) fn says_as(&self, other: &Self) -> bool {
        (&self.wish, self.valence, &self.by, &self.memo)
            == (&other.wish, other.valence, &other.by, &other.memo)
    }
}

/// Reads names with commas or semicolons between them.
pub fn names(text: &str) -> Vec<String> {
    text.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Reads decisions from a table, as text or in a workbook, with the columns id and decision, and optionally valence, by and memo; rows without a decision
/// leave the stretch open, and are refused where they say why or with which valence. Rows that cannot be read are returned with
/// their reason.
pub fn read_decisions(file: &str, bytes: Vec<u8>) -> (Vec<Asked>, Vec<Diagnostic>) {
    let (rows, refused) = handed::read(file, bytes, "id", read_adjudication_requests);
    let asked = |(line, row): (u32, AdjudicationRequest)| Asked {
        place: Place::line(file, line),
        id: row.id,
        wish: (!row.decision.is_empty()).then_some(Wish::Written(row.decision)),
        valence: row.valence,
        by: names(&row.by),
        memo: row.memo,
    };
    let says_something =
        |row: &AdjudicationRequest| !row.decision.is_empty() || !row.memo.is_empty() || row.valence.is_some();
    let decided = rows.into_iter().filter(|(_, row)| says_something(row));
    (decided.map(asked).collect(), refused)
}

/// Returns the stretch that a name, or the beginning of one, means; of a stretch that was decided also the name in its decision.
pub(super) fn called(layer: &Layer, id: &str) -> Result<usize, Problem> {
    let wanted = id.trim().to_lowercase();
    let stretches = &layer.compared.stretches;
    let has_name = |position: usize, is_it: &dyn Fn(&str) -> bool| {
        let own = stretches[position].id.as_str();
        is_it(own) || layer.decision(position).is_some_and(|row| is_it(row.id.as_str()))
    };
    let matching = |is_it: &dyn Fn(&str) -> bool| -> Vec<usize> {
        (0..stretches.len()).filter(|&position| has_name(position, is_it)).collect()
    };
    let mut found = matching(&|name| name == wanted);
    if found.is_empty() && !wanted.is_empty() {
        found = matching(&|name| name.starts_with(&wanted));
    }
    match found[..] {
        [only] => Ok(only),
        [] => {
            let nearest = nearest(&wanted, layer.open().map(|stretch| stretch.id.as_str()));
            Err(Problem::UnknownDisagreement { id: id.to_owned(), nearest })
        }
        ref several => Err(Problem::DisagreementAmbiguous {
            id: id.to_owned(),
            candidates: list(several.iter().take(5).map(|&position| &stretches[position].id)),
        }),
    }
}

/// What a wish means for one stretch.
pub(super) struct Meaning<'a> {
    pub(super) study: &'a Study,
    pub(super) layer: &'a Layer,
    pub(super) stretch: &'a Stretch,
    pub(super) valence: Option<Valence>,
}

impl Meaning<'_> {
    /// Returns what is decided, and what the layer gets.
    pub(super) fn of(&self, wish: &Wish) -> Result<(Verdict, Vec<Settled>), Problem> {
        let (verdict, coded) = match wish {
            Wish::Take(coder) => self.taken(self.reading_of(coder)?),
            Wish::NotCoded => (Verdict::NotCoded, Vec::new()),
            Wish::Span(text) => self.on(self.chars(text).ok_or_else(|| self.unclear(text))?)?,
            Wish::Written(text) => self.written(text)?,
        };
        let code = &self.study.codebook.codes[self.stretch.code as usize];
        for settled in &coded {
            coding::check_code(self.study, &code.id, settled.valence)?;
        }
        Ok((verdict, coded))
    }

    fn written(&self, text: &str) -> Result<(Verdict, Vec<Settled>), Problem> {
        if self.position_of(text).is_some() {
            return Ok(self.taken(self.reading_of(text)?));
        }
        match Verdict::called(text) {
            Some(Verdict::NotCoded) => Ok((Verdict::NotCoded, Vec::new())),
            Some(Verdict::Coded | Verdict::Agreed) => {
                self.one_valence()?;
                Ok(self.taken(self.stretch.agreed_reading(self.study)))
            }
            None => self.on(self.chars(text).ok_or_else(|| self.unclear(text))?),
        }
    }

    /// Returns the coder that a name means, by id or by label, as a position among the compared.
    fn position_of(&self, name: &str) -> Option<u32> {
        let wanted = folded(name.trim());
        let coders = &self.study.settings.coders;
        let is_it = |coder: &&draad_core::CoderId| {
            let label = coders.iter().find(|known| known.id == **coder).map(|known| &known.label);
            folded(coder.as_str()) == wanted || label.is_some_and(|label| label.is(name.trim()))
        };
        let position = self.layer.compared.coders.iter().position(|coder| is_it(&coder));
        position.map(|position| position as u32)
    }

    fn reading_of(&self, coder: &str) -> Result<&CoderReading, Problem> {
        let position = self.position_of(coder);
        let reading = self.stretch.readings.iter().find(|reading| Some(reading.coder) == position);
        reading.ok_or_else(|| {
            let readers = self.stretch.readings.iter();
            Problem::DisagreementNotRead {
                id: self.stretch.id.to_string(),
                coder: coder.trim().to_owned(),
                readers: list(readers.map(|reading| &self.layer.compared.coders[reading.coder as usize])),
            }
        })
    }

    /// What one coder has there.
    fn taken(&self, reading: &CoderReading) -> (Verdict, Vec<Settled>) {
        let with_valence =
            |settled: Settled| Settled { valence: self.stated(self.valence.or(settled.valence)), ..settled };
        let coded: Vec<Settled> = settled(self.study, reading).into_iter().map(with_valence).collect();
        if coded.is_empty() { (Verdict::NotCoded, coded) } else { (Verdict::Coded, coded) }
    }

    /// The code on a place of its own.
    fn on(&self, chars: CharSpan) -> Result<(Verdict, Vec<Settled>), Problem> {
        let text = &self.study.sources[self.stretch.source as usize].text;
        if text.span(chars).is_none() {
            let (start, end) = (chars.start.0, chars.end.0);
            return Err(Problem::DecisionPastEnd { start, end, length: text.n_chars() });
        }
        let valence = self.valence.or(self.one_valence()?);
        Ok((Verdict::Coded, vec![Settled { chars: Some(chars), valence: self.stated(valence) }]))
    }

    /// A valence as a coding states it: not where it is the code's own.
    fn stated(&self, valence: Option<Valence>) -> Option<Valence> {
        valence.filter(|_| valence != self.study.codebook.codes[self.stretch.code as usize].valence)
    }

    /// The one valence that all readings have; where they differ, it must have been given.
    fn one_valence(&self) -> Result<Option<Valence>, Problem> {
        let valences = self.stretch.valences();
        if self.valence.is_some() || valences.len() < 2 {
            return Ok(valences.into_iter().next().flatten());
        }
        let names = valences.iter().map(|valence| valence.map_or("–", Into::into));
        Err(Problem::DisagreementValenceUnclear { id: self.stretch.id.to_string(), valences: list(names) })
    }

    /// Returns the place that is written as numbers, or that has these words on the stretch; it shares a character with it.
    fn chars(&self, written: &str) -> Option<CharSpan> {
        let meets = |chars: &CharSpan| self.stretch.chars.is_none_or(|own| own.overlaps(*chars));
        if let Some(chars) = read_chars(written) {
            return Some(chars).filter(meets);
        }
        let text = &self.study.sources[self.stretch.source as usize].text;
        let words = written.trim();
        if words.is_empty() {
            return None;
        }
        let mut places = find_quote(text.as_str(), words);
        if places.is_empty() {
            places = find_quote_loosely(text.as_str(), words);
        }
        let mut here = places.into_iter().map(|span| text.char_span(span)).filter(meets);
        here.next().filter(|_| here.next().is_none())
    }

    fn unclear(&self, value: &str) -> Problem {
        let coders = self.layer.compared.coders.iter().map(ToString::to_string);
        let place = self.stretch.chars.map(|chars| format!("{}-{}", chars.start.0, chars.end.0));
        let rest = [Verdict::EXPECTED.replace(';', ",")].into_iter().chain(place);
        Problem::DisagreementDecisionUnclear {
            id: self.stretch.id.to_string(),
            value: value.to_owned(),
            known: list(coders.chain(rest)),
        }
    }
}
