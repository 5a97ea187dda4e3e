//! The network: nodes with their names under them, set so that none lies over another.

use super::{code_title, name, pair_title};
use crate::apart::{Block, push_apart, set_in_rows, way_off};
use crate::canvas::{Anchor, Canvas, Ids, Tag};
use crate::figure::Page;
use crate::legend::{Entry, Legend, Sample};
use crate::marks::{Shape, draw_shape};
use crate::scale::AreaScale;
use crate::sheet::{self, PAGE_NUMBER};
use crate::stress::layout;
use crate::style::{Format, Style};
use crate::text::{SMALL, name_or_id};
use draad_analysis::CoOccurrence;
use draad_analysis::co_occurrence::Pair;
use draad_core::{CodeKind, Study, Valence};

/// At most this many lines for each node; else nobody follows them.
const EDGES_PER_NODE: f64 = 1.6;
/// Radius of the largest node.
const LARGEST_NODE: f64 = 2.6;
/// Width of the thickest and the thinnest line.
const EDGE: (f64, f64) = (1.4, 0.2);
const WIDEST_NAME: f64 = 30.0;
const LINE_STEP: f64 = 0.92;
/// Around a node with its name.
const AROUND: f64 = 1.2;
/// Height of the drawing, as a part of its width.
const HEIGHT: f64 = 0.55;
const ABOVE_LEGEND: f64 = 3.0;
/// Rounds in which marks are pushed off lines that are not theirs, and how far.
const ROUNDS_OFF_LINES: usize = 60;
const BESIDE_LINE: f64 = 1.2;

/// A code in the network.
struct Node {
    /// Position in [`CoOccurrence::codes`].
    code: usize,
    shape: Shape,
    name: Vec<String>,
    /// The node with its name.
    place: Block,
}

/// Everything that is decided before the first line is drawn.
pub(super) struct Network<'a> {
    found: &'a CoOccurrence,
    style: &'a Style,
    nodes: Vec<Node>,
    /// Lines, by the nodes they join.
    edges: Vec<(usize, usize, &'a Pair)>,
    threshold: u32,
    n_considered: usize,
    scale: AreaScale,
    height: f64,
    legend: Legend,
}

/// More codes than this make a knot.
fn most_nodes(format: Format) -> usize {
    match format {
        Format::OneColumn => 12,
        Format::OneAndHalf => 18,
        _ => 25,
    }
}

impl<'a> Network<'a> {
    /// Draws lines from the least number of meetings on that leaves few enough lines; nothing where no two codes meet.
    pub(super) fn new(found: &'a CoOccurrence, study: &Study, style: &'a Style) -> Option<Self> {
        let mut codes = found.most_frequent(most_nodes(style.format));
        let n_considered = codes.len();
        let (threshold, pairs) = chosen_pairs(found, &codes)?;
        codes.retain(|at| pairs.iter().any(|pair| pair.first == *at || pair.second == *at));
        let codes = found.neighbours_together(&codes);
        let node_of = |code: usize| codes.iter().position(|&at| at == code);
        let edges: Vec<(usize, usize, &Pair)> = pairs
            .into_iter()
            .filter_map(|pair| Some((node_of(pair.first)?, node_of(pair.second)?, pair)))
            .collect();
        let max = codes.iter().map(|&at| found.codes[at].cases.len()).max().unwrap_or(1).max(1);
        let scale = AreaScale { unit_mm: LARGEST_NODE / (max as f64).sqrt(), cap: max, max };
        let nodes: Vec<Node> = codes.iter().map(|&code| node(found, study, style, code, &scale)).collect();
        let width = style.format.width_mm() - 2.0 * style.format.edge_mm();
        let most = edges.iter().map(|edge| edge.2.passages.n_pairs).max().unwrap_or(1);
        let legend = legend(style, &nodes, &scale, (threshold, most), width);
        let mut network =
            Self { found, style, nodes, edges, threshold, n_considered, scale, height: 0.0, legend };
        network.set(width);
        Some(network)
    }

    /// Finds a place for the nodes, on a drawing that grows higher until all have one.
    fn set(&mut self, width: f64) {
        let edges: Vec<(usize, usize)> = self.edges.iter().map(|&(one, other, _)| (one, other)).collect();
        let places = layout(self.nodes.len(), &edges);
        let format = self.style.format;
        let most = format.max_height_mm()
            - 2.0 * format.edge_mm()
            - ABOVE_LEGEND
            - self.legend.height()
            - PAGE_NUMBER;
        let mut height = (width * HEIGHT).min(most);
        loop {
            let mut blocks = self.spread(&places, (width, height));
            if self.push_off_lines(&mut blocks, (width, height)) {
                return self.take(&blocks, height);
            }
            if height >= most {
                let height = set_in_rows(&mut blocks, width);
                return self.take(&blocks, height);
            }
            height = (height * 1.15).min(most);
        }
    }

    /// Pushes nodes apart, and as far as can be off lines that are not theirs: a mark on a line seems to be joined by it. Returns
    /// whether they are apart.
    fn push_off_lines(&self, blocks: &mut [Block], page: (f64, f64)) -> bool {
        for _ in 0..ROUNDS_OFF_LINES {
            let mut is_quiet = true;
            for &(one, other, _) in &self.edges {
                for node in (0..blocks.len()).filter(|node| *node != one && *node != other) {
                    let marks = [one, other, node].map(|node| self.mark_in(node, &blocks[node]));
                    let wanted = self.radius(&self.nodes[node]) + BESIDE_LINE;
                    if let Some((dx, dy)) = way_off(marks, wanted) {
                        blocks[node].middle.0 += dx;
                        blocks[node].middle.1 += dy;
                        is_quiet = false;
                    }
                }
            }
            let is_apart = push_apart(blocks, page);
            if is_quiet || !is_apart {
                return is_apart;
            }
        }
        true
    }

    /// Spreads the places of the layout over a page.
    fn spread(&self, places: &[(f64, f64)], (width, height): (f64, f64)) -> Vec<Block> {
        let ends = |of: fn(&(f64, f64)) -> f64| {
            let values = places.iter().map(of);
            (values.clone().fold(f64::INFINITY, f64::min), values.fold(f64::NEG_INFINITY, f64::max))
        };
        let (x, y) = (ends(|place| place.0), ends(|place| place.1));
        let widest = self.nodes.iter().map(|node| node.place.size.0).fold(0.0, f64::max);
        let highest = self.nodes.iter().map(|node| node.place.size.1).fold(0.0, f64::max);
        let along = |value: f64, (least, most): (f64, f64), room: f64, own: f64| {
            let part = if most - least > 1e-9 { (value - least) / (most - least) } else { 0.5 };
            own / 2.0 + part * (room - own).max(0.0)
        };
        let spread = |(node, place): (&Node, &(f64, f64))| Block {
            middle: (along(place.0, x, width, widest), along(place.1, y, height, highest)),
            ..node.place
        };
        self.nodes.iter().zip(places).map(spread).collect()
    }

    /// Takes over places, and leaves no white above or below them.
    fn take(&mut self, blocks: &[Block], height: f64) {
        let top = blocks.iter().map(|one| one.middle.1 - one.size.1 / 2.0).fold(height, f64::min);
        let bottom = blocks.iter().map(|one| one.middle.1 + one.size.1 / 2.0).fold(0.0, f64::max);
        for (node, one) in self.nodes.iter_mut().zip(blocks) {
            node.place = Block { middle: (one.middle.0, one.middle.1 - top), ..*one };
        }
        self.height = bottom - top;
    }

    pub(super) fn threshold(&self) -> u32 {
        self.threshold
    }

    pub(super) fn n_considered(&self) -> usize {
        self.n_considered
    }

    pub(super) fn n_nodes(&self) -> usize {
        self.nodes.len()
    }

