# What is said about proposals.

## Proposing

proposed = { $n ->
    [0] No new proposals for `{ $code }`
    [one] 1 proposal for `{ $code }` in { $file }
   *[other] { $n } proposals for `{ $code }` in { $file }
}
proposed-next = They count nowhere until somebody accepts them. Look at them with: draad proposals --batch { $batch }
proposed-found-nothing = The query finds nothing.
proposed-coded = { $n ->
    [one] 1 passage that was found has this code already.
   *[other] { $n } passages that were found have this code already.
}
proposed-open = { $n ->
    [one] 1 passage had been proposed before and still waits for a decision.
   *[other] { $n } passages had been proposed before and still wait for a decision.
}
proposed-decided = { $n ->
    [one] 1 passage was decided on before; it is not proposed again.
   *[other] { $n } passages were decided on before; they are not proposed again.
}

## Looking at proposals

proposals-none = There are no open proposals{ $filtered ->
    [0] .
   *[other] {""} that meet this.
}
proposals-none-at-all = There are no proposals{ $filtered ->
    [0] . Make some with: draad code --from-query 'trust*' --code trust --propose
   *[other] {""} that meet this.
}
proposals-open = { $n ->
    [one] 1 open proposal
   *[other] { $n } open proposals
} in { $sources ->
    [one] 1 source
   *[other] { $sources } sources
}. Decide with --accept or --reject and --coder.
proposals-listed = { $n ->
    [one] 1 proposal
   *[other] { $n } proposals
}, of which { $open } open
proposal-line = line { $line }
proposal-query = query: { $query }
proposal-unplaced-here = the words are no longer in the source
proposal-was-accepted = accepted by { $coder }{ $date ->
    [none] {""}
   *[other] {""} on { $date }
}{ $coding ->
    [none] {""}
   *[other] , coding { $coding }
}
proposal-was-rejected = rejected by { $coder }{ $date ->
    [none] {""}
   *[other] {""} on { $date }
}

## Decisions

decided-accepted = { $n ->
    [one] 1 proposal accepted
   *[other] { $n } proposals accepted
} by { $coder }
decided-rejected = { $n ->
    [one] 1 proposal rejected
   *[other] { $n } proposals rejected
} by { $coder }
decided-there = { $n ->
    [one] 1 of them { $coder } had coded so before.
   *[other] { $n } of them { $coder } had coded so before.
}
decided-already = { $n ->
    [one] 1 proposal had been decided on so before.
   *[other] { $n } proposals had been decided on so before.
}
decided-refused = { $n ->
    [one] 1 decision was not carried out; the reason stands above.
   *[other] { $n } decisions were not carried out; the reasons stand above.
}
decided-nothing = Nothing changed
decided-left = { $n ->
    [0] There are no open proposals left.
    [one] 1 proposal is still open.
   *[other] { $n } proposals are still open.
}

## Elsewhere

status-proposals = { $n ->
    [one] 1 open proposal, which counts nowhere
   *[other] { $n } open proposals, which count nowhere
}: draad proposals
