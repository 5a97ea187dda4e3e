# De delen van de pagina, en het zoeken erin.

## Delen

page-design = Hoe het onderzoek was opgezet
page-design-lead = Welke fasen het onderzoek had, wat elke fase moest beantwoorden, en wie met welke methode is gehoord. De aantallen zijn die van de onderzoekers zelf.
page-matrix = Welke factoren komen waar voor
page-matrix-lead = Elke rij is een factor, elke kolom een casus. Klik op een teken om de fragmenten te lezen waarop het rust. In de marge staat in hoeveel casussen met die uitkomst de factor voorkomt.
page-triangulation = Hoe breed is het onderbouwd
page-triangulation-lead = Per factor: in hoeveel casussen hij voorkomt, in welke soorten bronnen en bij wie, en waar hij maar op één bron rust.
page-tensions = Spanningsvelden
page-tensions-lead = Factoren die hier bevorderen en daar belemmeren, met fragmenten die elkaar tegenspreken. Tegenspraak is een uitkomst: het hulpmiddel kiest geen kant.
page-balance = Bevorderend tegenover belemmerend
page-balance-lead = De balans is het aantal bevorderende min het aantal belemmerende factoren, gedeeld door hun som: +1 is alleen bevorderend, −1 alleen belemmerend. Een factor die in een casus beide kanten op werkt, telt aan beide kanten. De balans zegt wat mensen benoemden, niet hoe zwaar het woog.
page-contrast = Contrast en afwijkende casussen
page-contrast-lead = Wat in casussen met de ene uitkomst voorkomt en in casussen met de andere niet, welke casussen niet passen, en welke paren van casussen om uitleg vragen.
page-co-occurrence = Wat samen voorkomt
page-co-occurrence-lead = Welke factoren in dezelfde casussen en op dezelfde plaatsen voorkomen. Samen voorkomen is geen oorzaak en gevolg.
page-similarity = Welke casussen op elkaar lijken
page-similarity-lead = Casussen naast elkaar naar de factoren die erin voorkomen. Afwezigheid van dezelfde factor telt niet als gelijkenis.
page-agreement = Hoe eens de codeurs het zijn
page-agreement-lead = Per code: hoe vaak de codeurs op dezelfde plaats hetzelfde zagen, in wat zij allebei lazen. Een code die bijna nooit of bijna altijd voorkomt, geeft een coëfficiënt die weinig zegt; daarom staat erbij hoe vaak.
page-saturation = Wanneer nieuw materiaal niets nieuws meer bracht
page-saturation-lead = Hoeveel verschillende codes er zijn na elke volgende casus, in de werkelijke volgorde en gemiddeld over alle volgorden.
page-qca = Welke combinaties bij de uitkomst horen
page-qca-lead = De waarheidstabel met de casussen per rij, de oplossingen, en de fragmenten achter elke term. Waar meer modellen even goed passen, staan ze er alle.
page-scores = Hoe de samenwerking werd gewaardeerd
page-scores-lead = De antwoorden op vragenlijsten per casus, over de tijd en per rol. Een gemiddelde van weinig antwoorden is een aanleiding om te lezen.
page-route = Hoe de begeleiding bedoeld is
page-route-lead = De fasen, wie er meedoen, en welke gesprekken in elke fase horen.
page-keyness = Welke woorden een groep kenmerken
page-keyness-lead = Woorden die in het materiaal van de ene rol vaker voorkomen dan bij de andere rollen samen. Het zijn ingangen om te lezen, geen thema’s.
page-further = Meer figuren
page-further-lead = Figuren van deze studie die bij geen ander deel horen.
page-findings = Bevindingen en memo’s
page-findings-lead = Wat de onderzoekers concluderen, met de fragmenten ervoor en ertegen, en wat panels ervan vinden.

## Figuren en tabellen

page-figure = Figuur { $n }.
page-table = Tabel
page-as-table = Dezelfde gegevens als tabel
page-caption-rest = Hoe deze figuur te lezen is en waarop zij rust
page-what-numbers-mean = Wat deze getallen betekenen en waarop ze rusten

## Spanningsvelden

page-tension-summary = Bevordert in { $promoting } casussen, belemmert in { $hindering }, en doet beide in { $both }.
page-both-in = Beide in
page-two-sides = Beide kanten naast elkaar
page-pair = Twee stemmen:
page-both-ways = Beide kanten in één fragment:

## Factoren en casussen

page-passages-by = Waar de fragmenten staan
page-by-phase = Naar fase
page-by-role = Naar wie er spreekt
page-by-kind = Naar soort bron
page-balance-by-phase = Verschillende factoren per fase

## Zoeken

page-find = Zoek op deze pagina
page-find-help = Factoren, casussen, fragmenten en definities. Pijl omlaag gaat naar de uitkomsten, Esc maakt leeg.
page-finding = Bevinding
page-passage = Fragment
page-found = Gevonden
page-found-none = Niets gevonden voor “#”.
page-found-one = 1 plaats gevonden.
page-found-many = # plaatsen gevonden.
page-found-more = # plaatsen gevonden; de eerste 60 staan hier. Voeg een woord toe om minder te vinden.

## Hoe de pagina gemaakt is

page-other-language-code = en
page-other-language = This page in English:
page-elsewhere = De woorden van deze fragmenten staan bij de codes eronder:
page-is-large = Deze pagina is groot: { $n } fragmenten. Daarom staan de woorden van elk fragment één keer, bij de code waarmee het is gecodeerd, en staat de tekst eromheen er niet bij. Een fragment in zijn context: `draad quotes CODE --context 50`.
page-codeline-large = te groot voor een pagina met zo veel fragmenten. De tekening staat in de map van de casus bij `draad run`, of maak haar met `draad figure codeline --case CASUS`
page-left-out = Wat er niet op deze pagina staat, en waarom
page-absent = { $part }: { $reason }
page-absent-figure = { $part }, figuur { $figure }: { $reason }
page-column-phase = Fase van het onderzoek
page-column-question = Vraag
page-column-method = Methode
page-column-heard = Wie is gehoord
page-column-conversation = Gesprek
page-column-who = Wie
page-column-per-year = Keer per jaar
page-column-case = Casus
page-column-role = Rol
page-column-day = Dag
page-column-mean = Gemiddelde
page-column-answers = Antwoorden
page-role-unknown = rol niet vermeld
