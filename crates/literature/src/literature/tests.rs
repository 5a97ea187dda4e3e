use super::*;
use proptest::prelude::*;

fn references(text: &str) -> References {
    let works = read::read(text).works.into_iter().map(|work| (work.key.clone(), work)).collect();
    References { text: text.to_owned(), works }
}

#[test]
fn without_works_a_text_stays_as_it_is() {
    let literature = Literature::new(&References::default(), Language::Nl, ["[@a] en @b"], []);
    assert!(literature.is_empty());
    assert_eq!(literature.cited("[@a] en @b"), "[@a] en @b");
}

proptest! {
    #[test]
    fn whatever_a_work_says_is_printed(
        kind in "article|book|incollection|report|online|misc|thesis|inproceedings|unpublished|dataset|software|patent|periodical|inreference|video",
        name in "[A-Za-zé'{}\\\\& -]{0,20}",
        date in "(1|19|2019|2019-0[0-9]|2019-13|-0044|9999999|2019/2020|\\?|)",
        number in "[0-9a-z –-]{0,8}",
    ) {
        let text = format!("@{kind}{{a, author = {{{name}}}, title = {{T}}, date = {{{date}}}, volume = {{{number}}}, number = {{{number}}}, pages = {{{number}}}, edition = {{{number}}}, urldate = {{{date}}}, url = {{https://x.nl}}}}");
        let references = references(&text);
        let known: Vec<ReferenceKey> = references.works.keys().cloned().collect();
        let literature = Literature::new(&references, Language::Nl, ["[@a, p. 12]"], &known);
        prop_assert_eq!(literature.list().len(), known.len());
        if !known.is_empty() {
            prop_assert!(literature.cited("[@a, p. 12]").starts_with('('));
        }
    }
}
