//! Figures of the study, of each case and of each source, in the formats and colours that the settings name.
//!
//! Drawing is quick and is always done; making a picture of the drawing is not. So each PNG and PDF is kept as long as the
//! pages that it shows have the same bytes as when it was made, its own file too, and the software is the same.

use super::Making;
use super::jobs::Job;
use super::made::{Content, File, Made, Undrawn};
use crate::figures::{self, Choices, FileFormat, Part, Pictures, beside, style_of};
use crate::flags::quoted;
use crate::results::Results;
use crate::tables::Request;
use draad_core::diagnostic::Outcome;
use draad_core::id::folded;
use draad_core::{CaseId, FigureTheme, Filter, OutputSettings, SourceId};
use draad_figures::Figure;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A figure to draw.
struct Wish<'w> {
    name: &'static str,
    /// The folder under `figures/`, with a `/` at its end; nothing for figures of the study.
    folder: &'w str,
    /// The case or source that it is of.
    of: Option<&'w str>,
    choices: Choices,
    formats: &'w [FileFormat],
    /// The flags that `draad figure` needs for it.
    flags: String,
}

impl Making<'_> {
    /// Adds all figures to what there is to make.
    pub(super) fn pictures<'a>(&'a self, jobs: &mut Vec<Job<'a>>) {
        let (settings, study) = (self.settings(), self.project.study());
        if !settings.formats.is_empty() {
            for name in figures::usual_names(self.results) {
                jobs.push(Box::new(move || self.of_study(name)));
            }
        }
        if !settings.case_formats.is_empty() {
            for (case, folder) in folders(study.cases.keys(), CaseId::as_str) {
                jobs.push(Box::new(move || self.of_case(case, &format!("cases/{folder}/"))));
            }
            for (source, folder) in folders(study.sources.keys(), SourceId::as_str) {
                jobs.push(Box::new(move || self.of_source(source, &format!("sources/{folder}/"))));
            }
        }
    }

    fn settings(&self) -> &OutputSettings {
        &self.project.study().settings.output
    }

    fn of_study(&self, name: &'static str) -> Outcome<Vec<Made>> {
        let (choices, formats) = (Choices::default(), &self.settings().formats[..]);
        self.drawn(self.results, &Wish { name, folder: "", of: None, choices, formats, flags: String::new() })
    }

    /// Draws the figures of a case: codings and material of that case are collected once for all.
    fn of_case(&self, case: &CaseId, folder: &str) -> Outcome<Vec<Made>> {
        let filter = Filter { cases: vec![case.clone()], ..Filter::default() };
        let results = Results::new(self.project, &Request { filter, ..Request::default() })?;
        let wish = |name| Wish {
            name,
            folder,
            of: Some(case.as_str()),
            choices: Choices::default(),
            formats: &self.settings().case_formats,
            flags: format!(" --case {}", quoted(case.as_str())),
        };
        let drawn = figures::names_of_case().into_iter().map(|name| self.drawn(&results, &wish(name)));
        Ok(drawn.collect::<Outcome<Vec<_>>>()?.into_iter().flatten().collect())
    }

    fn of_source(&self, source: &SourceId, folder: &str) -> Outcome<Vec<Made>> {
        let wish = |name| Wish {
            name,
            folder,
            of: Some(source.as_str()),
            choices: Choices { source: Some(source.clone()), ..Choices::default() },
            formats: &self.settings().case_formats,
            flags: format!(" --source {}", quoted(source.as_str())),
        };
        let drawn = figures::names_of_source().into_iter().map(|name| self.drawn(self.results, &wish(name)));
        Ok(drawn.collect::<Outcome<Vec<_>>>()?.into_iter().flatten().collect())
    }

    /// Draws a figure in each theme, or says why there is none.
    fn drawn(&self, results: &Results, wish: &Wish) -> Outcome<Vec<Made>> {
        let themes: BTreeMap<&str, FigureTheme> =
            self.settings().themes.iter().map(|&theme| (theme.into(), theme)).collect();
        let first = self.settings().themes.first().copied();
        let mut made = Vec::new();
        for (theme_name, theme) in themes {
            let style = style_of(self.settings(), theme, self.project.words);
            match figures::drawn(results, wish.name, &style, &wish.choices) {
                Ok(figure) => {
                    let is_first = Some(theme) == first;
                    let theme = if is_first { String::new() } else { format!("{theme_name}/") };
                    let look = if is_first { String::new() } else { format!(" --theme {theme_name}") };
                    let folder = format!("figures/{theme}{}", wish.folder);
                    let made_by = format!("draad figure {}{}{look}", wish.name, wish.flags);
                    made.push(Made::Files(self.files(&figure, &folder, &made_by, wish.formats)?));
                }
                Err(diagnostic) => {
                    let of = wish.of.map(str::to_owned);
                    let problem = diagnostic.problem;
                    return Ok(vec![Made::Undrawn(Undrawn { figure: wish.name, of, problem })]);
                }
            }
        }
        Ok(made)
    }

    fn files(
        &self,
        figure: &Figure,
        folder: &str,
        made_by: &str,
        formats: &[FileFormat],
    ) -> Outcome<Vec<(String, File)>> {
        let pictures = Pictures::of(figure);
        let parts = pictures.parts(formats, u32::from(self.settings().dpi));
        let file = |part: Part| {
            let name = format!("{folder}{}", part.name);
            let file = self.picture(&name, &part, made_by)?;
            Ok((name, file))
        };
        let mut files: Vec<(String, File)> = parts.into_par_iter().map(file).collect::<Outcome<_>>()?;
        let texts = beside(figure).into_iter();
        files.extend(texts.map(|(name, bytes)| (format!("{folder}{name}"), File::new(bytes, made_by))));
        Ok(files)
    }

    /// Makes a file of a figure, unless it is there already.
    fn picture(&self, name: &str, part: &Part, made_by: &str) -> Outcome<File> {
        let drawing = part.drawing();
        let made_by = made_by.to_owned();
        if let Some(hash) = drawing.as_deref().and_then(|drawing| self.kept(name, drawing)) {
            return Ok(File { content: Content::Kept, hash, drawing, made_by, also_from: Some("output") });
        }
        Ok(File { drawing, also_from: Some("output"), ..File::new(self.bytes(part)?, made_by) })
    }

    /// Makes the bytes of a file; those of single pictures are kept for documents that hold the same.
    fn bytes(&self, part: &Part) -> Outcome<Vec<u8>> {
        match part.format() {
            FileFormat::Png => self.results.album.bytes(part).map(Arc::unwrap_or_clone),
            FileFormat::Svg | FileFormat::Pdf => part.bytes(),
        }
    }

    /// Returns the hash of a picture that an earlier run made of the same drawing, if it is still there.
    fn kept(&self, name: &str, drawing: &str) -> Option<String> {
        let entry = self.earlier?.files.get(name)?;
        let is_same = entry.drawing.as_deref() == Some(drawing);
        let on_disk = if is_same { self.outputs.hash(name) } else { None };
        on_disk.filter(|hash| *hash == entry.hash)
    }
}

/// Gives each id a folder: its own, or with a number where another differs only in capitals, which is the same folder on some
/// systems.
fn folders<'i, I: 'i>(ids: impl Iterator<Item = &'i I>, text: fn(&I) -> &str) -> Vec<(&'i I, String)> {
    let mut taken = BTreeSet::new();
    let mut with_folder = Vec::new();
    for id in ids {
        let plain = text(id);
        let numbered = (2..).map(|n| format!("{plain}-{n}"));
        let free = std::iter::once(plain.to_owned()).chain(numbered).find(|name| taken.insert(folded(name)));
        with_folder.extend(free.map(|folder| (id, folder)));
    }
    with_folder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_id_has_a_folder_of_its_own() {
        let ids = ["p01", "P01", "p01-2", "één"];
        let folders: Vec<String> =
            folders(ids.iter(), |id| id).into_iter().map(|(_, folder)| folder).collect();
        assert_eq!(folders, ["p01", "P01-2", "p01-2-2", "één"]);
        assert_eq!(folders.iter().map(|name| folded(name)).collect::<BTreeSet<_>>().len(), 4);
    }
}
