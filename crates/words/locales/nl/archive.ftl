# Een pakket om te archiveren.

## README

package-what = Wat dit is
package-what-text = Het materiaal van een vergelijkende casestudy en alles wat erin gecodeerd is, om te bewaren en opnieuw te gebruiken. De teksten zijn gewone tekst, de tabellen CSV (komma, UTF-8); niets hangt af van één programma.
package-who = Wie
package-creators = Gemaakt door
package-contact = Contact
package-publisher = Uitgever
package-year = Jaar
package-doi = DOI
package-funding = Gefinancierd door
package-publications = Publicaties
package-asked = nog in te vullen
package-about = Waarover
package-description = Beschrijving
package-subjects = Trefwoorden
package-places = Plaats
package-period = Verzameld
package-period-of = { $start } tot en met { $end }
package-population = Over wie
package-sampling = Hoe gekozen
package-collection = Hoe verzameld
package-how = Hoe er gecodeerd is
package-size = Omvang
package-n-cases = { $n ->
    [one] 1 casus
   *[other] { $n } casussen
}
package-n-sources = { $n ->
    [one] 1 bron
   *[other] { $n } bronnen
}
package-n-participants = { $n ->
    [one] 1 deelnemer
   *[other] { $n } deelnemers
}
package-n-codes = { $n ->
    [one] 1 code
   *[other] { $n } codes
}
package-n-codings = { $n ->
    [one] 1 codering
   *[other] { $n } coderingen
}
package-n-memos = { $n ->
    [one] 1 memo
   *[other] { $n } memo’s
}
package-coding = Gecodeerd door { $coders }. Elke codering in codings.csv heeft bron, plaats, code, richting, codeur en tijdstip; twee codeurs op dezelfde woorden staan er allebei in.
package-coding-nobody = Er is niets gecodeerd.
package-access = Wie het mag lezen
package-access-usual = Toegang, waar niets anders staat
package-access-open = open (iedereen)
package-access-restricted = beperkt (wie van het archief toestemming krijgt)
package-access-closed = gesloten (niemand buiten het onderzoek)
package-access-counts = { $open } open, { $restricted } beperkt, { $closed } gesloten (bronnen; zie data-list.csv)
package-rights = Voorwaarden
package-conditions = Toegang aanvragen
package-pseudonymous = Deelnemers staan onder een id. Namen in participants.csv, cases.csv en de teksten horen pseudoniemen te zijn; of dat zo is, kan Rode Draad niet zien. De sleutel hoort niet in dit pakket en niet in de map van de studie.
package-files = Wat erin zit
package-file-readme = dit bestand
package-file-datacite = metadata volgens DataCite 4.5
package-file-ddi = beschrijving van de studie volgens DDI-Codebook 2.5
package-file-data-list = één rij per bron: casus, soort, dag, lengte, rollen, toegang
package-file-transcripts = de teksten, elk als .txt (UTF-8) en als .odt
package-file-codebook = het codeboek: als tabel, als REFI-QDA-codeboek (.qdc) en om te lezen (.odt)
package-file-codings = alle coderingen
package-file-cases = de casussen met hun kenmerken
package-file-participants = de deelnemers, pseudoniem, met hun rol
package-file-dictionary = wat elke kolom van elke tabel betekent
package-file-tables = de andere tabellen: eenheden, gebeurtenissen, scores, fasen, bevindingen …
package-file-memos = memo’s, met datum en schrijver
package-file-findings = bevindingen
package-file-methods = opzet van het onderzoek, definities, en wat er verder over de werkwijze is
package-file-qdpx = de studie als project voor andere programma’s (REFI-QDA)
package-file-withheld = wat achterblijft, en waarom
package-file-checksums = SHA-256 van elk bestand
package-positions = Plaatsen in de teksten
package-positions-text = `start` en `end` in codings.csv en andere tabellen tellen tekens (Unicode-codepunten) vanaf 0; `end` is het teken na het laatste. Ze tellen in de tekst onder de kop van transcripts/BRON.txt. De kop eindigt met een regel van streepjes en een lege regel; de kolom text_starts in data-list.csv zegt op welk teken van het bestand de tekst begint.
package-withheld = Wat achterblijft
package-withheld-nothing = Niets van het materiaal en de coderingen is achtergehouden.
package-withheld-text = { $sources ->
    [0] {""}
    [one] 1 bron is gesloten: de tekst en wat daarin gecodeerd is, ontbreken.{" "}
   *[other] { $sources } bronnen zijn gesloten: hun tekst en wat daarin gecodeerd is, ontbreken.{" "}
}{ $columns ->
    [0] {""}
    [one] 1 kolom blijft achter.{" "}
   *[other] { $columns } kolommen blijven achter.{" "}
}Memo’s en bevindingen kunnen in eigen woorden nog iets zeggen over wat achterblijft. Zie withheld.csv.
package-selection = Selectie
package-missing = Wat nog ontbreekt
package-missing-text = Een archief vraagt ook het volgende; in de metadata staat er :tba. Vul het aan in [archive] van study.toml en maak het pakket opnieuw.
package-leaks = Controle op herkenbaarheid
package-leaks-text = Gezocht is naar adressen van e-mail, telefoonnummers, burgerservicenummers (elfproef), rekeningnummers (IBAN), postcodes, en de waarden van achtergehouden kolommen met de namen daarin. Zo’n controle vindt niet alles: andere namen, scholen en gebeurtenissen herkent ze niet.
package-leaks-none = Er is niets gevonden.
package-leaks-despite = Gevonden: { $found }. Toch meegegeven, omdat: { $reason }
package-version = Versies
package-version-text = Gemaakt met draad { $version } uit de studie met datahash { $hash }; opnieuw gemaakt uit dezelfde studie is elk bestand byte voor byte gelijk.
package-check = Controleren
package-check-text = sha256sum -c CHECKSUMS

