# Een opdrachtregel die niet begrepen is. In het Engels zegt het programma dat de opdrachtregel leest dat zelf.

usage-value = { $argument } kan niet ‘{ $value }’ zijn.
usage-value-missing = Achter { $argument } ontbreekt een waarde.
usage-unknown = Onbekend: { $argument }
usage-command = Er is geen opdracht ‘{ $command }’.
usage-twice = { $argument } staat er twee keer.
usage-conflict = { $argument } gaat niet samen met { $other }.
usage-missing = Hier ontbreekt nog: { $argument }
usage-number-of-values = Achter { $argument } staan te veel of te weinig waarden.
usage-choices = Kies uit: { $values }
usage-expected = Wat hier hoort te staan: { $help }
usage-elsewhere = `draad { $command }` kent --{ $flag } wel: vraag deze tabel daarmee op.
usage-nearest = Bedoelde je { $nearest }?
usage-help = Met --help erachter krijg je uitleg.
