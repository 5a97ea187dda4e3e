# The report: one page about a study.

## Layout

report-skip = To the content
report-contents = Contents
report-glance = What was studied
report-sample = Who was heard, what was read
report-factors = The factors
report-all-factors = all factors
report-case-pages = The cases
report-all-cases = all cases
report-definitions = What the numbers mean
report-reproduce = How to make this report again
report-contexts = The passages in their context
report-close = Close
report-show-in-page = Read this in the page itself

## Words in headings and tables

report-case = Case
report-cases = Cases
report-source = Source
report-sources = Sources
report-other-sources = Other sources of this case, without material in this report
report-codings = Codings
report-passages = Passages
report-passages-per-factor = Passages (counted per factor)
report-coder = Coder
report-coders = Coders
report-fingerprint = Fingerprint of the data
report-version = Version of Rode Draad
report-outcome = Outcome
report-design = Design
report-phases = Phases
report-phase = Phase
report-roles = Who speak
report-kinds = Kinds of source
report-kind = Kind
report-date = Date
report-policy = Whose codings count
report-only = Only
report-by-kind = Sources by kind
report-material = Material
report-words = Words
report-characters = Characters
report-period = Period
report-total = Together
report-factor = Factor
report-matrix-table = The same data as a table
report-legend = What the marks mean
report-k-of-n = k of n
report-sample-kinds = Sources and material per case
report-sample-roles = In how many sources someone speaks as …
report-distinct-factors = Distinct factors
report-promoting-hindering = promoting / hindering
report-balance-number = balance
report-definition = Definition
report-include = Include
report-exclude = Exclude
report-example = Example
report-provenance = origin
report-occurs = Occurs in
report-attributes = Attributes
report-case-factors = Factors in this case
report-who-speaks = Who speak
report-events = Events
report-scores = Questionnaire
report-respondent = Who
report-instrument = Instrument
report-memo = Memo
report-memos = Memos
report-about = about
report-rests-on = Rests on:
report-passages-for = Passages that support this
report-passages-against = Passages that speak against this
report-feedback = What panels make of it
report-feedback-definition = k of n: of the people in the panel who gave a verdict on this finding. How many people recognise a finding does not say whether it is true.
report-feedback-none = No panel has given a verdict on this finding yet.
report-check-head = Check of the study

## Passages

report-coded-by = coded by
report-context = in context
report-whole-source = The source as a whole was coded so; there is no separate passage.
report-role-not-stated = Role not stated
report-speaker-not-stated = speaker not stated
report-speaker-unsure = { $label } (may be: { $names })

## Values

report-no-value = none
report-event-held = took place
report-event-planned = planned
report-event-missed = did not take place
report-n-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
report-n-kinds = { $n ->
    [one] { $n } kind of source
   *[other] { $n } kinds of source
}
report-n-roles = { $n ->
    [0] no stated role
    [one] { $n } role
   *[other] { $n } roles
}
report-n-errors = { $n ->
    [0] no errors
    [one] { $n } error
   *[other] { $n } errors
}
report-n-warnings = { $n ->
    [0] no warnings
    [one] { $n } warning
   *[other] { $n } warnings
}
report-n-notes = { $n ->
    [0] no notes
    [one] { $n } note
   *[other] { $n } notes
}

## Sentences

report-shape = Comparative study of { $cases }: { $sources }, { $people } heard, coded with { $factors }.
report-shape-unnamed = Comparative study of { $cases }: { $sources }, coded with { $factors }.
report-double-coded = { $n ->
    [0] No source was coded by more than one coder.
    [one] One source was coded by more than one coder.
   *[other] { $n } sources were coded by more than one coder.
}
report-sample-lead = Counted are sources in which somebody speaks. A source about several cases stands with each of them and counts once in the last row. 0: there is such a source, but nothing of it passes; –: there is none. Words and characters include those of whoever asks the questions.
report-sample-roles-lead = Several people can speak in one source, so these numbers do not add up to the number of sources. Those who ask questions are not counted. 0: such a person takes part, but has no words here; –: nobody in this role takes part.
report-factors-lead = For each factor: what it means, in which cases it occurs, and all its passages, by case and within a case by who speaks.
report-contexts-lead = Here every coded stretch of text stands once, with what comes before and after it. Text left out is marked […].
report-factor-usually = Usually { $direction }
report-factor-open = Factor without a usual direction
report-theme = Theme, without direction
report-heading = Heading, with everything coded below it
report-codes-below = The passages stand with the codes below it:
report-passages-left-out = { $n ->
    [one] One passage that this rests on is outside the filter of this report.
   *[other] { $n } passages that this rests on are outside the filter of this report.
}
report-factor-not-coded = This code was not used anywhere in the material of this report.
report-factor-summary = Occurs in { $cases } cases with material: { $passages }, from { $kinds } and { $roles }.
report-single-source = All passages come from one source ({ $source }).
report-talkative-source = One source dominates: { $source } has { $k } of the { $n } codings.
report-present-although = Occurs while the outcome is “{ $outcome }”:
report-absent-although = Not coded, with material, while the outcome is “{ $outcome }”:
report-case-summary = { $sources }, { $passages } (counted per factor). { $promoting } with a promoting passage, { $hindering } with a hindering passage.
report-reproduce-lead = Give this command in the folder of the study. The same data and the same version make the same page, byte for byte.
report-has-errors = { $n ->
    [one] Note: the study has 1 error, so something may be missing below. `draad check` says what and where.
   *[other] Note: the study has { $n } errors, so something may be missing below. `draad check` says what and where.
}
report-check = The check gave { $errors }, { $warnings } and { $notes }.

