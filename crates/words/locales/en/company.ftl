# What goes together, in which phases, and what follows what.

company-open = All passages: `{ $command }`.
co-occurrence-title-cases = Which factors go together: cases with both
co-occurrence-title-sources = Which factors go together: sources with both
co-occurrence-title-codings = Which factors go together: codings of the one that meet the other
co-occurrence-title-pairs = Which factors go together: pairs that meet
co-occurrence-title-relations = How the two stand in the text: pairs of codings
co-occurrence-a = factor A
co-occurrence-b = factor B
co-occurrence-both = with both
co-occurrence-one-source = in one source
co-occurrence-b-where-a = B where A
co-occurrence-a-where-b = A where B
co-occurrence-jaccard = Jaccard
co-occurrence-lift = lift
co-occurrence-which-cases = cases with both
co-occurrence-all = all
co-occurrence-all-but = all but { $cases }
co-occurrence-codings-a = codings A at B
co-occurrence-codings-b = codings B at A
co-occurrence-passages-a = passages A at B
co-occurrence-passages-b = passages B at A
co-occurrence-pairs-passages = pairs of passages
co-occurrence-c-passages = c
co-occurrence-pairs-codings = pairs of codings
co-occurrence-c-codings = c (codings)
co-occurrence-ratio = ratio
co-occurrence-shared = shared characters
co-occurrence-same-span = same stretch
co-occurrence-inside = A in B
co-occurrence-encloses = A around B
co-occurrence-overlapping = overlap
co-occurrence-near = near
co-occurrence-note-cases = With both: k of the n cases with material have A and B, wherever in the case; in one source: so many of those cases have them in the same source. B where A: of the cases with A so many have B as well. Jaccard: cases with both divided by cases with at least one of them. Lift: P(A and B) / (P(A) · P(B)); 1 is together as often as if the one said nothing about the other.
co-occurrence-note-sources = With both: k of the n sources with material have A and B, wherever in the source. B where A: of the sources with A so many have B as well. Jaccard: sources with both divided by sources with at least one of them.
co-occurrence-note-codings = Codings A at B: of the codings of A so many meet at least one coding of B. From A to B differs from B to A: one long coding can meet many short ones.
co-occurrence-note-pairs = A pair is a passage or coding of A and one of B that meet. c = n₁₂ / (n₁ + n₂ − n₁₂), with n₁₂ pairs, and n₁ and n₂ passages or codings of A and B. Ratio: codings of the code that has more, divided by those of the other. Shared characters: characters that have both codes.
co-occurrence-note-relations = A in B: A lies within B; A around B: the other way round; overlap: each has words of its own as well; near: they share nothing but lie within the window. The thirteen relations of Allen stand in the file.
co-occurrence-necessary = ° The lift is 1 because one of the two is in every case; it says nothing then.
co-occurrence-out-of-range = ! c is above 1 or cannot be told, because codings meet more than one other; c is no share then.
co-occurrence-unequal = ≠ One code has more than five times as many codings as the other; c cannot become high then.
co-occurrence-window-overlap = To meet is to share at least one character. What only borders on each other does not meet.
co-occurrence-window-chars = To meet is to have at most { $n ->
    [one] { $n } character
   *[other] { $n } characters
} in between, in the same source.
co-occurrence-window-unit = To meet is to stand in the same unit (turn, message, diary entry or paragraph). A source without units is one.
co-occurrence-window-elsewhere = The window holds for codings and pairs, not for cases and sources: ask for them with --unit codings or --unit pairs.
co-occurrence-coders = Codings count per coder: where two coders give both codes to the same words, these are four pairs. A passage counts once, whoever coded it.
co-occurrence-whole = { $n ->
    [one] { $n } coding of a whole source has no place in the text: it counts for sources and cases, and meets nothing.
   *[other] { $n } codings of whole sources have no place in the text: they count for sources and cases, and meet nothing.
}
co-occurrence-order = Order: first the pairs with most cases, then those with the highest c over passages, then by code.
co-occurrence-kin = A code and a code above it are no pair: the one is part of the other. With --unfolded each code counts for itself only.
co-occurrence-headings = { $n ->
    [one] { $n } pair with a heading of the codebook stands in files only.
   *[other] { $n } pairs with a heading of the codebook stand in files only.
}
co-occurrence-caution = Going together does not say that the one has to do with the other: the passages say so, or do not.
co-occurrence-material = Material: { $chars } characters in { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
}.
co-occurrence-none = No two codes occur together in a case or source.

