# Tables on the terminal and in documents.

table-factor = factor
table-case = case
table-promoting = promoting
table-hindering = hindering
table-balance-factors = balance: factors
table-balance-codings = codings
table-balance-chars = text length
table-marks = With the number of passages: ● promoting, ◆ hindering, ◐ ambivalent, ■ without direction; · material, not coded; – no material.
table-passage = A passage is an unbroken stretch of a source coded with the factor, by however many coders and however often.
table-k-of-n = k of n: the factor occurs in k of the n cases that have material.
table-group-cell = In each cell: the factor occurs in k of the n cases that have such material, followed by the number of passages.
table-balance = The balance is (promoting − hindering) / (promoting + hindering): on the number of distinct factors, on codings and on the length of the coded text. 1 means that everything promotes, −1 that everything hinders. A factor that does both in a case counts on both sides; ambivalent codings count on neither.
