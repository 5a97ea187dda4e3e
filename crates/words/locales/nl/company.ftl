# Wat samen voorkomt, in welke fasen, en wat op wat volgt.

company-open = Alle fragmenten: `{ $command }`.
co-occurrence-title-cases = Welke factoren samen voorkomen: casussen met allebei
co-occurrence-title-sources = Welke factoren samen voorkomen: bronnen met allebei
co-occurrence-title-codings = Welke factoren samen voorkomen: coderingen van de ene die de andere raken
co-occurrence-title-pairs = Welke factoren samen voorkomen: paren die elkaar raken
co-occurrence-title-relations = Hoe de twee in de tekst staan: paren coderingen
co-occurrence-a = factor A
co-occurrence-b = factor B
co-occurrence-both = met allebei
co-occurrence-one-source = in één bron
co-occurrence-b-where-a = B waar A
co-occurrence-a-where-b = A waar B
co-occurrence-jaccard = Jaccard
co-occurrence-lift = lift
co-occurrence-which-cases = casussen met allebei
co-occurrence-all = alle
co-occurrence-all-but = alle behalve { $cases }
co-occurrence-codings-a = coderingen A bij B
co-occurrence-codings-b = coderingen B bij A
co-occurrence-passages-a = fragmenten A bij B
co-occurrence-passages-b = fragmenten B bij A
co-occurrence-pairs-passages = paren fragmenten
co-occurrence-c-passages = c
co-occurrence-pairs-codings = paren coderingen
co-occurrence-c-codings = c (coderingen)
co-occurrence-ratio = verhouding
co-occurrence-shared = gedeelde tekens
co-occurrence-same-span = zelfde stuk
co-occurrence-inside = A in B
co-occurrence-encloses = A om B
co-occurrence-overlapping = overlap
co-occurrence-near = nabij
co-occurrence-note-cases = Met allebei: k van de n casussen met materiaal hebben A en B, waar in de casus ook; in één bron: zoveel van die casussen hebben ze in dezelfde bron. B waar A: van de casussen met A heeft zoveel ook B. Jaccard: casussen met allebei gedeeld door casussen met ten minste een van beide. Lift: P(A en B) / (P(A) · P(B)); 1 is zo vaak samen als wanneer de een niets over de ander zou zeggen.
co-occurrence-note-sources = Met allebei: k van de n bronnen met materiaal hebben A en B, waar in de bron ook. B waar A: van de bronnen met A heeft zoveel ook B. Jaccard: bronnen met allebei gedeeld door bronnen met ten minste een van beide.
co-occurrence-note-codings = Coderingen A bij B: van de coderingen van A raakt zoveel ten minste één codering van B. Van A naar B is iets anders dan van B naar A: een lange codering kan vele korte raken.
co-occurrence-note-pairs = Een paar is een fragment of codering van A met een van B die elkaar raken. c = n₁₂ / (n₁ + n₂ − n₁₂), met n₁₂ paren en n₁ en n₂ fragmenten of coderingen van A en B. Verhouding: coderingen van de code die er meer heeft, gedeeld door die van de andere. Gedeelde tekens: tekens die allebei de codes hebben.
co-occurrence-note-relations = A in B: A ligt binnen B; A om B: andersom; overlap: elk heeft ook eigen woorden; nabij: ze delen niets, maar liggen binnen het venster. De dertien relaties van Allen staan in het bestand.
co-occurrence-necessary = ° De lift is 1 doordat een van beide in elke casus voorkomt; dan zegt hij niets.
co-occurrence-out-of-range = ! c is groter dan 1 of niet te bepalen, doordat coderingen meer dan één andere raken; c is dan geen aandeel.
co-occurrence-unequal = ≠ De ene code heeft meer dan vijf keer zoveel coderingen als de andere; c kan dan niet hoog worden.
co-occurrence-window-overlap = Raken is: ten minste één teken delen. Wat alleen aan elkaar grenst, raakt elkaar niet.
co-occurrence-window-chars = Raken is: met hooguit { $n ->
    [one] { $n } teken
   *[other] { $n } tekens
} ertussen, in dezelfde bron.
co-occurrence-window-unit = Raken is: in dezelfde eenheid staan (beurt, bericht, dagboekaantekening of alinea). Een bron zonder eenheden is er één.
co-occurrence-window-elsewhere = Het venster geldt voor coderingen en paren, niet voor casussen en bronnen: vraag ze met --unit codings of --unit pairs.
co-occurrence-coders = Coderingen tellen per codeur: coderen twee codeurs hetzelfde met allebei de codes, dan zijn dat vier paren. Een fragment telt één keer, wie het ook codeerde.
co-occurrence-whole = { $n ->
    [one] { $n } codering van een hele bron heeft geen plaats in de tekst: ze telt mee voor bronnen en casussen, en raakt niets.
   *[other] { $n } coderingen van hele bronnen hebben geen plaats in de tekst: ze tellen mee voor bronnen en casussen, en raken niets.
}
co-occurrence-order = Volgorde: eerst de paren met de meeste casussen, dan die met de hoogste c over fragmenten, dan op code.
co-occurrence-kin = Een code en een code erboven zijn geen paar: de een is deel van de ander. Met --unfolded telt elke code alleen voor zichzelf.
co-occurrence-headings = { $n ->
    [one] { $n } paar met een kop van het codeboek staat alleen in bestanden.
   *[other] { $n } paren met een kop van het codeboek staan alleen in bestanden.
}
co-occurrence-caution = Samen voorkomen zegt niet dat het een met het ander te maken heeft: dat staat in de fragmenten, of niet.
co-occurrence-material = Materiaal: { $chars } tekens in { $sources ->
    [one] { $sources } bron
   *[other] { $sources } bronnen
}.
co-occurrence-none = Geen twee codes komen samen voor in een casus of bron.

