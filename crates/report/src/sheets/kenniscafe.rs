//! The sheet for a Kenniscafé: a page per theme, in the three parts in which a theme is written up, with lines for what the
//! session says. `draad import` knows the sheet again and takes what was written under the headings for notes.

use super::{Sheet, SheetFinding, prose};
use crate::document::{Block, Document, Inline, plain};
use draad_analysis::{Perspective, Stance};
use draad_core::FindingPart;
use draad_figures::finding_part_name;
use draad_literature::{Literature, plain as words_of};

/// The parts of a theme, in the order in which they are written up.
const PARTS: [FindingPart; 3] = [FindingPart::Visible, FindingPart::Tension, FindingPart::Lead];
/// Lines to write on under a part: so few that a theme with one finding fits on a page.
const LINES: usize = 3;

/// Returns the sheet. Findings of one theme stand together, in their order; those without a theme come last.
pub fn kenniscafe(sheet: &Sheet) -> Document {
    let literature = literature(sheet);
    let mut blocks = front(sheet);
    for theme in themes(sheet) {
        let of_theme = sheet.findings.iter().filter(|one| one.finding.theme == theme);
        let name = if theme.is_empty() { sheet.say("kenniscafe-no-theme") } else { theme.to_owned() };
        add_theme(sheet, &literature, &mut blocks, name, &of_theme.collect::<Vec<_>>());
    }
    add_theme(sheet, &literature, &mut blocks, sheet.say("kenniscafe-other-theme"), &[]);
    blocks.push(Block::PageBreak);
    Document {
        title: sheet
            .words
            .say_with("kenniscafe-title", [("study", sheet.study.settings.title.clone().into())]),
        under_title: under_title(sheet),
        blocks,
        definitions_title: sheet.say("sheet-how-made"),
        definitions: definitions(sheet, &literature),
        words: sheet.words,
    }
}

/// The works that the texts of the findings cite.
fn literature(sheet: &Sheet) -> Literature {
    let texts = sheet.findings.iter().map(|one| one.finding.body.as_str());
    Literature::new(&sheet.study.references, sheet.words.language, texts, [])
}

/// How the sheet was made, and the references of what it cites.
fn definitions(sheet: &Sheet, literature: &Literature) -> Vec<(String, String)> {
    let mut definitions = vec![
        (sheet.say("sheet-passages"), sheet.say("kenniscafe-rule")),
        (sheet.say("sheet-order"), sheet.say("kenniscafe-order")),
    ];
    if !literature.is_empty() {
        let works: Vec<String> = literature.list().iter().map(|work| words_of(&work.runs)).collect();
        definitions.push((sheet.say("report-references"), works.join(" ")));
    }
    definitions.push(sheet.rests_on());
    definitions
}

fn under_title(sheet: &Sheet) -> Vec<String> {
    let mark = sheet.say("kenniscafe-mark");
    let note = &sheet.study.settings.note;
    std::iter::once(mark).chain((!note.is_empty()).then(|| note.clone())).collect()
}

/// What the session is asked about itself, and how the sheet is used.
fn front(sheet: &Sheet) -> Vec<Block> {
    let blank = |key: &str| {
        let name = sheet.say(key);
        let open = Inline::open(name.to_lowercase());
        Block::Paragraph(vec![Inline::bold(format!("{name}: ")), open])
    };
    let mut blocks = vec![blank("kenniscafe-date"), blank("kenniscafe-place"), blank("kenniscafe-present")];
    let explanation = ["kenniscafe-explain-purpose", "kenniscafe-explain-notes", "kenniscafe-explain-names"];
    blocks.push(Block::List(explanation.map(|key| plain(sheet.say(key))).to_vec()));
    blocks
}

/// Themes by name; no theme comes last.
fn themes<'s>(sheet: &Sheet<'s>) -> Vec<&'s str> {
    let mut themes: Vec<&str> = sheet.findings.iter().map(|one| one.finding.theme.as_str()).collect();
    themes.sort_by_key(|theme| (theme.is_empty(), theme.to_lowercase(), *theme));
    themes.dedup();
    themes
}

fn add_theme(
    sheet: &Sheet,
    literature: &Literature,
    blocks: &mut Vec<Block>,
    name: String,
    findings: &[&SheetFinding],
) {
    blocks.push(Block::PageBreak);
    blocks.push(Block::heading(1, name));
    for part in PARTS {
        let of_part = findings.iter().filter(|one| one.finding.theme_part() == Some(part));
        add_part(sheet, literature, blocks, Some(part), &of_part.copied().collect::<Vec<_>>());
    }
    let without: Vec<_> = findings.iter().filter(|one| one.finding.theme_part().is_none()).copied().collect();
    if !without.is_empty() {
        add_part(sheet, literature, blocks, None, &without);
    }
}

fn add_part(
    sheet: &Sheet,
    literature: &Literature,
    blocks: &mut Vec<Block>,
    part: Option<FindingPart>,
    findings: &[&SheetFinding],
) {
    blocks.push(Block::heading(2, finding_part_name(part, sheet.words)));
    for one in findings {
        blocks.push(Block::heading(3, one.finding.sentence()));
        let body = literature.cited(&one.finding.body);
        blocks.extend(prose::paragraphs(&body).into_iter().map(Block::Paragraph));
        blocks.extend(one.passages.iter().map(|passage| sheet.quote(passage, source_line(sheet, passage))));
    }
    blocks.push(Block::heading(3, sheet.say("kenniscafe-notes")));
    blocks.push(Block::Ruled(LINES));
}

/// "ouder (p03-moeder) · p03-interview-moeder 211–253 · wijst een andere kant op"
fn source_line(sheet: &Sheet, passage: &Perspective) -> String {
    let role = sheet.role(passage);
    let who = match &passage.speaker {
        Some(speaker) => format!("{role} ({speaker})"),
        None => role,
    };
    let place = format!("{} {}–{}", passage.source, passage.chars.start.0, passage.chars.end.0);
    let stance = match passage.stance {
        Stance::For => sheet.say("sheet-stance-for"),
        Stance::Against => sheet.say("sheet-stance-against"),
        Stance::Coded(_) => sheet.say("sheet-stance-coded"),
    };
    [who, place, stance].join(" · ")
}
