# Triangulatie: wat er per casus achter een factor staat.

triangulation-triangulated = getrianguleerd
triangulation-single-source = één bron
triangulation-dominated = bron overheerst
triangulation-contradicted = perspectieven botsen
triangulation-marks = ▲ getrianguleerd: ten minste { $kinds } soorten bronnen én ten minste { $roles } perspectieven; △ meer dan één bron, maar niet getrianguleerd; 1 één bron; ! van meer bronnen heeft er één een groter deel van de coderingen dan { $share }; ≠ perspectieven botsen; · materiaal, niet gecodeerd; – geen materiaal.
triangulation-k-of-n = Rechts, k van n: in k van de n casussen waarin de factor voorkomt.
triangulation-unused = Rechts –: de factor is in geen enkele casus gecodeerd.
triangulation-roles = Een perspectief is de rol van wie er spreekt; wie vragen stelt, telt niet mee. Perspectieven botsen als bij dezelfde code de ene rol een bevorderende en een andere een belemmerende codering heeft.
triangulation-cases = casussen
triangulation-list-single = Om naar te kijken: wat in een casus op één bron rust
triangulation-list-single-note = Eén bron: achter elke casus de bron, met soort en perspectief. Dat maakt een bevinding niet onwaar; het vraagt om een tweede bron of om een voorbehoud.
triangulation-list-dominated = Om naar te kijken: waar één bron het woord voert
triangulation-list-dominated-note = Een bron overheerst: hoeveel van de coderingen van de factor in die casus in die bron staan.
triangulation-list-contradicted = Om naar te kijken: waar perspectieven botsen
triangulation-list-contradicted-note = Perspectieven botsen: ● wie er iets bevorderends in ziet, ◆ wie er iets belemmerends in ziet. Zulke verschillen zijn een uitkomst, geen ruis.
