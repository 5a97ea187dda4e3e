//! Where a file departs from the standard: counted as a validator of the schema counts, and grouped.

use super::schema::{Kind, Rule, Standard, Step, rule};
use super::values::is_valid;
use crate::coded::{Fate, Reason, Reconciliation, Thing};
use indexmap::IndexMap;

/// The most kinds of departure that are told apart: a hostile file has as many as it likes.
const MAX_KINDS: usize = 1_000;

/// Departures by element, reason and what it is about, in the order of the file.
#[derive(Default)]
pub(super) struct Deviations {
    found: IndexMap<(String, Reason, String), Group>,
    n: usize,
}

/// How many departures there are of one kind, and what the first of them shows.
struct Group {
    n: usize,
    detail: String,
}

impl Deviations {
    /// Counts one of an element, about an attribute or a child of it.
    pub(super) fn add(&mut self, element: &str, reason: Reason, about: &str) {
        self.add_as(element, reason, about, || about.to_owned());
    }

    /// The same, with something to show of the first of them.
    pub(super) fn add_as(
        &mut self,
        element: &str,
        reason: Reason,
        about: &str,
        detail: impl FnOnce() -> String,
    ) {
        self.n += 1;
        let mut key = (element.to_owned(), reason, about.to_owned());
        if self.found.len() >= MAX_KINDS && !self.found.contains_key(&key) {
            key = ("…".to_owned(), reason, String::new());
        }
        self.found.entry(key).or_insert_with(|| Group { n: 0, detail: detail() }).n += 1;
    }

    /// Writes them down, each kind in one line.
    pub(super) fn report_to(self, reconciliation: &mut Reconciliation, thing: Thing, fate: Fate) {
        if self.n > 0 {
            reconciliation.claim(thing, self.n);
        }
        for ((element, reason, _), group) in self.found {
            reconciliation.add_many(group.n, thing, element, fate, reason, group.detail);
        }
    }
}

/// An open element, and how far it is in the order of its children.
pub(super) struct Checked {
    kind: Kind,
    rule: Rule,
    step: usize,
    n_in_step: usize,
    /// After one departure in the order of an element's children the rest of them cannot be judged.
    is_judged: bool,
    has_text: bool,
}

impl Checked {
    /// Checks the attributes of an element that opens.
    pub(super) fn open<'a>(
        kind: Kind,
        standard: Standard,
        attributes: impl Iterator<Item = (&'a str, &'a str)> + Clone,
        to: &mut Deviations,
    ) -> Self {
        let rule = rule(kind, standard);
        if kind != Kind::Unknown {
            for (name, value) in attributes.clone() {
                match rule.attributes.iter().find(|(known, ..)| *known == name) {
                    None => to.add(kind.name(), Reason::AttributeNotInStandard, name),
                    Some((_, wanted, _)) if !is_valid(value, *wanted) => {
                        to.add_as(kind.name(), Reason::AgainstStandard, name, || example(name, value));
                    }
                    Some(_) => {}
                }
            }
            let missing = rule.attributes.iter().filter(|(_, _, is_required)| *is_required);
            for (name, ..) in
                missing.filter(|(name, ..)| !attributes.clone().any(|(known, _)| known == *name))
            {
                to.add(kind.name(), Reason::AttributeMissing, name);
            }
        }
        Self { kind, rule, step: 0, n_in_step: 0, is_judged: kind == Kind::Unknown, has_text: false }
    }

    /// Checks that a child may stand here.
    pub(super) fn child(&mut self, child: Kind, name: &str, to: &mut Deviations) {
        if self.is_judged {
            return;
        }
        let is_here = |step: &Step| step.0.contains(&child);
        let later = self.rule.children.iter().skip(self.step).position(is_here);
        let Some(found) = later.map(|offset| self.step + offset) else {
            return self.fails(Reason::OutOfOrder, name, to);
        };
        if found == self.step {
            self.n_in_step += 1;
            let is_many = self.rule.children.get(found).is_some_and(|step| step.is_many());
            if self.n_in_step > 1 && !is_many {
                self.fails(Reason::OutOfOrder, name, to);
            }
            return;
        }
        if let Some(missing) = self.missing(found) {
            return self.fails(Reason::PartMissing, missing.name(), to);
        }
        (self.step, self.n_in_step) = (found, 1);
    }

    /// Checks text in an element.
    pub(super) fn text(&mut self, to: &mut Deviations) {
        if self.rule.text.is_none() && !self.has_text && self.kind != Kind::Unknown {
            to.add(self.kind.name(), Reason::TextNotInStandard, "");
        }
        self.has_text = true;
    }

    /// Checks that an element that closes is complete.
    pub(super) fn close(mut self, text: &str, to: &mut Deviations) {
        if let Some(wanted) = self.rule.text
            && !is_valid(text, wanted)
        {
            to.add_as(self.kind.name(), Reason::AgainstStandard, "", || example("", text));
        }
        if !self.is_judged
            && let Some(missing) = self.missing(self.rule.children.len())
        {
            self.fails(Reason::PartMissing, missing.name(), to);
        }
    }

    /// Returns what must stand before step `until` and does not.
    fn missing(&self, until: usize) -> Option<Kind> {
        let passed = self.rule.children.iter().enumerate().take(until).skip(self.step);
        let mut absent =
            passed.filter(|(idx, step)| step.is_required() && (*idx > self.step || self.n_in_step == 0));
        absent.next().and_then(|(_, step)| step.0.first().copied())
    }

    fn fails(&mut self, reason: Reason, detail: &str, to: &mut Deviations) {
        self.is_judged = true;
        to.add(self.kind.name(), reason, detail);
    }
}

/// Returns a value that is not as the standard wants it, cut to a glance.
fn example(name: &str, value: &str) -> String {
    let value: String = value.trim().chars().take(40).collect();
    if name.is_empty() { value } else { format!("{name}=\"{value}\"") }
}
