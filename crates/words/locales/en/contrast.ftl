# Outcomes side by side: `draad table contrast`.

contrast-title = Contrast by { $outcome }
contrast-deviant = does not fit
contrast-one-outcome = Outcomes cannot be compared: only one outcome occurs.
contrast-no-outcome = Outcomes cannot be compared: no case has a stated outcome.
contrast-no-cases = –: there is no case with that outcome.
contrast-case-order = Cases stand by outcome, then by id.
contrast-cell = In each cell: of the n cases with that outcome and with material, the factor occurs in k; below it those in which it promotes (●), hinders (◆), or is coded only as ambivalent or without direction (◐■). A case in which it does both stands with both. Nothing is tested.
contrast-order = Factors stand by the largest difference between two outcomes in the part of the cases in which the factor occurs, promotes or hinders, then by id. The order only says what to read first.
contrast-what-deviant = “Does not fit” are deviant cases: a factor works in its usual direction while the outcome is at the other end, or does not while the outcome is at its own end. Only the first and the last value of an outcome raise an expectation, and only for factors with a usual direction. These are the cases to read first.
contrast-not-coded-yet = Not coded yet, and therefore deviant nowhere: { $cases }.
contrast-never-coded = Codes that occur in no case are not among the deviant cases here; files name them.
contrast-material = Material by outcome: { $groups }.
contrast-promoting-works-against-outcome = promotes, yet { $outcome }
contrast-promoting-missing-for-outcome = does not promote, yet { $outcome }
contrast-hindering-works-against-outcome = hinders, yet { $outcome }
contrast-hindering-missing-for-outcome = does not hinder, yet { $outcome }

## Deviant cases

contrast-deviant-title = Deviant cases
contrast-head-case = case
contrast-head-outcome = outcome
contrast-head-material = material
contrast-head-deviates-in = deviates in
contrast-material-of-case = { $sources }, { $chars } characters
contrast-deviant-rows = Each case with what does not fit its outcome. A case with little material has more factors that do “not” work: look at the length of the material.

## Pairs

contrast-similar-title = Most similar cases with different outcomes
contrast-different-title = Most different cases with the same outcome
contrast-head-pair = cases
contrast-head-shared = shared
contrast-head-factors = factors
contrast-head-attributes = attributes
contrast-only-in = only { $case }: { $factors }
contrast-shared = in both: { $factors }
contrast-opposed = in both, in opposite directions: { $factors }
contrast-turned = in both, in one of them also the other way: { $factors }
contrast-attribute-value = { $attribute } ({ $value })
contrast-same-attributes = the same: { $attributes }
contrast-attributes-not-stated = not stated: { $attributes }
contrast-no-similar = There are no two cases with different outcomes and with factors to hold against each other.
contrast-no-different = There are no two cases with the same outcome and with factors to hold against each other.
contrast-what-similar = { $n ->
    [one] There is one pair with different outcomes; read them side by side: in what else do they differ?
   *[other] Of { $n } pairs with different outcomes, these share most factors; read them side by side: in what else do they differ?
}
contrast-what-different = { $n ->
    [one] There is one pair with the same outcome; read them side by side: what do they share all the same?
   *[other] Of { $n } pairs with the same outcome, these share fewest factors; read them side by side: what do they share all the same?
}
contrast-similarity = Shared: the number of factors that occur in both cases, of those that occur in either (in parentheses the same as Jaccard coefficient, 0 to 1). Each factor counts under its own code, whichever way it works; what occurs in neither does not count. Cases without a stated outcome are left out here.
contrast-tied = { $n ->
    [one] 1 more pair is as similar as the last one; equal pairs stand by id.
   *[other] { $n } more pairs are as similar as the last one; equal pairs stand by id.
}
contrast-without-factors = { $n ->
    [one] In 1 pair no factor is coded in either case; it cannot be compared.
   *[other] In { $n } pairs no factor is coded in either case; they cannot be compared.
}
contrast-not-compared = Not compared, because without material or not coded yet: { $cases }.
contrast-history-cases = Of { $cases } cases, { $stated } have a stated outcome.
contrast-history-pairs = Compared are { $different } pairs of cases with different outcomes and { $same } pairs with the same outcome.

statement-occurs-more = { $first }: occurs in relatively more cases with “{ $value }” than with any other outcome
statement-promotes-more = { $first }: promotes in relatively more cases with “{ $value }” than with any other outcome
statement-hinders-more = { $first }: hinders in relatively more cases with “{ $value }” than with any other outcome
