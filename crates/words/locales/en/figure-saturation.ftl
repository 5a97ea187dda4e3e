# The figure saturation: when new material stopped bringing new codes.

figure-saturation-title = Codes that were added, { $unit ->
    [sources] source by source
   *[other] case by case
}
figure-saturation-what = When new material stopped bringing new codes. The steps follow the actual order: { $unit ->
    [sources] each source
   *[other] each case
} raises the number of different codes by what occurs in it for the first time; above a step stands how many.
figure-saturation-curve = The line with the band is what any other order would have given on average, with one standard deviation up and down. Where the steps lie above or below it, much was added early or late.
figure-saturation-numbers = The { $unit ->
    [sources] sources
   *[other] cases
} are numbered in the order of analysis.
figure-saturation-marks = At the foot stands, per setting of Guest, Namey and Chen (2020), the base as a bar, and the last { $unit ->
    [sources] source
   *[other] case
} of the first run that added at most 5% new codes (ring) and of the first that added none (dot), compared with the number of codes in the base. 6+2 means: after 6 { $unit ->
    [sources] sources
   *[other] cases
} a run of 2 added so few; ‘never’: no run did.
figure-saturation-alt = Steps and an expected line for { $codes } in { $units } { $unit ->
    [sources] sources
   *[other] cases
}. Half of the codes were there after { $half }, all after { $all }; the last one added { $last }.
figure-saturation-codes = Number of different codes
figure-saturation-axis = { $unit ->
    [sources] sources, in the order of analysis
   *[other] cases, in the order of analysis
}
figure-saturation-settings = Saturated?
figure-saturation-setting = base { $base }, run { $run }
figure-saturation-setting-title = { $setting }: at most 5% new: { $few }; nothing new: { $none }
figure-saturation-steps = actual order
figure-saturation-expected = mean of all orders ± 1 SD
figure-saturation-few = at most 5% new
figure-saturation-none = nothing new
figure-saturation-step = { $unit }: { $codes }, of which { $new } new{ $new ->
    [0] {""}
   *[other] {" "}({ $which })
}; { $total } together, { $expected } expected (SD { $sd })
