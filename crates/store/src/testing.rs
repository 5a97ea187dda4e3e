//! Studies for property tests: every kind of record, with texts as people write them.

use draad_core::case::Extra;
use draad_core::condition::AnchorValue;
use draad_core::records::PassageRef;
use draad_core::*;
use jiff::{Timestamp, civil};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;

/// Returns any small study that fits together: accents, emoji, quotation marks, separators and line breaks in texts,
/// whole-source codings, several coders, unknown and empty attributes, further columns.
pub fn any_study() -> impl Strategy<Value = Study> {
    let sources = vec(any_source(), 0..4);
    let codings = vec(any_coding(), 0..12);
    let queries = btree_map("[a-zé][a-z -]{0,5}[a-z]", (any_text(), some_text()), 0..3);
    let proposals = vec(any_coding(), 0..6);
    let aside = (queries, proposals, vec(any_membership(), 0..4), vec(any_coding(), 0..6));
    (settings(), attributes(), sources, codings, codebook(), extra_names(), any_records(), aside).prop_map(
        |(settings, attributes, sources, codings, codebook, names, records, aside)| {
            let (queries, proposals, memberships, decisions) = aside;
            let mut study = Study::new(settings);
            study.codebook = codebook;
            add_people(&mut study, attributes, &names);
            add_sources(&mut study, sources, &names);
            add_codings(&mut study, codings);
            add_records(&mut study, records, &names);
            add_references(&mut study);
            add_queries(&mut study, queries);
            add_proposals(&mut study, proposals, &names);
            add_conditions(&mut study, memberships, &names);
            add_adjudications(&mut study, decisions, &names);
            study
        },
    )
}

/// Text of a cell: anything a CSV file must survive.
fn any_text() -> impl Strategy<Value = String> {
    "[a-zé👋\"',;\t\n =#-]{0,12}"
}

/// Text that is neither blank nor the word for an unknown answer.
fn some_text() -> impl Strategy<Value = String> {
    "[a-zé👋][\"',;\n x]{0,6}"
}

fn id<T: std::str::FromStr<Err = String>>(text: &str) -> T {
    text.parse().expect("ids of test studies are valid")
}

fn date() -> impl Strategy<Value = civil::Date> {
    (2000i16..2030, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| civil::date(year, month, day))
}

fn settings() -> impl Strategy<Value = Settings> {
    (any_text(), any_text(), select(&[Language::Nl, Language::En][..])).prop_map(|(title, note, language)| {
        let mut settings = Settings { note, ..Settings::new("proef", &title, language) };
        let attribute = |name: &str, kind| Attribute {
            id: id(name),
            label: Label::default(),
            kind,
            levels: vec![],
            outcome: false,
        };
        settings.attributes.extend([
            attribute("toelichting", AttributeType::Text),
            attribute("duur", AttributeType::Number),
            attribute("kinderen", AttributeType::Integer),
            attribute("voortijdig", AttributeType::YesNo),
            attribute("start", AttributeType::Date),
        ]);
        settings
    })
}

/// Attributes of two cases, in the order of [`settings`].
fn attributes() -> impl Strategy<Value = Vec<Vec<AttributeValue>>> {
    let one = |known: BoxedStrategy<AttributeValue>| {
        prop_oneof![Just(AttributeValue::Empty), Just(AttributeValue::Unknown), known]
    };
    let case = (
        one(select(&["constructive", "mixed"][..])
            .prop_map(|level| AttributeValue::Level(level.into()))
            .boxed()),
        one(some_text().prop_map(AttributeValue::Text).boxed()),
        one((-1e6..1e6).prop_map(AttributeValue::Number).boxed()),
        one(any::<i64>().prop_map(AttributeValue::Integer).boxed()),
        one(any::<bool>().prop_map(AttributeValue::YesNo).boxed()),
        one(date().prop_map(AttributeValue::Date).boxed()),
    );
    vec(case.prop_map(|(a, b, c, d, e, f)| vec![a, b, c, d, e, f]), 2)
}

fn extra_names() -> impl Strategy<Value = Vec<String>> {
    btree_set("[xyz][a-z é]?[qw]", 0..3).prop_map(|names| names.into_iter().collect())
}

fn extra(names: &[String]) -> Extra {
    names.iter().map(|name| (name.clone(), format!("\"{name}\", zo; en\nzo"))).collect()
}

