# De figuur triangulation: waardoor factoren gedragen worden.

figure-triangulation-title = Triangulatie: waardoor factoren gedragen worden
figure-triangulation-what = Hoe breed een factor gedragen wordt: in welke soorten bronnen, en wie erin erover spreekt. Elke rij is een factor; kolommen staan per soort bron bijeen, met een letter per rol, allebei in de volgorde van de studie.
figure-triangulation-tiles = Het getal in een vlak is het aantal casussen waarin iemand met die rol in zo’n bron over de factor spreekt; hoe { $ground ->
        [dark] lichter
       *[light] donkerder
    }, hoe meer. Een lege plek: in geen casus gevonden, of er is zulk materiaal niet.
figure-triangulation-margins = Rechts: in hoeveel casussen met materiaal de factor voorkomt (k/n), in hoeveel daarvan minstens { $kinds } soorten bronnen en { $roles } rollen erover spreken (breed), en in hoeveel daarvan de factor in één bron staat.
figure-triangulation-flag = Een driehoek wijst factoren aan die in elke casus in maar één bron staan.
figure-triangulation-askers = Wie de vragen stelt, telt niet als rol.
figure-triangulation-alt = Vlakken voor { $factors } bij { $columns } combinaties van soort bron en rol. Het breedst gedragen wordt ‘{ $top }’: { $breadth } combinaties, en breed in { $k } van de { $n } casussen waarin de factor voorkomt. { $flagged ->
    [0] Geen factor staat in elke casus in maar één bron.
    [one] Eén factor staat in elke casus in maar één bron.
   *[other] { $flagged } factoren staan in elke casus in maar één bron.
}
figure-triangulation-cases = casussen
figure-triangulation-broad = breed
figure-triangulation-single = één bron
figure-triangulation-roles = Rol:
figure-triangulation-no-role = rol niet bekend
figure-triangulation-tints = Aantal casussen:
figure-triangulation-flagged = in elke casus maar één bron
figure-triangulation-tile = { $factor }, { $kind }, { $role }: { $cases }
figure-triangulation-row = { $factor }: in { $k } van { $n } casussen; breed in { $broad }, in één bron in { $single }
