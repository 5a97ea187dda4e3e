//! How alike cases are: pair by pair by the codes they share, as a tree, and as a map with the factors.
//!
//! - **Codes**: factors and themes that occur in at least one case, present where the case × factor table has a passage;
//!   headings add up what is below them and are left out.
//! - **Cases**: those with material. A case without any is not a case in which nothing was found.
//! - Below [`LEAST_CASES`] cases pairs are all there is: a tree or a map of so few shows chance.

mod clustering;
mod map;
mod plain;
#[cfg(test)]
mod tests;

pub use clustering::{Clustering, Cut, Joining};
pub use map::{Item, Map, MapAxis, Place};

use crate::hits::{Rows, hits, passages};
use crate::material::lengths;
use crate::outcome::{outcome, outcome_of_cases};
use crate::presence::Presence;
use crate::{Basis, Options, Statement, problem};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::{CaseId, CodeId, Label, Problem, Study};
use draad_measures::cluster::average_linkage;
use draad_measures::distances::Distances;
use draad_measures::leaf_order::optimal_leaf_order;
use draad_measures::similarity::{Shared, bray_curtis, cosine, euclidean};
use draad_measures::{Measured, Undefined};
use serde::Serialize;
use strum::VariantNames;

/// From how many cases on there is a tree, a map, or an order by one of them.
pub const LEAST_CASES: usize = 8;

/// What to compute.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SimilarityOptions {
    /// How two cases are compared.
    pub measure: SimilarityMeasure,
    /// Codes in fewer cases are left out of the map of cases and factors: it exaggerates rare codes.
    pub min_cases: usize,
}

impl Default for SimilarityOptions {
    /// Jaccard; codes in two cases or more.
    fn default() -> Self {
        Self { measure: SimilarityMeasure::Jaccard, min_cases: 2 }
    }
}

/// How two cases are compared. With a codes that both have, b and c that one has, d that neither has:
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::EnumString, strum::IntoStaticStr, strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum SimilarityMeasure {
    /// a / (a + b + c)
    Jaccard,
    /// (a + d) / (a + b + c + d)
    SimpleMatching,
    /// (2a + d) / (2a + b + c + d)
    Zeta,
    /// 2a / (2a + b + c)
    Dice,
    /// a / (a + b + c + d)
    RussellRao,
    /// On passages: Σ|x − y| / Σ(x + y), a distance.
    BrayCurtis,
    /// On passages: the angle between two rows, a distance.
    Cosine,
    /// On passages: √Σ(x − y)², a distance without an upper end.
    Euclidean,
}

impl SimilarityMeasure {
    /// Returns the measure of this name.
    ///
    /// # Errors
    /// `TableValueUnknown`, with those that there are.
    pub fn named(name: &str) -> Outcome<Self> {
        name.parse().map_err(|_| {
            problem(Problem::TableValueUnknown {
                option: "measure".to_owned(),
                value: name.to_owned(),
                known: Self::VARIANTS.join(", "),
            })
        })
    }

    /// Returns whether it compares numbers of passages; otherwise whether codes are there or not.
    pub fn is_of_counts(self) -> bool {
        matches!(self, Self::BrayCurtis | Self::Cosine | Self::Euclidean)
    }

    /// Returns similarity and distance of two cases. Euclidean distances have no similarity.
    fn compare(self, shared: &Shared, first: &[u32], second: &[u32]) -> (Option<Measured>, Measured) {
        let similarity = match self {
            Self::Jaccard => shared.jaccard(),
            Self::SimpleMatching => shared.simple_matching(),
            Self::Zeta => shared.zeta(),
            Self::Dice => shared.dice(),
            Self::RussellRao => shared.russell_rao(),
            Self::BrayCurtis => bray_curtis(first, second).map(|distance| 1.0 - distance),
            Self::Cosine => cosine(first, second).map(|distance| 1.0 - distance),
            Self::Euclidean => return (None, Ok(euclidean(first, second))),
        };
        (Some(similarity), similarity.map(|similarity| 1.0 - similarity))
    }
}

