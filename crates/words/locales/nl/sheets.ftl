# Werkbladen: een Kenniscafé en een panel, en de oordelen die terugkomen.

sheet-how-made = Hoe dit werkblad gemaakt is
sheet-passages = Fragmenten
sheet-order = Volgorde
sheet-basis = Berust op
sheet-made-with = Gemaakt met `{ $command }`.
sheet-role-unknown = rol niet bekend
sheet-stance-for = steunt de bevinding
sheet-stance-against = spreekt de bevinding tegen
sheet-stance-coded = over hetzelfde onderwerp

kenniscafe-title = Kenniscafé: { $study }
kenniscafe-mark = Werkblad voor een Kenniscafé · Rode Draad
kenniscafe-date = Datum
kenniscafe-place = Plaats
kenniscafe-present = Wie erbij waren
kenniscafe-notes = Notities
kenniscafe-no-theme = Zonder thema
kenniscafe-other-theme = Een ander thema
kenniscafe-explain-purpose = Dit blad is er om samen betekenis te geven aan wat er gehoord is. Niemand hoeft het eens te worden, en er wordt niets gekozen of gerangschikt.
kenniscafe-explain-notes = Schrijf onder ‘Notities’ wat er gezegd wordt, elke opmerking op een eigen regel. Alleen wat daar staat, gaat terug naar de studie. Zet wie iets zegt er eventueel voor, met een dubbele punt: ‘Ouder: …’.
kenniscafe-explain-names = Schrijf geen echte namen op.
kenniscafe-rule = Per bevinding ten hoogste vier: fragmenten die de bevinding steunen en fragmenten die haar tegenspreken om en om, en van elk eerst de rollen die nog niet aan het woord kwamen. Is er dan nog plaats, dan volgt een fragment uit dezelfde codes van elke rol die nog niet te horen was, zo mogelijk in een andere richting dan het vorige, op volgorde van bron en plaats. Wie de vragen stelt, telt niet als rol.
kenniscafe-order = Thema’s staan op naam, delen in de volgorde van een Kenniscafé, bevindingen op naam. De volgorde zegt niets over gewicht.

verification-title = Herkent u dit?
verification-intro = Wij doen een onderzoek. Het heet: { $study }. Wij hebben met veel mensen gesproken. Hieronder staan zinnen over wat wij hebben gehoord. Wij willen graag van u weten of u dit herkent.
verification-explain-answers = Er zijn geen goede of foute antwoorden. Het gaat om wat u zelf meemaakt.
verification-explain-skip = U hoeft niet alles in te vullen. Weet u het niet? Sla de zin dan over.
verification-explain-one-box = Zet bij elke zin één kruisje. Daaronder kunt u iets opschrijven.
verification-explain-no-names = Schrijf geen namen op, ook niet van kinderen.
verification-explain-use = Uw antwoord bewaren wij met een nummer, niet met uw naam.
verification-panel = Groep
verification-respondent = Nummer
verification-date = Datum
verification-id = Kenmerk: { $id }
verification-heard-for = Dit hoorden wij:
verification-heard-against = Dit hoorden wij ook:
verification-question = Herkent u dit?
verification-box-agrees = Ja, dit herken ik.
verification-box-nuances = Een beetje, of niet altijd.
verification-box-rejects = Nee, dit herken ik niet.
verification-remark = Wilt u er iets over zeggen?
verification-end = Tot slot
verification-anything-else = Wilt u nog iets anders zeggen?
verification-thanks = Dank u wel voor het meedenken.
verification-rule = Per zin ten hoogste vier, om en om wat de bevinding steunt en wat haar tegenspreekt; van elk eerst de rollen die nog niet aan het woord kwamen. Van wie iets zei, staat er alleen de rol.
verification-back = Voor de onderzoeker
verification-back-text = Vul de kruisjes in een tabel in: `draad feedback --panel … --respondent … --out oordelen.xlsx` maakt haar, `draad feedback --from oordelen.xlsx` leest haar in. Ja is agrees, een beetje is nuances, nee is rejects. Lees de fragmenten na op namen en op wat iemand verraadt, en laat deze bladzijde weg als je het blad uitdeelt.

feedback-judged = { $findings }, waarvan { $judged } met een oordeel; { $answers } van { $panels }.
feedback-answers = { $n ->
    [one] { $n } antwoord
   *[other] { $n } antwoorden
}
feedback-unjudged = Nog door niemand beoordeeld: { $findings }.
feedback-how = Zo gaat het verder: `draad report --as verification` maakt het werkblad voor een panel, `draad feedback --panel ouders --respondent ouder-1 --out oordelen.xlsx` de tabel om in te vullen, `draad feedback --from oordelen.xlsx` leest haar in, en `draad table verdicts` laat zien wat er gezegd is.
feedback-new = { $n ->
    [one] { $n } nieuw antwoord.
   *[other] { $n } nieuwe antwoorden.
}
feedback-saved = Opgeslagen in feedback.csv; `draad undo` draait het terug.
feedback-changed = { $respondent } over { $finding }: was ‘{ $before }’, is nu ‘{ $after }’.
feedback-said = { $verdict }: { $remark }
feedback-already = { $n ->
    [one] { $n } antwoord stond er al zo.
   *[other] { $n } antwoorden stonden er al zo.
}
feedback-open = { $n ->
    [one] { $n } regel is niet ingevuld.
   *[other] { $n } regels zijn niet ingevuld.
}
feedback-refused = { $n ->
    [one] { $n } regel is niet gelezen.
   *[other] { $n } regels zijn niet gelezen.
}
feedback-unchanged = Er is niets nieuws.
feedback-plan = Er is niets veranderd; laat --plan weg om het echt te doen.
feedback-sheet-lead = Eén regel per bevinding en per persoon; vul verdict en remark in, en laat de rest staan.
feedback-sheet-verdict = verdict: agrees (ja, dit herken ik), nuances (een beetje) of rejects (nee); herkenbaar, nuance en herken ik niet mogen ook. Leeg: niet ingevuld.
feedback-sheet-remark = remark: wat iemand erbij schreef, in eigen woorden.
feedback-sheet-back = Lees de tabel in met `draad feedback --from` en de naam van het bestand.
