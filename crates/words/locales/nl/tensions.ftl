# Spanningsvelden: `draad table tensions`.

tensions-title = Spanningsvelden

tensions-key-case = casus
tensions-key-phase = fase
tensions-key-role = rol
tensions-key-speaker = spreker
tensions-key-kind = soort bron
tensions-key-coder = codeur

## Welke factoren

tensions-promotes = ● bevordert
tensions-hinders = ◆ belemmert
tensions-both = beide
tensions-passages = fragmenten
tensions-within-passage = in 1 fragment
tensions-within-source = in 1 bron
tensions-over = per { $key }
tensions-cases = casussen met beide
tensions-between-cases = alleen tussen casussen: ● { $promoting } / ◆ { $hindering }
tensions-between-codes = (bij verschillende subcodes)
tensions-undefined = Er valt geen spanningsveld te vinden: { $reason }.
tensions-nothing-to-compare = Of er spanningsvelden zijn, is zo niet te zien: er zijn geen twee waarden om te vergelijken.
tensions-none = Er is geen spanningsveld: geen factor bevordert op de ene plaats en belemmert op de andere.
tensions-limit = Getoond: { $shown } van de { $all } factoren; --limit toont er meer, een bestand bevat alles.
tensions-key-one = Per { $key } valt niets te vergelijken: er komt maar één { $key } voor.
tensions-key-none = Per { $key } valt niets te vergelijken: nergens is een { $key } vermeld.
tensions-what = Een spanningsveld is hier een factor met bevorderende én belemmerende fragmenten. Tegenspraak is een uitkomst, geen ruis.
tensions-what-by = Een spanningsveld is hier een factor die bij de ene { $key } bevordert en bij een andere belemmert, in dezelfde casus of in verschillende. Tegenspraak is een uitkomst, geen ruis.
tensions-k = k van n: in k van de n casussen met materiaal bevordert de factor, belemmert hij, of doet hij beide.
tensions-columns = De volgende kolommen tellen casussen met beide richtingen. ‘In 1 fragment’: twee coderingen van hetzelfde fragment gaan tegen elkaar in. ‘In 1 bron’: in één bron staan beide, ook als dat in één fragment is. ‘Per …’: bij de ene fase, rol of soort bron bevordert de factor en bij een andere belemmert hij. Een casus kan in meer kolommen tellen. Wat niet vermeld is, spreekt niets tegen; wie de vragen stelt ook niet.
tensions-order = Factoren staan op volgorde van het aantal casussen waarbinnen de richting verschilt (de meeste eerst), daarna op id. Die volgorde zegt niets over hun belang.

## Per waarde

tensions-by = Waar helpt het, waar belemmert het: per { $key }
tensions-head-value = waarde
tensions-head-says = wat
tensions-head-promotes = ● bevordert
tensions-head-hinders = ◆ belemmert
tensions-head-passages = fragmenten
tensions-head-sources = bronnen
tensions-head-promotes-in = ● in
tensions-head-hinders-in = ◆ in
tensions-value-cell = Geteld zijn casussen: ● waarin de factor daar bevordert, ◆ waarin hij daar belemmert, van de n casussen met zulk materiaal; alleen waar geen van beide is, ◐ ambivalent of ■ zonder richting. · materiaal, niet gecodeerd; – geen materiaal.
tensions-material = Materiaal per { $key }: { $levels }.
tensions-material-of = { $name } { $cases }, { $sources }, { $chars } tekens
tensions-not-compared = Wat niet vermeld is en wie de vragen stelt, staan erbij, maar tellen niet als tegenspraak.

## Wie wie tegenspreekt

tensions-contradictions-title = Tegenspraak binnen casussen, per { $key }
tensions-contradictions = Elke rij: in deze casussen bevordert de factor bij de ene { $key } (●) en belemmert hij bij de andere (◆). Waar een van beide allebei zegt, staat de casus bij meer rijen.
tensions-head-n-cases = casussen
tensions-head-cases = in

## Verandering over de fasen