phases-title = In how many cases each factor occurs, by phase
phases-title-patterns = In which phases each factor occurs, by case
phases-unknown-column = phase not stated
phases-material = Material
phases-material-cases = cases with material
phases-k-of-n = k of n: the factor occurs in k of the n cases that have material from that phase. A phase is that of the unit or the source, or else that of the case on the day of the unit; the date of a source alone gives no phase.
phases-pattern = Each pattern has a sign per phase, in this order: { $phases }. 1: coded; 0: material, not coded; –: no material from that phase.
phases-several-cases = Material and passages that belong to several cases count here with each case.
phases-also-unknown = ? In that case the factor was also coded where the phase is not known.
phases-unknown = Phase not stated: { $codings ->
    [one] { $codings } coding
   *[other] { $codings } codings
}, and material in { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
}. That stands apart and nothing is guessed. Fill in the phase of the source or the unit, or the periods of the case in phases.csv.

sequence-title = What follows what
sequence-from = from A
sequence-to = to B
sequence-cases = cases
sequence-times = times
sequence-after = of all after A
sequence-expected = expected
sequence-residual = residual
sequence-unit-codings = A step is a coding under its own code: where two coders code the same passage, these are two steps. With --unit passages a passage counts once.
sequence-unit-passages = A step is a passage of a code, whoever coded it.
sequence-order = Order within a case: the date of the source, then the source, then the place in the text. It is the date on which something was said or written, not that of which it speaks. A transition goes from a step to the next, never from one case to another.
sequence-counts = { $transitions } transitions in { $cases ->
    [one] { $cases } case
   *[other] { $cases } cases
}. Order of the rows: most cases, then most often, then the codebook.
sequence-residual-note = Expected = (transitions from A × transitions to B) / all. Residual = (times − expected) / √(expected · (1 − from A / all) · (1 − to B / all)): above 0, B follows A more often than their numbers would have it. Transitions depend on each other, so no test belongs to it.
sequence-few = ° Fewer than 5 expected: the residual says little.
sequence-same-stretch = In { $n ->
    [one] { $n } transition
   *[other] { $n } transitions
} both steps stand on the same stretch of text: their order says nothing.
sequence-left-out = Not in the order: { $codings ->
    [one] { $codings } coding
   *[other] { $codings } codings
} in { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
} without a date, and { $whole ->
    [one] { $whole } coding of a whole source
   *[other] { $whole } codings of whole sources
}.
sequence-none = Nothing follows anything: no case has two codings with a place and a date.
around-title = Before and after the first event “{ $event }”
around-before = before
around-same-day = that day
around-after = after
around-undated = without a date
around-only-before = only before
around-only-after = only after
around-k-of-n = k of n: the factor occurs in k of the n cases that have material from before, from that day or from after. The event is the first of its kind that was held in the case.
around-compared = Only before and only after are about the { $n ->
    [one] { $n } case
   *[other] { $n } cases
} with material on both sides. · is none of these cases.
around-none-compared = No case has material on both sides of the event: there is nothing to compare.
around-time = The day is that on which something was said or written: of the unit, or else of the source. An interview afterwards falls after it, even where it speaks of earlier times. After it is not because of it.
around-no-date = Without a date, and so counted nowhere: { $codings ->
    [one] { $codings } coding
   *[other] { $codings } codings
} in these cases.
around-events-title = The event in each case, and the material around it
around-day = day
around-chars-before = characters before
around-chars-same-day = that day
around-chars-after = after
around-chars-undated = without a date
event-undated = date unknown
event-not-held = not held
event-no-event = none

statement-co-occur = { $first } and { $second }: occur together in more than half of the cases with material, and meet in the text
