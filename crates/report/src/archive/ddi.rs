//! The study described as DDI-Codebook 2.5: what it is, about whom, how it was done, and who may read it.
//!
//! Elements stand in the order that the schema (`codebook.xsd`) demands. What the study does not say is left out where the
//! schema lets it, and `:tba` where it does not.

use super::xml::Xml;
use super::{Description, or_asked};

const NAMESPACE: &str = "ddi:codebook:2_5";

/// Returns `ddi-study.xml`.
pub fn ddi(described: &Description) -> Vec<u8> {
    let mut xml = Xml::new(true);
    xml.open("codeBook", &[("xmlns", NAMESPACE), ("version", "2.5"), ("xml:lang", described.language())]);
    xml.open("stdyDscr", &[]);
    citation(&mut xml, described);
    information(&mut xml, described);
    method(&mut xml, described);
    access(&mut xml, described);
    publications(&mut xml, described);
    xml.finish()
}

fn citation(xml: &mut Xml, described: &Description) {
    let (archive, settings) = (described.archive(), described.settings);
    xml.open("citation", &[]);
    xml.open("titlStmt", &[]);
    xml.element("titl", &[], or_asked(&settings.title));
    xml.element("IDNo", &[("agency", "study")], &settings.id);
    if !archive.doi.is_empty() {
        xml.element("IDNo", &[("agency", "DOI")], &archive.doi);
    }
    xml.close();
    xml.open("rspStmt", &[]);
    if archive.creators.is_empty() {
        xml.element("AuthEnty", &[], or_asked(""));
    }
    for creator in &archive.creators {
        let affiliation = Some(("affiliation", creator.affiliation.as_str()));
        let affiliation = affiliation.filter(|(_, name)| !name.is_empty());
        xml.element("AuthEnty", affiliation.as_slice(), &creator.name);
    }
    xml.close();
    xml.open("prodStmt", &[]);
    xml.element("software", &[("version", described.version)], "Rode Draad");
    for funding in &archive.funding {
        xml.element("fundAg", &[], &funding.funder);
    }
    for funding in archive.funding.iter().filter(|funding| !funding.award.is_empty()) {
        xml.element("grantNo", &[("agency", &funding.funder)], &funding.award);
    }
    xml.close();
    xml.open("distStmt", &[]);
    xml.element("distrbtr", &[], or_asked(&archive.publisher));
    xml.maybe("contact", &archive.contact);
    if let Some(year) = archive.year {
        let year = format!("{year:04}");
        xml.element("distDate", &[("date", &year)], &year);
    }
    xml.close();
    xml.close();
}

fn information(xml: &mut Xml, described: &Description) {
    let archive = described.archive();
    xml.open("stdyInfo", &[]);
    if !archive.subjects.is_empty() {
        xml.open("subject", &[]);
        archive.subjects.iter().for_each(|subject| xml.element("keyword", &[], subject));
        xml.close();
    }
    xml.element("abstract", &[], or_asked(&archive.description));
    xml.open("sumDscr", &[]);
    if let Some(period) = described.period {
        let (start, end) = (period.start.to_string(), period.end.to_string());
        xml.element("collDate", &[("event", "start"), ("date", &start)], &start);
        xml.element("collDate", &[("event", "end"), ("date", &end)], &end);
    }
    archive.places.iter().for_each(|place| xml.element("geogCover", &[], place));
    xml.maybe("universe", &archive.population);
    described.kinds.iter().for_each(|kind| xml.element("dataKind", &[], kind));
    xml.close();
    xml.close();
}

fn method(xml: &mut Xml, described: &Description) {
    let archive = described.archive();
    xml.open("method", &[]);
    xml.open("dataColl", &[]);
    xml.maybe("sampProc", &archive.sampling);
    xml.maybe("collMode", &archive.collection);
    xml.close();
    xml.maybe("notes", &described.coding);
    xml.close();
}

fn access(xml: &mut Xml, described: &Description) {
    let archive = described.archive();
    xml.open("dataAccs", &[]);
    xml.open("setAvail", &[]);
    xml.element("collSize", &[], &described.counts.join("; "));
    xml.maybe("complete", &described.withheld);
    xml.close();
    xml.open("useStmt", &[]);
    xml.element("restrctn", &[], or_asked(&archive.rights));
    xml.maybe("contact", &archive.contact);
    xml.maybe("conditions", &archive.conditions);
    xml.close();
    xml.maybe("notes", &described.settings.note);
    xml.close();
}

fn publications(xml: &mut Xml, described: &Description) {
    let publications = &described.archive().publications;
    if publications.is_empty() {
        return;
    }
    xml.open("othrStdyMat", &[]);
    for doi in publications {
        xml.element("relPubl", &[], &format!("https://doi.org/{doi}"));
    }
    xml.close();
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::archive::{Archive, Creator};
    use draad_core::{Language, Settings};

    #[test]
    fn the_study_is_described_in_the_order_of_the_schema() {
        let mut settings = Settings::new("s", "A < B & C", Language::En);
        settings.archive = Archive {
            creators: vec![Creator {
                name: "Vries, Ada de".into(),
                orcid: String::new(),
                affiliation: "X".into(),
            }],
            publications: vec!["10.1/x".into()],
            ..Archive::default()
        };
        let described = Description {
            settings: &settings,
            period: None,
            fingerprint: "0",
            version: "0.1",
            counts: vec!["1 case".into(), "2 sources".into()],
            kinds: vec!["interview".into()],
            coding: "coded by two".into(),
            withheld: String::new(),
        };
        let bytes = String::from_utf8(ddi(&described)).unwrap();
        let xml = roxmltree::Document::parse(&bytes).unwrap();
        let child = |name: &str| xml.descendants().find(|node| node.has_tag_name((NAMESPACE, name))).unwrap();
        let names = |node: roxmltree::Node| -> Vec<String> {
            node.children()
                .filter(|child| child.is_element())
                .map(|child| child.tag_name().name().to_owned())
                .collect()
        };
        // codebook.xsd, stdyDscrType and citationType
        assert_eq!(names(child("stdyDscr")), ["citation", "stdyInfo", "method", "dataAccs", "othrStdyMat"]);
        assert_eq!(names(child("citation")), ["titlStmt", "rspStmt", "prodStmt", "distStmt"]);
        assert_eq!(child("titl").text(), Some("A < B & C"));
        assert_eq!((child("distrbtr").text(), child("abstract").text()), (Some(":tba"), Some(":tba")));
        assert_eq!(child("AuthEnty").attribute("affiliation"), Some("X"));
        assert_eq!(child("collSize").text(), Some("1 case; 2 sources"));
    }
}
