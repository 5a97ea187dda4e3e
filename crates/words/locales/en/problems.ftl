# What can be wrong, with the next step: one message per variant of `Problem`, in the same order.
# `has-<field>` is 0 when the field is empty, else 1.

## The folder and its files

no-study-here = There is no study in { $folder } or the folders above it.
    .help = Go to the folder of your study, name it with --study, or start one with `draad new`.
study-exists = There is already a study in { $folder }.
    .help = Choose another folder, or go on with the study that is there.
folder-not-empty = The folder { $folder } is not empty.
    .help = Choose a new or empty folder, so that nothing is overwritten.
cannot-read = { $reason ->
        [not-found] This file or folder does not exist
        [not-allowed] You may not read this
        [a-folder] This is a folder and not a file
        [not-a-folder] Part of this path is a file and not a folder
        [bad-name] This name cannot be a file here
        [in-use] Another program is using this
       *[other] This cannot be read: { $reason }
    }.
    .help = { $reason ->
        [not-found] Check the name and the folder you are in.
        [a-folder] Name the files in the folder.
       *[other] Check that you may open the file and that no other program has it open.
    }
cannot-write = { $reason ->
        [not-found] This cannot be written: the folder does not exist
        [not-allowed] You may not write here
        [a-folder] This cannot be written: there is a folder of this name
        [not-a-folder] This cannot be written: there is a file where a folder has to come
        [bad-name] This cannot be written: the path leaves the folder it belongs in, or the name is not possible
        [in-use] This cannot be written: another program is using the file
       *[other] This cannot be written: { $reason }
    }.
    .help = Check that you may write in this folder and that no other program has the file open. Nothing of this file has changed.
name-taken-in-other-spelling = `{ $name }` exists already, spelt `{ $existing }`; on Windows and macOS that is the same name.
    .help = Use `{ $existing }`, or choose a name that differs in more than capitals or accents.
disk-full = The disk is full; this file is as it was.
    .help = Free some space and try again.
study-locked = { $holder } is working on this study right now with `{ $command }`, since { $since }.
    .help = Wait until that command is done, or close the program that holds the study, and try again.
format-too-new = This study has folder format { $format }; this version of draad knows formats up to { $known }.
    .help = Install a newer version of draad. Nothing has changed.
file-has-errors = { $n-errors ->
        [one] This file holds something that draad has not read and that rewriting would lose
       *[other] This file holds { $n-errors } things that draad has not read and that rewriting would lose
    }; it therefore stays as it is.
    .help = See with `draad check` what it is, mend the file, then give the command again.
nothing-to-undo = There is no change to undo.
    .help = Only changes that draad itself has made can be undone.
undo-would-lose = { $n-files ->
        [one] Since the last change one file has
       *[other] Since the last change { $n-files } files have
    } been edited outside draad ({ $files }); undoing would wipe out that work.
    .help = Let the change stand, or first take back your own edits in that file (keep a copy) and give the command again.
interrupted-change-undone = The command `{ $command }` was interrupted half-way and has been undone.
    .help = Give the command again if you still want the change.

## Reading tables and settings

not-utf8 = This file is not UTF-8; it was read as { $encoding }.
    .help = Check that letters such as é and ë are right, and save the file as UTF-8.
bytes-unreadable = { $n ->
        [one] Here is a character that cannot
       *[other] Here is the first of { $n } characters that cannot
    } be read in this UTF-8 file; the text has � in its place.
    .help = Search the text for �, mend the original and save it as UTF-8.
settings-invalid = The settings cannot be read: { $reason }.
    .help = Mend this line of study.toml.
tables-invalid = The study's own tables cannot be read here: { $reason }.
    .help = Correct tables.toml at this place; a field is named as the option of `draad table`, `associate`, `qca` or `agree`, with _ in place of -.
table-field-unknown = A table of the study's own has no field `{ $field }`.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Did you mean `{ $nearest }`?
    }
    .help = Remove the field, or choose from: { $known }. Part and form are chosen when the table is asked for, with --part and --format.
table-field-unfit = The table `{ $table }` has no field `{ $field }`.
    .help = Remove `{ $field }` in tables.toml, or choose at `table` one that has it: { $tables }.
table-field-value-unknown = `{ $value }` cannot stand in the field `{ $field }`{ $has-known ->
        [0] {""}
       *[other] {""}; known: { $known }
    }.
    .help = Choose one of these values in tables.toml.
table-field-outside = `{ $value }` cannot stand in the field `{ $field }`.
    .help = { $range ->
        [from-one] Choose a whole number from 1.
        [share] Choose a value from 0 to 1.
        [between-shares] Choose a value between 0 and 1, such as 0.95.
        [upper-half] Choose a value between 0.5 and 1, such as 0.95.
       *[other] Choose another value.
    }
table-field-too-large = `{ $value }` cannot stand in the field `{ $field }`.
    .help = Choose a value from 0 to { $most } in tables.toml.
route-invalid = The route cannot be read here: { $reason }.
    .help = Correct route.toml at this place; `[[phase]]` has phase and goals, `[[actor]]` role and label, `[[conversation]]` name, label, phase, actors, times_per_year and events.
design-invalid = The design of the study cannot be read here: { $reason }.
    .help = Correct design.toml at this place; `[[phase]]` has name, label and question, `[[method]]` name, label, phase and heard (with role or label, and n).
table-name-taken = A table of the study cannot be called `{ $name }`: `draad run` already makes a file that is called so or begins so.
    .help = Give the table another name in tables.toml, such as table-2; other capitals are not enough.
conditions-invalid = The conditions cannot be read here: { $reason }.
    .help = Correct conditions.toml at this place: each condition begins with [[condition]] and has a name (letters, digits, _ and -) and a method: presence, crisp, direct, linear, scores or levels.
condition-name-taken = A condition cannot be called `{ $condition }`: there is a code or attribute with that name already, and nobody could tell which of the two is meant.
    .help = Give the condition another name in conditions.toml, such as { $condition }_much.
condition-invalid = The condition `{ $condition }` cannot be computed: { $reason ->
        [source-unclear] it names a code and an attribute
        [source-missing] it does not say what it rests on
        [field-unused] this method has no use for `{ $field }`
        [measure-missing] it does not say what is measured of the code
        [attribute-unfit] an attribute of type { $detail } does not fit this method
        [level-missing] it does not say which values of the attribute count as present
        [level-unknown] the attribute has no value `{ $detail }`
        [levels-incomplete] `level` does not hold each value of the attribute exactly once
        [threshold-missing] there is no threshold
        [thresholds-unordered] the thresholds do not ascend ({ $detail } is not above the one before it)
        [anchor-missing] the anchor `{ $field }` is missing
        [anchors-unordered] the anchors do not run in one direction, or two are the same
        [number-invalid] `{ $field }` is no finite number ({ $detail })
        [degree-invalid] `degree` is { $detail } and has to be between 0.5 and 1
        [values-missing] there are no two values to give
        [value-outside] the value { $detail } is not between 0 and 1
        [value-half] a value of exactly .5 says that a case is neither in nor out, and such a case belongs in no row of a truth table
        [value-twice] the value { $detail } stands there twice
        [definition-missing] it does not say when the value { $detail } is given
       *[other] `{ $field }` is not right
    }.
    .help = { $reason ->
        [source-unclear] Leave one of the two.
        [source-missing] Add a `code` or an `attribute`, or choose `method = "scores"` if people give the values.
        [field-unused] Take `{ $field }` out, or choose another method.
        [measure-missing] Add `measure`: passages, sources, chars or coverage.
        [attribute-unfit] Use presence with yes-no and choice, levels with choice, and crisp, direct or linear with integer and number.
        [level-missing] Add `level`, with the values for which the case is in.
        [level-unknown] Correct the name; the values stand with the attribute in study.toml.
        [levels-incomplete] Put all values in their order from 0 up, or leave `level` out: then the order of study.toml holds.
        [threshold-missing] Add `threshold`: from that value on a case is in.
        [thresholds-unordered] Put the thresholds from low to high.
        [anchor-missing] Give `exclusion` (fully out), `crossover` (neither in nor out) and `inclusion` (fully in).
        [anchors-unordered] Put `crossover` between `exclusion` and `inclusion`; descending is fine.
        [number-invalid] Give an ordinary number.
        [degree-invalid] Leave `degree` out for .95, as in the R package QCA, or choose something between 0.5 and 1.
        [values-missing] Write each value out under [[condition.value]], with `value` and `definition`.
        [value-outside] Choose values from 0 (out) to 1 (in), such as 0, 0.33, 0.67 and 1.
        [value-half] Choose to which side it leans, for example 0.33 or 0.67, and describe when that is so.
        [value-twice] Keep one of the two.
        [definition-missing] Write in `definition` what has to be true of a case for it to get this value.
       *[other] Correct the condition in conditions.toml.
    }
