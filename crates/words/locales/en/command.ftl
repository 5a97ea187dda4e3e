# What the command `draad` says.

## General

study-has-errors = { $n ->
    [one] The study has 1 error; `draad check` says where.
   *[other] The study has { $n } errors; `draad check` says where.
}
pipe-request = This is no request: { $reason }.
pipe-folder = This folder cannot be worked in: { $reason }.
pipe-in-pipe = A request cannot be a { $reason }.
pipe-help = A request is one line of JSON: {"{"}"arguments": ["table", "balance", "--format", "arrow"]{"}"}; docs/pipe.md describes it.
pipe-broken = Something went wrong in draad itself.
pipe-broken-help = Try again; if it happens once more, report it together with the request.
written = Written: { $file }
n-words = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
n-memos = { $n ->
    [one] { $n } memo
   *[other] { $n } memos
}
n-hits = { $n ->
    [one] { $n } hit
   *[other] { $n } hits
}

## Progress

progress-import = Reading files
progress-write = Writing the example study
progress-index = Building the search index
progress-run = Tables, figures, report

## A new study

new-made = New study in { $folder }
new-next = First complete the settings in { $folder }/study.toml, and put cases into cases.csv and codes into codebook.csv.
    Then import material, for example:
      draad --study { $quoted } import interview.docx --case p01 --new-case --kind interview

## Importing

import-new-case = New case { $case } added to cases.csv
import-file = { $file } → source { $source } ({ $kind }; read as { $reading }; { $units ->
    [one] 1 unit
   *[other] { $units } units
}, { $chars } characters)
import-file-replaced = { $file } → corrected version of source { $source } ({ $kind }; read as { $reading }; { $units ->
    [one] 1 unit
   *[other] { $units } units
}, { $chars } characters)
import-units = { $n ->
    [one] 1 unit
   *[other] { $n } units
}
import-reanchored = codings: { $kept } kept with their words, { $corrected } with corrected words, { $lost } without a place
import-coding-lost = no place for { $coding }: “{ $quote }”
import-lost-file = codings without a place are in { $file }: put the words as they now are into the column `quote`, and give the table to `draad code --import`
import-homeless = { $place } spoke of words that are gone: “{ $quote }”
import-comments = made of the comments: { $memos ->
    [one] 1 memo
   *[other] { $memos } memos
} and { $codings ->
    [one] 1 coding
   *[other] { $codings } codings
}{ $known ->
    [0] {""}
    [one] , 1 there already
   *[other] , { $known } there already
}{ $left ->
    [0] {""}
   *[other] , { $left } left out
}{ $anonymous ->
    [0] {""}
   *[other] ; { $anonymous } by authors who are no coders of the study, whose names are not written down
}
import-report = Import report
import-known = { $file } is there already, as source { $source }
files-and-more = { $files } and { $n } more
import-same-chat = Is this one chat from several telephones? Then give these rows the same `source`.
import-refused = Not imported
import-report-written = All of it is in { $file }
import-unmapped = { $n ->
    [one] 1 file is not in the map and was not read: { $files }
   *[other] { $n } files are not in the map and were not read: { $files }
}. Add { $n ->
    [one] it
   *[other] them
} with `draad import --plan`.
import-planned = Nothing has been changed. { $n ->
    [one] 1 file is ready
   *[other] { $n } files are ready
}{ $open ->
    [0] {""}
    [one] , 1 still needs something
   *[other] , { $open } still need something
}{ $known ->
    [0] {""}
    [one] , 1 is there already
   *[other] , { $known } are there already
}{ $left ->
    [0] {""}
   *[other] , { $left } left out
}. See and correct { $file } (in Excel, for example), then run: draad import --map { $file }{ $flags }
import-records = { $file } → { $what }
import-updated = { $added } added, { $changed ->
    [one] 1 value changed
   *[other] { $changed } values changed
}, { $unchanged } unchanged{ $refused ->
    [0] {""}
    [one] , 1 row not taken
   *[other] , { $refused } rows not taken
}
import-new-attributes = added to study.toml: { $attributes }
import-survey = { $file } → questionnaire (read as { $reading }): { $sources ->
    [one] 1 source
   *[other] { $sources } sources
} with open answers{ $unchanged ->
    [0] {""}
   *[other] , { $unchanged } there already
}
import-columns-planned = What becomes of the columns of the questionnaires is in { $file }; correct it there.
records-cases = cases
records-participants = participants
records-events = events
records-scores = scores
records-attributes = attributes
import-export = export { $file }: { $n ->
    [one] 1 record
   *[other] { $n } records
}, { $shared } also in another export, { $alone } only here
import-read = read
import-kept = kept
import-changed = changed
import-dropped = dropped
import-speaker = speaker { $label }: { $n ->
    [one] 1 unit
   *[other] { $n } units
}
import-speaker-unknown = speaker { $label }: { $n ->
    [one] 1 unit
   *[other] { $n } units
}; belongs to nobody yet, or to several people: put the label with one participant in participants.csv
import-summary = { $n ->
    [one] 1 file imported
   *[other] { $n } files imported
}{ $known ->
    [0] {""}
    [one] , 1 was there already
   *[other] , { $known } were there already
}{ $empty ->
    [0] {""}
    [one] , nothing taken from 1 table
   *[other] , nothing taken from { $empty } tables
}{ $refused ->
    [0] {""}
    [one] , 1 not
   *[other] , { $refused } not
}

