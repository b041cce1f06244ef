# Kendall's correlation by R's own routine; one run, as it takes seconds.
d <- read.csv(file.path(commandArgs(TRUE)[1], "ranks.csv"))
seconds <- system.time(value <- cor(d$x, d$y, method = "kendall"))[["elapsed"]]
cat("TIME", "cor kendall", seconds, format(value, digits = 15), sep = "\t")
cat("\n")
