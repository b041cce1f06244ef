# Bootstrap refits of one Cox model: the formula interface for 500 replicates, coxph.fit for all 10,000.
suppressMessages(library(survival))
d <- read.csv(file.path(commandArgs(TRUE)[1], "d.csv"))
n <- nrow(d); x <- as.matrix(d[, -(1:2)]); control <- coxph.control()
model <- Surv(time, status) ~ x1 + x2 + x3 + x4
refit <- function(b) {
  i <- sample.int(n, replace = TRUE)
  coxph.fit(x[i, ], Surv(d$time[i], d$status[i]), NULL, NULL, NULL, control, NULL, "efron", rownames = NULL,
            resid = FALSE, nocenter = c(-1, 0, 1))$coefficients[1]
}
run <- function(one, times) {
  set.seed(1)
  seconds <- system.time(found <- suppressWarnings(vapply(seq_len(times), one, 0)))[["elapsed"]]
  c(seconds, sd(found))
}
low <- replicate(3, run(refit, 10000))
cat("TIME", "coxph.fit", median(low[1, ]), low[2, 1], sep = "\t"); cat("\n")
high <- replicate(3, run(function(b) coef(coxph(model, d[sample.int(n, replace = TRUE), ]))[1], 500))
cat("TIME", "coxph", 20 * median(high[1, ]), high[2, 1], sep = "\t"); cat("\n")
