# Kwalitatieve vergelijkende analyse: `draad qca`.

qca-title = Combinaties van condities die gepaard gaan met: { $outcome }
qca-conditions = condities
qca-outcome = uitkomst
qca-head-name = in formules
qca-head-what = wat
qca-head-how = hoe bepaald
qca-legend-note = A*B is: A én B; A + B is: A of B; ~A is: niet A. Bij condities met meer waarden is A[2] de waarde met nummer 2.
qca-negated-note = Dit is de analyse van de afwezigheid van de uitkomst, { $name }. Zonder --negate krijg je die van de uitkomst zelf; de twee zijn geen spiegelbeeld van elkaar.
qca-other-note = Wat gepaard gaat met de afwezigheid van de uitkomst, is een analyse op zichzelf en geen spiegelbeeld van deze: draad qca … --negate

qca-how-code = code { $code } en wat eronder valt: 1 bij ten minste één fragment, 0 als er materiaal is maar geen fragment
qca-how-code-unfolded = code { $code }, zonder wat eronder valt: 1 bij ten minste één fragment, 0 als er materiaal is maar geen fragment
qca-how-code-direction = code { $code }: 1 bij ten minste één fragment in deze richting, 0 als er materiaal is maar geen zo’n fragment
qca-how-test = kenmerk: 1 waar dit klopt, 0 waar niet
qca-how-yes-no = kenmerk: 1 bij ja, 0 bij nee
qca-how-levels = waarden: { $levels }
qca-how-defined = { $how } (conditions.toml; draad calibrate { $id }){ $has-note ->
    [yes] . { $note }
   *[no] { "" }
}

qca-is = ‘{ $name }’
qca-no = geen ‘{ $name }’
qca-not = niet ‘{ $name }’
qca-together-with = samen met

## Kalibratie

qca-calibration-title = Kalibratie: in welke mate elke casus erbij hoort
qca-take-part = { $n } van { $all } casussen doen mee
qca-left-out = { $n } van { $all } casussen { $n ->
    [one] doet
   *[other] doen
} niet mee
qca-calibration-note = Lidmaatschap van 0 (erbuiten) tot 1 (erbij), [n] is een waarde van een conditie met meer waarden; tussen haakjes het aantal fragmenten dat je kunt openen. Een streepje is niet nul: wat niemand heeft kunnen zoeken, is niet afwezig gebleken.
qca-left-out-case = { $case } doet niet mee. { $reasons }.

## Noodzakelijkheid

qca-necessity-title = Noodzakelijkheid: komt de conditie voor in alle casussen met { $outcome }?
qca-head-condition = conditie
qca-head-inclusion = inclusie
qca-head-relevance = RoN
qca-head-coverage = dekking
qca-necessity-note = Inclusie: Σmin(x,y)/Σy; RoN (relevantie): Σ(1−x)/Σ(1−min(x,y)), laag als de conditie er bijna altijd is; dekking: Σmin(x,y)/Σx. ‘Noodzakelijk’ heet in publicaties meestal een inclusie vanaf 0,9 met een RoN duidelijk boven 0,5. Dat zijn afspraken.
qca-unions-note = Ook gezocht: hoogstens { $depth } condities met ‘of’ ertussen die samen een inclusie van 0,9 halen en waarvan er geen gemist kan worden.
qca-without-unions = Naar condities met ‘of’ ertussen is niet gezocht: { $reason }.

## Waarheidstabel

