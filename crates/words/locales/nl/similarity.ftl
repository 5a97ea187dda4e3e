# De tabel similarity: hoe casussen op elkaar lijken.

similarity-title = Overeenkomst van casussen: { $measure }
similarity-title-distance = Afstand tussen casussen: { $measure }
similarity-cases-title = De casussen die vergeleken zijn
similarity-merges-title = Boom van de casussen
similarity-groups-title = De boom doorgesneden
similarity-axes-title = Assen van de twee kaarten
similarity-places-title = Plaatsen op de twee kaarten
similarity-refused = { $title }: niet gemaakt, { $reason }

similarity-measure-jaccard = Jaccard
similarity-measure-simple-matching = simple matching
similarity-measure-zeta = zèta van Kuckartz en Rädiker
similarity-measure-dice = Dice
similarity-measure-russell-rao = Russell en Rao
similarity-measure-bray-curtis = Bray en Curtis
similarity-measure-cosine = cosinus
similarity-measure-euclidean = euclidisch

similarity-definition-jaccard = Jaccard is het deel van de codes van twee casussen dat zij allebei hebben: a / (a + b + c), met a codes die beide hebben en b en c codes die maar één van de twee heeft. Wat in geen van beide voorkomt, telt niet mee.
similarity-definition-simple-matching = Simple matching is het deel van alle codes waarin twee casussen gelijk zijn: (a + d) / (a + b + c + d), met a codes die beide hebben, d codes die geen van beide heeft, en b en c codes die maar één van de twee heeft. Ook samen iets missen telt als overeenkomst.
similarity-definition-zeta = Zèta is (2a + d) / (2a + b + c + d), met a codes die beide casussen hebben, d codes die geen van beide heeft, en b en c codes die maar één van de twee heeft. Wat beide hebben, telt dubbel.
similarity-definition-dice = Dice is 2a / (2a + b + c), met a codes die beide casussen hebben en b en c codes die maar één van de twee heeft. Wat in geen van beide voorkomt, telt niet mee.
similarity-definition-russell-rao = Russell en Rao is a / (a + b + c + d): het deel van alle codes dat beide casussen hebben.
similarity-definition-bray-curtis = De afstand van Bray en Curtis is Σ|x − y| / Σ(x + y), over aantallen fragmenten per code; de overeenkomst is 1 min die afstand. Casussen met meer materiaal hebben meer fragmenten.
similarity-definition-cosine = De overeenkomst is de cosinus van twee rijen aantallen fragmenten per code: Σxy / √(Σx² Σy²). Alleen de verhoudingen tellen, niet hoeveel materiaal er is.
similarity-definition-euclidean = De afstand is √Σ(x − y)², over aantallen fragmenten per code. Zij heeft geen bovengrens en groeit met de hoeveelheid materiaal.

similarity-other-case = andere casus
similarity-both = beide
similarity-case-only = alleen eerste
similarity-other-only = alleen tweede
similarity-neither = geen van beide
similarity-similarity = overeenkomst
similarity-distance = afstand
similarity-outcome = uitkomst
similarity-nearest = lijkt het meest op
similarity-codes = codes
similarity-sources = bronnen
similarity-chars = tekens
similarity-step = stap
similarity-group = groep
similarity-with = met
similarity-height = hoogte
similarity-tie = gelijk
similarity-tied = ja
similarity-groups = groepen
similarity-silhouette = silhouet
similarity-map = kaart
similarity-axis = as
similarity-value = waarde
similarity-share = deel
similarity-so-far = tot hier
similarity-axis-n = as { $n }
similarity-quality = kwaliteit
similarity-contribution-n = bijdrage { $n }
similarity-correspondence = casussen en factoren
similarity-scaling = casussen
similarity-correspondence-cases = Kaart van casussen en factoren: casussen
similarity-correspondence-factors = Kaart van casussen en factoren: factoren
similarity-scaling-cases = Kaart van de afstanden tussen casussen

similarity-codes-note = Vergeleken op { $n ->
        [one] één code die
       *[other] { $n } codes die
    } in minstens één casus { $n ->
        [one] voorkomt
       *[other] voorkomen
    }. Een code is er als zij in de casus minstens één fragment heeft, zoals in de tabel cases-by-factors; koppen tellen niet mee.
similarity-unused-note = Buiten de vergelijking, want in geen enkele casus gevonden: { $codes }.
similarity-no-material-note = Buiten de vergelijking, want zonder materiaal: { $cases }.
similarity-without-codes-note = Niet in de boom en op de kaarten, want zonder code: { $cases }.
similarity-tree-note = Boom: telkens worden de twee groepen samengevoegd die gemiddeld het dichtst bij elkaar liggen (average linkage); de hoogte is die gemiddelde afstand. Cophenetische correlatie: { $correlation }; hoe dichter bij 1, hoe beter de boom de afstanden weergeeft.
similarity-ties-note = Bij { $n } van de { $steps } stappen lagen meer groepen even dichtbij; dan gaat de casus voor die eerder in de studie staat, en losse casussen vóór groepen.
similarity-order-matters-note = Let op: waar afstanden gelijk zijn, geeft een andere regel een andere boom: met de casussen in een andere volgorde, of met groepen vóór casussen.
similarity-no-types-note = Een boom wijst geen typen aan: elke verzameling casussen is in groepen te snijden. Lees eerst de casussen en wat zij delen.
similarity-silhouette-note = Silhouet: hoeveel dichter casussen bij hun eigen groep liggen dan bij de naaste andere, gemiddeld over de casussen; van −1 tot 1, een casus alleen telt als 0.
similarity-correspondence-note = Kaart van casussen en factoren: correspondentieanalyse van wel of niet voorkomen. De waarde van een as is haar inertie. Kwaliteit is het deel van de afstand tot het midden dat de twee assen laten zien: een plaats met lage kwaliteit zegt weinig.
similarity-rare-note = Niet op deze kaart, want in minder dan { $min } casussen: { $codes }.
similarity-scaling-note = Kaart van casussen: klassieke schaling van dezelfde afstanden. De waarde van een as is haar eigenwaarde; is er een negatief, dan past geen enkele kaart precies.
similarity-sign-note = Welke kant van een as plus is, betekent niets; hier is het de kant van de casus die er het verst op ligt.
similarity-history-cases = Casussen zonder materiaal weggelaten: van { $before } naar { $after } casussen.
similarity-history-codes = Codes die in geen casus voorkomen en koppen weggelaten: { $after } codes over.
similarity-history-rare = Voor de kaart van casussen en factoren codes in minder dan { $min } casussen weggelaten: van { $before } naar { $after } codes.

statement-case-most-like = { $first }: lijkt het meest op { $second }
