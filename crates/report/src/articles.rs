//! The long parts of the page: an article per tension, factor, case and source, each rendered by itself and side by side.

use crate::cases::CaseView;
use crate::factors::FactorView;
use crate::sources::SourceView;
use crate::tensions::TensionView;
use minijinja::value::Serde;
use minijinja::{Environment, Error};
use rayon::prelude::*;
use serde::Serialize;

/// Articles as HTML, in their order.
#[derive(Debug, Serialize)]
pub(crate) struct Articles {
    pub(crate) tensions: Vec<String>,
    factors: Vec<String>,
    cases: Vec<String>,
    pub(crate) sources: Vec<String>,
}

/// What an article is made of; each template knows its own.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Article<'a> {
    Tension(&'a TensionView),
    Factor(&'a FactorView),
    Case(&'a CaseView),
    Source(&'a SourceView),
}

impl Articles {
    /// Renders all articles.
    ///
    /// # Errors
    /// When a template lacks something.
    pub(crate) fn render(
        environment: &Environment,
        tensions: &[TensionView],
        factors: &[FactorView],
        cases: &[CaseView],
        sources: &[SourceView],
    ) -> Result<Self, Error> {
        Ok(Self {
            tensions: rendered(environment, "tension.html", tensions, Article::Tension)?,
            factors: rendered(environment, "factor.html", factors, Article::Factor)?,
            cases: rendered(environment, "case.html", cases, Article::Case)?,
            sources: rendered(environment, "source.html", sources, Article::Source)?,
        })
    }
}

fn rendered<'a, T: Sync>(
    environment: &Environment,
    template: &str,
    items: &'a [T],
    article: fn(&'a T) -> Article<'a>,
) -> Result<Vec<String>, Error> {
    let render = |item| environment.get_template(template)?.render(Serde(article(item)));
    items.par_iter().map(render).collect()
}
