//! Invented tables to draw: sized, with everything that can occur in them.

pub(crate) mod material;

use draad_analysis::*;
use draad_core::*;

/// What to make.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) n_cases: usize,
    pub(crate) n_factors: usize,
    /// Long names of factors, outcomes and cases.
    pub(crate) long: bool,
    /// One number in the thousands.
    pub(crate) talkative: bool,
}

pub(crate) const DEMO: Shape = Shape { n_cases: 13, n_factors: 40, long: false, talkative: false };

const NAMES: [(&str, &str); 20] = [
    ("vertrouwen", "trust"),
    ("open en proactieve communicatie", "open and proactive communication"),
    ("gedeelde verantwoordelijkheid", "shared responsibility"),
    ("duidelijke afspraken", "clear agreements"),
    ("broers en zussen in hetzelfde huis", "siblings in the same home"),
    ("ĳverige begeleiding door de organisatie", "diligent guidance by the organisation"),
    ("respect", "respect"),
    ("elkaar aanvullen", "complementing each other"),
    ("praten over de samenwerking zelf", "talking about the cooperation itself"),
    ("omgaan met spanning", "handling tension"),
    ("weinig contact", "little contact"),
    ("doelen alleen over het kind", "goals about the child alone"),
    ("wisseling van voogd", "change of guardian"),
    ("afstand en nabijheid", "distance and nearness"),
    ("regie bij de gemeente", "direction by the municipality"),
    ("loyaliteit van het kind", "the child's loyalty"),
    ("beeld van de ander", "image of the other"),
    ("samen eten", "eating together"),
    ("bellen en appen", "calling and texting"),
    ("reflecteren op eigen aandeel", "reflecting on one's own part"),
];

/// A pseudo-random number below `below`, always the same for the same place.
fn draw(a: usize, b: usize, salt: usize, below: usize) -> usize {
    let mut x = (a as u64 * 0x9E37_79B9 + b as u64 * 0x85EB_CA6B + salt as u64 * 0xC2B2_AE35) ^ 0x5bd1_e995;
    for _ in 0..3 {
        x ^= x >> 15;
        x = x.wrapping_mul(0x2C1B_3C6D_1234_5677);
        x ^= x >> 31;
    }
    (x % below as u64) as usize
}

pub(crate) fn basis(n_cases: usize) -> Basis {
    Basis {
        filter: Filter::default(),
        by: None,
        coder_policy: CoderPolicy::All,
        coders: vec!["anna".into(), "bram".into()],
        folded: true,
        outcome: Some(OutcomeUsed {
            attribute: "constructiveness".parse().unwrap(),
            label: Label::new("constructiviteit", "constructiveness"),
        }),
        thresholds: Thresholds::default(),
        n_cases,
        n_sources: 8 * n_cases,
        n_codings: 1512,
        n_codings_before: 1540,
        fingerprint: "3f2a9c0174be55d0a8e1".into(),
        version: "0.1.0",
    }
}

fn groups(n_cases: usize, long: bool) -> Vec<OutcomeGroup> {
    let labels = if long {
        [
            ("in hoge mate constructief en duurzaam", "highly and lastingly constructive"),
            ("wisselend, met terugval", "mixed, with relapse"),
            ("vastgelopen", "stalled"),
            ("", ""),
        ]
    } else {
        [("constructief", "constructive"), ("wisselend", "mixed"), ("vastgelopen", "stalled"), ("", "")]
    };
    let cuts = [0, n_cases * 6 / 13, n_cases * 9 / 13, n_cases - usize::from(n_cases > 9), n_cases];
    let group = |n: usize| OutcomeGroup {
        level: (!labels[n].0.is_empty()).then(|| labels[n].1.to_owned()),
        label: Label::new(labels[n].0, labels[n].1),
        expects: None,
        cases: (cuts[n]..cuts[n + 1]).collect(),
    };
    (0..4).map(group).filter(|group| !group.cases.is_empty()).collect()
}

fn group_of(groups: &[OutcomeGroup], case: usize) -> usize {
    groups.iter().position(|group| group.cases.contains(&case)).unwrap()
}

fn case_id(case: usize, long: bool) -> CaseId {
    let id = if long { format!("casus-noordoost-{:02}", case + 1) } else { format!("p{:02}", case + 1) };
    id.parse().unwrap()
}

fn empty_cell() -> Cell {
    Cell {
        state: CellState::NotFound,
        n_codings: 0,
        n_passages: 0,
        n_promoting: 0,
        n_hindering: 0,
        n_ambivalent: 0,
        n_without_direction: 0,
        n_sources: 0,
        top_source_codings: 0,
        kinds: Vec::new(),
        roles: Vec::new(),
        n_speakers: 0,
        n_kind_role_pairs: 0,
        chars_summed: 0,
        chars_union: 0,
        chars_covered: 0,
        material_chars: 9000,
        sought_chars: 9000,
        material_sources: 8,
        n_words: None,
        material_words: None,
        case_codings: 100,
        case_passages: 87,
        factor_codings: 100,
    }
}

