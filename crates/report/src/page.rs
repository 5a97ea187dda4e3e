//! The page as a whole: views in, HTML out.

use crate::adjudication::AdjudicationView;
use crate::articles::Articles;
use crate::at_a_glance::{GlanceView, HeadView};
use crate::balance::BalanceView;
use crate::cases::CaseView;
use crate::definitions::DefinitionsView;
use crate::drawings::Drawings;
use crate::factors::FactorView;
use crate::findings::FindingsView;
use crate::lists::Lists;
use crate::literature::ReferenceListView;
use crate::matrix::MatrixView;
use crate::names::Names;
use crate::order::SectionView;
use crate::quotes::Quotes;
use crate::reader::{Link, Reader};
use crate::sample::SampleView;
use crate::scope::Scope;
use crate::sources::Contexts;
use crate::templates::environment;
use crate::{
    ReportInput, adjudication, at_a_glance, balance, cases, definitions, factors, failed, findings,
    literature, matrix, order, sample, tensions,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use draad_core::{Diagnostic, Study, diagnostic::Outcome};
use draad_figures::fonts;
use draad_words::Words;
use minijinja::value::Serde;
use minijinja::{Environment, Error};
use serde::Serialize;
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("../templates/style.css");
/// What the page does beside being read: panels, and the search.
const SCRIPTS: [&str; 2] = [include_str!("../templates/panel.js"), include_str!("../templates/search.js")];

/// Everything on the page.
#[derive(Serialize)]
pub(crate) struct PageView {
    language: &'static str,
    style: String,
    scripts: Vec<ScriptView>,
    head: HeadView,
    /// The parts that the page has, in their order.
    sections: Vec<SectionView>,
    glance: GlanceView,
    sample: SampleView,
    matrix: MatrixView,
    balance: BalanceView,
    /// Factors and cases, for the contents.
    factors: Vec<Link>,
    cases: Vec<Link>,
    pub(crate) articles: Articles,
    pub(crate) findings: FindingsView,
    pub(crate) references: Option<ReferenceListView>,
    pub(crate) adjudication: Option<AdjudicationView>,
    definitions: DefinitionsView,
}

/// A script, and its hash for the content security policy.
#[derive(Serialize)]
struct ScriptView {
    text: &'static str,
    hash: String,
}

/// Returns the page of a study. Same input, same bytes.
///
/// # Errors
/// `ReportFailed` when a figure is no well-formed SVG.
pub fn render(study: &Study, input: &ReportInput, words: Words) -> Outcome<String> {
    let scope = Scope::new(study, input.facts, &input.table.basis.filter);
    let literature = literature::of(study, input, &scope, words);
    let reader = Reader { study, input, scope: &scope, literature: &literature, words };
    let environment = environment(words, study.settings.language).map_err(|error| unrendered(&error))?;
    let view = view(&reader, &environment)?;
    let html = environment.get_template("page.html").and_then(|page| page.render(Serde(&view)));
    html.map_err(|error| unrendered(&error))
}

/// Makes the error of a template that cannot be filled in.
pub(crate) fn unrendered(error: &Error) -> Box<Diagnostic> {
    failed(format!("{error:#}"))
}

fn view(reader: &Reader, environment: &Environment) -> Outcome<PageView> {
    let (study, input) = (reader.study, reader.input);
    let quotes = Quotes::new(reader);
    let contexts = if reader.is_large() { Contexts::none() } else { Contexts::new(study, input.passages) };
    let lists = Lists::new(reader);
    let mut drawings = Drawings::new(reader)?;
    let factors = factors::view(reader, &quotes, &contexts, &lists);
    let cases = cases::view(reader, &quotes, &contexts, &mut drawings);
    let tensions = tensions::view(reader, &quotes, &contexts);
    let articles = Articles::render(environment, &tensions, &factors, &cases, &contexts.view(reader));
    let mut page = PageView {
        language: reader.language().into(),
        style: STYLE.replace("/* fonts */", &font_faces()),
        scripts: SCRIPTS.map(script).into(),
        head: at_a_glance::head(reader),
        sections: Vec::new(),
        glance: at_a_glance::view(reader, input.facts),
        sample: sample::view(reader),
        matrix: matrix::view(reader),
        balance: balance::view(reader),
        factors: factors.iter().map(FactorView::link).collect(),
        cases: cases.iter().map(CaseView::link).collect(),
        articles: articles.map_err(|error| unrendered(&error))?,
        findings: findings::view(reader),
        references: literature::list(reader),
        adjudication: adjudication::view(reader),
        definitions: definitions::view(reader),
    };
    page.sections = order::sections(reader, &Names::new(reader, &contexts, &lists), &mut drawings, &page);
    Ok(page)
}

fn script(text: &'static str) -> ScriptView {
    ScriptView { text, hash: BASE64.encode(Sha256::digest(text)) }
}

/// Returns the letters of the page as data, so that it looks the same everywhere.
fn font_faces() -> String {
    let face = |weight: u16, woff2: &[u8]| {
        format!(
            "@font-face {{ font-family: \"{}\"; font-weight: {weight}; font-display: swap; \
             src: url(data:font/woff2;base64,{}) format(\"woff2\"); }}\n",
            fonts::FAMILY,
            BASE64.encode(woff2)
        )
    };
    face(400, fonts::REGULAR_WOFF2) + &face(700, fonts::BOLD_WOFF2)
}
