//! What the name of a file and of its folders says about where it belongs.
//!
//! People put it all there: `casus 3/2021-03-12 interview moeder.docx`. Only what can mean one thing in this study is
//! taken; the rest stays open, to be filled in by whoever knows.

use super::{Assignment, files::Found};
use draad_core::dates::month_called;
use draad_core::{CaseId, KindId, Label, Language, Participant, ParticipantId, PhaseId, Study};
use indexmap::IndexSet;
use jiff::civil::Date;
use std::fmt::Display;

/// Words in file names for kinds of material, beside the names that the study gives them.
const KIND_WORDS: [(&str, &str); 34] = [
    ("focus-group", "groepsgesprek"),
    ("focus-group", "groepsinterview"),
    ("chat", "whatsapp"),
    ("chat", "app"),
    ("chat", "appjes"),
    ("chat", "app-groep"),
    ("chat", "appgroep"),
    ("chat", "signal"),
    ("chat", "telegram"),
    ("phone", "telefoon"),
    ("phone", "belverslag"),
    ("phone", "belnotitie"),
    ("phone", "telefoonnotitie"),
    ("phone", "call"),
    ("meeting", "overleg"),
    ("meeting", "zorgoverleg"),
    ("meeting", "teamoverleg"),
    ("meeting", "mdo"),
    ("meeting", "bespreking"),
    ("meeting", "evaluatiegesprek"),
    ("meeting", "vergadering"),
    ("diary", "logboek"),
    ("dossier", "rapportage"),
    ("dossier", "zorgplan"),
    ("dossier", "hulpverleningsplan"),
    ("dossier", "indicatiebesluit"),
    ("dossier", "gespreksverslag"),
    ("dossier", "huisbezoek"),
    ("survey", "enquete"),
    ("survey", "enquête"),
    ("session", "kenniscafé"),
    ("session", "kenniscafe"),
    ("literature", "artikel"),
    ("literature", "article"),
];
/// Words that say a kind only where nothing else does, because they are said of other things too.
const WEAK_KIND_WORDS: [(&str, &str); 8] = [
    ("meeting", "evaluatie"),
    ("meeting", "evaluation"),
    ("interview", "otter"),
    ("interview", "f4"),
    ("interview", "noscribe"),
    ("interview", "transcript"),
    ("interview", "transcriptie"),
    ("interview", "transcription"),
];
/// Words for people in families, whom a study may list under a role with another name.
const FAMILY: [&str; 9] =
    ["moeder", "vader", "ouder", "ouders", "pleegmoeder", "pleegvader", "pleegouders", "mother", "father"];
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
    let phase_of = |idx: usize| phase_in(study, &names[idx], idx < folders.len());
    let phase = (0..names.len()).rev().find_map(phase_of);
    let weak = (0..names.len()).rev().filter(|&idx| phase_of(idx).is_none());
    let kind = last(&|name| kind_in(study, name))
        .or_else(|| weak.clone().find_map(|idx| weak_kind_in(study, &names[idx])));
    Assignment {
        kind: kind.and_then(|kind| KindId::new(&kind)),
        phase: phase.and_then(|phase| PhaseId::new(&phase)),
        date: names.last().and_then(|name| date_in(name)),
        participants: names.last().map(|name| participants_in(study, &cases, name)).unwrap_or_default(),
        cases,
        ..Assignment::default()
    }
}

