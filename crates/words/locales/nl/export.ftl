# Wat er naar buiten gaat: tabellen, wat hun kolommen betekenen, en wat een export achterlaat.

## Wat het commando zegt

progress-export = Tabellen schrijven
export-left = Niet alles ging mee:
export-loss-report = Verliesrapport: { $file }

## Het verliesrapport

loss-title = Wat niet in deze export staat, of niet zoals het was: { $study }
loss-format = Formaat: { $format }
loss-study = Studie: datahash { $hash }
loss-version = Gemaakt met draad { $version }
loss-no-filter = De hele studie, zonder filters
loss-filter = Alleen wat voldoet aan { $filter }
loss-summary = { $thing }: { $changed ->
    [0] {""}
   *[other] { $changed } veranderd{ $dropped ->
        [0] {""}
       *[other] ,{" "}
    }
}{ $dropped ->
    [0] {""}
   *[other] { $dropped } weggelaten
}
loss-summary-of = { $thing }: { $written } van { $claimed } gingen mee{ $partly ->
    [0] {""}
   *[other] , niet alles zoals het in de studie staat
}
loss-nothing = Van wat er in de studie staat, is niets weggelaten.
loss-never = Een export bevat nooit de originelen in raw/, de resultaten in output/, de geschiedenis van wijzigingen en de coderingen in unanchored/.

## Over de tabellen

export-sheet = toelichting
export-study = Studie
export-hash = Datahash
export-version = Gemaakt met draad
export-selection = Selectie
export-lists = Lijsten
data-withheld = Kolommen die de studie niet mogen verlaten, ontbreken: { $columns } (`withhold` in study.toml).
export-lists-text = meer waarden in één cel zijn gescheiden door ;
export-empty = Lege cellen
export-empty-text = niet vermeld, niet bekend of niet van toepassing
export-positions = Posities
export-positions-text = start en end tellen tekens (Unicode-codepunten) van de tekst van de bron, vanaf 0; end is het teken na het laatste; een export zonder filters heeft die teksten: als csv in sources/, als parquet in de tabel texts
export-codings = Coderingen
export-codings-text = `codings` heeft één rij per codering. Een codering die bij meer casussen hoort, heeft per casus een rij in `coding_cases`: tel casussen daar, en coderingen in `codings`
export-passages = Fragmenten
export-passages-text = een fragment is een ononderbroken stuk van een bron dat met de code is gecodeerd, door hoeveel codeurs en hoe vaak ook; elke code telt hier op zichzelf, zonder wat eronder gecodeerd is
export-partitions = Partities
export-partitions-text = elke tabel is een map met Parquet-bestanden. `codings`, `units`, `passages` en `texts` hebben een map per casus, met in de naam de waarde van de kolom `case`; id’s daarin zijn tekst, ook als ze op getallen lijken. Wat bij meer casussen of bij geen hoort, staat er één keer, onder __HIVE_DEFAULT_PARTITION__ (voor de meeste programma’s een lege `case`): `cases` zegt welke. Tel per casus in `coding_cases` en `material`, die voor elke casus een rij hebben
export-sql = SQL
export-sql-text = `coding_cases` met `codings` is wat meetelt, `material` waarin het gevonden kon worden, `code_ancestors` onder welke codes het meetelt. De zoekopdrachten in sql/ maken daaruit de tabellen cases-by-factors, co-occurrence en balance van draad
export-note = Opmerking
export-table = tabel
export-column = kolom
export-type = type
export-key = sleutel
export-meaning = betekenis
export-joins = { $columns } → sleutel van { $table }
export-rows = { $n ->
    [one] 1 rij
   *[other] { $n } rijen
}
export-type-text = tekst
export-type-integer = geheel getal
export-type-number = getal
export-type-yes-no = ja (yes) of nee (no)
export-type-day = dag
export-type-time = dag en tijd, zoals op de klok daar
export-type-moment = dag en tijd, in UTC

table-codings = coderingen
table-coding-cases = bij welke casussen elke codering hoort
table-passages = fragmenten per casus en code
table-codebook = codes en factoren
table-code-ancestors = onder welke codes elke code meetelt: zichzelf en alles erboven
table-cases = casussen met hun kenmerken
table-case-outcomes = de uitkomsten van elke casus
table-sources = bronnen
table-units = beurten, berichten, notities of alinea’s, met hun woorden
table-material = stukken tekst waarin iets van een casus gevonden kon worden
table-texts = de hele tekst van elke bron
table-participants = deelnemers, pseudoniem
table-phases = perioden die casussen doormaakten
table-case-spans = delen van bronnen die bij één casus horen
table-events = contacten en gebeurtenissen
table-scores = antwoorden op vragenlijsten
table-memberships = scores die mensen voor condities gaven
table-feedback = wat panels van bevindingen vonden
table-memos = memo’s
table-memo-about = waar elke memo over gaat; een memo die er niet in staat, gaat over de hele studie
table-findings = bevindingen
table-finding-passages = fragmenten voor en tegen bevindingen
table-labels = hoe id’s heten