qca-table-title = Waarheidstabel: de combinaties die voorkomen
qca-head-because = waarom dit niet kan
qca-no-table = Er is geen waarheidstabel
qca-rows-with = gaat gepaard met de uitkomst (1)
qca-rows-without = gaat niet gepaard met de uitkomst (0)
qca-rows-too-few = te weinig casussen (?)
qca-head-row = rij
qca-head-n = n
qca-head-pri = PRI
qca-head-cases = casussen
qca-head-combination = combinatie
qca-head-out = uitkomst
qca-head-with = met uitkomst
qca-head-without = zonder uitkomst
qca-table-note = Elke casus staat in de ene rij waarin zijn lidmaatschap boven 0,5 ligt. ✗: een casus zonder de uitkomst; ½: precies half erin, dus niet met en niet zonder. ≠: casussen met verschillende uitkomsten. Inclusie Σmin(x,y)/Σx en PRI gaan over alle casussen die meedoen.
qca-cutoffs-note = Een rij gaat met de uitkomst gepaard bij een inclusie van ten minste { $inclusion }, een PRI van ten minste { $pri } en { $n ->
    [one] ten minste 1 casus
   *[other] ten minste { $n } casussen
}. { $usual ->
    [crisp] De 1 is gekozen omdat alle lidmaatschappen 0 of 1 zijn: een enkele afwijkende casus is dan een tegenspraak die je ziet. Iets anders kies je met --incl-cut.
    [fuzzy] De 0,8 is gebruikelijk bij lidmaatschappen tussen 0 en 1, die zelden aan 1 komen. Iets anders kies je met --incl-cut.
   *[given] De inclusie is zo gevraagd.
}
qca-values-note = Waarden: { $values }.
qca-many-conditions = Let op: { $rows } mogelijke combinaties voor { $cases } casussen is veel. Bij meer dan { $most } rijen ziet ook het toeval er al snel netjes uit; kies minder condities, op grond van theorie.
qca-same-attribute = Let op: { $conditions } gaan over hetzelfde kenmerk, dus sommige combinaties kunnen niet bestaan. Kijk bij de restanten of een model zo’n combinatie aanneemt; dat model is niet houdbaar.
qca-history-cases = Van { $all } casussen doen er { $used } mee: daarvan is elke conditie en de uitkomst bekend.
qca-history-rows = Ze staan in { $rows } van { $all } mogelijke rijen; { $remainders } rijen hebben geen of te weinig casussen.

## Tegenspraak

qca-contradictions-title = Tegenstrijdige rijen: bekijk ze voordat je oplossingen leest
qca-no-contradictions = Tegenstrijdige rijen: geen. Casussen in dezelfde rij hebben dezelfde uitkomst.
qca-contradictions-note = Casussen met dezelfde combinatie en een verschillende uitkomst. Daar zijn vier antwoorden op:
qca-remedy-recheck = – Lees de casussen terug: klopt de codering, en klopt de uitkomst?
qca-remedy-add = – Voeg een conditie toe die deze casussen onderscheidt, of vervang er een.
qca-remedy-recalibrate = – Kalibreer anders: leg vast vanaf wanneer een casus erbij hoort.
qca-remedy-accept = – Aanvaard de tegenspraak met een lagere afkapwaarde (--incl-cut), en noem de casussen die afwijken.

## Oplossingen

qca-kind-conservative = conservatief
qca-kind-parsimonious = spaarzaam (parsimonious)
qca-kind-intermediate = intermediair
qca-solutions-title = Oplossingen: wat in deze casussen gepaard gaat met { $outcome }
qca-model = { $kind }, model { $place } van { $all }: { $formula }
qca-head-term = term
qca-head-raw = dekking
qca-head-unique = uniek
qca-head-in-words = in woorden
qca-whole = samen
qca-models-several = { $kind }: { $n } modellen passen even goed. { $shares ->
    [0] Ze delen geen enkele term.
   *[other] Ze delen: { $shared }.
} Presenteer niet één ervan als hét resultaat.
qca-models-first = { $kind }: er zijn meer modellen dan de { $n } die hier staan. De gegevens laten te veel open om tussen modellen te kiezen.
qca-models-given-up = { $kind }: er zijn zoveel mogelijke modellen dat ze niet allemaal te vinden zijn. Kies minder condities.
qca-solutions-note = Inclusie, PRI en dekking: in hoeverre de term binnen de uitkomst valt, en hoeveel van de uitkomst hij dekt; uniek: wat alleen deze term dekt. Een term zegt wat in deze casussen samengaat met de uitkomst, niet waarom. ✗: een casus in de term zonder de uitkomst; ½: precies half erin, dus niet met en niet zonder.
qca-types-note = Conservatief gebruikt alleen combinaties die voorkomen. Spaarzaam (parsimonious) neemt aan wat niemand heeft gezien, waar dat het korter maakt. Intermediair neemt alleen aan wat past bij je verwachtingen.
qca-expected-note = De aannames van de intermediaire oplossing staan bij ‘paren’, rij voor rij.
qca-expect-note = Er is geen intermediaire oplossing, omdat er geen verwachtingen zijn gegeven: met --expect conditie=present of conditie=absent zeg je wat theorie verwacht.
qca-pairs-title = Paren: wat de intermediaire oplossing aanneemt
qca-head-pair = paar
qca-head-models = modellen
qca-head-easy = aangenomen rijen
qca-pairs-note = Van elk paar van een conservatief (C) en een spaarzaam (P) model: de intermediaire modellen, en de rijen zonder casussen waarvan wordt aangenomen dat ze met de uitkomst gepaard gaan omdat dat bij de verwachtingen past (easy counterfactuals).

