//! Combinations as people write them down, `A*~B + C[2]`, read and put to the data.

use super::Data;
use super::fit::{ModelFit, fit_of, union};

/// Combinations of conditions of which any will do, as they were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    terms: Vec<Term>,
}

/// A combination, with the words it was written in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    written: String,
    parts: Vec<Part>,
}

/// Levels of a condition, or all of its levels but these.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    condition: usize,
    levels: Vec<u8>,
    is_negated: bool,
}

/// Why an expression cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// Where: the number of characters before it.
    pub at: usize,
    /// What is wrong there.
    pub mistake: Mistake,
}

/// What can be wrong in an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// A condition is missing: nothing stands before, between or after `*`, `+` and `~`.
    NothingThere,
    /// There is no condition of this name.
    UnknownCondition(String),
    /// The condition has more than two levels, so that one must be named: `C[2]`.
    LevelMissing(String),
    /// The condition does not have what stands in the brackets as a level.
    NoSuchLevel(String),
    /// A bracket was opened and not closed, or something follows where it closes.
    Bracket,
}

impl Expression {
    /// Reads an expression: `+` is or, `*` is and, `~` is not, `C[2]` is a level, `C[1,2]` one of two levels. `*` binds before
    /// `+`; there are no parentheses.
    ///
    /// - `names`, `levels`: per condition its name, and the number of its levels.
    ///
    /// # Errors
    /// The first thing that cannot be read, with its place.
    ///
    /// ```
    /// # use draad_measures::qca::{Data, Expression, Mistake};
    /// let data = Data::new(vec![2, 3], vec![vec![0.75, 2.0], vec![0.0, 1.0]], vec![1.0, 0.0]).unwrap();
    /// let read = |text: &str| Expression::read(text, &["A", "C"], data.levels());
    /// assert_eq!(read("~A + A*C[2]").unwrap().memberships(&data), [0.75, 1.0]);
    /// let misread = read("A*B").unwrap_err();
    /// assert_eq!((misread.at, misread.mistake), (2, Mistake::UnknownCondition("B".to_owned())));
    /// ```
    pub fn read(text: &str, names: &[impl AsRef<str>], levels: &[u8]) -> Result<Self, Misread> {
        let reader = Reader { names: names.iter().map(AsRef::as_ref).collect(), levels };
        let terms = pieces(text, 0, '+').into_iter().map(|(term, at)| reader.term(term, at));
        Ok(Self { terms: terms.collect::<Result<_, _>>()? })
    }

    /// Returns its combinations as they were written, without blanks around them.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|term| term.written.as_str())
    }

    /// Returns per case its membership.
    pub fn memberships(&self, data: &Data) -> Vec<f64> {
        union(&self.of_terms(data), data.n_cases())
    }

    /// Returns how it fits as a sufficient condition, as a whole and combination by combination.
    pub fn fit(&self, data: &Data) -> ModelFit {
        fit_of(&self.of_terms(data), data.outcome())
    }

    /// Returns per combination the memberships of all cases.
    pub fn of_terms(&self, data: &Data) -> Vec<Vec<f64>> {
        self.terms.iter().map(|term| term.memberships(data)).collect()
    }
}

impl Term {
    fn memberships(&self, data: &Data) -> Vec<f64> {
        let of_case = |case| self.parts.iter().map(|part| part.membership(data, case)).fold(1.0, f64::min);
        (0..data.n_cases()).map(of_case).collect()
    }
}

impl Part {
    fn membership(&self, data: &Data, case: usize) -> f64 {
        let of_level = |&level: &u8| data.membership(case, self.condition, level);
        let among = self.levels.iter().map(of_level).fold(0.0, f64::max);
        if self.is_negated { 1.0 - among } else { among }
    }
}

struct Reader<'a> {
    names: Vec<&'a str>,
    levels: &'a [u8],
}

