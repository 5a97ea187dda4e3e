//! Works printed: the list of references, and citations in a text.

mod citing;

use crate::runs::{Parts, Run, by_names, flat};
use crate::{items, read, style};
use draad_core::{Language, Locator, LocatorKind, ReferenceKey, References, citation};
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy;
use hayagriva::{
    BibliographyDriver, BibliographyItem, BibliographyRequest, CitationItem, CitationRequest, LocatorPayload,
    Rendered, RenderedBibliography, SpecificLocator,
};
use indexmap::{IndexMap, IndexSet};

/// A work in the list of references.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its key.
    pub key: ReferenceKey,
    /// The reference.
    pub runs: Vec<Run>,
}

/// The literature of one document, printed.
#[derive(Clone, Debug)]
pub struct Literature {
    language: Language,
    list: Vec<Listed>,
    cites: IndexMap<Cite, Parts>,
    references: References,
}

/// A work and a place in it, as a document cites them.
type Cite = (ReferenceKey, Option<Locator>);

impl Literature {
    /// Prints the works that the texts of a document cite, and those with the given keys. What is no key of a work is passed over.
    pub fn new<'a>(
        references: &References,
        language: Language,
        texts: impl IntoIterator<Item = &'a str>,
        keys: impl IntoIterator<Item = &'a ReferenceKey>,
    ) -> Self {
        let mut cites: IndexSet<Cite> = keys.into_iter().map(|key| (key.clone(), None)).collect();
        for text in texts {
            let works = citation::citations(text).into_iter().flat_map(|citation| citation.works);
            cites.extend(works.flat_map(|work| [(work.key.clone(), None), (work.key, work.locator)]));
        }
        cites.sort_by_cached_key(|(key, place)| {
            (key.clone(), place.as_ref().map(|place| place.number.clone()))
        });
        let mut literature =
            Self { language, list: Vec::new(), cites: IndexMap::new(), references: references.clone() };
        literature.print(cites);
        literature
    }

    fn print(&mut self, mut cites: IndexSet<Cite>) {
        cites.retain(|(key, _)| self.references.get(key).is_some());
        if cites.is_empty() {
            return;
        }
        let wanted: IndexSet<&str> = cites.iter().map(|(key, _)| key.as_str()).collect();
        let entries = read::entries(&self.references.text);
        let items: IndexMap<&str, Item> = entries
            .iter()
            .filter(|entry| wanted.contains(entry.key.as_str()))
            .map(|entry| (entry.key.as_str(), items::item(entry, self.language)))
            .collect();
        let mut cites: Vec<Cite> =
            cites.into_iter().filter(|(key, _)| items.contains_key(key.as_str())).collect();
        // works of one year by the same people get their letters in the order in which they are cited: that has to be the list's
        self.list = self.listed(driven(&items, &cites, self.language).bibliography);
        cites.sort_by_cached_key(|(key, _)| self.place(key));
        let printed = driven(&items, &cites, self.language);
        let parts = printed.citations.iter().map(|citation| by_names(&citation.citation));
        self.cites = cites.into_iter().zip(parts).collect();
        self.list = self.listed(printed.bibliography);
    }

    fn listed(&self, list: Option<RenderedBibliography>) -> Vec<Listed> {
        let listed = |item: BibliographyItem| {
            let key = ReferenceKey::new(&item.key)?;
            Some(Listed { key, runs: flat(&item.content, self.language) })
        };
        list.into_iter().flat_map(|list| list.items).filter_map(listed).collect()
    }

    /// Returns the list of references, in its order.
    pub fn list(&self) -> &[Listed] {
        &self.list
    }

    /// Returns whether nothing is cited.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Returns a work as it stands between the brackets of a citation, `Jansen & De Vries, 2019a`; nothing when it is not in the list.
    pub fn short(&self, key: &ReferenceKey) -> Option<Vec<Run>> {
        let parts = self.cites.get(&(key.clone(), None))?;
        let mut runs = parts.names.clone();
        crate::runs::extend(&mut runs, citing::after(parts));
        Some(runs)
    }

    /// Returns the place of a work in the list; works that are not in it come last.
    pub fn place(&self, key: &ReferenceKey) -> usize {
        self.list.iter().position(|listed| listed.key == *key).unwrap_or(usize::MAX)
    }

    /// Returns a text in Markdown with its citations printed, in Markdown. What cites no work stays as it is written. The text has to
    /// be one of those that the literature was made of.
    pub fn cited(&self, markdown: &str) -> String {
        let mut result = String::with_capacity(markdown.len());
        let mut at = 0;
        for citation in citation::citations(markdown) {
            if let Some(printed) = self.printed(&citation, &markdown[..citation.range.start]) {
                result.push_str(&markdown[at..citation.range.start]);
                result.push_str(&printed);
                at = citation.range.end;
            }
        }
        result.push_str(&markdown[at..]);
        result
    }
}

/// Has the library print each work and place in a citation of its own, and the list.
fn driven(items: &IndexMap<&str, Item>, cites: &[Cite], language: Language) -> Rendered {
    let (apa, code, locales) = (style::apa(), style::code(language), style::locales(language));
    let mut driver = BibliographyDriver::new();
    for (key, place) in cites {
        let item = CitationItem::with_locator(&items[key.as_str()], place.as_ref().map(locator));
        driver.citation(CitationRequest::new(vec![item], apa, Some(code.clone()), locales, None));
    }
    driver.finish(BibliographyRequest::new(apa, Some(code), locales))
}

fn locator(place: &Locator) -> SpecificLocator<'_> {
    use taxonomy::Locator as Style;
    let kind = match place.kind {
        LocatorKind::Page => Style::Page,
        LocatorKind::Chapter => Style::Chapter,
        LocatorKind::Section => Style::Section,
        LocatorKind::Paragraph => Style::Paragraph,
        LocatorKind::Figure => Style::Figure,
        LocatorKind::Table => Style::Table,
        LocatorKind::Appendix => Style::Appendix,
        LocatorKind::Volume => Style::Volume,
        LocatorKind::Part => Style::Part,
        LocatorKind::Line => Style::Line,
        LocatorKind::Note => Style::Note,
    };
    SpecificLocator(kind, LocatorPayload::Str(&place.number))
}

#[cfg(test)]
mod tests;
