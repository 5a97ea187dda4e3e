//! Who coded: people of the project as coders of the study.

use super::addresses::shown;
use super::called::Names as Called;
use super::names::{Names, slug};
use super::own;
use super::work::{Who, Work, label};
use draad_core::id::folded;
use draad_core::settings::Named;
use draad_core::{CoderId, Label, Language, Study};
use draad_ingest::coded::{ForeignCoder, Reason, Thing};
use draad_store::{ProjectPart, ProjectUse};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The coder of what nobody is said to have coded.
const NOBODY: &str = "imported";

/// What coders without a name are called, with a number.
const FALLBACK: &str = "coder";

/// The coders that were in the study before, and who is who among those of the project so far.
struct Taking {
    before: Called<CoderId>,
    names: Names,
    /// Who has an id already, of the people of this project.
    given: BTreeMap<CoderId, Person>,
    /// Those people by what they are called.
    named: BTreeMap<String, CoderId>,
    listed: BTreeSet<CoderId>,
    /// The number to try next for others of the same name.
    next: BTreeMap<String, usize>,
    n_nameless: usize,
}

/// What tells people of one project apart.
#[derive(PartialEq)]
struct Person {
    guid: Option<Uuid>,
    /// As the file has it, with the host of an address; only looked at where there is no identifier.
    name: String,
}

impl Work<'_> {
    pub(super) fn take_coders(&mut self) {
        let mut taking = Taking::of(self.study);
        for coder in &self.project.coders {
            if let Some(id) = self.coder_known(coder) {
                taking.given.insert(id, Person::of(coder));
            }
        }
        for (idx, coder) in self.project.coders.iter().enumerate() {
            let who = self.who(idx, coder, &mut taking);
            self.coders.push(who);
        }
    }

    fn coder_known(&self, coder: &ForeignCoder) -> Option<CoderId> {
        self.known("coder", coder.guid).and_then(CoderId::new)
    }

    fn who(&mut self, idx: usize, coder: &ForeignCoder, taking: &mut Taking) -> Who {
        let name = shown(&coder.name);
        let wish = self.wish(ProjectPart::Coder, idx);
        if wish.part_use == Some(ProjectUse::LeaveOut) {
            self.left_out(Thing::Coders, &name);
            return Who::LeftOut;
        }
        let wished = CoderId::new(&wish.target).or_else(|| self.coder_known(coder));
        let own = own::id(&coder.fields);
        let is_nobody = coder.name.trim().is_empty() && coder.guid.is_none();
        if is_nobody && wished.is_none() && own.is_none() {
            self.ledger.change(Thing::Coders, "", Reason::WithoutName, "");
            return Who::Nobody;
        }
        let is_named_otherwise = wished.is_some() || own.is_some();
        let (id, called) = match wished {
            Some(id) => (id, name.to_string()),
            None => taking.choose(own, &name, &Person::of(coder)),
        };
        taking.names.take(id.as_str());
        taking.named.entry(folded(&called)).or_insert_with(|| id.clone());
        taking.given.entry(id.clone()).or_insert_with(|| Person::of(coder));
        if taking.listed.insert(id.clone()) {
            self.list_coder(&id, &called);
        }
        self.identify(coder.guid, || format!("coder {id}"));
        if called != *name {
            self.ledger.change(Thing::Coders, name, Reason::NameTaken, id.as_str());
        } else if name.is_empty() && !is_named_otherwise {
            self.ledger.change(Thing::Coders, id.as_str(), Reason::WithoutName, "");
        } else if name != coder.name.trim() {
            self.ledger.change(Thing::Coders, name, Reason::AddressShortened, "");
        } else {
            self.ledger.keep(Thing::Coders, name, id.as_str());
        }
        Who::Coder(id)
    }

    /// Adds a coder to the settings, unless they are known.
    fn list_coder(&mut self, id: &CoderId, name: &str) {
        if self.study.settings.coders.iter().any(|coder| coder.id == *id) {
            return;
        }
        let label = if name.is_empty() || name == id.as_str() {
            Label::default()
        } else {
            label(&self.study.settings, name)
        };
        let coder = Named { id: id.clone(), label };
        self.study.settings.coders.push(coder.clone());
        self.touched.coders.push(coder);
    }

    /// Returns who made a coding: the coder of the project, or, where it does not say, the one given, or the study's only
    /// one, or one for all that nobody is said to have made. Nothing when the map leaves the coder out.
    pub(super) fn coder_of(&mut self, coder: Option<usize>) -> Option<CoderId> {
        match coder.and_then(|coder| self.coders.get(coder)) {
            Some(Who::Coder(id)) => Some(id.clone()),
            Some(Who::LeftOut) => None,
            Some(Who::Nobody) | None => {
                self.n_by_nobody += 1;
                if let Some(nobody) = &self.nobody {
                    let nobody = nobody.clone();
                    return Some(nobody);
                }
                let id = CoderId::new(NOBODY).expect("the name is valid");
                self.list_coder(&id, NOBODY);
                self.nobody = Some(id.clone());
                Some(id)
            }
        }
    }
}

