# The figure triangulation: what backs factors.

figure-triangulation-title = Triangulation: what backs factors
figure-triangulation-what = How broadly a factor is backed: in which kinds of source, and who speaks of it there. Each row is a factor; columns stand together by kind of source, with a letter per role, both in the order of the study.
figure-triangulation-tiles = The number in a tile is the number of cases in which somebody in that role speaks of the factor in such a source; { $ground ->
        [dark] lighter
       *[light] darker
    } is more. An empty place: found in no case, or there is no such material.
figure-triangulation-margins = At the right: in how many cases with material the factor occurs (k/n), in how many of these at least { $kinds } kinds of source and { $roles } roles speak of it (broad), and in how many of these it stands in one source.
figure-triangulation-flag = A triangle points at factors that stand in only one source in every case.
figure-triangulation-askers = People who ask the questions do not count as a role.
figure-triangulation-alt = Tiles for { $factors } by { $columns } combinations of kind of source and role. Backed most broadly is ‘{ $top }’: { $breadth } combinations, and broadly in { $k } of the { $n } cases in which it occurs. { $flagged ->
    [0] No factor stands in only one source in every case.
    [one] One factor stands in only one source in every case.
   *[other] { $flagged } factors stand in only one source in every case.
}
figure-triangulation-cases = cases
figure-triangulation-broad = broad
figure-triangulation-single = one source
figure-triangulation-roles = Role:
figure-triangulation-no-role = role not known
figure-triangulation-tints = Number of cases:
figure-triangulation-flagged = only one source in every case
figure-triangulation-tile = { $factor }, { $kind }, { $role }: { $cases }
figure-triangulation-row = { $factor }: in { $k } of { $n } cases; broad in { $broad }, in one source in { $single }
