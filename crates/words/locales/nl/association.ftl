# Factoren naast één uitkomst: `draad associate`.

association-title = Factoren naast { $outcome }: { $focal } ({ $with }) tegenover { $others } ({ $without })
association-others = overige
association-difference = verschil
association-deviant = past niet
association-limits = { $lower } tot { $upper }
association-none-with = Er is geen casus met `{ $outcome }`, dus er is niets om naast de andere te leggen.
association-none-without = Alle casussen hebben `{ $outcome }`, dus er is niets om ze naast te leggen.
association-values = Waarden van `{ $attribute }` die hier voorkomen: { $values }. Kies met --outcome een waarde of voorwaarde die de casussen in tweeën deelt, of neem er met een ruimer filter casussen bij.
association-cell = Links: in k van de n casussen met ‘{ $outcome }’ is de factor gevonden, en in welke; daarnaast hetzelfde voor de overige casussen.
association-any-direction = Een factor telt als aanwezig bij één fragment of meer, welke kant hij ook op werkt; --valence neemt één richting.
association-some-directions = Een factor telt hier als aanwezig bij één fragment of meer in de gevraagde richting. Factoren die gewoonlijk een andere kant op werken, staan niet bij ‘past niet’.
association-what-difference = Verschil: het deel van de casussen links min het deel rechts, van −1 tot +1; 0 is even vaak.
association-what-interval = Onder het verschil staat het interval van Newcombe ({ $confidence } %). Het laat zien hoe grof een verschil tussen zo weinig casussen is: één casus meer of minder verschuift het al.
association-too-few = Aan één kant staan te weinig casussen om iets te toetsen ({ $n }; nodig: { $needed }). Daarom zijn er alleen de aantallen en het verschil, zonder interval.
association-not-drawn = De casussen zijn gekozen, niet aselect getrokken. Wat hier staat, beschrijft deze casussen; het zegt niets over andere, en niet waardoor iets zo gelopen is.
association-order = Factoren staan op volgorde van de grootte van het verschil, daarna op id. De volgorde zegt alleen wat je het eerst leest.
association-what-deviant = ‘Past niet’ zijn dezelfde afwijkende casussen als in `draad table contrast`: een factor werkt in zijn gebruikelijke richting terwijl de uitkomst aan het andere eind ligt, of werkt niet zo terwijl de uitkomst aan zijn eigen eind ligt. Deze casussen lees je het eerst.
association-no-deviant = ‘Past niet’ is leeg: van dit kenmerk is in `study.toml` niet gezegd welk eind het goede is, dus geen casus gaat tegen een verwachting in.
association-shared-sources = { $n ->
    [one] 1 bron is van casussen aan beide kanten (zoals een groepsgesprek) en telt
   *[other] { $n } bronnen zijn van casussen aan beide kanten (zoals een groepsgesprek) en tellen
} aan elke kant mee.
association-not-stated = Buiten de tabel, want de uitkomst is niet vermeld: { $cases }.
association-no-material = Buiten de aantallen, want zonder materiaal: { $cases }.
association-not-coded = Buiten de aantallen, want nog niet gecodeerd, zodat niet gevonden hier niets zegt: { $cases }.

## De casussen achter de aantallen

association-cases-title = Casussen per cel
association-a = a
association-b = b
association-c = c
association-d = d
association-apart = erbuiten
association-what-cells = a: factor gevonden, { $focal }; b: factor gevonden, { $others }; c: niet gevonden, { $focal }; d: niet gevonden, { $others }. Erbuiten: geen materiaal, nog niet gecodeerd of uitkomst niet vermeld.

## Hoe sterk factor en uitkomst samengaan

association-measures-title = Andere maten voor hetzelfde
association-phi = φ
association-phi-of-reachable = φ/φmax
association-yule-q = Q
association-odds-half = odds-ratio (+½)
association-odds-conditional = odds-ratio (conditioneel)
association-what-phi = φ is de correlatie tussen factor en uitkomst. Als de factor niet in evenveel casussen voorkomt als de uitkomst, kan φ geen 1 worden; φ/φmax zegt welk deel bereikt is van wat deze randtotalen toelaten. Q van Yule is +1 of −1 zodra één cel leeg is.
association-what-odds = Odds-ratio (+½): ad/bc nadat in elke cel ½ is opgeteld (Haldane–Anscombe), zodat er altijd een getal is.
association-what-conditional = Odds-ratio (conditioneel): de waarde waarbij deze tabel het waarschijnlijkst is, gegeven de randtotalen, met het exacte interval ({ $confidence } %). ∞: niets spreekt het tegen, dus er is geen bovengrens.
association-same-everywhere = –: de factor is in elke casus gevonden of in geen enkele, dus er is niets om te vergelijken.

## Aantallen fragmenten

