# Factors next to one outcome: `draad associate`.

association-title = Factors next to { $outcome }: { $focal } ({ $with }) against { $others } ({ $without })
association-others = others
association-difference = difference
association-deviant = does not fit
association-limits = { $lower } to { $upper }
association-none-with = No case has `{ $outcome }`, so there is nothing to hold against the others.
association-none-without = All cases have `{ $outcome }`, so there is nothing to hold them against.
association-values = Values of `{ $attribute }` that occur here: { $values }. Choose with --outcome a value or test that divides the cases in two, or take in more cases with a wider filter.
association-cell = Left: in k of the n cases with “{ $outcome }” the factor was found, and in which; beside it the same for the other cases.
association-any-direction = A factor counts as present with one passage or more, whichever way it works; --valence takes one direction.
association-some-directions = A factor counts as present here with one passage or more in the direction that was asked for. Factors that usually work another way are not under “does not fit”.
association-what-difference = Difference: the part of the cases on the left minus the part on the right, from −1 to +1; 0 is as often.
association-what-interval = Below the difference stands Newcombe’s interval ({ $confidence } %). It shows how coarse a difference between so few cases is: one case more or less already moves it.
association-too-few = On one side there are too few cases to test anything ({ $n }; needed: { $needed }). So there are only the counts and the difference, without an interval.
association-not-drawn = The cases were chosen, not drawn at random. What stands here describes these cases; it says nothing about others, and not why anything went as it did.
association-order = Factors stand by the size of the difference, then by id. The order only says what to read first.
association-what-deviant = “Does not fit” are the same deviant cases as in `draad table contrast`: a factor works in its usual direction while the outcome is at the other end, or does not while the outcome is at its own end. These are the cases to read first.
association-no-deviant = “Does not fit” is empty: `study.toml` does not say which end of this attribute is the good one, so no case goes against an expectation.
association-shared-sources = { $n ->
    [one] 1 source is of cases on both sides (such as a group interview) and counts
   *[other] { $n } sources are of cases on both sides (such as a group interview) and count
} on each.
association-not-stated = Outside the table, because the outcome is not stated: { $cases }.
association-no-material = Outside the counts, because without material: { $cases }.
association-not-coded = Outside the counts, because not coded yet, so that not found says nothing here: { $cases }.

## The cases behind the counts

association-cases-title = Cases in each cell
association-a = a
association-b = b
association-c = c
association-d = d
association-apart = outside
association-what-cells = a: factor found, { $focal }; b: factor found, { $others }; c: not found, { $focal }; d: not found, { $others }. Outside: no material, not coded yet, or outcome not stated.

## How far factor and outcome go together

association-measures-title = Other measures of the same
association-phi = φ
association-phi-of-reachable = φ/φmax
association-yule-q = Q
association-odds-half = odds ratio (+½)
association-odds-conditional = odds ratio (conditional)
association-what-phi = φ is the correlation between factor and outcome. Where the factor does not occur in as many cases as the outcome, φ cannot become 1; φ/φmax says which part was reached of what these margins allow. Yule’s Q is +1 or −1 as soon as one cell is empty.
association-what-odds = Odds ratio (+½): ad/bc after ½ was added to every cell (Haldane–Anscombe), so that there is always a number.
association-what-conditional = Odds ratio (conditional): the value under which this table is most likely, given the margins, with the exact interval ({ $confidence } %). ∞: nothing contradicts, so there is no upper end.
association-same-everywhere = –: the factor was found in every case or in none, so there is nothing to compare.

## Numbers of passages

association-counts-title = Passages per case
association-mean-difference = difference
association-p-absolute = p, |T| ≥ |t|
association-p-doubled = p, doubled
association-what-counts = Mean number of passages of the factor per case. That number grows with the length of the material and with the coder.
association-what-permutation = p: the part of all ways to deal out the outcome over these cases in which the difference is at least as large. There are two conventions: as far from zero on either side (|T| ≥ |t|), or twice the smaller side (doubled, as scipy does). Say with a number which one it is.
association-ways = There are { $ways } ways to give the outcome to { $focal } of the { $n } cases; all of them are counted.
association-what-least-counts = Smallest attainable p: with |T| ≥ |t| p cannot become smaller, given these numbers of passages per case and the number of cases with the outcome.
association-not-adjusted = { $n ->
    [one] This is 1 test.
   *[other] These are { $n } tests at once, and the p-values are not adjusted for that: who looks at many codes finds a small p anyway. Adjusted p-values, of presence per case, stand in --part tests.
}

## Tests

association-tests-title = Exact tests (exploratory)
association-least = smallest attainable p
association-fisher = p (Fisher)
association-mid-p = mid-p
association-adjust-holm = Holm
association-adjust-bonferroni = Bonferroni
association-adjust-benjamini-hochberg = Benjamini–Hochberg
association-adjust-benjamini-yekutieli = Benjamini–Yekutieli
association-tarone = small p attainable (Tarone)
association-can-say = yes
association-cannot-say = no
association-boschloo = p (Boschloo)
association-barnard = p (Barnard)
association-what-p = p (Fisher, two-sided): the part of all ways to deal out the outcome over these cases in which factor and outcome go together at least as far. A small p says that dealing out by chance rarely gives this; not that the difference is large or matters. A large p does not say that there is nothing.
association-what-least = Smallest attainable p: p cannot become smaller, given in how many cases the factor and the outcome occur. Where that is large already, p could not have become small, however the cases were divided.
association-what-mid-p = mid-p counts tables that are exactly as likely half, which takes away that Fisher’s test is too strict with few cases (Lydersen, Fagerland and Laake 2009).
association-family-all = { $adjusted }: adjusted for the number of tests at once. The family is all codes of this table ({ $n }). { $alpha } is within reach of { $testable } of them; --family testable takes only those.
association-family-testable = { $adjusted }: adjusted for the number of tests at once. The family is the codes within reach of { $alpha } ({ $testable }), of all codes of this table ({ $n }); --family all takes them all.
association-what-tarone = Small p attainable (Tarone): with so many tests at once, the limit { $alpha }/{ $k } = { $limit } is within reach of { $n } of them; of the others in no arrangement.
association-chance = Who looks at so many codes at once finds something anyway: in { $n } of the { $all } ways to deal out the outcome over these cases (about { $share } in 100) at least one code reaches p ≤ { $alpha }.
association-chance-simulated = Who looks at many codes at once finds something anyway. With 12 codes that have nothing to do with the outcome, in a simulation with 13 cases at least one code reached p ≤ { $alpha } about 1 time in 6; for this table it was not counted: { $reason }.
association-what-unconditional = Boschloo and Barnard leave open in how many cases the factor occurs, and take the chance that speaks most for coincidence. Boschloo: twice the smaller side; Barnard: with the pooled standard error. Other programs may choose otherwise.
association-nothing-to-test = A code that was found in every case or in none has p = 1: there is nothing to deal out.

association-history-cases = Of { $cases } cases, { $with } have `{ $outcome }` and { $without } have not; of { $unknown } it is not stated.
association-history-tests = Tested: { $n } of { $all } codes.

statement-factor-with-outcome = { $first }: found in relatively { $value ->
    [more-with-outcome] more
   *[fewer-with-outcome] fewer
} cases with `{ $second }` than in the others
robustness-value-more-with-outcome = more with the outcome
robustness-value-fewer-with-outcome = fewer with the outcome
