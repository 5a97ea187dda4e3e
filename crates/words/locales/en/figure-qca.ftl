# The figures truth-table, solution and xy-plot: Qualitative Comparative Analysis (QCA).

figure-qca-order = Conditions stand in the order in which they were given, cases in that of the study.
figure-qca-how = Membership in ‘{ $name }’: { $how }.
figure-qca-cases = Of { $all ->
    [one] 1 case { $used } takes part: of it
   *[other] { $all } cases { $used } take part: of these
} every condition and the outcome are known. The outcome is: { $outcome }.
figure-qca-left-out = { $n ->
    [one] { $cases } does not take part.
   *[other] { $cases } do not take part.
}
figure-qca-cutoffs = A row of the truth table goes with the outcome at an inclusion of at least { $inclusion }, a PRI of at least { $pri } and { $n ->
    [one] at least 1 case
   *[other] at least { $n } cases
}.
figure-qca-half = ½ after a case: exactly half in the outcome, so neither with nor without.
figure-qca-not-drawn = { $all-occur ->
    [yes] All { $all } combinations occur
   *[no] Not drawn: { $n } of { $all } combinations, in which there is no case
}
figure-qca-present = present
figure-qca-absent = absent
figure-qca-level = a number: the value with that number
figure-qca-without = ×: case without the outcome

## Truth table

figure-truth-table-title = Truth table
figure-truth-table-what = Truth table: which combinations of conditions occur, in which cases, and whether they go with the outcome. Each row is a combination, each column a condition; each case stands in the one row in which its membership exceeds 0.5.
figure-truth-table-signs = A filled circle: the condition is there; an open circle: it is not.
figure-truth-table-cases = × after a case: without the outcome.
figure-truth-table-numbers = n is the number of cases; inclusion is Σmin(x,y)/Σx and PRI the proportional reduction in inconsistency, both over all cases that take part. The number of a row is 1 plus its values read as one number, the first condition first.
figure-truth-table-no-contradictions = No row is contradictory: cases in the same row have the same outcome.
figure-truth-table-contradictions = { $n ->
    [one] One row is contradictory
   *[other] { $n } rows are contradictory
} (triangle): some of its cases have the outcome, others do not.
figure-truth-table-order = Rows stand by what they say of the outcome, and within that by number.
figure-truth-table-flag = contradictory: cases with and without the outcome
figure-truth-table-alt = Truth table with { $rows } { $rows ->
    [one] combination that occurs
   *[other] combinations that occur
}: { $with } with the outcome, { $without } without it, { $few } with too few cases; contradictory: { $contradictory }. { $not-drawn }
figure-truth-table-row = row { $row }: { $levels }; { $cases }, inclusion { $inclusion }, PRI { $pri }: { $ids }

## Solutions

figure-solution-title = Solutions
figure-solution-what = Which combinations of conditions go with the outcome in these cases. Each row is a term of a model, each column a condition; a model says that one of its terms is enough.
figure-solution-signs = A filled circle: the condition must be there; a circle with a cross: it must not be there; blank: it makes no difference.
figure-solution-core = The size says how firmly a condition stands in the term (Fiss 2011, doi:10.5465/amj.2011.60263120): a core condition (large) also stands in a term of the parsimonious solution that holds the whole of this term, a contributing one (small) does not. Where there are several parsimonious models, a condition that only some of them have is of middle size.
figure-solution-core-levels = Of a condition with a number only the core is bold.
figure-solution-fit = Inclusion is Σmin(x,y)/Σx, coverage Σmin(x,y)/Σy, PRI the proportional reduction in inconsistency; unique is the coverage that only this term has.
figure-solution-cases = After a term stand the cases that are more in it than out of it; × after a case: without the outcome.
figure-solution-conservative = The conservative solution uses only combinations that occur.
figure-solution-parsimonious = The parsimonious solution assumes what nobody has seen, where that makes it shorter.
figure-solution-intermediate = The intermediate solution assumes only what agrees with the expectations of theory.
figure-solution-order = Models and terms stand in the order of the computation, which says nothing about their weight.
figure-solution-model = { $kind }, model { $place } of { $all }
figure-solution-blank = blank: makes no difference
figure-solution-core-sign = core
figure-solution-in-some-sign = core in some parsimonious models
figure-solution-contributing-sign = contributing
figure-solution-alt = { $n ->
    [one] One model
   *[other] { $n } models
} with the conditions, fit and cases of each term. { $models }.
figure-solution-row = { $kind }, model { $place } of { $all }: { $formula }; inclusion { $inclusion }, PRI { $pri }, coverage { $coverage }{ $has-unique ->
    [0] {""}
   *[other] , unique { $unique }
}: { $ids }

## XY plot

figure-xy-title = Membership in a combination beside the outcome
figure-xy-what = For each case its membership in a combination of conditions (to the right) and in the outcome (upwards), from 0 to 1. A dot is a case; where several stand in one place, its area is proportional to their number, which stands before their names.
figure-xy-triangle = Where the combination is enough for the outcome, all cases lie in the grey triangle, on or above the diagonal. The lines at 0.5 divide those more in than out: at the lower right lies a case with the combination and without the outcome, at the upper left one with the outcome that the combination does not cover.
figure-xy-crisp = All memberships are 0 or 1, so all cases lie in the corners.
figure-xy-formulas = A*B is: A and B; A + B is: A or B; ~A is: not A.
figure-xy-names = In the formulas: { $names }.
figure-xy-order = First stand the models of the solutions, then their terms; the order says nothing about their weight.
figure-xy-fit = inclusion { $inclusion }, PRI { $pri }, coverage { $coverage }
figure-xy-models = { $models }
figure-xy-term = term of { $models }
figure-xy-asked = combination that was asked for
figure-xy-outcome = upwards: { $outcome }
figure-xy-axis = in the combination
figure-xy-deviant = Combination without outcome: { $cases }
figure-xy-uncovered = Outcome without combination: { $cases }
figure-xy-nameless = In { $formula } there is no room for the names of: { $cases }.
figure-xy-case = case
figure-xy-several = 3: … = three cases in one place
figure-xy-subset = combination ≤ outcome
figure-xy-halves = lines at 0.5: more in than out
figure-xy-point = { $cases }: in { $formula } { $x }, in the outcome { $y }
figure-xy-alt = { $n ->
    [one] A scatter plot
   *[other] { $n } scatter plots
} of { $cases }: membership in a combination beside that in the outcome. { $panels }
figure-xy-alt-panel = { $formula }: { $fit }; with combination and outcome { $typical }, combination without outcome { $deviant }, outcome without combination { $uncovered }.
