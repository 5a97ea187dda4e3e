//! The manuscript: what goes into a publication, to edit in Word. Methods with a field for each number, the results as
//! tables and figures with captions, quotes per factor, and the checklists for reporting.

mod figures;
mod names;
mod own_tables;
mod quotes;
mod references;
mod tables;

use super::Asked;
use crate::Project;
use crate::results::Results;
use crate::show::basis_note;
use draad_analysis::{MethodFacts, MethodResults};
use draad_core::Study;
use draad_core::diagnostic::Outcome;
use draad_report::document::{Block, Document, plain};
use draad_report::manuscript::{Known, QuotedFacts, STANDARDS, checklist, methods};
use names::Names;
use tables::Tables;

/// A chapter of the results: its key in the catalogue, its tables and its figures.
struct Chapter {
    key: &'static str,
    tables: Tables,
    figures: &'static [&'static str],
}

/// The chapters, in the order in which a study is read.
const CHAPTERS: [Chapter; 9] = [
    Chapter { key: "sample", tables: Tables::Of(tables::SAMPLE), figures: &["study-design"] },
    Chapter { key: "factors", tables: Tables::Own(own_tables::factors), figures: &["matrix"] },
    Chapter { key: "tensions", tables: Tables::Of(tables::TENSIONS), figures: &["tensions"] },
    Chapter { key: "contrast", tables: Tables::Of(tables::CONTRAST), figures: &["contrast"] },
    Chapter {
        key: "triangulation",
        tables: Tables::Own(own_tables::triangulation),
        figures: &["triangulation"],
    },
    Chapter { key: "course", tables: Tables::None, figures: &["balance", "scores"] },
    Chapter { key: "qca", tables: Tables::Of(tables::QCA), figures: &[] },
    Chapter { key: "agreement", tables: Tables::Of(tables::AGREEMENT), figures: &[] },
    Chapter { key: "saturation", tables: Tables::Of(tables::SATURATION), figures: &["saturation"] },
];

/// Returns the manuscript. Its tables and figures are made from the study without the names of cases and participants, so
/// that none can stand in them, whichever they are.
pub(super) fn make(asked: &Asked) -> Outcome<Vec<u8>> {
    let study = asked.results.study();
    let names = Names::new(study);
    if !has_names(study) {
        asked.results.compute();
        return asked.written(&document(asked, &names)?);
    }
    let project = nameless(asked.results.project);
    let results = asked.results.without_names(&project);
    results.compute();
    asked.written(&document(&Asked { results: &results, ..*asked }, &names)?)
}

/// Returns whether a case or participant has a name.
fn has_names(study: &Study) -> bool {
    let cases = study.cases.values().map(|case| &case.name);
    cases.chain(study.participants.values().map(|person| &person.name)).any(|name| !name.is_empty())
}

/// Returns the project as it is, but for the names of cases and participants: ids stay, and the labels by which speakers are
/// known.
fn nameless(project: &Project) -> Project {
    let mut nameless = project.clone();
    let study = &mut nameless.loaded_mut().study;
    study.cases.values_mut().for_each(|case| case.name.clear());
    study.participants.values_mut().for_each(|person| person.name.clear());
    nameless
}

fn document(asked: &Asked, names: &Names) -> Outcome<Document> {
    let results = asked.results;
    let (study, words) = (results.study(), results.project.words);
    let quotes = quotes::Quoted::new(results)?;
    let facts = method_facts(results)?;
    let known = Known { facts: &facts, study, quoted: quotes.facts(), words };
    let (chapters, missing) = chapters(asked, names)?;
    let say = |key: &str| words.say(&format!("manuscript-{key}"));
    let mut blocks = vec![Block::Note(say("draft")), Block::heading(1, say("methods"))];
    blocks.extend(methods(&known));
    blocks.push(Block::heading(1, say("results")));
    blocks.extend(chapters);
    blocks.extend(quotes.blocks(names));
    blocks.extend(references::blocks(results));
    blocks.extend(checklists(&known));
    if !missing.is_empty() {
        blocks.push(Block::heading(1, say("missing")));
        blocks.push(Block::List(missing.into_iter().map(plain).collect()));
    }
    let settings = &study.settings;
    let under_title = [&settings.note].into_iter().filter(|text| !text.is_empty());
    Ok(Document {
        title: settings.title.clone(),
        under_title: under_title.cloned().collect(),
        blocks,
        definitions_title: words.say("quotes-definitions"),
        definitions: definitions(asked)?,
        words,
    })
}