impl Reader<'_> {
    fn term(&self, text: &str, at: usize) -> Result<Term, Misread> {
        let parts = pieces(text, at, '*').into_iter().map(|(part, at)| self.part(part, at));
        Ok(Term { parts: parts.collect::<Result<_, _>>()?, written: text.trim().to_owned() })
    }

    fn part(&self, text: &str, at: usize) -> Result<Part, Misread> {
        let (text, at) = trimmed(text, at);
        let (is_negated, (text, at)) = match text.strip_prefix('~') {
            Some(rest) => (true, trimmed(rest, at + 1)),
            None => (false, (text, at)),
        };
        let (name, brackets) = match text.split_once('[') {
            Some((name, brackets)) => (name.trim_end(), Some(brackets)),
            None => (text, None),
        };
        if name.is_empty() {
            return Err(Misread { at, mistake: Mistake::NothingThere });
        }
        let Some(condition) = self.names.iter().position(|known| *known == name) else {
            return Err(Misread { at, mistake: Mistake::UnknownCondition(name.to_owned()) });
        };
        let levels = match brackets {
            Some(brackets) => {
                self.levels(condition, brackets, at + text.chars().count() - brackets.chars().count())?
            }
            None if self.levels[condition] == 2 => vec![1],
            None => return Err(Misread { at, mistake: Mistake::LevelMissing(name.to_owned()) }),
        };
        Ok(Part { condition, levels, is_negated })
    }

    fn levels(&self, condition: usize, brackets: &str, at: usize) -> Result<Vec<u8>, Misread> {
        let Some(inside) = brackets.strip_suffix(']').filter(|inside| !inside.contains([']', '['])) else {
            return Err(Misread { at, mistake: Mistake::Bracket });
        };
        let level = |(text, at): (&str, usize)| {
            let (text, at) = trimmed(text, at);
            let level = text.parse().ok().filter(|&level: &u8| level < self.levels[condition]);
            level.ok_or_else(|| Misread { at, mistake: Mistake::NoSuchLevel(text.to_owned()) })
        };
        pieces(inside, at, ',').into_iter().map(level).collect()
    }
}

/// Splits a text that begins `at` so many characters, and tells where each piece begins.
fn pieces(text: &str, at: usize, sign: char) -> Vec<(&str, usize)> {
    let mut next = at;
    let with_place = |piece| {
        let at = next;
        next += str::chars(piece).count() + 1;
        (piece, at)
    };
    text.split(sign).map(with_place).collect()
}

/// Takes blanks off a text that begins `at` so many characters.
fn trimmed(text: &str, at: usize) -> (&str, usize) {
    let kept = text.trim_start();
    (kept.trim_end(), at + text.chars().count() - kept.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        let read = |text: &str| Expression::read(text, &["trust", "contact-é", "C"], &[2, 2, 3]);
        let misread = |text: &str| {
            let misread = read(text).unwrap_err();
            (misread.at, misread.mistake)
        };
        let name = str::to_owned;
        assert!(read(" ~ trust * contact-é[0] + C [1, 2]").is_ok());
        assert_eq!(misread(""), (0, Mistake::NothingThere));
        assert_eq!(misread("trust +"), (7, Mistake::NothingThere));
        assert_eq!(misread("contact-é*~"), (11, Mistake::NothingThere));
        assert_eq!(misread("contact-é + Trust"), (12, Mistake::UnknownCondition(name("Trust"))));
        assert_eq!(misread("trust*C"), (6, Mistake::LevelMissing(name("C"))));
        assert_eq!(misread("C[0, 3]"), (5, Mistake::NoSuchLevel(name("3"))));
        assert_eq!(misread("C[x]"), (2, Mistake::NoSuchLevel(name("x"))));
        assert_eq!(misread("C[2"), (2, Mistake::Bracket));
        assert_eq!(misread("C[2] trust"), (2, Mistake::Bracket));
        assert_eq!(misread("(trust)"), (0, Mistake::UnknownCondition(name("(trust)"))));
    }

    #[test]
    fn combinations_keep_the_words_they_were_written_in() {
        let read = Expression::read(" A * ~B +C", &["A", "B", "C"], &[2, 2, 2]).unwrap();
        assert_eq!(read.terms().collect::<Vec<_>>(), ["A * ~B", "C"]);
    }
}
