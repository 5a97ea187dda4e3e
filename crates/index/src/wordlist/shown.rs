//! Words as people wrote them, instead of the folded forms and stems by which they are found.

use super::Corpus;
use rustc_hash::FxHashMap;

/// A word, or a run of words, to show.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shown {
    /// The commonest way of writing it: in lower case, unless it is hardly ever written so.
    pub word: String,
    /// All forms that were counted as one, without regard for capitals, the commonest first; of equally common ones the
    /// first by alphabet. The first says the same as `word`.
    pub forms: Vec<String>,
}

/// Returns how the run of `length` words at these positions is written.
pub(super) fn of_places(corpus: &Corpus, places: &[u32], length: usize) -> Shown {
    let mut counts: FxHashMap<&[u32], u64> = FxHashMap::default();
    for &place in places {
        *counts.entry(corpus.forms_at(place as usize, length)).or_default() += 1;
    }
    of_writings(counts.into_iter().map(|(forms, n)| (corpus.written(forms), n)))
}

/// Chooses among ways of writing and how often each occurs, in any order.
pub(super) fn of_writings(writings: impl Iterator<Item = (String, u64)>) -> Shown {
    let mut writings: Vec<(String, u64)> = writings.collect();
    writings.sort_by(|(a, n_a), (b, n_b)| n_b.cmp(n_a).then_with(|| a.cmp(b)));
    let mut in_lower: FxHashMap<String, u64> = FxHashMap::default();
    for (writing, n) in &writings {
        *in_lower.entry(writing.to_lowercase()).or_default() += n;
    }
    let mut forms: Vec<(String, u64)> = in_lower.into_iter().collect();
    forms.sort_by(|(a, n_a), (b, n_b)| n_b.cmp(n_a).then_with(|| a.cmp(b)));
    let forms: Vec<String> = forms.into_iter().map(|form| written(form, &writings)).collect();
    Shown { word: forms.first().cloned().unwrap_or_default(), forms }
}

/// A form is shown in lower case where at least one in so many is written so. Capitals at the start of a sentence do not
/// make a name of a word, and a hasty message does not make a word of a name.
const ONE_IN_LOWER: u64 = 5;

/// Returns the form itself, or its commonest writing where that has capitals for good: a name, an abbreviation.
fn written((form, n): (String, u64), writings: &[(String, u64)]) -> String {
    let in_lower = writings.iter().find(|(writing, _)| *writing == form).map_or(0, |(_, n)| *n);
    if in_lower * ONE_IN_LOWER >= n {
        return form;
    }
    let writing = writings.iter().find(|(writing, _)| writing.to_lowercase() == form);
    writing.map_or(form, |(writing, _)| writing.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(writings: &[(&str, u64)]) -> (String, Vec<String>) {
        let writings = writings.iter().map(|(writing, n)| ((*writing).to_owned(), *n));
        let Shown { word, forms } = of_writings(writings);
        (word, forms)
    }

    #[test]
    fn the_commonest_form_is_shown_in_lower_case_unless_it_hardly_ever_is() {
        assert_eq!(shown(&[("Thuis", 4), ("thuis", 1)]).0, "thuis");
        assert_eq!(shown(&[("Noor", 5), ("noor", 1)]).0, "Noor");
        assert_eq!(shown(&[("Noor", 5), ("NOOR", 1)]).0, "Noor");
        assert_eq!(
            shown(&[("een", 2), ("één", 3), ("Een", 2)]),
            ("een".into(), vec!["een".into(), "één".into()])
        );
        assert_eq!(shown(&[("werkte", 2), ("gewerkt", 2), ("werken", 1)]).1, ["gewerkt", "werkte", "werken"]);
        assert_eq!(shown(&[("GGZ", 1), ("Ggz", 1)]).0, "GGZ");
    }
}
