# De tabel meta-matrix: casussen in een volgorde, factoren in groepen, met citaten.

meta-matrix-factors-title = De factoren, met hun nummer in de rijen hierboven
meta-matrix-cases-title = De casussen in hun volgorde
meta-matrix-order-title = Hoe goed de tekens in deze volgorde bij elkaar liggen
meta-matrix-quotes-title = De citaten

meta-matrix-balance = balans
meta-matrix-outcome = uitkomst
meta-matrix-number = nr
meta-matrix-found = casussen
meta-matrix-passages = fragmenten
meta-matrix-quote = citaat
meta-matrix-row = rij
meta-matrix-sources = bronnen
meta-matrix-chars = tekens
meta-matrix-range = { $name } { $first }–{ $last }
meta-matrix-single = { $name } { $first }
meta-matrix-all-factors = factoren
meta-matrix-no-level = zonder niveau
meta-matrix-case = { $case } · { $outcome }
meta-matrix-pinned = vastgezet
meta-matrix-whole-source = (de hele bron)

meta-matrix-criterion = maat
meta-matrix-before = volgorde van de studie
meta-matrix-after = deze volgorde
meta-matrix-shuffled = geschud: laagste, mediaan, hoogste
meta-matrix-reaching = minstens zo goed
meta-matrix-criterion-path-length = lengte van het pad (minder is beter)
meta-matrix-criterion-effectiveness = effectiviteit (meer is beter)
meta-matrix-criterion-moore-stress = stress van Moore (minder is beter)

meta-matrix-marks = Elk teken is een factor in een casus: ● bevorderend, ◆ belemmerend, ◈ bevorderend én belemmerend, ◐ ambivalent, ■ zonder richting; · materiaal, niet gecodeerd; – geen materiaal. Per vijf een spatie.
meta-matrix-order-outcome = Casussen staan op uitkomst, dan op balans (meest bevorderend eerst), dan op id.
meta-matrix-order-balance = Casussen staan op balans (meest bevorderend eerst; zonder balans achteraan), dan op id.
meta-matrix-order-attribute = Casussen staan op { $attribute }, dan op balans (meest bevorderend eerst), dan op id.
meta-matrix-order-axis = Casussen staan langs de eerste as van een correspondentieanalyse van casussen en factoren; casussen zonder code staan achteraan. Boven en onder kunnen ook omgekeerd.
meta-matrix-order-leaf = Casussen staan zo dat buren de meeste factoren delen (optimale bladvolgorde van een boom met average linkage op 1 − Jaccard); casussen zonder code staan achteraan. Boven en onder kunnen ook omgekeerd.
meta-matrix-order-by-hand = Casussen staan in de volgorde die je opgaf; wie niet genoemd is, staat erachter, op uitkomst.
meta-matrix-columns-valence = Factoren staan op hun gebruikelijke richting, dan op niveau, dan op het aantal casussen (meeste eerst).
meta-matrix-columns-level = Factoren staan op niveau, dan op hun gebruikelijke richting, dan op het aantal casussen (meeste eerst).
meta-matrix-columns-axis = Factoren staan langs de eerste as van een correspondentieanalyse van casussen en factoren; wat nergens voorkomt staat achteraan.
meta-matrix-columns-leaf = Factoren staan zo dat buren in dezelfde casussen voorkomen (optimale bladvolgorde); wat nergens voorkomt staat achteraan.
meta-matrix-quote-rule = Citaten, hoogstens { $n } per cel: eerst fragmenten die de onderzoeker vastzette met gewicht 100. Daarna telkens een fragment in de richting die de meeste fragmenten van de cel hebben en die nog niet getoond is; dan het hoogste gewicht, de meeste codeurs, de lengte die het dichtst bij de mediaan van de cel ligt, en de plaats.
meta-matrix-criteria-note = Het pad is de som van de afstanden (1 − Jaccard) tussen opeenvolgende casussen. Effectiviteit is het aantal paren tekens die naast of onder elkaar liggen. Stress van Moore telt hoe vaak een cel verschilt van een van haar acht buren. Casussen en factoren zonder teken doen niet mee.
meta-matrix-shuffles-note = Een volgorde laat ook in toeval een patroon zien. { $n ->
    [one] Daarom is 1 tabel gemaakt waarin de tekens van elke factor over de casussen geschud zijn, en op dezelfde manier geordend: elke factor houdt zijn aantal casussen. “Minstens zo goed” zegt of die de waarde van deze tabel haalt (startgetal { $seed }).
   *[other] Daarom zijn { $n } tabellen gemaakt waarin de tekens van elke factor over de casussen geschud zijn, en op dezelfde manier geordend: elke factor houdt zijn aantal casussen. “Minstens zo goed” zegt hoeveel daarvan de waarde van deze tabel halen (startgetal { $seed }).
}
meta-matrix-shuffles-fixed-note = Een volgorde laat ook in toeval een patroon zien. { $n ->
    [one] Daarom is 1 tabel gemaakt waarin de tekens van elke factor over de casussen geschud zijn; de volgorde bleef gelijk. Elke factor houdt zijn aantal casussen. “Minstens zo goed” zegt of die de waarde van deze tabel haalt (startgetal { $seed }).
   *[other] Daarom zijn { $n } tabellen gemaakt waarin de tekens van elke factor over de casussen geschud zijn; de volgorde bleef gelijk. Elke factor houdt zijn aantal casussen. “Minstens zo goed” zegt hoeveel daarvan de waarde van deze tabel halen (startgetal { $seed }).
}
meta-matrix-fixed-note = De volgorde van de casussen blijft bij het schudden staan.
meta-matrix-empty-note = Niet gecodeerde factoren staan niet bij de citaten.
