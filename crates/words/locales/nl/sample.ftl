# De steekproef: wie er gehoord is.

sample-title = Wie er aan het woord komt, per soort bron
sample-cases-title = Per casus
sample-cases-by-kind-title = Bronnen per casus en soort
sample-cases-by-role-title = Wie er per casus aan het woord komt, van wie er meedoen
sample-cases-by-phase-title = Bronnen met materiaal per casus en fase
sample-kinds-title = Per soort bron

sample-role = rol
sample-case = casus
sample-kind = soort
sample-name = naam
sample-all-roles = alle
sample-all-kinds = alle soorten
sample-people = aan het woord
sample-listed = doen mee
sample-sources = bronnen
sample-words = woorden
sample-chars = tekens
sample-period = periode
sample-until = { $first } – { $last }
sample-repeated = vaker gehoord
sample-shortest = kortste
sample-median = midden
sample-longest = langste
sample-recorded = met opname
sample-minutes = minuten
sample-people-in-sources = { $people } in { $sources }

sample-cell-note = 12 in 13: twaalf mensen komen aan het woord in dertien bronnen. Een streep voor ‘in’: er zijn woorden, maar de studie zegt niet van wie. In één bron kunnen meer rollen spreken; de onderste regel en de laatste kolom tellen iedereen en elke bron één keer.
sample-nothing-note = 0: dit is er wel (zo’n bron, deelnemer of periode), maar er is geen woord van dat aan het filter voldoet. –: dit is er niet.
sample-people-note = Aan het woord: wie woorden heeft in het materiaal. Doen mee: wie volgens participants.csv bij de casus hoort; in een gedeelde bron komen ook anderen aan het woord. Wie vragen stelt, telt bij geen van beide; bij woorden en tekens tellen die woorden wel mee.
sample-others-note = +1: daarnaast iemand die volgens participants.csv bij een andere casus hoort en in een gedeelde bron aan het woord komt.
sample-phase-note = De fase is die van het materiaal zelf; een bron die over meer fasen gaat, telt bij elk.
sample-kinds-note = Kortste, midden (mediaan) en langste in tekens materiaal per bron. Vaker gehoord: mensen die in meer dan één bron van die soort aan het woord komen. Minuten: van de eerste tot de laatste plaats in de opname, voor zover de transcripten die noemen.
sample-coreq-note = Voor COREQ: punten 12 en 16 (omvang en beschrijving van de steekproef), 18 (herhaalde gesprekken) en 21 (duur of lengte).
sample-open = De fragmenten van een rol in een casus: `draad table sample --cell { $cell }`.

undefined-nobody-in-role = niemand in deze rol doet mee
