//! Memos and findings: Markdown files with a block of YAML between `---` lines on top.

use crate::{decode::decode, log::Log, settings::position};
use draad_core::{About, CodeId, CoderId, Finding, Memo, MemoId, Place, Problem, ReferenceKey, id};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fmt::Display;
use std::str::FromStr;

/// What stands above a memo.
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct MemoHead {
    /// Heading.
    title: String,
    /// The coder who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<CoderId>,
    /// When it was written, for example `2021-09-03`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    date: Option<Date>,
    /// What it is about: `case p03`, `source p03-dagboek`, `span p03-dagboek 120-240` (code points), `code vertrouwen`,
    /// `coding anna p03-dagboek 1f3a` or `finding keerpunten`. Nothing means the study.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    about: Vec<String>,
}

/// What stands above a finding.
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct FindingHead {
    /// One sentence.
    title: String,
    /// The same sentence in plain words, for a panel.
    #[serde(skip_serializing_if = "String::is_empty")]
    plain: String,
    /// `visible`, `tension` or `lead`; or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    part: String,
    /// The theme it belongs to.
    #[serde(skip_serializing_if = "String::is_empty")]
    theme: String,
    /// Codes it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    codes: Vec<CodeId>,
    /// Passages that support it: `p03-dagboek 120-240` (code points).
    #[serde(rename = "for", skip_serializing_if = "Vec::is_empty")]
    passages_for: Vec<String>,
    /// Passages that speak against it.
    #[serde(rename = "against", skip_serializing_if = "Vec::is_empty")]
    passages_against: Vec<String>,
    /// Keys of works in references.bib, beside those that the text cites.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    references: Vec<ReferenceKey>,
}

const ABOUT: &str = "case p03 / source p03-dagboek / span p03-dagboek 120-240 / code vertrouwen / \
                     coding anna p03-dagboek 1f3a / finding keerpunten";
const PASSAGE: &str = "p03-dagboek 120-240";

/// Reads a memo, and the line on which its text begins; `stem` is its file name without the ending.
pub(crate) fn read_memo(log: &mut Log, path: &str, stem: &str, bytes: Vec<u8>) -> Option<(Memo, u32)> {
    let Some(id) = MemoId::new(stem) else {
        let id = stem.to_owned();
        log.lost(Place::file(path), Problem::IdInvalid { id });
        return None;
    };
    let (head, body, line): (MemoHead, _, _) = read(log, path, bytes)?;
    let memo = Memo {
        id,
        title: head.title,
        author: head.author,
        date: head.date,
        about: parsed::<About>(log, path, "about", ABOUT, &head.about),
        body,
    };
    Some((memo, line))
}

/// Writes a memo.
pub(crate) fn write_memo(memo: &Memo) -> Vec<u8> {
    let head = MemoHead {
        title: memo.title.clone(),
        author: memo.author.clone(),
        date: memo.date,
        about: memo.about.iter().map(About::to_string).collect(),
    };
    write(&head, &memo.body)
}

/// Reads a finding, and the line on which its text begins; `stem` is its file name without the ending.
pub(crate) fn read_finding(log: &mut Log, path: &str, stem: &str, bytes: Vec<u8>) -> Option<(Finding, u32)> {
    let id = stem.to_owned();
    if !id::is_valid(stem) {
        log.lost(Place::file(path), Problem::IdInvalid { id });
        return None;
    }
    let (head, body, line): (FindingHead, _, _) = read(log, path, bytes)?;
    let finding = Finding {
        id,
        title: head.title,
        plain: head.plain,
        part: head.part,
        theme: head.theme,
        codes: head.codes,
        passages_for: parsed(log, path, "for", PASSAGE, &head.passages_for),
        passages_against: parsed(log, path, "against", PASSAGE, &head.passages_against),
        references: head.references,
        body,
    };
    Some((finding, line))
}

/// Writes a finding.
pub(crate) fn write_finding(finding: &Finding) -> Vec<u8> {
    let texts =
        |passages: &[draad_core::records::PassageRef]| passages.iter().map(ToString::to_string).collect();
    let head = FindingHead {
        title: finding.title.clone(),
        plain: finding.plain.clone(),
        part: finding.part.clone(),
        theme: finding.theme.clone(),
        codes: finding.codes.clone(),
        passages_for: texts(&finding.passages_for),
        passages_against: texts(&finding.passages_against),
        references: finding.references.clone(),
    };
    write(&head, &finding.body)
}

