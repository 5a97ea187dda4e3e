//! Which program's table of coded segments it is.

use super::columns::Columns;
use super::dedoose;
use super::matrix;
use super::words::{Field, plain};

/// A table that a program for qualitative analysis writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    /// MAXQDA's retrieved segments, or its overview of coded segments: a code on a passage per row.
    MaxqdaSegments,
    /// ATLAS.ti's quotations: a passage per row, its codes in one cell.
    AtlasTiQuotations,
    /// Dedoose's excerpts: a passage per row, a column per code.
    DedooseExcerpts,
    /// Taguette's highlights: a tag on a passage per row.
    TaguetteHighlights,
    /// Passages with their codes, whoever wrote them down.
    Segments,
    /// A matrix of NVivo: how often each code occurs in each case.
    NvivoMatrix,
    /// MAXQDA's codes.
    MaxqdaCodes,
    /// ATLAS.ti's codes.
    AtlasTiCodes,
    /// Taguette's tags.
    TaguetteTags,
    /// Codes with what they mean, whoever wrote them down.
    Codes,
}

/// What a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Segments,
    Matrix,
    Codes,
}

impl Kind {
    /// Returns which program's table has these names of columns. Own tables of a study, diaries, surveys and tables of
    /// cases have none of them.
    pub fn of(header: &[String]) -> Option<Self> {
        if matrix::looks_like(header) {
            return Some(Self::NvivoMatrix);
        }
        if dedoose::looks_like(header) {
            return Some(Self::DedooseExcerpts);
        }
        let names: Vec<String> =
            header.iter().map(|name| plain(name)).filter(|name| !name.is_empty()).collect();
        if is_of_a_study(header) || names.is_empty() {
            return None;
        }
        if is_just(&names, &["id", "document", "tag", "content"]) {
            return Some(Self::TaguetteHighlights);
        }
        if is_just(&names, &["tag", "description", "number of highlights"]) {
            return Some(Self::TaguetteTags);
        }
        let columns = Columns::of(header);
        Self::of_segments(header, &columns).or_else(|| Self::of_codes(header, &columns, &names))
    }

    fn of_segments(header: &[String], columns: &Columns) -> Option<Self> {
        let has = |field| columns.has(field);
        if !has(Field::Text) || columns.code().is_none() || !has(Field::Document) {
            return None;
        }
        if has(Field::Count) {
            return Some(Self::AtlasTiQuotations);
        }
        // The word is the same in all languages of the program: segmento, codiertes Segment, …
        let is_segment = |column: usize| plain(&header[column]).contains("segment");
        let beside = [Field::Group, Field::Colour, Field::Weight, Field::Start].into_iter().any(has);
        let is_maxqda = beside && columns.at(Field::Text).is_some_and(is_segment);
        Some(if is_maxqda { Self::MaxqdaSegments } else { Self::Segments })
    }

    fn of_codes(header: &[String], columns: &Columns, names: &[String]) -> Option<Self> {
        use Field::*;
        let of_codebooks =
            [Code, Path, Parent, Description, Comment, Group, Colour, Uses, Coder, Date, Id, Aside];
        let is_known = |(column, name): (usize, &String)| {
            name.is_empty() || columns.field(column).is_some_and(|field| of_codebooks.contains(&field))
        };
        let groups_codes = names.iter().any(|name| {
            ["code group", "codegroep", "codegruppe", "kodegruppe"].iter().any(|word| name.starts_with(word))
        });
        let tells = columns.has(Parent) || columns.has(Description) || columns.has(Uses) || groups_codes;
        if columns.code().is_none() || !tells || !header.iter().enumerate().all(is_known) {
            return None;
        }
        let is_atlas =
            groups_codes || names.iter().any(|name| matches!(name.as_str(), "grounded" | "gr" | "density"));
        let is_maxqda = columns.has(Colour) && columns.has(Uses);
        Some(match (is_atlas, is_maxqda) {
            (true, _) => Self::AtlasTiCodes,
            (_, true) => Self::MaxqdaCodes,
            _ => Self::Codes,
        })
    }

