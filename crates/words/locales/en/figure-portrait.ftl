# Portrait of a source, and codeline of a case: `draad figure portrait`, `draad figure codeline`.

figure-portrait-title = Portrait of a source
figure-portrait-what = Where in source { $source } ({ $name }; { $chars } characters) which codes stand.
figure-portrait-bars = A bar is as long as its passage is in the text, with a visible minimum; the shape where it begins gives the direction: circle promoting, diamond hindering, open circle ambivalent, square without direction. An open bar means that the source was coded as a whole.
figure-portrait-passage-is = A passage is an unbroken stretch of a source that is coded with the code, however often and by however many coders; it counts under its own code only. On the right (n) stands the number of passages.
figure-portrait-strip-people = The strip on top shows who speaks where; whoever asks the questions is lighter.
figure-portrait-strip-roles = The strip on top shows which role speaks where; whoever asks the questions is lighter.
figure-portrait-order = Codes are ordered by direction, and within that by where they first occur.
figure-portrait-undated = undated
figure-portrait-voice = { $voice }: { $turns } { $turns ->
    [one] turn
   *[other] turns
}, { $chars } characters
figure-portrait-whole = the whole source
figure-portrait-chars = characters { $start }–{ $end }
figure-portrait-n-chars = { $n } characters
figure-portrait-passage = { $code }: { $state }; { $source }, { $place }; { $codings }
figure-portrait-alt = { $what } { $passages } of { $codes }: { $promoting } promoting, { $hindering } hindering. Most often there is ‘{ $top }’: { $k } times.
figure-codeline-title = Codeline of a case
figure-codeline-what = Where in the sources of case { $case } ({ $sources }) which codes stand.
figure-codeline-order = The sources stand side by side in the order of their dates (those without one last), then by id; the numbers refer to the list below.