## Definitions

report-term-passage = Passage
report-definition-passage = An unbroken stretch of a source on which a factor was coded, by whomever and however often. Overlapping codings of the same factor are one passage together. Passages are counted per factor: a stretch with two factors counts for each of them. A coding of a whole source is one passage. For a case or the study as a whole, a passage counts for the code it was coded with, and not again for a code above that. Words that belong to several cases count once for the factor and for the study.
report-term-original = Page and place in the recording
report-definition-original = After the name of a source stands where its original has the passage: on which page, or at which moment of the recording (hours:minutes:seconds). They are those of the unit in which the passage starts; the passage itself may stand further on.
report-term-unit = Unit
report-definition-unit = A turn, message, diary entry or paragraph inside a source. A coding belongs to the unit in which it starts, or else to the first unit that it touches.
report-term-membership = To which case something belongs
report-definition-membership = To the case of the source. Where a source is about several cases: to the case of the part in which the coding starts; else to the only case to which the speaker belongs; else to all cases of the source.
report-term-role = Role
report-definition-role = The role of whoever speaks in that unit. Where the unit names nobody, that of the only participant in the source who does not ask questions. Where a speaker can be several people, the role is not stated.
report-term-phase = Phase
report-definition-phase = The phase of the unit, else that of the source, else the one in which the case was on the day of the unit. The date of a source alone gives no phase: people speak of other times.
report-term-states = What an empty cell means
report-definition-states = “Material, not coded” means that there is text in the case, and that the factor was not found in it. “No material” means that the case has nothing in which the factor could have been found. “Coded, without direction” was coded, but neither as promoting nor as hindering. Not coded does not mean that something was not there.
report-term-k-of-n = k of n
report-definition-k-of-n = k is the number of cases with this outcome in which the factor was coded, n the number of cases with this outcome that have material. With such small numbers there are no percentages.
report-term-balance = Balance
report-definition-balance = (P − H) / (P + H), P being the number of promoting and H of hindering ones: distinct factors, codings, or characters under a coding. On factors, each factor counts once per direction, however much was said of it.
report-term-deviations = Cases that do not fit
report-definition-deviations = Named are cases in which a promoting factor promotes with the least favourable outcome, or (with material) does not promote with the most favourable; for a hindering factor the other way round. It is a list of what to read next, not a judgement.
report-term-one-source = One source
report-definition-one-source = A note says so when all passages of a factor in a case come from one source, and when one of several sources has more than { $share ->
    [0.5] half
   *[other] a share of { $number }
} of the codings.
report-term-order = Order
report-definition-order = { $cases } Factors stand by their usual direction, then level, then number of cases, then id. The order is no ranking of people or families.
report-term-tree = Codes below codes
report-definition-folded = A code includes what was coded with the codes below it.
report-definition-unfolded = A code includes only what was coded with that code itself.
report-term-coders = Coders
report-term-filter = Filter
report-definition-no-filter = Nothing was filtered out. { $n } of the { $before } codings in the study count.
report-definition-filter = Only: { $filter }. So { $n } of the { $before } codings in the study count.

## What a project holds, and reasons in its overview

