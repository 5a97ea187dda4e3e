//! The sheet for a panel: each finding in plain words, what was heard for it and against it, three boxes, and room for a
//! remark. What people tick comes back by `draad feedback`.

use super::{Sheet, SheetFinding};
use crate::document::{Block, Document, Inline, plain};
use draad_analysis::{Perspective, Stance};
use draad_core::PanelVerdict;

/// The boxes, in their order.
const VERDICTS: [PanelVerdict; 3] = [PanelVerdict::Agrees, PanelVerdict::Nuances, PanelVerdict::Rejects];
/// A short line to write on.
const TO_WRITE_ON: &str = "______________________________";
/// Lines for a remark.
const LINES: usize = 3;

/// Returns the sheet, with the findings in their order. Of who said something only the role is told: the reader may know
/// the people.
pub fn verification(sheet: &Sheet) -> Document {
    let mut blocks = front(sheet);
    for (place, one) in sheet.findings.iter().enumerate() {
        add_finding(sheet, &mut blocks, place + 1, one);
    }
    blocks.push(Block::heading(1, sheet.say("verification-end")));
    blocks.push(Block::Paragraph(plain(sheet.say("verification-anything-else"))));
    blocks.push(Block::Ruled(LINES));
    blocks.push(Block::Paragraph(plain(sheet.say("verification-thanks"))));
    blocks.push(Block::PageBreak);
    Document {
        title: sheet.say("verification-title"),
        under_title: Vec::new(),
        blocks,
        definitions_title: sheet.say("sheet-how-made"),
        definitions: vec![
            (sheet.say("sheet-passages"), sheet.say("verification-rule")),
            (sheet.say("verification-back"), sheet.say("verification-back-text")),
            sheet.rests_on(),
        ],
        words: sheet.words,
    }
}

/// What it is about, and who fills it in.
fn front(sheet: &Sheet) -> Vec<Block> {
    let study = [("study", sheet.study.settings.title.clone().into())];
    let mut blocks = vec![Block::Paragraph(plain(sheet.words.say_with("verification-intro", study)))];
    let points = ["answers", "skip", "one-box", "no-names", "use"];
    let points = points.map(|key| plain(sheet.say(&format!("verification-explain-{key}"))));
    blocks.push(Block::List(points.to_vec()));
    for key in ["verification-panel", "verification-respondent", "verification-date"] {
        let name = sheet.say(key);
        blocks.push(Block::Paragraph(vec![Inline::bold(format!("{name}: ")), Inline::plain(TO_WRITE_ON)]));
    }
    blocks
}

fn add_finding(sheet: &Sheet, blocks: &mut Vec<Block>, number: usize, one: &SheetFinding) {
    blocks.push(Block::heading(1, format!("{number}. {}", one.finding.plain_sentence())));
    let id = [("id", one.finding.id.clone().into())];
    blocks.push(Block::Note(sheet.words.say_with("verification-id", id)));
    for (stance, key) in
        [(Stance::For, "verification-heard-for"), (Stance::Against, "verification-heard-against")]
    {
        let heard: Vec<&Perspective> =
            one.passages.iter().filter(|passage| passage.stance == stance).collect();
        if !heard.is_empty() {
            blocks.push(Block::heading(2, sheet.say(key)));
        }
        blocks.extend(heard.into_iter().map(|passage| sheet.quote(passage, sheet.role(passage))));
    }
    blocks.push(Block::heading(2, sheet.say("verification-question")));
    let boxes =
        VERDICTS.map(|verdict| plain(sheet.say(&format!("verification-box-{}", <&str>::from(verdict)))));
    blocks.push(Block::Boxes(boxes.to_vec()));
    blocks.push(Block::heading(2, sheet.say("verification-remark")));
    blocks.push(Block::Ruled(LINES));
}
