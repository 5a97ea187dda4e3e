# The table similarity: how alike cases are.

similarity-title = Similarity of cases: { $measure }
similarity-title-distance = Distance between cases: { $measure }
similarity-cases-title = The cases that were compared
similarity-merges-title = Tree of the cases
similarity-groups-title = The tree cut into groups
similarity-axes-title = Axes of the two maps
similarity-places-title = Places on the two maps
similarity-refused = { $title }: not made, { $reason }

similarity-measure-jaccard = Jaccard
similarity-measure-simple-matching = simple matching
similarity-measure-zeta = zeta of Kuckartz and Rädiker
similarity-measure-dice = Dice
similarity-measure-russell-rao = Russell and Rao
similarity-measure-bray-curtis = Bray and Curtis
similarity-measure-cosine = cosine
similarity-measure-euclidean = Euclidean

similarity-definition-jaccard = Jaccard is the share of the codes of two cases that both have: a / (a + b + c), with a codes that both have and b and c codes that only one of the two has. What occurs in neither does not count.
similarity-definition-simple-matching = Simple matching is the share of all codes in which two cases agree: (a + d) / (a + b + c + d), with a codes that both have, d codes that neither has, and b and c codes that only one of the two has. Lacking something together counts as agreement too.
similarity-definition-zeta = Zeta is (2a + d) / (2a + b + c + d), with a codes that both cases have, d codes that neither has, and b and c codes that only one of the two has. What both have counts twice.
similarity-definition-dice = Dice is 2a / (2a + b + c), with a codes that both cases have and b and c codes that only one of the two has. What occurs in neither does not count.
similarity-definition-russell-rao = Russell and Rao is a / (a + b + c + d): the share of all codes that both cases have.
similarity-definition-bray-curtis = The distance of Bray and Curtis is Σ|x − y| / Σ(x + y), over numbers of passages per code; similarity is 1 minus that distance. Cases with more material have more passages.
similarity-definition-cosine = Similarity is the cosine of two rows of numbers of passages per code: Σxy / √(Σx² Σy²). Only proportions count, not how much material there is.
similarity-definition-euclidean = Distance is √Σ(x − y)², over numbers of passages per code. It has no upper end and grows with the amount of material.

similarity-other-case = other case
similarity-both = both
similarity-case-only = first only
similarity-other-only = second only
similarity-neither = neither
similarity-similarity = similarity
similarity-distance = distance
similarity-outcome = outcome
similarity-nearest = most like
similarity-codes = codes
similarity-sources = sources
similarity-chars = characters
similarity-step = step
similarity-group = group
similarity-with = with
similarity-height = height
similarity-tie = tie
similarity-tied = yes
similarity-groups = groups
similarity-silhouette = silhouette
similarity-map = map
similarity-axis = axis
similarity-value = value
similarity-share = share
similarity-so-far = so far
similarity-axis-n = axis { $n }
similarity-quality = quality
similarity-contribution-n = contribution { $n }
similarity-correspondence = cases and factors
similarity-scaling = cases
similarity-correspondence-cases = Map of cases and factors: cases
similarity-correspondence-factors = Map of cases and factors: factors
similarity-scaling-cases = Map of the distances between cases

similarity-codes-note = Compared by { $n ->
        [one] one code that occurs
       *[other] { $n } codes that occur
    } in at least one case. A code is there when it has at least one passage in the case, as in the table cases-by-factors; headings do not count.
similarity-unused-note = Left out, because found in no case: { $codes }.
similarity-no-material-note = Left out, because without material: { $cases }.
similarity-without-codes-note = Not in the tree and on the maps, because without a code: { $cases }.
similarity-tree-note = Tree: each time the two groups are joined that lie nearest to each other in the mean (average linkage); the height is that mean distance. Cophenetic correlation: { $correlation }; the nearer to 1, the better the tree keeps the distances.
similarity-ties-note = At { $n } of the { $steps } steps several groups lay as near; then the case that stands first in the study goes first, and single cases before groups.
similarity-order-matters-note = Note: where distances are equal, another rule gives another tree: with the cases in another order, or with groups before cases.
similarity-no-types-note = A tree does not point out types: any set of cases can be cut into groups. Read the cases first, and what they share.
similarity-silhouette-note = Silhouette: how much nearer cases lie to their own group than to the nearest other one, the mean over cases; from −1 to 1, a case alone counts as 0.
similarity-correspondence-note = Map of cases and factors: correspondence analysis of occurring or not. The value of an axis is its inertia. Quality is the share of the distance from the middle that the two axes show: a place with low quality says little.
similarity-rare-note = Not on this map, because in fewer than { $min } cases: { $codes }.
similarity-scaling-note = Map of cases: classical scaling of the same distances. The value of an axis is its eigenvalue; if one is negative, no map fits exactly.
similarity-sign-note = Which side of an axis is plus means nothing; here it is that of the case that lies farthest out on it.
similarity-history-cases = Left out cases without material: from { $before } to { $after } cases.
similarity-history-codes = Left out codes that occur in no case, and headings: { $after } codes left.
similarity-history-rare = For the map of cases and factors, left out codes in fewer than { $min } cases: from { $before } to { $after } codes.

statement-case-most-like = { $first }: is most like { $second }
