# Recomputes every number of a report from the exported data set, with R alone.
# Rscript recompute.R FOLDER, where FOLDER holds dataset.csv, codebook.csv, results.csv and plan.json.
# Prints one line an analysis: id, numbers compared, worst relative difference.

suppressPackageStartupMessages({
  library(survival)
  library(pROC)
  library(jsonlite)
})

folder <- commandArgs(trailingOnly = TRUE)[1]
read <- function(name) read.csv(file.path(folder, name), comment.char = "#", colClasses = "character",
                                na.strings = "", check.names = FALSE, encoding = "UTF-8")
rows <- read("dataset.csv")
codebook <- read("codebook.csv")
expected <- read("results.csv")
plan <- fromJSON(file.path(folder, "plan.json"), simplifyVector = FALSE)

level <- plan$confidenceLevel
z <- qnorm(1 - (1 - level) / 2)
marker <- as.numeric(rows$marker)
usable <- !is.na(marker) & (!plan$log2 | marker > 0)
analysed <- if (plan$log2) ifelse(usable, log2(pmax(marker, .Machine$double.xmin)), NA) else marker

codes_of <- function(column) {
  codes <- codebook$codes[codebook$column == column]
  if (length(codes) == 0 || is.na(codes)) character(0) else sub(" = .*", "", strsplit(codes, "; ")[[1]])
}
is_number <- function(column) codebook$type[codebook$column == column] == "number"
groups_of <- function(code, people) {
  cuts <- quantile(marker[people], unlist(plan$groups[[code]]), type = 7, names = FALSE)
  list(cuts = cuts, count = length(cuts) + 1,
       member = vapply(marker[people], function(value) sum(value > cuts) + 1, numeric(1)))
}
named <- function(prefix, values) setNames(as.list(values), paste0(prefix, seq_along(values)))

rank_sum <- function(planned) {
  flag <- rows[[planned$endpoint]]
  people <- usable & !is.na(flag)
  x <- analysed[people & flag == "1"]
  y <- analysed[people & flag == "0"]
  test <- wilcox.test(x, y, exact = FALSE, correct = TRUE, conf.int = TRUE, conf.level = level)
  # The limits as differences themselves; R's root finder stops 1e-4 short of them.
  differences <- sort(as.vector(outer(x, y, "-")))
  m <- length(x); n <- length(y); N <- m + n
  ties <- function(values) { counts <- as.numeric(table(values)); sum(counts^3 - counts) }
  spread <- sqrt(m * n / 12 * (N + 1 - (ties(x) + ties(y)) / (N * (N - 1))))
  place <- floor(m * n / 2 - (z * spread + 0.5)) + 1
  limits <- c(differences[place], differences[m * n - place + 1])
  stopifnot(all(abs(limits - test$conf.int) < 1e-3))
  list(favourable.n = n, unfavourable.n = m, w = unname(test$statistic), p = test$p.value,
       shift = median(differences), shift.lower = limits[1], shift.upper = limits[2])
}

discrimination <- function(planned) {
  flag <- rows[[planned$endpoint]]
  people <- usable & !is.na(flag)
  curve <- roc(controls = marker[people & flag == "0"], cases = marker[people & flag == "1"], direction = "<", quiet = TRUE)
  area <- as.numeric(auc(curve))
  interval <- as.numeric(ci.auc(curve, conf.level = level, method = "delong"))
  list(n = sum(people), cases = length(curve$cases), controls = length(curve$controls), auc = area,
       auc.lower = interval[1], auc.upper = interval[3],
       auc.p = 2 * pnorm(-abs((area - 0.5) / sqrt(var(curve, method = "delong")))))
}

fisher <- function(planned) {
  flag <- rows[[planned$endpoint]]
  people <- which(usable & !is.na(flag))
  groups <- groups_of(planned$groups, people)
  unfavourable <- vapply(seq_len(groups$count), function(g) sum(flag[people][groups$member == g] == "1"), numeric(1))
  favourable <- vapply(seq_len(groups$count), function(g) sum(flag[people][groups$member == g] == "0"), numeric(1))
  counts <- rev(seq_len(groups$count))
  table <- cbind(unfavourable[counts], favourable[counts])
  numbers <- c(named("cut.", groups$cuts),
               setNames(as.list(unfavourable), paste0("group.", seq_along(unfavourable), ".unfavourable")),
               setNames(as.list(favourable), paste0("group.", seq_along(favourable), ".favourable")),
               list(p = fisher.test(table, conf.int = FALSE)$p.value))
  if (groups$count == 2) numbers <- c(numbers, odds(table)) else
    numbers <- c(numbers, list(oddsRatio = NA, oddsRatio.lower = NA, oddsRatio.upper = NA))
  numbers
}

