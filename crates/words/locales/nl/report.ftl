# Het verslag: één pagina over een studie.

## Indeling

report-skip = Naar de inhoud
report-contents = Inhoud
report-glance = Wat is onderzocht
report-sample = Wie is gehoord, wat is gelezen
report-factors = De factoren
report-all-factors = alle factoren
report-case-pages = De casussen
report-all-cases = alle casussen
report-definitions = Wat de getallen betekenen
report-reproduce = Zo maak je dit verslag opnieuw
report-contexts = De fragmenten in context
report-close = Sluiten
report-show-in-page = Lees dit op de pagina zelf

## Woorden in koppen en tabellen

report-case = Casus
report-cases = Casussen
report-source = Bron
report-sources = Bronnen
report-other-sources = Andere bronnen van deze casus, zonder materiaal in dit verslag
report-codings = Coderingen
report-passages = Fragmenten
report-passages-per-factor = Fragmenten (per factor geteld)
report-coder = Codeur
report-coders = Codeurs
report-fingerprint = Vingerafdruk van de gegevens
report-version = Versie van Rode Draad
report-outcome = Uitkomst
report-design = Opzet
report-phases = Fasen
report-phase = Fase
report-roles = Wie er spreken
report-kinds = Soorten bronnen
report-kind = Soort
report-date = Datum
report-policy = Wiens coderingen tellen
report-only = Alleen
report-by-kind = Bronnen naar soort
report-material = Materiaal
report-words = Woorden
report-characters = Tekens
report-period = Periode
report-total = Totaal
report-factor = Factor
report-matrix-table = Dezelfde gegevens als tabel
report-legend = Betekenis van de tekens
report-k-of-n = k van n
report-sample-kinds = Bronnen en materiaal per casus
report-sample-roles = In hoeveel bronnen iemand spreekt als …
report-distinct-factors = Verschillende factoren
report-promoting-hindering = bevorderend / belemmerend
report-balance-number = balans
report-definition = Definitie
report-include = Wel
report-exclude = Niet
report-example = Voorbeeld
report-provenance = herkomst
report-occurs = Komt voor in
report-attributes = Kenmerken
report-case-factors = Factoren in deze casus
report-who-speaks = Wie er spreken
report-events = Gebeurtenissen
report-scores = Vragenlijst
report-respondent = Wie
report-instrument = Lijst
report-memo = Memo
report-memos = Memo’s
report-about = over
report-rests-on = Gebaseerd op:
report-passages-for = Fragmenten die dit steunen
report-passages-against = Fragmenten die dit tegenspreken
report-feedback = Wat panels ervan vinden
report-feedback-definition = k van n: van de mensen in het panel die over deze bevinding een oordeel gaven. Hoeveel mensen een bevinding herkennen, zegt niet of zij waar is.
report-feedback-none = Geen panel gaf nog een oordeel over deze bevinding.
report-check-head = Controle van de studie

## Fragmenten

report-coded-by = gecodeerd door
report-context = in context
report-whole-source = De hele bron is zo gecodeerd; er is geen afzonderlijk fragment.
report-role-not-stated = Rol niet vermeld
report-speaker-not-stated = spreker niet vermeld
report-speaker-unsure = { $label } (kan zijn: { $names })

## Waarden

report-no-value = geen
report-event-held = ging door
report-event-planned = gepland
report-event-missed = ging niet door
report-n-people = { $n ->
    [one] { $n } persoon
   *[other] { $n } personen
}
report-n-kinds = { $n ->
    [one] { $n } soort bron
   *[other] { $n } soorten bronnen
}
report-n-roles = { $n ->
    [0] geen vermelde rol
    [one] { $n } rol
   *[other] { $n } rollen
}
report-n-errors = { $n ->
    [0] geen fouten
    [one] { $n } fout
   *[other] { $n } fouten
}
report-n-warnings = { $n ->
    [0] geen waarschuwingen
    [one] { $n } waarschuwing
   *[other] { $n } waarschuwingen
}
report-n-notes = { $n ->
    [0] geen opmerkingen
    [one] { $n } opmerking
   *[other] { $n } opmerkingen
}

