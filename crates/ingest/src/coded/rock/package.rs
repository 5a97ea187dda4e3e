//! A ROCK project: an archive of sources and of settings that say which of its files are sources.

use super::source::RockSource;
use super::yaml::Yaml;
use super::{PROJECT_FILE, assemble};
use crate::archive::Archive;
use crate::coded::{CodedProject, Reason, Thing};
use crate::{File, decode::decode, format};
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};
use regex::{Regex, RegexBuilder};

/// Returns whether an archive holds the settings of a project.
pub(super) fn is_project(bytes: &[u8]) -> bool {
    let options = crate::ReadOptions::default();
    let archive = Archive::open(&File { name: "", options: &options }, bytes);
    archive.is_ok_and(|archive| archive.names().iter().any(|name| is_settings(name)))
}

fn is_settings(name: &str) -> bool {
    name.rsplit('/').next() == Some(PROJECT_FILE) && !name.starts_with("__MACOSX/")
}

/// Reads a project with all its sources.
pub(super) fn read(file: &File, bytes: &[u8]) -> Outcome<CodedProject> {
    let mut archive = Archive::open(file, bytes)?;
    let mut project = CodedProject {
        origin: "ROCK".to_owned(),
        reading: "rock-project".to_owned(),
        ..CodedProject::default()
    };
    let names = archive.names().to_vec();
    let settings_path = names.iter().filter(|name| is_settings(name)).min_by_key(|name| name.len());
    let base = settings_path.map_or("", |path| &path[..path.len() - PROJECT_FILE.len()]);
    let settings = match settings_path {
        Some(path) => settings(file, &text_of(file, &mut archive, path)?, &mut project),
        None => Yaml::Nothing,
    };
    project.title =
        settings.get("project").and_then(|own| own.text_of("title")).unwrap_or_default().to_owned();
    let choice = Choice::new(file, settings.get("sources").unwrap_or(&Yaml::Nothing), &mut project);
    let codebook_path = settings.get("codebook").and_then(|own| own.text_of("local"));
    let codebook_path = codebook_path.map(|path| format!("{base}{}", path.trim_start_matches("./")));
    let mut codebook: Vec<Yaml> =
        settings.get("codebook").and_then(|own| own.get("embedded")).cloned().into_iter().collect();
    let mut sources = Vec::new();
    let mut sorted: Vec<&String> =
        names.iter().filter(|name| !is_settings(name) && !name.ends_with('/')).collect();
    sorted.sort();
    for path in sorted {
        let inner = path.strip_prefix(base).unwrap_or(path);
        let is_codebook = Some(path) == codebook_path.as_ref();
        match format::extension(path).as_str() {
            "yml" | "yaml" if is_codebook => {
                codebook.extend(Yaml::read(&text_of(file, &mut archive, path)?).ok())
            }
            _ if choice.takes(inner) || (is_codebook && path.ends_with(".rock")) => {
                sources.push(RockSource::read(stem(inner), &text_of(file, &mut archive, path)?));
            }
            _ if path.starts_with("__MACOSX/") => {}
            _ => {
                project.reconciliation.claim(Thing::Unknown, 1);
                project.reconciliation.lose(Thing::Unknown, inner, Reason::NoPlaceInStudy, "");
            }
        }
    }
    Ok(assemble::assemble(file, sources, codebook, project))
}

fn text_of(file: &File, archive: &mut Archive, path: &str) -> Outcome<String> {
    Ok(archive.unpack(file, path)?.map(|bytes| decode(&bytes).text).unwrap_or_default())
}

/// Returns the name of a file without folders and ending.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn settings(file: &File, text: &str, project: &mut CodedProject) -> Yaml {
    match Yaml::read(text) {
        Ok(yaml) => yaml.get("_ROCKproject").cloned().unwrap_or(Yaml::Nothing),
        Err(reason) => {
            let problem = Problem::BlockUnreadable { reason };
            project.diagnostics.push(Diagnostic::warning(file.place(None).column(PROJECT_FILE), problem));
            Yaml::Nothing
        }
    }
}

/// Which files of a project are its sources.
struct Choice {
    extension: String,
    regex: Option<Regex>,
    dirs: Option<Regex>,
    no_dirs: Option<Regex>,
    files: Option<Regex>,
    no_files: Option<Regex>,
}

impl Choice {
    fn new(file: &File, settings: &Yaml, project: &mut CodedProject) -> Self {
        let mut regex = |key: &str| {
            let text = settings.text_of(key)?;
            let built = RegexBuilder::new(text).size_limit(1 << 20).build();
            if let Err(error) = &built {
                let reason = format!("{key}: {}", error.to_string().replace('\n', " "));
                let place = file.place(None).column(PROJECT_FILE);
                project.diagnostics.push(Diagnostic::warning(place, Problem::BlockUnreadable { reason }));
            }
            built.ok()
        };
        Self {
            regex: regex("regex"),
            dirs: regex("dirsToIncludeRegex"),
            no_dirs: regex("dirsToExcludeRegex"),
            files: regex("filesToIncludeRegex"),
            no_files: regex("filesToExcludeRegex"),
            extension: settings
                .text_of("extension")
                .unwrap_or(".rock")
                .trim_start_matches('.')
                .to_lowercase(),
        }
    }

    fn takes(&self, path: &str) -> bool {
        let (dir, name) = path.rsplit_once('/').map_or(("", path), |(dir, name)| (&path[..=dir.len()], name));
        let fits =
            |regex: &Option<Regex>, text: &str| regex.as_ref().is_none_or(|regex| regex.is_match(text));
        let shuns =
            |regex: &Option<Regex>, text: &str| regex.as_ref().is_some_and(|regex| regex.is_match(text));
        let has_ending = match &self.regex {
            Some(regex) => regex.is_match(name),
            None => format::extension(name) == self.extension,
        };
        has_ending
            && fits(&self.dirs, dir)
            && !shuns(&self.no_dirs, dir)
            && fits(&self.files, name)
            && !shuns(&self.no_files, name)
            && !path.starts_with("__MACOSX/")
    }
}
