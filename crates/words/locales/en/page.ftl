# The parts of the page, and searching in it.

## Parts

page-design = How the research was set up
page-design-lead = Which phases the research had, what each phase had to answer, and who was heard by which method. The numbers are those of the researchers themselves.
page-matrix = Which factors occur where
page-matrix-lead = Each row is a factor, each column a case. Click a mark to read the passages it rests on. The margin says in how many cases with that outcome the factor occurs.
page-triangulation = How broadly it is backed
page-triangulation-lead = Per factor: in how many cases it occurs, in which kinds of source and with whom, and where it rests on one source only.
page-tensions = Tensions
page-tensions-lead = Factors that promote here and hinder there, with passages that contradict each other. Contradiction is a result: the tool takes no side.
page-balance = Promoting against hindering
page-balance-lead = The balance is the number of promoting minus the number of hindering factors, divided by their sum: +1 is only promoting, −1 only hindering. A factor that works both ways in a case counts on both sides. The balance says what people named, not how much it weighed.
page-contrast = Contrast and deviant cases
page-contrast-lead = What occurs in cases with one outcome and not in cases with another, which cases do not fit, and which pairs of cases ask for an explanation.
page-co-occurrence = What goes together
page-co-occurrence-lead = Which factors occur in the same cases and in the same places. Going together is not cause and effect.
page-similarity = Which cases resemble each other
page-similarity-lead = Cases side by side by the factors that occur in them. That both lack a factor does not count as likeness.
page-agreement = How far coders agree
page-agreement-lead = Per code: how often coders saw the same in the same place, in what they all read. A code that is almost never or almost always there has a coefficient that says little; so it is said how often it is there.
page-saturation = When new material stopped bringing anything new
page-saturation-lead = How many different codes there are after each further case, in the actual order and on average over all orders.
page-qca = Which combinations go with the outcome
page-qca-lead = The truth table with the cases per row, the solutions, and the passages behind each term. Where several models fit equally well, all of them are shown.
page-scores = How cooperation was rated
page-scores-lead = Answers to questionnaires per case, over time and by role. A mean of few answers is a reason to read.
page-route = How guidance is meant to go
page-route-lead = The phases, who takes part, and which conversations belong to each phase.
page-keyness = Which words mark a group
page-keyness-lead = Words that occur more often in the material of one role than in that of the other roles together. They are places to start reading, not themes.
page-further = More figures
page-further-lead = Figures of this study that belong to no other part.
page-findings = Findings and memos
page-findings-lead = What the researchers conclude, with the passages for and against it, and what panels make of it.

## Figures and tables

page-figure = Figure { $n }.
page-table = Table
page-as-table = The same data as a table
page-caption-rest = How to read this figure and what it rests on
page-what-numbers-mean = What these numbers mean and what they rest on

## Tensions

page-tension-summary = Promotes in { $promoting } cases, hinders in { $hindering }, and does both in { $both }.
page-both-in = Both in
page-two-sides = Both sides next to each other
page-pair = Two voices:
page-both-ways = Both sides in one passage:

## Factors and cases

page-passages-by = Where the passages are
page-by-phase = By phase
page-by-role = By who speaks
page-by-kind = By kind of source
page-balance-by-phase = Distinct factors per phase

## Searching

page-find = Search this page
page-find-help = Factors, cases, passages and definitions. Arrow down goes to what was found, Esc empties it.
page-finding = Finding
page-passage = Passage
page-found = Found
page-found-none = Nothing found for “#”.
page-found-one = 1 place found.
page-found-many = # places found.
page-found-more = # places found; the first 60 are shown. Add a word to find fewer.

## How the page was made

page-other-language-code = nl
page-other-language = Deze pagina in het Nederlands:
page-elsewhere = The words of these passages stand with the codes below:
page-is-large = This page is large: { $n } passages. So the words of each passage stand once, with the code it was coded with, and the text around it is left out. A passage in its context: `draad quotes CODE --context 50`.
page-codeline-large = too large for a page with so many passages. The drawing is in the folder of the case after `draad run`, or draw it with `draad figure codeline --case CASE`
page-left-out = What is not on this page, and why
page-absent = { $part }: { $reason }
page-absent-figure = { $part }, figure { $figure }: { $reason }
page-column-phase = Phase of the research
page-column-question = Question
page-column-method = Method
page-column-heard = Who was heard
page-column-conversation = Conversation
page-column-who = Who
page-column-per-year = Times a year
page-column-case = Case
page-column-role = Role
page-column-day = Day
page-column-mean = Mean
page-column-answers = Answers
page-role-unknown = role not stated
