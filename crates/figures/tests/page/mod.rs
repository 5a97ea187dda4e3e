//! Pages looked at by geometry: what every figure has to obey.

use draad_core::Language;
use draad_figures::*;
use draad_words::Words;
use resvg::usvg::{self, fontdb};
use std::sync::{Arc, LazyLock};

pub(crate) const FORMATS: [Format; 6] = [
    Format::OneColumn,
    Format::OneAndHalf,
    Format::TwoColumns,
    Format::A4Portrait,
    Format::A4Landscape,
    Format::Slide,
];

pub(crate) fn style(format: Format, language: Language) -> Style {
    Style { format, ..Style::new(Words::new(language)) }
}

static DATABASE: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    database.load_font_data(fonts::REGULAR.to_vec());
    database.load_font_data(fonts::BOLD.to_vec());
    Arc::new(database)
});

/// Boxes of all texts in millimetres: left, top, right, bottom, and what stands there.
pub(crate) fn text_boxes(page: &Page) -> Vec<([f32; 4], String)> {
    let options = usvg::Options { fontdb: DATABASE.clone(), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(&page.svg, &options).unwrap();
    let mut boxes = Vec::new();
    collect(tree.root(), &mut boxes);
    boxes
}

/// Texts are measured in units of the canvas, a hundred to the millimetre.
fn collect(group: &usvg::Group, boxes: &mut Vec<([f32; 4], String)>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => collect(group, boxes),
            usvg::Node::Text(text) => {
                let ink = text.flattened().abs_bounding_box();
                let words = text.chunks().iter().map(|chunk| chunk.text()).collect();
                boxes.push((
                    [ink.left(), ink.top(), ink.right(), ink.bottom()].map(|side| side / 100.0),
                    words,
                ));
            }
            _ => {}
        }
    }
}

pub(crate) fn check_texts(figure: &Figure, format: Format) {
    for page in &figure.pages {
        let boxes = text_boxes(page);
        assert!(!boxes.is_empty());
        for (n, (a, text)) in boxes.iter().enumerate() {
            let inside =
                a[0] >= 0.0 && a[1] >= 0.0 && a[2] <= page.width_mm as f32 && a[3] <= page.height_mm as f32;
            assert!(inside, "{text:?} leaves the page: {a:?}");
            for (b, other) in &boxes[n + 1..] {
                let apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
                assert!(apart, "{text:?} {a:?} lies over {other:?} {b:?}");
            }
        }
        assert!(page.height_mm <= format.max_height_mm(), "{} mm", page.height_mm);
    }
}
