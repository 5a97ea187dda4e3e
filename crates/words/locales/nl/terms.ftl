# De vaste woorden van het vak, overal dezelfde.
severity-error = fout
severity-warning = let op
severity-note = ter info

valence-promoting = bevorderend
valence-hindering = belemmerend
valence-ambivalent = ambivalent
valence-none = zonder richting

state-promoting = bevorderend
state-hindering = belemmerend
state-both = bevorderend en belemmerend
state-ambivalent = ambivalent
state-coded = gecodeerd, zonder richting
state-not-found = materiaal, niet gecodeerd
state-no-material = geen materiaal

yes = ja
no = nee
value-empty = niet ingevuld
unknown = onbekend
not-stated = niet vermeld
unknown-outcome = uitkomst niet vermeld
all-cases = alle casussen

n-cases = { $n ->
    [one] { $n } casus
   *[other] { $n } casussen
}
n-sources = { $n ->
    [one] { $n } bron
   *[other] { $n } bronnen
}
n-units = { $n ->
    [one] { $n } eenheid
   *[other] { $n } eenheden
}
n-codings = { $n ->
    [one] { $n } codering
   *[other] { $n } coderingen
}
n-passages = { $n ->
    [one] { $n } fragment
   *[other] { $n } fragmenten
}
n-codes = { $n ->
    [one] { $n } code
   *[other] { $n } codes
}
n-factors = { $n ->
    [one] { $n } factor
   *[other] { $n } factoren
}
n-files = { $n ->
    [one] { $n } bestand
   *[other] { $n } bestanden
}
page-of-original = blz. { $page }
k-of-n = { $k } van { $n }

day = { $day } { $month } { $year }
moment = { $day }, { $time } uur
month-january = januari
month-february = februari
month-march = maart
month-april = april
month-may = mei
month-june = juni
month-july = juli
month-august = augustus
month-september = september
month-october = oktober
month-november = november
month-december = december
