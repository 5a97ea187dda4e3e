//! The codes of the project in the codebook of the study.

use super::names::{Names, slug};
use super::own;
use super::work::{Work, is_called, label};
use draad_core::{Code, CodeId, CodeKind, LevelId, Problem, ReferenceKey};
use draad_ingest::coded::{ForeignCode, Reason, Thing, further_columns};
use draad_store::{ProjectPart, ProjectUse};
use std::collections::{BTreeMap, BTreeSet};

/// How many codes a path names at most; what is deeper is not written out.
const MAX_DEPTH: usize = 32;
/// Between a code and the one below it.
const BELOW: &str = " > ";

/// Returns the name of each code with those of the codes above it: `houding > vertrouwen`.
pub(super) fn paths(codes: &[ForeignCode]) -> Vec<String> {
    let path = |idx: usize| {
        let mut names = vec![codes[idx].name.trim()];
        let mut at = codes[idx].parent;
        while let Some(code) = at.and_then(|parent| codes.get(parent)).filter(|_| names.len() < MAX_DEPTH) {
            names.push(code.name.trim());
            at = code.parent.filter(|&parent| parent != idx);
        }
        names.reverse();
        names.join(BELOW)
    };
    (0..codes.len()).map(path).collect()
}

/// Returns the codes in an order in which each parent comes before its children. Codes in a circle come last.
fn parents_first(codes: &[ForeignCode]) -> (Vec<usize>, BTreeSet<usize>) {
    let mut children: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for (idx, code) in codes.iter().enumerate() {
        let parent = code.parent.filter(|&parent| parent < codes.len());
        children.entry(parent).or_default().push(idx);
    }
    let mut order = children.remove(&None).unwrap_or_default();
    let mut next = 0;
    while let Some(&idx) = order.get(next) {
        order.extend(children.remove(&Some(idx)).unwrap_or_default());
        next += 1;
    }
    let reached: BTreeSet<usize> = order.iter().copied().collect();
    let circle: BTreeSet<usize> = (0..codes.len()).filter(|idx| !reached.contains(idx)).collect();
    order.extend(&circle);
    (order, circle)
}

impl Work<'_> {
    pub(super) fn take_codes(&mut self) {
        let codes = &self.project.codes;
        let (order, circle) = parents_first(codes);
        let paths = paths(codes);
        let n_codings = self.n_codings_per_code();
        let mut names = Names::of(self.study.codebook.codes.keys().map(CodeId::as_str));
        let mut n_named: BTreeMap<String, usize> = BTreeMap::new();
        codes.iter().for_each(|code| *n_named.entry(slug(&code.name)).or_default() += 1);
        self.codes = vec![None; codes.len()];
        let firsts = self.first_of_each_target();
        let mut new: BTreeMap<(usize, usize), Code> = BTreeMap::new();
        let mut taken: BTreeSet<CodeId> = BTreeSet::new();
        for idx in order {
            let (code, path) = (&codes[idx], &paths[idx]);
            let wish = self.wish(ProjectPart::Code, idx);
            if wish.part_use == Some(ProjectUse::LeaveOut) {
                self.left_out(Thing::Codes, path);
                continue;
            }
            let parent = code.parent.filter(|_| !circle.contains(&idx));
            if code.parent.is_some() && parent.is_none() {
                self.ledger.change(Thing::Codes, path, Reason::TreeInCircle, "");
            }
            let parent = parent.and_then(|parent| self.codes.get(parent).cloned().flatten());
            let parent = code.fields.get("parent").and_then(|id| CodeId::new(id)).or(parent);
            let id = match CodeId::new(&wish.target).or_else(|| self.code_known(code, parent.as_ref())) {
                Some(id) => id,
                None => new_id(&mut names, code, parent.as_ref(), &n_named),
            };
            names.take(id.as_str());
            self.codes[idx] = Some(id.clone());
            self.identify(code.guid, || format!("code {id}"));
            let foreign = Foreign { code, path, parent, n_codings: n_codings[idx], wish: wish.part_use };
            if self.study.codebook.codes.contains_key(&id) {
                self.same_code(&id, &foreign);
            } else if firsts.get(&id).is_some_and(|first| *first != idx) || !taken.insert(id.clone()) {
                self.ledger.change(Thing::Codes, path, Reason::MergedInto, id.as_str());
            } else {
                let made = self.new_code(&id, &foreign);
                let row = code.fields.get("row").and_then(|row| row.parse().ok());
                new.insert((row.unwrap_or(idx + 1), idx), made);
            }
        }
        self.touched.has_codes |= !new.is_empty();
        self.study.codebook.codes.extend(new.into_values().map(|code| (code.id.clone(), code)));
    }

    /// Returns, of the codes that the map gives the same name, the one that the others are merged with: the first.
    fn first_of_each_target(&self) -> BTreeMap<CodeId, usize> {
        let mut firsts = BTreeMap::new();
        for idx in 0..self.project.codes.len() {
            let wish = self.wish(ProjectPart::Code, idx);
            if let Some(id) = CodeId::new(&wish.target).filter(|_| !wish.is_left_out()) {
                firsts.entry(id).or_insert(idx);
            }
        }
        firsts
    }

    /// Returns how many codings each code has.
    pub(super) fn n_codings_per_code(&self) -> Vec<usize> {
        let mut n_codings = vec![0; self.project.codes.len()];
        for coding in self.project.sources.iter().flat_map(|source| &source.codings) {
            if let Some(n) = n_codings.get_mut(coding.code) {
                *n += 1;
            }
        }
        n_codings
    }

    /// Returns the code of the study that this one is: by its identifier or its own id, or by its name under the same
    /// parent, or else where only one code has the name.
    fn code_known(&self, code: &ForeignCode, parent: Option<&CodeId>) -> Option<CodeId> {
        let codes = &self.study.codebook.codes;
        let by_guid = self.known("code", code.guid).and_then(CodeId::new).filter(|id| codes.contains_key(id));
        let own = || own::id(&code.fields);
        let by_name = || {
            let name = code.name.trim();
            let called = self.called.codes.all(name);
            let same_place = called.iter().find(|id| codes[*id].parent.as_ref() == parent);
            same_place.or(called.first().filter(|_| called.len() == 1)).cloned()
        };
        by_guid.or_else(own).or_else(by_name)
    }

    /// Says where a code that the study has differs from the project's; the study keeps its own.
    fn same_code(&mut self, id: &CodeId, foreign: &Foreign) {
        let known = &self.study.codebook.codes[id];
        let differs = |own: &str, other: &str| !other.trim().is_empty() && own.trim() != other.trim();
        let mut columns = Vec::new();
        if differs(&known.definition, &foreign.code.description) {
            columns.push("definition");
        }
        if differs(&known.colour.to_lowercase(), &foreign.code.colour.to_lowercase()) {
            columns.push("colour");
        }
        if known.parent != foreign.parent {
            columns.push("parent");
        }
        if known.kind == CodeKind::Heading && foreign.n_codings > 0 {
            columns.push("kind");
        }
        match columns.is_empty() {
            true => self.ledger.keep(Thing::Codes, foreign.path, id.as_str()),
            false => {
                let detail = format!("{id}: {}", columns.join(", "));
                self.ledger.change(Thing::Codes, foreign.path, Reason::StudyKeepsItsOwn, detail);
            }
        }
    }

    /// Returns the level of the study that is called so; says so when there is none.
    fn level(&mut self, name: &str) -> Option<LevelId> {
        let levels = &self.study.settings.levels;
        let known = levels.iter().find(|level| is_called(level.id.as_str(), &level.label, name));
        if known.is_none() && !name.is_empty() {
            let known = draad_core::filter::list(levels.iter().map(|level| &level.id));
            self.warn(Problem::UnknownLevel { level: name.to_owned(), known });
            return None;
        }
        known.map(|level| level.id.clone())
    }

    fn new_code(&mut self, id: &CodeId, foreign: &Foreign) -> Code {
        let Foreign { code, path, parent, n_codings, wish } = foreign;
        let field = |name: &str| code.fields.get(name).cloned().unwrap_or_default();
        let is_own = code.fields.contains_key("id");
        let mut made = Code::new(id.clone());
        made.parent.clone_from(parent);
        made.definition.clone_from(&code.description);
        made.include = field("include");
        made.exclude = field("exclude");
        made.example = field("example");
        made.valence = field("valence").parse().ok();
        made.level = self.level(&field("level"));
        made.source = code.fields.get("source").cloned().unwrap_or_else(|| match is_own {
            true => String::new(),
            false => self.project.origin.clone(),
        });
        made.references = field("references").split(';').filter_map(ReferenceKey::new).collect();
        let colour = code.fields.get("colour").unwrap_or(&code.colour);
        if is_colour(colour) {
            made.colour.clone_from(colour);
        }
        let is_named = code.fields.contains_key("name_nl") || code.fields.contains_key("name_en");
        made.name = match is_named || (is_own && code.name == field("id")) {
            true => draad_core::Label { nl: field("name_nl"), en: field("name_en") },
            false => label(&self.study.settings, if is_own { &code.name } else { code.name.trim() }),
        };
        let own_kind = field("kind").parse().ok();
        let kind = if code.is_codable { CodeKind::Factor } else { CodeKind::Heading };
        made.kind = match wish {
            Some(ProjectUse::Theme) => CodeKind::Theme,
            Some(ProjectUse::Heading) => CodeKind::Heading,
            Some(ProjectUse::Factor) => CodeKind::Factor,
            _ => own_kind.unwrap_or(kind),
        };
        let is_coded = made.kind == CodeKind::Heading && *n_codings > 0 && !is_own;
        if is_coded {
            made.kind = CodeKind::Theme;
            self.ledger.change(Thing::Codes, *path, Reason::HeadingCoded, id.as_str());
        } else {
            self.ledger.keep(Thing::Codes, *path, id.as_str());
        }
        let further = further_columns(&code.fields);
        made.extra.extend(further.map(|(name, value)| (own::free_column(name, &TAKEN), value.to_owned())));
        made
    }
}

