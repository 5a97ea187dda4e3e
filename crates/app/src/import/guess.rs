//! What the name of a file and of its folders says about where it belongs.
//!
//! People put it all there: `casus 3/2021-03-12 interview moeder.docx`. Only what can mean one thing in this study is
//! taken; the rest stays open, to be filled in by whoever knows.

use super::{Assignment, files::Found};
use draad_core::{CaseId, KindId, Label, Language, ParticipantId, PhaseId, Study};
use indexmap::IndexSet;
use jiff::civil::Date;
use std::fmt::Display;

/// Words in file names for kinds of material, beside the names that the study gives them.
const KIND_WORDS: [(&str, &str); 22] = [
    ("focus-group", "groepsgesprek"),
    ("focus-group", "groepsinterview"),
    ("chat", "whatsapp"),
    ("chat", "app"),
    ("chat", "appjes"),
    ("chat", "signal"),
    ("chat", "telegram"),
    ("phone", "telefoon"),
    ("phone", "belverslag"),
    ("phone", "call"),
    ("meeting", "overleg"),
    ("meeting", "bespreking"),
    ("meeting", "evaluatiegesprek"),
    ("meeting", "vergadering"),
    ("diary", "logboek"),
    ("dossier", "rapportage"),
    ("dossier", "zorgplan"),
    ("survey", "enquete"),
    ("survey", "enquête"),
    ("session", "kenniscafé"),
    ("session", "kenniscafe"),
    ("literature", "artikel"),
];
/// From how many letters on a word may have something behind it: `interviewverslag` is an interview.
const LONG_WORD: usize = 6;

/// Returns what the names say of a file. A case that is not there yet is taken from a folder, or from the start of the
/// file's name, only when cases may be added.
pub(super) fn guess(study: &Study, found: &Found, add_cases: bool) -> Assignment {
    let stem = found.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let folders = found.folders();
    let names: Vec<Vec<String>> = folders.iter().chain([&stem]).map(|name| words(name)).collect();
    let mut cases: Vec<CaseId> = names.iter().flat_map(|name| cases_in(study, name)).collect();
    if cases.is_empty() && add_cases {
        cases.extend(new_case(&folders, &stem));
    }
    let cases: Vec<CaseId> = cases.into_iter().collect::<IndexSet<_>>().into_iter().collect();
    // What stands nearest to the file counts.
    let last = |find: &dyn Fn(&[String]) -> Option<String>| names.iter().rev().find_map(|name| find(name));
    Assignment {
        kind: last(&|name| kind_in(study, name)).and_then(|kind| KindId::new(&kind)),
        phase: last(&|name| phase_in(study, name)).and_then(|phase| PhaseId::new(&phase)),
        date: names.last().and_then(|name| date_in(name)),
        participants: names.last().map(|name| participants_in(study, &cases, name)).unwrap_or_default(),
        cases,
        ..Assignment::default()
    }
}

/// Cuts a name into words of letters and digits, in lower case.
fn words(name: &str) -> Vec<String> {
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_lowercase).collect()
}

/// Returns whether `part` (a name such as `gezinshuisouder 2`) stands in the words of another name.
fn contains(name: &[String], part: &str) -> bool {
    let part = words(part);
    !part.is_empty() && name.windows(part.len()).any(|window| window == part)
}

fn cases_in(study: &Study, name: &[String]) -> Vec<CaseId> {
    let called: Vec<CaseId> = study
        .cases
        .values()
        .filter(|case| contains(name, case.id.as_str()) || contains(name, &case.name))
        .map(|case| case.id.clone())
        .collect();
    if !called.is_empty() {
        return called;
    }
    let numbered: Vec<CaseId> = case_number(name)
        .into_iter()
        .flat_map(|number| study.cases.keys().filter(move |case| number_of(case.as_str()) == Some(number)))
        .cloned()
        .collect();
    if numbered.len() == 1 { numbered } else { Vec::new() }
}

