//! Conditions, the scores that people give for them, and what stands behind both.

use crate::session::session;
use crate::{example, world};
use draad_tests::world::World;
use insta::assert_snapshot;

/// The example study in the folder `studie`.
fn study() -> World {
    let world = world();
    world.copy(&example(), "studie");
    world
}

#[test]
fn the_conditions_of_the_example_show_what_they_rest_on() {
    let lines = [
        "calibrate",
        "calibrate herstel --case p10,p11",
        "calibrate herstel --case p11 --part scores --format csv",
        "calibrate herstel --case p08 --format md --lang en",
        "calibrate vertrouwen_sterk --where 'constructiveness=constructive' --lang en",
        "calibrate strijd --case p06",
        "calibrate vrijwillig --case p01,p02 --format csv",
        "calibrate --format csv --lang en",
        "status",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn a_score_is_recorded_and_never_overwritten() {
    let lines = [
        "calibrate herstel --case Kevin --value 'half hersteld' --coder bram --memo 'Bert staat er nu anders in.' \
         --passage 'p04-interview-gezinshuisouder: De auto pakken. Dat is het eerlijke antwoord.'",
        "calibrate herstel --case p04",
        "calibrate herstel --case p04 --value 0 --coder bram --passage p04-interview-moeder:2305-2362",
        "calibrate herstel --case p04 --value 0,0 --coder bram --passage p04-interview-moeder:2305-2362",
        "calibrate herstel --case p04 --part scores --format csv",
        "calibrate herstel --case p04 --value 0.33 --coder anna",
        "calibrate herstel --case p05 --value 1 --coder bram --passage p03-interview-moeder:0-10 --lang en",
        "undo",
        "undo",
        "calibrate herstel --case p04 --part calibration --format csv",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn a_score_that_does_not_fit_is_refused_with_the_next_step() {
    let lines = [
        "calibrate herstel --case p04 --value 0.5 --coder anna",
        "calibrate herstel --case p04 --value 1",
        "calibrate herstel --case p04 --value 1 --coder carla",
        "calibrate herstel --case p04,p05 --value 1 --coder anna",
        "calibrate herstel --case p99 --value 1 --coder anna",
        "calibrate herstel --case p04 --value 1 --coder anna --passage p04-interview-moeder",
        "calibrate herstel --case p04 --value 1 --coder anna --passage p04-interview-moeder:9000-9001",
        "calibrate herstel --case p04 --value 1 --coder anna --passage 'p04-interview-moeder: Bert'",
        "calibrate strijd --case p04 --value 1 --coder anna",
        "calibrate herstl --case p04 --value 1 --coder anna",
        "calibrate herstel --value 1 --coder anna",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn conditions_and_scores_that_do_not_fit_are_told_with_their_place() {
    let world = study();
    world.write(
        "studie/conditions.toml",
        "[[condition]]\nname = 'vertrouwen'\nmethod = 'presence'\ncode = 'vertrouwen'\n\n\
         [[condition]]\nname = 'a'\nmethod = 'direct'\ncode = 'verwijt'\nmeasure = 'passages'\n\
         exclusion = 1\ncrossover = 5\ninclusion = 3\n\n\
         [[condition]]\nname = 'b'\nmethod = 'scores'\nvalue = [\n  { value = 0, definition = 'nee' },\n  \
         { value = 0.5, definition = 'half' },\n]\n\n\
         [[condition]]\nname = 'c'\nmethod = 'crisp'\nattribute = 'framework'\nthreshold = 1\n\n\
         [[condition]]\nname = 'd'\nmethod = 'presence'\ncode = 'vertrouwn'\n\n\
         [[condition]]\nname = 'f'\nmethod = 'presence'\nattribute = 'siblings_together'\n",
    );
    world.write(
        "studie/memberships.csv",
        "condition,case,value,coder,created,memo,passages\nb,p01,0.5,anna,2024-03-14,,\nb,p02,1,anna,,,\n\
         e,p01,1,anna,2024-03-14,,\ne,p02,1,anna,2024-03-14,,\nc,p01,1,anna,2024-03-14,,\n",
    );
    assert_snapshot!(session(
        &world,
        "studie",
        &["check", "calibrate", "calibrate a", "calibrate f --lang en"]
    ));
}

#[test]
fn passages_of_scores_go_along_with_a_corrected_text() {
    let world = world();
    world.done("", "--lang nl new proef");
    world.write("proef/cases.csv", "case,name\np01,Noor\n");
    world.write("ruw/telefoon.txt", "Moeder belde zelf.\n\nDaar blijven we van af.\n\nTot morgen.\n");
    world.done("proef", "import ../ruw/telefoon.txt --case p01 --kind phone");
    world.write(
        "proef/conditions.toml",
        "[[condition]]\nname = 'nabij'\nmethod = 'scores'\nvalue = [\n  { value = 0, definition = 'ver' },\n  \
         { value = 1, definition = 'dichtbij' },\n]\n",
    );
    world.done(
        "proef",
        "calibrate nabij --case p01 --value 1 --coder anna --passage 'telefoon: Daar blijven we van af.' \
         --passage 'telefoon: Tot morgen.'",
    );
    world
        .write("ruw/telefoon.txt", "Vandaag belde moeder zelf, voor het eerst.\n\nDaar blijven we van af.\n");
    let lines = ["import ../ruw/telefoon.txt --case p01 --kind phone --replace", "calibrate nabij"];
    assert_snapshot!(session(&world, "proef", &lines));
}