/// Takes what the study knows of its method from the results that are there.
fn method_facts(results: &Results) -> Outcome<MethodFacts> {
    let taken = MethodResults {
        sample: results.sample()?,
        table: results.table()?,
        contrast: results.contrast().ok().map(AsRef::as_ref),
        triangulation: results.triangulation().ok().map(AsRef::as_ref),
        agreement: results.agreement().ok().map(AsRef::as_ref),
        saturation: results.saturation().ok().map(AsRef::as_ref),
    };
    Ok(MethodFacts::new(results.study(), &results.facts, &results.options, &taken))
}

/// Returns the chapters of the results, and what is not in them, with why.
fn chapters(asked: &Asked, names: &Names) -> Outcome<(Vec<Block>, Vec<String>)> {
    let results = asked.results;
    let words = results.project.words;
    let (mut blocks, mut missing) = (Vec::new(), Vec::new());
    let all_figures = CHAPTERS.iter().flat_map(|chapter| chapter.figures.iter().copied());
    let drawn = figures::drawn(results, names, asked.ending == "docx", all_figures)?;
    let not_there = |kind: &str, name: &str, reason: String| {
        let name = words.say_with(&format!("manuscript-missing-{kind}"), [("name", name.to_owned().into())]);
        words.say_with("manuscript-missing-of", [("name", name.into()), ("reason", reason.into())])
    };
    for chapter in &CHAPTERS {
        let mut own = Vec::new();
        match chapter.tables.made(results) {
            Ok(tables) => own.extend(tables.into_iter().map(Block::fitted)),
            Err(error) => missing.push(not_there("table", chapter.key, words.advice(&error.problem).message)),
        }
        for name in chapter.figures {
            match &drawn[name] {
                Ok(figures) => own.extend(figures.iter().cloned().map(Block::Figure)),
                Err(reason) => missing.push(not_there("figure", name, reason.clone())),
            }
        }
        if !own.is_empty() {
            blocks.extend(under(Block::heading(2, words.say(&format!("manuscript-{}", chapter.key))), own));
        }
    }
    Ok((blocks, missing))
}

/// Puts blocks under a heading: those on upright pages first, so that the paper is turned once; the heading goes along with
/// what follows it.
fn under(heading: Block, blocks: Vec<Block>) -> Vec<Block> {
    let is_lying = |block: &Block| matches!(block, Block::Landscape(_));
    let (lying, mut upright): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(is_lying);
    let mut lying: Vec<Block> = lying
        .into_iter()
        .flat_map(|block| match block {
            Block::Landscape(inner) => inner,
            other => vec![other],
        })
        .collect();
    let first = if upright.is_empty() { &mut lying } else { &mut upright };
    first.insert(0, heading);
    let lying = (!lying.is_empty()).then_some(Block::Landscape(lying));
    upright.into_iter().chain(lying).collect()
}

fn checklists(known: &Known) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, known.words.say("manuscript-checklists"))];
    for standard in &STANDARDS {
        blocks.push(Block::heading(2, standard.name));
        blocks.push(Block::Table(checklist(known, standard)));
    }
    blocks
}

/// What words and numbers mean, and what all of it rests on.
fn definitions(asked: &Asked) -> Outcome<Vec<(String, String)>> {
    let project = asked.results.project;
    let words = project.words;
    let term = |key: &str, text: &str| (words.say(&format!("manuscript-{key}")), words.say(text));
    Ok(vec![
        term("term-passage", "table-passage"),
        term("term-k-of-n", "table-k-of-n"),
        (words.say("manuscript-term-basis"), basis_note(project, &asked.results.table()?.basis)),
        (words.say("manuscript-command"), asked.command.to_owned()),
    ])
}

/// How much is quoted, for whoever says so.
impl quotes::Quoted<'_> {
    fn facts(&self) -> QuotedFacts {
        QuotedFacts { n_quotes: self.n_quotes(), n_people: self.n_people(), n_cases: self.n_cases() }
    }
}
