//! What a portrait says in words: names, titles, caption and alternative text.

use crate::caption::{Caption, name_of};
use crate::style::Style;
use draad_analysis::portrait::{PlacedPassage, PortraitCode, PortraitSource, Voice};
use draad_analysis::{CellState, Portrait};
use draad_core::Study;
use draad_words::capitalised;

/// What is drawn, and how.
pub(super) struct Subject<'a> {
    pub(super) portrait: &'a Portrait,
    pub(super) study: &'a Study,
    pub(super) style: &'a Style,
}

impl Subject<'_> {
    /// Whether it is of one source, with the people who speak in it.
    pub(super) fn is_of_one_source(&self) -> bool {
        self.portrait.case.is_none()
    }

    pub(super) fn name(&self) -> &'static str {
        if self.is_of_one_source() { "portrait" } else { "codeline" }
    }

    pub(super) fn title(&self) -> String {
        self.style.words.say(&format!("figure-{}-title", self.name()))
    }

    pub(super) fn code_name(&self, code: &PortraitCode) -> String {
        code.name.or(self.style.words.language, &code.id)
    }

    pub(super) fn voice_name(&self, voice: &Voice) -> String {
        let role = voice.role.as_ref().map(|role| voice.role_label.or(self.style.words.language, role));
        match (&voice.speaker, role) {
            (Some(speaker), Some(role)) => format!("{speaker} ({role})"),
            (Some(speaker), None) => speaker.clone(),
            (None, Some(role)) => capitalised(&role),
            (None, None) => capitalised(&self.style.words.say("not-stated")),
        }
    }

    /// "dossier, 6 november 2020"
    pub(super) fn source_name(&self, source: &PortraitSource) -> String {
        let words = self.style.words;
        let kind = name_of(&self.study.settings.kinds, &source.kind, words.language);
        let date = source.date.map_or_else(|| words.say("figure-portrait-undated"), |date| words.day(date));
        format!("{kind}, {date}")
    }

    pub(super) fn voice_title(&self, voice: &Voice) -> String {
        let args = [
            ("voice", self.voice_name(voice).into()),
            ("turns", voice.turns.len().into()),
            ("chars", self.style.words.whole(u64::from(voice.n_chars)).into()),
        ];
        self.style.words.say_with("figure-portrait-voice", args)
    }

    /// "Vertrouwen: belemmerend; p03-interview, tekens 211–253; 2 coderingen"
    pub(super) fn passage_title(&self, code: &PortraitCode, passage: &PlacedPassage) -> String {
        let words = self.style.words;
        let place = match passage.chars {
            None => words.say("figure-portrait-whole"),
            Some(chars) => {
                let (start, end) = (u64::from(chars.start.0), u64::from(chars.end.0));
                let args = [("start", words.whole(start).into()), ("end", words.whole(end).into())];
                words.say_with("figure-portrait-chars", args)
            }
        };
        let args = [
            ("code", self.code_name(code).into()),
            ("state", words.say(&format!("state-{}", <&str>::from(passage.state))).into()),
            ("source", self.portrait.sources[passage.source].id.to_string().into()),
            ("place", place.into()),
            ("codings", words.say_with("n-codings", [("n", passage.n_codings.into())]).into()),
        ];
        words.say_with("figure-portrait-passage", args)
    }

    /// Returns how many passages are in a state.
    pub(super) fn count(&self, state: CellState) -> usize {
        let passages = self.portrait.codes.iter().flat_map(|code| &code.passages);
        passages.filter(|passage| passage.state == state).count()
    }

    /// What the drawing is of: the source with its kind and date, or the case with its sources.
    fn of_what(&self) -> String {
        let words = self.style.words;
        let sources = &self.portrait.sources;
        match &self.portrait.case {
            None => {
                let args = [
                    ("source", sources[0].id.to_string().into()),
                    ("name", self.source_name(&sources[0]).into()),
                    ("chars", words.whole(u64::from(sources[0].n_chars)).into()),
                ];
                words.say_with("figure-portrait-what", args)
            }
            Some(case) => {
                let n = words.say_with("n-sources", [("n", sources.len().into())]);
                words.say_with(
                    "figure-codeline-what",
                    [("case", case.to_string().into()), ("sources", n.into())],
                )
            }
        }
    }

    pub(super) fn caption(&self) -> String {
        let words = self.style.words;
        let mut caption = Caption::new(words, self.study);
        caption.sentence(self.of_what());
        caption.add("figure-portrait-bars").add("figure-portrait-passage-is");
        caption.add(match self.portrait.voices_are_roles {
            true => "figure-portrait-strip-roles",
            false => "figure-portrait-strip-people",
        });
        if !self.is_of_one_source() {
            caption.add("figure-codeline-order");
        }
        caption.add("figure-portrait-order");
        caption.basis(&self.portrait.basis).finish(&self.portrait.basis)
    }

    pub(super) fn alt(&self) -> String {
        let words = self.style.words;
        let most = self.portrait.codes.iter().rev().max_by_key(|code| code.passages.len());
        let args = [
            ("what", self.of_what().into()),
            ("passages", words.say_with("n-passages", [("n", self.portrait.n_passages().into())]).into()),
            ("codes", words.say_with("n-codes", [("n", self.portrait.codes.len().into())]).into()),
            ("promoting", self.count(CellState::Promoting).into()),
            ("hindering", self.count(CellState::Hindering).into()),
            ("top", most.map(|code| self.code_name(code)).unwrap_or_default().into()),
            ("k", most.map_or(0, |code| code.passages.len()).into()),
        ];
        words.say_with("figure-portrait-alt", args)
    }
}
