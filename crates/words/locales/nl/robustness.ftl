# Robuustheid: welke uitspraken van een tabel blijven staan als er iets weggelaten wordt.

robustness-title = Robuustheid: wat blijft er staan als er iets wordt weggelaten?
robustness-survives = blijft
robustness-statement = uitspraak
robustness-falls = valt weg zonder
robustness-others = Valt in ten minste één ronde weg ({ $n })
robustness-always = Blijft in elke ronde staan ({ $n })
robustness-untried = Niet beproefd: er valt niets weg te laten ({ $n })
robustness-what = De tabel is telkens opnieuw berekend zonder één casus, codeur, soort bron of rol. k van n: in k van de n rondes waarin de uitspraak gedaan kon worden, is zij weer gedaan; een ronde zonder datgene waarover zij gaat, telt niet mee, en een uitspraak over één casus wordt niet beproefd door een andere casus weg te laten. Dit laat zien waarop een uitspraak rust, niet of zij waar is.
robustness-no-statements = De tabel doet geen uitspraken die te beproeven zijn.
robustness-way-case = casussen
robustness-way-coder = codeurs
robustness-way-kind = soorten bronnen
robustness-way-role = rollen
robustness-runs = { $n } rondes
robustness-without-case = casus { $name }
robustness-without-coder = codeur { $name }
robustness-without-kind = soort { $name }
robustness-without-role = rol { $name }
robustness-instead = { $left } (dan: { $value })
robustness-value-promoting = bevorderend
robustness-value-hindering = belemmerend
robustness-value-ambivalent = ambivalent
robustness-value-rises = stijgt
robustness-value-falls = daalt

# Uitspraken.
statement-factor-in-half = { $first }: komt voor in ten minste de helft van de casussen met materiaal
statement-factor-in-half-in-group = { $first }, { $second }: komt voor in ten minste de helft van de casussen met zulk materiaal
statement-factor-leans = { $first }: { $value ->
    [promoting] er zijn meer casussen waarin hij bevordert dan waarin hij belemmert
   *[hindering] er zijn meer casussen waarin hij belemmert dan waarin hij bevordert
}
statement-factor-leans-in-group = { $first }, { $second }: { $value ->
    [promoting] er zijn meer casussen waarin hij bevordert dan waarin hij belemmert
   *[hindering] er zijn meer casussen waarin hij belemmert dan waarin hij bevordert
}
statement-factor-by-outcome = { $first }: komt naar verhouding in meer casussen voor bij ‘{ $value }’ dan bij ‘{ $second }’
statement-cell-triangulated = { $first } in { $second }: getrianguleerd
statement-perspectives-differ = { $first } in { $second }: perspectieven botsen over de richting
statement-factor-triangulated = { $first }: getrianguleerd in ten minste de helft van de casussen waarin het voorkomt
statement-case-leans = { $first }: { $value ->
    [promoting] er bevordert meer dan er belemmert
   *[hindering] er belemmert meer dan er bevordert
}
statement-case-leans-in-group = { $first }, { $second }: { $value ->
    [promoting] er bevordert meer dan er belemmert
   *[hindering] er belemmert meer dan er bevordert
}
statement-case-course = { $first }: de balans { $value ->
    [rises] stijgt
   *[falls] daalt
} van de eerste fase naar de laatste
statement-most-cases-lean = { $value ->
    [promoting] Er zijn meer casussen waarin bevorderend overheerst dan waarin belemmerend overheerst
   *[hindering] Er zijn meer casussen waarin belemmerend overheerst dan waarin bevorderend overheerst
}
