//! From bytes to letters, and where they go.

use super::charset::Charset;
use super::reader::Reader;
use super::state::Target;
use crate::imported::{Change, Loss};

impl Reader<'_> {
    /// Reads bytes as they stand.
    pub(super) fn text(&mut self, bytes: &[u8]) {
        let n_skipped = self.n_to_skip.min(bytes.len());
        self.n_to_skip -= n_skipped;
        self.is_optional = false;
        if !bytes.is_ascii() {
            self.flush();
            self.has_raw_letters = true;
        }
        self.bytes.extend_from_slice(&bytes[n_skipped..]);
    }

    /// A character of two bytes may be written as two of these, or as one and a letter.
    pub(super) fn escaped(&mut self, byte: u8) {
        if self.has_raw_letters {
            self.flush();
        }
        self.bytes.push(byte);
    }

    /// Reads a UTF-16 unit; the characters that stand in for it are passed over.
    pub(super) fn unicode(&mut self, unit: i32) {
        self.flush();
        self.n_to_skip = self.state.n_stand_ins;
        let unit = unit as u16;
        if (0xD800..0xDC00).contains(&unit) {
            self.surrogate = Some(unit);
            return;
        }
        let units = self.surrogate.take().into_iter().chain([unit]);
        let c = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
        let text: String = c.collect();
        match unit {
            // What Word makes of the letters of symbol fonts.
            0xF000..=0xF0FF if self.is_aside() => {}
            0xF000..=0xF0FF => self.report.lose(Loss::Symbols, 1, None),
            _ => self.emit(&text),
        }
    }

    /// Decodes the bytes that came.
    pub(super) fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        if self.surrogate.take().is_some() {
            self.emit("\u{fffd}");
        }
        let bytes = std::mem::take(&mut self.bytes);
        // Some programs write UTF-8 as it stands, whatever they say.
        if std::mem::take(&mut self.has_raw_letters)
            && let Ok(text) = std::str::from_utf8(&bytes)
        {
            return self.emit(text);
        }
        match self.charsets.of_font(self.state.font.unwrap_or(self.charsets.default_font)) {
            Charset::Page(encoding) => self.emit(&encoding.decode_without_bom_handling(&bytes).0),
            Charset::Symbols if self.is_aside() => {}
            Charset::Symbols => self.report.lose(Loss::Symbols, bytes.len(), None),
        }
    }

    /// Puts words where they go.
    pub(super) fn emit(&mut self, text: &str) {
        let loss = match self.state.target {
            Target::Styles | Target::Fact => return self.value.push_str(text),
            Target::Nowhere | Target::Fonts => return,
            Target::Text if self.state.is_deleted => Loss::Deletions,
            Target::Text if self.state.is_hidden => Loss::HiddenText,
            Target::Text => {
                self.leave_out_no_more();
                let starts_insertion = self.state.is_inserted && !self.was_inserted;
                self.report.change(Change::Insertions, usize::from(starts_insertion), None);
                self.was_inserted = self.state.is_inserted;
                return self.story.flow.paragraph.push(text, self.state.is_bold);
            }
        };
        match &mut self.left_out {
            Some((why, words)) if *why == loss => words.push_str(text),
            _ => {
                self.leave_out_no_more();
                self.left_out = Some((loss, text.to_owned()));
            }
        }
    }

    /// Reports the words that were left out so far.
    pub(super) fn leave_out_no_more(&mut self) {
        if let Some((loss, words)) = self.left_out.take() {
            self.report.lose(loss, usize::from(!words.trim().is_empty()), Some(words));
        }
    }
}
