# De figuren truth-table, solution en xy-plot: kwalitatieve vergelijkende analyse (QCA).

figure-qca-order = Condities staan in de volgorde waarin zij gegeven zijn, casussen in die van de studie.
figure-qca-how = Lidmaatschap in ‘{ $name }’: { $how }.
figure-qca-cases = Van { $all ->
    [one] 1 casus doet er { $used } mee: daarvan is
   *[other] { $all } casussen doen er { $used } mee: daarvan is
} elke conditie en de uitkomst bekend. De uitkomst is: { $outcome }.
figure-qca-left-out = { $n ->
    [one] Niet mee doet { $cases }.
   *[other] Niet mee doen { $cases }.
}
figure-qca-cutoffs = Een rij van de waarheidstabel gaat met de uitkomst gepaard bij een inclusie van ten minste { $inclusion }, een PRI van ten minste { $pri } en { $n ->
    [one] ten minste 1 casus
   *[other] ten minste { $n } casussen
}.
figure-qca-half = ½ achter een casus: precies half in de uitkomst, dus niet met en niet zonder.
figure-qca-not-drawn = { $all-occur ->
    [yes] Alle { $all } combinaties komen voor
   *[no] Niet getekend: { $n } van { $all } combinaties, waarin geen casus zit
}
figure-qca-present = aanwezig
figure-qca-absent = afwezig
figure-qca-level = een getal: de waarde met dat nummer
figure-qca-without = ×: casus zonder de uitkomst

## Waarheidstabel

figure-truth-table-title = Waarheidstabel
figure-truth-table-what = Waarheidstabel: welke combinaties van condities voorkomen, in welke casussen, en of zij met de uitkomst gepaard gaan. Elke rij is een combinatie, elke kolom een conditie; elke casus staat in de ene rij waarin zijn lidmaatschap boven 0,5 ligt.
figure-truth-table-signs = Een gevuld rondje: de conditie is er; een open rondje: zij is er niet.
figure-truth-table-cases = × achter een casus: zonder de uitkomst.
figure-truth-table-numbers = n is het aantal casussen; inclusie is Σmin(x,y)/Σx en PRI de evenredige vermindering van inconsistentie, beide over alle casussen die meedoen. Het nummer van een rij is 1 plus haar waarden gelezen als één getal, de eerste conditie voorop.
figure-truth-table-no-contradictions = Geen rij is tegenstrijdig: casussen in dezelfde rij hebben dezelfde uitkomst.
figure-truth-table-contradictions = { $n ->
    [one] Eén rij is tegenstrijdig
   *[other] { $n } rijen zijn tegenstrijdig
} (driehoek): sommige casussen erin hebben de uitkomst, andere niet.
figure-truth-table-order = Rijen staan naar wat zij over de uitkomst zeggen, daarbinnen op nummer.
figure-truth-table-flag = tegenstrijdig: casussen met en zonder de uitkomst
figure-truth-table-alt = Waarheidstabel met { $rows } { $rows ->
    [one] combinatie die voorkomt
   *[other] combinaties die voorkomen
}: { $with } met de uitkomst, { $without } zonder, { $few } met te weinig casussen; tegenstrijdig: { $contradictory }. { $not-drawn }
figure-truth-table-row = rij { $row }: { $levels }; { $cases }, inclusie { $inclusion }, PRI { $pri }: { $ids }

## Oplossingen

