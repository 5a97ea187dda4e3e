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
table-open-cell = The passages behind a number: `{ $command }`.
table-more-parts = This table has further parts: { $parts }. Ask for one with --part, or for all with --format xlsx.
table-row-limit = Shown: { $shown } of { $all } rows; --limit shows more, a file holds all.
table-rows-shown = Shown: { $shown } of { $all } rows.

# Why a number is not there.
undefined = –: { $reason }.
undefined-no-codings = nothing was coded
undefined-no-material = there is no material in which it could have been found
undefined-no-direction = there is nothing that promotes or hinders
undefined-not-coded = nobody coded in it yet
undefined-not-stated = nobody wrote the value down
undefined-both-empty = neither of the two has anything, so that there is nothing to compare
undefined-empty-margin = a row or column adds up to zero
undefined-no-variation = all values are the same
undefined-one-coder = there is one coder at most, so that there is nothing to compare
undefined-nothing-shared = there is nothing that two coders both judged
undefined-too-little-shared = the coders share too little to say what chance would give
undefined-overlapping-codes = a coder gave the same place more than one code, and this measure takes one at a time
undefined-below-zero = a value lies below zero, where a ratio scale begins
undefined-seldom-defined = drawn again there is a number too seldom ({ $n } times; needed: { $needed }), because it occurs in too few sources
undefined-tied = several answers are equally good, so that any choice would be arbitrary
undefined-too-much = that would be too much work ({ $n }; at most: { $needed })
undefined-too-few-cases = there are too few cases ({ $n }; needed: { $needed })
undefined-too-few-units = there are too few units ({ $n }; needed: { $needed })
undefined-empty-base = the first units hold no code
undefined-more-pairs-than-codings = there are at least as many pairs as codings to make them of, so that a share says nothing
undefined-nothing-beside = there is one at most, so nothing can be left out
undefined-infinite = it has no upper end: nothing contradicts
undefined-no-members = no case belongs to it
undefined-no-distinction = what belongs to it belongs to the outcome as much as to its opposite
undefined-not-scored = nobody has scored it yet
undefined-scored-differently = it was scored differently
