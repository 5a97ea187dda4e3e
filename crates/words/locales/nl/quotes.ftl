# Fragmenten om te lezen en te publiceren: `draad quotes`.

## Namen van stijlen in Word

document-style-source = Bronregel
document-style-memo = Opmerking bij citaat
document-style-note = Aantekening
document-style-definition = Definitie
document-style-context = Context bij citaat
document-style-count = Aantal bij kop
document-style-table-text = Tabeltekst
document-style-table-head = Tabelkop
document-style-table-section = Tussenkop in tabel
document-style-table-note = Noot bij tabel of figuur
document-style-figure = Figuur in tekst
document-style-box = Aankruispunt
document-style-gap = Tussenruimte
document-style-field = Invulveld
document-style-open = Leeg invulveld
document-style-ruled = Schrijfregel
document-style-table = Tabel Rode Draad

## Opschriften

document-table = Tabel
document-figure = Figuur

## Boven de fragmenten

quotes-title = Fragmenten per code
quotes-title-of = Fragmenten: { $codes }
quotes-nothing = Er zijn geen fragmenten die door de filters komen.
quotes-count = { $counted } in { $sources }
quotes-not-stated = { $key } niet vermeld
quotes-key-source = bron
quotes-key-speaker = spreker
quotes-key-code = code waarmee gecodeerd is

## Onder een fragment

quotes-at-line = regel { $line }
quotes-at-position = tekens { $start }–{ $end }
quotes-weight = gewicht { $weight }
quotes-coded-on = gecodeerd op { $day }

## Waar een code wel en niet is gevonden

quotes-found = { $n ->
    [0] Er is geen materiaal waarin de code gevonden had kunnen worden.
    [one] Gevonden in { $k } van 1 casus met materiaal.
   *[other] Gevonden in { $k } van de { $n } casussen met materiaal.
}
quotes-not-found = Wel materiaal, maar niet gevonden: { $cases }.
quotes-no-material = Geen materiaal: { $cases }.
quotes-codes-without = { $n ->
    [one] Geen fragmenten zijn er van één code: { $codes }.
   *[other] Geen fragmenten zijn er van { $n } codes: { $codes }.
} { $k ->
    [0] Er is geen materiaal waarin gezocht kon worden.
   *[other] Materiaal was er wel, in { $cases }.
}

## Waar het op berust

quotes-definitions = Waar dit op berust
quotes-fact-passage = Fragment
quotes-passage = Een aaneengesloten stuk van een bron waarop de code is gecodeerd, door wie en hoe vaak ook; het staat er één keer. Een stuk tekst met twee codes staat bij elk van beide. Het aantal fragmenten per code en casus is dat van de tabel ‘cases-by-factors’.
quotes-fact-coding = Codering
quotes-each-coding = Elke codering staat apart: twee codeurs die hetzelfde stuk coderen, geven twee coderingen. Tabellen tellen fragmenten, en daarvan zijn er evenveel of minder.
quotes-fact-setting = Spreker, rol, fase en datum
quotes-setting = Die van de eenheid (beurt, bericht, aantekening of alinea) waarin het fragment begint.
quotes-order = Codes staan in de volgorde van het codeboek. Daarbinnen is gegroepeerd op { $keys }, en in een groep geordend op bron en plaats in de bron.
quotes-order-next = { $keys }, dan op { $key }
quotes-order-plain = Codes staan in de volgorde van het codeboek, fragmenten op bron en plaats in de bron.
quotes-fact-cases = Meer casussen
quotes-several-cases = Woorden die bij meer casussen horen, staan in een groep één keer, met die casussen erbij.
quotes-fact-context = Context
quotes-context = Tussen vierkante haken staan de woorden ervoor en erna in dezelfde eenheid, ten hoogste { $n } aan elke kant. Ze horen niet bij het fragment.
quotes-fact-basis = Selectie en gegevens
quotes-cut = { $n ->
    [one] In 1 cel van kolom { $column } paste de tekst niet; ze is afgekapt.
   *[other] In { $n } cellen van kolom { $column } paste de tekst niet; ze is afgekapt.
}
quotes-rows-cut = { $n ->
    [one] Het werkblad heeft geen plaats voor 1 rij; die is weggelaten.
   *[other] Het werkblad heeft geen plaats voor { $n } rijen; die zijn weggelaten.
}

## Kolommen

quotes-column-code = De code van de lijst
quotes-column-case = De casus, of de casussen met ; ertussen
quotes-column-coded-as = De codes waarmee gecodeerd is: de code van de lijst of codes eronder
quotes-column-source = De bron
quotes-column-kind = Soort bron
quotes-column-speaker = Wie spreekt: pseudoniem, of het label in de bron
quotes-column-role = Rol van wie spreekt
quotes-column-phase = Fase van de casus
quotes-column-date = Dag, of dag en tijd, van de eenheid; anders de dag van de bron
quotes-column-start = Eerste teken in de opgeslagen tekst, geteld in Unicode-codepunten vanaf 0
quotes-column-end = Teken na het laatste
quotes-column-line = Regel in de opgeslagen tekst, geteld vanaf 1
quotes-column-page = Bladzijde in het origineel
quotes-column-recording-start = Moment in de opname
quotes-column-valence = Richting, of alle richtingen van de coderingen
quotes-column-weight = Gewicht van de codering of coderingen, 0 tot 100
quotes-column-coder = Wie codeerde
quotes-column-memo = Opmerkingen van de codeurs
quotes-column-created = Wanneer (de eerste keer) gecodeerd is
quotes-column-coding = Id’s van de coderingen
quotes-column-before = Woorden ervoor in dezelfde eenheid
quotes-column-text = De woorden; leeg als de hele bron gecodeerd is
quotes-column-after = Woorden erna in dezelfde eenheid
