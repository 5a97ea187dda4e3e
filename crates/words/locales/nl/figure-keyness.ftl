# De figuur keyness: welke woorden een groep kenmerken.

figure-keyness-title = Woorden die kenmerkend zijn
figure-keyness-what = Welke woorden een groep kenmerken tegenover de rest van het materiaal. Hoe verder naar rechts, hoe vaker het woord daar is dan in de rest: bij 1 twee keer zo vaak, bij 2 vier keer (log-ratio, Hardie 2014).
figure-keyness-dots = De oppervlakte van een stip is evenredig met hoe vaak het woord in de groep voorkomt.
figure-keyness-rings = Een ring betekent dat het woord in de rest niet voorkomt; de log-ratio rekent dan met een half keer.
figure-keyness-columns = Rechts staat hoe vaak het woord in de groep en in de rest voorkomt, in hoeveel casussen en bronnen van de groep (k/n), en de spreiding over die bronnen (genormaliseerde DP, Gries 2008; Lijffijt en Gries 2012): 0 is gelijkmatig, 1 is alles in de kleinste bron.
figure-keyness-flag = Een driehoek waarschuwt: meer dan de helft staat in één bron.
figure-keyness-extent = { $name }: { $target } woorden, tegenover { $rest } in de rest.
figure-keyness-alt = Stippen op een lijn voor { $n } woorden die kenmerkend zijn. Bovenaan staan bij { $groups }.
figure-keyness-n = groep
figure-keyness-rest = rest
figure-keyness-cases = casussen
figure-keyness-sources = bronnen
figure-keyness-axis = log-ratio (1 = twee keer zo vaak)
figure-keyness-sizes = Hoe vaak in de groep:
figure-keyness-never = niet in de rest
figure-keyness-one-source = meer dan de helft in één bron
figure-keyness-row = { $word } ({ $group }): { $n } keer, in de rest { $rest } keer; log-ratio { $ratio }, LL { $ll }; in { $cases } casussen en { $sources } bronnen van de groep
