# Qualitative Comparative Analysis: `draad qca`.

qca-title = Combinations of conditions that go with: { $outcome }
qca-conditions = conditions
qca-outcome = outcome
qca-head-name = in formulas
qca-head-what = what
qca-head-how = how it came about
qca-legend-note = A*B is: A and B; A + B is: A or B; ~A is: not A. Of conditions with several values, A[2] is the value with number 2.
qca-negated-note = This is the analysis of the absence of the outcome, { $name }. Without --negate you get that of the outcome itself; the two are not each other’s mirror image.
qca-other-note = What goes with the absence of the outcome is an analysis of its own, and no mirror image of this one: draad qca … --negate

qca-how-code = code { $code } and what is below it: 1 with at least one passage, 0 where there is material but no passage
qca-how-code-unfolded = code { $code }, without what is below it: 1 with at least one passage, 0 where there is material but no passage
qca-how-code-direction = code { $code }: 1 with at least one passage in this direction, 0 where there is material but no such passage
qca-how-test = attribute: 1 where this holds, 0 where it does not
qca-how-yes-no = attribute: 1 for yes, 0 for no
qca-how-levels = values: { $levels }
qca-how-defined = { $how } (conditions.toml; draad calibrate { $id }){ $has-note ->
    [yes] . { $note }
   *[no] { "" }
}

qca-is = ‘{ $name }’
qca-no = no ‘{ $name }’
qca-not = not ‘{ $name }’
qca-together-with = together with

## Calibration

qca-calibration-title = Calibration: how far each case belongs
qca-take-part = { $n } of { $all } cases take part
qca-left-out = { $n } of { $all } cases { $n ->
    [one] does
   *[other] do
} not take part
qca-calibration-note = Membership from 0 (out) to 1 (in), [n] is a value of a condition with several values; in parentheses the number of passages that can be opened. A dash is not zero: what nobody could have looked for was not found absent.
qca-left-out-case = { $case } does not take part. { $reasons }.

## Necessity

qca-necessity-title = Necessity: is the condition there in all cases with { $outcome }?
qca-head-condition = condition
qca-head-inclusion = inclusion
qca-head-relevance = RoN
qca-head-coverage = coverage
qca-necessity-note = Inclusion: Σmin(x,y)/Σy; RoN (relevance): Σ(1−x)/Σ(1−min(x,y)), low where the condition is nearly always there; coverage: Σmin(x,y)/Σx. In print “necessary” usually is an inclusion of at least 0.9 with a RoN clearly above 0.5. These are conventions.
qca-unions-note = Searched as well: at most { $depth } conditions joined with “or” that together reach an inclusion of 0.9 and of which none can be spared.
qca-without-unions = Conditions joined with “or” were not searched: { $reason }.

## Truth table

qca-table-title = Truth table: the combinations that occur
qca-head-because = why this cannot be done
qca-no-table = There is no truth table
qca-rows-with = goes with the outcome (1)
qca-rows-without = does not go with the outcome (0)
qca-rows-too-few = too few cases (?)
qca-head-row = row
qca-head-n = n
qca-head-pri = PRI
qca-head-cases = cases
qca-head-combination = combination
qca-head-out = outcome
qca-head-with = with outcome
qca-head-without = without outcome
qca-table-note = Each case stands in the one row in which its membership exceeds 0.5. ✗: a case without the outcome; ½: exactly half in it, so neither with nor without. ≠: cases with different outcomes. Inclusion Σmin(x,y)/Σx and PRI are over all cases that take part.
qca-cutoffs-note = A row goes with the outcome at an inclusion of at least { $inclusion }, a PRI of at least { $pri } and { $n ->
    [one] at least 1 case
   *[other] at least { $n } cases
}. { $usual ->
    [crisp] The 1 was chosen because all memberships are 0 or 1: a single deviant case then is a contradiction that you see. --incl-cut chooses otherwise.
    [fuzzy] The 0.8 is customary for memberships between 0 and 1, which hardly ever reach 1. --incl-cut chooses otherwise.
   *[given] The inclusion was asked for.
}
qca-values-note = Values: { $values }.
qca-many-conditions = Mind: { $rows } possible combinations are many for { $cases } cases. With more than { $most } rows, luck soon looks tidy too; choose fewer conditions, from theory.
qca-same-attribute = Mind: { $conditions } are about the same attribute, so some combinations cannot exist. See with the remainders whether a model assumes one; such a model does not hold.
qca-history-cases = Of { $all } cases { $used } take part: of those every condition and the outcome are known.
qca-history-rows = They stand in { $rows } of { $all } possible rows; { $remainders } rows have no cases or too few.

## Contradictions

qca-contradictions-title = Contradictory rows: look at them before you read solutions
qca-no-contradictions = Contradictory rows: none. Cases in the same row have the same outcome.
qca-contradictions-note = Cases with the same combination and different outcomes. There are four answers to that:
qca-remedy-recheck = – Read the cases again: is the coding right, and is the outcome?
qca-remedy-add = – Add a condition that tells these cases apart, or replace one.
qca-remedy-recalibrate = – Calibrate otherwise: settle from when on a case belongs.
qca-remedy-accept = – Accept the contradiction with a lower cut-off (--incl-cut), and name the cases that deviate.

## Solutions

qca-kind-conservative = conservative
qca-kind-parsimonious = parsimonious
qca-kind-intermediate = intermediate
qca-solutions-title = Solutions: what goes with { $outcome } in these cases
qca-model = { $kind }, model { $place } of { $all }: { $formula }
qca-head-term = term
qca-head-raw = coverage
qca-head-unique = unique
qca-head-in-words = in words
qca-whole = together
qca-models-several = { $kind }: { $n } models fit equally well. { $shares ->
    [0] They share no term.
   *[other] They share: { $shared }.
} Do not present one of them as the result.
qca-models-first = { $kind }: there are more models than the { $n } that stand here. The data leave too much open to choose between models.
qca-models-given-up = { $kind }: there are so many possible models that not all can be found. Choose fewer conditions.
qca-solutions-note = Inclusion, PRI and coverage: how far the term lies within the outcome, and how much of the outcome it covers; unique: what only this term covers. A term says what goes with the outcome in these cases, not why. ✗: a case in the term without the outcome; ½: exactly half in it, so neither with nor without.
qca-types-note = Conservative uses only combinations that occur. Parsimonious assumes what nobody has seen, where that makes it shorter. Intermediate assumes only what agrees with your expectations.
qca-expected-note = What the intermediate solution assumes stands with “pairs”, row by row.
qca-expect-note = There is no intermediate solution, because no expectations were given: --expect condition=present or condition=absent says what theory expects.
qca-pairs-title = Pairs: what the intermediate solution assumes
qca-head-pair = pair
qca-head-models = models
qca-head-easy = assumed rows
qca-pairs-note = Of each pair of a conservative (C) and a parsimonious (P) model: the intermediate models, and the rows without cases that are assumed to go with the outcome because that agrees with the expectations (easy counterfactuals).

## Fit

qca-memberships-title = Membership in each model and term, beside { $outcome }
qca-head-membership = combination
qca-head-zone = where
qca-zone-typical = combination and outcome
qca-zone-deviant = combination without outcome
qca-zone-uncovered = outcome without combination
qca-zone-outside = neither
qca-zone-halfway = exactly half
qca-memberships-note = From 0 (out) to 1 (in), as `draad figure xy-plot` draws it; above 0.5 a case is more in than out. In a term the smallest membership in its conditions counts, in a model the largest in its terms.
qca-fit-title = What each model covers, and which cases do not fit
qca-head-model = model
qca-head-uncovered = outcome, but no term
qca-head-deviant = term, but no outcome
qca-fit-note = The last two columns are the deviant cases. These are the ones to read first: they say what the conditions do not see.

## Quotes

qca-evidence-title = The words behind each term
qca-evidence-term = { $term } ({ $kinds }): in { $k } of { $n } cases with { $outcome }
qca-head-source = source
qca-head-quote = quote
qca-no-passage = (no passage)
qca-from-attribute = (attribute of the case)
qca-evidence-note = Per case and condition the quotes that the meta-matrix would pick, or the passages on which a score rests. Where a term asks for something not to be there, there mostly is no passage. ✗: without the outcome; ½: exactly half in it. All quotes: --part evidence --limit 200; all passages: draad table --cell CASE,CODE

## Robustness

qca-robustness-title = Robustness: how far choices can move before a solution changes
qca-solution-kind = solution: { $kind }
qca-head-choice = choice
qca-head-now = now
qca-head-same = the same at
qca-head-below = below that
qca-head-above = above that
qca-anchors = anchors and thresholds (all solutions together)
qca-anchor-exclusion = exclusion
qca-anchor-crossover = crossover
qca-anchor-inclusion = inclusion
qca-anchor-threshold = threshold
qca-ranges-unknown = there are more models than can be compared
qca-no-solution = no solution
qca-another-solution = another solution
qca-same = the same
qca-robustness-note = One choice moves, the others stay. The bounds of cut-offs are exact: the values at which the truth table changes. Models that fit equally well stand with | between them.
qca-anchors-note = Anchors move up to the next anchor and to the lowest and highest value that occurs, in 50 steps to each side; the step in which something changes is narrowed down to a millionth.
qca-leave-out-note = Which terms survive without each case, coder, kind of source or role: draad qca … --leave-out all
qca-without-title = Without each case
qca-head-left-out = without
qca-without-note = “No solution”: without this case something no longer varies, or no row, or every row, goes with the outcome.

