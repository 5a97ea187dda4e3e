# Wat er mis kan zijn, met de volgende stap: één bericht per variant van `Problem`, in dezelfde volgorde.
# `has-<veld>` is 0 als het veld leeg is, anders 1.

## De map en de bestanden

no-study-here = In { $folder } en de mappen daarboven staat geen studie.
    .help = Ga naar de map van je studie, geef die op met --study, of begin er een met `draad new`.
study-exists = In { $folder } staat al een studie.
    .help = Kies een andere map, of werk verder in de studie die er staat.
folder-not-empty = De map { $folder } is niet leeg.
    .help = Kies een nieuwe of lege map, zodat er niets overschreven wordt.
cannot-read = { $reason ->
        [not-found] Dit bestand of deze map bestaat niet
        [not-allowed] Dit mag niet gelezen worden
        [a-folder] Dit is een map en geen bestand
        [not-a-folder] Een deel van dit pad is een bestand en geen map
        [bad-name] Deze naam kan hier geen bestand zijn
        [in-use] Dit is in gebruik door een ander programma
       *[other] Dit kan niet gelezen worden: { $reason }
    }.
    .help = { $reason ->
        [not-found] Controleer de naam en de map waarin je staat.
        [a-folder] Noem de bestanden in de map.
       *[other] Controleer of je het bestand mag openen en of het niet nog in een ander programma openstaat.
    }
cannot-write = { $reason ->
        [not-found] Hier kan niet geschreven worden: de map bestaat niet
        [not-allowed] Hier mag niet geschreven worden
        [a-folder] Hier kan niet geschreven worden: er staat een map met deze naam
        [not-a-folder] Hier kan niet geschreven worden: er staat een bestand waar een map moet komen
        [bad-name] Hier kan niet geschreven worden: het pad verlaat de map waar het in hoort, of de naam kan niet
        [in-use] Hier kan niet geschreven worden: een ander programma heeft het bestand in gebruik
       *[other] Hier kan niet geschreven worden: { $reason }
    }.
    .help = Controleer of je in deze map mag schrijven en of het bestand niet in een ander programma openstaat. Van dit bestand is niets veranderd.
name-taken-in-other-spelling = `{ $name }` bestaat al, gespeld als `{ $existing }`; op Windows en macOS is dat dezelfde naam.
    .help = Gebruik `{ $existing }`, of kies een naam die niet alleen in hoofdletters of accenten verschilt.
disk-full = De schijf is vol; dit bestand is gebleven zoals het was.
    .help = Maak ruimte vrij en probeer het opnieuw.
study-locked = { $holder } werkt op dit moment aan deze studie met `{ $command }`, sinds { $since }.
    .help = Wacht tot die opdracht klaar is, of sluit het programma dat de studie openhoudt, en probeer het opnieuw.
format-too-new = Deze studie heeft mapformaat { $format }; deze versie van draad kent formaten tot en met { $known }.
    .help = Installeer een nieuwere versie van draad. Er is niets veranderd.
file-has-errors = { $n-errors ->
        [one] In dit bestand staat iets dat draad niet heeft gelezen en dat bij herschrijven verloren zou gaan
       *[other] In dit bestand staan { $n-errors } dingen die draad niet heeft gelezen en die bij herschrijven verloren zouden gaan
    }; het blijft daarom zoals het is.
    .help = Kijk met `draad check` wat het is, verbeter het bestand en geef de opdracht dan opnieuw.
nothing-to-undo = Er is geen wijziging om ongedaan te maken.
    .help = Alleen wijzigingen die draad zelf heeft gemaakt, kunnen ongedaan worden gemaakt.
undo-would-lose = { $n-files ->
        [one] Sinds de laatste wijziging is een bestand
       *[other] Sinds de laatste wijziging zijn { $n-files } bestanden
    } buiten draad om bewerkt ({ $files }); terugdraaien zou dat werk wissen.
    .help = Laat de wijziging staan, of maak je eigen bewerking in dat bestand eerst zelf ongedaan (bewaar een kopie) en geef de opdracht opnieuw.
interrupted-change-undone = De opdracht `{ $command }` was halverwege afgebroken en is teruggedraaid.
    .help = Geef de opdracht opnieuw als je de wijziging nog wilt.

## Tabellen en instellingen lezen

not-utf8 = Dit bestand is geen UTF-8; het is gelezen als { $encoding }.
    .help = Kijk of letters als é en ë kloppen en sla het bestand op als UTF-8.
bytes-unreadable = { $n ->
        [one] Op deze regel staat een teken dat in dit UTF-8-bestand niet te lezen is
       *[other] Vanaf deze regel staan er { $n } tekens die in dit UTF-8-bestand niet te lezen zijn
    }; in de tekst staat op die plek �.
    .help = Zoek in de tekst naar �, verbeter het origineel en sla het op als UTF-8.
settings-invalid = De instellingen kunnen niet gelezen worden: { $reason }.
    .help = Verbeter deze regel in study.toml.
tables-invalid = De eigen tabellen kunnen hier niet gelezen worden: { $reason }.
    .help = Verbeter tables.toml op deze plaats; een veld heet als de optie van `draad table`, `associate`, `qca` of `agree`, met _ in plaats van -.
table-field-unknown = Een eigen tabel kent geen veld `{ $field }`.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Bedoel je `{ $nearest }`?
    }
    .help = Haal het veld weg, of kies uit: { $known }. Onderdeel en vorm kies je pas als je de tabel opvraagt, met --part en --format.
table-field-unfit = De tabel `{ $table }` kent geen veld `{ $field }`.
    .help = Haal `{ $field }` weg in tables.toml, of kies bij `table` een tabel die het wel kent: { $tables }.
table-field-value-unknown = `{ $value }` kan niet in het veld `{ $field }`{ $has-known ->
        [0] {""}
       *[other] {""}; wel: { $known }
    }.
    .help = Kies in tables.toml een van de genoemde waarden.
table-field-outside = `{ $value }` kan niet in het veld `{ $field }`.
    .help = { $range ->
        [from-one] Kies een geheel getal vanaf 1.
        [share] Kies een waarde van 0 tot en met 1.
        [between-shares] Kies een waarde tussen 0 en 1, bijvoorbeeld 0.95 (in tables.toml met een punt).
        [upper-half] Kies een waarde tussen 0.5 en 1, bijvoorbeeld 0.95 (in tables.toml met een punt).
       *[other] Kies een andere waarde.
    }
table-field-too-large = `{ $value }` kan niet in het veld `{ $field }`.
    .help = Kies in tables.toml een waarde van 0 tot en met { $most }.
route-invalid = De route kan hier niet gelezen worden: { $reason }.
    .help = Verbeter route.toml op deze plaats; `[[phase]]` heeft phase en goals, `[[actor]]` role en label, `[[conversation]]` name, label, phase, actors, times_per_year en events.
design-invalid = De opzet van de studie kan hier niet gelezen worden: { $reason }.
    .help = Verbeter design.toml op deze plaats; `[[phase]]` heeft name, label en question, `[[method]]` name, label, phase en heard (met role of label, en n).
table-name-taken = `{ $name }` kan geen eigen tabel heten: `draad run` maakt al een bestand dat zo heet of zo begint.
    .help = Geef de tabel in tables.toml een andere naam, zoals tabel-2; verschil in hoofdletters is niet genoeg.
conditions-invalid = De condities kunnen hier niet gelezen worden: { $reason }.
    .help = Verbeter conditions.toml op deze plaats: elke conditie begint met [[condition]] en heeft een name (letters, cijfers, _ en -) en een method: presence, crisp, direct, linear, scores of levels.
condition-name-taken = `{ $condition }` kan geen conditie heten: er is al een code of kenmerk met die naam, en dan is niet te zien welke van de twee bedoeld wordt.
    .help = Geef de conditie in conditions.toml een andere naam, zoals { $condition }_veel.
condition-invalid = De conditie `{ $condition }` kan niet berekend worden: { $reason ->
        [source-unclear] er staat een code én een kenmerk
        [source-missing] er staat niet waar ze op rust
        [field-unused] bij deze methode hoort geen `{ $field }`
        [measure-missing] er staat niet wat er van de code gemeten wordt
        [attribute-unfit] een kenmerk van het type { $detail } past niet bij deze methode
        [level-missing] er staat niet welke waarden van het kenmerk als aanwezig tellen
        [level-unknown] het kenmerk heeft geen waarde `{ $detail }`
        [levels-incomplete] in `level` staat niet elke waarde van het kenmerk precies één keer
        [threshold-missing] er staat geen drempel
        [thresholds-unordered] de drempels lopen niet op ({ $detail } staat niet boven de vorige)
        [anchor-missing] het anker `{ $field }` ontbreekt
        [anchors-unordered] de ankers lopen niet in één richting, of twee zijn gelijk
        [number-invalid] `{ $field }` is geen eindig getal ({ $detail })
        [degree-invalid] `degree` is { $detail } en moet tussen 0.5 en 1 liggen
        [values-missing] er staan geen twee waarden om te geven
        [value-outside] de waarde { $detail } ligt niet tussen 0 en 1
        [value-half] een waarde van precies .5 zegt dat een casus er niet in en niet buiten zit, en dan hoort hij in geen enkele rij van een waarheidstabel
        [value-twice] de waarde { $detail } staat er twee keer
        [definition-missing] bij de waarde { $detail } staat niet wanneer iemand die geeft
       *[other] `{ $field }` klopt niet
    }.
    .help = { $reason ->
        [source-unclear] Laat één van de twee staan.
        [source-missing] Zet er een `code` of een `attribute` bij, of kies `method = "scores"` als mensen de waarden geven.
        [field-unused] Haal `{ $field }` weg, of kies een andere methode.
        [measure-missing] Zet er `measure` bij: passages, sources, chars of coverage.
        [attribute-unfit] Gebruik presence bij yes-no en choice, levels bij choice, en crisp, direct of linear bij integer en number.
        [level-missing] Zet er `level` bij, met de waarden waarbij de casus erin zit.
        [level-unknown] Verbeter de naam; de waarden staan bij het kenmerk in study.toml.
        [levels-incomplete] Zet alle waarden op volgorde van 0 af, of laat `level` weg: dan geldt de volgorde van study.toml.
        [threshold-missing] Zet er `threshold` bij: vanaf die waarde zit een casus erin.
        [thresholds-unordered] Zet de drempels van laag naar hoog.
        [anchor-missing] Geef `exclusion` (helemaal erbuiten), `crossover` (noch erin, noch erbuiten) en `inclusion` (helemaal erin).
        [anchors-unordered] Zet `crossover` tussen `exclusion` en `inclusion`; aflopend mag ook.
        [number-invalid] Geef een gewoon getal.
        [degree-invalid] Laat `degree` weg voor .95, zoals in het R-pakket QCA, of kies iets tussen 0.5 en 1.
        [values-missing] Schrijf elke waarde uit onder [[condition.value]], met `value` en `definition`.
        [value-outside] Kies waarden van 0 (erbuiten) tot en met 1 (erin), zoals 0, 0.33, 0.67 en 1.
        [value-half] Kies naar welke kant het helt, bijvoorbeeld 0.33 of 0.67, en beschrijf wanneer dat zo is.
        [value-twice] Houd één van de twee over.
        [definition-missing] Schrijf in `definition` wat er in een casus waar moet zijn om deze waarde te krijgen.
       *[other] Verbeter de conditie in conditions.toml.
    }
queries-invalid = De bewaarde zoekvragen kunnen hier niet gelezen worden: { $reason }.
    .help = Verbeter deze regel in queries.toml: elke zoekvraag begint met [[query]] en heeft een name en een text, en als je wilt een label en een note.
