# Wat het commando `draad` zegt.

## Algemeen

study-has-errors = { $n ->
    [one] De studie bevat 1 fout; `draad check` zegt waar.
   *[other] De studie bevat { $n } fouten; `draad check` zegt waar.
}
pipe-request = Dit is geen verzoek: { $reason }.
pipe-folder = In deze map kan niet gewerkt worden: { $reason }.
pipe-in-pipe = Een verzoek kan geen { $reason } zijn.
pipe-help = Een verzoek is één regel JSON: {"{"}"arguments": ["table", "balance", "--format", "arrow"]{"}"}; docs/pipe.md beschrijft het.
pipe-broken = Er ging iets mis in draad zelf.
pipe-broken-help = Probeer het opnieuw; gebeurt het weer, meld het dan met het verzoek erbij.
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
      draad --study { $quoted } import interview.docx --case p01 --new-case --kind interview

## Binnenhalen

import-new-case = Nieuwe casus { $case } toegevoegd aan cases.csv
import-file = { $file } → bron { $source } ({ $kind }; gelezen als { $reading }; { $units ->
    [one] 1 eenheid
   *[other] { $units } eenheden
}, { $chars } tekens)
import-file-replaced = { $file } → verbeterde versie van bron { $source } ({ $kind }; gelezen als { $reading }; { $units ->
    [one] 1 eenheid
   *[other] { $units } eenheden
}, { $chars } tekens)
import-units = { $n ->
    [one] 1 eenheid
   *[other] { $n } eenheden
}
import-reanchored = coderingen: { $kept } met hun woorden meegegaan, { $corrected } met verbeterde woorden, { $lost } zonder plaats
import-coding-lost = geen plaats voor { $coding }: “{ $quote }”
import-lost-file = coderingen zonder plaats staan in { $file }: zet in de kolom `quote` de woorden zoals ze er nu staan en geef de tabel aan `draad code --import`
import-homeless = { $place } ging over woorden die weg zijn: “{ $quote }”
import-comments = van de opmerkingen zijn gemaakt: { $memos ->
    [one] 1 memo
   *[other] { $memos } memo’s
} en { $codings ->
    [one] 1 codering
   *[other] { $codings } coderingen
}{ $known ->
    [0] {""}
    [one] , 1 was er al
   *[other] , { $known } waren er al
}{ $left ->
    [0] {""}
   *[other] , { $left } weggelaten
}{ $anonymous ->
    [0] {""}
   *[other] ; { $anonymous } van schrijvers die geen codeur van de studie zijn en van wie de naam niet is opgeschreven
}
import-report = Importverslag
import-known = { $file } is er al, als bron { $source }
files-and-more = { $files } en nog { $n }
import-same-chat = Is dit één gesprek van meer telefoons? Geef deze rijen dan dezelfde `source`.
import-refused = Niet binnengehaald
import-report-written = Alles staat in { $file }
import-unmapped = { $n ->
    [one] 1 bestand staat niet in de toewijzing en is niet gelezen: { $files }
   *[other] { $n } bestanden staan niet in de toewijzing en zijn niet gelezen: { $files }
}. Voeg { $n ->
    [one] het
   *[other] ze
} toe met `draad import --plan`.
import-planned = Er is niets veranderd. { $n ->
    [one] 1 bestand kan worden binnengehaald
   *[other] { $n } bestanden kunnen worden binnengehaald
}{ $open ->
    [0] {""}
    [one] , 1 mist nog iets
   *[other] , { $open } missen nog iets
}{ $known ->
    [0] {""}
    [one] , 1 is er al
   *[other] , { $known } zijn er al
}{ $left ->
    [0] {""}
    [one] , 1 blijft erbuiten
   *[other] , { $left } blijven erbuiten
}. Bekijk en verbeter { $file } (bijvoorbeeld in Excel) en geef daarna: draad import --map { $file }{ $flags }
import-records = { $file } → { $what }
import-updated = { $added } toegevoegd, { $changed ->
    [one] 1 waarde gewijzigd
   *[other] { $changed } waarden gewijzigd
}, { $unchanged } ongewijzigd{ $refused ->
    [0] {""}
    [one] , 1 rij niet overgenomen
   *[other] , { $refused } rijen niet overgenomen
}
import-new-attributes = toegevoegd aan study.toml: { $attributes }
import-survey = { $file } → vragenlijst (gelezen als { $reading }): { $sources ->
    [one] 1 bron
   *[other] { $sources } bronnen
} met open antwoorden{ $unchanged ->
    [0] {""}
    [one] , 1 was er al
   *[other] , { $unchanged } waren er al
}
import-columns-planned = Wat er van de kolommen van de vragenlijsten wordt, staat in { $file }; verbeter het daar.
records-cases = casussen
records-participants = deelnemers
records-events = contacten en gebeurtenissen
records-scores = scores
records-attributes = kenmerken
import-export = export { $file }: { $n ->
    [one] 1 bericht of melding
   *[other] { $n } berichten en meldingen
}, { $shared } ook in een andere export, { $alone } alleen hier
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
}{ $known ->
    [0] {""}
    [one] , 1 was er al
   *[other] , { $known } waren er al
}{ $empty ->
    [0] {""}
    [one] , uit 1 tabel is niets overgenomen
   *[other] , uit { $empty } tabellen is niets overgenomen
}{ $refused ->
    [0] {""}
    [one] , 1 niet
   *[other] , { $refused } niet
}

