## Searching

search-per-hit = { $hits ->
    [one] 1 hit
   *[other] { $hits } hits
} in { $units ->
    [one] 1 unit
   *[other] { $units } units
} of { $sources ->
    [one] 1 source
   *[other] { $sources } sources
}.
search-per-passage = { $hits ->
    [one] 1 passage
   *[other] { $hits } passages
} in { $units ->
    [one] 1 unit
   *[other] { $units } units
} of { $sources ->
    [one] 1 source
   *[other] { $sources } sources
}.
search-per-unit = { $found ->
    [one] 1 unit
   *[other] { $found } units
} of { $of }, in { $sources ->
    [one] 1 source
   *[other] { $sources } sources
}.
search-per-source = The query holds for { $found } of { $of } sources{ $hits ->
    [0] {""}
    [one] {""}: 1 hit
   *[other] {""}: { $hits } hits in { $units } units
}.
search-per-case = The query holds for { $found } of { $of } cases{ $hits ->
    [0] {""}
    [one] {""}: 1 hit
   *[other] {""}: { $hits } hits in { $units } units
}.
search-units = { $units ->
    [one] 1 unit
   *[other] { $units } units
} in { $sources ->
    [one] 1 source
   *[other] { $sources } sources
}.
search-more = Shown: { $shown } of { $hits }; more with --limit.
search-nothing = Nothing found in { $searched ->
    [one] 1 unit
   *[other] { $searched } units
}.
search-searched = Searched: { $units ->
    [one] 1 unit
   *[other] { $units } units
} in { $sources ->
    [one] 1 source
   *[other] { $sources } sources
}{ $has-filter ->
    [0] {""}
   *[other] {""}, with { $filter }
}{ $has-stems ->
    [0] {""}
   *[other] {""}; word stems: Snowball Dutch (Kraaij-Pohlmann), without accents
}.
search-saved = Saved as { $name }; use it with --query { $name }
search-group = ── { $name }: { $hits ->
    [one] 1 hit
   *[other] { $hits } hits
} in { $units } of { $searched ->
    [one] 1 unit
   *[other] { $searched } units
}, { $sources ->
    [one] 1 source
   *[other] { $sources } sources
}
search-group-unknown = unknown
search-alike = The { $shown } units that resemble it most, of { $found } that share words; searched: { $searched }. Compared by: { $words }.
search-alike-nothing = This passage has no words that set it apart from the rest; there is nothing to compare.
search-index-updated = Search index brought up to date: { $sources ->
    [one] 1 source
   *[other] { $sources } sources
} read again.
search-index-other-version = The search index came from another version of draad and was made anew.
search-index-damaged = The search index was damaged and was made anew; nothing in the study changed.
search-index-outgrown = So much has changed that the search index was made anew.
search-index-in-memory = The search index is in use or cannot be written; this once the search went on without it.
element-case = case
element-source = source
element-holds = holds
element-hits = hits
element-units = units
element-searched = searched
element-sources = sources
element-yes = yes
element-no = no
element-no-material = no material
search-without-material = { $without ->
    [one] 1 case has no such material
   *[other] { $without } cases have no such material
}; whether the query holds there cannot be said.
