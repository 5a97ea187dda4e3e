# De figuur saturation: wanneer nieuw materiaal geen nieuwe codes meer bracht.

figure-saturation-title = Codes die erbij kwamen, { $unit ->
    [sources] bron na bron
   *[other] casus na casus
}
figure-saturation-what = Wanneer nieuw materiaal geen nieuwe codes meer bracht. De treden volgen de werkelijke volgorde: { $unit ->
    [sources] elke bron
   *[other] elke casus
} verhoogt het aantal verschillende codes met wat daarin voor het eerst voorkomt; boven een trede staat hoeveel.
figure-saturation-curve = De lijn met de band is wat elke andere volgorde gemiddeld had gegeven, met één standaarddeviatie naar boven en naar beneden. Liggen de treden erboven of eronder, dan kwam er vroeg of laat veel bij.
figure-saturation-numbers = De { $unit ->
    [sources] bronnen
   *[other] casussen
} zijn genummerd in de volgorde van analyse.
figure-saturation-marks = Onderaan staat per instelling van Guest, Namey en Chen (2020) de basis als balk, en de laatste { $unit ->
    [sources] bron
   *[other] casus
} van de eerste reeks die hoogstens 5 % nieuwe codes toevoegde (ring) en van de eerste die er geen toevoegde (stip), vergeleken met het aantal codes in de basis. 6+2 betekent: na 6 { $unit ->
    [sources] bronnen
   *[other] casussen
} voegde een reeks van 2 zo weinig toe; ‘niet’: geen enkele reeks.
figure-saturation-alt = Treden en een verwachte lijn voor { $codes } in { $units } { $unit ->
    [sources] bronnen
   *[other] casussen
}. De helft van de codes was er na { $half }, alle codes na { $all }; de laatste voegde er { $last } toe.
figure-saturation-codes = Aantal verschillende codes
figure-saturation-axis = { $unit ->
    [sources] bronnen, in volgorde van analyse
   *[other] casussen, in volgorde van analyse
}
figure-saturation-settings = Verzadigd?
figure-saturation-setting = basis { $base }, reeks { $run }
figure-saturation-setting-title = { $setting }: hoogstens 5 % nieuw: { $few }; niets nieuws: { $none }
figure-saturation-steps = werkelijke volgorde
figure-saturation-expected = gemiddelde van alle volgordes ± 1 sd
figure-saturation-few = hoogstens 5 % nieuw
figure-saturation-none = niets nieuws
figure-saturation-step = { $unit }: { $codes }, waarvan { $new } nieuw{ $new ->
    [0] {""}
   *[other] {" "}({ $which })
}; samen { $total }, verwacht { $expected } (sd { $sd })
