# Vragenlijsten naast factoren.

joint-display-title = Scores naast wat er gezegd is, per casus en fase
joint-display-phase = fase
joint-display-role = rol
joint-display-instrument = vragenlijst
joint-display-mean = score (n)
joint-display-change = verandering
joint-display-balance = balans
joint-display-promoting = bevorderend
joint-display-hindering = belemmerend
joint-display-and-more = { $list } en nog { $n }
joint-display-all-phases = alle fasen

joint-display-mean-note = Score: het gemiddelde van alle antwoorden, met hun aantal. { $unanswered ->
        [0] Alles wat gevraagd is, is beantwoord.
       *[other] Gevraagd en niet beantwoord: { $unanswered }; dat telt niet mee.
    }
joint-display-change-note = Verandering: per persoon en vraag, en daarna gemiddeld, zodat niemand met een ander vergeleken wordt. In een fase van het laatste antwoord daarvoor (of anders het eerste erin) tot het laatste erin; over alle fasen van het eerste tot het laatste antwoord.
joint-display-phase-note = De fase van een score is de periode van de casus in phases.csv waarin de datum valt. { $undated ->
        [0] {""}
       *[other] Zonder datum: { $undated } antwoorden.{" "}
    }{ $outside ->
        [0] {""}
       *[other] Buiten elke periode: { $outside } antwoorden.{" "}
    }Wat geen fase heeft, staat bij ‘niet vermeld’.
joint-display-factor-note = Per cel staan de zes factoren met de meeste fragmenten; een bestand bevat alle. Achter een factor staat het aantal fragmenten met een codering van die richting. De balans is (bevorderend − belemmerend) / (bevorderend + belemmerend) op het aantal verschillende factoren.
joint-display-filter-note = Filters op soort, code, richting en codeur kiezen coderingen; die op casus, rol en fase kiezen ook scores.
joint-display-apart-note = ≠: de scores dalen terwijl er alleen bevorderende factoren gecodeerd zijn, of stijgen terwijl er alleen belemmerende zijn. Dat zegt niet wie gelijk heeft, wel waar te lezen. Een hogere score geldt als gunstiger; bij een vragenlijst waarin dat andersom is, keert het teken om.
joint-display-none-apart = Nergens dalen de scores terwijl er alleen bevorderende factoren gecodeerd zijn, of andersom. Een hogere score geldt als gunstiger.
joint-display-open = De fragmenten bij een factor in een fase: `draad table joint-display --cell { $cell }`.

joint-display-read-title = Lees deze: scores en materiaal wijzen verschillende kanten op
joint-display-case = casus
joint-display-apart = wat er gebeurt
joint-display-falls-while-promoting = de scores dalen ({ $change }), alleen bevorderend gecodeerd
joint-display-rises-while-hindering = de scores stijgen ({ $change }), alleen belemmerend gecodeerd
joint-display-factors = factoren

joint-display-items-title = Scores per vraag
joint-display-factors-title = In hoeveel casussen een factor bevordert (●), belemmert (◆) of beide kanten op werkt (◐)
joint-display-factors-note = Een casus kan bij meer tekens tellen; een factor telt onder zijn eigen code.

undefined-no-answers = de vragenlijst is hier niet ingevuld
undefined-answered-once = niemand beantwoordde dezelfde vraag twee keer
