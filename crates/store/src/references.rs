//! `references.bib`: the literature. People write it by hand, or have their reference manager write it.

use crate::{decode::decode, log::Log, paths, settings::position};
use draad_core::{Place, Problem, References, Study, check};
use draad_literature::Fault;

/// Reads the file. A work that cannot be read hides no other.
pub(crate) fn read(log: &mut Log, bytes: Vec<u8>) -> References {
    let decoded = decode(bytes);
    if let Some(encoding) = decoded.foreign {
        let encoding = encoding.to_owned();
        log.warn(Place::file(paths::REFERENCES), Problem::NotUtf8 { encoding });
    }
    let text = decoded.without_bom().to_owned();
    let read = draad_literature::read(&text);
    for Fault { line, problem, loses_work } in read.faults {
        let place = Place::line(paths::REFERENCES, line);
        if loses_work { log.lost(place, problem) } else { log.warn(place, problem) }
    }
    References { text, works: read.works.into_iter().map(|work| (work.key.clone(), work)).collect() }
}

/// Says what a text cites that is not there; `first_line` is the line of its file on which it begins.
pub(crate) fn check_text(log: &mut Log, study: &Study, path: &str, first_line: u32, markdown: &str) {
    for (at, misfit) in check::citations(study, markdown) {
        let line = first_line + position(markdown, at).0 - 1;
        log.misfits(&Place::line(path, line), vec![misfit]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_from_windows_is_read_and_what_is_wrong_has_its_line() {
        let mut log = Log::default();
        let bytes =
            b"@book{a, title = {Caf\xe9}}\r\n\r\n@book{b, title = {B}\r\n@book{c, title = {C}}".to_vec();
        let references = read(&mut log, bytes);
        let titles: Vec<&str> = references.works.values().map(|work| work.title.as_str()).collect();
        assert_eq!(titles, ["Caf\u{e9}", "C"]);
        let lines: Vec<Option<u32>> =
            log.diagnostics.iter().map(|diagnostic| diagnostic.place.line).collect();
        assert_eq!(lines, [None, Some(4)]);
        assert_eq!(log.losses.get(paths::REFERENCES), Some(&1));
    }
}
