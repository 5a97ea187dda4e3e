#' # The study in R
#'
#' **De vraag.** Vindt R, zonder draad, dezelfde getallen? Dit notebook laadt de voorbeeldstudie en rekent twee dingen na
#' die in een artikel snel betwist worden: hoe ver twee codeurs het eens zijn, en welke combinaties van condities met een
#' goede uitkomst samengaan. Alle personen in de studie zijn verzonnen.
#'
#' Alles gebeurt met de R die je al hebt; geen enkel pakket is nodig. Waar een bekend pakket geïnstalleerd is
#' (`irr`, `psych`, `QCA`), rekent dat ook mee. De koppen zijn Engels, zoals de namen van tabellen en kolommen,
#' zodat je ze terugvindt; de tekst is Nederlands, zoals het materiaal.
#'
#' Zo draai je het zelf, in deze map: `Rscript study-in-r.R`, of open het in RStudio en kies *Compile Report*.
#' Het stopt met een fout zodra een getal van R niet dat van draad is. De versie met uitkomsten (`study-in-r.md`) maakt
#' `Rscript -e 'knitr::knit(knitr::spin("study-in-r.R", knit = FALSE))'`.
#'
#+ include = FALSE
options(width = 130, digits = 4, OutDec = ".")
if (requireNamespace("knitr", quietly = TRUE)) {
  knitr::opts_chunk$set(dev = "svg", fig.path = "figures/", fig.width = 7, fig.height = 4.5, comment = "#")
}
if (!interactive() && !isTRUE(getOption("knitr.in.progress"))) pdf(NULL)

#' ## Loading
#'
#' Eén opdracht schrijft de hele studie als gewone tabellen, met een script dat ze inleest.

draad <- function(...) {
  command <- Sys.getenv("DRAAD", "draad")
  asked <- shQuote(c("--study", "../../examples/gedeeld-opvoederschap", "--quiet", ...))
  if (system2(command, asked, stdout = FALSE) != 0) stop("draad ", paste(..., collapse = " "))
}
folder <- tempfile("gedeeld-opvoederschap-")
draad("export", "--to", folder, "--format", "r")
source(file.path(folder, "load.R"))

c(cases = nrow(study$cases), sources = nrow(study$sources), codings = nrow(study$codings))

#' De 2013 coderingen zijn de 1998 van Anna en Bram, en vijftien van `consensus`: besluiten die zij samen namen. Die herhalen
#' wat al gecodeerd was. Wie telt wat mensen codeerden, laat ze weg.
#'
#' Namen zijn factoren in de volgorde van de studie. Een kruistabel hoeft dus niet gesorteerd te worden, en laat ook zien
#' wat niet voorkomt. Elke kolom zegt wat hij betekent.

coders <- name_of(c("anna", "bram"), "coder")
with(subset(study$codings, coder %in% coders), table(role, valence_effective))
attr(study$codings$valence_effective, "label")

#' Dit telt coderingen: wat Anna en Bram allebei codeerden, staat er twee keer in, en waar niet bekend is wie er sprak, staat
#' het er niet in. Een rol met veel coderingen is een rol met veel materiaal; met elkaar vergelijken kun je ze zo niet.
#'
#' ## Cases by factors
#'
#' In `results` staan de tabellen over casussen heen, zoals `draad table` ze geeft. Een rij is hier een factor in een casus;
#' `state` houdt ‘materiaal, niet gecodeerd’ en ‘geen materiaal’ uit elkaar. Dat zijn twee soorten niets, en alleen de
#' eerste zegt iets over wat er in de casus gelezen is.

factors <- subset(study$results$cases_by_factors, kind == "factor" & level == "relationele houding")
states <- unclass(with(droplevels(factors), table(factor, state)))
states

#' Het paarse middenstuk telt de casussen waarin dezelfde factor zowel helpt als hindert: op een ander moment, volgens een
#' ander mens, of in hetzelfde fragment volgens een andere codeur.

