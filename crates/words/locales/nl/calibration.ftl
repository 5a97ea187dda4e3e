# Condities en hun kalibratie: `draad calibrate`.

status-conditions = { $n ->
    [one] 1 conditie
   *[other] { $n } condities
}{ $all ->
    [0] {""}
   *[other] , { $scored } van { $all } scores gegeven
}: draad calibrate