/// How alike cases are. Positions of cases refer to `cases`.
#[derive(Clone, Debug, PartialEq)]
pub struct Similarity {
    /// What it rests on.
    pub basis: Basis,
    /// What was asked.
    pub options: SimilarityOptions,
    /// Cases with material, in the order of the study.
    pub cases: Vec<SimilarCase>,
    /// Cases without material.
    pub no_material: Vec<CaseId>,
    /// Codes by which cases are compared, in the order of the codebook.
    pub codes: Vec<CodeId>,
    /// Codes that occur in no case.
    pub unused: Vec<CodeId>,
    /// Each pair of cases: the first with the second, with the third, and so on.
    pub pairs: Vec<Pair>,
    /// Cases joined to a tree, by these distances.
    pub clustering: Result<Clustering, Undefined>,
    /// Cases and factors on one map, whatever the measure.
    pub correspondence: Result<Map, Undefined>,
    /// Cases on a map, by these distances.
    pub scaling: Result<Map, Undefined>,
}

/// A case that is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct SimilarCase {
    /// The case.
    pub id: CaseId,
    /// What people call it; may be empty.
    pub name: String,
    /// The value of its outcome, id and label, if it is known.
    pub outcome: Option<(String, Label)>,
    /// Codes that occur in it.
    pub n_codes: usize,
    /// Sources with material.
    pub n_sources: usize,
    /// Characters of material.
    pub n_chars: u64,
}

/// Two cases compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// One case.
    pub first: usize,
    /// The other, later in the study.
    pub second: usize,
    /// In which codes they agree and differ.
    pub shared: Shared,
    /// How alike they are; nothing where the measure is a distance without an upper end.
    pub similarity: Option<Measured>,
    /// How far apart they are.
    pub distance: Measured,
}

impl Similarity {
    /// Compares the cases from facts that were collected with the filter of `options`.
    ///
    /// # Errors
    /// The filter or the outcome names something that the study does not have; or no case passes.
    pub fn from_facts(
        study: &Study,
        facts: &Facts,
        options: &Options,
        own: &SimilarityOptions,
    ) -> Outcome<Self> {
        options.check(study)?;
        let rows = Rows::without_headings(&study.codebook, &options.filter, !options.unfolded);
        let hits = hits(facts, &rows, |_| 0);
        let presence = Presence::new(study, facts, &rows, &hits, &passages(&hits));
        let code = |row: &u32| study.codebook.codes[rows.codes[*row as usize] as usize].id.clone();
        let case_id = |case: &u32| study.cases[*case as usize].id.clone();
        let pairs = pairs(&presence, own.measure);
        let (coded, distances) = coded_cases(&presence, &pairs);
        let codes: Vec<CodeId> = presence.rows.iter().map(code).collect();
        let distances = distances.as_ref().map_err(|reason| *reason);
        let (clustering, (correspondence, scaling)) = rayon::join(
            || distances.map(|distances| clustering::cluster(&coded, distances)),
            || {
                rayon::join(
                    || map::correspondence(&presence, &codes, own.min_cases),
                    || distances.and_then(|distances| map::scaling(&coded, distances)),
                )
            },
        );
        Ok(Self {
            basis: Basis::new(study, facts, options, outcome(study, options)?),
            options: own.clone(),
            cases: cases(study, facts, options, &presence)?,
            no_material: presence.no_material.iter().map(case_id).collect(),
            unused: presence.unused.iter().map(code).collect(),
            clustering,
            correspondence,
            scaling,
            codes,
            pairs,
        })
    }

    /// Returns the cases that lie nearest to a case, all of them where several lie equally near; none where it can be compared
    /// with no other.
    pub fn nearest(&self, case: usize) -> Vec<usize> {
        let others = self.pairs.iter().filter_map(|pair| match (pair.first, pair.second) {
            (first, other) if first == case => Some((other, pair.distance.ok()?)),
            (other, second) if second == case => Some((other, pair.distance.ok()?)),
            _ => None,
        });
        let others: Vec<(usize, f64)> = others.collect();
        let least = others.iter().map(|other| other.1).fold(f64::INFINITY, f64::min);
        let is_nearest = |other: &&(usize, f64)| other.1 <= least + 1e-12;
        others.iter().filter(is_nearest).map(|other| other.0).collect()
    }

