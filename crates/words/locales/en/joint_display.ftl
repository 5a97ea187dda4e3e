# Questionnaires beside factors.

joint-display-title = Scores beside what was said, per case and phase
joint-display-phase = phase
joint-display-role = role
joint-display-instrument = questionnaire
joint-display-mean = score (n)
joint-display-change = change
joint-display-balance = balance
joint-display-promoting = promoting
joint-display-hindering = hindering
joint-display-and-more = { $list } and { $n } more
joint-display-all-phases = all phases

joint-display-mean-note = Score: the mean of all answers, with their number. { $unanswered ->
        [0] All that was asked was answered.
       *[other] Asked and not answered: { $unanswered }; those have no part in it.
    }
joint-display-change-note = Change: per person and question, and then the mean, so that nobody is compared with somebody else. In a phase from the last answer before it (or else the first in it) to the last in it; over all phases from the first answer to the last.
joint-display-phase-note = The phase of a score is the case’s period in phases.csv that holds its date. { $undated ->
        [0] {""}
       *[other] Without a date: { $undated } answers.{" "}
    }{ $outside ->
        [0] {""}
       *[other] In no period: { $outside } answers.{" "}
    }What has no phase stands under ‘not stated’.
joint-display-factor-note = Each cell has the six factors with the most passages; a file holds all. After a factor stands the number of passages with a coding of that valence. The balance is (promoting − hindering) / (promoting + hindering) on the number of different factors.
joint-display-filter-note = Filters on kind, code, valence and coder choose codings; those on case, role and phase choose scores too.
joint-display-apart-note = ≠: the scores fall while only promoting factors were coded, or rise while only hindering ones were. That does not say who is right, but where to read. A higher score is taken for more favourable; where a questionnaire has it the other way round, the sign turns.
joint-display-none-apart = Nowhere do the scores fall while only promoting factors were coded, or the reverse. A higher score is taken for more favourable.
joint-display-open = The passages of a factor in a phase: `draad table joint-display --cell { $cell }`.

joint-display-read-title = Read these: scores and material point different ways
joint-display-case = case
joint-display-apart = what happens
joint-display-falls-while-promoting = the scores fall ({ $change }), only promoting coded
joint-display-rises-while-hindering = the scores rise ({ $change }), only hindering coded
joint-display-factors = factors

joint-display-items-title = Scores per question
joint-display-factors-title = In how many cases a factor promotes (●), hinders (◆) or works both ways (◐)
joint-display-factors-note = A case can count under several marks; a factor counts under its own code.

undefined-no-answers = the questionnaire was not filled in here
undefined-answered-once = nobody answered the same question twice
