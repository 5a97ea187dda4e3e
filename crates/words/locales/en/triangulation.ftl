# Triangulation: what stands behind a factor in each case.

triangulation-triangulated = triangulated
triangulation-single-source = single source
triangulation-dominated = source dominates
triangulation-contradicted = perspectives clash
triangulation-marks = ▲ triangulated: at least { $kinds } kinds of source and at least { $roles } perspectives; △ more than one source, but not triangulated; 1 a single source; ! of several sources one has a larger share of the codings than { $share }; ≠ perspectives clash; · material, not coded; – no material.
triangulation-k-of-n = On the right, k of n: in k of the n cases in which the factor occurs.
triangulation-unused = On the right –: the factor was coded in no case.
triangulation-roles = A perspective is the role of whoever speaks; people who ask questions are left out. Perspectives clash when for the same code one role has a promoting and another a hindering coding.
triangulation-cases = cases
triangulation-list-single = To look at: what rests on one source in a case
triangulation-list-single-note = Single source: behind each case the source, with kind and perspective. That makes a finding no less true; it asks for a second source or a reservation.
triangulation-list-dominated = To look at: where one source does the talking
triangulation-list-dominated-note = A source dominates: how many of the factor's codings in that case stand in that source.
triangulation-list-contradicted = To look at: where perspectives clash
triangulation-list-contradicted-note = Perspectives clash: ● who sees something promoting in it, ◆ who sees something hindering. Such differences are a result, not noise.