queries-invalid = The saved queries cannot be read here: { $reason }.
    .help = Mend this line of queries.toml: each query begins with [[query]] and has a name and a text, and if you like a label and a note.
front-matter-invalid = The block between the dashes at the top of this file cannot be read: { $reason }.
    .help = Mend the block; compare it with a memo or finding that can be read.
column-missing = The column `{ $column }` is missing.
    .help = Add the column to the first line of the file, or correct its name.
key-column-missing = The column `{ $column }` is missing.
    .help = Give the column that says who or what each row is about one of these names: { $headings }.
column-unknown = The column `{ $column }` is not known here and is not read; while it is there, draad does not rewrite this file.
    .help = Correct the name of the column, or keep the column in a file of your own and remove it here.
wrong-number-of-cells = This row has { $found ->
        [one] one cell
       *[other] { $found } cells
    } instead of { $expected }.
    .help = Check the separators in this row; put a value that contains a comma between quotation marks.
quotation-mark-open = A quotation mark in this row is never closed.
    .help = Close the quotation mark, or double it ("") if it belongs to the text.
value-missing = A value is missing in the column `{ $column }`.
    .help = Fill in the cell.
value-invalid = The value `{ $value }` does not fit here; { $expected ->
        [date] write the date as 3-4-2024 (day first) or 2024-04-03
       *[other] expected: { $expected }
    }.
    .help = Correct the value. If the row has more such values, check whether a column has shifted.
id-invalid = `{ $id }` cannot be a name.
    .help = Choose a name without / \ : ; , * ? " < > |, without a space at either end, of at most 100 characters, and not a word that Windows keeps for itself, such as con, nul or aux.
duplicate-id = `{ $id }` stands here for the second time; the first is on line { $first-line }, and that one counts.
    .help = Give this row another name, or remove the row.

## References

unknown-case = The case `{ $case }` is not in cases.csv.
    .help = Correct the name, or add the case to cases.csv.
unknown-participant = The participant `{ $participant }` is not in participants.csv.
    .help = Correct the name, or add the participant to participants.csv.
unknown-role = The role `{ $role }` is not in the settings{ $has-known ->
        [0] {""}
       *[other] {""} (known: { $known })
    }.
    .help = Correct the name, or add the role under `roles` in study.toml.
unknown-kind = The kind `{ $kind }` is not in the settings{ $has-known ->
        [0] {""}
       *[other] {""} (known: { $known })
    }.
    .help = Correct the name, or add the kind under `kinds` in study.toml.
unknown-phase = The phase `{ $phase }` is not in the settings{ $has-known ->
        [0] {""}
       *[other] {""} (known: { $known })
    }.
    .help = Correct the name, or add the phase under `phases` in study.toml.
unknown-level = The level `{ $level }` is not in the settings{ $has-known ->
        [0] {""}
       *[other] {""} (known: { $known })
    }.
    .help = Correct the name, or add the level under `levels` in study.toml.
unknown-source = The source `{ $source }` is not in sources.csv.{ $has-nearest ->
        [0] {""}
       *[other] {""} Did you mean `{ $nearest }`?
    }
    .help = Correct the name, or bring the source in with `draad import`.
unknown-code = The code `{ $code }` is not in the codebook.{ $has-nearest ->
        [0] {""}
       *[other] {""} Do you mean `{ $nearest }`?
    }
    .help = Correct the name of the code, or add the code to codebook.csv.
unknown-code-repeated = The code `{ $code }` is not in the codebook; { $n-codings ->
        [one] one coding
       *[other] { $n-codings } codings
    } in this file therefore { $n-codings ->
        [one] does
       *[other] do
    } not count.{ $has-nearest ->
        [0] {""}
       *[other] {""} Did you mean `{ $nearest }`?
    }
    .help = Correct the name of the code in all these rows, or add the code to codebook.csv.
unknown-parent = The parent code `{ $parent }` is not in the codebook.
    .help = Correct the name in the column `parent`, or add the code to codebook.csv.
unknown-finding = The finding `{ $finding }` does not exist.{ $has-nearest ->
        [0] {""}
       *[other] {""} Do you mean `{ $nearest }`?
    }
    .help = Correct the name; a finding has a file findings/{ $finding }.md.
finding-part-unknown = `{ $part }` is no part of a theme.
    .help = Write visible (what became visible), tension (field of tension) or lead, or leave it empty.
panel-verdict-unknown = `{ $verdict }` is no verdict; it stays as it is and does not count.{ $has-nearest ->
        [0] {""}
       *[other] {""} Do you mean `{ $nearest }`?
    }
    .help = Write agrees, nuances or rejects, and put the rest in the column remark.
panel-verdict-repeated = `{ $respondent }` says something of `{ $finding }` again further on; the last counts.
    .help = Take out the line that no longer holds.
unknown-attribute = The attribute `{ $attribute }` is not in the settings{ $has-known ->
        [0] {""}
       *[other] {""} (known: { $known })
    }.
    .help = Correct the name, or add the attribute under `attributes` in study.toml.
unknown-coder = The coder `{ $coder }` does not occur in this study{ $has-known ->
        [0] {""}
       *[other] {""} (known: { $known })
    }.
    .help = Correct the name, or add the coder under `coders` in study.toml.
unknown-event = The study has no event of the kind `{ $event }`{ $has-known ->
        [0] : events.csv is empty
       *[other] {""} (known: { $known })
    }.
    .help = Choose one of these kinds, or put the event in events.csv.
unknown-query = There is no saved query `{ $query }`{ $has-known ->
        [0] {""}; none has been saved yet.
       *[other] {""} (known: { $known }).{ $has-nearest ->
            [0] {""}
           *[other] {""} Do you mean `{ $nearest }`?
        }
    }
    .help = Correct the name; `draad queries` shows all saved queries.
unknown-condition = There is no condition `{ $condition }`{ $has-nearest ->
        [0] .
       *[other] . Do you mean `{ $nearest }`?
    }
    .help = Correct the name, or add the condition to conditions.toml; `draad calibrate` shows all conditions.
case-listed-twice = The case `{ $case }` stands here twice; it counts once.
    .help = Leave the case in once.
case-not-of-source = A part of the source `{ $source }` is given to case `{ $case }`, which is not a case of that source.
    .help = Add the case to the column `cases` of the source in sources.csv, or remove the line; until then the part does not count.
circle-in-codebook = These codes stand under each other in a circle: { $path }.
    .help = Empty the column `parent` of one of these codes, or fill in another code.
heading-coded = `{ $code }` is a heading in the codebook; nothing is coded with a heading.
    .help = Choose a code under this heading, or give the code another kind in codebook.csv.
unknown-reference = There is no work with the key `{ $key }` in references.bib.{ $has-nearest ->
        [0] {""}
       *[other] {""} Did you mean `{ $nearest }`?
    }
    .help = Correct the key, or put the work into references.bib. If it is a name and cites nothing, write \@ instead of @.

## Literature

references-invalid = { $has-key ->
        [0] A work
       *[other] The work `{ $key }`
    } cannot be read: { $reason ->
        [not-closed] a brace or quotation mark is never closed
        [sign-missing] { $detail } is expected here, or stands where it does not fit
        [name-missing] the name of a field or kind is missing here, or something stands here that is no name
        [abbreviation-unknown] `{ $detail }` has no braces, and is neither a number nor an abbreviation that the file explains
        [command-invalid] a command of TeX is not complete here
        [circle] it takes over fields from a work that in turn takes over from it
       *[cross-reference] a field that it takes over from another work is unreadable
    }. The other works were read.
    .help = { $reason ->
        [not-closed] Look for the brace that is missing in this work: every { "{" } needs a { "}" }.
        [sign-missing] Look at this line and the one above: a comma stands after every field, an equals sign after every name of a field.
        [name-missing] Look at this line and the one above: a field looks like title = { "{…}" }, with a comma after it.
        [abbreviation-unknown] Put the value between braces, or explain the abbreviation with @string.
        [command-invalid] Complete the command, or write the letter itself: é instead of \'e.
        [circle] Remove one of the fields crossref or xdata.
       *[cross-reference] Correct the work that crossref or xdata names.
    }
reference-key-invalid = The key `{ $key }` cannot be used to cite by. The work is left out.
    .help = Choose a key without spaces and without , ; @ [ ] and braces, such as jansen2019.
reference-field-unread = The field `{ $field }` of the work `{ $key }` is not understood: { $value }. The reference lacks it.
    .help = Write it like this: { $expected }
reference-without-title = The work `{ $key }` has no title.
    .help = Give it one in references.bib: title = { "{…}" }.
no-literature = No code in codebook.csv names a work from references.bib.
    .help = Put the works into references.bib, and their keys beside the codes, in the column `references` of codebook.csv, with ; between them.
