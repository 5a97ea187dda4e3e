//! PDF documents, as far as there is text in them.
//!
//! A PDF knows where each letter stands and nothing of words, lines or paragraphs. From the letters come rows, from the rows
//! paragraphs, in the order in which the document draws them; what recurs at the same height on most pages is head or foot.
//! Pages are counted from the first one, whatever numbers are printed on them: that is how a viewer counts, too.
//!
//! The crate that knows fonts was not made for strangers' files: it panics, and it unpacks without limit. It is therefore
//! given only documents of our making (`script.rs`, `fonts.rs`), in a thread of its own (`open.rs`).

mod annotations;
mod direction;
mod fonts;
mod glyphs;
mod guard;
mod hyphens;
mod inflate;
mod margins;
mod open;
mod paragraphs;
mod script;

use crate::document::count_comments;
use crate::imported::{Change, ImportReport, Loss, Part};
use crate::transcript::{Labels, compose};
use crate::{File, Imported};
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};
use glyphs::{PageText, Row};
use open::Fault;

/// Where in a file the mark may stand that makes it a PDF.
const HEAD: usize = 1_024;
/// Up to this many letters on a page are hardly any.
const FEW_LETTERS: usize = 50;
/// How much of a page pictures cover when the page is one.
const SCAN: f64 = 0.4;
/// One letter without meaning in this many is worth a warning.
const UNKNOWN_LETTERS: usize = 100;

/// Returns whether `bytes` are a PDF: its mark may come after other bytes, as mail programs put them there.
pub(crate) fn is_pdf(bytes: &[u8]) -> bool {
    let marked = |window: &[u8]| window.starts_with(b"%PDF-") && window[5].is_ascii_digit();
    bytes[..bytes.len().min(HEAD)].windows(6).any(marked)
}

/// Reads a PDF.
pub(crate) fn read(file: &File, bytes: &[u8]) -> Outcome<Imported> {
    let (mut pages, written) = open::pages(bytes).map_err(|fault| file.fails(fault.problem()))?;
    let mut imported = Imported { comments: written.comments, ..Imported::default() };
    check(file, &pages, &mut imported)?;
    report(&pages, &mut imported.report);
    count_comments(imported.comments.len() + written.n_empty, &mut imported);
    for answer in written.answers {
        imported.report.lose(Loss::FormAnswers, 1, Some(answer));
    }

    margins::take_out(&mut pages, &mut imported.report);
    let n_pages = pages.len();
    let rows: Vec<Row> = pages.into_iter().flat_map(|page| page.rows).collect();
    let lines = paragraphs::lines(&rows, &file.listed_labels(), &mut imported.report);
    let labels = Labels::find(&lines, &file.listed_labels());
    let unit = if n_pages == 1 { "page" } else { "pages" };
    imported.reading = format!("pdf; {}; {n_pages} {unit}", labels.reading());
    Ok(compose(file, &lines, &labels, imported))
}

/// Refuses a document without text, and warns of pages without.
fn check(file: &File, pages: &[PageText], imported: &mut Imported) -> Outcome<()> {
    let scanned: Vec<u32> = pages.iter().filter(|page| page.is_scan()).map(|page| page.seen.number).collect();
    let n_filled = pages.iter().filter(|page| page.is_scan() || page.n_letters() > 0).count();
    if scanned.len() * 2 > n_filled {
        return Err(file.fails(Problem::PdfScanned { n_scanned: scanned.len(), n_pages: pages.len() }));
    }
    let troubled: Vec<&PageText> = pages.iter().filter(|page| page.seen.trouble.is_some()).collect();
    let reason = troubled.first().and_then(|page| page.seen.trouble.clone()).unwrap_or_default();
    let n_letters: usize = pages.iter().map(PageText::n_letters).sum();
    let n_unknown: usize = pages.iter().map(|page| page.n_unknown).sum();
    if n_letters == 0 && !troubled.is_empty() {
        return Err(file.fails(Problem::PdfInvalid { reason }));
    }
    if n_letters == 0 || n_unknown * 2 > n_letters {
        return Err(file.fails(Problem::PdfWithoutText));
    }
    let mut warn = |problem| imported.diagnostics.push(Diagnostic::warning(file.place(None), problem));
    if !scanned.is_empty() {
        warn(Problem::PdfPagesScanned { pages: ranges(&scanned) });
    }
    if !troubled.is_empty() {
        let numbers: Vec<u32> = troubled.iter().map(|page| page.seen.number).collect();
        warn(Problem::PdfPagesUnreadable { pages: ranges(&numbers), reason });
    }
    if n_unknown * UNKNOWN_LETTERS > n_letters {
        let numbers = pages.iter().filter(|page| page.n_unknown > 0).map(|page| page.seen.number);
        warn(Problem::PdfLettersUnknown {
            n_letters: n_unknown,
            pages: ranges(&numbers.collect::<Vec<_>>()),
        });
    }
    imported.diagnostics.push(Diagnostic::note(file.place(None), Problem::PdfLayoutGuessed));
    Ok(())
}

fn report(pages: &[PageText], report: &mut ImportReport) {
    report.read(Part::Pages, pages.len());
    report.keep(Part::Pages, pages.iter().filter(|page| page.n_letters() > 0).count());
    for page in pages {
        report.lose(Loss::Pictures, page.seen.n_pictures, None);
        report.lose(Loss::Symbols, page.n_unknown, None);
        report.change(Change::LigaturesSplit, page.n_ligatures, None);
    }
}

impl PageText {
    fn n_letters(&self) -> usize {
        self.rows.iter().map(|row| row.text.chars().filter(|c| !c.is_whitespace()).count()).sum()
    }

    /// Returns whether a page is a picture of one, with hardly any text.
    fn is_scan(&self) -> bool {
        self.seen.picture_share >= SCAN && self.n_letters() <= FEW_LETTERS
    }
}

impl Fault {
    fn problem(self) -> Problem {
        match self {
            Fault::Protected => Problem::PdfProtected,
            Fault::TooLarge => Problem::PdfTooLarge,
            Fault::Broken(reason) => Problem::PdfInvalid { reason },
        }
    }
}

/// Writes ascending numbers as `1–3, 7`.
fn ranges(numbers: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for &number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let run = |&(first, last): &(u32, u32)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    runs.iter().map(run).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
