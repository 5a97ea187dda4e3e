# Code saturation.

saturation-title = Codes that were added, { $unit ->
        [sources] source by source
       *[other] case by case
    }
saturation-used = All codes used
saturation-from-material = Only codes from the material
saturation-unit = { $unit ->
        [sources] source
       *[other] case
    }
saturation-day = date
saturation-codings = codings
saturation-codes = codes
saturation-new = new
saturation-total = together
saturation-expected = expected (sd)
saturation-which = new codes

saturation-code-only = This is code saturation: whether codes were still added. Whether the meaning of a code is exhausted cannot be counted; so with each code stands who spoke of it and where something was last added to it.
saturation-order = Order: { $rule ->
        [first-coding] by the moment of the first coding
        [source-date] by the date of the (first) source, because when they were coded is not stated or is the same everywhere
       *[other] as the study lists them, because moments of coding and dates of sources are lacking or the same everywhere
    }.{ $tied ->
        [0] {""}
       *[other] {" "}With the same time or date: { $tied }; those stand as the study lists them.
    }
saturation-expected-note = Expected: how many codes so many { $unit ->
        [sources] sources
       *[other] cases
    } hold on average, whichever they are (exact rarefaction). The standard deviation is that of the R package vegan. Codes count under their own name; what is coded below them does not count with them here.
saturation-fixed = There before anything was coded: { $before } of the { $n } codes (column source or created of the codebook), so most of them. Such a codebook cannot saturate: what is not in it is not found. So for all codes used there are no estimates and no point of saturation.
saturation-mixed = There before anything was coded: { $before } of the { $n } codes; from the material: { $material } (column source or created of the codebook).
saturation-origin-unknown = The codebook does not say where the codes come from (column source, for example `literature` or `material`). If most were there before, this is not saturation but use.
saturation-not-analysed = Left out because nothing in them was coded yet: { $ids }.
saturation-and-more = { $ids } and { $n } more
saturation-only-new = Only those that add a new code stand here: { $shown } of { $all }. A file holds all.

saturation-estimates-title = How many codes there would be if further { $unit ->
        [sources] sources
       *[other] cases
    } were like these
saturation-estimator = estimator
saturation-seen = seen
saturation-in-one = in 1
saturation-in-two = in 2
saturation-estimate = estimate
saturation-se = standard error
saturation-chao2 = Chao2
saturation-jackknife1 = jackknife, first order
saturation-jackknife2 = jackknife, second order
saturation-bootstrap = bootstrap
saturation-estimates-note = The estimates take the { $unit ->
        [sources] sources
       *[other] cases
    } to be drawn at random from one whole. Those that were chosen for their contrast are not: read ‘if further ones were like these’. In 1 and in 2: codes that occur in exactly one and in exactly two. Chao2 = seen + (N−1)/N · in 1² / (2 · in 2), or, where none are in 2, seen + (N−1)/N · in 1 · (in 1 − 1) / 2. Jackknife: seen + in 1 · (N−1)/N and seen + in 1 · (2N−3)/N − in 2 · (N−2)²/(N(N−1)). Bootstrap: seen + sum of (1 − share)ᴺ. The second order can come out below the codes seen; then it says nothing. Standard errors as in vegan.

saturation-ratios-title = When (almost) nothing was added any more
saturation-base = base
saturation-run = run
saturation-base-codes = codes in the base
saturation-threshold = at most { $percent } %
saturation-never = not
saturation-ratios-note = 6+2 means: after 6 { $unit ->
        [sources] sources
       *[other] cases
    } a run of 2 for the first time added at most so many new codes, compared with the number of codes in the base (Guest, Namey & Chen 2020). Not: no run did. State base, run and threshold in the publication; all twelve settings stand here.
saturation-runs-title = New codes per run, over the codes in the base
saturation-run-until = up to
saturation-runs-note = Base and run stand above each column; a row names the last { $unit ->
        [sources] source
       *[other] case
    } of the run.

saturation-codes-title = Per code: where it occurs, who spoke of it, and where something was added
saturation-code = code
saturation-prevalence = occurs in
saturation-roles = roles
saturation-first = first in
saturation-last = last in
saturation-memos = memos
saturation-last-memo = last memo
saturation-last-sub-code = last sub-code
saturation-codes-note = A code counts with what is coded below it. Roles: from how many positions the code is spoken of. Memos: on codings of the code and in memo files about the code; a memo about the code alone belongs to no { $unit ->
        [sources] source
       *[other] case
    }. Last sub-code: where a code below this one was last seen for the first time.
saturation-open = The passages of a code: `draad table saturation --cell { $cell }`.
saturation-step = Of the { $all } { $unit ->
        [sources] sources
       *[other] cases
    } with material { $n } were analysed{ $others ->
        [0] {""}
       *[other] ; in the others nothing was coded
    }.

undefined-fixed-codebook = the codebook was there before anything was coded, so no code could be added
