# Wilcoxon's rank sum, normal approximation; median of five runs.
d <- read.csv(file.path(commandArgs(TRUE)[1], "ranks.csv"))
run <- function() wilcox.test(d$x[d$group == 0], d$x[d$group == 1], exact = FALSE)$statistic[[1]]
value <- run()
seconds <- median(replicate(5, system.time(run())[["elapsed"]]))
cat("TIME", "wilcox.test", seconds, format(value, digits = 15), sep = "\t")
cat("\n")