front-matter-invalid = Het blok tussen de streepjes boven aan dit bestand kan niet gelezen worden: { $reason }.
    .help = Verbeter het blok; vergelijk het met een memo of bevinding die wel gelezen wordt.
column-missing = De kolom `{ $column }` ontbreekt.
    .help = Voeg de kolom toe aan de eerste regel van het bestand, of herstel de naam ervan.
key-column-missing = De kolom `{ $column }` ontbreekt.
    .help = Zet boven de kolom die zegt om wie of wat het gaat een van deze namen: { $headings }.
column-unknown = De kolom `{ $column }` is hier niet bekend en wordt niet gelezen; zolang ze er staat, herschrijft draad dit bestand niet.
    .help = Herstel de naam van de kolom, of bewaar de kolom in een bestand van jezelf en verwijder haar hier.
wrong-number-of-cells = Deze regel heeft { $found ->
        [one] één cel
       *[other] { $found } cellen
    } in plaats van { $expected }.
    .help = Controleer de scheidingstekens op deze regel; zet een waarde met een komma erin tussen aanhalingstekens.
quotation-mark-open = Op deze regel begint een aanhalingsteken dat niet gesloten wordt.
    .help = Sluit het aanhalingsteken, of verdubbel het ("") als het bij de tekst hoort.
value-missing = In de kolom `{ $column }` ontbreekt een waarde.
    .help = Vul de cel in.
value-invalid = De waarde `{ $value }` past hier niet; { $expected ->
        [date] schrijf de datum als 3-4-2024 of 2024-04-03
       *[other] verwacht: { $expected }
    }.
    .help = Verbeter de waarde. Staan er meer zulke waarden op de regel, controleer dan of er een kolom verschoven is.
id-invalid = `{ $id }` kan geen naam zijn.
    .help = Kies een naam zonder / \ : ; , * ? " < > |, zonder spatie aan het begin of eind, van hoogstens 100 tekens, en niet een woord dat Windows voor zichzelf houdt, zoals con, nul of aux.
duplicate-id = `{ $id }` staat hier voor de tweede keer; de eerste keer staat op regel { $first-line } en die telt.
    .help = Geef deze regel een andere naam, of verwijder de regel.

## Verwijzingen

unknown-case = De casus `{ $case }` staat niet in cases.csv.
    .help = Verbeter de naam, of voeg de casus toe aan cases.csv.
unknown-participant = De deelnemer `{ $participant }` staat niet in participants.csv.
    .help = Verbeter de naam, of voeg de deelnemer toe aan participants.csv.
unknown-role = De rol `{ $role }` staat niet in de instellingen{ $has-known ->
        [0] {""}
       *[other] {""} (wel: { $known })
    }.
    .help = Verbeter de naam, of voeg de rol toe onder `roles` in study.toml.
unknown-kind = De soort `{ $kind }` staat niet in de instellingen{ $has-known ->
        [0] {""}
       *[other] {""} (wel: { $known })
    }.
    .help = Verbeter de naam, of voeg de soort toe onder `kinds` in study.toml.
unknown-phase = De fase `{ $phase }` staat niet in de instellingen{ $has-known ->
        [0] {""}
       *[other] {""} (wel: { $known })
    }.
    .help = Verbeter de naam, of voeg de fase toe onder `phases` in study.toml.
unknown-level = Het niveau `{ $level }` staat niet in de instellingen{ $has-known ->
        [0] {""}
       *[other] {""} (wel: { $known })
    }.
    .help = Verbeter de naam, of voeg het niveau toe onder `levels` in study.toml.
unknown-source = De bron `{ $source }` staat niet in sources.csv.{ $has-nearest ->
        [0] {""}
       *[other] {""} Bedoel je `{ $nearest }`?
    }
    .help = Verbeter de naam, of haal de bron binnen met `draad import`.
unknown-code = De code `{ $code }` staat niet in het codeboek.{ $has-nearest ->
        [0] {""}
       *[other] {""} Bedoel je `{ $nearest }`?
    }
    .help = Verbeter de naam van de code, of voeg de code toe aan codebook.csv.
unknown-code-repeated = De code `{ $code }` staat niet in het codeboek; { $n-codings ->
        [one] één codering
       *[other] { $n-codings } coderingen
    } in dit bestand { $n-codings ->
        [one] telt
       *[other] tellen
    } daardoor niet mee.{ $has-nearest ->
        [0] {""}
       *[other] {""} Bedoel je `{ $nearest }`?
    }
    .help = Verbeter de naam van de code in al deze regels, of voeg de code toe aan codebook.csv.
unknown-parent = De bovenliggende code `{ $parent }` staat niet in het codeboek.
    .help = Verbeter de naam in de kolom `parent`, of voeg de code toe aan codebook.csv.
unknown-finding = De bevinding `{ $finding }` bestaat niet.{ $has-nearest ->
        [0] {""}
       *[other] {""} Bedoel je `{ $nearest }`?
    }
    .help = Verbeter de naam; bij een bevinding hoort een bestand findings/{ $finding }.md.
finding-part-unknown = `{ $part }` is geen deel van een thema.
    .help = Schrijf visible (wat zichtbaar werd), tension (spanningsveld) of lead (aanknopingspunt), of laat het leeg.
panel-verdict-unknown = `{ $verdict }` is geen oordeel; het blijft staan zoals het is en telt niet mee.{ $has-nearest ->
        [0] {""}
       *[other] {""} Bedoel je `{ $nearest }`?
    }
    .help = Schrijf agrees (herkenbaar), nuances (nuance) of rejects (herken ik niet), en zet de rest in de kolom remark.
panel-verdict-repeated = `{ $respondent }` zegt verderop nog eens iets over `{ $finding }`; het laatste telt.
    .help = Haal de regel weg die niet meer geldt.
unknown-attribute = Het kenmerk `{ $attribute }` staat niet in de instellingen{ $has-known ->
        [0] {""}
       *[other] {""} (wel: { $known })
    }.
    .help = Verbeter de naam, of voeg het kenmerk toe onder `attributes` in study.toml.
unknown-coder = De codeur `{ $coder }` komt in deze studie niet voor{ $has-known ->
        [0] {""}
       *[other] {""} (wel: { $known })
    }.
    .help = Verbeter de naam, of voeg de codeur toe onder `coders` in study.toml.
unknown-event = De studie kent geen gebeurtenis van de soort `{ $event }`{ $has-known ->
        [0] : events.csv is leeg
       *[other] {""} (wel: { $known })
    }.
    .help = Kies een van deze soorten, of zet de gebeurtenis in events.csv.
unknown-query = Er is geen bewaarde zoekvraag `{ $query }`{ $has-known ->
        [0] {""}; er is er nog geen bewaard.
       *[other] {""} (wel: { $known }).{ $has-nearest ->
            [0] {""}
           *[other] {""} Bedoel je `{ $nearest }`?
        }
    }
    .help = Verbeter de naam; `draad queries` toont alle bewaarde zoekvragen.
unknown-condition = Er is geen conditie `{ $condition }`{ $has-nearest ->
        [0] .
       *[other] . Bedoel je `{ $nearest }`?
    }
    .help = Verbeter de naam, of voeg de conditie toe in conditions.toml; `draad calibrate` toont alle condities.
case-listed-twice = De casus `{ $case }` staat hier twee keer; hij telt één keer.
    .help = Laat de casus één keer staan.
case-not-of-source = Een deel van de bron `{ $source }` is toegekend aan casus `{ $case }`, maar die casus staat niet bij de bron.
    .help = Voeg de casus toe aan de kolom `cases` van de bron in sources.csv, of verwijder de regel; zolang telt het deel niet mee.
circle-in-codebook = De codes staan in een kring onder elkaar: { $path }.
    .help = Maak bij een van deze codes de kolom `parent` leeg of vul een andere code in.
heading-coded = `{ $code }` is een kop in het codeboek; met een kop wordt niet gecodeerd.
    .help = Kies een code onder deze kop, of geef de code in codebook.csv een andere soort.
unknown-reference = Er is geen publicatie met de sleutel `{ $key }` in references.bib.{ $has-nearest ->
        [0] {""}
       *[other] {""} Bedoel je `{ $nearest }`?
    }
    .help = Verbeter de sleutel, of zet de publicatie in references.bib. Staat er geen verwijzing maar een naam, schrijf dan \@ in plaats van @.

## Literatuur

references-invalid = { $has-key ->
        [0] Een publicatie
       *[other] De publicatie `{ $key }`
    } kan niet gelezen worden: { $reason ->
        [not-closed] een accolade of aanhalingsteken wordt niet gesloten
        [sign-missing] hier wordt { $detail } verwacht, of staat { $detail } op een plek waar het niet past
        [name-missing] hier ontbreekt de naam van een veld of soort, of staat er iets wat geen naam is
        [abbreviation-unknown] `{ $detail }` staat zonder accolades en is geen getal en geen afkorting die het bestand uitlegt
        [command-invalid] hier staat een TeX-opdracht die niet af is
        [circle] zij neemt gegevens over van een publicatie die op haar beurt van haar overneemt
       *[cross-reference] een veld dat zij van een andere publicatie overneemt, is onleesbaar
    }. De andere publicaties zijn wel gelezen.
    .help = { $reason ->
        [not-closed] Zoek in deze publicatie de accolade die ontbreekt: elke { "{" } heeft een { "}" } nodig.
        [sign-missing] Kijk naar deze regel en die erboven: na elk veld hoort een komma, na elke veldnaam een =-teken.
        [name-missing] Kijk naar deze regel en die erboven: een veld ziet eruit als title = { "{…}" }, met een komma erachter.
        [abbreviation-unknown] Zet de waarde tussen accolades, of leg de afkorting uit met @string.
        [command-invalid] Maak de opdracht af, of schrijf het teken zelf: é in plaats van \'e.
        [circle] Haal een van de velden crossref of xdata weg.
       *[cross-reference] Verbeter de publicatie die in crossref of xdata genoemd wordt.
    }
reference-key-invalid = De sleutel `{ $key }` kan niet gebruikt worden om naar te verwijzen. De publicatie is overgeslagen.
    .help = Kies een sleutel zonder spaties en zonder , ; @ [ ] en accolades, zoals jansen2019.
reference-field-unread = Van de publicatie `{ $key }` is het veld `{ $field }` niet begrepen: { $value }. In de verwijzing ontbreekt het.
    .help = Schrijf het zo: { $expected }
reference-without-title = De publicatie `{ $key }` heeft geen titel.
    .help = Geef haar in references.bib een titel: title = { "{…}" }.
no-literature = Geen code in codebook.csv noemt een publicatie uit references.bib.
    .help = Zet de publicaties in references.bib, en hun sleutels achter de codes in de kolom `references` van codebook.csv, met ; ertussen.
references-not-cited = { $n ->
        [one] Naar één publicatie in references.bib wordt nergens verwezen: { $keys }.
       *[other] Naar { $n } publicaties in references.bib wordt nergens verwezen: { $keys }{ $more ->
            [0] {""}
           *[other] {""} en nog { $more }
        }.
    }
    .help = Dat mag. Verwijs naar een publicatie in de kolom `references` van codebook.csv, boven een bevinding of met [@sleutel] in een tekst; alleen dan komt zij in de literatuurlijst.

## Bronnen, eenheden en coderingen

source-file-missing = Het tekstbestand van de bron `{ $source }` ontbreekt.
    .help = Zet sources/{ $source }.txt terug, bijvoorbeeld uit een reservekopie, of haal de bron opnieuw binnen.
