//! What stands under a phase, line by line: its conversations with the contacts of the case, and its goals.

use super::say::Subject;
use crate::text::{SMALL, SMALL_HEAD, Type, name_or_id};
use draad_analysis::route_course::{CourseContact, CourseOfConversation, RouteStep};

/// Height of a line.
pub(super) const LINE: f64 = 3.2;
/// How far a line stands in that goes on.
pub(super) const INDENT: f64 = 3.6;
/// From one contact to the next.
pub(super) const CONTACT: f64 = 2.6;

/// A line.
#[derive(Clone, Debug)]
pub(super) enum ListLine<'a> {
    /// Words, with a number or a dash before them.
    Text { mark: String, text: String, kind: Type, muted: bool },
    /// Contacts of a conversation.
    Contacts(&'a CourseOfConversation, &'a [CourseContact]),
    /// Nothing.
    Space,
}

/// Returns what stands under a phase in a column of this width; `first` is the number of its first conversation.
pub(super) fn of_phase<'a>(
    subject: &Subject,
    step: &'a RouteStep,
    first: usize,
    width: f64,
    names_phase: bool,
) -> Vec<ListLine<'a>> {
    let words = subject.style.words;
    let mut lines = Vec::new();
    if names_phase {
        text(
            &mut lines,
            "",
            &name_or_id(&subject.phase_name(step), step.phase.as_str()),
            SMALL_HEAD,
            false,
            width,
        );
    }
    for period in subject.periods(step) {
        text(&mut lines, "", &period, SMALL, true, width);
    }
    for (place, one) in step.conversations.iter().enumerate() {
        let number = (first + place).to_string();
        text(
            &mut lines,
            &number,
            &name_or_id(&subject.conversation_name(one), one.name.as_str()),
            SMALL,
            false,
            width,
        );
        if subject.has_case() {
            contacts(subject, &mut lines, one, width);
        }
    }
    if !step.goals.is_empty() {
        lines.push(ListLine::Space);
        text(&mut lines, "", &words.say("figure-route-goals"), SMALL_HEAD, false, width);
        for goal in &step.goals {
            text(&mut lines, "–", goal.get(words.language), SMALL, false, width);
        }
    }
    lines
}

fn text(lines: &mut Vec<ListLine>, mark: &str, text: &str, kind: Type, muted: bool, width: f64) {
    let room = if mark.is_empty() { width } else { width - INDENT };
    for (n, line) in kind.set(text, room, usize::MAX).into_iter().enumerate() {
        let mark = match (mark.is_empty(), n) {
            (true, _) => String::new(),
            (false, 0) => mark.to_owned(),
            (false, _) => " ".to_owned(),
        };
        lines.push(ListLine::Text { mark, text: line, kind, muted });
    }
}

fn contacts<'a>(subject: &Subject, lines: &mut Vec<ListLine<'a>>, one: &'a CourseOfConversation, width: f64) {
    if one.contacts.is_empty() {
        text(lines, " ", &subject.nothing_recorded(one), SMALL, true, width);
        return;
    }
    let across = ((width - INDENT) / CONTACT).floor().max(1.0) as usize;
    lines.extend(one.contacts.chunks(across).map(|part| ListLine::Contacts(one, part)));
}
