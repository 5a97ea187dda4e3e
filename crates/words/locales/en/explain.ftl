# How a table came about.

explain-title = How `{ $table }` came about
explain-head-step = step
explain-head-cases = cases
explain-head-sources = sources
explain-head-codings = codings
explain-head-passages = passages
explain-study = The study as it was read
explain-coders-all = The codings of all coders count
explain-coders-one = Only the codings of { $coder } count
explain-coders-adjudicated = Where { $coder } has adjudicated a source, only that layer counts
explain-cases = What belongs to a case; a source without cases counts nowhere
explain-codes-around = In the transitions a code includes only what was coded with that code itself; before and after the event also what was coded with the codes below it.
explain-compared = What at least two coders read: the sources that are compared, with all codings of these coders
explain-filter = Only { $filter }
explain-options = Asked with { $options }.
