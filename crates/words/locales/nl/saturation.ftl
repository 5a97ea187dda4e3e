# Codeverzadiging.

saturation-title = Codes die erbij kwamen, { $unit ->
        [sources] bron na bron
       *[other] casus na casus
    }
saturation-used = Alle gebruikte codes
saturation-from-material = Alleen codes uit het materiaal
saturation-unit = { $unit ->
        [sources] bron
       *[other] casus
    }
saturation-day = datum
saturation-codings = coderingen
saturation-codes = codes
saturation-new = nieuw
saturation-total = samen
saturation-expected = verwacht (sd)
saturation-which = nieuwe codes

saturation-code-only = Dit is codeverzadiging: of er nog codes bij kwamen. Of de betekenis van een code is uitgeput, valt niet te tellen; per code staat daarom bij wie erover sprak en waar er het laatst iets bij kwam.
saturation-order = Volgorde: { $rule ->
        [first-coding] naar het moment van de eerste codering
        [source-date] naar de datum van de (eerste) bron, want wanneer er gecodeerd is, staat er niet bij of is overal hetzelfde
       *[other] zoals de studie ze opsomt, want momenten van coderen en datums van bronnen ontbreken of zijn overal gelijk
    }.{ $tied ->
        [0] {""}
       *[other] {" "}Met gelijke tijd of datum: { $tied }; die staan zoals de studie ze opsomt.
    }
saturation-expected-note = Verwacht: hoeveel codes er gemiddeld in zoveel { $unit ->
        [sources] bronnen
       *[other] casussen
    } zitten, welke het ook zijn (exacte rarefactie). De standaarddeviatie is berekend zoals het R-pakket vegan dat doet. Codes tellen onder hun eigen naam; wat eronder gecodeerd is, telt hier niet mee.
saturation-fixed = Vast voordat er gecodeerd werd: { $before } van de { $n } codes (kolom source of created in het codeboek), dus de meeste. Zo’n codeboek kan niet verzadigd raken: wat er niet in staat, wordt niet gevonden. Bij alle gebruikte codes staan daarom geen schattingen en geen verzadigingspunt.
saturation-mixed = Vast voordat er gecodeerd werd: { $before } van de { $n } codes; uit het materiaal: { $material } (kolom source of created in het codeboek).
saturation-origin-unknown = Het codeboek zegt niet waar de codes vandaan komen (kolom source, bijvoorbeeld `literatuur` of `materiaal`). Stonden de meeste al vast, dan is dit geen verzadiging maar gebruik.
saturation-not-analysed = Weggelaten omdat er nog niets in gecodeerd is: { $ids }.
saturation-and-more = { $ids } en nog { $n }
saturation-only-new = Alleen wie een nieuwe code toevoegt staat hier: { $shown } van de { $all }. Een bestand bevat alles.

saturation-estimates-title = Hoeveel codes er zouden zijn als verdere { $unit ->
        [sources] bronnen
       *[other] casussen
    } zo waren als deze
saturation-estimator = schatter
saturation-seen = gezien
saturation-in-one = in 1
saturation-in-two = in 2
saturation-estimate = schatting
saturation-se = standaardfout
saturation-chao2 = Chao2
saturation-jackknife1 = jackknife, eerste orde
saturation-jackknife2 = jackknife, tweede orde
saturation-bootstrap = bootstrap
saturation-estimates-note = De schattingen gaan ervan uit dat de { $unit ->
        [sources] bronnen
       *[other] casussen
    } willekeurig uit één geheel komen. Wie om hun verschil gekozen zijn, zijn dat niet: lees ‘als verdere zo waren als deze’. In 1 en in 2: codes die in precies één en twee voorkomen. Chao2 = gezien + (N−1)/N · in 1² / (2 · in 2), of, als er geen in 2 zijn, gezien + (N−1)/N · in 1 · (in 1 − 1) / 2. Jackknife: gezien + in 1 · (N−1)/N en gezien + in 1 · (2N−3)/N − in 2 · (N−2)²/(N(N−1)). Bootstrap: gezien + som van (1 − aandeel)ᴺ. De tweede orde kan onder het aantal geziene codes uitkomen; dan zegt zij niets. Standaardfouten zoals in vegan.

saturation-ratios-title = Wanneer er (bijna) niets meer bij kwam
saturation-base = basis
saturation-run = reeks
saturation-base-codes = codes in de basis
saturation-threshold = hoogstens { $percent } %
saturation-never = niet
saturation-ratios-note = 6+2 betekent: na 6 { $unit ->
        [sources] bronnen
       *[other] casussen
    } voegde een reeks van 2 voor het eerst hoogstens zoveel nieuwe codes toe, vergeleken met het aantal codes in de basis (Guest, Namey & Chen 2020). Niet: geen enkele reeks voldeed. Vermeld in de publicatie basis, reeks en drempel; alle twaalf instellingen staan hier.
saturation-runs-title = Nieuwe codes per reeks, op de codes in de basis
saturation-run-until = tot en met
saturation-runs-note = Boven elke kolom staan basis en reeks; een rij noemt de laatste { $unit ->
        [sources] bron
       *[other] casus
    } van de reeks.

saturation-codes-title = Per code: waar zij voorkomt, wie erover sprak, en waar er iets bij kwam
saturation-code = code
saturation-prevalence = komt voor in
saturation-roles = rollen
saturation-first = eerst in
saturation-last = laatst in
saturation-memos = memo’s
saturation-last-memo = laatste memo
saturation-last-sub-code = laatste subcode
saturation-codes-note = Een code telt met wat eronder gecodeerd is. Rollen: uit hoeveel posities over de code gesproken wordt. Memo’s: bij coderingen van de code en in memobestanden over de code; een memo over de code alleen hoort bij geen { $unit ->
        [sources] bron
       *[other] casus
    }. Laatste subcode: waar het laatst een code onder deze voor het eerst voorkwam.
saturation-open = De fragmenten van een code: `draad table saturation --cell { $cell }`.
saturation-step = Geanalyseerd zijn { $n } van de { $all } { $unit ->
        [sources] bronnen
       *[other] casussen
    } met materiaal{ $others ->
        [0] {""}
       *[other] ; in de andere is niets gecodeerd
    }.

undefined-fixed-codebook = het codeboek stond vast voordat er gecodeerd werd, dus er kon geen code bij komen