#+ factors, fig.cap = "De factoren van de relationele houding: in hoeveel van de dertien casussen zij welke kant op werken"
colours <- c("bevorderend" = "#1b7f79", "bevorderend en belemmerend" = "#7a5195", "belemmerend" = "#c8553d",
             "ambivalent" = "#e0b84c", "materiaal, niet gecodeerd" = "#eceae4")
colours <- colours[names(colours) %in% colnames(states)]
par(mar = c(4, 13, 4, 1), las = 1, family = "sans", xpd = NA)
barplot(t(states[rev(rownames(states)), names(colours)]), horiz = TRUE, col = colours, border = "grey40",
        xlab = "casussen", xaxt = "n", cex.names = 0.75)
axis(1, at = 0:nrow(study$cases), cex.axis = 0.75)
legend("topleft", names(colours), fill = colours, cex = 0.75, bty = "n", ncol = 3, inset = c(-0.45, -0.24))

#' ## Does R find the same?
#'
#' Alles wat hierna komt, rekent R zelf uit de coderingen en de lidmaatschappen. `same()` legt het naast het getal van draad:
#' waar het ene niet gedefinieerd is, mag het andere dat ook niet zijn, en verder mogen ze hooguit 1e-9 verschillen.

checked <- data.frame()
same <- function(what, by_r, by_draad) {
  stopifnot(length(by_r) == length(by_draad), length(by_r) > 0)
  by_r[is.nan(by_r)] <- NA
  if (any(is.na(by_r) != is.na(by_draad))) stop(what, ": niet op dezelfde plaatsen gedefinieerd")
  difference <- max(0, abs(by_r - by_draad), na.rm = TRUE)
  if (difference > 1e-9) stop(what, ": R en draad verschillen ", difference)
  checked <<- rbind(checked, data.frame(what, numbers = sum(!is.na(by_r)), undefined = sum(is.na(by_r))))
}

#' ## Two coders, by hand
#'
#' Anna en Bram lazen deels dezelfde bronnen. Wat zij allebei lazen, zijn de bronnen waarin allebei iets codeerden. Het
#' materiaal daarvan zijn de beurten, berichten en alinea’s die bij een casus horen; koppen en meldingen tellen niet.

by_source <- with(study$codings, table(source, coder))[, coders]
both <- rownames(by_source)[rowSums(by_source > 0) == 2]
turns <- subset(study$units, source %in% both & kind == name_of("said", "unit-kind") & !is.na(cases))
turns$turn <- seq_len(nrow(turns))
c(sources = length(both), turns = nrow(turns))

#' Een codeur heeft een code in een beurt gevonden als een codering minstens één teken van de beurt raakt. Wat onder een code
#' hangt, telt mee. Dat geeft per code een kolom van ja en nee voor elke codeur: de matrix waar alle coëfficiënten op rusten.

with_below <- function(code) {
  below <- study$codebook$code[study$codebook$parent %in% code]
  if (length(below) == 0) as.character(code) else c(as.character(code), with_below(below))
}
spans <- subset(study$codings, coder %in% coders & source %in% both & !is.na(start))
found <- function(code, by) {
  own <- spans[spans$coder == by & spans$code %in% with_below(code), c("source", "start", "end")]
  pairs <- merge(turns[c("turn", "source", "start", "end")], own, by = "source")
  turns$turn %in% pairs$turn[pairs$start.x < pairs$end.y & pairs$start.y < pairs$end.x]
}

#' De coëfficiënten zijn vier regels. Ze verschillen alleen in wat zij toeval noemen: Cohen rekent met de gewoonte van elke
#' codeur apart, Scott met die van beiden samen, Krippendorff trekt zonder terugleggen uit alle oordelen.

agreement <- function(a, b) {
  n <- length(a)
  percent <- mean(a == b)
  together <- mean(c(a, b))
  cohen <- mean(a) * mean(b) + mean(!a) * mean(!b)
  scott <- together^2 + (1 - together)^2
  krippendorff <- 1 - (1 - scott) * 2 * n / (2 * n - 1)
  c(percent = percent, kappa = (percent - cohen) / (1 - cohen), pi = (percent - scott) / (1 - scott),
    alpha = 1 - (1 - percent) / (1 - krippendorff))
}

