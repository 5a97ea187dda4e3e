//! The example study: writing it into a folder and saying what was found in it.

use crate::Project;
use crate::show::factor_name;
use crate::tables::Request;
use draad_analysis::{CaseColumn, CasesByFactors, CellState};
use draad_core::CodeKind;
use draad_core::diagnostic::Outcome;
use draad_figures::outcome_group_name;
use draad_store::StudyFolder;
use include_dir::{Dir, DirEntry, include_dir};
use std::path::{Path, PathBuf};

/// The example study, as it stands in the repository.
static EXAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../examples/gedeeld-opvoederschap");

/// Folders that a study grows when it is used; they are not part of the example.
const GROWN: [&str; 2] = [".draad", "output"];

/// Writes the example study into `folder`, which must be new or empty, and returns how many files it has.
///
/// # Errors
/// When the folder holds anything, or cannot be written.
pub fn write(folder: &Path) -> Outcome<usize> {
    StudyFolder::at(folder).check_empty()?;
    let mut files = Vec::new();
    collect(&EXAMPLE, &mut files);
    // study.toml comes last: only then is the folder a study
    files.sort_by_key(|(path, _)| (path == Path::new("study.toml"), path.clone()));
    for (path, bytes) in &files {
        crate::output::write_file(&folder.join(path), bytes)?;
    }
    Ok(files.len())
}

fn collect(dir: &'static Dir<'static>, files: &mut Vec<(PathBuf, &'static [u8])>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(dir) if GROWN.iter().any(|grown| dir.path() == Path::new(grown)) => {}
            DirEntry::Dir(dir) => collect(dir, files),
            DirEntry::File(file) => files.push((file.path().to_owned(), file.contents())),
        }
    }
}

/// Two things worth telling about a study.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// The factor whose occurrence differs most between the first and the last outcome group.
    pub contrast: Option<Contrast>,
    /// The factor that works both ways in most cases.
    pub tension: Option<Tension>,
}

/// A factor in two outcome groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    /// Name of the factor.
    pub factor: String,
    /// Label of each group, cases with the factor, cases with material.
    pub groups: [(String, usize, usize); 2],
}

/// A factor that promotes and hinders.
#[derive(Clone, Debug, PartialEq)]
pub struct Tension {
    /// Name of the factor.
    pub factor: String,
    /// Cases in which it does both.
    pub n_both: usize,
    /// Cases in which it occurs.
    pub n_cases: usize,
    /// One such cell, as `case,factor`.
    pub cell: String,
}

/// Finds the largest contrast between outcome groups and the factor that works both ways most often. Ties go to the
/// factor that stands first in the table.
///
/// # Errors
/// When there is nothing to show.
pub fn findings(project: &Project) -> Outcome<Findings> {
    let table = CasesByFactors::from_study(project.study(), &Request::default().options(project)?)?;
    let factors: Vec<usize> =
        (0..table.factors.len()).filter(|&factor| table.factors[factor].kind == CodeKind::Factor).collect();
    Ok(Findings {
        contrast: contrast(project, &table, &factors),
        tension: tension(project, &table, &factors),
    })
}

fn contrast(project: &Project, table: &CasesByFactors, factors: &[usize]) -> Option<Contrast> {
    let known: Vec<usize> = (0..table.outcome_groups.len())
        .filter(|&group| table.outcome_groups[group].level.is_some())
        .collect();
    let (&first, &last) = (known.first()?, known.last().filter(|_| known.len() > 1)?);
    let difference = |factor: usize| {
        let ((k1, n1), (k2, n2)) = (table.k_of_n(0, factor, first), table.k_of_n(0, factor, last));
        // k1/n1 − k2/n2 as a whole number, comparable across factors with the same n
        (n1 > 0 && n2 > 0).then(|| (k1 * n2).abs_diff(k2 * n1))
    };
    let best =
        factors.iter().copied().max_by_key(|&factor| (difference(factor), std::cmp::Reverse(factor)))?;
    difference(best).filter(|difference| *difference > 0)?;
    let group = |group: usize| {
        let (k, n) = table.k_of_n(0, best, group);
        (outcome_group_name(&table.basis, &table.outcome_groups[group], project.words), k, n)
    };
    Some(Contrast { factor: factor_name(&project.words, table, best), groups: [group(first), group(last)] })
}

fn tension(project: &Project, table: &CasesByFactors, factors: &[usize]) -> Option<Tension> {
    let both = |factor: usize| -> Vec<&CaseColumn> {
        let works_both = |&case: &usize| table.cell(0, factor, case).state == CellState::Both;
        (0..table.cases.len()).filter(works_both).map(|case| &table.cases[case]).collect()
    };
    let best =
        factors.iter().copied().max_by_key(|&factor| (both(factor).len(), std::cmp::Reverse(factor)))?;
    let cases = both(best);
    Some(Tension {
        factor: factor_name(&project.words, table, best),
        n_both: cases.len(),
        n_cases: table.factors[best].n_cases,
        cell: format!("{},{}", cases.first()?.id, table.factors[best].id),
    })
}