## Chance

qca-chance-title = Chance: how often do random data look as tidy?
qca-head-number = number
qca-chance-with = cases with the outcome
qca-chance-without = cases without the outcome
qca-chance-rows = possible combinations (rows)
qca-chance-share = of 100 random data sets, those without a contradiction (computed exactly)
qca-chance-drawn = the same, drawn to check ({ $runs } draws from seed { $seed })
qca-chance-contradictions = contradictory rows in this analysis
qca-chance-note = In these random data each case falls into each row with the same chance, whatever its outcome. The more of them have no contradiction, the less a tidy truth table says.

## Remainders

qca-remainders-title = Remainders: { $n } of { $all } possible combinations have no cases or too few
qca-head-assumed = assumed by
qca-remainders-note = Of these combinations nobody knows how it would go. “Assumed by”: models that take them to go with the outcome. Where such a combination cannot exist, or contradicts what is known, that model does not hold.

## What stands in the way

qca-obstacle-no-cases = Of no case all conditions and the outcome are known. See what is missing in the calibration, or leave a condition out.
qca-obstacle-never-varies = { $name } is { $value } in all { $n } cases that take part, so there is nothing to compare. Leave this condition out, take a code in one direction (code:hindering), or calibrate it in conditions.toml.
qca-obstacle-outcome-never-varies = The outcome { $name } is { $value } in all { $n } cases that take part, so there is nothing to compare. Take another outcome, or cases with another outcome.
qca-obstacle-halfway = Exactly 0.5 in { $name }: { $cases }. Such a case belongs to no row. Calibrate otherwise, or score the case just out or just in.
qca-obstacle-too-many-values = { $name } has { $n } values; a truth table cannot take more than { $most }. Join values, or take a test such as 'attribute>=12'.
qca-obstacle-outcome-of-several = The outcome { $name } has more than two values, and a case has to be in or out. Choose one of them with --outcome, or calibrate it in conditions.toml as presence, crisp or scores.
qca-obstacle-too-many-rows = The conditions make { $n } possible combinations; there cannot be more than { $most }. Choose fewer conditions.
qca-obstacle-too-few-cases = No solutions are given: { $n } cases take part, and with fewer than { $needed } nearly every combination is unique. Read the cases themselves; the truth table above puts them in order.
qca-obstacle-too-many-conditions = No solutions are given: { $rows } possible combinations are too many for { $cases } cases (at most { $most }). Nearly any data look tidy by luck then. Choose fewer conditions, from theory.
qca-obstacle-no-row-with = No row goes with the outcome at these cut-offs, so there is nothing to simplify. { $cut ->
    [cases] Rows have too few cases: lower --n-cut.
    [pri] There are rows with enough inclusion, but with too little PRI: lower --pri-cut, or see which cases contradict.
   *[inclusion] Look at the contradictory rows, or lower --incl-cut.
}
qca-obstacle-no-row-without = No row goes without the outcome: each row that has cases goes with it or has fewer than --n-cut and is a remainder. So no condition makes a difference, and no solution is given. Raise --incl-cut, lower --n-cut, or take other conditions.
qca-obstacle-too-much = There are so many possible models that not all can be found. Choose fewer conditions.

## Statements

statement-qca-parsimonious = ‘{ $first }’ stands in { $value ->
    [all-models] every model
   *[some-models] some models
} of the parsimonious solution
statement-qca-intermediate = ‘{ $first }’ stands in { $value ->
    [all-models] every model
   *[some-models] some models
} of the intermediate solution
robustness-value-all-models = in every model
robustness-value-some-models = in some models

## For R

qca-files-written = { $n ->
    [one] 1 file
   *[other] { $n } files
} written in { $folder }
qca-r-what = Does the analysis of `draad qca` again with the R package QCA: install.packages("QCA")
qca-r-folder = Run it in the folder in which this file stands: Rscript qca.R
qca-r-data = Memberships; NA is not known. Cases of which something is not known do not take part.
qca-r-necessity = Necessity: each condition and its absence.
qca-r-table = The truth table, with the same cut-offs.
qca-r-solutions = All models of the three solutions. Terms and models may stand in another order.
qca-r-refused = Here draad gives no solutions: { $reason }
