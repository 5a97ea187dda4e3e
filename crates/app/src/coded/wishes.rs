//! The map of a project: what a person says becomes of each of its things, and the proposal that they correct.

use super::codes;
use super::work::{Who, Work};
use draad_core::{CaseId, CodeKind, Diagnostic, KindId, Place, Problem};
use draad_ingest::coded::CodedProject;
use draad_store::{ProjectPart, ProjectRow, ProjectUse};
use std::collections::BTreeMap;

/// What the map says of each thing of a project.
#[derive(Default)]
pub(super) struct Wishes(BTreeMap<(ProjectPart, usize), Wish>);

/// What the map says of a thing. What is empty is not said.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wish {
    pub(super) part_use: Option<ProjectUse>,
    /// Its name in the study.
    pub(super) target: String,
    pub(super) cases: Vec<CaseId>,
    pub(super) kind: Option<KindId>,
}

const NOTHING: &Wish = &Wish { part_use: None, target: String::new(), cases: Vec::new(), kind: None };

impl Wish {
    pub(super) fn is_left_out(&self) -> bool {
        self.part_use == Some(ProjectUse::LeaveOut)
    }
}

impl Wishes {
    pub(super) fn of(&self, part: ProjectPart, idx: usize) -> &Wish {
        self.0.get(&(part, idx)).unwrap_or(NOTHING)
    }

    /// Fits the rows of a map to the things of a project, by name; the second row of a name means the second thing of it.
    ///
    /// # Errors
    /// Rows that fit nothing, and names that cannot be names in a study.
    pub(super) fn fit(
        project: &CodedProject,
        file: &str,
        map: &str,
        rows: &[(u32, ProjectRow)],
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut places: BTreeMap<(ProjectPart, String), Vec<usize>> = BTreeMap::new();
        for (part, names) in all_names(project) {
            for (idx, name) in names.into_iter().enumerate().rev() {
                places.entry((part, name)).or_default().push(idx);
            }
        }
        let (mut wishes, mut refused) = (Self::default(), Vec::new());
        for (line, row) in rows.iter().filter(|(_, row)| row.file == file) {
            let key = (row.part, row.name.trim().to_owned());
            let Some(idx) = places.get_mut(&key).and_then(Vec::pop) else {
                let what: &str = row.part.into();
                let problem = Problem::MapRowFitsNothing { what: what.to_owned(), name: row.name.clone() };
                refused.push(Diagnostic::error(Place::line(map, *line).column("name"), problem));
                continue;
            };
            if !row.target.is_empty() && !draad_core::id::is_valid(&row.target) {
                let problem = Problem::IdInvalid { id: row.target.clone() };
                refused.push(Diagnostic::error(Place::line(map, *line).column("as"), problem));
            }
            let wish = Wish {
                part_use: row.part_use,
                target: row.target.clone(),
                cases: row.cases.clone(),
                kind: row.kind.clone(),
            };
            wishes.0.insert((row.part, idx), wish);
        }
        if refused.is_empty() { Ok(wishes) } else { Err(refused) }
    }
}

/// Returns the names of all things of a project, by kind, as the map writes them.
fn all_names(project: &CodedProject) -> [(ProjectPart, Vec<String>); 6] {
    fn names<'n>(names: impl Iterator<Item = &'n String>) -> Vec<String> {
        names.map(|name| name.trim().to_owned()).collect()
    }
    [
        (ProjectPart::Source, names(project.sources.iter().map(|source| &source.name))),
        (ProjectPart::Case, names(project.cases.iter().map(|case| &case.name))),
        (ProjectPart::Code, codes::paths(&project.codes)),
        (ProjectPart::Coder, names(project.coders.iter().map(|coder| &coder.name))),
        (ProjectPart::Variable, names(project.variables.iter().map(|variable| &variable.name))),
        (ProjectPart::Group, names(project.groups.iter().map(|group| &group.name))),
    ]
}

