# What panels make of the findings: table, figure and report.

finding-part-visible = What became visible
finding-part-tension = Fields of tension
finding-part-lead = Leads
finding-part-none = Without a part

verdict-agrees = recognised
verdict-nuances = nuance
verdict-rejects = not recognised

n-findings = { $n ->
    [one] { $n } finding
   *[other] { $n } findings
}
n-panels = { $n ->
    [one] { $n } panel
   *[other] { $n } panels
}

verdicts-title = What panels make of the findings
verdicts-answers-title = What was said
verdicts-unjudged-title = Not judged by anybody yet
verdicts-finding = finding
verdicts-sentence = sentence
verdicts-part = part
verdicts-theme = theme
verdicts-panel = panel
verdicts-respondent = who
verdicts-verdict = verdict
verdicts-remark = in their own words
verdicts-agrees = recognised
verdicts-nuances = nuance
verdicts-rejects = not recognised
verdicts-by = { $counts } ({ $names })
verdicts-no-panel = panel not stated
verdicts-nameless = not stated
verdicts-no-verdict = no verdict
verdicts-not-a-verdict = no verdict: ‘{ $words }’

verdicts-definition = A verdict counts per person: of somebody who spoke of a finding more than once, the last holds. k of n: of the people in the panel who gave a verdict on this finding, how many gave this one. A dash: this panel gave no verdict on this finding.
verdicts-panels-note = Heard were { $panels }; who spoke of none of the findings does not count.
verdicts-panel-n = { $name } (n = { $n })
verdicts-without = { $n ->
    [one] Once somebody spoke without a verdict; that does not count in n and does stand in the table.
   *[other] { $n } times somebody spoke without a verdict; that does not count in n and does stand in the table.
}
verdicts-order = Findings stand by part, then by theme and name; panels in the order in which they spoke. The order says nothing about weight.
verdicts-unjudged-note = How many people recognise a finding does not say whether it is true; read what they say with it.

figure-verdicts-what = What panels make of the findings that were put to them. Each row is a finding, each column a panel; n is the number of people who spoke of at least one of the findings.
figure-verdicts-marks = Each person with a verdict is one mark, or is in the number beside it: filled is recognised, half filled a nuance, open not recognised. Of somebody who spoke of a finding more than once, the last holds. A grey dot: this panel gave no verdict on this finding.
figure-verdicts-margins = At the right stands, over all panels, how many of the people who gave a verdict (n) gave this one (k).
figure-verdicts-each = One mark per person:
figure-verdicts-counted = Number of people:
figure-verdicts-none = no verdict of this panel
figure-verdicts-all = All panels
figure-verdicts-cell = { $finding }; { $panel }: recognised { $agrees }, nuance { $nuances }, not recognised { $rejects }
figure-verdicts-alt = Verdicts of { $panels } on { $findings }: { $agrees } times recognised, { $nuances } times a nuance, { $rejects } times not recognised. { $unjudged ->
    [0] { "" }
    [one] On one finding nobody gave a verdict.
   *[other] On { $unjudged } findings nobody gave a verdict.
}