phases-title = In hoeveel casussen elke factor voorkomt, per fase
phases-title-patterns = In welke fasen elke factor voorkomt, per casus
phases-unknown-column = fase niet vermeld
phases-material = Materiaal
phases-material-cases = casussen met materiaal
phases-k-of-n = k van n: in k van de n casussen met materiaal uit die fase komt de factor voor. Een fase is die van de eenheid of de bron, of anders die van de casus op de dag van de eenheid; de datum van een bron alleen geeft geen fase.
phases-pattern = Elk patroon heeft een teken per fase, in deze volgorde: { $phases }. 1: gecodeerd; 0: materiaal, niet gecodeerd; –: geen materiaal uit die fase.
phases-several-cases = Materiaal en fragmenten die bij meer casussen horen, tellen hier bij elke casus.
phases-also-unknown = ? In die casus is de factor ook gecodeerd waar de fase niet bekend is.
phases-unknown = Fase niet vermeld: { $codings ->
    [one] { $codings } codering
   *[other] { $codings } coderingen
}, en materiaal in { $sources ->
    [one] { $sources } bron
   *[other] { $sources } bronnen
}. Dat staat apart en er wordt niets geraden. Vul de fase in bij de bron of de eenheid, of de perioden van de casus in phases.csv.

sequence-title = Wat op wat volgt
sequence-from = van A
sequence-to = naar B
sequence-cases = casussen
sequence-times = keer
sequence-after = van alles na A
sequence-expected = verwacht
sequence-residual = residu
sequence-unit-codings = Een stap is een codering met haar eigen code: coderen twee codeurs hetzelfde fragment, dan zijn dat twee stappen. Met --unit passages telt een fragment één keer.
sequence-unit-passages = Een stap is een fragment van een code, wie het ook codeerde.
sequence-order = Volgorde binnen een casus: de datum van de bron, dan de bron, dan de plaats in de tekst. Het is de datum waarop iets gezegd of geschreven is, niet die waarover het gaat. Een overgang gaat van een stap naar de volgende, nooit van de ene casus naar de andere.
sequence-counts = { $transitions } overgangen in { $cases ->
    [one] { $cases } casus
   *[other] { $cases } casussen
}. Volgorde van de rijen: de meeste casussen, dan de meeste keren, dan het codeboek.
sequence-residual-note = Verwacht = (overgangen van A × overgangen naar B) / alle. Residu = (keer − verwacht) / √(verwacht · (1 − van A / alle) · (1 − naar B / alle)): boven 0 volgt B vaker op A dan hun aantallen doen verwachten. Overgangen hangen van elkaar af, dus er hoort geen toets bij.
sequence-few = ° Minder dan 5 verwacht: het residu zegt weinig.
sequence-same-stretch = Bij { $n ->
    [one] { $n } overgang
   *[other] { $n } overgangen
} staan beide stappen op hetzelfde stuk tekst: hun volgorde zegt niets.
sequence-left-out = Niet in de volgorde: { $codings ->
    [one] { $codings } codering
   *[other] { $codings } coderingen
} in { $sources ->
    [one] { $sources } bron
   *[other] { $sources } bronnen
} zonder datum, en { $whole ->
    [one] { $whole } codering van een hele bron
   *[other] { $whole } coderingen van hele bronnen
}.
sequence-none = Er volgt niets op iets anders: geen casus heeft twee coderingen met een plaats en een datum.
around-title = Vóór en na de eerste gebeurtenis „{ $event }”
around-before = ervoor
around-same-day = die dag
around-after = erna
around-undated = zonder datum
around-only-before = alleen ervoor
around-only-after = alleen erna
around-k-of-n = k van n: in k van de n casussen met materiaal van ervoor, van die dag of van erna komt de factor voor. Het gaat om de eerste gebeurtenis van deze soort die in de casus is doorgegaan.
around-compared = Alleen ervoor en alleen erna gaan over de { $n ->
    [one] { $n } casus
   *[other] { $n } casussen
} met materiaal aan beide kanten. · is geen enkele van die casussen.
around-none-compared = Geen casus heeft materiaal aan beide kanten van de gebeurtenis: er valt niets te vergelijken.
around-time = De dag is die waarop iets gezegd of geschreven is: van de eenheid, of anders van de bron. Een interview achteraf valt erna, ook als het over eerder gaat. Daarna is niet hetzelfde als daardoor.
around-no-date = Zonder datum, en dus nergens bij geteld: { $codings ->
    [one] { $codings } codering
   *[other] { $codings } coderingen
} in deze casussen.
around-events-title = De gebeurtenis in elke casus, en het materiaal eromheen
around-day = dag
around-chars-before = tekens ervoor
around-chars-same-day = die dag
around-chars-after = erna
around-chars-undated = zonder datum
event-undated = datum onbekend
event-not-held = niet doorgegaan
event-no-event = geen

statement-co-occur = { $first } en { $second }: komen samen voor in meer dan de helft van de casussen met materiaal, en raken elkaar in de tekst
