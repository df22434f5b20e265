# Writes holt-winters.csv: what R 4.2.2 (stats::HoltWinters) and its package forecast 8.20 (hw, damped) say of the monthly air
# passengers of Box and Jenkins, 1949 to 1960. Run: Rscript holt-winters.R > holt-winters.csv
options(digits = 15)
row <- function(case, what, values) cat(case, what, paste(format(values, digits = 15, trim = TRUE), collapse = " "), sep = ",", fill = FALSE, "\n")
row("series", "values", as.numeric(AirPassengers))
for (kind in c("additive", "multiplicative")) {
  # The recursion of HoltWinters begins after the first cycle; its start is written out as well, with the season by month.
  fit <- HoltWinters(AirPassengers, seasonal = kind)
  fitted <- fit$fitted
  row(kind, "weights", c(fit$alpha, fit$beta, fit$gamma))
  row(kind, "start", c(fitted[1, "level"], fitted[1, "trend"]))
  row(kind, "season", fitted[1:12, "season"])
  row(kind, "fitted", as.numeric(fitted[, "xhat"]))
  row(kind, "squares", fit$SSE)
  row(kind, "ahead", as.numeric(predict(fit, 24)))
}
suppressMessages(library(forecast))
fit <- hw(AirPassengers, h = 24, damped = TRUE, seasonal = "additive", opt.crit = "mse")$model
par <- fit$par
row("damped", "weights", c(par["alpha"], par["beta"], par["gamma"], par["phi"]))
row("damped", "start", c(fit$states[1, "l"], fit$states[1, "b"]))
# The states s1..s12 hold the season of the last 12 steps, the latest first.
row("damped", "season", rev(as.numeric(fit$states[1, 3:14])))
row("damped", "fitted", as.numeric(fit$fitted))
row("damped", "squares", sum(fit$residuals^2))
row("damped", "ahead", as.numeric(forecast(fit, 24)$mean))
