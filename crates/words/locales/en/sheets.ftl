# Sheets: a Kenniscafé and a panel, and the verdicts that come back.

sheet-how-made = How this sheet was made
sheet-passages = Passages
sheet-order = Order
sheet-basis = Rests on
sheet-made-with = Made with `{ $command }`.
sheet-role-unknown = role not known
sheet-stance-for = supports the finding
sheet-stance-against = speaks against the finding
sheet-stance-coded = on the same subject

kenniscafe-title = Kenniscafé: { $study }
kenniscafe-mark = Sheet for a Kenniscafé · Rode Draad
kenniscafe-date = Date
kenniscafe-place = Place
kenniscafe-present = Who took part
kenniscafe-notes = Notes
kenniscafe-no-theme = Without a theme
kenniscafe-other-theme = Another theme
kenniscafe-explain-purpose = This sheet is there to give meaning together to what was heard. Nobody needs to agree, and nothing is chosen or ranked.
kenniscafe-explain-notes = Write what is said under ‘Notes’, each remark on a line of its own. Only what stands there goes back into the study. If you like, put who says it before it, with a colon: ‘Parent: …’.
kenniscafe-explain-names = Write down no real names.
kenniscafe-rule = At most four per finding: passages that support the finding and passages that speak against it in turn, and of each first the roles that were not heard yet. Where there is room left, a passage of the same codes follows of each role that was not heard, where possible in another direction than the one before, in the order of sources and places. Whoever asks the questions is no role here.
kenniscafe-order = Themes stand by name, parts in the order of a Kenniscafé, findings by name. The order says nothing about weight.

verification-title = Do you recognise this?
verification-intro = We are doing a study. It is called: { $study }. We have talked with many people. Below are sentences about what we heard. We would like to know whether you recognise this.
verification-explain-answers = There are no right or wrong answers. It is about what you see happen yourself.
verification-explain-skip = You do not have to fill in everything. If you do not know, skip the sentence.
verification-explain-one-box = Tick one box with each sentence. You can write something below it.
verification-explain-no-names = Write down no names, and none of children.
verification-explain-use = We keep your answer with a number, not with your name.
verification-panel = Group
verification-respondent = Number
verification-date = Date
verification-id = Reference: { $id }
verification-heard-for = This is what we heard:
verification-heard-against = We also heard this:
verification-question = Do you recognise this?
verification-box-agrees = Yes, I recognise this.
verification-box-nuances = A little, or not always.
verification-box-rejects = No, I do not recognise this.
verification-remark = Would you like to say something about it?
verification-end = To finish
verification-anything-else = Is there anything else you would like to say?
verification-thanks = Thank you for thinking along.
verification-rule = At most four per sentence, what supports the finding and what speaks against it in turn; of each first the roles that were not heard yet. Of who said something only the role is told.
verification-back = For the researcher
verification-back-text = Put the ticks in a table: `draad feedback --panel … --respondent … --out verdicts.xlsx` makes it, `draad feedback --from verdicts.xlsx` reads it. Yes is agrees, a little is nuances, no is rejects. Read the passages over for names and for what gives somebody away, and leave this page out when you hand out the sheet.

feedback-judged = { $findings }, of which { $judged } with a verdict; { $answers } of { $panels }.
feedback-answers = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
feedback-unjudged = Not judged by anybody yet: { $findings }.
feedback-how = This is how it goes on: `draad report --as verification` makes the sheet for a panel, `draad feedback --panel parents --respondent parent-1 --out verdicts.xlsx` the table to fill in, `draad feedback --from verdicts.xlsx` reads it, and `draad table verdicts` shows what was said.
feedback-new = { $n ->
    [one] { $n } new answer.
   *[other] { $n } new answers.
}
feedback-saved = Recorded in feedback.csv; `draad undo` takes it back.
feedback-changed = { $respondent } on { $finding }: was ‘{ $before }’, is now ‘{ $after }’.
feedback-said = { $verdict }: { $remark }
feedback-already = { $n ->
    [one] { $n } answer was there already.
   *[other] { $n } answers were there already.
}
feedback-open = { $n ->
    [one] { $n } line is not filled in.
   *[other] { $n } lines are not filled in.
}
feedback-refused = { $n ->
    [one] { $n } line was not read.
   *[other] { $n } lines were not read.
}
feedback-unchanged = There is nothing new.
feedback-plan = Nothing was changed; leave out --plan to do it.
feedback-sheet-lead = One line per finding and person; fill in verdict and remark, and leave the rest as it is.
feedback-sheet-verdict = verdict: agrees (yes, I recognise this), nuances (a little) or rejects (no). Empty: not filled in.
feedback-sheet-remark = remark: what somebody wrote with it, in their own words.
feedback-sheet-back = Read the table with `draad feedback --from` and the name of the file.
