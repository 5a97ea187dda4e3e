# Woordenlijsten: frequenties, woorden die ergens typerend voor zijn, woorden bij elkaar.

words-n-words = { $n ->
    [one] { $shown } woord
   *[other] { $shown } woorden
}

words-word = woord
words-run = woordgroep
words-n = n
words-cases = casussen
words-sources = bronnen
words-per-thousand = per 1.000
words-dispersion = spreiding
words-rest-n = rest: n
words-ll = LL
words-log-ratio = log-ratio
words-near-n = vlakbij
words-expected = verwacht
words-all-n = overal
words-log-dice = logDice
words-mi = MI
words-key-source = bron

words-level = { $key }: { $level } ({ $target }), tegenover de rest ({ $rest })
words-extent = { $words } in { $sources } van { $cases }

words-counted = Geteld: { $extent }.
words-asked = Daarvan komen { $words } van wie de vragen stelt ({ $roles }). Laat die weg met --role { $others }; ook tekst zonder bekende spreker valt dan weg.
words-by-spelling = Hoofdletters en accenten maken geen verschil; getoond is de vorm die het vaakst is geschreven.
words-by-stem = Vormen met dezelfde stam tellen als één woord (Snowball voor het Nederlands: Kraaij-Pohlmann, op woorden zonder accenten); getoond is de vorm die het vaakst is geschreven, met de andere erachter.
words-codings = Alleen eenheden waarin een codering begint die aan het filter voldoet.
words-columns-frequency = Achter elk woord: hoe vaak het voorkomt, in k van de n casussen en bronnen, en per 1.000 woorden. De spreiding is de genormaliseerde DP (Gries 2008; Lijffijt en Gries 2012): 0 is gelijkmatig over de bronnen, 1 is alles in de kleinste bron.
words-columns-run = Een woordgroep loopt niet door over de grens van een beurt, bericht of alinea.
words-columns-typical = Links hoe vaak het woord daar voorkomt, in k van de n casussen en bronnen, rechts hetzelfde in de rest. LL is de log-likelihood over deze twee frequenties (Rayson en Garside 2000): hoe hoger, hoe meer ze verschillen van een gelijke verdeling. De log-ratio (Hardie 2014) zegt hoe groot het verschil is: 1 is twee keer zo vaak, 2 vier keer, −1 half zo vaak; 0 keer telt daarin als een half (–: dat zou de richting omkeren). De spreiding is de genormaliseerde DP over de bronnen links (Gries 2008; Lijffijt en Gries 2012): 0 is gelijkmatig, 1 is alles in de kleinste bron.
words-columns-near = Bij `{ $word }` ({ $n } keer, in { $sources }; vormen: { $forms }) staan { $places } op hoogstens { $window } woorden afstand, binnen dezelfde beurt, hetzelfde bericht of dezelfde alinea. Vlakbij: hoe vaak het woord daar staat, in k van de casussen en bronnen waarin het andere voorkomt. Verwacht: hoe vaak het daar zou staan als het overal even vaak voorkwam. logDice (Rychlý 2008): één hoger is twee keer zo sterk verbonden; de grootte van het materiaal maakt daarbij niet uit. MI is log₂(vlakbij / verwacht); bij zeldzame woorden valt die hoog uit. LL is de log-likelihood over vier cellen (Dunning 1993).
words-several-cases = Wat over meer dan één casus gaat, telt bij elk daarvan, en in de rest alleen als geen ervan erbij hoort.
words-no-p = Woorden uit één tekst hangen samen; daarom staan er geen p-waarden bij.
words-one-source = * Meer dan de helft staat in één bron.
words-thresholds = Getoond is wat minstens { $count } keer voorkomt, in minstens { $sources }{ $cases ->
        [one] {""}
       *[other] {""} van { $cases } casussen
    } (of in alle, waar er minder zijn): { $shown } van { $n }, op volgorde van { $order }.
words-thresholds-side = Dat geldt voor de kant waar het woord vaker voorkomt.
words-stop-words = Stopwoorden zijn weggelaten ({ $list }); ze zijn wel meegeteld.
words-stop-words-run = Woordgroepen die met een stopwoord beginnen of eindigen zijn weggelaten ({ $list }).
words-stop-list-nl = lijst van Snowball voor het Nederlands
words-stop-list-en = lijst van Snowball voor het Engels
words-rarer = Dit zijn woorden die daar juist minder voorkomen dan in de rest.
words-none = Niets voldoet; verlaag --min-count, --min-sources of --min-cases.
words-in-context = In hun context: `{ $command }`

words-order-ll = LL
words-order-log-ratio = log-ratio
words-order-log-dice = logDice
words-order-mi = MI
words-order-count = aantal
words-order-sources = aantal bronnen
words-order-word = alfabet

words-sheet = over deze tabel
words-sheet-column = kolom
words-sheet-meaning = betekenis
