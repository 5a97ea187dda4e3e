# The figures clusters and map: which cases resemble each other.

figure-clusters-title = Cases that resemble each other
figure-clusters-what = Which cases resemble each other: at the left the tree of the cases, at the right the table that it sums up. A tile stands where the row of one case crosses the column of another; the end of a row says which case it is, and from there its column runs down.
figure-clusters-similarity = The number is the similarity in hundredths: 67 means 0.67. Darker is more alike.
figure-clusters-distance = The number is the distance. Darker is nearer.
figure-clusters-order = The branches are turned so that neighbours differ as little as can be.
figure-clusters-ties = A dot stands where other groups lay as near.
figure-clusters-alt = Tree of { $cases } with the table of their similarities. Joined first are { $first } and { $second } (distance { $height }). Last: { $one } against { $other }.
figure-clusters-axis = distance
figure-clusters-tints = Similarity:
figure-clusters-tints-distance = Distance:
figure-clusters-tied = joined while others lay as near
figure-clusters-joining = { $first } with { $second }: distance { $height }
figure-clusters-joining-tied = { $first } with { $second }: distance { $height }; others lay as near
figure-clusters-pair = { $first } and { $second }: similarity { $value }; { $both } codes in both, { $one } in the first only, { $other } in the second only
figure-clusters-pair-distance = { $first } and { $second }: distance { $value }; { $both } codes in both, { $one } in the first only, { $other } in the second only