## Kolommen

column-partition = de casus, als het er precies één is; staat in de namen van de mappen
column-further = een kolom die de studie toevoegt; wat ze betekent is niet vastgelegd
column-codings-coder = wie codeerde
column-codings-source = de bron
column-codings-coding = de codering; uniek samen met codeur en bron
column-codings-valence-effective = de richting die telt: die van het fragment, of anders die van de code
column-codings-cases = de casussen waar ze bij hoort
column-codings-counted = of ze meetelt in de eigen tabellen van de studie: de bron heeft een casus en de codeur telt mee
column-codings-unit = het nummer van de eenheid waarin ze begint; leeg bij een hele bron
column-codings-speaker = wie daar spreekt, zoals het in de studie staat
column-codings-participant = de deelnemer die daar spreekt
column-codings-role = de rol van die deelnemer
column-codings-asks = of die rol de vragen stelt: dan telt ze niet als rol en niet als spreker
column-codings-phase = de fase
column-codings-kind = de soort bron
column-codings-source-date = de dag van de bron
column-coding-cases-coder = wie codeerde
column-coding-cases-source = de bron
column-coding-cases-coding = de codering
column-coding-cases-case = een casus waar ze bij hoort
column-coding-cases-passage = het fragment waar ze in deze casus deel van is
column-passages-passage = het nummer van het fragment in deze export
column-passages-case = de casus
column-passages-code = de code
column-passages-source = de bron
column-passages-start = eerste teken (Unicode-codepunten vanaf 0); leeg is de hele bron
column-passages-end = teken na het laatste
column-passages-codings = uit hoeveel coderingen het bestaat
column-passages-valences = de richtingen van zijn coderingen, elk één keer
column-passages-speaker = de deelnemer die spreekt waar het begint, of het label zoals het er staat
column-passages-role = de rol van wie spreekt
column-passages-phase = de fase
column-passages-date = wanneer het is gezegd of geschreven, of anders de dag van de bron
column-passages-page = de bladzijde van het origineel waarop de eenheid begint
column-passages-recording-start = waar de eenheid in de opname begint (uu:mm:ss)
column-passages-text = de woorden
column-codebook-position = de plaats in de volgorde van het codeboek, vanaf 1
column-code-ancestors-code = de code
column-code-ancestors-ancestor = een code waaronder haar coderingen meetellen
column-code-ancestors-distance = hoeveel stappen omhoog: 0 voor de code zelf, 1 voor de code erboven
column-case-outcomes-case = de casus
column-case-outcomes-outcome = het kenmerk
column-case-outcomes-level = de waarde in deze casus; leeg als die niet bekend is
column-case-outcomes-main = of het de eerste uitkomst van de studie is, waarop tabellen groeperen
column-material-case = de casus
column-material-source = de bron
column-material-unit = de eenheid waarin het staat
column-material-start = eerste teken (Unicode-codepunten vanaf 0)
column-material-end = teken na het laatste
column-material-participant = de deelnemer die spreekt
column-material-role = de rol van die deelnemer
column-material-asks = of die rol de vragen stelt
column-material-phase = de fase
column-material-kind = de soort bron
column-material-sought = of iemand van wie de coderingen meetellen in deze bron codeerde, met welke code ook
column-texts-source = de bron
column-texts-cases = de casussen waar ze over gaat
column-texts-text = de tekst
column-sources-units = hoeveel eenheden ze heeft
column-sources-chars = hoeveel tekens de tekst heeft
column-units-source = de bron
column-units-unit = het nummer van de eenheid in de bron, vanaf 1
column-units-participant = de deelnemer die spreekt
column-units-role = de rol van die deelnemer
column-units-asks = of die rol de vragen stelt
column-units-phase = de fase
column-units-cases = de casussen die er materiaal in hebben
column-units-text = de woorden
column-cases-unknown-attributes = kenmerken waarvan iemand heeft uitgezocht dat ze niet te achterhalen zijn; hun eigen cel is leeg
column-memos-memo = de memo
column-memos-title = de titel
column-memos-author = wie hem schreef
column-memos-date = de dag waarop hij is geschreven
column-memos-text = de tekst, in Markdown
column-memo-about-memo = de memo
column-memo-about-about = waar hij over gaat: case (casus), source (bron), span (stuk tekst), code, coding (codering) of finding (bevinding)
column-memo-about-case = de casus
column-memo-about-source = de bron
column-memo-about-start = eerste teken van het stuk (Unicode-codepunten vanaf 0)
column-memo-about-end = teken na het laatste
column-memo-about-code = de code
column-memo-about-coder = wie de codering maakte
column-memo-about-coding = de codering
column-memo-about-finding = de bevinding
column-findings-finding = de bevinding
column-findings-title = de bevinding in één zin
column-findings-plain = dezelfde zin in gewone woorden, voor een panel
column-findings-part = visible (zichtbaar), tension (spanning) of lead (aanknopingspunt)
column-findings-theme = het thema
column-findings-codes = codes waarop ze steunt
column-findings-text = de tekst, in Markdown
column-finding-passages-finding = de bevinding
column-finding-passages-side = for (voor) of against (tegen)
column-finding-passages-source = de bron
column-finding-passages-start = eerste teken (Unicode-codepunten vanaf 0)
column-finding-passages-end = teken na het laatste
column-labels-list = welke lijst: role (rol), kind (soort), phase (fase), level (niveau), coder (codeur), attribute (kenmerk); of een kenmerk, voor de waarden ervan
column-labels-id = de id, zoals die in de andere tabellen staat
column-labels-name-nl = hoe het in het Nederlands heet
column-labels-name-en = hoe het in het Engels heet

