//! The templates of the page, and what they can say by themselves.

use draad_core::Language;
use draad_words::Words;
use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior};

const TEMPLATES: [(&str, &str); 23] = [
    ("page.html", include_str!("../templates/page.html")),
    ("marks.html", include_str!("../templates/marks.html")),
    ("macros.html", include_str!("../templates/macros.html")),
    ("chapter.html", include_str!("../templates/chapter.html")),
    ("tensions.html", include_str!("../templates/tensions.html")),
    ("tension.html", include_str!("../templates/tension.html")),
    ("contents.html", include_str!("../templates/contents.html")),
    ("at_a_glance.html", include_str!("../templates/at_a_glance.html")),
    ("sample.html", include_str!("../templates/sample.html")),
    ("matrix.html", include_str!("../templates/matrix.html")),
    ("balance.html", include_str!("../templates/balance.html")),
    ("factors.html", include_str!("../templates/factors.html")),
    ("factor.html", include_str!("../templates/factor.html")),
    ("cases.html", include_str!("../templates/cases.html")),
    ("case.html", include_str!("../templates/case.html")),
    ("findings.html", include_str!("../templates/findings.html")),
    ("factor_literature.html", include_str!("../templates/factor_literature.html")),
    ("references.html", include_str!("../templates/references.html")),
    ("adjudication.html", include_str!("../templates/adjudication.html")),
    ("definitions.html", include_str!("../templates/definitions.html")),
    ("reproduce.html", include_str!("../templates/reproduce.html")),
    ("sources.html", include_str!("../templates/sources.html")),
    ("source.html", include_str!("../templates/source.html")),
];

/// Returns the templates with the language of the material, which need not be that of the page, and with `t(key)` for fixed
/// words. A key without a sentence is an error, so that none goes unseen.
pub(crate) fn environment(words: Words, material_language: Language) -> Result<Environment<'static>, Error> {
    let mut environment = bare()?;
    environment.add_global("material_language", <&str>::from(material_language));
    environment.add_function("t", move |key: &str| match words.has(key) {
        true => Ok(words.say(key)),
        false => Err(Error::new(ErrorKind::InvalidOperation, format!("no sentence for `{key}`"))),
    });
    for (name, source) in TEMPLATES {
        environment.add_template(name, source)?;
    }
    Ok(environment)
}

/// Returns an environment without templates, in which what is not there is an error.
pub(crate) fn bare() -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let mut syntax = SyntaxConfig::builder();
    environment.set_syntax(syntax.trim_blocks(true).lstrip_blocks(true).build()?);
    Ok(environment)
}
