//! The passages of some codes, case by case: whether a code is present, and the words that show it.

use crate::directions::Pointing;
use crate::evidence::passage;
use crate::hits::{Hit, Rows, Stretch, hits, passages};
use crate::material::{cases_read, cases_with_material};
use crate::meta_matrix::picked::pick;
use crate::{Options, Passage};
use draad_core::facts::Facts;
use draad_core::{CodeId, Study, Valence};
use draad_measures::Undefined;

/// The passages of some codes, sorted by code, case and place.
pub(super) struct Cells<'s> {
    study: &'s Study,
    facts: &'s Facts,
    rows: Rows,
    hits: Vec<Hit>,
    passages: Vec<Stretch>,
    has_material: Vec<bool>,
    is_read: Vec<bool>,
}

impl<'s> Cells<'s> {
    /// Lays out the codings of some codes and, unless asked otherwise, of what is below them. `facts` were collected with the
    /// filter of `options`.
    pub(super) fn new<'c>(
        study: &'s Study,
        facts: &'s Facts,
        options: &Options,
        codes: impl Iterator<Item = &'c CodeId>,
    ) -> Self {
        let places = codes.filter_map(|code| study.codebook.codes.get_index_of(code));
        let places: Vec<u32> = places.map(|place| place as u32).collect();
        let rows = Rows::new(&study.codebook, &options.filter, !options.unfolded).only(&places);
        let hits = hits(facts, &rows, |_| 0);
        let passages = passages(&hits);
        let (has_material, is_read) = (cases_with_material(study, facts), cases_read(study, facts));
        Self { study, facts, rows, hits, passages, has_material, is_read }
    }

    /// Returns the passages of a code in a case, in one direction where that is named. The case is a position in the study.
    ///
    /// # Errors
    /// `NoMaterial` where nothing could have been found, `NotCoded` where nobody looked.
    fn of(&self, code: &CodeId, valence: Option<Valence>, case: u32) -> Result<Vec<&Stretch>, Undefined> {
        let place = self.study.codebook.codes.get_index_of(code).map(|place| place as u32);
        let row = self.rows.codes.iter().position(|row| Some(*row) == place).unwrap_or(usize::MAX) as u32;
        let at = |stretch: &Stretch| {
            let hit = &self.hits[stretch.hits.start];
            (hit.row, hit.case)
        };
        let first = self.passages.partition_point(|stretch| at(stretch) < (row, case));
        let after = self.passages.partition_point(|stretch| at(stretch) <= (row, case));
        let found = self.passages[first..after].iter().filter(|stretch| self.points(stretch, valence));
        let found: Vec<&Stretch> = found.collect();
        match case as usize {
            _ if !found.is_empty() => Ok(found),
            case if !self.has_material[case] => Err(Undefined::NoMaterial),
            case if !self.is_read[case] => Err(Undefined::NotCoded),
            _ => Ok(found),
        }
    }

    /// Returns how many passages of a code there are in a case.
    ///
    /// # Errors
    /// `NoMaterial` where nothing could have been found, `NotCoded` where nobody looked.
    pub(super) fn count(
        &self,
        code: &CodeId,
        valence: Option<Valence>,
        case: u32,
    ) -> Result<usize, Undefined> {
        self.of(code, valence, case).map(|passages| passages.len())
    }

    /// Returns the quotes that stand for a code in a case, at most `n`, as the meta-matrix picks them.
    pub(super) fn quotes(
        &self,
        code: &CodeId,
        valence: Option<Valence>,
        case: u32,
        n: usize,
    ) -> Vec<Passage> {
        let found: Vec<Stretch> = self.of(code, valence, case).into_iter().flatten().cloned().collect();
        let picked = pick(self.study, self.facts, &self.hits, &found, n).into_iter();
        let quote = |place: usize| passage(self.study, self.facts, &self.rows, &self.hits, &found[place]);
        picked.map(|(place, _)| quote(place)).collect()
    }

    fn points(&self, stretch: &Stretch, valence: Option<Valence>) -> bool {
        let pointing = Pointing::of(self.facts, &self.hits, stretch);
        match valence {
            None => true,
            Some(Valence::Promoting) => pointing.promoting,
            Some(Valence::Hindering) => pointing.hindering,
            Some(Valence::Ambivalent) => pointing.ambivalent,
        }
    }
}
