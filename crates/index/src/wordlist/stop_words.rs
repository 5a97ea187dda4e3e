//! Words that say little by themselves.

use super::{Corpus, Terms};
use crate::form::fold;
use draad_core::Language as StudyLanguage;
use tantivy::tokenizer::{Language, RawTokenizer, StopWordFilter, TextAnalyzer, TokenStream};

/// The stop words of a language: `de`, `het`, `en`, …
#[derive(Clone, Debug)]
pub struct StopWords {
    name: &'static str,
    language: Language,
}

impl StopWords {
    /// Takes Snowball's list for a language.
    pub fn new(language: StudyLanguage) -> Self {
        match language {
            StudyLanguage::Nl => Self { name: "Snowball, Dutch", language: Language::Dutch },
            StudyLanguage::En => Self { name: "Snowball, English", language: Language::English },
        }
    }

    /// Returns the name of the list, for people who cite it.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Returns, for each term of a corpus, whether it is a stop word in its commonest form.
    pub(super) fn terms(&self, corpus: &Corpus, terms: &Terms) -> Vec<bool> {
        let mut filter = self.filter();
        let mut commonest = vec![(0, 0); terms.n_terms];
        for (form, &n) in corpus.form_counts().iter().enumerate() {
            let best = &mut commonest[terms.of_form[form] as usize];
            if n > best.1 {
                *best = (form, n);
            }
        }
        commonest.iter().map(|&(form, _)| is_stop(&mut filter, corpus.forms()[form])).collect()
    }

    fn filter(&self) -> TextAnalyzer {
        let list = StopWordFilter::new(self.language).expect("there is a list for this language");
        TextAnalyzer::builder(RawTokenizer::default()).filter(list).build()
    }
}

fn is_stop(filter: &mut TextAnalyzer, form: &str) -> bool {
    !filter.token_stream(&fold(form)).advance()
}