## Hoe een bestand gelezen is

reading-docx = Word-document
reading-odt = OpenDocument-tekst
reading-rtf = RTF-document
reading-html = webpagina
reading-pdf = PDF
reading-text = platte tekst
reading-markdown = Markdown
reading-table = tabel
reading-diary = dagboek of dossier als tabel
reading-xlsx = Excel-werkmap
reading-xls = oude Excel-werkmap
reading-ods = OpenDocument-werkmap
reading-whatsapp = WhatsApp
reading-telegram = Telegram
reading-signal = Signal
reading-vtt = ondertitels (WebVTT)
reading-srt = ondertitels (SubRip)
reading-sbv = ondertitels (YouTube)
reading-whisper = spraakherkenning (Whisper)
reading-whisper-cpp = spraakherkenning (whisper.cpp)
reading-whisperx = spraakherkenning (WhisperX)
reading-amberscript = spraakherkenning (Amberscript)
reading-whisper-table = spraakherkenning (Whisper, tabel)
reading-m-path = m-Path
reading-qualtrics = Qualtrics
reading-limesurvey = LimeSurvey
reading-turns = per spreker
reading-session-sheet = notities van een sessie
reading-paragraphs = per alinea
reading-pause-s = nieuwe alinea na { $n ->
    [one] 1 seconde
   *[other] { $n } seconden
} stilte
reading-characters = of na { $n } tekens
reading-open-answers = open antwoorden
reading-page = { $n } pagina
reading-pages = { $n } pagina’s
reading-header-rows = { $n ->
    [one] 1 kopregel
   *[other] { $n } kopregels
}
reading-semicolon = puntkomma’s
reading-tab = tabs
reading-comma = komma’s
reading-sheet-called = blad ‘{ $name }’
reading-text-called = tekst uit kolom ‘{ $name }’
reading-d-m-y = dag-maand-jaar
reading-m-d-y = maand-dag-jaar
reading-y-m-d = jaar-maand-dag
reading-merged-from = samengevoegd uit { $n } exports
reading-android = Android
reading-iphone = iPhone
reading-web = WhatsApp Web
reading-copied-without-year = gekopieerd zonder jaar
reading-json = JSON
reading-from-account = uit een heel account
reading-chat = gesprek
reading-saved-messages = bewaarde berichten
reading-replies = antwoorden
reading-personal-chat = persoonlijk gesprek
reading-bot-chat = gesprek met een bot
reading-private-group = besloten groep
reading-private-supergroup = besloten groep
reading-public-supergroup = openbare groep
reading-private-channel = besloten kanaal
reading-public-channel = openbaar kanaal

## Wat er in een bestand stond