references-not-cited = { $n ->
        [one] One work in references.bib is cited nowhere: { $keys }.
       *[other] { $n } works in references.bib are cited nowhere: { $keys }{ $more ->
            [0] {""}
           *[other] {""} and { $more } more
        }.
    }
    .help = That is fine. Cite a work in the column `references` of codebook.csv, above a finding, or with [@key] in a text; only then is it in the list of references.

## Sources, units and codings

source-file-missing = The text file of the source `{ $source }` is missing.
    .help = Put back sources/{ $source }.txt, for example from a backup, or import the source again.
source-empty = The source `{ $source }` has no text.
    .help = Import the source again from the original file, or remove its row from sources.csv.
source-not-normalised = The text of the source `{ $source }` is not stored as it should be (UTF-8, NFC, LF line ends).
    .help = Import the source again with `draad import`; do not edit the stored text by hand.
source-changed = The text of the source `{ $source }` has changed since it was imported; units and codings can stand in the wrong place.
    .help = Put sources/{ $source }.txt back as it was, from a backup for example, or import the new text under another name (`draad import` with --name).
source-read-as-imported = The text of the source `{ $source }` stands on disk with other line ends or accents than when it was imported; draad reads it as it was, so all positions are right.
    .help = Store the text with line ends LF and without a byte order mark; if you use git, put `sources/*.txt -text` into .gitattributes.
source-without-case = The source `{ $source }` belongs to no case and therefore counts in no table by case.
    .help = Fill in the column `cases` in sources.csv.
span-past-end = The position { $start }–{ $end } lies outside the text, which is { $length ->
        [one] one character
       *[other] { $length } characters
    } long.
    .help = Correct the position, or code the passage again by its quote.
span-empty = The position { $start }–{ $end } contains no text.
    .help = Let the end come after the start.
units-overlap = This unit overlaps the unit on line { $other-line }.
    .help = Let the unit start no earlier than where the other ends.
speaker-ambiguous = The speaker label `{ $label }` can be more than one participant: { $candidates }.
    .help = Fill in the participant in the column `speaker`, or make the labels in participants.csv differ within a case.
speaker-unknown = The speaker label `{ $label }` ({ $n-units ->
        [one] one unit
       *[other] { $n-units } units
    }{ $n-sources ->
        [one] {""}
       *[other] {" "}in { $n-sources } sources
    }) belongs to no participant.
    .help = Add the label to the column `labels` of the right participant in participants.csv.
quote-moved = The quote no longer stands at position { $from } but at { $to }; the coding has moved along.
    .help = Check that the passage is still right; the new position is recorded when the file is next saved.
quote-missing = The quote “{ $quote }” is not in the source `{ $source }`.
    .help = Restore the source text, or code the passage again.
quote-ambiguous = The quote “{ $quote }” occurs { $n-matches } times in the source `{ $source }`{ $has-candidates ->
        [0] {""}
       *[other] {""}: { $candidates }
    }.
    .help = Make the quote longer, so that it fits one place only, or give the position (with --at, or in the column `at` of a table).
quote-empty = No quote was given.
    .help = Give the words that are coded; by them the passage is found again when the text shifts.
quote-not-found = The quote “{ $quote }” does not stand like this in the source `{ $source }`.
    .help = Take the words over as they stand in the source, capitals and punctuation included; `draad search` finds them.
quote-elsewhere = The quote “{ $quote }” does not stand at position { $at } of the source `{ $source }`, but here: { $candidates }
    .help = Give one of these positions, with --at or in the column `at` of a table.
same-coding-twice = This coder has coded the same passage with the same code already, on line { $other-line }.
    .help = Remove one of the two rows; the passage is counted once.
coding-without-valence = The factor `{ $code }` has no valence in the codebook, nor has this coding: it does not enter the balance.
    .help = Give --valence promoting, hindering or ambivalent, or fill in the column `valence` of codebook.csv.
theme-with-valence = The code `{ $code }` is not a factor and therefore has no valence.
    .help = Leave out the valence, or make the code a factor in codebook.csv.
phases-overlap = In case `{ $case }` the phase `{ $phase }` overlaps the phase `{ $other }`.
    .help = Let one phase start on the day after the other has ended.
participant-in-two-roles = `{ $name }` occurs in the same case in two roles: { $roles }.
    .help = Check whether this is the same person; if not, give the two different labels.
case-without-sources = The case `{ $case }` has no source at all.
    .help = Bring in material with `draad import`, or fill in the column `cases` in sources.csv.

## Importing material

format-unknown = This file cannot be recognised: { $seen }.
    .help = Save it as .docx, .odt, .rtf, .pdf, .html, .txt, .md, .csv, .xlsx, .vtt or .srt, or as the export of a chat (.txt, .zip or .json), and try again.
sound-or-picture = Sound and pictures are not read by draad: { $seen }.
    .help = Make a transcript first, and import that.
native-project = This is a project file of { $program ->
        [nvivo] NVivo
        [atlas-ti] ATLAS.ti
        [maxqda] MAXQDA
        [quirkos] Quirkos
        [f4-analyse] f4analyse
        [transana] Transana
       *[other] another program
    } itself. Only that program can open such files.
    .help = { $program ->
        [nvivo] Open the project in NVivo and export it: on Windows by Share › Export Project › REFI-QDA Project, on a Mac by File › Export Project. Then import the .qdpx file.
        [atlas-ti] Open the project in ATLAS.ti and export it by File › Export, as a REFI-QDA project (QDPX). Then import the .qdpx file. ATLAS.ti 7 and older cannot do this: open the project in a newer version first.
        [maxqda] Open the project in MAXQDA 2020 or newer and export it as a REFI-QDA project (ribbon tab Reports, Export). Then import the .qdpx file. A table of coded segments (retrieved segments, as Excel) will do as well.
        [quirkos] Open the project in Quirkos and export it as QDPX (REFI-QDA). Then import the .qdpx file.
        [f4-analyse] Open the project in f4analyse and export it as REFI-QDA (.qdpx). Then import that file.
        [transana] Open the project in Transana and export it as REFI-QDA (.qdpx or .qde). Then import that file.
       *[other] Export the project from that program as REFI-QDA (.qdpx), and import that file.
    }
mark-kept-as-text = `{ $mark }` looks like a code but is none; it stays text.
    .help = If it is a code, write it in letters, digits and underscores, without spaces, and import the file again.
mark-not-closed = The mark `{ $mark }` is never closed; it stays text.
    .help = Put the closing mark after the passage, with a slash before the name, and import the file again.
mark-not-opened = The closing mark `{ $mark }` belongs to no mark before it; it stays text.
    .help = Put a mark with exactly the same name before the passage, and import the file again.
block-unreadable = This block of data is no valid YAML and is not read: { $reason }.
    .help = Correct the block (mind the indentation), and import the file again.
file-empty = This file is empty.
    .help = Check that you chose the right file and that it was copied completely.
not-a-zip = This is not a usable zip file: { $reason }.
    .help = Make or download the file again.
zip-unsafe-name = The zip file contains a name that points outside its folder (`{ $name }`) and is not unpacked.
    .help = Do not trust this file; ask the sender for a new export.
zip-too-large = Unpacked, this file takes { $size } bytes; the limit is { $limit } bytes.
    .help = Import the parts one by one, without pictures and films.
zip-too-many-files = This zip file holds { $n } files; the limit is { $limit }.
    .help = Unpack it yourself and import only the files that you need.
zip-without-chat = There is no chat in this zip file.
    .help = Use the zip file that WhatsApp gives for “Export chat”, or import the file with the chat itself.
not-a-chat = This file is not a chat, so it cannot be merged with others.
    .help = Merge only exports of the same chat, and import this file by itself.
export-shares-nothing = Not one message of this export occurs in another one.
    .help = Check that these are exports of the same chat, and that each label says who it is.
chat-not-chosen = This file holds more than one chat: { $known }.
    .help = Give the name or number of the chat with --chat, or export only this chat from Telegram.
chat-as-web-page = This is a chat as a web page, in which messages cannot be told apart reliably.
    .help = { $program ->
        [telegram] Export the chat from Telegram Desktop again with the format “JSON”, and import result.json.
       *[other] Import chat.md instead, from the same folder.
    }
docx-invalid = This Word document cannot be read: { $reason }.
    .help = Open it in Word or LibreOffice, save it again as .docx and try once more.
docx-protected = This Word document is protected with a password.
    .help = Remove the password in Word and save the document again.
document-invalid = This document cannot be read: { $reason }.
    .help = Open it in LibreOffice or Word, save it as .docx and try once more.
document-protected = This document is protected with a password.
    .help = Remove the password in LibreOffice and save the document again.
workbook-invalid = This workbook cannot be read: { $reason }.
    .help = Open the file in Excel or LibreOffice, save it again as .xlsx or .csv, and try once more.
workbook-protected = This workbook is protected with a password.
    .help = Remove the password in Excel or LibreOffice and save the workbook again.
