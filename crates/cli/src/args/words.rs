//! What can be asked of `words`.

use super::{FilterArgs, TableFormat};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Arguments of `words`.
#[derive(Debug, Args)]
pub struct Words {
    /// Words that are typical of one case, role, phase, kind, source, outcome or value of an attribute, against the rest: role=parent
    #[arg(long, value_name = "KEY=LEVEL", group = "typical", conflicts_with_all = ["near", "ngrams"])]
    pub typical_of: Option<String>,
    /// The same for each level: case, role, phase, kind, source, outcome or an attribute
    #[arg(long, value_name = "KEY", group = "typical", conflicts_with_all = ["near", "ngrams"])]
    pub typical_by: Option<String>,
    /// With --typical-of or --typical-by: lists what is rarer there instead
    #[arg(long, requires = "typical")]
    pub rarer: bool,
    /// Words near this word, in all its forms; =word for that form alone
    #[arg(long, value_name = "WORD", conflicts_with = "ngrams")]
    pub near: Option<String>,
    /// With --near: how many words away at most; without it 5
    #[arg(long, requires = "near", value_name = "WORDS", value_parser = clap::value_parser!(u16).range(1..=100))]
    pub window: Option<u16>,
    /// Runs of words of these lengths, such as 2..5 or 3
    #[arg(long, value_name = "LENGTHS", value_parser = parse_lengths)]
    pub ngrams: Option<Lengths>,
    /// Takes the forms of one stem as one word
    #[arg(long)]
    pub stems: bool,
    /// Leaves out stop words (de, het, en, …), and runs that begin or end with one
    #[arg(long)]
    pub no_stop_words: bool,
    /// Lists what occurs at least this many times
    #[arg(long, default_value_t = 3, value_name = "N")]
    pub min_count: u64,
    /// Lists what occurs in at least this many sources
    #[arg(long, default_value_t = 2, value_name = "N")]
    pub min_sources: usize,
    /// Lists what occurs in at least this many cases; without it 2 for typical words, which keeps most names of people out, 1 for others
    #[arg(long, value_name = "N")]
    pub min_cases: Option<usize>,
    /// How many words to list, per level where there are levels; 0 for all
    #[arg(long, default_value_t = 20, value_name = "N")]
    pub limit: usize,
    /// In which order; without it ll for typical words, log-dice for words near a word, count for others
    #[arg(long, value_enum, value_name = "ORDER")]
    pub order: Option<WordOrder>,
    /// How to print the list; csv, excel, json and xlsx hold every measure;
    /// without it the ending of --out says so, else text
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<TableFormat>,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

/// From how many words to how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lengths(pub std::ops::RangeInclusive<u8>);

/// The longest run of words that is counted.
const LONGEST_RUN: u8 = 10;

/// The order of a list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum WordOrder {
    /// Log-likelihood, of typical words and words near a word
    Ll,
    /// How much more frequent, of typical words
    LogRatio,
    /// How strongly connected, of words near a word
    LogDice,
    /// Mutual information, of words near a word
    Mi,
    /// How often
    Count,
    /// In how many sources
    Sources,
    /// By alphabet
    Word,
}

/// Reads `2..5`, `2-5` or `3`.
fn parse_lengths(text: &str) -> Result<Lengths, String> {
    let (from, to) = text.split_once("..").or_else(|| text.split_once('-')).unwrap_or((text, text));
    let number = |text: &str| text.trim_start_matches('=').trim().parse::<u8>().ok();
    match (number(from), number(to)) {
        (Some(from), Some(to)) if 2 <= from && from <= to && to <= LONGEST_RUN => Ok(Lengths(from..=to)),
        _ => Err(format!("2..5, 3; 2 … {LONGEST_RUN}")),
    }
}