## How a file was read

reading-docx = Word document
reading-odt = OpenDocument text
reading-rtf = RTF document
reading-html = web page
reading-pdf = PDF
reading-text = plain text
reading-markdown = Markdown
reading-table = table
reading-diary = diary or dossier as a table
reading-xlsx = Excel workbook
reading-xls = old Excel workbook
reading-ods = OpenDocument workbook
reading-whatsapp = WhatsApp
reading-telegram = Telegram
reading-signal = Signal
reading-vtt = subtitles (WebVTT)
reading-srt = subtitles (SubRip)
reading-sbv = subtitles (YouTube)
reading-whisper = speech recognition (Whisper)
reading-whisper-cpp = speech recognition (whisper.cpp)
reading-whisperx = speech recognition (WhisperX)
reading-amberscript = speech recognition (Amberscript)
reading-whisper-table = speech recognition (Whisper, table)
reading-m-path = m-Path
reading-qualtrics = Qualtrics
reading-limesurvey = LimeSurvey
reading-turns = by speaker
reading-session-sheet = notes of a session
reading-paragraphs = by paragraph
reading-pause-s = new paragraph after { $n ->
    [one] 1 second
   *[other] { $n } seconds
} of silence
reading-characters = or after { $n } characters
reading-open-answers = open answers
reading-page = { $n } page
reading-pages = { $n } pages
reading-header-rows = { $n ->
    [one] 1 header row
   *[other] { $n } header rows
}
reading-semicolon = semicolons
reading-tab = tabs
reading-comma = commas
reading-sheet-called = sheet ‘{ $name }’
reading-text-called = text from column ‘{ $name }’
reading-d-m-y = day-month-year
reading-m-d-y = month-day-year
reading-y-m-d = year-month-day
reading-merged-from = merged from { $n } exports
reading-android = Android
reading-iphone = iPhone
reading-web = WhatsApp Web
reading-copied-without-year = copied without year
reading-json = JSON
reading-from-account = from a whole account
reading-chat = chat
reading-saved-messages = saved messages
reading-replies = replies
reading-personal-chat = personal chat
reading-bot-chat = chat with a bot
reading-private-group = private group
reading-private-supergroup = private group
reading-public-supergroup = public group
reading-private-channel = private channel
reading-public-channel = public channel

## What a file held

