//! Names of columns that say by themselves what they hold. All are compared without capitals, blanks and signs.

/// Who somebody is, or where.
const PERSONAL: [&str; 43] = [
    "ipaddress",
    "ipadres",
    "ipaddr",
    "ip",
    "recipientemail",
    "recipientfirstname",
    "recipientlastname",
    "email",
    "emailaddress",
    "emailadres",
    "mail",
    "locationlatitude",
    "locationlongitude",
    "locationaccuracy",
    "latitude",
    "longitude",
    "externalreference",
    "externaldatareference",
    "name",
    "naam",
    "firstname",
    "voornaam",
    "lastname",
    "achternaam",
    "fullname",
    "volledigenaam",
    "telefoon",
    "telefoonnummer",
    "phone",
    "phonenumber",
    "mobiel",
    "adres",
    "address",
    "straat",
    "huisnummer",
    "postcode",
    "zipcode",
    "geboortedatum",
    "dateofbirth",
    "bsn",
    "initials",
    "alias",
    "token",
];
/// What the program writes for itself.
const TECHNICAL: [&str; 36] = [
    "startdate",
    "enddate",
    "recordeddate",
    "status",
    "progress",
    "duration",
    "durationinseconds",
    "finished",
    "distributionchannel",
    "userlanguage",
    "responseset",
    "lastpage",
    "laatstepagina",
    "startlanguage",
    "starttaal",
    "seed",
    "datestamp",
    "refurl",
    "referrerurl",
    "interviewtime",
    "legacycode",
    "code",
    "accountcode",
    "scheduledbeepid",
    "sentbeepid",
    "reminderfororiginalsentbeepid",
    "questionlistname",
    "questionlistlabel",
    "fromprotocolname",
    "timestampscheduled",
    "timestampsent",
    "timestampstart",
    "timestampstop",
    "originaltimestampsent",
    "timezoneoffset",
    "deltautc",
];
const RESPONDENT: [&str; 12] = [
    "responseid",
    "respondent",
    "respondentid",
    "respondentnummer",
    "respondentnr",
    "respondentcode",
    "antwoordid",
    "responsid",
    "connectionid",
    "id",
    "nummer",
    "nr",
];
const CASE: [&str; 6] = ["case", "casus", "casusnummer", "casusnr", "casusid", "caseid"];
const PARTICIPANT: [&str; 9] = [
    "participant",
    "participantid",
    "participantcode",
    "deelnemer",
    "deelnemerid",
    "deelnemercode",
    "deelnemerscode",
    "deelnemernummer",
    "deelnemersnummer",
];
/// What a question holds that asks who answers, without their name.
const CODES: [&str; 13] = [
    "deelnemercode",
    "deelnemerscode",
    "deelnemernummer",
    "deelnemersnummer",
    "deelnamecode",
    "deelnamenummer",
    "respondentcode",
    "respondentnummer",
    "onderzoekscode",
    "persoonlijkecode",
    "participantcode",
    "participantnumber",
    "participantid",
];
/// The surest first.
const DATE: [&str; 13] = [
    "submitdate",
    "datesubmitted",
    "datumingevuld",
    "datumverzonden",
    "recordeddate",
    "enddate",
    "startdate",
    "datum",
    "date",
    "invuldatum",
    "ingevuldop",
    "tijdstempel",
    "timestamp",
];

/// Returns a name in lower case with only letters and digits.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub(super) fn is_personal(name: &str) -> bool {
    PERSONAL.contains(&plain(name).as_str())
}

pub(super) fn is_technical(name: &str) -> bool {
    let name = plain(name);
    TECHNICAL.contains(&name.as_str()) || name.starts_with("grouptime") || name.starts_with("questiontime")
}

pub(super) fn is_respondent(name: &str) -> bool {
    RESPONDENT.contains(&plain(name).as_str())
}

pub(super) fn is_case(name: &str) -> bool {
    CASE.contains(&plain(name).as_str())
}

pub(super) fn is_participant(name: &str) -> bool {
    PARTICIPANT.contains(&plain(name).as_str())
}

/// Returns whether a question asks who answers, by a code: `Wat is uw deelnemerscode?`
pub(super) fn asks_code(question: &str) -> bool {
    let question = plain(question);
    CODES.iter().any(|code| question.contains(code))
}

/// Returns how sure a name is one of a date: less is surer.
pub(super) fn date_rank(name: &str) -> Option<usize> {
    let name = plain(name);
    DATE.iter().position(|known| *known == name)
}
