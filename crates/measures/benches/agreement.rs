//! How long agreement on all codes takes: 150 codes, 200 sources of 50 units and 25,000 characters, two coders, some 10,000 codings.
//!
//! With `DRAAD_PEERS=folder` it also writes there, as CSV, the data (`units.csv`, `spans.csv`), what it found (`found.csv`) and how long
//! that took (`times.csv`), for `tests/benches/peers/agreement.py`, which runs other packages on the same data.
//!
//! A plain harness: the data must come out as files, and medians of a few runs will do.

use draad_measures::agreement::{
    Bootstrap, Continuum, Metric, Segment, SpanTally, Tally, Weights, bootstrap, match_spans,
};
use draad_measures::random::Random;
use draad_measures::{Measured, Undefined};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

const N_CODES: u16 = 150;
const N_SOURCES: usize = 200;
const N_UNITS: u32 = 50;
const UNIT_LENGTH: u32 = 500;
/// Passages that there are to be found; each coder finds nine of ten.
const N_PASSAGES: usize = 5_600;
const N_DRAWS: usize = 1_000;
const RUNS: usize = 9;

/// The same codings as spans, and as units fixed beforehand.
struct Data {
    texts: Vec<Continuum>,
    /// Per code and unit what either coder found: what packages take.
    matrix: Vec<Vec<[Option<u16>; 2]>>,
}

/// A step and its name.
type Step<'a> = (&'static str, Box<dyn Fn() + 'a>);

fn main() {
    let data = data();
    let steps: Vec<Step> = vec![
        ("units, all coefficients", Box::new(|| keep(of_units(&data.matrix)))),
        ("spans, all coefficients", Box::new(|| keep(of_spans(&data.texts)))),
        ("spans, matched at .5", Box::new(|| keep(matched(&data.texts)))),
        ("spans, |ᵤα of one code, 1,000 draws of sources", Box::new(|| keep(interval(&data.texts, 0)))),
    ];
    let mut times = "step,milliseconds\n".to_owned();
    for (name, step) in steps {
        let milliseconds = median(step);
        println!("{name:<50}{milliseconds:>9.2} ms");
        let _ = writeln!(times, "\"{name}\",{milliseconds:.3}");
    }
    if let Some(folder) = std::env::var_os("DRAAD_PEERS") {
        write_for_peers(Path::new(&folder), &data, &times);
    }
}

/// Has a result computed although nobody reads it.
fn keep<T>(result: T) {
    black_box(result);
}

fn data() -> Data {
    let mut random = Random::new(13);
    let mut segments = vec![Vec::new(); N_SOURCES];
    for _ in 0..N_PASSAGES {
        // the lower of two numbers: some codes are common, most are rare
        let code = random.below(usize::from(N_CODES)).min(random.below(usize::from(N_CODES))) as u16;
        let source = random.below(N_SOURCES);
        let start = random.below((N_UNITS * UNIT_LENGTH) as usize - 700) as u32;
        let end = start + 40 + random.below(400) as u32;
        for coder in 0..2 {
            if random.below(10) > 0 {
                let (start, end) = (start + random.below(20) as u32, end + random.below(20) as u32);
                segments[source].push(Segment { code, coder, start, end });
            }
        }
    }
    let text = |segments| Continuum::new(N_UNITS * UNIT_LENGTH, vec![0, 1], segments);
    let texts: Vec<Continuum> = segments.into_iter().map(text).collect();
    Data { matrix: (0..N_CODES).map(|code| in_units(&texts, code)).collect(), texts }
}

/// A unit has a code where a segment begins.
fn in_units(texts: &[Continuum], code: u16) -> Vec<[Option<u16>; 2]> {
    let of_text = |text: &Continuum| {
        let begins = |segment: &Segment| (segment.start / UNIT_LENGTH, segment.coder);
        let found: BTreeSet<(u32, u16)> = text.of_code(code).iter().map(begins).collect();
        let unit = move |unit: u32| [0, 1].map(|coder| Some(u16::from(found.contains(&(unit, coder)))));
        (0..N_UNITS).map(unit).collect::<Vec<_>>()
    };
    texts.iter().flat_map(of_text).collect()
}

