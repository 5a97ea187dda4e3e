//! UTF-8 with a few bytes in it that are not.

/// A text that is UTF-8 nearly everywhere.
pub(super) struct Mixed {
    /// The text, with `U+FFFD` for what cannot be read.
    pub(super) text: String,
    /// The line of each place that cannot be read, counted from 1.
    pub(super) lines: Vec<u32>,
}

impl Mixed {
    /// Reads `bytes` when more of their accented letters are UTF-8 than are not, or when only the end is cut off: two
    /// bytes that make one character are hardly ever so by accident.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut mixed = Self { text: String::with_capacity(bytes.len()), lines: Vec::new() };
        let mut n_letters = 0;
        let mut is_cut_off = false;
        let mut counter = LineCounter::default();
        for chunk in bytes.utf8_chunks() {
            n_letters += chunk.valid().bytes().filter(|&byte| byte >= 0xC0).count();
            mixed.text.push_str(chunk.valid());
            counter.pass(chunk.valid());
            if chunk.invalid().is_empty() {
                continue;
            }
            mixed.text.push(char::REPLACEMENT_CHARACTER);
            mixed.lines.push(counter.line);
            is_cut_off = chunk.invalid().len() > 1;
        }
        // A letter cut off at the end has more than one byte or is the only fault.
        let only_end =
            mixed.lines.len() == 1 && mixed.text.ends_with(char::REPLACEMENT_CHARACTER) && is_cut_off;
        (n_letters > mixed.lines.len() || only_end).then_some(mixed)
    }
}

/// Counts lines, whichever way they end.
struct LineCounter {
    line: u32,
    after_return: bool,
}

impl Default for LineCounter {
    fn default() -> Self {
        Self { line: 1, after_return: false }
    }
}

impl LineCounter {
    fn pass(&mut self, text: &str) {
        for byte in text.bytes() {
            let ends_line = byte == b'\r' || (byte == b'\n' && !self.after_return);
            self.line = self.line.saturating_add(u32::from(ends_line));
            self.after_return = byte == b'\r';
        }
    }
}
