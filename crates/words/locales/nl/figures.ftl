# Wat in en bij figuren staat.

## Overal

figure-outcome = Uitkomst: { $name }.
figure-n = Gebaseerd op { $cases }, { $sources } en { $codings } van de { $before } { $n ->
    [one] codering
   *[other] coderingen
} in de studie.
figure-coders-none = Geen enkele codering voldoet.
figure-coders-all = { $n ->
    [one] Gecodeerd door één codeur: { $names }.
    [2] De coderingen van beide codeurs tellen mee: { $names }. Wat zij allebei codeerden, telt als één fragment.
   *[other] De coderingen van alle { $n } codeurs tellen mee: { $names }. Wat meer dan één van hen codeerde, telt als één fragment.
}
figure-coders-one = Alleen de coderingen van { $names } tellen mee.
figure-coders-chosen = Er is alleen gevraagd naar de coderingen van { $names }; alleen die tellen mee.
figure-coders-adjudicated = Waar een vastgestelde codering is, telt die ({ $coder }); elders tellen alle codeurs mee: { $names }.
figure-material-of-coder = Materiaal van een codeur zijn de bronnen waarin die codeur ten minste één keer codeerde.
figure-no-filter = Er is niets weggefilterd.
figure-filter = Filter: { $filter }.
figure-filter-case = casus
figure-filter-kind = soort bron
figure-filter-role = rol
figure-filter-phase = fase
figure-filter-code = code
figure-filter-valence = richting
figure-filter-coder = codeur
figure-filter-where = voorwaarde
figure-filter-query = zoekvraag
figure-data = Gegevens { $hash }; Rode Draad { $version }.
figure-version = Rode Draad { $version }.
figure-page = pagina { $page } van { $pages }
figure-continued = { $head } (vervolg)
figure-group-n = { $name }, n{"\u00A0"}={"\u00A0"}{ $n }
figure-legend = Legenda
figure-only-part = Alleen { $name }.
figure-order-cases = Casussen staan op volgorde van uitkomst, dan van balans in aantal factoren (meest bevorderend eerst), dan van id.
figure-order-cases-without-outcome = Casussen staan op volgorde van balans in aantal factoren (meest bevorderend eerst), dan van id.
figure-balance-definition = De balans is (P − H) / (P + H), met P en H als de aantallen aan de bevorderende en de belemmerende kant: 1 als alles bevordert, −1 als alles belemmert.

## Matrix: factoren per casus

figure-matrix-title = Factoren per casus
figure-matrix-what = Welke factoren in welke casussen voorkomen, en in welke richting. Elke rij is een factor, elke kolom een casus.
figure-matrix-marks = Een cirkel betekent bevorderend, een ruit belemmerend; beide in één cel: beide komen voor, en een fragment dat in beide richtingen gecodeerd is, telt bij beide mee. Ambivalente fragmenten hebben alleen een eigen teken (een open cirkel) in cellen zonder andere richting; de tabel telt ze overal.
figure-matrix-size-passages = De oppervlakte van een teken is evenredig met het aantal fragmenten in die richting. Een fragment is een aaneengesloten stuk van een bron dat bij de factor is gecodeerd, hoe vaak en door hoeveel codeurs ook.
figure-matrix-size-sources = De oppervlakte van een teken is evenredig met het aantal bronnen waarin de factor voorkomt.
figure-matrix-cap = Boven { $cap } groeit een teken niet verder; het heeft dan een plusje.
figure-matrix-k-of-n = Rechts staat per groep in hoeveel casussen (k) de factor voorkomt, van de casussen met materiaal (n).
figure-matrix-k-of-n-all = Rechts staat in hoeveel casussen (k) de factor voorkomt, van de casussen met materiaal (n).
figure-matrix-foot = Onder elke kolom staan het aantal bronnen en het aantal fragmenten, opgeteld over de codes; een fragment telt bij de code waarmee het gecodeerd is en niet nog eens bij een bovenliggende code.
figure-matrix-folded = Een code telt ook wat bij onderliggende codes gecodeerd is.
figure-matrix-order-factors = Factoren staan op volgorde van richting, niveau, aantal casussen en id.
figure-matrix-alt = Matrix van { $factors } bij { $cases }. { $promoting } cellen zijn bevorderend, { $hindering } belemmerend, { $both } allebei, { $ambivalent } ambivalent en { $coded } zonder richting; in { $not-found } cellen is er wel materiaal maar is de factor niet gecodeerd, in { $no-material } is er geen materiaal. { $top ->
    [none] { "" }
   *[other] Het vaakst komt ‘{ $top }’ voor: in { $k } van { $n } casussen.
}
figure-cell = { $case }, { $factor }: { $state }; { $passages } ({ $promoting } bevorderend, { $hindering } belemmerend), { $sources }
figure-cell-plain = { $case }, { $factor }: { $state }; { $passages }, { $sources }
figure-cell-nothing = { $case }, { $factor }: { $state }
figure-case = { $case }: { $sources }, { $passages }
figure-factor = { $factor }: in { $k } van { $n } casussen, { $passages }
figure-sources = bronnen
figure-passages = fragmenten
figure-head-promoting = Bevorderend
figure-head-ambivalent = Ambivalent
figure-head-hindering = Belemmerend
figure-head-no-direction = Zonder vaste richting
figure-head-themes = Thema’s
figure-head-headings = Koppen
figure-head-no-level = niveau niet vermeld
figure-legend-both = bevorderend én belemmerend
figure-legend-theme = thema
figure-legend-sizes-passages = Aantal fragmenten:
figure-legend-sizes-sources = Aantal bronnen:
figure-legend-more = meer dan { $n }
figure-legend-cases = Casussen:

