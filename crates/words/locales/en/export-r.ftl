# The study in R: the script that loads everything, and what there is to read with it.

## In the script

export-r-what = Loads the study into R, without packages: source("load.R") makes a list `study` with all tables.
export-r-how = With ids instead of names: study <- load_study("folder", names = FALSE). README.txt says what is in it.
export-r-made = Names and meanings come from columns.csv and lists.csv; this script is the same for every study.
export-r-code-list = A closed list becomes a factor, in the order of the study; what is not on the list comes after it.
export-r-code-whole = Whole numbers that R cannot keep as integers stay numbers.
export-r-code-parts = The tables of the study stand at the top, those across cases in `results`, the sheets for QCA in `sheets`.
export-r-code-unknown = Is an attribute of a case unknown? If not, an empty cell is not stated.
export-r-code-split = Splits cells with several values: a vector of ids per row.
export-r-code-name = The names of ids of a list, such as "valence", "role" or "code".
export-r-code-here = The folder of this script, from wherever it is loaded.
export-r-elsewhere = There is no columns.csv in %s. Give the folder of the export: source("folder/load.R"), or load_study("folder").
export-r-unread = In %s, column %s, there are values that could not be read; they are NA. Export the study again if that is not meant.
export-r-changed = %s.csv has other columns than columns.csv says; those stay text. If the file was saved in Excel, export the study again.

## In README.txt

export-r-title = Loading into R (4.0 or newer, without packages):
export-r-tables = The list `study` has { $n } tables, each as a data.frame: those of the study itself, in `results` those across cases, and in `sheets` the sheets for the package QCA, with the cases as row names.
export-r-names = Codes, roles, kinds, phases, valences, levels and the values of attributes are factors: with their names, in the order of the study, also where a value does not occur. Cases, sources and participants are called by their id. With load_study("folder", names = FALSE) ids stand everywhere; `study$lists` says what belongs to what.
export-r-ordered = Ordered are the phases, and the values of an attribute that is an outcome: from its good end on, so the first has the lowest rank.
export-r-labels = Each column has an attribute `label` with what it means: attr(study$codings$quote, "label"). RStudio shows it below the name of the column. Choosing rows loses it, as always in R.
export-r-nothing = NA is what is not stated, not known, does not apply or is not defined. In `results` the column `state` tells material without codings from no material.
export-r-unknown = An attribute that is unknown and one that is not stated are both NA; is_unknown(study$cases, "attribute") says which are unknown. A question in `scores` that was asked and not answered has a row with NA; a question that was not asked has no row.
export-r-lists = Where several values stand in a cell, they are ids with ; between them: split_list(study$passages$valences), and name_of("promoting", "valence") for their names.
export-r-times = Days are Date, times POSIXct in UTC. Where `label` says that it is the clock of the place, it is that without conversion.
export-r-absent = Not in this study:

export-r-sheet-crisp = sheet for QCA: per case 0 or 1 for each code and attribute
export-r-sheet-raw = sheet for QCA: per case the measures, to calibrate
export-r-sheet-fuzzy = sheet for QCA: per case the memberships at the anchors given
export-r-sheet-legend = what each column of the sheets for QCA is

## Values that are the same in every study

export-unit-said = said or written
export-unit-header = heading
export-unit-system = notice
export-unit-media = picture or sound
export-unit-deleted = deleted
export-unit-call = call
export-unit-location = location
export-part-visible = what became visible
export-part-tension = field of tension
export-part-lead = lead
export-side-for = for
export-side-against = against