source-empty = De bron `{ $source }` bevat geen tekst.
    .help = Haal de bron opnieuw binnen uit het oorspronkelijke bestand, of verwijder de regel uit sources.csv.
source-not-normalised = De tekst van de bron `{ $source }` is niet opgeslagen zoals het hoort (UTF-8, NFC, regeleinden LF).
    .help = Haal de bron opnieuw binnen met `draad import`; verander de opgeslagen tekst niet met de hand.
source-changed = De tekst van de bron `{ $source }` is veranderd sinds die is binnengehaald; eenheden en coderingen kunnen op de verkeerde plek staan.
    .help = Zet sources/{ $source }.txt terug zoals het was, bijvoorbeeld uit een reservekopie, of haal de nieuwe tekst onder een andere naam binnen (`draad import` met --name).
source-read-as-imported = De tekst van de bron `{ $source }` staat met andere regeleinden of lettertekens op schijf dan toen die werd binnengehaald; draad leest hem zoals hij was, dus alle posities kloppen.
    .help = Bewaar de tekst met regeleinden LF en zonder BOM; gebruik je git, zet dan `sources/*.txt -text` in .gitattributes.
source-without-case = De bron `{ $source }` hoort bij geen enkele casus en telt daardoor in geen enkele tabel per casus mee.
    .help = Vul in sources.csv de kolom `cases` in.
span-past-end = De positie { $start }–{ $end } valt buiten de tekst, die { $length ->
        [one] één teken
       *[other] { $length } tekens
    } lang is.
    .help = Verbeter de positie, of codeer de passage opnieuw op het citaat.
span-empty = De positie { $start }–{ $end } bevat geen tekst.
    .help = Zorg dat het einde na het begin komt.
units-overlap = Deze eenheid overlapt met de eenheid op regel { $other-line }.
    .help = Laat de eenheid pas beginnen waar de andere eindigt.
speaker-ambiguous = Het sprekerslabel `{ $label }` kan meer dan één deelnemer zijn: { $candidates }.
    .help = Vul in de kolom `speaker` de deelnemer in, of maak de labels in participants.csv per casus verschillend.
speaker-unknown = Het sprekerslabel `{ $label }` ({ $n-units ->
        [one] één eenheid
       *[other] { $n-units } eenheden
    }{ $n-sources ->
        [one] {""}
       *[other] {" "}in { $n-sources } bronnen
    }) hoort bij geen enkele deelnemer.
    .help = Voeg het label toe aan de kolom `labels` van de juiste deelnemer in participants.csv.
quote-moved = Het citaat staat niet meer op positie { $from }, maar op { $to }; de codering is meeverhuisd.
    .help = Kijk of de passage nog klopt; de nieuwe positie wordt vastgelegd zodra het bestand weer wordt opgeslagen.
quote-missing = Het citaat „{ $quote }” staat niet in de bron `{ $source }`.
    .help = Zet de brontekst terug, of codeer de passage opnieuw.
quote-ambiguous = Het citaat „{ $quote }” staat { $n-matches } keer in de bron `{ $source }`{ $has-candidates ->
        [0] {""}
       *[other] {""}: { $candidates }
    }.
    .help = Maak het citaat langer, zodat het maar op één plek past, of geef de positie op (met --at, of in de kolom `at` van een tabel).
quote-empty = Er is geen citaat opgegeven.
    .help = Geef de woorden op die gecodeerd worden; daarmee is de passage terug te vinden als de tekst verschuift.
quote-not-found = Het citaat „{ $quote }” staat niet zo in de bron `{ $source }`.
    .help = Neem de woorden over zoals ze in de bron staan, ook de hoofdletters en leestekens; `draad search` vindt ze.
quote-elsewhere = Het citaat „{ $quote }” staat in de bron `{ $source }` niet op positie { $at }, maar hier: { $candidates }
    .help = Geef een van deze posities op, met --at of in de kolom `at` van een tabel.
same-coding-twice = Deze codeur heeft dezelfde passage al met dezelfde code gecodeerd, op regel { $other-line }.
    .help = Verwijder een van beide regels; geteld wordt de passage één keer.
coding-without-valence = De factor `{ $code }` heeft in het codeboek geen richting, en deze codering ook niet: zij telt niet mee in de balans.
    .help = Geef --valence promoting, hindering of ambivalent mee, of vul de kolom `valence` in codebook.csv in.
theme-with-valence = De code `{ $code }` is geen factor en heeft dus geen richting.
    .help = Laat de richting (`valence`) weg, of maak van de code een factor in codebook.csv.
phases-overlap = In casus `{ $case }` overlapt de fase `{ $phase }` met de fase `{ $other }`.
    .help = Laat de ene fase beginnen op de dag nadat de andere is geëindigd.
participant-in-two-roles = `{ $name }` komt in dezelfde casus voor met twee rollen: { $roles }.
    .help = Controleer of het dezelfde persoon is; is dat niet zo, geef de twee dan verschillende labels.
case-without-sources = Bij de casus `{ $case }` hoort geen enkele bron.
    .help = Haal materiaal binnen met `draad import`, of vul in sources.csv de kolom `cases` in.

## Materiaal binnenhalen

format-unknown = Dit bestand is niet te herkennen: { $seen }.
    .help = Sla het op als .docx, .odt, .rtf, .pdf, .html, .txt, .md, .csv, .xlsx, .vtt of .srt, of als export van een gesprek (.txt, .zip of .json), en probeer het opnieuw.
sound-or-picture = Beeld en geluid leest draad niet: { $seen }.
    .help = Maak eerst een transcript en haal dat binnen.
native-project = Dit is een projectbestand van { $program ->
        [nvivo] NVivo
        [atlas-ti] ATLAS.ti
        [maxqda] MAXQDA
        [quirkos] Quirkos
        [f4-analyse] f4analyse
        [transana] Transana
       *[other] een ander programma
    } zelf. Dat soort bestanden kan alleen het programma zelf openen.
    .help = { $program ->
        [nvivo] Open het project in NVivo en exporteer het: op Windows via Share › Export Project › REFI-QDA Project, op een Mac via File › Export Project. Haal daarna het .qdpx-bestand binnen.
        [atlas-ti] Open het project in ATLAS.ti en exporteer het via File › Export, als REFI-QDA-project (QDPX). Haal daarna het .qdpx-bestand binnen. In ATLAS.ti 7 of ouder kan dat niet: open het project eerst in een nieuwere versie.
        [maxqda] Open het project in MAXQDA 2020 of nieuwer en exporteer het als REFI-QDA-project (lintblad Reports, Export). Haal daarna het .qdpx-bestand binnen. Een tabel met gecodeerde segmenten (retrieved segments, als Excel) kan ook.
        [quirkos] Open het project in Quirkos en exporteer het als QDPX (REFI-QDA). Haal daarna het .qdpx-bestand binnen.
        [f4-analyse] Open het project in f4analyse en exporteer het als REFI-QDA (.qdpx). Haal daarna dat bestand binnen.
        [transana] Open het project in Transana en exporteer het als REFI-QDA (.qdpx of .qde). Haal daarna dat bestand binnen.
       *[other] Exporteer het project uit dat programma als REFI-QDA (.qdpx) en haal dat bestand binnen.
    }
mark-kept-as-text = `{ $mark }` lijkt op een code, maar is er geen en blijft tekst.
    .help = Is het wel een code: schrijf haar met letters, cijfers en liggende streepjes, zonder spaties, en haal het bestand opnieuw binnen.
mark-not-closed = De markering `{ $mark }` wordt nergens gesloten en blijft tekst.
    .help = Zet achter de passage de sluitmarkering, met een schuine streep voor de naam, en haal het bestand opnieuw binnen.
mark-not-opened = De sluitmarkering `{ $mark }` hoort bij geen enkele markering ervoor en blijft tekst.
    .help = Zet voor de passage een markering met precies dezelfde naam, en haal het bestand opnieuw binnen.
block-unreadable = Dit blok met gegevens is geen geldige YAML en wordt niet gelezen: { $reason }.
    .help = Verbeter het blok (let op het inspringen) en haal het bestand opnieuw binnen.
file-empty = Dit bestand is leeg.
    .help = Controleer of je het juiste bestand hebt gekozen en of het volledig is gekopieerd.
not-a-zip = Dit is geen bruikbaar zipbestand: { $reason }.
    .help = Maak of download het bestand opnieuw.
zip-unsafe-name = Het zipbestand bevat een naam die buiten de map wijst (`{ $name }`) en wordt niet uitgepakt.
    .help = Vertrouw dit bestand niet; vraag de afzender om een nieuwe export.
zip-too-large = Uitgepakt is dit bestand { $size } bytes; de grens is { $limit } bytes.
    .help = Haal de onderdelen afzonderlijk binnen, zonder foto's en filmpjes.
zip-too-many-files = In dit zipbestand zitten { $n } bestanden; de grens is { $limit }.
    .help = Pak het zelf uit en haal alleen de bestanden binnen die je nodig hebt.
zip-without-chat = In dit zipbestand zit geen chatgesprek.
    .help = Gebruik het zipbestand dat WhatsApp geeft bij „Chat exporteren”, of haal het bestand met het gesprek zelf binnen.
not-a-chat = Dit bestand is geen chatgesprek, en is dus niet met andere samen te voegen.
    .help = Voeg alleen exports van hetzelfde gesprek samen, en haal dit bestand afzonderlijk binnen.
export-shares-nothing = Geen enkel bericht uit deze export komt ook in een andere voor.
    .help = Controleer of het exports van hetzelfde gesprek zijn en of bij elk label staat wie het is.
chat-not-chosen = Dit bestand bevat meer dan één gesprek: { $known }.
    .help = Geef de naam of het nummer van het gesprek op met --chat, of exporteer in Telegram alleen dit gesprek.
chat-as-web-page = Dit is een gesprek als webpagina; daarin zijn berichten niet betrouwbaar te herkennen.
    .help = { $program ->
        [telegram] Exporteer het gesprek in Telegram Desktop opnieuw, met als indeling „JSON”, en haal result.json binnen.
       *[other] Haal in plaats daarvan chat.md binnen, uit dezelfde map.
    }
docx-invalid = Dit Word-document kan niet gelezen worden: { $reason }.
    .help = Open het in Word of LibreOffice, sla het opnieuw op als .docx en probeer het nog eens.
docx-protected = Dit Word-document is beveiligd met een wachtwoord.
    .help = Haal in Word het wachtwoord eraf en sla het document opnieuw op.
document-invalid = Dit document kan niet gelezen worden: { $reason }.
    .help = Open het in LibreOffice of Word, sla het op als .docx en probeer het nog eens.
document-protected = Dit document is beveiligd met een wachtwoord.
    .help = Haal in LibreOffice het wachtwoord eraf en sla het document opnieuw op.
workbook-invalid = Deze werkmap kan niet gelezen worden: { $reason }.
    .help = Open het bestand in Excel of LibreOffice, sla het opnieuw op als .xlsx of .csv en probeer het nog eens.
workbook-protected = Deze werkmap is beveiligd met een wachtwoord.
    .help = Haal in Excel of LibreOffice het wachtwoord eraf en sla de werkmap opnieuw op.
sheet-too-large = Deze tabel is te groot: er passen hoogstens { $limit } cellen in, lege cellen vóór de laatste meegeteld.
    .help = Verwijder wat ver buiten de tabel staat, of verdeel de tabel over meer bestanden.