fn codebook() -> impl Strategy<Value = Codebook> {
    let name = prop_oneof![any_text(), Just("Zelfde naam".to_owned())];
    let kind = select(&[CodeKind::Factor, CodeKind::Theme, CodeKind::Heading][..]);
    let code = (name, any_text(), any_text(), option::of(any_valence()), kind, option::of(any::<usize>()));
    let ids = select(&["afstand", "nabijheid", "vertrouwen", "één lijn"][..]);
    (btree_map(ids, code, 1..4), any::<bool>(), extra_names()).prop_map(|(codes, is_turned, names)| {
        let mut codes: Vec<_> = codes.into_iter().collect();
        if is_turned {
            codes.reverse();
        }
        // Only what stands further on in the alphabet can be a parent, so there are no circles.
        let parent = |of: &str, place: usize| {
            let above: Vec<&str> = codes.iter().map(|(name, _)| *name).filter(|name| *name > of).collect();
            (!above.is_empty()).then(|| id(above[place % above.len()]))
        };
        let code = |(name, (nl, en, definition, valence, kind, place)): &(&str, _)| {
            let colour = if *kind == CodeKind::Theme { String::new() } else { "#0072b2".to_owned() };
            let code = Code {
                parent: Option::and_then(*place, |place| parent(name, place)),
                name: Label { nl: String::clone(nl), en: String::clone(en) },
                definition: String::clone(definition),
                valence: *valence,
                kind: *kind,
                colour,
                extra: extra(&names),
                ..Code::new(id(name))
            };
            (code.id.clone(), code)
        };
        Codebook { codes: codes.iter().map(code).collect() }
    })
}

fn any_valence() -> impl Strategy<Value = Valence> {
    select(&[Valence::Promoting, Valence::Hindering, Valence::Ambivalent][..])
}

/// A source's turns, and whether it has a day.
fn any_source() -> impl Strategy<Value = (Vec<String>, Option<civil::Date>)> {
    (vec("[a-zé👋][a-zé👋 \",;]{0,30}", 1..5), option::of(date()))
}

fn add_people(study: &mut Study, attributes: Vec<Vec<AttributeValue>>, names: &[String]) {
    for (i, values) in attributes.into_iter().enumerate() {
        let case: CaseId = id(&format!("p{i:02}"));
        let ids = study.settings.attributes.iter().map(|attribute| attribute.id.clone());
        let attributes = ids.zip(values).collect();
        study.cases.insert(case.clone(), Case { id: case.clone(), name: "Gezin \"één\"".into(), attributes });
        let person = Participant {
            id: id(&format!("{case}-moeder")),
            role: id("parent"),
            cases: vec![case],
            labels: vec!["M, moeder".into(), "👩".into()],
            name: String::new(),
            extra: extra(names),
        };
        study.participants.insert(person.id.clone(), person);
    }
}

fn add_sources(study: &mut Study, sources: Vec<(Vec<String>, Option<civil::Date>)>, names: &[String]) {
    for (i, (turns, date)) in sources.into_iter().enumerate() {
        let cases: Vec<CaseId> = study.cases.keys().take(1 + i % 2).cloned().collect();
        let mut text = String::new();
        let mut units = Vec::new();
        for (n, turn) in turns.iter().enumerate() {
            let start = text.len();
            text.push_str(turn);
            units.push(Unit {
                span: Span::from_bytes(start..text.len()).expect("a turn is not empty"),
                kind: if n == 0 { UnitKind::Header } else { UnitKind::Said },
                speaker: (n > 0).then(|| "p00-moeder".to_owned()),
                time: date.map(|date| date.at(14, 5, n as i8, 0)),
                phase: (n == 1).then(|| id("evaluation")),
                page: (n > 1).then_some(i as u32 + 1),
                recording: (n == 2).then_some(Recording {
                    start: RecordingTime(62_300),
                    end: date.map(|_| RecordingTime(70_000)),
                }),
            });
            text.push('\n');
        }
        let source = Source {
            id: id(&format!("p{i:02} gesprek")),
            cases,
            kind: id("interview"),
            date,
            phase: date.map(|_| id("installation")),
            participants: vec![id("p00-moeder")],
            text: Text::new(text),
            units: if i == 2 { Vec::new() } else { units },
            origin: Origin {
                file: "gesprek, 1.docx".into(),
                file_hash: String::new(),
                reading: "docx; ruw".into(),
            },
            extra: extra(names),
        };
        study.sources.insert(source.id.clone(), source);
    }
}

