//! Rows that are coded passages.

use super::cells::{Cells, CodeCells};
use super::columns::Columns;
use super::kind::Kind;
use super::moments::Order;
use super::report::{self, warn};
use super::tree::CodeTree;
use super::words::{Field, plain};
use crate::coded::{
    CodedOptions, CodedProject, ForeignCase, ForeignCoder, ForeignCoding, ForeignMemo, ForeignSource, Group,
    MemoAbout, Placement, Reason, Thing,
};
use crate::{File, Sheet, SheetRow};
use draad_core::{Diagnostic, Hint, Problem, Valence, diagnostic::Outcome, source::normalised};
use std::collections::{BTreeMap, BTreeSet};

/// What is read of a row. The end of a passage follows from its words.
const USED: [Field; 15] = [
    Field::Text,
    Field::Code,
    Field::Path,
    Field::Count,
    Field::Document,
    Field::Group,
    Field::Case,
    Field::Coder,
    Field::Start,
    Field::End,
    Field::Comment,
    Field::Weight,
    Field::Date,
    Field::Valence,
    Field::Id,
];

/// Reads a table of coded passages.
pub(super) fn read(
    file: &File,
    sheet: &Sheet,
    kind: Kind,
    columns: &Columns,
    options: &CodedOptions,
    project: &mut CodedProject,
) -> Outcome<()> {
    let code_cells = CodeCells::of(file, sheet, kind, columns, options, project)?;
    let dates =
        columns.at(Field::Date).into_iter().flat_map(|date| sheet.rows.iter().map(move |row| row.cell(date)));
    let order = Order::of(dates, options.date_order);
    if order.is_assumed {
        let problem = Problem::DateOrderAssumed { order: order.order.name().to_owned() };
        project.diagnostics.push(Diagnostic::warning(file.place(None), problem));
    }
    for word in code_cells
        .reading()
        .into_iter()
        .chain(columns.has(Field::Date).then(|| order.order.name().to_owned()))
    {
        project.reading += &format!("; {word}");
    }
    let mut reader = Reader {
        file,
        cells: Cells { sheet, columns },
        code_cells,
        order,
        counts_paragraphs: kind == Kind::MaxqdaSegments || counts_paragraphs(sheet, columns),
        tree: CodeTree::default(),
        names: Names::default(),
        project,
    };
    sheet.rows.iter().for_each(|row| reader.row(row));
    reader.finish();
    report::of_columns(sheet, columns, &USED, project);
    Ok(())
}

/// Returns whether the column with the start of a passage says that it counts paragraphs.
fn counts_paragraphs(sheet: &Sheet, columns: &Columns) -> bool {
    const WORDS: [&str; 5] = ["paragra", "alinea", "absatz", "akapit", "parraf"];
    let start = columns.at(Field::Start).map(|column| plain(&sheet.header[column]));
    start.is_some_and(|name| WORDS.iter().any(|word| name.contains(word)))
}

/// A table being read.
struct Reader<'t> {
    file: &'t File<'t>,
    cells: Cells<'t>,
    code_cells: CodeCells,
    order: Order,
    counts_paragraphs: bool,
    tree: CodeTree,
    names: Names<'t>,
    project: &'t mut CodedProject,
}

/// What rows name, and where it stands in the lists of the project.
#[derive(Default)]
struct Names<'t> {
    sources: BTreeMap<(&'t str, &'t str), usize>,
    groups: BTreeMap<&'t str, usize>,
    coders: BTreeMap<&'t str, usize>,
    cases: BTreeMap<&'t str, usize>,
    /// The cases of each source.
    cases_of: BTreeMap<usize, BTreeSet<usize>>,
    codings: BTreeSet<Same<'t>>,
}

/// What makes two rows the same coding. The same words may be quoted in several places: those have an identifier each.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Same<'t> {
    source: usize,
    code: usize,
    coder: Option<usize>,
    place: Placement,
    id: &'t str,
    said: (&'t str, Option<u8>, Option<Valence>),
}

