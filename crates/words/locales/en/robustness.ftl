# Robustness: which of a table's statements remain when something is left out.

robustness-title = Robustness: what remains when something is left out?
robustness-survives = remains
robustness-statement = statement
robustness-falls = falls without
robustness-others = Falls in at least one run ({ $n })
robustness-always = Remains in every run ({ $n })
robustness-untried = Not tried: there is nothing to leave out ({ $n })
robustness-what = The table was computed again and again without one case, coder, kind of source or role. k of n: in k of the n runs in which the statement could be made it was made again; a run without what it is about does not count, and a statement about one case is not tried by leaving out another. This shows what a statement rests on, not whether it is true.
robustness-no-statements = The table makes no statements that can be tried.
robustness-way-case = cases
robustness-way-coder = coders
robustness-way-kind = kinds of source
robustness-way-role = roles
robustness-runs = { $n } runs
robustness-without-case = case { $name }
robustness-without-coder = coder { $name }
robustness-without-kind = kind { $name }
robustness-without-role = role { $name }
robustness-instead = { $left } (then: { $value })
robustness-value-promoting = promoting
robustness-value-hindering = hindering
robustness-value-ambivalent = ambivalent
robustness-value-rises = rises
robustness-value-falls = falls

# Statements.
statement-factor-in-half = { $first }: occurs in at least half of the cases with material
statement-factor-in-half-in-group = { $first }, { $second }: occurs in at least half of the cases with such material
statement-factor-leans = { $first }: { $value ->
    [promoting] there are more cases in which it promotes than in which it hinders
   *[hindering] there are more cases in which it hinders than in which it promotes
}
statement-factor-leans-in-group = { $first }, { $second }: { $value ->
    [promoting] there are more cases in which it promotes than in which it hinders
   *[hindering] there are more cases in which it hinders than in which it promotes
}
statement-factor-by-outcome = { $first }: occurs in a larger part of the cases with “{ $value }” than with “{ $second }”
statement-cell-triangulated = { $first } in { $second }: triangulated
statement-perspectives-differ = { $first } in { $second }: perspectives clash on its direction
statement-factor-triangulated = { $first }: triangulated in at least half of the cases in which it occurs
statement-case-leans = { $first }: { $value ->
    [promoting] more promotes than hinders
   *[hindering] more hinders than promotes
}
statement-case-leans-in-group = { $first }, { $second }: { $value ->
    [promoting] more promotes than hinders
   *[hindering] more hinders than promotes
}
statement-case-course = { $first }: the balance { $value ->
    [rises] rises
   *[falls] falls
} from the first phase to the last
statement-most-cases-lean = { $value ->
    [promoting] There are more cases in which promoting prevails than cases in which hindering does
   *[hindering] There are more cases in which hindering prevails than cases in which promoting does
}
