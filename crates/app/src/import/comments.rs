//! Comments in the margin: in small projects they are the coding, elsewhere they are notes. They become the one or the
//! other on just the words they were written beside.

use super::Import;
use draad_core::filter::nearest;
use draad_core::{
    About, CodeId, CodeKind, CoderId, Coding, Diagnostic, Language, Memo, MemoId, Place, Problem, Source,
    SourceId, Span, Study, Target, Valence,
};
use draad_ingest::Comment;
use std::collections::BTreeMap;

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
    /// Memos whose author is no coder of the study; the name is not written down.
    pub n_anonymous: usize,
}

/// A code that a comment names, with the valence it states.
type CodeNamed = (CodeId, Option<Valence>);

/// What a comment says, when it is read for codes.
enum Meaning {
    Coding(CodingComment),
    /// It names codes, but something stands in the way.
    Hindered(Problem),
    Remark,
}

/// A comment that is a coding: who codes which words with what.
struct CodingComment {
    coder: CoderId,
    span: Span,
    codes: Vec<CodeNamed>,
    /// What it says beside the codes.
    remark: String,
}

/// How many characters of a comment make its heading.
const HEADING: usize = 60;

impl Import<'_> {
    /// Makes memos and codings of the comments of a source.
    pub(super) fn comments(
        &mut self,
        id: &SourceId,
        comments: &[Comment],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Made {
        let mut made = Made::default();
        let place = Place::file(&self.loaded.study.sources[id].origin.file);
        let mut n_without_coder = 0;
        let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for comment in comments.iter().filter(|comment| !comment.text.trim().is_empty()) {
            if self.request.comments == CommentUse::LeaveOut {
                made.n_left_out += 1;
                continue;
            }
            let n_same = seen.entry((&comment.author, &comment.text)).or_default();
            let meaning = match self.request.comments {
                CommentUse::Codings => self.meaning(comment),
                _ => Meaning::Remark,
            };
            match meaning {
                Meaning::Coding(coding) => {
                    coding.codes.iter().for_each(|code| self.code(id, &coding, code, &mut made));
                    continue;
                }
                Meaning::Hindered(Problem::CommentWithoutCoder { .. }) => n_without_coder += 1,
                Meaning::Hindered(problem) => {
                    diagnostics.push(Diagnostic::warning(place.clone(), problem));
                }
                Meaning::Remark => {}
            }
            self.memo(id, comment, *n_same, &mut made);
            *n_same += 1;
        }
        if n_without_coder > 0 {
            let problem = Problem::CommentWithoutCoder { n_comments: n_without_coder };
            diagnostics.push(Diagnostic::warning(place, problem));
        }
        made
    }

    /// Returns what a comment says: codings when it names codes, with or without a remark after a colon.
    fn meaning(&self, comment: &Comment) -> Meaning {
        let study = &self.loaded.study;
        let (codes, remark) = match codes_named(study, &comment.text) {
            Ok(codes) => (codes, String::new()),
            Err(unknown) => {
                match comment.text.split_once(':').map(|(names, rest)| (codes_named(study, names), rest)) {
                    Some((Ok(codes), rest)) => (codes, rest.trim().to_owned()),
                    _ => return unknown.map_or(Meaning::Remark, |code| self.unknown_code(comment, code)),
                }
            }
        };
        let Some(span) = comment.span.filter(|_| !codes.is_empty()) else { return Meaning::Remark };
        let coder =
            author(study, comment).or_else(|| self.request.coder.clone()).or_else(|| only_coder(study));
        match coder {
            Some(coder) => Meaning::Coding(CodingComment { coder, span, codes, remark }),
            None => Meaning::Hindered(Problem::CommentWithoutCoder { n_comments: 1 }),
        }
    }

    fn unknown_code(&self, comment: &Comment, code: String) -> Meaning {
        let nearest = nearest(&code, self.loaded.study.codebook.codes.keys().map(CodeId::as_str));
        Meaning::Hindered(Problem::CommentCodeUnknown { comment: comment.text.clone(), code, nearest })
    }

    fn code(
        &mut self,
        id: &SourceId,
        CodingComment { coder, span, remark, .. }: &CodingComment,
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
            id: Coding::derived_id(source, code, target),
            coder: coder.clone(),
            source: id.clone(),
            code: code.clone(),
            target,
            valence: *valence,
            weight: None,
            quote: source.text.get(*span).unwrap_or_default().to_owned(),
            memo: remark.clone(),
            created: Some(self.request.now),
            modified: None,
        };
        study.codings.push(coding);
        self.layers.insert((coder.clone(), id.clone()));
        made.n_codings += 1;
    }

    /// Makes a memo of a comment; `n_same` comments of this author with these words came before it.
    fn memo(&mut self, id: &SourceId, comment: &Comment, n_same: usize, made: &mut Made) {
        let study = &mut self.loaded.study;
        let source = &study.sources[id];
        let about = about(source, comment);
        // The words it is about may be corrected; the comment is still the same.
        let name = format!("{}\n{}\n{n_same}", comment.author, comment.text);
        let name = blake3::hash(name.as_bytes()).to_hex();
        let start: String = id.as_str().chars().take(draad_core::id::MAX_CHARS - 9).collect();
        let memo_id =
            MemoId::new(&format!("{start}-{}", &name[..8])).expect("a source's name and digits are valid");
        if !self.memo_ids.insert(memo_id.clone()) {
            made.n_known += 1;
            return;
        }
        let author = author(study, comment);
        made.n_anonymous += usize::from(author.is_none() && !comment.author.trim().is_empty());
        study.memos.push(Memo {
            title: heading(&comment.text),
            author,
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

/// Returns the codes that a list names: all of them, or else one that is none, when others are (a typing error); nothing
/// when it is no list of codes at all.
fn codes_named(study: &Study, text: &str) -> Result<Vec<CodeNamed>, Option<String>> {
    let parts = text.split(['\n', ';', ',']).map(str::trim).filter(|part| !part.is_empty());
    let (mut codes, mut unknown) = (Vec::new(), None);
    for part in parts {
        match code_named(study, part) {
            Some(code) => codes.push(code),
            None => unknown = unknown.or(Some(part.to_owned())),
        }
    }
    match unknown {
        None => Ok(codes),
        Some(part) => Err(Some(part).filter(|_| !codes.is_empty())),
    }
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
