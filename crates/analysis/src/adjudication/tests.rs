use super::*;
use crate::sample::{Sample, any_study};
use draad_core::CharOffset;
use proptest::prelude::*;

const WORDS: &str = "Wij bellen elke week en dat helpt ons allebei.";

fn sample() -> Sample {
    Sample::new().case("p01", "constructive").factor("trust", "promoting").source(
        "s1",
        "p01",
        "interview",
        &[("p01-parent", WORDS)],
    )
}

fn layer_of(study: &Study) -> Layer {
    Layer::of(study, &usual_layer(study), &Options::default())
}

/// Decides a stretch of a study, by its position.
fn decide(study: &mut Study, stretch: usize, verdict: Verdict, coded: Vec<Settled>) {
    let layer = layer_of(study);
    let stretch = &layer.compared.stretches[stretch];
    let row = Adjudication {
        id: stretch.id.clone(),
        source: study.sources[stretch.source as usize].id.clone(),
        code: study.codebook.codes[stretch.code as usize].id.clone(),
        chars: stretch.chars,
        is_placed: true,
        verdict,
        coded,
        by: vec!["Bram".to_owned(), "Anna".to_owned()],
        created: None,
        memo: String::new(),
        considered: stretch.considered(study),
        closed: None,
        quote: String::new(),
        extra: Default::default(),
    };
    study.adjudications.entry(layer.layer).or_default().push(row);
}

#[test]
fn a_decision_stands_while_the_codings_are_what_they_were() {
    let mut study = sample()
        .coding("anna", "s1", "trust", "bellen")
        .coding("anna", "s1", "trust", "helpt ons")
        .coding("bram", "s1", "trust", "helpt")
        .done();
    assert_eq!(layer_of(&study).states, [State::Open, State::Agreed]);
    decide(&mut study, 0, Verdict::NotCoded, Vec::new());
    let layer = layer_of(&study);
    assert_eq!(layer.states, [State::Decided { row: 0 }, State::Agreed]);
    let summary = layer.summary(&study);
    assert_eq!((summary.total.n_not_coded, summary.total.n_agreed, summary.total.n_open), (1, 1, 0));
    assert_eq!(summary.deciders, [Deciders { names: vec!["Anna".into(), "Bram".into()], n: 1 }]);
    study.codings[0].valence = Some(Valence::Hindering);
    assert_eq!(layer_of(&study).states[0], State::Open, "another valence is another disagreement");
    study.codings[0].valence = Some(Valence::Promoting);
    assert_eq!(layer_of(&study).states[0], State::Decided { row: 0 }, "what the codebook says, said again");
    study.adjudications.values_mut().flatten().for_each(|row| row.by.clear());
    assert_eq!(layer_of(&study).states[0], State::Open, "a decision without a name is none");
}

#[test]
fn the_reading_that_overlaps_most_with_the_others_is_taken() {
    let study = sample()
        .coding("anna", "s1", "trust", "bellen elke week en")
        .coding("bram", "s1", "trust", "bellen elke week")
        .coding("chris", "s1", "trust", "elke week")
        .done();
    let layer = layer_of(&study);
    // anna: 16/19 + 9/19, bram: 16/19 + 9/16, chris: 9/19 + 9/16
    let taken = layer.compared.stretches[0].agreed_reading(&study);
    assert_eq!(layer.compared.coders[taken.coder as usize].as_str(), "bram");
    let two = sample()
        .coding("bram", "s1", "trust", "bellen elke week")
        .coding("anna", "s1", "trust", "bellen elke")
        .done();
    let layer = layer_of(&two);
    assert_eq!(layer.states, [State::Agreed]);
    let planned = layer.planned(&two, 0);
    let text = &two.sources["s1"].text;
    let words =
        |planned: &Planned| text.get(text.span(planned.settled.chars.unwrap()).unwrap()).unwrap().to_owned();
    assert_eq!(
        planned.iter().map(words).collect::<Vec<_>>(),
        ["bellen elke"],
        "of two it is the first by name"
    );
}

#[test]
fn a_closed_source_in_which_codings_change_is_open_again_or_outdated() {
    let mut study =
        sample().coding("anna", "s1", "trust", "bellen").coding("bram", "s1", "trust", "helpt").done();
    let whole = Settled { chars: None, valence: None };
    decide(&mut study, 0, Verdict::NotCoded, Vec::new());
    assert_eq!(layer_of(&study).sources[0].state(), "open");
    decide(&mut study, 1, Verdict::Coded, vec![whole]);
    assert_eq!(layer_of(&study).sources[0].state(), "decided");
    study.adjudications.values_mut().flatten().for_each(|row| row.closed = Some(Timestamp::UNIX_EPOCH));
    assert_eq!(layer_of(&study).sources[0].state(), "outdated", "the layer does not hold it yet");
    study.codings.push(crate::sample::coding(
        "c",
        "consensus",
        "s1",
        "trust",
        draad_core::Target::Source,
        None,
    ));
    study.sort_codings();
    assert_eq!(layer_of(&study).sources[0].state(), "closed");
    let more = |study: &Study, coder: &str, id: &str| {
        let text = &study.sources["s1"].text;
        let chars = CharSpan { start: CharOffset(0), end: CharOffset(4) };
        let target = draad_core::Target::Span(text.span(chars).unwrap());
        crate::sample::coding(id, coder, "s1", "trust", target, None)
    };
    study.codings.push(more(&study, "anna", "d"));
    study.sort_codings();
    assert_eq!(layer_of(&study).sources[0].state(), "reopened");
    study.codings.push(more(&study, "bram", "e"));
    study.sort_codings();
    assert_eq!(layer_of(&study).sources[0].state(), "outdated", "they agree on something new");
}

proptest! {
    #[test]
    fn every_stretch_is_in_one_state_and_what_is_agreed_is_somebodys(study in any_study()) {
        let layer = layer_of(&study);
        let n: usize = layer.sources.iter().map(|one| one.n_agreed + one.n_decided + one.n_open).sum();
        prop_assert_eq!(n, layer.compared.stretches.len());
        prop_assert_eq!(layer.open().count(), layer.compared.disagreements().count());
        let summary = layer.summary(&study);
        let of_codes: usize = summary.codes.iter().map(|code| code.n_stretches).sum();
        prop_assert_eq!(of_codes, summary.total.n_stretches);
        for source in &layer.sources {
            for planned in layer.planned(&study, source.source) {
                let is_it = |place: &u32| settled_of(&study, *place) == planned.settled
                    && study.codings[*place as usize].code == planned.code;
                prop_assert!((0..study.codings.len() as u32).any(|place| is_it(&place)));
            }
        }
    }
}
