//! `codebook.csv`.

use super::{joined, maybe, maybe_word};
use crate::table::{Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;
use draad_core::{Code, CodeKind, Label, Language, Valence};
use std::borrow::Cow;
use strum::VariantNames;

impl Row<14> for Code {
    const COLUMNS: &'static [Column; 14] = &[
        required("code", CellKind::Id, "de code", "the code"),
        column(
            "parent",
            CellKind::Reference("codebook"),
            "de code waar deze onder staat",
            "the code under which this one stands",
        ),
        column("name_nl", CellKind::Text, "naam in het Nederlands", "name in Dutch"),
        column("name_en", CellKind::Text, "naam in het Engels", "name in English"),
        column(
            "kind",
            CellKind::Choice(CodeKind::VARIANTS),
            "factor (kan bevorderen of belemmeren), thema of kop; leeg is factor",
            "factor (can promote or hinder), theme or heading; empty is factor",
        ),
        column(
            "valence",
            CellKind::Choice(Valence::VARIANTS),
            "de richting van een codering waar er geen bij staat",
            "the valence of a coding that states none",
        ),
        column(
            "level",
            CellKind::Id,
            "het niveau waarop de factor werkt, uit de lijst in study.toml",
            "the level at which the factor works, from the list in study.toml",
        ),
        column("definition", CellKind::Text, "wat de code betekent", "what the code means"),
        column("include", CellKind::Text, "wanneer de code wel wordt gebruikt", "when to use the code"),
        column("exclude", CellKind::Text, "wanneer de code niet wordt gebruikt", "when not to use the code"),
        column("example", CellKind::Text, "een typerende passage", "a typical passage"),
        column("colour", CellKind::Pattern("^#[0-9a-fA-F]{6}$"), "kleur, #rrggbb", "colour, #rrggbb"),
        column("source", CellKind::Text, "waar de code vandaan komt", "where the code came from"),
        column(
            "references",
            CellKind::List,
            "de publicaties in references.bib die noemen wat de code betekent",
            "the works in references.bib that name what the code means",
        ),
    ];
    const UNKNOWN: Unknown = Unknown::Kept;

    fn read(cells: [Cell<'_>; 14], extra: Extra) -> Option<Self> {
        let [id, parent, nl, en, kind, valence, level, definition, include, exclude, example, colour, ..] =
            cells;
        let [.., source, references] = cells;
        let is_colour = |text: &str| {
            let digits = text.strip_prefix('#')?;
            (digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit())).then(|| text.to_owned())
        };
        Some(Self {
            id: id.id()?,
            parent: parent.maybe_id().unwrap_or_default(),
            name: Label { nl: nl.text(), en: en.text() },
            kind: kind.choice().unwrap_or_default().unwrap_or_default(),
            valence: valence.choice().unwrap_or_default(),
            level: level.maybe_id().unwrap_or_default(),
            definition: definition.text(),
            include: include.text(),
            exclude: exclude.text(),
            example: example.text(),
            colour: colour.read("#rrggbb", is_colour).unwrap_or_default().unwrap_or_default(),
            source: source.text(),
            references: references.ids(),
            extra,
        })
    }

    fn write(&self) -> [String; 14] {
        [
            self.id.to_string(),
            maybe(&self.parent),
            self.name.nl.clone(),
            self.name.en.clone(),
            maybe_word(Some(self.kind)),
            maybe_word(self.valence),
            maybe(&self.level),
            self.definition.clone(),
            self.include.clone(),
            self.exclude.clone(),
            self.example.clone(),
            self.colour.clone(),
            self.source.clone(),
            joined(&self.references),
        ]
    }

    fn extra(&self) -> Cow<'_, Extra> {
        Cow::Borrowed(&self.extra)
    }
}

/// Takes a plain column `name` as the name in the study's language, where that is empty.
pub(crate) fn adopt_plain_name(code: &mut Code, language: Language) {
    let own = match language {
        Language::Nl => &mut code.name.nl,
        Language::En => &mut code.name.en,
    };
    let column = code.extra.keys().find(|column| column.eq_ignore_ascii_case("name")).cloned();
    if let Some(column) = column.filter(|_| own.is_empty()) {
        *own = code.extra.remove(&column).unwrap_or_default();
    }
}
