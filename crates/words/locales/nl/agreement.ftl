# Overeenstemming tussen codeurs: `draad agree`.

agreement-title = Overeenstemming per code: { $unit ->
        [spans] vrije fragmenten
        [turn] per beurt, bericht of alinea
        [source] per bron
       *[case] per casus
    }{ $measure ->
        [valence] {""}, met richting
       *[other] {""}
    }
agreement-source = bron
agreement-differ-in = verschil
agreement-passage = fragment
agreement-id = id
agreement-disagreements-note = Met de lezingen van alle codeurs naast elkaar, en met wat al is besloten: `draad agree --list`.
agreement-code = code
agreement-u-alpha = ᵤα
agreement-alpha = α
agreement-interval = 95 %
agreement-char-percent = tekens gelijk
agreement-char-kappa = κ tekens
agreement-segments = tegenhangers
agreement-valence = richting
agreement-in-cases = casussen
agreement-percent = gelijk
agreement-kappa = κ
agreement-ac1 = AC1
agreement-brennan-prediger = BP
agreement-share = { $percent } %

agreement-purpose = Deze cijfers openen een gesprek, ze sluiten het niet af: `draad agree --list` legt de lezingen naast elkaar, overal waar de codeurs verschillen.
agreement-note-spans = Bij elke codeur: het aantal coderingen, en welk deel van de tekens die hij of zij las eronder valt. Wie veel codeert, is het ook vaker toevallig eens; lees de cijfers daarnaast. Elke code staat op zichzelf; een gemiddelde over codes staat er niet, want dat zou verbergen waar het om gaat.
agreement-note-u-alpha = ᵤα: Krippendorffs alfa voor zelfgekozen fragmenten, per code: 1 is gelijk tot op het teken, 0 is wat toeval zou geven, onder 0 is minder dan dat (Krippendorff e.a. 2016, doi:10.1007/s11135-015-0266-1; daar |ᵤα, met de code op een eigen continuüm).
agreement-note-chars = Tekens gelijk en κ tekens: of het ene teken na het andere wel of niet gecodeerd is, zoals NVivo het rekent; bij meer dan twee codeurs is κ het gemiddelde over paren. Tekens naast elkaar zijn geen losse waarnemingen, dus een marge bij deze κ zou niets zeggen. Bij een zeldzame code is bijna elk teken gelijk, doordat niemand het codeerde.
agreement-note-segments = Tegenhangers: hoeveel van alle fragmenten een tegenhanger hebben bij de andere codeur, met dezelfde code en ten minste { $overlap } overlap (tekens in allebei gedeeld door tekens in een van beide), zoals MAXQDA fragmenten vergelijkt. Een ander deel kies je met --overlap; wie strenger wil, zoals 90 %, kiest 0,9.
agreement-note-valence = Richting: geven de codeurs, waar ze allebei de code hebben, ook dezelfde richting (cuα over bevorderend, belemmerend, ambivalent en zonder richting).
agreement-note-units = Bij elke codeur: in k van de n { $unit ->
        [turn] beurten, berichten of alinea’s die hij of zij las, is de code gevonden (een codering die er ten minste één teken van raakt)
        [source] bronnen die hij of zij las, is de code gevonden
       *[case] casussen waarvan hij of zij bronnen las, is de code gevonden
    }. Vergeleken wordt { $measure ->
        [valence] wat er staat: niet gevonden, bevorderend, belemmerend, ambivalent of zonder richting ({ $q } mogelijkheden; meer richtingen in één eenheid is ambivalent)
       *[other] of de code er is ({ $q } mogelijkheden: wel of niet)
    }. Elke code staat op zichzelf; een gemiddelde over codes staat er niet, want dat zou verbergen waar het om gaat.
agreement-note-chance = Gelijk: deel van de paren oordelen dat gelijk is. De andere cijfers trekken daar af wat toeval zou geven, elk op een eigen manier: α van Krippendorff, κ van Cohen (bij meer dan twee codeurs het gemiddelde over paren, van Light), AC1 van Gwet, BP van Brennan en Prediger. Bij een zeldzame code lopen ze uiteen; noem in een artikel die van je keuze samen met ‘gelijk’ en met hoe vaak de code voorkomt, en kies niet de hoogste. Fleiss (bij twee codeurs: Scotts π) en Conger staan in het bestand.
agreement-note-cases = Casussen: van de casussen waarin ten minste één codeur de code vond, in hoeveel allen die de casus lazen dat vonden.
agreement-note-interval = 95 %: tussen deze grenzen ligt het cijfer in 95 van de 100 trekkingen, als { $unit ->
        [case] de casussen
       *[other] de bronnen
    } telkens opnieuw worden getrokken ({ $draws } trekkingen met teruglegging, percentielen, startwaarde (seed) { $seed }). Het zegt iets over andere { $unit ->
        [case] casussen
       *[other] bronnen
    } van deze codeurs, niet over andere codeurs. Alleen bij een code die in ten minste { $needed } daarvan is gevonden.