tensions-changes-title = Verandering over de fasen
tensions-changes = Tussen haakjes staat per casus het verloop, in de volgorde { $phases }. Vergeleken worden de eerste en de laatste fase waarin de factor een richting heeft; ‘eindigt zoals het begon’ zijn casussen waarin de richting daartussen verschilt, of beide keren beide is.
tensions-change-helps-then-hinders = helpt eerst, belemmert later
tensions-change-hinders-then-helps = belemmert eerst, helpt later
tensions-change-helps-then-both = helpt eerst, belemmert later ook
tensions-change-hinders-then-both = belemmert eerst, helpt later ook
tensions-change-both-then-helps = eerst beide, helpt later alleen
tensions-change-both-then-hinders = eerst beide, belemmert later alleen
tensions-change-there-and-back = eindigt zoals het begon
tensions-head-change = verandering
tensions-head-courses = in (verloop)

## Twee stemmen

tensions-voices-title = Twee stemmen naast elkaar
tensions-voices-of = { $factor } — { $shared }
tensions-shared-case-and-phase = dezelfde casus en fase, verschillende rollen
tensions-shared-case-and-role = dezelfde casus en rol, verschillende fasen
tensions-shared-case = dezelfde casus
tensions-shared-phase = verschillende casussen, dezelfde fase, verschillende rollen
tensions-shared-role = verschillende casussen, dezelfde rol, verschillende fasen
tensions-shared-nothing = verschillende casussen
tensions-voices = Gekozen is op regels, niet op inhoud: eerst fragmenten die verschillen op wat met --by gevraagd is; dan uit dezelfde casus, en daarbinnen dezelfde fase met verschillende rollen, dan dezelfde rol in verschillende fasen; dan fragmenten van 40 tot 400 tekens; dan in leesvolgorde. Een volgend paar komt zo mogelijk uit andere casussen. --quotes 3 toont drie paren per factor.
tensions-open-sides = Alle fragmenten van beide kanten: `{ $promoting }` en `{ $hindering }`.
tensions-apart-title = Beide kanten in één fragment
tensions-apart-of = { $factor } — { $ambivalent ->
    [0] niet ambivalent gecodeerd
    [one] 1 ambivalent fragment
   *[other] { $ambivalent } ambivalente fragmenten
}{ $cases ->
    [0] { "" }
    [one] { " " }in 1 casus
   *[other] { " " }in { $cases } casussen
}{ $both ->
    [0] { "" }
    [one] ; in 1 casus een fragment dat de een bevorderend en de ander belemmerend codeerde
   *[other] ; in { $both } casussen een fragment dat de een bevorderend en de ander belemmerend codeerde
}
tensions-apart = ◐ ambivalent gecodeerd; ●◆ met een bevorderende en een belemmerende codering. Ambivalente coderingen tellen bij geen van beide richtingen.
tensions-head-passage = fragment

## Zonder spanningsveld

tensions-without-title = Codes zonder spanningsveld
tensions-head-n-factors = codes
tensions-head-names = welke
tensions-name-with-cases = { $name } ({ $k })
tensions-without-promoting = ● alleen bevorderend
tensions-without-hindering = ◆ alleen belemmerend
tensions-without-both = ●◆ beide, maar niet bij verschillende waarden
tensions-without-ambivalent = ◐ alleen ambivalent
tensions-without-coded = ■ zonder richting
tensions-without-not-found = · materiaal, niet gecodeerd
tensions-without-no-material = – geen materiaal

tensions-history = Van de { $codes } codes (zonder koppen) hebben er { $coded } een fragment en staan er { $tensions } in spanning.

statement-tension = { $first }: bevordert en belemmert, verschillend per { $second ->
    [phase] fase
    [role] rol
    [kind] soort bron
    [case] casus
    [coder] codeur
   *[other] { $second }
}{ $value ->
    [within-cases] , binnen casussen
   *[between-cases] , alleen tussen casussen
}

robustness-value-within-cases = binnen casussen
robustness-value-between-cases = alleen tussen casussen
