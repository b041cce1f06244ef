# One large Cox model.
suppressMessages(library(survival))
d <- read.csv(file.path(commandArgs(TRUE)[1], "d.csv"))
x <- as.matrix(d[, -(1:2)]); y <- Surv(d$time, d$status)
fit <- function() coxph.fit(x, y, NULL, NULL, NULL, coxph.control(), NULL, "efron", rownames = NULL, resid = FALSE,
                            nocenter = c(-1, 0, 1))
f <- fit()
seconds <- replicate(5, system.time(fit())[["elapsed"]])
cat("TIME", "coxph.fit", median(seconds), sprintf("%.12g", sum(f$coefficients / sqrt(diag(f$var)))), sep = "\t"); cat("\n")