part-pages = { $n ->
    [one] 1 pagina
   *[other] { $n } pagina’s
}
part-paragraphs = { $n ->
    [one] 1 alinea
   *[other] { $n } alinea’s
}
part-turns = { $n ->
    [one] 1 beurt
   *[other] { $n } beurten
}
part-continuations = { $n ->
    [one] 1 vervolgalinea
   *[other] { $n } vervolgalinea’s
}
part-headers = { $n ->
    [one] 1 kop
   *[other] { $n } koppen
}
part-notes = { $n ->
    [one] 1 noot
   *[other] { $n } noten
}
part-comments = { $n ->
    [one] 1 opmerking in de kantlijn
   *[other] { $n } opmerkingen in de kantlijn
}
part-messages = { $n ->
    [one] 1 bericht
   *[other] { $n } berichten
}
part-notices = { $n ->
    [one] 1 melding van het programma
   *[other] { $n } meldingen van het programma
}
part-media = { $n ->
    [one] 1 bijlage in plaats van woorden
   *[other] { $n } bijlagen in plaats van woorden
}
part-deleted = { $n ->
    [one] 1 verwijderd bericht
   *[other] { $n } verwijderde berichten
}
part-calls = { $n ->
    [one] 1 gemiste oproep
   *[other] { $n } gemiste oproepen
}
part-locations = { $n ->
    [one] 1 locatie
   *[other] { $n } locaties
}
part-edited = { $n ->
    [one] 1 later bewerkt bericht
   *[other] { $n } later bewerkte berichten
}
part-replies = { $n ->
    [one] 1 antwoord op een ander bericht
   *[other] { $n } antwoorden op een ander bericht
}
part-forwards = { $n ->
    [one] 1 doorgestuurd bericht
   *[other] { $n } doorgestuurde berichten
}
part-reactions = { $n ->
    [one] 1 bericht met reacties
   *[other] { $n } berichten met reacties
}
part-polls = { $n ->
    [one] 1 peiling
   *[other] { $n } peilingen
}
part-rows = { $n ->
    [one] 1 rij
   *[other] { $n } rijen
}
part-entries = { $n ->
    [one] 1 notitie
   *[other] { $n } notities
}
part-cues = { $n ->
    [one] 1 ondertitel
   *[other] { $n } ondertitels
}
part-columns = { $n ->
    [one] 1 kolom
   *[other] { $n } kolommen
}
part-responses = { $n ->
    [one] 1 keer ingevuld
   *[other] { $n } keer ingevuld
}
part-non-responses = { $n ->
    [one] 1 keer gevraagd en niet ingevuld
   *[other] { $n } keer gevraagd en niet ingevuld
}

change-encoding-guessed = tekencodering geraden
change-bytes-unreadable = { $n ->
    [one] 1 onleesbaar teken vervangen door �
   *[other] { $n } onleesbare tekens vervangen door �
}
change-invisible-marks = { $n ->
    [one] 1 onzichtbaar teken weggehaald
   *[other] { $n } onzichtbare tekens weggehaald
}
change-accents-joined = { $n ->
    [one] 1 letter en accent samengevoegd
   *[other] { $n } letters en accenten samengevoegd
}
change-label-doubtful = { $n ->
    [one] 1 sprekerslabel zonder dubbele punt, gelezen als vervolg
   *[other] { $n } sprekerslabels zonder dubbele punt, gelezen als vervolg
}
change-header-missing = geen kolomnamen, kolommen afgeleid uit de inhoud
change-label-seen-once = { $n ->
    [one] 1 mogelijk sprekerslabel dat maar één keer voorkomt, als tekst gelezen
   *[other] { $n } mogelijke sprekerslabels die maar één keer voorkomen, als tekst gelezen
}
change-time-stamps = { $n ->
    [one] 1 tijdcode uit de tekst gehaald en bij de beurt bewaard
   *[other] { $n } tijdcodes uit de tekst gehaald en bij de beurten bewaard
}
change-records-inside-messages = { $n ->
    [one] 1 regel die op een bericht lijkt, als deel van een bericht gelezen
   *[other] { $n } regels die op een bericht lijken, als deel van een bericht gelezen
}
change-out-of-order = { $n ->
    [one] 1 bericht op volgorde van tijd gezet
   *[other] { $n } berichten op volgorde van tijd gezet
}
change-shared-messages = { $n ->
    [one] 1 bericht dat in meer dan één export staat, één keer opgenomen
   *[other] { $n } berichten die in meer dan één export staan, één keer opgenomen
}
change-table-rows = { $n ->
    [one] 1 tabelrij als regel geschreven
   *[other] { $n } tabelrijen als regels geschreven
}
change-notes-moved = { $n ->
    [one] 1 noot naar het eind verplaatst
   *[other] { $n } noten naar het eind verplaatst
}
change-text-boxes = { $n ->
    [one] 1 tekstvak achter zijn alinea gezet
   *[other] { $n } tekstvakken achter hun alinea gezet
}
change-insertions = { $n ->
    [one] 1 bijgehouden invoeging overgenomen
   *[other] { $n } bijgehouden invoegingen overgenomen
}
change-cues-joined = { $n ->
    [one] 1 ondertitel bij de vorige gevoegd
   *[other] { $n } ondertitels bij de vorige gevoegd
}
change-cues-split = { $n ->
    [one] 1 fragment met twee sprekers gesplitst
   *[other] { $n } fragmenten met meer sprekers gesplitst
}
change-cues-reversed = { $n ->
    [one] 1 ondertitel die eindigt voordat hij begint, zonder eindtijd overgenomen
   *[other] { $n } ondertitels die eindigen voordat ze beginnen, zonder eindtijd overgenomen
}
change-cues-out-of-order = { $n ->
    [one] 1 ondertitel die eerder begint dan de vorige, op zijn plaats gelaten
   *[other] { $n } ondertitels die eerder beginnen dan de vorige, op hun plaats gelaten
}
change-hyphens-mended = { $n ->
    [one] 1 afgebroken woord aan het regeleinde hersteld
   *[other] { $n } afgebroken woorden aan het regeleinde hersteld
}
change-ligatures-split = { $n ->
    [one] 1 samengetrokken letterteken als losse letters geschreven
   *[other] { $n } samengetrokken lettertekens als losse letters geschreven
}

