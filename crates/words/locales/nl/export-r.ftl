# De studie in R: het script dat alles inleest, en wat erbij te lezen staat.

## In het script

export-r-what = Leest de studie in R in, zonder pakketten: source("load.R") maakt een lijst `study` met alle tabellen.
export-r-how = Met de id's in plaats van de namen: study <- load_study("map", names = FALSE). README.txt zegt wat erin staat.
export-r-made = Namen en betekenissen komen uit columns.csv en lists.csv; dit script is voor elke studie hetzelfde.
export-r-code-list = Een gesloten lijst wordt een factor, in de volgorde van de studie; wat niet op de lijst staat, komt erachter.
export-r-code-whole = Gehele getallen die R niet als geheel getal kan bewaren, blijven getallen.
export-r-code-parts = De tabellen van de studie staan bovenaan, die over casussen heen in `results`, de bladen voor QCA in `sheets`.
export-r-code-unknown = Is een kenmerk van een casus onbekend? Zo nee, dan is een lege cel niet vermeld.
export-r-code-split = Splitst cellen met meer waarden: een vector van id's per rij.
export-r-code-name = De namen bij id's uit een lijst, zoals "valence", "role" of "code".
export-r-code-here = De map van dit script, van waar het ook wordt ingelezen.
export-r-elsewhere = In %s staat geen columns.csv. Geef de map van de export: source("map/load.R"), of load_study("map").
export-r-unread = In %s, kolom %s, staan waarden die niet gelezen konden worden; ze zijn NA. Exporteer de studie opnieuw als dat niet de bedoeling is.
export-r-changed = %s.csv heeft andere kolommen dan columns.csv zegt; die blijven tekst. Is het bestand in Excel opgeslagen, exporteer de studie dan opnieuw.

## In README.txt

export-r-title = Inlezen in R (4.0 of nieuwer, zonder pakketten):
export-r-tables = De lijst `study` heeft { $n } tabellen, elk als data.frame: die van de studie zelf, in `results` die over casussen heen, en in `sheets` de bladen voor het pakket QCA, met de casussen als rijnamen.
export-r-names = Codes, rollen, soorten, fasen, richtingen, niveaus en de waarden van kenmerken zijn factoren: met hun namen, in de volgorde van de studie, ook waar een waarde niet voorkomt. Casussen, bronnen en deelnemers heten zoals hun id. Met load_study("map", names = FALSE) staan overal de id's; `study$lists` zegt wat bij wat hoort.
export-r-ordered = Geordend zijn de fasen, en de waarden van een kenmerk dat uitkomst is: van de goede kant af, dus de eerste is de laagste in rang.
export-r-labels = Elke kolom heeft een attribuut `label` met wat zij betekent: attr(study$codings$quote, "label"). RStudio toont het onder de naam van de kolom. Wie rijen kiest, verliest het, zoals altijd in R.
export-r-nothing = NA is wat niet vermeld, niet bekend, niet van toepassing of niet gedefinieerd is. In `results` zegt de kolom `state` het verschil tussen materiaal zonder codering en geen materiaal.
export-r-unknown = Van een kenmerk dat onbekend is en een dat niet vermeld is, staat er in beide gevallen NA; is_unknown(study$cases, "kenmerk") zegt welke onbekend zijn. Een vraag in `scores` die gesteld en niet beantwoord is, heeft een rij met NA; een vraag die niet gesteld is, heeft geen rij.
export-r-lists = Waar meer waarden in een cel staan, zijn dat id's met ; ertussen: split_list(study$passages$valences), en name_of("promoting", "valence") voor hun namen.
export-r-times = Dagen zijn Date, tijdstippen POSIXct in UTC. Waar `label` zegt dat het de klok van de plaats is, is het dat zonder omrekening.
export-r-absent = Niet in deze studie:

export-r-sheet-crisp = blad voor QCA: per casus 0 of 1 voor elke code en elk kenmerk
export-r-sheet-raw = blad voor QCA: per casus de maten, om te kalibreren
export-r-sheet-fuzzy = blad voor QCA: per casus de lidmaatschappen bij de gegeven ankers
export-r-sheet-legend = wat elke kolom van de bladen voor QCA is

## Waarden die in elke studie hetzelfde zijn

export-unit-said = gezegd of geschreven
export-unit-header = kop
export-unit-system = melding
export-unit-media = beeld of geluid
export-unit-deleted = verwijderd
export-unit-call = oproep
export-unit-location = locatie
export-part-visible = wat zichtbaar werd
export-part-tension = spanningsveld
export-part-lead = aanknopingspunt
export-side-for = voor
export-side-against = tegen
