//! What holds inside a group of RTF, and what its end means.

/// What holds inside a group until it ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    pub(super) target: Target,
    pub(super) is_bold: bool,
    pub(super) is_hidden: bool,
    pub(super) is_deleted: bool,
    pub(super) is_inserted: bool,
    /// The paragraph stands in a table.
    pub(super) in_table: bool,
    /// How many characters after `\u` stand in for it.
    pub(super) n_stand_ins: usize,
    pub(super) font: Option<i32>,
    pub(super) style: Option<i32>,
}

/// Where the words of a group go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Into the text.
    Text,
    /// Nowhere.
    Nowhere,
    /// Into the list of fonts.
    Fonts,
    /// Into the list of styles.
    Styles,
    /// Into a fact about a comment.
    Fact,
}

/// What the end of a group ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    /// The note with this number, counted from 0.
    Note(usize),
    /// A text box.
    TextBox,
    /// The header or footer of a page.
    Margin,
    /// The words of a comment.
    Comment,
    /// A fact about a comment.
    Fact(Fact),
}

/// A fact about a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    /// Its stretch of text starts here.
    Start,
    /// Its stretch of text ends here.
    End,
    /// Which stretch is its own.
    Reference,
    /// Who wrote it.
    Author,
    /// Their initials.
    Initials,
    /// When.
    Date,
    /// How many comments before it the one stands that it answers, negative.
    Parent,
}

impl Default for State {
    fn default() -> Self {
        Self {
            target: Target::Text,
            is_bold: false,
            is_hidden: false,
            is_deleted: false,
            is_inserted: false,
            in_table: false,
            n_stand_ins: 1,
            font: None,
            style: None,
        }
    }
}

impl State {
    /// Forgets what is special about characters.
    pub(super) fn make_plain(&mut self) {
        let kept = *self;
        *self = Self::default();
        (self.target, self.n_stand_ins) = (kept.target, kept.n_stand_ins);
        (self.in_table, self.style) = (kept.in_table, kept.style);
    }
}

/// Returns what a group that starts with this word is about, when that is no ordinary text.
pub(super) fn fact_of(word: &str) -> Option<Fact> {
    Some(match word {
        "atrfstart" => Fact::Start,
        "atrfend" => Fact::End,
        "atnref" => Fact::Reference,
        "atnauthor" => Fact::Author,
        "atnid" => Fact::Initials,
        "atndate" => Fact::Date,
        "atnparent" => Fact::Parent,
        _ => return None,
    })
}

/// Returns whether a group that starts with this word holds nothing that anybody reads in the text.
pub(super) fn is_beside_text(word: &str) -> bool {
    const WORDS: [&str; 24] = [
        "aftncn",
        "aftnsep",
        "aftnsepc",
        "colortbl",
        "fldinst",
        "filetbl",
        "ftncn",
        "ftnsep",
        "ftnsepc",
        "info",
        "listoverridetable",
        "listtable",
        "listtext",
        "nonesttables",
        "nonshppict",
        "pntext",
        "revtbl",
        "rxe",
        "shprslt",
        "sp",
        "tc",
        "template",
        "txe",
        "xe",
    ];
    WORDS.contains(&word)
}

/// Returns the character that a control word stands for.
pub(super) fn character(word: &str) -> Option<&'static str> {
    Some(match word {
        "tab" => "\t",
        "line" | "page" | "column" => "\n",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        "emspace" => "\u{2003}",
        "enspace" => "\u{2002}",
        "qmspace" => "\u{2005}",
        "zwj" => "\u{200d}",
        "zwnj" => "\u{200c}",
        "nestcell" => "\t",
        _ => return None,
    })
}
