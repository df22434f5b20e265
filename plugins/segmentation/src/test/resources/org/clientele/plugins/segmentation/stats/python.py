# Writes python.csv: what SciPy 1.10.1, statsmodels 0.13.5, scikit-learn 1.2.1 and pandas 1.5.3 say of numbers made here by NumPy
# 1.24.2 with seed 20261123. Run: /usr/bin/python3 python.py > python.csv
import math
import numpy as np
import pandas as pd
from scipy import stats
from scipy.cluster.hierarchy import linkage
from sklearn.metrics import mutual_info_score
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.oneway import anova_oneway

rng = np.random.default_rng(20261123)


def row(case, what, values):
    print(",".join([case, what, " ".join("NaN" if v is None or (isinstance(v, float) and math.isnan(v)) else repr(float(v))
                                          for v in np.ravel(values))]))


def groups(case, samples):
    values = np.concatenate(samples)
    labels = np.concatenate([[i] * len(s) for i, s in enumerate(samples)])
    row(case, "values", values)
    row(case, "groups", labels)
    f, p = stats.f_oneway(*samples)
    n, k = len(values), len(samples)
    grand = values.mean()
    between = sum(len(s) * (s.mean() - grand) ** 2 for s in samples)
    within = sum(((s - s.mean()) ** 2).sum() for s in samples)
    error = within / (n - k)
    row(case, "anova", [f, p, between / (between + within),
                        max(0, (between - (k - 1) * error) / (between + within + error))])
    w = anova_oneway(samples, use_var="unequal", welch_correction=True)
    row(case, "welch", [w.statistic, w.df_num, w.df_denom, w.pvalue])
    h, p = stats.kruskal(*samples)
    row(case, "kruskal", [h, p])
    t = stats.tukey_hsd(*samples)
    ci = t.confidence_interval(0.95)
    for i in range(k):
        for j in range(i + 1, k):
            # SciPy says first less second.
            row(case, "tukey", [i, j, -t.statistic[i, j], -ci.high[i, j], -ci.low[i, j], t.pvalue[i, j]])


groups("even", [rng.normal(m, 2, 40).round(3) for m in (10, 10.4, 12)])
groups("uneven", [rng.normal(m, s, n).round(2) for m, s, n in ((5, 1, 12), (5.5, 3, 33), (7, 0.5, 9), (4.8, 2, 51))])
groups("tied", [rng.integers(0, 6, n).astype(float) for n in (20, 25, 31, 8, 12)])
groups("far", [rng.normal(m, 1, 300) + 1e6 for m in (0, 1, 3)])

for case, q, k, df in [(f"{q}-{k}-{df}", q, k, df) for q in (0.3, 1, 2.5, 3.6, 5, 9) for k in (2, 3, 7, 20)
                       for df in (1, 2, 5, 12, 60, 800, 20000)]:
    row("range", case, [q, k, df, stats.studentized_range.cdf(q, k, df)])
for p, k, df in [(0.95, 3, 10), (0.95, 5, 200), (0.99, 2, 4), (0.5, 11, 4000), (0.95, 12, 3), (0.95, 2, 90000)]:
    row("quantile", f"{p}-{k}-{df}", [p, k, df, stats.studentized_range.ppf(p, k, df)])


def table(case, counts):
    counts = np.array(counts)
    row(case, "shape", counts.shape)
    row(case, "counts", counts)
    chi, p, df, expected = stats.chi2_contingency(counts, correction=False)
    n = counts.sum()
    r, c = counts.shape
    phi = chi / n
    less = max(0, phi - (c - 1) * (r - 1) / (n - 1))
    rr, cc = r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)
    row(case, "chi-square", [chi, df, p, stats.contingency.association(counts, method="cramer"),
                             math.sqrt(less / (min(rr, cc) - 1)), (expected < 5).sum(), expected.size])


table("two-by-two", [[12, 5], [3, 19]])
table("wide", [[30, 12, 8, 41], [22, 19, 3, 35], [5, 40, 2, 11]])
table("large", rng.multinomial(20000, np.outer([.2, .5, .3], [.1, .2, .3, .4]).ravel()).reshape(3, 4) + [[0], [150], [0]])
table("sparse", [[1, 0, 3], [2, 5, 1], [0, 2, 2]])

p = np.array([0.01, 0.04, 0.03, 0.005, 0.2, 0.2, 0.9, 1e-12, 0.012])
row("corrections", "p", p)
row("corrections", "holm", multipletests(p, method="holm")[1])
row("corrections", "bh", multipletests(p, method="fdr_bh")[1])

n = 120
base = rng.normal(size=(n, 2))
columns = np.column_stack([base[:, 0], base[:, 0] * 2 + rng.normal(size=n), np.exp(base[:, 1]).round(1),
                           base[:, 1] - 0.5 * base[:, 0], rng.integers(0, 4, n), np.full(n, 3.0)])
columns[rng.random((n, 6)) < [0, .1, .05, 0, .1, 0]] = np.nan
frame = pd.DataFrame(columns)
row("correlation", "shape", columns.shape)
row("correlation", "values", columns)
row("correlation", "pearson", frame.corr())
row("correlation", "spearman", frame.corr("spearman"))
pair = frame[[1, 2]].dropna()
row("correlation", "p", [stats.pearsonr(pair[1], pair[2])[1], stats.spearmanr(pair[1], pair[2])[1]])
some = frame[[0, 1, 2, 3, 4]].corr().abs().values
row("correlation", "heights", linkage((1 - some)[np.triu_indices(5, 1)], "average")[:, 2])

n = 500
outcome = rng.integers(0, 3, n)
feature = np.where(rng.random(n) < .6, outcome, rng.integers(0, 4, n))
fold = np.arange(n) % 5
row("information", "feature", feature)
row("information", "outcome", outcome)
row("information", "fold", fold)
entropy = stats.entropy(np.bincount(outcome))
row("information", "plain", [mutual_info_score(feature, outcome) / entropy])
parts = []
for part in range(5):
    learn, test = fold != part, fold == part
    joint = np.array([[((feature == i) & (outcome == j) & learn).sum() + .5 for j in range(3)] for i in range(4)])
    given = joint / joint.sum(axis=1, keepdims=True)
    base = np.bincount(outcome[learn], minlength=3) + .5
    base = base / base.sum()
    gain = np.log(given[feature[test], outcome[test]] / base[outcome[test]]).sum()
    parts.append(gain / -np.log(base[outcome[test]]).sum())
row("information", "parts", parts)
row("information", "summary", [np.mean(parts), np.std(parts, ddof=1)])

values = np.concatenate([rng.normal(50, 5, 60), rng.exponential(60, 20)]).round(2)
row("outliers", "values", values)
q1, q3 = np.percentile(values, [25, 75])
low, high = q1 - 1.5 * (q3 - q1), q3 + 1.5 * (q3 - q1)
row("outliers", "fences", [low, high, (values < low).sum(), (values > high).sum()])
mad = stats.median_abs_deviation(values, scale="normal")
low, high = np.median(values) - 3.5 * mad, np.median(values) + 3.5 * mad
row("outliers", "deviations", [low, high, (values < low).sum(), (values > high).sum()])
