//! Reading the address of a cell: `p01,vertrouwen,role=parent`.

use crate::Project;
use crate::tables::{Request, by_named, fails, keys};
use draad_analysis::{By, CellAddress, GroupKey};
use draad_core::diagnostic::Outcome;
use draad_core::filter::nearest;
use draad_core::{Code, CodeId, Label, Problem, SourceId, Valence};

/// What stands in a table for a value that the study does not state.
const NOT_STATED: &str = "not-stated";

/// Most factors in one cell.
const MOST_FACTORS: usize = 2;

/// Returns the address, and the cell as people read it.
pub(super) fn read(project: &Project, cell: &str, request: &Request) -> Outcome<(CellAddress, String)> {
    let mut reading =
        Reading { project, request, address: CellAddress::default(), title: Vec::new(), places: Vec::new() };
    for part in cell.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        match part.split_once('=') {
            Some((key, value)) => reading.value(part, key.trim(), value.trim())?,
            None => reading.name(part)?,
        }
    }
    match reading.address.factors.len() {
        _ if reading.title.is_empty() => fails(Problem::CellEmpty),
        n if n > MOST_FACTORS => fails(Problem::CellFactors { n }),
        _ => Ok((reading.address, reading.title.join(" · "))),
    }
}

struct Reading<'p> {
    project: &'p Project,
    request: &'p Request,
    address: CellAddress,
    title: Vec<String>,
    /// What each part that was read says something about, and the part.
    places: Vec<(Aspect, String)>,
}

/// What a part of an address says something about; a cell has one of each, and two factors.
#[derive(PartialEq)]
enum Aspect {
    Case,
    Factor(CodeId),
    Valence,
    Source,
    Key(By),
}

impl Reading<'_> {
    /// Takes note of a part, or says beside which earlier one it cannot stand.
    fn once(&mut self, aspect: Aspect, part: &str) -> Outcome<()> {
        if let Some((_, first)) = self.places.iter().find(|(earlier, _)| *earlier == aspect) {
            return fails(Problem::CellTwice { first: first.clone(), second: part.to_owned() });
        }
        self.places.push((aspect, part.to_owned()));
        Ok(())
    }

    /// Reads a case or a code.
    fn name(&mut self, name: &str) -> Outcome<()> {
        let (study, language) = (self.project.study(), self.project.words.language);
        if let Some(case) = study.case_called(name) {
            self.once(Aspect::Case, name)?;
            self.title.push(case.id.to_string());
            self.address.case = Some(case.id.clone());
            return Ok(());
        }
        let codes = &study.codebook.codes;
        let is_called = |code: &&Code| code.name.is(name);
        let Some(code) = codes.get(name).or_else(|| codes.values().find(is_called)) else {
            let names = study.cases.keys().map(|id| id.as_str());
            let names = names.chain(codes.keys().map(CodeId::as_str));
            return fails(unknown(name, nearest(name, names)));
        };
        self.once(Aspect::Factor(code.id.clone()), name)?;
        self.title.push(code.name.or(language, &code.id));
        self.address.factors.push(code.id.clone());
        Ok(())
    }

    /// Reads `key=value`.
    fn value(&mut self, part: &str, key: &str, value: &str) -> Outcome<()> {
        match key {
            "case" | "casus" | "factor" | "code" => return self.name(value),
            "valence" | "richting" => return self.valence(part, value),
            "source" | "bron" => return self.source(part, value),
            _ => {}
        }
        let study = self.project.study();
        let Some(by) = by_named(study, key, self.request.outcome()) else {
            let known = keys(study).into_iter();
            let known: Vec<String> = known.chain(["valence", "source"].map(str::to_owned)).collect();
            return fails(unknown(part, nearest(key, known.iter().map(String::as_str))));
        };
        let values = by.values(study)?;
        let is_called = |(id, label): &&(String, Label)| id == value || label.is(value);
        let group = match values.iter().find(is_called) {
            Some((id, label)) => {
                self.title.push(label.or(self.project.words.language, id));
                GroupKey::Value(id.clone())
            }
            None if value == NOT_STATED || value == self.project.words.say("not-stated") => {
                self.title.push(format!("{key}: {}", self.project.words.say("not-stated")));
                GroupKey::NotStated
            }
            None => return fails(unknown(part, nearest(value, values.iter().map(|(id, _)| id.as_str())))),
        };
        self.once(Aspect::Key(by.clone()), part)?;
        self.address.groups.push((by, group));
        Ok(())
    }

    fn valence(&mut self, part: &str, value: &str) -> Outcome<()> {
        let words = self.project.words;
        let name = |valence: Valence| words.say(&format!("valence-{}", <&str>::from(valence)));
        let known = [Valence::Promoting, Valence::Hindering, Valence::Ambivalent];
        let Some(valence) = known.into_iter().find(|own| <&str>::from(*own) == value || name(*own) == value)
        else {
            return fails(unknown(part, nearest(value, known.map(<&str>::from))));
        };
        self.once(Aspect::Valence, part)?;
        self.title.push(name(valence));
        self.address.valence = Some(valence);
        Ok(())
    }

    fn source(&mut self, part: &str, value: &str) -> Outcome<()> {
        let sources = &self.project.study().sources;
        let Some((id, _)) = sources.get_key_value(value) else {
            return fails(unknown(part, nearest(value, sources.keys().map(SourceId::as_str))));
        };
        self.once(Aspect::Source, part)?;
        self.title.push(id.to_string());
        self.address.source = Some(id.clone());
        Ok(())
    }
}

fn unknown(part: &str, nearest: String) -> Problem {
    Problem::CellUnknown { part: part.to_owned(), nearest }
}
