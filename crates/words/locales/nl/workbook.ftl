# De werkmap: alle tabellen van een studie in één Excelbestand.

workbook-contents = inhoud
workbook-matrix = casussen en factoren
workbook-passages = fragmenten
workbook-definitions = definities
workbook-columns = kolommen

## De eerste bladzijde

workbook-study = Studie
workbook-note = Opmerking
workbook-cases = Casussen
workbook-sources = Bronnen met materiaal
workbook-codings = Coderingen
workbook-codings-of = { $n } van { $before }
workbook-n-passages = Rijen op het blad { $sheet }
workbook-coders = Codeurs
workbook-filter = Selectie
workbook-outcome = Uitkomst
workbook-hash = Datahash
workbook-version = Gemaakt met draad
workbook-command = Opnieuw maken
workbook-links = Doorklikken
workbook-links-text = Een blauw getal of woord opent de fragmenten erachter: het springt naar de eerste rij ervan op het blad { $sheet }; de andere staan eronder.
workbook-head-sheet = blad
workbook-head-what = wat erop staat
workbook-head-rows = rijen
workbook-head-remark = bijzonderheden
workbook-what-matrix = factoren als rijen, casussen als kolommen: hoeveel fragmenten, en welke kant ze op werken
workbook-what-passages = alle fragmenten, per factor en casus, met hun woorden
workbook-what-definitions = wat de getallen betekenen en waarop ze rusten
workbook-what-columns = wat elke kolom van elk blad betekent
workbook-part-of = { $table }: onderdeel { $part }
workbook-own = eigen tabel van de studie: { $label }
workbook-not-made = niet gemaakt: { $reason }
workbook-empty = geen rijen
workbook-cut-rows = { $n ->
    [one] 1 rij past niet op een blad en ontbreekt hier
   *[other] { $n } rijen passen niet op een blad en ontbreken hier
}
workbook-cut-texts = { $n ->
    [one] in de kolom { $column } is 1 tekst afgekapt: een cel houdt 32.767 tekens
   *[other] in de kolom { $column } zijn { $n } teksten afgekapt: een cel houdt 32.767 tekens
}
workbook-cut-links = { $n ->
    [one] 1 cel is geen koppeling: een blad houdt er 65.530
   *[other] { $n } cellen zijn geen koppeling: een blad houdt er 65.530
}

## Het blad met casussen en factoren

workbook-head-direction = richting
workbook-head-level = niveau
workbook-head-code = code
workbook-head-name = factor
workbook-no-level = –

## De definities

workbook-head-subject = onderwerp
workbook-head-meaning = betekenis
workbook-head-column = kolom
workbook-marks = ● bevorderend, ◆ belemmerend, ●◆ beide, ◐ ambivalent, ■ zonder richting; het getal erachter is het aantal fragmenten. · er was materiaal en de factor is er niet gevonden; – er was geen materiaal. Kleur herhaalt het teken.
workbook-empty-cells = Een lege cel is: niet bekend, niet van toepassing of niet gedefinieerd.
workbook-lists = Meer waarden in één cel zijn gescheiden door een puntkomma.
workbook-term-marks = Tekens
workbook-term-empty = Lege cellen
workbook-term-lists = Lijsten

## Waar elke tabel over gaat

workbook-table-cases-by-factors = per casus en factor: richting, fragmenten en alle andere maten
workbook-table-triangulation = waarop een factor in een casus berust: bronnen, soorten, rollen
workbook-table-tensions = factoren die hier bevorderen en daar belemmeren
workbook-table-balance = hoe bevorderend en belemmerend per casus tegen elkaar opwegen
workbook-table-contrast = welke factoren bij welke uitkomst voorkomen, en wat afwijkt
workbook-table-association = samenhang van factor en uitkomst bij weinig casussen
workbook-table-qca = combinaties van condities die met de uitkomst samengaan
workbook-table-meta-matrix = casussen en factoren in een volgorde, met citaten
workbook-table-co-occurrence = factoren die samen voorkomen
workbook-table-phases = factoren per fase
workbook-table-sequence = welke factor op welke volgt
workbook-table-similarity = casussen die op elkaar lijken
workbook-table-saturation = wanneer nieuw materiaal geen nieuwe codes meer bracht
workbook-table-joint-display = scores naast wat mensen zeiden
workbook-table-literature = wat de literatuur noemt naast wat de casussen laten zien
workbook-table-agreement = hoe ver codeurs het eens zijn
workbook-table-sample = wie er is gehoord, waarmee en wanneer
workbook-table-verdicts = wat panels van de bevindingen vinden
workbook-table-adjudication = wat er over verschillen tussen codeurs is besloten
