//! The words of a cue: out of their tags and entities, apart by voice.

use super::Voice;
use crate::clean::{clean, one_line};
use crate::imported::{ImportReport, Loss};
use draad_core::RecordingTime;

/// The longest tag that is taken for one, in characters.
const MAX_TAG: usize = 300;
/// The longest entity, in characters.
const MAX_ENTITY: usize = 12;
/// Tags that only say how words look. Others stay: `<naam>` in a transcript is a redaction.
const STYLE_TAGS: [&str; 12] =
    ["b", "br", "c", "font", "i", "lang", "rt", "ruby", "s", "span", "strong", "u"];

/// Returns who says what in the text of a cue.
pub(super) fn voices(text: &str, report: &mut ImportReport) -> Vec<Voice> {
    let mut markup = Markup { voices: Vec::new(), speaker: None, words: String::new(), report };
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&', '{']) {
        markup.words.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = &rest[markup.sign(rest)..];
    }
    markup.words.push_str(rest);
    markup.end_voice();
    markup.voices
}

/// Returns a voice of these words, or nothing when there are none.
pub(super) fn voice(speaker: Option<String>, words: &str, report: &mut ImportReport) -> Option<Voice> {
    let words = clean(words, report);
    let lines: Vec<String> =
        words.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let is_other = speaker.is_none() && lines.first().is_some_and(|line| starts_with_dash(line));
    (!lines.is_empty()).then_some(Voice { speaker, lines, is_other })
}

/// Returns a name as a label: clean, on one line, without the colon that the stored text adds; nothing when it is empty.
pub(super) fn name(written: &str, report: &mut ImportReport) -> Option<String> {
    let name = one_line(&clean(written, report));
    let name = name.trim_end_matches([':', ' ']);
    (!name.is_empty()).then(|| name.to_owned())
}

/// Returns whether a line starts with the dash by which subtitles show that somebody else speaks.
pub(super) fn starts_with_dash(line: &str) -> bool {
    let after = line.strip_prefix(['-', '–', '—']).map(str::trim_start);
    after.is_some_and(|after| after.starts_with(char::is_alphanumeric))
}

struct Markup<'r> {
    voices: Vec<Voice>,
    speaker: Option<String>,
    words: String,
    report: &'r mut ImportReport,
}

impl Markup<'_> {
    /// Reads the sign at the start of `rest` and what belongs to it, and returns how many bytes that was.
    fn sign(&mut self, rest: &str) -> usize {
        let n_bytes = match rest.as_bytes()[0] {
            b'<' => {
                enclosed(rest, '>', MAX_TAG).filter(|inside| self.tag(inside)).map(|inside| inside.len() + 2)
            }
            b'{' => enclosed(rest, '}', MAX_TAG).filter(|inside| inside.starts_with('\\')).map(|inside| {
                self.lose(inside);
                inside.len() + 2
            }),
            _ => enclosed(rest, ';', MAX_ENTITY).and_then(|inside| {
                self.words.push(entity(inside)?);
                Some(inside.len() + 2)
            }),
        };
        n_bytes.unwrap_or_else(|| {
            self.words.push_str(&rest[..1]);
            1
        })
    }

    /// Reads a tag, and returns whether it is one.
    fn tag(&mut self, inside: &str) -> bool {
        let end = inside.find(|c: char| c.is_whitespace() || c == '.').unwrap_or(inside.len());
        let (word, rest) = inside.split_at(end);
        let bare = word.trim_start_matches('/').trim_end_matches('/').to_lowercase();
        match word {
            "v" => {
                self.end_voice();
                let annotation =
                    rest.split_once(char::is_whitespace).map_or("", |(_, annotation)| annotation);
                self.speaker = name(&decoded(annotation), self.report);
            }
            "/v" => {
                self.end_voice();
                self.speaker = None;
            }
            _ if STYLE_TAGS.contains(&bare.as_str()) || inside.parse::<RecordingTime>().is_ok() => {
                self.words.push_str(if bare == "br" { "\n" } else { "" });
                self.lose(inside);
            }
            _ => return false,
        }
        true
    }

    fn lose(&mut self, tag: &str) {
        self.report.lose(Loss::CueTags, 1, Some(tag.to_owned()));
    }

    fn end_voice(&mut self) {
        let words = std::mem::take(&mut self.words);
        self.voices.extend(voice(self.speaker.clone(), &words, self.report));
    }
}

