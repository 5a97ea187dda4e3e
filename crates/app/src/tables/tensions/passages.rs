//! Two voices on one page, and what stands apart from them.

use super::Reading;
use crate::passages::{Showing, Shown};
use crate::show::{Section, View};
use draad_analysis::Passage;
use draad_analysis::tensions::{Tension, Voices};

impl Reading<'_> {
    /// Contrasting passages side by side.
    pub(super) fn voices(&self) -> Option<View> {
        let words = self.words;
        let mut showing = Showing::new(self.project);
        let mut sections = Vec::new();
        for factor in self.detailed() {
            for voices in &factor.voices {
                let cells = [&voices.promoting, &voices.hindering];
                let cells = cells.map(|passage| self.quote(&mut showing, passage));
                sections
                    .push(Section { title: self.voices_title(factor, voices), rows: vec![cells.to_vec()] });
            }
        }
        (!sections.is_empty()).then(|| View {
            part: "tensions-passages",
            title: words.say("tensions-voices-title"),
            header: vec![
                format!("● {}", words.say("valence-promoting")),
                format!("◆ {}", words.say("valence-hindering")),
            ],
            n_left: 0,
            n_prose: 2,
            sections,
            notes: [words.say("tensions-voices")].into_iter().chain(self.open_side_note()).collect(),
        })
    }

    fn voices_title(&self, factor: &Tension, voices: &Voices) -> String {
        let shared = self.words.say(&format!("tensions-shared-{}", <&str>::from(voices.shared)));
        let args = [("factor", self.name(factor).into()), ("shared", shared.into())];
        self.words.say_with("tensions-voices-of", args)
    }

    /// Ambivalent passages, and those that two codings read differently.
    pub(super) fn apart(&self) -> Option<View> {
        let words = self.words;
        let mut showing = Showing::new(self.project);
        let section = |factor: &Tension| {
            let both = factor.both_ways.iter().map(|passage| ("●◆", passage));
            let ambivalent = factor.ambivalent_passages.iter().map(|passage| ("◐", passage));
            let rows = both
                .chain(ambivalent)
                .map(|(mark, passage)| vec![mark.to_owned(), self.quote(&mut showing, passage)]);
            Section { title: self.apart_title(factor), rows: rows.collect() }
        };
        let sections: Vec<Section> = self.detailed().iter().map(section).collect();
        let sections: Vec<Section> =
            sections.into_iter().filter(|section| !section.rows.is_empty()).collect();
        (!sections.is_empty()).then(|| View {
            part: "tensions-passages",
            title: words.say("tensions-apart-title"),
            header: vec![String::new(), words.say("tensions-head-passage")],
            n_left: 1,
            n_prose: 1,
            sections,
            notes: vec![words.say("tensions-apart")],
        })
    }

    fn apart_title(&self, factor: &Tension) -> String {
        let n_both =
            factor.both.iter().filter(|both| both.reach == draad_analysis::tensions::Reach::Passage).count();
        let args = [
            ("factor", self.name(factor).into()),
            ("ambivalent", factor.passages.ambivalent.into()),
            ("cases", factor.ambivalent.len().into()),
            ("both", n_both.into()),
        ];
        self.words.say_with("tensions-apart-of", args)
    }

    /// The words, and below them whose they are and where they stand.
    fn quote(&self, showing: &mut Showing, passage: &Passage) -> String {
        let shown = showing.show(passage.clone());
        let text = match passage.chars {
            Some(_) => format!("“{}”", passage.text.split_whitespace().collect::<Vec<_>>().join(" ")),
            None => self.words.say("cell-whole-source"),
        };
        format!("{text}\n{}", self.whose(&shown))
    }

    fn whose(&self, shown: &Shown) -> String {
        let passage = &shown.passage;
        let line = shown.line.map_or(String::new(), |line| format!(":{line}"));
        let voice = match (shown.speaker.is_empty(), shown.role.is_empty()) {
            (false, false) => format!("{} ({})", shown.speaker, shown.role),
            _ => format!("{}{}", shown.speaker, shown.role),
        };
        let facts = [
            passage.case.to_string(),
            voice,
            shown.phase.clone(),
            passage.date.as_deref().map(|iso| self.words.moment(iso)).unwrap_or_default(),
            format!("{}{line}", passage.source),
            self.words.in_original(passage.original),
        ];
        let facts = facts.into_iter().filter(|fact| !fact.is_empty());
        facts.collect::<Vec<_>>().join(" · ")
    }

    /// One line how to read all passages of both sides.
    fn open_side_note(&self) -> Option<String> {
        let factor = &self.tensions.factors.iter().find(|factor| !factor.voices.is_empty())?.id;
        let command = format!("draad table --cell '{factor},valence=promoting'");
        let other = format!("draad table --cell '{factor},valence=hindering'");
        let args = [("promoting", command.into()), ("hindering", other.into())];
        Some(self.words.say_with("tensions-open-sides", args))
    }
}
