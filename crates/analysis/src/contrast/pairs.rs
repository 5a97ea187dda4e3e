//! Pairs of cases: similar ones with different outcomes, and different ones with the same.

use super::share::Share;
use super::{AttributePair, CasePair, CasePairs, ContrastCase, ContrastGroup};
use crate::attribute::stated;
use crate::compute::positions;
use draad_core::facts::Facts;
use draad_core::{Attribute, CodeId, CodeKind, Study, Valence};
use fixedbitset::FixedBitSet;
use std::cmp::{Ordering, Reverse};

/// Which factors occur in each case.
pub(super) struct Profiles<'a> {
    study: &'a Study,
    outcome: &'a Attribute,
    /// The cases as positions in the study.
    order: &'a [u32],
    groups: &'a [ContrastGroup],
    cases: &'a [ContrastCase],
    profiles: Vec<Profile>,
}

/// Sets of positions in the codebook.
#[derive(Clone)]
struct Profile {
    occurs: FixedBitSet,
    promotes: FixedBitSet,
    hinders: FixedBitSet,
}

/// Two cases with their similarity.
#[derive(Clone, Copy)]
struct Held {
    first: usize,
    second: usize,
    similarity: Share,
}

impl<'a> Profiles<'a> {
    /// Collects the factors of each case, each under its own code.
    pub(super) fn new(
        study: &'a Study,
        facts: &Facts,
        outcome: &'a Attribute,
        order: &'a [u32],
        groups: &'a [ContrastGroup],
        cases: &'a [ContrastCase],
    ) -> Self {
        let none = FixedBitSet::with_capacity(study.codebook.codes.len());
        let empty = Profile { occurs: none.clone(), promotes: none.clone(), hinders: none };
        let mut profiles = vec![empty; cases.len()];
        let position_of_case = positions(study.cases.len(), order);
        for fact in &facts.codings {
            if study.codebook.codes[fact.code as usize].kind == CodeKind::Factor {
                let case = position_of_case[fact.case as usize].expect("facts hold only cases that pass");
                let profile = &mut profiles[case as usize];
                profile.occurs.insert(fact.code as usize);
                match fact.valence {
                    Some(Valence::Promoting) => profile.promotes.insert(fact.code as usize),
                    Some(Valence::Hindering) => profile.hinders.insert(fact.code as usize),
                    Some(Valence::Ambivalent) | None => {}
                }
            }
        }
        Self { study, outcome, order, groups, cases, profiles }
    }

    /// Returns the most similar cases with different outcomes.
    pub(super) fn similar(&self, n: usize) -> CasePairs {
        self.pairs(n, |a, b| a != b, |a, b| Reverse(a).cmp(&Reverse(b)))
    }

    /// Returns the most different cases with the same outcome.
    pub(super) fn different(&self, n: usize) -> CasePairs {
        self.pairs(n, |a, b| a == b, |a, b| a.cmp(&b))
    }

    /// Returns the cases with an outcome that are in no pair.
    pub(super) fn not_compared(&self) -> Vec<usize> {
        self.stated().filter(|&case| !self.is_read(case)).collect()
    }

    fn stated(&self) -> impl Iterator<Item = usize> {
        (0..self.cases.len()).filter(|&case| self.groups[self.cases[case].group].level.is_some())
    }

    /// Returns whether there was something to find in a case, which a coding outside all material shows too.
    fn is_read(&self, case: usize) -> bool {
        self.cases[case].is_read || !self.profiles[case].occurs.is_clear()
    }

    /// Returns the first pairs of cases whose outcome groups fit, by similarity and then by ids.
    fn pairs(
        &self,
        n: usize,
        fits: impl Fn(usize, usize) -> bool,
        in_order: impl Fn(Share, Share) -> Ordering,
    ) -> CasePairs {
        let compared: Vec<usize> = self.stated().filter(|&case| self.is_read(case)).collect();
        let (mut held, mut n_undefined) = (Vec::new(), 0);
        for (place, &first) in compared.iter().enumerate() {
            let others = compared[place + 1..].iter();
            for &second in others.filter(|&&second| fits(self.cases[first].group, self.cases[second].group)) {
                match self.similarity(first, second) {
                    Some(similarity) => held.push(Held { first, second, similarity }),
                    None => n_undefined += 1,
                }
            }
        }
        let ids = |held: &Held| (&self.cases[held.first].id, &self.cases[held.second].id);
        held.sort_unstable_by(|a, b| in_order(a.similarity, b.similarity).then_with(|| ids(a).cmp(&ids(b))));
        let shown = &held[..n.min(held.len())];
        let tied = shown
            .last()
            .map(|last| held[shown.len()..].iter().take_while(|held| held.similarity == last.similarity));
        CasePairs {
            pairs: shown.iter().map(|held| self.pair(held.first, held.second)).collect(),
            n_compared: held.len(),
            n_tied: tied.map_or(0, Iterator::count),
            n_undefined,
        }
    }

    /// Returns the Jaccard similarity; nothing where neither case has a factor.
    fn similarity(&self, first: usize, second: usize) -> Option<Share> {
        let (first, second) = (&self.profiles[first].occurs, &self.profiles[second].occurs);
        let (k, n) = (first.intersection_count(second) as u64, first.union_count(second) as u64);
        (n > 0).then_some(Share { k, n })
    }

    fn pair(&self, first: usize, second: usize) -> CasePair {
        let (a, b) = (&self.profiles[first], &self.profiles[second]);
        let ids = |places: &mut dyn Iterator<Item = usize>| -> Vec<CodeId> {
            places.map(|place| self.study.codebook.codes[place].id.clone()).collect()
        };
        let both = || a.occurs.intersection(&b.occurs);
        let directions =
            |one: &Profile, place: usize| (one.promotes.contains(place), one.hinders.contains(place));
        let is_opposed = |place: &usize| {
            let found = (directions(a, *place), directions(b, *place));
            matches!(found, ((true, false), (false, true)) | ((false, true), (true, false)))
        };
        let is_turned = |place: &usize| directions(a, *place) != directions(b, *place) && !is_opposed(place);
        let mut pair = CasePair {
            first,
            second,
            shared: ids(&mut both()),
            opposed: ids(&mut both().filter(is_opposed)),
            turned: ids(&mut both().filter(is_turned)),
            only_first: ids(&mut a.occurs.difference(&b.occurs)),
            only_second: ids(&mut b.occurs.difference(&a.occurs)),
            differing: Vec::new(),
            agreeing: Vec::new(),
            not_stated: Vec::new(),
        };
        self.compare_attributes(&mut pair);
        pair
    }

    fn compare_attributes(&self, pair: &mut CasePair) {
        let case = |position: usize| &self.study.cases[self.order[position] as usize];
        let (first, second) = (case(pair.first), case(pair.second));
        for attribute in self.study.settings.attributes_for_others() {
            let id = &attribute.id;
            if *id == self.outcome.id {
                continue;
            }
            match (stated(first, id), stated(second, id)) {
                (Some(one), Some(other)) if one == other => pair.agreeing.push(id.clone()),
                (Some(one), Some(other)) => pair.differing.push(AttributePair {
                    attribute: id.clone(),
                    first: one.to_string(),
                    second: other.to_string(),
                }),
                _ => pair.not_stated.push(id.clone()),
            }
        }
    }
}
