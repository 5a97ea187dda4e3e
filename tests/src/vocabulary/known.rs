//! Words that people know, so that a query on a generated study reads like one on a real study.

/// Words, the rank of the first, and how many ranks on each next one stands; `_` is a blank within.
const KNOWN: [(usize, usize, &str); 3] = [
    (
        0,
        1,
        "ik en dat de het ja je is een niet van maar in die ze was we op dan zo met er te heb d'r om wat ook wel hij als \
         nou voor heel aan toen naar had want nog hebben bij of dus heeft kan hoe mijn mij moet ben zijn daar uit nu al \
         jij wij deze dit meer haar hem hun ons iets over geen door moeten alles gewoon goed echt veel waar zou wordt \
         worden soms eigenlijk misschien gaat ging kunnen altijd omdat allemaal mensen keer hier toch doen tot weer na \
         zo'n één even anders steeds nooit later eerst tegen samen",
    ),
    (
        110,
        6,
        "weten gaan kind moeder komen vader zien denken thuis gezinshuis begeleiding school vertrouwen praten vinden contact \
         bezoek afspraak bellen vroeger helpen moe boos rustig blij wachten luisteren proberen geloven dragen terug \
         verder appen ruzie loslaten dichtbij 's_ochtends tafel koffie fiets zaterdag 's_avonds",
    ),
    (
        900,
        37,
        "kinderen vertrouwd moeders begeleider vertrouwt vaders e-mail bezoekregeling vertrouwde schooltje wantrouwen gezinshuisouder \
         vertrouwensband afspraken vertrouw zelfvertrouwen idee geërgerd café vertrouwenspersoon coördinator \
         vertrouwelijk moederdag gezinshuisouders schoolplein egoïstisch",
    ),
];

/// Pairs of which the second likes to follow the first.
pub(super) const FOLLOWERS: [(&str, &str); 4] =
    [("samen", "vertrouwen"), ("weer", "terug"), ("heel", "moe"), ("eerst", "bellen")];

/// Returns the known words with their ranks, counted from 0.
pub(super) fn known() -> impl Iterator<Item = (usize, String)> {
    let spread = |(first, step, words): (usize, usize, &'static str)| {
        words
            .split_ascii_whitespace()
            .enumerate()
            .map(move |(n, word)| (first + n * step, word.replace('_', " ")))
    };
    KNOWN.into_iter().flat_map(spread)
}