/// Returns what stands between the first character of `rest` and `close`, unless that is far away or another `<` opens.
fn enclosed(rest: &str, close: char, most: usize) -> Option<&str> {
    let (end, c) = rest.char_indices().skip(1).take(most).find(|&(_, c)| c == close || c == '<')?;
    (c == close).then(|| &rest[1..end])
}

/// Returns `text` with its entities read.
fn decoded(text: &str) -> String {
    let mut words = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        words.push_str(&rest[..at]);
        let found = enclosed(&rest[at..], ';', MAX_ENTITY)
            .and_then(|inside| Some((entity(inside)?, inside.len() + 2)));
        let (c, n_bytes) = found.unwrap_or(('&', 1));
        words.push(c);
        rest = &rest[at + n_bytes..];
    }
    words.push_str(rest);
    words
}

/// Returns the character that an entity means: those that subtitles use, and all numbers.
fn entity(inside: &str) -> Option<char> {
    Some(match inside {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "lrm" => '\u{200e}',
        "rlm" => '\u{200f}',
        _ => {
            let number = inside.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(payload: &[&str]) -> Vec<(Option<String>, String)> {
        let voices = voices(&payload.join("\n"), &mut ImportReport::default());
        voices.into_iter().map(|voice| (voice.speaker, voice.lines.join("|"))).collect()
    }

    fn said(speaker: &str, words: &str) -> (Option<String>, String) {
        (Some(speaker.to_owned()), words.to_owned())
    }

    #[test]
    fn tags_and_entities_leave_the_words() {
        for (payload, words) in [
            ("Like a <00:19.000>big-a <00:19.500>pizza", "Like a big-a pizza"),
            ("<c.magenta.bg_black><i.blue>Iets</i> en 2 &lt; 3 !</c>", "Iets en 2 < 3 !"),
            ("<font color=\"#ff00ff\">Muziek</font>", "Muziek"),
            ("{\\an8}<I>Boven</I>&nbsp;in", "Boven\u{a0}in"),
            ("eerst<br/>dan &#233;&#xE9;n &onzin; &", "eerst|dan één &onzin; &"),
            ("<ruby>漢<rt>kan</rt></ruby> <lang nl>ja</lang>", "漢kan ja"),
            ("[naam] en <naam> {samen} 2 < 3 > 1 <", "[naam] en <naam> {samen} 2 < 3 > 1 <"),
        ] {
            assert_eq!(read(&[payload]), [(None, words.to_owned())], "{payload}");
        }
    }

    #[test]
    fn voices_have_names() {
        assert_eq!(read(&["<v Fred>Hi, my name is Fred"]), [said("Fred", "Hi, my name is Fred")]);
        assert_eq!(read(&["<v.first.loud Esme &amp;  Co>Hé</v>"]), [said("Esme & Co", "Hé")]);
        let payload = ["<v Anna>Dag", "Jan</v> <v Jan>Dag</v>", "(lacht)"];
        let expected = [said("Anna", "Dag|Jan"), said("Jan", "Dag"), (None, "(lacht)".to_owned())];
        assert_eq!(read(&payload), expected);
        assert_eq!(read(&["<v>Wie ben ik?"]), [(None, "Wie ben ik?".to_owned())]);
    }

    #[test]
    fn nothing_said_is_no_voice() {
        assert_eq!(read(&["<v Anna></v>", " ", "<i></i>&lrm;"]), []);
    }
}
