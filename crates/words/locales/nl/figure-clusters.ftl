# De figuren clusters en map: welke casussen op elkaar lijken.

figure-clusters-title = Casussen die op elkaar lijken
figure-clusters-what = Welke casussen op elkaar lijken: links de boom van de casussen, rechts de tabel die hij samenvat. Een vak staat waar de rij van de ene casus de kolom van de andere kruist; aan het eind van een rij staat van welke casus zij is, en daaronder loopt zijn kolom.
figure-clusters-similarity = Het getal is de overeenkomst in honderdsten: 67 betekent 0,67. Hoe { $ground ->
        [dark] lichter
       *[light] donkerder
    }, hoe meer overeenkomst.
figure-clusters-distance = Het getal is de afstand. Hoe { $ground ->
        [dark] lichter
       *[light] donkerder
    }, hoe kleiner de afstand.
figure-clusters-order = De takken zijn zo gedraaid dat buren zo weinig mogelijk van elkaar verschillen.
figure-clusters-ties = Een stip staat waar meer groepen even dichtbij lagen.
figure-clusters-alt = Boom van { $cases } met de tabel van hun overeenkomst. Het eerst samengevoegd zijn { $first } en { $second } (afstand { $height }). Het laatst: { $one } tegenover { $other }.
figure-clusters-axis = afstand
figure-clusters-tints = Overeenkomst:
figure-clusters-tints-distance = Afstand:
figure-clusters-tied = samengevoegd terwijl andere even dichtbij lagen
figure-clusters-joining = { $first } met { $second }: afstand { $height }
figure-clusters-joining-tied = { $first } met { $second }: afstand { $height }; andere lagen even dichtbij
figure-clusters-pair = { $first } en { $second }: overeenkomst { $value }; { $both } codes in beide, { $one } alleen in de eerste, { $other } alleen in de tweede
figure-clusters-pair-distance = { $first } en { $second }: afstand { $value }; { $both } codes in beide, { $one } alleen in de eerste, { $other } alleen in de tweede

figure-map-title = Kaart van casussen en factoren
figure-map-what = Welke casussen en factoren bij elkaar horen. Elke driehoek is een casus, elk ander teken een code in de vorm van haar richting; wat dicht bij elkaar en ver van het midden staat, gaat vaker samen dan te verwachten is.
figure-map-quality = Achter elke naam staat de kwaliteit in honderdsten: 71 betekent dat de twee assen 0,71 van de afstand tot het midden laten zien. Tekens met minder dan 0,50 zijn open: wat hun plaats lijkt te zeggen, is niet te vertrouwen.
figure-map-axes = Horizontaal: as 1, { $first }{"\u00A0"}% van de inertie. Verticaal: as 2, { $second }{"\u00A0"}%. Samen laten zij { $both }{"\u00A0"}% zien.
figure-map-beyond = Codes die verder weg liggen dan de kaart reikt, staan op de rand, met een streepje in hun richting: het zijn zeldzame codes, die elke kaart van dit soort ver van het midden zet.
figure-map-one-place = Codes die in dezelfde casussen voorkomen, liggen op dezelfde plaats; daar staat één naam, met tussen haakjes hoeveel codes er nog liggen. { $n ->
    [one] Samen op één plaats liggen: { $codes }.
   *[other] Samen op één plaats liggen, plaats voor plaats: { $codes }.
}
figure-map-nameless = { $n ->
    [one] Eén teken heeft geen plaats voor een naam; die staat in de tabel.
   *[other] { $n } tekens hebben geen plaats voor een naam; die staan in de tabel.
}
figure-map-alt = Kaart van { $cases } en { $codes }. { $low ->
    [0] Van elke casus laat de kaart minstens de helft zien.
    [one] Van één casus laat de kaart minder dan de helft zien.
   *[other] Van { $low } casussen laat de kaart minder dan de helft zien.
} De meeste betekenis voor de assen hebben: { $top }.
figure-map-point = { $name }: as 1 { $first }, as 2 { $second }; kwaliteit { $quality }
figure-map-case = casus
figure-map-grey = Grijs: kwaliteit in honderdsten
figure-map-company = (+2): met nog twee codes op die plaats
figure-map-low = kwaliteit onder 0,50
