# De opzet van het onderzoek: `draad figure study-design`.

figure-study-design-title = Opzet van het onderzoek
figure-study-design-what = Hoe het onderzoek is opgezet: per fase van het onderzoek de vraag, en met welke methode wie gehoord is.
figure-study-design-tiles = De oppervlakte van een vlak is evenredig met het aantal dat erin staat: de mensen of groepen die eronder of ernaast genoemd zijn, opgeteld. Een open vlak: niet geteld. De aantallen staan in design.toml; wie in meer methoden meedeed, telt in elk daarvan.
figure-study-design-order = Fasen en methoden staan in de volgorde waarin ze beschreven zijn.
figure-study-design-legend = Oppervlakte: aantal
figure-study-design-legend-open = niet geteld
figure-study-design-alt = Opzet in { $n } fasen. { $phases }.
