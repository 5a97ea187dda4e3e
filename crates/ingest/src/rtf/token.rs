//! The signs of RTF: groups, control words, escaped bytes, text.

/// The most letters of a control word.
const MAX_WORD: usize = 32;

/// One sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Token<'b> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// A control word with its number: `\b`, `\u8217`.
    Word(&'b str, Option<i32>),
    /// A control sign: `\~`.
    Symbol(u8),
    /// A byte written as `\'e9`.
    Escaped(u8),
    /// Bytes as they stand.
    Text(&'b [u8]),
}

/// Reads RTF from left to right.
pub(super) struct Tokens<'b> {
    rest: &'b [u8],
}

impl<'b> Tokens<'b> {
    /// Starts at the first byte.
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    fn take(&mut self, n: usize) -> &'b [u8] {
        let (taken, rest) = self.rest.split_at(n.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn take_while(&mut self, most: usize, wanted: impl Fn(u8) -> bool) -> &'b [u8] {
        let n = self.rest.iter().take(most).take_while(|&&byte| wanted(byte)).count();
        self.take(n)
    }

    fn control(&mut self) -> Option<Token<'b>> {
        let first = *self.rest.first()?;
        if first.is_ascii_alphabetic() {
            return Some(self.word());
        }
        self.take(1);
        match first {
            b'\'' => self.escaped(),
            b'\r' | b'\n' => Some(Token::Word("par", None)),
            b'\t' => Some(Token::Word("tab", None)),
            b'\\' | b'{' | b'}' => Some(Token::Escaped(first)),
            _ => Some(Token::Symbol(first)),
        }
    }

    /// Two hexadecimal digits; anything else after `\'` is a mistake and stands for nothing.
    fn escaped(&mut self) -> Option<Token<'b>> {
        let digits = self.take_while(2, |byte| byte.is_ascii_hexdigit());
        let byte = std::str::from_utf8(digits).ok().and_then(|digits| u8::from_str_radix(digits, 16).ok());
        byte.map(Token::Escaped).or_else(|| self.next())
    }

    fn word(&mut self) -> Token<'b> {
        let name = self.take_while(MAX_WORD, |byte| byte.is_ascii_alphabetic());
        let n_sign = usize::from(self.rest.first() == Some(&b'-'));
        let n_digits =
            self.rest.iter().skip(n_sign).take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let number = if n_digits > 0 { self.take(n_sign + n_digits) } else { &[] };
        let number = std::str::from_utf8(number).ok().and_then(|number| number.parse::<i64>().ok());
        // One blank ends the word and belongs to it.
        self.take_while(1, |byte| byte == b' ');
        let name = std::str::from_utf8(name).unwrap_or_default();
        if name == "bin" {
            self.take(number.and_then(|n| usize::try_from(n).ok()).unwrap_or(0));
        }
        // Dates fill all 32 bits and are written with or without a sign.
        Token::Word(name, number.map(|number| number as i32))
    }
}

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        self.take_while(usize::MAX, |byte| matches!(byte, b'\r' | b'\n' | 0));
        match *self.rest.first()? {
            b'{' => self.take(1).first().map(|_| Token::Open),
            b'}' => self.take(1).first().map(|_| Token::Close),
            b'\\' => {
                self.take(1);
                self.control()
            }
            _ => {
                let is_text = |byte| !matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0);
                Some(Token::Text(self.take_while(usize::MAX, is_text)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_at_a_blank_a_number_or_another_sign() {
        let tokens: Vec<Token> = Tokens::new(br"{\b0 een\u-10179?\'e9\~\bin3 }\x\{}").collect();
        let expected = [
            Token::Open,
            Token::Word("b", Some(0)),
            Token::Text(b"een"),
            Token::Word("u", Some(-10179)),
            Token::Text(b"?"),
            Token::Escaped(0xE9),
            Token::Symbol(b'~'),
            Token::Word("bin", Some(3)),
            Token::Escaped(b'{'),
            Token::Close,
        ];
        assert_eq!(tokens, expected);
    }

    #[test]
    fn what_is_broken_off_ends() {
        for text in [&b"\\"[..], b"\\'", b"\\'e", b"\\'\\'\\'", b"\\u99999999999", b"\\bin99999999999 x"] {
            assert!(Tokens::new(text).count() <= 3, "{text:?}");
        }
    }
}