/// Returns what the name of a source of another program says of it. Cases are only those that are there.
pub(crate) fn guessed(study: &Study, name: &str) -> Assignment {
    // What looks like an ending may be part of the name, which is looked at without it.
    let name = name.replace(['/', '\\'], " ");
    let is_ending = |ending: &std::ffi::OsStr| ending.len() <= 5 && !ending.to_string_lossy().contains(' ');
    let has_ending = std::path::Path::new(&name).extension().is_some_and(is_ending);
    let path = if has_ending { name } else { format!("{name}.x") };
    guess(study, &Found { path: path.into(), root: None }, false)
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

/// Returns the name of a case that is not there yet: the outermost folder that says to be one (`Casus 1 - Sem`, `p03`),
/// letters and a number with which the file's own name starts (`p03-interview`), or the folder in which the file lies.
fn new_case(folders: &[String], stem: &str) -> Option<CaseId> {
    let named = |folder: &String| CaseId::new(&words(folder).join("-"));
    if let Some(folder) = folders.iter().find(|folder| is_case_folder(folder)) {
        return named(folder);
    }
    let start: String = stem.chars().take_while(|c| c.is_alphanumeric()).collect();
    if is_code(&start) {
        return CaseId::new(&start.to_lowercase());
    }
    // The first folder is the one that was named: it holds all the cases.
    folders.get(1).and_then(named)
}

fn is_case_folder(folder: &str) -> bool {
    let words = words(folder);
    let is_study = |word: &String| word.starts_with("stud");
    let says_case = words
        .iter()
        .zip(words.iter().skip(1))
        .any(|(word, next)| matches!(word.as_str(), "casus" | "case") && !is_study(next));
    says_case || case_number(&words).is_some() || matches!(&words[..], [word] if is_code(word))
}

/// Returns whether a word is letters and a number that may name a case. Names of programs and formats are none, nor are
/// versions, quarters and rounds of measurement.
fn is_code(word: &str) -> bool {
    const OTHERS: [&str; 8] = ["f4", "f5", "h264", "h265", "m4a", "mp3", "mp4", "x264"];
    let word = word.to_lowercase();
    let n_letters = word.chars().take_while(|c| c.is_alphabetic()).count();
    let letters: String = word.chars().take(n_letters).collect();
    let digits: String = word.chars().skip(n_letters).collect();
    let has_form =
        (1..=3).contains(&n_letters) && (1..=3).contains(&digits.len()) && digits.parse::<u32>().is_ok();
    let is_other = OTHERS.contains(&word.as_str())
        || letters == "v"
        || (matches!(letters.as_str(), "q" | "t") && digits.len() == 1);
    has_form && !is_other
}

fn kind_in(study: &Study, name: &[String]) -> Option<String> {
    let own = study.settings.kinds.iter().map(|kind| (kind.id.as_str(), &kind.label));
    named_in(name, own).or_else(|| kind_by(study, name, &KIND_WORDS))
}

/// Returns the kind that words say which are said of other things too, or a conversation with somebody: `gesprek voogd`.
fn weak_kind_in(study: &Study, name: &[String]) -> Option<String> {
    let has_interviews = study.settings.kinds.iter().any(|kind| kind.id.as_str() == "interview");
    let is_talk = has_interviews && contains(name, "gesprek") && says_person(study, name);
    kind_by(study, name, &WEAK_KIND_WORDS).or_else(|| is_talk.then(|| "interview".to_owned()))
}

/// Returns the one kind of the study for which a word stands in `name`.
fn kind_by(study: &Study, name: &[String], words: &[(&str, &str)]) -> Option<String> {
    let is_known = |kind: &str| study.settings.kinds.iter().any(|known| known.id.as_str() == kind);
    let said = words
        .iter()
        .filter(|(kind, word)| is_known(kind) && (contains(name, word) || starts_long(name, word)));
    let meant: IndexSet<&str> = said.map(|(kind, _)| *kind).collect();
    meant.first().filter(|_| meant.len() == 1).map(|kind| (*kind).to_owned())
}

fn says_person(study: &Study, name: &[String]) -> bool {
    let settings = &study.settings;
    let role = named_in(name, settings.roles.iter().map(|role| (role.id.as_str(), &role.label)));
    let asks = |role: &str| settings.roles.iter().any(|known| known.id.as_str() == role && known.asks);
    role.is_some_and(|role| !asks(&role))
        || name.iter().any(|word| FAMILY.contains(&word.as_str()))
        || study.participants.values().any(|person| calls(person, name))
}

/// Returns the phase that a name says. A word that may as well be a kind of material, as `evaluatie` is, means the phase
/// only as the name of a folder, or beside the word for phase.
fn phase_in(study: &Study, name: &[String], is_folder: bool) -> Option<String> {
    let phases = study.settings.phases.iter().map(|phase| (phase.id.as_str(), &phase.label));
    let phase = named_in(name, phases)?;
    let is_bare = |word: &String| word.chars().all(|c| c.is_ascii_digit());
    let stands_alone = is_folder && name.iter().filter(|word| !is_bare(word)).count() == 1;
    let says_phase = name.iter().any(|word| word.ends_with("fase") || word.ends_with("phase"));
    let is_kind = kind_by(study, name, &WEAK_KIND_WORDS).is_some();
    (!is_kind || stands_alone || says_phase).then_some(phase)
}

/// Returns the id of the one thing whose id or label stands in `name`.
fn named_in<'a>(name: &[String], known: impl Iterator<Item = (&'a str, &'a Label)>) -> Option<String> {
    let mut meant: IndexSet<&str> = IndexSet::new();
    for (id, label) in known {
        // A label may name several: `voogd of jeugdbeschermer`.
        let labels = [Language::Nl, Language::En].map(|language| label.get(language));
        let parts = labels.iter().flat_map(|label| label.split(" of ")).flat_map(|label| label.split(" or "));
        let mut called = [id].into_iter().chain(labels).chain(parts);
        if called.any(|word| contains(name, word) || starts_long(name, word)) {
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
    let by_name = people.iter().filter(|person| calls(person, name));
    let named: Vec<ParticipantId> = by_name.map(|person| person.id.clone()).collect();
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

/// Returns whether a name has somebody's id or one of the labels.
fn calls(person: &Participant, name: &[String]) -> bool {
    contains(name, person.id.as_str())
        || person.labels.iter().any(|label| label.chars().count() > 2 && contains(name, label))
}

fn is(id: &impl Display, text: &str) -> bool {
    id.to_string() == text
}

/// Returns the one day that a name states: `2021-03-12`, `12-03-2021`, `20210312`, `12 maart 2021`, `March 12 2021`.
fn date_in(name: &[String]) -> Option<Date> {
    let number =
        |word: &String| word.parse::<i16>().ok().filter(|_| word.bytes().all(|byte| byte.is_ascii_digit()));
    let day =
        |year: i16, month: i16, day: i16| Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok();
    let month = |word: &String| month_called(word).map(i16::from);
    let triple = |window: &[String]| {
        let (first, second, third) = match month(&window[0]) {
            Some(month) => (number(&window[1])?, month, number(&window[2])?),
            None => {
                let month = month(&window[1]).or_else(|| number(&window[1]));
                (number(&window[0])?, month?, number(&window[2])?)
            }
        };
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
    use draad_core::{Case, RoleId, Settings};
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
            ("ruw/p03/Teams evaluatie 22 mei 2024.vtt", ["p03", "meeting", "2024-05-22", "", ""]),
            ("ruw/evaluatie/p03 aantekening.txt", ["p03", "", "", "evaluation", ""]),
            ("ruw/3 evaluatie/p04 interview.txt", ["p04", "interview", "", "evaluation", ""]),
            ("ruw/p04 dagboek fase evaluatie.txt", ["p04", "diary", "", "evaluation", ""]),
            ("ruw/p04 evaluatiefase.txt", ["p04", "", "", "evaluation", ""]),
            ("ruw/p04 evaluatiebespreking.docx", ["p04", "meeting", "", "", ""]),
            ("ruw/p04 zorgplan evaluatie.docx", ["p04", "dossier", "", "", ""]),
            ("ruw/p04 Gesprek voogd 8 May 2024.docx", ["p04", "interview", "2024-05-08", "", ""]),
            ("ruw/p04 gesprek jeugdbeschermer.docx", ["p04", "interview", "", "", ""]),
            ("ruw/p03 gesprek moeder Sept 3 2023.docx", ["p03", "interview", "2023-09-03", "", "p03-moeder"]),
            ("ruw/p04 gesprek onderzoeker.docx", ["p04", "", "", "", ""]),
            ("ruw/p04_otter_ai.txt", ["p04", "interview", "", "", ""]),
            ("ruw/focusgroepen/p04 transcript.docx", ["p04", "focus-group", "", "", ""]),
            ("ruw/p04 MDO 2024 mrt 7.docx", ["p04", "meeting", "2024-03-07", "", ""]),
            ("ruw/p04 app-groep.zip", ["p04", "chat", "", "", ""]),
            ("ruw/p04 belnotitie.txt", ["p04", "phone", "", "", ""]),
            ("ruw/p04 hulpverleningsplan.pdf", ["p04", "dossier", "", "", ""]),
        ] {
            assert_eq!(guessed(path, false), expected.map(str::to_owned), "{path}");
        }
    }

    #[test]
    fn a_case_that_is_not_there_yet_is_named_after_its_folder_or_code() {
        assert_eq!(guessed("ruw/Gezin Zuid/interview.docx", true)[0], "gezin-zuid");
        assert_eq!(guessed("ruw/p12-interview.docx", true)[0], "p12");
        assert_eq!(guessed("ruw/interview.docx", true)[0], "");
        for file in ["f4 interview.rtf", "mp3 opname.txt", "v2 verslag.docx", "Q1 dagboek.csv", "h264.srt"] {
            assert_eq!(guessed(&format!("ruw/{file}"), true)[0], "", "{file}");
        }
        assert_eq!(guessed("ruw/Gezin Zuid/interview.docx", false)[0], "");
    }

    #[test]
    fn a_named_folder_that_says_to_be_a_case_is_one() {
        let case = |root: &str, file: &str| {
            let path = PathBuf::from(root).join(file);
            let found = Found { path, root: Some(PathBuf::from(root)) };
            let cases = guess(&study(), &found, true).cases;
            cases.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(case("thuis/Casus 1 - Sem", "interviews/R1 moeder.docx"), "casus-1-sem");
        assert_eq!(case("thuis/Case Sem", "verslag.docx"), "case-sem");
        assert_eq!(case("thuis/P07", "dossier/verslag.docx"), "p07");
        assert_eq!(case("thuis/Casus 3 - Noord", "verslag.docx"), "p03");
        assert_eq!(case("thuis/case study", "Gezin Zuid/verslag.docx"), "gezin-zuid");
        assert_eq!(case("thuis/T1", "p12 verslag.docx"), "p12");
        assert_eq!(case("thuis/casussen", "verslag.docx"), "");
    }
}
