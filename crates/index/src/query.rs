//! What people type to find words.
//!
//! ```text
//! query    = { "OR" between }  all
//! all      = { [ "AND" ] between }  item
//! item     = ( "NOT" | "-" ) item | "(" query ")" | phrase | word
//! phrase   = `"` words `"`              exact words in this order
//! word     = letters [ "*" ]            by stem; with * everything that begins so
//! ```
//!
//! `AND` binds more tightly than `OR`. The operators are written in capitals.

use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, QueryFault};

use crate::words::words;

/// How deeply parentheses and negations may be nested.
const MAX_DEPTH: usize = 32;

/// A query that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Nothing: every unit.
    pub(crate) root: Option<Node>,
}

/// Part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    /// All of these.
    All(Vec<Node>),
    /// At least one of these.
    Any(Vec<Node>),
    /// Not this.
    Not(Box<Node>),
    /// A word, by stem.
    Word(String),
    /// The beginning of a word, exactly.
    Prefix(String),
    /// Words in this order, exactly.
    Phrase(String),
}

impl Query {
    /// Reads a query. An empty text stands for every unit; a search accepts that only together with a filter.
    ///
    /// # Errors
    /// [`Problem::QueryInvalid`] with the position in characters, counted from 1.
    pub fn parse(text: &str) -> Outcome<Self> {
        let mut parser = Parser { chars: text.chars().collect(), at: 0, depth: 0 };
        parser.skip_space();
        if parser.at == parser.chars.len() {
            return Ok(Self { root: None });
        }
        let root = parser.any()?;
        match parser.peek() {
            None => Ok(Self { root: Some(root) }),
            Some(_) => Err(fault(QueryFault::ParenthesisUnopened, parser.at)),
        }
    }
}

/// Makes the diagnostic about the character with `chars_before` characters before it.
pub(crate) fn fault(reason: QueryFault, chars_before: usize) -> Box<Diagnostic> {
    let position = chars_before + 1;
    Box::new(Diagnostic::error(Place::default(), Problem::QueryInvalid { reason, position }))
}

struct Parser {
    chars: Vec<char>,
    at: usize,
    depth: usize,
}

impl Parser {
    fn any(&mut self) -> Outcome<Node> {
        let mut alternatives = vec![self.all()?];
        while self.take_operator("OR") {
            alternatives.push(self.all()?);
        }
        Ok(one_or(alternatives, Node::Any))
    }

    fn all(&mut self) -> Outcome<Node> {
        let mut parts = vec![self.item()?];
        loop {
            self.skip_space();
            let must_follow = self.take_operator("AND");
            let ends = matches!(self.peek(), None | Some(')')) || self.is_operator("OR");
            if ends && !must_follow {
                return Ok(one_or(parts, Node::All));
            }
            parts.push(self.item()?);
        }
    }

    fn item(&mut self) -> Outcome<Node> {
        self.skip_space();
        let start = self.at;
        let is_binary = self.is_operator("OR") || self.is_operator("AND");
        match self.peek() {
            None | Some(')') => Err(fault(QueryFault::OperandMissing, start)),
            Some(_) if is_binary => Err(fault(QueryFault::OperandMissing, start)),
            Some('(') => self.nested(|parser| parser.parentheses(start)),
            Some('-') if self.minus_negates() => {
                self.at += 1;
                self.nested(|parser| parser.item().map(negate))
            }
            Some(_) if self.take_operator("NOT") => self.nested(|parser| parser.item().map(negate)),
            Some(c) if is_quote(c) => self.phrase(start),
            Some(_) => self.word(start),
        }
    }

    fn nested(&mut self, read: impl FnOnce(&mut Self) -> Outcome<Node>) -> Outcome<Node> {
        if self.depth == MAX_DEPTH {
            return Err(fault(QueryFault::TooDeep, self.at));
        }
        self.depth += 1;
        let node = read(self);
        self.depth -= 1;
        node
    }

    fn parentheses(&mut self, start: usize) -> Outcome<Node> {
        self.at += 1;
        let inner = self.any()?;
        if self.peek() != Some(')') {
            return Err(fault(QueryFault::ParenthesisOpen, start));
        }
        self.at += 1;
        Ok(inner)
    }

    fn phrase(&mut self, start: usize) -> Outcome<Node> {
        self.at += 1;
        let length = self.chars[self.at..].iter().position(|&c| is_quote(c));
        let length = length.ok_or_else(|| fault(QueryFault::QuoteOpen, start))?;
        let inside = self.at..self.at + length;
        self.at = inside.end + 1;
        if let Some(star) = self.chars[inside.clone()].iter().position(|&c| c == '*') {
            return Err(fault(QueryFault::StarMisplaced, inside.start + star));
        }
        let text: String = self.chars[inside].iter().collect();
        with_words(text, start).map(Node::Phrase)
    }

