# Conditions and their calibration: `draad calibrate`.

status-conditions = { $n ->
    [one] 1 condition
   *[other] { $n } conditions
}{ $all ->
    [0] {""}
   *[other] , { $scored } of { $all } scores given
}: draad calibrate

calibrate-none = There are no conditions yet. Describe them in conditions.toml; docs/calibration.md says how.
calibrate-column-condition = condition
calibrate-column-label = meaning
calibrate-column-cases = cases
calibrate-column-rests-on = rests on
calibrate-column-method = becomes a membership
calibrate-column-value = value
calibrate-column-definition = when
calibrate-column-case = case
calibrate-column-membership = membership
calibrate-column-passages = passages
calibrate-column-coder = by
calibrate-column-created = on
calibrate-title = { $condition }: { $known } of { $all } cases
calibrate-measure-passages = number of passages
calibrate-measure-sources = number of sources
calibrate-measure-chars = number of characters
calibrate-measure-coverage = share of the material
calibrate-rests-code = { $measure } of { $code }
calibrate-rests-code-in = { $measure } of { $code }, { $valence }
calibrate-rests-attribute = attribute { $attribute }
calibrate-rests-people = the judgement of coders
calibrate-presence = 1 where it was found, else 0
calibrate-presence-yes = 1 for yes, 0 for no
calibrate-presence-levels = 1 for { $levels }, else 0
calibrate-crisp = 1 from { $thresholds } on, 0 below
calibrate-steps = how many of these thresholds are reached: { $thresholds }
calibrate-direct = direct method: { $rest } at { $exclusion }, 0.5 at { $crossover }, { $degree } at { $inclusion }; L = ln({ $degree }/{ $rest }) = { $odds }
calibrate-linear = along straight lines: 0 at { $exclusion }, 0.5 at { $crossover }, 1 at { $inclusion }
calibrate-scores = one of these values: { $values }
calibrate-levels = { $levels }
calibrate-definition = Membership from: { $rests }. How: { $method }.
calibrate-list-note = Beside each condition stands for how many cases it has a value. A case without material, without the attribute, or without a score on which people agree has none, which is not the same as 0.
calibrate-open = The value of each case with the passages behind it: draad calibrate { $condition }
calibrate-counts-all = Of everybody the last score counts, and these have to agree; where they differ the case has no value and they stand below each other in parentheses.
calibrate-counts-one = Only the last score of { $coder } counts (coder_policy in study.toml).
calibrate-counts-layer = Where { $coder } has scored, only that score counts (coder_policy in study.toml). Elsewhere the last of everybody counts, and these have to agree; where they differ the case has no value and they stand below each other in parentheses.
calibrate-earlier = { $n ->
    [one] An earlier score counts no more; it is
   *[other] { $n } earlier scores count no more; they are
} kept: draad calibrate { $condition } --part scores
calibrate-half = Exactly 0.5, and so in no row of a truth table: { $cases }. Move the crossover until it lies between two cases.
calibrate-evidence-computed = { $case } · { $membership }
calibrate-evidence-scored = { $case } · { $value } · { $coder }, { $day }
calibrate-evidence-none = No passage stands with it.

calibrate-given = { $condition }, { $case }: { $value }{ $has-label ->
    [0] {""}
   *[other] {""} ({ $label })
}, by { $coder }{ $passages ->
    [0] {""}; no passage stands with it
    [one] {""}, with 1 passage
   *[other] {""}, with { $passages } passages
}.
calibrate-before = Earlier { $coder } gave { $value } ({ $day }); that score counts no more and is kept.
calibrate-known = This score of { $coder } is there already; nothing was changed.
