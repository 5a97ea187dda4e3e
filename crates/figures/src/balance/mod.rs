//! The balance per case: what hinders to the left of a zero line, what promotes to the right.

mod draw;

use crate::canvas::Ids;
use crate::caption::{Caption, case_order};
use crate::figure::Figure;
use crate::style::Style;
use draad_analysis::{Balance, BalanceMeasure, BalanceRow};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Study};

/// What the bars count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BalanceCount {
    /// Distinct factors: many passages about one factor do not outweigh the others.
    #[default]
    Factors,
    /// Codings.
    Codings,
    /// Characters of text.
    Chars,
}

/// Choices for the balance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BalanceOptions {
    /// What the bars count.
    pub count: BalanceCount,
}

/// Draws the balance per case. `study` gives things their names.
///
/// # Errors
/// `NothingToShow` without cases.
pub fn balance(balance: &Balance, study: &Study, options: &BalanceOptions, style: &Style) -> Outcome<Figure> {
    if balance.rows.is_empty() {
        let problem = Problem::NothingToShow { reason: "no-cases".into() };
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let mut ids = Ids::default();
    let alt = alt(balance, options.count, style);
    let pages = draw::pages(balance, options.count, style, &alt, &mut ids);
    let caption = caption(balance, study, options.count, style);
    Ok(Figure::new("balance", pages, caption, alt, style.words))
}

impl BalanceCount {
    /// Returns what hinders and what promotes in a case.
    fn of(self, row: &BalanceRow) -> (u64, u64) {
        let (promoting, hindering) = row.total.counts(self.measure());
        (hindering, promoting)
    }

    fn balance_of(self, row: &BalanceRow) -> Option<f64> {
        row.total.balance(self.measure()).ok()
    }

    fn measure(self) -> BalanceMeasure {
        match self {
            BalanceCount::Factors => BalanceMeasure::Factors,
            BalanceCount::Codings => BalanceMeasure::Codings,
            BalanceCount::Chars => BalanceMeasure::Chars,
        }
    }

    fn unit_key(self) -> &'static str {
        match self {
            BalanceCount::Factors => "figure-balance-unit-factors",
            BalanceCount::Codings => "figure-balance-unit-codings",
            BalanceCount::Chars => "figure-balance-unit-chars",
        }
    }
}

fn caption(balance: &Balance, study: &Study, count: BalanceCount, style: &Style) -> String {
    let mut caption = Caption::new(style.words, study);
    caption.add(match count {
        BalanceCount::Factors => "figure-balance-what-factors",
        BalanceCount::Codings => "figure-balance-what-codings",
        BalanceCount::Chars => "figure-balance-what-chars",
    });
    caption.add("figure-balance-definition").sentence(case_order(&balance.basis, style.words));
    caption.basis(&balance.basis).finish(&balance.basis)
}

fn alt(balance: &Balance, count: BalanceCount, style: &Style) -> String {
    let sides = || balance.rows.iter().map(|row| count.of(row));
    let cases = |n: usize| style.words.say_with("n-cases", [("n", n.into())]);
    let (n, promoting) = (balance.rows.len(), sides().filter(|(h, p)| p > h).count());
    let hindering = sides().filter(|(h, p)| h > p).count();
    style.words.say_with(
        "figure-balance-alt",
        [
            ("cases", cases(n).into()),
            ("promoting", cases(promoting).into()),
            ("hindering", cases(hindering).into()),
            ("even", cases(n - promoting - hindering).into()),
        ],
    )
}
