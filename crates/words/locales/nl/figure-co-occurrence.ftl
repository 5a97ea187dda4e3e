# De figuren co-occurrence en co-occurrence-network: welke codes samengaan.

figure-number = { $n }
figure-or-more = { $n } of meer
figure-co-occurrence-title = Codes die samengaan
figure-co-occurrence-what = Welke codes samengaan. Het getal in een vlak is hoe vaak een fragment van de code aan het eind van de rij een fragment van de code boven aan de kolom raakt; hoe { $ground ->
        [dark] lichter
       *[light] donkerder
    }, hoe vaker. Een lege plek: nergens.
figure-co-occurrence-overlap = Fragmenten raken elkaar als zij in dezelfde bron minstens één teken delen. Een fragment is een aaneengesloten stuk van een bron dat bij de code is gecodeerd, hoe vaak en door hoeveel codeurs ook.
figure-co-occurrence-chars = Fragmenten raken elkaar als zij in dezelfde bron hoogstens { $n } { $n ->
    [one] teken
   *[other] tekens
} van elkaar liggen. Een fragment is een aaneengesloten stuk van een bron dat bij de code is gecodeerd, hoe vaak en door hoeveel codeurs ook.
figure-co-occurrence-unit = Fragmenten raken elkaar als zij minstens voor een deel in dezelfde beurt, hetzelfde bericht of dezelfde alinea staan. Een fragment is een aaneengesloten stuk van een bron dat bij de code is gecodeerd, hoe vaak en door hoeveel codeurs ook.
figure-co-occurrence-diagonal = Grijs, voor de naam, staat hoeveel fragmenten de code zelf heeft.
figure-co-occurrence-cap = Vanaf { $cap } wordt een vlak niet { $ground ->
        [dark] lichter
       *[light] donkerder
    }.
figure-co-occurrence-codes = { $shown ->
    [one] Getekend is de code die in de meeste casussen voorkomt, van de { $all } met een fragment.
   *[other] Getekend zijn de { $shown } codes die in de meeste casussen voorkomen, van de { $all } met een fragment.
}
figure-co-occurrence-order = De codes staan zo dat buren het vaakst samengaan: de takken van hun boom (average linkage over 1 − c, met c de fragmenten die elkaar raken gedeeld door alle), zo gedraaid dat de afstanden tussen buren samen het kleinst zijn.
figure-co-occurrence-kin = Een code vormt geen paar met wat eronder of erboven staat.
figure-co-occurrence-alt = Halve tabel van { $codes } met in elk vak hoe vaak hun fragmenten elkaar raken. { $has-top ->
    [no] Nergens raken fragmenten elkaar.
   *[other] Het vaakst: { $top }.
}
figure-co-occurrence-pair = { $first } en { $second }: { $meetings } keer raken fragmenten elkaar; beide codes in { $k } van { $n } casussen; c = { $c }
figure-co-occurrence-tints = Hoe vaak fragmenten elkaar raken:
figure-co-occurrence-own = Grijs: fragmenten van de code zelf

figure-network-title = Netwerk van codes die samengaan
figure-network-what = Welke codes samengaan. Elk teken is een code; hoe groter, hoe meer casussen. De vorm zegt in welke richting het codeboek de code leest. Een lijn is dikker naarmate fragmenten van twee codes elkaar vaker raken.
figure-network-threshold = { $n ->
    [one] Een lijn staat er waar fragmenten elkaar minstens één keer raken.
   *[other] Een lijn staat er waar fragmenten elkaar minstens { $n } keer raken; wat zeldzamer is, is weggelaten.
}
figure-network-codes = { $shown ->
    [one] Bekeken is de code die in de meeste casussen voorkomt, van de { $all } met een fragment.
   *[other] Bekeken zijn de { $shown } codes die in de meeste casussen voorkomen, van de { $all } met een fragment.
}
figure-network-alone = { $n ->
    [one] Eén daarvan heeft geen lijn en is niet getekend.
   *[other] { $n } daarvan hebben geen lijn en zijn niet getekend.
}
figure-network-layout = Codes die via minder lijnen verbonden zijn, staan dichter bij elkaar; links, rechts, boven en onder betekenen niets.
figure-network-alt = Netwerk van { $codes } met { $edges } lijnen. De meeste lijnen heeft ‘{ $hub }’: { $degree }. De dikste lijn: { $top }.
figure-network-other = thema of zonder vaste richting
figure-network-sizes = Aantal casussen:
figure-network-widths = Hoe vaak fragmenten elkaar raken:
