//! Cutting a query into its signs, words and fields.

use super::fault;
use super::tree::{Distance, FieldName, FieldTest, Given, Pattern, Relation, Step};
use crate::words::words;
use draad_core::QueryFault;
use draad_core::diagnostic::Outcome;

/// How far apart `NEAR` reaches when nothing is said: ten words.
const NEAR: Distance = Distance { n: 10, step: Step::Words };

/// A piece of a query.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Open,
    Close,
    And,
    Or,
    Not,
    Relation(Relation),
    Words(Pattern),
    Field(FieldTest),
}

/// Returns the pieces of a query, each with the number of characters before it.
pub(super) fn tokens(text: &str) -> Outcome<Vec<(Token, usize)>> {
    let mut cutter = Cutter { chars: text.chars().collect(), at: 0 };
    let mut found = Vec::new();
    while let Some(start) = cutter.next_start() {
        found.push((cutter.token(start)?, start));
    }
    Ok(found)
}

struct Cutter {
    chars: Vec<char>,
    at: usize,
}

impl Cutter {
    fn next_start(&mut self) -> Option<usize> {
        while self.peek()?.is_whitespace() {
            self.at += 1;
        }
        Some(self.at)
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn text(&self, from: usize, to: usize) -> String {
        self.chars[from..to].iter().collect()
    }

    fn token(&mut self, start: usize) -> Outcome<Token> {
        match self.chars[start] {
            '(' => Ok(self.sign(Token::Open)),
            ')' => Ok(self.sign(Token::Close)),
            '-' if self.chars.get(start + 1).is_some_and(|c| !c.is_whitespace()) => Ok(self.sign(Token::Not)),
            '/' => self.regex(start),
            c if is_quote(c) => {
                let inside = self.quoted(start)?;
                with_words(inside, start).map(|text| Token::Words(Pattern::Phrase(text)))
            }
            _ => self.word_or_field(start),
        }
    }

    fn sign(&mut self, token: Token) -> Token {
        self.at += 1;
        token
    }

    /// Reads what stands between two quotation marks.
    fn quoted(&mut self, start: usize) -> Outcome<String> {
        let inside = start + 1;
        let length = self.chars[inside..].iter().position(|&c| is_quote(c));
        let length = length.ok_or_else(|| fault(QueryFault::QuoteOpen, start))?;
        self.at = inside + length + 1;
        let text = self.text(inside, inside + length);
        match text.chars().position(|c| c == '*') {
            Some(star) => Err(fault(QueryFault::StarMisplaced, inside + star)),
            None => Ok(text),
        }
    }

    fn regex(&mut self, start: usize) -> Outcome<Token> {
        let mut end = start + 1;
        while end < self.chars.len() && self.chars[end] != '/' {
            end += if self.chars[end] == '\\' { 2 } else { 1 };
        }
        if end >= self.chars.len() {
            return Err(fault(QueryFault::RegexOpen, start));
        }
        self.at = end + 1;
        let pattern = self.text(start + 1, end);
        match tantivy_fst::Regex::new(&pattern) {
            Ok(_) if !pattern.is_empty() => Ok(Token::Words(Pattern::Regex(pattern))),
            _ => Err(fault(QueryFault::RegexInvalid, start)),
        }
    }

    fn word_or_field(&mut self, start: usize) -> Outcome<Token> {
        if let Some((name, comparison)) = self.field_name(start) {
            return self.field(start, name, comparison);
        }
        while self.peek().is_some_and(|c| !ends_word(c)) {
            self.at += 1;
        }
        let text = self.text(start, self.at);
        match operator(&text, start)? {
            Some(token) => Ok(token),
            None => word(text, start).map(Token::Words),
        }
    }

    /// Returns the name and the comparison of a field that begins here; `14:30` and `https://` begin none.
    fn field_name(&self, start: usize) -> Option<(String, String)> {
        let is_name = |c: &&char| c.is_alphanumeric() || matches!(c, '_' | '-');
        let n_name = self.chars[start..].iter().take_while(is_name).count();
        let after = start + n_name;
        if !self.chars[start].is_alphabetic() {
            return None;
        }
        let comparison: String = match self.chars.get(after)? {
            ':' => ":".into(),
            '<' | '>' | '=' | '!' => {
                self.chars[after..].iter().take_while(|c| "<>=!".contains(**c)).collect()
            }
            _ => return None,
        };
        let value = self.chars.get(after + comparison.chars().count())?;
        let begins = value.is_alphanumeric() || is_quote(*value) || "=<>!*-".contains(*value);
        begins.then(|| (self.text(start, after), comparison))
    }

    fn field(&mut self, start: usize, name: String, comparison: String) -> Outcome<Token> {
        self.at = start + name.chars().count() + comparison.chars().count();
        let mut comparison = if comparison == ":" { String::new() } else { comparison };
        if comparison.is_empty() {
            // child_age:>=12 says the same as child_age>=12
            let signs: String = self.chars[self.at..].iter().take_while(|c| "<>!".contains(**c)).collect();
            if !signs.is_empty() {
                let has_equal = self.chars.get(self.at + signs.chars().count()) == Some(&'=');
                comparison = if has_equal { format!("{signs}=") } else { signs };
                self.at += comparison.chars().count();
            }
        }
        let name = name.parse().unwrap_or(FieldName::Attribute(name));
        let mut values = vec![self.value(start)?];
        while self.peek() == Some(',')
            && self.chars.get(self.at + 1).is_some_and(|&c| !ends_word(c) || is_quote(c))
        {
            self.at += 1;
            values.push(self.value(start)?);
        }
        Ok(Token::Field(FieldTest { name, comparison, values, at: start }))
    }

    fn value(&mut self, field: usize) -> Outcome<Given> {
        let is_exact = self.peek() == Some('=');
        if is_exact {
            self.at += 1;
        }
        let at = self.at;
        let text = match self.peek() {
            Some(c) if is_quote(c) => self.quoted(at)?,
            _ => {
                while self.peek().is_some_and(|c| !ends_word(c) && c != ',') {
                    self.at += 1;
                }
                self.text(at, self.at)
            }
        };
        if text.trim().is_empty() {
            return Err(fault(QueryFault::ValueMissing, field));
        }
        Ok(Given { text: text.trim().to_owned(), is_exact, at })
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn ends_word(c: char) -> bool {
    c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')')
}

fn operator(text: &str, start: usize) -> Outcome<Option<Token>> {
    let (name, distance) = text.split_once('/').map_or((text, None), |(name, rest)| (name, Some(rest)));
    let relation = match name {
        "AND" => return Ok(distance.is_none().then_some(Token::And)),
        "OR" => return Ok(distance.is_none().then_some(Token::Or)),
        "NOT" => return Ok(distance.is_none().then_some(Token::Not)),
        "NEAR" => Relation::Near(read_distance(distance, start)?.unwrap_or(NEAR)),
        "BEFORE" => Relation::Before(read_distance(distance, start)?),
        "AFTER" => Relation::After(read_distance(distance, start)?),
        "OVERLAPS" | "WITHIN" | "ENCLOSES" | "EQUALS" if distance.is_some() => {
            return Err(fault(QueryFault::DistanceMisplaced, start));
        }
        "OVERLAPS" => Relation::Overlaps,
        "WITHIN" => Relation::Within,
        "ENCLOSES" => Relation::Encloses,
        "EQUALS" => Relation::Equals,
        _ => return Ok(None),
    };
    Ok(Some(Token::Relation(relation)))
}

fn read_distance(written: Option<&str>, start: usize) -> Outcome<Option<Distance>> {
    let Some(written) = written else { return Ok(None) };
    let digits = written.trim_end_matches(|c: char| !c.is_ascii_digit());
    let step = match &written[digits.len()..] {
        "" | "w" => Step::Words,
        "c" => Step::Characters,
        "u" => Step::Units,
        "p" => Step::Paragraphs,
        _ => return Err(fault(QueryFault::DistanceInvalid, start)),
    };
    match digits.parse() {
        Ok(n) => Ok(Some(Distance { n, step })),
        Err(_) => Err(fault(QueryFault::DistanceInvalid, start)),
    }
}

fn word(text: String, start: usize) -> Outcome<Pattern> {
    if let Some((word, distance)) = text.rsplit_once('~')
        && matches!(distance, "" | "1" | "2")
    {
        let mut cut = words(word);
        let is_one = cut.next().is_some() && cut.next().is_none() && !word.contains('*');
        let distance = if distance == "2" { 2 } else { 1 };
        return if is_one {
            Ok(Pattern::Fuzzy(word.to_owned(), distance))
        } else {
            Err(fault(QueryFault::FuzzyMisplaced, start + word.chars().count()))
        };
    }
    let Some(star) = text.chars().position(|c| c == '*') else {
        return with_words(text, start).map(Pattern::Stem);
    };
    match text.chars().any(char::is_alphanumeric) {
        true => Ok(Pattern::Wild(text)),
        false => Err(fault(QueryFault::StarMisplaced, start + star)),
    }
}

fn with_words(text: String, start: usize) -> Outcome<String> {
    if words(&text).next().is_none() {
        return Err(fault(QueryFault::NoWord, start));
    }
    Ok(text)
}
