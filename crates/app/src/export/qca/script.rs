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
        script.comment(what).line("library(QCA)").gap();
        script
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
        self.line(&format!("{name} <- read.csv(\"{file}\", row.names = \"CASE\", na.strings = \"NA\")"))
    }

    /// Names outcome and conditions.
    pub(super) fn choose(&mut self, outcome: &str, conditions: &[&str]) -> &mut Self {
        let conditions: Vec<String> = conditions.iter().map(|name| format!("\"{name}\"")).collect();
        self.line(&format!("outcome <- \"{outcome}\""));
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