/// Returns the number in `casus 3` or `case03`.
fn case_number(name: &[String]) -> Option<u32> {
    let after =
        |word: &str| ["casus", "case"].iter().find_map(|case| word.strip_prefix(case).map(str::to_owned));
    name.iter().zip(name.iter().skip(1).map(Some).chain([None])).find_map(|(word, next)| {
        let rest = after(word)?;
        if rest.is_empty() { next?.parse().ok() } else { rest.parse().ok() }
    })
}

fn number_of(id: &str) -> Option<u32> {
    let digits: String = id.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Returns the name of a case that is not there yet: the folder in which the file lies, or letters and a number with
/// which its own name starts (`p03-interview`).
fn new_case(folders: &[String], stem: &str) -> Option<CaseId> {
    let start: String = stem.chars().take_while(|c| c.is_alphanumeric()).collect();
    let n_letters = start.chars().take_while(|c| c.is_alphabetic()).count();
    let digits: String = start.chars().skip(n_letters).collect();
    let is_code =
        (1..=3).contains(&n_letters) && (1..=3).contains(&digits.len()) && digits.parse::<u32>().is_ok();
    if is_code {
        return CaseId::new(&start.to_lowercase());
    }
    // The first folder is the one that was named: it holds all the cases.
    let folder = folders.get(1)?;
    CaseId::new(&words(folder).join("-"))
}

fn kind_in(study: &Study, name: &[String]) -> Option<String> {
    let kinds = &study.settings.kinds;
    let own = kinds.iter().map(|kind| (kind.id.as_str(), &kind.label));
    named_in(name, own.clone()).or_else(|| {
        let others =
            KIND_WORDS.iter().filter(|(kind, _)| kinds.iter().any(|known| known.id.as_str() == *kind));
        let mut meant: IndexSet<&str> = IndexSet::new();
        for (kind, word) in others {
            if contains(name, word) || starts_long(name, word) {
                meant.insert(kind);
            }
        }
        meant.first().filter(|_| meant.len() == 1).map(|kind| (*kind).to_owned())
    })
}

fn phase_in(study: &Study, name: &[String]) -> Option<String> {
    named_in(name, study.settings.phases.iter().map(|phase| (phase.id.as_str(), &phase.label)))
}

/// Returns the id of the one thing whose id or label stands in `name`.
fn named_in<'a>(name: &[String], known: impl Iterator<Item = (&'a str, &'a Label)>) -> Option<String> {
    let mut meant: IndexSet<&str> = IndexSet::new();
    for (id, label) in known {
        let [nl, en] = [Language::Nl, Language::En].map(|language| label.get(language));
        if [id, nl, en].iter().any(|word| contains(name, word) || starts_long(name, word)) {
            meant.insert(id);
        }
    }
    meant.first().filter(|_| meant.len() == 1).map(|id| (*id).to_owned())
}

fn starts_long(name: &[String], start: &str) -> bool {
    let start = start.to_lowercase();
    start.chars().count() >= LONG_WORD && name.iter().any(|word| word.starts_with(&start))
}

/// Returns the people of the cases whose id, label or role the name says, where that means one person.
fn participants_in(study: &Study, cases: &[CaseId], name: &[String]) -> Vec<ParticipantId> {
    let people: Vec<_> = study
        .participants
        .values()
        .filter(|person| person.cases.iter().any(|case| cases.contains(case)))
        .filter(|person| !study.settings.role(&person.role).is_some_and(|role| role.asks))
        .collect();
    let by_name = |person: &&&draad_core::Participant| {
        contains(name, person.id.as_str())
            || person.labels.iter().any(|label| label.chars().count() > 2 && contains(name, label))
    };
    let named: Vec<ParticipantId> = people.iter().filter(by_name).map(|person| person.id.clone()).collect();
    if !named.is_empty() {
        return named;
    }
    let roles = study.settings.roles.iter().map(|role| (role.id.as_str(), &role.label));
    let Some(role) = named_in(name, roles) else { return Vec::new() };
    let mut of_role = people.iter().filter(|person| is(&person.role, &role));
    match (of_role.next(), of_role.next()) {
        (Some(person), None) => vec![person.id.clone()],
        _ => Vec::new(),
    }
}

fn is(id: &impl Display, text: &str) -> bool {
    id.to_string() == text
}