sheet-too-large = This table is too large: at most { $limit } cells fit, empty cells before the last one included.
    .help = Delete what stands far outside the table, or divide the table over several files.
sheet-unknown = This workbook has no sheet called `{ $name }`{ $has-known ->
        [0] {""}
       *[other] {""} (there is: { $known })
    }.
    .help = Name a sheet of this workbook with --sheet.
records-unclear = The columns do not tell what this table holds: { $columns }.
    .help = Say what it is with --use cases, participants, events or scores, or give the columns the names of cases.csv, participants.csv, events.csv or scores.csv.
attributes-unlisted = This table has attributes that study.toml does not list: { $attributes }.
    .help = Put them under `attributes` in study.toml, or have them added with --new-attributes.
answers-differ = The column `{ $column }` has different answers for the case `{ $case }`: { $answers }. An attribute has one.
    .help = Make this column a score or an open answer in the list of columns, or correct the answers.
answers-coded = The answers in the source `{ $source }` have changed, but it has been coded or written about; the source is as it was.
    .help = Import the new answers from a file with another name, or first remove what refers to the source.
pdf-invalid = This PDF cannot be read: { $reason }.
    .help = Open the file in a PDF viewer, print it to PDF again and try once more; or import the original document.
pdf-protected = This PDF is protected with a password.
    .help = Remove the password in a PDF program and save the file again, or import the original document.
pdf-too-large = Unpacked, this PDF is larger or more complicated than a document of text ever is, and was not read.
    .help = Split the file, or import the original document. If it comes from a stranger, do not trust it.
pdf-scanned = This PDF is a scan: { $n-pages ->
        [one] there is no text in it
       *[other] { $n-scanned } of its { $n-pages } pages { $n-scanned ->
            [one] is a picture
           *[other] are pictures
        } of text, without any letters
    }.
    .help = Import the original document, or let a program for text recognition (OCR) make text of it first.
pdf-without-text = There is no text in this PDF that can be read: its letters are drawings or have no known meaning.
    .help = Import the original document, or let a program for text recognition (OCR) make text of it first.
pdf-pages-scanned = These pages hold a large picture and hardly any text: { $pages }. If they were scanned, their words are missing.
    .help = Look at those pages; if needed, let a program for text recognition (OCR) make text of them and import the file again.
pdf-pages-unreadable = Not everything on these pages could be read: { $pages } ({ $reason }).
    .help = Compare those pages with the original, or print the PDF to PDF again and import that file.
pdf-letters-unknown = { $n-letters ->
        [one] 1 letter has no known meaning in this PDF and stands
       *[other] { $n-letters } letters have no known meaning in this PDF and stand
    } in the text as “�”, on page { $pages }.
    .help = Compare those pages with the original, or import the original document.
pdf-layout-guessed = A PDF does not say where a paragraph begins; the paragraphs were told from the layout.
    .help = Compare some pages with the original. If you still have the Word document, import that instead.
label-seen-once = `{ $label }` occurs once as a speaker label; the words after it now stand under the speaker before or, ahead of the first turn, under nobody.
    .help = Is it a speaker? Take the import back with `draad undo`. Then import the material again with --speaker "{ $label }", or with a map (`draad import --plan`) that has the label in the column `speakers`.
labels-are-headings = These words come in the same order over and over, as on a form: { $labels }. They were read as headings, not as speakers.
    .help = Are they speakers after all? Undo the import with `draad undo` and name them with --speaker.
time-stamp-runs-back = The time stamp { $stamp } lies before the one above it, { $before }.
    .help = Listen to the place again and correct the time stamp; if this file holds two recordings, make it two files.
time-stamps-kept = { $n ->
        [one] 1 time was
       *[other] { $n } times were
    } left in the text: from { $stamp } on they run back, so they may be times on a clock.
    .help = Are they time stamps of the recording? Correct the one that runs back, or write hours too, as in [00:12:34].
no-turns-found = No speakers can be recognised in this file; its paragraphs were taken as units.
    .help = Start each turn on a new line with a name and a colon if you want to count by speaker.
date-order-unclear = Dates such as `{ $example }` do not show whether the day or the month comes first.
    .help = State the order with --dates dmy, --dates mdy or --dates ymd.
date-order-assumed = The dates were read as { $order }; the file itself allows another order as well.
    .help = Compare some dates with the original, and state the order with --dates dmy, mdy or ymd if they are wrong.
year-missing = { $n ->
        [one] One message has a date without a year and therefore
       *[other] { $n } messages have a date without a year and therefore
    } no time.
    .help = Export the chat from WhatsApp with “Export chat” instead of copying it, or add the year to the text.
record-unreadable = This part could not be read and was left out: { $reason }.
    .help = Mend the part in the original file and import that again.
no-cues = There are no subtitles in this file.
    .help = Check that you chose the right file and that somebody speaks in the recording.
no-cue-readable = Not one subtitle in this file can be read; the first fault is here: `{ $seen }`.
    .help = Put a line such as 00:01:02.500 --> 00:01:05.000 above each subtitle, or export the file again as .vtt or .srt.
cue-times-invalid = The times of this subtitle cannot be read, so it was left out: `{ $seen }`.
    .help = Write the times as 00:01:02.500 --> 00:01:05.000 and import the file again.
cue-without-times = These words were left out, for no line with times stands above them: `{ $seen }`.
    .help = Put a line such as 00:01:02.500 --> 00:01:05.000 above them and import the file again.
cue-without-words = This subtitle has times but no words and was left out.
    .help = Listen to the recording here if you miss words.
cue-ends-before-start = This subtitle ends ({ $end }) before it begins ({ $start }); only its beginning was kept.
    .help = Mend the end in the original file if you need it.
cue-out-of-order = This subtitle begins ({ $start }) before the one above it ({ $before }); the order of the file was kept.
    .help = Listen to the recording here: if two people speak at once, all is well.
vtt-header-missing = The first line of this file is not WEBVTT; the subtitles were read all the same.
    .help = Check that the beginning of the file is not missing.
json-invalid = This JSON file cannot be read: { $reason }.
    .help = Export or copy the file again; it is probably incomplete.
text-column-not-found = It is not clear which column holds the text; the columns are: { $columns }.
    .help = Name the column with the text with --text-column.
already-imported = This file has been imported already, as source `{ $source }`.
    .help = Leave it out. If the source was imported wrongly and that was your last change, take it back with `draad undo`.
source-exists = There is already a source called `{ $source }`.
    .help = Give the new source another name with --name.
corrected-version = The source `{ $source }` came from a file of this name; this is another version of it.
    .help = Give --replace to put it in the place of that source: its codings go along with their words. If it is something else, give it another name with --name.
codings-unanchored = { $n-codings ->
        [one] 1 coding waits
       *[other] { $n-codings } codings wait
    } for a place: the words are not in the text of the source, or in several places.
    .help = Put the words as they now are into the column `quote` of { $file }, give the table to `draad code --import { $file }`, and remove it.
same-file-twice = This file has the same content as the one that source `{ $source }` is made of.
    .help = Leave one of them out.
same-text-twice = The text is the same, word for word, as that of source `{ $source }`: its passages would count twice.
    .help = Is it the same material in another format? Then take the import back with `draad undo` and leave one of the files out.
merged-without-people = Nobody has these labels, so messages that two telephones give different senders may stand here twice: { $labels }.
    .help = Take the import back with `draad undo`, give the labels to participants of the case in participants.csv, and import again.
comment-without-coder = { $n-comments ->
        [one] 1 comment names codes, but its author is no coder of the study
       *[other] { $n-comments } comments name codes, but their authors are no coders of the study
    }; they became memos.
    .help = Say whose codings they are with --coder, and give --replace to read the file again.
comment-code-unknown = The comment “{ $comment }” names codes, but `{ $code }` is none; it became a memo{ $has-nearest ->
        [0] {""}
       *[other] {" "}(did you mean `{ $nearest }`?)
    }.
    .help = Add the code to codebook.csv, or correct the comment, and give --replace to read the file again.
no-files = There is nothing to import here.
    .help = Name files, or a folder with files in it that is not a study itself.
survey-unplanned = These are answers to a questionnaire: what each column becomes should be looked at first.
    .help = Run `draad import --plan` with this file: it writes a map of the columns that you can correct. With --use survey the columns are taken as proposed.
file-too-large = The file has { $size } bytes; the most that is read is { $limit }.
    .help = Split the file into parts and import those.
case-needed = It is not clear to which case this file belongs.
    .help = Fill in the column `cases` in a map (`draad import --plan`), or give --new-case: then a folder becomes a case. If all files are of one case, name it with --case.
respondent-unknown = The participant `{ $participant }` is not in participants.csv, and nothing else says to which case this answer belongs.
    .help = Add the participant with their case to participants.csv, or give the survey a column with the case; with --role new participants are then added too. Use --case only when all respondents are of one case.
