# Agreement between coders: `draad agree`.

agreement-title = Agreement per code: { $unit ->
        [spans] free spans
        [turn] per turn, message or paragraph
        [source] per source
       *[case] per case
    }{ $measure ->
        [valence] {""}, with valence
       *[other] {""}
    }
agreement-source = source
agreement-differ-in = differ in
agreement-passage = passage
agreement-id = id
agreement-disagreements-note = With the readings of all coders side by side, and with what has been decided: `draad agree --list`.
agreement-code = code
agreement-u-alpha = ᵤα
agreement-alpha = α
agreement-interval = 95%
agreement-char-percent = characters equal
agreement-char-kappa = κ characters
agreement-segments = counterparts
agreement-valence = valence
agreement-in-cases = cases
agreement-percent = equal
agreement-kappa = κ
agreement-ac1 = AC1
agreement-brennan-prediger = BP
agreement-share = { $percent }%

agreement-purpose = These figures open a conversation, they do not close it: `draad agree --list` puts the readings side by side wherever coders differ.
agreement-note-spans = For each coder: the number of codings, and which share of the characters that they read is under them. Who codes much also agrees more often by chance; read the figures beside it. Each code stands by itself; there is no mean over codes, because that would hide what matters.
agreement-note-u-alpha = ᵤα: Krippendorff’s alpha for spans that coders choose themselves, per code: 1 is equal to the character, 0 is what chance would give, below 0 is less than that (Krippendorff et al. 2016, doi:10.1007/s11135-015-0266-1; |ᵤα there, with the code on a continuum of its own).
agreement-note-chars = Characters equal and κ characters: whether one character after another is coded or not, as NVivo computes it; with more than two coders κ is the mean over pairs. Characters side by side are no separate observations, so that a margin around this κ would mean nothing. Of a rare code almost every character is equal, because nobody coded it.
agreement-note-segments = Counterparts: how many of all spans have a counterpart of the other coder, with the same code and an overlap of at least { $overlap } (characters in both / characters in either), in the way MAXQDA compares segments. Another share can be chosen with --overlap; who wants to be stricter, as with 90%, takes 0.9.
agreement-note-valence = Valence: where coders both have the code, do they give it the same valence (cuα over promoting, hindering, ambivalent and without direction)?
agreement-note-units = For each coder: the code was found in k of the n { $unit ->
        [turn] turns, messages or paragraphs that they read (by a coding that touches at least one character of it)
        [source] sources that they read
       *[case] cases of which they read sources
    }. What is compared is { $measure ->
        [valence] what is there: not found, promoting, hindering, ambivalent or without direction ({ $q } possibilities; several directions in one unit are ambivalent)
       *[other] whether the code is there ({ $q } possibilities: yes or no)
    }. Each code stands by itself; there is no mean over codes, because that would hide what matters.
agreement-note-chance = Equal: the share of pairs of judgements that are equal. The other figures take off what chance would give, each in a way of its own: Krippendorff’s α, Cohen’s κ (with more than two coders the mean over pairs, Light’s), Gwet’s AC1, and that of Brennan and Prediger (BP). Where a code is rare they differ; in an article, give the one of your choice together with ‘equal’ and with how often the code occurs, and do not choose the highest. Fleiss (of two coders: Scott’s π) and Conger are in the file.
agreement-note-cases = Cases: of the cases in which at least one coder found the code, in how many all who read the case did.
agreement-note-interval = 95%: between these bounds lies the figure in 95 of 100 draws, when { $unit ->
        [case] the cases
       *[other] the sources
    } are drawn again ({ $draws } draws with replacement, percentiles, seed { $seed }). It speaks of other { $unit ->
        [case] cases
       *[other] sources
    } by these coders, not of other coders. Only for a code that was found in at least { $needed } of them.
agreement-note-conventions = Krippendorff names .80 as the lower limit for conclusions and .667 for tentative conclusions. These are conventions, not laws: what is enough depends on what you will say with the codes.

agreement-compared = Compared are { $names }, in { $sources } in which at least two of them coded something. Agreement is about coders; therefore all their codings count, also where the study counts only some of them elsewhere (coder_policy). Who read a source and coded nothing cannot be seen: for that there is --silent-readers.
agreement-compared-silent = Compared are { $names }, in { $sources }: with --silent-readers each of them has read every source that passes the filters, also where nothing was coded. Agreement is about coders; therefore all their codings count, also where the study counts only some of them elsewhere (coder_policy).
agreement-layers = { $names } { $n ->
        [one] is a layer
       *[other] are layers
    } of decisions about disagreements, and { $n ->
        [one] takes
       *[other] take
    } part only when asked for (--coder).
agreement-alone = { $names } { $n ->
        [one] shares no source with another and takes
       *[other] share no source with another and take
    } no part.
agreement-whole-sources = { $n ->
        [one] One coding of a whole source has no place in the text and does not count here; per source or per case it does (--unit).
       *[other] { $n } codings of a whole source have no place in the text and do not count here; per source or per case they do (--unit).
    }