type AnyCoding = (usize, usize, bool, bool, Option<(usize, usize)>, Option<Valence>, Option<u8>, String);

fn any_coding() -> impl Strategy<Value = AnyCoding> {
    let place = option::of((0usize..200, 1usize..40));
    let weight = option::of(0u8..=100);
    (
        any::<usize>(),
        any::<usize>(),
        any::<bool>(),
        any::<bool>(),
        place,
        option::of(any_valence()),
        weight,
        any_text(),
    )
}

fn add_codings(study: &mut Study, codings: Vec<AnyCoding>) {
    if study.sources.is_empty() {
        return;
    }
    for (i, (source, code, first_coder, timed, place, valence, weight, memo)) in
        codings.into_iter().enumerate()
    {
        let source = &study.sources[source % study.sources.len()];
        let code = study.codebook.codes[code % study.codebook.codes.len()].id.clone();
        let target = place.and_then(|(start, length)| stretch(&source.text, start, length));
        let quote = target.and_then(|span| source.text.get(span)).unwrap_or_default().to_owned();
        study.codings.push(Coding {
            id: id(&format!("c{i}")),
            coder: id(if first_coder { "anna" } else { "bé" }),
            source: source.id.clone(),
            code,
            target: target.map_or(Target::Source, Target::Span),
            valence,
            weight,
            quote,
            memo,
            created: timed.then(|| Timestamp::constant(1_630_000_000 + i as i64, 0)),
            modified: None,
        });
    }
    study.sort_codings();
}

/// Adds proposals in two batches, in every state of decision; `all` says where they stand.
fn add_proposals(study: &mut Study, all: Vec<AnyCoding>, names: &[String]) {
    for (i, (source, code, in_first, timed, place, valence, weight, memo)) in all.into_iter().enumerate() {
        let Some((_, source)) = study.sources.get_index(source.checked_rem(study.sources.len()).unwrap_or(0))
        else {
            return;
        };
        let Some(span) = place.and_then(|(start, length)| stretch(&source.text, start, length)) else {
            continue;
        };
        let batch: BatchId = id(if in_first { "één lijn" } else { "vertrouwen" });
        let decision =
            [None, Some(Decision::Accepted), Some(Decision::Rejected)][weight.unwrap_or(0) as usize % 3];
        let proposal = Proposal {
            id: Proposal::nth(&batch, i).expect("the name is short"),
            source: source.id.clone(),
            code: study.codebook.codes[code % study.codebook.codes.len()].id.clone(),
            chars: source.text.char_span(span),
            is_placed: true,
            valence,
            quote: source.text.get(span).unwrap_or_default().to_owned(),
            query: memo.clone(),
            proposed: timed.then(|| Timestamp::constant(1_630_000_000 + i as i64, 0)),
            decision,
            decided_by: decision.map(|_| id("anna")),
            decided: None,
            coding: weight.map(|weight| id(&format!("c{weight}"))),
            memo,
            extra: extra(names),
        };
        study.proposals.entry(batch).or_default().push(proposal);
    }
}

/// A score: in which of the cases, whether it is full, why, and where the passage it rests on begins.
type AnyMembership = (bool, bool, String, Option<(usize, usize)>);

fn any_membership() -> impl Strategy<Value = AnyMembership> {
    (any::<bool>(), any::<bool>(), any_text(), option::of((0usize..200, 1usize..40)))
}

