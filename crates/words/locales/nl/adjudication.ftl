# Besluiten over wat codeurs verschillend lazen.

## De tabel

adjudication-title-codes = Wat er besloten is, per code
adjudication-title-sources = Stand van zaken per bron
adjudication-title-decisions = De besluiten
adjudication-code = code
adjudication-all-codes = alle codes
adjudication-source = bron
adjudication-coders = codeurs
adjudication-stretches = fragmenten
adjudication-agreed = overeenstemming
adjudication-decided = besloten
adjudication-decided-coded = wel coderen
adjudication-decided-not-coded = niet coderen
adjudication-open = open
adjudication-state = stand
adjudication-decision = besluit
adjudication-coded = coderen
adjudication-not-coded = niet coderen
adjudication-by = door
adjudication-words = fragment
adjudication-why = waarom
adjudication-state-open = open
adjudication-state-decided = besloten, nog niet in de laag
adjudication-state-closed = in de laag
adjudication-state-reopened = opnieuw open
adjudication-state-outdated = laag verouderd
adjudication-definition = Vergeleken zijn de bronnen die minstens twee codeurs codeerden. Een fragment is wat overlappende coderingen met één code samen beslaan. De codeurs zijn het eens als ieder van hen het gecodeerd heeft, met dezelfde richting, en wat ze gemeen hebben minstens de helft is van wat ze samen beslaan.
adjudication-reading-note = Over de andere fragmenten besluiten mensen: de code hoort er (wel coderen) of hoort er niet (niet coderen). Het aantal zegt niets over wie er gelijk had.
adjudication-decider = { $names } ({ $n })
adjudication-deciders = Besloten door: { $people }.
adjudication-next = Wat open is, met beide lezingen: draad adjudicate. Elk besluit met zijn woorden en reden: draad table adjudication --part decisions

## Het commando

adjudicate-progress = Laag { $layer }: { $sources ->
    [one] 1 bron
   *[other] { $sources } bronnen
}{ $filtered ->
    [yes] {" "}binnen dit filter
   *[no] {""}
} door twee of meer codeurs gecodeerd, { $closed } in de laag
adjudicate-counts = { $n ->
    [one] 1 fragment
   *[other] { $n } fragmenten
}: { $agreed } eens, { $decided } besloten, { $open } open
adjudicate-line = regel { $line }
adjudicate-whole = de hele bron
adjudicate-kind-only-some-coded = niet door iedereen gecodeerd
adjudicate-kind-borders = andere grenzen
adjudicate-kind-valence = andere richting
adjudicate-kind-agreed = eens
adjudicate-nothing = niets
adjudicate-other = ook: { $codes }
adjudicate-instead = wel: { $codes }
adjudicate-decided = besloten: { $decision }{ $places ->
    [none] {""}
   *[other] {""} ({ $places })
}, door { $by }{ $date ->
    [none] {""}
   *[other] {""} op { $date }
}
adjudicate-more = { $n ->
    [one] Nog 1 verschil is open; --limit toont meer.
   *[other] Nog { $n } verschillen zijn open; --limit toont meer.
}
adjudicate-none-open = Er is niets open.
adjudicate-none-open-here = Er is niets open dat hieraan voldoet.
adjudicate-how = Besluit met: draad adjudicate { $id } --take { $coder } --by "NAMEN" --memo "WAAROM" (of --not-coded, of --span BEGIN-EINDE). In Excel: --format xlsx --out verschillen.xlsx, en daarna --from verschillen.xlsx.
adjudicate-sheet-lead = Op het blad disagreements staat per rij een fragment waarover nog niet is besloten, met daarnaast wat iedere codeur er heeft. Vul de laatste vier kolommen in; een rij zonder decision blijft open.
adjudicate-sheet-decision = decision: een codeur van wie de lezing geldt, coderen, niet coderen, een plaats (120-180) of de woorden zelf.
adjudicate-sheet-valence = valence: de richting, als het besluit die openlaat: promoting (bevorderend), hindering (belemmerend) of ambivalent.
adjudicate-sheet-by = by: wie het besluit hebben genomen, gescheiden door komma’s.
adjudicate-sheet-memo = memo: waarom zo is besloten.
adjudicate-sheet-back = Lees de besluiten in met: draad adjudicate --from BESTAND
adjudicate-new = { $n ->
    [one] 1 besluit vastgelegd
   *[other] { $n } besluiten vastgelegd
}
adjudicate-changed = { $n ->
    [one] 1 eerder besluit veranderd
   *[other] { $n } eerdere besluiten veranderd
}
adjudicate-already = { $n ->
    [one] 1 besluit was al zo genomen.
   *[other] { $n } besluiten waren al zo genomen.
}
adjudicate-refused = { $n ->
    [one] 1 verzoek is niet verwerkt; hierboven staat waarom.
   *[other] { $n } verzoeken zijn niet verwerkt; hierboven staat waarom.
}
adjudicate-unchanged = Niets veranderd
adjudicate-closed = { $source }: over alles is besloten. { $codings ->
    [0] De laag { $layer } heeft er geen coderingen van
    [one] Er staat nu 1 codering in de laag { $layer }
   *[other] Er staan nu { $codings } coderingen in de laag { $layer }
} ({ $agreed } eens, { $decided } besloten).
adjudicate-left = { $n ->
    [0] Er zijn geen open verschillen meer.
    [one] 1 verschil is nog open.
   *[other] { $n } verschillen zijn nog open.
}
adjudicate-plan = Dit is een plan; er is niets veranderd.
adjudicate-policy = Laat de laag tellen in tabellen en figuren met, in study.toml onder [coder_policy]: use = "adjudicated" en coder = "{ $layer }".

## Elders

status-layer = laag { $layer }: { $codings ->
    [one] 1 codering
   *[other] { $codings } coderingen
} in { $sources ->
    [one] 1 bron
   *[other] { $sources } bronnen
} waar codeurs samen over besloten: draad adjudicate

## Het verslag

report-adjudication = Hoe verschillen tussen codeurs zijn opgelost
report-adjudication-lead = { $sources ->
    [one] Eén bron is
   *[other] { $sources } bronnen zijn
} door twee of meer mensen gecodeerd. Van de { $n } fragmenten daarin waren zij het over { $agreed } eens. Over { $decided ->
    [one] 1 ander fragment
   *[other] { $decided } andere fragmenten
} is besloten: { $coded } met de code, { $not } zonder. { $open ->
    [0] Er is niets open.
    [one] 1 verschil is nog open.
   *[other] { $open } verschillen zijn nog open.
}
report-adjudication-by = Besloten door { $people }{ $from ->
    [none] {""}
   *[other] { $to ->
        [none] , op { $from }
       *[other] , tussen { $from } en { $to }
    }
}.
report-adjudication-use = { $closed ->
    [0] Nog geen enkele bron staat
    [one] Eén bron staat
   *[other] { $closed } bronnen staan
} in de laag { $layer }. { $counts ->
    [yes] In dit verslag tellen van die bronnen alleen de coderingen van de laag.
   *[no] In dit verslag telt de laag niet mee: hier telt wat de codeurs zelf codeerden.
}
