//! How good the order is.

use crate::show::{Section, View, reasons};
use draad_analysis::MetaMatrix;
use draad_analysis::meta_matrix::{ColumnOrder, Criterion, CriterionKind, RowOrder};
use draad_measures::Undefined;
use draad_words::Words;

/// One row per criterion, before and after, and against shuffled tables.
pub(super) fn view(words: &Words, table: &MetaMatrix) -> View {
    let n_shuffles = table.options.shuffles;
    let (rows, mut notes) = match &table.criteria {
        Ok(criteria) => (
            criteria.iter().map(|criterion| row(words, criterion, n_shuffles)).collect(),
            reasons(words, criteria.iter().filter_map(|criterion| undefined(criterion, n_shuffles))),
        ),
        Err(reason) => (Vec::new(), reasons(words, [*reason])),
    };
    notes.insert(0, words.say("meta-matrix-criteria-note"));
    let mut keys = vec!["meta-matrix-criterion", "meta-matrix-before", "meta-matrix-after"];
    if n_shuffles > 0 {
        keys.extend(["meta-matrix-shuffled", "meta-matrix-reaching"]);
    }
    if table
        .criteria
        .as_ref()
        .is_ok_and(|criteria| criteria.iter().all(|criterion| criterion.shuffled.is_ok()))
    {
        let args = [("n", n_shuffles.into()), ("seed", table.options.seed.to_string().into())];
        let stay = !matches!(table.options.order, RowOrder::Axis | RowOrder::Leaf);
        let all_stays = stay && !matches!(table.options.columns, ColumnOrder::Axis | ColumnOrder::Leaf);
        let note = if all_stays { "meta-matrix-shuffles-fixed-note" } else { "meta-matrix-shuffles-note" };
        notes.push(words.say_with(note, args));
        if stay && !all_stays {
            notes.push(words.say("meta-matrix-fixed-note"));
        }
    }
    View {
        part: "meta-matrix-order",
        title: words.say("meta-matrix-order-title"),
        header: keys.into_iter().map(|key| words.say(key)).collect(),
        n_left: 1,
        sections: vec![Section { title: String::new(), rows }],
        notes,
        ..View::default()
    }
}

/// Returns why an order was not compared with shuffled tables, where that was asked for.
fn undefined(criterion: &Criterion, n_shuffles: usize) -> Option<Undefined> {
    criterion.shuffled.err().filter(|_| n_shuffles > 0)
}

fn row(words: &Words, criterion: &Criterion, n_shuffles: usize) -> Vec<String> {
    let decimals = if criterion.kind == CriterionKind::PathLength { 2 } else { 0 };
    let number = |value: f64| words.number(value, decimals);
    let name = words.say(&format!("meta-matrix-criterion-{}", <&str>::from(criterion.kind)));
    let mut row = vec![name, number(criterion.before), number(criterion.after)];
    match criterion.shuffled {
        _ if n_shuffles == 0 => {}
        Err(_) => row.extend(["–".to_owned(), "–".to_owned()]),
        Ok(found) => {
            let values = [found.lowest, found.median, found.highest].map(number);
            row.push(values.join("  "));
            let args = [("k", found.n_reaching.into()), ("n", n_shuffles.into())];
            row.push(words.say_with("k-of-n", args));
        }
    }
    row
}
