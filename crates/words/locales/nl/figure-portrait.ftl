# Portret van een bron, en codelijn van een casus: `draad figure portrait`, `draad figure codeline`.

figure-portrait-title = Portret van een bron
figure-portrait-what = Waar in bron { $source } ({ $name }; { $chars } tekens) welke codes staan.
figure-portrait-bars = De lengte van de balk is de werkelijke lengte in de tekst, met een zichtbaar minimum; de vorm waar een balk begint, geeft de richting: cirkel bevorderend, ruit belemmerend, open cirkel ambivalent, vierkant zonder richting. Een open balk betekent dat de bron als geheel gecodeerd is.
figure-portrait-passage-is = Een fragment is een aaneengesloten stuk van een bron dat bij de code is gecodeerd, hoe vaak en door hoeveel codeurs ook; het telt alleen bij zijn eigen code. Rechts (n) staat het aantal fragmenten.
figure-portrait-strip-people = Bovenaan staat wie waar spreekt; wie de vragen stelt, is lichter.
figure-portrait-strip-roles = Bovenaan staat welke rol waar spreekt; wie de vragen stelt, is lichter.
figure-portrait-order = Codes staan op volgorde van richting, en daarbinnen van waar ze het eerst voorkomen.
figure-portrait-undated = zonder datum
figure-portrait-voice = { $voice }: { $turns } { $turns ->
    [one] beurt
   *[other] beurten
}, { $chars } tekens
figure-portrait-whole = de hele bron
figure-portrait-chars = tekens { $start }–{ $end }
figure-portrait-n-chars = { $n } tekens
figure-portrait-passage = { $code }: { $state }; { $source }, { $place }; { $codings }
figure-portrait-alt = { $what } { $passages } van { $codes }: { $promoting } bevorderend, { $hindering } belemmerend. Het vaakst staat er ‘{ $top }’: { $k } keer.
figure-codeline-title = Codelijn van een casus
figure-codeline-what = Waar in de bronnen van casus { $case } ({ $sources }) welke codes staan.
figure-codeline-order = De bronnen staan naast elkaar op volgorde van datum (zonder datum achteraan) en dan van id; de nummers verwijzen naar de lijst eronder.
