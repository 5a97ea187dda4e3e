# What the cells of a table show: measures per cell, and the balance per phase, role or kind of source.

cell-marks = Before each number stands the direction: ● promoting, ◆ hindering, ●◆ both, ◐ ambivalent, ■ without direction; · material, not coded; – no material.
cell-measure-codings = The numbers are codings: when two coders code the same passage, it counts twice.
cell-measure-sources = The numbers are sources in which the factor occurs.
cell-measure-kinds = The numbers are kinds of source in which the factor occurs.
cell-measure-roles = The numbers are perspectives: roles that speak of the factor. People who ask questions are left out.
cell-measure-speakers = The numbers are people who speak of the factor. People who ask questions are left out.
cell-measure-chars = The numbers are characters coded with the factor; overlap counts once.
cell-measure-chars-summed = The numbers are the lengths of the codings added up, in characters; overlap counts twice.
cell-measure-words = The numbers are words of which at least one character is coded with the factor. A word is what the Unicode rules for word boundaries (UAX #29) cut out and what has a letter or a digit: “don't” is one word, “e-mail” is two.
cell-measure-coverage = The numbers are coverage: coded characters divided by all characters of the case's material.
cell-measure-coverage-sought = The numbers are coverage: coded characters divided by the characters of material in sources that somebody coded in, with whatever code. In other sources the factor was not sought.
cell-measure-per-1000 = The numbers are codings per 1,000 characters of material.
cell-measure-per-source = The numbers are codings per source with material.
cell-measure-row-share = The numbers are the share of all the case's codings that this factor has. Where codes count for what is above them, the sum is more than 1.
cell-measure-column-share = The numbers are the share of all this factor's codings that stand in the case.
cell-material = Characters of material per case: { $cases }.
cell-material-of-group = Characters of material per case ({ $group }): { $cases }.

table-material-chars = characters of material
balance-whole = whole case
balance-course = course
balance-cell-factors = In each cell: the balance on the number of distinct factors, and in brackets promoting/hindering. The whole case is no sum: a factor that occurs in more than one column counts once there.
balance-cell-codings = In each cell: the balance on codings, and in brackets promoting/hindering.
balance-cell-chars = In each cell: the balance on the length of the coded text, and in brackets promoting/hindering in characters (per factor without overlap, then added up).
balance-definition = The balance is (promoting − hindering) / (promoting + hindering): +1 when all promotes, −1 when all hinders. A factor that does both counts on both sides; ambivalent codings count on neither. With small numbers the fraction in brackets says more than the balance.
balance-marks = · material, but nothing that promotes or hinders; – no material.
balance-course-note = The course goes from the first phase with a balance to the last.
balance-no-course = Course –: fewer than two phases have a balance.
