//! Comments in the margin: in small projects they are the coding, elsewhere they are notes. They become the one or the
//! other on just the words they were written beside.

use super::Import;
use crate::coding::coding_id;
use draad_core::{
    About, CodeId, CodeKind, CoderId, Coding, Language, Memo, MemoId, Source, SourceId, Span, Study, Target,
    Valence,
};
use draad_ingest::Comment;

/// What becomes of comments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CommentUse {
    /// Each becomes a memo.
    #[default]
    Memos,
    /// One that names codes becomes codings, any other a memo.
    Codings,
    /// They are left out, and counted.
    LeaveOut,
}

/// What was made of comments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Memos.
    pub n_memos: usize,
    /// Codings.
    pub n_codings: usize,
    /// Comments that were made something of before.
    pub n_known: usize,
    /// Comments that were left out, as asked.
    pub n_left_out: usize,
}

/// A code that a comment names, with the valence it states.
type CodeNamed = (CodeId, Option<Valence>);

/// A comment that is a coding: who codes which words with what.
struct CodingComment {
    coder: CoderId,
    span: Span,
    codes: Vec<CodeNamed>,
}

/// How many characters of a comment make its heading.
const HEADING: usize = 60;

impl Import<'_> {
    /// Makes memos and codings of the comments of a source.
    pub(super) fn comments(&mut self, id: &SourceId, comments: &[Comment]) -> Made {
        let mut made = Made::default();
        for comment in comments.iter().filter(|comment| !comment.text.trim().is_empty()) {
            if self.request.comments == CommentUse::LeaveOut {
                made.n_left_out += 1;
                continue;
            }
            let codes = match self.request.comments {
                CommentUse::Codings => self.codes_of(comment),
                _ => None,
            };
            match codes {
                Some(coding) => coding.codes.iter().for_each(|code| self.code(id, &coding, code, &mut made)),
                None => self.memo(id, comment, &mut made),
            }
        }
        if made.n_codings > 0 {
            self.loaded.study.sort_codings();
        }
        made
    }

    /// Returns who codes what, when a comment names nothing but codes that may be applied.
    fn codes_of(&self, comment: &Comment) -> Option<CodingComment> {
        let study = &self.loaded.study;
        let parts = comment.text.split(['\n', ';', ',']).map(str::trim).filter(|part| !part.is_empty());
        let codes = parts.map(|part| code_named(study, part)).collect::<Option<Vec<_>>>()?;
        let coder =
            author(study, comment).or_else(|| self.request.coder.clone()).or_else(|| only_coder(study))?;
        (!codes.is_empty()).then_some(CodingComment { coder, span: comment.span?, codes })
    }

    fn code(
        &mut self,
        id: &SourceId,
        CodingComment { coder, span, .. }: &CodingComment,
        (code, valence): &CodeNamed,
        made: &mut Made,
    ) {
        let study = &mut self.loaded.study;
        let target = Target::Span(*span);
        let is_known = study.codings.iter().any(|known| {
            known.source == *id && known.coder == *coder && known.code == *code && known.target == target
        });
        if is_known {
            made.n_known += 1;
            return;
        }
        let source = &study.sources[id];
        let coding = Coding {
            id: coding_id(source, code, target),
            coder: coder.clone(),
            source: id.clone(),
            code: code.clone(),
            target,
            valence: *valence,
            weight: None,
            quote: source.text.get(*span).unwrap_or_default().to_owned(),
            memo: String::new(),
            created: Some(self.request.now),
            modified: None,
        };
        study.codings.push(coding);
        self.layers.insert((coder.clone(), id.clone()));
        made.n_codings += 1;
    }

    fn memo(&mut self, id: &SourceId, comment: &Comment, made: &mut Made) {
        let study = &mut self.loaded.study;
        let source = &study.sources[id];
        let about = about(source, comment);
        let quote = comment.span.and_then(|span| source.text.get(span)).unwrap_or_default();
        let name = blake3::hash(format!("{}\n{quote}\n{}", comment.author, comment.text).as_bytes()).to_hex();
        let Some(memo_id) = MemoId::new(&format!("{id}-{}", &name[..8])) else { return };
        if study.memos.iter().any(|memo| memo.id == memo_id) {
            made.n_known += 1;
            return;
        }
        study.memos.push(Memo {
            title: heading(&comment.text),
            author: author(study, comment),
            date: comment.date,
            about: vec![about],
            body: format!("{}\n", comment.text.trim()),
            id: memo_id.clone(),
        });
        self.memos.insert(memo_id.to_string());
        made.n_memos += 1;
    }
}

fn about(source: &Source, comment: &Comment) -> About {
    match comment.span {
        Some(span) => About::Span(source.id.clone(), source.text.char_span(span)),
        None => About::Source(source.id.clone()),
    }
}

/// Returns the start of a comment, cut at a word.
fn heading(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    if line.chars().count() <= HEADING {
        return line.to_owned();
    }
    let start: String = line.chars().take(HEADING).collect();
    let end = start.rfind(' ').unwrap_or(start.len());
    format!("{} …", start[..end].trim_end())
}

