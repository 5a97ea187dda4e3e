//! `literature`

use super::{Answer, Asked, Codes, Kind};
use crate::Project;
use crate::references;
use crate::show::{Section, View, basis_note, k_of_n};
use draad_analysis::table::Table;
use draad_analysis::{Basis, LiteratureTable, NamedFactor, NamingWork, Standing};
use draad_core::{CodeKind, ReferenceKey, diagnostic::Outcome};
use draad_literature::{Literature, plain};
use strum::IntoEnumIterator;

pub(super) const KIND: Kind =
    Kind { name: "literature", takes: &["outcome", "unfolded"], codes: Codes::Folded, compute };

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let study = asked.project.study();
    let table = LiteratureTable::from_facts(study, asked.facts, &asked.options)?;
    let tables = table.tables(study);
    Ok(Box::new(Computed { table, tables }))
}

/// Returns whether some code of the study names a work.
pub(super) fn is_usual(project: &Project) -> bool {
    draad_analysis::literature::names_any(project.study())
}

/// The table, also as plain tables.
struct Computed {
    table: LiteratureTable,
    tables: Vec<Table>,
}

impl Answer for Computed {
    fn basis(&self) -> &Basis {
        &self.table.basis
    }

    fn tables(&self) -> Vec<Table> {
        self.tables.clone()
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let works: Vec<&ReferenceKey> = self.table.works.iter().map(|work| &work.work).collect();
        let literature = references::printed(project, works);
        let shown = Shown { project, table: &self.table, literature };
        vec![shown.factors(), shown.works()]
    }
}

struct Shown<'p> {
    project: &'p Project,
    table: &'p LiteratureTable,
    literature: Literature,
}

impl Shown<'_> {
    /// One row per factor or theme, by where it is found. Headings repeat what is below them, and are left out.
    fn factors(&self) -> View {
        let words = &self.project.words;
        let of = |standing: Standing| {
            let factors = self.table.factors.iter();
            let fits =
                |one: &&NamedFactor| one.factor.kind != CodeKind::Heading && one.standing() == standing;
            let rows = factors.filter(fits).map(|factor| self.factor_row(factor)).collect();
            Section { title: words.say(&format!("literature-{}", <&str>::from(standing))), rows }
        };
        let header = [
            "table-factor",
            "literature-shown",
            "literature-promotes",
            "literature-hinders",
            "literature-named",
        ];
        View {
            part: "literature",
            header: header.map(|key| words.say(key)).into(),
            n_left: 1,
            n_prose: 1,
            sections: Standing::iter().map(of).filter(|section| !section.rows.is_empty()).collect(),
            notes: self.notes(),
            ..View::default()
        }
    }

    fn factor_row(&self, named: &NamedFactor) -> Vec<String> {
        let words = &self.project.words;
        let has_direction = named.factor.kind == CodeKind::Factor;
        let counted = |cases: &Vec<usize>| k_of_n(words, (cases.len(), named.n));
        let directed = [&named.promoting, &named.hindering];
        let directed = directed.map(|cases| if has_direction { counted(cases) } else { String::new() });
        let counts = [counted(&named.shown)].into_iter().chain(directed);
        let works = named.named.iter().map(|naming| &naming.work);
        std::iter::once(self.name(named)).chain(counts).chain([self.listed(works)]).collect()
    }

    /// One row per work: which factors it names, and which of them no case shows.
    fn works(&self) -> View {
        let words = &self.project.words;
        let mut works: Vec<&NamingWork> = self.table.works.iter().collect();
        works.sort_by_key(|work| self.literature.place(&work.work));
        let header = [
            "literature-work",
            "literature-shown-of-named",
            "literature-shown-factors",
            "literature-not-shown",
        ];
        View {
            part: "literature-works",
            title: words.say("literature-by-work"),
            header: header.map(|key| words.say(key)).into(),
            n_left: 1,
            n_prose: 2,
            sections: vec![Section {
                title: String::new(),
                rows: works.into_iter().map(|work| self.work_row(work)).collect(),
            }],
            notes: vec![words.say("literature-by-work-note")],
        }
    }

    fn work_row(&self, work: &NamingWork) -> Vec<String> {
        let of = |is_shown: bool| {
            let factors = work.factors.iter().map(|&factor| &self.table.factors[factor]);
            let names: Vec<String> =
                factors.filter(|one| one.shown.is_empty() != is_shown).map(|one| self.name(one)).collect();
            if names.is_empty() { "–".to_owned() } else { names.join("; ") }
        };
        let shown = k_of_n(&self.project.words, self.table.shown_of(work));
        vec![self.short(&work.work), shown, of(true), of(false)]
    }

    /// Works in the order of the list of references, between semicolons.
    fn listed<'k>(&self, works: impl Iterator<Item = &'k ReferenceKey>) -> String {
        let mut works: Vec<&ReferenceKey> = works.collect();
        works.sort_by_key(|work| self.literature.place(work));
        let works: Vec<String> = works.into_iter().map(|work| self.short(work)).collect();
        if works.is_empty() { "–".to_owned() } else { works.join("; ") }
    }

    fn short(&self, work: &ReferenceKey) -> String {
        self.literature.short(work).map_or_else(|| work.to_string(), |runs| plain(&runs))
    }

    fn name(&self, named: &NamedFactor) -> String {
        named.factor.name.or(self.project.words.language, &named.factor.id)
    }

    fn notes(&self) -> Vec<String> {
        let words = &self.project.words;
        let basis = &self.table.basis;
        let names = words.say(if basis.folded { "literature-names-folded" } else { "literature-names-own" });
        let defined = [names, words.say("literature-k-of-n"), words.say("literature-standing")];
        defined.into_iter().chain([basis_note(self.project, basis)]).collect()
    }
}
