# Decisions about what coders read differently.

## The table

adjudication-title-codes = What was decided, per code
adjudication-title-sources = How far it is, per source
adjudication-title-decisions = The decisions
adjudication-code = code
adjudication-all-codes = all codes
adjudication-source = source
adjudication-coders = coders
adjudication-stretches = passages
adjudication-agreed = agreed
adjudication-decided = decided
adjudication-decided-coded = decided: coded
adjudication-decided-not-coded = decided: not
adjudication-open = open
adjudication-state = state
adjudication-decision = decision
adjudication-coded = coded
adjudication-not-coded = not coded
adjudication-by = by
adjudication-words = words
adjudication-why = why
adjudication-state-open = open
adjudication-state-decided = decided, not yet in the layer
adjudication-state-closed = in the layer
adjudication-state-reopened = open again
adjudication-state-outdated = layer out of date
adjudication-definition = Compared are the sources that at least two coders coded. A passage is what overlapping codings with one code cover together. The coders agree when each of them coded it, with the same valence, and what they have in common is at least half of what they cover together.
adjudication-reading-note = About the other passages people decide: the code belongs there (decided: coded) or does not (decided: not). The number says nothing about who was right.
adjudication-decider = { $names } ({ $n })
adjudication-deciders = Decided by: { $people }.
adjudication-next = What is open, with all readings: draad adjudicate. Each decision with its words and reason: draad table adjudication --part decisions

## The command

adjudicate-progress = Layer { $layer }: { $sources ->
    [one] 1 source
   *[other] { $sources } sources
}{ $filtered ->
    [yes] {" "}within this filter
   *[no] {""}
} coded by two coders or more, { $closed } in the layer
adjudicate-counts = { $n ->
    [one] 1 passage
   *[other] { $n } passages
}: { $agreed } agreed, { $decided } decided, { $open } open
adjudicate-line = line { $line }
adjudicate-whole = the whole source
adjudicate-kind-only-some-coded = not coded by all
adjudicate-kind-borders = other borders
adjudicate-kind-valence = other valence
adjudicate-kind-agreed = agreed
adjudicate-nothing = nothing
adjudicate-other = also: { $codes }
adjudicate-instead = instead: { $codes }
adjudicate-decided = decided: { $decision }{ $places ->
    [none] {""}
   *[other] {""} ({ $places })
}, by { $by }{ $date ->
    [none] {""}
   *[other] {""} on { $date }
}
adjudicate-more = { $n ->
    [one] 1 more disagreement is open; --limit shows more.
   *[other] { $n } more disagreements are open; --limit shows more.
}
adjudicate-none-open = Nothing is open.
adjudicate-none-open-here = Nothing is open that fits.
adjudicate-how = Decide with: draad adjudicate { $id } --take { $coder } --by "NAMES" --memo "WHY" (or --not-coded, or --span START-END). In Excel: --format xlsx --out differences.xlsx, and then --from differences.xlsx.
adjudicate-sheet-lead = Each row of the sheet disagreements is a passage that has not been decided, with what each coder has there. Fill in the last four columns; a row without a decision stays open.
adjudicate-sheet-decision = decision: a coder whose reading counts, coded, not coded, a place (120-180) or the words themselves.
adjudicate-sheet-valence = valence: promoting, hindering or ambivalent, where the decision leaves it open.
adjudicate-sheet-by = by: who took the decision, with commas between the names.
adjudicate-sheet-memo = memo: why it was decided so.
adjudicate-sheet-back = Read the decisions with: draad adjudicate --from FILE
adjudicate-new = { $n ->
    [one] 1 decision recorded
   *[other] { $n } decisions recorded
}
adjudicate-changed = { $n ->
    [one] 1 earlier decision changed
   *[other] { $n } earlier decisions changed
}
adjudicate-already = { $n ->
    [one] 1 decision had been taken just so.
   *[other] { $n } decisions had been taken just so.
}
adjudicate-refused = { $n ->
    [one] 1 request was not carried out; the reason stands above.
   *[other] { $n } requests were not carried out; the reasons stand above.
}
adjudicate-unchanged = Nothing changed
adjudicate-closed = { $source }: everything is decided. { $codings ->
    [0] The layer { $layer } has no codings of it
    [one] The layer { $layer } now has 1 coding of it
   *[other] The layer { $layer } now has { $codings } codings of it
} ({ $agreed } agreed, { $decided } decided).
adjudicate-left = { $n ->
    [0] No disagreements are open any more.
    [one] 1 disagreement is still open.
   *[other] { $n } disagreements are still open.
}
adjudicate-plan = This is a plan; nothing was changed.
adjudicate-policy = Let the layer count in tables and figures with, in study.toml under [coder_policy]: use = "adjudicated" and coder = "{ $layer }".

## Elsewhere

status-layer = layer { $layer }: { $codings ->
    [one] 1 coding
   *[other] { $codings } codings
} in { $sources ->
    [one] 1 source
   *[other] { $sources } sources
} that coders decided on together: draad adjudicate

## The report

report-adjudication = How disagreements between coders were settled
report-adjudication-lead = { $sources ->
    [one] One source was
   *[other] { $sources } sources were
} coded by two or more people. Of the { $n } passages in them they agreed on { $agreed }. { $decided ->
    [one] 1 other passage was
   *[other] { $decided } other passages were
} decided: { $coded } with the code, { $not } without. { $open ->
    [0] Nothing is open.
    [one] 1 disagreement is still open.
   *[other] { $open } disagreements are still open.
}
report-adjudication-by = Decided by { $people }{ $from ->
    [none] {""}
   *[other] { $to ->
        [none] , on { $from }
       *[other] , between { $from } and { $to }
    }
}.
report-adjudication-use = { $closed ->
    [0] No source is in the layer { $layer } yet.
    [one] One source is in the layer { $layer }.
   *[other] { $closed } sources are in the layer { $layer }.
} { $counts ->
    [yes] In this report, only the codings of the layer count for those sources.
   *[no] In this report the layer does not count: what the coders themselves coded does.
}
