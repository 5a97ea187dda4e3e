//! Raw material of any size, the same for the same seed: files as people and programs leave them, to measure importing.

mod office;
mod pages;
mod texts;

use fastrand::Rng;
use std::path::Path;

/// What people say.
const WORDS: &str = "ik jij wij samen vertrouwen begeleiding moeder vader kind gezinshuis afspraak bellen appen praten zaterdag \
    bezoek school tafel koffie fiets boos blij moe rustig later vroeger altijd nooit misschien eigenlijk gewoon één ruzie \
    luisteren wachten komen gaan zien weten denken vinden geloven proberen helpen dragen loslaten terug verder dichtbij";

/// Who speaks.
const SPEAKERS: [&str; 3] = ["Interviewer", "Moeder", "Gezinshuisouder"];

/// What somebody says without being interrupted.
struct Turn {
    speaker: &'static str,
    words: String,
}

/// A conversation of about `n_chars` characters.
fn conversation(rng: &mut Rng, n_chars: usize) -> Vec<Turn> {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut turns: Vec<Turn> = Vec::new();
    let mut n_made = 0;
    while n_made < n_chars {
        let speaker = SPEAKERS[turns.len() % SPEAKERS.len()];
        let mut said = String::new();
        for _ in 0..rng.usize(1..6) {
            if !said.is_empty() {
                said.push(' ');
            }
            let first = words[rng.usize(..words.len())];
            said.extend(first.chars().next().into_iter().flat_map(char::to_uppercase));
            said.extend(first.chars().skip(1));
            for _ in 0..rng.usize(2..14) {
                said.push(' ');
                said.push_str(words[rng.usize(..words.len())]);
            }
            said.push(if rng.u8(..8) == 0 { '?' } else { '.' });
        }
        n_made += said.chars().count() + speaker.len() + 4;
        turns.push(Turn { speaker, words: said });
    }
    turns
}

/// How a file is made of a conversation.
type Make = fn(&[Turn]) -> Vec<u8>;

/// The formats by name, each with the ending of its files.
const FORMATS: [(&str, &str, Make); 14] = [
    ("plain transcript", "txt", texts::transcript),
    ("WhatsApp", "txt", texts::whatsapp),
    ("Telegram", "json", texts::telegram),
    ("VTT", "vtt", texts::vtt),
    ("SRT", "srt", texts::srt),
    ("Whisper", "json", texts::whisper),
    ("diary, CSV", "csv", texts::diary),
    ("diary, XLSX", "xlsx", office::xlsx),
    ("DOCX", "docx", office::docx),
    ("ODT", "odt", office::odt),
    ("RTF", "rtf", pages::rtf),
    ("HTML", "html", pages::html),
    ("PDF", "pdf", pages::pdf),
    ("Markdown", "md", texts::markdown),
];

/// A file of one format.
#[derive(Debug)]
pub struct Sample {
    /// The format.
    pub format: &'static str,
    /// The name of the file.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Makes the same conversation of about `n_chars` characters in every format.
pub fn samples(n_chars: usize, seed: u64) -> Vec<Sample> {
    let turns = conversation(&mut Rng::with_seed(seed), n_chars);
    let sample = |(format, ending, make): (&'static str, &str, Make)| Sample {
        format,
        name: format!("gesprek.{ending}"),
        bytes: make(&turns),
    };
    FORMATS.into_iter().map(sample).collect()
}

/// Writes `n` files of one format with about `n_chars` characters each into a folder.
///
/// # Panics
/// When there is no such format, or the folder cannot be written.
pub fn write_folder(folder: &Path, format: &str, n: usize, n_chars: usize, seed: u64) {
    let (_, ending, make) = FORMATS
        .into_iter()
        .find(|(name, ..)| *name == format)
        .unwrap_or_else(|| panic!("{format} is none of {:?}", FORMATS.map(|(name, ..)| name)));
    std::fs::create_dir_all(folder).expect("the folder can be made");
    let mut rng = Rng::with_seed(seed);
    for number in 1..=n {
        let bytes = make(&conversation(&mut rng, n_chars));
        std::fs::write(folder.join(format!("gesprek-{number:05}.{ending}")), bytes)
            .expect("the file can be written");
    }
}