impl Taking {
    fn of(study: &Study) -> Self {
        let known = study.coders();
        let mut before = Called::default();
        for coder in &study.settings.coders {
            before.insert(coder.id.as_str(), &coder.id);
            [Language::Nl, Language::En]
                .iter()
                .for_each(|&one| before.insert(coder.label.get(one), &coder.id));
        }
        known.iter().for_each(|id| before.insert(id.as_str(), id));
        Self {
            before,
            names: Names::of(known.iter().map(CoderId::as_str)),
            given: BTreeMap::new(),
            named: BTreeMap::new(),
            listed: study.settings.coders.iter().map(|coder| coder.id.clone()).collect(),
            next: BTreeMap::new(),
            n_nameless: 0,
        }
    }

    /// Returns the id of somebody and what they are called there: their own id, that of the coder of this name in the
    /// study, or a new one. Somebody else of this project who has it already makes them the second of their name.
    fn choose(&mut self, own: Option<CoderId>, name: &str, person: &Person) -> (CoderId, String) {
        if let Some(id) = own.filter(|id| self.is_open(id, person)) {
            return (id, name.to_owned());
        }
        if name.is_empty() {
            let id = self.nameless();
            return (id, String::new());
        }
        let mut called = name.to_owned();
        loop {
            if let Some(id) = self.open(&called, person) {
                return (id, called);
            }
            let number = self.next.entry(folded(name)).or_insert(2);
            called = format!("{name} ({number})");
            *number += 1;
        }
    }

    /// Returns the id that goes with a name, unless it is somebody else's of this project.
    fn open(&mut self, called: &str, person: &Person) -> Option<CoderId> {
        let before = self.before.all(called);
        if !before.is_empty() {
            return before.iter().find(|id| self.is_open(id, person)).cloned();
        }
        if let Some(id) = self.named.get(&folded(called)) {
            return self.is_open(id, person).then(|| id.clone());
        }
        let free = self.names.free(&[&slug(called)], FALLBACK);
        Some(CoderId::new(&free).expect("free names are valid"))
    }

    fn is_open(&self, id: &CoderId, person: &Person) -> bool {
        self.given.get(id).is_none_or(|other| other == person)
    }

    fn nameless(&mut self) -> CoderId {
        loop {
            self.n_nameless += 1;
            let name = format!("{FALLBACK}-{}", self.n_nameless);
            if self.names.is_free(&name) {
                return CoderId::new(&name).expect("free names are valid");
            }
        }
    }
}

impl Person {
    fn of(coder: &ForeignCoder) -> Self {
        let name = if coder.guid.is_some() { String::new() } else { folded(coder.name.trim()) };
        Self { guid: coder.guid, name }
    }
}