    /// Returns what the table says: which case a case is most like, or which ones, where no other is as near.
    pub fn statements(&self) -> Vec<Statement> {
        let of = |case: usize| {
            let statement = move |other: usize| {
                let subject = [case, other].map(|case| self.cases[case].id.as_str());
                Statement::new("case-most-like", subject, "")
            };
            self.nearest(case).into_iter().map(statement)
        };
        (0..self.cases.len()).flat_map(of).collect()
    }

    /// Returns the pair of two different cases, whichever comes first.
    pub fn pair(&self, one: usize, other: usize) -> &Pair {
        &self.pairs[place_of_pair(self.cases.len(), one.min(other), one.max(other))]
    }

    /// Returns the cases of the tree as they stand beside it: turned so that neighbours lie as near to each other as the tree
    /// allows.
    ///
    /// # Errors
    /// Where there is no tree.
    pub fn tree_order(&self) -> Result<Vec<usize>, Undefined> {
        self.clustering.as_ref().map_err(|reason| *reason)?;
        let coded: Vec<usize> = (0..self.cases.len()).filter(|&case| self.cases[case].n_codes > 0).collect();
        let between = |one: usize, other: usize| {
            self.pair(coded[one], coded[other]).distance.expect("cases with codes can be compared")
        };
        let distances = Distances::new(coded.len(), between);
        let order = optimal_leaf_order(&average_linkage(&distances), &distances);
        Ok(order.into_iter().map(|leaf| coded[leaf]).collect())
    }

    /// Returns the cases with material in which no code occurs: they have no place in a tree or on a map.
    pub fn without_codes(&self) -> impl Iterator<Item = &SimilarCase> {
        self.cases.iter().filter(|case| case.n_codes == 0)
    }
}

fn cases(study: &Study, facts: &Facts, options: &Options, presence: &Presence) -> Outcome<Vec<SimilarCase>> {
    let outcomes = outcome_of_cases(study, options)?;
    let lengths = lengths(study, facts);
    let describe = |(place, &case): (usize, &u32)| SimilarCase {
        id: study.cases[case as usize].id.clone(),
        name: study.cases[case as usize].name.clone(),
        outcome: outcomes[case as usize].clone(),
        n_codes: presence.marks.n_in_row(place),
        n_sources: lengths[case as usize].n_sources,
        n_chars: lengths[case as usize].n_chars,
    };
    Ok(presence.cases.iter().enumerate().map(describe).collect())
}

fn pairs(presence: &Presence, measure: SimilarityMeasure) -> Vec<Pair> {
    let n = presence.cases.len();
    let pair = |first: usize, second: usize| {
        let shared = presence.marks.shared(first, second);
        let rows = (presence.passages_of(first), presence.passages_of(second));
        let (similarity, distance) = measure.compare(&shared, rows.0, rows.1);
        Pair { first, second, shared, similarity, distance }
    };
    (0..n).flat_map(|first| (first + 1..n).map(move |second| pair(first, second))).collect()
}

/// Returns where a pair of `n` cases stands in the list of pairs; those of one case stand together.
fn place_of_pair(n: usize, first: usize, second: usize) -> usize {
    first * (2 * n - first - 1) / 2 + second - first - 1
}

/// Returns the cases in which a code occurs, and their distances.
fn coded_cases(presence: &Presence, pairs: &[Pair]) -> (Vec<usize>, Result<Distances, Undefined>) {
    let n = presence.cases.len();
    let coded: Vec<usize> = (0..n).filter(|&case| presence.marks.n_in_row(case) > 0).collect();
    if coded.len() < LEAST_CASES {
        let reason = Undefined::TooFewCases { n: coded.len(), needed: LEAST_CASES };
        return (coded, Err(reason));
    }
    let between = |first: usize, second: usize| {
        let pair = &pairs[place_of_pair(n, coded[first], coded[second])];
        pair.distance.expect("cases with codes can be compared")
    };
    let distances = Distances::new(coded.len(), between);
    (coded, Ok(distances))
}