part-pages = { $n ->
    [one] 1 page
   *[other] { $n } pages
}
part-paragraphs = { $n ->
    [one] 1 paragraph
   *[other] { $n } paragraphs
}
part-turns = { $n ->
    [one] 1 turn
   *[other] { $n } turns
}
part-continuations = { $n ->
    [one] 1 continuation paragraph
   *[other] { $n } continuation paragraphs
}
part-headers = { $n ->
    [one] 1 heading
   *[other] { $n } headings
}
part-notes = { $n ->
    [one] 1 note
   *[other] { $n } notes
}
part-comments = { $n ->
    [one] 1 comment in the margin
   *[other] { $n } comments in the margin
}
part-messages = { $n ->
    [one] 1 message
   *[other] { $n } messages
}
part-notices = { $n ->
    [one] 1 notice of the program
   *[other] { $n } notices of the program
}
part-media = { $n ->
    [one] 1 attachment in place of words
   *[other] { $n } attachments in place of words
}
part-deleted = { $n ->
    [one] 1 deleted message
   *[other] { $n } deleted messages
}
part-calls = { $n ->
    [one] 1 missed call
   *[other] { $n } missed calls
}
part-locations = { $n ->
    [one] 1 location
   *[other] { $n } locations
}
part-edited = { $n ->
    [one] 1 message edited later
   *[other] { $n } messages edited later
}
part-replies = { $n ->
    [one] 1 reply to another message
   *[other] { $n } replies to another message
}
part-forwards = { $n ->
    [one] 1 forwarded message
   *[other] { $n } forwarded messages
}
part-reactions = { $n ->
    [one] 1 message with reactions
   *[other] { $n } messages with reactions
}
part-polls = { $n ->
    [one] 1 poll
   *[other] { $n } polls
}
part-rows = { $n ->
    [one] 1 row
   *[other] { $n } rows
}
part-entries = { $n ->
    [one] 1 entry
   *[other] { $n } entries
}
part-cues = { $n ->
    [one] 1 subtitle
   *[other] { $n } subtitles
}
part-columns = { $n ->
    [one] 1 column
   *[other] { $n } columns
}
part-responses = { $n ->
    [one] filled in once
   *[other] filled in { $n } times
}
part-non-responses = { $n ->
    [one] asked once without answer
   *[other] asked { $n } times without answer
}

change-encoding-guessed = character encoding guessed
change-bytes-unreadable = { $n ->
    [one] 1 unreadable character replaced by �
   *[other] { $n } unreadable characters replaced by �
}
change-invisible-marks = { $n ->
    [one] 1 invisible character taken out
   *[other] { $n } invisible characters taken out
}
change-accents-joined = { $n ->
    [one] 1 letter and accent joined
   *[other] { $n } letters and accents joined
}
change-label-doubtful = { $n ->
    [one] 1 speaker label without a colon, read as continuation
   *[other] { $n } speaker labels without a colon, read as continuation
}
change-header-missing = no column names, columns told from their content
change-label-seen-once = { $n ->
    [one] 1 possible speaker label that occurs only once, read as text
   *[other] { $n } possible speaker labels that occur only once, read as text
}
change-time-stamps = { $n ->
    [one] 1 time stamp taken out of the text and kept with its turn
   *[other] { $n } time stamps taken out of the text and kept with their turns
}
change-records-inside-messages = { $n ->
    [one] 1 line that looks like a message, read as part of one
   *[other] { $n } lines that look like a message, read as part of one
}
change-out-of-order = { $n ->
    [one] 1 message put in order of time
   *[other] { $n } messages put in order of time
}
change-shared-messages = { $n ->
    [one] 1 message that more than one export has, stored once
   *[other] { $n } messages that more than one export has, stored once
}
change-table-rows = { $n ->
    [one] 1 table row written as a line
   *[other] { $n } table rows written as lines
}
change-notes-moved = { $n ->
    [one] 1 note moved to the end
   *[other] { $n } notes moved to the end
}
change-text-boxes = { $n ->
    [one] 1 text box put after its paragraph
   *[other] { $n } text boxes put after their paragraph
}
change-insertions = { $n ->
    [one] 1 tracked insertion taken over
   *[other] { $n } tracked insertions taken over
}
change-cues-joined = { $n ->
    [one] 1 subtitle joined with the one before
   *[other] { $n } subtitles joined with the one before
}
change-cues-split = { $n ->
    [one] 1 stretch with two speakers split
   *[other] { $n } stretches with several speakers split
}
change-cues-reversed = { $n ->
    [one] 1 subtitle that ends before it begins, kept without its end
   *[other] { $n } subtitles that end before they begin, kept without their end
}
change-cues-out-of-order = { $n ->
    [one] 1 subtitle that begins before the one above it, left in its place
   *[other] { $n } subtitles that begin before the one above them, left in their place
}
change-hyphens-mended = { $n ->
    [one] 1 word broken at the end of a line put together
   *[other] { $n } words broken at the end of a line put together
}
change-ligatures-split = { $n ->
    [one] 1 ligature written as letters
   *[other] { $n } ligatures written as letters
}