thing-sources = Sources
thing-codes = Codes
thing-codings = Codings
thing-selections = Marked places
thing-coders = Coders
thing-cases = Cases
thing-case-parts = Parts of sources that belong to a case
thing-variables = Variables
thing-values = Values
thing-memos = Memos
thing-groups = Groups
thing-transcripts = Transcripts
thing-sync-points = Times in recordings
thing-links = Links
thing-graphs = Drawings of networks
thing-unknown = Unknown parts
reason-points-nowhere = points at something that is not in the file ({ $detail })
reason-same-twice = the same code stands at the same place by the same coder more than once
reason-no-characters = covers no characters; it became a memo at its place
reason-start-after-end = its start stood after its end; they were exchanged
reason-past-end = reaches past the end of the text
reason-file-missing = the file of its text is not there: { $detail }
reason-path-outside = its path leads outside the project file and was not followed: { $detail }
reason-not-a-text = is not a text: { $detail }
reason-place-outside-text = stands at a place that is not in a text
reason-not-known = draad does not know this: { $detail }
reason-against-standard = deviates from the standard: { $detail }
reason-no-place-in-study = the study has no place for it

## Reasons in the overview of a project: ROCK, marked text

thing-section-breaks = Section breaks
thing-line-ids = Identifiers of lines (uid)
reason-no-place-in-format = this format has no place for it
reason-widened-to-lines = this format codes whole lines; the coding now holds for all words of line { $detail }
reason-split-into-lines = this format codes line by line; the coding now stands at each of the lines { $detail }
reason-line-without-words = there are no words in this place ({ $detail })
reason-one-case-per-line = a line belongs to one case at most in this format { $detail }
reason-class-as-code = says something of lines but is no code and no case; it became a code below a heading, at the same lines
reason-value-as-remark = the value became a remark on the coding: { $detail }
reason-relation-as-remark = the relation between the codes became a remark on the coding: { $detail }
reason-comment-as-memo = the comment became a memo at the line after it (line { $detail })
reason-empty-line-instead = divides the text but is no part of it; an empty line stands there now
reason-only-ornament = holds no letters (line { $detail })
reason-sources-joined = the same text as several people coded it; joined into one source: { $detail }
reason-parent-unclear = `{ $detail }` stands below more than one code; these codings stand apart, on top
reason-mark-without-other = the mark that belongs to it is missing; it stays text (line { $detail })
reason-line-ids-not-kept = are not kept; an export makes new ones

## Reasons in the overview of a project: databases

thing-settings = Settings and views
reason-words-elsewhere = the words did not stand at the given position and were looked for (source: { $detail })
reason-without-code = marked without a code; became a memo at that place: { $detail }
reason-in-circle = stood below itself in a circle (below `{ $detail }`); now stands at the top
reason-personal-data = is about users of the program and was not read ({ $detail })
reason-merged-with-category = a category and a code of the same name became one code
reason-importance-as-weight = was marked as important; has weight 100 now
reason-placed-by-time = coded in the recording ({ $detail }); placed by the time stamps of the transcript
reason-in-transcript = is in the transcript too ({ $detail }) and was kept there
reason-not-all-numbers = not every value is a number (`{ $detail }`); the values were kept as text
reason-about-whole-source = its place is not in the text; is about the whole source now ({ $detail })

## Reasons in the overview of a project: writing REFI-QDA

thing-records = What only draad keeps
reason-only-into-empty-study = comes back only into a study that holds nothing yet
reason-in-note = stands in a note, which other programs show as a memo { $detail }
reason-in-description = stands as text in the description
reason-in-supplement = goes along as a file that only draad reads
reason-left-out-as-personal = stays out: names of files often tell who it is about
reason-withheld = stays out: this column may not leave the study (withhold under [archive] in study.toml)
reason-closed = stays behind: access to it is closed
reason-characters-replaced = characters that cannot be in XML were replaced ({ $detail })
reason-counted-twice = holds characters that some programs count as two in positions ({ $detail })
reason-unknown-as-empty = stands there without a value; other programs see no difference between unknown and not filled in
reason-one-language = only the name in the language of the study goes along

## Reasons in the overview of an export: tables

thing-text-between-units = Text between units (speaker labels, times, headings), per source
reason-only-in-texts = { $detail } characters of this source stand in no table; an export as csv or parquet without filters has its whole text
reason-cell-too-long = a cell in Excel holds 32,767 characters; cut off in { $detail } cells. CSV and Parquet have all of it
reason-too-many-rows = a sheet in Excel holds 1,048,576 rows; left out: { $detail } rows. CSV and Parquet have all of them
reason-only-counted = is only counted in these sheets ({ $detail } in the study)


## Tables of coded segments

