# Tabellen op de terminal en in documenten.

table-factor = factor
table-case = casus
table-promoting = bevorderend
table-hindering = belemmerend
table-balance-factors = balans: factoren
table-balance-codings = coderingen
table-balance-chars = tekens
table-marks = Met het aantal fragmenten: ● bevorderend, ◆ belemmerend, ◐ dubbel, ■ thema zonder richting; · materiaal, niet gecodeerd; – geen materiaal.
table-passage = Een fragment is een stuk van een bron dat zonder onderbreking met de factor gecodeerd is, door hoeveel codeurs en hoe vaak ook.
table-k-of-n = k van n: in k van de n casussen met materiaal komt de factor voor.
table-group-cell = Per cel: in k van de n casussen met zulk materiaal komt de factor voor, en daarachter het aantal fragmenten.
table-balance = De balans is (P − H) / (P + H): op het aantal verschillende factoren, op coderingen en op tekens. 1 betekent dat alles bevordert, −1 dat alles belemmert; een factor die in een casus beide doet, telt aan beide kanten.