loss-comments = { $n ->
    [one] 1 comment or highlight without words
   *[other] { $n } comments or highlights without words
}
loss-deletions = { $n ->
    [one] 1 tracked deletion
   *[other] { $n } tracked deletions
}
loss-hidden-text = { $n ->
    [one] 1 piece of hidden text
   *[other] { $n } pieces of hidden text
}
loss-pictures = { $n ->
    [one] 1 picture or other object
   *[other] { $n } pictures and other objects
}
loss-form-answers = { $n ->
    [one] 1 answer in a form field
   *[other] { $n } answers in form fields
}
loss-sheet-text = { $n ->
    [one] 1 line of the sheet itself
   *[other] { $n } lines of the sheet itself
}
loss-page-headers = { $n ->
    [one] 1 page header or footer
   *[other] { $n } page headers and footers
}
loss-symbols = { $n ->
    [one] 1 symbol without a known meaning
   *[other] { $n } symbols without a known meaning
}
loss-too-deep = { $n ->
    [one] 1 part nested too deeply
   *[other] { $n } parts nested too deeply
}
loss-empty-messages = { $n ->
    [one] 1 message without words
   *[other] { $n } messages without words
}
loss-broken-messages = { $n ->
    [one] 1 unreadable message
   *[other] { $n } unreadable messages
}
loss-other-chats = { $n ->
    [one] 1 other chat in the same file
   *[other] { $n } other chats in the same file
}
loss-attachments = { $n ->
    [one] 1 other file in the archive
   *[other] { $n } other files in the archive
}
loss-broken-rows = { $n ->
    [one] 1 row with too many or too few cells
   *[other] { $n } rows with too many or too few cells
}
loss-empty-rows = { $n ->
    [one] 1 row without text
   *[other] { $n } rows without text
}
loss-columns = { $n ->
    [one] 1 column that is neither text, date, time nor writer
   *[other] { $n } columns that are neither text, date, time nor writer
}
loss-sheets = { $n ->
    [one] 1 other sheet of the workbook
   *[other] { $n } other sheets of the workbook
}
loss-title-rows = { $n ->
    [one] 1 row above the column names
   *[other] { $n } rows above the column names
}
loss-personal-columns = { $n ->
    [one] 1 column with personal data
   *[other] { $n } columns with personal data
}
loss-unused-columns = { $n ->
    [one] 1 column that is not used
   *[other] { $n } columns that are not used
}
loss-error-cells = { $n ->
    [one] 1 cell with an error in place of a value
   *[other] { $n } cells with an error in place of a value
}
loss-broken-cues = { $n ->
    [one] 1 subtitle without readable times
   *[other] { $n } subtitles without readable times
}
loss-empty-cues = { $n ->
    [one] 1 subtitle without words
   *[other] { $n } subtitles without words
}
loss-repeated-cues = { $n ->
    [one] 1 subtitle that repeats the one before
   *[other] { $n } subtitles that repeat the one before
}
loss-repeated-lines = { $n ->
    [one] 1 line that was already in the subtitle before
   *[other] { $n } lines that were already in the subtitle before
}
loss-cue-notes = { $n ->
    [one] 1 note between subtitles
   *[other] { $n } notes between subtitles
}
loss-cue-styles = { $n ->
    [one] 1 block about the look of subtitles
   *[other] { $n } blocks about the look of subtitles
}
loss-cue-tags = { $n ->
    [one] 1 formatting tag in subtitles
   *[other] { $n } formatting tags in subtitles
}