#' En nu alle codes, naast `draad agree --unit turn`.

file <- tempfile(fileext = ".csv")
draad("agree", "--unit", "turn", "--resamples", "0", "--format", "csv", "--out", file)
by_draad <- read.csv(file)
by_turn <- t(vapply(name_of(by_draad$code, "code"), function(code) {
  agreement(found(code, coders[1]), found(code, coders[2]))
}, numeric(4)))

same("turns: percent", by_turn[, "percent"], by_draad$percent)
same("turns: Cohen's kappa", by_turn[, "kappa"], by_draad$kappa)
same("turns: Scott's pi", by_turn[, "pi"], by_draad$fleiss)
same("turns: Krippendorff's alpha", by_turn[, "alpha"], by_draad$alpha)
by_turn[name_of(c("vertrouwen", "openheid", "loyaliteit", "keerpunt"), "code"), ]

#' Gelijk is bijna altijd hoog, want een code komt in de meeste beurten niet voor. Daarom zegt dat deel op zichzelf niets, en
#' hoort bij elke coëfficiënt hoe vaak de code voorkomt. Alles hier gaat over 27 van de 118 bronnen.

#+ agreement, fig.cap = "Elke stip is een code: het deel dat gelijk is, onderscheidt codes nauwelijks, kappa wel"
par(mar = c(4, 4, 1, 1), las = 1, family = "sans")
plot(by_turn[, "percent"], by_turn[, "kappa"], xlab = "deel van de beurten gelijk", ylab = "Cohens kappa",
     xlim = c(0, 1), ylim = c(-0.2, 1), pch = 19, col = "#1b7f79")
abline(h = 0, lty = 3)

#' Hetzelfde per teken, zoals NVivo rekent: elk teken van een bron is door een codeur gecodeerd of niet. Dit zijn de cijfers van
#' `draad agree` zonder opties; zij staan al in `results`.

length_of <- setNames(study$sources$chars, study$sources$source)[both]
first <- setNames(cumsum(c(0, length_of))[seq_along(both)], both)
characters <- function(code, by) {
  covered <- logical(sum(length_of))
  own <- spans[spans$coder == by & spans$code %in% with_below(code), ]
  for (row in seq_len(nrow(own))) {
    place <- first[[as.character(own$source[row])]]
    covered[(place + own$start[row] + 1):(place + own$end[row])] <- TRUE
  }
  covered
}
free <- study$results$agreement
by_character <- t(vapply(as.character(free$code), function(code) {
  agreement(characters(code, coders[1]), characters(code, coders[2]))
}, numeric(4)))
same("characters: percent", by_character[, "percent"], free$percent)
same("characters: Cohen's kappa", by_character[, "kappa"], free$char_kappa)
same("characters: Krippendorff's alpha", by_character[, "alpha"], free$char_alpha)

#' De pakketten die veel artikelen noemen, waar ze geïnstalleerd zijn:

defined <- which(!is.na(by_draad$kappa))
both_found <- function(row) {
  code <- name_of(by_draad$code[row], "code")
  data.frame(first = found(code, coders[1]), second = found(code, coders[2])) + 0
}
if (requireNamespace("irr", quietly = TRUE)) {
  kappa2 <- vapply(defined, function(row) irr::kappa2(both_found(row))$value, 0)
  alpha <- vapply(defined, function(row) irr::kripp.alpha(t(both_found(row)))$value, 0)
  same("irr::kappa2", kappa2, by_draad$kappa[defined])
  same("irr::kripp.alpha", alpha, by_draad$alpha[defined])
} else cat("irr is niet geïnstalleerd: overgeslagen\n")
if (requireNamespace("psych", quietly = TRUE)) {
  kappa <- vapply(defined, function(row) suppressWarnings(psych::cohen.kappa(both_found(row)))$kappa, 0)
  same("psych::cohen.kappa", kappa, by_draad$kappa[defined])
} else cat("psych is niet geïnstalleerd: overgeslagen\n")

