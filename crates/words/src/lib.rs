//! The sentences people read, in Dutch and English.
//!
//! Each language has its catalogues in `locales/`, in Fluent: a message per key, plural rules included, and for a
//! [`Problem`] its next step as the attribute `.help`. Tests compare the catalogues with each other, with the variants of
//! [`Problem`], and with the keys that the source code of the workspace asks for.
//!
//! Absent on purpose: decisions. Which sentence is said, and where, is for the callers.

use draad_core::{Attribute, AttributeValue, Diagnostic, InOriginal, Language, Problem};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::{Date, DateTime};
use std::sync::LazyLock;

const CATALOGUES_NL: &[&str] = &[
    include_str!("../locales/nl/agreement.ftl"),
    include_str!("../locales/nl/problems.ftl"),
    include_str!("../locales/nl/terms.ftl"),
    include_str!("../locales/nl/tables.ftl"),
    include_str!("../locales/nl/columns.ftl"),
    include_str!("../locales/nl/workbook.ftl"),
    include_str!("../locales/nl/archive.ftl"),
    include_str!("../locales/nl/company.ftl"),
    include_str!("../locales/nl/measures.ftl"),
    include_str!("../locales/nl/triangulation.ftl"),
    include_str!("../locales/nl/robustness.ftl"),
    include_str!("../locales/nl/explain.ftl"),
    include_str!("../locales/nl/meta-matrix.ftl"),
    include_str!("../locales/nl/similarity.ftl"),
    include_str!("../locales/nl/figures.ftl"),
    include_str!("../locales/nl/figure-triangulation.ftl"),
    include_str!("../locales/nl/figure-co-occurrence.ftl"),
    include_str!("../locales/nl/figure-saturation.ftl"),
    include_str!("../locales/nl/figure-clusters.ftl"),
    include_str!("../locales/nl/figure-keyness.ftl"),
    include_str!("../locales/nl/figure-portrait.ftl"),
    include_str!("../locales/nl/figure-timeline.ftl"),
    include_str!("../locales/nl/figure-scores.ftl"),
    include_str!("../locales/nl/figure-route.ftl"),
    include_str!("../locales/nl/figure-study-design.ftl"),
    include_str!("../locales/nl/figure-argues.ftl"),
    include_str!("../locales/nl/figure-agreement.ftl"),
    include_str!("../locales/nl/figure-qca.ftl"),
    include_str!("../locales/nl/verdicts.ftl"),
    include_str!("../locales/nl/sheets.ftl"),
    include_str!("../locales/nl/report.ftl"),
    include_str!("../locales/nl/page.ftl"),
    include_str!("../locales/nl/command.ftl"),
    include_str!("../locales/nl/search.ftl"),
    include_str!("../locales/nl/export.ftl"),
    include_str!("../locales/nl/export-r.ftl"),
    include_str!("../locales/nl/queries.ftl"),
    include_str!("../locales/nl/proposals.ftl"),
    include_str!("../locales/nl/words.ftl"),
    include_str!("../locales/nl/quotes.ftl"),
    include_str!("../locales/nl/manuscript.ftl"),
    include_str!("../locales/nl/tensions.ftl"),
    include_str!("../locales/nl/contrast.ftl"),
    include_str!("../locales/nl/association.ftl"),
    include_str!("../locales/nl/qca.ftl"),
    include_str!("../locales/nl/saturation.ftl"),
    include_str!("../locales/nl/joint_display.ftl"),
    include_str!("../locales/nl/sample.ftl"),
    include_str!("../locales/nl/calibration.ftl"),
    include_str!("../locales/nl/adjudication.ftl"),
    include_str!("../locales/nl/literature.ftl"),
    include_str!("../locales/nl/help.ftl"),
    include_str!("../locales/nl/usage.ftl"),
];
const CATALOGUES_EN: &[&str] = &[
    include_str!("../locales/en/agreement.ftl"),
    include_str!("../locales/en/problems.ftl"),
    include_str!("../locales/en/terms.ftl"),
    include_str!("../locales/en/tables.ftl"),
    include_str!("../locales/en/columns.ftl"),
    include_str!("../locales/en/workbook.ftl"),
    include_str!("../locales/en/archive.ftl"),
    include_str!("../locales/en/company.ftl"),
    include_str!("../locales/en/measures.ftl"),
    include_str!("../locales/en/triangulation.ftl"),
    include_str!("../locales/en/robustness.ftl"),
    include_str!("../locales/en/explain.ftl"),
    include_str!("../locales/en/meta-matrix.ftl"),
    include_str!("../locales/en/similarity.ftl"),
    include_str!("../locales/en/figures.ftl"),
    include_str!("../locales/en/figure-triangulation.ftl"),
    include_str!("../locales/en/figure-co-occurrence.ftl"),
    include_str!("../locales/en/figure-saturation.ftl"),
    include_str!("../locales/en/figure-clusters.ftl"),
    include_str!("../locales/en/figure-keyness.ftl"),
    include_str!("../locales/en/figure-portrait.ftl"),
    include_str!("../locales/en/figure-timeline.ftl"),
    include_str!("../locales/en/figure-scores.ftl"),
    include_str!("../locales/en/figure-route.ftl"),
    include_str!("../locales/en/figure-study-design.ftl"),
    include_str!("../locales/en/figure-argues.ftl"),
    include_str!("../locales/en/figure-agreement.ftl"),
    include_str!("../locales/en/figure-qca.ftl"),
    include_str!("../locales/en/verdicts.ftl"),
    include_str!("../locales/en/sheets.ftl"),
    include_str!("../locales/en/report.ftl"),
    include_str!("../locales/en/page.ftl"),
    include_str!("../locales/en/command.ftl"),
    include_str!("../locales/en/search.ftl"),
    include_str!("../locales/en/export.ftl"),
    include_str!("../locales/en/export-r.ftl"),
    include_str!("../locales/en/queries.ftl"),
    include_str!("../locales/en/proposals.ftl"),
    include_str!("../locales/en/words.ftl"),
    include_str!("../locales/en/quotes.ftl"),
    include_str!("../locales/en/manuscript.ftl"),
    include_str!("../locales/en/tensions.ftl"),
    include_str!("../locales/en/contrast.ftl"),
    include_str!("../locales/en/association.ftl"),
    include_str!("../locales/en/qca.ftl"),
    include_str!("../locales/en/saturation.ftl"),
    include_str!("../locales/en/joint_display.ftl"),
    include_str!("../locales/en/sample.ftl"),
    include_str!("../locales/en/calibration.ftl"),
    include_str!("../locales/en/adjudication.ftl"),
    include_str!("../locales/en/literature.ftl"),
];

