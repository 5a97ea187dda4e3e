# Timeline of a case: `draad figure timeline`.

contact-held = held
contact-planned = planned
contact-missed = missed

figure-timeline-title = Timeline of case { $case }
figure-timeline-what = The course of case { $case }, from { $first } to { $last }; the bands are the phases of the case.
figure-timeline-contacts = For each role the contacts stand at the top: the shape tells the kind of contact, filled was held, open was missed, open with a dot is planned; a line joins those who took part or should have.
figure-timeline-gaps = Hatched is the time between two held contacts of a role where it is longer than half a year (183 days); messages and calls that are in the study as sources only do not count there.
figure-timeline-coded = On the line of each role stands what was coded of what that role said or wrote, on the day on which it was (an interview is often about earlier times): up is promoting, down hindering, longer where there are more passages; days that stand too close together are added up. A passage is an unbroken stretch of a source that is coded with a code; a passage in both directions counts on both sides. Of the material there is a tick for each day. Roles and kinds of material stand in the order of the study.
figure-timeline-scores = The scores are per day and role the mean of the answers given, over the questions; questions without an answer do not count. On the right stands the last value.
figure-timeline-undated = Without a date and so not drawn: contacts { $contacts }, sources { $sources }, passages { $passages }.
figure-timeline-people = Contacts and what was coded, by role
figure-timeline-material = Material
figure-timeline-instrument = { $instrument }: mean, from { $least } to { $greatest }
figure-timeline-contact = { $date }: { $kind }, { $status }; { $who }{ $note }
figure-timeline-gap = { $role }: no held contact between { $from } and { $to } ({ $n } days)
figure-timeline-passages = { $role }, { $days }: { $passages } ({ $promoting } promoting, { $hindering } hindering)
figure-timeline-source = { $source }: { $n ->
    [one] { $first }
   *[other] { $first } – { $last }, { $n } days
}
figure-timeline-legend-gap = no contact for more than half a year
figure-timeline-legend-held = filled: held
figure-timeline-legend-missed = open: missed
figure-timeline-legend-planned = with a dot: planned
figure-timeline-above = promoting
figure-timeline-below = hindering
figure-timeline-ambivalent = only ambivalent
figure-timeline-without = only without direction
figure-timeline-longest = longest: { $n } { $n ->
    [one] passage
   *[other] passages
}
figure-timeline-alt = Timeline of case { $case }, from { $first } to { $last }. { $held } contacts were held, { $missed } missed, { $planned } are planned. { $has-gap ->
    [0] For no role are two contacts more than half a year apart.
   *[other] The longest time without contact: { $gap }.
}