association-counts-title = Fragmenten per casus
association-mean-difference = verschil
association-p-absolute = p, |T| ≥ |t|
association-p-doubled = p, verdubbeld
association-what-counts = Gemiddeld aantal fragmenten van de factor per casus. Dat aantal groeit met de lengte van het materiaal en met de codeur.
association-what-permutation = p: het deel van alle manieren om de uitkomst over deze casussen te verdelen waarbij het verschil minstens zo groot is. Er zijn twee gebruiken: even ver van nul aan een van beide kanten (|T| ≥ |t|), of tweemaal de kleinste kant (verdubbeld, zo doet scipy het). Noem bij een getal welke het is.
association-ways = Er zijn { $ways } manieren om { $focal } van de { $n } casussen de uitkomst te geven; ze zijn alle geteld.
association-what-least-counts = Kleinst haalbare p: kleiner kan p bij |T| ≥ |t| niet worden, gegeven deze aantallen fragmenten per casus en het aantal casussen met de uitkomst.
association-not-adjusted = { $n ->
    [one] Dit is 1 toets.
   *[other] Dit zijn { $n } toetsen tegelijk, en deze p-waarden zijn daar niet voor gecorrigeerd: wie naar veel codes kijkt, vindt vanzelf een kleine p. Gecorrigeerde p-waarden, van aanwezigheid per casus, staan in --part tests.
}

## Toetsen

association-tests-title = Exacte toetsen (verkennend)
association-least = kleinst haalbare p
association-fisher = p (Fisher)
association-mid-p = mid-p
association-adjust-holm = Holm
association-adjust-bonferroni = Bonferroni
association-adjust-benjamini-hochberg = Benjamini–Hochberg
association-adjust-benjamini-yekutieli = Benjamini–Yekutieli
association-tarone = kleine p haalbaar (Tarone)
association-can-say = ja
association-cannot-say = nee
association-boschloo = p (Boschloo)
association-barnard = p (Barnard)
association-what-p = p (Fisher, tweezijdig): het deel van alle manieren om de uitkomst over deze casussen te verdelen waarbij factor en uitkomst minstens zo sterk samengaan. Een kleine p zegt dat toeval bij het verdelen dit zelden geeft; niet dat het verschil groot of van belang is. Een grote p zegt niet dat er niets is.
association-what-least = Kleinst haalbare p: kleiner kan p niet worden, gegeven in hoeveel casussen de factor en de uitkomst voorkomen. Is die al groot, dan had p bij geen enkele verdeling klein kunnen worden.
association-what-mid-p = mid-p telt tabellen die precies zo waarschijnlijk zijn half mee; dat haalt weg dat de toets van Fisher bij weinig casussen te streng is (Lydersen, Fagerland en Laake 2009).
association-family-all = { $adjusted }: gecorrigeerd voor meervoudig toetsen. De familie is alle codes van deze tabel ({ $n }). Voor { $testable } daarvan is { $alpha } haalbaar; --family testable neemt alleen die.
association-family-testable = { $adjusted }: gecorrigeerd voor meervoudig toetsen. De familie is de codes waarvoor { $alpha } haalbaar is ({ $testable }), van alle codes van deze tabel ({ $n }); --family all neemt ze alle.
association-what-tarone = Kleine p haalbaar (Tarone): bij zoveel toetsen tegelijk is de grens { $alpha }/{ $k } = { $limit } haalbaar voor { $n } ervan; voor de andere bij geen enkele verdeling.
association-chance = Wie naar zoveel codes tegelijk kijkt, vindt vanzelf iets: bij { $n } van de { $all } manieren om de uitkomst over deze casussen te verdelen (ongeveer { $share } op de 100) haalt minstens één code p ≤ { $alpha }.
association-chance-simulated = Wie naar veel codes tegelijk kijkt, vindt vanzelf iets. Met 12 codes die niets met de uitkomst te maken hebben, haalde in een nabootsing met 13 casussen in ongeveer 1 op de 6 keer minstens één code p ≤ { $alpha }; voor deze tabel is het niet geteld: { $reason }.
association-what-unconditional = Boschloo en Barnard laten open in hoeveel casussen de factor voorkomt, en nemen de kans die het meest voor toeval pleit. Boschloo: tweemaal de kleinste kant; Barnard: met de gepoolde standaardfout. Andere programma’s kiezen soms anders.
association-nothing-to-test = Een code die in elke casus gevonden is of in geen enkele, heeft p = 1: er is niets te verdelen.

association-history-cases = Van de { $cases } casussen hebben er { $with } `{ $outcome }` en { $without } niet; van { $unknown } is het niet vermeld.
association-history-tests = Getoetst: { $n } van de { $all } codes.

statement-factor-with-outcome = { $first }: gevonden in naar verhouding { $value ->
    [more-with-outcome] meer
   *[fewer-with-outcome] minder
} casussen met `{ $second }` dan in de overige
robustness-value-more-with-outcome = meer met de uitkomst
robustness-value-fewer-with-outcome = minder met de uitkomst