respondent-case-unclear = According to participants.csv the participant `{ $participant }` belongs to { $has-cases ->
        [0] no case
       *[other] more than one case ({ $cases })
    }; nothing says to which this answer belongs.
    .help = Give the survey a column with the case, or give this participant one case in participants.csv. Use --case only when all respondents are of one case.
case-not-there = The case `{ $case }` is not in cases.csv.
    .help = Correct the name, or give --new-case to add the case.
project-missing = There is no REFI-QDA project in this zip file.
    .help = Export the project as REFI-QDA (.qdpx) once more from the program in which it was coded.
project-invalid = This REFI-QDA project cannot be read: { $reason }.
    .help = Export it once more from the program in which it was coded; if it is still so, tell those who make that program.
project-files-missing = { $n-files ->
    [one] 1 file that the project points at is not in it
   *[other] { $n-files } files that the project points at are not in it
}: { $files }
    .help = Export the project once more, with its sources. Codings on sources without a text stay behind; codes and memos come along.
positions-unclear = It is not clear how places in “{ $source }” are counted{ $n-others ->
    [0] {""}
    [one] {""}, nor in 1 other source
   *[other] {""}, nor in { $n-others } other sources
}. They may be:{ $candidates }
    .help = Look which line has the right words between ⟦ and ⟧, and give that reading: --positions "{ $source }=READING", or --positions READING for all sources.
positions-assumed = In { $n-sources ->
    [one] 1 source the text leaves
   *[other] { $n-sources } sources the text leaves
} open how places are counted; { $reading } is assumed: { $sources }
    .help = Look at a few codings, and give another reading with --positions if they are shifted.
supplement-damaged = Not all files of the study that went along with the project can be read.
    .help = Export the project once more from the study it comes from.
project-replaces-sources = { $n-sources ->
        [one] The study has a source ({ $sources }) of which this project has
       *[other] The study has { $n-sources } sources ({ $sources }) of which this project has
    } another text, and --replace does not work for sources of a project; nothing was imported.
    .help = Import the corrected texts first as files, with --replace: codings go along. Then import the project without --replace: what still has another text gets a name of its own beside the source of the study.
supplement-invalid = { $n-errors ->
        [one] One thing in this export of a study does not fit
       *[other] { $n-errors } things in this export of a study do not fit
    }, so nothing was imported.
    .help = Export the project once more from the study it comes from, after `draad check` finds no errors there; or import it with `--kind` and the kind of the sources: then it is taken like a project of another program.
coder-needed = It is not clear who is coding{ $has-known ->
        [0] {""}
       *[other] {""}; the study has: { $known }
    }.
    .help = Name the coder with --coder, or put the name into the environment variable DRAAD_CODER.
kind-needed = It is not clear what kind of material this is{ $has-known ->
        [0] {""}
       *[other] {""}; the study knows: { $known }
    }.
    .help = Name the kind with --kind.

## Projects of other programs

database-invalid = This database cannot be read: { $reason }.
    .help = Close the program that made it, copy the file again and try once more; if that fails, use a backup.
database-cut-off = The file is shorter than it says: its last part is missing.
    .help = Copy or download the file again, and compare the numbers in the overview.
database-damaged = The table `{ $table }` breaks off after { $n-read } rows: { $reason }.
    .help = Use a backup of the project if it holds more, and compare the numbers in the overview.
database-has-log = Beside this database there may be a file that ends in -wal with the latest changes; it was not read.
    .help = Close the program that has the project open, then import it again.
values-unreadable = { $n ->
        [one] One value in the database holds
       *[other] { $n } values in the database hold
    } characters that cannot be read; � stands in their place.
    .help = Look for � in the texts, and correct it in the program the project comes from.
database-holds-accounts = This database holds accounts with passwords (hashed) or mail addresses; they were not read.
    .help = Do not share this file; export the one project from Taguette and share that.
project-not-chosen = This file holds more than one project: { $known }.
    .help = Choose one with --pick.
project-unknown = This file holds no project called `{ $name }`; it does hold: { $known }.
    .help = Choose one of these names with --pick.
words-elsewhere = In `{ $source }`, { $n-wrong } of { $n } codings have other words at their position than the file gives for them; they were looked for by their words.
    .help = Look at these codings in the overview, and correct them where needed.
positions-unproven = `{ $source }` holds characters such as emoji, and nothing in the file shows how they count in positions; each counts as one here.
    .help = Check that the codings and memos in this source stand in the right place; if not, import the project again with --positions utf-16.
position-marks-unfit = For `{ $source }` you give the reading `{ $reading }`, but in this kind of project only the unit in which positions count can be chosen.
    .help = Give only the unit: --positions { $unit }.
characters-counted-twice = { $n-sources ->
    [one] The text of one source ({ $sources }) holds characters that some programs count as two, such as emoji
   *[other] The texts of { $n-sources } sources ({ $sources }) hold characters that some programs count as two, such as emoji
}; after them, codings may be shifted in such a program.
    .help = Check a few codings near the end of these texts in the other program before you go on; NVivo on Windows counts like this. The loss report names them all.
codebook-empty = The codebook is empty, and a codebook without codes cannot be a .qdc.
    .help = Put codes into codebook.csv first, or export the whole study as .qdpx.

segment-column-missing = It is not clear which column holds { $what ->
        [text] the text of the passages
        [code] the code
        [document] the document
       *[other] { $what }
    }. The columns are: { $columns }.
    .help = Name the column, for example --column { $what }=Name.
segment-column-absent = There is no column `{ $column }`. The columns are: { $columns }.
    .help = Write the name of the column as it stands in the table.
column-use-unknown = `{ $what }` is nothing that a column can hold. Known are: { $known }.
    .help = Write for example --column code=Name.
codes-joined = Cells of the column `{ $column }` hold several codes (`{ $cell }`), and names of codes may hold the sign between them too. Without a codebook nobody can say where one code ends and the next begins.
    .help = Export the codebook from the other program and pass it with --codebook FILE.
codes-unclear = The codes `{ $cell }` can be told apart in more than one way: { $one }, or { $other }. The row was not read.
    .help = Add a column with the number of codes to the table, or give each code a row of its own.
codes-miscounted = In `{ $cell }` { $found ->
        [one] 1 code was found
       *[other] { $found } codes were found
    }, but by the table there { $expected ->
        [one] is 1
       *[other] are { $expected }
    }. The row was not read.
    .help = Check that all codes are in the codebook, and that table and codebook are of the same day.
codes-left-over = In `{ $cell }` something is no code of the codebook: `{ $rest }`. The row was not read.
    .help = Pass the codebook with --codebook, and see that the code is in it.
codes-too-many = The codes in `{ $cell }` were not told apart: the cell, or all cells of the table together, are too long for that. The row was not read.
    .help = Export a table with one code per row, or divide the table over several files.
code-path-unclear = A code such as `{ $code }` may be a path, but the code above it occurs nowhere by itself; it was read as one name.
    .help = If these are paths, pass the codebook with --codebook, or name the column with --column path=Name.
parent-unclear = There { $n ->
        [one] is 1 code
       *[other] are { $n } codes
    } of the name `{ $parent }`; the code was put below the first.
    .help = Check in the codebook whether the code belongs there.

## Proposals

propose-needed = What a query finds does not just become a coding: it counts only when somebody has looked at it.
    .help = Add --propose; then look at the proposals with `draad proposals`, and accept or reject them.
proposal-elsewhere = The proposal `{ $id }` stands in { $file } as well; it counts there and not here.
    .help = Remove one of the two rows, or give this one another id.
decision-without-coder = The decision on proposal `{ $proposal }` does not say who took it; the proposal stays open.
    .help = Carry out the decisions in this file with `draad proposals --decisions FILE --coder NAME`.
unknown-proposal = There is no proposal `{ $proposal }`.{ $has-nearest ->
        [0] {""}
       *[other] {""} Do you mean `{ $nearest }`?
    }
    .help = Correct the name; `draad proposals --all` shows all proposals.
unknown-batch = There is no batch of proposals `{ $batch }`{ $has-known ->
        [0] {""}; nothing has been proposed yet.
       *[other] {""} (known: { $known }).
    }
    .help = Correct the name, or leave out --batch to see all proposals.
proposal-unplaced = The words of proposal `{ $proposal }` are no longer in source `{ $source }`: “{ $quote }”
    .help = Reject the proposal, and code the place yourself with `draad code` if it is still there in other words.
proposal-accepted = Proposal `{ $proposal }` has been accepted already and is now a coding of { $coder }.
    .help = Take that back with `draad undo` if it was the last change; otherwise remove the row `{ $coding }` from codings/{ $coder }/{ $source }.csv.

## Scores for conditions

