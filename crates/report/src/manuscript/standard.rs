//! The standards for reporting qualitative research: their items by number, in our own short words, and what of the study
//! answers them. Items without topics are the author's: to fill them by guess is worse than to leave them empty.

use super::Topic::{self, *};

/// A standard.
#[derive(Debug)]
pub struct Standard {
    /// Its name in keys of the catalogue.
    pub key: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// Where it was published.
    pub source: &'static str,
    /// Its items, in order.
    pub items: &'static [Item],
}

/// An item of a standard.
#[derive(Debug)]
pub struct Item {
    /// Its number; in a standard without numbers the place in which it stands.
    pub number: &'static str,
    /// Whether the standard itself has this number.
    pub is_numbered: bool,
    /// The part of the standard in which it stands.
    pub part: &'static str,
    /// What answers it; nothing for what only the author knows.
    pub topics: &'static [Topic],
}

/// All standards.
pub const STANDARDS: [Standard; 3] = [
    Standard {
        key: "coreq",
        name: "COREQ",
        source: "Tong, Sainsbury & Craig (2007), doi:10.1093/intqhc/mzm042",
        items: COREQ,
    },
    Standard {
        key: "srqr",
        name: "SRQR",
        source: "O’Brien, Harris, Beckman, Reed & Cook (2014), doi:10.1097/ACM.0000000000000388",
        items: SRQR,
    },
    Standard {
        key: "jars",
        name: "JARS-Qual",
        source: "Levitt, Bamberg, Creswell, Frost, Josselson & Suárez-Orozco (2018), doi:10.1037/amp0000151",
        items: JARS,
    },
];

const fn item(number: &'static str, part: &'static str, topics: &'static [Topic]) -> Item {
    Item { number, is_numbered: true, part, topics }
}

const fn place(number: &'static str, part: &'static str, topics: &'static [Topic]) -> Item {
    Item { number, is_numbered: false, part, topics }
}

const COREQ: &[Item] = &[
    item("1", "team", &[]),
    item("2", "team", &[]),
    item("3", "team", &[]),
    item("4", "team", &[]),
    item("5", "team", &[]),
    item("6", "team", &[]),
    item("7", "team", &[]),
    item("8", "team", &[]),
    item("9", "design", &[]),
    item("10", "design", &[]),
    item("11", "design", &[]),
    item("12", "design", &[Cases, People]),
    item("13", "design", &[]),
    item("14", "design", &[]),
    item("15", "design", &[]),
    item("16", "design", &[Cases, People, Sources, Period]),
    item("17", "design", &[]),
    item("18", "design", &[Repeats]),
    item("19", "design", &[]),
    item("20", "design", &[Notes]),
    item("21", "design", &[Lengths, Recordings]),
    item("22", "design", &[Saturation]),
    item("23", "design", &[]),
    item("24", "analysis", &[Coders, Shared]),
    item("25", "analysis", &[CodeTree]),
    item("26", "analysis", &[Origin]),
    item("27", "analysis", &[Software]),
    item("28", "analysis", &[]),
    item("29", "analysis", &[Quotes]),
    item("30", "analysis", &[Units, Findings]),
    item("31", "analysis", &[Wide]),
    item("32", "analysis", &[Narrow, Deviant]),
];

const SRQR: &[Item] = &[
    item("S1", "front", &[]),
    item("S2", "front", &[]),
    item("S3", "introduction", &[]),
    item("S4", "introduction", &[]),
    item("S5", "methods", &[]),
    item("S6", "methods", &[]),
    item("S7", "methods", &[]),
    item("S8", "methods", &[Cases, Saturation]),
    item("S9", "methods", &[]),
    item("S10", "methods", &[Sources, Period]),
    item("S11", "methods", &[]),
    item("S12", "methods", &[Cases, People, Sources]),
    item("S13", "methods", &[Processing]),
    item("S14", "methods", &[Coders, CodeTree, Origin, Units]),
    item("S15", "methods", &[Shared, Agreement, Adjudicated, Triangulation, Deviant, Panels, Notes]),
    item("S16", "results", &[]),
    item("S17", "results", &[Quotes, Findings]),
    item("S18", "discussion", &[]),
    item("S19", "discussion", &[]),
    item("S20", "other", &[]),
    item("S21", "other", &[]),
];

const JARS: &[Item] = &[
    place("title", "front", &[]),
    place("author-note", "front", &[]),
    place("abstract", "front", &[]),
    place("problem", "introduction", &[]),
    place("aims", "introduction", &[]),
    place("design", "method", &[]),
    place("researchers", "method", &[]),
    place("participants", "method", &[Cases, People, Sources]),
    place("relationship", "method", &[]),
    place("recruitment", "method", &[]),
    place("selection", "method", &[]),
    place("collection", "method", &[Period, Lengths, Contacts]),
    place("recording", "method", &[Recordings, Processing]),
    place("strategies", "method", &[Units, Coders, CodeTree, Origin, Software]),
    place(
        "integrity",
        "method",
        &[Shared, Agreement, Adjudicated, Triangulation, Deviant, Saturation, Panels],
    ),
    place("findings", "results", &[Wide, Narrow, Quotes, Findings]),
    place("discussion", "discussion", &[]),
];
