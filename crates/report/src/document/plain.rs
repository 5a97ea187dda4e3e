//! Blocks as plain lines, for a terminal.

use super::{Block, Cell, Inline, Line, Row, Table};

impl Block {
    /// Returns what the block says, a line for each paragraph, row or point.
    pub fn lines(&self) -> Vec<String> {
        match self {
            Self::Heading { text, .. } | Self::Note(text) => vec![text.clone()],
            Self::Quote(quote) => {
                [&quote.words, &quote.source_line].into_iter().chain(&quote.memos).cloned().collect()
            }
            Self::Paragraph(line) => vec![text_of(line)],
            Self::Table(table) => of_table(table),
            Self::Figure(figure) => std::iter::once(&figure.caption).chain(&figure.notes).cloned().collect(),
            Self::List(points) => points.iter().map(|point| format!("• {}", text_of(point))).collect(),
            Self::Boxes(points) => points.iter().map(|point| format!("☐ {}", text_of(point))).collect(),
            Self::Ruled(n) => vec!["…".to_owned(); *n],
            Self::PageBreak => Vec::new(),
            Self::Landscape(blocks) => blocks.iter().flat_map(Block::lines).collect(),
        }
    }
}

fn text_of(line: &Line) -> String {
    line.iter().map(Inline::text).collect()
}

fn of_table(table: &Table) -> Vec<String> {
    let cell = |cell: &Cell| cell.iter().map(text_of).collect::<Vec<_>>().join(" / ");
    let row = |row: &Row| match row {
        Row::Section(title) => title.clone(),
        Row::Cells(cells) => cells.iter().map(cell).collect::<Vec<_>>().join(" | "),
    };
    let heads = table.columns.iter().map(|column| column.head.as_str()).collect::<Vec<_>>().join(" | ");
    let caption = std::iter::once(table.caption.clone()).filter(|caption| !caption.is_empty());
    caption.chain([heads]).chain(table.rows.iter().map(row)).chain(table.notes.iter().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{blocks, table};
    use super::*;

    #[test]
    fn every_block_says_its_words() {
        let expected = [
            "Steekproef",
            "Casus | Soort | n",
            "constructief",
            "p01 / a|b <i> | ● | 3",
            "[naam]☐ | · | 12",
            "Noot & bron.",
        ];
        assert_eq!(Block::Table(table()).lines(), expected);
        let all: Vec<String> = blocks().blocks.iter().flat_map(Block::lines).collect();
        let one = ["Er zijn 13 casussen, in <en> uit.", "• twee", "☐ klopt", "Nog eens", "Slot."];
        assert!(one.iter().all(|line| all.iter().any(|own| own == line)), "{all:?}");
    }
}
