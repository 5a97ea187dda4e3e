# The route: `draad figure route`.

figure-route-title = Route
figure-route-what = How guidance is meant to go: lanes for those who take part, columns for the phases. A line is a conversation; a square stands in the lane of whoever should be there. The numbers refer to the conversations below; under these stand the goals of the phase.
figure-route-case = Against it stand the contacts of case { $case }: filled was held, open was missed, with a dot is planned; a light square: nothing recorded. In the lane a conversation is filled when it was held at least once in that phase; below it each contact stands by itself, by date. A contact belongs to the conversation, in the phase of that day, that names its kind.
figure-route-left = Outside the route: { $unplanned } contacts that the route does not name, and { $outside } without a date or outside the phases.
figure-route-order = The lanes stand in the order of the route, the phases in that of the study.
figure-route-times = { $name }, { $times }{"\u00A0"}times{"\u00A0"}a{"\u00A0"}year
figure-route-goals = Goals
figure-route-none = nothing recorded
figure-route-not-recorded = the route names no kind of contact
figure-route-legend-node = should be there
figure-route-legend-none = nothing recorded
figure-route-alt = Route with { $actors } lanes, { $phases } phases and { $conversations } conversations.
figure-route-alt-case = In case { $case } { $held } of these conversations were held, { $missed } missed, and { $planned } are planned.