type Bundle = FluentBundle<FluentResource>;

static NL: LazyLock<Bundle> = LazyLock::new(|| bundle("nl", CATALOGUES_NL));
static EN: LazyLock<Bundle> = LazyLock::new(|| bundle("en", CATALOGUES_EN));

fn bundle(language: &str, catalogues: &[&str]) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language.parse().expect("a language tag")]);
    bundle.set_use_isolating(false);
    for catalogue in catalogues {
        let resource = FluentResource::try_new((*catalogue).to_owned())
            .unwrap_or_else(|(_, errors)| panic!("catalogue {language}: {errors:?}"));
        bundle.add_resource(resource).unwrap_or_else(|errors| panic!("catalogue {language}: {errors:?}"));
    }
    bundle
}

const MONTHS: [&str; 12] = [
    "month-january",
    "month-february",
    "month-march",
    "month-april",
    "month-may",
    "month-june",
    "month-july",
    "month-august",
    "month-september",
    "month-october",
    "month-november",
    "month-december",
];

/// The words of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Which language.
    pub language: Language,
}

/// A message about a problem and the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What is wrong.
    pub message: String,
    /// What to do, in the imperative.
    pub help: String,
}

impl Words {
    /// Speaks `language`.
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// Returns the sentence for `key`. A key without a sentence is returned itself; a test finds those.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, [])
    }

    /// Returns the sentence for `key` with its arguments filled in: `words.say_with("n-cases", [("n", 13.into())])`.
    pub fn say_with<'a, const N: usize>(&self, key: &str, args: [(&'a str, FluentValue<'a>); N]) -> String {
        let args: FluentArgs = args.into_iter().collect();
        self.format(key, None, &args).unwrap_or_else(|| key.to_owned())
    }

    /// Returns whether there is a sentence for `key`.
    pub fn has(&self, key: &str) -> bool {
        self.bundle().get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// Returns what to tell a user about a problem. A sentence can use the problem's fields, and for a field with text
    /// `has-<field>`: 0 when it is empty, else 1.
    pub fn advice(&self, problem: &Problem) -> Advice {
        let fields = serde_json::to_value(problem).expect("problems have plain fields");
        let key = fields["problem"].as_str().unwrap_or_default().to_owned();
        let mut args = FluentArgs::new();
        for (name, value) in fields.as_object().into_iter().flatten() {
            let value = match value {
                serde_json::Value::Number(number) => FluentValue::from(number.as_f64().unwrap_or_default()),
                other => {
                    let text = other.as_str().unwrap_or_default();
                    args.set(format!("has-{}", name.replace('_', "-")), usize::from(!text.is_empty()));
                    FluentValue::from(text.to_owned())
                }
            };
            args.set(name.replace('_', "-"), value);
        }
        let text = |attribute| self.format(&key, attribute, &args).unwrap_or_default();
        Advice { message: text(None), help: text(Some("help")) }
    }

    /// Returns a diagnostic as one line: place, severity, message.
    pub fn line(&self, diagnostic: &Diagnostic) -> String {
        let severity: &str = diagnostic.severity.into();
        let place = diagnostic.place.to_string();
        let separator = if place.is_empty() { "" } else { ": " };
        let message = self.advice(&diagnostic.problem).message;
        format!("{}: {place}{separator}{message}", self.say(&format!("severity-{severity}")))
    }

    /// Returns where something stands in its original, for example `p. 3, 00:12:40`; empty where nobody knows.
    pub fn in_original(&self, original: InOriginal) -> String {
        let page = original.page.map(|page| self.say_with("page-of-original", [("page", page.into())]));
        let moment = original.recording_start.map(|moment| moment.whole_second().to_string());
        page.into_iter().chain(moment).collect::<Vec<_>>().join(", ")
    }

    /// Returns a day in words: `3 september 2021`.
    pub fn day(&self, date: Date) -> String {
        let month = self.say(MONTHS[usize::try_from(date.month() - 1).unwrap_or_default()]);
        let (day, year) = (date.day().into(), date.year().to_string().into());
        self.say_with("day", [("day", day), ("month", month.into()), ("year", year)])
    }

    /// Returns a day, with its time where there is one, in words from ISO text; text that is no date stays as it is.
    pub fn moment(&self, iso: &str) -> String {
        if let Ok(date) = iso.parse::<Date>()
            && !iso.contains('T')
        {
            return self.day(date);
        }
        match iso.parse::<DateTime>() {
            Ok(moment) => {
                let time = format!("{:02}:{:02}", moment.hour(), moment.minute());
                let day = self.day(moment.date());
                self.say_with("moment", [("day", day.into()), ("time", time.into())])
            }
            Err(_) => iso.to_owned(),
        }
    }

    /// Returns the value of an attribute in words.
    pub fn value(&self, attribute: &Attribute, value: &AttributeValue) -> String {
        match value {
            AttributeValue::Empty => self.say("value-empty"),
            AttributeValue::Unknown => self.say("unknown"),
            AttributeValue::YesNo(yes) => self.say(if *yes { "yes" } else { "no" }),
            AttributeValue::Date(date) => self.day(*date),
            AttributeValue::Level(level) => {
                let known = attribute.levels.iter().find(|known| known.id == *level);
                known.map_or(level.to_string(), |known| known.label.or(self.language, level))
            }
            AttributeValue::Number(number) => self.number(*number, decimals(*number)),
            AttributeValue::Text(_) | AttributeValue::Integer(_) => value.to_string(),
        }
    }

    /// Returns a number with a fixed number of decimals and the language's decimal sign; minus is U+2212.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        let plain = format!("{value:.decimals$}");
        let is_zero = !plain.contains(|digit: char| ('1'..='9').contains(&digit));
        let digits = plain.trim_start_matches('-');
        let sign = if value < 0.0 && !is_zero { "−" } else { "" };
        match self.language {
            Language::Nl => format!("{sign}{}", digits.replace('.', ",")),
            Language::En => format!("{sign}{digits}"),
        }
    }

    /// Returns a whole number; from five digits on its thousands are set apart with the language's sign.
    pub fn whole(&self, number: u64) -> String {
        let separator = match self.language {
            Language::Nl => '.',
            Language::En => ',',
        };
        let digits = number.to_string();
        let mut text = String::new();
        for (n, digit) in digits.chars().enumerate() {
            if digits.len() > 4 && n > 0 && (digits.len() - n).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }

    fn bundle(&self) -> &'static Bundle {
        match self.language {
            Language::Nl => &NL,
            Language::En => &EN,
        }
    }

    fn format(&self, key: &str, attribute: Option<&str>, args: &FluentArgs) -> Option<String> {
        let bundle = self.bundle();
        let message = bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        Some(text)
    }
}

