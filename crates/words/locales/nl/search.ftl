## Zoeken

search-per-hit = { $hits ->
    [one] 1 treffer
   *[other] { $hits } treffers
} in { $units ->
    [one] 1 eenheid
   *[other] { $units } eenheden
} van { $sources ->
    [one] 1 bron
   *[other] { $sources } bronnen
}.
search-per-passage = { $hits ->
    [one] 1 fragment
   *[other] { $hits } fragmenten
} in { $units ->
    [one] 1 eenheid
   *[other] { $units } eenheden
} van { $sources ->
    [one] 1 bron
   *[other] { $sources } bronnen
}.
search-per-unit = { $found ->
    [one] 1 eenheid
   *[other] { $found } eenheden
} van de { $of }, in { $sources ->
    [one] 1 bron
   *[other] { $sources } bronnen
}.
search-per-source = De zoekvraag geldt voor { $found } van de { $of } bronnen{ $hits ->
    [0] {""}
    [one] {""}: 1 treffer
   *[other] {""}: { $hits } treffers in { $units } eenheden
}.
search-per-case = De zoekvraag geldt voor { $found } van de { $of } casussen{ $hits ->
    [0] {""}
    [one] {""}: 1 treffer
   *[other] {""}: { $hits } treffers in { $units } eenheden
}.
search-units = { $units ->
    [one] 1 eenheid
   *[other] { $units } eenheden
} in { $sources ->
    [one] 1 bron
   *[other] { $sources } bronnen
}.
search-more = Getoond: { $shown } van { $hits }; meer met --limit.
search-nothing = Niets gevonden in { $searched ->
    [one] 1 eenheid
   *[other] { $searched } eenheden
}.
search-searched = Doorzocht: { $units ->
    [one] 1 eenheid
   *[other] { $units } eenheden
} in { $sources ->
    [one] 1 bron
   *[other] { $sources } bronnen
}{ $has-filter ->
    [0] {""}
   *[other] {""}, met { $filter }
}{ $has-stems ->
    [0] {""}
   *[other] {""}; woordstammen: Snowball Dutch (Kraaij-Pohlmann), zonder accenten
}.
search-saved = Bewaard als { $name }; te gebruiken met --query { $name }
search-group = ── { $name }: { $hits ->
    [one] 1 treffer
   *[other] { $hits } treffers
} in { $units } van { $searched ->
    [one] 1 eenheid
   *[other] { $searched } eenheden
}, { $sources ->
    [one] 1 bron
   *[other] { $sources } bronnen
}
search-group-unknown = onbekend
search-alike = De { $shown } eenheden die er het meest op lijken, van { $found } die woorden delen; doorzocht: { $searched }. Vergeleken op: { $words }.
search-alike-nothing = Deze passage heeft geen woorden die haar onderscheiden van de rest; er is niets om te vergelijken.
search-index-updated = Zoekindex bijgewerkt: { $sources ->
    [one] 1 bron
   *[other] { $sources } bronnen
} opnieuw gelezen.
search-index-other-version = De zoekindex kwam van een andere versie van draad en is opnieuw gemaakt.
search-index-damaged = De zoekindex was beschadigd en is opnieuw gemaakt; aan de studie is niets veranderd.
search-index-outgrown = Er is zo veel veranderd dat de zoekindex opnieuw is gemaakt.
search-index-in-memory = De zoekindex is in gebruik of kan niet geschreven worden; deze ene keer is zonder gezocht.
element-case = casus
element-source = bron
element-holds = geldt
element-hits = treffers
element-units = eenheden
element-searched = doorzocht
element-sources = bronnen
element-yes = ja
element-no = nee
element-no-material = geen materiaal
search-without-material = { $without ->
    [one] 1 casus heeft zulk materiaal niet
   *[other] { $without } casussen hebben zulk materiaal niet
}; daarvan is niet te zeggen of de zoekvraag geldt.
