# The figure agreement: where coders agree, code by code.

figure-agreement-title = Agreement between coders, per code
figure-agreement-what = Where coders agree, code by code: { $unit ->
    [spans] on passages that each coder chose
    [turn] per turn, message or paragraph
    [source] per source
   *[case] per case
}{ $measure ->
    [valence] , on the valence that they give the code there
   *[other] {""}
}. The dot is the coefficient: 1 is complete agreement, 0 is what chance would give.
figure-agreement-coefficient = { $coefficient ->
    [u-alpha] uα is Krippendorff’s alpha for passages that coders choose themselves, each code on a continuum of its own (Krippendorff et al. 2016, doi:10.1007/s11135-015-0266-1; |ᵤα there).
    [char-kappa] κ per character says whether one character after another is coded or not; with more than two coders the mean over pairs. Characters side by side are no separate observations, so that it has no margin.
    [valence] cuα of the valence says whether coders, where both have the code, give it the same valence (promoting, hindering, ambivalent or without direction).
    [alpha] It is Krippendorff’s α for fixed units, nominal.
    [kappa] It is Cohen’s κ; with more than two coders the mean over pairs (Light).
    [ac1] It is Gwet’s AC1; of a rare code it is higher than κ and α.
   *[brennan-prediger] It is that of Brennan and Prediger (BP), which takes chance as equal odds for all possibilities.
}
figure-agreement-interval = The line runs between the bounds within which the coefficient lies in 95 of 100 draws, when { $unit ->
    [case] cases
   *[other] sources
} are drawn again ({ $draws } draws with replacement, percentiles, seed { $seed }); only for a code found in at least { $needed } of them. It is about other { $unit ->
    [case] cases
   *[other] sources
} of these coders, not about other coders.
figure-agreement-percent = { $unit ->
    [spans] Characters equal: the share of characters of which two coders say the same; of a rare code almost every character is equal, because nobody coded it.
   *[other] Equal: the share of pairs of judgements that are equal; of a rare code almost all are, because nobody used it.
}
figure-agreement-prevalence = The grey bar is how often the code occurs: of { $unit ->
    [spans] the characters
    [turn] the turns, messages and paragraphs
    [source] the sources
   *[case] the cases
} that the coders read, added up, the share in which they found the code.
figure-agreement-compared = Compared are { $names }, in { $sources } { $silent ->
    [0] in which at least two of them coded something
   *[other] that all of them read, also where nothing was coded
}.
figure-agreement-layers = { $names } { $n ->
    [one] is a layer
   *[other] are layers
} of decisions about disagreements, and { $n ->
    [one] takes
   *[other] take
} no part.
figure-agreement-alone = { $names } { $n ->
    [one] shares no source with another and takes
   *[other] share no source with another and take
} no part.
figure-agreement-order = Codes stand in the order of the codebook; there is no mean over codes, because that would hide what matters.
figure-agreement-unused = { $n ->
    [one] One code that none of them used here is not drawn.
   *[other] { $n } codes that none of them used here are not drawn.
}
figure-agreement-alt = Dots for { $codes }: { $coefficient ->
    [u-alpha] uα
    [char-kappa] κ per character
    [valence] cuα of the valence
    [alpha] α
    [kappa] κ
    [ac1] AC1
   *[brennan-prediger] the coefficient of Brennan and Prediger
} per code. The lowest: { $least }; the highest: { $most }.{ $undefined ->
    [0] {""}
    [one] {" "}One code has none, and it is said why.
   *[other] {" "}{ $undefined } codes have none, and it is said why.
}
figure-agreement-short = { $coefficient ->
    [u-alpha] uα
    [char-kappa] κ characters
    [valence] cuα
    [alpha] α
    [kappa] κ
    [ac1] AC1
   *[brennan-prediger] BP
}
figure-agreement-axis = { $coefficient ->
    [u-alpha] uα: 0 = chance, 1 = equal to the character
    [valence] cuα: 0 = chance, 1 = the same valence
    [char-kappa] κ per character: 0 = chance, 1 = equal
    [alpha] α: 0 = chance, 1 = equal
    [kappa] κ: 0 = chance, 1 = equal
    [ac1] AC1: 0 = chance, 1 = equal
   *[brennan-prediger] BP: 0 = chance, 1 = equal
}
figure-agreement-prevalence-head = occurs
figure-agreement-interval-sign = with 95% interval
figure-agreement-bar = occurs: share of { $unit ->
    [spans] characters
    [turn] turns
    [source] sources
   *[case] cases
}
figure-agreement-row = { $code }: { $coefficient } { $value }{ $has-interval ->
    [0] {""}
   *[other] {" "}(95%: { $interval })
}; equal { $percent }; occurs in { $prevalence } ({ $used })