/// Returns the decimals that `number` needs, two at most.
fn decimals(number: f64) -> usize {
    (0..2).find(|&decimals| (number * 10_f64.powi(decimals)).fract() == 0.0).unwrap_or(2) as usize
}

/// Returns a text with its first letter in upper case. Dutch `ij` is one letter.
pub fn capitalised(text: &str) -> String {
    if let Some(rest) = text.strip_prefix("ij") {
        return format!("IJ{rest}");
    }
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::RecordingTime;

    #[test]
    fn numbers_and_capitals_follow_the_language() {
        let (nl, en) = (Words::new(Language::Nl), Words::new(Language::En));
        assert_eq!(
            (nl.whole(1_234_567), en.whole(50_000), nl.whole(1998)),
            ("1.234.567".into(), "50,000".into(), "1998".into())
        );
        assert_eq!(
            (nl.number(-0.25, 2), en.number(-0.25, 2), nl.number(-0.001, 2)),
            ("−0,25".into(), "−0.25".into(), "0,00".into())
        );
        assert_eq!(
            (capitalised("ijver"), capitalised("één"), capitalised("")),
            ("IJver".into(), "Één".into(), String::new())
        );
    }

    #[test]
    fn days_and_moments_are_said_in_words() {
        let (nl, en) = (Words::new(Language::Nl), Words::new(Language::En));
        assert_eq!(
            (nl.moment("2021-03-09"), en.moment("2021-12-31")),
            ("9 maart 2021".into(), "31 December 2021".into())
        );
        assert_eq!(nl.moment("2021-03-09T07:05:00"), "9 maart 2021, 07:05 uur");
        assert_eq!(nl.moment("vorig jaar"), "vorig jaar");
    }

    #[test]
    fn places_in_originals_are_said_as_far_as_known() {
        let (nl, en) = (Words::new(Language::Nl), Words::new(Language::En));
        let moment = RecordingTime::new(0, 12, 40, 750);
        let of = |page, recording_start| InOriginal { page, recording_start };
        assert_eq!(en.in_original(of(None, None)), "");
        assert_eq!(
            (nl.in_original(of(Some(3), None)), en.in_original(of(Some(1234), None))),
            ("blz. 3".into(), "p. 1234".into())
        );
        assert_eq!(nl.in_original(of(None, moment)), "00:12:40");
        assert_eq!(en.in_original(of(Some(3), moment)), "p. 3, 00:12:40");
    }
}
