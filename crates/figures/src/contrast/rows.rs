//! The rows: factors, each with a dot per outcome group.

use crate::marks::Shape;
use draad_analysis::Contrast;
use draad_analysis::contrast::{ContrastGroup, FactorContrast, Happens};
use draad_core::Valence;
use draad_words::Words;

/// A factor and how often it works in its own direction.
#[derive(Clone, Debug)]
pub(super) struct FactorDots {
    /// Position in [`Contrast::factors`].
    pub(super) at: usize,
    /// What is counted: that it works in its own direction, or without one that it occurs.
    pub(super) happens: Happens,
    /// Per group in how many of how many cases; nothing where the group has no case with material.
    pub(super) k_of_n: Vec<Option<(usize, usize)>>,
    /// Positions of the groups that are compared: the first and the last with a stated outcome and material.
    ends: Option<(usize, usize)>,
}

/// Returns the factors that occur, by section, then by the difference between the ends of the outcome, then by id.
pub(super) fn in_order(contrast: &Contrast) -> Vec<FactorDots> {
    let used = (0..contrast.factors.len()).filter(|&at| !contrast.factors[at].is_unused());
    let mut factors: Vec<FactorDots> = used.map(|at| FactorDots::new(contrast, at)).collect();
    let section = |dots: &FactorDots| contrast.factors[dots.at].section();
    factors.sort_by(|a, b| {
        let id = |dots: &FactorDots| &contrast.factors[dots.at].id;
        let by_difference = b.difference().total_cmp(&a.difference());
        section(a).cmp(&section(b)).then(by_difference).then_with(|| id(a).cmp(id(b)))
    });
    factors
}

impl FactorDots {
    fn new(contrast: &Contrast, at: usize) -> Self {
        let factor = &contrast.factors[at];
        let happens = match factor.valence {
            Some(Valence::Promoting) => Happens::Promotes,
            Some(Valence::Hindering) => Happens::Hinders,
            _ => Happens::Occurs,
        };
        let groups = 0..contrast.groups.len();
        let k_of_n: Vec<_> = groups.map(|group| contrast.k_of_n(factor, group, happens).ok()).collect();
        let mut stated = (0..contrast.groups.len())
            .filter(|&group| contrast.groups[group].level.is_some() && k_of_n[group].is_some());
        let ends = stated.next().and_then(|first| Some((first, stated.next_back()?)));
        Self { at, happens, k_of_n, ends }
    }

    /// Returns the share of the cases of a group, between 0 and 1.
    pub(super) fn share(&self, group: usize) -> Option<f64> {
        self.k_of_n[group].map(|(k, n)| k as f64 / n as f64)
    }

    /// Returns how far apart the ends of the outcome are; −1 where there is nothing to compare.
    pub(super) fn difference(&self) -> f64 {
        let ends = self.ends.and_then(|(first, last)| Some((self.share(first)?, self.share(last)?)));
        ends.map_or(-1.0, |(first, last)| (first - last).abs())
    }

    /// Returns the lowest and the highest share of the stated outcomes.
    pub(super) fn reach(&self, groups: &[ContrastGroup]) -> Option<(f64, f64)> {
        let shares = (0..groups.len()).filter(|&group| groups[group].level.is_some());
        let shares: Vec<f64> = shares.filter_map(|group| self.share(group)).collect();
        let least = shares.iter().copied().reduce(f64::min)?;
        Some((least, shares.into_iter().fold(least, f64::max)))
    }

    pub(super) fn shape(&self) -> Shape {
        match self.happens {
            Happens::Promotes => Shape::Circle,
            Happens::Hinders => Shape::Diamond,
            Happens::Occurs => Shape::Square,
        }
    }

    /// "Vertrouwen: bevordert in 5 van 6 (constructief), 1 van 3 (vastgelopen)"
    pub(super) fn title(&self, contrast: &Contrast, words: Words) -> String {
        let factor = &contrast.factors[self.at];
        let group = |group: usize| {
            let (k, n) = self.k_of_n[group]?;
            let name = group_name(&contrast.groups[group], words);
            let counts = words.say_with("k-of-n", [("k", k.into()), ("n", n.into())]);
            Some(format!("{counts} ({name})"))
        };
        let groups: Vec<String> = (0..contrast.groups.len()).filter_map(group).collect();
        let key = format!("figure-contrast-row-{}", <&str>::from(self.happens));
        words.say_with(&key, [("factor", name(factor, words).into()), ("groups", groups.join(", ").into())])
    }
}

/// Returns the name of a factor, or its id where it has none.
pub(super) fn name(factor: &FactorContrast, words: Words) -> String {
    factor.name.or(words.language, &factor.id)
}

/// Returns the name of an outcome, to stand in a sentence.
pub(super) fn group_name(group: &ContrastGroup, words: Words) -> String {
    match &group.level {
        Some(level) => group.label.or(words.language, level),
        None => words.say("unknown-outcome"),
    }
}

/// Returns the ids of the cases that do not fit a factor, in the order of the cases.
pub(super) fn deviant(contrast: &Contrast, factor: &FactorContrast) -> Vec<String> {
    let mut cases: Vec<usize> = factor.deviant.iter().map(|deviant| deviant.case).collect();
    cases.sort_unstable();
    cases.dedup();
    cases.into_iter().map(|case| contrast.cases[case].id.to_string()).collect()
}
