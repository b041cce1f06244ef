# Optimism-corrected indexes of a Cox model by the bootstrap.
suppressMessages(library(rms))
d <- read.csv(file.path(commandArgs(TRUE)[1], "cohort.csv"))
fit <- cph(Surv(time, event) ~ a + b + c + d, d, x = TRUE, y = TRUE, surv = TRUE)
work <- function() { set.seed(1); validate(fit, B = 1000) }
runs <- replicate(3, { s <- system.time(v <<- work())[["elapsed"]]; s })
cat("TIME", "rms::validate", median(runs), 0.5 + v["Dxy", "index.corrected"] / 2, sep = "\t"); cat("\n")
