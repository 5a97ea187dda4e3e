//! Saved queries as filters and as sets: what a query finds, counted like a factor ("smart codes").

use crate::Project;
use crate::queries;
use crate::search::{Query, Search, SearchOptions};
use draad_core::diagnostic::Outcome;
use draad_core::{
    Code, CodeId, CoderId, CoderPolicy, Coding, CodingId, Diagnostic, Filter, Place, Problem, SavedQuery,
    Span, Study, Target,
};
use draad_index::{Context, Hit, Order, Per};

/// The coder of passages that no person coded.
const NOBODY: &str = "query";

impl Project {
    /// Returns the filter with saved queries added: what passes must also lie in units for which each of them holds.
    ///
    /// # Errors
    /// `UnknownQuery`; the problems of a query that cannot be read or asked.
    pub fn within(&self, mut filter: Filter, names: &[String]) -> Outcome<Filter> {
        if names.is_empty() {
            return Ok(filter);
        }
        let mut search = Search::open(self)?;
        for name in names {
            let saved = queries::find(self.study(), name)?;
            filter.within.push(search.within(saved, &Query::parse(&saved.text)?)?);
        }
        Ok(filter)
    }

    /// Adds saved queries as factors: their passages are counted as those of a code with the query's name. Nothing is
    /// written; the hash of the data changes with the queries.
    ///
    /// A passage that was found by a coding keeps that coding's direction, coder and remark. Other hits have no direction and
    /// belong to nobody, unless the study counts one coder only, who then stands for them.
    ///
    /// # Errors
    /// `UnknownQuery`; `SetNameTaken` when a code is called so; the problems of a query that cannot be read or asked.
    pub fn add_sets(&mut self, names: &[String]) -> Outcome<Vec<CodeId>> {
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let options = SearchOptions {
            per: Some(Per::Hit),
            limit: usize::MAX,
            order: Order::Place,
            context: Context::Words(0),
            ..SearchOptions::default()
        };
        let mut search = Search::open(self)?;
        let mut made: Vec<(Code, SavedQuery, Vec<Hit>)> = Vec::new();
        for name in names {
            let saved = queries::find(self.study(), name)?.clone();
            if made.iter().any(|(_, own, _)| own.name == saved.name) {
                continue; // named twice, or by its name and by its label
            }
            let code = code_of(self.study(), &saved)?;
            let query = Query::parse(&saved.text)?;
            let answer = search.answer(&query, &Filter::default(), &options)?;
            made.push((code, saved, answer.hits));
        }
        let ids = made.iter().map(|(code, ..)| code.id.clone()).collect();
        for (code, saved, hits) in made {
            self.loaded_mut().fingerprint = fingerprint(&self.loaded.fingerprint, &saved);
            let study = &mut self.loaded_mut().study;
            let codings: Vec<Coding> = hits.iter().flat_map(|hit| codings_of(study, &code.id, hit)).collect();
            study.codings.extend(codings);
            study.codebook.codes.insert(code.id.clone(), code);
        }
        self.loaded_mut().study.sort_codings();
        Ok(ids)
    }
}

/// The factor that a query stands for.
fn code_of(study: &Study, saved: &SavedQuery) -> Outcome<Code> {
    let taken = || {
        let problem = Problem::SetNameTaken { name: saved.name.to_string() };
        Box::new(Diagnostic::error(Place::default(), problem))
    };
    let id =
        CodeId::new(saved.name.as_str()).filter(|id| study.codebook.get(id).is_none()).ok_or_else(taken)?;
    let definition = match saved.note.is_empty() {
        true => saved.text.clone(),
        false => format!("{} ({})", saved.note, saved.text),
    };
    Ok(Code { name: saved.label.clone(), definition, ..Code::new(id) })
}

/// The codings that a hit counts as: those that it was found by, or one of nobody.
fn codings_of(study: &Study, code: &CodeId, hit: &Hit) -> Vec<Coding> {
    if hit.codings.is_empty() {
        return coding_of_nobody(study, code, hit).into_iter().collect();
    }
    let renamed = |found: &crate::search::FoundCoding| {
        let own = study.codings.get(found.index)?;
        let id = CodingId::new(&format!("{code}-{}", own.id)).unwrap_or_else(|| own.id.clone());
        Some(Coding { id, code: code.clone(), valence: found.valence, ..own.clone() })
    };
    hit.codings.iter().filter_map(renamed).collect()
}

fn coding_of_nobody(study: &Study, code: &CodeId, hit: &Hit) -> Option<Coding> {
    let source = study.sources.get(&hit.source)?;
    let span: Span = source.text.span(hit.match_chars)?;
    let target = Target::Span(span);
    let coder = match &study.settings.coder_policy {
        CoderPolicy::All => CoderId::new(NOBODY)?,
        CoderPolicy::One { coder } | CoderPolicy::Adjudicated { coder } => coder.clone(),
    };
    Some(Coding {
        id: Coding::derived_id(source, code, target),
        coder,
        source: source.id.clone(),
        code: code.clone(),
        target,
        valence: None,
        weight: None,
        quote: hit.matched.clone(),
        memo: String::new(),
        created: None,
        modified: None,
    })
}

fn fingerprint(data: &str, saved: &SavedQuery) -> String {
    let hash = blake3::hash(format!("{data}\n{}\n{}", saved.name, saved.text).as_bytes());
    hash.to_hex()[..data.len()].to_owned()
}