loss-comments = { $n ->
    [one] 1 opmerking of markering zonder woorden
   *[other] { $n } opmerkingen of markeringen zonder woorden
}
loss-deletions = { $n ->
    [one] 1 bijgehouden verwijdering
   *[other] { $n } bijgehouden verwijderingen
}
loss-hidden-text = { $n ->
    [one] 1 stuk verborgen tekst
   *[other] { $n } stukken verborgen tekst
}
loss-pictures = { $n ->
    [one] 1 afbeelding of ander object
   *[other] { $n } afbeeldingen en andere objecten
}
loss-form-answers = { $n ->
    [one] 1 antwoord in een invulveld
   *[other] { $n } antwoorden in invulvelden
}
loss-sheet-text = { $n ->
    [one] 1 regel van het werkblad zelf
   *[other] { $n } regels van het werkblad zelf
}
loss-page-headers = { $n ->
    [one] 1 kop- of voettekst
   *[other] { $n } kop- en voetteksten
}
loss-symbols = { $n ->
    [one] 1 symbool zonder bekende betekenis
   *[other] { $n } symbolen zonder bekende betekenis
}
loss-too-deep = { $n ->
    [one] 1 te diep genest deel
   *[other] { $n } te diep geneste delen
}
loss-empty-messages = { $n ->
    [one] 1 bericht zonder woorden
   *[other] { $n } berichten zonder woorden
}
loss-broken-messages = { $n ->
    [one] 1 onleesbaar bericht
   *[other] { $n } onleesbare berichten
}
loss-other-chats = { $n ->
    [one] 1 ander gesprek in hetzelfde bestand
   *[other] { $n } andere gesprekken in hetzelfde bestand
}
loss-attachments = { $n ->
    [one] 1 ander bestand in het archief
   *[other] { $n } andere bestanden in het archief
}
loss-broken-rows = { $n ->
    [one] 1 rij met te veel of te weinig cellen
   *[other] { $n } rijen met te veel of te weinig cellen
}
loss-empty-rows = { $n ->
    [one] 1 rij zonder tekst
   *[other] { $n } rijen zonder tekst
}
loss-columns = { $n ->
    [one] 1 kolom die geen tekst, datum, tijd of schrijver is
   *[other] { $n } kolommen die geen tekst, datum, tijd of schrijver zijn
}
loss-sheets = { $n ->
    [one] 1 ander blad in de werkmap
   *[other] { $n } andere bladen in de werkmap
}
loss-title-rows = { $n ->
    [one] 1 rij boven de kolomnamen
   *[other] { $n } rijen boven de kolomnamen
}
loss-personal-columns = { $n ->
    [one] 1 kolom met persoonsgegevens
   *[other] { $n } kolommen met persoonsgegevens
}
loss-unused-columns = { $n ->
    [one] 1 kolom die niet gebruikt is
   *[other] { $n } kolommen die niet gebruikt zijn
}
loss-error-cells = { $n ->
    [one] 1 cel met een foutmelding in plaats van een waarde
   *[other] { $n } cellen met een foutmelding in plaats van een waarde
}
loss-broken-cues = { $n ->
    [one] 1 ondertitel zonder leesbare tijden
   *[other] { $n } ondertitels zonder leesbare tijden
}
loss-empty-cues = { $n ->
    [one] 1 ondertitel zonder woorden
   *[other] { $n } ondertitels zonder woorden
}
loss-repeated-cues = { $n ->
    [one] 1 ondertitel die de vorige herhaalt
   *[other] { $n } ondertitels die de vorige herhalen
}
loss-repeated-lines = { $n ->
    [one] 1 regel die al in de vorige ondertitel stond
   *[other] { $n } regels die al in de vorige ondertitel stonden
}
loss-cue-notes = { $n ->
    [one] 1 aantekening tussen de ondertitels
   *[other] { $n } aantekeningen tussen de ondertitels
}
loss-cue-styles = { $n ->
    [one] 1 blok met opmaak van ondertitels
   *[other] { $n } blokken met opmaak van ondertitels
}
loss-cue-tags = { $n ->
    [one] 1 opmaakcode in ondertitels
   *[other] { $n } opmaakcodes in ondertitels
}

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
code-changed = { $n ->
    [one] 1 codering die er al stond, gewijzigd
   *[other] { $n } coderingen die er al stonden, gewijzigd
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
status-hash = vingerafdruk van de gegevens
status-case = casus
status-codings = coderingen
status-uncoded = ongecodeerd
undo-done = Ongedaan gemaakt: { $command } ({ $n ->
    [one] 1 bestand
   *[other] { $n } bestanden
})

## Tabellen, figuren, verslag, alles

cell-title = { $cell }: { $n ->
    [0] geen fragmenten
    [one] 1 fragment
   *[other] { $n } fragmenten
}
cell-whole-source = (hele bron)
figure-pages = { $n ->
    [one] 1 bladzijde
   *[other] { $n } bladzijden
}
report-set-aside = In het vorige document is gewerkt; het staat nu in { $file }
report-written = Verslag geschreven: { $file }
run-refused = Niet gemaakt: { $reason }
run-figure = figuur { $name }
run-figure-of = { $figure } van { $ids }{ $more ->
    [0] {""}
    [one] {" "}en nog 1
   *[other] {" "}en nog { $more }
}
run-report = verslag { $name }
run-not-applicable = Niet van toepassing op deze studie: { $name } ({ $reason })
tables-unread = tables.toml kan niet (helemaal) gelezen worden; `draad check` zegt waar.
run-made = { $n ->
    [one] 1 bestand
   *[other] { $n } bestanden
} in { $folder }: { $written ->
    [0] niets hoefde te veranderen
   *[other] { $written } nieuw of veranderd
}
run-unwritten-more = { $n ->
    [one] En nog 1 bestand kon niet geschreven worden.
   *[other] En nog { $n } bestanden konden niet geschreven worden.
}
run-current = Alles is actueel: { $n ->
    [one] 1 bestand
   *[other] { $n } bestanden
} in { $folder }

## Demo

demo-start = De voorbeeldstudie „Gedeeld opvoederschap” komt in { $folder }. Alle mensen erin zijn verzonnen.
demo-step-write = geschreven: { $files } bestanden
demo-step-check = gecontroleerd: { $problems }
demo-step-index = doorzoekbaar gemaakt: { $units } eenheden
demo-step-run = gemaakt: { $files } bestanden: tabellen, figuren en verslagen
demo-held = { $cases } casussen, { $sources } bronnen, { $words } woorden; { $codings } coderingen door { $coders } codeurs.
demo-contrast = Grootste verschil: „{ $factor }” komt voor in { $k1 } van { $n1 } casussen die { $group1 } verlopen en in { $k2 } van { $n2 } die { $group2 } zijn.
demo-tension = Vaakst tegenstrijdig: „{ $factor }” is in { $k } van { $n } casussen zowel bevorderend als belemmerend.
demo-files = Verslag: { $report } (open het in een browser) · tabellen en figuren: { $output }
demo-next = Probeer nu: cd { $folder } && draad search vertrouwen --role parent && draad table --cell { $cell } && draad table tensions --by role --limit 3
