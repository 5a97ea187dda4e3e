# Tabellen op de terminal en in documenten.

table-factor = factor
table-case = casus
table-promoting = bevorderend
table-hindering = belemmerend
table-balance-factors = balans: factoren
table-balance-codings = coderingen
table-balance-chars = tekstlengte
table-marks = Met het aantal fragmenten: ● bevorderend, ◆ belemmerend, ◐ ambivalent, ■ zonder richting; · materiaal, niet gecodeerd; – geen materiaal.
table-passage = Een fragment is een stuk van een bron dat zonder onderbreking met de factor gecodeerd is, door hoeveel codeurs en hoe vaak ook.
table-k-of-n = k van n: in k van de n casussen met materiaal komt de factor voor.
table-group-cell = Elke cel: in k van de n casussen met zulk materiaal komt de factor voor; daarachter het aantal fragmenten.
table-balance = De balans is (bevorderend − belemmerend) / (bevorderend + belemmerend): op het aantal verschillende factoren, op coderingen en op de lengte van de gecodeerde tekst. 1 betekent dat alles bevordert, −1 dat alles belemmert. Een factor die in een casus beide doet, telt aan beide kanten; ambivalente coderingen tellen aan geen van beide.
table-open-cell = De fragmenten achter een getal: `{ $command }`.
table-more-parts = Deze tabel heeft nog meer onderdelen: { $parts }. Vraag er een met --part, of alles met --format xlsx.
table-row-limit = Getoond: { $shown } van de { $all } rijen; --limit toont er meer, een bestand bevat alles.
table-rows-shown = Getoond: { $shown } van de { $all } rijen.

# Waarom een getal er niet is.
undefined = –: { $reason }.
undefined-no-codings = er is niets gecodeerd
undefined-no-material = er is geen materiaal waarin het te vinden was
undefined-no-direction = er is niets dat bevordert of belemmert
undefined-not-coded = er heeft nog niemand in gecodeerd
undefined-not-stated = de waarde staat nergens
undefined-both-empty = geen van beide heeft iets, dus er valt niets te vergelijken
undefined-empty-margin = een rij of kolom telt op tot nul
undefined-no-variation = alle waarden zijn gelijk
undefined-one-coder = er is hooguit één codeur, dus er valt niets te vergelijken
undefined-nothing-shared = er is niets wat twee codeurs allebei hebben beoordeeld
undefined-too-little-shared = de codeurs hebben te weinig gemeen om te zeggen wat het toeval zou opleveren
undefined-overlapping-codes = een codeur gaf dezelfde plek meer dan één code, en deze maat kan er maar met één tegelijk overweg
undefined-below-zero = een waarde is kleiner dan nul, waar een ratioschaal begint
undefined-seldom-defined = bij het opnieuw trekken was er te vaak geen getal ({ $n } keer wel; nodig: { $needed }), want het komt in te weinig bronnen voor
undefined-tied = er zijn meer antwoorden die even goed zijn, dus elke keus zou willekeurig zijn
undefined-too-much = dat zou te veel rekenwerk zijn ({ $n }; hoogstens: { $needed })
undefined-too-few-cases = er zijn te weinig casussen ({ $n }; nodig: { $needed })
undefined-too-few-units = er zijn te weinig eenheden ({ $n }; nodig: { $needed })
undefined-empty-base = in de eerste eenheden kwam geen code voor
undefined-more-pairs-than-codings = er zijn minstens zoveel paren als coderingen om ze van te maken, dus een aandeel zegt niets
undefined-nothing-beside = er is er hooguit één, dus er valt niets weg te laten
undefined-infinite = er is geen bovengrens: niets spreekt het tegen
undefined-no-members = geen casus hoort erbij
undefined-no-distinction = wat erbij hoort, hoort evenzeer bij de uitkomst als bij het tegendeel ervan
undefined-not-scored = er heeft nog niemand gescoord
undefined-scored-differently = er is verschillend gescoord
