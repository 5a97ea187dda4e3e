# De figuur agreement: waar codeurs het eens zijn, code voor code.

figure-agreement-title = Overeenstemming tussen codeurs, per code
figure-agreement-what = Waar codeurs het eens zijn, code voor code: { $unit ->
    [spans] op fragmenten die elke codeur zelf koos
    [turn] per beurt, bericht of alinea
    [source] per bron
   *[case] per casus
}{ $measure ->
    [valence] , op de richting die zij de code daar geven
   *[other] {""}
}. De stip is de coëfficiënt: 1 is volledig gelijk, 0 is wat toeval zou geven.
figure-agreement-coefficient = { $coefficient ->
    [u-alpha] uα is Krippendorffs alfa voor zelfgekozen fragmenten, met elke code op een eigen continuüm (Krippendorff e.a. 2016, doi:10.1007/s11135-015-0266-1; daar |ᵤα).
    [char-kappa] κ per teken zegt of het ene teken na het andere wel of niet gecodeerd is; bij meer dan twee codeurs het gemiddelde over paren. Tekens naast elkaar zijn geen losse waarnemingen, dus een marge hoort er niet bij.
    [valence] cuα van de richting zegt of de codeurs, waar ze allebei de code hebben, ook dezelfde richting geven (bevorderend, belemmerend, ambivalent of zonder richting).
    [alpha] Zij is Krippendorffs α voor vaste eenheden, nominaal.
    [kappa] Zij is Cohens κ; bij meer dan twee codeurs het gemiddelde over paren (Light).
    [ac1] Zij is Gwets AC1; bij een zeldzame code ligt die hoger dan κ en α.
   *[brennan-prediger] Zij is die van Brennan en Prediger (BP), die toeval neemt als gelijke kansen voor alle mogelijkheden.
}
figure-agreement-interval = De lijn loopt tussen de grenzen waartussen de coëfficiënt ligt in 95 van de 100 trekkingen, als { $unit ->
    [case] de casussen
   *[other] de bronnen
} telkens opnieuw worden getrokken ({ $draws } trekkingen met teruglegging, percentielen, startwaarde { $seed }); alleen bij een code die in ten minste { $needed } daarvan is gevonden. Zij zegt iets over andere { $unit ->
    [case] casussen
   *[other] bronnen
} van deze codeurs, niet over andere codeurs.
figure-agreement-percent = { $unit ->
    [spans] Tekens gelijk: het deel van de tekens waarover twee codeurs hetzelfde zeggen; van een zeldzame code is bijna elk teken gelijk, doordat niemand het codeerde.
   *[other] Gelijk: het deel van de paren oordelen dat gelijk is; van een zeldzame code zijn bijna alle oordelen gelijk, doordat niemand hem gebruikte.
}
figure-agreement-prevalence = De grijze balk is hoe vaak de code voorkomt: van { $unit ->
    [spans] de tekens
    [turn] de beurten, berichten en alinea’s
    [source] de bronnen
   *[case] de casussen
} die de codeurs lazen, bij elkaar opgeteld, het deel waarin zij de code vonden.
figure-agreement-compared = Vergeleken zijn { $names }, in { $sources } { $silent ->
    [0] waarin ten minste twee van hen iets hebben gecodeerd
   *[other] die zij allen hebben gelezen, ook waar niets is gecodeerd
}.
figure-agreement-layers = { $names } { $n ->
    [one] is een laag
   *[other] zijn lagen
} met beslissingen over verschillen, en { $n ->
    [one] doet
   *[other] doen
} niet mee.
figure-agreement-alone = { $names } { $n ->
    [one] deelt geen bron met een ander en doet
   *[other] delen geen bron met een ander en doen
} niet mee.
figure-agreement-order = De codes staan in de volgorde van het codeboek; een gemiddelde over codes staat er niet, want dat zou verbergen waar het om gaat.
figure-agreement-unused = { $n ->
    [one] Eén code die geen van hen hier gebruikte, is niet getekend.
   *[other] { $n } codes die geen van hen hier gebruikte, zijn niet getekend.
}
figure-agreement-alt = Stippen voor { $codes }: { $coefficient ->
    [u-alpha] uα
    [char-kappa] κ per teken
    [valence] cuα van de richting
    [alpha] α
    [kappa] κ
    [ac1] AC1
   *[brennan-prediger] de coëfficiënt van Brennan en Prediger
} per code. De laagste: { $least }; de hoogste: { $most }.{ $undefined ->
    [0] {""}
    [one] {" "}Bij één code is er geen, en staat waarom.
   *[other] {" "}Bij { $undefined } codes is er geen, en staat waarom.
}
figure-agreement-short = { $coefficient ->
    [u-alpha] uα
    [char-kappa] κ tekens
    [valence] cuα
    [alpha] α
    [kappa] κ
    [ac1] AC1
   *[brennan-prediger] BP
}
figure-agreement-axis = { $coefficient ->
    [u-alpha] uα: 0 = toeval, 1 = gelijk tot op het teken
    [valence] cuα: 0 = toeval, 1 = dezelfde richting
    [char-kappa] κ per teken: 0 = toeval, 1 = gelijk
    [alpha] α: 0 = toeval, 1 = gelijk
    [kappa] κ: 0 = toeval, 1 = gelijk
    [ac1] AC1: 0 = toeval, 1 = gelijk
   *[brennan-prediger] BP: 0 = toeval, 1 = gelijk
}
figure-agreement-prevalence-head = komt voor
figure-agreement-interval-sign = met 95%-interval
figure-agreement-bar = komt voor: deel van { $unit ->
    [spans] de tekens
    [turn] de beurten
    [source] de bronnen
   *[case] de casussen
}
figure-agreement-row = { $code }: { $coefficient } { $value }{ $has-interval ->
    [0] {""}
   *[other] {" "}(95%: { $interval })
}; gelijk { $percent }; komt voor in { $prevalence } ({ $used })
