# Writes base.csv: what R 4.2.2 (package stats) says of its own data sets InsectSprays, chickwts (groups of unequal size) and
# HairEyeColor, and of the studentized range. Run: Rscript base.R > base.csv
options(digits = 15)
row <- function(case, what, values)
  cat(case, ",", what, ",", paste(format(as.numeric(values), digits = 15, trim = TRUE), collapse = " "), "\n", sep = "")
groups <- function(case, y, g) {
  row(case, "values", y)
  row(case, "groups", as.integer(g) - 1)
  fit <- aov(y ~ g)
  table <- summary(fit)[[1]]
  ss <- table[["Sum Sq"]]
  row(case, "anova", c(table[["F value"]][1], table[["Pr(>F)"]][1], ss[1] / sum(ss),
    max(0, (ss[1] - table[["Df"]][1] * table[["Mean Sq"]][2]) / (sum(ss) + table[["Mean Sq"]][2]))))
  w <- oneway.test(y ~ g)
  row(case, "welch", c(w$statistic, w$parameter, w$p.value))
  k <- kruskal.test(y ~ g)
  row(case, "kruskal", c(k$statistic, k$p.value))
  tukey <- TukeyHSD(fit)[[1]]
  at <- 0
  levels <- seq_len(nlevels(g))
  for (i in levels) for (j in levels[levels > i]) {
    at <- at + 1
    row(case, "tukey", c(i - 1, j - 1, tukey[at, ]))
  }
}
groups("sprays", InsectSprays$count, InsectSprays$spray)
groups("chickens", chickwts$weight, chickwts$feed)
eyes <- margin.table(HairEyeColor, c(1, 2))
row("eyes", "shape", dim(eyes))
row("eyes", "counts", t(eyes))
test <- chisq.test(eyes, correct = FALSE)
n <- sum(eyes); phi <- unname(test$statistic) / n
less <- max(0, phi - 9 / (n - 1)); side <- 4 - 9 / (n - 1)
row("eyes", "chi-square", c(test$statistic, test$parameter, test$p.value, sqrt(phi / 3), sqrt(less / (side - 1)),
  sum(test$expected < 5), length(test$expected)))
# With two degrees of freedom ptukey is 6e-6 off: of two groups Q is |t| * sqrt(2), which has a closed form.
for (q in c(0.5, 2, 3.3, 4.7, 8)) for (k in c(2, 4, 15)) for (df in c(9, 40, 200, 5000))
  row("range", paste(q, k, df, sep = "-"), c(q, k, df, ptukey(q, k, df)))
p <- c(0.01, 0.04, 0.03, 0.005, 0.2, 0.2, 0.9, 1e-12, 0.012)
row("corrections", "p", p)
row("corrections", "holm", p.adjust(p, "holm"))
row("corrections", "bh", p.adjust(p, "BH"))