sheet-unknown = In deze werkmap staat geen blad dat `{ $name }` heet{ $has-known ->
        [0] {""}
       *[other] {""}; wel: { $known }
    }.
    .help = Noem met --sheet een blad van deze werkmap.
records-unclear = Aan de kolommen is niet te zien wat er in deze tabel staat: { $columns }.
    .help = Zeg wat het is met --use cases, participants, events of scores, of geef de kolommen de namen uit cases.csv, participants.csv, events.csv of scores.csv.
attributes-unlisted = Deze tabel heeft kenmerken die niet in study.toml staan: { $attributes }.
    .help = Zet ze onder `attributes` in study.toml, of laat ze toevoegen met --new-attributes.
answers-differ = In de kolom `{ $column }` staan voor de casus `{ $case }` verschillende antwoorden: { $answers }. Een kenmerk heeft er één.
    .help = Maak in de kolommenlijst van deze kolom een score of een open antwoord, of verbeter de antwoorden.
answers-coded = De antwoorden in de bron `{ $source }` zijn veranderd, maar er is al in gecodeerd of over geschreven; de bron is gebleven zoals ze was.
    .help = Haal de nieuwe antwoorden binnen uit een bestand met een andere naam, of verwijder eerst wat naar de bron verwijst.
pdf-invalid = Deze PDF kan niet gelezen worden: { $reason }.
    .help = Open het bestand in een PDF-lezer, druk het opnieuw af naar PDF en probeer het nog eens; of haal het oorspronkelijke document binnen.
pdf-protected = Deze PDF is beveiligd met een wachtwoord.
    .help = Haal in een PDF-programma het wachtwoord eraf en sla het bestand opnieuw op, of haal het oorspronkelijke document binnen.
pdf-too-large = Deze PDF is uitgepakt groter of ingewikkelder dan een document met tekst ooit is, en is niet gelezen.
    .help = Splits het bestand, of haal het oorspronkelijke document binnen. Komt het van een onbekende? Vertrouw het dan niet.
pdf-scanned = Deze PDF is een scan: { $n-pages ->
        [one] er zit geen tekst in
       *[other] { $n-scanned } van de { $n-pages } pagina’s { $n-scanned ->
            [one] is een foto
           *[other] zijn foto’s
        } van tekst, waar geen letters in zitten
    }.
    .help = Haal het oorspronkelijke document binnen, of laat een programma met tekstherkenning (OCR) er eerst tekst van maken.
pdf-without-text = In deze PDF zit geen tekst die gelezen kan worden: de letters zijn tekeningen of hebben geen bekende betekenis.
    .help = Haal het oorspronkelijke document binnen, of laat een programma met tekstherkenning (OCR) er eerst tekst van maken.
pdf-pages-scanned = Op deze pagina’s staat een grote afbeelding en bijna geen tekst: { $pages }. Zijn ze gescand, dan ontbreken hun woorden.
    .help = Bekijk die pagina’s; laat zo nodig een programma met tekstherkenning (OCR) er tekst van maken en haal het bestand opnieuw binnen.
pdf-pages-unreadable = Van deze pagina’s kon niet alles gelezen worden: { $pages } ({ $reason }).
    .help = Vergelijk die pagina’s met het origineel, of druk de PDF opnieuw af naar PDF en haal dat bestand binnen.
pdf-letters-unknown = { $n-letters ->
        [one] 1 letter heeft in deze PDF geen bekende betekenis en staat
       *[other] { $n-letters } letters hebben in deze PDF geen bekende betekenis en staan
    } in de tekst als „�”, op pagina { $pages }.
    .help = Vergelijk die pagina’s met het origineel, of haal het oorspronkelijke document binnen.
pdf-layout-guessed = Een PDF zegt niet waar een alinea begint; de alinea’s zijn afgeleid uit de opmaak.
    .help = Vergelijk een paar pagina’s met het origineel. Heb je het Word-document nog, haal dan dat binnen.
label-seen-once = `{ $label }` komt één keer voor als sprekerslabel; de woorden erachter staan nu bij de spreker ervoor of, vóór de eerste beurt, bij niemand.
    .help = Is het een spreker? Draai de import terug met `draad undo`. Haal het materiaal dan opnieuw binnen met --speaker "{ $label }", of met een toewijzing (`draad import --plan`) waarin het label in de kolom `speakers` staat.
labels-are-headings = Deze woorden staan telkens in dezelfde volgorde, zoals op een formulier: { $labels }. Ze zijn als kopjes gelezen, niet als sprekers.
    .help = Zijn het toch sprekers? Draai de import terug met `draad undo` en noem ze met --speaker.
time-stamp-runs-back = De tijdcode { $stamp } ligt vóór de vorige, { $before }.
    .help = Luister de plek terug en verbeter de tijdcode; staan er twee opnamen in dit bestand, maak er dan twee bestanden van.
time-stamps-kept = { $n ->
        [one] 1 tijd is
       *[other] { $n } tijden zijn
    } in de tekst blijven staan: vanaf { $stamp } lopen ze terug, dus het kunnen kloktijden zijn.
    .help = Zijn het tijdcodes van de opname? Verbeter de tijd die terugloopt, of schrijf er uren bij, zoals [00:12:34].
no-turns-found = In dit bestand zijn geen sprekers te herkennen; de alinea's zijn als eenheden genomen.
    .help = Begin elke beurt op een nieuwe regel met een naam en een dubbele punt als je per spreker wilt tellen.
date-order-unclear = Uit de datums, zoals `{ $example }`, blijkt niet of de dag of de maand voorop staat.
    .help = Geef de volgorde op met --dates dmy, --dates mdy of --dates ymd.
date-order-assumed = De datums zijn gelezen als { $order }; het bestand zelf laat ook een andere volgorde toe.
    .help = Vergelijk een paar datums met het origineel, en geef de volgorde op met --dates dmy, mdy of ymd als ze niet kloppen.
year-missing = { $n ->
        [one] Eén bericht heeft een datum zonder jaar en daarom
       *[other] { $n } berichten hebben een datum zonder jaar en daarom
    } geen tijdstip.
    .help = Exporteer het gesprek in WhatsApp met „Chat exporteren” in plaats van het te kopiëren, of vul het jaar in de tekst aan.
record-unreadable = Dit onderdeel kon niet gelezen worden en is overgeslagen: { $reason }.
    .help = Verbeter het onderdeel in het oorspronkelijke bestand en haal dat opnieuw binnen.
no-cues = In dit bestand staan geen ondertitels.
    .help = Controleer of je het juiste bestand hebt gekozen en of er in de opname gesproken wordt.
no-cue-readable = Geen enkele ondertitel in dit bestand kan gelezen worden; het gaat hier voor het eerst mis: `{ $seen }`.
    .help = Zet boven elke ondertitel een regel zoals 00:01:02.500 --> 00:01:05.000, of exporteer het bestand opnieuw als .vtt of .srt.
cue-times-invalid = De tijden van deze ondertitel kunnen niet gelezen worden, dus hij is overgeslagen: `{ $seen }`.
    .help = Schrijf de tijden als 00:01:02.500 --> 00:01:05.000 en haal het bestand opnieuw binnen.
cue-without-times = Deze woorden zijn overgeslagen, want er staat geen regel met tijden boven: `{ $seen }`.
    .help = Zet er een regel zoals 00:01:02.500 --> 00:01:05.000 boven en haal het bestand opnieuw binnen.
cue-without-words = Deze ondertitel heeft wel tijden maar geen woorden en is overgeslagen.
    .help = Luister de opname hier na als je woorden mist.
cue-ends-before-start = Deze ondertitel eindigt ({ $end }) voordat hij begint ({ $start }); alleen het begin is overgenomen.
    .help = Verbeter de eindtijd in het oorspronkelijke bestand als je die nodig hebt.
cue-out-of-order = Deze ondertitel begint ({ $start }) eerder dan de vorige ({ $before }); de volgorde van het bestand is aangehouden.
    .help = Luister de opname hier na: praten er twee mensen door elkaar, dan klopt het.
vtt-header-missing = De eerste regel van dit bestand is niet WEBVTT; de ondertitels zijn toch gelezen.
    .help = Controleer of het begin van het bestand niet ontbreekt.
json-invalid = Dit JSON-bestand kan niet gelezen worden: { $reason }.
    .help = Exporteer of kopieer het bestand opnieuw; waarschijnlijk is het niet compleet.
text-column-not-found = Het is niet duidelijk in welke kolom de tekst staat; de kolommen zijn: { $columns }.
    .help = Geef de kolom met de tekst op met --text-column.
already-imported = Dit bestand is al binnengehaald, als bron `{ $source }`.
    .help = Sla het over. Is de bron verkeerd binnengehaald en was dat je laatste wijziging, draai die dan terug met `draad undo`.
source-exists = Er is al een bron die `{ $source }` heet.
    .help = Geef de nieuwe bron een andere naam met --name.
corrected-version = De bron `{ $source }` kwam uit een bestand met deze naam; dit is een andere versie ervan.
    .help = Geef --replace om die bron te vervangen: de coderingen gaan met hun woorden mee. Is het iets anders, geef dan met --name een andere naam.
codings-unanchored = { $n-codings ->
        [one] 1 codering wacht
       *[other] { $n-codings } coderingen wachten
    } op een plaats: de woorden staan niet, of op meer plaatsen, in de tekst van de bron.
    .help = Zet in de kolom `quote` van { $file } de woorden zoals ze er nu staan, geef die tabel aan `draad code --import { $file }` en verwijder haar daarna.
same-file-twice = Dit bestand heeft dezelfde inhoud als dat waar bron `{ $source }` van is gemaakt.
    .help = Laat een van de twee weg.
same-text-twice = De tekst is woord voor woord dezelfde als die van bron `{ $source }`: fragmenten zouden dubbel tellen.
    .help = Is het hetzelfde materiaal in een ander formaat? Draai de import dan terug met `draad undo` en laat een van de bestanden weg.
merged-without-people = Deze labels horen bij niemand, dus berichten die twee telefoons een andere afzender geven, kunnen hier dubbel staan: { $labels }.
    .help = Draai de import terug met `draad undo`, geef de labels in participants.csv aan deelnemers van de casus en haal opnieuw binnen.
comment-without-coder = { $n-comments ->
        [one] 1 opmerking noemt codes, maar de schrijver is geen codeur van de studie; het is een memo geworden.
       *[other] { $n-comments } opmerkingen noemen codes, maar hun schrijvers zijn geen codeur van de studie; het zijn memo’s geworden.
    }
    .help = Zeg met --coder van wie de coderingen zijn en lees het bestand opnieuw met --replace.
comment-code-unknown = De opmerking “{ $comment }” noemt codes, maar `{ $code }` is er geen; het is een memo geworden{ $has-nearest ->
        [0] {""}
       *[other] {" "}(bedoel je `{ $nearest }`?)
    }.
    .help = Zet de code in codebook.csv of verbeter de opmerking, en lees het bestand opnieuw met --replace.
no-files = Hier is niets om binnen te halen.
    .help = Noem bestanden, of een map met bestanden die zelf geen studie is.
survey-unplanned = Dit zijn antwoorden op een vragenlijst: wat er van elke kolom wordt, moet je eerst bekijken.
    .help = Draai `draad import --plan` met dit bestand: dat schrijft een toewijzing van de kolommen die je kunt verbeteren. Met --use survey gaan de kolommen zoals voorgesteld.
file-too-large = Het bestand is { $size } bytes groot; er worden er hooguit { $limit } gelezen.
    .help = Verdeel het bestand en haal de delen binnen.
