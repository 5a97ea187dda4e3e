//! Foreign bytes into core values: transcripts, subtitles, chats, diaries, dossiers, surveys.
//!
//! Importing has three steps: [`recognise`] looks at the content (the file name only breaks ties), the reader of that
//! format takes the bytes apart, and what leaves is always an [`Imported`]: the text to store, its units, and a report of
//! what was read, kept, changed and dropped.
//!
//! The stored text stays what a reader of the original saw: speaker labels and message heads stand in it, and a unit's
//! span covers only the words after them. Time stamps of a recording are taken out: they are the units' places in it. All
//! else that is left out or written otherwise stands in the report, by name. Where an original has no running text (JSON,
//! a table, subtitles), lines are composed. A new format is a variant of [`Format`], a line in `format.rs`, one in [`read`]
//! and a reader.
//!
//! Absent on purpose: paths, files, clocks, and guesses about cases. Which case a source belongs to is not in its bytes.

mod archive;
mod chat;
mod clean;
pub mod coded;
mod cursor;
mod dates;
mod decode;
mod diary;
mod document;
mod docx;
mod format;
#[cfg(test)]
mod hostile;
mod html;
mod imported;
mod json;
mod line;
mod native;
mod odt;
mod ole;
mod pdf;
mod quiet;
mod rtf;
pub mod session_sheet;
mod sheet;
mod signal;
mod stored;
mod subtitles;
pub mod survey;
mod telegram;
mod transcript;
mod whatsapp;
mod xml;

pub use chat::read_merged;
pub use dates::DateOrder;
pub use format::{Format, recognise};
pub use imported::{Change, Comment, ExportCount, ImportReport, Imported, LabelCount, Loss, Part, Tally};
pub use sheet::{Sheet, SheetRow, is_workbook, read_sheet, read_sheet_with};
pub use survey::{Survey, read_survey};

use decode::{Decoded, decode};
use draad_core::{Diagnostic, Place, Problem, diagnostic::Outcome};
use subtitles::Dialect;

/// What the user says about a file, where its content may not say enough.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadOptions {
    /// Speaker labels that count even when they occur once; a text without any turn is then worth a warning.
    pub speakers: Vec<String>,
    /// Labels of people who may speak: they too count when they occur once, but nobody need speak at all.
    pub people: Vec<String>,
    /// Read as this format, whatever the content suggests.
    pub format: Option<Format>,
    /// How numeric dates are written.
    pub date_order: Option<DateOrder>,
    /// The table column that holds the text.
    pub text_column: Option<String>,
    /// The chat to read from a file that holds several: its name, or its number in the file.
    pub chat: Option<String>,
}

/// Reads the file `name` with content `bytes`.
///
/// # Errors
/// When nothing of the file can be read: `FileEmpty`, `FormatUnknown`, `NativeProject`, `NotAZip`, `ZipUnsafeName`, `ZipTooLarge`,
/// `ZipTooManyFiles`, `RecordUnreadable`, `ZipWithoutChat`, `ChatNotChosen`, `ChatAsWebPage`, `DocxInvalid`,
/// `DocxProtected`, `DocumentInvalid`, `DocumentProtected`, `WorkbookInvalid`, `WorkbookProtected`, `SheetTooLarge`,
/// `DateOrderUnclear`, `TextColumnNotFound`, `NoCues`, `NoCueReadable`, `JsonInvalid`, `PdfInvalid`, `PdfProtected`,
/// `PdfScanned`, `PdfTooLarge`, `PdfWithoutText`.
/// What can be read despite a problem is read, and the problem is in [`Imported::diagnostics`].
pub fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Outcome<Imported> {
    let file = File { name, options };
    if bytes.is_empty() {
        return Err(file.fails(Problem::FileEmpty));
    }
    let imported = match options.format.unwrap_or_else(|| recognise(name, bytes)) {
        Format::Docx => docx::read(&file, bytes)?,
        Format::Odt => odt::read(&file, bytes)?,
        Format::Rtf => rtf::read(&file, bytes)?,
        Format::Html => html::read(&file, bytes),
        Format::Pdf => pdf::read(&file, bytes)?,
        format @ (Format::WhatsAppText
        | Format::WhatsAppZip
        | Format::TelegramJson
        | Format::TelegramHtml
        | Format::Signal
        | Format::SignalJson
        | Format::SignalHtml) => chat::write(chat::read(&file, format, bytes)?),
        Format::Table | Format::Workbook => diary::read(&file, sheet::read(&file, bytes, None)?)?,
        Format::Markdown => transcript::read_markdown(&file, &file.decode(bytes)?),
        Format::Text => transcript::read_text(&file, &file.decode(bytes)?),
        Format::Vtt => subtitles::read_subtitles(&file, &file.decode(bytes)?, Dialect::Vtt)?,
        Format::Srt => subtitles::read_subtitles(&file, &file.decode(bytes)?, Dialect::Srt)?,
        Format::Sbv => subtitles::read_subtitles(&file, &file.decode(bytes)?, Dialect::Sbv)?,
        Format::Speech => subtitles::read_speech(&file, &file.decode(bytes)?)?,
        Format::SpeechTable => subtitles::read_speech_table(&file, &file.decode(bytes)?)?,
        Format::Protected => return Err(file.fails(format::protected(name))),
        Format::Unknown => return Err(file.is_unknown(bytes)),
    };
    file.filled(imported)
}

/// The file being read, for readers: what to call it and what the user said about it.
struct File<'f> {
    name: &'f str,
    options: &'f ReadOptions,
}

impl File<'_> {
    /// The labels that count even when they occur once.
    fn listed_labels(&self) -> Vec<String> {
        self.options.speakers.iter().chain(&self.options.people).cloned().collect()
    }

    /// Decodes the file as text, unless it is none.
    fn decode(&self, bytes: &[u8]) -> Outcome<Decoded> {
        let decoded = decode(bytes);
        if format::is_binary(&decoded.text) { Err(self.is_unknown(bytes)) } else { Ok(decoded) }
    }

    /// Refuses what holds no text at all, and says why: the first of its messages cannot be read, or it is empty.
    fn filled(&self, imported: Imported) -> Outcome<Imported> {
        if !imported.text.trim().is_empty() {
            return Ok(imported);
        }
        let is_reason =
            |diagnostic: &Diagnostic| matches!(diagnostic.problem, Problem::RecordUnreadable { .. });
        let reason = imported.diagnostics.into_iter().find(is_reason);
        let refused = |found: Diagnostic| Box::new(Diagnostic::error(found.place, found.problem));
        Err(reason.map_or_else(|| self.fails(Problem::FileEmpty), refused))
    }

    fn is_unknown(&self, bytes: &[u8]) -> Box<Diagnostic> {
        if let Some(program) = native::program_of(&format::extension(self.name), bytes) {
            return self.fails(Problem::NativeProject { program });
        }
        let seen = format::describe(self.name, bytes);
        match format::is_sound_or_picture(self.name, bytes) {
            true => self.fails(Problem::SoundOrPicture { seen }),
            false => self.fails(Problem::FormatUnknown { seen }),
        }
    }

    fn fails(&self, problem: Problem) -> Box<Diagnostic> {
        Box::new(Diagnostic::error(self.place(None), problem))
    }

    fn place(&self, line: Option<u32>) -> Place {
        Place { line, ..Place::file(self.name) }
    }
}
