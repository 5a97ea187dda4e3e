# Wat het commando `draad` zegt.

## Algemeen

study-has-errors = { $n ->
    [one] De studie bevat 1 fout; `draad check` zegt waar.
   *[other] De studie bevat { $n } fouten; `draad check` zegt waar.
}
written = Geschreven: { $file }
n-words = { $n ->
    [one] { $n } woord
   *[other] { $n } woorden
}
n-memos = { $n ->
    [one] { $n } memo
   *[other] { $n } memo’s
}
n-hits = { $n ->
    [one] { $n } treffer
   *[other] { $n } treffers
}

## Voortgang

progress-import = Bestanden lezen
progress-write = Voorbeeldstudie schrijven
progress-index = Zoekindex maken
progress-run = Tabellen, figuren, verslag

## Nieuwe studie

new-made = Nieuwe studie in { $folder }
new-next = Vul eerst in { $folder }/study.toml de instellingen aan en zet casussen in cases.csv en codes in codebook.csv.
    Haal daarna materiaal binnen, bijvoorbeeld:
      draad --study { $folder } import interview.docx --case p01 --new-case --kind interview

## Binnenhalen

import-new-case = Nieuwe casus { $case } toegevoegd aan cases.csv
import-file = { $file } → bron { $source } ({ $kind }; gelezen als { $reading }; { $units } eenheden, { $chars } tekens)
import-read = gelezen
import-kept = bewaard
import-changed = veranderd
import-dropped = weggelaten
import-speaker = spreker { $label }: { $n ->
    [one] 1 eenheid
   *[other] { $n } eenheden
}
import-speaker-unknown = spreker { $label }: { $n ->
    [one] 1 eenheid
   *[other] { $n } eenheden
}; hoort nog bij niemand, of bij meer mensen: zet het label bij één deelnemer in participants.csv
import-summary = { $n ->
    [one] 1 bestand binnengehaald
   *[other] { $n } bestanden binnengehaald
}{ $refused ->
    [0] {""}
    [one] , 1 niet
   *[other] , { $refused } niet
}

part-paragraphs = alinea’s
part-turns = beurten
part-continuations = vervolgalinea’s
part-headers = koppen
part-notes = noten
part-messages = berichten
part-notices = meldingen van het programma
part-media = bijlagen in plaats van woorden
part-deleted = verwijderde berichten
part-calls = gemiste oproepen
part-locations = locaties
part-rows = rijen
part-entries = notities

change-encoding-guessed = tekencodering geraden
change-invisible-marks = onzichtbare tekens weggehaald
change-accents-joined = letters en accenten samengevoegd
change-label-doubtful = sprekerslabels zonder dubbele punt, gelezen als vervolg
change-header-missing = geen kolomnamen, kolommen afgeleid uit de inhoud
change-label-seen-once = mogelijke sprekerslabels die maar één keer voorkomen, als tekst gelezen
change-records-inside-messages = regels die op een bericht lijken, als deel van een bericht gelezen
change-table-rows = tabelrijen als regels geschreven
change-notes-moved = noten naar het eind verplaatst
change-text-boxes = tekstvakken achter hun alinea gezet
change-insertions = bijgehouden invoegingen overgenomen

loss-comments = opmerkingen in de kantlijn
loss-deletions = bijgehouden verwijderingen
loss-hidden-text = verborgen tekst
loss-pictures = afbeeldingen en andere objecten
loss-page-headers = kop- en voetteksten
loss-symbols = symbolen zonder bekende betekenis
loss-too-deep = te diep geneste delen
loss-empty-messages = berichten zonder woorden
loss-attachments = andere bestanden in het archief
loss-broken-rows = rijen met te veel of te weinig cellen
loss-empty-rows = rijen zonder tekst
loss-columns = kolommen die geen tekst, datum, tijd of schrijver zijn

## Coderen

code-one = { $coder } codeerde `{ $code }` in { $source }
code-many = { $n ->
    [0] Geen codering toegevoegd
    [one] 1 codering toegevoegd
   *[other] { $n } coderingen toegevoegd, in { $sources ->
        [one] 1 bron
       *[other] { $sources } bronnen
    }
}
code-already = { $n ->
    [one] 1 codering stond er al.
   *[other] { $n } coderingen stonden er al.
}
code-refused = { $n ->
    [one] 1 codering is niet toegevoegd; hierboven staat waarom.
   *[other] { $n } coderingen zijn niet toegevoegd; hierboven staat waarom.
}

## Controleren, overzicht, ongedaan maken

check-summary = { $errors ->
    [0] geen fouten
    [one] 1 fout
   *[other] { $errors } fouten
}, { $warnings ->
    [0] geen waarschuwingen
    [one] 1 waarschuwing
   *[other] { $warnings } waarschuwingen
}, { $notes ->
    [0] geen opmerkingen
    [one] 1 opmerking
   *[other] { $notes } opmerkingen
}
status-coders = coderingen per codeur
status-hash = kenmerk van de gegevens
status-case = casus
status-outcome = uitkomst
status-codings = coderingen
status-uncoded = ongecodeerd
undo-done = Ongedaan gemaakt: { $command } ({ $n ->
    [one] 1 bestand
   *[other] { $n } bestanden
})

## Zoeken

search-summary = { $hits ->
    [one] 1 treffer
   *[other] { $hits } treffers
} in { $units } van { $searched } eenheden, { $sources ->
    [one] 1 bron
   *[other] { $sources } bronnen
}; woordstammen: Snowball Dutch (Kraaij-Pohlmann), zonder accenten
search-units = { $units } van { $searched } eenheden, { $sources ->
    [one] 1 bron
   *[other] { $sources } bronnen
}
search-more = Getoond: { $shown } van { $hits }; meer met --limit.
search-nothing = Niets gevonden in { $searched } eenheden.

## Tabellen, figuren, verslag, alles

cell-title = { $factor } in { $case }: { $n ->
    [0] geen fragmenten
    [one] 1 fragment
   *[other] { $n } fragmenten
}
cell-whole-source = (hele bron)
figure-pages = { $n ->
    [one] 1 bladzijde
   *[other] { $n } bladzijden
}
report-written = Verslag geschreven: { $file }
run-made = { $n ->
    [one] 1 bestand gemaakt
   *[other] { $n } bestanden gemaakt
} in { $folder }
run-current = Alles is actueel: { $n ->
    [one] 1 bestand
   *[other] { $n } bestanden
} in { $folder }

## Demo

demo-start = De voorbeeldstudie „Gedeeld opvoederschap” komt in { $folder }. Alle mensen erin zijn verzonnen.
demo-step-write = geschreven: { $files } bestanden
demo-step-check = gecontroleerd: { $problems }
demo-step-index = doorzoekbaar gemaakt: { $units } eenheden
demo-step-run = gemaakt: { $files } tabellen, figuren en een verslag
demo-held = { $cases } casussen, { $sources } bronnen, { $words } woorden; { $codings } coderingen door { $coders } codeurs.
demo-contrast = Grootste verschil: „{ $factor }” komt voor in { $k1 } van { $n1 } casussen die { $group1 } verlopen en in { $k2 } van { $n2 } die { $group2 } zijn.
demo-tension = Vaakst tegenstrijdig: „{ $factor }” is in { $k } van { $n } casussen zowel bevorderend als belemmerend.
demo-files = Verslag: { $report } (open het in een browser) · tabellen en figuren: { $output }
demo-next = Probeer nu: cd { $folder } && draad search vertrouwen --role parent && draad table --cell { $cell }
