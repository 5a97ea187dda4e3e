//! The pages that show every figure once: `docs/gallery.md`, `docs/gallery.nl.md` and the pictures in `docs/gallery/`.
//!
//! Names come from the list of figures, so that a new one has its place by itself. The pages are compared word by word;
//! of each picture the hash of the drawing that it was made from, which takes no time. `cargo xtask gallery` writes all anew.

use crate::{example, repository};
use draad_app::Project;
use draad_app::figures::{self, Choices, FileFormat, Style, Theme};
use draad_app::tables::Request;
use draad_core::diagnostic::Outcome;
use draad_core::{Filter, Language, Problem};
use draad_figures::Figure;
use draad_words::Words;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Set it to write the pages and pictures anew instead of comparing them.
const REFRESH: &str = "DRAAD_REFRESH";
/// The case and the source of which figures are, where these are of one.
const CASE: &str = "p02";
const SOURCE: &str = "p01-interview-moeder";
/// Dots to the inch: as wide as a page on a screen, or less where a picture would take more than [`ENOUGH_BYTES`].
const DPI: [u32; 3] = [100, 88, 76];
const ENOUGH_BYTES: usize = 60_000;
/// What all pictures together may take.
const MOST_BYTES: usize = 2_500_000;
/// The figures that are shown in other colours too.
const ALSO: [(&str, Theme, &str); 2] = [("matrix", Theme::GREY, "grey"), ("matrix", Theme::DARK, "dark")];

/// A figure with the command that draws it.
struct Shown {
    name: &'static str,
    command: String,
    figure: Figure,
}

/// What is said around the figures.
struct Sayings {
    page: &'static str,
    head: &'static str,
    pages: fn(usize) -> String,
    themes: &'static str,
}

fn sayings(language: Language) -> Sayings {
    match language {
        Language::Nl => Sayings {
            page: "docs/gallery.nl.md",
            head: "# Alle figuren\n\n*[English](gallery.md)*\n\nElke figuur één keer, van het (verzonnen) voorbeeldonderzoek, met de \
                   opdracht die hem tekent. Hier staat de eerste bladzijde als plaatje; `draad figure` schrijft SVG, PNG en PDF, met \
                   het bijschrift als tekst en de cijfers als CSV ernaast. Wat er te kiezen valt, staat in \
                   [figures.nl.md](figures.nl.md). Deze bladzijde komt van `cargo xtask gallery`.\n",
            pages: |n| format!("Bladzijde 1 van {n}. "),
            themes: "## In grijs en op een donkere achtergrond\n\nElke figuur kan ook zonder kleur (`--theme grey`), voor druk, en op \
                     een donkere achtergrond (`--theme dark`), voor dia’s.\n",
        },
        Language::En => Sayings {
            page: "docs/gallery.md",
            head: "# Gallery\n\n*[Nederlands](gallery.nl.md)*\n\nEvery figure once, of the (invented) example study, with the command \
                   that draws it. Here stands the first page as a picture; `draad figure` writes SVG, PNG and PDF, with the caption as \
                   text and the numbers as CSV beside it. [figures.md](figures.md) says what can be chosen. This page is made by \
                   `cargo xtask gallery`.\n",
            pages: |n| format!("Page 1 of {n}. "),
            themes: "## In grey and on a dark ground\n\nEach figure can also be drawn without colour (`--theme grey`), for print, and \
                     on a dark ground (`--theme dark`), for slides.\n",
        },
    }
}

fn project(language: Language) -> Project {
    Project::open(Some(&example()), &example(), Some(language)).unwrap()
}

/// Draws a figure by its name: of the study, or else of a case, or else of a source.
fn shown(project: &Project, name: &'static str, theme: Theme) -> Shown {
    let style = Style { theme, ..Style::new(project.words) };
    let draw =
        |request: &Request, choices: &Choices| figures::figure(project, name, request, &style, choices);
    let of_case = Filter { cases: vec![CASE.parse().unwrap()], ..Filter::default() };
    let of_case = Request { filter: of_case, ..Request::default() };
    let of_source = Choices { source: SOURCE.parse().ok(), ..Choices::default() };
    let needs = |drawn: &Outcome<Figure>, wanted: fn(&Problem) -> bool| {
        drawn.as_ref().is_err_and(|error| wanted(&error.problem))
    };
    let (mut drawn, mut option) = (draw(&Request::default(), &Choices::default()), String::new());
    if needs(&drawn, |problem| matches!(problem, Problem::FigureNeedsCase { .. })) {
        (drawn, option) = (draw(&of_case, &Choices::default()), format!(" --case {CASE}"));
    } else if needs(&drawn, |problem| matches!(problem, Problem::FigureNeedsSource { .. })) {
        (drawn, option) = (draw(&Request::default(), &of_source), format!(" --source {SOURCE}"));
    }
    let figure = drawn.unwrap_or_else(|error| panic!("{name}: {:?}", error.problem));
    Shown { name, command: format!("draad figure {name}{option}"), figure }
}

