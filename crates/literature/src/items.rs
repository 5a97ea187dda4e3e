//! Works in the terms of the style (CSL), from those of BibLaTeX.

use crate::names::{capitalises, is_others, names, value};
use crate::read::{date, text, title};
use biblatex::{Entry, EntryType};
use draad_core::Language;
use hayagriva::citationberg::json::{DateValue, Item, Value, VecDate, VecDateRange};
use std::collections::BTreeMap;

/// Stands for a hyphen of which the style must make no dash; no text has it.
pub(crate) const HYPHEN: &str = "\u{e000}";

/// Returns a work as the style takes it.
pub(crate) fn item(entry: &Entry, language: Language) -> Item {
    let mut item = Making { entry, language, fields: BTreeMap::new() };
    let kind = kind(entry);
    item.put("id", Some(entry.key.clone()));
    item.put("type", Some(kind.to_owned()));
    // titles stand as the file has them: only those of English works would be changed
    item.put("language", Some("nl".to_owned()));
    item.put("title", title(entry, "title", "subtitle"));
    item.people(kind);
    item.container(kind);
    item.numbers(kind);
    item.publisher(kind);
    item.put("genre", genre(entry, kind, language));
    item.dates();
    item.addresses();
    Item(item.fields)
}

/// Returns what the style calls this kind of work.
fn kind(entry: &Entry) -> &'static str {
    let subtype = text(entry, "entrysubtype").unwrap_or_default().to_lowercase();
    match &entry.entry_type {
        EntryType::Article | EntryType::SuppPeriodical
            if subtype.contains("newspaper") || subtype == "krant" =>
        {
            "article-newspaper"
        }
        EntryType::Article | EntryType::SuppPeriodical if subtype.contains("magazine") => "article-magazine",
        EntryType::Article | EntryType::SuppPeriodical => "article-journal",
        EntryType::InBook
        | EntryType::InCollection
        | EntryType::BookInBook
        | EntryType::SuppBook
        | EntryType::SuppCollection => "chapter",
        EntryType::InReference => "entry-encyclopedia",
        EntryType::InProceedings if text(entry, "booktitle").is_some() => "chapter",
        EntryType::InProceedings => "paper-conference",
        EntryType::Report | EntryType::TechReport | EntryType::Manual => "report",
        EntryType::Thesis | EntryType::PhdThesis | EntryType::MastersThesis => "thesis",
        EntryType::Online => "webpage",
        EntryType::Unpublished => "manuscript",
        EntryType::Dataset => "dataset",
        EntryType::Software => "software",
        EntryType::Patent => "patent",
        EntryType::Periodical => "periodical",
        EntryType::Misc | EntryType::Booklet | EntryType::Unknown(_) if text(entry, "url").is_some() => {
            "webpage"
        }
        EntryType::Misc | EntryType::Unknown(_) => "document",
        _ => "book",
    }
}

/// A work being put into the terms of the style.
struct Making<'e> {
    entry: &'e Entry,
    language: Language,
    fields: BTreeMap<String, Value>,
}

