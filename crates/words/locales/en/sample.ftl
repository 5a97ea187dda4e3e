# The sample: who was heard.

sample-title = Who is heard, per kind of source
sample-cases-title = Per case
sample-cases-by-kind-title = Sources per case and kind
sample-cases-by-role-title = Who is heard per case, of those who take part
sample-cases-by-phase-title = Sources with material per case and phase
sample-kinds-title = Per kind of source

sample-role = role
sample-case = case
sample-kind = kind
sample-name = name
sample-all-roles = all
sample-all-kinds = all kinds
sample-people = heard
sample-listed = take part
sample-sources = sources
sample-words = words
sample-chars = characters
sample-period = period
sample-until = { $first } – { $last }
sample-repeated = heard again
sample-shortest = shortest
sample-median = median
sample-longest = longest
sample-recorded = recorded
sample-minutes = minutes
sample-people-in-sources = { $people } in { $sources }

sample-cell-note = 12 in 13: twelve people have words in thirteen sources. A dash before ‘in’: there are words, but the study does not say whose. Several roles can speak in one source; the last row and column count everybody and each source once.
sample-nothing-note = 0: it is there (such a source, person or period), but no word of it passes the filter. –: it is not there.
sample-people-note = Heard: who has words in the material. Take part: who belongs to the case by participants.csv; in a shared source others have words too. Those who ask the questions count under neither; their words do count among words and characters.
sample-others-note = +1: besides somebody who belongs to another case by participants.csv and has words in a shared source.
sample-phase-note = The phase is that of the material itself; a source about several phases counts with each.
sample-kinds-note = Shortest, median and longest in characters of material per source. Heard again: people who have words in more than one source of the kind. Minutes: from the first place in the recording to the last, as far as transcripts state them.
sample-coreq-note = For COREQ: items 12 and 16 (size and description of the sample), 18 (repeat interviews) and 21 (duration or length).
sample-open = The passages of a role in a case: `draad table sample --cell { $cell }`.

undefined-nobody-in-role = nobody in this role takes part
