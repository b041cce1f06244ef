# Univariate Cox models of every column.
suppressMessages(library(survival))
d <- as.matrix(read.csv(file.path(commandArgs(TRUE)[1], "d.csv")))
y <- Surv(d[, 1], d[, 2]); x <- d[, -(1:2)]; control <- coxph.control()
scan <- function() {
  z <- numeric(ncol(x))
  for (j in seq_along(z)) {
    f <- coxph.fit(x[, j, drop = FALSE], y, NULL, NULL, NULL, control, NULL, "efron", rownames = NULL,
                   resid = FALSE, nocenter = c(-1, 0, 1))
    z[j] <- f$coefficients / sqrt(f$var[1])
  }
  sum(z)
}
value <- scan()
seconds <- replicate(3, system.time(scan())[["elapsed"]])
cat("TIME", "coxph.fit", median(seconds), value, sep = "\t"); cat("\n")