impl Work<'_> {
    /// Returns the map that would do just what was done.
    pub(super) fn rows(&self) -> Vec<ProjectRow> {
        let n_coded = self.n_codings_per_code();
        let counts = n_values(self.project);
        let mut rows = Vec::new();
        for (part, names) in all_names(self.project) {
            for (idx, name) in names.into_iter().enumerate() {
                let wish = self.wish(part, idx);
                let mut row = ProjectRow {
                    file: self.file.to_owned(),
                    part,
                    name,
                    n: None,
                    part_use: wish.part_use,
                    target: wish.target.clone(),
                    cases: wish.cases.clone(),
                    kind: wish.kind.clone(),
                    remark: String::new(),
                };
                let n = match part {
                    ProjectPart::Source => self.source_row(idx, &mut row),
                    ProjectPart::Case => self.case_row(idx, &mut row),
                    ProjectPart::Code => self.code_row(idx, &mut row, n_coded[idx]),
                    ProjectPart::Coder => self.coder_row(idx, &mut row),
                    ProjectPart::Variable => self.variable_row(idx, &mut row, counts[idx]),
                    ProjectPart::Group => self.group_row(idx, &mut row),
                };
                row.n = u32::try_from(n).ok();
                rows.push(row);
            }
        }
        rows
    }

    fn source_row(&self, idx: usize, row: &mut ProjectRow) -> usize {
        match self.sources[idx].as_ref().and_then(|id| self.study.sources.get(id)) {
            Some(source) => {
                row.target = source.id.to_string();
                row.part_use = Some(ProjectUse::Source);
                row.cases.clone_from(&source.cases);
                row.kind = Some(source.kind.clone());
            }
            None if row.part_use.is_none() => row.remark = self.words.say("coded-remark-no-text"),
            None => {}
        }
        self.project.sources[idx].codings.len()
    }

    fn case_row(&self, idx: usize, row: &mut ProjectRow) -> usize {
        if let Some(id) = &self.cases[idx] {
            row.target = id.to_string();
            row.part_use = Some(ProjectUse::Case);
        }
        let case = &self.project.cases[idx];
        case.sources.len() + case.parts.len()
    }

    fn code_row(&self, idx: usize, row: &mut ProjectRow, n_codings: usize) -> usize {
        if let Some(code) = self.codes[idx].as_ref().and_then(|id| self.study.codebook.get(id)) {
            row.target = code.id.to_string();
            row.part_use = Some(match code.kind {
                CodeKind::Factor => ProjectUse::Factor,
                CodeKind::Theme => ProjectUse::Theme,
                CodeKind::Heading => ProjectUse::Heading,
            });
        }
        n_codings
    }

    fn coder_row(&self, idx: usize, row: &mut ProjectRow) -> usize {
        if let Who::Coder(id) = &self.coders[idx] {
            row.target = id.to_string();
            row.part_use = Some(ProjectUse::Coder);
        }
        let codings = self.project.sources.iter().flat_map(|source| &source.codings);
        codings.filter(|coding| coding.coder == Some(idx)).count()
    }

    fn variable_row(&self, idx: usize, row: &mut ProjectRow, n_values: usize) -> usize {
        if let Some(id) = &self.variables[idx] {
            row.target = id.to_string();
            row.part_use = Some(ProjectUse::Attribute);
        }
        n_values
    }

    fn group_row(&self, idx: usize, row: &mut ProjectRow) -> usize {
        let group = &self.project.groups[idx];
        let n = group.sources.len() + group.codes.len() + group.memos.len();
        if let Some(case) = self.group_cases.get(&idx) {
            row.part_use = Some(ProjectUse::Case);
            row.target = case.to_string();
        } else if row.part_use.is_none() {
            let column = self.column_of(idx);
            row.part_use = Some(if n == 0 { ProjectUse::LeaveOut } else { ProjectUse::Tag });
            row.target = column.unwrap_or_default();
        }
        n
    }
}

/// Returns how many values each variable has.
fn n_values(project: &CodedProject) -> Vec<usize> {
    let mut counts = vec![0; project.variables.len()];
    let cases = project.cases.iter().flat_map(|case| &case.values);
    let sources = project.sources.iter().flat_map(|source| &source.values);
    for (variable, _) in cases.chain(sources) {
        if let Some(n) = counts.get_mut(*variable) {
            *n += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_ingest::coded::ForeignCode;

    fn row(name: &str, target: &str) -> ProjectRow {
        ProjectRow {
            file: "p.qdpx".to_owned(),
            part: ProjectPart::Code,
            name: name.to_owned(),
            n: None,
            part_use: None,
            target: target.to_owned(),
            cases: Vec::new(),
            kind: None,
            remark: String::new(),
        }
    }

    #[test]
    fn rows_fit_by_name_and_the_second_of_a_name_means_the_second_thing() {
        let code = |name: &str| ForeignCode { name: name.to_owned(), ..ForeignCode::default() };
        let project =
            CodedProject { codes: vec![code("a"), code("b"), code("a")], ..CodedProject::default() };
        let rows = [
            (2, row("a", "x")),
            (3, row("a", "y")),
            (4, ProjectRow { file: "q".to_owned(), ..row("c", "") }),
        ];
        let wishes = Wishes::fit(&project, "p.qdpx", "map.csv", &rows).unwrap_or_else(|_| panic!("fits"));
        let targets = [0, 1, 2].map(|idx| wishes.of(ProjectPart::Code, idx).target.as_str());
        assert_eq!(targets, ["x", "", "y"]);
        let rows = [(2, row("a", "")), (3, row("c", "")), (4, row("b", "x/y"))];
        let Err(refused) = Wishes::fit(&project, "p.qdpx", "map.csv", &rows) else { panic!("fits") };
        let places: Vec<String> = refused.iter().map(|one| one.place.to_string()).collect();
        assert_eq!(places, ["map.csv:3:name", "map.csv:4:as"]);
    }
}
