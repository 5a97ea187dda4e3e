//! The further key beside case and factor: its values, and where each coding and stretch of material belongs.

use crate::attribute::{self, Values};
use crate::{By, Group, GroupKey};
use draad_core::facts::{Fact, Facts, Material};
use draad_core::{CoderId, KindId, Label, Study, diagnostic::Outcome};
use indexmap::IndexSet;

/// The values of the further key that occur, in their order.
pub(crate) struct Grouping<'s> {
    /// The values.
    pub(crate) groups: Vec<Group>,
    key: Key<'s>,
    /// Per value of the key, and last for "not stated": its position in `groups`, if it occurs.
    positions: Vec<Option<u32>>,
}

/// How the value is found. Numbers are positions in a list of values; one past the end is "not stated".
pub(crate) enum Key<'s> {
    All,
    Kind(&'s Kinds<'s>),
    Role(u32),
    Speaker(u32),
    Phase(u32),
    Coder(Coders),
    /// Per case of the study.
    Attribute(Vec<u32>),
}

impl<'s> Grouping<'s> {
    /// Makes the one group of a table without a further key.
    pub(crate) fn all() -> Self {
        let group = Group { key: GroupKey::All, label: Label::default() };
        Self { groups: vec![group], key: Key::All, positions: vec![Some(0)] }
    }

    /// Makes a group of each case of a selection, in the study's order.
    pub(crate) fn cases(study: &Study, facts: &Facts) -> Self {
        let mut positions = vec![None; study.cases.len() + 1];
        let mut groups = Vec::with_capacity(facts.cases.len());
        for &case in &facts.cases {
            positions[case as usize] = Some(groups.len() as u32);
            let key = GroupKey::Value(study.cases[case as usize].id.to_string());
            // tables call cases by their ids
            groups.push(Group { key, label: Label::default() });
        }
        Self { groups, key: Key::Attribute((0..study.cases.len() as u32).collect()), positions }
    }

    /// Collects the values that occur in the material or the codings of a selection; for attributes, in its cases; for
    /// coders, in its codings alone.
    pub(crate) fn new(study: &'s Study, facts: &Facts, kinds: &'s Kinds<'s>, by: &By) -> Outcome<Self> {
        let (key, values) = key_and_values(study, facts, kinds, by)?;
        let mut occurs = vec![false; values.len() + 1];
        for fact in &facts.codings {
            occurs[key.of_fact(fact) as usize] = true;
        }
        for place in facts.material.iter().filter_map(|material| key.of_material(material)) {
            occurs[place as usize] = true;
        }
        if let Key::Attribute(of_case) = &key {
            for &case in &facts.cases {
                occurs[of_case[case as usize] as usize] = true;
            }
        }
        let mut groups = Vec::new();
        let mut positions = vec![None; occurs.len()];
        let stated = values.into_iter().map(|(id, label)| Group { key: GroupKey::Value(id), label });
        let not_stated = Group { key: GroupKey::NotStated, label: Label::default() };
        for (place, group) in stated.chain([not_stated]).enumerate() {
            if occurs[place] {
                positions[place] = Some(groups.len() as u32);
                groups.push(group);
            }
        }
        Ok(Self { groups, key, positions })
    }

    /// Returns the position of a coding's group.
    pub(crate) fn of_fact(&self, fact: &Fact) -> u32 {
        self.positions[self.key.of_fact(fact) as usize].expect("every coding's value occurs")
    }

    /// Returns the position of a case's group, where a case has one group: by case or by attribute.
    pub(crate) fn of_case(&self, case: u32) -> u32 {
        let Key::Attribute(of_case) = &self.key else {
            unreachable!("only cases and attributes give a case one group");
        };
        self.positions[of_case[case as usize] as usize]
            .expect("the value of every case of a selection occurs")
    }

    /// Returns the positions of the groups in which a stretch of material could have been coded.
    pub(crate) fn of_material(&self, material: &Material) -> impl Iterator<Item = u32> {
        let coders = match &self.key {
            Key::Coder(coders) => &coders.of_source[material.source as usize][..],
            _ => &[],
        };
        let places = self.key.of_material(material).into_iter().chain(coders.iter().copied());
        places.filter_map(|place| self.positions[place as usize])
    }
}