impl Making<'_> {
    fn put(&mut self, name: &str, value: Option<String>) {
        if let Some(value) = value {
            self.fields.insert(name.to_owned(), Value::String(value));
        }
    }

    fn first(&self, fields: &[&str]) -> Option<String> {
        fields.iter().find_map(|field| text(self.entry, field))
    }

    /// Authors and editors come surname first where the entry begins with them; editors of the book that a chapter is in do not.
    fn people(&mut self, kind: &str) {
        let has_author = !names(self.entry, "author").is_empty();
        let in_book = matches!(kind, "chapter" | "entry-encyclopedia" | "paper-conference");
        for (field, name, is_first) in [
            ("author", "author", true),
            ("editor", "editor", !has_author && !in_book),
            ("bookauthor", "container-author", false),
            ("translator", "translator", false),
        ] {
            let people = names(self.entry, field);
            let capitals = is_first && capitalises(self.language);
            let named = people.iter().filter(|person| !is_others(person));
            let values: Vec<_> = named.map(|person| value(person, capitals)).collect();
            if !values.is_empty() {
                self.fields.insert(name.to_owned(), Value::Names(values));
            }
        }
    }

    /// The journal, book or site that it stands in, and the series.
    fn container(&mut self, kind: &str) {
        let container = match kind {
            "article-journal" | "article-magazine" | "article-newspaper" => {
                title(self.entry, "journaltitle", "journalsubtitle").or_else(|| self.first(&["journal"]))
            }
            "webpage" => self.first(&["organization", "titleaddon", "publisher"]),
            _ => title(self.entry, "booktitle", "booksubtitle"),
        };
        let author = self.only_author();
        self.put("container-title", container.filter(|site| author.as_ref() != Some(site)));
        self.put("collection-title", self.first(&["series"]));
        if kind == "paper-conference" {
            self.put("event-title", self.first(&["eventtitle"]));
            self.put("event-place", self.first(&["venue"]));
        }
    }

    fn numbers(&mut self, kind: &str) {
        self.put("volume", self.first(&["volume"]));
        self.put("edition", self.first(&["edition"]));
        self.put("version", self.first(&["version"]));
        let pages = self.first(&["pages"]).map(|pages| pages.replace("--", "–").replace('-', "–"));
        let has_pages = pages.is_some();
        self.put("page", pages);
        if kind.starts_with("article") {
            self.put("issue", self.first(&["number", "issue"]));
            self.put("number", self.first(&["eid"]).filter(|_| !has_pages));
        } else if kind == "book" || kind == "chapter" {
            self.put("collection-number", self.first(&["number"]));
        } else {
            self.put("number", self.first(&["number"]).map(|number| whole_number(&number, self.language)));
        }
    }

    /// The publisher, unless it is the author: APA does not say that twice.
    fn publisher(&mut self, kind: &str) {
        if kind == "webpage" {
            return;
        }
        // "and" in it is nearly always part of the name, although BibLaTeX would take it for two
        let publisher = self.first(&["publisher", "institution", "school", "organization"]);
        let author = self.only_author();
        self.put("publisher", publisher.filter(|publisher| author.as_ref() != Some(publisher)));
    }

    /// The only author, where it is an organisation.
    fn only_author(&self) -> Option<String> {
        match &names(self.entry, "author")[..] {
            [one] if one.given_name.is_empty() && one.prefix.is_empty() => Some(one.name.clone()),
            _ => None,
        }
    }

    fn dates(&mut self) {
        for (prefix, name) in [("", "issued"), ("url", "accessed"), ("orig", "original-date")] {
            let Some((year, month, day)) = date(self.entry, prefix) else { continue };
            let Ok(year) = i16::try_from(year) else { continue };
            let month = month.map(i16::from);
            let day = day.filter(|_| month.is_some()).map(i16::from);
            let parts = VecDateRange(vec![VecDate([Some(year), month, day].into_iter().flatten().collect())]);
            let value = DateValue::DateParts { date_parts: parts, literal: None, season: None, circa: false };
            self.fields.insert(name.to_owned(), Value::Date(value));
        }
        self.put("status", self.first(&["pubstate"]).map(|state| said_of_state(&state, self.language)));
    }

    fn addresses(&mut self) {
        let doi = self.first(&["doi"]).map(|doi| {
            let bare =
                ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"];
            bare.iter().find_map(|start| doi.strip_prefix(start)).unwrap_or(&doi).trim().to_owned()
        });
        self.put("DOI", doi);
        self.put("URL", self.first(&["url"]));
    }
}

/// Returns the number of a report. One such as `18-2424` is no range of numbers, which the style would make of it.
fn whole_number(number: &str, language: Language) -> String {
    if !number.starts_with(|c: char| c.is_ascii_digit()) || !number.contains('-') {
        return number.to_owned();
    }
    let label = match language {
        Language::Nl => "nr.",
        Language::En => "No.",
    };
    format!("{label} {}", number.replace('-', HYPHEN))
}

/// Returns what kind of thesis or report it is, in the language of the text where BibLaTeX has a word for it.
fn genre(entry: &Entry, kind: &str, language: Language) -> Option<String> {
    let own = text(entry, "type");
    let known = match (&entry.entry_type, own.as_deref()) {
        (EntryType::PhdThesis, None) => "phdthesis",
        (EntryType::MastersThesis, None) => "mathesis",
        (_, Some(own)) => own,
        _ => return None,
    };
    let said = match (known, language) {
        ("phdthesis", Language::Nl) => "Proefschrift",
        ("phdthesis", Language::En) => "Doctoral dissertation",
        ("mathesis", Language::Nl) => "Masterscriptie",
        ("mathesis", Language::En) => "Master’s thesis",
        ("bathesis", Language::Nl) => "Bachelorscriptie",
        ("bathesis", Language::En) => "Bachelor’s thesis",
        ("candthesis", _) => return None,
        ("techreport" | "resreport", _) if kind == "report" => return None,
        (own, _) => own,
    };
    Some(said.to_owned())
}

fn said_of_state(state: &str, language: Language) -> String {
    match (state, language) {
        ("inpress" | "forthcoming", Language::Nl) => "in druk".to_owned(),
        ("inpress" | "forthcoming", Language::En) => "in press".to_owned(),
        (other, _) => other.to_owned(),
    }
}