## Coding

code-one = { $coder } coded `{ $code }` in { $source }
code-many = { $n ->
    [0] No coding added
    [one] 1 coding added
   *[other] { $n } codings added, in { $sources ->
        [one] 1 source
       *[other] { $sources } sources
    }
}
code-changed = { $n ->
    [one] 1 coding that was there already changed
   *[other] { $n } codings that were there already changed
}
code-already = { $n ->
    [one] 1 coding was there already.
   *[other] { $n } codings were there already.
}
code-refused = { $n ->
    [one] 1 coding was not added; the reason stands above.
   *[other] { $n } codings were not added; the reasons stand above.
}

## Checking, status, undo

check-summary = { $errors ->
    [0] no errors
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $notes ->
    [0] no notes
    [one] 1 note
   *[other] { $notes } notes
}
status-coders = codings per coder
status-hash = data hash
status-case = case
status-codings = codings
status-uncoded = uncoded
undo-done = Taken back: { $command } ({ $n ->
    [one] 1 file
   *[other] { $n } files
})

## Tables, figures, report, everything

cell-title = { $cell }: { $n ->
    [0] no passages
    [one] 1 passage
   *[other] { $n } passages
}
cell-whole-source = (whole source)
figure-pages = { $n ->
    [one] 1 page
   *[other] { $n } pages
}
report-set-aside = Somebody worked on the earlier document; it is now { $file }
report-written = Report written: { $file }
run-refused = Not made: { $reason }
run-figure = figure { $name }
run-figure-of = { $figure } of { $ids }{ $more ->
    [0] {""}
    [one] {" "}and 1 other
   *[other] {" "}and { $more } others
}
run-report = report { $name }
run-not-applicable = Does not apply to this study: { $name } ({ $reason })
tables-unread = tables.toml cannot be read (completely); `draad check` says where.
run-made = { $n ->
    [one] 1 file
   *[other] { $n } files
} in { $folder }: { $written ->
    [0] none of them had to change
   *[other] { $written } new or changed
}
run-unwritten-more = { $n ->
    [one] And 1 more file could not be written.
   *[other] And { $n } more files could not be written.
}
run-current = Everything is up to date: { $n ->
    [one] 1 file
   *[other] { $n } files
} in { $folder }

## Demo

demo-start = The example study “Gedeeld opvoederschap” goes into { $folder }. All people in it are invented; its texts are in Dutch.
demo-step-write = written: { $files } files
demo-step-check = checked: { $problems }
demo-step-index = made searchable: { $units } units
demo-step-run = made: { $files } files: tables, figures and reports
demo-held = { $cases } cases, { $sources } sources, { $words } words; { $codings } codings by { $coders } coders.
demo-contrast = Largest difference: “{ $factor }” occurs in { $k1 } of { $n1 } { $group1 } cases and in { $k2 } of { $n2 } { $group2 } cases.
demo-tension = Most often contradictory: “{ $factor }” both promotes and hinders in { $k } of { $n } cases.
demo-files = Report: { $report } (open it in a browser) · tables and figures: { $output }
demo-next = Try now: cd { $folder } && draad search vertrouwen --role parent && draad table --cell { $cell } && draad table tensions --by role --limit 3