condition-not-scored = The condition `{ $condition }` is computed (method { $method }); there are no values to give for it.
    .help = Take the score out, or make it `method = "scores"` in conditions.toml, with the values and their definitions.
score-unknown = { $value } is no value of the condition `{ $condition }`{ $has-known ->
        [0] {""}
       *[other] {""} (known: { $known })
    }.
    .help = Choose one of the values, or add one to conditions.toml, with its definition.
passage-ambiguous = The words “{ $quote }” stand { $n-matches } times in the source `{ $source }`: { $candidates }
    .help = Give more words, so that they fit one place only, or one of these places.
score-dated-later = The last score of `{ $coder }` for case `{ $case }` has a time that is still to come: { $created }. A new score would not count because of it.
    .help = Set the clock of this computer right, or correct `created` of that score in memberships.csv.
score-of-one = A score is of one case and one coder; { $option } names { $n }.
    .help = Name the case that is scored with --case, and who scores with --coder; the next case takes a command of its own.
score-on-other-case = The score of case `{ $case }` rests on a passage of `{ $source }`, which is no source of that case.
    .help = Check the source and the positions; if the source does belong to it, put the case in the column `cases` of sources.csv.
scored-differently = { $case } was scored differently for `{ $condition }` ({ $scores }); the condition has no value for this case.
    .help = { $has-layer ->
        [0] Read the reasons side by side (`draad calibrate { $condition }`) and agree: whoever thinks again scores again. Or let a shared layer decide, with coder_policy in study.toml, and score the case there.
       *[other] Read the reasons side by side (`draad calibrate { $condition }`) and agree: whoever thinks again scores again. Or score the case as `{ $layer }`: that layer decides.
    }
## Decisions about disagreements between coders

adjudication-without-name = It does not say who took the decision on `{ $id }`; it decides nothing.
    .help = Put the names in the column `by`, or decide again: draad adjudicate { $id } … --by NAMES.
adjudicator-needed = A decision needs the names of those who took it.
    .help = Add them, for example --by "Anna, Bram"; in a table in the column `by`.
unknown-disagreement = There is no passage `{ $id }` that the coders read differently.{ $has-nearest ->
        [0] {""}
       *[other] {""} Do you mean `{ $nearest }`?
    }
    .help = `draad adjudicate` lists what is open. When codings change after a list was made, the passage gets another name.
disagreement-ambiguous = `{ $id }` can mean more than one passage: { $candidates }.
    .help = Type more letters of the one that is meant.
disagreement-not-read = `{ $coder }` did not code the source of `{ $id }`, so there is no reading to take; those who did: { $readers }.
    .help = Take the reading of one of them, or decide with --span or --not-coded.
disagreement-decision-unclear = `{ $value }` is no decision about `{ $id }`.
    .help = Write one of: { $known }.
disagreement-valence-unclear = The coders give `{ $id }` different valences ({ $valences }), and the decision does not say which.
    .help = Add --valence, or in a table a column `valence`; or take the reading of one coder.
decision-missing = It does not say what is decided about `{ $id }`.
    .help = Add one of --take CODER, --span START-END, --not-coded. In a table, fill in the column `decision`.
valence-needs-units = Valences (--measure valence) are compared per unit, not on free spans.
    .help = Choose --unit turn, source or case; on free spans the valence has a column in `draad agree`.
nothing-decided = There is nothing to decide: --by, --memo and --plan go with a decision.
    .help = Name a passage and what it becomes: draad adjudicate ID --take CODER --by NAMES --memo "WHY"; or read decisions from a table with --from.
decided-twice = This table holds different decisions about `{ $id }` (lines { $lines }); none of them was recorded.
    .help = Leave one row for each passage.
decisions-without-reason = { $n ->
        [one] One decision has no reason
       *[other] { $n } decisions have no reason
    }; later nobody can see why it was decided so.
    .help = Decide again, with a reason: draad adjudicate { $id } … --memo "WHY"; or fill in the column `memo` of the table.
decision-past-end = Position { $start }–{ $end } is outside the source, which is { $length ->
        [one] one character
       *[other] { $length } characters
    } long.
    .help = Choose start and end within the text, or put the words themselves after --span.
layer-is-coder = `{ $layer }` is a coder of this study; a layer of decisions needs a name of its own.
    .help = Choose another name with --layer, for example consensus.
layer-has-codings = The layer `{ $layer }` already holds codings of source `{ $source }` that no decision is known for ({ $n-codings }), so it is left as it is.
    .help = Choose another name with --layer, or remove codings/{ $layer }/{ $source }.csv.
source-still-open = Source `{ $source }` cannot be closed: { $n-open ->
        [one] 1 disagreement is
       *[other] { $n-open } disagreements are
    } still open.
    .help = Decide on what is open first: draad adjudicate --source { $source }.
source-reopened = Source `{ $source }` was adjudicated in layer `{ $layer }`, but the codings changed: { $n-open ->
        [one] 1 disagreement is
       *[other] { $n-open } disagreements are
    } open again.
    .help = Decide on it: draad adjudicate --layer { $layer } --source { $source }. Until then the layer stays as it was.
layer-outdated = Source `{ $source }` was adjudicated in layer `{ $layer }`, but the layer no longer holds what the coders agree on and what was decided.
    .help = Bring it up to date: draad adjudicate --layer { $layer } --close { $source }.

## Search, tables, figures and reports

query-invalid = { $reason ->
        [empty] The query is empty
        [quote-open] The query cannot be read: the quotation mark at position { $position } is never closed
        [parenthesis-open] The query cannot be read: the parenthesis at position { $position } is never closed
        [parenthesis-unopened] The query cannot be read: the parenthesis closed at position { $position } was never opened
        [too-deep] The query cannot be read: from position { $position } on, parentheses, negations or relations are nested too deeply
        [operand-missing] The query cannot be read: a search word, code or field is missing at position { $position }
        [no-word] The query cannot be read: at position { $position } there are only signs and no word to look for
        [star-misplaced] The query cannot be read: the * at position { $position } stands alone or in a phrase, and not in a word
        [regex-open] The query cannot be read: the regular expression at position { $position } is never closed with a /
        [regex-invalid] The query cannot be read: the regular expression at position { $position } is not well formed
        [fuzzy-misplaced] The query cannot be read: the ~ at position { $position } does not follow one whole word
        [distance-invalid] The query cannot be read: the distance at position { $position } is not a number with c, w, u or p after it
        [distance-misplaced] The query cannot be read: the relation at position { $position } knows no distance
        [value-missing] The query cannot be read: the field at position { $position } has no value
        [relation-without-place] The query cannot be read: at position { $position } a negation stands beside a relation, and what is not there stands nowhere
        [coding-unclear] Which code the field at position { $position } belongs to is not clear
        [query-circular] A saved query asks for itself in the end, from position { $position } on
       *[other] The query cannot be read from position { $position } on
    }.
    .help = { $reason ->
        [empty] Give a search word, or a filter such as --code or --case.
        [quote-open] Put a quotation mark after the phrase as well.
        [parenthesis-open] Close the parenthesis, or leave it out.
        [parenthesis-unopened] Open the parenthesis, or leave it out.
        [too-deep] Split the query into simpler ones; a saved query can be a part: query:name.
        [operand-missing] Put a word, phrase or field on either side of OR, AND and relations such as OVERLAPS, and after NOT or -.
        [no-word] Leave out the loose signs, or add a word.
        [star-misplaced] Put the * in a word, as in trust*; a phrase is looked for exactly as it stands.
        [regex-open] Put a / after the expression, or put words with a slash in quotation marks.
        [regex-invalid] A regular expression describes one whole word in small letters without accents, such as /trust(ed|ing)/.
        [fuzzy-misplaced] Put ~1 or ~2 right after one word, as in trst~1.
        [distance-invalid] Write for example NEAR/8 or NEAR/8w (words), NEAR/100c (characters), BEFORE/3u (units) or AFTER/1p (lines).
        [distance-misplaced] Leave the distance out; only NEAR, BEFORE and AFTER have one.
        [value-missing] Put the value right after the colon, in quotation marks if it has spaces.
        [relation-without-place] Put NOT before the relation: code:a NOT OVERLAPS code:b finds the codings with a that no b overlaps.
        [coding-unclear] Put the field right after the code that it is about: code:trust valence:hindering.
        [query-circular] Take the reference to itself out of queries.toml.
       *[other] Correct the query.
    }
set-name-taken = The query `{ $name }` cannot be counted as a set: there is a code with that name already, or the name cannot be that of a code.
    .help = Give the query another name in queries.toml.
passage-unreadable = `{ $passage }` is no passage of this study.
    .help = Write the source, a colon and two positions that lie in its text, counted in characters: p03-interview:120-240.
group-unknown = Results cannot be divided by `{ $key }`.{ $has-nearest ->
        [0] {""}
       *[other] {""} Did you mean `{ $nearest }`?
    }
    .help = Choose from: { $known }.
