//! What is printed, held against the examples of APA's manual and of Dutch guides to it.

use draad_core::{Language, ReferenceKey, References};
use draad_literature::{Literature, Run, plain, read};

const MANUAL: &str = include_str!("manual.bib");

fn references(text: &str) -> References {
    let read = read(text);
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    let works = read.works.into_iter().map(|work| (work.key.clone(), work)).collect();
    References { text: text.to_owned(), works }
}

fn literature(text: &str, language: Language, markdown: &str) -> Literature {
    let references = references(text);
    let keys: Vec<ReferenceKey> = references.works.keys().cloned().collect();
    Literature::new(&references, language, [markdown], &keys)
}

/// A reference with its italics between stars.
fn starred(runs: &[Run]) -> String {
    runs.iter().map(|run| if run.is_italic { format!("*{}*", run.text) } else { run.text.clone() }).collect()
}

fn list(text: &str, language: Language) -> Vec<String> {
    literature(text, language, "").list().iter().map(|listed| starred(&listed.runs)).collect()
}

#[track_caller]
fn assert_printed(text: &str, language: Language, markdown: &str, expected: &str) {
    assert_eq!(literature(text, language, markdown).cited(markdown), expected);
}

#[test]
fn the_examples_of_the_manual_are_printed_as_it_has_them() {
    let expected = [
        "Balsam, K. F., Martell, C. R., Jones, K. P., & Safren, S. A. (2019). Affirmative cognitive behavior therapy with sexual and gender minority people. In G. Y. Iwamasa & P. A. Hays (Eds.), *Culturally responsive cognitive behavior therapy: Practice and supervision* (2nd ed., pp. 287–314). American Psychological Association. https://doi.org/10.1037/0000119-012",
        "Brown, L. S. (2018). *Feminist therapy* (2nd ed.). American Psychological Association. https://doi.org/10.1037/0000092-000",
        "Burin, D., Kilteni, K., Rabuffetti, M., Slater, M., & Pia, L. (2019). Body ownership increases the interference between observed and executed movements. *PLOS ONE*, *14*(1), Article e0209899. https://doi.org/10.1371/journal.pone.0209899",
        "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States. *Psychology of Popular Media Culture*, *8*(3), 207–217. https://doi.org/10.1037/ppm0000185",
        "Hacker Hughes, J. (Ed.). (2017). *Military veteran psychological health and social care: Contemporary approaches*. Routledge.",
        "Hutcheson, V. H. (2012). *Dealing with dual differences: Social coping strategies of gifted and lesbian, gay, bisexual, transgender, and queer adolescents* [Master’s thesis, The College of William & Mary]. https://digitalarchive.wm.edu/bitstream/handle/10288/16594/HutchesonVirginia2012.pdf",
        "Kalnay, E., Kanamitsu, M., Kistler, R., Collins, W., Deaven, D., Gandin, L., Iredell, M., Saha, S., White, G., Woollen, J., Zhu, Y., Chelliah, M., Ebisuzaki, W., Higgins, W., Janowiak, J., Mo, K. C., Ropelewski, C., Wang, J., Leetmaa, A., … Joseph, D. (1996). The NCEP/NCAR 40-year reanalysis project. *Bulletin of the American Meteorological Society*, *77*(3), 437–471.",
        "McCauley, S. M., & Christiansen, M. H. (2019). Language learning as language use: A cross-linguistic model of child language development. *Psychological Review*, *126*(1), 1–51. https://doi.org/10.1037/rev0000126",
        "National Cancer Institute. (2018). *Facing forward: Life after cancer treatment* (NIH Publication No. 18-2424). U.S. Department of Health and Human Services, National Institutes of Health. https://www.cancer.gov/publications/patient-education/life-after-treatment.pdf",
        "U.S. Census Bureau. (n.d.). *U.S. and world population clock*. U.S. Department of Commerce. Retrieved January 9, 2020, from https://www.census.gov/popclock/",
        "World Health Organization. (2018, May 24). *The top 10 causes of death*. https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death",
    ];
    for (found, expected) in list(MANUAL, Language::En).iter().zip(expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(list(MANUAL, Language::En).len(), expected.len());
}

#[test]
fn citations_are_printed_as_the_manual_has_them() {
    for (written, expected) in [
        ("Zo [@grady2019].", "Zo (Grady et al., 2019)."),
        ("@grady2019 say", "Grady et al. (2019) say"),
        ("As @mccauley2019 [pp. 3-4] say", "As McCauley and Christiansen (2019, pp. 3–4) say"),
        (
            "[@mccauley2019, p. 3; see also @brown2018]",
            "(McCauley & Christiansen, 2019, p. 3; see also Brown, 2018)",
        ),
        ("[@nci2018; @brown2018]", "(Brown, 2018; National Cancer Institute, 2018)"),
        ("Brown [-@brown2018, chap. 2]", "Brown (2018, Chapter 2)"),
        ("[@census]", "(U.S. Census Bureau, n.d.)"),
        ("[@nowhere] and anna@example.org", "[@nowhere] and anna@example.org"),
    ] {
        assert_printed(MANUAL, Language::En, written, expected);
    }
}

const DUTCH: &str = "
@book{devries2019, author = {de Vries, Jan and van den Berg, Anna and Jansen, P.}, title = {Samen}, edition = {2}, publisher = {SWP}, date = {2019}}
@book{jansen2019, author = {Jansen, Piet and de Vries, J.}, title = {Een}, publisher = {SWP}, date = {2019}}
@book{jansen2019x, author = {Jansen, Piet and de Vries, J.}, title = {Twee}, publisher = {SWP}, date = {2019}}
@incollection{vandam2017, author = {van Dam, Levi}, title = {Steun}, booktitle = {Handboek}, editor = {de Boer, Jo and 't Hart, K.}, publisher = {SWP}, date = {2017}, pages = {11-20}}
@online{site, author = {{Rijksoverheid}}, title = {Gezinshuizen}, url = {https://example.org/g}, urldate = {2020-05-01}}
@phdthesis{ancona2015, author = {d'Ancona, J.}, title = {Een proefschrift}, school = {Universiteit Utrecht}, year = 2015}
@report{rapport, author = {Ortega y Gasset, J. and van 't Veld, K.}, title = {Rapport}, institution = {Hogeschool Voorbeeld}, date = {2020-03}}
@article{krant, author = {Zwart, A.}, title = {Vol}, journaltitle = {Trouw}, entrysubtype = {newspaper}, date = {2022-03-04}, url = {https://example.org/k}}
@misc{wet, title = {Jeugdwet}, date = {2014}, url = {https://example.org/wet}}
";

#[test]
fn a_dutch_text_has_dutch_terms_and_capitals_for_prefixes() {
    assert_eq!(
        list(DUTCH, Language::Nl),
        [
            "d'Ancona, J. (2015). *Een proefschrift* [Proefschrift]. Universiteit Utrecht.",
            "De Vries, J., Van den Berg, A., & Jansen, P. (2019). *Samen* (2e druk). SWP.",
            "Jansen, P., & De Vries, J. (2019a). *Een*. SWP.",
            "Jansen, P., & De Vries, J. (2019b). *Twee*. SWP.",
            "*Jeugdwet*. (2014). https://example.org/wet",
            "Ortega y Gasset, J., & Van 't Veld, K. (2020). *Rapport*. Hogeschool Voorbeeld.",
            "Rijksoverheid. (z.d.). *Gezinshuizen*. Geraadpleegd op 1 mei 2020, van https://example.org/g",
            "Van Dam, L. (2017). Steun. In J. de Boer & K. 't Hart (Red.), *Handboek* (pp. 11–20). SWP.",
            "Zwart, A. (2022, 4 maart). Vol. *Trouw*. https://example.org/k",
        ]
    );
    for (written, expected) in [
        ("[@jansen2019, p. 12]", "(Jansen & De Vries, 2019a, p. 12)"),
        ("[@jansen2019x; @jansen2019]", "(Jansen & De Vries, 2019a, 2019b)"),
        ("Volgens @jansen2019 [blz. 3]", "Volgens Jansen en De Vries (2019a, p. 3)"),
        (
            "[zie ook @vandam2017, hoofdstuk 2, over steun]",
            "(zie ook Van Dam, 2017, Hoofdstuk 2, over steun)",
        ),
        ("[@wet]", "(*Jeugdwet*, 2014)"),
        ("@wet zegt", "*Jeugdwet* (2014) zegt"),
        ("[@devries2019; @site]", "(De Vries et al., 2019; Rijksoverheid, z.d.)"),
    ] {
        assert_printed(DUTCH, Language::Nl, written, expected);
    }
}

#[test]
fn an_english_text_leaves_prefixes_small_but_at_the_beginning_of_a_sentence() {
    let text = "@book{b, author = {de Vries, Jan}, title = {T}, date = {2019}}";
    assert_eq!(list(text, Language::En), ["de Vries, J. (2019). *T*."]);
    assert_printed(
        text,
        Language::En,
        "As @b says. @b says [@b].",
        "As de Vries (2019) says. De Vries (2019) says (de Vries, 2019).",
    );
}

#[test]
fn how_many_names_are_printed_follows_the_manual() {
    let of = |n: usize| {
        let names: Vec<String> = (0..n).map(|i| format!("Naam{}, A.", (b'A' + i as u8) as char)).collect();
        format!("@book{{b, author = {{{}}}, title = {{T}}, date = {{2001}}}}", names.join(" and "))
    };
    assert_printed(&of(2), Language::En, "[@b]", "(NaamA & NaamB, 2001)");
    assert_printed(&of(3), Language::En, "[@b]", "(NaamA et al., 2001)");
    assert_eq!(list(&of(2), Language::En), ["NaamA, A., & NaamB, A. (2001). *T*."]);
    for n in [3, 20, 21, 22] {
        let found = list(&of(n), Language::En).remove(0);
        // twenty names are printed in full; of more, nineteen and the last
        assert_eq!(found.matches("Naam").count(), n.min(20), "{found}");
        assert_eq!(found.contains(", … Naam"), n > 20, "{found}");
        assert_eq!(found.contains("& Naam"), n <= 20, "{found}");
    }
}

#[test]
fn what_is_printed_does_not_depend_on_the_order_of_the_texts() {
    let references = references(DUTCH);
    let texts = ["[@jansen2019x, p. 1]", "[@jansen2019]", "@devries2019"];
    let forward = Literature::new(&references, Language::Nl, texts, []);
    let backward = Literature::new(&references, Language::Nl, texts.into_iter().rev(), []);
    assert_eq!(forward.list(), backward.list());
    assert_eq!(forward.cited(texts[0]), backward.cited(texts[0]));
    let short = forward.short(&ReferenceKey::new("jansen2019").unwrap()).unwrap();
    assert_eq!(plain(&short), "Jansen & De Vries, 2019a");
}

#[test]
fn letters_of_years_follow_the_list() {
    let text = "@book{a, author = {Smit, A.}, title = {Zon}, date = {2021}} @book{b, author = {Smit, A.}, title = {Aarde}, date = {2021}}";
    assert_eq!(list(text, Language::Nl), ["Smit, A. (2021a). *Aarde*.", "Smit, A. (2021b). *Zon*."]);
    assert_printed(text, Language::Nl, "[@a] [@b]", "(Smit, 2021b) (Smit, 2021a)");
}

#[test]
fn signs_of_markdown_in_a_name_stay_signs() {
    let text = "@online{b, author = {{Net_werk *Thuis*}}, title = {T}, date = {2019}}";
    assert_printed(text, Language::Nl, "[@b]", "(Net\\_werk \\*Thuis\\*, 2019)");
}
