# De figuren clusters en map: welke casussen op elkaar lijken.

figure-clusters-title = Casussen die op elkaar lijken
figure-clusters-what = Welke casussen op elkaar lijken: links de boom van de casussen, rechts de tabel die hij samenvat. Een vak staat waar de rij van de ene casus de kolom van de andere kruist; aan het eind van een rij staat van welke casus zij is, en daaronder loopt zijn kolom.
figure-clusters-similarity = Het getal is de overeenkomst in honderdsten: 67 betekent 0,67. Hoe donkerder, hoe meer overeenkomst.
figure-clusters-distance = Het getal is de afstand. Hoe donkerder, hoe kleiner de afstand.
figure-clusters-order = De takken zijn zo gedraaid dat buren zo weinig mogelijk van elkaar verschillen.
figure-clusters-ties = Een stip staat waar meer groepen even dichtbij lagen.
figure-clusters-alt = Boom van { $cases } met de tabel van hun overeenkomst. Het eerst samengevoegd zijn { $first } en { $second } (afstand { $height }). Het laatst: { $one } tegenover { $other }.
figure-clusters-axis = afstand
figure-clusters-tints = Overeenkomst:
figure-clusters-tints-distance = Afstand:
figure-clusters-tied = samengevoegd terwijl andere even dichtbij lagen
figure-clusters-joining = { $first } met { $second }: afstand { $height }
figure-clusters-joining-tied = { $first } met { $second }: afstand { $height }; andere lagen even dichtbij
figure-clusters-pair = { $first } en { $second }: overeenkomst { $value }; { $both } codes in beide, { $one } alleen in de eerste, { $other } alleen in de tweede
figure-clusters-pair-distance = { $first } en { $second }: afstand { $value }; { $both } codes in beide, { $one } alleen in de eerste, { $other } alleen in de tweede
