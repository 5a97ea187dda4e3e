# What stands in and beside figures.

## Everywhere

figure-outcome = Outcome: { $name }.
figure-n = Based on { $cases }, { $sources } and { $codings } of the { $before } { $n ->
    [one] coding
   *[other] codings
} in the study.
figure-coders-none = No coding passes.
figure-coders-all = { $n ->
    [one] Coded by one coder: { $names }.
    [2] The codings of both coders count: { $names }. What both of them coded counts as one passage.
   *[other] The codings of all { $n } coders count: { $names }. What several of them coded counts as one passage.
}
figure-coders-one = Only the codings of { $names } count.
figure-coders-chosen = Only the codings of { $names } were asked for, so only these count.
figure-coders-adjudicated = Where there is an adjudicated coding, it counts ({ $coder }); elsewhere those of all coders do: { $names }.
figure-material-of-coder = Material of a coder are the sources in which that coder coded at least once.
figure-no-filter = Nothing was filtered out.
figure-filter = Filter: { $filter }.
figure-filter-case = case
figure-filter-kind = kind of source
figure-filter-role = role
figure-filter-phase = phase
figure-filter-code = code
figure-filter-valence = valence
figure-filter-coder = coder
figure-filter-where = condition
figure-filter-query = query
figure-data = Data { $hash }; Rode Draad { $version }.
figure-version = Rode Draad { $version }.
figure-page = page { $page } of { $pages }
figure-continued = { $head } (continued)
figure-group-n = { $name }, n{"\u00A0"}={"\u00A0"}{ $n }
figure-legend = Legend
figure-only-part = Only { $name }.
figure-order-cases = Cases are ordered by outcome, then by balance in number of factors (most promoting first), then by id.
figure-order-cases-without-outcome = Cases are ordered by balance in number of factors (most promoting first), then by id.
figure-balance-definition = The balance is (P − H) / (P + H), where P and H are the numbers on the promoting and the hindering side: 1 when everything promotes, −1 when everything hinders.

## Matrix: factors by case

figure-matrix-title = Factors by case
figure-matrix-what = Which factors occur in which cases, and in which direction. Each row is a factor, each column a case.
figure-matrix-marks = A circle means promoting, a diamond hindering; both in one cell: both occur, and a passage coded in both directions counts with both. Ambivalent passages have a mark of their own (an open circle) only in cells without another direction; the table counts them everywhere.
figure-matrix-size-passages = The area of a mark is proportional to the number of passages in that direction. A passage is an unbroken stretch of a source coded with the factor, by however many coders and however often.
figure-matrix-size-sources = The area of a mark is proportional to the number of sources in which the factor occurs.
figure-matrix-cap = Above { $cap } a mark grows no further; it then carries a plus sign.
figure-matrix-k-of-n = The right margin gives, for each group, in how many cases (k) the factor occurs, of those with material (n).
figure-matrix-k-of-n-all = The right margin gives in how many cases (k) the factor occurs, of those with material (n).
figure-matrix-foot = Below each column stand the number of sources and the number of passages, added over the codes; a passage counts for the code it was coded with, and not again for a code above that.
figure-matrix-folded = A code includes what was coded with the codes below it.
figure-matrix-order-factors = Factors are ordered by valence, level, number of cases and id.
figure-matrix-alt = Matrix of { $factors } by { $cases }. { $promoting } cells are promoting, { $hindering } hindering, { $both } both, { $ambivalent } ambivalent and { $coded } without direction; in { $not-found } cells there is material but the factor was not coded, in { $no-material } there is no material. { $top ->
    [none] { "" }
   *[other] The most frequent is ‘{ $top }’: in { $k } of { $n } cases.
}
figure-cell = { $case }, { $factor }: { $state }; { $passages } ({ $promoting } promoting, { $hindering } hindering), { $sources }
figure-cell-plain = { $case }, { $factor }: { $state }; { $passages }, { $sources }
figure-cell-nothing = { $case }, { $factor }: { $state }
figure-case = { $case }: { $sources }, { $passages }
figure-factor = { $factor }: in { $k } of { $n } cases, { $passages }
figure-sources = sources
figure-passages = passages
figure-head-promoting = Promoting
figure-head-ambivalent = Ambivalent
figure-head-hindering = Hindering
figure-head-no-direction = No fixed direction
figure-head-themes = Themes
figure-head-headings = Headings
figure-head-no-level = level not stated
figure-legend-both = promoting and hindering
figure-legend-theme = theme
figure-legend-sizes-passages = Number of passages:
figure-legend-sizes-sources = Number of sources:
figure-legend-more = more than { $n }
figure-legend-cases = Cases:

## Balance per case

figure-balance-title = Balance of promoting and hindering per case
figure-balance-what-factors = For each case the number of distinct factors with a hindering coding (left of the zero line) and with a promoting coding (right). A factor that works both ways in a case counts on both sides.
figure-balance-what-codings = For each case the number of hindering codings (left of the zero line) and promoting codings (right).
figure-balance-what-chars = For each case the number of characters of text under a hindering coding (left of the zero line) and under a promoting coding (right), added over the factors.
figure-balance-alt = Bar chart with, for each case, what hinders on the left and what promotes on the right, for { $cases }. What promotes prevails in { $promoting }, what hinders in { $hindering }; in { $even } they are even or nothing was coded.
figure-balance-row = { $case }: { $promoting } promoting, { $hindering } hindering, balance { $balance }
figure-balance-hindering = Hindering
figure-balance-promoting = Promoting
figure-balance-balance = Balance
figure-balance-unit-factors = Number of factors
figure-balance-unit-codings = Number of codings
figure-balance-unit-chars = Number of characters
figure-balance-none = none

## Contrast between outcomes

figure-contrast-title = Contrast between outcomes
figure-contrast-what = How often a factor works in its own direction, per outcome: of a promoting factor the cases in which it promotes (circle), of a hindering factor those in which it hinders (diamond), of any other the cases in which it occurs (square).
figure-contrast-counts = A dot stands at the share of the cases with that outcome and with material; the numbers beside it give k/n. The filled dot is the first value of the outcome, the hollow one the last, a tick what lies between; the line joins them. Nothing is tested.
figure-contrast-deviant = The cases that do not fit are named, by outcome, then by id: in them the factor works in its direction although the outcome is at the other end, or does not although the outcome is at its own.
figure-contrast-order = Within a direction factors are ordered by the difference between the first and the last outcome, then by id.
figure-contrast-unused = { $n ->
    [one] One code that occurs in no case is not drawn.
   *[other] { $n } codes that occur in no case are not drawn.
}
figure-contrast-alt = Dots on a line for { $factors }: how often each works in its own direction, per outcome. The largest difference: { $most }.
figure-contrast-row-promotes = { $factor } promotes in { $groups }
figure-contrast-row-hinders = { $factor } hinders in { $groups }
figure-contrast-row-occurs = { $factor } occurs in { $groups }
figure-contrast-none = in none
figure-contrast-half = in half
figure-contrast-all = in all cases
figure-contrast-none-short = none
figure-contrast-half-short = half
figure-contrast-all-short = all
figure-contrast-deviant-head = Does not fit

## Tensions

figure-tensions-title = Tensions
figure-tensions-what = Factors that promote under one value of { $key } and hinder under another, within the same case.
figure-tensions-lines = In each panel every case that flips has a line of its own: a mark above it promotes, one below it hinders. Where a case has no direction, the line goes on to the next { $key } that has one.
figure-tensions-quotes = Below stand two passages that contradict each other; long ones are cut off, and the table has them whole.
figure-tensions-order = Panels are ordered by the number of cases that flip, then by id; k of n counts cases with material.
figure-tensions-others = { $n ->
    [one] One more factor promotes and hinders, but within no case over { $key }.
   *[other] { $n } more factors promote and hinder, but within no case over { $key }.
}
figure-tensions-flips = flips in { $k } of { $n } cases
figure-tensions-alt = Panels for { $factors } of which the direction differs by { $key } within cases. The most: { $most }.
figure-characters = Characters that the font of the figure does not have, such as emoji, stand as their Unicode number in brackets; a name of which no letter is left stands as its id. The full text is in the CSV file beside the figure.