impl<'t> Reader<'t> {
    fn row(&mut self, row: &'t SheetRow) {
        let width = self.cells.sheet.width.max(self.cells.sheet.header.len());
        let document = self.cells.get(row, Field::Document);
        if row.cells.len() > width || document.is_empty() {
            return self.broken(row, width);
        }
        let Some(codes) = self.code_cells.codes(self.file, &self.cells, row, self.project) else { return };
        self.project.reconciliation.read(Thing::Selections, 1);
        let source = self.source(document, self.cells.get(row, Field::Group));
        self.case(row, source);
        let coder = self.coder(self.cells.get(row, Field::Coder));
        let words = whole_or_marked(normalised(self.cells.get(row, Field::Text)));
        let place = Placement::Words { words: words.clone(), hint: self.hint(row) };
        let comment = normalised(self.cells.get(row, Field::Comment));
        if codes.is_empty() {
            return self.uncoded(source, coder, place, comment, &words);
        }
        let mut coding = ForeignCoding { coder, memo: comment, ..ForeignCoding::new(0, place) };
        coding.created = self.moment(row);
        coding.valence = self.valence(row);
        let weight = self.weight(row, self.cells.get(row, Field::Weight), Field::Weight);
        for code in codes {
            let path: Vec<&str> = code.path.iter().map(String::as_str).collect();
            let Some(place) = self.tree.of(&path) else { continue };
            let own = self.weight(row, &code.weight, Field::Weight);
            self.add(
                row,
                source,
                ForeignCoding { code: place, weight: own.or(weight), ..coding.clone() },
                &words,
            );
        }
    }

    fn add(&mut self, row: &'t SheetRow, source: usize, coding: ForeignCoding, words: &str) {
        self.project.reconciliation.read(Thing::Codings, 1);
        let (code, coder, place) = (coding.code, coding.coder, coding.place.clone());
        let id = self.cells.get(row, Field::Id);
        let said = (self.cells.get(row, Field::Comment), coding.weight, coding.valence);
        if self.names.codings.insert(Same { source, code, coder, place, id, said }) {
            self.project.sources[source].codings.push(coding);
        } else {
            let name = self.tree.codes[coding.code].name.clone();
            self.project.reconciliation.lose(Thing::Codings, name, Reason::SameTwice, shortened(words));
        }
    }

    /// A passage without code is a memo at its place when somebody wrote about it.
    fn uncoded(&mut self, source: usize, author: Option<usize>, place: Placement, text: String, words: &str) {
        if text.is_empty() {
            return self.project.reconciliation.lose(
                Thing::Selections,
                shortened(words),
                Reason::NothingCoded,
                "",
            );
        }
        self.project.reconciliation.change(
            Thing::Selections,
            shortened(words),
            Reason::WithoutCode,
            shortened(words),
        );
        let about = vec![MemoAbout::Source(source, place)];
        self.project.reconciliation.claim(Thing::Memos, 1);
        self.project.reconciliation.read(Thing::Memos, 1);
        self.project.memos.push(ForeignMemo { text, author, about, ..ForeignMemo::default() });
    }

    /// Puts what all rows told into the project.
    fn finish(self) {
        let codes = self.tree.codes;
        self.project.reconciliation.claim(Thing::Selections, self.cells.sheet.rows.len());
        self.project.reconciliation.claim(Thing::Codes, codes.len());
        self.project.reconciliation.read(Thing::Codes, codes.len());
        self.project.codes = codes;
        self.names.report_cases(self.project);
    }

    /// A row of which the cells do not fit the columns, or that names no document.
    fn broken(&mut self, row: &SheetRow, expected: usize) {
        let found = row.cells.len();
        let column = self.cells.name(Field::Document);
        let problem = match found > expected {
            true => Problem::WrongNumberOfCells { found, expected },
            false => Problem::ValueMissing { column: column.to_owned() },
        };
        warn(self.file, self.project, row, None, problem);
        let line = row.line.to_string();
        self.project.reconciliation.lose(Thing::Selections, line, Reason::RowBroken, "");
    }

    fn source(&mut self, document: &'t str, group: &'t str) -> usize {
        let new = self.project.sources.len();
        let source = *self.names.sources.entry((group, document)).or_insert(new);
        if source == new {
            self.project
                .sources
                .push(ForeignSource { name: document.to_owned(), ..ForeignSource::default() });
            self.project.reconciliation.claim(Thing::Sources, 1);
            self.project.reconciliation.read(Thing::Sources, 1);
            if !group.is_empty() {
                self.group(group, source);
            }
        }
        source
    }

    fn group(&mut self, name: &'t str, source: usize) {
        let new = self.project.groups.len();
        let group = *self.names.groups.entry(name).or_insert(new);
        if group == new {
            self.project.groups.push(Group { name: name.to_owned(), ..Group::default() });
            self.project.reconciliation.claim(Thing::Groups, 1);
            self.project.reconciliation.read(Thing::Groups, 1);
        }
        self.project.groups[group].sources.push(source);
    }

