"""High-precision predictions of the models of purchases, one JSON table a model.

    python3 generate.py [model ...]   writes the tables beside this file, all of them unless told

Needs mpmath. Seeded: every run writes the same bytes. The formulas are those of the papers or integrals over what is
not known of a customer, at 40 digits: not the sums and panels of the code under test.
"""

import json
import math
import pathlib
import random
import sys
from fractions import Fraction

from mpmath import mp, mpf

HERE = pathlib.Path(__file__).parent
mp.dps = 40


def text(value):
    return mp.nstr(value, 17) if isinstance(value, mpf) else repr(value)


def write(name, rows):
    lines = ",\n".join("  " + json.dumps({k: v if isinstance(v, (int, float)) else text(v) for k, v in r.items()}) for r in rows)
    (HERE / f"{name}.generated.json").write_text(f"[\n{lines}\n]\n")
    print(f"{name}: {len(rows)} rows")


def log_uniform(rng, low, high):
    return float(f"{10 ** rng.uniform(low, high):.4g}")


def integral(f, points):
    return mp.quad(f, points, maxdegree=12)


def negative_binomial(n, shape, rate, t):
    return mp.exp(mp.loggamma(shape + n) - mp.loggamma(shape) - mp.loggamma(n + 1)) * (rate / (rate + t)) ** shape * (t / (rate + t)) ** n


def discounted_of(expected, horizon, d):
    """By parts: each purchase at u is worth e^(-d u)."""
    points = [mpf(0)] + [mpf(horizon) * k / 4 for k in range(1, 5)]
    return mp.exp(-d * horizon) * expected(mpf(horizon)) + d * integral(lambda u: mp.exp(-d * u) * expected(u), points)


def discounted_for_ever(expected, d):
    """The same for all time to come: by the trapezoidal rule over the logarithm of time, which falls away either side."""
    step, total = mpf(1) / 8, mpf(0)
    for side in (1, -1):
        k = 0 if side == 1 else 1
        while True:
            u = mp.exp(side * k * step) / d
            term = u * mp.exp(-d * u) * expected(u)
            total += term
            if term < mpf(10) ** -26 * total:
                break
            k += 1
    return d * total * step


# --- leaving at a purchase ------------------------------------------------------------------------------------------


def dropout(rng, first_chances, scenario):
    p = dict(scenario)
    r, alpha, a, b = (mpf(p[k]) for k in ("r", "alpha", "a", "b"))
    x, t_x, age, t, n, d = p["frequency"], mpf(p["recency"]), mpf(p["age"]), mpf(p["horizon"]), p["purchases"], mpf(p["discount"])
    m = x + first_chances
    odds = a / (b + m - 1) * ((alpha + age) / (alpha + t_x)) ** (r + x) if m > 0 else mpf(0)
    alive = 1 / (1 + odds)
    shape, rate, second = r + x, alpha + age, b + m

    def expected(u):
        # The closed form of Fader, Hardie and Lee (2005), beside its pole where a is 1.
        first = a if a != 1 else a + mpf(10) ** -22
        z = u / (rate + u)
        return (first + second - 1) / (first - 1) * (1 - (rate / (rate + u)) ** shape * mp.hyp2f1(shape, second, first + second - 1, z))

    stays = mp.hyp2f1(shape, a, a + second, -t / rate)
    # Fader, Hardie and Lee (2005), equation 8: n purchases all survived, or the n-th of n or more the last.
    with mp.workdps(100):
        at_least = 1 - sum(negative_binomial(j, shape, rate, t) for j in range(n))
    just = negative_binomial(n, shape, rate, t) * mp.beta(a, second + n) / mp.beta(a, second)
    if n > 0:
        just += mp.beta(a + 1, second + n - 1) / mp.beta(a, second) * at_least
    p["probabilityAlive"] = alive
    p["probabilityAliveLater"] = alive * stays
    p["expectedPurchases"] = alive * expected(t)
    p["probabilityOfPurchases"] = alive * just + (0 if n > 0 else 1 - alive)
    p["discountedWithin"] = alive * discounted_of(expected, t, d)
    p["discountedForEver"] = alive * discounted_for_ever(expected, d)
    likelihood = mp.loggamma(shape) - mp.loggamma(r) + r * mp.log(alpha) + mp.log(
        (mp.beta(a + 1, b + m - 1) / mp.beta(a, b) * (alpha + t_x) ** -shape if m > 0 else 0)
        + mp.beta(a, b + m) / mp.beta(a, b) * (alpha + age) ** -shape
    )
    p["logLikelihood"] = likelihood
    return p