agreement-outside = { $n ->
        [one] One coding stands
       *[other] { $n } codings stand
    } outside { $unit ->
        [spans] the text that is compared
       *[other] all turns, messages and paragraphs
    } and { $n ->
        [one] does
       *[other] do
    } not count.
agreement-without-units = { $n ->
        [one] One source is not divided into turns, messages or paragraphs and takes
       *[other] { $n } sources are not divided into turns, messages or paragraphs and take
    } no part.
agreement-unused = { $n ->
        [one] One code of the codebook was used by none of them here
       *[other] { $n } codes of the codebook were used by none of them here
    }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }.
agreement-differing = { $n ->
        [0] The coders differ nowhere: in each passage where somebody coded something, all have the same.
       *[other] In { $n } of the { $all } passages where somebody coded something, the coders differ{ $decided ->
            [0] {""}
           *[other] ; { $decided } of these were decided
        }: `draad agree --list`.
    }

agreement-stretch = Passage: codings of one code in one source that overlap, whoever made them. The coders agree on it when all who read the source have the code there, with the same valence and an overlap of at least { $overlap }.

agreement-cases-title = In which case was the code found?
agreement-cases-all = all
agreement-cases-none = nobody
agreement-cases-some = not coded by all
agreement-only = only { $names }: { $cases }
agreement-cases-note = Of the n cases of which at least two coders read sources: in how many all who read the case found the code, in how many nobody, and in which only some. It is about the sources that are compared, not about the whole case.

agreement-together-title = All codes together
agreement-together = measure
agreement-value = value
agreement-coverage = covered
agreement-u-alpha-all = ᵤα: where something is, and which code
agreement-binary-all = |ᵤα: where something is, whatever the code
agreement-cu-alpha = cuα: the same code, where both coded something
agreement-ku-alpha = (k)ᵤα { $code }
agreement-together-note = All codes on one continuum, each without what was coded below it (Krippendorff et al. 2016). That is possible only where no coder gave one place two codes. Codes that overlap, which is usual with factors, are each on a continuum of their own: for that there is the table per code. Covered: of the characters with this code by one coder, the share where the other coded something too.

agreement-pairs-title = { $unit ->
        [spans] Two by two, per character
       *[other] Two by two
    }
agreement-both = both
agreement-only-first = only the first
agreement-only-second = only the second
agreement-neither = neither
agreement-pairs-note = On the sources that both read: { $unit ->
        [spans] characters
        [turn] turns, messages or paragraphs
        [source] sources
       *[case] cases
    } where both have the code, only the first, only the second, or neither.

agreement-coders-title = Who read and coded what
agreement-coder = coder
agreement-shared = coded twice
agreement-silent = read in silence
agreement-codings = codings
agreement-codes = codes
agreement-coders-note = Coded twice: of the n sources in which this coder coded something, so many that are compared. Read in silence: sources that are compared in which this coder coded nothing. Codings and codes: in the sources that are compared. Who codes more codes neither better nor worse.

## Each disagreement with all readings: `draad agree --list`

disagreements-title = Where coders differ
disagreements-title-of = Where coders differ: { $codes }
disagreements-count = { $n ->
        [one] one disagreement
       *[other] { $n } disagreements
    } in { $all ->
        [one] one passage
       *[other] { $all } passages
    }{ $decided ->
        [0] {""}
       *[other] , of which { $decided } decided
    }
disagreements-definition-of-code = Codebook: { $definition }
disagreements-none = There are no disagreements: in each passage that at least two coders read, they have the same.
disagreements-more = Shown: { $shown } of { $all } disagreements; --limit shows more, a table (--format excel or xlsx) holds all.
disagreements-kind-only-some-coded = not coded by all
disagreements-kind-borders = borders
disagreements-kind-valence = valence
disagreements-has = { $coder }: { $readings }
disagreements-has-not = { $coder }: not coded
disagreements-other = { $reading }; but here: { $codes }
disagreements-also = { $reading }; also here: { $codes }
disagreements-all-words = all of it
disagreements-whole-source = The whole source
disagreements-memo = { $reading } — { $memo }
disagreements-fact-compared = Compared
disagreements-compared = { $names }, in { $sources } that at least two of them read. All their codings count, also where the study counts only some of them elsewhere (coder_policy). A filter on code, role, phase or valence chooses which passages are here; each passage is here with all its codings.
disagreements-fact-stretch = Passage
disagreements-stretch = Codings of one code in one source that overlap, whoever made them. Agreed is: all who read the source have the code there, with the same valence, and their spans overlap for at least { $overlap } (characters in both / characters in either; --overlap). Everything else stands here.
disagreements-fact-kinds = In what
disagreements-kinds = Not coded by all: not every reader has the code there. Borders: those who have it chose other spans. Valence: promoting, hindering or ambivalent.
disagreements-fact-decided = Decided
disagreements-decided = { $n ->
        [0] None of the { $all } disagreements has been decided.
       *[other] { $n } of the { $all } disagreements were decided; with these stands what, by whom and why.
    }
disagreements-fact-how = What next
disagreements-how = A disagreement is no mistake: it shows what the code still leaves open. What you decide, and why, is kept with `draad adjudicate`.
