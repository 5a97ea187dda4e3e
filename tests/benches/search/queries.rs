//! Twelve questions, as they are asked of each of the three.

/// A question.
pub(crate) struct Question {
    /// In this program's language.
    pub(crate) text: &'static str,
    /// As a regular expression over the text of a file, where one can ask it.
    pub(crate) pattern: Option<&'static str>,
    /// Of the tables in `sqlite.rs`, where they can answer it.
    pub(crate) table: Option<TableQuestion>,
}

/// A question to SQLite: words in the language of FTS5, and conditions on a unit.
pub(crate) struct TableQuestion {
    pub(crate) words: Option<&'static str>,
    pub(crate) conditions: &'static str,
}

const fn words(words: &'static str) -> Option<TableQuestion> {
    Some(TableQuestion { words: Some(words), conditions: "true" })
}

const SETTING: &str =
    "units.role = 'parent' AND units.phase = 'stabilisation' AND units.constructiveness = 'stalled'";

/// The questions; a code stands for all below it as well.
pub(crate) const QUESTIONS: [Question; 12] = [
    Question { text: "vertrouwen", pattern: Some(r"(?i)\bvertrouwen\b"), table: words("vertrouwen") },
    Question {
        text: "\"samen vertrouwen\"",
        pattern: Some(r"(?i)\bsamen\s+vertrouwen\b"),
        table: words("\"samen vertrouwen\""),
    },
    Question { text: "vertrouw*", pattern: Some(r"(?i)\bvertrouw\w*"), table: words("vertrouw*") },
    Question { text: "/vertrouw(en|d)/", pattern: Some(r"(?i)\bvertrouw(en|d)\b"), table: None },
    Question { text: "vertrowen~1", pattern: None, table: None },
    Question {
        text: "vertrouwen NEAR/8 moeder",
        pattern: Some(r"(?i)\bvertrouwen(\W+\w+){0,8}?\W+moeder\b|\bmoeder(\W+\w+){0,8}?\W+vertrouwen\b"),
        table: words("NEAR(vertrouwen moeder, 8)"),
    },
    Question {
        text: "moeder AND vader NOT school",
        pattern: None,
        table: words("(moeder AND vader) NOT school"),
    },
    Question {
        text: "vertrouwen role:parent phase:stabilisation constructiveness:stalled",
        pattern: None,
        table: Some(TableQuestion { words: Some("vertrouwen"), conditions: SETTING }),
    },
    Question {
        text: "code:f0025",
        pattern: None,
        table: Some(TableQuestion {
            words: None,
            conditions: "units.id IN (SELECT unit FROM codings JOIN below USING (code) WHERE below.above = 'f0025')",
        }),
    },
    Question {
        text: "code:f0003 valence:hindering",
        pattern: None,
        table: Some(TableQuestion {
            words: None,
            conditions: "units.id IN (SELECT unit FROM codings JOIN below USING (code) \
                 WHERE below.above = 'f0003' AND codings.valence = 'hindering')",
        }),
    },
    Question {
        text: "code:f0001 OVERLAPS code:f0002",
        pattern: None,
        table: Some(TableQuestion {
            words: None,
            conditions: "units.id IN (SELECT one.unit FROM codings AS one \
                 JOIN codings AS other ON other.unit = one.unit AND one.start < other.end AND other.start < one.end \
                 JOIN below AS below_one ON below_one.code = one.code AND below_one.above = 'f0001' \
                 JOIN below AS below_other ON below_other.code = other.code AND below_other.above = 'f0002')",
        }),
    },
    Question {
        text: "vertrouw* NEAR/8 moeder code:f0004 valence:hindering role:parent phase:stabilisation \
             constructiveness:stalled",
        pattern: None,
        table: Some(TableQuestion {
            words: Some("NEAR(vertrouw* moeder, 8)"),
            conditions: "units.role = 'parent' AND units.phase = 'stabilisation' \
                 AND units.constructiveness = 'stalled' \
                 AND units.id IN (SELECT unit FROM codings JOIN below USING (code) \
                 WHERE below.above = 'f0004' AND codings.valence = 'hindering')",
        }),
    },
];
