# Wat de cellen van een tabel laten zien: maten per cel, en de balans per fase, rol of soort bron.

cell-marks = Vóór elk getal staat de richting: ● bevorderend, ◆ belemmerend, ●◆ allebei, ◐ ambivalent, ■ zonder richting; · materiaal, niet gecodeerd; – geen materiaal.
cell-measure-codings = De getallen zijn coderingen: coderen twee codeurs hetzelfde fragment, dan telt het twee keer.
cell-measure-sources = De getallen zijn bronnen waarin de factor voorkomt.
cell-measure-kinds = De getallen zijn soorten bronnen waarin de factor voorkomt.
cell-measure-roles = De getallen zijn perspectieven: rollen die over de factor spreken. Wie vragen stelt, telt niet mee.
cell-measure-speakers = De getallen zijn mensen die over de factor spreken. Wie vragen stelt, telt niet mee.
cell-measure-chars = De getallen zijn tekens die met de factor gecodeerd zijn; overlap telt één keer.
cell-measure-chars-summed = De getallen zijn de lengten van de coderingen bij elkaar, in tekens; overlap telt dubbel.
cell-measure-words = De getallen zijn woorden waarvan ten minste één teken met de factor gecodeerd is. Een woord is wat de Unicode-regels voor woordgrenzen (UAX #29) afbakenen en wat een letter of cijfer heeft: „zo'n” is één woord, „e-mail” zijn er twee.
cell-measure-coverage = De getallen zijn dekking: gecodeerde tekens gedeeld door alle tekens materiaal van de casus.
cell-measure-coverage-sought = De getallen zijn dekking: gecodeerde tekens gedeeld door de tekens materiaal in bronnen waarin iemand iets gecodeerd heeft, met welke code ook. In andere bronnen is niet naar de factor gezocht.
cell-measure-per-1000 = De getallen zijn coderingen per 1.000 tekens materiaal.
cell-measure-per-source = De getallen zijn coderingen per bron met materiaal.
cell-measure-row-share = De getallen zijn het deel van alle coderingen van de casus dat deze factor heeft. Waar codes meetellen bij wat erboven staat, is de som meer dan 1.
cell-measure-column-share = De getallen zijn het deel van alle coderingen van deze factor dat in de casus staat.
cell-material = Tekens materiaal per casus: { $cases }.
cell-material-of-group = Tekens materiaal per casus ({ $group }): { $cases }.

table-material-chars = tekens materiaal
balance-whole = hele casus
balance-course = verloop
balance-cell-factors = In elke cel: de balans op het aantal verschillende factoren, en tussen haakjes bevorderend/belemmerend. De hele casus is geen optelsom: een factor die in meer dan één kolom voorkomt, telt er één keer.
balance-cell-codings = In elke cel: de balans op coderingen, en tussen haakjes bevorderend/belemmerend.
balance-cell-chars = In elke cel: de balans op de lengte van de gecodeerde tekst, en tussen haakjes bevorderend/belemmerend in tekens (per factor zonder overlap, daarna opgeteld).
balance-definition = De balans is (bevorderend − belemmerend) / (bevorderend + belemmerend): +1 als alles bevordert, −1 als alles belemmert. Een factor die allebei doet, telt aan beide kanten; ambivalente coderingen tellen aan geen van beide. Bij kleine aantallen zegt de breuk tussen haakjes meer dan de balans.
balance-marks = · materiaal, maar niets dat bevordert of belemmert; – geen materiaal.
balance-course-note = Het verloop gaat van de eerste fase met een balans naar de laatste.
balance-no-course = Verloop –: minder dan twee fasen hebben een balans.
