//! Draws invented figures into a folder, to be looked at: `cargo run -p draad-figures --example gallery -- FOLDER`.

#[path = "../tests/sample/mod.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "it is the sample of the tests")]
mod sample;

use draad_core::Language;
use draad_figures::{BalanceOptions, Figure, Format, MatrixOptions, Style, Theme, balance, export, matrix};
use draad_words::Words;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("which folder?")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let large = sample::Shape { n_cases: 50, n_factors: 60, ..sample::DEMO };
    let long = sample::Shape { long: true, talkative: true, n_factors: 20, ..sample::DEMO };
    let one = sample::Shape { n_cases: 1, n_factors: 1, ..sample::DEMO };
    let formats = [("90", Format::OneColumn), ("140", Format::OneAndHalf), ("190", Format::TwoColumns)];
    let study = sample::study();
    for language in [Language::Nl, Language::En] {
        for (width, format) in formats {
            let theme = if language == Language::Nl { Theme::COLOUR } else { Theme::GREY };
            let style = Style { format, theme, ..Style::new(Words::new(language)) };
            let code: &str = language.into();
            for (name, shape) in [("demo", sample::DEMO), ("large", large), ("long", long), ("one", one)] {
                let table = sample::table(shape);
                let figure = matrix(&table, &study, &MatrixOptions::default(), &style)?;
                write(folder, &format!("matrix-{name}-{width}-{code}"), &figure)?;
                let rows = sample::balance(shape.n_cases, shape.long);
                let figure = balance(&rows, &study, &BalanceOptions::default(), &style)?;
                write(folder, &format!("balance-{name}-{width}-{code}"), &figure)?;
            }
        }
    }
    Ok(())
}

fn write(folder: &Path, name: &str, figure: &Figure) -> Result<(), Box<dyn std::error::Error>> {
    for (n, page) in figure.pages.iter().enumerate() {
        std::fs::write(folder.join(format!("{name}-{}.svg", n + 1)), &page.svg)?;
        if n == 0 {
            std::fs::write(folder.join(format!("{name}-{}.png", n + 1)), export::png(page, 300)?)?;
        }
    }
    std::fs::write(folder.join(format!("{name}.pdf")), export::pdf(&figure.pages)?)?;
    std::fs::write(folder.join(format!("{name}.txt")), format!("{}\n\n{}\n", figure.caption, figure.alt))?;
    Ok(())
}
