# A package for an archive.

## README

package-what = What this is
package-what-text = The material of a comparative case study and all that is coded in it, to be kept and used again. Texts are plain text, tables are CSV (comma, UTF-8); nothing depends on one program.
package-who = Who
package-creators = Made by
package-contact = Contact
package-publisher = Publisher
package-year = Year
package-doi = DOI
package-funding = Funded by
package-publications = Publications
package-asked = still to be filled in
package-about = About what
package-description = Description
package-subjects = Key words
package-places = Place
package-period = Collected
package-period-of = { $start } to { $end }
package-population = About whom
package-sampling = How chosen
package-collection = How collected
package-how = How it was coded
package-size = Size
package-n-cases = { $n ->
    [one] 1 case
   *[other] { $n } cases
}
package-n-sources = { $n ->
    [one] 1 source
   *[other] { $n } sources
}
package-n-participants = { $n ->
    [one] 1 participant
   *[other] { $n } participants
}
package-n-codes = { $n ->
    [one] 1 code
   *[other] { $n } codes
}
package-n-codings = { $n ->
    [one] 1 coding
   *[other] { $n } codings
}
package-n-memos = { $n ->
    [one] 1 memo
   *[other] { $n } memos
}
package-coding = Coded by { $coders }. Each coding in codings.csv has its source, place, code, valence, coder and time; two coders on the same words both stand there.
package-coding-nobody = Nothing is coded.
package-access = Who may read it
package-access-usual = Access, where nothing else is said
package-access-open = open (everybody)
package-access-restricted = restricted (whoever the archive permits)
package-access-closed = closed (nobody outside the research)
package-access-counts = { $open } open, { $restricted } restricted, { $closed } closed (sources; see data-list.csv)
package-rights = Terms
package-conditions = Asking for access
package-pseudonymous = Participants go by an id. Names in participants.csv, cases.csv and the texts ought to be pseudonyms; Rode Draad cannot see whether they are. The key belongs neither in this package nor in the folder of the study.
package-files = What is in it
package-file-readme = this file
package-file-datacite = metadata by DataCite 4.5
package-file-ddi = description of the study by DDI-Codebook 2.5
package-file-data-list = one row per source: case, kind, day, length, roles, access
package-file-transcripts = the texts, each as .txt (UTF-8) and as .odt
package-file-codebook = the codebook: as a table, as a codebook of REFI-QDA (.qdc) and to be read (.odt)
package-file-codings = all codings
package-file-cases = the cases with their attributes
package-file-participants = the participants, pseudonymous, with their roles
package-file-dictionary = what each column of each table means
package-file-tables = the other tables: units, events, scores, phases, findings …
package-file-memos = memos, with date and author
package-file-findings = findings
package-file-methods = the design of the research, definitions, and what else there is on how it was done
package-file-qdpx = the study as a project for other programs (REFI-QDA)
package-file-withheld = what stays behind, and why
package-file-checksums = SHA-256 of each file
package-positions = Places in the texts
package-positions-text = `start` and `end` in codings.csv and other tables count characters (Unicode code points) from 0; `end` is the character after the last. They count in the text below the head of transcripts/SOURCE.txt. The head ends in a line of dashes and an empty line; the column text_starts of data-list.csv says at which character of the file the text begins.
package-withheld = What stays behind
package-withheld-nothing = Nothing of the material and the codings is withheld.
package-withheld-text = { $sources ->
    [0] {""}
    [one] 1 source is closed: its text and what is coded in it are not here.{" "}
   *[other] { $sources } sources are closed: their texts and what is coded in them are not here.{" "}
}{ $columns ->
    [0] {""}
    [one] 1 column stays behind.{" "}
   *[other] { $columns } columns stay behind.{" "}
}Memos and findings can still say something in words of their own about what stays behind. See withheld.csv.
package-selection = Selection
package-missing = What is still missing
package-missing-text = An archive also asks the following; the metadata say :tba there. Fill it in below [archive] of study.toml and make the package again.
package-leaks = Check on what makes people known
package-leaks-text = Looked for were mail addresses, phone numbers, citizen service numbers (checked by their digits), bank accounts (IBAN), Dutch postcodes, and the values of columns that stay behind with the names in them. Such a check does not find everything: it does not know other names, schools and events.
package-leaks-none = Nothing was found.
package-leaks-despite = Found: { $found }. It goes along all the same, because: { $reason }
package-version = Versions
package-version-text = Made with draad { $version } from the study with data hash { $hash }; made again from the same study, each file is the same byte by byte.
package-check = Checking
package-check-text = sha256sum -c CHECKSUMS

