# The truth tables of crates/measures/benches/minimisation.rs, analysed with the R package QCA on the same data.
#
#   DRAAD_BENCH_DATA=FOLDER cargo bench -p draad-measures --bench minimisation -- --quick
#   Rscript tests/benches/peers/qca.R FOLDER
#
# Prints per data set the median time of the truth table and of the three types of solution, in milliseconds, and how many models
# there are: those must be the numbers that the benchmark prints.

suppressMessages(library(QCA))

RUNS <- 5

median_ms <- function(run) {
  times <- replicate(RUNS, system.time(run())[["elapsed"]])
  1000 * median(times)
}

analyse <- function(name, folder) {
  data <- read.csv(file.path(folder, paste0(name, ".csv")))
  cutoffs <- scan(file.path(folder, paste0(name, ".cutoffs")), sep = ",", quiet = TRUE)
  conditions <- setdiff(names(data), "OUTCOME")
  expected <- paste(rep("1", length(conditions)), collapse = ",")
  table <- function() {
    truthTable(data, outcome = "OUTCOME", conditions = conditions, n.cut = cutoffs[1], incl.cut = cutoffs[2],
               pri.cut = cutoffs[3])
  }
  rows <- table()
  solutions <- function() {
    list(minimize(rows), minimize(rows, include = "?"), minimize(rows, include = "?", dir.exp = expected))
  }
  found <- solutions()
  cat(sprintf("%s: truth table %.2f ms, three types %.2f ms; models %d and %d, %d pairs\n",
              name, median_ms(table), median_ms(solutions),
              length(found[[1]]$solution), length(found[[2]]$solution), length(found[[3]]$i.sol)))
}

folder <- commandArgs(trailingOnly = TRUE)[1]
for (name in c("13x5", "13x8", "50x15", "500x10")) {
  analyse(name, folder)
}
