# Conditions and their calibration: `draad calibrate`.

status-conditions = { $n ->
    [one] 1 condition
   *[other] { $n } conditions
}{ $all ->
    [0] {""}
   *[other] , { $scored } of { $all } scores given
}: draad calibrate