## Bladen voor QCA

qca-crisp = qca-crisp.csv: 1 waar de casus ten minste één fragment met de code heeft, anders 0. Waarden van kenmerken zijn 1 waar de casus ze heeft, anders 0.
qca-nothing = NA is ‘niet bekend’: een casus zonder materiaal, of een kenmerk dat niet is ingevuld. Het is nooit 0: wat niemand heeft gezocht, is niet afwezig gebleken.
qca-folded = Een code telt mee met alles wat eronder gecodeerd is.
qca-directions = …_PROMOTING (bevorderend) en …_HINDERING (belemmerend) zijn 1 waar ten minste één fragment van de factor zo werkt. Een factor kan beide doen.
qca-raw = qca-raw.csv: per code fragmenten (PASSAGES), bronnen (SOURCES), tekens (CHARS) en het aandeel in het materiaal van de casus (COVERAGE), voor calibrate() in R. Deze maten zijn geen lidmaatschappen; het aantal fragmenten groeit met de lengte van het materiaal.
qca-names = legend.csv zegt welke code of welk kenmerk elke kolom is.
qca-fuzzy = qca-fuzzy.csv: lidmaatschappen volgens de directe methode, uit { $measure }, met als ankers de kwantielen { $exclusion } (erbuiten), { $crossover } (omslagpunt) en { $inclusion } (erbinnen) van de casussen met materiaal. Kwantielen beschrijven deze casussen; ankers die op kennis van het veld berusten, zijn beter.
qca-without-anchors = Er is geen fuzzy blad: zonder ankers heeft een lidmaatschap geen betekenis. Kalibreer qca-raw.csv in R met eigen ankers, of geef --anchors met drie kwantielen.
qca-uncalibrated = Ankers die samenvallen geven geen lidmaatschappen; deze kolommen zijn daarom NA: { $columns }
qca-at-crossover = Precies 0,5 hoort bij geen enkele rij van een waarheidstabel; R laat zo’n casus weg: { $cells }
qca-few-cases = Gebruik bij weinig casussen weinig condities: bij 13 casussen en 4 condities ontstaat in 7 van de 100 willekeurige gegevensverzamelingen bij toeval een waarheidstabel zonder tegenspraak, bij 5 condities in 28.
qca-measure-passages = het aantal fragmenten
qca-measure-sources = het aantal bronnen met de code
qca-measure-chars = het aantal tekens
qca-measure-coverage = het aandeel in het materiaal van de casus
qca-script-what = Qualitative Comparative Analysis met het R-pakket QCA: install.packages("QCA")
qca-script-data = De map waarin dit bestand staat, moet de werkmap zijn.
qca-script-choose = Kies de uitkomst en de condities op grond van theorie; dit zijn alleen de eerste die variëren.
qca-script-calibrate = Kalibreren met eigen ankers:
qca-script-missing = Casussen waarvan iets niet bekend is, kunnen niet meedoen; ze worden genoemd.
qca-script-table = De waarheidstabel. Bekijk tegenstrijdige rijen voordat je verdergaat.
qca-script-solutions = De conservatieve en de spaarzaamste oplossingen: allemaal, niet één.