/// Returns the coder who wrote a comment: the one whose name or id is the author's, or the author's initials. The name of
/// somebody who is no coder of the study is not written down.
fn author(study: &Study, comment: &Comment) -> Option<CoderId> {
    let is_called = |text: &str, coder: &draad_core::settings::Named<CoderId>| {
        let text = text.trim().to_lowercase();
        let labels = [Language::Nl, Language::En].map(|language| coder.label.get(language).to_lowercase());
        !text.is_empty() && (coder.id.as_str().to_lowercase() == text || labels.contains(&text))
    };
    let first_name = comment.author.split_whitespace().next().unwrap_or_default();
    let names = [comment.author.as_str(), comment.initials.as_str(), first_name];
    let coders = &study.settings.coders;
    names
        .iter()
        .find_map(|name| coders.iter().find(|coder| is_called(name, coder)))
        .map(|coder| coder.id.clone())
}

fn only_coder(study: &Study) -> Option<CoderId> {
    match &study.coders()[..] {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// Returns the code that a text names by its id or name, with the valence that a sign or word before or after it states:
/// `vertrouwen +`, `- regie`, `begeleiding (belemmerend)`.
fn code_named(study: &Study, text: &str) -> Option<CodeNamed> {
    let find = |name: &str| {
        let name = name.trim().to_lowercase();
        let mut known = study.codebook.codes.values().filter(|code| {
            let labels = [Language::Nl, Language::En].map(|language| code.name.get(language).to_lowercase());
            code.id.as_str().to_lowercase() == name || labels.contains(&name)
        });
        let code = known.next().filter(|code| code.kind != CodeKind::Heading)?;
        known.next().is_none().then(|| (code.id.clone(), code.kind))
    };
    if let Some((code, _)) = find(text) {
        return Some((code, None));
    }
    let (name, valence) = SIGNS.iter().find_map(|(sign, valence)| {
        let bare = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)).or_else(|| {
            text.strip_suffix(')')
                .and_then(|open| open.strip_suffix(sign))
                .and_then(|open| open.strip_suffix('('))
        })?;
        let name = bare.trim_matches(|c: char| c.is_whitespace() || c == ':');
        Some((name, *valence))
    })?;
    let (code, kind) = find(name)?;
    (kind == CodeKind::Factor).then_some((code, Some(valence)))
}

/// How people write a valence beside a code; the longer ones first.
const SIGNS: [(&str, Valence); 12] = [
    ("bevorderend", Valence::Promoting),
    ("belemmerend", Valence::Hindering),
    ("ambivalent", Valence::Ambivalent),
    ("promoting", Valence::Promoting),
    ("hindering", Valence::Hindering),
    ("+/-", Valence::Ambivalent),
    ("+-", Valence::Ambivalent),
    ("±", Valence::Ambivalent),
    ("+", Valence::Promoting),
    ("−", Valence::Hindering),
    ("–", Valence::Hindering),
    ("-", Valence::Hindering),
];

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::{Code, Settings};

    #[test]
    fn a_comment_names_codes_by_id_or_name_with_a_sign() {
        let mut study = Study::new(Settings::new("s", "S", Language::Nl));
        for (id, name, kind) in [
            ("vertrouwen", "Vertrouwen", CodeKind::Factor),
            ("bellen-appen", "Bellen en appen", CodeKind::Factor),
            ("thema", "Thema", CodeKind::Theme),
            ("kop", "Kop", CodeKind::Heading),
        ] {
            let id = CodeId::new(id).unwrap();
            let mut code = Code::new(id.clone());
            code.name.nl = name.to_owned();
            code.kind = kind;
            study.codebook.codes.insert(id, code);
        }
        for (text, expected) in [
            ("vertrouwen", Some(("vertrouwen", None))),
            ("Bellen en appen", Some(("bellen-appen", None))),
            ("bellen-appen -", Some(("bellen-appen", Some(Valence::Hindering)))),
            ("+ Vertrouwen", Some(("vertrouwen", Some(Valence::Promoting)))),
            ("vertrouwen (belemmerend)", Some(("vertrouwen", Some(Valence::Hindering)))),
            ("vertrouwen: ambivalent", Some(("vertrouwen", Some(Valence::Ambivalent)))),
            ("thema", Some(("thema", None))),
            ("thema +", None),
            ("kop", None),
            ("mooi gezegd", None),
        ] {
            let found = code_named(&study, text);
            let found = found.as_ref().map(|(code, valence)| (code.as_str(), *valence));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_heading_ends_at_a_word() {
        assert_eq!(heading("Kort.\nMeer."), "Kort.");
        let long = "Hier wringt het voor de eerste keer tussen wat zij zegt en wat hij zegt";
        assert_eq!(heading(long), "Hier wringt het voor de eerste keer tussen wat zij zegt en …");
    }
}
