# Scores on questionnaires: `draad figure scores`.

figure-scores-title = Scores by case
figure-scores-what = How questionnaires were answered in the course of time: a panel per case, a line per role.
figure-scores-mean = A point is the mean of the answers of one day by people in that role, over the questions; questions without an answer do not count. Between points nothing was measured.
figure-scores-scale = In each panel the scale runs from the lowest to the highest answer given, rounded outwards. Time is as long in each panel: years since the beginning of the first phase, or without phases since the first answer. The bands are the phases of the case.
figure-scores-instrument = Questionnaire { $instrument } ({ $items }): { $answers } { $answers ->
    [one] answer
   *[other] answers
} with a date, { $unanswered } times no answer, { $undated } without a date.
figure-scores-cases = Of the { $n } { $n ->
    [one] case
   *[other] cases
} { $k ->
    [one] one is drawn
   *[other] { $k } are drawn
}: those with answers of which the date is known.
figure-scores-order = The cases stand in the order of the study.
figure-scores-years = Below the panels: years since the beginning
figure-scores-bands = Bands, from left to right: { $phases }
figure-scores-day = { $date } { $mean } ({ $n } { $n ->
    [one] answer
   *[other] answers
})
figure-scores-alt = Small panels with scores over time for { $cases }: of the { $n } lines { $up } end higher than they began and { $down } lower.
