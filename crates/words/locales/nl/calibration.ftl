# Condities en hun kalibratie: `draad calibrate`.

status-conditions = { $n ->
    [one] 1 conditie
   *[other] { $n } condities
}{ $all ->
    [0] {""}
   *[other] , { $scored } van { $all } scores gegeven
}: draad calibrate

calibrate-none = Er zijn nog geen condities. Beschrijf ze in conditions.toml; hoe dat gaat staat in docs/calibration.nl.md.
calibrate-column-condition = conditie
calibrate-column-label = betekenis
calibrate-column-cases = casussen
calibrate-column-rests-on = rust op
calibrate-column-method = wordt een lidmaatschap
calibrate-column-value = waarde
calibrate-column-definition = wanneer
calibrate-column-case = casus
calibrate-column-membership = lidmaatschap
calibrate-column-passages = fragmenten
calibrate-column-coder = door
calibrate-column-created = op
calibrate-title = { $condition }: { $known } van { $all } casussen
calibrate-measure-passages = aantal fragmenten
calibrate-measure-sources = aantal bronnen
calibrate-measure-chars = aantal tekens
calibrate-measure-coverage = aandeel van het materiaal
calibrate-rests-code = { $measure } van { $code }
calibrate-rests-code-in = { $measure } van { $code }, { $valence }
calibrate-rests-attribute = kenmerk { $attribute }
calibrate-rests-people = het oordeel van codeurs
calibrate-presence = 1 waar het gevonden is, anders 0
calibrate-presence-yes = 1 bij ja, 0 bij nee
calibrate-presence-levels = 1 bij { $levels }, anders 0
calibrate-crisp = 1 vanaf { $thresholds }, daaronder 0
calibrate-steps = hoeveel van deze drempels gehaald zijn: { $thresholds }
calibrate-direct = directe methode: { $rest } bij { $exclusion }, 0,5 bij { $crossover }, { $degree } bij { $inclusion }; L = ln({ $degree }/{ $rest }) = { $odds }
calibrate-linear = langs rechte lijnen: 0 bij { $exclusion }, 0,5 bij { $crossover }, 1 bij { $inclusion }
calibrate-scores = een van deze waarden: { $values }
calibrate-levels = { $levels }
calibrate-definition = Lidmaatschap uit: { $rests }. Hoe: { $method }.
calibrate-list-note = Bij elke conditie staat voor hoeveel casussen er een waarde is. Een casus zonder materiaal, zonder kenmerk of zonder een score waarover overeenstemming is, heeft er geen: dat is iets anders dan 0.
calibrate-open = De waarde per casus met de fragmenten erachter: draad calibrate { $condition }
calibrate-counts-all = Van iedereen telt de laatste score, en die moeten overeenkomen; waar ze verschillen heeft de casus geen waarde en staan ze tussen haakjes onder elkaar.
calibrate-counts-one = Alleen de laatste score van { $coder } telt (coder_policy in study.toml).
calibrate-counts-layer = Waar { $coder } gescoord heeft, telt alleen die score (coder_policy in study.toml). Elders telt van iedereen de laatste, en die moeten overeenkomen; waar ze verschillen heeft de casus geen waarde en staan ze tussen haakjes onder elkaar.
calibrate-earlier = { $n ->
    [one] Een eerdere score telt niet meer mee; ze blijft
   *[other] { $n } eerdere scores tellen niet meer mee; ze blijven
} bewaard: draad calibrate { $condition } --part scores
calibrate-half = Precies 0,5, dus in geen enkele rij van een waarheidstabel: { $cases }. Verschuif het omslagpunt tot het tussen twee casussen ligt.
calibrate-evidence-computed = { $case } · { $membership }
calibrate-evidence-scored = { $case } · { $value } · { $coder }, { $day }
calibrate-evidence-none = Er staat geen fragment bij.

calibrate-given = { $condition }, { $case }: { $value }{ $has-label ->
    [0] {""}
   *[other] {""} ({ $label })
}, door { $coder }{ $passages ->
    [0] {""}; er staat geen fragment bij
    [one] {""}, met 1 fragment
   *[other] {""}, met { $passages } fragmenten
}.
calibrate-before = Eerder gaf { $coder } { $value } ({ $day }); die score telt niet meer mee en blijft bewaard.
calibrate-known = Deze score van { $coder } staat er al; er is niets veranderd.
