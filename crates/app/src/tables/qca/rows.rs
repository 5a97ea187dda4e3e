//! Necessity, the truth table, its contradictions and its remainders.

use super::Reading;
use crate::show::{Section, View, because, measured, reasons};
use draad_analysis::qca::{most_rows, sign};
use draad_figures::values_sentence;
use draad_measures::qca::{Cube, Necessary, Out, Row};

/// Decimals of inclusion, coverage and the like.
pub(super) const DECIMALS: usize = 3;

impl Reading<'_> {
    /// One row per condition, absence and union.
    pub(super) fn necessity(&self) -> View {
        let words = self.words;
        let found = self.qca.analysed.iter().flat_map(|analysed| &analysed.necessity);
        let row = |found: &Necessary| {
            let fit = &found.fit;
            let numbers = [fit.inclusion, fit.relevance, fit.coverage];
            let numbers = numbers.map(|number| measured(words, number, DECIMALS));
            std::iter::once(self.qca.union(found)).chain(numbers).collect()
        };
        let undefined =
            found.clone().flat_map(|found| [found.fit.inclusion, found.fit.relevance, found.fit.coverage]);
        let mut notes = vec![words.say("qca-necessity-note")];
        notes.push(words.say_with("qca-unions-note", [("depth", self.qca.asked.depth.into())]));
        let without = self.qca.analysed.iter().filter_map(|analysed| analysed.without_unions);
        notes.extend(
            without.map(|reason| {
                words.say_with("qca-without-unions", [("reason", because(words, reason).into())])
            }),
        );
        notes.extend(reasons(words, undefined.filter_map(Result::err)));
        let keys = ["qca-head-condition", "qca-head-inclusion", "qca-head-relevance", "qca-head-coverage"];
        View {
            part: "qca-necessity",
            title: words.say_with("qca-necessity-title", [("outcome", self.outcome().into())]),
            header: keys.map(|key| words.say(key)).to_vec(),
            n_left: 1,
            sections: vec![Section { title: String::new(), rows: found.map(row).collect() }],
            notes,
            ..View::default()
        }
    }

    /// One row per combination that occurs.
    pub(super) fn truth_table(&self) -> View {
        let words = self.words;
        let Ok(analysed) = &self.qca.analysed else { return View::default() };
        let section = |out: Out, key: &str| {
            let rows: Vec<Vec<String>> = analysed.table.rows_with(out).map(|row| self.row(row)).collect();
            (!rows.is_empty()).then(|| Section { title: words.say(key), rows })
        };
        let sections = [
            (Out::One, "qca-rows-with"),
            (Out::Zero, "qca-rows-without"),
            (Out::Remainder, "qca-rows-too-few"),
        ];
        let cutoffs = analysed.table.cutoffs();
        let usual = if self.qca.asked.incl_cut.is_some() {
            "given"
        } else if analysed.data.is_crisp() {
            "crisp"
        } else {
            "fuzzy"
        };
        let args = [
            ("inclusion", self.chosen(cutoffs.inclusion).into()),
            ("pri", self.chosen(cutoffs.pri).into()),
            ("n", cutoffs.n.into()),
            ("usual", usual.into()),
        ];
        let names = self.qca.conditions.iter().map(|condition| condition.name.clone());
        let keys = ["qca-head-n", "qca-head-inclusion", "qca-head-pri", "qca-head-cases"];
        let mut notes = vec![words.say("qca-table-note"), words.say_with("qca-cutoffs-note", args)];
        notes.extend(self.values());
        notes.extend(self.warning());
        notes.extend(self.same_attribute());
        View {
            part: "qca-truth-table",
            title: words.say("qca-table-title"),
            header: std::iter::once(words.say("qca-head-row"))
                .chain(names)
                .chain(keys.map(|key| words.say(key)))
                .collect(),
            n_left: 0,
            n_prose: 1,
            sections: sections.into_iter().filter_map(|(out, key)| section(out, key)).collect(),
            notes,
        }
    }

    fn row(&self, row: &Row) -> Vec<String> {
        let levels = row.levels.iter().map(ToString::to_string);
        let mark = if row.is_contradictory { "≠" } else { "" };
        let numbers = [row.inclusion, row.pri].map(|number| self.words.number(number, DECIMALS));
        let n = format!("{}{mark}", row.n());
        std::iter::once(row.number.to_string())
            .chain(levels)
            .chain([n])
            .chain(numbers)
            .chain([self.cases(&row.cases)])
            .collect()
    }

    /// Returns that there are many conditions for this number of cases, where that is so.
    pub(super) fn warning(&self) -> Option<String> {
        let analysed = self.qca.analysed.as_ref().ok()?;
        let (n, most) = (analysed.data.n_cases(), most_rows(analysed.data.n_cases()));
        let args = [
            ("rows", self.words.whole(analysed.table.n_rows()).into()),
            ("cases", n.into()),
            ("most", self.words.whole(most).into()),
        ];
        (analysed.table.n_rows() > most).then(|| self.words.say_with("qca-many-conditions", args))
    }

    /// Returns per attribute that several conditions rest on that some combinations of these cannot exist.
    pub(super) fn same_attribute(&self) -> Vec<String> {
        let study = self.project.study();
        let resting = self.qca.conditions.iter();
        let mut resting: Vec<(&str, &str)> = resting
            .filter_map(|condition| {
                Some((condition.attribute_behind(study)?.as_str(), condition.name.as_str()))
            })
            .collect();
        resting.sort_by_key(|(attribute, _)| *attribute);
        let several = resting.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1);
        let line = |same: &[(&str, &str)]| {
            let names: Vec<&str> = same.iter().map(|(_, name)| *name).collect();
            self.words.say_with("qca-same-attribute", [("conditions", names.join(", ").into())])
        };
        several.map(line).collect()
    }

    /// The rows in which cases have different outcomes, and what can be done.
    pub(super) fn contradictions(&self) -> View {
        let words = self.words;
        let found = self
            .qca
            .analysed
            .iter()
            .flat_map(|analysed| analysed.contradictions().map(move |row| (analysed, row)));
        let rows: Vec<Vec<String>> = found
            .map(|(analysed, row)| {
                let (with, without) = analysed.divided(&row.cases);
                let ids = |places: &[usize]| self.qca.ids(places).join(" ");
                let term = self.qca.written(&Cube::row(&row.levels));
                vec![
                    row.number.to_string(),
                    term,
                    sign(row.out).to_owned(),
                    words.number(row.inclusion, DECIMALS),
                    ids(&with),
                    ids(&without),
                ]
            })
            .collect();
        let part = "qca-contradictions";
        if rows.is_empty() {
            return View { part, title: words.say("qca-no-contradictions"), ..View::default() };
        }
        let keys = [
            "qca-head-row",
            "qca-head-combination",
            "qca-head-out",
            "qca-head-inclusion",
            "qca-head-with",
            "qca-head-without",
        ];
        let remedies =
            ["recheck", "add", "recalibrate", "accept"].map(|key| words.say(&format!("qca-remedy-{key}")));
        View {
            part,
            title: words.say("qca-contradictions-title"),
            header: keys.map(|key| words.say(key)).to_vec(),
            n_left: 2,
            n_prose: 2,
            sections: vec![Section { title: String::new(), rows }],
            notes: std::iter::once(words.say("qca-contradictions-note")).chain(remedies).collect(),
        }
    }

    /// The combinations of which there are too few cases.
    pub(super) fn remainders(&self, limit: usize) -> View {
        let words = self.words;
        let Ok(analysed) = &self.qca.analysed else { return View::default() };
        let (n, all) = (analysed.table.n_remainders(), analysed.table.n_rows());
        let row = |number: u64| {
            let levels = analysed.table.levels_of(number);
            let assumed = self.qca.assuming(number).into_iter();
            let assumed: Vec<String> =
                assumed.map(|(kind, place)| format!("{} {place}", self.kind(kind))).collect();
            vec![number.to_string(), self.qca.written(&Cube::row(&levels)), assumed.join("; ")]
        };
        let rows: Vec<Vec<String>> = analysed.table.remainders().take(limit).map(row).collect();
        let shown = rows.len();
        let args = [("n", words.whole(n).into()), ("all", words.whole(all).into())];
        let mut notes = vec![words.say("qca-remainders-note")];
        notes.extend(self.values());
        notes.extend(crate::show::row_limit(words, shown, n as usize));
        View {
            part: "qca-remainders",
            title: words.say_with("qca-remainders-title", args),
            header: ["qca-head-row", "qca-head-combination", "qca-head-assumed"]
                .map(|key| words.say(key))
                .to_vec(),
            n_left: 3,
            n_prose: 1,
            sections: vec![Section { title: String::new(), rows }],
            notes,
        }
    }

    /// Returns what the numbers of conditions with several values mean.
    pub(super) fn values(&self) -> Option<String> {
        values_sentence(self.qca, *self.words)
    }
}