impl Key<'_> {
    /// Returns the value of a coding.
    pub(crate) fn of_fact(&self, fact: &Fact) -> u32 {
        match self {
            Key::All => 0,
            Key::Kind(kinds) => kinds.of_source[fact.source as usize],
            Key::Role(not_stated) => fact.setting.role.unwrap_or(*not_stated),
            Key::Speaker(not_stated) => fact.setting.speaker.unwrap_or(*not_stated),
            Key::Phase(not_stated) => fact.setting.phase.unwrap_or(*not_stated),
            Key::Coder(coders) => coders.of_coding[fact.coding as usize],
            Key::Attribute(of_case) => of_case[fact.case as usize],
        }
    }

    /// Returns nothing for coders: several can have worked on the same material.
    fn of_material(&self, material: &Material) -> Option<u32> {
        Some(match self {
            Key::All => 0,
            Key::Kind(kinds) => kinds.of_source[material.source as usize],
            Key::Role(not_stated) => material.setting.role.unwrap_or(*not_stated),
            Key::Speaker(not_stated) => material.setting.speaker.unwrap_or(*not_stated),
            Key::Phase(not_stated) => material.setting.phase.unwrap_or(*not_stated),
            Key::Coder(_) => return None,
            Key::Attribute(of_case) => of_case[material.case as usize],
        })
    }
}

/// Returns how the values of a key are found, and which there are: id and label.
pub(crate) fn key_and_values<'s>(
    study: &'s Study,
    facts: &Facts,
    kinds: &'s Kinds<'s>,
    by: &By,
) -> Outcome<(Key<'s>, Vec<(String, Label)>)> {
    let settings = &study.settings;
    Ok(match by {
        By::Kind => (Key::Kind(kinds), kinds.values(study)),
        By::Role => {
            let values = settings.roles.iter().map(|role| (role.id.to_string(), role.label.clone()));
            (Key::Role(settings.roles.len() as u32), values.collect())
        }
        By::Speaker => {
            let people = study.participants.values();
            let values = people.map(|person| (person.id.to_string(), Label::new(&person.name, &person.name)));
            (Key::Speaker(study.participants.len() as u32), values.collect())
        }
        By::Phase => {
            let values = settings.phases.iter().map(|phase| (phase.id.to_string(), phase.label.clone()));
            (Key::Phase(settings.phases.len() as u32), values.collect())
        }
        By::Coder => {
            // a layer of decisions has a place only where it counts
            let counts = |coder: &CoderId| {
                !study.adjudications.contains_key(coder)
                    || facts.readings.iter().any(|reading| reading.coder == *coder)
            };
            let coders: IndexSet<CoderId> = study.coders().into_iter().filter(counts).collect();
            let label = |id: &CoderId| {
                let listed = settings.coders.iter().find(|coder| coder.id == *id);
                listed.map_or_else(Label::default, |coder| coder.label.clone())
            };
            (
                Key::Coder(Coders::new(study, facts, &coders)),
                coders.iter().map(|id| (id.to_string(), label(id))).collect(),
            )
        }
        By::Attribute(id) => {
            let Values { values, of_case } = Values::new(study, attribute::named(study, id)?);
            let not_stated = values.len() as u32;
            (Key::Attribute(of_case.into_iter().map(|value| value.unwrap_or(not_stated)).collect()), values)
        }
    })
}

/// Who made which codings and worked on which sources. Numbers are positions in the list of coders.
pub(crate) struct Coders {
    /// Per coding of the study.
    of_coding: Vec<u32>,
    /// Per source of the study those who worked on it: what somebody did not read is no material of theirs.
    of_source: Vec<Vec<u32>>,
}

impl Coders {
    fn new(study: &Study, facts: &Facts, coders: &IndexSet<CoderId>) -> Self {
        let place = |coder| coders.get_index_of(coder).unwrap_or(coders.len()) as u32;
        let mut of_source = vec![Vec::new(); study.sources.len()];
        for reading in &facts.readings {
            of_source[reading.source as usize].push(place(&reading.coder));
        }
        Self { of_coding: study.codings.iter().map(|coding| place(&coding.coder)).collect(), of_source }
    }
}

/// The kinds of source: those of the settings, then those that only sources name.
pub(crate) struct Kinds<'s> {
    /// The kinds.
    pub(crate) ids: IndexSet<&'s KindId>,
    /// Per source of the study its kind, as a position in `ids`.
    pub(crate) of_source: Vec<u32>,
}

impl<'s> Kinds<'s> {
    /// Collects the kinds of a study.
    pub(crate) fn new(study: &'s Study) -> Self {
        let mut ids: IndexSet<&KindId> = study.settings.kinds.iter().map(|kind| &kind.id).collect();
        let of_source = study.sources.values().map(|source| ids.insert_full(&source.kind).0 as u32).collect();
        Self { ids, of_source }
    }

    fn values(&self, study: &Study) -> Vec<(String, Label)> {
        let label = |id: &KindId| {
            let listed = study.settings.kinds.iter().find(|kind| kind.id == *id);
            listed.map_or_else(Label::default, |kind| kind.label.clone())
        };
        self.ids.iter().map(|id| (id.to_string(), label(id))).collect()
    }
}
