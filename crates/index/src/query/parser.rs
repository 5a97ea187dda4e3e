//! From the pieces of a query to its tree.

use super::coding::join_coding_fields;
use super::fault;
use super::token::{Token, tokens};
use super::tree::{CodingField, CodingTest, FieldName, FieldTest, Node, Related, What};
use draad_core::QueryFault;
use draad_core::diagnostic::Outcome;

/// How deeply parentheses, negations and relations may be nested.
const MAX_DEPTH: usize = 32;

/// Reads a query; nothing when it is empty.
pub(super) fn parse(text: &str) -> Outcome<Option<Node>> {
    let tokens = tokens(text)?;
    let mut parser = Parser { tokens, next: 0, depth: 0, n_chars: text.chars().count() };
    if parser.tokens.is_empty() {
        return Ok(None);
    }
    let root = parser.any()?;
    match parser.peek() {
        None => Ok(Some(root)),
        Some(_) => Err(fault(QueryFault::ParenthesisUnopened, parser.at())),
    }
}

struct Parser {
    tokens: Vec<(Token, usize)>,
    next: usize,
    depth: usize,
    n_chars: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|(token, _)| token)
    }

    fn peek_second(&self) -> Option<&Token> {
        self.tokens.get(self.next + 1).map(|(token, _)| token)
    }

    /// Characters before the next piece.
    fn at(&self) -> usize {
        self.tokens.get(self.next).map_or(self.n_chars, |(_, at)| *at)
    }

    fn take(&mut self, token: &Token) -> bool {
        let is_next = self.peek() == Some(token);
        self.next += usize::from(is_next);
        is_next
    }

    fn any(&mut self) -> Outcome<Node> {
        let at = self.at();
        let mut parts = vec![self.all()?];
        while self.take(&Token::Or) {
            parts.push(self.all()?);
        }
        Ok(one_or(parts, at, What::Any))
    }

    fn all(&mut self) -> Outcome<Node> {
        let at = self.at();
        let mut parts = vec![self.item()?];
        loop {
            let must_follow = self.take(&Token::And);
            if matches!(self.peek(), None | Some(Token::Close | Token::Or)) && !must_follow {
                return Ok(one_or(join_coding_fields(parts)?, at, What::All));
            }
            parts.push(self.item()?);
        }
    }

    fn item(&mut self) -> Outcome<Node> {
        let at = self.at();
        if self.take(&Token::Not) {
            let inner = self.nested(Self::item)?;
            return Ok(Node { what: What::Not(Box::new(inner)), at });
        }
        self.related()
    }

    fn related(&mut self) -> Outcome<Node> {
        let at = self.at();
        let mut left = self.primary()?;
        let mut n_relations = 0;
        while let Some((relation, is_negated)) = self.relation() {
            n_relations += 1;
            if self.depth + n_relations > MAX_DEPTH {
                return Err(fault(QueryFault::TooDeep, self.at()));
            }
            let right_at = self.at();
            let right = self.primary()?;
            for (side, side_at) in [(&left, at), (&right, right_at)] {
                if matches!(side.what, What::Not(_)) {
                    return Err(fault(QueryFault::RelationWithoutPlace, side_at));
                }
            }
            let related = Related { left, relation, is_negated, right };
            left = Node { what: What::Related(Box::new(related)), at };
        }
        Ok(left)
    }

    /// Takes a relation, if one comes next.
    fn relation(&mut self) -> Option<(super::Relation, bool)> {
        let is_negated = self.peek() == Some(&Token::Not);
        let token = if is_negated { self.peek_second() } else { self.peek() };
        let Some(&Token::Relation(relation)) = token else { return None };
        self.next += 1 + usize::from(is_negated);
        Some((relation, is_negated))
    }

    fn primary(&mut self) -> Outcome<Node> {
        let at = self.at();
        match self.peek().cloned() {
            Some(Token::Open) => self.nested(|parser| parser.parentheses(at)),
            Some(Token::Words(pattern)) => {
                self.next += 1;
                Ok(Node { what: What::Words(pattern), at })
            }
            Some(Token::Field(test)) if test.name.is_of_coding() => Ok(self.coding(at)),
            Some(Token::Field(test)) => {
                self.next += 1;
                Ok(Node { what: setting(test), at })
            }
            _ => Err(fault(QueryFault::OperandMissing, at)),
        }
    }

    fn parentheses(&mut self, at: usize) -> Outcome<Node> {
        self.next += 1;
        let inner = self.any()?;
        if !self.take(&Token::Close) {
            return Err(fault(QueryFault::ParenthesisOpen, at));
        }
        Ok(inner)
    }

    /// Takes the fields that stand together and speak of one coding.
    fn coding(&mut self, at: usize) -> Node {
        let mut coding = CodingTest::default();
        while let Some(Token::Field(test)) = self.peek() {
            let begins_another = test.name == FieldName::Code && coding.has_code();
            if !test.name.is_of_coding() || begins_another {
                break;
            }
            coding.fields.push(CodingField { test: test.clone(), is_negated: false });
            self.next += 1;
        }
        Node { what: What::Coding(coding), at }
    }

    fn nested(&mut self, read: impl FnOnce(&mut Self) -> Outcome<Node>) -> Outcome<Node> {
        if self.depth == MAX_DEPTH {
            return Err(fault(QueryFault::TooDeep, self.at()));
        }
        self.depth += 1;
        let node = read(self);
        self.depth -= 1;
        node
    }
}

/// Returns what a field asks that is not about a coding.
fn setting(test: FieldTest) -> What {
    if test.name != FieldName::Query {
        return What::Field(test);
    }
    let saved = test.values.into_iter().map(|given| Node { what: What::Saved(given.text), at: given.at });
    one_or(saved.collect(), test.at, What::Any).what
}

fn one_or(mut nodes: Vec<Node>, at: usize, several: impl FnOnce(Vec<Node>) -> What) -> Node {
    match nodes.pop() {
        Some(only) if nodes.is_empty() => only,
        last => Node { what: several(nodes.into_iter().chain(last).collect()), at },
    }
}

#[cfg(test)]
mod tests;