## Zinnen

report-shape = Vergelijkende studie van { $cases }: { $sources }, { $people } aan het woord, gecodeerd met { $factors }.
report-shape-unnamed = Vergelijkende studie van { $cases }: { $sources }, gecodeerd met { $factors }.
report-double-coded = { $n ->
    [0] Geen enkele bron is door meer dan één codeur gecodeerd.
    [one] Eén bron is door meer dan één codeur gecodeerd.
   *[other] { $n } bronnen zijn door meer dan één codeur gecodeerd.
}
report-sample-lead = Geteld zijn bronnen waarin iemand aan het woord is. Een bron over meer casussen staat bij elk daarvan en telt in de onderste regel één keer. 0: er is zo’n bron, maar niets daaruit voldoet; –: die is er niet. Bij woorden en tekens tellen ook die van de vragensteller mee.
report-sample-roles-lead = In één bron kunnen meer mensen spreken, dus deze aantallen tellen niet op tot het aantal bronnen. Wie vragen stelt, is niet meegeteld. 0: zo iemand doet mee, maar komt hier niet aan het woord; –: niemand in deze rol doet mee.
report-factors-lead = Per factor: wat ermee bedoeld is, in welke casussen hij voorkomt, en alle fragmenten, per casus en daarbinnen naar wie er spreekt.
report-contexts-lead = Hier staat elk gecodeerd stuk tekst één keer, met wat eraan voorafgaat en wat erop volgt. Weggelaten tekst is aangegeven met […].
report-factor-usually = Meestal { $direction }
report-factor-open = Factor zonder vaste richting
report-theme = Thema, zonder richting
report-heading = Kop, met alles wat eronder is gecodeerd
report-codes-below = De fragmenten staan bij de codes hieronder:
report-passages-left-out = { $n ->
    [one] Eén fragment waarop dit rust, valt buiten het filter van dit verslag.
   *[other] { $n } fragmenten waarop dit rust, vallen buiten het filter van dit verslag.
}
report-factor-not-coded = Deze code is nergens gebruikt in het materiaal van dit verslag.
report-factor-summary = Komt voor in { $cases } casussen met materiaal: { $passages }, uit { $kinds } en van { $roles }.
report-single-source = Alle fragmenten komen uit één bron ({ $source }).
report-talkative-source = Eén bron overheerst: { $source } heeft { $k } van de { $n } coderingen.
report-present-although = Komt voor terwijl de uitkomst ‘{ $outcome }’ is:
report-absent-although = Niet gecodeerd, met materiaal, terwijl de uitkomst ‘{ $outcome }’ is:
report-case-summary = { $sources }, { $passages } (per factor geteld). { $promoting } met een bevorderend fragment, { $hindering } met een belemmerend fragment.
report-reproduce-lead = Geef deze opdracht in de map van de studie. Dezelfde gegevens en dezelfde versie geven dezelfde pagina, teken voor teken.
report-has-errors = { $n ->
    [one] Let op: de studie bevat 1 fout, dus hieronder kan iets ontbreken. `draad check` zegt wat en waar.
   *[other] Let op: de studie bevat { $n } fouten, dus hieronder kan iets ontbreken. `draad check` zegt wat en waar.
}
report-check = De controle gaf { $errors }, { $warnings } en { $notes }.

## Definities