agreement-note-conventions = Krippendorff noemt 0,80 als ondergrens voor conclusies en 0,667 voor voorlopige conclusies. Dat zijn afspraken, geen wetten: wat genoeg is, hangt af van wat je met de codes gaat zeggen.

agreement-compared = Vergeleken zijn { $names }, in { $sources } waarin ten minste twee van hen iets hebben gecodeerd. Overeenstemming gaat over codeurs; daarom tellen al hun coderingen, ook als de studie er elders maar een deel van telt (coder_policy). Wie een bron las en niets codeerde, is niet te zien: daarvoor is --silent-readers.
agreement-compared-silent = Vergeleken zijn { $names }, in { $sources }: met --silent-readers heeft elk van hen elke bron gelezen die aan het filter voldoet, ook waar niets is gecodeerd. Overeenstemming gaat over codeurs; daarom tellen al hun coderingen, ook als de studie er elders maar een deel van telt (coder_policy).
agreement-layers = { $names } { $n ->
        [one] is een laag
       *[other] zijn lagen
    } met beslissingen over verschillen, en { $n ->
        [one] doet
       *[other] doen
    } alleen mee als je erom vraagt (--coder).
agreement-alone = { $names } { $n ->
        [one] deelt geen bron met een ander en doet
       *[other] delen geen bron met een ander en doen
    } niet mee.
agreement-whole-sources = { $n ->
        [one] Eén codering van een hele bron heeft geen plaats in de tekst en telt hier niet mee; per bron of per casus wel (--unit).
       *[other] { $n } coderingen van een hele bron hebben geen plaats in de tekst en tellen hier niet mee; per bron of per casus wel (--unit).
    }
agreement-outside = { $n ->
        [one] Eén codering staat
       *[other] { $n } coderingen staan
    } buiten { $unit ->
        [spans] de tekst die is vergeleken
       *[other] alle beurten, berichten en alinea’s
    } en { $n ->
        [one] telt
       *[other] tellen
    } niet mee.
agreement-without-units = { $n ->
        [one] Eén bron is niet in beurten, berichten of alinea’s verdeeld en doet
       *[other] { $n } bronnen zijn niet in beurten, berichten of alinea’s verdeeld en doen
    } niet mee.
agreement-unused = { $n ->
        [one] Eén code van het codeboek gebruikte geen van hen hier
       *[other] { $n } codes van het codeboek gebruikte geen van hen hier
    }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}en nog { $more }
    }.
agreement-differing = { $n ->
        [0] Nergens verschillen de codeurs: in elk fragment waar iemand iets codeerde, hebben allen hetzelfde.
       *[other] In { $n } van de { $all } fragmenten waar iemand iets codeerde, verschillen de codeurs{ $decided ->
            [0] {""}
           *[other] ; over { $decided } daarvan is besloten
        }: `draad agree --list`.
    }

agreement-stretch = Fragment: coderingen van één code in één bron die elkaar overlappen, van wie ook. De codeurs zijn het daarover eens als allen die de bron lazen de code daar hebben, met dezelfde richting en ten minste { $overlap } overlap.

agreement-cases-title = In welke casus is de code gevonden?
agreement-cases-all = allen
agreement-cases-none = niemand
agreement-cases-some = niet door iedereen gecodeerd
agreement-only = alleen { $names }: { $cases }
agreement-cases-note = Van de n casussen waarvan ten minste twee codeurs bronnen lazen: in hoeveel allen die de casus lazen de code vonden, in hoeveel niemand, en in welke alleen sommigen. Het gaat om de bronnen die zijn vergeleken, niet om de hele casus.

