# Cumulative incidence of two causes with standard errors, two groups.
suppressMessages(library(survival))
rows <- read.csv(file.path(commandArgs(TRUE)[1], "cohort.csv"))
seconds <- system.time(fit <- survfit(Surv(time, factor(cause)) ~ group, rows))[["elapsed"]]
at <- summary(fit, times = 1)
cat("TIME", "survfit", format(seconds, digits = 15), format(at$pstate[1, 2] + at$std.err[2, 3], digits = 15), sep = "\t"); cat("\n")
