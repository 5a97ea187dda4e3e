//! The tree of codes, from what stands at lines and from trees in YAML.

use super::write_yaml::OWN_ID;
use super::yaml::Yaml;
use crate::coded::{ForeignCode, Reason, Reconciliation, Thing};
use std::collections::{BTreeMap, BTreeSet};

/// The most levels a tree may have.
const DEEPEST: usize = 64;
/// Columns of a codebook that our own export writes.
const FIELDS: [&str; 10] = [
    "kind",
    "valence",
    "level",
    "include",
    "exclude",
    "example",
    "source",
    "references",
    "name_nl",
    "name_en",
];

/// What YAML says of a code.
#[derive(Clone, Debug, Default)]
struct Described {
    label: String,
    description: String,
    colour: String,
    fields: BTreeMap<String, String>,
}

/// The codes of a project. In the ROCK a code is known by its own name: `[[child]]` means the code that stands elsewhere as
/// `[[parent>child]]`, unless it has several parents.
#[derive(Debug, Default)]
pub(super) struct Codes {
    described: BTreeMap<String, Described>,
    /// Other names under which codes stand at lines.
    aliases: BTreeMap<String, String>,
    parents: BTreeMap<String, BTreeSet<String>>,
    /// Codes in the order in which they were met, with their parents as far as they stand with them.
    paths: Vec<Vec<String>>,
    places: BTreeMap<Vec<String>, usize>,
    codes: Vec<ForeignCode>,
}

impl Codes {
    /// Adds a tree of codes from YAML.
    pub(super) fn add_tree(&mut self, tree: &Yaml, reconciliation: &mut Reconciliation) {
        self.add_items(tree, None, 0, reconciliation);
    }

    fn add_items(&mut self, items: &Yaml, parent: Option<&str>, depth: usize, log: &mut Reconciliation) {
        for item in items.items() {
            let id = item.text().or_else(|| item.text_of("id")).or_else(|| item.text_of("code"));
            let Some(id) = id.filter(|_| depth < DEEPEST) else {
                log.lose(Thing::Codes, "", Reason::NotKnown, format!("{:.80}", format!("{item:?}")));
                continue;
            };
            log.claim(Thing::Codes, 1);
            self.describe(id, item, log);
            let parent = parent.or_else(|| item.text_of("parentId"));
            self.paths.push(parent.into_iter().chain([id]).map(str::to_owned).collect());
            if let Some(parent) = parent {
                self.parents.entry(id.to_owned()).or_default().insert(parent.to_owned());
            }
            if let Some(children) = item.get("children") {
                self.add_items(children, Some(id), depth + 1, log);
            }
        }
    }

    fn describe(&mut self, id: &str, item: &Yaml, log: &mut Reconciliation) {
        let is_ours = item.get(OWN_ID).is_some();
        let described = self.described.entry(id.to_owned()).or_default();
        for (key, value) in item.entries() {
            let Some(text) = value.text() else { continue };
            match key.as_str() {
                "label" => text.clone_into(&mut described.label),
                "description" | "definition" | "instruction" => text.clone_into(&mut described.description),
                "colour" | "color" => text.clone_into(&mut described.colour),
                OWN_ID => _ = described.fields.insert("id".to_owned(), text.to_owned()),
                "code" if text != id => _ = self.aliases.insert(text.to_owned(), id.to_owned()),
                "id" | "code" | "parentId" | "children" => {}
                field if is_ours || FIELDS.contains(&field) => {
                    _ = described.fields.insert(key.clone(), text.to_owned())
                }
                _ => log.lose(Thing::Values, format!("{id}: {key}"), Reason::NoPlaceInStudy, text),
            }
        }
    }

    /// Notes a code that stands at a line.
    pub(super) fn meet(&mut self, path: &[String]) {
        let path: Vec<String> = path.iter().map(|name| self.named(name)).collect();
        for pair in path.windows(2) {
            self.parents.entry(pair[1].clone()).or_default().insert(pair[0].clone());
        }
        self.paths.push(path);
    }

    /// Notes what a line belongs to, as a code below its class; each once.
    pub(super) fn meet_once(&mut self, class: &str, id: &str) {
        if !self.parents.get(id).is_some_and(|parents| parents.contains(class)) {
            self.meet(&[class.to_owned(), id.to_owned()]);
        }
    }

    /// Puts all codes that were met into the tree.
    pub(super) fn grow(&mut self) {
        for path in std::mem::take(&mut self.paths) {
            self.place(&path);
        }
    }

    /// Returns the code that is meant, and whether it could be several.
    pub(super) fn place(&mut self, path: &[String]) -> (usize, bool) {
        let mut full: Vec<String> = path.iter().map(|name| self.named(name)).collect();
        let mut is_unclear = false;
        while let Some(parents) = full.first().and_then(|first| self.parents.get(first)) {
            let mut outside = parents.iter().filter(|parent| !full.contains(parent));
            match (outside.next(), outside.next()) {
                (Some(parent), None) if full.len() < DEEPEST => full.insert(0, parent.clone()),
                (None, _) => break,
                _ => {
                    is_unclear = true;
                    break;
                }
            }
        }
        (self.node(&full), is_unclear)
    }

    fn named(&self, name: &str) -> String {
        self.aliases.get(name).map_or(name, String::as_str).to_owned()
    }

    /// Returns the place of a code in the list, after its parents.
    fn node(&mut self, path: &[String]) -> usize {
        let mut parent = None;
        for n in 1..=path.len() {
            let place = match self.places.get(&path[..n]) {
                Some(&place) => place,
                None => {
                    let place = self.codes.len();
                    let described = self.described.get(&path[n - 1]).cloned().unwrap_or_default();
                    self.codes.push(code(&path[n - 1], described, parent));
                    self.places.insert(path[..n].to_vec(), place);
                    place
                }
            };
            parent = Some(place);
        }
        parent.expect("a path has at least one name")
    }

    /// Returns the codes.
    pub(super) fn finish(self) -> Vec<ForeignCode> {
        self.codes
    }
}

fn code(id: &str, described: Described, parent: Option<usize>) -> ForeignCode {
    let fields = described.fields;
    let is_codable = fields.get("kind").is_none_or(|kind| kind != "heading");
    let name = if described.label.is_empty() { id.to_owned() } else { described.label };
    let (description, colour) = (described.description, described.colour);
    ForeignCode { guid: None, name, parent, is_codable, colour, description, fields }
}
