//! `README.txt`: what the package is, who made it, how, and who may read it.

use super::{Package, withheld};
use crate::export::loss::filter_line;
use crate::leaks::{self, Leak};
use draad_core::archive::Access;
use draad_words::Words;

/// What stands in the package: paths, and the words about them.
const FILES: [(&str, &str); 17] = [
    ("README.txt", "readme"),
    ("metadata/datacite.json", "datacite"),
    ("metadata/ddi-study.xml", "ddi"),
    ("data-list.csv", "data-list"),
    ("transcripts/", "transcripts"),
    ("codebook.csv, codebook.qdc, codebook.odt", "codebook"),
    ("codings.csv", "codings"),
    ("cases.csv", "cases"),
    ("participants.csv", "participants"),
    ("tables/", "tables"),
    ("dictionary.csv", "dictionary"),
    ("memos/", "memos"),
    ("findings/", "findings"),
    ("methods/", "methods"),
    ("project.qdpx", "qdpx"),
    ("withheld.csv", "withheld"),
    ("CHECKSUMS", "checksums"),
];

/// Returns the text, in the language of the project.
pub(super) fn readme(package: &Package, leaks: &[Leak]) -> String {
    let settings = &package.part.settings;
    let mut text = Text { words: &package.project.words, text: format!("{}\n", settings.title) };
    text.text += &format!("{}\n", "=".repeat(settings.title.chars().count().max(3)));
    text.section("what", &[text.words.say("package-what-text"), settings.note.clone()]);
    who(&mut text, package);
    about(&mut text, package);
    access(&mut text, package);
    files(&mut text, package);
    text.section("positions", &[text.words.say("package-positions-text")]);
    let withheld = withheld::sentence(package);
    text.section("withheld", &[withheld.unwrap_or_else(|| text.words.say("package-withheld-nothing"))]);
    let filter = &package.request.filter;
    if !filter.is_empty() {
        text.section("selection", &[filter_line(text.words, filter)]);
    }
    let missing = package.missing();
    if !missing.is_empty() {
        let list: String = missing.iter().map(|field| format!("- {field}\n")).collect();
        text.section("missing", &[text.words.say("package-missing-text"), list.trim_end().to_owned()]);
    }
    checked(&mut text, package, leaks);
    text.text
}

struct Text<'w> {
    words: &'w Words,
    text: String,
}

impl Text<'_> {
    /// Adds a heading and paragraphs; empty ones are left out.
    fn section(&mut self, key: &str, paragraphs: &[String]) {
        let title = self.words.say(&format!("package-{key}"));
        self.text += &format!("\n{title}\n{}\n", "-".repeat(title.chars().count()));
        for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
            self.text += &format!("{paragraph}\n");
        }
    }

    /// Returns a line about one thing; where nothing is said, that it is asked.
    fn line(&self, key: &str, value: &str) -> String {
        let value = if value.trim().is_empty() { self.words.say("package-asked") } else { value.to_owned() };
        format!("{}: {value}", self.words.say(&format!("package-{key}")))
    }

    /// Returns a line about one thing; nothing where nothing is said.
    fn maybe(&self, key: &str, value: &str) -> String {
        if value.trim().is_empty() { String::new() } else { self.line(key, value) }
    }
}

fn who(text: &mut Text, package: &Package) {
    let archive = &package.part.settings.archive;
    let creators = archive.creators.iter().map(|creator| {
        let orcid = match creator.orcid.is_empty() {
            true => String::new(),
            false => format!("https://orcid.org/{}", creator.orcid),
        };
        let parts = [creator.name.as_str(), &orcid, &creator.affiliation];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    let creators = creators.collect::<Vec<_>>().join("; ");
    let funding = archive.funding.iter().map(|funding| format!("{} {}", funding.funder, funding.award));
    let funding: Vec<String> = funding.map(|funding| funding.trim().to_owned()).collect();
    let year = archive.year.map(|year| year.to_string()).unwrap_or_default();
    let lines = [
        text.line("creators", &creators),
        text.line("contact", &archive.contact),
        text.line("publisher", &archive.publisher),
        text.line("year", &year),
        text.maybe("doi", &archive.doi),
        text.maybe("funding", &funding.join("; ")),
        text.maybe("publications", &archive.publications.join("; ")),
    ];
    text.section("who", &lines);
}

fn about(text: &mut Text, package: &Package) {
    let archive = &package.part.settings.archive;
    let period = package.period().map(|period| {
        let days = [("start", period.start.to_string().into()), ("end", period.end.to_string().into())];
        text.words.say_with("package-period-of", days)
    });
    let lines = [
        text.line("description", &archive.description),
        text.maybe("subjects", &archive.subjects.join("; ")),
        text.line("places", &archive.places.join("; ")),
        text.line("period", &period.unwrap_or_default()),
        text.line("population", &archive.population),
        text.line("sampling", &archive.sampling),
        text.line("collection", &archive.collection),
        text.line("how", &package.coding()),
        text.line("size", &package.counts().join(", ")),
    ];
    text.section("about", &lines);
}

fn access(text: &mut Text, package: &Package) {
    let archive = &package.part.settings.archive;
    let usual: &str = archive.access.unwrap_or(Access::Restricted).into();
    let n = |access: Access| {
        let sources = package.before.sources.values();
        sources.filter(|source| package.before.access(source) == access).count()
    };
    let counts = text.words.say_with(
        "package-access-counts",
        [
            ("open", n(Access::Open).into()),
            ("restricted", n(Access::Restricted).into()),
            ("closed", n(Access::Closed).into()),
        ],
    );
    let terms = [archive.rights.as_str(), &archive.rights_url];
    let terms: Vec<&str> = terms.into_iter().filter(|part| !part.is_empty()).collect();
    let lines = [
        text.line("access-usual", &text.words.say(&format!("package-access-{usual}"))),
        counts,
        text.line("rights", &terms.join(", ")),
        text.maybe("conditions", &archive.conditions),
        text.words.say("package-pseudonymous"),
    ];
    text.section("access", &lines);
}

fn files(text: &mut Text, package: &Package) {
    let is_there = |path: &str| match path {
        "memos/" => !package.part.memos.is_empty(),
        "findings/" => !package.part.findings.is_empty(),
        _ => true,
    };
    let files = FILES.into_iter().filter(|(path, _)| is_there(path));
    let lines: Vec<String> = files
        .map(|(path, key)| format!("{path}: {}", text.words.say(&format!("package-file-{key}"))))
        .collect();
    text.section("files", &lines);
}

fn checked(text: &mut Text, package: &Package, leaks: &[Leak]) {
    let words = text.words;
    let found = match &package.request.despite {
        Some(reason) if !leaks.is_empty() => words.say_with(
            "package-leaks-despite",
            [("found", leaks::counts(words, leaks).into()), ("reason", reason.clone().into())],
        ),
        _ => words.say("package-leaks-none"),
    };
    text.section("leaks", &[words.say("package-leaks-text"), found]);
    let version = words.say_with(
        "package-version-text",
        [
            ("version", env!("CARGO_PKG_VERSION").into()),
            ("hash", package.project.loaded.fingerprint.clone().into()),
        ],
    );
    text.section("version", &[version]);
    text.section("check", &[words.say("package-check-text")]);
}
