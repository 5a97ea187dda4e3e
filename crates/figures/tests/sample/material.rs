//! An invented study to compute results from, of any size: cases, sources of several kinds and phases, codings.

use super::{NAMES, Shape, case_id, draw};
use draad_core::settings::{Level, Settings};
use draad_core::*;

const KINDS: [&str; 4] = ["interview", "dossier", "chat", "diary"];
const ROLES: [&str; 3] = ["parent", "family-home-parent", "guide"];
const PHASES: [&str; 3] = ["installation", "stabilisation", "evaluation"];
const LEVELS: [&str; 3] = ["constructive", "mixed", "stalled"];
const N_TURNS: usize = 12;
const TURN: &str = "zo ging het toen we elkaar spraken over het kind.";

/// Makes a study. The last case has no material, and no outcome either.
pub(crate) fn study(shape: Shape) -> Study {
    let mut study = Study::new(Settings::new("voorbeeld", "Voorbeeld", Language::Nl));
    if shape.long {
        lengthen(&mut study.settings);
    }
    for factor in 0..shape.n_factors {
        let code = code(factor, shape);
        study.codebook.codes.insert(code.id.clone(), code);
    }
    for case in 0..shape.n_cases {
        add_case(&mut study, case, shape);
        let is_empty = case > 0 && case + 1 == shape.n_cases;
        for place in (0..KINDS.len()).filter(|_| !is_empty) {
            add_source(&mut study, case, place, shape);
        }
    }
    study.sort_codings();
    study
}

fn lengthen(settings: &mut Settings) {
    let Some(outcome) = settings.attributes.first_mut() else { return };
    for Level { label, .. } in &mut outcome.levels {
        *label =
            Label::new(&format!("{}, in hoge mate", label.nl), &format!("{}, to a high degree", label.en));
    }
}

fn code(factor: usize, shape: Shape) -> Code {
    let (nl, en) = NAMES[factor % NAMES.len()];
    let name = match (shape.long, factor / NAMES.len()) {
        (true, _) => Label::new(
            &format!("{nl} in de samenwerking tussen ouders en gezinshuisouders"),
            &format!("{en} in the cooperation between parents and family-home parents"),
        ),
        (false, 0) => Label::new(nl, en),
        (false, round) => Label::new(&format!("{nl} ({round})"), &format!("{en} ({round})")),
    };
    let (kind, valence) = match factor % 5 {
        0 | 1 => (CodeKind::Factor, Some(Valence::Promoting)),
        2 => (CodeKind::Factor, Some(Valence::Hindering)),
        3 => (CodeKind::Factor, Some(Valence::Ambivalent)),
        _ => (CodeKind::Theme, None),
    };
    let id: CodeId = format!("factor-{factor:02}").parse().unwrap();
    Code { name, kind, valence, ..Code::new(id) }
}

fn add_case(study: &mut Study, case: usize, shape: Shape) {
    let id = case_id(case, shape.long);
    let outcome = study.settings.attributes[0].id.clone();
    let value = match shape.n_cases {
        n if case > 8 && case + 1 == n => AttributeValue::Unknown,
        n => AttributeValue::Level(LEVELS[case * LEVELS.len() / n].into()),
    };
    let attributes = [(outcome, value)].into_iter().collect();
    study.cases.insert(id.clone(), Case { id: id.clone(), name: String::new(), attributes });
    for role in ROLES {
        let participant = Participant {
            id: format!("{id}-{role}").parse().unwrap(),
            role: role.parse().unwrap(),
            cases: vec![id.clone()],
            labels: Vec::new(),
            name: String::new(),
            extra: Default::default(),
        };
        study.participants.insert(participant.id.clone(), participant);
    }
}

fn add_source(study: &mut Study, case: usize, place: usize, shape: Shape) {
    let case_id = case_id(case, shape.long);
    let id: SourceId = format!("{case_id}-{}", KINDS[place]).parse().unwrap();
    let (mut text, mut units) = (String::new(), Vec::new());
    for turn in 0..N_TURNS {
        let start = text.len();
        text.push_str(TURN);
        let span = Span::from_bytes(start..text.len()).unwrap();
        text.push('\n');
        let speaker = format!("{case_id}-{}", ROLES[turn % ROLES.len()]);
        units.push(Unit { speaker: Some(speaker), ..Unit::new(span, UnitKind::Said) });
        add_coding(study, &id, (case, place, turn), span, shape);
    }
    let source = Source {
        id: id.clone(),
        cases: vec![case_id],
        kind: KINDS[place].parse().unwrap(),
        date: Some(jiff_date(place)),
        phase: PHASES[place % PHASES.len()].parse().ok(),
        participants: Vec::new(),
        text: Text::new(text),
        units,
        origin: Default::default(),
        extra: Default::default(),
    };
    study.sources.insert(id, source);
}

fn jiff_date(place: usize) -> jiff::civil::Date {
    jiff::civil::date(2020, 1 + place as i8, 3)
}

fn add_coding(study: &mut Study, source: &SourceId, at: (usize, usize, usize), span: Span, shape: Shape) {
    let (case, place, turn) = at;
    let factor = draw(case * 7 + place, turn, 1, shape.n_factors.max(1));
    if shape.n_factors == 0 || draw(case, place * 31 + turn, 2, 5) == 0 {
        return;
    }
    let valences = [None, None, None, Some(Valence::Promoting), Some(Valence::Hindering)];
    let id = format!("c{}", study.codings.len());
    study.codings.push(Coding {
        id: id.parse().unwrap(),
        coder: ["anna", "bram"][turn % 2].parse().unwrap(),
        source: source.clone(),
        code: format!("factor-{factor:02}").parse().unwrap(),
        target: Target::Span(span),
        valence: valences[draw(factor, case * 12 + turn, 3, valences.len())],
        weight: None,
        quote: String::new(),
        memo: String::new(),
        created: None,
        modified: None,
    });
}