fn parsed<T: FromStr<Err = ()> + Display>(
    log: &mut Log,
    path: &str,
    field: &str,
    expected: &str,
    texts: &[String],
) -> Vec<T> {
    let mut found = Vec::with_capacity(texts.len());
    for text in texts {
        match text.parse() {
            Ok(value) => found.push(value),
            Err(()) => {
                let (value, expected) = (text.clone(), expected.to_owned());
                log.lost(Place::file(path).column(field), Problem::ValueInvalid { value, expected });
            }
        }
    }
    found
}

/// Reads the head, the body and the line on which the body begins. A file without a head is all body.
fn read<H: DeserializeOwned + Default>(
    log: &mut Log,
    path: &str,
    bytes: Vec<u8>,
) -> Option<(H, String, u32)> {
    let decoded = decode(bytes);
    if let Some(encoding) = decoded.foreign {
        let encoding = encoding.to_owned();
        log.warn(Place::file(path), Problem::NotUtf8 { encoding });
    }
    let text = decoded.without_bom().replace("\r\n", "\n");
    let (head, body) = split(&text);
    let head = match head {
        None => Ok(H::default()),
        Some(head) if head.trim().is_empty() => Ok(H::default()),
        Some(head) => serde_saphyr::from_str(head),
    };
    match head {
        Ok(head) => {
            let start = body.as_ptr() as usize - text.as_ptr() as usize;
            Some((head, body.to_owned(), position(&text, start).0))
        }
        Err(error) => {
            let line = error.location().map(|location| location.line() as u32 + 1);
            let reason = error.without_snippet().to_string().replace('\n', " ");
            let place = Place { line, ..Place::file(path) };
            log.lost(place, Problem::FrontMatterInvalid { reason });
            None
        }
    }
}

/// Splits a file into head and body. The empty line between them and the last line end belong to neither.
fn split(text: &str) -> (Option<&str>, &str) {
    let Some(rest) = text.strip_prefix("---\n") else {
        return (None, text.strip_suffix('\n').unwrap_or(text));
    };
    let (head, body) = match rest.strip_prefix("---\n") {
        Some(body) => ("", body),
        None => match rest.find("\n---\n") {
            Some(end) => (&rest[..=end], &rest[end + 5..]),
            None => (rest.strip_suffix("\n---").unwrap_or(rest), ""),
        },
    };
    let body = body.strip_prefix('\n').unwrap_or(body);
    (Some(head), body.strip_suffix('\n').unwrap_or(body))
}

fn write(head: &impl Serialize, body: &str) -> Vec<u8> {
    let head = serde_saphyr::to_string(head).expect("texts and lists of texts can be written as YAML");
    let head = head.trim_end_matches('\n');
    format!("---\n{head}\n---\n\n{body}\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_memo_written_by_hand_is_read() {
        let mut log = Log::default();
        let text = "---\r\ntitle: Wie belt wie?\r\nauthor: anna\r\ndate: 2021-09-03\r\nabout:\r\n  - case p03\r\n---\r\nTekst.\r\n";
        let (memo, line) = read_memo(&mut log, "memos/m1.md", "m1", text.into()).unwrap();
        assert_eq!(line, 8);
        assert_eq!((memo.title.as_str(), memo.body.as_str()), ("Wie belt wie?", "Tekst."));
        assert_eq!(memo.about.len(), 1);
        let (plain, line) = read_memo(&mut log, "memos/m2.md", "m2", "Zomaar een notitie.\n".into()).unwrap();
        assert_eq!((plain.body.as_str(), line), ("Zomaar een notitie.", 1));
        assert_eq!(log.diagnostics, []);
    }

    #[test]
    fn a_mistake_in_the_head_is_reported_with_its_line() {
        let mut log = Log::default();
        assert!(read_memo(&mut log, "memos/m.md", "m", "---\ntitle: x\ntags: [a]\n---\n".into()).is_none());
        assert_eq!(log.diagnostics[0].place.line, Some(3), "{:?}", log.diagnostics);
        let text = "---\nabout: [kees p03, case p04]\n---\n";
        let (memo, _) = read_memo(&mut log, "memos/n.md", "n", text.into()).unwrap();
        assert_eq!(memo.about.len(), 1);
        assert!(
            matches!(&log.diagnostics[1].problem, Problem::ValueInvalid { value, .. } if value == "kees p03")
        );
    }
}
