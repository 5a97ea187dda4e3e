#: export-r-how
#: export-r-made

load_study <- function(folder, names = TRUE) {
  if (!file.exists(file.path(folder, "columns.csv"))) {
    stop(sprintf(said("export-r-elsewhere"), folder), call. = FALSE)
  }
  read <- function(file) {
    utils::read.csv(
      file.path(folder, file), colClasses = "character", na.strings = "", check.names = FALSE,
      encoding = "UTF-8", blank.lines.skip = FALSE
    )
  }
  columns <- read("columns.csv")
  lists <- read("lists.csv")

  #: export-r-code-list
  as_listed <- function(values, list) {
    known <- lists[lists$list == list, ]
    further <- setdiff(values, c(known$id, NA))
    shown <- if (names) known$name else known$id
    factor(
      values,
      levels = c(known$id, further), labels = make.unique(c(shown, further)),
      ordered = any(known$ordered == "yes")
    )
  }
  #: export-r-code-whole
  whole <- function(values) {
    numbers <- as.numeric(values)
    if (all(abs(numbers) <= .Machine$integer.max, na.rm = TRUE)) as.integer(numbers) else numbers
  }
  typed <- function(values, type) {
    switch(type,
      "integer" = whole(values),
      "number" = as.numeric(values),
      "yes-no" = unname(c(yes = TRUE, no = FALSE)[values]),
      "day" = as.Date(values, format = "%Y-%m-%d"),
      "time" = as.POSIXct(values, format = "%Y-%m-%dT%H:%M:%OS", tz = "UTC"),
      values
    )
  }
  column <- function(values, about) {
    if (!is.na(about$list)) return(as_listed(values, about$list))
    made <- suppressWarnings(typed(values, about$type))
    if (any(is.na(made) & !is.na(values))) {
      warning(sprintf(said("export-r-unread"), about$table, about$column), call. = FALSE)
    }
    made
  }
  table_of <- function(name) {
    table <- read(paste0(name, ".csv"))
    about <- columns[columns$table == name, ]
    if (!identical(colnames(table), about$column)) {
      warning(sprintf(said("export-r-changed"), name), call. = FALSE)
      about <- about[match(colnames(table), about$column), ]
    }
    for (place in seq_along(table)) {
      row <- about[place, ]
      if (is.na(row$type)) next
      made <- column(table[[place]], row)
      if (!is.na(row$label)) attr(made, "label") <- row$label
      table[[place]] <- made
    }
    table
  }

  #: export-r-code-parts
  study <- list()
  for (name in unique(columns$table)) {
    part <- dirname(name)
    key <- gsub("-", "_", basename(name), fixed = TRUE)
    if (part == ".") {
      study[[key]] <- table_of(name)
    } else {
      study[[part]] <- c(study[[part]], structure(list(table_of(name)), names = key))
    }
  }
  for (key in setdiff(names(study$sheets), "legend")) {
    sheet <- study$sheets[[key]]
    rownames(sheet) <- sheet$CASE
    study$sheets[[key]] <- sheet[names(sheet) != "CASE"]
  }
  study$lists <- lists
  study
}

#: export-r-code-unknown
is_unknown <- function(cases, attribute) {
  vapply(split_list(cases$unknown_attributes), function(ids) attribute %in% ids, logical(1))
}

#: export-r-code-split
split_list <- function(cells) {
  cells <- strsplit(as.character(cells), ";", fixed = TRUE)
  lapply(cells, function(ids) ids[!is.na(ids)])
}

#: export-r-code-name
name_of <- function(ids, list, lists = study$lists) {
  known <- lists[lists$list == list, ]
  found <- known$name[match(ids, known$id)]
  ifelse(is.na(found), as.character(ids), found)
}

#: export-r-code-here
study <- load_study(local({
  sourced <- Filter(is.character, lapply(sys.frames(), get0, x = "ofile", inherits = FALSE))
  run <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
  scripts <- c(rev(unlist(sourced)), gsub("~+~", " ", run, fixed = TRUE))
  folders <- c(dirname(scripts), ".")
  found <- file.exists(file.path(folders, "columns.csv")) & file.exists(file.path(folders, "lists.csv"))
  normalizePath(c(folders[found], ".")[1])
}))