query-field-unknown = A query has no field `{ $field }` (position { $position }).{ $has-nearest ->
        [0] {""}
       *[other] {""} Did you mean `{ $nearest }`?
    }
    .help = Choose one of the fields, or an attribute from study.toml: { $known }. If the colon belongs to the text, put the words in quotation marks.
query-name-unknown = The study has no `{ $name }` for `{ $field }` (position { $position }).{ $has-nearest ->
        [0] {""}
       *[other] {""} Did you mean `{ $nearest }`?
    }
    .help = { $has-known ->
        [0] {""}
       *[other] Choose from: { $known }.
    }{ $has-known ->
        [0] See with `draad status` or in the tables of the study what it is called there.
       *[other] {""}
    }
query-value-invalid = `{ $value }` does not fit `{ $field }` (position { $position }).
    .help = Write for example: { $expected }.
query-exists = Another query has been saved as `{ $query }` already: { $text }
    .help = Choose another name, or replace the saved query with --replace.
filter-invalid = The condition `{ $filter }` does not fit this attribute; { $expected ->
        [date] write the date as 3-4-2024 (day first) or 2024-04-03
       *[other] expected: { $expected }
    }.
    .help = Correct the comparison or the value after it.
table-without-option = The table `{ $name }` does not know --{ $option }.
    .help = Leave out --{ $option }, or take a table that knows it: { $tables }.
table-value-unknown = `{ $value }` cannot stand after --{ $option }{ $has-known ->
        [0] {""}
       *[other] {""}; known: { $known }
    }.
    .help = Choose one of these values.
table-value-outside = `{ $value }` cannot stand after --{ $option }.
    .help = { $range ->
        [from-one] Choose a whole number from 1.
        [share] Choose a value from 0 to 1.
        [between-shares] Choose a value between 0 and 1, such as 0.95.
        [upper-half] Choose a value between 0.5 and 1, such as 0.95.
       *[other] Choose another value.
    }
table-value-too-large = `{ $value }` cannot stand after --{ $option }.
    .help = Choose a value from 0 to { $most }.
order-names-twice = Case `{ $case }` stands twice in --order.
    .help = Name each case once; those that are not named come after.
order-needs-cases = An order by axis or tree needs { $needed } cases with a code; here there are { $n }.
    .help = Choose --order outcome or balance, or name the cases yourself in the order you want.
order-without-axis = All cases have the same factors, so there is no axis to lay them along.
    .help = Choose another --order or --columns.
table-part-unknown = This table has no part `{ $part }`{ $has-known ->
        [0] {""}
       *[other] {""}; known: { $known }
    }.
    .help = Leave out --part, or choose one of these parts.
data-table-unknown = The study has no data called `{ $name }`.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Do you mean `{ $nearest }`?
    }
    .help = Choose one of: { $known }.
table-unknown = There is no table called `{ $name }`.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Do you mean `{ $nearest }`?
    }
    .help = Choose one of: { $known }.
figure-without-option = The figure `{ $name }` does not know --{ $option }.
    .help = Leave out --{ $option }, or take a figure that knows it: { $figures }.
figure-unknown = There is no figure called `{ $name }`.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Do you mean `{ $nearest }`?
    }
    .help = Choose one of: { $known }.
report-unknown = There is no report called `{ $name }`.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Do you mean `{ $nearest }`?
    }
    .help = Choose one of: { $known }.
report-ending-unknown = This report cannot be written as `{ $ending }`.
    .help = Let the name of the file end in one of: { $known }.
figure-needs-case = The figure `{ $name }` is about one case, and { $n-cases } cases pass the filter.
    .help = Name one with --case: `draad figure { $name } --case { $example }`.
figure-needs-source = The figure `{ $name }` is about one source, and none is named.
    .help = Name one with --source, for example `draad figure { $name } --source { $example }`.
outcome-needed = This table compares outcomes, and the study has no attribute that is an outcome.
    .help = { $has-known ->
        [0] Add an attribute with `outcome = true` in `study.toml`, and fill it in in `cases.csv`.
       *[other] Choose an attribute with `--outcome` (known: { $known }), or write `outcome = true` with one in `study.toml`.
    }
outcome-value-needed = Nothing says which value of `{ $attribute }` is the outcome.
    .help = Add the condition, for example `--outcome '{ $example }'`.
cell-unknown = `{ $part }` is no case, no code and no property of a cell.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Do you mean `{ $nearest }`?
    }
    .help = Name a case, one or two codes, or something like `phase=installation` or `role=parent`, with commas between them: `p03,trust,role=parent`.
cell-empty = There is no cell after --cell.
    .help = Name a row and a column of the table with a comma between them, such as `p03,trust`.
cell-factors = A cell has at most one case and two codes; here are { $n } codes.
    .help = Name one code, or two to see where they stand together.
cell-twice = A cell has `{ $second }` beside `{ $first }`.
    .help = Name one case, and one value of each key.
quote-key-unknown = Passages cannot be grouped by `{ $key }`.{ $has-nearest ->
        [0] {""}
       *[other] {""} Do you mean `{ $nearest }`?
    }
    .help = Choose from: { $known }; or `none` for no groups.
quote-field-unknown = There is no field `{ $field }` to show with a passage.{ $has-nearest ->
        [0] {""}
       *[other] {""} Do you mean `{ $nearest }`?
    }
    .help = Choose from: { $known }.
quote-format-unknown = A file that ends in .{ $ending } cannot be made here.
    .help = Choose a name that ends in one of { $endings }, or name the form with --format ({ $known }).
figure-format-unfit = A figure is not drawn as { $format }.
    .help = Choose svg, png or pdf with --format; { $format } is for --list.
format-contradicted = --format { $format } does not go with a file that ends in .{ $ending }.
    .help = Choose a name that ends in .{ $fitting }, or leave out --format: then the name of the file says the form.
out-needed = { $format } is no text for the terminal.
    .help = Name the file, for example --out result.{ $format }.
heading-unfolded = `{ $code }` is a heading in the codebook: without the codes below it nothing is left.
    .help = Leave out --unfolded, or name a code under this heading.
nothing-to-show = There is nothing to show: { $reason ->
        [no-cases] the study has no cases yet
        [no-phases] the settings of the study name no phases
        [no-case-passes] no case passes the filter
        [no-factors] the study has no factors that pass
        [no-words] no words pass the filter
        [no-words-of-level] one side of the comparison has no words that pass the filter
        [no-rest] there is no rest to compare with
        [no-codings] nothing that passes the filter was coded
        [no-material] the study has no sources and no participants that pass
        [no-flips] no factor promotes in one place and hinders in another within a case
        [no-outcomes] fewer than two outcomes have cases
        [no-code-pairs] fewer than two codes have passages
        [no-meetings] nowhere do passages of two codes meet
        [few-cases] fewer than eight cases have codes; a tree or map of so few shows chance
        [many-cases] there are too many cases to be told apart on a page
        [no-typical-words] no word is frequent enough
        [no-scores] no scores pass
        [one-coder] there are no two coders to compare
        [no-double-coding] no source was coded by two of these coders
        [no-route] the study has no route yet
        [no-design] the design of the study is not described yet
        [no-findings] the study has no findings yet
        [no-finding-passes] no finding passes the filter
        [all-judged] those who are asked have said something of every finding
        [no-verdicts] no panel has said anything of the findings yet
        [no-dates] nothing of the case has a date
        [no-combinations] there is no solution of this type
        [no-conditions] the study has no conditions, so nobody has chosen what to compare
       *[other] { $reason }
    }.
    .help = { $reason ->
        [no-cases] Put cases in cases.csv, or bring in material with `draad import`.
        [no-codings] Code a source first, widen the filter, or see in study.toml whose codings count (coder_policy).
        [one-coder] Let a second coder code some of the sources, under a name of their own, or name more coders with --coder.
        [no-double-coding] Let two coders code the same sources, or name other coders with --coder.
        [no-scores] Put answers to questionnaires into scores.csv, or widen the filter.
        [no-route] Write in route.toml how guidance is meant to go: phases with goals, who takes part, and which conversations they have.
        [no-design] Write in design.toml the phases of the research with their question, and who was heard by which method in each.
        [no-findings] Write a finding: a file in findings/, with its title, part, theme and the passages for and against.
        [no-finding-passes] Choose a wider filter.
        [all-judged] Name others with --respondent. To change a verdict, hand over a table of your own (finding, respondent, verdict) with `draad feedback --from`.
        [no-verdicts] Put the findings to a panel: draad report --as verification makes the sheet, draad feedback reads the verdicts.
        [no-dates] Put dates in sources.csv, events.csv or scores.csv, or widen the filter.
        [no-conditions] Describe conditions with `draad calibrate` in conditions.toml, or name them: `draad qca --condition …`.
        [no-phases] Put the phases of a case, in their order, under `phases` in study.toml.
       *[other] Widen the filter, or see with `draad status` what the study holds.
    }
