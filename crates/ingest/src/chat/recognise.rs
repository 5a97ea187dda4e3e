//! Telling chats from other files, and from each other.

use super::lines;
use crate::{Format, signal, telegram};

/// How much of a web page is looked at, in bytes.
const PAGE_START: usize = 64 << 10;

/// Returns which chat a text is, if it is one. `extension` helps where two programs write alike.
pub(crate) fn recognise_text(extension: &str, text: &str) -> Option<Format> {
    if telegram::looks_like_export(text) {
        Some(Format::TelegramJson)
    } else if signal::looks_like_json(text) {
        Some(Format::SignalJson)
    } else if signal::looks_like_chat(extension, text) {
        Some(Format::Signal)
    } else if lines::looks_like_chat(text) {
        Some(Format::WhatsAppText)
    } else {
        None
    }
}

/// Returns which chat a web page shows, if it shows one.
pub(crate) fn recognise_page(bytes: &[u8]) -> Option<Format> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if !bytes.starts_with(b"<") {
        return None;
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(PAGE_START)]);
    if telegram::looks_like_page(&start) {
        Some(Format::TelegramHtml)
    } else if signal::looks_like_page(&start) {
        Some(Format::SignalHtml)
    } else {
        None
    }
}
