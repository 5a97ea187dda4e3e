# Hoe een tabel tot stand kwam.

explain-title = Hoe `{ $table }` tot stand kwam
explain-head-step = stap
explain-head-cases = casussen
explain-head-sources = bronnen
explain-head-codings = coderingen
explain-head-passages = fragmenten
explain-study = De studie zoals zij gelezen is
explain-coders-all = De coderingen van alle codeurs tellen
explain-coders-one = Alleen de coderingen van { $coder } tellen
explain-coders-adjudicated = Waar { $coder } een bron heeft vastgesteld, telt alleen die laag
explain-cases = Wat bij een casus hoort; een bron zonder casus telt nergens mee
explain-codes-around = Bij de overgangen omvat een code alleen wat met die code zelf is gecodeerd; voor en na de gebeurtenis ook wat onder de codes eronder is gecodeerd.
explain-compared = Wat ten minste twee codeurs lazen: de bronnen die zijn vergeleken, met alle coderingen van die codeurs
explain-filter = Alleen { $filter }
explain-options = Gevraagd met { $options }.
