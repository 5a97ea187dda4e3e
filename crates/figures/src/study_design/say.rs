//! What a design says in words: names, titles, caption and alternative text.

use crate::caption::Caption;
use crate::style::Style;
use draad_analysis::StudyDesign;
use draad_analysis::study_design::{Group, MethodRow, ResearchPhase};
use draad_core::Study;
use draad_words::capitalised;

/// What is drawn, and how.
pub(super) struct Subject<'a> {
    pub(super) design: &'a StudyDesign,
    pub(super) study: &'a Study,
    pub(super) style: &'a Style,
}

impl Subject<'_> {
    pub(super) fn phase_name(&self, phase: &ResearchPhase) -> String {
        capitalised(&phase.label.or(self.style.words.language, &phase.id))
    }

    pub(super) fn method_name(&self, row: &MethodRow) -> String {
        capitalised(&row.label.or(self.style.words.language, row.name.as_str()))
    }

    /// "21 ouders", or "experts" where nobody counted.
    pub(super) fn group_name(&self, group: &Group) -> String {
        let words = self.style.words;
        let name = group.label.get(words.language);
        match group.n {
            Some(n) => format!("{}\u{A0}{name}", words.whole(u64::from(n))),
            None => name.to_owned(),
        }
    }

    pub(super) fn title(&self, row: &MethodRow, phase: usize) -> String {
        let groups: Vec<String> =
            row.cells[phase].iter().flatten().map(|group| self.group_name(group)).collect();
        let place = format!("{}, {}", self.method_name(row), self.phase_name(&self.design.phases[phase]));
        match groups.is_empty() {
            true => place,
            false => format!("{place}: {}", groups.join(", ")),
        }
    }

    /// The most that were heard by one method in one phase.
    pub(super) fn most(&self) -> u32 {
        let totals = self
            .design
            .methods
            .iter()
            .flat_map(|row| (0..row.cells.len()).filter_map(|phase| row.total(phase)));
        totals.max().unwrap_or(0).max(1)
    }

    pub(super) fn caption(&self) -> String {
        let mut caption = Caption::new(self.style.words, self.study);
        caption
            .add("figure-study-design-what")
            .add("figure-study-design-tiles")
            .add("figure-study-design-order");
        caption.finish(&self.design.basis)
    }

    pub(super) fn alt(&self) -> String {
        let words = self.style.words;
        let of_phase = |(place, phase): (usize, &ResearchPhase)| {
            let used = self.design.methods.iter().filter(|row| row.cells[place].is_some());
            let methods: Vec<String> = used.map(|row| self.method_name(row).to_lowercase()).collect();
            format!("{}: {}", self.phase_name(phase), methods.join(", "))
        };
        let phases: Vec<String> = self.design.phases.iter().enumerate().map(of_phase).collect();
        let args = [("n", self.design.phases.len().into()), ("phases", phases.join("; ").into())];
        words.say_with("figure-study-design-alt", args)
    }
}