fn cell(factor: &FactorRow, f: usize, c: usize, shape: Shape) -> Cell {
    let mut cell = empty_cell();
    cell.material_sources = 5 + draw(0, c, 4, 8);
    let is_talkative = shape.talkative && (f, c) == (0, 0);
    if is_talkative {
        return Cell {
            state: CellState::Promoting,
            n_promoting: 5000,
            n_passages: 5000,
            n_sources: 1,
            ..cell
        };
    }
    if draw(f / 4, c, 9, 23) == 0 {
        cell.state = CellState::NoMaterial;
        cell.material_sources = 0;
        return cell;
    }
    if draw(f, c, 1, 100) < 40 + f % 20 {
        return cell;
    }
    let size = |salt| 1 + draw(f, c, salt, 4) * draw(f, c, salt + 1, 4);
    let (one, other) = (size(2), size(5));
    cell.state = match (factor.kind, factor.valence, draw(f, c, 7, 6)) {
        (CodeKind::Theme, ..) => CellState::Coded,
        (_, _, 0) => CellState::Both,
        (_, Some(Valence::Promoting), _) => CellState::Promoting,
        (_, Some(Valence::Hindering), _) => CellState::Hindering,
        _ => CellState::Ambivalent,
    };
    match cell.state {
        CellState::Promoting => cell.n_promoting = one,
        CellState::Hindering => cell.n_hindering = one,
        CellState::Ambivalent => cell.n_ambivalent = one,
        CellState::Both => (cell.n_promoting, cell.n_hindering) = (one, other),
        _ => {}
    }
    cell.n_passages = if cell.state == CellState::Both { one + other } else { one };
    cell.n_sources = cell.n_passages.min(cell.material_sources);
    cell
}

fn factor(f: usize, shape: Shape) -> FactorRow {
    let n = shape.n_factors;
    let (kind, valence) = match f * 20 / n {
        0..=9 => (CodeKind::Factor, Some(Valence::Promoting)),
        10..=11 => (CodeKind::Factor, Some(Valence::Ambivalent)),
        12..=17 => (CodeKind::Factor, Some(Valence::Hindering)),
        _ => (CodeKind::Theme, None),
    };
    let levels = ["relation", "skill", "organisation"];
    let level = (kind == CodeKind::Factor).then(|| levels[(f * 20 % (n * 6)) * 3 / (n * 6)].parse().unwrap());
    let (nl, en) = NAMES[f % NAMES.len()];
    let name = match (shape.long, f / NAMES.len()) {
        (true, _) => Label::new(
            &format!("{nl} in de samenwerking tussen ouders en gezinshuisouders"),
            &format!("{en} in the cooperation between parents and family-home parents"),
        ),
        (false, 0) => Label::new(nl, en),
        (false, round) => Label::new(&format!("{nl} ({round})"), &format!("{en} ({round})")),
    };
    FactorRow {
        id: format!("factor-{f:02}").parse().unwrap(),
        name,
        kind,
        valence,
        level,
        n_cases: 0,
        n_passages: 0,
    }
}

pub(crate) fn table(shape: Shape) -> CasesByFactors {
    let outcome_groups = groups(shape.n_cases, shape.long);
    let mut factors: Vec<FactorRow> = (0..shape.n_factors).map(|f| factor(f, shape)).collect();
    let cells: Vec<Cell> = factors
        .iter()
        .enumerate()
        .flat_map(|(f, factor)| (0..shape.n_cases).map(move |c| cell(factor, f, c, shape)))
        .collect();
    for (f, factor) in factors.iter_mut().enumerate() {
        let row = &cells[f * shape.n_cases..(f + 1) * shape.n_cases];
        factor.n_cases = row.iter().filter(|cell| cell.state.is_coded()).count();
        factor.n_passages = row.iter().map(|cell| cell.n_passages).sum();
    }
    let cases = (0..shape.n_cases)
        .map(|c| CaseColumn {
            id: case_id(c, shape.long),
            name: String::new(),
            outcome_group: group_of(&outcome_groups, c),
            n_sources: 8,
            n_codings: 100,
            n_passages: 87,
            top_source: None,
            top_source_codings: 0,
            n_chars: 9000,
            n_promoting: 0,
            n_hindering: 0,
            balance: None,
        })
        .collect();
    let groups = vec![Group { key: GroupKey::All, label: Label::default() }];
    let n_passages = 87 * shape.n_cases;
    CasesByFactors { basis: basis(shape.n_cases), outcome_groups, cases, factors, groups, cells, n_passages }
}

pub(crate) fn balance(n_cases: usize, long: bool) -> Balance {
    let outcome_groups = groups(n_cases, long);
    let row = |c: usize| {
        let (p, h) = (draw(c, 0, 1, 22), draw(c, 1, 2, 15));
        let (p, h) = if c + 1 == n_cases && c > 0 { (0, 0) } else { (p, h) };
        BalanceRow {
            case: case_id(c, long),
            name: if long {
                "gezin met een heel lange naam en nog wat meer toelichting erbij".into()
            } else {
                String::new()
            },
            outcome_group: group_of(&outcome_groups, c),
            total: Sides {
                promoting_factors: p,
                hindering_factors: h,
                promoting_codings: p * 7,
                hindering_codings: h * 6,
                promoting_chars: p as u64 * 1234,
                hindering_chars: h as u64 * 987,
                material_chars: 9000,
            },
            groups: Vec::new(),
        }
    };
    let rows = (0..n_cases).map(row).collect();
    Balance {
        basis: basis(n_cases),
        measure: BalanceMeasure::default(),
        rows,
        outcome_groups,
        groups: Vec::new(),
    }
}

pub(crate) fn study() -> Study {
    Study::new(Settings::new("voorbeeld", "Voorbeeld", Language::Nl))
}
