# The fixed words of the field, the same everywhere.
severity-error = error
severity-warning = warning
severity-note = note

valence-promoting = promoting
valence-hindering = hindering
valence-ambivalent = ambivalent
valence-none = without direction

state-promoting = promoting
state-hindering = hindering
state-both = promoting and hindering
state-ambivalent = ambivalent
state-coded = coded, without direction
state-not-found = material, not coded
state-no-material = no material

yes = yes
no = no
value-empty = not filled in
unknown = unknown
not-stated = not stated
unknown-outcome = outcome not stated
all-cases = all cases

n-cases = { $n ->
    [one] { $n } case
   *[other] { $n } cases
}
n-sources = { $n ->
    [one] { $n } source
   *[other] { $n } sources
}
n-units = { $n ->
    [one] { $n } unit
   *[other] { $n } units
}
n-codings = { $n ->
    [one] { $n } coding
   *[other] { $n } codings
}
n-passages = { $n ->
    [one] { $n } passage
   *[other] { $n } passages
}
n-codes = { $n ->
    [one] { $n } code
   *[other] { $n } codes
}
n-factors = { $n ->
    [one] { $n } factor
   *[other] { $n } factors
}
n-files = { $n ->
    [one] { $n } file
   *[other] { $n } files
}
page-of-original = p. { $page }
k-of-n = { $k } of { $n }

day = { $day } { $month } { $year }
moment = { $day }, { $time }
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December
