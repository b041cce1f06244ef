suppressMessages(library(pROC))
d <- read.csv(file.path(commandArgs(TRUE)[1], "roc.csv"))
curve <- roc(d$case, d$marker, levels = c(0, 1), direction = "<", quiet = TRUE)
work <- function() ci.auc(curve, method = "bootstrap", boot.n = 2000, boot.stratified = TRUE, progress = "none")
set.seed(1)
value <- work()[1]
seconds <- replicate(3, system.time(work())[["elapsed"]])
cat("TIME", "pROC", format(median(seconds), digits = 15), format(value, digits = 15), sep = "\t"); cat("\n")