workbook-full = A workbook has no room for this table: { $n ->
        [one] one row or cell does
       *[other] { $n } rows or cells do
    } not fit.
    .help = Ask for less with a filter or --limit, or choose --format csv.
word-key-unknown = Words cannot be compared by `{ $key }`; they can by: { $known }.
    .help = Choose one of these, for example --typical-by role.
word-level-invalid = What words are typical of is written as key=level; `{ $text }` is not.
    .help = Write for example --typical-of role=parent, or compare all levels with --typical-by role.
word-level-unknown = `{ $level }` is not a level of { $key }{ $has-known ->
        [0] {""}
       *[other] {""} (known: { $known })
    }.
    .help = Correct the name.
word-order-unfit = This list cannot be ordered by `{ $order }`; it can by: { $known }.
    .help = Choose one of these, or leave out --order.
word-not-one = `{ $word }` is not one word.
    .help = Name one word after --near; with `=` before it only that form counts.
word-not-there = `{ $word }` does not occur in what passes the filter.{ $has-nearest ->
        [0] {""}
       *[other] {""} Did you mean `{ $nearest }`?
    }
    .help = Check the spelling or widen the filter; without `=` all forms of the same stem count.
index-failed = The search index could not be made or read: { $reason }.
    .help = Delete the folder .draad/cache and try again; draad makes what is in it anew by itself.
orcid-invalid = The ORCID `{ $orcid }` of { $name } is wrong: its last character does not fit the others.
    .help = Compare it with https://orcid.org and mend it in [archive] of study.toml.
period-reversed = The period ends ({ $end }) before it begins ({ $start }).
    .help = Exchange start and end in [archive] of study.toml.
access-unknown = `{ $access }` does not say who may read a source (known: { $known }); until it does, the source counts as closed.
    .help = Put one of these words into the column access, or leave the cell empty.
column-to-withhold-unknown = No table has the column `{ $column }` that is to stay behind.
    .help = Mend the name in withhold below [archive] of study.toml, or take it out: as it is, nothing stays behind.
archive-leaks = { $n ->
        [one] Something in this package can make people known
       *[other] { $n } things in this package can make people known
    }; it was not written:
    { $places }
    .help = Look at each place. Replace what must not leave, close the source (access = closed) or put the column into withhold. If all is in order, give --despite with the reason; it will stand in the README of the package.
archive-incomplete = An archive also asks: { $fields }.
    .help = Fill this in below [archive] of study.toml and make the package again. Where it is missing, the metadata say :tba.
archive-filter = A package for an archive holds whole sources; --{ $option } lets through parts of sources only.
    .help = Choose by --case, --kind or --where which cases and sources go along, or close sources by the column access.
export-option-unfit = { $option } means nothing for { $format }.
    .help = Leave out { $option }, or make a package for an archive: --archive.
export-exists = Something stands here already; it was not replaced.
    .help = Choose another name, or give --replace: then the files of this export replace those of the same name.
export-among-others = This folder holds files that this export does not write, and that would stand among its own: { $files }{ $n-files ->
        [one] {""}
       *[other] {" "}({ $n-files } files)
    }.
    .help = Choose an empty folder, or look whether they may go and remove them yourself: what an earlier export left here can hold what this one leaves out.
export-into-study = This is a place of the study itself; an export would come between its files.
    .help = Choose a folder outside the study, or one of its own, such as export/.
export-needs-folder = { $format } is written as several files, which need a folder.
    .help = Give a name without an ending: the folder in which the files will stand.
export-format-unknown = No export ends in .{ $ending }.
    .help = Name the format with --format ({ $known }), or choose an ending such as .qdpx or .xlsx; the bare name of a format is a folder of that format, any other name without an ending a folder of CSV files.
anchors-invalid = Anchors are three quantiles from 0 to 1, each larger than the one before.
    .help = Give them as --anchors 0.05,0.5,0.95: for exclusion, crossover and inclusion.
table-failed = The table could not be made: { $reason }.
    .help = Run `draad check`; report the error if the study is in order.
figure-failed = The figure could not be made: { $reason }.
    .help = Run `draad check`; report the error if the study is in order.
report-failed = The report could not be made: { $reason }.
    .help = Run `draad check`; report the error if the study is in order.

## Projects of other programs

project-open-elsewhere = Beside this file stands work that the program has not written into it yet (-wal).
    .help = Close the project in the program it comes from, and import it again.
coder-assumed = { $n-codings ->
    [one] Of 1 coding the project does not say who made it; it stands
   *[other] Of { $n-codings } codings the project does not say who made them; they stand
} in the name of { $coder }.
    .help = If that is not right, take it back with draad undo and give --coder.
kind-assumed = Of { $n-sources ->
    [one] 1 source it is not known what kind of material it is; it is
   *[other] { $n-sources } sources it is not known what kind of material they are; they are
} called { $kind } now.
    .help = Put the kind into sources.csv, or give --kind, or fill in the project map (draad import --plan).
sources-without-case = { $n-sources ->
    [one] 1 source belongs
   *[other] { $n-sources } sources belong
} to no case yet, and to no table.
    .help = Put the cases into sources.csv, or give --case, or fill in the project map (draad import --plan).
map-row-fits-nothing = The project has no { $what } `{ $name }`, or not as many.
    .help = Correct the name, take the row out, or make the map anew with draad import --plan.

## Qualitative Comparative Analysis (QCA)

qca-conditions-needed = This analysis needs conditions, and none is named.
    .help = { $has-known ->
        [0] Name two to four conditions: draad qca --condition CODE,CODE
       *[other] Name two to four conditions with --condition, such as draad qca --condition { $known }; or keep them in conditions.toml.
    }
qca-condition-unknown = `{ $condition }` is no condition, code or attribute of this study.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Do you mean `{ $nearest }`?
    }
    .help = Name a code, an attribute of the cases, a test such as 'child_age>=12', or a condition of conditions.toml.
qca-condition-ambiguous = `{ $condition }` can be more than one thing.
    .help = Say which is meant: { $ways }.
qca-condition-twice = The condition `{ $condition }` is there twice.
    .help = Name each condition once.
qca-condition-is-outcome = `{ $condition }` is the outcome, and cannot be a condition too.
    .help = Leave it out of --condition, or take another outcome with --outcome.
qca-outcome-is-code = `{ $code }` is a code, and a code cannot be the outcome.
    .help = Take an attribute of the cases, a value of it such as constructiveness=constructive, or keep the code as a condition in conditions.toml and name that condition.
qca-outcome-unknown = `{ $outcome }` is no attribute of the cases and no condition of this study.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Do you mean `{ $nearest }`?
    }
    .help = Take an attribute of the cases, a value of it such as constructiveness=constructive, or a condition of conditions.toml.
qca-condition-of-outcome = `{ $condition }` is about the same attribute as the outcome, `{ $attribute }`: the outcome would explain itself.
    .help = Leave this condition out of --condition, or take another outcome with --outcome.
qca-condition-filtered = The code of condition `{ $condition }` does not pass --code: it would have been found nowhere.
    .help = Leave out --code, or name this code there too.
qca-test-needed = The attribute `{ $attribute }` has values that are no condition by themselves.
    .help = Say from which value on a case belongs, such as '{ $example }', or calibrate it in conditions.toml.
qca-direction-unknown = `{ $direction }` in `{ $condition }` is no direction.
    .help = Write promoting, hindering or ambivalent after the colon.
qca-too-many-conditions = There are { $n } conditions; a truth table cannot take more than { $most }.
    .help = Choose a few from theory: with { $n-cases ->
        [one] 1 case
       *[other] { $n-cases } cases
    } at most { $advised }.
qca-too-many-rows = These conditions make a truth table of { $n } rows; there cannot be more than { $most }.
    .help = Choose fewer conditions, or conditions with fewer values.
qca-expectation-unread = `{ $expectation }` is no expectation.
    .help = Write condition=present, condition=absent or condition=-, or for a condition of several values a value; conditions: { $known }.
qca-expectation-of-none = `{ $condition }` is none of the conditions, so nothing can be expected of it.
    .help = Choose from: { $known }.
qca-term-unread = The combination `{ $term }` cannot be read at character { $at }: { $reason ->
        [nothing-there] a condition is missing
        [unknown-condition] `{ $name }` is none of the conditions
        [level-missing] `{ $name }` has more than two values, and it is not said which
        [no-such-level] `{ $name }` does not have that value
       *[other] a bracket is opened and not closed where it should be
    }.
    .help = Write conditions with * for “and”, + for “or” and ~ for “not”, and [number] for a condition of several values; conditions: { $known }.
qca-in-the-way = This figure cannot be there. { $obstacles }
    .help = See the calibration and the truth table with `draad qca`.