def history(rng):
    age = log_uniform(rng, -0.5, 2.2)
    kind = rng.random()
    if kind < 0.25:
        return {"frequency": 0, "recency": 0, "age": age}
    x = rng.choice([1, 1, 2, 3, 5, 8, 20, 60])
    share = rng.choice([1, rng.uniform(0.05, 1), rng.uniform(0.8, 1)])
    return {"frequency": x, "recency": min(age, float(f"{age * share:.4g}")), "age": age}


def ahead(rng):
    return {"horizon": log_uniform(rng, -1, 2.2), "purchases": rng.choice([0, 0, 1, 2, 4, 9]), "discount": log_uniform(rng, -3.5, -1)}


def dropout_scenarios(seed):
    rng = random.Random(seed)
    typical = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}
    next_ = {"horizon": 39, "purchases": 1, "discount": 0.0025}
    yield {**typical, "frequency": 2, "recency": 30.43, "age": 38.86, **next_}
    yield {**typical, "frequency": 0, "recency": 0, "age": 0, **next_}
    yield {**typical, "a": 1, "frequency": 2, "recency": 30.43, "age": 38.86, **next_}
    yield {**typical, "frequency": 300, "recency": 38, "age": 38.86, **next_}
    yield {"r": 0.11, "alpha": 2.24, "a": 0.31, "b": 0.5, "frequency": 0, "recency": 0, "age": 1, "horizon": 30, "purchases": 0, "discount": 0.01}
    yield {"r": 0.525, "alpha": 6.183, "a": 0.891, "b": 1.614, "frequency": 2, "recency": 30.43, "age": 38.86, **next_}
    yield {"r": 0.525, "alpha": 6.183, "a": 0.891, "b": 1.614, "frequency": 0, "recency": 0, "age": 0, **next_}
    for _ in range(25):
        yield {"r": log_uniform(rng, -1, 0.7), "alpha": log_uniform(rng, -0.5, 1.7), "a": log_uniform(rng, -1, 0.8), "b": log_uniform(rng, -0.7, 1), **history(rng), **ahead(rng)}
    for _ in range(40):
        yield {"r": log_uniform(rng, -2, 1.5), "alpha": log_uniform(rng, -2, 2.5), "a": log_uniform(rng, -2, 1.5), "b": log_uniform(rng, -2, 1.5), **history(rng), **ahead(rng)}


def bg_nbd():
    write("bgNbd", [dropout(None, 0, s) for s in dropout_scenarios(1)])


def mbg_nbd():
    write("mbgNbd", [dropout(None, 1, s) for s in dropout_scenarios(2)])


# --- leaving at any time --------------------------------------------------------------------------------------------