case-needed = Het is niet duidelijk bij welke casus dit bestand hoort.
    .help = Vul in een toewijzing (`draad import --plan`) de kolom `cases` in, of geef --new-case: dan wordt een map een casus. Horen alle bestanden bij één casus, noem die dan met --case.
respondent-unknown = De deelnemer `{ $participant }` staat niet in participants.csv, en niets anders zegt bij welke casus dit antwoord hoort.
    .help = Voeg de deelnemer met de casus toe aan participants.csv, of geef de vragenlijst een kolom met de casus; met --role worden nieuwe deelnemers dan ook toegevoegd. Gebruik --case alleen als alle respondenten bij één casus horen.
respondent-case-unclear = De deelnemer `{ $participant }` hoort volgens participants.csv { $has-cases ->
        [0] bij geen enkele casus
       *[other] bij meer dan één casus ({ $cases })
    }; niets zegt bij welke dit antwoord hoort.
    .help = Geef de vragenlijst een kolom met de casus, of vul bij deze deelnemer één casus in in participants.csv. Gebruik --case alleen als alle respondenten bij één casus horen.
case-not-there = De casus `{ $case }` staat niet in cases.csv.
    .help = Verbeter de naam, of geef --new-case om de casus toe te voegen.
project-missing = In dit zipbestand zit geen REFI-QDA-project.
    .help = Exporteer het project opnieuw als REFI-QDA (.qdpx) uit het programma waarin het gecodeerd is.
project-invalid = Dit REFI-QDA-project is niet te lezen: { $reason }.
    .help = Exporteer het opnieuw uit het programma waarin het gecodeerd is; is het dan nog zo, meld het dan bij de makers daarvan.
project-files-missing = { $n-files ->
    [one] 1 bestand waarnaar het project verwijst, zit er niet in
   *[other] { $n-files } bestanden waarnaar het project verwijst, zitten er niet in
}: { $files }
    .help = Exporteer het project opnieuw, met de bronnen erbij. Van bronnen zonder tekst komen geen coderingen mee; codes en memo’s wel.
positions-unclear = Hoe de plaatsen in „{ $source }” geteld zijn, is niet duidelijk{ $n-others ->
    [0] {""}
    [one] {""}, en bij nog 1 andere bron ook niet
   *[other] {""}, en bij nog { $n-others } andere bronnen ook niet
}. Mogelijk zijn:{ $candidates }
    .help = Kijk bij welke regel de woorden tussen ⟦ en ⟧ kloppen en geef die mee: --positions "{ $source }=LEZING", of --positions LEZING voor alle bronnen.
positions-assumed = Bij { $n-sources ->
    [one] 1 bron laat de tekst
   *[other] { $n-sources } bronnen laat de tekst
} open hoe de plaatsen geteld zijn; aangenomen is { $reading }: { $sources }
    .help = Kijk een paar coderingen na, en geef bij een verschuiving een andere lezing mee met --positions.
supplement-damaged = De bestanden van de studie die met het project meegingen, zijn niet allemaal te lezen.
    .help = Exporteer het project opnieuw uit de studie waar het vandaan komt.
project-replaces-sources = { $n-sources ->
        [one] De studie heeft een bron ({ $sources }) waarvan in dit project een andere tekst staat
       *[other] De studie heeft { $n-sources } bronnen ({ $sources }) waarvan in dit project een andere tekst staat
    }, en --replace werkt niet voor bronnen uit een project; er is niets binnengehaald.
    .help = Haal eerst de verbeterde teksten als losse bestanden binnen, met --replace: de coderingen gaan mee. Haal daarna het project binnen zonder --replace: wat dan nog een andere tekst heeft, krijgt naast de bron van de studie een eigen naam.
supplement-invalid = { $n-errors ->
        [one] Eén ding in deze export van een studie klopt niet
       *[other] { $n-errors } dingen in deze export van een studie kloppen niet
    }; er is daarom niets binnengehaald.
    .help = Exporteer het project opnieuw uit de studie waar het vandaan komt, als `draad check` daar geen fouten meer vindt; of haal het binnen met `--kind` en het soort van de bronnen: dan gaat het als een project van een ander programma.
coder-needed = Het is niet duidelijk wie er codeert{ $has-known ->
        [0] {""}
       *[other] {""}; de studie kent: { $known }
    }.
    .help = Geef de codeur op met --coder, of zet de naam in de omgevingsvariabele DRAAD_CODER.
kind-needed = Het is niet duidelijk wat voor materiaal dit is{ $has-known ->
        [0] {""}
       *[other] {""}; de studie kent: { $known }
    }.
    .help = Geef de soort op met --kind.

## Projecten uit andere programma’s

database-invalid = Deze database kan niet gelezen worden: { $reason }.
    .help = Sluit het programma dat haar maakte, kopieer het bestand opnieuw en probeer het nog eens; lukt dat niet, neem dan een reservekopie.
database-cut-off = Het bestand is korter dan het zelf zegt: het laatste deel ontbreekt.
    .help = Kopieer of download het bestand opnieuw, en vergelijk de aantallen in het overzicht.
database-damaged = De tabel `{ $table }` breekt af na { $n-read } rijen: { $reason }.
    .help = Neem een reservekopie van het project als daar meer in staat, en vergelijk de aantallen in het overzicht.
database-has-log = Naast deze database kan een bestand staan dat op -wal eindigt, met de laatste wijzigingen; dat is niet gelezen.
    .help = Sluit het programma dat het project open heeft en haal het daarna opnieuw binnen.
values-unreadable = { $n ->
        [one] Eén waarde in de database bevat
       *[other] { $n } waarden in de database bevatten
    } tekens die niet te lezen zijn; op die plek staat �.
    .help = Zoek in de teksten naar �, en verbeter het in het programma waar het project vandaan komt.
database-holds-accounts = Deze database bevat accounts met wachtwoorden (versleuteld) of mailadressen; die zijn niet gelezen.
    .help = Deel dit bestand niet met anderen; exporteer in Taguette het ene project en deel dat.
project-not-chosen = Dit bestand bevat meer dan één project: { $known }.
    .help = Kies er een met --pick.
project-unknown = Dit bestand bevat geen project dat `{ $name }` heet; wel: { $known }.
    .help = Kies een van deze namen met --pick.
words-elsewhere = In `{ $source }` staan bij { $n-wrong } van { $n } coderingen andere woorden op de opgegeven plaats dan het bestand erbij vermeldt; ze zijn op hun woorden gezocht.
    .help = Bekijk deze coderingen in het overzicht, en verbeter ze waar nodig.
positions-unproven = In `{ $source }` staan tekens zoals emoji, en niets in het bestand laat zien hoe die meetellen in posities; elk teken telt hier als één.
    .help = Controleer of de coderingen en memo’s in deze bron op de juiste plaats staan; zo niet, haal het project opnieuw binnen met --positions utf-16.
position-marks-unfit = Voor `{ $source }` geef je de lezing `{ $reading }` op, maar in dit soort project valt alleen te kiezen in welke eenheid posities tellen.
    .help = Geef alleen de eenheid mee: --positions { $unit }.
characters-counted-twice = { $n-sources ->
    [one] In de tekst van één bron ({ $sources }) staan tekens die sommige programma’s als twee tellen, zoals emoji
   *[other] In de teksten van { $n-sources } bronnen ({ $sources }) staan tekens die sommige programma’s als twee tellen, zoals emoji
}; daarachter kunnen coderingen in zo’n programma verschoven staan.
    .help = Controleer in het andere programma een paar coderingen achter in deze teksten voordat je verder werkt; NVivo op Windows telt zo. Het verliesrapport noemt ze alle.
codebook-empty = Het codeboek is leeg, en een codeboek zonder codes kan geen .qdc zijn.
    .help = Zet eerst codes in codebook.csv, of exporteer de hele studie als .qdpx.

segment-column-missing = Het is niet duidelijk in welke kolom staat: { $what ->
        [text] de tekst van de fragmenten
        [code] de code
        [document] het document
       *[other] { $what }
    }. De kolommen zijn: { $columns }.
    .help = Geef de kolom op, bijvoorbeeld --column { $what }=Naam.
segment-column-absent = Er is geen kolom `{ $column }`. De kolommen zijn: { $columns }.
    .help = Schrijf de naam van de kolom zoals die in de tabel staat.
column-use-unknown = `{ $what }` is niet iets wat in een kolom kan staan. Bekend zijn: { $known }.
    .help = Schrijf bijvoorbeeld --column code=Naam.
codes-joined = In de kolom `{ $column }` staan meer codes in één cel (`{ $cell }`), en namen van codes kunnen het teken ertussen ook bevatten. Zonder codeboek is niet te zeggen waar de ene code ophoudt en de andere begint.
    .help = Exporteer het codeboek uit het andere programma en geef het mee met --codebook BESTAND.
codes-unclear = De codes `{ $cell }` zijn op meer dan één manier uit elkaar te halen: { $one }, of { $other }. De regel is niet gelezen.
    .help = Zet in de tabel een kolom met het aantal codes, of geef elke code een regel.
codes-miscounted = In `{ $cell }` { $found ->
        [one] is 1 code gevonden
       *[other] zijn { $found } codes gevonden
    }, maar volgens de tabel { $expected ->
        [one] is het er 1
       *[other] zijn het er { $expected }
    }. De regel is niet gelezen.
    .help = Kijk of alle codes in het codeboek staan, en of tabel en codeboek even oud zijn.
codes-left-over = In `{ $cell }` staat iets wat geen code uit het codeboek is: `{ $rest }`. De regel is niet gelezen.
    .help = Geef het codeboek mee met --codebook, en kijk of de code daarin staat.
codes-too-many = De codes in `{ $cell }` zijn niet uit elkaar gehaald: de cel, of alle cellen van de tabel samen, zijn daar te lang voor. De regel is niet gelezen.
    .help = Exporteer een tabel met één code per regel, of verdeel de tabel over meer bestanden.
code-path-unclear = Een code als `{ $code }` kan een pad zijn, maar de code erboven komt nergens apart voor; hij is als één naam gelezen.
    .help = Zijn het paden, geef dan het codeboek mee met --codebook, of noem de kolom met --column path=Naam.
parent-unclear = Er { $n ->
        [one] is 1 code
       *[other] zijn { $n } codes
    } met de naam `{ $parent }`; de code is onder de eerste gezet.
    .help = Kijk in het codeboek of de code daar hoort.

## Voorstellen

propose-needed = Wat een zoekvraag vindt, wordt niet zomaar een codering: pas als iemand ernaar gekeken heeft, telt het mee.
    .help = Geef --propose mee; bekijk de voorstellen dan met `draad proposals`, en aanvaard ze of wijs ze af.
proposal-elsewhere = Het voorstel `{ $id }` staat ook in { $file }; daar telt het, hier niet.
    .help = Verwijder een van beide regels, of geef deze een andere id.
decision-without-coder = Bij het besluit over voorstel `{ $proposal }` staat niet wie het nam; het voorstel blijft open.
    .help = Voer de besluiten in dit bestand uit met `draad proposals --decisions BESTAND --coder NAAM`.
unknown-proposal = Er is geen voorstel `{ $proposal }`.{ $has-nearest ->
        [0] {""}
       *[other] {""} Bedoel je `{ $nearest }`?
    }
    .help = Verbeter de naam; `draad proposals --all` toont alle voorstellen.
unknown-batch = Er is geen reeks voorstellen `{ $batch }`{ $has-known ->
        [0] {""}; er is nog niets voorgesteld.
       *[other] {""} (wel: { $known }).
    }
    .help = Verbeter de naam, of laat --batch weg om alle voorstellen te zien.
