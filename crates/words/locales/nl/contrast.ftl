# Uitkomsten naast elkaar: `draad table contrast`.

contrast-title = Contrast naar { $outcome }
contrast-deviant = past niet
contrast-one-outcome = Uitkomsten zijn niet te vergelijken: er komt maar één uitkomst voor.
contrast-no-outcome = Uitkomsten zijn niet te vergelijken: van geen enkele casus is de uitkomst vermeld.
contrast-no-cases = –: er is geen casus met die uitkomst.
contrast-case-order = Casussen staan op volgorde van uitkomst, dan op id.
contrast-cell = Elke cel: in k van de n casussen met die uitkomst en met materiaal komt de factor voor; daaronder in welke hij bevordert (●), belemmert (◆), of alleen ambivalent of zonder richting gecodeerd is (◐■). Een casus waarin hij beide doet, staat bij beide. Er wordt niets getoetst.
contrast-order = Factoren staan op volgorde van het grootste verschil tussen twee uitkomsten in het deel van de casussen waarin de factor voorkomt, bevordert of belemmert, daarna op id. De volgorde zegt alleen wat je het eerst leest.
contrast-what-deviant = ‘Past niet’ zijn afwijkende casussen: een factor werkt in zijn gebruikelijke richting terwijl de uitkomst aan het andere eind ligt, of werkt niet zo terwijl de uitkomst aan zijn eigen eind ligt. Alleen de eerste en de laatste waarde van een uitkomst wekken een verwachting, en alleen bij factoren met een vaste richting. Deze casussen lees je het eerst.
contrast-not-coded-yet = Nog niet gecodeerd, en daarom nergens afwijkend: { $cases }.
contrast-never-coded = Codes die in geen enkele casus voorkomen, staan hier niet bij de afwijkende casussen; bestanden noemen ze wel.
contrast-material = Materiaal per uitkomst: { $groups }.
contrast-promoting-works-against-outcome = bevordert, toch { $outcome }
contrast-promoting-missing-for-outcome = bevordert niet, toch { $outcome }
contrast-hindering-works-against-outcome = belemmert, toch { $outcome }
contrast-hindering-missing-for-outcome = belemmert niet, toch { $outcome }

## Afwijkende casussen

contrast-deviant-title = Afwijkende casussen
contrast-head-case = casus
contrast-head-outcome = uitkomst
contrast-head-material = materiaal
contrast-head-deviates-in = wijkt af in
contrast-material-of-case = { $sources }, { $chars } tekens
contrast-deviant-rows = Elke casus met wat er niet past bij de uitkomst. Een casus met weinig materiaal heeft meer factoren die ‘niet’ werken: kijk naar de lengte van het materiaal.

## Paren

contrast-similar-title = Meest gelijkende casussen met verschillende uitkomst
contrast-different-title = Meest verschillende casussen met dezelfde uitkomst
contrast-head-pair = casussen
contrast-head-shared = gedeeld
contrast-head-factors = factoren
contrast-head-attributes = kenmerken
contrast-only-in = alleen { $case }: { $factors }
contrast-shared = in beide: { $factors }
contrast-opposed = in beide, tegengestelde richting: { $factors }
contrast-turned = in beide, in de een ook een andere kant op: { $factors }
contrast-attribute-value = { $attribute } ({ $value })
contrast-same-attributes = gelijk: { $attributes }
contrast-attributes-not-stated = niet vermeld: { $attributes }
contrast-no-similar = Er zijn geen twee casussen met verschillende uitkomst en met factoren om naast elkaar te leggen.
contrast-no-different = Er zijn geen twee casussen met dezelfde uitkomst en met factoren om naast elkaar te leggen.
contrast-what-similar = { $n ->
    [one] Er is één paar met verschillende uitkomst; lees ze naast elkaar: waarin verschillen zij nog meer?
   *[other] Van de { $n } paren met verschillende uitkomst staan hier die met de meeste gedeelde factoren; lees ze naast elkaar: waarin verschillen zij nog meer?
}
contrast-what-different = { $n ->
    [one] Er is één paar met dezelfde uitkomst; lees ze naast elkaar: wat hebben zij toch gemeen?
   *[other] Van de { $n } paren met dezelfde uitkomst staan hier die met de minste gedeelde factoren; lees ze naast elkaar: wat hebben zij toch gemeen?
}
contrast-similarity = Gedeeld: het aantal factoren dat in beide casussen voorkomt, van de factoren die in een van beide voorkomen (tussen haakjes hetzelfde als Jaccard-coëfficiënt, 0 tot 1). Elke factor telt onder zijn eigen code, welke kant hij ook op werkt; wat in geen van beide voorkomt, telt niet mee. Casussen zonder vermelde uitkomst blijven hier buiten.
contrast-tied = { $n ->
    [one] Nog 1 ander paar lijkt evenveel op elkaar als het laatste; gelijke paren staan op id.
   *[other] Nog { $n } andere paren lijken evenveel op elkaar als het laatste; gelijke paren staan op id.
}
contrast-without-factors = { $n ->
    [one] Bij 1 paar is in geen van beide casussen een factor gecodeerd; dat is niet te vergelijken.
   *[other] Bij { $n } paren is in geen van beide casussen een factor gecodeerd; die zijn niet te vergelijken.
}
contrast-not-compared = Niet vergeleken, want zonder materiaal of nog niet gecodeerd: { $cases }.
contrast-history-cases = Van de { $cases } casussen is van { $stated } de uitkomst vermeld.
contrast-history-pairs = Vergeleken zijn { $different } paren casussen met verschillende en { $same } paren met dezelfde uitkomst.

statement-occurs-more = { $first }: komt naar verhouding in meer casussen voor bij ‘{ $value }’ dan bij elke andere uitkomst
statement-promotes-more = { $first }: bevordert naar verhouding in meer casussen bij ‘{ $value }’ dan bij elke andere uitkomst
statement-hinders-more = { $first }: belemmert naar verhouding in meer casussen bij ‘{ $value }’ dan bij elke andere uitkomst
