# Tijdlijn van een casus: `draad figure timeline`.

contact-held = doorgegaan
contact-planned = gepland
contact-missed = niet doorgegaan

figure-timeline-title = Tijdlijn van casus { $case }
figure-timeline-what = Het verloop van casus { $case }, van { $first } tot en met { $last }; de banden zijn de fasen van de casus.
figure-timeline-contacts = Per rol staan bovenin de contacten: de vorm zegt welk soort contact, gevuld is doorgegaan, open niet doorgegaan, open met een stip gepland; een lijn verbindt wie erbij waren of hadden moeten zijn.
figure-timeline-gaps = Gearceerd is de tijd tussen twee doorgegane contacten van een rol waar die langer is dan een half jaar (183 dagen); appjes en gesprekken die alleen als bron in de studie zitten, tellen daarbij niet mee.
figure-timeline-coded = Op de lijn van elke rol staat wat er gecodeerd is van wat die rol zei of schreef, op de dag waarop dat was (een interview gaat vaak over eerder): omhoog bevorderend, omlaag belemmerend, langer naarmate er meer fragmenten zijn; dagen die te dicht bij elkaar liggen, zijn opgeteld. Een fragment is een aaneengesloten stuk van een bron dat bij een code is gecodeerd; een fragment in beide richtingen telt aan beide kanten. Van het materiaal staat er een streepje per dag. Rollen en soorten materiaal staan in de volgorde van de studie.
figure-timeline-scores = De scores zijn per dag en rol het gemiddelde van de gegeven antwoorden, over de vragen; vragen zonder antwoord tellen niet mee. Rechts staat de laatste waarde.
figure-timeline-undated = Zonder datum en dus niet getekend: contacten { $contacts }, bronnen { $sources }, fragmenten { $passages }.
figure-timeline-people = Contacten en wat gecodeerd is, per rol
figure-timeline-material = Materiaal
figure-timeline-instrument = { $instrument }: gemiddelde, van { $least } tot { $greatest }
figure-timeline-contact = { $date }: { $kind }, { $status }; { $who }{ $note }
figure-timeline-gap = { $role }: geen doorgegaan contact tussen { $from } en { $to } ({ $n } dagen)
figure-timeline-passages = { $role }, { $days }: { $passages } ({ $promoting } bevorderend, { $hindering } belemmerend)
figure-timeline-source = { $source }: { $n ->
    [one] { $first }
   *[other] { $first } – { $last }, { $n } dagen
}
figure-timeline-legend-gap = langer dan een half jaar geen contact
figure-timeline-legend-held = gevuld: doorgegaan
figure-timeline-legend-missed = open: niet doorgegaan
figure-timeline-legend-planned = met stip: gepland
figure-timeline-above = bevorderend
figure-timeline-below = belemmerend
figure-timeline-ambivalent = alleen ambivalent
figure-timeline-without = alleen zonder richting
figure-timeline-longest = langste: { $n } { $n ->
    [one] fragment
   *[other] fragmenten
}
figure-timeline-alt = Tijdlijn van casus { $case }, van { $first } tot en met { $last }. { $held } contacten gingen door, { $missed } niet, { $planned } zijn gepland. { $has-gap ->
    [0] Nergens zit er voor een rol meer dan een half jaar tussen twee contacten.
   *[other] De langste tijd zonder contact: { $gap }.
}
