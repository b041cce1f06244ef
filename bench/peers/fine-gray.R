# Fine-Gray regression of cause 1, three columns. cmprsk's time grows with the cube of the rows: one run at 10,000 is more than a minute.
suppressMessages({ library(survival); library(cmprsk) })
rows <- read.csv(file.path(commandArgs(TRUE)[1], "cohort.csv"))
columns <- as.matrix(rows[, c("x1", "x2", "x3")])
report <- function(label, work) {
  seconds <- system.time(found <- work())[["elapsed"]]
  cat("TIME", label, format(seconds, digits = 15), format(found, digits = 15), sep = "\t"); cat("\n")
}
few <- seq_len(500)
invisible(crr(rows$time[few], rows$cause[few], columns[few, ]))
report("crr", function() {
  fit <- crr(rows$time, rows$cause, columns, gtol = 1e-10, maxiter = 30)
  fit$coef[[1]] + sqrt(fit$var[1, 1])
})
if (nrow(rows) <= 2000) report("finegray + coxph", function() {
  expanded <- finegray(Surv(time, factor(cause)) ~ ., data = rows, etype = "1")
  fit <- coxph(Surv(fgstart, fgstop, fgstatus) ~ x1 + x2 + x3, expanded, weights = fgwt, control = coxph.control(eps = 1e-12))
  NA
})
