# Scores op vragenlijsten: `draad figure scores`.

figure-scores-title = Scores per casus
figure-scores-what = Hoe vragenlijsten in de loop van de tijd werden beantwoord: per casus een vak, per rol een lijn.
figure-scores-mean = Een punt is het gemiddelde van de antwoorden van één dag van mensen in die rol, over de vragen; vragen zonder antwoord tellen niet mee. Tussen de punten is niets gemeten.
figure-scores-scale = De schaal loopt in elk vak van het laagste tot het hoogste gegeven antwoord, naar buiten afgerond. De tijd is in elk vak even lang: jaren sinds het begin van de eerste fase, of zonder fasen sinds het eerste antwoord. De banden zijn de fasen van de casus.
figure-scores-instrument = Vragenlijst { $instrument } ({ $items }): { $answers } { $answers ->
    [one] antwoord
   *[other] antwoorden
} met een datum, { $unanswered } keer geen antwoord, { $undated } zonder datum.
figure-scores-cases = Van de { $n } { $n ->
    [one] casus
   *[other] casussen
} { $k ->
    [one] is er één getekend
   *[other] zijn er { $k } getekend
}: die met antwoorden waarvan de datum bekend is.
figure-scores-order = De casussen staan in de volgorde van de studie.
figure-scores-years = Onder de vakken: jaren sinds het begin
figure-scores-bands = Banden, van links naar rechts: { $phases }
figure-scores-day = { $date } { $mean } ({ $n } { $n ->
    [one] antwoord
   *[other] antwoorden
})
figure-scores-alt = Kleine vakken met scores in de tijd voor { $cases }: van de { $n } lijnen eindigen er { $up } hoger dan ze begonnen en { $down } lager.