report-term-passage = Fragment
report-definition-passage = Een aaneengesloten stuk van een bron waarop een factor is gecodeerd, door wie en hoe vaak ook. Overlappende coderingen van dezelfde factor zijn samen één fragment. Fragmenten zijn per factor geteld: een stuk tekst met twee factoren telt bij elk van beide. Een codering van een hele bron is één fragment. Voor een casus of de studie als geheel telt een fragment bij de code waarmee het gecodeerd is, en niet nog eens bij een code erboven. Woorden die bij meer casussen horen, tellen voor de factor en voor de studie één keer.
report-term-original = Bladzijde en plaats in de opname
report-definition-original = Achter de naam van een bron staat waar het fragment in het origineel te vinden is: op welke bladzijde, of op welk moment van de opname (uren:minuten:seconden). Het zijn die van de eenheid waarin het fragment begint; het fragment zelf kan verderop staan.
report-term-unit = Eenheid
report-definition-unit = Een beurt, bericht, dagboekaantekening of alinea in een bron. Een codering hoort bij de eenheid waarin zij begint, of anders bij de eerste eenheid die zij raakt.
report-term-membership = Bij welke casus iets hoort
report-definition-membership = Bij de casus van de bron. Gaat een bron over meer casussen, dan bij de casus van het deel waarin de codering begint; anders bij de enige casus waartoe de spreker behoort; anders bij alle casussen van de bron.
report-term-role = Rol
report-definition-role = De rol van wie in die eenheid spreekt. Noemt de eenheid niemand, dan die van de enige deelnemer aan de bron die geen vragen stelt. Kan een spreker meer mensen zijn, dan is de rol niet vermeld.
report-term-phase = Fase
report-definition-phase = De fase van de eenheid, anders die van de bron, anders die waarin de casus was op de dag van de eenheid. De datum van een bron alleen geeft geen fase: mensen spreken over andere tijden.
report-term-states = Wat een leeg vak betekent
report-definition-states = ‘Materiaal, niet gecodeerd’ wil zeggen dat er in de casus tekst is, en dat de factor daarin niet is gevonden. ‘Geen materiaal’ wil zeggen dat er in de casus niets is waarin de factor gevonden had kunnen worden. ‘Gecodeerd, zonder richting’ is wél gecodeerd, maar niet als bevorderend of belemmerend. Niet gecodeerd betekent niet dat iets er niet was.
report-term-k-of-n = k van n
report-definition-k-of-n = k is het aantal casussen met deze uitkomst waarin de factor is gecodeerd, n het aantal casussen met deze uitkomst waarin materiaal is. Bij zulke kleine aantallen staan er geen percentages.
report-term-balance = Balans
report-definition-balance = (P − H) / (P + H), met P het aantal bevorderende en H het aantal belemmerende: verschillende factoren, coderingen, of de lengte van de gecodeerde tekst. Ambivalente coderingen tellen aan geen van beide kanten. Op factoren telt elke factor één keer per richting, hoe veel erover ook is gezegd.
report-term-deviations = Afwijkende casussen
report-definition-deviations = Genoemd zijn casussen waarin een bevorderende factor bevorderend voorkomt bij de minst gunstige uitkomst, of (met materiaal) niet bevorderend voorkomt bij de gunstigste; voor een belemmerende factor omgekeerd. Het is een leeslijst, geen oordeel.
report-term-one-source = Eén bron
report-definition-one-source = Er staat een opmerking bij als alle fragmenten van een factor in een casus uit één bron komen, en als één van meer bronnen meer dan { $share ->
    [0.5] de helft
   *[other] een aandeel van { $number }
} van de coderingen heeft.
report-term-order = Volgorde
report-definition-order = { $cases } Factoren staan op hun gewone richting, dan op niveau, dan op het aantal casussen, dan op id. De volgorde is geen rangorde van mensen of gezinnen.
report-term-tree = Codes onder codes
report-definition-folded = Een code omvat ook wat onder de codes eronder is gecodeerd.
report-definition-unfolded = Een code omvat alleen wat met die code zelf is gecodeerd.
report-term-coders = Codeurs
report-term-filter = Filter
report-definition-no-filter = Er is niets weggefilterd. { $n } van de { $before } coderingen in de studie tellen mee.
report-definition-filter = Alleen: { $filter }. Zo tellen { $n } van de { $before } coderingen in de studie mee.

## Wat een project bevat, en redenen in het overzicht ervan

