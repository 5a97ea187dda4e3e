# Passages to read and to publish: `draad quotes`.

## Names of styles in Word

document-style-source = Source line
document-style-memo = Remark on quote
document-style-note = Note on quotes
document-style-definition = Definition
document-style-context = Context of quote
document-style-count = Count in heading
document-style-table-text = Table text
document-style-table-head = Table head
document-style-table-section = Section of table
document-style-table-note = Note to table or figure
document-style-figure = Figure in text
document-style-box = Point to tick
document-style-gap = Gap
document-style-field = Field to edit
document-style-open = Open field
document-style-ruled = Line to write on
document-style-table = Table Rode Draad

## Captions

document-table = Table
document-figure = Figure

## Above the passages

quotes-title = Passages by code
quotes-title-of = Passages: { $codes }
quotes-nothing = No passage passes the filters.
quotes-count = { $counted } in { $sources }
quotes-not-stated = { $key } not stated
quotes-key-source = source
quotes-key-speaker = speaker
quotes-key-code = code it was coded with

## Below a passage

quotes-at-line = line { $line }
quotes-at-position = characters { $start }–{ $end }
quotes-weight = weight { $weight }
quotes-coded-on = coded on { $day }

## Where a code was found and where not

quotes-found = { $n ->
    [0] There is no material in which the code could have been found.
    [one] Found in { $k } of 1 case with material.
   *[other] Found in { $k } of the { $n } cases with material.
}
quotes-not-found = Material, but not found: { $cases }.
quotes-no-material = No material: { $cases }.
quotes-codes-without = { $n ->
    [one] There are no passages of one code: { $codes }.
   *[other] There are no passages of { $n } codes: { $codes }.
} { $k ->
    [0] There is no material to look in.
   *[other] There was material, in { $cases }.
}

## What it rests on

quotes-definitions = What this rests on
quotes-fact-passage = Passage
quotes-passage = An unbroken stretch of a source that was coded with the code, by whomever and however often; it stands here once. A stretch with two codes stands under each of them. The number of passages per code and case is that of the table ‘cases-by-factors’.
quotes-fact-coding = Coding
quotes-each-coding = Each coding stands by itself: two coders on the same stretch are two codings. Tables count passages, of which there are as many or fewer.
quotes-fact-setting = Speaker, role, phase and date
quotes-setting = Those of the unit (turn, message, entry or paragraph) in which the passage begins.
quotes-order = Codes stand in the order of the codebook. Within a code passages are grouped by { $keys }, and in a group ordered by source and place in the source.
quotes-order-next = { $keys }, then by { $key }
quotes-order-plain = Codes stand in the order of the codebook, passages by source and place in the source.
quotes-fact-cases = Several cases
quotes-several-cases = Words that belong to several cases stand once in a group, with those cases.
quotes-fact-context = Context
quotes-context = In square brackets stand the words before and after in the same unit, at most { $n } on either side. They are no part of the passage.
quotes-fact-basis = Selection and data
quotes-cut = { $n ->
    [one] In 1 cell of column { $column } the text did not fit; it is cut off.
   *[other] In { $n } cells of column { $column } the text did not fit; it is cut off.
}
quotes-rows-cut = { $n ->
    [one] The sheet has no room for 1 row; it is left out.
   *[other] The sheet has no room for { $n } rows; they are left out.
}

## Columns

quotes-column-code = The code of the list
quotes-column-case = The case, or the cases with ; between them
quotes-column-coded-as = The codes of the codings: the code of the list or codes below it
quotes-column-source = The source
quotes-column-kind = Kind of source
quotes-column-speaker = Who speaks: pseudonym, or the label in the source
quotes-column-role = Role of who speaks
quotes-column-phase = Phase of the case
quotes-column-date = Day, or day and time, of the unit; else the day of the source
quotes-column-start = First character in the stored text, in Unicode code points from 0
quotes-column-end = Character after the last
quotes-column-line = Line in the stored text, from 1
quotes-column-page = Page in the original
quotes-column-recording-start = Moment in the recording
quotes-column-valence = Valence, or all valences of the codings
quotes-column-weight = Weight of the coding or codings, 0 to 100
quotes-column-coder = Who coded
quotes-column-memo = Remarks of the coders
quotes-column-created = When it was coded (first)
quotes-column-coding = Ids of the codings
quotes-column-before = Words before in the same unit
quotes-column-text = The words; empty where the whole source was coded
quotes-column-after = Words after in the same unit