/// Columns of the codebook that mean something to the tool.
const TAKEN: [&str; 15] = [
    "code",
    "parent",
    "name",
    "name_nl",
    "name_en",
    "kind",
    "valence",
    "level",
    "definition",
    "include",
    "exclude",
    "example",
    "colour",
    "source",
    "references",
];

/// A code of the project, as far as its place is known.
struct Foreign<'f> {
    code: &'f ForeignCode,
    path: &'f str,
    parent: Option<CodeId>,
    n_codings: usize,
    wish: Option<ProjectUse>,
}

/// Returns an id for a new code. Of codes with the same name each has its parent's in it.
fn new_id(
    names: &mut Names,
    code: &ForeignCode,
    parent: Option<&CodeId>,
    n_named: &BTreeMap<String, usize>,
) -> CodeId {
    let plain = slug(&code.name);
    let below = parent.map(|parent| slug(&format!("{parent} {}", code.name)));
    let shares = n_named.get(&plain).is_some_and(|n| *n > 1);
    let id = match &below {
        Some(below) if shares => names.free(&[below], "code"),
        Some(below) => names.free(&[&plain, below], "code"),
        None => names.free(&[&plain], "code"),
    };
    CodeId::new(&id).expect("free names are valid")
}

fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(name: &str, parent: Option<usize>) -> ForeignCode {
        ForeignCode { name: name.to_owned(), parent, ..ForeignCode::default() }
    }

    #[test]
    fn a_parent_may_stand_after_its_children_and_a_circle_ends() {
        let codes =
            [code("c", Some(2)), code("x", Some(3)), code("a", None), code("y", Some(1)), code("z", Some(4))];
        let (order, circle) = parents_first(&codes);
        assert_eq!(order, [2, 0, 1, 3, 4]);
        assert_eq!(circle, BTreeSet::from([1, 3, 4]));
        assert_eq!(paths(&codes)[0], "a > c");
        assert!(paths(&codes)[1].len() < 200);
    }
}
