//! Names in place of ids: people write `Casus 1` or `Moeder` where our tables have `p01` and `p01-moeder`.

use draad_core::Study;

/// Puts the id of a case in place of its name, where only one case has that name.
pub(super) fn case(study: &Study, cell: &mut String) {
    if let Some(case) = study.case_called(cell) {
        *cell = case.id.to_string();
    }
}

/// Does the same for each case of a list.
pub(super) fn cases(study: &Study, cells: &mut String) {
    each(cells, |cell| case(study, cell));
}

/// Puts the id of a participant in place of a label or name that only one of the people of the case has.
pub(super) fn participant(study: &Study, case: &str, cell: &mut String) {
    if let Some(person) = study.participant_called(cell, Some(case)) {
        *cell = person.id.to_string();
    }
}

/// Does the same for each participant of a list.
pub(super) fn participants(study: &Study, case: &str, cells: &mut String) {
    each(cells, |cell| participant(study, case, cell));
}

fn each(list: &mut String, name: impl Fn(&mut String)) {
    if list.is_empty() {
        return;
    }
    let mut items: Vec<String> = list.split(';').map(str::to_owned).collect();
    items.iter_mut().for_each(name);
    *list = items.join(";");
}
