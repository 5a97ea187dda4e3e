//! Tensions: a factor helps here and hinders there. A small panel per factor, a line per case that flips.

mod draw;
mod panel;

use crate::canvas::Ids;
use crate::caption::{Caption, name_of, tension_key_name};
use crate::figure::Figure;
use crate::style::Style;
use crate::text::name_or_id;
use draad_analysis::tensions::Tension;
use draad_analysis::{GroupKey, Level, Tensions};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Study};

/// Draws the factors of which the direction differs within cases, over the first of the keys that `tensions` compared.
/// `study` gives things their names.
///
/// # Errors
/// `NothingToShow` where no case flips over that key.
pub fn tensions(tensions: &Tensions, study: &Study, style: &Style) -> Outcome<Figure> {
    let flipping: Vec<&Tension> = tensions
        .factors
        .iter()
        .filter(|tension| tension.keys.first().is_some_and(|by| !by.flips.is_empty()))
        .collect();
    if flipping.is_empty() {
        let problem = Problem::NothingToShow { reason: "no-flips".into() };
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let subject = Subject { tensions, study, style };
    let alt = subject.alt(&flipping);
    let panels = panel::panels(&subject, &flipping);
    let pages = draw::pages(&subject, &panels, &alt, &mut Ids::default());
    let caption = subject.caption(&flipping);
    Ok(Figure::new("tensions", pages, caption, alt, style.words))
}

/// What is drawn, and how.
struct Subject<'a> {
    tensions: &'a Tensions,
    study: &'a Study,
    style: &'a Style,
}

impl Subject<'_> {
    /// The values of the key that are compared, with their positions.
    fn levels(&self) -> Vec<(usize, String)> {
        let levels = &self.tensions.keys[0].levels;
        let compared = levels.iter().enumerate().filter(|(_, level)| level.compared);
        compared.map(|(at, level)| (at, self.level_name(level))).collect()
    }

    fn level_name(&self, level: &Level) -> String {
        match &level.key {
            GroupKey::Value(id) => level.label.or(self.style.words.language, id),
            _ => self.style.words.say("not-stated"),
        }
    }

    /// The word for the key: phase, role, …
    fn key_name(&self) -> String {
        tension_key_name(&self.tensions.keys[0].key, self.study, self.style.words)
    }

    fn factor_name(&self, tension: &Tension) -> String {
        tension.name.or(self.style.words.language, &tension.id)
    }

    /// The name of a factor as it is drawn: the id where the font has no letter of it.
    fn drawn_name(&self, tension: &Tension) -> String {
        name_or_id(&self.factor_name(tension), tension.id.as_str())
    }

    /// "in 4 of 13 cases"
    fn flips_in(&self, tension: &Tension) -> String {
        let (k, n) = (tension.keys[0].flips.len(), self.tensions.n_with_material);
        self.style.words.say_with("figure-tensions-flips", [("k", k.into()), ("n", n.into())])
    }

    fn caption(&self, flipping: &[&Tension]) -> String {
        let words = self.style.words;
        let key = || self.key_name().into();
        let mut caption = Caption::new(words, self.study);
        caption.sentence(words.say_with("figure-tensions-what", [("key", key())]));
        caption.sentence(words.say_with("figure-tensions-lines", [("key", key())]));
        caption.add("figure-tensions-quotes").add("figure-tensions-order");
        let others = self.tensions.factors.len() - flipping.len();
        if others > 0 {
            let args = [("n", others.into()), ("key", key())];
            caption.sentence(words.say_with("figure-tensions-others", args));
        }
        caption.basis(&self.tensions.basis).finish(&self.tensions.basis)
    }

    fn alt(&self, flipping: &[&Tension]) -> String {
        let words = self.style.words;
        let most = |tension: &&Tension| format!("{}: {}", self.factor_name(tension), self.flips_in(tension));
        let first = flipping.iter().take(3).map(most).collect::<Vec<_>>().join("; ");
        let n = words.say_with("n-factors", [("n", flipping.len().into())]);
        let args = [("factors", n.into()), ("key", self.key_name().into()), ("most", first.into())];
        words.say_with("figure-tensions-alt", args)
    }

    /// What a role is called.
    fn role_name(&self, role: &draad_core::RoleId) -> String {
        let role = self.study.settings.role(role).map(|role| role.name(self.style.words.language));
        role.unwrap_or_default()
    }

    /// What a phase is called.
    fn phase_name(&self, phase: &draad_core::PhaseId) -> String {
        name_of(&self.study.settings.phases, phase, self.style.words.language)
    }
}
