"""Portfolio figures of UCI Online Retail, worked out with dictionaries and sets. See README.md."""
import collections
import csv
import datetime as dt
import gzip
import math
import sys
from fractions import Fraction

invoices = collections.defaultdict(set)
days = collections.defaultdict(set)
sales = collections.defaultdict(Fraction)
with gzip.open(sys.argv[1], "rt", encoding="utf-8-sig", newline="") as f:
    for r in csv.DictReader(f):
        c, q, p = r["CustomerID"], int(r["Quantity"]), Fraction(r["UnitPrice"])
        day = dt.date.fromisoformat(r["InvoiceDate"][:10])
        if c and q > 0 and p > 0:
            invoices[c].add(r["InvoiceNo"])
            days[c].add(day)
            sales[c] += q * p


def put(key, value):
    print(f"{key}={value:.10g}" if isinstance(value, float) else f"{key}={value}")


last = max(max(v) for v in days.values())
put("customers", len(days))
put("under.three.orders", sum(len(v) < 3 for v in invoices.values()))


def rhythm(as_of):
    known = {c: sorted(d for d in v if d <= as_of) for c, v in days.items()}
    known = {c: v for c, v in known.items() if v}
    gaps = {c: [math.log((b - a).days) for a, b in zip(v, v[1:])] for c, v in known.items()}
    some = {c: v for c, v in gaps.items() if v}
    n = sum(map(len, some.values()))
    mean = {c: sum(v) / len(v) for c, v in some.items()}
    within = sum((x - mean[c]) ** 2 for c, v in some.items() for x in v) / (n - len(some))
    overall = sum(map(sum, some.values())) / n
    between = n / (n * n - sum(len(v) ** 2 for v in some.values())) * (
        sum(len(v) * (mean[c] - overall) ** 2 for c, v in some.items()) - (len(some) - 1) * within)
    k = within / between
    z = {c: len(v) / (len(v) + k) for c, v in some.items()}
    mu = sum(z[c] * mean[c] for c in some) / sum(z.values())
    ratios = sorted((math.exp(v[j] - (k * mu + sum(v[:j])) / (k + j)), 1 / len(v))
                    for v in some.values() for j in range(len(v)))

    def quantile(q):
        below = 0
        for ratio, weight in ratios:
            below += weight
            if below >= q * len(some) - 1e-9:
                return ratio

    risk, lapsed = quantile(0.75), quantile(0.90)
    states = {}
    for c, v in known.items():
        ratio = (as_of - v[-1]).days / math.exp((k * mu + sum(gaps[c])) / (k + len(gaps[c])))
        states[c] = "lapsed" if ratio > lapsed else "risk" if ratio > risk else "active"
    return within, between, math.exp(mu), risk, lapsed, states


for name, as_of in (("now", last), ("then", last - dt.timedelta(days=90))):
    within, between, typical, risk, lapsed, states = rhythm(as_of)
    put(f"{name}.within", within)
    put(f"{name}.between", between)
    put(f"{name}.typical", typical)
    put(f"{name}.risk.ratio", risk)
    put(f"{name}.lapsed.ratio", lapsed)
    for state in ("active", "risk", "lapsed"):
        members = [c for c in states if states[c] == state]
        put(f"{name}.{state}", len(members))
        put(f"{name}.{state}.came", sum(any(d > as_of for d in days[c]) for c in members))

ends = [dt.date(2010 + m // 12, m % 12 + 1, 1) - dt.timedelta(days=1) for m in range(11, 24)] + [last]
active = [{c for c, v in days.items() if any(0 <= (end - d).days < 90 for d in v)} for end in ends]
for i in range(1, len(ends)):
    gone, came = active[i - 1] - active[i], active[i] - active[i - 1]
    fresh = {c for c in came if min(days[c]) > ends[i - 1]}
    put(f"account.{ends[i]}", ",".join(map(str, (
        len(active[i - 1]), len(fresh), len(came - fresh), len(gone), len(active[i])))))

values = sorted(sales.values())
n, total = len(values), sum(values)
put("gini", float(sum(
    (2 * i + 1 - n) * x for i, x in enumerate(values)) / (n * total)))
put("top.tenth", float(sum(values[-math.ceil(n / 10):]) / total))
put("sales", f"{float(total):.3f}")
