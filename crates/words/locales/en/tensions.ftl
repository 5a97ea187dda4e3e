# Tensions: `draad table tensions`.

tensions-title = Tensions

tensions-key-case = case
tensions-key-phase = phase
tensions-key-role = role
tensions-key-speaker = speaker
tensions-key-kind = kind of source
tensions-key-coder = coder

## Which factors

tensions-promotes = ● promotes
tensions-hinders = ◆ hinders
tensions-both = both
tensions-passages = passages
tensions-within-passage = in 1 passage
tensions-within-source = in 1 source
tensions-over = by { $key }
tensions-cases = cases with both
tensions-between-cases = only between cases: ● { $promoting } / ◆ { $hindering }
tensions-between-codes = (under different sub-codes)
tensions-undefined = No tension can be found: { $reason }.
tensions-nothing-to-compare = Whether there are tensions cannot be seen this way: there are no two values to compare.
tensions-none = There is no tension: no factor promotes in one place and hinders in another.
tensions-limit = Shown: { $shown } of { $all } factors; --limit shows more, a file holds all.
tensions-key-one = By { $key } nothing can be compared: only one { $key } occurs.
tensions-key-none = By { $key } nothing can be compared: no { $key } is stated anywhere.
tensions-what = A tension here is a factor with promoting and hindering passages. Contradiction is a result, not noise.
tensions-what-by = A tension here is a factor that promotes under one { $key } and hinders under another, in the same case or in different ones. Contradiction is a result, not noise.
tensions-k = k of n: in k of the n cases with material the factor promotes, hinders, or does both.
tensions-columns = The next columns count cases with both directions. “In 1 passage”: two codings of the same passage contradict each other. “In 1 source”: both stand in one source, be it in one passage. “By …”: under one phase, role or kind of source the factor promotes and under another it hinders. A case can count in several columns. What is not stated contradicts nothing, nor do people who ask the questions.
tensions-order = Factors stand by the number of cases within which the direction differs (most first), then by id. This order says nothing about their importance.

## By value

tensions-by = Where it helps, where it hinders: by { $key }
tensions-head-value = value
tensions-head-says = says
tensions-head-promotes = ● promotes
tensions-head-hinders = ◆ hinders
tensions-head-passages = passages
tensions-head-sources = sources
tensions-head-promotes-in = ● in
tensions-head-hinders-in = ◆ in
tensions-value-cell = Cases are counted: ● those in which the factor promotes there, ◆ those in which it hinders there, of the n cases with such material; only where neither is, ◐ ambivalent or ■ without direction. · material, not coded; – no material.
tensions-material = Material by { $key }: { $levels }.
tensions-material-of = { $name } { $cases }, { $sources }, { $chars } characters
tensions-not-compared = What is not stated, and people who ask the questions, are listed but do not count as contradiction.

## Who contradicts whom

tensions-contradictions-title = Contradictions within cases, by { $key }
tensions-contradictions = In each row: in these cases the factor promotes under one { $key } (●) and hinders under the other (◆). Where one of them says both, the case stands in several rows.
tensions-head-n-cases = cases
tensions-head-cases = in

## Change over the phases

tensions-changes-title = Change over the phases
tensions-changes = In parentheses stands the course of each case, in the order { $phases }. The first and the last phase in which the factor has a direction are compared; “ends as it began” are cases in which the direction differs in between, or is both each time.
tensions-change-helps-then-hinders = helps first, hinders later
tensions-change-hinders-then-helps = hinders first, helps later
tensions-change-helps-then-both = helps first, later hinders too
tensions-change-hinders-then-both = hinders first, later helps too
tensions-change-both-then-helps = both first, later only helps
tensions-change-both-then-hinders = both first, later only hinders
tensions-change-there-and-back = ends as it began
tensions-head-change = change
tensions-head-courses = in (course)

## Two voices

tensions-voices-title = Two voices side by side
tensions-voices-of = { $factor } — { $shared }
tensions-shared-case-and-phase = the same case and phase, different roles
tensions-shared-case-and-role = the same case and role, different phases
tensions-shared-case = the same case
tensions-shared-phase = different cases, the same phase, different roles
tensions-shared-role = different cases, the same role, different phases
tensions-shared-nothing = different cases
tensions-voices = Chosen by rules, not by content: first passages that differ on what --by asks for; then from the same case, and within it the same phase with different roles, then the same role in different phases; then passages of 40 to 400 characters; then in the order of reading. A next pair comes from other cases where possible. --quotes 3 shows three pairs per factor.
tensions-open-sides = All passages of both sides: `{ $promoting }` and `{ $hindering }`.
tensions-apart-title = Both sides in one passage
tensions-apart-of = { $factor } — { $ambivalent ->
    [0] not coded as ambivalent
    [one] 1 ambivalent passage
   *[other] { $ambivalent } ambivalent passages
}{ $cases ->
    [0] { "" }
    [one] { " " }in 1 case
   *[other] { " " }in { $cases } cases
}{ $both ->
    [0] { "" }
    [one] ; in 1 case a passage that one coding reads as promoting and another as hindering
   *[other] ; in { $both } cases a passage that one coding reads as promoting and another as hindering
}
tensions-apart = ◐ coded as ambivalent; ●◆ with a promoting and a hindering coding. Ambivalent codings count for neither direction.
tensions-head-passage = passage

## Without tension

tensions-without-title = Codes without tension
tensions-head-n-factors = codes
tensions-head-names = which
tensions-name-with-cases = { $name } ({ $k })
tensions-without-promoting = ● only promoting
tensions-without-hindering = ◆ only hindering
tensions-without-both = ●◆ both, but not under different values
tensions-without-ambivalent = ◐ only ambivalent
tensions-without-coded = ■ without direction
tensions-without-not-found = · material, not coded
tensions-without-no-material = – no material

tensions-history = Of { $codes } codes (without headings) { $coded } have a passage, and { $tensions } are in tension.

statement-tension = { $first }: promotes and hinders, differently by { $second ->
    [phase] phase
    [role] role
    [kind] kind of source
    [case] case
    [coder] coder
   *[other] { $second }
}{ $value ->
    [within-cases] , within cases
   *[between-cases] , only between cases
}

robustness-value-within-cases = within cases
robustness-value-between-cases = only between cases