/// Returns the one day that a name states: `2021-03-12`, `12-03-2021`, `20210312`.
fn date_in(name: &[String]) -> Option<Date> {
    let number =
        |word: &String| word.parse::<i16>().ok().filter(|_| word.bytes().all(|byte| byte.is_ascii_digit()));
    let day =
        |year: i16, month: i16, day: i16| Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok();
    let triple = |window: &[String]| {
        let [first, second, third] = [number(&window[0])?, number(&window[1])?, number(&window[2])?];
        let year = 1950..2100;
        if year.contains(&first) {
            day(first, second, third)
        } else if year.contains(&third) {
            day(third, second, first)
        } else {
            None
        }
    };
    let joined =
        name.iter().filter(|word| word.len() == 8).filter_map(|word| Date::strptime("%Y%m%d", word).ok());
    let days: IndexSet<Date> = name.windows(3).filter_map(triple).chain(joined).collect();
    days.first().filter(|_| days.len() == 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::{Case, Participant, RoleId, Settings};
    use std::path::PathBuf;

    fn study() -> Study {
        let mut study = Study::new(Settings::new("s", "S", Language::Nl));
        for (id, name) in [("p03", "Familie Noord"), ("p04", "")] {
            let id = CaseId::new(id).unwrap();
            study
                .cases
                .insert(id.clone(), Case { id, name: name.to_owned(), attributes: Default::default() });
        }
        for (id, role, label) in
            [("p03-moeder", "parent", "Moeder"), ("p03-gho", "family-home-parent", "Gho")]
        {
            let person = Participant {
                id: ParticipantId::new(id).unwrap(),
                role: RoleId::new(role).unwrap(),
                cases: vec![CaseId::new("p03").unwrap()],
                labels: vec![label.to_owned()],
                name: String::new(),
                extra: Default::default(),
            };
            study.participants.insert(person.id.clone(), person);
        }
        study
    }

    /// What is guessed of a path: cases, kind, date, phase, participants.
    fn guessed(path: &str, add_cases: bool) -> [String; 5] {
        let found = Found { path: PathBuf::from(path), root: Some(PathBuf::from("ruw")) };
        let guess = guess(&study(), &found, add_cases);
        let list = |ids: &[String]| ids.join(" ");
        let text = |id: Option<String>| id.unwrap_or_default();
        [
            list(&guess.cases.iter().map(ToString::to_string).collect::<Vec<_>>()),
            text(guess.kind.map(|kind| kind.to_string())),
            text(guess.date.map(|date| date.to_string())),
            text(guess.phase.map(|phase| phase.to_string())),
            list(&guess.participants.iter().map(ToString::to_string).collect::<Vec<_>>()),
        ]
    }

    #[test]
    fn names_say_where_files_belong() {
        for (path, expected) in [
            (
                "ruw/p03/interview moeder 12-03-2021.docx",
                ["p03", "interview", "2021-03-12", "", "p03-moeder"],
            ),
            (
                "ruw/Casus 3/20210312 Interviewverslag gezinshuisouder.docx",
                ["p03", "interview", "2021-03-12", "", "p03-gho"],
            ),
            ("ruw/familie noord/WhatsApp-chat met Anna.txt", ["p03", "chat", "", "", ""]),
            ("ruw/p03 p04 overleg installatie.docx", ["p03 p04", "meeting", "", "installation", ""]),
            ("ruw/stabilisatie/p04_dagboek.csv", ["p04", "diary", "", "stabilisation", ""]),
            ("ruw/aantekeningen 2021.txt", ["", "", "", "", ""]),
        ] {
            assert_eq!(guessed(path, false), expected.map(str::to_owned), "{path}");
        }
    }

    #[test]
    fn a_case_that_is_not_there_yet_is_named_after_its_folder_or_code() {
        assert_eq!(guessed("ruw/Gezin Zuid/interview.docx", true)[0], "gezin-zuid");
        assert_eq!(guessed("ruw/p12-interview.docx", true)[0], "p12");
        assert_eq!(guessed("ruw/interview.docx", true)[0], "");
        assert_eq!(guessed("ruw/Gezin Zuid/interview.docx", false)[0], "");
    }
}