figure-solution-title = Oplossingen
figure-solution-what = Welke combinaties van condities in deze casussen met de uitkomst gepaard gaan. Elke rij is een term van een model, elke kolom een conditie; een model zegt dat een van zijn termen genoeg is.
figure-solution-signs = Een gevuld rondje: de conditie moet er zijn; een rondje met een kruis: zij moet er niet zijn; leeg: zij doet er niet toe.
figure-solution-core = De grootte zegt hoe stevig een conditie in de term staat (Fiss 2011, doi:10.5465/amj.2011.60263120): een kernconditie (groot) staat ook in een term van de spaarzame (parsimonious) oplossing die de hele term omvat, een bijdragende (klein) niet. Zijn er meer spaarzame modellen, dan is een conditie die maar in sommige daarvan staat, van gemiddelde grootte.
figure-solution-core-levels = Van een conditie met een getal is alleen de kern vet.
figure-solution-fit = Inclusie is Σmin(x,y)/Σx, dekking Σmin(x,y)/Σy, PRI de evenredige vermindering van inconsistentie; uniek is de dekking die alleen deze term heeft.
figure-solution-cases = Achter een term staan de casussen die er meer in zijn dan erbuiten; × achter een casus: zonder de uitkomst.
figure-solution-conservative = De conservatieve oplossing gebruikt alleen combinaties die voorkomen.
figure-solution-parsimonious = De spaarzame (parsimonious) oplossing neemt aan wat niemand heeft gezien, waar haar dat korter maakt.
figure-solution-intermediate = De intermediaire oplossing neemt alleen aan wat past bij de verwachtingen uit de theorie.
figure-solution-order = Modellen en termen staan in de volgorde van de berekening; die zegt niets over hun gewicht.
figure-solution-model = { $kind }, model { $place } van { $all }
figure-solution-blank = leeg: doet er niet toe
figure-solution-core-sign = kern
figure-solution-in-some-sign = kern in sommige spaarzame modellen
figure-solution-contributing-sign = bijdragend
figure-solution-alt = { $n ->
    [one] Eén model
   *[other] { $n } modellen
} met per term de condities, de passing en de casussen. { $models }.
figure-solution-row = { $kind }, model { $place } van { $all }: { $formula }; inclusie { $inclusion }, PRI { $pri }, dekking { $coverage }{ $has-unique ->
    [0] {""}
   *[other] , uniek { $unique }
}: { $ids }

## XY-plot

figure-xy-title = Lidmaatschap in een combinatie naast de uitkomst
figure-xy-what = Van elke casus het lidmaatschap in een combinatie van condities (naar rechts) en in de uitkomst (omhoog), van 0 tot 1. Een stip is een casus; staan er meer op één plaats, dan is haar oppervlakte evenredig met hun aantal, dat voor de namen staat.
figure-xy-triangle = Als de combinatie genoeg is voor de uitkomst, liggen alle casussen in de grijze driehoek op of boven de diagonaal. De lijnen op 0,5 scheiden wie er meer in is dan erbuiten: rechtsonder ligt een casus met de combinatie en zonder de uitkomst, linksboven een casus met de uitkomst die de combinatie niet dekt.
figure-xy-crisp = Alle lidmaatschappen zijn 0 of 1, dus alle casussen liggen in de hoeken.
figure-xy-formulas = A*B is: A én B; A + B is: A of B; ~A is: niet A.
figure-xy-names = In de formules: { $names }.
figure-xy-order = Eerst staan de modellen van de oplossingen, dan hun termen; de volgorde zegt niets over hun gewicht.
figure-xy-fit = inclusie { $inclusion }, PRI { $pri }, dekking { $coverage }
figure-xy-models = { $models }
figure-xy-term = term van { $models }
figure-xy-asked = gevraagde combinatie
figure-xy-outcome = omhoog: { $outcome }
figure-xy-axis = in de combinatie
figure-xy-deviant = Combinatie zonder uitkomst: { $cases }
figure-xy-uncovered = Uitkomst zonder combinatie: { $cases }
figure-xy-nameless = In { $formula } is geen plaats voor de namen van: { $cases }.
figure-xy-case = casus
figure-xy-several = 3: … = drie casussen op één plaats
figure-xy-subset = combinatie ≤ uitkomst
figure-xy-halves = lijnen op 0,5: meer erin dan erbuiten
figure-xy-point = { $cases }: in { $formula } { $x }, in de uitkomst { $y }
figure-xy-alt = { $n ->
    [one] Een puntenwolk
   *[other] { $n } puntenwolken
} van { $cases }: lidmaatschap in een combinatie naast dat in de uitkomst. { $panels }
figure-xy-alt-panel = { $formula }: { $fit }; met combinatie en uitkomst { $typical }, combinatie zonder uitkomst { $deviant }, uitkomst zonder combinatie { $uncovered }.