/// Percent agreement, alpha, Cohen, Fleiss, Scott, Conger, Brennan–Prediger, AC1.
fn coefficients(tally: &Tally) -> [Measured; 8] {
    let identity = Weights::identity(2);
    let pair = tally.pair(0, 1);
    [
        tally.percent_agreement(),
        tally.krippendorff_alpha(Metric::Nominal),
        pair.cohen_kappa(&identity).map(|kappa| kappa.value),
        tally.fleiss_kappa(&identity).map(|kappa| kappa.value),
        pair.scott_pi().map(|pi| pi.value),
        tally.conger_kappa(&identity).map(|kappa| kappa.value),
        tally.brennan_prediger(&identity).map(|kappa| kappa.value),
        tally.gwet_ac(&identity).map(|ac| ac.value),
    ]
}

fn of_units(matrix: &[Vec<[Option<u16>; 2]>]) -> Vec<[Measured; 8]> {
    let of_code = |units: &Vec<[Option<u16>; 2]>| {
        let mut tally = Tally::new(2, 2);
        units.iter().for_each(|unit| tally.add(unit, 1));
        coefficients(&tally)
    };
    matrix.iter().map(of_code).collect()
}

/// |ᵤα with coverage; alpha, kappa and percent agreement per character.
fn of_spans(texts: &[Continuum]) -> Vec<[Measured; 5]> {
    let of_code = |code: u16| {
        let mut tally = SpanTally::new(2);
        texts.iter().for_each(|text| tally.add(text, code));
        let pair = tally.pair(0, 1);
        let kappa = pair.kappa().map(|kappa| kappa.value);
        [tally.unitized_alpha(), tally.coverage(), tally.character_alpha(), kappa, pair.agreement()]
    };
    (0..N_CODES).map(of_code).collect()
}

fn matched(texts: &[Continuum]) -> usize {
    let in_text = |text: &Continuum, code| {
        match_spans(text.of_coder(code, 0), text.of_coder(code, 1), 0.5).matches.len()
    };
    (0..N_CODES).map(|code| texts.iter().map(|text| in_text(text, code)).sum::<usize>()).sum()
}

fn interval(texts: &[Continuum], code: u16) -> Result<f64, Undefined> {
    let tally = |text: &Continuum| {
        let mut tally = SpanTally::new(2);
        tally.add(text, code);
        tally
    };
    let tallies: Vec<SpanTally> = texts.iter().map(tally).collect();
    let [interval] = bootstrap(&Bootstrap::new(N_SOURCES, N_DRAWS, 1)?, |_, times| {
        let mut sum = SpanTally::new(2);
        tallies.iter().zip(times).for_each(|(tally, &times)| sum.add_tally(tally, u64::from(times)));
        [sum.unitized_alpha()]
    });
    interval.map(|interval| interval.low)
}

/// The median of some runs, in milliseconds.
fn median(step: impl Fn()) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            step();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

fn write_for_peers(folder: &Path, data: &Data, times: &str) {
    let mut units = "code,unit,a,b\n".to_owned();
    for (code, of_code) in data.matrix.iter().enumerate() {
        for (unit, [first, second]) in of_code.iter().enumerate() {
            let _ = writeln!(units, "{code},{unit},{},{}", first.unwrap_or(0), second.unwrap_or(0));
        }
    }
    let mut spans = "source,coder,code,start,end,length\n".to_owned();
    for (source, text) in data.texts.iter().enumerate() {
        for Segment { code, coder, start, end } in text.segments() {
            let _ = writeln!(spans, "{source},{coder},{code},{start},{end},{}", text.length());
        }
    }
    let mut found = "code,percent,alpha,cohen,fleiss,scott,conger,bp,ac1,u_alpha,coverage,char_alpha,char_kappa,char_percent\n".to_owned();
    for (code, (units, spans)) in of_units(&data.matrix).iter().zip(of_spans(&data.texts)).enumerate() {
        let _ = write!(found, "{code}");
        for value in units.iter().chain(&spans) {
            let _ = write!(found, ",{}", value.map_or(String::new(), |value| value.to_string()));
        }
        found.push('\n');
    }
    for (name, text) in
        [("units.csv", units.as_str()), ("spans.csv", &spans), ("found.csv", &found), ("times.csv", times)]
    {
        std::fs::write(folder.join(name), text).expect("the folder can be written to");
    }
}
