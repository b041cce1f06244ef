suppressMessages(library(pROC))
d <- read.csv(file.path(commandArgs(TRUE)[1], "roc.csv"))
work <- function() ci.auc(roc(d$case, d$marker, levels = c(0, 1), direction = "<", quiet = TRUE), method = "delong")
value <- work()[1]
seconds <- replicate(5, system.time(work())[["elapsed"]])
cat("TIME", "pROC", format(median(seconds), digits = 15), format(value, digits = 15), sep = "\t"); cat("\n")
