# Wat panels van de bevindingen vinden: tabel, figuur en rapport.

finding-part-visible = Wat zichtbaar werd
finding-part-tension = Spanningsvelden
finding-part-lead = Aanknopingspunten
finding-part-none = Zonder deel

verdict-agrees = herkenbaar
verdict-nuances = nuance
verdict-rejects = herken ik niet

n-findings = { $n ->
    [one] { $n } bevinding
   *[other] { $n } bevindingen
}
n-panels = { $n ->
    [one] { $n } panel
   *[other] { $n } panels
}

verdicts-title = Wat panels van de bevindingen vinden
verdicts-answers-title = Wat er gezegd is
verdicts-unjudged-title = Nog door niemand beoordeeld
verdicts-finding = bevinding
verdicts-sentence = zin
verdicts-part = deel
verdicts-theme = thema
verdicts-panel = panel
verdicts-respondent = wie
verdicts-verdict = oordeel
verdicts-remark = in eigen woorden
verdicts-agrees = herkenbaar
verdicts-nuances = nuance
verdicts-rejects = herken ik niet
verdicts-by = { $counts } ({ $names })
verdicts-no-panel = panel niet vermeld
verdicts-nameless = niet vermeld
verdicts-no-verdict = geen oordeel
verdicts-not-a-verdict = geen oordeel: ‘{ $words }’

verdicts-definition = Een oordeel telt per persoon: van wie zich vaker over een bevinding uitsprak, geldt het laatste. k van n: van de mensen in het panel die over deze bevinding een oordeel gaven, hoeveel dit oordeel gaven. Een streepje: dit panel gaf over deze bevinding geen oordeel.
verdicts-panels-note = Aan het woord kwamen { $panels }; wie zich over geen van de bevindingen uitsprak, telt niet mee.
verdicts-panel-n = { $name } (n = { $n })
verdicts-without = { $n ->
    [one] Eén keer sprak iemand zich uit zonder oordeel; dat telt niet mee in n en staat wel in de tabel.
   *[other] { $n } keer sprak iemand zich uit zonder oordeel; dat telt niet mee in n en staat wel in de tabel.
}
verdicts-order = Bevindingen staan per deel, dan op thema en naam; panels in de volgorde waarin zij zich uitspraken. De volgorde zegt niets over gewicht.
verdicts-unjudged-note = Hoeveel mensen een bevinding herkennen, zegt niet of zij waar is; lees wat zij erbij zeggen.

figure-verdicts-what = Wat panels vinden van de bevindingen die hun zijn voorgelegd. Elke rij is een bevinding, elke kolom een panel; n is het aantal mensen dat zich over ten minste één van de bevindingen uitsprak.
figure-verdicts-marks = Elke persoon met een oordeel is één teken, of staat in het getal ernaast: gevuld is herkenbaar, half gevuld een nuance, open herken ik niet. Van wie zich vaker over een bevinding uitsprak, geldt het laatste. Een grijs puntje: dit panel gaf over deze bevinding geen oordeel.
figure-verdicts-margins = Rechts staat over alle panels hoeveel van de mensen die een oordeel gaven (n) dit oordeel gaven (k).
figure-verdicts-each = Eén teken per persoon:
figure-verdicts-counted = Aantal mensen:
figure-verdicts-none = geen oordeel van dit panel
figure-verdicts-all = Alle panels
figure-verdicts-cell = { $finding }; { $panel }: herkenbaar { $agrees }, nuance { $nuances }, herken ik niet { $rejects }
figure-verdicts-alt = Oordelen van { $panels } over { $findings }: { $agrees } keer herkenbaar, { $nuances } keer een nuance, { $rejects } keer herken ik niet. { $unjudged ->
    [0] { "" }
    [one] Over één bevinding gaf niemand een oordeel.
   *[other] Over { $unjudged } bevindingen gaf niemand een oordeel.
}