def pareto(scenario):
    p = dict(scenario)
    r, alpha, s, beta = (mpf(p[k]) for k in ("r", "alpha", "s", "beta"))
    x, t_x, age, t, n, d = p["frequency"], mpf(p["recency"]), mpf(p["age"]), mpf(p["horizon"]), p["purchases"], mpf(p["discount"])
    shape, rate, later = r + x, alpha + age, beta + age
    # Both as shares of what they are at the last purchase: mpmath's quadrature looks at absolute errors.
    share = lambda u, power: ((alpha + u) / (alpha + t_x)) ** -shape * ((beta + u) / (beta + t_x)) ** -power
    there = share(age, s)
    # Who bought much left soon, if ever: pieces that shrink towards the last purchase.
    pieces = [t_x] + [t_x + (age - t_x) / 2**k for k in range(14, -1, -1)]
    gone = s / (beta + t_x) * integral(lambda u: share(u, s + 1), pieces) if t_x < age else mpf(0)
    alive = there / (there + gone)
    exponent = s if s != 1 else s + mpf(10) ** -22
    expected = shape * later / (rate * (exponent - 1)) * (1 - (later / (later + t)) ** (exponent - 1))
    just = lambda u: negative_binomial(n, shape, rate, u)
    law = lambda u: s * later**s / (later + u) ** (s + 1)
    stays = (later / (later + t)) ** s
    p["probabilityAlive"] = alive
    p["probabilityAliveLater"] = alive * stays
    p["expectedPurchases"] = alive * expected
    p["probabilityOfPurchases"] = alive * (just(t) * stays + integral(lambda u: law(u) * just(u), [0, t / 4, t])) + (0 if n > 0 else 1 - alive)
    p["discountedWithin"] = alive * shape / rate * integral(lambda u: mp.exp(-d * u) * (later / (later + u)) ** s, [0, t / 4, t])
    # Fader, Hardie and Lee (2005), RFM and CLV: with the confluent hypergeometric function of the second kind.
    p["discountedForEver"] = alive * shape / rate * later * mp.hyperu(1, 2 - s, d * later)
    p["logLikelihood"] = mp.loggamma(shape) - mp.loggamma(r) + r * mp.log(alpha) + s * mp.log(beta / (beta + t_x)) - shape * mp.log(alpha + t_x) + mp.log(there + gone)
    return p


def pareto_scenarios():
    rng = random.Random(3)
    typical = {"r": 0.553, "alpha": 10.578, "s": 0.606, "beta": 11.669}
    next_ = {"horizon": 39, "purchases": 1, "discount": 0.0025}
    yield {**typical, "frequency": 2, "recency": 30.43, "age": 38.86, **next_}
    yield {**typical, "frequency": 0, "recency": 0, "age": 0, **next_}
    yield {**typical, "s": 1, "frequency": 3, "recency": 20, "age": 38.86, **next_}
    yield {**typical, "beta": 10.578, "frequency": 3, "recency": 20, "age": 38.86, **next_}
    yield {"r": 0.5143, "alpha": 2.8845, "s": 0.2856, "beta": 14.1087, "frequency": 221, "recency": 103.42857, "age": 103.57143, **next_}
    yield {"r": 10.465, "alpha": 0.00798565, "s": 3.0516, "beta": 2.82, "frequency": 400, "recency": 5, "age": 6, "horizon": 10, "purchases": 0, "discount": 0.01}
    for _ in range(60):
        yield {"r": log_uniform(rng, -1, 0.7), "alpha": log_uniform(rng, -1, 1.7), "s": log_uniform(rng, -1, 0.7), "beta": log_uniform(rng, -1, 1.7), **history(rng), **ahead(rng)}
    for _ in range(20):
        yield {"r": log_uniform(rng, -1, 1.5), "alpha": log_uniform(rng, -2, 3), "s": log_uniform(rng, 0.5, 3), "beta": log_uniform(rng, -1, 4), **history(rng), **ahead(rng)}


def pareto_nbd():
    write("paretoNbd", [pareto(s) for s in pareto_scenarios()])


# --- opportunities to buy -------------------------------------------------------------------------------------------


def rising(x, n):
    product = Fraction(1)
    for k in range(n):
        product *= x + k
    return product