## Balans per casus

figure-balance-title = Balans van bevorderend en belemmerend per casus
figure-balance-what-factors = Per casus het aantal verschillende factoren met een belemmerende codering (links van de nullijn) en met een bevorderende codering (rechts). Een factor die in een casus beide kanten op werkt, telt aan beide kanten.
figure-balance-what-codings = Per casus het aantal belemmerende coderingen (links van de nullijn) en bevorderende coderingen (rechts).
figure-balance-what-chars = Per casus het aantal tekens tekst onder een belemmerende codering (links van de nullijn) en onder een bevorderende codering (rechts), opgeteld over de factoren.
figure-balance-alt = Staafdiagram met per casus links wat belemmert en rechts wat bevordert, voor { $cases }. In { $promoting } overweegt wat bevordert, in { $hindering } wat belemmert; in { $even } houden ze elkaar in evenwicht of is er niets gecodeerd.
figure-balance-row = { $case }: { $promoting } bevorderend, { $hindering } belemmerend, balans { $balance }
figure-balance-hindering = Belemmerend
figure-balance-promoting = Bevorderend
figure-balance-balance = Balans
figure-balance-unit-factors = Aantal factoren
figure-balance-unit-codings = Aantal coderingen
figure-balance-unit-chars = Aantal tekens tekst
figure-balance-none = geen

## Contrast tussen uitkomsten

figure-contrast-title = Contrast tussen uitkomsten
figure-contrast-what = Hoe vaak een factor in zijn eigen richting werkt, per uitkomst: van een bevorderende factor de casussen waarin hij bevordert (rondje), van een belemmerende die waarin hij belemmert (ruit), van een andere de casussen waarin hij voorkomt (vierkant).
figure-contrast-counts = Een stip staat bij het deel van de casussen met die uitkomst en met materiaal; de getallen ernaast geven k/n. De gevulde stip is de eerste waarde van de uitkomst, de open stip de laatste, een streepje wat ertussen ligt; de lijn verbindt ze. Er wordt niets getoetst.
figure-contrast-deviant = Casussen die niet passen staan erbij, op uitkomst en dan op id: daar werkt de factor in zijn richting terwijl de uitkomst aan het andere eind ligt, of werkt niet zo terwijl de uitkomst aan zijn eigen eind ligt.
figure-contrast-order = Binnen een richting staan factoren op volgorde van het verschil tussen de eerste en de laatste uitkomst, daarna op id.
figure-contrast-unused = { $n ->
    [one] Eén code die in geen casus voorkomt, is niet getekend.
   *[other] { $n } codes die in geen casus voorkomen, zijn niet getekend.
}
figure-contrast-alt = Stippen op een lijn voor { $factors }: hoe vaak elk in zijn eigen richting werkt, per uitkomst. Het grootste verschil: { $most }.
figure-contrast-row-promotes = { $factor } bevordert in { $groups }
figure-contrast-row-hinders = { $factor } belemmert in { $groups }
figure-contrast-row-occurs = { $factor } komt voor in { $groups }
figure-contrast-none = in geen
figure-contrast-half = in de helft
figure-contrast-all = in alle casussen
figure-contrast-none-short = geen
figure-contrast-half-short = helft
figure-contrast-all-short = alle
figure-contrast-deviant-head = Past niet

## Spanningsvelden

figure-tensions-title = Spanningsvelden
figure-tensions-what = Factoren die bij de ene { $key } bevorderen en bij een andere belemmeren, binnen dezelfde casus.
figure-tensions-lines = In elk vak heeft elke casus waarin dat gebeurt een eigen lijn: een teken erboven bevordert, een teken eronder belemmert. Waar een casus geen richting heeft, loopt de lijn door naar de volgende { $key } die er wel een heeft.
figure-tensions-quotes = Eronder staan twee fragmenten die elkaar tegenspreken; lange zijn afgebroken, de tabel heeft ze helemaal.
figure-tensions-order = De vakken staan op volgorde van het aantal casussen waarin de richting verschilt, daarna op id; k van n telt casussen met materiaal.
figure-tensions-others = { $n ->
    [one] Nog één factor bevordert en belemmert, maar in geen casus per { $key } verschillend.
   *[other] Nog { $n } factoren bevorderen en belemmeren, maar in geen casus per { $key } verschillend.
}
figure-tensions-flips = verschilt in { $k } van { $n } casussen
figure-tensions-alt = Vakken voor { $factors } waarvan de richting binnen casussen per { $key } verschilt. De meeste: { $most }.
figure-characters = Tekens die het lettertype van de figuur niet heeft, zoals emoji, staan als hun Unicode-nummer tussen haken; een naam waarvan geen letter overblijft, staat als id. De volledige tekst staat in het CSV-bestand bij de figuur.
