//! The page as a whole: views in, HTML out.

use crate::adjudication::AdjudicationView;
use crate::at_a_glance::{GlanceView, HeadView};
use crate::balance::BalanceView;
use crate::cases::CaseView;
use crate::definitions::DefinitionsView;
use crate::drawings::Drawings;
use crate::factors::FactorView;
use crate::findings::FindingsView;
use crate::lists::Lists;
use crate::matrix::MatrixView;
use crate::names::Names;
use crate::order::SectionView;
use crate::quotes::Quotes;
use crate::reader::Reader;
use crate::sample::SampleView;
use crate::scope::Scope;
use crate::sources::{Contexts, SourceView};
use crate::tensions::TensionView;
use crate::{
    ReportInput, adjudication, at_a_glance, balance, cases, definitions, factors, findings, matrix, order,
    sample, tensions,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use draad_core::{Diagnostic, Language, Place, Problem, Study, diagnostic::Outcome};
use draad_figures::fonts;
use draad_words::Words;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior};
use serde::Serialize;
use sha2::{Digest, Sha256};

const TEMPLATES: [(&str, &str); 17] = [
    ("page.html", include_str!("../templates/page.html")),
    ("marks.html", include_str!("../templates/marks.html")),
    ("macros.html", include_str!("../templates/macros.html")),
    ("chapter.html", include_str!("../templates/chapter.html")),
    ("tensions.html", include_str!("../templates/tensions.html")),
    ("contents.html", include_str!("../templates/contents.html")),
    ("at_a_glance.html", include_str!("../templates/at_a_glance.html")),
    ("sample.html", include_str!("../templates/sample.html")),
    ("matrix.html", include_str!("../templates/matrix.html")),
    ("balance.html", include_str!("../templates/balance.html")),
    ("factors.html", include_str!("../templates/factors.html")),
    ("cases.html", include_str!("../templates/cases.html")),
    ("findings.html", include_str!("../templates/findings.html")),
    ("adjudication.html", include_str!("../templates/adjudication.html")),
    ("definitions.html", include_str!("../templates/definitions.html")),
    ("reproduce.html", include_str!("../templates/reproduce.html")),
    ("sources.html", include_str!("../templates/sources.html")),
];
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
    pub(crate) tensions: Vec<TensionView>,
    factors: Vec<FactorView>,
    cases: Vec<CaseView>,
    pub(crate) findings: FindingsView,
    pub(crate) adjudication: Option<AdjudicationView>,
    definitions: DefinitionsView,
    pub(crate) sources: Vec<SourceView>,
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
    let view = view(&Reader { study, input, scope: &scope, words })?;
    let html = environment(words, study.settings.language)
        .and_then(|environment| environment.get_template("page.html")?.render(Serde(&view)));
    html.map_err(|error| failed(format!("{error:#}")))
}

/// Makes the error of a page that cannot be made.
pub(crate) fn failed(reason: String) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Place::default(), Problem::ReportFailed { reason }))
}

fn view(reader: &Reader) -> Outcome<PageView> {
    let (study, input) = (reader.study, reader.input);
    let quotes = Quotes::new(input.passages);
    let contexts = Contexts::new(study, input.passages);
    let lists = Lists::new(reader);
    let mut drawings = Drawings::new(reader)?;
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
        tensions: tensions::view(reader, &quotes, &contexts),
        factors: factors::view(reader, &quotes, &contexts, &lists),
        cases: cases::view(reader, &quotes, &contexts, &mut drawings),
        findings: findings::view(reader),
        adjudication: adjudication::view(reader),
        definitions: definitions::view(reader),
        sources: contexts.view(reader),
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

/// Returns the templates with the language of the material, which need not be that of the page, and with `t(key)` for fixed words. A key without a sentence is an error, so that none goes unseen.
fn environment(words: Words, material_language: Language) -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    environment.add_global("material_language", <&str>::from(material_language));
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let mut syntax = SyntaxConfig::builder();
    environment.set_syntax(syntax.trim_blocks(true).lstrip_blocks(true).build()?);
    environment.add_function("t", move |key: &str| match words.has(key) {
        true => Ok(words.say(key)),
        false => Err(Error::new(ErrorKind::InvalidOperation, format!("no sentence for `{key}`"))),
    });
    for (name, source) in TEMPLATES {
        environment.add_template(name, source)?;
    }
    Ok(environment)
}