#' ## Thirteen cases as sets, by hand
#'
#' `conditions.toml` van de studie noemt vier condities. Van elke casus staat het lidmaatschap van elke conditie en van de
#' uitkomst in `results$qca_calibration`.

memberships <- with(study$results$qca_calibration, tapply(membership, list(case, condition), sum))
used <- unique(subset(study$results$qca_calibration, takes_part)$case)
sets <- as.data.frame(memberships[as.character(used), unique(study$results$qca_calibration$condition)])
outcome <- names(sets)[ncol(sets)]
conditions <- setdiff(names(sets), outcome)
names(sets)[names(sets) == outcome] <- "OUTCOME"
round(sets, 2)

#' Logisch *en* is het minimum, *of* het maximum, *niet* is 1 min. Daarmee is elke formule een kolom. Inclusie is hoe ver de ene
#' kolom binnen de andere valt; PRI trekt af wat evengoed binnen de afwezigheid van de uitkomst valt.

membership <- function(formula) {
  literal <- function(name) if (startsWith(name, "~")) 1 - sets[[substring(name, 2)]] else sets[[name]]
  term <- function(text) do.call(pmin, lapply(strsplit(text, "*", fixed = TRUE)[[1]], literal))
  do.call(pmax, lapply(trimws(strsplit(formula, "+", fixed = TRUE)[[1]]), term))
}
y <- sets$OUTCOME
inclusion <- function(x) sum(pmin(x, y)) / sum(x)
pri <- function(x) (sum(pmin(x, y)) - sum(pmin(x, y, 1 - y))) / (sum(x) - sum(pmin(x, y, 1 - y)))
coverage <- function(x) sum(pmin(x, y)) / sum(y)
relevance <- function(x) sum(1 - x) / sum(1 - pmin(x, y))

#' De waarheidstabel: elke casus hoort bij de ene combinatie waarvan zij voor meer dan de helft lid is.

corner <- sets[conditions] > 0.5
number <- 1 + drop(corner %*% 2^(rev(seq_along(conditions)) - 1))
rows <- sort(unique(number))
combination <- function(row) {
  here <- corner[match(row, number), ]
  paste0(ifelse(here, "", "~"), conditions, collapse = "*")
}
x <- lapply(vapply(rows, combination, ""), membership)
truth <- data.frame(
  row = rows, n = as.vector(table(number)), inclusion = vapply(x, inclusion, 0), pri = vapply(x, pri, 0),
  cases = vapply(rows, function(row) paste(rownames(sets)[number == row], collapse = ";"), "")
)
truth

theirs <- study$results$qca[order(study$results$qca$row), ]
same("truth table: rows", truth$row, theirs$row)
same("truth table: cases per row", truth$n, theirs$n)
same("truth table: inclusion", truth$inclusion, theirs$inclusion)
same("truth table: PRI", truth$pri, theirs$pri)
stopifnot(identical(truth$cases, theirs$cases))

#' De oplossingen van draad, term voor term. Unieke dekking is de dekking van het hele model min die zonder de term.

solutions <- study$results$qca_solutions
terms <- lapply(solutions$term, membership)
same("terms: inclusion", vapply(terms, inclusion, 0), solutions$inclusion)
same("terms: PRI", vapply(terms, pri, 0), solutions$pri)
same("terms: coverage", vapply(terms, coverage, 0), solutions$raw_coverage)
unique_coverage <- vapply(seq_along(terms), function(row) {
  model <- solutions$solution == solutions$solution[row] & solutions$model == solutions$model[row]
  others <- terms[model & seq_along(terms) != row]
  coverage(do.call(pmax, terms[model])) - if (length(others)) coverage(do.call(pmax, others)) else 0
}, 0)
same("terms: unique coverage", unique_coverage, solutions$unique_coverage)

models <- lapply(study$results$qca_fit$formula, membership)
same("models: inclusion", vapply(models, inclusion, 0), study$results$qca_fit$inclusion)
same("models: coverage", vapply(models, coverage, 0), study$results$qca_fit$coverage)

