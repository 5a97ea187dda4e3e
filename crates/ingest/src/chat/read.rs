//! From a file to its chat, by format.

use super::{Chat, zip};
use crate::{File, Format, signal, telegram, whatsapp};
use draad_core::{Problem, diagnostic::Outcome};

/// Reads the chat in a file of this format.
pub(crate) fn read(file: &File, format: Format, bytes: &[u8]) -> Outcome<Chat> {
    let as_page = |program: &str| Problem::ChatAsWebPage { program: program.to_owned() };
    match format {
        Format::WhatsAppZip => zip::read_zip(file, bytes),
        Format::WhatsAppText => whatsapp::read_text(file, &file.decode(bytes)?),
        Format::TelegramJson => telegram::read(file, &file.decode(bytes)?),
        Format::TelegramHtml => Err(file.fails(as_page("telegram"))),
        Format::Signal => signal::read_text(file, &file.decode(bytes)?),
        Format::SignalJson => signal::read_json(file, &file.decode(bytes)?),
        Format::SignalHtml => Err(file.fails(as_page("signal"))),
        _ => Err(file.fails(Problem::NotAChat)),
    }
}
