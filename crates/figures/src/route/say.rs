//! What a route says in words: names, titles, caption and alternative text.

use crate::caption::Caption;
use crate::style::Style;
use draad_analysis::RouteCourse;
use draad_analysis::route_course::{CourseOfConversation, RouteRole, RouteStep};
use draad_core::{EventStatus, Study};
use draad_words::capitalised;

/// What is drawn, and how.
pub(super) struct Subject<'a> {
    pub(super) course: &'a RouteCourse,
    pub(super) study: &'a Study,
    pub(super) style: &'a Style,
}

impl Subject<'_> {
    pub(super) fn has_case(&self) -> bool {
        self.course.case.is_some()
    }

    pub(super) fn actor_name(&self, actor: &RouteRole) -> String {
        capitalised(&actor.label.or(self.style.words.language, &actor.role))
    }

    pub(super) fn phase_name(&self, step: &RouteStep) -> String {
        capitalised(&step.label.or(self.style.words.language, &step.phase))
    }

    /// "kennismaking", or "gesprek over de samenwerking, 2 keer per jaar"
    pub(super) fn conversation_name(&self, one: &CourseOfConversation) -> String {
        let words = self.style.words;
        let name = one.label.or(words.language, &one.name);
        match one.times_per_year {
            None => name,
            Some(times) => {
                words.say_with("figure-route-times", [("name", name.into()), ("times", times.into())])
            }
        }
    }

    /// "1 juli 2021 – 31 december 2022", for each period of the phase.
    pub(super) fn periods(&self, step: &RouteStep) -> Vec<String> {
        let words = self.style.words;
        let day =
            |date: Option<jiff::civil::Date>| date.map_or_else(|| "…".to_owned(), |date| words.day(date));
        step.periods.iter().map(|period| format!("{} – {}", day(period.start), day(period.end))).collect()
    }

    pub(super) fn conversation_title(&self, one: &CourseOfConversation) -> String {
        let words = self.style.words;
        let who = one.actors.iter().map(|&actor| self.actor_name(&self.course.actors[actor]).to_lowercase());
        let title = format!("{}: {}", self.conversation_name(one), who.collect::<Vec<_>>().join(", "));
        if !self.has_case() {
            return title;
        }
        let contact = |contact: &draad_analysis::route_course::CourseContact| {
            let status = words.say(&format!("contact-{}", <&str>::from(contact.status)));
            format!("{} {status}", words.day(contact.date))
        };
        let contacts: Vec<String> = one.contacts.iter().map(contact).collect();
        let said = match contacts.is_empty() {
            true => self.nothing_recorded(one),
            false => contacts.join("; "),
        };
        format!("{title}. {said}")
    }

    /// Says which kind of nothing there is: no contact, or no kind of contact that could be it.
    pub(super) fn nothing_recorded(&self, one: &CourseOfConversation) -> String {
        self.style.words.say(match one.is_recorded {
            true => "figure-route-none",
            false => "figure-route-not-recorded",
        })
    }

    pub(super) fn count(&self, status: EventStatus) -> usize {
        self.course.conversations().map(|one| one.count(status)).sum()
    }

    pub(super) fn caption(&self) -> String {
        let words = self.style.words;
        let mut caption = Caption::new(words, self.study);
        caption.add("figure-route-what");
        if let Some(case) = &self.course.case {
            caption.sentence(words.say_with("figure-route-case", [("case", case.to_string().into())]));
            let args =
                [("unplanned", self.course.n_unplanned.into()), ("outside", self.course.n_outside.into())];
            caption.sentence(words.say_with("figure-route-left", args));
        }
        caption.add("figure-route-order");
        caption.finish(&self.course.basis)
    }

    pub(super) fn alt(&self) -> String {
        let words = self.style.words;
        let plan = words.say_with(
            "figure-route-alt",
            [
                ("actors", self.course.actors.len().into()),
                ("phases", self.course.phases.len().into()),
                ("conversations", self.course.conversations().count().into()),
            ],
        );
        let Some(case) = &self.course.case else { return plan };
        let args = [
            ("case", case.to_string().into()),
            ("held", self.count(EventStatus::Held).into()),
            ("missed", self.count(EventStatus::Missed).into()),
            ("planned", self.count(EventStatus::Planned).into()),
        ];
        format!("{plan} {}", words.say_with("figure-route-alt-case", args))
    }
}