needed <- lapply(study$results$qca_necessity$expression, membership)
same("necessity: inclusion", vapply(needed, coverage, 0), study$results$qca_necessity$inclusion)
same("necessity: coverage", vapply(needed, inclusion, 0), study$results$qca_necessity$coverage)
same("necessity: relevance", vapply(needed, relevance, 0), study$results$qca_necessity$relevance)
solutions[c("solution", "term", "inclusion", "raw_coverage")]

#' Dat de cijfers van een term kloppen, zegt nog niet dat het de kortste formule is. Dat laat zich ook met de hand nagaan: een
#' model mag geen rij met de uitkomst missen, en geen rij zonder de uitkomst raken.

positive <- theirs$out == "1"
covers <- function(formula) vapply(x, function(row) any(row > 0.5 & membership(formula) > 0.5), NA)
for (formula in study$results$qca_fit$formula) {
  stopifnot(all(covers(formula)[positive]), !any(covers(formula)[!positive]))
}

#' Met het pakket QCA, waar het geïnstalleerd is, komt ook de minimalisatie van een ander programma:

as_written <- function(model) {
  terms <- strsplit(gsub(" ", "", model), "*", fixed = TRUE)
  paste(sort(vapply(terms, function(term) paste(sort(term), collapse = "*"), "")), collapse = " + ")
}
by_package <- function(solved) vapply(solved$solution, as_written, "")
by_draad_of <- function(kind) {
  own <- solutions[solutions$solution == kind, ]
  vapply(split(own$term, own$model), as_written, "")
}
if (requireNamespace("QCA", quietly = TRUE)) {
  tt <- QCA::truthTable(sets, outcome = "OUTCOME", conditions = conditions, incl.cut = 0.8)
  stopifnot(setequal(by_package(QCA::minimize(tt)), by_draad_of("conservative")))
  stopifnot(setequal(by_package(QCA::minimize(tt, include = "?")), by_draad_of("parsimonious")))
} else cat("QCA is niet geïnstalleerd: overgeslagen\n")

#' ## What was compared

checked

#' ## From a term back to people
#'
#' Achter een term staan casussen, en achter een casus fragmenten. Wat zit er in casus 1 achter de eerste term van de
#' conservatieve oplossing?

first_term <- solutions$term[1]
behind <- subset(study$results$qca_evidence, term == first_term & case == "p01" & !is.na(quote))
cat(paste0(behind$condition, ", ", behind$source, "\n  ", behind$quote), sep = "\n")

#' ## What this does not say
#'
#' - Dat R hetzelfde vindt, zegt iets over het rekenen. De coderingen zijn dezelfde; een lezing die niet klopt, staat nu in
#'   twee programma's.
#' - Een term met inclusie 1 kent in deze dertien casussen geen tegenvoorbeeld. Vier rijen van de waarheidstabel met de uitkomst
#'   bevatten samen vijf casussen: elke casus minder is een rij minder, of bijna.
#' - Casus 9 liep goed en staat in een rij die de grens van 0,8 niet haalt (0,72). Geen oplossing zegt iets over haar.
#'
#' ## Exercise
#'
#' 1. Gwets AC1 noemt iets anders toeval: bij twee mogelijkheden `2 * m * (1 - m)`, met `m` het aandeel ja van beide codeurs
#'    samen. Voeg het toe aan `agreement()` en leg het naast `by_draad$ac1`. Bij welke codes lopen AC1 en kappa het verst uiteen,
#'    en wat hebben die codes gemeen?
#' 2. De studie noemt *veel verwijt en strijd* aanwezig vanaf vier fragmenten. Maak er in `sets$STRIJD` zes van: de aantallen staan
#'    als `raw` in `results$qca_calibration`. Welke casussen verhuizen, en wordt een rij tegenstrijdig?
#' 3. Schrijf over één term van de oplossing een zin voor een artikel, met k van n, en kies er twee citaten bij: een uit
#'    `results$qca_evidence` dat de zin steunt, en een uit `study$passages` dat hem lastiger maakt.
