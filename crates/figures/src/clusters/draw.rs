//! Ink of the tree and of the table beside it.

use super::layout::{ABOVE_LEGEND, AXIS, BEFORE_ID, GAP, Layout, draw_tie};
use super::tree::Branch;
use super::value;
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids, Ink, Tag};
use crate::figure::Page;
use crate::sheet;
use crate::text::SMALL;

const BRANCH: f64 = 0.3;
const TILE_GAP: f64 = 0.25;

/// Draws the page.
pub(super) fn page(layout: &Layout, alt: &str, ids: &mut Ids) -> Page {
    let style = layout.style;
    let mut canvas = Canvas::new(ids);
    if layout.labels.columns == 1 {
        canvas.draw(|ink| layout.stairs.draw_rails(ink, style));
    }
    layout.branches.iter().for_each(|branch| draw_branch(&mut canvas, layout, branch));
    for row in 0..layout.order.len() {
        draw_case(&mut canvas, layout, row);
        (0..row).for_each(|column| draw_pair(&mut canvas, layout, row, column));
    }
    canvas.draw(|ink| draw_axis(ink, layout));
    let top = layout.stairs.bottom() + AXIS + ABOVE_LEGEND;
    let title = style.words.say("figure-legend");
    layout.legend.draw(&mut canvas, (style.format.edge_mm(), top), "clusters-legend", &title, &style.theme);
    let title = style.words.say("figure-clusters-title");
    sheet::finish(canvas, top + layout.legend.height(), title, alt, (1, 1), style)
}

fn draw_branch(canvas: &mut Canvas, layout: &Layout, branch: &Branch) {
    let joining = &layout.tree.joinings[branch.joining];
    let words = layout.style.words;
    let ids = |cases: &[usize]| {
        cases.iter().map(|&case| layout.found.cases[case].id.to_string()).collect::<Vec<_>>().join(", ")
    };
    let key = if joining.is_tied { "figure-clusters-joining-tied" } else { "figure-clusters-joining" };
    let args = [
        ("first", ids(&joining.first).into()),
        ("second", ids(&joining.second).into()),
        ("height", words.number(joining.height, 2).into()),
    ];
    let tag = Tag {
        id: format!("joining-{}", branch.joining + 1),
        class: if joining.is_tied { "joining tied" } else { "joining" }.into(),
        title: words.say_with(key, args),
        data: Vec::new(),
    };
    let x = |distance: f64| layout.zero - distance * layout.per_distance;
    let y = |row: f64| layout.stairs.top + row * layout.stairs.height;
    let theme = &layout.style.theme;
    let joint = x(branch.height);
    let half = BRANCH / 2.0;
    canvas.group(&tag, |ink| {
        for (height, row) in branch.ends {
            ink.line((joint - half, y(row)), (x(height), y(row)), BRANCH, theme.neutral);
        }
        ink.line((joint, y(branch.ends[0].1)), (joint, y(branch.ends[1].1)), BRANCH, theme.neutral);
        if joining.is_tied {
            draw_tie(ink, (joint, y(branch.row())), theme);
        }
    });
}

/// Draws the label between tree and table, and the one at the end of the row.
fn draw_case(canvas: &mut Canvas, layout: &Layout, row: usize) {
    let case = &layout.found.cases[layout.order[row]];
    let words = layout.style.words;
    let n_codes = words.say_with("n-codes", [("n", case.n_codes.into())]);
    let tag = Tag {
        id: format!("case-{}", case.id),
        class: "case".into(),
        title: format!("{}: {n_codes}", case.id),
        data: vec![("data-case", case.id.to_string())],
    };
    let labels = &layout.labels;
    let theme = &layout.style.theme;
    let text = &labels.texts[row];
    let baseline = layout.stairs.row_middle(row) + SMALL.baseline_below_middle();
    let column = (row % labels.columns) as f64 * (labels.width + GAP);
    let end = layout.stairs.left + row as f64 * layout.stairs.width + BEFORE_ID;
    canvas.group(&tag, |ink| {
        ink.text(text, (layout.zero + GAP + column, baseline), Anchor::Start, SMALL, theme.ink);
        if labels.columns == 1 && row > 0 {
            ink.text(text, (end, baseline), Anchor::Start, SMALL, theme.ink);
        }
        if let Some(outcomes) = &labels.outcomes {
            let at = (end + if row > 0 { SMALL.width_mm(text) + GAP } else { 0.0 }, baseline);
            ink.text(&outcomes[row], at, Anchor::Start, SMALL, theme.muted);
        }
    });
}

fn draw_pair(canvas: &mut Canvas, layout: &Layout, row: usize, column: usize) {
    let (one, other) = (layout.order[row], layout.order[column]);
    let pair = layout.found.pair(one, other);
    let Some(value) = value(pair) else { return };
    let [first, second] = [pair.first, pair.second].map(|case| layout.found.cases[case].id.to_string());
    let words = layout.style.words;
    let key = if layout.is_similarity() { "figure-clusters-pair" } else { "figure-clusters-pair-distance" };
    let args = [
        ("first", first.clone().into()),
        ("second", second.clone().into()),
        ("value", words.number(value, 2).into()),
        ("both", pair.shared.both.into()),
        ("one", pair.shared.first_only.into()),
        ("other", pair.shared.second_only.into()),
    ];
    let tag = Tag {
        id: format!("pair-{first}-{second}"),
        class: "pair".into(),
        title: words.say_with(key, args),
        data: vec![("data-case", first), ("data-with", second)],
    };
    let stairs = &layout.stairs;
    let gap = TILE_GAP.min(stairs.width * 0.15);
    let size = (stairs.width - gap, stairs.height - gap);
    let (middle, shade) = (stairs.middle(row, column), layout.shade(value));
    canvas.group(&tag, |ink| match layout.cell_text(value) {
        Some(text) => layout.tint.draw_saying(ink, middle, size, shade, &text),
        None => layout.tint.draw_silent(ink, middle, size, shade),
    });
}

/// Draws the axis of distances under the tree.
fn draw_axis(ink: &mut Ink, layout: &Layout) {
    let theme = &layout.style.theme;
    let top = layout.stairs.bottom() + 1.0;
    let (ticks, decimals) = &layout.ticks;
    let x = |distance: f64| layout.zero - distance * layout.per_distance;
    ink.line((x(ticks.last().copied().unwrap_or(0.0)), top), (layout.zero, top), HAIRLINE, theme.rule);
    let mut free_until = f64::INFINITY;
    for &tick in ticks {
        ink.line((x(tick), top), (x(tick), top + 0.8), HAIRLINE, theme.rule);
        let text = layout.style.words.number(tick, *decimals);
        let half = SMALL.width_mm(&text) / 2.0;
        let at = x(tick).max(layout.style.format.edge_mm() + half);
        if at + half + 0.8 < free_until {
            ink.text(&text, (at, top + 3.6), Anchor::Middle, SMALL, theme.muted);
            free_until = at - half;
        }
    }
    let name = layout.style.words.say("figure-clusters-axis");
    ink.text(&name, (layout.zero, top + 6.6), Anchor::End, SMALL, theme.muted);
}