proposal-unplaced = De woorden van voorstel `{ $proposal }` staan niet meer in bron `{ $source }`: “{ $quote }”
    .help = Wijs het voorstel af, en codeer de plaats zelf met `draad code` als zij er in andere woorden nog staat.
proposal-accepted = Voorstel `{ $proposal }` is al aanvaard en is nu een codering van { $coder }.
    .help = Draai dat terug met `draad undo` als het de laatste wijziging was; verwijder anders de regel `{ $coding }` uit codings/{ $coder }/{ $source }.csv.

## Scores voor condities

condition-not-scored = De conditie `{ $condition }` wordt berekend (methode { $method }); er zijn geen waarden voor te geven.
    .help = Haal de score weg, of maak er in conditions.toml `method = "scores"` van, met de waarden en hun definities.
score-unknown = { $value } is geen waarde van de conditie `{ $condition }`{ $has-known ->
        [0] {""}
       *[other] {""} (wel: { $known })
    }.
    .help = Kies een van de waarden, of voeg er in conditions.toml een toe, met de definitie erbij.
passage-ambiguous = De woorden „{ $quote }” staan { $n-matches } keer in de bron `{ $source }`: { $candidates }
    .help = Geef meer woorden, zodat ze maar op één plek passen, of een van deze plaatsen.
score-dated-later = De laatste score van `{ $coder }` voor casus `{ $case }` heeft een tijd die nog moet komen: { $created }. Een nieuwe score zou daardoor niet tellen.
    .help = Zet de klok van deze computer goed, of verbeter `created` van die score in memberships.csv.
score-of-one = Een score is van één casus en één codeur; bij { $option } staan er { $n }.
    .help = Geef met --case de casus op die gescoord wordt en met --coder wie er scoort; een volgende casus krijgt een opdracht van zichzelf.
score-on-other-case = De score van casus `{ $case }` rust op een passage uit `{ $source }`, een bron waar die casus niet bij staat.
    .help = Controleer of de bron en de posities kloppen; hoort de bron er wel bij, zet de casus dan in de kolom `cases` van sources.csv.
scored-differently = { $case } is voor `{ $condition }` verschillend gescoord ({ $scores }); de conditie heeft voor deze casus geen waarde.
    .help = { $has-layer ->
        [0] Lees de redenen naast elkaar (`draad calibrate { $condition }`) en word het eens: wie anders gaat oordelen, scoort opnieuw. Of laat in study.toml met coder_policy een gezamenlijke laag de doorslag geven, en scoor de casus daar.
       *[other] Lees de redenen naast elkaar (`draad calibrate { $condition }`) en word het eens: wie anders gaat oordelen, scoort opnieuw. Of scoor de casus als `{ $layer }`: die laag geeft de doorslag.
    }
## Besluiten over verschillen tussen codeurs

adjudication-without-name = Bij het besluit over `{ $id }` staat niet wie het nam; het beslist niets.
    .help = Zet de namen in de kolom `by`, of besluit opnieuw: draad adjudicate { $id } … --by NAMEN.
adjudicator-needed = Vermeld wie het besluit hebben genomen.
    .help = Bijvoorbeeld met --by "Anna, Bram"; in een tabel in de kolom `by`.
unknown-disagreement = Er is geen fragment `{ $id }` dat de codeurs verschillend lazen.{ $has-nearest ->
        [0] {""}
       *[other] {""} Bedoel je `{ $nearest }`?
    }
    .help = `draad adjudicate` toont wat open is. Veranderen er coderingen nadat een lijst is gemaakt, dan krijgt het fragment een andere naam.
disagreement-ambiguous = `{ $id }` kan meer dan één fragment zijn: { $candidates }.
    .help = Typ meer letters van het fragment dat je bedoelt.
disagreement-not-read = `{ $coder }` heeft de bron van `{ $id }` niet gecodeerd, dus er is geen lezing om over te nemen; wie dat wel deden: { $readers }.
    .help = Neem de lezing van een van hen, of besluit met --span of --not-coded.
disagreement-decision-unclear = `{ $value }` is geen besluit over `{ $id }`.
    .help = Schrijf een van deze: { $known }.
disagreement-valence-unclear = De codeurs geven `{ $id }` verschillende richtingen ({ $valences }), en het besluit zegt niet welke het wordt.
    .help = Voeg --valence toe, of in een tabel een kolom `valence`; of neem de lezing van één codeur over.
decision-missing = Er staat niet bij wat over `{ $id }` besloten is.
    .help = Voeg een van deze toe: --take CODEUR, --span BEGIN-EINDE, --not-coded. In een tabel vul je de kolom `decision` in.
valence-needs-units = Richtingen (--measure valence) worden per eenheid vergeleken, niet op vrije fragmenten.
    .help = Kies --unit turn, source of case; op vrije fragmenten staat de richting in de kolom ‘richting’ van `draad agree`.
nothing-decided = Er is niets om te besluiten: --by, --memo en --plan horen bij een besluit.
    .help = Noem een fragment en wat het wordt: draad adjudicate ID --take CODEUR --by NAMEN --memo "WAAROM"; of lees besluiten uit een tabel met --from.
decided-twice = Over `{ $id }` staan in deze tabel verschillende besluiten (regel { $lines }); geen daarvan is vastgelegd.
    .help = Laat per fragment één regel staan.
decisions-without-reason = { $n ->
        [one] Bij één besluit staat geen reden
       *[other] Bij { $n } besluiten staat geen reden
    }; later is dan niet na te gaan waarom zo is besloten.
    .help = Neem het besluit nogmaals, met een reden: draad adjudicate { $id } … --memo "WAAROM"; of vul in de tabel de kolom `memo` in.
decision-past-end = De positie { $start }–{ $end } valt buiten de bron, die { $length ->
        [one] één teken
       *[other] { $length } tekens
    } lang is.
    .help = Kies begin en einde binnen de tekst, of zet de woorden zelf achter --span.
layer-is-coder = `{ $layer }` is een codeur van deze studie; een laag met besluiten heeft een eigen naam nodig.
    .help = Kies met --layer een andere naam, bijvoorbeeld consensus.
layer-has-codings = In de laag `{ $layer }` staan van bron `{ $source }` al coderingen waar geen besluit bij hoort ({ $n-codings }); die blijven zoals ze zijn.
    .help = Kies met --layer een andere naam, of verwijder codings/{ $layer }/{ $source }.csv.
source-still-open = Bron `{ $source }` kan nog niet gesloten worden: { $n-open ->
        [one] 1 verschil is
       *[other] { $n-open } verschillen zijn
    } nog open.
    .help = Besluit eerst over wat open is: draad adjudicate --source { $source }.
source-reopened = Over bron `{ $source }` was in laag `{ $layer }` alles besloten, maar de coderingen zijn veranderd: { $n-open ->
        [one] 1 verschil is
       *[other] { $n-open } verschillen zijn
    } opnieuw open.
    .help = Besluit erover: draad adjudicate --layer { $layer } --source { $source }. Tot dan blijft de laag zoals ze was.
layer-outdated = Over bron `{ $source }` was in laag `{ $layer }` alles besloten, maar de laag is niet meer wat de codeurs eensgezind codeerden en wat besloten is.
    .help = Werk haar bij: draad adjudicate --layer { $layer } --close { $source }.

## Zoeken, tabellen, figuren en verslagen

query-invalid = { $reason ->
        [empty] De zoekvraag is leeg
        [quote-open] De zoekvraag kan niet gelezen worden: het aanhalingsteken op positie { $position } wordt niet gesloten
        [parenthesis-open] De zoekvraag kan niet gelezen worden: het haakje op positie { $position } wordt niet gesloten
        [parenthesis-unopened] De zoekvraag kan niet gelezen worden: bij het sluithaakje op positie { $position } hoort geen haakje openen
        [too-deep] De zoekvraag kan niet gelezen worden: vanaf positie { $position } staan er te veel haakjes, ontkenningen of relaties in elkaar
        [operand-missing] De zoekvraag kan niet gelezen worden: op positie { $position } ontbreekt een zoekwoord, code of veld
        [no-word] De zoekvraag kan niet gelezen worden: op positie { $position } staan alleen tekens en geen woord om op te zoeken
        [star-misplaced] De zoekvraag kan niet gelezen worden: de * op positie { $position } staat los of in een woordgroep, en niet in een woord
        [regex-open] De zoekvraag kan niet gelezen worden: de reguliere expressie op positie { $position } wordt niet met een / gesloten
        [regex-invalid] De zoekvraag kan niet gelezen worden: de reguliere expressie op positie { $position } is niet goed gevormd
        [fuzzy-misplaced] De zoekvraag kan niet gelezen worden: de ~ op positie { $position } staat niet achter één heel woord
        [distance-invalid] De zoekvraag kan niet gelezen worden: de afstand op positie { $position } is geen getal met c, w, u of p erachter
        [distance-misplaced] De zoekvraag kan niet gelezen worden: de relatie op positie { $position } kent geen afstand
        [value-missing] De zoekvraag kan niet gelezen worden: het veld op positie { $position } heeft geen waarde
        [relation-without-place] De zoekvraag kan niet gelezen worden: op positie { $position } staat een ontkenning naast een relatie, en wat er niet is, staat nergens
        [coding-unclear] Bij welke code het veld op positie { $position } hoort, is niet duidelijk
        [query-circular] Een bewaarde zoekvraag vraagt uiteindelijk naar zichzelf, vanaf positie { $position }
       *[other] De zoekvraag kan niet gelezen worden vanaf positie { $position }
    }.
    .help = { $reason ->
        [empty] Geef een zoekwoord op, of een filter zoals --code of --case.
        [quote-open] Zet ook achter de woordgroep een aanhalingsteken.
        [parenthesis-open] Zet er een sluithaakje bij, of laat het haakje weg.
        [parenthesis-unopened] Zet er een haakje openen bij, of laat het sluithaakje weg.
        [too-deep] Splits de zoekvraag op in eenvoudigere zoekvragen; een bewaarde zoekvraag kan een deel zijn: query:naam.
        [operand-missing] Zet aan weerszijden van OR, AND en van relaties zoals OVERLAPS, en achter NOT of -, een woord, woordgroep of veld.
        [no-word] Laat de losse tekens weg, of zet er een woord bij.
        [star-misplaced] Zet de * in een woord, zoals in vertrouw*; een woordgroep wordt precies zo gezocht.
        [regex-open] Zet een / achter de expressie, of zet woorden met een schuine streep tussen aanhalingstekens.
        [regex-invalid] Een reguliere expressie beschrijft één heel woord in kleine letters zonder accenten, zoals /vertrouw(en|d)/.
        [fuzzy-misplaced] Zet ~1 of ~2 direct achter één woord, zoals in vertrowen~1.
        [distance-invalid] Schrijf bijvoorbeeld NEAR/8 of NEAR/8w (woorden), NEAR/100c (tekens), BEFORE/3u (eenheden) of AFTER/1p (regels).
        [distance-misplaced] Laat de afstand weg; alleen NEAR, BEFORE en AFTER hebben er een.
        [value-missing] Zet de waarde direct achter de dubbele punt, met aanhalingstekens als er spaties in staan.
        [relation-without-place] Zet NOT vóór de relatie: code:a NOT OVERLAPS code:b vindt de coderingen met a waar geen b mee overlapt.
        [coding-unclear] Zet het veld direct achter de code waar het over gaat: code:vertrouwen valence:hindering.
        [query-circular] Haal de verwijzing naar zichzelf uit queries.toml.
       *[other] Verbeter de zoekvraag.
    }
