//! Archives: what WhatsApp exports with media, and the folders of Telegram and Signal when somebody zips them.

use super::{Chat, read, recognise_text};
use crate::format::extension;
use crate::imported::Loss;
use crate::{File, archive::Archive, decode::decode, format::head};
use draad_core::{Problem, diagnostic::Outcome};

/// Returns whether an entry of an archive can be the text of a chat as WhatsApp names it.
pub(crate) fn is_whatsapp_name(name: &str) -> bool {
    is_original(name) && extension(name) == "txt"
}

/// Reads the first chat in an archive. The other files are reported by name.
pub(super) fn read_zip(file: &File, bytes: &[u8]) -> Outcome<Chat> {
    let mut archive = Archive::open(file, bytes)?;
    let names: Vec<String> = archive.names().to_vec();
    for name in names.iter().filter(|name| is_original(name)) {
        let extension = extension(name);
        if !matches!(extension.as_str(), "txt" | "json" | "md") {
            continue;
        }
        let Some(content) = archive.unpack(file, name)? else {
            continue;
        };
        let Some(format) = recognise_text(&extension, head(&decode(&content).text)) else {
            continue;
        };
        let mut chat = read(file, format, &content)?;
        for other in names.iter().filter(|other| *other != name && is_original(other)) {
            chat.notes.report.lose(Loss::Attachments, 1, Some(other.clone()));
        }
        return Ok(chat);
    }
    Err(file.fails(Problem::ZipWithoutChat))
}

/// Returns whether an entry is a file, and none of the copies in `__MACOSX/` that Macs add.
fn is_original(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    !name.starts_with("__MACOSX") && !file.starts_with("._") && !file.is_empty()
}
