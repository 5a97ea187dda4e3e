//! The list of references: the works that the codebook and the findings name.

use crate::results::Results;
use draad_core::{Finding, ReferenceKey};
use draad_literature::{Literature, Run};
use draad_report::document::{Block, Inline};

/// Returns the chapter; nothing when no work is named.
pub(super) fn blocks(results: &Results) -> Vec<Block> {
    let (study, words) = (results.study(), results.project.words);
    let codes = study.codebook.codes.values().flat_map(|code| &code.references);
    let keys: Vec<&ReferenceKey> =
        codes.chain(study.findings.iter().flat_map(|one| &one.references)).collect();
    let texts = study.findings.iter().map(|finding: &Finding| finding.body.as_str());
    let literature = Literature::new(&study.references, words.language, texts, keys);
    if literature.is_empty() {
        return Vec::new();
    }
    let works = literature.list().iter().map(|work| Block::Paragraph(work.runs.iter().map(inline).collect()));
    let head = [
        Block::heading(1, words.say("report-references")),
        Block::Note(words.say("references-in-manuscript")),
    ];
    head.into_iter().chain(works).collect()
}

fn inline(run: &Run) -> Inline {
    if run.is_italic { Inline::italic(run.text.clone()) } else { Inline::plain(run.text.clone()) }
}