agreement-together-title = Alle codes samen
agreement-together = maat
agreement-value = waarde
agreement-coverage = gedekt
agreement-u-alpha-all = ᵤα: waar staat iets, en welke code
agreement-binary-all = |ᵤα: waar staat iets, welke code dan ook
agreement-cu-alpha = cuα: dezelfde code, waar beide iets codeerden
agreement-ku-alpha = (k)ᵤα { $code }
agreement-together-note = Alle codes op één continuüm, elk zonder wat eronder is gecodeerd (Krippendorff e.a. 2016). Dat kan alleen als geen codeur één plek twee codes gaf. Codes die elkaar overlappen, wat bij factoren gewoon is, staan elk op een eigen continuüm: daarvoor is de tabel per code. Gedekt: van de tekens met deze code bij de een, het deel waar de ander ook iets codeerde.

agreement-pairs-title = { $unit ->
        [spans] Twee aan twee, per teken
       *[other] Twee aan twee
    }
agreement-both = allebei
agreement-only-first = alleen de eerste
agreement-only-second = alleen de tweede
agreement-neither = geen van beide
agreement-pairs-note = Op de bronnen die beide lazen: { $unit ->
        [spans] tekens
        [turn] beurten, berichten of alinea’s
        [source] bronnen
       *[case] casussen
    } waar allebei, alleen de eerste, alleen de tweede of geen van beide de code heeft.

agreement-coders-title = Wie las en codeerde wat
agreement-coder = codeur
agreement-shared = dubbel gecodeerd
agreement-silent = stil gelezen
agreement-codings = coderingen
agreement-codes = codes
agreement-coders-note = Dubbel gecodeerd: van de n bronnen waarin deze codeur iets codeerde, zoveel die zijn vergeleken. Stil gelezen: vergeleken bronnen waarin deze codeur niets codeerde. Coderingen en codes: in de bronnen die zijn vergeleken. Wie meer codeert, codeert niet beter of slechter.

## Elk verschil met alle lezingen: `draad agree --list`

disagreements-title = Waarover codeurs verschillen
disagreements-title-of = Waarover codeurs verschillen: { $codes }
disagreements-count = { $n ->
        [one] één verschil
       *[other] { $n } verschillen
    } in { $all ->
        [one] één fragment
       *[other] { $all } fragmenten
    }{ $decided ->
        [0] {""}
       *[other] , waarvan { $decided } besloten
    }
disagreements-definition-of-code = Codeboek: { $definition }
disagreements-none = Er zijn geen verschillen: in elk fragment dat ten minste twee codeurs lazen, hebben zij hetzelfde.
disagreements-more = Getoond: { $shown } van de { $all } verschillen; --limit toont er meer, een tabel (--format excel of xlsx) heeft ze alle.
disagreements-kind-only-some-coded = niet door iedereen gecodeerd
disagreements-kind-borders = grenzen
disagreements-kind-valence = richting
disagreements-has = { $coder }: { $readings }
disagreements-has-not = { $coder }: niet gecodeerd
disagreements-other = { $reading }; wel hier: { $codes }
disagreements-also = { $reading }; ook hier: { $codes }
disagreements-all-words = alles
disagreements-whole-source = De hele bron
disagreements-memo = { $reading } — { $memo }
disagreements-fact-compared = Vergeleken
disagreements-compared = { $names }, in { $sources } die ten minste twee van hen lazen. Al hun coderingen tellen, ook als de studie er elders maar een deel van telt (coder_policy). Een filter op code, rol, fase of richting kiest welke fragmenten er staan; elk fragment staat er met al zijn coderingen.
disagreements-fact-stretch = Fragment
disagreements-stretch = Coderingen van één code in één bron die elkaar overlappen, van wie ook. Eens is: allen die de bron lazen, hebben de code daar, met dezelfde richting, en hun stukken overlappen voor ten minste { $overlap } (tekens in allebei gedeeld door tekens in een van beide; --overlap). Al het andere staat hier.
disagreements-fact-kinds = Waarin
disagreements-kinds = Niet door iedereen gecodeerd: niet elke lezer heeft de code daar. Grenzen: wie hem heeft, koos een ander stuk. Richting: bevorderend, belemmerend of ambivalent.
disagreements-fact-decided = Besloten
disagreements-decided = { $n ->
        [0] Over geen van de { $all } verschillen is al besloten.
       *[other] Over { $n } van de { $all } verschillen is besloten; bij die verschillen staat wat, door wie en waarom.
    }
disagreements-fact-how = Hoe verder
disagreements-how = Een verschil is geen fout: het laat zien wat de code nog openlaat. Wat je besluit, en waarom, leg je vast met `draad adjudicate`.