## What an archive asks

package-ask-creators = who made the data (creators)
package-ask-publisher = who publishes them (publisher)
package-ask-year = the year in which they become available (year)
package-ask-description = a description (description)
package-ask-subjects = key words (subjects)
package-ask-rights = the terms of use (rights)
package-ask-contact = whom to write to (contact)
package-ask-population = about whom it is (population)
package-ask-sampling = how cases and people were chosen (sampling)
package-ask-collection = how the material was collected (collection)
package-ask-places = where (places)
package-ask-period = when (period)

## Texts

package-head-source = Source
package-head-cases = Case
package-head-kind = Kind
package-head-date = Day
package-head-phase = Phase
package-head-participants = Participants
package-head-access = Access
package-list-unknown = not stated
package-codebook = Codebook
package-code-kind = Kind
package-code-id = Code
package-code-valence = Usual valence
package-code-level = Level
package-code-definition = Definition
package-code-include = Include
package-code-exclude = Exclude
package-kind-factor = factor
package-kind-theme = theme
package-kind-heading = heading
package-code-example = Example

## Methods

package-methods = On how the research was done. Here are the design (design.toml), the definitions of what is counted (definitions.txt) and all that stands in the folder methods/ of the study. Archives also ask for interview guides, topic lists, the information letter, the consent form and an account of how names were replaced, without the key. Put those into the folder methods/ of the study and make the package again: then the checksums are right too.

## Withheld

package-thing-source = source
package-thing-codings = codings
package-thing-memos = memos
package-thing-column = column
package-thing-originals = originals
package-thing-key = key
package-thing-unanchored = codings without a place
package-thing-filter = selection
package-why-closed = access to the source is closed
package-why-codings = coded in a source that stays behind: { $n }
package-why-memos = only about what stays behind: { $n }
package-why-column = must not leave the study
package-why-originals = not pseudonymised
package-why-key = kept elsewhere; never belongs with the data
package-why-unanchored = their words do not stand in the text
package-why-filter = only this part of the study goes along

## What makes people known

leak-mail = mail address
leak-phone = phone number
leak-bsn = citizen service number
leak-iban = bank account (IBAN)
leak-postcode = Dutch postcode
leak-withheld = value of a column that stays behind
leak-withheld-part = name that is part of a value of a column that stays behind
leak-line = { $place }: { $kind }{ $more ->
    [0] {""}
    [one] {" "}(and in 1 more place)
   *[other] {" "}(and in { $more } more places)
}
leak-more = … and { $n } more
leak-count = { $n } × { $kind }

## Columns

column-data-list-source = the source; its text is transcripts/<source>.txt
column-data-list-cases = the cases the source is about
column-data-list-kind = the kind of source
column-data-list-date = the (first) day
column-data-list-phase = the phase
column-data-list-units = how many turns, messages, entries or paragraphs
column-data-list-chars = how many characters (Unicode code points)
column-data-list-words = how many words, separated by white space
column-data-list-participants = who speaks or writes in it
column-data-list-roles = their roles
column-data-list-access = who may read the source: open, restricted or closed (its text stays behind)
column-data-list-file = the text in this package; empty where it stays behind
column-data-list-text-starts = at which character of the file the text begins, from 0
column-withheld-what = what stays behind
column-withheld-name = what it is called
column-withheld-reason = why
table-data-list = sources: an overview
table-withheld = what stays behind
