# De route: `draad figure route`.

figure-route-title = Route
figure-route-what = Hoe de begeleiding bedoeld is: banen voor wie meedoen, kolommen voor de fasen. Een lijn is een gesprek; een vierkant staat in de baan van wie erbij hoort te zijn. De nummers verwijzen naar de gesprekken eronder; daaronder staan de doelen van de fase.
figure-route-case = Daartegen staan de contacten van casus { $case }: gevuld is doorgegaan, open niet doorgegaan, met een stip gepland; een licht vierkant: niets vastgelegd. In de baan is een gesprek gevuld als het in die fase ten minste één keer doorging; eronder staat elk contact apart, op volgorde van datum. Een contact hoort bij het gesprek in de fase van die dag dat deze soort contact noemt.
figure-route-left = Buiten de route: { $unplanned } contacten die de route niet noemt, en { $outside } zonder datum of buiten de fasen.
figure-route-order = De banen staan in de volgorde van de route, de fasen in die van de studie.
figure-route-times = { $name }, { $times }{"\u00A0"}keer{"\u00A0"}per{"\u00A0"}jaar
figure-route-goals = Doelen
figure-route-none = niets vastgelegd
figure-route-not-recorded = de route noemt geen soort contact
figure-route-legend-node = hoort erbij te zijn
figure-route-legend-none = niets vastgelegd
figure-route-alt = Route met { $actors } banen, { $phases } fasen en { $conversations } gesprekken.
figure-route-alt-case = In casus { $case } gingen { $held } van deze gesprekken door, { $missed } niet, en zijn er { $planned } gepland.
