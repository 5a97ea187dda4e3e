//! Scripts in R, line by line.

use draad_words::Words;

/// A script under construction.
pub(super) struct Script<'w> {
    words: &'w Words,
    text: String,
}

impl<'w> Script<'w> {
    /// Starts with what the script does.
    pub(super) fn new(words: &'w Words, what: &str) -> Self {
        let mut script = Self { words, text: String::new() };
        script.comment(what);
        script
    }

    /// Starts a script for the package QCA with what it does.
    pub(super) fn for_qca(words: &'w Words, what: &str) -> Self {
        let mut script = Self::new(words, what);
        script.line("library(QCA)").gap();
        script
    }

    /// Adds the lines of a template, in which `#: key` stands for a sentence of the catalogue as a comment, and `said("key")`
    /// for one as a string.
    pub(super) fn template(&mut self, template: &str) -> &mut Self {
        for line in template.lines() {
            let indent = line.len() - line.trim_start().len();
            match line.trim_start().strip_prefix("#: ") {
                Some(key) => self.line(&format!("{}# {}", &line[..indent], self.words.say(key))),
                None => self.line(&with_sentences(line, self.words)),
            };
        }
        self
    }

    /// Adds a sentence of the catalogue.
    pub(super) fn comment(&mut self, key: &str) -> &mut Self {
        let sentence = self.words.say(key);
        self.remark(&sentence)
    }

    /// Adds a sentence.
    pub(super) fn remark(&mut self, sentence: &str) -> &mut Self {
        self.line(&format!("# {sentence}"))
    }

    /// Adds a line.
    pub(super) fn line(&mut self, line: &str) -> &mut Self {
        self.text.push_str(line);
        self.gap()
    }

    /// Adds an empty line, or ends one.
    pub(super) fn gap(&mut self) -> &mut Self {
        self.text.push('\n');
        self
    }

    /// Reads a sheet with a row per case, in which what is not known is `NA`.
    pub(super) fn read(&mut self, name: &str, file: &str) -> &mut Self {
        self.line(&format!("{name} <- read.csv({}, row.names = \"CASE\", na.strings = \"NA\")", quoted(file)))
    }

    /// Names outcome and conditions.
    pub(super) fn choose(&mut self, outcome: &str, conditions: &[&str]) -> &mut Self {
        let conditions: Vec<String> = conditions.iter().map(|name| quoted(name)).collect();
        self.line(&format!("outcome <- {}", quoted(outcome)));
        self.line(&format!("conditions <- c({})", conditions.join(", "))).gap()
    }

    /// Leaves out the cases of which something is not known, and names them.
    pub(super) fn complete_cases(&mut self) -> &mut Self {
        self.line("used <- data[, c(conditions, outcome)]")
            .line("left_out <- rownames(used)[!complete.cases(used)]")
            .line("if (length(left_out) > 0) print(left_out)")
            .line("used <- used[complete.cases(used), ]")
            .gap()
    }

    /// Returns the script.
    pub(super) fn done(&self) -> String {
        self.text.clone()
    }
}

/// Returns a text as a string of R. What is not ASCII is written as an escape, because a script is read in the encoding of the
/// machine, and that of an older R on Windows is not UTF-8.
pub(super) fn quoted(text: &str) -> String {
    let mut string = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => string.extend(['\\', c]),
            '\n' => string.push_str("\\n"),
            ' '..='~' => string.push(c),
            '\0' => {} // no string of R can hold it
            c if c <= '\u{ffff}' => string.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => string.push_str(&format!("\\U{:08x}", u32::from(c))),
        }
    }
    string + "\""
}

/// Puts sentences in the place of each `said("key")` in a line.
fn with_sentences(line: &str, words: &Words) -> String {
    let mut parts = line.split("said(\"");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (key, rest) = part.split_once("\")").unwrap_or((part, ""));
        text += &quoted(&words.say(key));
        text += rest;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::Language;

    #[test]
    fn strings_are_of_ascii() {
        assert_eq!(quoted("a \"b\" \\ 'c' `d`"), r#""a \"b\" \\ 'c' `d`""#);
        assert_eq!(quoted("één\n\tÿ"), r#""\u00e9\u00e9n\n\u0009\u00ff""#);
        assert_eq!(quoted("🧵\0"), r#""\U0001f9f5""#);
    }

    #[test]
    fn sentences_stand_in_a_template() {
        let words = Words::new(Language::Nl);
        let mut script = Script::new(&words, "yes");
        script.template("if (a)\n  #: no\n  stop(said(\"yes\"), said(\"no\"))");
        assert_eq!(script.done(), "# ja\nif (a)\n  # nee\n  stop(\"ja\", \"nee\")\n");
    }
}
