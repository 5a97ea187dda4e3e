# What goes out: tables, what their columns mean, and what an export leaves behind.

## What the command says

progress-export = Writing tables
export-left = Not all of it went along:
export-loss-report = Loss report: { $file }

## The loss report

loss-title = What is not in this export, or not as it was: { $study }
loss-format = Format: { $format }
loss-study = Study: data hash { $hash }
loss-version = Made with draad { $version }
loss-no-filter = All of the study, without filters
loss-filter = Only what passes { $filter }
loss-summary = { $thing }: { $changed ->
    [0] {""}
   *[other] { $changed } changed{ $dropped ->
        [0] {""}
       *[other] ,{" "}
    }
}{ $dropped ->
    [0] {""}
   *[other] { $dropped } left out
}
loss-summary-of = { $thing }: { $written } of { $claimed } went along{ $partly ->
    [0] {""}
   *[other] , not everything as it stands in the study
}
loss-nothing = Of what is listed in the study, nothing was left out.
loss-never = An export never holds the originals in raw/, results in output/, the history of changes, or codings in unanchored/.

## About the tables

export-sheet = about
export-study = Study
export-hash = Data hash
export-version = Made with draad
export-selection = Selection
export-lists = Lists
data-withheld = Columns that may not leave the study stay out: { $columns } (`withhold` in study.toml).
export-lists-text = several values in one cell are joined with ;
export-empty = Empty cells
export-empty-text = not stated, not known, or it does not apply
export-positions = Positions
export-positions-text = start and end count characters (Unicode code points) of the text of the source, from 0; end is the one after the last; an export without filters has these texts: as csv in sources/, as parquet in the table texts
export-codings = Codings
export-codings-text = `codings` has one row per coding. A coding of a stretch that belongs to several cases has a row per case in `coding_cases`: count cases there, and codings in `codings`
export-passages = Passages
export-passages-text = a passage is an unbroken stretch of a source coded with the code, by however many coders and however often; here each code counts by itself, without what was coded below it
export-partitions = Partitions
export-partitions-text = every table is a folder of Parquet files. `codings`, `units`, `passages` and `texts` have a folder per case, whose name holds the value of the column `case`; ids in it are text, also where they look like numbers. What belongs to several cases or to none stands once, under __HIVE_DEFAULT_PARTITION__ (for most engines an empty `case`): `cases` says which. Per case, count in `coding_cases` and `material`, which have a row for each
export-sql = SQL
export-sql-text = `coding_cases` with `codings` is what counts, `material` what it could be found in, `code_ancestors` under which codes it counts. The queries in sql/ give the tables cases-by-factors, co-occurrence and balance of draad from these
export-note = Note
export-table = table
export-column = column
export-type = type
export-key = key
export-meaning = meaning
export-joins = { $columns } → key of { $table }
export-rows = { $n ->
    [one] 1 row
   *[other] { $n } rows
}
export-type-text = text
export-type-integer = whole number
export-type-number = number
export-type-yes-no = yes or no
export-type-day = day
export-type-time = day and time, as on the clock there
export-type-moment = day and time, in UTC

table-codings = codings
table-coding-cases = to which cases each coding belongs
table-passages = passages per case and code
table-codebook = codes and factors
table-code-ancestors = under which codes each code counts: itself and all above it
table-cases = cases with their attributes
table-case-outcomes = the outcomes of each case
table-sources = sources
table-units = turns, messages, entries or paragraphs, with their words
table-material = stretches in which something of a case could have been found
table-texts = the whole text of each source
table-participants = participants, pseudonymous
table-phases = periods that cases went through
table-case-spans = parts of sources that belong to one case
table-events = contacts and events
table-scores = answers to questionnaires
table-memberships = scores that people gave for conditions
table-feedback = what panels said of findings
table-memos = memos
table-memo-about = what each memo is about; a memo that is not in it is about the study as a whole
table-findings = findings
table-finding-passages = passages for and against findings
table-labels = what ids are called

## Columns