def bgbb(scenario):
    """Everything is rational but the logarithm and, for ever, a hypergeometric function."""
    p = dict(scenario)
    alpha, beta, gamma, delta = (Fraction(p[k]) for k in ("alpha", "beta", "gamma", "delta"))
    x, t_x, n, t, k, d = p["frequency"], p["recency"], p["age"], p["horizon"], p["purchases"], Fraction(p["discount"])

    # B(alpha + bought, beta + not bought) / B(alpha, beta), and B(gamma + left, delta + stayed) / B(gamma, delta).
    buying = lambda bought, other: rising(alpha, bought) * rising(beta, other) / rising(alpha + beta, bought + other)
    staying = lambda left, stayed: rising(gamma, left) * rising(delta, stayed) / rising(gamma + delta, left + stayed)

    # Fader, Hardie and Shang (2010), equations 7, 11, 13 and 14.
    likelihood = buying(x, n - x) * staying(0, n) + sum(
        buying(x, t_x - x + i) * staying(1, t_x + i) for i in range(n - t_x)
    )
    alive_after = lambda m: buying(x, n - x) * staying(0, n + m) / likelihood
    buys_at = lambda m: buying(x + 1, n - x) * staying(0, n + m) / likelihood
    just = math.comb(t, k) * buying(x + k, n - x + t - k) * staying(0, n + t) + sum(
        math.comb(i, k) * buying(x + k, n - x + i - k) * staying(1, n + i) for i in range(k, t)
    )
    p["probabilityAlive"] = alive_after(1)
    p["probabilityAliveLater"] = alive_after(1 + t)
    p["expectedPurchases"] = sum(buys_at(m) for m in range(1, t + 1))
    p["probabilityOfPurchases"] = just / likelihood + (1 - alive_after(0) if k == 0 else 0)
    p["discountedWithin"] = sum(buys_at(m) / (1 + d) ** m for m in range(1, t + 1))
    precise = lambda value: mpf(value.numerator) / value.denominator
    first = precise(buys_at(1) / (1 + d))
    p["discountedForEver"] = first * mp.hyp2f1(
        1, precise(delta + n + 1), precise(gamma + delta + n + 1), precise(1 / (1 + d))
    )
    p["logLikelihood"] = mp.log(precise(likelihood))
    return {key: precise(value) if isinstance(value, Fraction) else value for key, value in p.items()}


def bgbb_scenarios():
    rng = random.Random(4)
    typical = {"alpha": 1.204, "beta": 0.75, "gamma": 0.657, "delta": 2.783}
    next_ = {"horizon": 5, "purchases": 1, "discount": 0.1}
    for x, t_x, n in [(2, 4, 6), (0, 0, 6), (6, 6, 6), (0, 0, 0), (1, 1, 200), (150, 160, 200)]:
        yield {**typical, "frequency": x, "recency": t_x, "age": n, **next_}
    yield {**typical, "gamma": 1, "frequency": 3, "recency": 5, "age": 6, **next_}
    yield {"alpha": 0.02, "beta": 0.05, "gamma": 0.03, "delta": 0.01, "frequency": 3, "recency": 5, "age": 9, **next_}
    for _ in range(40):
        n = rng.choice([0, 1, 3, 6, 12, 52])
        t_x = rng.randint(0, n)
        x = 0 if t_x == 0 else rng.randint(1, t_x)
        yield {
            **{name: log_uniform(rng, -1.3, 1.7) for name in typical},
            **{"frequency": x, "recency": t_x, "age": n},
            **{"horizon": rng.choice([0, 1, 4, 12, 60]), "purchases": rng.choice([0, 0, 1, 2, 5]), "discount": log_uniform(rng, -3.5, -0.3)},
        }


def bg_bb():
    write("bgBb", [bgbb(s) for s in bgbb_scenarios()])


TABLES = {"bgNbd": bg_nbd, "mbgNbd": mbg_nbd, "paretoNbd": pareto_nbd, "bgBb": bg_bb}

if __name__ == "__main__":
    for name in sys.argv[1:] or TABLES:
        TABLES[name]()