set-name-taken = De zoekvraag `{ $name }` kan niet als set geteld worden: er is al een code die zo heet, of de naam kan geen naam van een code zijn.
    .help = Geef de zoekvraag een andere naam in queries.toml.
passage-unreadable = `{ $passage }` is geen passage van deze studie.
    .help = Schrijf de bron, een dubbele punt en twee posities die in de tekst liggen, geteld in tekens: p03-interview:120-240.
group-unknown = Resultaten kunnen niet verdeeld worden naar `{ $key }`.{ $has-nearest ->
        [0] {""}
       *[other] {""} Bedoel je `{ $nearest }`?
    }
    .help = Kies uit: { $known }.
query-field-unknown = De zoekvraag kent geen veld `{ $field }` (positie { $position }).{ $has-nearest ->
        [0] {""}
       *[other] {""} Bedoel je `{ $nearest }`?
    }
    .help = Kies een van de velden, of een kenmerk uit study.toml: { $known }. Hoort de dubbele punt bij de tekst, zet de woorden dan tussen aanhalingstekens.
query-name-unknown = De studie kent geen `{ $name }` voor `{ $field }` (positie { $position }).{ $has-nearest ->
        [0] {""}
       *[other] {""} Bedoel je `{ $nearest }`?
    }
    .help = { $has-known ->
        [0] {""}
       *[other] Kies uit: { $known }.
    }{ $has-known ->
        [0] Kijk met `draad status` of in de tabellen van de studie hoe het daar heet.
       *[other] {""}
    }
query-value-invalid = `{ $value }` kan niet bij `{ $field }` (positie { $position }).
    .help = Schrijf bijvoorbeeld: { $expected }.
query-exists = Er is al een andere zoekvraag bewaard als `{ $query }`: { $text }
    .help = Kies een andere naam, of vervang de bewaarde zoekvraag met --replace.
filter-invalid = De voorwaarde `{ $filter }` past niet bij dit kenmerk; { $expected ->
        [date] schrijf de datum als 3-4-2024 of 2024-04-03
       *[other] verwacht: { $expected }
    }.
    .help = Verbeter het vergelijkingsteken of de waarde erachter.
table-without-option = De tabel `{ $name }` kent geen --{ $option }.
    .help = Laat --{ $option } weg, of kies een tabel die het wel kent: { $tables }.
table-value-unknown = `{ $value }` kan niet achter --{ $option }{ $has-known ->
        [0] {""}
       *[other] {""}; wel: { $known }
    }.
    .help = Kies een van de genoemde waarden.
table-value-outside = `{ $value }` kan niet achter --{ $option }.
    .help = { $range ->
        [from-one] Kies een geheel getal vanaf 1.
        [share] Kies een waarde van 0 tot en met 1.
        [between-shares] Kies een waarde tussen 0 en 1, bijvoorbeeld 0,95.
        [upper-half] Kies een waarde tussen 0,5 en 1, bijvoorbeeld 0,95.
       *[other] Kies een andere waarde.
    }
table-value-too-large = `{ $value }` kan niet achter --{ $option }.
    .help = Kies een waarde van 0 tot en met { $most }.
order-names-twice = In --order staat casus `{ $case }` twee keer.
    .help = Noem elke casus één keer; wie niet genoemd is, komt erachter.
order-needs-cases = Een volgorde volgens as of boom vraagt { $needed } casussen met een code; hier zijn er { $n }.
    .help = Kies --order outcome of balance, of noem de casussen zelf in de volgorde die je wilt.
order-without-axis = Alle casussen hebben dezelfde factoren, dus er is geen as om ze langs te leggen.
    .help = Kies een andere --order of --columns.
table-part-unknown = Deze tabel heeft geen onderdeel `{ $part }`{ $has-known ->
        [0] {""}
       *[other] {""}; wel: { $known }
    }.
    .help = Laat --part weg, of kies een van de genoemde onderdelen.
data-table-unknown = De studie heeft geen gegevens die `{ $name }` heten.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Bedoel je `{ $nearest }`?
    }
    .help = Kies een van: { $known }.
table-unknown = Er is geen tabel die `{ $name }` heet.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Bedoel je `{ $nearest }`?
    }
    .help = Kies een van: { $known }.
figure-without-option = De figuur `{ $name }` kent --{ $option } niet.
    .help = Laat --{ $option } weg, of neem een figuur die het wel kent: { $figures }.
figure-unknown = Er is geen figuur die `{ $name }` heet.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Bedoel je `{ $nearest }`?
    }
    .help = Kies een van: { $known }.
report-unknown = Er is geen verslag dat `{ $name }` heet.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Bedoel je `{ $nearest }`?
    }
    .help = Kies een van: { $known }.
report-ending-unknown = Dit rapport kan niet als `{ $ending }` geschreven worden.
    .help = Laat de naam van het bestand eindigen op een van: { $known }.
figure-needs-case = De figuur `{ $name }` gaat over één casus, en { $n-cases } casussen voldoen aan het filter.
    .help = Noem er een met --case: `draad figure { $name } --case { $example }`.
figure-needs-source = De figuur `{ $name }` gaat over één bron, en er is niet gezegd welke.
    .help = Noem er een met --source, bijvoorbeeld `draad figure { $name } --source { $example }`.
outcome-needed = Deze tabel vergelijkt uitkomsten, en de studie heeft geen kenmerk dat een uitkomst is.
    .help = { $has-known ->
        [0] Voeg in `study.toml` een kenmerk met `outcome = true` toe, en vul het in `cases.csv` in.
       *[other] Kies een kenmerk met `--outcome` (bekend: { $known }), of zet er in `study.toml` `outcome = true` bij.
    }
outcome-value-needed = Van `{ $attribute }` is niet gezegd welke waarde de uitkomst is.
    .help = Schrijf de voorwaarde erbij, bijvoorbeeld `--outcome '{ $example }'`.
cell-unknown = `{ $part }` is geen casus, geen code en geen kenmerk van een cel.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Bedoel je `{ $nearest }`?
    }
    .help = Noem een casus, een of twee codes, of iets als `phase=installation` of `role=parent`, met komma’s ertussen: `p03,vertrouwen,role=parent`.
cell-empty = Achter --cell staat geen cel.
    .help = Noem een rij en een kolom van de tabel, met een komma ertussen, zoals `p03,vertrouwen`.
cell-factors = Een cel heeft hoogstens één casus en twee codes; hier staan er { $n } codes.
    .help = Noem één code, of twee om te zien waar zij samen voorkomen.
cell-twice = In een cel staat `{ $second }` naast `{ $first }`.
    .help = Noem één casus, en van elke sleutel één waarde.
quote-key-unknown = Op `{ $key }` kan niet worden gegroepeerd.{ $has-nearest ->
        [0] {""}
       *[other] {""} Bedoel je `{ $nearest }`?
    }
    .help = Kies uit: { $known }; of `none` voor geen groepen.
quote-field-unknown = Er is geen gegeven `{ $field }` om bij een fragment te tonen.{ $has-nearest ->
        [0] {""}
       *[other] {""} Bedoel je `{ $nearest }`?
    }
    .help = Kies uit: { $known }.
quote-format-unknown = Een bestand op .{ $ending } kan hier niet worden gemaakt.
    .help = Laat de naam eindigen op een van { $endings }, of noem de vorm met --format ({ $known }).
figure-format-unfit = Een figuur wordt niet getekend als { $format }.
    .help = Kies svg, png of pdf met --format; { $format } is voor --list.
format-contradicted = --format { $format } past niet bij een bestand op .{ $ending }.
    .help = Kies een naam op .{ $fitting }, of laat --format weg: dan bepaalt de naam van het bestand de vorm.
out-needed = { $format } is geen tekst voor de terminal.
    .help = Noem het bestand, bijvoorbeeld --out resultaat.{ $format }.
heading-unfolded = `{ $code }` is een kop in het codeboek: zonder de codes eronder blijft er niets over.
    .help = Laat --unfolded weg, of noem een code onder deze kop.
nothing-to-show = Er valt niets te laten zien: { $reason ->
        [no-cases] de studie heeft nog geen casussen
        [no-phases] de instellingen van de studie noemen geen fasen
        [no-case-passes] geen enkele casus voldoet aan het filter
        [no-factors] de studie heeft geen factoren die voldoen
        [no-words] er zijn geen woorden die aan het filter voldoen
        [no-words-of-level] aan de ene kant van de vergelijking staan geen woorden die aan het filter voldoen
        [no-rest] er is geen rest om mee te vergelijken
        [no-codings] niets van wat aan het filter voldoet, is gecodeerd
        [no-material] de studie heeft geen bronnen en geen deelnemers die voldoen
        [no-flips] geen factor bevordert in een casus op de ene plaats en belemmert op een andere
        [no-outcomes] er zijn geen twee uitkomsten met casussen
        [no-code-pairs] er zijn geen twee codes met fragmenten
        [no-meetings] nergens raken fragmenten van twee codes elkaar
        [few-cases] er zijn minder dan acht casussen met codes; een boom of kaart van zo weinig laat toeval zien
        [many-cases] er zijn te veel casussen om op een bladzijde uit elkaar te houden
        [no-typical-words] geen woord voldoet aan de ondergrenzen
        [no-scores] er zijn geen scores die voldoen
        [one-coder] er zijn geen twee codeurs om te vergelijken
        [no-double-coding] geen enkele bron is door twee van deze codeurs gecodeerd
        [no-route] de studie heeft nog geen route
        [no-design] de opzet van de studie is nog niet beschreven
        [no-findings] de studie heeft nog geen bevindingen
        [no-finding-passes] geen enkele bevinding voldoet aan het filter
        [all-judged] wie hier gevraagd wordt, heeft over elke bevinding al iets gezegd
        [no-verdicts] nog geen panel heeft zich over de bevindingen uitgesproken
        [no-dates] niets van de casus heeft een datum
        [no-combinations] er is geen oplossing van deze soort
        [no-conditions] de studie heeft geen condities, dus er is niet gekozen wat er vergeleken wordt
       *[other] { $reason }
    }.
    .help = { $reason ->
        [no-cases] Zet casussen in cases.csv, of haal materiaal binnen met `draad import`.
        [no-codings] Codeer eerst een bron, maak het filter ruimer, of kijk in study.toml wiens coderingen tellen (coder_policy).
        [one-coder] Laat een tweede codeur een deel van de bronnen coderen, onder een eigen naam, of noem meer codeurs met --coder.
        [no-double-coding] Laat twee codeurs dezelfde bronnen coderen, of noem andere codeurs met --coder.
        [no-scores] Zet antwoorden op vragenlijsten in scores.csv, of maak het filter ruimer.
        [no-route] Schrijf in route.toml hoe de begeleiding bedoeld is: fasen met doelen, wie er meedoen, en welke gesprekken zij voeren.
        [no-design] Schrijf in design.toml de fasen van het onderzoek met hun vraag, en per fase wie met welke methode gehoord is.
        [no-findings] Schrijf een bevinding: een bestand in findings/, met titel, deel, thema en de fragmenten ervoor en ertegen.
        [no-finding-passes] Kies een ruimer filter.
        [all-judged] Noem anderen met --respondent. Een oordeel veranderen kan met een eigen tabel (finding, respondent, verdict) en `draad feedback --from`.
        [no-verdicts] Leg de bevindingen voor: draad report --as verification maakt het werkblad, draad feedback leest de oordelen in.
        [no-dates] Zet datums in sources.csv, events.csv of scores.csv, of maak het filter ruimer.
        [no-conditions] Beschrijf condities met `draad calibrate` in conditions.toml, of noem ze: `draad qca --condition …`.
        [no-phases] Zet de fasen van een casus, in hun volgorde, onder `phases` in study.toml.
       *[other] Maak het filter ruimer, of kijk met `draad status` wat er in de studie zit.
    }
