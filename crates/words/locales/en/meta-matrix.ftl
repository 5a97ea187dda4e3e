# The table meta-matrix: cases in an order, factors in groups, with quotes.

meta-matrix-factors-title = The factors, with their numbers in the rows above
meta-matrix-cases-title = The cases in their order
meta-matrix-order-title = How well the marks lie together in this order
meta-matrix-quotes-title = The quotes

meta-matrix-balance = balance
meta-matrix-outcome = outcome
meta-matrix-number = no.
meta-matrix-found = cases
meta-matrix-passages = passages
meta-matrix-quote = quote
meta-matrix-row = row
meta-matrix-sources = sources
meta-matrix-chars = characters
meta-matrix-range = { $name } { $first }–{ $last }
meta-matrix-single = { $name } { $first }
meta-matrix-all-factors = factors
meta-matrix-no-level = without a level
meta-matrix-case = { $case } · { $outcome }
meta-matrix-pinned = pinned
meta-matrix-whole-source = (the whole source)

meta-matrix-criterion = measure
meta-matrix-before = order of the study
meta-matrix-after = this order
meta-matrix-shuffled = shuffled: lowest, median, highest
meta-matrix-reaching = at least as good
meta-matrix-criterion-path-length = length of the path (less is better)
meta-matrix-criterion-effectiveness = effectiveness (more is better)
meta-matrix-criterion-moore-stress = Moore stress (less is better)

meta-matrix-marks = Each mark is a factor in a case: ● promoting, ◆ hindering, ◈ promoting and hindering, ◐ ambivalent, ■ without direction; · material, not coded; – no material. A space after every five.
meta-matrix-order-outcome = Cases stand by outcome, then balance (most promoting first), then id.
meta-matrix-order-balance = Cases stand by balance (most promoting first; those without one last), then id.
meta-matrix-order-attribute = Cases stand by { $attribute }, then balance (most promoting first), then id.
meta-matrix-order-axis = Cases stand along the first axis of a correspondence analysis of cases and factors; cases without a code come last. Top and bottom could as well be turned round.
meta-matrix-order-leaf = Cases stand so that neighbours share most factors (optimal leaf order of a tree by average linkage on 1 − Jaccard); cases without a code come last. Top and bottom could as well be turned round.
meta-matrix-order-by-hand = Cases stand in the order that you gave; those that are not named come after, by outcome.
meta-matrix-columns-valence = Factors stand by their usual direction, then level, then number of cases (most first).
meta-matrix-columns-level = Factors stand by level, then their usual direction, then number of cases (most first).
meta-matrix-columns-axis = Factors stand along the first axis of a correspondence analysis of cases and factors; what occurs nowhere comes last.
meta-matrix-columns-leaf = Factors stand so that neighbours occur in the same cases (optimal leaf order); what occurs nowhere comes last.
meta-matrix-quote-rule = Quotes, at most { $n } per cell: first passages that the researcher pinned with weight 100. Then each time a passage in the direction that most passages of the cell have and that is not shown yet; then the highest weight, most coders, the length nearest to the median of the cell, and the place.
meta-matrix-criteria-note = The path is the sum of the distances (1 − Jaccard) between cases that follow each other. Effectiveness is the number of pairs of marks that lie side by side or one above the other. Moore stress counts how often a cell differs from one of its eight neighbours. Cases and factors without a mark play no part.
meta-matrix-shuffles-note = An order shows a pattern in chance too. { $n ->
    [one] So 1 table was made in which the marks of each factor are shuffled over the cases, and put in order in the same way: each factor keeps its number of cases. “At least as good” says whether it reaches the value of this table (seed { $seed }).
   *[other] So { $n } tables were made in which the marks of each factor are shuffled over the cases, and put in order in the same way: each factor keeps its number of cases. “At least as good” says how many of them reach the value of this table (seed { $seed }).
}
meta-matrix-shuffles-fixed-note = An order shows a pattern in chance too. { $n ->
    [one] So 1 table was made in which the marks of each factor are shuffled over the cases; the order stayed the same. Each factor keeps its number of cases. “At least as good” says whether it reaches the value of this table (seed { $seed }).
   *[other] So { $n } tables were made in which the marks of each factor are shuffled over the cases; the order stayed the same. Each factor keeps its number of cases. “At least as good” says how many of them reach the value of this table (seed { $seed }).
}
meta-matrix-fixed-note = The order of the cases stays as it is when marks are shuffled.
meta-matrix-empty-note = Factors that were not coded do not stand with the quotes.