thing-sources = Bronnen
thing-codes = Codes
thing-codings = Coderingen
thing-selections = Gemarkeerde plaatsen
thing-coders = Codeurs
thing-cases = Casussen
thing-case-parts = Delen van bronnen die bij een casus horen
thing-variables = Variabelen
thing-values = Waarden
thing-memos = Memo’s
thing-groups = Groepen
thing-transcripts = Transcripten
thing-sync-points = Tijden in opnamen
thing-links = Koppelingen
thing-graphs = Tekeningen van netwerken
thing-unknown = Onbekende onderdelen
reason-points-nowhere = verwijst naar iets dat niet in het bestand staat ({ $detail })
reason-same-twice = dezelfde code staat van dezelfde codeur meer dan eens op dezelfde plaats
reason-no-characters = beslaat geen tekens; werd een memo op die plaats
reason-start-after-end = het begin stond na het einde; die zijn omgewisseld
reason-past-end = loopt door tot voorbij het einde van de tekst
reason-file-missing = het bestand met de tekst is er niet: { $detail }
reason-path-outside = het pad leidt buiten het projectbestand en is niet gevolgd: { $detail }
reason-not-a-text = is geen tekst: { $detail }
reason-place-outside-text = staat op een plaats die niet in een tekst ligt
reason-not-known = dit kent draad niet: { $detail }
reason-against-standard = wijkt af van de standaard: { $detail }
reason-no-place-in-study = de studie heeft er geen plaats voor

## Redenen in het overzicht van een project: ROCK, gemarkeerde tekst

thing-section-breaks = Scheidingen in teksten
thing-line-ids = Kenmerken van regels (uid)
reason-no-place-in-format = dit formaat heeft er geen plaats voor
reason-widened-to-lines = dit formaat codeert hele regels; de codering geldt nu voor alle woorden van regel { $detail }
reason-split-into-lines = dit formaat codeert regel voor regel; de codering staat nu bij elk van de regels { $detail }
reason-line-without-words = er staan geen woorden op deze plaats ({ $detail })
reason-one-case-per-line = een regel hoort in dit formaat bij hooguit één casus { $detail }
reason-class-as-code = gaat over regels maar is geen code en geen casus; werd een code onder een kopje, bij dezelfde regels
reason-value-as-remark = de waarde werd een opmerking bij de codering: { $detail }
reason-relation-as-remark = de relatie tussen de codes werd een opmerking bij de codering: { $detail }
reason-comment-as-memo = het commentaar werd een memo bij de regel erna (regel { $detail })
reason-empty-line-instead = verdeelt de tekst maar hoort er niet bij; er staat nu een lege regel
reason-only-ornament = bevat geen letters (regel { $detail })
reason-sources-joined = dezelfde tekst, door verschillende mensen gecodeerd; samengevoegd tot één bron: { $detail }
reason-parent-unclear = `{ $detail }` staat onder meer dan één code; deze coderingen staan apart, bovenaan
reason-mark-without-other = de markering die erbij hoort ontbreekt; blijft tekst (regel { $detail })
reason-line-ids-not-kept = worden niet bewaard; bij een export maakt draad nieuwe

## Redenen in het overzicht van een project: databases

thing-settings = Instellingen en weergaven
reason-words-elsewhere = de woorden stonden niet op de opgegeven plaats en zijn opgezocht (bron: { $detail })
reason-without-code = gemarkeerd zonder code; werd een memo op die plaats: { $detail }
reason-in-circle = stond in een kring onder zichzelf (onder `{ $detail }`); staat nu bovenaan
reason-personal-data = gaat over gebruikers van het programma en is niet gelezen ({ $detail })
reason-merged-with-category = categorie en code met dezelfde naam werden één code
reason-importance-as-weight = was als belangrijk gemarkeerd; heeft nu gewicht 100
reason-placed-by-time = gecodeerd in de opname ({ $detail }); geplaatst volgens de tijdstempels van het transcript
reason-in-transcript = staat ook in het transcript ({ $detail }) en is daar bewaard
reason-not-all-numbers = niet elke waarde is een getal (`{ $detail }`); de waarden zijn als tekst bewaard
reason-about-whole-source = de plaats bestaat niet in de tekst; gaat nu over de hele bron ({ $detail })

