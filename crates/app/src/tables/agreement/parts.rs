//! Cases, pairs, coders, and all codes together.

use super::Reading;
use crate::show::{Section, View, basis_note, k_of_n, measured, open_cell, reasons};
use draad_analysis::agreement::{CaseFound, CodeAgreement, PairAgreement};
use draad_analysis::disagreement::{DisagreementKind, Disagreements, Stretch};

impl Reading<'_> {
    /// Per code in which cases the coders agree that it is there, and in which only some found it.
    pub(super) fn cases(&self) -> View {
        let keys = ["code", "cases-all", "cases-none", "cases-some"];
        let row = |code: &CodeAgreement| {
            let n = code.cases.n_cases();
            vec![
                self.code(code),
                k_of_n(self.words, (code.cases.n_all(), n)),
                k_of_n(self.words, (code.cases.n_none, n)),
                self.some(code),
            ]
        };
        let mut notes = vec![self.words.say("agreement-cases-note")];
        notes.extend(self.open_note());
        notes.push(self.basis_note());
        View {
            part: "agreement-cases",
            title: self.words.say("agreement-cases-title"),
            header: keys.map(|key| self.head(key)).to_vec(),
            n_left: 1,
            n_prose: 1,
            sections: vec![Section {
                title: String::new(),
                rows: self.found.codes.iter().map(row).collect(),
            }],
            notes,
        }
    }

    /// What the numbers rest on.
    fn basis_note(&self) -> String {
        basis_note(self.project, &self.found.basis)
    }

    /// `alleen Anna: p03, p07; alleen Bram: p01`: cases by who found it.
    fn some(&self, code: &CodeAgreement) -> String {
        let mut by: Vec<(&[u16], Vec<&str>)> = Vec::new();
        for CaseFound { case, by: who, .. } in code.cases.found.iter().filter(|case| !case.is_agreed()) {
            match by.iter_mut().find(|(known, _)| known == who) {
                Some((_, cases)) => cases.push(case.as_str()),
                None => by.push((who, vec![case.as_str()])),
            }
        }
        by.sort();
        let part = |(who, cases): &(&[u16], Vec<&str>)| {
            let names = who.iter().map(|&coder| self.found.coder(coder).as_str());
            let names = names.collect::<Vec<_>>().join(", ");
            let args = [("names", names.into()), ("cases", cases.join(", ").into())];
            self.words.say_with("agreement-only", args)
        };
        by.iter().map(part).collect::<Vec<_>>().join("; ")
    }

    /// How to open the passages of one coder: in the first case that only one of them found a code in.
    fn open_note(&self) -> Option<String> {
        let cases = self.found.codes.iter().flat_map(|code| {
            let some = code.cases.found.iter().filter(|case| !case.is_agreed());
            some.map(move |case| (&code.code, case))
        });
        let (code, case) = cases.into_iter().next()?;
        let coder = self.found.coder(*case.by.first()?);
        let command = format!("draad agree --cell {},{code},coder={coder}", case.case);
        Some(open_cell(self.words, command))
    }

    /// All codes on one continuum; only of free spans.
    pub(super) fn together(&self) -> Option<View> {
        let together = self.found.together.as_ref()?;
        let whole = [together.unitized, together.binary, together.coding];
        let keys = ["together", "value", "coverage"];
        let names = ["u-alpha-all", "binary-all", "cu-alpha"].map(|key| self.head(key));
        let whole_rows = names
            .into_iter()
            .zip(whole)
            .map(|(name, value)| vec![name, measured(self.words, value, 2), String::new()]);
        let codebook = &self.project.study().codebook;
        let code_rows = together.codes.iter().map(|(id, alpha, coverage)| {
            let name = codebook.get(id).map_or(id.as_str(), |code| code.name(self.words.language));
            let args = [("code", name.to_owned().into())];
            let name = self.words.say_with("agreement-ku-alpha", args);
            vec![name, measured(self.words, *alpha, 2), self.percent(*coverage)]
        });
        let of_codes = together.codes.iter().flat_map(|(_, alpha, coverage)| [*alpha, *coverage]);
        let undefined = whole.into_iter().chain(of_codes).filter_map(Result::err);
        let mut notes = vec![self.words.say("agreement-together-note")];
        notes.extend(reasons(self.words, undefined));
        notes.push(self.basis_note());
        let part = "agreement-together";
        let title = self.words.say("agreement-together-title");
        // where codes overlap, every row would be a dash
        if together.unitized.is_err() {
            return Some(View { part, title, notes, ..View::default() });
        }
        Some(View {
            part,
            title,
            header: keys.map(|key| self.head(key)).to_vec(),
            n_left: 1,
            sections: vec![Section { title: String::new(), rows: whole_rows.chain(code_rows).collect() }],
            notes,
            ..View::default()
        })
    }

    /// Every disagreement in a line: what is read at length in `draad agree --list`.
    pub(super) fn disagreements(&self) -> View {
        let keys = ["code", "source", "differ-in", "passage", "id"];
        let row = |stretch: &Stretch| {
            let kind = |&kind: &DisagreementKind| {
                self.words.say(&format!("disagreements-kind-{}", <&str>::from(kind)))
            };
            let study = self.project.study();
            let code = &study.codebook.codes[stretch.code as usize];
            vec![
                code.name.or(self.words.language, code.id.as_str()),
                study.sources[stretch.source as usize].id.to_string(),
                stretch.kinds.iter().map(kind).collect::<Vec<_>>().join(" + "),
                Disagreements::words(study, stretch).replace('\n', " "),
                stretch.id.to_string(),
            ]
        };
        View {
            part: "agreement-disagreements",
            title: self.words.say("disagreements-title"),
            header: keys.map(|key| self.head(key)).to_vec(),
            n_left: keys.len(),
            n_prose: 2,
            sections: vec![Section {
                title: String::new(),
                rows: self.shown.found.disagreements().map(row).collect(),
            }],
            notes: vec![self.words.say("agreement-disagreements-note"), self.basis_note()],
        }
    }

    /// Each pair of coders.
    pub(super) fn pairs(&self) -> View {
        let mut keys = vec!["code", "both", "only-first", "only-second", "neither", "percent", "kappa"];
        keys.extend(self.is_on_spans().then_some("segments"));
        let n_coders = self.found.coders.len() as u16;
        let pairs = (0..n_coders).flat_map(|first| (first + 1..n_coders).map(move |second| (first, second)));
        let section = |(first, second)| {
            let rows = self.found.codes.iter().filter_map(|code| {
                let pair = code.pairs.iter().find(|pair| (pair.first, pair.second) == (first, second))?;
                Some(self.pair(code, pair))
            });
            Section { title: self.coder_names([first, second]), rows: rows.collect() }
        };
        let sections: Vec<Section> = pairs.map(section).filter(|section| !section.rows.is_empty()).collect();
        let undefined = self.found.codes.iter().flat_map(|code| &code.pairs);
        let undefined = undefined.flat_map(|pair| [pair.percent, pair.kappa]).filter_map(Result::err);
        let mut notes = vec![self.say("agreement-pairs-note")];
        notes.extend(reasons(self.words, undefined));
        notes.push(self.basis_note());
        View {
            part: "agreement-pairs",
            title: self.say("agreement-pairs-title"),
            header: keys.iter().map(|key| self.head(key)).collect(),
            n_left: 1,
            sections,
            notes,
            ..View::default()
        }
    }

    fn pair(&self, code: &CodeAgreement, pair: &PairAgreement) -> Vec<String> {
        let counts = [pair.both, pair.only_first, pair.only_second, pair.neither];
        let counts = counts.map(|count| self.words.whole(count));
        let shares = [self.percent(pair.percent), measured(self.words, pair.kappa, 2)];
        let segments = pair.segments.map(|segments| k_of_n(self.words, segments));
        std::iter::once(self.code(code)).chain(counts).chain(shares).chain(segments).collect()
    }

    /// Who coded how much.
    pub(super) fn coders(&self) -> View {
        let keys = ["coder", "shared", "silent", "codings", "codes"];
        let rows = self.found.coders.iter().enumerate().map(|(place, row)| {
            vec![
                self.coder(place as u16),
                k_of_n(self.words, (row.n_shared - row.n_silent, row.n_sources)),
                row.n_silent.to_string(),
                self.words.whole(row.n_codings as u64),
                row.n_codes.to_string(),
            ]
        });
        View {
            part: "agreement-coders",
            title: self.words.say("agreement-coders-title"),
            header: keys.map(|key| self.head(key)).to_vec(),
            n_left: 1,
            sections: vec![Section { title: String::new(), rows: rows.collect() }],
            notes: vec![self.words.say("agreement-coders-note"), self.basis_note()],
            ..View::default()
        }
    }
}
