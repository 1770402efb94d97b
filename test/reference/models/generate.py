"""High-precision predictions of the models of purchases, one JSON table a model.

    python3 generate.py [model ...]   writes the tables beside this file, all of them unless told

Needs mpmath. Seeded: every run writes the same bytes. The formulas are those of the papers or integrals over what is
not known of a customer, at 40 digits: not the sums and panels of the code under test.
"""

import json
import pathlib
import random
import sys

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


def mean_of_share(shape, c):
    """The mean of l / (l + c) for l of the gamma law with this shape and rate 1, by its continued fraction."""
    depth = 200 + int(4000 / (1 + c))
    value = mpf(0)
    for k in range(depth, 0, -1):
        value = k * (shape + k) / (c + shape + 1 + 2 * k - value)
    return shape / (c + shape + 1 - value)


# --- leaving at a purchase ------------------------------------------------------------------------------------------


def dropout(rng, first_chances, scenario):
    p = dict(scenario)
    r, alpha, a, b = (mpf(p[k]) for k in ("r", "alpha", "a", "b"))
    x, t_x, age, t, n, d = p["frequency"], mpf(p["recency"]), mpf(p["age"]), mpf(p["horizon"]), p["purchases"], mpf(p["discount"])
    m = x + first_chances
    odds = a / (b + m - 1) * ((alpha + age) / (alpha + t_x)) ** (r + x) if m > 0 else mpf(0)
    alive = 1 / (1 + odds)
    shape, rate, second = r + x, alpha + age, b + m

    def over_leaving(f):
        # Over the logarithm of the odds of p, where the law is smooth, to where its tails say nothing any more.
        far_left, far_right = -60 / a, 60 / second
        law = lambda w: mp.exp(a * w - (a + second) * mp.log1p(mp.exp(w)))
        return integral(lambda w: law(w) * f(1 / (1 + mp.exp(-w))), [far_left, far_left / 4, -4, 0, 4, far_right + 8]) / mp.beta(a, second)

    def expected(u):
        # The closed form of Fader, Hardie and Lee (2005), beside its pole where a is 1.
        first = a if a != 1 else a + mpf(10) ** -22
        z = u / (rate + u)
        return (first + second - 1) / (first - 1) * (1 - (rate / (rate + u)) ** shape * mp.hyp2f1(shape, second, first + second - 1, z))

    stays = mp.hyp2f1(shape, a, a + second, -t / rate)
    # Fader, Hardie and Lee (2005), equation 8: n purchases all survived, or the n-th of n or more the last.
    at_least = 1 - sum(negative_binomial(j, shape, rate, t) for j in range(n))
    just = negative_binomial(n, shape, rate, t) * mp.beta(a, second + n) / mp.beta(a, second)
    if n > 0:
        just += mp.beta(a + 1, second + n - 1) / mp.beta(a, second) * at_least
    p["probabilityAlive"] = alive
    p["probabilityAliveLater"] = alive * stays
    p["expectedPurchases"] = alive * expected(t)
    p["probabilityOfPurchases"] = alive * just + (0 if n > 0 else 1 - alive)
    p["discountedWithin"] = alive * discounted_of(expected, t, d)
    # For ever: given p and a rate l of buying, l / (l p + d); its mean over the gamma law of l.
    p["discountedForEver"] = alive * over_leaving(lambda q: mean_of_share(shape, rate * d / q) / q)
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
    there = rate ** -shape * later ** -s
    gone = s * integral(lambda u: (alpha + u) ** -shape * (beta + u) ** (-s - 1), [t_x, (3 * t_x + age) / 4, (t_x + age) / 2, age]) if t_x < age else mpf(0)
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
    p["logLikelihood"] = mp.loggamma(shape) - mp.loggamma(r) + r * mp.log(alpha) + s * mp.log(beta) + mp.log(there + gone)
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
    for _ in range(40):
        yield {"r": log_uniform(rng, -1, 0.7), "alpha": log_uniform(rng, -1, 1.7), "s": log_uniform(rng, -1, 0.7), "beta": log_uniform(rng, -1, 1.7), **history(rng), **ahead(rng)}


def pareto_nbd():
    write("paretoNbd", [pareto(s) for s in pareto_scenarios()])


TABLES = {"bgNbd": bg_nbd, "mbgNbd": mbg_nbd, "paretoNbd": pareto_nbd}

if __name__ == "__main__":
    for name in sys.argv[1:] or TABLES:
        TABLES[name]()