    /// Says which two meet most, and which code has most lines.
    pub(super) fn alt(&self) -> String {
        let words = self.style.words;
        let top = self.edges.iter().rev().max_by_key(|edge| edge.2.passages.n_pairs);
        let degree = |node: usize| self.edges.iter().filter(|edge| edge.0 == node || edge.1 == node).count();
        let hub = (0..self.nodes.len()).rev().max_by_key(|&node| degree(node)).unwrap_or(0);
        words.say_with(
            "figure-network-alt",
            [
                ("codes", words.say_with("n-codes", [("n", self.nodes.len().into())]).into()),
                ("edges", self.edges.len().into()),
                ("hub", name(&self.found.codes[self.nodes[hub].code], words).into()),
                ("degree", degree(hub).into()),
                ("top", top.map_or(String::new(), |edge| pair_title(self.found, edge.2, words)).into()),
            ],
        )
    }

    pub(super) fn draw(&self, alt: &str, ids: &mut Ids) -> Page {
        let style = self.style;
        let mut canvas = Canvas::new(ids);
        self.edges.iter().for_each(|edge| self.draw_edge(&mut canvas, edge));
        (0..self.nodes.len()).for_each(|node| self.draw_node(&mut canvas, node));
        let edge = style.format.edge_mm();
        let top = edge + self.height + ABOVE_LEGEND;
        let title = style.words.say("figure-legend");
        self.legend.draw(&mut canvas, (edge, top), "network-legend", &title, &style.theme);
        let title = style.words.say("figure-network-title");
        sheet::finish(canvas, top + self.legend.height(), title, alt, (1, 1), style)
    }

    /// Returns the middle of a node's mark in its block; its name stands below it.
    fn mark_in(&self, node: usize, block: &Block) -> (f64, f64) {
        let top = block.middle.1 - block.size.1 / 2.0;
        (block.middle.0, top + AROUND / 2.0 + self.radius(&self.nodes[node]))
    }

    /// Returns the middle of a node's mark on the page.
    fn mark(&self, node: usize) -> (f64, f64) {
        let edge = self.style.format.edge_mm();
        let (x, y) = self.mark_in(node, &self.nodes[node].place);
        (edge + x, edge + y)
    }

    fn radius(&self, node: &Node) -> f64 {
        node.shape.half_width(self.scale.radius_mm(self.found.codes[node.code].cases.len()))
    }

    fn draw_edge(&self, canvas: &mut Canvas, &(one, other, pair): &(usize, usize, &Pair)) {
        let [first, second] = self.found.codes_of(pair).map(|code| code.id.to_string());
        let tag = Tag {
            id: format!("edge-{first}-{second}"),
            class: "edge".into(),
            title: pair_title(self.found, pair, self.style.words),
            data: vec![("data-factor", first), ("data-with", second)],
        };
        let most = self.edges.iter().map(|edge| edge.2.passages.n_pairs).max().unwrap_or(1);
        let width = edge_width(pair.passages.n_pairs, most);
        let ends = (self.mark(one), self.mark(other));
        canvas.group(&tag, |ink| ink.line(ends.0, ends.1, width, self.style.theme.absent));
    }

    fn draw_node(&self, canvas: &mut Canvas, at: usize) {
        let node = &self.nodes[at];
        let code = &self.found.codes[node.code];
        let tag = Tag {
            id: format!("node-{}", code.id),
            class: "node".into(),
            title: code_title(self.found, code, self.style.words),
            data: vec![("data-factor", code.id.to_string())],
        };
        let theme = &self.style.theme;
        let (x, y) = self.mark(at);
        let first = y + self.radius(node) + SMALL.em_mm() * 0.95;
        canvas.group(&tag, |ink| {
            let step = SMALL.line_mm() * LINE_STEP;
            for (n, line) in node.name.iter().enumerate() {
                let (width, baseline) = (SMALL.width_mm(line), first + n as f64 * step);
                if !self.style.transparent {
                    let corner = (x - width / 2.0 - 0.3, baseline - SMALL.em_mm() * 0.75);
                    ink.rect(corner, (width + 0.6, SMALL.em_mm() * 0.95), theme.ground);
                }
                ink.text(line, (x, baseline), Anchor::Middle, SMALL, theme.ink);
            }
            let radius = self.scale.radius_mm(code.cases.len());
            if node.shape == Shape::DottedRing && !self.style.transparent {
                ink.circle((x, y), radius, theme.ground);
            }
            draw_shape(ink, node.shape, (x, y), radius, theme);
        });
    }
}

