# Wat over voorstellen gezegd wordt.

## Voorstellen doen

proposed = { $n ->
    [0] Geen nieuwe voorstellen voor `{ $code }`
    [one] 1 voorstel voor `{ $code }` in { $file }
   *[other] { $n } voorstellen voor `{ $code }` in { $file }
}
proposed-next = Ze tellen nergens mee tot iemand ze aanvaardt. Bekijk ze met: draad proposals --batch { $batch }
proposed-found-nothing = De zoekvraag vindt niets.
proposed-coded = { $n ->
    [one] 1 gevonden fragment heeft deze code al.
   *[other] { $n } gevonden fragmenten hebben deze code al.
}
proposed-open = { $n ->
    [one] 1 fragment was al voorgesteld en wacht nog op een besluit.
   *[other] { $n } fragmenten waren al voorgesteld en wachten nog op een besluit.
}
proposed-decided = { $n ->
    [one] Over 1 fragment is al eerder besloten; het wordt niet opnieuw voorgesteld.
   *[other] Over { $n } fragmenten is al eerder besloten; ze worden niet opnieuw voorgesteld.
}

## Voorstellen bekijken

proposals-none = Er zijn geen open voorstellen{ $filtered ->
    [0] .
   *[other] {""} die hieraan voldoen.
}
proposals-none-at-all = Er zijn geen voorstellen{ $filtered ->
    [0] . Doe er met: draad code --from-query 'vertrouw*' --code vertrouwen --propose
   *[other] {""} die hieraan voldoen.
}
proposals-open = { $n ->
    [one] 1 open voorstel
   *[other] { $n } open voorstellen
} in { $sources ->
    [one] 1 bron
   *[other] { $sources } bronnen
}. Besluit met --accept of --reject en --coder.
proposals-listed = { $n ->
    [one] 1 voorstel
   *[other] { $n } voorstellen
}, waarvan { $open } open
proposal-line = regel { $line }
proposal-query = zoekvraag: { $query }
proposal-unplaced-here = de woorden staan niet meer in de bron
proposal-was-accepted = aanvaard door { $coder }{ $date ->
    [none] {""}
   *[other] {""} op { $date }
}{ $coding ->
    [none] {""}
   *[other] , codering { $coding }
}
proposal-was-rejected = afgewezen door { $coder }{ $date ->
    [none] {""}
   *[other] {""} op { $date }
}

## Besluiten

decided-accepted = { $n ->
    [one] 1 voorstel aanvaard
   *[other] { $n } voorstellen aanvaard
} door { $coder }
decided-rejected = { $n ->
    [one] 1 voorstel afgewezen
   *[other] { $n } voorstellen afgewezen
} door { $coder }
decided-there = { $n ->
    [one] 1 ervan had { $coder } zelf al zo gecodeerd.
   *[other] { $n } ervan had { $coder } zelf al zo gecodeerd.
}
decided-already = { $n ->
    [one] Over 1 voorstel was al zo besloten.
   *[other] Over { $n } voorstellen was al zo besloten.
}
decided-refused = { $n ->
    [one] 1 besluit is niet uitgevoerd; hierboven staat waarom.
   *[other] { $n } besluiten zijn niet uitgevoerd; hierboven staat waarom.
}
decided-nothing = Niets veranderd
decided-left = { $n ->
    [0] Er zijn geen open voorstellen meer.
    [one] 1 voorstel is nog open.
   *[other] { $n } voorstellen zijn nog open.
}

## Elders

status-proposals = { $n ->
    [one] 1 open voorstel, dat nergens meetelt
   *[other] { $n } open voorstellen, die nergens meetellen
}: draad proposals