workbook-full = Een werkmap heeft geen plaats voor deze tabel: { $n ->
        [one] één rij of cel past
       *[other] { $n } rijen of cellen passen
    } niet.
    .help = Vraag minder op met een filter of --limit, of kies --format csv.
word-key-unknown = Woorden kunnen niet worden vergeleken op `{ $key }`; wel op: { $known }.
    .help = Kies een van deze, bijvoorbeeld --typical-by role.
word-level-invalid = Waarvan woorden typerend zijn, schrijf je als kenmerk=waarde; `{ $text }` is dat niet.
    .help = Schrijf bijvoorbeeld --typical-of role=parent, of vergelijk alle waarden met --typical-by role.
word-level-unknown = `{ $level }` is geen waarde van { $key }{ $has-known ->
        [0] {""}
       *[other] {""} (wel: { $known })
    }.
    .help = Verbeter de naam.
word-order-unfit = Deze lijst kan niet op `{ $order }` worden geordend; wel op: { $known }.
    .help = Kies een van deze, of laat --order weg.
word-not-one = `{ $word }` is niet één woord.
    .help = Noem achter --near één woord; met `=` ervoor telt alleen die vorm.
word-not-there = `{ $word }` komt niet voor in wat het filter doorlaat.{ $has-nearest ->
        [0] {""}
       *[other] {""} Bedoel je `{ $nearest }`?
    }
    .help = Controleer de spelling of maak het filter ruimer; zonder `=` tellen alle vormen met dezelfde stam mee.
index-failed = De zoekindex kon niet worden gemaakt of gelezen: { $reason }.
    .help = Verwijder de map .draad/cache en probeer het opnieuw; wat daarin staat, maakt draad vanzelf opnieuw.
orcid-invalid = De ORCID `{ $orcid }` van { $name } klopt niet: het laatste teken past niet bij de andere.
    .help = Vergelijk hem met https://orcid.org en verbeter hem in [archive] van study.toml.
period-reversed = De periode eindigt ({ $end }) voordat ze begint ({ $start }).
    .help = Draai start en end om in [archive] van study.toml.
access-unknown = `{ $access }` zegt niet wie een bron mag lezen (bekend: { $known }); tot het klopt, geldt de bron als gesloten.
    .help = Zet in de kolom access een van deze woorden, of laat de cel leeg.
column-to-withhold-unknown = Geen enkele tabel heeft de kolom `{ $column }` die achter moet blijven.
    .help = Verbeter de naam in withhold onder [archive] van study.toml, of haal hem weg: zo blijft er niets achter.
archive-leaks = { $n ->
        [one] Er staat iets in dit pakket dat mensen herkenbaar kan maken
       *[other] Er staan { $n } dingen in dit pakket die mensen herkenbaar kunnen maken
    }; het is niet geschreven:
    { $places }
    .help = Bekijk elke plaats. Vervang wat niet naar buiten mag, sluit de bron (access = closed) of neem de kolom op in withhold. Is alles in orde, geef dan --despite met de reden; die komt in de README van het pakket te staan.
archive-incomplete = Een archief vraagt ook: { $fields }.
    .help = Vul dit aan in [archive] van study.toml en maak het pakket opnieuw. Waar het ontbreekt, staat :tba in de metadata.
archive-filter = Een pakket voor een archief bevat hele bronnen; --{ $option } laat maar delen van bronnen door.
    .help = Kies met --case, --kind of --where welke casussen en bronnen meegaan, of sluit bronnen met de kolom access.
export-option-unfit = { $option } betekent niets voor { $format }.
    .help = Laat { $option } weg, of maak een pakket voor een archief: --archive.
export-exists = Hier staat al iets; het is niet vervangen.
    .help = Kies een andere naam, of geef --replace: dan vervangen de bestanden van deze export die met dezelfde naam.
export-among-others = In deze map staan bestanden die deze export niet schrijft en die tussen de zijne zouden blijven staan: { $files }{ $n-files ->
        [one] {""}
       *[other] {" "}({ $n-files } bestanden)
    }.
    .help = Kies een lege map, of kijk of ze weg kunnen en verwijder ze zelf: wat een eerdere export hier heeft achtergelaten, kan bevatten wat deze weglaat.
export-into-study = Dit is een plaats van de studie zelf; een export zou tussen haar eigen bestanden komen te staan.
    .help = Kies een map buiten de studie, of een eigen map erin, zoals export/.
export-needs-folder = { $format } bestaat uit meer bestanden, en die hebben een map nodig.
    .help = Geef een naam zonder extensie: de map waarin de bestanden komen te staan.
export-format-unknown = Geen enkele export eindigt op .{ $ending }.
    .help = Noem het formaat met --format ({ $known }), of kies een extensie zoals .qdpx of .xlsx; alleen de naam van een formaat is een map van dat formaat, elke andere naam zonder extensie een map met CSV-bestanden.
anchors-invalid = Ankers zijn drie kwantielen van 0 tot 1, elk groter dan het vorige.
    .help = Geef ze als --anchors 0.05,0.5,0.95: voor erbuiten, omslagpunt en erbinnen.
table-failed = De tabel kon niet worden gemaakt: { $reason }.
    .help = Voer `draad check` uit; meld de fout als de studie in orde is.
figure-failed = De figuur kon niet worden gemaakt: { $reason }.
    .help = Voer `draad check` uit; meld de fout als de studie in orde is.
report-failed = Het verslag kon niet worden gemaakt: { $reason }.
    .help = Voer `draad check` uit; meld de fout als de studie in orde is.

## Projecten van andere programma’s

project-open-elsewhere = Naast dit bestand staat nog werk dat het programma niet heeft weggeschreven (-wal).
    .help = Sluit het project in het programma waar het vandaan komt, en haal het dan nog eens binnen.
coder-assumed = { $n-codings ->
    [one] Van 1 codering zegt het project niet wie die maakte
   *[other] Van { $n-codings } coderingen zegt het project niet wie ze maakte
}; ze staan op naam van { $coder }.
    .help = Klopt dat niet? Neem het terug met draad undo en geef --coder.
kind-assumed = Van { $n-sources ->
    [one] 1 bron is niet bekend wat voor soort materiaal het is; die heet
   *[other] { $n-sources } bronnen is niet bekend wat voor soort materiaal het is; die heten
} nu { $kind }.
    .help = Zet de soort in sources.csv, of geef --kind, of vul de projecttabel in (draad import --plan).
sources-without-case = { $n-sources ->
    [one] 1 bron hoort
   *[other] { $n-sources } bronnen horen
} nog bij geen casus en telt in geen enkele tabel mee.
    .help = Zet de casussen in sources.csv, of geef --case, of vul de projecttabel in (draad import --plan).
map-row-fits-nothing = In het project staat geen { $what ->
    [source] bron
    [case] casus
    [code] code
    [coder] codeur
    [variable] variabele
   *[group] groep
} `{ $name }`, of niet zo vaak.
    .help = Verbeter de naam, haal de regel weg, of maak de tabel opnieuw met draad import --plan.

## Kwalitatieve vergelijkende analyse (QCA)

qca-conditions-needed = Deze analyse vraagt condities, en er is er geen genoemd.
    .help = { $has-known ->
        [0] Noem twee tot vier condities: draad qca --condition CODE,CODE
       *[other] Noem twee tot vier condities met --condition, zoals draad qca --condition { $known }; of leg ze vast in conditions.toml.
    }
qca-condition-unknown = `{ $condition }` is geen conditie, geen code en geen kenmerk van deze studie.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Bedoel je `{ $nearest }`?
    }
    .help = Noem een code, een kenmerk van de casussen, een voorwaarde zoals 'child_age>=12', of een conditie uit conditions.toml.
qca-condition-ambiguous = `{ $condition }` kan meer dan één ding zijn.
    .help = Zeg welk van de twee je bedoelt: { $ways }.
qca-condition-twice = De conditie `{ $condition }` staat er twee keer.
    .help = Noem elke conditie één keer.
qca-condition-is-outcome = `{ $condition }` is de uitkomst, en kan niet ook conditie zijn.
    .help = Laat hem weg uit --condition, of kies een andere uitkomst met --outcome.
qca-outcome-is-code = `{ $code }` is een code, en een code kan geen uitkomst zijn.
    .help = Kies een kenmerk van de casussen, een waarde ervan zoals constructiveness=constructive, of leg de code als conditie vast in conditions.toml en noem die conditie.
qca-outcome-unknown = `{ $outcome }` is geen kenmerk van de casussen en geen conditie van deze studie.{ $has-nearest ->
        [0] {""}
       *[other] {" "}Bedoel je `{ $nearest }`?
    }
    .help = Kies een kenmerk van de casussen, een waarde ervan zoals constructiveness=constructive, of een conditie uit conditions.toml.
qca-condition-of-outcome = `{ $condition }` gaat over hetzelfde kenmerk als de uitkomst, `{ $attribute }`: dan verklaart de uitkomst zichzelf.
    .help = Laat deze conditie weg uit --condition, of kies een andere uitkomst met --outcome.
qca-condition-filtered = De code van conditie `{ $condition }` valt buiten --code: hij zou nergens gevonden zijn.
    .help = Laat --code weg, of noem deze code er ook.
qca-test-needed = Het kenmerk `{ $attribute }` heeft waarden die op zichzelf geen conditie zijn.
    .help = Zeg vanaf welke waarde een casus erbij hoort, zoals '{ $example }', of kalibreer het in conditions.toml.
qca-direction-unknown = `{ $direction }` in `{ $condition }` is geen richting.
    .help = Schrijf promoting, hindering of ambivalent achter de dubbele punt.
qca-too-many-conditions = Er zijn { $n } condities; meer dan { $most } kan een waarheidstabel niet aan.
    .help = Kies er een paar op grond van theorie: bij { $n-cases ->
        [one] 1 casus
       *[other] { $n-cases } casussen
    } hoogstens { $advised }.
qca-too-many-rows = Deze condities geven een waarheidstabel van { $n } rijen; meer dan { $most } kan niet.
    .help = Kies minder condities, of condities met minder waarden.
qca-expectation-unread = `{ $expectation }` is geen verwachting.
    .help = Schrijf conditie=present, conditie=absent of conditie=-, of bij een conditie met meer waarden een waarde; condities: { $known }.
qca-expectation-of-none = `{ $condition }` is geen van de condities, dus er valt niets van te verwachten.
    .help = Kies uit: { $known }.
qca-term-unread = De combinatie `{ $term }` is bij teken { $at } niet te lezen: { $reason ->
        [nothing-there] er ontbreekt een conditie
        [unknown-condition] `{ $name }` is geen van de condities
        [level-missing] `{ $name }` heeft meer dan twee waarden, en er staat niet bij welke
        [no-such-level] `{ $name }` heeft die waarde niet
       *[other] een haak gaat open en niet op zijn plaats dicht
    }.
    .help = Schrijf condities met * voor ‘en’, + voor ‘of’ en ~ voor ‘niet’, en bij meer waarden [nummer]; condities: { $known }.
qca-in-the-way = Deze figuur kan er niet zijn. { $obstacles }
    .help = Bekijk met `draad qca` de kalibratie en de waarheidstabel.
