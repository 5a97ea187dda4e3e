//! Sentences about a topic, with the numbers that the study knows.

use super::sentence::sentence;
use super::{Known, Topic};
use crate::document::{Line, plain};
use crate::reader::value_name;
use draad_analysis::Group;
use draad_analysis::method_facts::SaturationReached;
use draad_analysis::saturation::{AccumulationUnit, CodeSet};
use draad_figures::{coder_name, coders_sentence, outcome_group_name};

impl Known<'_> {
    /// Returns what is known of a topic in a sentence; nothing where the study does not say.
    pub fn told(&self, topic: Topic) -> Option<Line> {
        match topic {
            Topic::Cases => Some(self.cases()),
            Topic::Sources => self.sources(),
            Topic::Period => self.period(),
            Topic::People => self.people(),
            Topic::Repeats => self.repeats(),
            Topic::Recordings => self.recordings(),
            Topic::Lengths => self.lengths(),
            Topic::Notes => self.notes(),
            Topic::Contacts => self.contacts(),
            Topic::Processing => self.processing(),
            Topic::Units => self.units(),
            Topic::Coders => self.coders(),
            Topic::Policy => self.policy(),
            Topic::CodeTree => self.code_tree(),
            Topic::Origin => self.origin(),
            Topic::Shared => self.shared(),
            Topic::Agreement => self.agreement(),
            Topic::Adjudicated => self.adjudicated(),
            Topic::Saturation => self.saturation(),
            Topic::Wide => self.wide(),
            Topic::Narrow => self.narrow(),
            Topic::Deviant => self.deviant(),
            Topic::Triangulation => self.triangulation(),
            Topic::Findings => self.findings(),
            Topic::Panels => self.panels(),
            Topic::Quotes => self.quotes(),
            Topic::Software => Some(self.software()),
        }
    }

    fn say<const N: usize>(&self, key: &str, fields: [(&str, String); N]) -> Line {
        sentence(self.words, &format!("told-{key}"), fields)
    }

    fn counted(&self, key: &str, n: usize) -> String {
        self.words.say_with(key, [("n", n.into())])
    }

    /// `ouder (13), kind (9)`
    fn listed(&self, named: impl IntoIterator<Item = (String, usize)>) -> String {
        let one = |(name, n): (String, usize)| format!("{name} ({})", self.words.whole(n as u64));
        named.into_iter().map(one).collect::<Vec<_>>().join(", ")
    }

    fn cases(&self) -> Line {
        let facts = self.facts;
        let cases = ("cases", self.counted("n-cases", facts.basis.n_cases));
        let Some(outcome) = &facts.basis.outcome else { return self.say("cases", [cases]) };
        let name = outcome.label.or(self.words.language, &outcome.attribute);
        let groups = facts.outcome_groups.iter();
        let groups =
            groups.map(|group| (outcome_group_name(&facts.basis, group, self.words), group.cases.len()));
        self.say("cases-by-outcome", [cases, ("outcome", name), ("groups", self.listed(groups))])
    }

    fn sources(&self) -> Option<Line> {
        let sample = &self.facts.sample;
        let all = sample.all.count;
        let kinds = sample.kinds.iter().zip(&sample.of_kinds);
        let kinds =
            kinds.filter_map(|(group, kind)| Some((value_name(group, self.words), kind.heard.ok()?.sources)));
        let kinds = self.listed(kinds.filter(|(_, n)| *n > 0));
        (all.sources > 0).then(|| {
            self.say(
                "sources",
                [
                    ("sources", self.counted("n-sources", all.sources)),
                    ("kinds", kinds),
                    ("words", self.words.whole(all.words)),
                    ("chars", self.words.whole(all.chars)),
                ],
            )
        })
    }

    fn period(&self) -> Option<Line> {
        let (first, last) = self.facts.sample.all.period?;
        Some(self.say("period", [("first", self.words.day(first)), ("last", self.words.day(last))]))
    }

    fn people(&self) -> Option<Line> {
        let sample = &self.facts.sample;
        let people = sample.all.count.people().ok().filter(|n| *n > 0)?;
        let roles = sample.roles.iter().zip(&sample.of_roles);
        let heard = |(group, role): (&Group, &draad_analysis::RoleHeard)| {
            let n = role.heard.ok()?.participants;
            (n > 0).then(|| (value_name(group, self.words), n))
        };
        let roles = self.listed(roles.filter_map(heard));
        Some(self.say("people", [("people", self.words.whole(people as u64)), ("roles", roles)]))
    }

    fn repeats(&self) -> Option<Line> {
        let sample = &self.facts.sample;
        sample.all.count.people().ok()?;
        let kinds = sample.kinds.iter().zip(&sample.of_kinds);
        let repeated: Vec<(String, usize)> = kinds
            .filter(|(_, kind)| kind.repeated > 0)
            .map(|(group, kind)| (value_name(group, self.words), kind.repeated))
            .collect();
        Some(match repeated.is_empty() {
            true => self.say("repeats-none", []),
            false => self.say("repeats", [("repeats", self.listed(repeated))]),
        })
    }

    fn recordings(&self) -> Option<Line> {
        let kinds = || self.facts.sample.of_kinds.iter();
        let recorded: usize = kinds().map(|kind| kind.recorded).sum();
        let minutes: f64 = kinds().filter_map(|kind| kind.minutes).sum();
        (recorded > 0).then(|| {
            let recorded = ("recorded", self.counted("n-sources", recorded));
            self.say("recordings", [recorded, ("minutes", self.words.number(minutes, 0))])
        })
    }

    fn lengths(&self) -> Option<Line> {
        let sample = &self.facts.sample;
        let kinds = sample.kinds.iter().zip(&sample.of_kinds);
        let length = |(group, kind): (&Group, &draad_analysis::KindSample)| {
            let (shortest, middle, longest) = kind.chars.ok()?;
            let [shortest, middle, longest] =
                [shortest, middle.round() as u64, longest].map(|n| self.words.whole(n));
            Some(format!("{} {shortest} – {middle} – {longest}", value_name(group, self.words)))
        };
        let lengths: Vec<String> = kinds.filter_map(length).collect();
        (!lengths.is_empty()).then(|| self.say("lengths", [("lengths", lengths.join("; "))]))
    }

    fn notes(&self) -> Option<Line> {
        let notes = self.facts.notes;
        let fields = [
            ("memos", self.counted("n-memos", notes.n_memos)),
            ("about-material", notes.n_about_material.to_string()),
            ("about-codes", notes.n_about_codes.to_string()),
            ("remarks", self.counted("n-codings", notes.n_remarks)),
        ];
        (notes.n_memos + notes.n_remarks > 0).then(|| self.say("notes", fields))
    }

    fn contacts(&self) -> Option<Line> {
        let contacts = &self.facts.contacts;
        let fields = [
            ("held", contacts.n_held.to_string()),
            ("missed", contacts.n_missed.to_string()),
            ("scores", contacts.n_scores.to_string()),
            ("instruments", contacts.instruments.join(", ")),
        ];
        (contacts.n_held + contacts.n_scores > 0).then(|| self.say("contacts", fields))
    }

    fn processing(&self) -> Option<Line> {
        let processing = &self.facts.processing;
        let fields = [
            ("originals", processing.n_with_original.to_string()),
            ("sources", self.counted("n-sources", processing.n_sources)),
            ("participants", processing.n_participants.to_string()),
        ];
        (processing.n_sources > 0).then(|| self.say("processing", fields))
    }

    fn units(&self) -> Option<Line> {
        let fields = [
            ("units", self.counted("n-units", self.facts.processing.n_units)),
            ("codings", self.counted("n-codings", self.facts.basis.n_codings)),
            ("passages", self.counted("n-passages", self.facts.n_passages)),
        ];
        (self.facts.basis.n_codings > 0).then(|| self.say("units", fields))
    }

    fn coders(&self) -> Option<Line> {
        let coders = &self.facts.coders;
        let share = |share: &draad_analysis::method_facts::CoderShare| {
            let name = coder_name(self.study, share.coder.as_str(), self.words);
            let args = [
                ("name", name.into()),
                ("codings", self.counted("n-codings", share.n_codings).into()),
                ("sources", self.counted("n-sources", share.n_sources).into()),
            ];
            self.words.say_with("told-coder", args)
        };
        let shares = coders.iter().map(share).collect::<Vec<_>>().join("; ");
        let fields = [
            ("coders", self.counted("n-coders", coders.len())),
            ("coded", self.counted("n-sources", self.facts.n_coded_sources)),
            ("shares", shares),
        ];
        (!coders.is_empty()).then(|| self.say("coders", fields))
    }

    fn policy(&self) -> Option<Line> {
        let basis = &self.facts.basis;
        (!basis.coders.is_empty()).then(|| plain(coders_sentence(basis, self.study, self.words)))
    }

    fn code_tree(&self) -> Option<Line> {
        let codebook = self.facts.codebook;
        let fields = [
            ("codes", self.counted("n-codes", codebook.n_codes())),
            ("factors", codebook.n_factors.to_string()),
            ("themes", codebook.n_themes.to_string()),
            ("headings", codebook.n_headings.to_string()),
            ("levels", codebook.n_levels.to_string()),
            ("defined", codebook.n_defined.to_string()),
        ];
        (codebook.n_codes() > 0).then(|| self.say("code-tree", fields))
    }

    fn origin(&self) -> Option<Line> {
        let origin = self.facts.codebook.origin?;
        let fields = [
            ("before", origin.n_before.to_string()),
            ("from-material", origin.n_from_material.to_string()),
            ("not-stated", origin.n_not_stated.to_string()),
        ];
        (origin.n_before + origin.n_from_material > 0).then(|| self.say("origin", fields))
    }

    fn shared(&self) -> Option<Line> {
        let fields = [
            ("shared", self.facts.n_shared_sources.to_string()),
            ("coded", self.counted("n-sources", self.facts.n_coded_sources)),
        ];
        (self.facts.n_coded_sources > 0).then(|| self.say("shared", fields))
    }

    fn agreement(&self) -> Option<Line> {
        let agreement = self.facts.agreement?;
        let (lowest, median, highest) = agreement.alpha?;
        let two = |value: f64| self.words.number(value, 2);
        let fields = [
            ("compared", self.counted("n-sources", agreement.n_sources)),
            ("alpha-codes", self.counted("n-codes", agreement.n_codes)),
            ("lowest", two(lowest)),
            ("median", two(median)),
            ("highest", two(highest)),
        ];
        let mut line = self.say("agreement", fields);
        if let Some((binary, coding)) = agreement.binary.zip(agreement.coding) {
            line.extend(self.say("agreement-together", [("binary", two(binary)), ("coding", two(coding))]));
        }
        Some(line)
    }

    fn adjudicated(&self) -> Option<Line> {
        let adjudicated = self.facts.adjudicated?;
        let fields = [
            ("decisions", adjudicated.n_decisions.to_string()),
            ("closed", self.counted("n-sources", adjudicated.n_closed)),
        ];
        Some(self.say("adjudicated", fields))
    }

    fn saturation(&self) -> Option<Line> {
        let found = self.facts.saturation.as_ref()?;
        let unit = match found.unit {
            AccumulationUnit::Cases => self.counted("n-cases", found.n_units),
            AccumulationUnit::Sources => self.counted("n-sources", found.n_units),
        };
        let key = match found.codes {
            CodeSet::FromMaterial => "saturation-from-material",
            CodeSet::Used => "saturation",
        };
        let fields = [
            ("units-analysed", unit),
            ("codes", self.counted("n-codes", found.n_codes)),
            ("last-new", found.last_new.0.to_string()),
            ("n-new", found.last_new.1.to_string()),
        ];
        let mut line = self.say(key, fields);
        line.extend(self.ratio(found));
        Some(line)
    }

    fn ratio(&self, found: &SaturationReached) -> Line {
        let (base, run, threshold) = found.procedure;
        let (base, run) = (("base", base.to_string()), ("run", run.to_string()));
        let threshold = ("threshold", self.words.number(threshold * 100.0, 0));
        match &found.reached {
            Some(reached) => self.say("ratio", [base, run, threshold, ("reached", reached.clone())]),
            None => self.say("ratio-not", [base, run, threshold]),
        }
    }

    fn wide(&self) -> Option<Line> {
        let spread = self.facts.spread;
        let fields =
            [("wide", spread.n_wide.to_string()), ("codes", self.counted("n-codes", spread.n_codes))];
        (spread.n_codes > 0).then(|| self.say("wide", fields))
    }

    fn narrow(&self) -> Option<Line> {
        let spread = self.facts.spread;
        let fields = [("narrow", spread.n_narrow.to_string()), ("unused", spread.n_unused.to_string())];
        (spread.n_codes > 0).then(|| self.say("narrow", fields))
    }

    fn deviant(&self) -> Option<Line> {
        let spread = self.facts.spread;
        let fields = [
            ("deviant", self.counted("n-cases", spread.n_deviant_cases?)),
            ("with-deviant", self.counted("n-codes", spread.n_with_deviant)),
        ];
        Some(self.say("deviant", fields))
    }

    fn triangulation(&self) -> Option<Line> {
        let spread = self.facts.spread;
        let thresholds = self.facts.basis.thresholds;
        let fields = [
            ("triangulated", spread.n_triangulated.to_string()),
            ("cells", spread.n_cells.to_string()),
            ("least-kinds", thresholds.kinds.to_string()),
            ("least-roles", thresholds.roles.to_string()),
            ("contradicted", spread.n_contradicted.to_string()),
        ];
        (spread.n_cells > 0).then(|| self.say("triangulation", fields))
    }

    fn findings(&self) -> Option<Line> {
        let findings = self.facts.findings?;
        let fields = [
            ("findings", findings.n.to_string()),
            ("for", self.counted("n-passages", findings.n_for)),
            ("against", self.counted("n-passages", findings.n_against)),
            ("with-against", findings.n_with_against.to_string()),
        ];
        Some(self.say("findings", fields))
    }

    fn panels(&self) -> Option<Line> {
        let panels = self.facts.panels.iter();
        let panels = self.listed(panels.map(|panel| (panel.panel.clone(), panel.n_respondents)));
        (!panels.is_empty()).then(|| self.say("panels", [("panels", panels)]))
    }

    fn quotes(&self) -> Option<Line> {
        let quoted = self.quoted;
        let fields = [
            ("quotes", self.counted("n-passages", quoted.n_quotes)),
            ("quoted-people", quoted.n_people.to_string()),
            ("quoted-cases", self.counted("n-cases", quoted.n_cases)),
        ];
        (quoted.n_quotes > 0).then(|| self.say("quotes", fields))
    }

    fn software(&self) -> Line {
        let basis = &self.facts.basis;
        let hash: String = basis.fingerprint.chars().take(16).collect();
        self.say("software", [("version", basis.version.to_owned()), ("hash", hash)])
    }
}
