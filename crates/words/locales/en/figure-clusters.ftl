# The figures clusters and map: which cases resemble each other.

figure-clusters-title = Cases that resemble each other
figure-clusters-what = Which cases resemble each other: at the left the tree of the cases, at the right the table that it sums up. A tile stands where the row of one case crosses the column of another; the end of a row says which case it is, and from there its column runs down.
figure-clusters-similarity = The number is the similarity in hundredths: 67 means 0.67. { $ground ->
        [dark] Lighter
       *[light] Darker
    } is more alike.
figure-clusters-distance = The number is the distance. { $ground ->
        [dark] Lighter
       *[light] Darker
    } is nearer.
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

figure-map-title = Map of cases and factors
figure-map-what = Which cases and factors belong together. Each triangle is a case, each other mark a code in the shape of its direction; what lies close together and far from the middle goes together more often than expected.
figure-map-quality = After each name stands its quality in hundredths: 71 means that the two axes show 0.71 of the distance from the middle. Marks with less than 0.50 are hollow: what their place seems to say cannot be relied on.
figure-map-axes = Horizontal: axis 1, { $first }% of the inertia. Vertical: axis 2, { $second }%. Together they show { $both }%.
figure-map-beyond = Codes that lie further out than the map reaches stand at its edge, with a stroke in their direction: they are rare codes, which any map of this kind sets far from the middle.
figure-map-one-place = Codes that occur in the same cases lie in the same place; one name stands there, with how many more lie there in brackets. { $n ->
    [one] Together in one place lie: { $codes }.
   *[other] Together in one place lie, place by place: { $codes }.
}
figure-map-nameless = { $n ->
    [one] One mark has no room for a name; it is in the table.
   *[other] { $n } marks have no room for a name; these are in the table.
}
figure-map-alt = Map of { $cases } and { $codes }. { $low ->
    [0] Of every case the map shows at least half.
    [one] Of one case the map shows less than half.
   *[other] Of { $low } cases the map shows less than half.
} Most meaning for the axes have: { $top }.
figure-map-point = { $name }: axis 1 { $first }, axis 2 { $second }; quality { $quality }
figure-map-case = case
figure-map-grey = Grey: quality in hundredths
figure-map-company = (+2): with two more codes in that place
figure-map-low = quality below 0.50
