//! The map of a project of another program: a row per source, case, code, coder, variable and group, saying what becomes
//! of it. The tool proposes it, a person corrects it.

use super::{joined, maybe, maybe_word};
use crate::table::{self, Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;
use draad_core::{CaseId, Diagnostic, KindId};
use strum::VariantNames;

/// What a row of the map is about.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum ProjectPart {
    /// A source.
    Source,
    /// A case.
    Case,
    /// A code.
    Code,
    /// Somebody who coded.
    Coder,
    /// A variable of cases or sources.
    Variable,
    /// A set.
    Group,
}

/// What is to become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum ProjectUse {
    /// A source.
    Source,
    /// A case.
    Case,
    /// A code that can promote or hinder.
    Factor,
    /// A code without a direction.
    Theme,
    /// A code that orders others.
    Heading,
    /// A coder.
    Coder,
    /// An attribute: of cases, or where only sources have it, of sources.
    Attribute,
    /// A mark on its members.
    Tag,
    /// Nothing.
    LeaveOut,
}

impl ProjectUse {
    /// Returns whether something of this kind can become this.
    pub fn fits(self, part: ProjectPart) -> bool {
        use ProjectUse::{Attribute, Case, Coder, Factor, Heading, LeaveOut, Source, Tag, Theme};
        let possible: &[Self] = match part {
            ProjectPart::Source => &[Source],
            ProjectPart::Case => &[Case],
            ProjectPart::Code => &[Factor, Theme, Heading],
            ProjectPart::Coder => &[Coder],
            ProjectPart::Variable => &[Attribute],
            ProjectPart::Group => &[Case, Attribute, Tag],
        };
        self == LeaveOut || possible.contains(&self)
    }

    /// Returns the names of what something of this kind can become.
    pub fn names(part: ProjectPart) -> Vec<&'static str> {
        let fits = |name: &&&str| name.parse().is_ok_and(|one: Self| one.fits(part));
        Self::VARIANTS.iter().filter(fits).copied().collect()
    }
}

/// What a row says of a part of a project. Empty cells leave it to the tool.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectRow {
    /// The file of the project, by name.
    pub file: String,
    /// What it is.
    pub part: ProjectPart,
    /// Its name in the project; of a code, with those of the codes above it: `houding > vertrouwen`.
    pub name: String,
    /// How much there is of it, for the reader of the map: codings, sources, values.
    pub n: Option<u32>,
    /// What becomes of it.
    pub part_use: Option<ProjectUse>,
    /// Its name in the study. Two codes with the same name become one.
    pub target: String,
    /// The cases of a source.
    pub cases: Vec<CaseId>,
    /// The kind of a source.
    pub kind: Option<KindId>,
    /// What is to be known of it, for the reader of the map.
    pub remark: String,
}

impl Row<9> for ProjectRow {
    const COLUMNS: &'static [Column; 9] = &[
        required("file", CellKind::Text, "het bestand van het project", "the file of the project"),
        required("what", CellKind::Choice(ProjectPart::VARIANTS), "wat het is", "what it is"),
        column(
            "name",
            CellKind::Text,
            "naam in het project; bij een code met de codes erboven",
            "name in the project; of a code, with the codes above it",
        ),
        column(
            "n",
            CellKind::Integer(0, u32::MAX),
            "hoeveel coderingen, bronnen of waarden (alleen om te lezen)",
            "how many codings, sources or values (only to be read)",
        ),
        column(
            "use",
            CellKind::Choice(ProjectUse::VARIANTS),
            "wat ermee gebeurt; leeg laat het aan draad over",
            "what becomes of it; empty leaves it to draad",
        ),
        column(
            "as",
            CellKind::Text,
            "naam in de studie; twee codes met dezelfde naam worden er één",
            "name in the study; two codes with the same name become one",
        ),
        column("cases", CellKind::List, "de casussen van een bron", "the cases of a source"),
        column("kind", CellKind::Id, "de soort van een bron", "the kind of a source"),
        column(
            "remark",
            CellKind::Text,
            "wat je ervan moet weten (alleen om te lezen)",
            "what is to be known of it (only to be read)",
        ),
    ];
    const UNKNOWN: Unknown = Unknown::LeftOut;

    fn read(cells: [Cell<'_>; 9], _: Extra) -> Option<Self> {
        let [file, part, name, n, part_use, target, cases, kind, remark] = cells;
        for cell in [file, part].iter().filter(|cell| cell.is_blank()) {
            cell.missing();
        }
        let part = part.choice().ok()??;
        Some(Self {
            file: Some(file.text().trim().to_owned()).filter(|file| !file.is_empty())?,
            part,
            name: name.text(),
            // What is only to be read stops nothing.
            n: n.text().trim().parse().ok(),
            part_use: match part_use.choice::<ProjectUse>().ok()? {
                Some(one) if !one.fits(part) => {
                    part_use.invalid(&ProjectUse::names(part).join(", "));
                    return None;
                }
                one => one,
            },
            target: target.text().trim().to_owned(),
            cases: cases.ids(),
            kind: kind.maybe_id().ok()?,
            remark: remark.text(),
        })
    }

    fn write(&self) -> [String; 9] {
        [
            self.file.clone(),
            maybe_word(Some(self.part)),
            self.name.clone(),
            maybe(&self.n),
            maybe_word(self.part_use),
            self.target.clone(),
            joined(&self.cases),
            maybe(&self.kind),
            self.remark.clone(),
        ]
    }
}

/// Reads the map of a project: each row that could be read with its line, and what is wrong with the others.
pub fn read_project_map(file: &str, bytes: Vec<u8>) -> (Vec<(u32, ProjectRow)>, Vec<Diagnostic>) {
    table::read_handed(file, bytes)
}

/// Renders the map of a project, as a Dutch Excel opens it by a double click.
pub fn write_project_map(rows: &[ProjectRow]) -> Vec<u8> {
    table::write_for_excel(rows.iter().cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_is_read_as_it_is_written() {
        let row = ProjectRow {
            file: "project.qdpx".to_owned(),
            part: ProjectPart::Code,
            name: "houding > \"vertrouwen\"; echt".to_owned(),
            n: Some(12),
            part_use: Some(ProjectUse::Theme),
            target: "vertrouwen".to_owned(),
            cases: vec![CaseId::new("p03").unwrap()],
            kind: KindId::new("interview"),
            remark: "Er staat al een code met deze naam.".to_owned(),
        };
        let (rows, diagnostics) = read_project_map("p.csv", write_project_map(std::slice::from_ref(&row)));
        assert_eq!((rows, diagnostics), (vec![(2, row)], vec![]));
    }

    #[test]
    fn a_use_that_does_not_fit_is_refused_with_its_line() {
        let table =
            "file;what;name;use\np;code;a;case\np;kood;b;\np;group;c;tag\n;code;d;\np;coder;e;leave-out\n";
        let (rows, diagnostics) = read_project_map("p.csv", table.into());
        let names: Vec<&str> = rows.iter().map(|(_, row)| row.name.as_str()).collect();
        assert_eq!(names, ["c", "e"]);
        let places: Vec<String> = diagnostics.iter().map(|one| one.place.to_string()).collect();
        assert_eq!(places, ["p.csv:2:use", "p.csv:3:what", "p.csv:5:file"]);
    }
}