column-partition = the case, where it is exactly one; it stands in the names of the folders
column-further = a column that the study adds; its meaning is not written down
column-codings-coder = who coded
column-codings-source = the source
column-codings-coding = the coding; unique together with coder and source
column-codings-valence-effective = the valence that counts: that of the passage, or else that of the code
column-codings-cases = the cases to which it belongs
column-codings-counted = whether it counts in the study's own tables: its source has a case, and the coder counts
column-codings-unit = the number of the unit in which it starts; empty for a whole source
column-codings-speaker = who speaks there, as written in the study
column-codings-participant = the participant who speaks there
column-codings-role = the role of that participant
column-codings-asks = whether that role asks the questions: then it counts for no role and no speaker
column-codings-phase = the phase
column-codings-kind = the kind of source
column-codings-source-date = the day of the source
column-coding-cases-coder = who coded
column-coding-cases-source = the source
column-coding-cases-coding = the coding
column-coding-cases-case = a case to which it belongs
column-coding-cases-passage = the passage of which it is part in this case
column-passages-passage = the number of the passage in this export
column-passages-case = the case
column-passages-code = the code
column-passages-source = the source
column-passages-start = first character (Unicode code points from 0); empty is the whole source
column-passages-end = character after the last
column-passages-codings = how many codings make it up
column-passages-valences = the valences of its codings, each once
column-passages-speaker = the participant who speaks where it starts, or the label as written
column-passages-role = the role of the speaker
column-passages-phase = the phase
column-passages-date = when it was said or written, or else the day of the source
column-passages-page = the page of the original on which its unit starts
column-passages-recording-start = where its unit starts in the recording (hh:mm:ss)
column-passages-text = its words
column-codebook-position = its place in the order of the codebook, from 1
column-code-ancestors-code = the code
column-code-ancestors-ancestor = a code under which its codings count
column-code-ancestors-distance = how many steps up: 0 for the code itself, 1 for its parent
column-case-outcomes-case = the case
column-case-outcomes-outcome = the attribute
column-case-outcomes-level = its value in this case; empty when it is not known
column-case-outcomes-main = whether it is the study's first outcome, by which tables group
column-material-case = the case
column-material-source = the source
column-material-unit = the unit in which it stands
column-material-start = first character (Unicode code points from 0)
column-material-end = character after the last
column-material-participant = the participant who speaks
column-material-role = the role of that participant
column-material-asks = whether that role asks the questions
column-material-phase = the phase
column-material-kind = the kind of source
column-material-sought = whether somebody whose codings count coded in this source, of whatever code
column-texts-source = the source
column-texts-cases = the cases it is about
column-texts-text = its text
column-sources-units = how many units it has
column-sources-chars = how many characters its text has
column-units-source = the source
column-units-unit = the number of the unit in its source, from 1
column-units-participant = the participant who speaks
column-units-role = the role of that participant
column-units-asks = whether that role asks the questions
column-units-phase = the phase
column-units-cases = the cases that have material in it
column-units-text = its words
column-cases-unknown-attributes = attributes of which somebody looked and found that they cannot be known; their own cell is empty
column-memos-memo = the memo
column-memos-title = its heading
column-memos-author = who wrote it
column-memos-date = the day it was written
column-memos-text = its text, in Markdown
column-memo-about-memo = the memo
column-memo-about-about = what it is about: case, source, span, code, coding or finding
column-memo-about-case = the case
column-memo-about-source = the source
column-memo-about-start = first character of the stretch (Unicode code points from 0)
column-memo-about-end = character after the last
column-memo-about-code = the code
column-memo-about-coder = who made the coding
column-memo-about-coding = the coding
column-memo-about-finding = the finding
column-findings-finding = the finding
column-findings-title = the finding in one sentence
column-findings-plain = the same sentence in plain words, for a panel
column-findings-part = visible, tension or lead
column-findings-theme = its theme
column-findings-codes = codes it rests on
column-findings-text = its text, in Markdown
column-finding-passages-finding = the finding
column-finding-passages-side = for or against
column-finding-passages-source = the source
column-finding-passages-start = first character (Unicode code points from 0)
column-finding-passages-end = character after the last
column-labels-list = which list: role, kind, phase, level, coder, attribute; or an attribute, for its levels
column-labels-id = the id, as it stands in the other tables
column-labels-name-nl = what it is called in Dutch
column-labels-name-en = what it is called in English

## Sheets for QCA

qca-crisp = qca-crisp.csv: 1 where the case has at least one passage with the code, else 0. Levels of attributes are 1 where the case has them, else 0.
qca-nothing = NA is "not known": a case without material, or an attribute that is not filled in. It is never 0: what nobody looked for was not found absent.
qca-folded = A code counts with everything that was coded below it.
qca-directions = …_PROMOTING and …_HINDERING are 1 where at least one passage of the factor works that way. A factor can do both.
qca-raw = qca-raw.csv: passages, sources, characters (CHARS) and the share of the case's material (COVERAGE) per code, for calibrate() in R. These measures are no memberships; passages grow with the length of the material.
qca-names = legend.csv says which code or attribute each column is.
qca-fuzzy = qca-fuzzy.csv: memberships by the direct method, from { $measure }, with the quantiles { $exclusion } (exclusion), { $crossover } (crossover) and { $inclusion } (inclusion) of the cases with material as anchors. Quantiles describe these cases; anchors that rest on knowledge of the field are better.
qca-without-anchors = There is no fuzzy sheet: without anchors a membership has no meaning. Calibrate qca-raw.csv in R with anchors of your own, or give --anchors with three quantiles.
qca-uncalibrated = Anchors that coincide give no memberships, so these columns are NA: { $columns }
qca-at-crossover = Exactly 0.5 belongs to no row of a truth table; R leaves such a case out: { $cells }
qca-few-cases = With few cases, use few conditions: with 13 cases and 4 conditions, a truth table without contradictions arises by chance in 7 of 100 random data sets, with 5 conditions in 28.
qca-measure-passages = passages
qca-measure-sources = sources with the code
qca-measure-chars = characters covered
qca-measure-coverage = the share of the case's material that is covered
qca-script-what = Qualitative Comparative Analysis with the R package QCA: install.packages("QCA")
qca-script-data = The folder in which this file stands must be the working directory.
qca-script-choose = Choose the outcome and the conditions from theory; these are only the first ones that vary.
qca-script-calibrate = Calibrating with anchors of your own:
qca-script-missing = Cases of which something is not known cannot take part; they are named.
qca-script-table = The truth table. Look at contradictory rows before going on.
qca-script-solutions = The conservative and the parsimonious solutions: all of them, not one.
