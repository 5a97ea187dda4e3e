//! One source with all that hangs on it: text, units, and every coder's codings. Sources do not depend on each other,
//! so that many are read at once.

use crate::decode::{Decoded, decode};
use crate::tables::codings::CodingRow;
use crate::tables::sources::SourceRow;
use crate::tables::units::{self, UnitRow};
use crate::{fit::fit, folder::StudyFolder, log::Log, paths, table};
use blake3::Hash;
use draad_core::filter::nearest;
use draad_core::source::normalised;
use draad_core::{
    CodeId, CoderId, Coding, CodingId, Diagnostic, Place, Problem, Source, SourceId, Study, Target, Text,
    check,
};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A source with its codings and what was found on the way.
pub(crate) struct Material {
    pub(crate) source: Source,
    /// Changes when the source's text or units do; see [`content_hash`].
    pub(crate) hash: [u8; 32],
    pub(crate) codings: Vec<Coding>,
    pub(crate) log: Log,
}

/// What reading a source needs of the rest of the study.
pub(crate) struct Surroundings<'a> {
    pub(crate) folder: &'a StudyFolder,
    /// Settings, cases, participants and codebook.
    pub(crate) study: &'a Study,
    /// The code most like each code that is not in the codebook: looked for once, however many codings have it.
    nearest_codes: Mutex<BTreeMap<CodeId, String>>,
}

impl<'a> Surroundings<'a> {
    pub(crate) fn new(folder: &'a StudyFolder, study: &'a Study) -> Self {
        Self { folder, study, nearest_codes: Mutex::default() }
    }

    fn nearest_code(&self, code: &CodeId) -> String {
        let mut known = self.nearest_codes.lock().unwrap_or_else(PoisonError::into_inner);
        let search = || nearest(code.as_str(), self.study.codebook.codes.keys().map(CodeId::as_str));
        known.entry(code.clone()).or_insert_with(search).clone()
    }
}

/// Reads a source; `coders` have coded it.
pub(crate) fn read(around: &Surroundings, row: SourceRow, place: &Place, coders: &[CoderId]) -> Material {
    let mut log = Log::default();
    let Some((text, hash)) = read_text(around.folder, &mut log, &row) else {
        return without_text(&mut log, row, around.study, place, coders);
    };
    let AsImported { text, form: text_form, hash_fits } = as_imported(&mut log, &row, text, hash);
    let mut source = row.with_text(Text::new(text), hash_fits);
    read_units(around, &mut log, &mut source);
    check_source(&mut log, around.study, &source, place);
    let mut codings = Vec::new();
    for coder in coders {
        codings.extend(read_codings(around, &mut log, &source, coder));
    }
    // The same order as `Study::sort_codings`, which has then only to put the sources one after another.
    codings.sort_by(|a, b| {
        let key = |c: &Coding| c.target.span().map(|span| (span.start(), span.end()));
        (key(a), &a.code, &a.coder, &a.id).cmp(&(key(b), &b.code, &b.coder, &b.id))
    });
    let hash = content_hash(&log, &source.id, Some(text_form));
    Material { source, hash, codings, log }
}

/// Returns a hash of what decides a source's text and units: the bytes of the two files and the form in which the text
/// was taken, by the hashes that reading them has made; a file without a hash was not there. A text that could not be
/// read has no form, so that such a source is like no other with a text.
fn content_hash(log: &Log, source: &SourceId, form: Option<TextForm>) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&[form.map_or(0, |form| form as u8)]);
    for path in [paths::text(source), paths::units(source)] {
        match log.hashes.get(&path) {
            Some(hash) => hasher.update(&[1]).update(hash.as_bytes()),
            None => hasher.update(&[0]),
        };
    }
    *hasher.finalize().as_bytes()
}

/// Returns the text of a source and the hash of that text.
fn read_text(folder: &StudyFolder, log: &mut Log, row: &SourceRow) -> Option<(String, Hash)> {
    let path = paths::text(&row.id);
    let bytes = folder.read(log, &path)?;
    let hash_of_file = log.hashes.get(&path).copied();
    let Decoded { text, foreign } = decode(bytes);
    let hash = hash_of_file.filter(|_| foreign.is_none()).unwrap_or_else(|| blake3::hash(text.as_bytes()));
    if let Some(encoding) = foreign {
        let encoding = encoding.to_owned();
        log.warn(Place::file(path), Problem::NotUtf8 { encoding });
    }
    Some((text, hash))
}

/// How a text was taken from its file.
#[derive(Clone, Copy)]
enum TextForm {
    AsOnDisk = 1,
    Normalised = 2,
}

/// A text, how it was taken, and whether it is the text that the recorded hash was made of.
struct AsImported {
    text: String,
    form: TextForm,
    hash_fits: bool,
}

/// Returns the text that the recorded hash was made of where there is one: the text as it stands on disk, or else with
/// the line ends and accents of an imported text, which version control and other programs change.
fn as_imported(log: &mut Log, row: &SourceRow, text: String, hash: Hash) -> AsImported {
    let fits = |hash: Hash| hash.to_hex().as_str() == row.text_hash;
    if row.text_hash.is_empty() || fits(hash) {
        return AsImported { text, form: TextForm::AsOnDisk, hash_fits: true };
    }
    let place = Place::file(paths::text(&row.id));
    let source = row.id.to_string();
    let normalised = normalised(&text);
    if fits(blake3::hash(normalised.as_bytes())) {
        log.warn(place, Problem::SourceReadAsImported { source });
        return AsImported { text: normalised, form: TextForm::Normalised, hash_fits: true };
    }
    log.diagnostics.push(Diagnostic::error(place, Problem::SourceChanged { source }));
    AsImported { text, form: TextForm::AsOnDisk, hash_fits: false }
}