## Redenen in het overzicht van een project: REFI-QDA schrijven

thing-records = Wat alleen draad bijhoudt
reason-only-into-empty-study = komt alleen terug in een studie waarin nog niets staat
reason-in-note = staat in een notitie; andere programma's laten die als memo zien { $detail }
reason-in-description = staat als tekst in de omschrijving
reason-in-supplement = gaat mee als bestand dat alleen draad leest
reason-left-out-as-personal = blijft weg: namen van bestanden zeggen vaak om wie het gaat
reason-withheld = blijft weg: deze kolom mag de studie niet verlaten (withhold onder [archive] in study.toml)
reason-closed = blijft achter: de toegang is gesloten
reason-characters-replaced = tekens die in XML niet kunnen bestaan, zijn vervangen ({ $detail })
reason-counted-twice = bevat tekens die sommige programma’s in posities als twee tellen ({ $detail })
reason-unknown-as-empty = staat er zonder waarde; andere programma's zien geen verschil tussen onbekend en niet ingevuld
reason-one-language = alleen de naam in de taal van de studie gaat mee

## Redenen in het overzicht van een export: tabellen

thing-text-between-units = Tekst tussen eenheden (sprekerslabels, tijden, koppen), per bron
reason-only-in-texts = { $detail } tekens van deze bron staan in geen tabel; een export als csv of parquet zonder filters heeft de hele tekst
reason-cell-too-long = een cel in Excel bevat 32.767 tekens; afgekapt in { $detail } cellen. CSV en Parquet hebben alles
reason-too-many-rows = een werkblad in Excel bevat 1.048.576 rijen; weggelaten: { $detail } rijen. CSV en Parquet hebben ze allemaal
reason-only-counted = is in deze bladen alleen geteld ({ $detail } in de studie)


## Tabellen met gecodeerde fragmenten

reason-other-sheet = staat op een ander blad van de werkmap; kies het blad met --sheet
reason-above-header = staat boven de kolomnamen
reason-error-in-cell = een cel bevat een foutmelding in plaats van een waarde
reason-row-broken = deze regel past niet bij de kolommen, of mist wat nodig is
reason-value-unreadable = de waarde kan niet gelezen worden { $detail }
reason-codes-not-told-apart = de codes in deze cel zijn niet uit elkaar te halen (regel { $detail })
reason-nothing-coded = gemarkeerd zonder code en zonder opmerking
reason-counts-only = aantallen zonder de fragmenten zelf zijn geen coderingen; ze zijn als tabel bewaard { $detail }
reason-case-without-part = de bron `{ $detail }` gaat over meer casussen, en de tabel zegt niet welk deel bij welke hoort
## Een project in de studie

