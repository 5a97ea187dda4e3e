//! A position in a line that moves forward over what it recognises.

/// Reads a text from left to right.
#[derive(Clone)]
pub(crate) struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    /// Stands at the start of `text`.
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// Returns the byte position.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Returns what is still to come.
    pub(crate) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Moves over the next character when `wanted` says so.
    pub(crate) fn eat(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let c = self.rest().chars().next().filter(|&c| wanted(c))?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Moves over `c` when it is next.
    pub(crate) fn eat_char(&mut self, c: char) -> bool {
        self.eat(|next| next == c).is_some()
    }

    /// Moves over white space; returns whether there was any.
    pub(crate) fn blanks(&mut self) -> bool {
        let before = self.at;
        while self.eat(char::is_whitespace).is_some() {}
        self.at > before
    }

    /// Moves over a run of letters, which may be empty.
    pub(crate) fn letters(&mut self) -> &'t str {
        let start = self.at;
        while self.eat(char::is_alphabetic).is_some() {}
        &self.text[start..self.at]
    }

    /// Moves over a number of at most four digits (Western or Arabic) and returns it with its number of digits.
    pub(crate) fn number(&mut self) -> Option<(u16, usize)> {
        let start = self.clone();
        let (mut value, mut n_digits) = (0, 0);
        while let Some(digit) = self.eat(|c| digit(c).is_some()).and_then(digit) {
            n_digits += 1;
            if n_digits > 4 {
                *self = start;
                return None;
            }
            value = value * 10 + digit;
        }
        (n_digits > 0).then_some((value, n_digits))
    }
}

fn digit(c: char) -> Option<u16> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    Some((c as u32 - zero as u32) as u16)
}
