//! Memos: the researcher's own texts about the material.

use crate::{CaseId, CharSpan, CodeId, CoderId, CodingId, MemoId, SourceId};
use jiff::civil::Date;

/// A text of the researcher about some part of the study.
#[derive(Clone, Debug, PartialEq)]
pub struct Memo {
    /// The memo's id: its file is `memos/<id>.md`.
    pub id: MemoId,
    /// Heading.
    pub title: String,
    /// Who wrote it.
    pub author: Option<CoderId>,
    /// When.
    pub date: Option<Date>,
    /// What it is about; empty means the study.
    pub about: Vec<About>,
    /// The text, in Markdown.
    pub body: String,
}

/// What a memo is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A case: `case p03`.
    Case(CaseId),
    /// A source: `source p03-dagboek`.
    Source(SourceId),
    /// A stretch of a source in code points: `span p03-dagboek 120-240`.
    Span(SourceId, CharSpan),
    /// A code: `code vertrouwen`.
    Code(CodeId),
    /// One coding: `coding anna p03-dagboek 1f3a…`.
    Coding(CoderId, SourceId, CodingId),
    /// A finding: `finding keerpunten`.
    Finding(String),
}

impl std::fmt::Display for About {
    /// Writes the reference as it stands in a memo's front matter.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            About::Case(case) => write!(f, "case {case}"),
            About::Source(source) => write!(f, "source {source}"),
            About::Span(source, chars) => write!(f, "span {source} {}-{}", chars.start.0, chars.end.0),
            About::Code(code) => write!(f, "code {code}"),
            About::Coding(coder, source, id) => write!(f, "coding {coder} {source} {id}"),
            About::Finding(finding) => write!(f, "finding {finding}"),
        }
    }
}

impl std::str::FromStr for About {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (what, rest) = text.trim().split_once(' ').ok_or(())?;
        let rest = rest.trim();
        match what {
            "case" => CaseId::new(rest).map(About::Case).ok_or(()),
            "source" => SourceId::new(rest).map(About::Source).ok_or(()),
            "code" => CodeId::new(rest).map(About::Code).ok_or(()),
            "finding" if !rest.is_empty() => Ok(About::Finding(rest.to_owned())),
            "span" => {
                let (source, range) = rest.rsplit_once(' ').ok_or(())?;
                let (start, end) = range.split_once('-').ok_or(())?;
                let position = |digits: &str| digits.parse().map(crate::CharOffset).map_err(|_| ());
                let chars = CharSpan { start: position(start)?, end: position(end)? };
                Ok(About::Span(SourceId::new(source.trim()).ok_or(())?, chars))
            }
            "coding" => {
                let (coder, rest) = rest.split_once(' ').ok_or(())?;
                let (source, id) = rest.rsplit_once(' ').ok_or(())?;
                let parts = (CoderId::new(coder), SourceId::new(source.trim()), CodingId::new(id));
                let (Some(coder), Some(source), Some(id)) = parts else {
                    return Err(());
                };
                Ok(About::Coding(coder, source, id))
            }
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_as_they_are_written() {
        for text in [
            "case p03",
            "source p03-dagboek",
            "span p03 dagboek 12-40",
            "code vertrouwen",
            "coding anna p03-dagboek 1f3a",
            "finding keerpunten",
        ] {
            let about: About = text.parse().unwrap_or_else(|()| panic!("{text}"));
            assert_eq!(about.to_string(), text);
        }
        for text in ["", "case", "kees p03", "span p03 12", "coding anna p03"] {
            assert!(text.parse::<About>().is_err(), "{text}");
        }
    }
}
