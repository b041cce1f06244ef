# Spearman's correlation with its test; median of five runs.
d <- read.csv(file.path(commandArgs(TRUE)[1], "ranks.csv"))
run <- function() cor.test(d$x, d$y, method = "spearman", exact = FALSE)$estimate[[1]]
value <- run()
seconds <- median(replicate(5, system.time(run())[["elapsed"]]))
cat("TIME", "cor.test spearman", seconds, format(value, digits = 15), sep = "\t")
cat("\n")