# The conditional estimate and its exact interval, as fisher.test defines them, solved to the last digits.
odds <- function(table) {
  m <- sum(table[, 1]); n <- sum(table[, 2]); k <- sum(table[1, ]); x <- table[1, 1]
  support <- max(0, k - n):min(k, m)
  central <- dhyper(support, m, n, k, log = TRUE)
  weights <- function(logodds) { d <- central + logodds * support; d <- exp(d - max(d)); d / sum(d) }
  solve_for <- function(f) exp(uniroot(f, c(-60, 60), tol = 1e-15, maxiter = 10000)$root)
  tail <- (1 - level) / 2
  list(
    oddsRatio = if (x == min(support)) 0 else if (x == max(support)) NA else solve_for(function(t) sum(support * weights(t)) - x),
    oddsRatio.lower = if (x == min(support)) 0 else solve_for(function(t) sum(weights(t)[support >= x]) - tail),
    oddsRatio.upper = if (x == max(support)) NA else solve_for(function(t) tail - sum(weights(t)[support <= x])))
}

follow_up <- function(endpoint) list(days = as.numeric(rows[[paste0(endpoint, "_days")]]),
                                     event = as.numeric(rows[[paste0(endpoint, "_event")]]))
median_of <- function(fit) unlist(lapply(quantile(fit, 0.5), unname))

kaplan_meier <- function(planned) {
  time <- follow_up(planned$endpoint)
  people <- which(usable & !is.na(time$days))
  groups <- groups_of(planned$groups, people)
  days <- time$days[people]; event <- time$event[people]
  numbers <- c(list(n = length(people)), named("cut.", groups$cuts))
  for (g in seq_len(groups$count)) {
    of <- groups$member == g
    middle <- median_of(survfit(Surv(days[of], event[of]) ~ 1, conf.type = "log-log", conf.int = level))
    numbers <- c(numbers, setNames(as.list(c(sum(of), sum(event[of]), middle)),
                                   paste0("group.", g, c(".n", ".events", ".median", ".median.lower", ".median.upper"))))
  }
  test <- survdiff(Surv(days, event) ~ groups$member)
  df <- groups$count - 1
  c(numbers, list(logrank.chisq = test$chisq, logrank.df = df, logrank.p = pchisq(test$chisq, df, lower.tail = FALSE),
                  followup.median = median_of(survfit(Surv(days, 1 - event) ~ 1, conf.type = "log-log", conf.int = level))[1]))
}

cox <- function(planned) {
  time <- follow_up(planned$endpoint)
  columns <- list(marker = analysed)
  for (code in unlist(planned$covariates)) {
    value <- rows[[code]]
    if (is_number(code)) columns[[code]] <- suppressWarnings(as.numeric(value))
    else {
      levels <- codes_of(code)
      for (one in levels[-1]) columns[[paste0(code, ".", one)]] <- ifelse(value %in% levels, as.numeric(value == one), NA)
    }
  }
  design <- do.call(cbind, columns)
  people <- usable & !is.na(time$days) & stats::complete.cases(design)
  x <- design[people, , drop = FALSE]
  y <- Surv(time$days[people], time$event[people])
  fit <- coxph(y ~ x, ties = "efron", control = coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 100))
  estimate <- unname(coef(fit)); error <- unname(sqrt(diag(vcov(fit))))
  numbers <- list(n = sum(people), events = sum(y[, "status"]))
  for (term in seq_along(columns))
    numbers <- c(numbers, setNames(as.list(c(
      estimate[term], error[term], exp(estimate[term]),
      exp(estimate[term] - z * error[term]), exp(estimate[term] + z * error[term]),
      2 * pnorm(-abs(estimate[term] / error[term])))),
      paste0(names(columns)[term], c(".coef", ".se", ".hr", ".hr.lower", ".hr.upper", ".p"))))
  likelihood <- 2 * diff(fit$loglik)
  residuals <- cox.zph(fit, transform = "km")$table["GLOBAL", ]
  c(numbers, list(lrt.chisq = likelihood, lrt.p = pchisq(likelihood, length(estimate), lower.tail = FALSE),
                  concordance = unname(concordance(fit)$concordance), zph.chisq = unname(residuals["chisq"]), zph.p = unname(residuals["p"])))
}

spearman <- function(planned) {
  value <- suppressWarnings(as.numeric(rows[[planned$covariate]]))
  people <- usable & !is.na(value)
  test <- cor.test(marker[people], value[people], method = "spearman", exact = FALSE)
  n <- sum(people); rho <- unname(test$estimate)
  half <- z * sqrt((1 + rho^2 / 2) / (n - 3))
  list(n = n, rho = rho, rho.lower = tanh(atanh(rho) - half), rho.upper = tanh(atanh(rho) + half), p = test$p.value)
}

kinds <- list(rankSum = rank_sum, roc = discrimination, fisherExact = fisher, kaplanMeier = kaplan_meier, cox = cox, spearman = spearman)

for (planned in plan$analyses) {
  mine <- kinds[[planned$kind]](planned)
  theirs <- expected[expected$analysis == planned$id, ]
  stopifnot(nrow(theirs) > 0, setequal(names(mine), theirs$number))
  difference <- vapply(seq_len(nrow(theirs)), function(row) {
    one <- as.numeric(mine[[theirs$number[row]]]); other <- as.numeric(theirs$value[row])
    if (is.na(one) || is.na(other)) { if (is.na(one) && is.na(other)) 0 else Inf }
    else if (one == other) 0
    else abs(one - other) / max(abs(one), abs(other))
  }, numeric(1))
  worst <- which.max(difference)
  cat(sprintf("%s %d %.3g %s\n", planned$id, nrow(theirs), difference[worst], theirs$number[worst]))
}
