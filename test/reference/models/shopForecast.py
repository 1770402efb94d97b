"""The forecast of the bundled shop, from its rows by other programs.

    python3 shopForecast.py    writes shopForecast.generated.json beside this file

Needs scipy. Purchases are days with an order in the zone of the market, refunds taken off and orders refunded wholly
left out; the MBG/NBD and the Gamma-Gamma likelihood are made largest by Nelder and Mead's method, and purchases are
expected by the closed form with the hypergeometric function. Its optimum has about seven digits.
"""

import csv
import datetime
import json
import math
import pathlib
from zoneinfo import ZoneInfo

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, hyp2f1

HERE = pathlib.Path(__file__).parent
ROWS = list(csv.DictReader(open(HERE / "../../../examples/data/orders.csv")))
YEAR = 365.2425 / 7
END = datetime.date(2026, 1, 1)
YEAR_BEFORE = datetime.date(2025, 1, 1)


def cents(row):
    return round(float(row["amount"]) * 100)


def histories(market, zone, end):
    refunded = {}
    for row in ROWS:
        if row["kind"] == "refund":
            refunded[row["order_id"]] = refunded.get(row["order_id"], 0) + cents(row)
    days = {}
    for row in ROWS:
        paid = cents(row) + refunded.get(row["order_id"], 0)
        day = datetime.datetime.fromisoformat(row["at"].replace("Z", "+00:00")).astimezone(ZoneInfo(zone)).date()
        if row["kind"] != "order" or row["market"] != market or paid <= 0 or day >= end:
            continue
        own = days.setdefault(row["customer_id"], {})
        own[day] = own.get(day, 0) + paid / 100
    last = end - datetime.timedelta(days=1)
    return {
        customer: (
            len(own) - 1,
            (max(own) - min(own)).days / 7,
            (last - min(own)).days / 7,
            np.mean([own[day] for day in sorted(own)[1:]]) if len(own) > 1 else 0.0,
        )
        for customer, own in days.items()
    }


def best(log_likelihood, start):
    options = {"xatol": 1e-12, "fatol": 1e-12, "maxiter": 40000, "maxfev": 40000}
    found = minimize(lambda p: -log_likelihood(*np.exp(p)), np.log(start), method="Nelder-Mead", options=options)
    return [float(v) for v in np.exp(found.x)], float(-found.fun)


def forecast(market, zone):
    known = histories(market, zone, END)
    x, t, age, spend = (np.array(column, float) for column in zip(*known.values()))

    def purchases(r, alpha, a, b):
        there = betaln(a, b + x + 1) - betaln(a, b) - (r + x) * np.log(alpha + age)
        gone = betaln(a + 1, b + x) - betaln(a, b) - (r + x) * np.log(alpha + t)
        return np.sum(gammaln(r + x) - gammaln(r) + r * math.log(alpha) + np.logaddexp(there, gone))

    def spends(p, q, v):
        n, m = x[x > 0], spend[x > 0]
        gammas = gammaln(p * n + q) - gammaln(p * n) - gammaln(q)
        return np.sum(gammas + q * np.log(v) + (p * n - 1) * np.log(m) + p * n * np.log(n) - (p * n + q) * np.log(v + m * n))

    (r, alpha, a, b), purchase_likelihood = best(purchases, [1, 5, 0.5, 1])
    (p, q, v), spend_likelihood = best(spends, [4, 4, 60])
    alive = 1 / (1 + a / (b + x) * ((alpha + age) / (alpha + t)) ** (r + x))
    shape, rate, second = r + x, alpha + age, b + x + 1
    z = YEAR / (rate + YEAR)
    made = (a + second - 1) / (a - 1) * (1 - (1 - z) ** shape * hyp2f1(shape, second, a + second - 1, z))
    value = alive * made * p * (v + x * spend) / (p * x + q - 1)
    before = histories(market, zone, YEAR_BEFORE)
    first = int(np.argmax(value))
    return {
        "customers": len(known),
        "purchaseParameters": [r, alpha, a, b],
        "purchaseLogLikelihood": purchase_likelihood,
        "spendParameters": [p, q, v],
        "spendLogLikelihood": spend_likelihood,
        "customersAlive": float(alive.sum()),
        "purchases": float((alive * made).sum()),
        "value": float(value.sum()),
        "mostValuable": {"customer": list(known)[first], "probabilityAlive": float(alive[first]), "value": float(value[first])},
        "yearBefore": {"customers": len(before), "actual": sum(known[c][0] - before[c][0] for c in before)},
    }


markets = {"US": ("US", "America/New_York"), "DE": ("DE", "Europe/Berlin")}
table = {name: forecast(*market) for name, market in markets.items()}
(HERE / "shopForecast.generated.json").write_text(json.dumps(table, indent=2) + "\n")