/// Returns a source whose text is missing: its units and codings have nothing to hold on to, and one message says so.
fn without_text(log: &mut Log, row: SourceRow, study: &Study, place: &Place, coders: &[CoderId]) -> Material {
    let mut log = std::mem::take(log);
    let path = paths::text(&row.id);
    if log.diagnostics.is_empty() {
        let source = row.id.to_string();
        log.lost(Place::file(&path), Problem::SourceFileMissing { source });
    }
    log.would_lose(&paths::units(&row.id));
    for coder in coders {
        log.would_lose(&paths::codings(coder, &row.id));
    }
    let hash_fits = row.text_hash.is_empty();
    let source = row.with_text(Text::default(), hash_fits);
    check_source(&mut log, study, &source, place);
    log.diagnostics.retain(|found| !matches!(found.problem, Problem::SourceEmpty { .. }));
    let hash = content_hash(&log, &source.id, None);
    Material { source, hash, codings: Vec::new(), log }
}

/// Checks a source; what is wrong with its text is said of the text file, the rest of the row.
fn check_source(log: &mut Log, study: &Study, source: &Source, place: &Place) {
    let (text, row): (Vec<_>, Vec<_>) = check::source(study, source).into_iter().partition(|misfit| {
        matches!(misfit.problem, Problem::SourceEmpty { .. } | Problem::SourceNotNormalised { .. })
    });
    log.misfits(&Place::file(paths::text(&source.id)), text);
    log.misfits(place, row);
}

fn read_units(around: &Surroundings, log: &mut Log, source: &mut Source) {
    let path = paths::units(&source.id);
    let Some(bytes) = around.folder.read(log, &path) else {
        return;
    };
    let rows = table::read::<UnitRow, 9>(log, &path, bytes);
    let (lines, units): (Vec<u32>, Vec<_>) = units::fit(log, &path, rows, &source.text).into_iter().unzip();
    source.units = units;
    for (unit, misfit) in check::units(around.study, source) {
        log.diagnostics.push(misfit.at(Place::line(&path, lines[unit])));
    }
}

fn read_codings(around: &Surroundings, log: &mut Log, source: &Source, coder: &CoderId) -> Vec<Coding> {
    let path = paths::codings(coder, &source.id);
    let Some(bytes) = around.folder.read(log, &path) else {
        return Vec::new();
    };
    let mut codings = Vec::new();
    let mut first_lines: BTreeMap<CodingId, u32> = BTreeMap::new();
    let mut same: BTreeMap<(Target, CodeId), u32> = BTreeMap::new();
    let mut unknown_codes: BTreeMap<CodeId, (u32, usize)> = BTreeMap::new();
    for (line, row) in table::read::<CodingRow, 10>(log, &path, bytes) {
        let place = || Place::line(&path, line);
        if let Some(&first_line) = first_lines.get(&row.id) {
            let id = row.id.to_string();
            log.lost(place().column("id"), Problem::DuplicateId { id, first_line });
            continue;
        }
        first_lines.insert(row.id.clone(), line);
        let Some(coding) = fitted(log, place, row, source, coder) else {
            continue;
        };
        if around.study.codebook.get(&coding.code).is_none() {
            log.would_lose(&path);
            unknown_codes.entry(coding.code).or_insert((line, 0)).1 += 1;
            continue;
        }
        log.diagnostics
            .extend(check::coding(around.study, &coding).into_iter().map(|misfit| misfit.at(place())));
        let key = (coding.target, coding.code.clone());
        match same.get(&key) {
            Some(&other_line) => log.warn(place(), Problem::SameCodingTwice { other_line }),
            None => {
                same.insert(key, line);
            }
        }
        codings.push(coding);
    }
    for (code, (line, n_codings)) in unknown_codes {
        let misfit = check::unknown_code(&code, around.nearest_code(&code), n_codings);
        log.diagnostics.push(misfit.at(Place::line(&path, line)));
    }
    codings
}

/// Returns the coding with its place in the text; one that has none is reported.
fn fitted(
    log: &mut Log,
    place: impl Fn() -> Place,
    row: CodingRow,
    source: &Source,
    coder: &CoderId,
) -> Option<Coding> {
    let fitted = match fit(row.chars, &row.quote, &source.text, &source.id) {
        Ok(fitted) => fitted,
        Err(problem) => {
            let column = match problem {
                Problem::QuoteMissing { .. } | Problem::QuoteAmbiguous { .. } => "quote",
                _ => "end",
            };
            log.lost(place().column(column), problem);
            return None;
        }
    };
    match fitted.remark {
        Some(Problem::QuoteEmpty) => {
            log.diagnostics.push(Diagnostic::note(place().column("quote"), Problem::QuoteEmpty));
        }
        Some(problem) => log.warn(place().column("start"), problem),
        None => {}
    }
    Some(Coding {
        id: row.id,
        coder: coder.clone(),
        source: source.id.clone(),
        code: row.code,
        target: fitted.target,
        valence: row.valence,
        weight: row.weight,
        quote: fitted.quote.unwrap_or(row.quote),
        memo: row.memo,
        created: row.created,
        modified: row.modified,
    })
}