/// Files by path from the repository, pictures as the hash of their drawing.
#[derive(Default)]
struct Gallery {
    pages: BTreeMap<String, String>,
    drawings: BTreeMap<String, String>,
    pictures: BTreeMap<String, Vec<u8>>,
}

impl Gallery {
    /// Makes everything; pictures only where they are wanted.
    fn new(with_pictures: bool) -> Self {
        let mut gallery = Self::default();
        for language in [Language::Nl, Language::En] {
            let (project, sayings) = (project(language), sayings(language));
            let mut text = sayings.head.to_owned();
            for name in figures::names() {
                let shown = shown(&project, name, Theme::COLOUR);
                let argues = figures::argues(name, project.words);
                let _ = write!(text, "\n## {name}\n\n{argues}\n\n```console\n{}\n```\n\n", shown.command);
                text += &gallery.picture(&shown, language, "", with_pictures);
                let n_pages = shown.figure.pages.len();
                let pages = if n_pages > 1 { (sayings.pages)(n_pages) } else { String::new() };
                let _ = writeln!(text, "\n> {pages}{}", shown.figure.caption);
            }
            let _ = write!(text, "\n{}", sayings.themes);
            for (name, theme, suffix) in ALSO {
                let shown = shown(&project, name, theme);
                let _ = write!(text, "\n```console\n{} --theme {suffix}\n```\n\n", shown.command);
                text += &gallery.picture(&shown, language, &format!("-{suffix}"), with_pictures);
            }
            gallery.pages.insert(sayings.page.to_owned(), text);
        }
        gallery
    }

    /// Adds the first page of a figure and returns the line that shows it.
    fn picture(&mut self, shown: &Shown, language: Language, suffix: &str, with_picture: bool) -> String {
        let file = format!("gallery/{}/{}{suffix}.png", <&str>::from(language), shown.name);
        let first =
            Figure { pages: shown.figure.pages[..1].to_vec(), data: Vec::new(), ..shown.figure.clone() };
        self.drawings.insert(file.clone(), blake3::hash(first.pages[0].svg.as_bytes()).to_hex().to_string());
        if with_picture {
            let png = |dpi| figures::files(&first, &[FileFormat::Png], dpi).unwrap().remove(0).1;
            let mut pngs = DPI.into_iter().map(png).skip_while(|png| png.len() > ENOUGH_BYTES);
            self.pictures.insert(file.clone(), pngs.next().unwrap_or_else(|| png(DPI[2])));
        }
        let alt = shown.figure.alt.replace(['[', ']', '\n'], " ");
        format!("![{alt}]({file})\n")
    }

    /// A line per picture: its file, and the hash of its drawing.
    fn hashes(&self) -> String {
        self.drawings.iter().map(|(file, hash)| format!("{file} {hash}\n")).collect()
    }
}

const HASHES: &str = "docs/gallery/drawings.txt";

#[test]
fn the_gallery_shows_every_figure_as_it_is_drawn_now() {
    let refresh = std::env::var_os(REFRESH).is_some();
    let gallery = Gallery::new(refresh);
    if refresh {
        let size: usize = gallery.pictures.values().map(Vec::len).sum();
        assert!(size <= MOST_BYTES, "{size} bytes");
        let _ = std::fs::remove_dir_all(repository("docs/gallery"));
        for (file, bytes) in &gallery.pictures {
            let path = repository("docs").join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        gallery.pages.iter().for_each(|(page, text)| std::fs::write(repository(page), text).unwrap());
        std::fs::write(repository(HASHES), gallery.hashes()).unwrap();
    }
    let read = |file: &str| std::fs::read_to_string(repository(file)).unwrap_or_default();
    let advice = "is not what the code makes now: cargo xtask gallery";
    assert!(read(HASHES) == gallery.hashes(), "{HASHES} {advice}");
    for (page, text) in &gallery.pages {
        assert!(read(page) == *text, "{page} {advice}");
    }
    let missing: Vec<_> =
        gallery.drawings.keys().filter(|file| !repository("docs").join(file).exists()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_figure_says_what_it_argues_in_both_languages() {
    for name in figures::names() {
        for language in [Language::Nl, Language::En] {
            assert!(figures::argues(name, Words::new(language)).ends_with('.'), "{name}");
        }
    }
    assert_eq!(figures::argues("none", Words::new(Language::En)), "");
}