/// Adds a condition of each method, and scores for the one that people score.
fn add_conditions(study: &mut Study, scores: Vec<AnyMembership>, names: &[String]) {
    if scores.is_empty() {
        return;
    }
    let code = study.codebook.codes[0].id.clone();
    let label = Label::new(&scores[0].2, "");
    let new = |name: &str, method| Condition { label: label.clone(), ..Condition::new(id(name), method) };
    let value = |value| AnchorValue { value, label: label.clone(), definition: "\"één\"\nlijn".to_owned() };
    let conditions = [
        Condition { value: vec![value(0.0), value(0.67)], ..new("gescoord", Method::Scores) },
        Condition {
            code: Some(code.clone()),
            valence: Some(Valence::Hindering),
            ..new("er_is", Method::Presence)
        },
        Condition { attribute: Some(id("duur")), threshold: vec![0.1, 12.0], ..new("lang", Method::Crisp) },
        Condition {
            code: Some(code),
            measure: Some(ConditionMeasure::Coverage),
            exclusion: Some(0.3),
            crossover: Some(0.2),
            inclusion: Some(1e-7),
            degree: Some(0.99),
            ..new("weinig", Method::Direct)
        },
        Condition {
            attribute: Some(id("constructiveness")),
            level: ["stalled", "mixed", "constructive"].map(str::to_owned).into(),
            ..new("uitkomst", Method::Levels)
        },
    ];
    study.conditions = conditions.into_iter().map(|one| (one.name.clone(), one)).collect();
    // One person, so that nobody scores differently.
    for (i, (in_first, is_high, memo, place)) in scores.into_iter().enumerate() {
        let source = study.sources.values().next();
        let passage = source.zip(place).and_then(|(source, (start, length))| {
            let chars = source.text.char_span(stretch(&source.text, start, length)?);
            Some(PassageRef { source: source.id.clone(), chars })
        });
        study.memberships.push(Membership {
            condition: id("gescoord"),
            case: id(if in_first { "p00" } else { "p01" }),
            value: if is_high { 0.67 } else { 0.0 },
            coder: id("anna"),
            created: Timestamp::constant(1_630_000_000 + i as i64, 0),
            memo,
            passages: passage.into_iter().collect(),
            extra: extra(names),
        });
    }
}

/// Adds decisions in two layers, about stretches and whole sources; `all` says where they stand.
fn add_adjudications(study: &mut Study, all: Vec<AnyCoding>, names: &[String]) {
    for (i, (source, code, in_first, timed, place, valence, weight, memo)) in all.into_iter().enumerate() {
        let Some((_, source)) = study.sources.get_index(source.checked_rem(study.sources.len()).unwrap_or(0))
        else {
            return;
        };
        let span = place.and_then(|(start, length)| stretch(&source.text, start, length));
        let chars = span.map(|span| source.text.char_span(span));
        let verdict = [Verdict::NotCoded, Verdict::Coded, Verdict::Agreed][weight.unwrap_or(0) as usize % 3];
        let row = Adjudication {
            id: id(&format!("stuk{i}")),
            source: source.id.clone(),
            code: study.codebook.codes[code % study.codebook.codes.len()].id.clone(),
            chars,
            is_placed: true,
            verdict,
            coded: (verdict != Verdict::NotCoded).then_some(Settled { chars, valence }).into_iter().collect(),
            by: vec!["Anna".to_owned(), "Bé de Vries".to_owned()],
            created: timed.then(|| Timestamp::constant(1_630_000_000 + i as i64, 0)),
            memo,
            considered: vec![Considered { coder: id("bé"), coding: id(&format!("c{i}")), valence }],
            closed: in_first.then(|| Timestamp::constant(1_640_000_000, 0)),
            quote: span.and_then(|span| source.text.get(span)).unwrap_or_default().to_owned(),
            extra: extra(names),
        };
        let layer: CoderId = id(if in_first { "consensus" } else { "één lijn" });
        study.adjudications.entry(layer).or_default().push(row);
    }
}

/// Returns a span of whole characters, or nothing when the text is shorter.
fn stretch(text: &Text, start: usize, length: usize) -> Option<Span> {
    let start = start as u32 % text.n_chars();
    let end = (start + length as u32).min(text.n_chars());
    text.span(CharSpan { start: CharOffset(start), end: CharOffset(end) })
}

type AnyRecords = (Vec<(Option<civil::Date>, String)>, Vec<Option<f64>>, Vec<(String, String)>);

fn any_records() -> impl Strategy<Value = AnyRecords> {
    let body = "[a-zé👋#\n -]{0,30}";
    (
        vec((option::of(date()), any_text()), 0..3),
        vec(option::of(-10.0..10.0), 0..3),
        vec((some_text(), body), 0..3),
    )
}

fn add_records(study: &mut Study, (events, scores, writings): AnyRecords, names: &[String]) {
    let (case, person): (CaseId, ParticipantId) = (id("p00"), id("p00-moeder"));
    study.case_phases.extend(events.iter().map(|(date, _)| CasePhase {
        case: case.clone(),
        phase: id("installation"),
        start: *date,
        end: None,
    }));
    study.events.extend(events.into_iter().map(|(date, note)| Event {
        case: case.clone(),
        date,
        kind: "bezoek".into(),
        status: EventStatus::Missed,
        actors: vec![person.clone()],
        note,
        extra: extra(names),
    }));
    study.scores.extend(scores.into_iter().map(|score| Score {
        case: case.clone(),
        participant: person.clone(),
        date: None,
        instrument: "route".into(),
        item: "1".into(),
        score,
        extra: extra(names),
    }));
    add_writings(study, writings, names);
}