## Wat een archief vraagt

package-ask-creators = wie de gegevens maakte (creators)
package-ask-publisher = wie ze uitgeeft (publisher)
package-ask-year = het jaar waarin ze beschikbaar komen (year)
package-ask-description = een beschrijving (description)
package-ask-subjects = trefwoorden (subjects)
package-ask-rights = de voorwaarden voor gebruik (rights)
package-ask-contact = met wie men contact opneemt (contact)
package-ask-population = over wie het gaat (population)
package-ask-sampling = hoe casussen en mensen zijn gekozen (sampling)
package-ask-collection = hoe het materiaal is verzameld (collection)
package-ask-places = waar (places)
package-ask-period = wanneer (period)

## Teksten

package-head-source = Bron
package-head-cases = Casus
package-head-kind = Soort
package-head-date = Dag
package-head-phase = Fase
package-head-participants = Deelnemers
package-head-access = Toegang
package-list-unknown = niet vermeld
package-codebook = Codeboek
package-code-kind = Soort
package-code-id = Code
package-code-valence = Gewone richting
package-code-level = Niveau
package-code-definition = Definitie
package-code-include = Wel
package-code-exclude = Niet
package-kind-factor = factor
package-kind-theme = thema
package-kind-heading = kop
package-code-example = Voorbeeld

## Methoden

package-methods = Over de werkwijze. Hier staan de opzet (design.toml), de definities van wat er geteld is (definitions.txt) en alles wat in de map methods/ van de studie staat. Archieven vragen ook interviewleidraden, topiclijsten, de informatiebrief, het toestemmingsformulier en een verslag van het pseudonimiseren, zonder de sleutel. Zet die in de map methods/ van de studie, en maak het pakket opnieuw: dan kloppen ook de controlegetallen.

## Achtergehouden

package-thing-source = bron
package-thing-codings = coderingen
package-thing-memos = memo’s
package-thing-column = kolom
package-thing-originals = originelen
package-thing-key = sleutel
package-thing-unanchored = coderingen zonder plaats
package-thing-filter = selectie
package-why-closed = de toegang tot de bron is gesloten
package-why-codings = gecodeerd in een bron die achterblijft: { $n }
package-why-memos = gaan alleen over wat achterblijft: { $n }
package-why-column = mag de studie niet verlaten
package-why-originals = niet gepseudonimiseerd
package-why-key = wordt elders bewaard; hoort nooit bij de gegevens
package-why-unanchored = hun woorden staan niet in de tekst
package-why-filter = alleen dit deel van de studie gaat mee

## Herkenbaarheid

leak-mail = e-mailadres
leak-phone = telefoonnummer
leak-bsn = burgerservicenummer
leak-iban = rekeningnummer (IBAN)
leak-postcode = postcode
leak-withheld = waarde van een achtergehouden kolom
leak-withheld-part = naam die deel is van een waarde in een achtergehouden kolom
leak-line = { $place }: { $kind }{ $more ->
    [0] {""}
    [one] {" "}(en nog op 1 plaats)
   *[other] {" "}(en nog op { $more } plaatsen)
}
leak-more = … en nog { $n }
leak-count = { $n } × { $kind }

## Kolommen

column-data-list-source = de bron; de tekst is transcripts/<bron>.txt
column-data-list-cases = de casussen waar de bron over gaat
column-data-list-kind = de soort bron
column-data-list-date = de (eerste) dag
column-data-list-phase = de fase
column-data-list-units = hoeveel beurten, berichten, notities of alinea’s
column-data-list-chars = hoeveel tekens (Unicode-codepunten)
column-data-list-words = hoeveel woorden, gescheiden door wit
column-data-list-participants = wie erin spreken of schrijven
column-data-list-roles = hun rollen
column-data-list-access = wie de bron mag lezen: open, restricted (beperkt) of closed (gesloten; de tekst blijft achter)
column-data-list-file = de tekst in dit pakket; leeg als die achterblijft
column-data-list-text-starts = op welk teken van het bestand de tekst begint, vanaf 0
column-withheld-what = wat achterblijft
column-withheld-name = hoe het heet
column-withheld-reason = waarom
table-data-list = bronnen: overzicht
table-withheld = wat achterblijft
