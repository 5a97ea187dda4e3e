//! Decisions that stand, as a table has them: written so that they can be read back.

use super::{Key, decided, key_of, settled};
use crate::disagreement::{Disagreements, Stretch};
use crate::table::Value;
use draad_core::{Adjudication, CoderId, Settled, Study, Valence, Verdict};
use std::collections::BTreeMap;

/// The decisions of a layer that stand, by what they are about.
pub struct Standing<'s> {
    study: &'s Study,
    rows: &'s [Adjudication],
    decided: BTreeMap<Key, usize>,
}

impl<'s> Standing<'s> {
    /// Takes those of a layer; of one that nobody decided anything for, none.
    pub fn of(study: &'s Study, layer: &CoderId) -> Self {
        let rows = study.adjudications.get(layer).map_or(&[][..], Vec::as_slice);
        Self { study, rows, decided: decided(rows) }
    }

    /// Returns the decision about a stretch, whoever compared it with which overlap.
    pub fn decision(&self, stretch: &Stretch) -> Option<&'s Adjudication> {
        if self.decided.is_empty() {
            return None;
        }
        self.decided.get(&key_of(self.study, stretch)).map(|&row| &self.rows[row])
    }

    /// Returns how many of these stretches were decided.
    pub fn count<'a>(&self, stretches: impl Iterator<Item = &'a Stretch>) -> usize {
        stretches.filter(|stretch| self.decision(stretch).is_some()).count()
    }

    /// Returns the cells `decision`, `valence`, `by` and `memo`; empty where nothing was decided.
    pub(crate) fn cells(&self, compared: &Disagreements, stretch: &Stretch) -> [Value; 4] {
        let Some(row) = self.decision(stretch) else {
            return [Value::Nothing, Value::Nothing, Value::Nothing, Value::Nothing];
        };
        let valence = one_valence(&row.coded);
        [
            Value::text(self.written(compared, stretch, row, valence)),
            valence.map_or(Value::Nothing, |valence| Value::text(<&str>::from(valence))),
            Value::words(&row.by.join(", ")),
            Value::words(&row.memo),
        ]
    }

    /// A coder whose reading it is, or else the place; `not-coded` where the code does not belong there.
    fn written(
        &self,
        compared: &Disagreements,
        stretch: &Stretch,
        row: &Adjudication,
        valence: Option<Valence>,
    ) -> String {
        if row.verdict == Verdict::NotCoded {
            return <&str>::from(row.verdict).to_owned();
        }
        let own = self.study.codebook.codes[stretch.code as usize].valence;
        let stated = |settled: Settled| {
            let stated = valence.or(settled.valence).filter(|valence| Some(*valence) != own);
            Settled { valence: stated, ..settled }
        };
        let is_it = |coded: Vec<Settled>| coded.into_iter().map(stated).eq(row.coded.iter().copied());
        let taken = stretch.readings.iter().find(|reading| is_it(settled(self.study, reading)));
        match taken {
            Some(reading) => compared.coders[reading.coder as usize].to_string(),
            None => row.coded.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        }
    }
}

/// Returns the valence that all of a decision has, where it was stated.
fn one_valence(coded: &[Settled]) -> Option<Valence> {
    let first = coded.first()?.valence;
    first.filter(|_| coded.iter().all(|settled| settled.valence == first))
}
