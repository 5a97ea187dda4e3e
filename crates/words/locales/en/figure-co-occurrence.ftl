# The figures co-occurrence and co-occurrence-network: which codes go together.

figure-number = { $n }
figure-or-more = { $n } or more
figure-co-occurrence-title = Codes that go together
figure-co-occurrence-what = Which codes go together. The number in a tile is how often a passage of the code at the end of the row meets a passage of the code at the head of the column; { $ground ->
        [dark] lighter
       *[light] darker
    } is more often. An empty place: nowhere.
figure-co-occurrence-overlap = Passages meet when they share at least one character of the same source. A passage is an unbroken stretch of a source that was coded with the code, however often and by however many coders.
figure-co-occurrence-chars = Passages meet when they lie at most { $n } { $n ->
    [one] character
   *[other] characters
} apart in the same source. A passage is an unbroken stretch of a source that was coded with the code, however often and by however many coders.
figure-co-occurrence-unit = Passages meet when they stand, at least in part, in the same turn, message or paragraph. A passage is an unbroken stretch of a source that was coded with the code, however often and by however many coders.
figure-co-occurrence-diagonal = In grey, before the name, stands how many passages the code itself has.
figure-co-occurrence-cap = From { $cap } on a tile grows no { $ground ->
        [dark] lighter
       *[light] darker
    }.
figure-co-occurrence-codes = { $shown ->
    [one] Drawn is the code that occurs in most cases, of the { $all } with a passage.
   *[other] Drawn are the { $shown } codes that occur in most cases, of the { $all } with a passage.
}
figure-co-occurrence-order = The codes stand so that neighbours go together most: the leaves of their tree (average linkage over 1 − c, where c is the passages that meet divided by all), turned so that the distances between neighbours add up to least.
figure-co-occurrence-kin = A code is no pair with what is below or above it.
figure-co-occurrence-alt = Half table of { $codes } with in each cell how often their passages meet. { $has-top ->
    [no] Nowhere do passages meet.
   *[other] Most often: { $top }.
}
figure-co-occurrence-pair = { $first } and { $second }: passages meet { $meetings } { $meetings ->
    [one] time
   *[other] times
}; both codes in { $k } of { $n } cases; c = { $c }
figure-co-occurrence-tints = How often passages meet:
figure-co-occurrence-own = Grey: passages of the code itself

figure-network-title = Network of codes that go together
figure-network-what = Which codes go together. Each mark is a code; larger is more cases. The shape says in which direction the codebook reads the code. A line is thicker the more often passages of two codes meet.
figure-network-threshold = { $n ->
    [one] A line stands where passages meet at least once.
   *[other] A line stands where passages meet at least { $n } times; what is rarer is left out.
}
figure-network-codes = { $shown ->
    [one] Considered is the code that occurs in most cases, of the { $all } with a passage.
   *[other] Considered are the { $shown } codes that occur in most cases, of the { $all } with a passage.
}
figure-network-alone = { $n ->
    [one] One of these has no line and is not drawn.
   *[other] { $n } of these have no line and are not drawn.
}
figure-network-layout = Codes that are joined by fewer lines stand nearer to each other; left, right, above and below mean nothing.
figure-network-alt = Network of { $codes } with { $edges } lines. Most lines has ‘{ $hub }’: { $degree }. The thickest line: { $top }.
figure-network-other = theme or without a fixed direction
figure-network-sizes = Number of cases:
figure-network-widths = How often passages meet:
