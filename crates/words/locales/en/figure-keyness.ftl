# The figure keyness: which words mark a group.

figure-keyness-title = Typical words
figure-keyness-what = Which words mark a group against the rest of the material. Further to the right is more frequent there than in the rest: at 1 twice as frequent, at 2 four times (log ratio, Hardie 2014).
figure-keyness-dots = The area of a dot is proportional to how often the word occurs in the group.
figure-keyness-rings = A ring means that the word does not occur in the rest; the log ratio then reckons with half an occurrence.
figure-keyness-columns = At the right stands how often the word occurs in the group and in the rest, in how many cases and sources of the group (k/n), and its dispersion over these sources (normalised DP, Gries 2008; Lijffijt and Gries 2012): 0 is even, 1 is all in the smallest source.
figure-keyness-flag = A triangle warns: more than half stands in one source.
figure-keyness-extent = { $name }: { $target } words, against { $rest } in the rest.
figure-keyness-alt = Dots on a line for { $n } words that are typical. At the top stand, for { $groups }.
figure-keyness-n = group
figure-keyness-rest = rest
figure-keyness-cases = cases
figure-keyness-sources = sources
figure-keyness-axis = log ratio (1 = twice as frequent)
figure-keyness-sizes = How often in the group:
figure-keyness-never = not in the rest
figure-keyness-one-source = more than half in one source
figure-keyness-row = { $word } ({ $group }): { $n } times, in the rest { $rest } times; log ratio { $ratio }, LL { $ll }; in { $cases } cases and { $sources } sources of the group