    pub(super) fn form(self) -> Form {
        match self {
            Self::NvivoMatrix => Form::Matrix,
            Self::MaxqdaCodes | Self::AtlasTiCodes | Self::TaguetteTags | Self::Codes => Form::Codes,
            _ => Form::Segments,
        }
    }

    /// Returns the program; empty where it is not known.
    pub(super) fn program(self) -> &'static str {
        match self {
            Self::MaxqdaSegments | Self::MaxqdaCodes => "MAXQDA",
            Self::AtlasTiQuotations | Self::AtlasTiCodes => "ATLAS.ti",
            Self::DedooseExcerpts => "Dedoose",
            Self::TaguetteHighlights | Self::TaguetteTags => "Taguette",
            Self::NvivoMatrix => "NVivo",
            Self::Segments | Self::Codes => "",
        }
    }
}

/// Returns whether the columns are those of a study's own codebook, codings, or codings to be added.
fn is_of_a_study(header: &[String]) -> bool {
    let has = |wanted: &[&str]| wanted.iter().all(|name| header.iter().any(|column| column == name));
    has(&["code", "name_nl"])
        || has(&["code", "name_en"])
        || has(&["code", "quote", "source"])
        || has(&["id", "code", "quote"])
}

fn is_just(names: &[String], wanted: &[&str]) -> bool {
    names.len() == wanted.len() && wanted.iter().all(|name| names.iter().any(|column| column == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(header: &str) -> Option<Kind> {
        Kind::of(&header.split(';').map(|name| name.trim().to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn tables_are_told_apart_by_their_columns() {
        use Kind::*;
        for (header, expected) in [
            ("Color;Document group;Document name;Code;Begin;End;Weight score;Segment", MaxqdaSegments),
            ("Kolor;Nazwa dokumentu;Kod;Waga;Segment;Grupa dokumentów;Początek;Koniec", MaxqdaSegments),
            ("Kleur;Documentgroep;Documentnaam;Code;Begin;Einde;Gewicht;Segment;Auteur", MaxqdaSegments),
            (
                "Number;Referência;Nome;Text Content;Documento;Códigos;Número de códigos;Creation Date ",
                AtlasTiQuotations,
            ),
            ("Media Title;Excerpt Range;Excerpt Copy;Code: Zorg Applied;Code: Zorg Weight", DedooseExcerpts),
            ("id;document;tag;content", TaguetteHighlights),
            ("tag;description;number of highlights", TaguetteTags),
            ("tekst;code;document", Segments),
            (";A : Int01;B : Int02", NvivoMatrix),
            ("Code;Comment;Code Group 1;Code Group 2;Code Group 3;Code Group 4", AtlasTiCodes),
            ("Color;Parent code;Code;Coded segments;Author;Creation date", MaxqdaCodes),
            ("code;parent;description", Codes),
            ("code;bovenliggende code;omschrijving", Codes),
        ] {
            assert_eq!(kind(header), Some(expected), "{header}");
        }
    }

    #[test]
    fn other_tables_are_not_taken_for_coded_segments() {
        for header in [
            "datum;tijd;schrijver;notitie",
            "datum;tekst;weer",
            "case;name;role",
            "casus;uitkomst;leeftijd",
            "code;groep;opmerking",
            "participant;code;naam;rol",
            "id;code;start;end;valence;weight;quote;memo;created;modified",
            "source;code;quote;coder;valence",
            "code;parent;name_nl;name_en;kind;valence;level;definition;include;exclude;example;colour;source",
            "respondent;vraag 1;vraag 2",
            "start;end;text",
            "id;name;value",
            ";A;B",
            "",
        ] {
            assert_eq!(kind(header), None, "{header}");
        }
    }
}