    fn word(&mut self, start: usize) -> Outcome<Node> {
        while self.peek().is_some_and(|c| !ends_word(c)) {
            self.at += 1;
        }
        let chars = &self.chars[start..self.at];
        if self.starts_with_field(start) {
            return Err(fault(QueryFault::FieldUnknown, start));
        }
        let star = chars.iter().position(|&c| c == '*');
        match star {
            None => with_words(chars.iter().collect(), start).map(Node::Word),
            Some(star) if star > 0 && star + 1 == chars.len() => {
                with_words(chars[..star].iter().collect(), start).map(Node::Prefix)
            }
            Some(star) => Err(fault(QueryFault::StarMisplaced, start + star)),
        }
    }

    /// Whether the word at `start` is written like `code:vertrouwen`; `14:30` and `https://` are not.
    fn starts_with_field(&self, start: usize) -> bool {
        let rest = &self.chars[start..];
        let n_letters = rest.iter().take_while(|c| c.is_alphabetic()).count();
        let after = rest.get(n_letters + 1);
        n_letters > 0
            && rest.get(n_letters) == Some(&':')
            && after.is_some_and(|&c| c.is_alphanumeric() || c == '=' || is_quote(c))
    }

    fn minus_negates(&self) -> bool {
        self.chars.get(self.at + 1).is_some_and(|c| !c.is_whitespace())
    }

    fn is_operator(&self, operator: &str) -> bool {
        let end = self.at + operator.len();
        let stands_here = self.chars[self.at..].iter().copied().take(operator.len()).eq(operator.chars());
        stands_here && self.chars.get(end).is_none_or(|&c| ends_word(c))
    }

    fn take_operator(&mut self, operator: &str) -> bool {
        let stands_here = self.is_operator(operator);
        if stands_here {
            self.at += operator.len();
        }
        stands_here
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn ends_word(c: char) -> bool {
    c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')')
}

fn with_words(text: String, start: usize) -> Outcome<String> {
    if words(&text).next().is_none() {
        return Err(fault(QueryFault::NoWord, start));
    }
    Ok(text)
}

fn negate(node: Node) -> Node {
    Node::Not(Box::new(node))
}

fn one_or(mut nodes: Vec<Node>, several: impl FnOnce(Vec<Node>) -> Node) -> Node {
    match nodes.pop() {
        Some(only) if nodes.is_empty() => only,
        last => several(nodes.into_iter().chain(last).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, reason: QueryFault, position: usize) {
        let found = Query::parse(text).map_err(|diagnostic| diagnostic.problem);
        assert_eq!(found, Err(Problem::QueryInvalid { reason, position }), "{text}");
    }

    fn word(text: &str) -> Node {
        Node::Word(text.to_owned())
    }

    #[test]
    fn and_binds_more_tightly_than_or() {
        let root = |text: &str| Query::parse(text).unwrap().root.unwrap();
        let expected = Node::Any(vec![Node::All(vec![word("a"), word("b")]), word("c")]);
        for text in ["a b OR c", "a AND b OR c", "(a b) OR (c)"] {
            assert_eq!(root(text), expected, "{text}");
        }
        assert_eq!(root("a (b OR c)"), Node::All(vec![word("a"), Node::Any(vec![word("b"), word("c")])]));
        assert_eq!(root("a -b"), root("a NOT b"));
        assert_eq!(root("ORDE"), word("ORDE"));
        assert_eq!(root("e-mail 14:30"), Node::All(vec![word("e-mail"), word("14:30")]));
        assert_eq!(root("„goed contact”"), Node::Phrase("goed contact".into()));
        assert_eq!(root("vertr*"), Node::Prefix("vertr".into()));
    }

    #[test]
    fn a_mistake_is_answered_with_its_place() {
        check("moeder \"goed", QueryFault::QuoteOpen, 8);
        check("één \"", QueryFault::QuoteOpen, 5);
        check("(a OR (b c)", QueryFault::ParenthesisOpen, 1);
        check("a ) b", QueryFault::ParenthesisUnopened, 3);
        check("a OR", QueryFault::OperandMissing, 5);
        check("OR a", QueryFault::OperandMissing, 1);
        check("a AND OR b", QueryFault::OperandMissing, 7);
        check("NOT", QueryFault::OperandMissing, 4);
        check("a ()", QueryFault::OperandMissing, 4);
        check("a ... b", QueryFault::NoWord, 3);
        check("\"\"", QueryFault::NoWord, 1);
        check("a - b", QueryFault::NoWord, 3);
        check("*", QueryFault::StarMisplaced, 1);
        check("ver*uwen", QueryFault::StarMisplaced, 4);
        check("\"goed con*\"", QueryFault::StarMisplaced, 10);
        check("a code:vertrouwen", QueryFault::FieldUnknown, 3);
        check(&"(".repeat(1_000_000), QueryFault::TooDeep, MAX_DEPTH + 1);
        assert_eq!(Query::parse(" \n").unwrap().root, None);
    }

    proptest! {
        #[test]
        fn any_text_is_a_query_or_an_answer(text in "([-(\"* ]|OR |NOT |AND |\\PC){0,30}") {
            if let Err(diagnostic) = Query::parse(&text) {
                let Problem::QueryInvalid { position, .. } = diagnostic.problem else {
                    return Err(TestCaseError::fail("another problem"));
                };
                prop_assert!((1..=text.chars().count() + 1).contains(&position));
            }
        }
    }
}