fn add_writings(study: &mut Study, writings: Vec<(String, String)>, names: &[String]) {
    let code = study.codebook.codes[0].id.clone();
    for (i, (title, body)) in writings.into_iter().enumerate() {
        let finding = format!("bevinding {i}");
        let chars = CharSpan { start: CharOffset(0), end: CharOffset(1) };
        let passages: Vec<PassageRef> =
            study.sources.keys().map(|source| PassageRef { source: source.clone(), chars }).collect();
        for source in study.sources.values().take(1) {
            let end = CharOffset((i as u32 + 2).min(source.text.n_chars()));
            let chars = CharSpan { start: CharOffset(i as u32 / 2), end };
            study.case_spans.push(CaseSpan { source: source.id.clone(), case: id("p00"), chars });
        }
        study.memos.push(Memo {
            id: id(&format!("memo {i}")),
            title: title.clone(),
            author: Some(id("anna")),
            date: Some(civil::date(2021, 9, 3)),
            about: abouts(study, &code, &finding).into_iter().skip(i * 2).take(4 - i).collect(),
            body: body.clone(),
        });
        study.feedback.push(Feedback {
            finding: finding.clone(),
            panel: "experts".into(),
            respondent: "e1".into(),
            verdict: Ok(PanelVerdict::Nuances),
            remark: body.clone(),
            extra: extra(names),
        });
        study.findings.push(Finding {
            id: finding,
            title,
            plain: body.clone(),
            part: "tension".into(),
            theme: String::new(),
            codes: vec![code.clone()],
            passages_for: passages,
            passages_against: Vec::new(),
            references: Vec::new(),
            body,
        });
    }
}

/// A work, cited by the code and by a finding.
fn add_references(study: &mut Study) {
    let text = "@book{yin2018, author = {Yin, Robert K.}, title = {Case study research}, date = {2018}}\n";
    let work = draad_literature::read(text).works.remove(0);
    let key = work.key.clone();
    study.references.text = text.to_owned();
    study.references.works.insert(key.clone(), work);
    if let Some(mut code) = study.codebook.codes.first_entry() {
        code.get_mut().references.push(key.clone());
    }
    if let Some(finding) = study.findings.first_mut() {
        finding.references.push(key);
    }
}

fn add_queries(study: &mut Study, queries: BTreeMap<String, (String, String)>) {
    for (name, (note, text)) in queries {
        let label = Label::new(&note, "");
        study.tables.insert(id(&name), own_table(&name, label.clone(), &note));
        let query = SavedQuery { name: id(&name), text, label, note };
        study.queries.insert(query.name.clone(), query);
    }
}

/// A table of the study's own that uses the query of the same name.
fn own_table(name: &str, label: Label, note: &str) -> OwnTable {
    OwnTable {
        name: id(name),
        label,
        note: note.to_owned(),
        table: "balance".to_owned(),
        by: Some("phase".to_owned()),
        outcome: None,
        unfolded: false,
        case: Vec::new(),
        kind: Vec::new(),
        role: Vec::new(),
        phase: Vec::new(),
        code: Vec::new(),
        valence: vec![Valence::Promoting],
        coder: Vec::new(),
        conditions: Vec::new(),
        queries: vec![name.to_owned()],
        sets: Vec::new(),
        options: TableOptions {
            limit: Some(3),
            top_share: Some(0.25),
            agreement: AgreementOptions { overlap: Some(0.75), resamples: None, silent_readers: true },
            ..TableOptions::default()
        },
    }
}

/// References to something of every kind.
fn abouts(study: &Study, code: &CodeId, finding: &str) -> Vec<About> {
    let chars = CharSpan { start: CharOffset(0), end: CharOffset(1) };
    let mut abouts = vec![About::Code(code.clone())];
    abouts.extend(
        study.codings.first().map(|one| About::Coding(one.coder.clone(), one.source.clone(), one.id.clone())),
    );
    abouts.extend(study.sources.keys().next().map(|source| About::Span(source.clone(), chars)));
    abouts.extend(study.sources.keys().last().map(|source| About::Source(source.clone())));
    abouts.extend([About::Case(id("p01")), About::Finding(finding.to_owned())]);
    abouts
}
