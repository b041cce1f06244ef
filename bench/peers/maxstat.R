suppressMessages({library(survival); library(maxstat)})
d <- read.csv(file.path(commandArgs(TRUE)[1], "cohort.csv"))
work <- function() maxstat.test(Surv(time, status) ~ marker, d, smethod = "LogRank", pmethod = "condMC", B = 9999)$p.value
set.seed(1)
value <- work()
seconds <- replicate(3, system.time(work())[["elapsed"]])
cat("TIME", "maxstat", format(median(seconds), digits = 15), format(value, digits = 15), sep = "\t"); cat("\n")
