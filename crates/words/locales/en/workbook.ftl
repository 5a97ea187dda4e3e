# The workbook: all tables of a study in one Excel file.

workbook-contents = contents
workbook-matrix = cases and factors
workbook-passages = passages
workbook-definitions = definitions
workbook-columns = columns

## The first page

workbook-study = Study
workbook-note = Note
workbook-cases = Cases
workbook-sources = Sources with material
workbook-codings = Codings
workbook-codings-of = { $n } of { $before }
workbook-n-passages = Rows of the sheet { $sheet }
workbook-coders = Coders
workbook-filter = Selection
workbook-outcome = Outcome
workbook-hash = Data hash
workbook-version = Made with draad
workbook-command = Make it again
workbook-links = Following links
workbook-links-text = A blue number or word opens the passages behind it: it leads to the first row of them on the sheet { $sheet }; the others stand below it.
workbook-head-sheet = sheet
workbook-head-what = what it holds
workbook-head-rows = rows
workbook-head-remark = remarks
workbook-what-matrix = factors as rows, cases as columns: how many passages, and which way they work
workbook-what-passages = all passages, by factor and case, with their words
workbook-what-definitions = what the numbers mean and what they rest on
workbook-what-columns = what each column of each sheet means
workbook-part-of = { $table }: part { $part }
workbook-own = table of the study’s own: { $label }
workbook-not-made = not made: { $reason }
workbook-empty = no rows
workbook-cut-rows = { $n ->
    [one] 1 row does not fit on a sheet and is not here
   *[other] { $n } rows do not fit on a sheet and are not here
}
workbook-cut-texts = { $n ->
    [one] in the column { $column } 1 text was cut off: a cell holds 32,767 characters
   *[other] in the column { $column } { $n } texts were cut off: a cell holds 32,767 characters
}
workbook-cut-links = { $n ->
    [one] 1 cell is no link: a sheet holds 65,530
   *[other] { $n } cells are no links: a sheet holds 65,530
}

## The sheet of cases and factors

workbook-head-direction = direction
workbook-head-level = level
workbook-head-code = code
workbook-head-name = factor
workbook-no-level = –

## The definitions

workbook-head-subject = subject
workbook-head-meaning = meaning
workbook-head-column = column
workbook-marks = ● promoting, ◆ hindering, ●◆ both, ◐ ambivalent, ■ without a direction; the number after it is how many passages. · there was material and the factor was not found; – there was no material. Colour repeats the mark.
workbook-empty-cells = An empty cell is: not known, not applicable or not defined.
workbook-lists = Several values in one cell are separated by a semicolon.
workbook-term-marks = Marks
workbook-term-empty = Empty cells
workbook-term-lists = Lists

## What each table is about

workbook-table-cases-by-factors = per case and factor: direction, passages and every other measure
workbook-table-triangulation = what a factor in a case rests on: sources, kinds, roles
workbook-table-tensions = factors that promote here and hinder there
workbook-table-balance = how promoting and hindering weigh against each other per case
workbook-table-contrast = which factors occur with which outcome, and what deviates
workbook-table-association = association of factor and outcome with few cases
workbook-table-qca = combinations of conditions that go with the outcome
workbook-table-meta-matrix = cases and factors in an order, with quotes
workbook-table-co-occurrence = factors that occur together
workbook-table-phases = factors by phase
workbook-table-sequence = which factor follows which
workbook-table-similarity = cases that resemble each other
workbook-table-saturation = when new material stopped bringing new codes
workbook-table-joint-display = scores beside what people said
workbook-table-literature = what the literature names beside what the cases show
workbook-table-agreement = how far coders agree
workbook-table-sample = who was heard, by what means and when
workbook-table-verdicts = what panels say of the findings
workbook-table-adjudication = what was decided on differences between coders