reason-other-sheet = stands in another sheet of the workbook; choose the sheet with --sheet
reason-above-header = stands above the names of the columns
reason-error-in-cell = a cell holds an error in place of a value
reason-row-broken = this row does not fit the columns, or lacks what is needed
reason-value-unreadable = the value cannot be read { $detail }
reason-codes-not-told-apart = the codes in this cell cannot be told apart (line { $detail })
reason-nothing-coded = marked without a code and without a remark
reason-counts-only = counts without the passages themselves are no codings; they are kept as a table { $detail }
reason-case-without-part = the source `{ $detail }` is about several cases, and the table does not say which part belongs to which
## A project in the study

thing-group-members = Members of groups
thing-descriptions = Descriptions
fate-kept = kept
fate-changed = changed
fate-dropped = dropped
reason-left-out = the project map says so
reason-owner-dropped = what it belongs to is not in the study{ $has-detail ->
    [0] {""}
   *[other] : { $detail }
}
reason-name-taken = that name is taken; it is called { $detail } now
reason-without-name = has no name
reason-address-shortened = of a mail address only the name remains
reason-merged-into = was merged into { $detail }
reason-study-keeps-its-own = the study has it otherwise and keeps its own: { $detail }
reason-added-to-coding = that coding was there already and was added to: { $detail }
reason-further-memo = the study has another text here, which stays; the new text stands in memo { $detail }
reason-tree-in-circle = the codes above it form a circle; the code stands at the top now
reason-heading-coded = was a heading, but something is coded with it; it is a theme now
reason-valence-of-theme = the coding has a valence, but its code has none: { $detail }
reason-not-of-type = does not fit the type of the attribute: { $detail }
reason-column-of-sources = became a column of sources.csv: { $detail }
reason-became-case = became a case: { $detail }
reason-became-attribute = became an attribute of cases: { $detail }
reason-group-empty = has no members
reason-group-of-memos = holds only memos ({ $detail })
reason-empty = has neither title nor text
reason-less-about = some of what it is about is not in the study ({ $detail })
reason-no-text = the project holds no text of it{ $has-detail ->
    [0] {""}
   *[other] ; its codings wait in { $detail }
}
reason-document-unknown = the study has no source of this name, and the table holds no text; import the document first, and then the table again
reason-words-not-found = the words are not in the text, the coding waits in unanchored/: “{ $detail }”
reason-words-cut-off = the words were cut off in the file; coded is: “{ $detail }”
reason-words-in-several-places = the words stand in several places, the coding waits in unanchored/ ({ $detail })
coded-column-thing = Thing
coded-column-claimed = in file
coded-column-read = read
coded-column-kept = kept
coded-column-changed = changed
coded-column-dropped = dropped
coded-line = { $fate }: { $thing }{ $has-names ->
    [0] {""}
   *[other] {" "}{ $names }
}{ $n ->
    [one] {""}
   *[other] {" "}({ $n }×)
}: { $reason }
coded-untold = unknown: nothing is known of what became of { $n } × { $thing }
coded-untold-short = nothing is known of what became of { $n }
coded-headline = { $file } ({ $origin }): { $sources ->
    [one] 1 new source
   *[other] { $sources } new sources
}, { $codings ->
    [one] 1 new coding
   *[other] { $codings } new codings
}{ $known ->
    [0] {""}
   *[other] , { $known } known already
}
coded-written = The whole overview is in { $file }
coded-rest = … and { $n } more; the whole overview is in { $file }
coded-rest-planned = … and { $n } more; after the import the whole overview is in { $file }
coded-planned = What becomes of each part of the project is in { $file }. See and correct it, and give when you import: --project { $file }
coded-positions-unclear = { $file }: it is not clear how places in “{ $source }” are counted. They may be:
coded-positions-ask = Which has the right words between ⟦ and ⟧? Type its number, with * behind it for all sources, or just Enter to stop.
coded-remark-no-text = there is no text of this source


## What REFI-QDA brings along

thing-deviations = Departures from the standard
reason-attribute-not-in-standard = departs from the standard: the attribute { $detail } does not belong there
reason-attribute-missing = departs from the standard: the attribute { $detail } is missing
reason-out-of-order = departs from the standard: { $detail } is out of place
reason-part-missing = departs from the standard: { $detail } is missing
reason-text-not-in-standard = departs from the standard: there is text where none belongs
reason-same-identifier = has the same identifier as another: { $detail }
reason-memo-is-coded = is coded itself; it is a memo and a source
reason-inside-character = one of its ends stood inside a character; the whole character belongs to it now ({ $detail })
reason-text-from-document = the text was taken from a formatted document: { $detail }
reason-repeats-case = stands for the case { $detail }