/// Returns the pairs of these codes whose passages meet at least as often as the threshold says, and the threshold: the least
/// that leaves few enough lines.
fn chosen_pairs<'a>(found: &'a CoOccurrence, codes: &[usize]) -> Option<(u32, Vec<&'a Pair>)> {
    let is_chosen = |pair: &&Pair| codes.contains(&pair.first) && codes.contains(&pair.second);
    let meet = |pair: &&Pair| pair.passages.n_pairs > 0;
    let pairs: Vec<&Pair> = found.pairs.iter().filter(is_chosen).filter(meet).collect();
    let most = pairs.iter().map(|pair| pair.passages.n_pairs).max()?;
    let limit = (codes.len() as f64 * EDGES_PER_NODE) as usize;
    let from = |least: u32| pairs.iter().filter(|pair| pair.passages.n_pairs >= least).count();
    let threshold = (1..=most).find(|&least| from(least) <= limit).unwrap_or(most);
    Some((threshold, pairs.into_iter().filter(|pair| pair.passages.n_pairs >= threshold).collect()))
}

fn node(found: &CoOccurrence, study: &Study, style: &Style, code: usize, scale: &AreaScale) -> Node {
    let row = &found.codes[code];
    let valence = study.codebook.get(&row.id).and_then(|code| code.valence);
    let shape = match (row.kind, valence) {
        (CodeKind::Factor, Some(Valence::Promoting)) => Shape::Circle,
        (CodeKind::Factor, Some(Valence::Hindering)) => Shape::Diamond,
        (CodeKind::Factor, Some(Valence::Ambivalent)) => Shape::DottedRing,
        _ => Shape::Square,
    };
    let name = SMALL.wrap(&name_or_id(&name(row, style.words), row.id.as_str()), WIDEST_NAME, 2);
    let mark = 2.0 * shape.half_width(scale.radius_mm(row.cases.len()));
    let width = SMALL.widest_mm(name.iter().map(String::as_str)).max(mark) + AROUND;
    let height = mark + SMALL.em_mm() * 0.4 + name.len() as f64 * SMALL.line_mm() * LINE_STEP + AROUND;
    Node { code, shape, name, place: Block { middle: (0.0, 0.0), size: (width, height) } }
}

fn edge_width(number: u32, most: u32) -> f64 {
    (EDGE.0 * f64::from(number) / f64::from(most.max(1))).max(EDGE.1)
}

/// Says what shapes, sizes and lines mean.
fn legend(style: &Style, nodes: &[Node], scale: &AreaScale, lines: (u32, u32), width: f64) -> Legend {
    let words = style.words;
    let shapes = [
        (Shape::Circle, "state-promoting"),
        (Shape::Diamond, "state-hindering"),
        (Shape::DottedRing, "state-ambivalent"),
        (Shape::Square, "figure-network-other"),
    ];
    let occurs = shapes.into_iter().filter(|(shape, _)| nodes.iter().any(|node| node.shape == *shape));
    let shape =
        |(shape, key): (Shape, &str)| Entry { sample: Sample::Shapes(vec![shape]), text: words.say(key) };
    let mut sizes = vec![Entry { sample: Sample::Words, text: words.say("figure-network-sizes") }];
    let size = |n: usize| Entry { sample: Sample::Number(n), text: words.whole(n as u64) };
    sizes.extend(scale.samples().into_iter().map(size));
    let mut widths = vec![Entry { sample: Sample::Words, text: words.say("figure-network-widths") }];
    let (least, most) = lines;
    let mut numbers = vec![least, least.midpoint(most), most];
    numbers.dedup();
    widths.extend(
        numbers
            .into_iter()
            .map(|n| Entry { sample: Sample::Line(edge_width(n, most)), text: words.whole(u64::from(n)) }),
    );
    Legend::new(vec![occurs.map(shape).collect(), sizes, widths], *scale, width)
}
