# Harrell's C of a marker, with its infinitesimal jackknife standard error.
suppressMessages(library(survival))
d <- read.csv(file.path(commandArgs(TRUE)[1], "cohort.csv"))
runs <- replicate(5, { s <- system.time(v <<- concordance(Surv(time, event) ~ marker, d, reverse = TRUE))[["elapsed"]]; s })
cat("TIME", "concordance", median(runs), v$concordance + sqrt(v$var), sep = "\t"); cat("\n")
