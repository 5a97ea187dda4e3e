# Lists of words: frequencies, words typical of something, words near each other.

words-n-words = { $n ->
    [one] { $shown } word
   *[other] { $shown } words
}

words-word = word
words-run = run of words
words-n = n
words-cases = cases
words-sources = sources
words-per-thousand = per 1,000
words-dispersion = dispersion
words-rest-n = rest: n
words-ll = LL
words-log-ratio = log ratio
words-near-n = near
words-expected = expected
words-all-n = anywhere
words-log-dice = logDice
words-mi = MI
words-key-source = source

words-level = { $key }: { $level } ({ $target }), against the rest ({ $rest })
words-extent = { $words } in { $sources } of { $cases }

words-counted = Counted: { $extent }.
words-asked = Of these, { $words } come from those who ask the questions ({ $roles }). Leave them out with --role { $others }; text without a known speaker then drops out as well.
words-by-spelling = Capitals and accents make no difference; shown is the form that was written most often.
words-by-stem = Forms with the same stem count as one word (Snowball for Dutch: Kraaij-Pohlmann, on words without accents); shown is the form that was written most often, followed by the others.
words-codings = Only units in which a coding starts that passes the filter.
words-columns-frequency = Behind each word: how often it occurs, in k of n cases and sources, and per 1,000 words. Dispersion is normalised DP (Gries 2008; Lijffijt & Gries 2012): 0 is even over the sources, 1 is all in the smallest source.
words-columns-run = A run of words does not go past the border of a turn, message or paragraph.
words-columns-typical = On the left how often the word occurs there, in k of n cases and sources, on the right the same for the rest. LL is the log-likelihood over these two frequencies (Rayson & Garside 2000): the higher, the further they are from an even division. The log ratio (Hardie 2014) says how large the difference is: 1 is twice as often, 2 four times, −1 half as often; 0 times counts as a half there (–: that would turn the direction). Dispersion is normalised DP over the sources on the left (Gries 2008; Lijffijt & Gries 2012): 0 is even, 1 is all in the smallest source.
words-columns-near = Near `{ $word }` ({ $n } times, in { $sources }; forms: { $forms }) stand { $places } at a distance of { $window } words at most, within the same turn, message or paragraph. Near: how often the word stands there, in k of the cases and sources in which the other occurs. Expected: how often it would stand there if it were as frequent everywhere. logDice (Rychlý 2008): one higher is twice as strongly connected, whatever the size of the material. MI is log₂(near / expected); it comes out high for rare words. LL is the log-likelihood over four cells (Dunning 1993).
words-several-cases = What is about more than one case counts for each of them, and in the rest only if none of them belongs.
words-no-p = Words of one text hang together; therefore there are no p-values.
words-one-source = * More than half stands in one source.
words-thresholds = Shown is what occurs at least { $count } times, in at least { $sources }{ $cases ->
        [one] {""}
       *[other] {""} of { $cases } cases
    } (or in all, where there are fewer): { $shown } of { $n }, in order of { $order }.
words-thresholds-side = That holds for the side where the word is more frequent.
words-stop-words = Stop words were left out ({ $list }); they were counted.
words-stop-words-run = Runs that begin or end with a stop word were left out ({ $list }).
words-stop-list-nl = Snowball's list for Dutch
words-stop-list-en = Snowball's list for English
words-rarer = These are words that occur less often there than in the rest.
words-none = Nothing passes; lower --min-count, --min-sources or --min-cases.
words-in-context = In their context: `{ $command }`

words-order-ll = LL
words-order-log-ratio = log ratio
words-order-log-dice = logDice
words-order-mi = MI
words-order-count = count
words-order-sources = number of sources
words-order-word = alphabet

words-sheet = about this table
words-sheet-column = column
words-sheet-meaning = meaning