    fn coder(&mut self, name: &'t str) -> Option<usize> {
        if name.is_empty() {
            return None;
        }
        let new = self.project.coders.len();
        let coder = *self.names.coders.entry(name).or_insert(new);
        if coder == new {
            self.project.coders.push(ForeignCoder { name: name.to_owned(), ..ForeignCoder::default() });
            self.project.reconciliation.claim(Thing::Coders, 1);
            self.project.reconciliation.read(Thing::Coders, 1);
        }
        Some(coder)
    }

    fn case(&mut self, row: &'t SheetRow, source: usize) {
        let name = self.cells.get(row, Field::Case);
        if name.is_empty() {
            return;
        }
        let new = self.project.cases.len();
        let case = *self.names.cases.entry(name).or_insert(new);
        if case == new {
            self.project.cases.push(ForeignCase { name: name.to_owned(), ..ForeignCase::default() });
            self.project.reconciliation.claim(Thing::Cases, 1);
            self.project.reconciliation.read(Thing::Cases, 1);
        }
        self.names.cases_of.entry(source).or_default().insert(case);
    }

    fn hint(&self, row: &SheetRow) -> Option<Hint> {
        // `120-318` in Dedoose.
        let start = self.cells.get(row, Field::Start).split('-').next()?.trim();
        let number = start.parse().ok()?;
        Some(if self.counts_paragraphs { Hint::Paragraph(number) } else { Hint::Character(number) })
    }

    fn moment(&mut self, row: &SheetRow) -> Option<jiff::Timestamp> {
        let cell = self.cells.get(row, Field::Date);
        let moment = self.order.read(cell);
        if moment.is_none() && !cell.is_empty() {
            self.unreadable(row, Field::Date, cell, self.order.order.name());
        }
        moment
    }

    fn weight(&mut self, row: &SheetRow, cell: &str, field: Field) -> Option<u8> {
        let cell = cell.trim();
        let number: Option<f64> = cell.replace(',', ".").parse().ok();
        let weight = number.filter(|n| n.fract() == 0.0 && (0.0..=100.0).contains(n)).map(|n| n as u8);
        if weight.is_none() && !cell.is_empty() {
            self.unreadable(row, field, cell, "0–100");
        }
        weight
    }

    fn valence(&mut self, row: &SheetRow) -> Option<Valence> {
        let cell = self.cells.get(row, Field::Valence);
        let valence = match cell.to_lowercase().as_str() {
            "promoting" | "bevorderend" | "+" => Some(Valence::Promoting),
            "hindering" | "belemmerend" | "-" | "−" => Some(Valence::Hindering),
            "ambivalent" | "+/-" | "±" => Some(Valence::Ambivalent),
            _ => None,
        };
        if valence.is_none() && !cell.is_empty() {
            self.unreadable(row, Field::Valence, cell, "promoting, hindering, ambivalent");
        }
        valence
    }

    fn unreadable(&mut self, row: &SheetRow, field: Field, value: &str, expected: &str) {
        let column = self.cells.name(field).to_owned();
        let problem = Problem::ValueInvalid { value: shortened(value), expected: expected.to_owned() };
        warn(self.file, self.project, row, Some(&column), problem);
        self.project.reconciliation.lose(Thing::Values, column, Reason::ValueUnreadable, shortened(value));
    }
}

impl Names<'_> {
    /// Gives sources to their cases. Where one source is about several, the table does not say which part is whose.
    fn report_cases(self, project: &mut CodedProject) {
        for (source, cases) in self.cases_of {
            let is_clear = cases.len() == 1;
            for case in cases {
                if is_clear {
                    project.cases[case].sources.push(source);
                } else {
                    let (name, source) =
                        (project.cases[case].name.clone(), project.sources[source].name.clone());
                    project.reconciliation.lose(Thing::CaseParts, name, Reason::CaseWithoutPart, source);
                }
            }
        }
    }
}

/// Returns words with the mark of a cut where a workbook had no room for more: else what is left would pass for all.
fn whole_or_marked(mut words: String) -> String {
    const FULL_CELL: usize = 32_767;
    if words.len() >= FULL_CELL
        && words.encode_utf16().count() >= FULL_CELL
        && words.chars().count() <= FULL_CELL
    {
        words.push('…');
    }
    words
}

/// Returns the start of a long text, to name it by.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut words: String =
        text.chars().take(LONGEST).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    if text.chars().nth(LONGEST).is_some() {
        words.push('…');
    }
    words
}