## Passing

qca-memberships-title = Lidmaatschap in elk model en elke term, naast { $outcome }
qca-head-membership = combinatie
qca-head-zone = waar
qca-zone-typical = combinatie en uitkomst
qca-zone-deviant = combinatie zonder uitkomst
qca-zone-uncovered = uitkomst zonder combinatie
qca-zone-outside = geen van beide
qca-zone-halfway = precies half
qca-memberships-note = Van 0 (erbuiten) tot 1 (erin), zoals `draad figure xy-plot` het tekent; boven 0,5 is een casus er meer in dan erbuiten. In een term geldt het kleinste lidmaatschap van zijn condities, in een model het grootste van zijn termen.
qca-fit-title = Wat elk model dekt, en welke casussen niet passen
qca-head-model = model
qca-head-uncovered = uitkomst, maar geen term
qca-head-deviant = term, maar geen uitkomst
qca-fit-note = De laatste twee kolommen zijn de afwijkende casussen. Die lees je het eerst: ze zeggen wat de condities niet zien.

## Citaten

qca-evidence-title = De woorden achter elke term
qca-evidence-term = { $term } ({ $kinds }): in { $k } van { $n } casussen met { $outcome }
qca-head-source = bron
qca-head-quote = citaat
qca-no-passage = (geen fragment)
qca-from-attribute = (kenmerk van de casus)
qca-evidence-note = Per casus en conditie de citaten die de meta-matrix zou kiezen, of de fragmenten waarop een score rust. Waar een term vraagt dat iets er niet is, is er meestal geen fragment. ✗: zonder de uitkomst; ½: precies half erin. Alle citaten: --part evidence --limit 200; alle fragmenten: draad table --cell CASUS,CODE

## Robuustheid

qca-robustness-title = Robuustheid: hoe ver keuzes kunnen schuiven voordat een oplossing verandert
qca-solution-kind = oplossing: { $kind }
qca-head-choice = keuze
qca-head-now = nu
qca-head-same = gelijk bij
qca-head-below = daaronder
qca-head-above = daarboven
qca-anchors = ankers en drempels (alle oplossingen samen)
qca-anchor-exclusion = erbuiten
qca-anchor-crossover = omslagpunt
qca-anchor-inclusion = erbinnen
qca-anchor-threshold = drempel
qca-ranges-unknown = er zijn meer modellen dan vergeleken kunnen worden
qca-no-solution = geen oplossing
qca-another-solution = een andere oplossing
qca-same = gelijk
qca-robustness-note = Eén keuze schuift, de andere blijven staan. De grenzen van afkapwaarden zijn exact: de waarden waarbij de waarheidstabel verandert. Modellen die even goed passen, staan met | ertussen.
qca-anchors-note = Ankers schuiven tot het volgende anker en tot de laagste en hoogste waarde die voorkomt, in 50 stappen naar elke kant; de stap waarin het verandert, wordt tot een miljoenste verfijnd.
qca-leave-out-note = Welke termen blijven staan zonder elke casus, codeur, soort bron of rol: draad qca … --leave-out all
qca-without-title = Zonder elke casus
qca-head-left-out = zonder
qca-without-note = ‘Geen oplossing’: zonder deze casus varieert er iets niet meer, of gaat geen enkele rij of juist elke rij met de uitkomst gepaard.

## Toeval

qca-chance-title = Toeval: hoe vaak zien willekeurige datasets er even netjes uit?
qca-head-number = aantal
qca-chance-with = casussen met de uitkomst
qca-chance-without = casussen zonder de uitkomst
qca-chance-rows = mogelijke combinaties (rijen)
qca-chance-share = aantal op 100 willekeurige datasets zonder tegenspraak (exact berekend)
qca-chance-drawn = hetzelfde, getrokken ter controle ({ $runs } trekkingen met startwaarde { $seed })
qca-chance-contradictions = tegenstrijdige rijen in deze analyse
qca-chance-note = In deze willekeurige datasets komt elke casus met dezelfde kans in elke rij terecht, wat de uitkomst ook is. Hoe groter hun aantal zonder tegenspraak, hoe minder een nette waarheidstabel zegt.

## Restanten

qca-remainders-title = Restanten: { $n } van { $all } mogelijke combinaties hebben geen of te weinig casussen
qca-head-assumed = aangenomen door
qca-remainders-note = Van deze combinaties weet niemand hoe het zou gaan. ‘Aangenomen door’: modellen die ervan uitgaan dat ze met de uitkomst gepaard gaan. Kan zo’n combinatie niet bestaan, of spreekt ze kennis tegen, dan is dat model niet houdbaar.