thing-group-members = Leden van groepen
thing-descriptions = Beschrijvingen
fate-kept = behouden
fate-changed = veranderd
fate-dropped = weggelaten
reason-left-out = zo staat het in de projecttabel
reason-owner-dropped = waar het bij hoort staat niet in de studie{ $has-detail ->
    [0] {""}
   *[other] : { $detail }
}
reason-name-taken = die naam is al in gebruik; het heet nu { $detail }
reason-without-name = heeft geen naam
reason-address-shortened = van een mailadres blijft alleen de naam over
reason-merged-into = is samengevoegd tot { $detail }
reason-study-keeps-its-own = de studie heeft het anders en houdt het eigene: { $detail }
reason-added-to-coding = die codering stond er al en is aangevuld: { $detail }
reason-further-memo = in de studie staat hier een andere tekst; die is gebleven, en de nieuwe tekst staat in memo { $detail }
reason-tree-in-circle = de codes erboven vormen een kring; de code staat nu bovenaan
reason-heading-coded = was een kop, maar er is mee gecodeerd; het is nu een thema
reason-valence-of-theme = de codering heeft een richting, maar de code niet: { $detail }
reason-not-of-type = past niet bij het soort kenmerk: { $detail }
reason-column-of-sources = werd een kolom van sources.csv: { $detail }
reason-became-case = werd een casus: { $detail }
reason-became-attribute = werd een kenmerk van casussen: { $detail }
reason-group-empty = heeft geen leden
reason-group-of-memos = bevat alleen memo’s ({ $detail })
reason-empty = heeft titel noch tekst
reason-less-about = een deel van waar het over gaat staat niet in de studie ({ $detail })
reason-no-text = het project bevat er geen tekst van{ $has-detail ->
    [0] {""}
   *[other] ; de coderingen wachten in { $detail }
}
reason-document-unknown = de studie heeft geen bron met deze naam, en de tabel bevat geen tekst; haal eerst het document binnen en dan de tabel nog eens
reason-words-not-found = de woorden staan niet in de tekst, de codering wacht in unanchored/: “{ $detail }”
reason-words-cut-off = de woorden zijn in het bestand afgekapt; gecodeerd is: “{ $detail }”
reason-words-in-several-places = de woorden staan op meer plaatsen, de codering wacht in unanchored/ ({ $detail })
coded-column-thing = Onderdeel
coded-column-claimed = in bestand
coded-column-read = gelezen
coded-column-kept = behouden
coded-column-changed = veranderd
coded-column-dropped = weggelaten
coded-line = { $fate }: { $thing }{ $has-names ->
    [0] {""}
   *[other] {" "}{ $names }
}{ $n ->
    [one] {""}
   *[other] {" "}({ $n }×)
}: { $reason }
coded-untold = onbekend: van { $n } × { $thing } is niet bekend wat ermee is gebeurd
coded-untold-short = van { $n } is niet bekend wat ermee is gebeurd
coded-headline = { $file } ({ $origin }): { $sources ->
    [one] 1 nieuwe bron
   *[other] { $sources } nieuwe bronnen
}, { $codings ->
    [one] 1 nieuwe codering
   *[other] { $codings } nieuwe coderingen
}{ $known ->
    [0] {""}
   *[other] , { $known } al bekend
}
coded-written = Het hele overzicht staat in { $file }
coded-rest = … en nog { $n }; het hele overzicht staat in { $file }
coded-rest-planned = … en nog { $n }; na het binnenhalen staat het hele overzicht in { $file }
coded-planned = Wat er met elk onderdeel van het project gebeurt staat in { $file }. Bekijk en verbeter het, en geef bij het binnenhalen: --project { $file }
coded-positions-unclear = { $file }: het is niet duidelijk hoe de plaatsen in “{ $source }” zijn geteld. Het kan zo:
coded-positions-ask = Bij welke staan de goede woorden tussen ⟦ en ⟧? Typ het nummer, met * erachter voor alle bronnen, of alleen Enter om te stoppen.
coded-remark-no-text = van deze bron is er geen tekst


## Wat REFI-QDA meebrengt

thing-deviations = Afwijkingen van de standaard
reason-attribute-not-in-standard = wijkt af van de standaard: het attribuut { $detail } hoort er niet
reason-attribute-missing = wijkt af van de standaard: het attribuut { $detail } ontbreekt
reason-out-of-order = wijkt af van de standaard: { $detail } staat niet op zijn plaats
reason-part-missing = wijkt af van de standaard: { $detail } ontbreekt
reason-text-not-in-standard = wijkt af van de standaard: er staat tekst in waar geen tekst hoort
reason-same-identifier = heeft hetzelfde kenmerk als een ander: { $detail }
reason-memo-is-coded = is zelf ook gecodeerd; het is een memo én een bron
reason-inside-character = een van de grenzen viel midden in een teken; het hele teken hoort er nu bij ({ $detail })
reason-text-from-document = de tekst komt uit een opgemaakt document: { $detail }
reason-repeats-case = staat voor de casus { $detail }
