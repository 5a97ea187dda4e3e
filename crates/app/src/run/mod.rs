//! All outputs of a study, and only what is stale.
//!
//! A run that finds everything as the last one left it makes nothing. Any other run computes and draws everything again,
//! which takes no time worth saving and cannot be wrong, and then leaves out what is dear: a picture of a drawing that has
//! the same bytes as before is kept, and a file that has the same bytes is not written. So no output is ever kept because
//! something was thought not to touch it.
//!
//! | module | subject |
//! | --- | --- |
//! | `jobs` | everything that there is to make |
//! | `pictures` | figures of the study, of each case and of each source |
//! | `listed` | files of tables |
//! | `made` | what jobs made, brought together |
//! | `manifest` | `output/manifest.json`: where every file came from |

mod jobs;
mod listed;
mod made;
mod manifest;
mod pictures;
#[cfg(test)]
mod tests;

use crate::edited::set_aside;
use crate::results::Results;
use crate::tables::Request;
use crate::{Progress, Project};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem};
use draad_store::Outputs;
use made::{Content, File, Gathered};
use manifest::{Manifest, Origin};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::PathBuf;

pub use made::Refused;

/// What a run did.
#[derive(Clone, Debug, PartialEq)]
pub struct Ran {
    /// The output folder.
    pub folder: PathBuf,
    /// Files of the study's output, by path under the folder.
    pub files: Vec<String>,
    /// How many of them were written now; the others were as they should be.
    pub n_written: usize,
    /// Whether everything was up to date, so that nothing had to be computed.
    pub was_current: bool,
    /// Documents that somebody worked on and that were moved aside: where they are now.
    pub set_aside: Vec<PathBuf>,
    /// Tables, figures and reports that were not made, and why, also where an earlier run found so.
    pub refused: Vec<Refused>,
    /// Files that could not be written, each with the reason; all others were. The next run tries again.
    pub unwritten: Vec<Diagnostic>,
}

/// What outputs are made from, and what is there already.
struct Making<'a> {
    project: &'a Project,
    results: &'a Results<'a>,
    outputs: &'a Outputs,
    /// What an earlier run made, where pictures may be kept.
    earlier: Option<&'a Manifest>,
}

/// Makes all tables, figures and reports, unless they are up to date; with `anew`, always. A table that the study cannot have,
/// such as one of phases where there are none, is said and leaves the others as they are; so does a file that cannot be
/// written.
///
/// # Errors
/// When nothing is left to show, an output cannot be made, or the folder cannot be written in.
pub fn run(project: &Project, anew: bool, progress: &dyn Progress) -> Outcome<Ran> {
    let outputs = project.folder.outputs(anew);
    let (before, origin) = (Manifest::read(&outputs), Origin::of(project));
    if let Some(manifest) = before.as_ref().filter(|_| !anew)
        && manifest.is_current(&origin, &outputs)
    {
        outputs.keep_stamps();
        return Ok(found_current(&outputs, manifest));
    }
    outputs.prepare()?;
    let earlier = before.as_ref().filter(|manifest| !anew && manifest.is_of_this_version());
    let album = earlier.map(|manifest| manifest.album(&outputs)).unwrap_or_default();
    let results = Results::new(project, &Request::default())?.with_album(album);
    results.compute();
    results.answer_all();
    results.draw_all();
    let making = Making { project, results: &results, outputs: &outputs, earlier };
    let gathered = making.all(progress)?;
    finish(&outputs, origin, gathered, before)
}

fn found_current(outputs: &Outputs, manifest: &Manifest) -> Ran {
    Ran {
        folder: outputs.folder(),
        files: manifest.files.keys().cloned().collect(),
        n_written: 0,
        was_current: true,
        set_aside: Vec::new(),
        refused: manifest.refused.clone(),
        unwritten: Vec::new(),
    }
}

impl Making<'_> {
    /// Makes everything, on all processors.
    fn all(&self, progress: &dyn Progress) -> Outcome<Gathered> {
        let jobs = jobs::all(self)?;
        progress.begin("progress-run", jobs.len());
        let done = |job: &jobs::Job| {
            let made = job();
            progress.advance();
            made
        };
        let made: Outcome<Vec<_>> = jobs.par_iter().with_max_len(1).map(done).collect();
        progress.finish();
        Ok(made::gathered(self.project, made?.into_iter().flatten()))
    }
}

/// Writes what was made, removes what is no longer made, and says last of all where everything came from: a run that was
/// interrupted leaves an older manifest, which does not fit, so that the next run goes on.
fn finish(outputs: &Outputs, origin: Origin, gathered: Gathered, before: Option<Manifest>) -> Outcome<Ran> {
    let Gathered { files, refused } = gathered;
    let Writing { n_written, set_aside, mut unwritten } = write(outputs, &files);
    if let Some(before) = &before {
        unwritten.extend(remove_old(outputs, before, &files));
    }
    let names = files.keys().cloned().collect();
    let manifest = Manifest::new(origin, files, &refused, &unwritten, before);
    unwritten.extend(manifest.write(outputs).err().map(|failure| *failure));
    outputs.keep_stamps();
    Ok(Ran {
        folder: outputs.folder(),
        files: names,
        n_written,
        was_current: false,
        set_aside,
        refused,
        unwritten,
    })
}

/// What became of the files.
#[derive(Default)]
struct Writing {
    n_written: usize,
    /// Where documents are now that somebody worked on.
    set_aside: Vec<PathBuf>,
    unwritten: Vec<Diagnostic>,
}

/// Writes the files that are not there as they should be. Documents that somebody worked on are moved aside first.
fn write(outputs: &Outputs, files: &BTreeMap<String, File>) -> Writing {
    outputs.sweep(files.keys().map(String::as_str).chain([manifest::NAME]));
    let written = |(name, file): (&String, &File)| {
        let Content::New(bytes) = &file.content else { return Ok((0, None)) };
        if outputs.hash(name).is_some_and(|hash| hash == file.hash) {
            return Ok((0, None));
        }
        let aside = set_aside(&outputs.folder().join(name))?;
        outputs.write(name, bytes, &file.hash)?;
        Ok((1, aside))
    };
    let written: Vec<Outcome<(usize, Option<PathBuf>)>> = files.par_iter().map(written).collect();
    let mut all = Writing::default();
    for one in written {
        match one {
            Ok((n, aside)) => {
                all.n_written += n;
                all.set_aside.extend(aside);
            }
            Err(failure) => all.unwritten.push(*failure),
        }
    }
    all
}

/// Removes what an earlier run made and this one did not, such as the third page of a figure that has two now; a file that
/// somebody changed since stays. Returns what could not be removed.
fn remove_old(outputs: &Outputs, before: &Manifest, files: &BTreeMap<String, File>) -> Vec<Diagnostic> {
    let gone = before.files.iter().filter(|(name, _)| !files.contains_key(*name));
    let ours = gone.filter(|(name, entry)| outputs.hash(name).is_some_and(|hash| hash == entry.hash));
    ours.filter_map(|(name, _)| outputs.remove(name).err()).map(|failure| *failure).collect()
}

/// Says of an own fault that something could not be written.
fn cannot_write(name: &str, reason: String) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Place::file(name), Problem::CannotWrite { reason }))
}