## Wat in de weg staat

qca-obstacle-no-cases = Van geen enkele casus zijn alle condities en de uitkomst bekend. Kijk bij de kalibratie wat er ontbreekt, of laat een conditie weg.
qca-obstacle-never-varies = { $name } is { $value } in alle { $n } casussen die meedoen, dus er valt niets te vergelijken. Laat deze conditie weg, neem een code in één richting (code:hindering), of kalibreer haar in conditions.toml.
qca-obstacle-outcome-never-varies = De uitkomst { $name } is { $value } in alle { $n } casussen die meedoen, dus er valt niets te vergelijken. Kies een andere uitkomst, of neem casussen met een andere uitkomst erbij.
qca-obstacle-halfway = Precies 0,5 in { $name }: { $cases }. Zo’n casus hoort bij geen enkele rij. Kalibreer anders, of scoor de casus net erbuiten of net erbinnen.
qca-obstacle-too-many-values = { $name } heeft { $n } waarden; meer dan { $most } kan een waarheidstabel niet aan. Voeg waarden samen, of kies een voorwaarde zoals 'kenmerk>=12'.
qca-obstacle-outcome-of-several = De uitkomst { $name } heeft meer dan twee waarden, en een casus moet erbij horen of niet. Kies er een waarde van met --outcome, of kalibreer haar in conditions.toml als presence, crisp of scores.
qca-obstacle-too-many-rows = De condities geven { $n } mogelijke combinaties; meer dan { $most } gaat niet. Kies minder condities.
qca-obstacle-too-few-cases = Er worden geen oplossingen gegeven: er doen { $n } casussen mee, en bij minder dan { $needed } is bijna elke combinatie uniek. Lees de casussen zelf; de waarheidstabel hierboven ordent ze.
qca-obstacle-too-many-conditions = Er worden geen oplossingen gegeven: { $rows } mogelijke combinaties zijn te veel voor { $cases } casussen (hoogstens { $most }). Bijna elke dataset ziet er dan bij toeval netjes uit. Kies minder condities, op grond van theorie.
qca-obstacle-no-row-with = Geen enkele rij gaat met de uitkomst gepaard bij deze afkapwaarden, dus er valt niets te vereenvoudigen. { $cut ->
    [cases] Rijen hebben te weinig casussen: kies --n-cut lager.
    [pri] Er zijn rijen met genoeg inclusie, maar met te weinig PRI: kies --pri-cut lager, of kijk welke casussen tegenspreken.
   *[inclusion] Bekijk de tegenstrijdige rijen, of kies --incl-cut lager.
}
qca-obstacle-no-row-without = Geen rij gaat zonder de uitkomst: elke rij met casussen gaat ermee gepaard, of heeft er minder dan --n-cut en is een restrij. Geen enkele conditie maakt dus verschil, en er is geen oplossing. Kies --incl-cut hoger, --n-cut lager, of andere condities.
qca-obstacle-too-much = Er zijn zoveel mogelijke modellen dat ze niet allemaal te vinden zijn. Kies minder condities.

## Uitspraken

statement-qca-parsimonious = ‘{ $first }’ staat in { $value ->
    [all-models] elk model
   *[some-models] sommige modellen
} van de spaarzame oplossing
statement-qca-intermediate = ‘{ $first }’ staat in { $value ->
    [all-models] elk model
   *[some-models] sommige modellen
} van de intermediaire oplossing
robustness-value-all-models = in elk model
robustness-value-some-models = in sommige modellen

## Voor R

qca-files-written = { $n ->
    [one] 1 bestand
   *[other] { $n } bestanden
} geschreven in { $folder }
qca-r-what = Doet de analyse van `draad qca` over met het R-pakket QCA: install.packages("QCA")
qca-r-folder = Voer dit uit in de map waarin dit bestand staat: Rscript qca.R
qca-r-data = Lidmaatschappen; NA is niet bekend. Casussen waarvan iets niet bekend is, doen niet mee.
qca-r-necessity = Noodzakelijkheid: elke conditie en haar afwezigheid.
qca-r-table = De waarheidstabel, met dezelfde afkapwaarden.
qca-r-solutions = Alle modellen van de drie oplossingen. Volgorde van termen en modellen kan verschillen.
qca-r-refused = Hier geeft draad geen oplossingen: { $reason }
