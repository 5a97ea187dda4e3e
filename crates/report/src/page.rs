//! The page as a whole: views in, HTML out.

use crate::adjudication::AdjudicationView;
use crate::at_a_glance::{GlanceView, HeadView};
use crate::balance::BalanceView;
use crate::cases::CaseView;
use crate::definitions::DefinitionsView;
use crate::factors::FactorView;
use crate::findings::FindingsView;
use crate::literature::ReferenceListView;
use crate::matrix::MatrixView;
use crate::quotes::Quotes;
use crate::reader::Reader;
use crate::sample::SampleView;
use crate::scope::Scope;
use crate::sources::{Contexts, SourceView};
use crate::{
    ReportInput, adjudication, at_a_glance, balance, cases, definitions, factors, findings, literature,
    matrix, sample,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use draad_core::{Diagnostic, Place, Problem, Study, diagnostic::Outcome};
use draad_figures::fonts;
use draad_words::Words;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior};
use serde::Serialize;
use sha2::{Digest, Sha256};

const TEMPLATES: [(&str, &str); 16] = [
    ("page.html", include_str!("../templates/page.html")),
    ("marks.html", include_str!("../templates/marks.html")),
    ("macros.html", include_str!("../templates/macros.html")),
    ("contents.html", include_str!("../templates/contents.html")),
    ("at_a_glance.html", include_str!("../templates/at_a_glance.html")),
    ("sample.html", include_str!("../templates/sample.html")),
    ("matrix.html", include_str!("../templates/matrix.html")),
    ("balance.html", include_str!("../templates/balance.html")),
    ("factors.html", include_str!("../templates/factors.html")),
    ("cases.html", include_str!("../templates/cases.html")),
    ("findings.html", include_str!("../templates/findings.html")),
    ("factor_literature.html", include_str!("../templates/factor_literature.html")),
    ("references.html", include_str!("../templates/references.html")),
    ("adjudication.html", include_str!("../templates/adjudication.html")),
    ("definitions.html", include_str!("../templates/definitions.html")),
    ("sources.html", include_str!("../templates/sources.html")),
];
const STYLE: &str = include_str!("../templates/style.css");
const SCRIPT: &str = include_str!("../templates/script.js");

/// Everything on the page.
#[derive(Serialize)]
struct PageView {
    language: &'static str,
    /// Language of the material, which need not be that of the page.
    material_language: &'static str,
    style: String,
    script: &'static str,
    script_hash: String,
    head: HeadView,
    glance: GlanceView,
    sample: SampleView,
    matrix: MatrixView,
    balance: BalanceView,
    factors: Vec<FactorView>,
    cases: Vec<CaseView>,
    findings: FindingsView,
    references: Option<ReferenceListView>,
    adjudication: Option<AdjudicationView>,
    definitions: DefinitionsView,
    sources: Vec<SourceView>,
}

/// Returns the page of a study. Same input, same bytes.
///
/// # Errors
/// `ReportFailed` when a figure is no well-formed SVG.
pub fn render(study: &Study, input: &ReportInput, words: Words) -> Outcome<String> {
    let scope = Scope::new(study, input.facts, &input.table.basis.filter);
    let literature = literature::of(study, input, &scope, words);
    let view = view(&Reader { study, input, scope: &scope, literature: &literature, words })?;
    let html = environment(words)
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
    Ok(PageView {
        language: reader.language().into(),
        material_language: study.settings.language.into(),
        style: STYLE.replace("/* fonts */", &font_faces()),
        script: SCRIPT,
        script_hash: BASE64.encode(Sha256::digest(SCRIPT)),
        head: at_a_glance::head(reader),
        glance: at_a_glance::view(reader, input.facts),
        sample: sample::view(reader),
        matrix: matrix::view(reader)?,
        balance: balance::view(reader)?,
        factors: factors::view(reader, &quotes, &contexts),
        cases: cases::view(reader, &contexts),
        findings: findings::view(reader),
        references: literature::list(reader),
        adjudication: adjudication::view(reader),
        definitions: definitions::view(reader),
        sources: contexts.view(reader),
    })
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

/// Returns the templates with `t(key)` for fixed words. A key without a sentence is an error, so that none goes unseen.
fn environment(words: Words) -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
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
