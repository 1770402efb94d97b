"""High-precision values of special functions, one JSON table a function.

    python3 generate.py            writes the tables beside this file
    python3 generate.py digamma    writes the tables of one function below, or of several
    python3 generate.py chebyshev  prints the coefficients of src/numeric/special/erfcScaled.ts
    python3 generate.py zetas      prints those of src/numeric/special/digamma.ts
    python3 generate.py gauss      prints the nodes and weights of src/numeric/gaussLegendre.ts

Needs mpmath. Seeded: every run writes the same bytes. An argument is the exact value of the double that its text
stands for; a value has 20 significant digits.
"""

import json
import pathlib
import random
import sys

from mpmath import mp, mpf

HERE = pathlib.Path(__file__).parent
DIGITS = 60
mp.dps = DIGITS


def exact(x):
    return mpf(float(x))


def text(value):
    if isinstance(value, (int, float)):
        return repr(float(value)).removesuffix(".0")
    return mp.nstr(value, 20)


def short(x, digits=6):
    """A double with few digits, so that the tables stay small."""
    return float(f"{float(x):.{digits}g}")


def log_uniform(rng, low, high):
    return short(10 ** rng.uniform(low, high))


def write(name, columns, rows):
    unique = sorted({tuple(map(text, row)): row for row in rows}.values(), key=lambda row: [float(v) for v in row])
    lines = ",\n".join("    " + json.dumps([text(v) for v in row]) for row in unique)
    body = f'{{\n  "columns": {json.dumps(columns)},\n  "rows": [\n{lines}\n  ]\n}}\n'
    (HERE / f"{name}.generated.json").write_text(body)
    print(f"{name}: {len(unique)} rows, {len(body)} bytes")


# --- gamma and beta ------------------------------------------------------------------------------------------------


def log_gamma():
    rng = random.Random(1)
    xs = [log_uniform(rng, -10, 15) for _ in range(150)]
    xs += [log_uniform(rng, -300, -10) for _ in range(15)]
    xs += [short(rng.uniform(0.4, 12)) for _ in range(100)]
    xs += [zero + sign * log_uniform(rng, -15, -0.5) for zero in (1, 2) for sign in (-1, 1) for _ in range(25)]
    xs += [n / 2 for n in range(1, 26)] + [1e15, 9.999999, 10.000001, 2.4999999, 1.4999999, 0.49999999]
    write("logGamma", ["x", "value"], [(x, mp.loggamma(exact(x))) for x in xs])


def log_gamma_ratio():
    rng = random.Random(2)
    pairs = [(log_uniform(rng, -6, 15), log_uniform(rng, -12, 3)) for _ in range(200)]
    pairs += [(log_uniform(rng, 3, 15), step) for step in (0.5, 1, 2.5) for _ in range(15)]
    pairs += [(1e4, 0.5), (1e6, 0.5), (1e8, 0.5), (1e15, 0.5), (1, 1), (0.5, 1.5), (9.99, 1.01), (10, 1e-9)]
    with mp.workdps(100):
        rows = [(x, s, mp.loggamma(exact(x) + exact(s)) - mp.loggamma(exact(x))) for x, s in pairs]
    write("logGammaRatio", ["x", "step", "value"], rows)


def log_beta():
    rng = random.Random(3)
    pairs = [(log_uniform(rng, -8, 8), log_uniform(rng, -8, 8)) for _ in range(200)]
    pairs += [(log_uniform(rng, 1, 15), log_uniform(rng, 1, 15)) for _ in range(60)]
    pairs += [(1, 1), (1e5, 1e5), (0.5, 0.5), (10, 10), (9.99, 10.01), (1e15, 1e15)]
    with mp.workdps(100):
        rows = [(a, b, mp.loggamma(exact(a)) + mp.loggamma(exact(b)) - mp.loggamma(exact(a) + exact(b))) for a, b in pairs]
    write("logBeta", ["a", "b", "value"], rows)


def beta_series(a, b, x):
    """I_x(a, b) by the series of positive terms x^a (1 - x)^b / (a B(a, b)) (1 + (a+b) x / (a+1) + ...)."""
    term = total = mpf(1)
    n = 0
    while term > total * mpf(10) ** (-DIGITS - 5) or (a + b + n) * x > a + 1 + n:
        term *= (a + b + n) * x / (a + 1 + n)
        total += term
        n += 1
    front = a * mp.log(x) + b * mp.log1p(-x) - mp.log(a)
    return mp.exp(front + mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b)) * total


def beta_tails(a, b, x):
    """Both tails, of which the one on the near side of the mean is summed and the other is the rest."""
    below = x <= a / (a + b)
    if (1 - x if below else x) < mpf(10) ** -3:  # the series would be long
        tails = (mp.betainc(a, b, 0, x, regularized=True), mp.betainc(a, b, x, 1, regularized=True))
        if min(tails) > mpf(10) ** -25:
            return tails
    if below:
        lower = beta_series(a, b, x)
        return lower, 1 - lower
    upper = beta_series(b, a, 1 - x)
    return 1 - upper, upper


def beta_point(rng, a, b, deviations):
    """A point so many standard deviations of the logit from that of the mean."""
    logit = mp.log(mpf(a) / b) + rng.uniform(-deviations, deviations) * mp.sqrt(1 / mpf(a) + 1 / mpf(b))
    return short(1 / (1 + mp.exp(-logit)), 8)


def checked(rows):
    """Rows whose tails have both kept enough digits, one in ten of them compared with mpmath's own function."""
    for i, (a, b, x, lower, upper) in enumerate(rows):
        if i % 10 == 0 and max(a, b) < 200 and min(lower, upper) > mpf(10) ** -30:
            other = mp.betainc(exact(a), exact(b), 0, exact(x), regularized=True)
            assert abs(other / lower - 1) < mpf(10) ** -25, (a, b, x)
    return rows


def beta_rows(pairs, rng, deviations):
    rows = []
    for a, b in pairs:
        x = beta_point(rng, a, b, deviations)
        if 0 < x < 1:
            rows.append((a, b, x, *beta_tails(exact(a), exact(b), exact(x))))
    return checked(rows)


def incomplete_beta():
    rng = random.Random(4)
    pairs = [(log_uniform(rng, -3, 3), log_uniform(rng, -3, 3)) for _ in range(140)]
    pairs += [(short(rng.randint(0, 1000) + 0.5), short(rng.randint(0, 1000) + 0.5)) for _ in range(60)]
    pairs += [(rng.randint(1, 40), rng.randint(1, 40)) for _ in range(40)]
    rows = beta_rows(pairs[:120] + pairs[140:170] + pairs[200:220], rng, 4)
    rows += beta_rows(pairs[120:140] + pairs[170:200] + pairs[220:], rng, 37)
    rows += beta_rows([(log_uniform(rng, -12, -3), log_uniform(rng, -1, 3)) for _ in range(20)], rng, 2)
    for a, b, x in [(0.5, 0.5, 0.1), (30, 200, 0.12), (1000, 1, 0.999), (1, 1000, 1e-300), (1e-10, 3, 0.1)]:
        rows.append((a, b, x, *beta_tails(exact(a), exact(b), exact(x))))
    write("incompleteBeta", ["a", "b", "x", "lower", "upper"], rows)


def incomplete_beta_large():
    rng = random.Random(5)
    pairs = [(log_uniform(rng, 3, 5), log_uniform(rng, 3, 5)) for _ in range(60)]
    pairs += [(log_uniform(rng, -1, 3), log_uniform(rng, 3, 5)) for _ in range(40)]
    rows = beta_rows(pairs[:40] + pairs[60:90], rng, 4) + beta_rows(pairs[40:60] + pairs[90:], rng, 37)
    rows += [(a, b, x, *beta_tails(exact(a), exact(b), exact(x))) for a, b, x in [(1e3, 1.5e3, 0.4), (1e5, 1e5, 0.5001)]]
    write("incompleteBetaLarge", ["a", "b", "x", "lower", "upper"], rows)


def gamma_tails(a, x):
    """P by its series of positive terms, with as many more digits as Q may need to be what is left of 1."""
    spare = int(abs(x - a - a * mp.log(x / a)) / mp.log(10)) + 20 if x > a else 20
    with mp.workdps(DIGITS + spare):
        term = total = mpf(1)
        n = 1
        while term > total * mpf(10) ** (-DIGITS - spare) or x > a + n:
            term *= x / (a + n)
            total += term
            n += 1
        lower = mp.exp(a * mp.log(x) - x - mp.loggamma(a + 1)) * total
        return lower, 1 - lower


def gamma_rows(shapes, rng, deviations):
    rows = []
    for a in shapes:
        x = short(mpf(a) * mp.exp(rng.uniform(-deviations, deviations) / mp.sqrt(mpf(a))), 8)
        if 1e-300 < x < 700 + 3 * a:
            rows.append((a, x, *gamma_tails(exact(a), exact(x))))
    for i, (a, x, lower, upper) in enumerate(rows):
        if i % 10 == 0 and a < 200 and upper > mpf(10) ** -30:
            other = mp.gammainc(exact(a), exact(x), mp.inf, regularized=True)
            assert abs(other / upper - 1) < mpf(10) ** -25, (a, x)
    return rows


def incomplete_gamma():
    rng = random.Random(6)
    rows = gamma_rows([log_uniform(rng, -3, 3) for _ in range(150)], rng, 4)
    rows += gamma_rows([log_uniform(rng, -1, 3) for _ in range(80)], rng, 25)
    rows += gamma_rows([n / 2 for n in range(1, 41)], rng, 3)
    shapes = [log_uniform(rng, -12, 0) for _ in range(20)]
    points = [(a, log_uniform(rng, -10, 2)) for a in shapes]
    points += [(a, a * (1 + d)) for a in (1, 9.5, 10, 100, 1000) for d in (-1e-6, 0, 1e-6)]
    points += [(0.5, 650), (3, 650), (9.9, 690), (1, 1e-290), (1, 1), (0.5, 1), (1000, 2500), (1000, 230)]
    rows += [(a, x, *gamma_tails(exact(a), exact(x))) for a, x in points]
    write("incompleteGamma", ["a", "x", "lower", "upper"], rows)


def incomplete_gamma_large():
    rng = random.Random(7)
    rows = gamma_rows([log_uniform(rng, 3, 5) for _ in range(60)], rng, 4)
    rows += gamma_rows([log_uniform(rng, 3, 5) for _ in range(30)], rng, 36)
    rows += [(a, x, *gamma_tails(exact(a), exact(x))) for a, x in [(1e5, 1e5), (1e5, 100001), (1e5, 99000)]]
    write("incompleteGammaLarge", ["a", "x", "lower", "upper"], rows)


def integral_below(log_density, point, width):
    """The integral of a density from far below up to a point, in pieces over which it changes little."""
    edges = [point - width * k for k in range(81)][::-1]
    with mp.workdps(40):
        top = log_density(point)  # taken out, since quad stops where an absolute error is small
        return mp.exp(top) * mp.quad(lambda t: mp.exp(log_density(t) - top), edges)


def incomplete_beta_huge():
    rng = random.Random(13)
    rows = []
    while len(rows) < 30:
        a, b = log_uniform(rng, 8, 15), log_uniform(rng, 8, 15)
        centre = exact(a) / (exact(a) + exact(b))
        width = mp.sqrt(centre * (1 - centre) / (exact(a) + exact(b)))
        x = float(centre + width * rng.choice((0, 1e-4, 0.5, 1, 3, 10, 30)) * rng.uniform(-1, 1))
        with mp.workdps(60):
            log_beta = mp.loggamma(exact(a)) + mp.loggamma(exact(b)) - mp.loggamma(exact(a) + exact(b))
            density = lambda t: (exact(a) - 1) * mp.log(t) + (exact(b) - 1) * mp.log1p(-t) - log_beta
            mirrored = lambda t: (exact(b) - 1) * mp.log(t) + (exact(a) - 1) * mp.log1p(-t) - log_beta
            width /= 1 + abs(exact(x) - centre) / width
            below = integral_below(density, exact(x), width) if exact(x) <= centre else None
            above = integral_below(mirrored, 1 - exact(x), width) if below is None else 1 - below
            rows.append((a, b, x, 1 - above if below is None else below, above))
    write("incompleteBetaHuge", ["a", "b", "x", "lower", "upper"], rows)


def incomplete_gamma_huge():
    rng = random.Random(14)
    rows = []
    while len(rows) < 30:
        a = log_uniform(rng, 8, 15)
        width = mp.sqrt(exact(a))
        x = float(exact(a) + width * rng.choice((0, 1e-4, 0.5, 1, 3, 10, 30)) * rng.uniform(-1, 1))
        with mp.workdps(60):
            density = lambda t: (exact(a) - 1) * mp.log(t) - t - mp.loggamma(exact(a))
            mirrored = lambda t: density(-t)
            width /= 1 + abs(exact(x) - exact(a)) / width
            below = integral_below(density, exact(x), width) if x <= a else None
            above = integral_below(mirrored, -exact(x), width) if below is None else 1 - below
            rows.append((a, x, 1 - above if below is None else below, above))
    write("incompleteGammaHuge", ["a", "x", "lower", "upper"], rows)


# --- their inverses ------------------------------------------------------------------------------------------------


def solve(log_target, log_tail, point, low, high):
    """The point in (low, high) where a monotone log tail has the target: bisection, then secants, to 45 digits."""
    ascending = log_tail(high) > log_tail(low)
    for _ in range(40):
        middle = (low + high) / 2
        if (log_tail(middle) < log_target) == ascending:
            low = middle
        else:
            high = middle
    first, second = low, high
    for _ in range(60):
        f, g = log_tail(first) - log_target, log_tail(second) - log_target
        if f == g or abs(second - first) < mpf(10) ** -48:
            break
        first, second = second, second - g * (second - first) / (g - f)
    assert abs(log_tail(second) - log_target) < mpf(10) ** -40
    return point(second)


CHANCES = [1e-300, 1e-100, 1e-20, 1e-9, 1e-4, 0.005, 0.025, 0.1, 0.25, 0.5, 0.6, 0.9, 0.975, 0.999999]


def incomplete_beta_inverse():
    rng = random.Random(8)
    rows = []
    for i in range(84):
        p = CHANCES[i % len(CHANCES)]
        a, b = log_uniform(rng, -0.5, 3), log_uniform(rng, -0.5, 3)
        if i % 3 == 0:
            a, b = rng.randint(0, 60) + 0.5, rng.randint(0, 60) + 0.5
        spread = 45 * mp.sqrt(1 / mpf(a) + 1 / mpf(b))
        centre = mp.log(mpf(a) / b)
        tail = lambda s: mp.log(beta_tails(exact(a), exact(b), 1 / (1 + mp.exp(-s)))[0 if p <= 0.5 else 1])
        target = mp.log(exact(p)) if p <= 0.5 else mp.log1p(-exact(p))
        low = centre - spread - (-mp.log(exact(p))) / mpf(a)
        x = solve(target, tail, lambda s: 1 / (1 + mp.exp(-s)), low, centre + spread + 40 / mpf(b))
        if x > mpf(10) ** -290:
            rows.append((a, b, p, x))
    write("incompleteBetaInverse", ["a", "b", "p", "value"], rows)


def incomplete_gamma_inverse():
    rng = random.Random(9)
    rows = []
    for i in range(84):
        p = CHANCES[i % len(CHANCES)]
        a = rng.randint(1, 60) / 2 if i % 3 == 0 else log_uniform(rng, -1, 3)
        for upper in (0, 1):
            low = mp.log(mpf(a)) - 45 / mp.sqrt(mpf(a)) - (-mp.log(exact(p)) - mp.log1p(-exact(p))) / mpf(a)
            high = mp.log(mpf(a) + 45 * mp.sqrt(mpf(a)) + 800)
            small = (p <= 0.5) != bool(upper)
            tail = lambda s: mp.log(gamma_tails(exact(a), mp.exp(s))[0 if small else 1])
            own = exact(p) if p <= 0.5 else 1 - exact(p)
            x = solve(mp.log(own), tail, mp.exp, low, high)
            if x > mpf(10) ** -290:
                rows.append((a, p, upper, x))
    write("incompleteGammaInverse", ["a", "p", "upper", "value"], rows)


# --- the normal law ------------------------------------------------------------------------------------------------


def error_functions():
    rng = random.Random(10)
    xs = [short(rng.uniform(-6, 6)) for _ in range(120)] + [log_uniform(rng, -300, -1) for _ in range(40)]
    xs += [short(rng.uniform(0, 1.2)) for _ in range(80)] + [0.5, 1, 1.0000001, -0.5, -1, 0.49999999]
    write("erf", ["x", "value"], [(x, mp.erf(exact(x))) for x in xs])
    xs = [short(rng.uniform(-5, 6)) for _ in range(120)] + [short(rng.uniform(0.4, 26.2), 8) for _ in range(150)]
    xs += [log_uniform(rng, -20, -1) for _ in range(15)] + [0.5, 0.49999999, 1, -1, 0, 26]
    write("erfc", ["x", "value"], [(x, mp.erfc(exact(x))) for x in xs])
    zs = [short(rng.uniform(-8, 8), 8) for _ in range(120)] + [short(rng.uniform(-37, -0.6), 8) for _ in range(150)]
    zs += [0, -0.70710678, -0.7071068, 0.70710678, 0.7071068, 1.96, -1.96, 1e-9, -1e-9]
    write("normalCdf", ["z", "value"], [(z, mp.erfc(-exact(z) / mp.sqrt(2)) / 2) for z in zs])


def normal_quantile_of(p):
    tail = min(p, 1 - p)
    if tail > mpf("0.3"):
        root = mp.findroot(lambda z: mp.erf(z / mp.sqrt(2)) / 2 - (p - mpf(1) / 2), (p - mpf(1) / 2) * mpf("2.5"))
        return root
    start = -mp.sqrt(-2 * mp.log(tail))
    for _ in range(12):
        value = mp.erfc(-start / mp.sqrt(2)) / 2
        start -= mp.log(value / tail) * value / mp.npdf(start)
    assert abs(mp.erfc(-start / mp.sqrt(2)) / 2 / tail - 1) < mpf(10) ** -40
    return start if p < mpf(1) / 2 else -start


def normal_quantile():
    rng = random.Random(11)
    ps = [log_uniform(rng, -300, -0.4) for _ in range(120)] + [log_uniform(rng, -12, -0.4) for _ in range(60)]
    ps += [short(rng.uniform(0.01, 0.99)) for _ in range(80)] + [1 - log_uniform(rng, -15, -1) for _ in range(40)]
    ps += [0.5 + sign * log_uniform(rng, -15, -1) for sign in (-1, 1) for _ in range(20)]
    ps += [0.075, 0.925, 0.975, 0.025, 0.995, 1e-300, 1e-12, 1e-6]
    write("normalQuantile", ["p", "value"], [(p, normal_quantile_of(exact(p))) for p in ps])


# --- Student's law -------------------------------------------------------------------------------------------------


def student_share(t, df, upper):
    """The share beyond t > 0, or that between 0 and t: by the beta law for few degrees of freedom, else by its integral."""
    if upper and df <= 200:
        return beta_tails(df / 2, mpf(1) / 2, df / (df + t * t))[0] / 2
    density = lambda s: mp.exp(-(df + 1) / 2 * mp.log1p(s * s / df))
    step = 1 / max(mpf(1), t)
    points = [t + step * k for k in (0, 1, 2, 4, 8, 16, 32, 64, 128)] + [mp.inf] if upper else mp.linspace(0, t, 9)
    scale = mp.exp(mp.loggamma((df + 1) / 2) - mp.loggamma(df / 2)) / mp.sqrt(mp.pi * df)
    return scale * mp.quad(density, points)


def student_quantile():
    rng = random.Random(13)
    chances = [1e-300, 1e-100, 1e-20, 1e-9, 1e-4, 0.005, 0.025, 0.1, 0.2, 0.3, 0.4, 0.49, 0.499999]
    rows = []
    for i in range(104):
        p = chances[i % len(chances)]
        df = rng.randint(1, 60) if i % 3 == 0 else log_uniform(rng, -0.5, 9 if i % 3 == 1 else 3)
        upper = p < 0.25
        share = exact(p) if upper else mpf(1) / 2 - exact(p)
        high = mpf(4) + mp.log(45) if df > 200 else 60 - mp.log(exact(p)) / exact(df)
        tail = lambda s: mp.log(student_share(mp.exp(s), exact(df), upper))
        t = solve(mp.log(share), tail, mp.exp, mpf(-40), high)
        if t < mpf(10) ** 290:
            rows.append((p, df, -t))
    write("studentQuantile", ["p", "df", "value"], rows)


# --- rates ---------------------------------------------------------------------------------------------------------


def compound_growth():
    rng = random.Random(12)
    rows = []
    while len(rows) < 250:
        rate = log_uniform(rng, -15, 1) * rng.choice((-1, 1))
        periods = rng.choice((2, 3, 4, 12, 52, 365, 1 / 12, 1 / 365, 0.5, short(rng.uniform(0, 1000))))
        if rate > -1 and abs(periods * mp.log1p(exact(rate))) < 46:
            rows.append((rate, periods, mp.expm1(exact(periods) * mp.log1p(exact(rate)))))
    write("compoundGrowth", ["rate", "periods", "value"], rows)


# --- intervals of a proportion -------------------------------------------------------------------------------------


def beta_quantile(p, a, b):
    index, own = (0, p) if p <= 0.5 else (1, 1 - p)
    tail = lambda s: mp.log(beta_tails(mpf(a), mpf(b), 1 / (1 + mp.exp(-s)))[index])
    return solve(mp.log(own), tail, lambda s: 1 / (1 + mp.exp(-s)), mpf(-60), mpf(60))


def proportion_intervals():
    rows = []
    cases = [(81, 263), (15, 148), (0, 20), (1, 29), (29, 29), (1, 2), (5, 10), (3, 1000), (640, 1000)]
    for successes, trials in cases:
        for level in (0.8, 0.95, 0.99):
            half = (1 - mpf(str(level))) / 2
            failures = trials - successes
            z = -normal_quantile_of(half)
            centre = (successes + z * z / 2) / (trials + z * z)
            reach = z / (trials + z * z) * mp.sqrt(mpf(successes) * failures / trials + z * z / 4)
            exact_lower = 0 if successes == 0 else beta_quantile(half, successes, failures + 1)
            exact_upper = 1 if failures == 0 else beta_quantile(1 - half, successes + 1, failures)
            shape, other = successes + mpf(1) / 2, failures + mpf(1) / 2
            jeffreys_lower = 0 if successes == 0 else beta_quantile(half, shape, other)
            jeffreys_upper = 1 if failures == 0 else beta_quantile(1 - half, shape, other)
            low = 0 if successes == 0 else centre - reach
            high = 1 if failures == 0 else centre + reach
            rows.append((successes, trials, level, low, high, exact_lower, exact_upper, jeffreys_lower, jeffreys_upper))
    columns = ["successes", "trials", "level", "wilsonLower", "wilsonUpper"]
    columns += ["clopperPearsonLower", "clopperPearsonUpper", "jeffreysLower", "jeffreysUpper"]
    write("proportionInterval", columns, rows)


# --- derivatives of log gamma -------------------------------------------------------------------------------------------


def digamma():
    rng = random.Random(15)
    xs = [log_uniform(rng, -6, 8) for _ in range(150)] + [short(rng.uniform(0.3, 12)) for _ in range(60)]
    xs += [1.4616321449683622 + sign * log_uniform(rng, -15, -1) for sign in (-1, 1) for _ in range(25)]
    xs += [n / 2 for n in range(1, 25)] + [0.49999999, 1.49999999, 2.49999999, 9.9999999, 10.0000001, 1.4616321449683622]
    write("digamma", ["x", "value"], [(x, mp.psi(0, exact(x))) for x in xs])
    write("trigamma", ["x", "value"], [(x, mp.psi(1, exact(x))) for x in xs])


def digamma_step():
    rng = random.Random(16)
    pairs = [(log_uniform(rng, -6, 8), log_uniform(rng, -6, 3)) for _ in range(200)]
    pairs += [(short(rng.uniform(0.01, 12)), short(rng.uniform(0, 30))) for _ in range(40)]
    pairs += [(0.25, n) for n in (1, 2, 10, 100, 1000)] + [(9.9999999, 1e-6), (10, 1e-6), (1e8, 1e-6), (1e-6, 1000)]
    for name, order in (("digammaStep", 0), ("trigammaStep", 1)):
        rows = [(x, s, mp.psi(order, exact(x) + exact(s)) - mp.psi(order, exact(x))) for x, s in pairs]
        write(name, ["x", "step", "value"], rows)


# --- integrals -----------------------------------------------------------------------------------------------------


def log_line_integral(log_f, slope):
    """The logarithm of the integral of e^log_f over the whole line, for one peak: the trapezoidal rule in 40 digits,
    whose error is that of the tails and e^(-2 pi d / step) where the nearest singularity is d off the line."""
    low, high = mpf(-2000), mpf(2000)
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if slope(middle) > 0 else (low, middle)
    peak, top = low, log_f(low)
    curvature = (slope(peak - mpf(10) ** -15) - slope(peak + mpf(10) ** -15)) / (2 * mpf(10) ** -15)
    step = min(mpf(1) / 10, 1 / (4 * mp.sqrt(abs(curvature))))
    total = mpf(1)
    for side in (-step, step):
        w = peak + side
        while log_f(w) > top - 95:
            total += mp.exp(log_f(w) - top)
            w += side
    return top + mp.log(total * step)


def log_euler_integral(a, b, c, z):
    """log F(a, b; c; z) by Euler's integral over the logarithm of the odds, for c > b."""
    rest = 1 - z
    area = log_line_integral(
        lambda w: b * w + (a - c) * mp.log1p(mp.exp(w)) - a * mp.log1p(rest * mp.exp(w)),
        lambda w: b - (c - a) / (1 + mp.exp(-w)) - a / (1 + mp.exp(-w) / rest),
    )
    return area - mp.loggamma(b) - mp.loggamma(c - b) + mp.loggamma(c)


def hypergeometric_rows(rng, count, distance):
    """Parameters as the models meet them: counts added to shapes, the third about the sum of two or beyond one."""
    rows = []
    for i in range(count):
        shape, other = log_uniform(rng, -2, 1), log_uniform(rng, -2, 1)
        a = short(shape + (rng.randint(0, 500) if i % 3 == 0 else rng.randint(0, 6)))
        b = short(other + (rng.randint(0, 300) if i % 4 == 0 else rng.randint(0, 6)))
        beyond = log_uniform(rng, -2, 1)
        c = (a + b, b + beyond, a + beyond, b + short(rng.uniform(0, 1)) * a, a + b + 2, max(b - 0.7, 0.2 * b), beyond)[i % 7]
        c = short(c)
        z = 1 - 10 ** -distance(rng)
        value = mp.log(mp.hyp2f1(exact(a), exact(b), exact(c), exact(z), maxprec=10**5, zeroprec=10**4))
        if i % 3 == 0 and b > 0.1 and c > b + 0.1:
            other = log_euler_integral(exact(a), exact(b), exact(c), exact(z))
            assert abs(other - value) < mpf(10) ** -25, (a, b, c, z)
        rows.append((a, b, c, z, value))
    return rows


def hypergeometric():
    columns = ["a", "b", "c", "z", "value"]
    rng = random.Random(17)
    rows = hypergeometric_rows(rng, 210, lambda rng: rng.uniform(0, 1)) + hypergeometric_rows(rng, 140, lambda rng: rng.uniform(1, 3))
    write("hypergeometric", columns, rows)
    rows = hypergeometric_rows(rng, 140, lambda rng: rng.uniform(3, 4)) + hypergeometric_rows(rng, 70, lambda rng: 6)
    write("hypergeometricNear", columns, rows + hypergeometric_rows(rng, 70, lambda rng: rng.uniform(4, 12)))


def scaled_exponential_integral(order, x):
    return mp.exp(
        log_line_integral(
            lambda w: w - x * mp.exp(w) - order * mp.log1p(mp.exp(w)),
            lambda w: 1 - x * mp.exp(w) - order / (1 + mp.exp(-w)),
        )
    )


def exponential_integral():
    rng = random.Random(18)
    pairs = [(log_uniform(rng, -3, 4), log_uniform(rng, -8, 4)) for _ in range(200)]
    pairs += [(n, log_uniform(rng, -8, 2)) for n in range(1, 13) for _ in range(5)]
    pairs += [(n + sign * log_uniform(rng, -15, -2), log_uniform(rng, -8, 1)) for n in (1, 2, 3) for sign in (-1, 1) for _ in range(10)]
    pairs += [(1, 0.1), (1, 0.09999999), (1.5, 0.1), (0.001, 1e-8), (1e4, 1e-8), (1, 1e-8), (1e4, 1e4)]
    rows = [(p, x, scaled_exponential_integral(exact(p), exact(x))) for p, x in pairs]
    for p, x, value in rows:
        if p < 20 and x < 50:
            assert abs(mp.exp(exact(x)) * mp.expint(exact(p), exact(x)) / value - 1) < mpf(10) ** -25, (p, x)
    write("exponentialIntegral", ["order", "x", "value"], rows)


def log_integral():
    """The integral in the likelihood of the Pareto/NBD model: (alpha + u)^-(r + x) (beta + u)^-(s + 1) from t to T."""
    rng = random.Random(19)
    cases = [
        (0.5533, 10.578, 0.6062, 11.669, 0, 0, 38.86),
        (0.5533, 10.578, 0.6062, 11.669, 26, 30.86, 31),
        (0.5533, 10.578, 0.6062, 11.669, 29, 5, 38),
        (10.465, 0.00798565181, 3.0516, 2.82, 500, 1, 37),
        (0.5143, 2.8845, 0.2856, 14.1087, 0, 0, 103.57),
        (0.05, 0.1, 0.05, 1000, 3, 1, 500),
        (1, 5, 2, 0.05, 3, 0.001, 300),
    ]
    for _ in range(40):
        r, alpha, s, beta = (log_uniform(rng, *bounds) for bounds in ((-1.3, 1.2), (-2, 3), (-1.3, 1.2), (-1.3, 3)))
        end = short(rng.uniform(1, 300))
        cases.append((r, alpha, s, beta, rng.choice((0, 1, 2, 5, 30, 300)), short(end * rng.uniform(0, 1)), end))
    rows = []
    for case in cases:
        r, alpha, s, beta, x, start, end = map(exact, case)
        log_density = lambda u: -(r + x) * mp.log(alpha + u) - (s + 1) * mp.log(beta + u)
        pieces = [start + (end - start) * mpf(2) ** -k for k in range(30)] + [start]
        area = mp.quad(lambda u: mp.exp(log_density(u) - log_density(start)), pieces[::-1])
        rows.append((*case, log_density(start) + mp.log(area)))
    write("logIntegral", ["r", "alpha", "s", "beta", "x", "start", "end", "value"], rows)


# --- coefficients --------------------------------------------------------------------------------------------------


def chebyshev():
    nodes = 64
    turn = [mp.pi * (j + mpf(1) / 2) / nodes for j in range(nodes)]

    def scaled(t):
        x = mpf("0.5") + mpf("3.75") * (1 + t) / (1 - t)
        return (1 + 2 * x) * mp.exp(x * x) * mp.erfc(x)

    values = [scaled(mp.cos(angle)) for angle in turn]
    for k in range(26):
        weight = 1 if k == 0 else 2
        print(mp.nstr(weight * mp.fsum(v * mp.cos(k * angle) for v, angle in zip(values, turn)) / nodes, 17))


def zetas():
    for k in range(2, 29):
        print(mp.nstr(mp.zeta(k) - 1, 17))


def gauss_legendre(order):
    """Nodes and weights on (0, 1), by Newton on the recurrence of Legendre's polynomials."""
    pairs = []
    for k in range(1, order + 1):
        x = mp.cos(mp.pi * (k - mpf(1) / 4) / (order + mpf(1) / 2))
        for _ in range(12):
            before, now = mpf(1), x
            for n in range(1, order):
                before, now = now, ((2 * n + 1) * x * now - n * before) / (n + 1)
            slope = order * (x * now - before) / (x * x - 1)
            x -= now / slope
        pairs.append(((1 + x) / 2, 1 / ((1 - x * x) * slope**2)))
    return sorted(pairs)


def gauss():
    for order in (8, 12, 16):
        for node, weight in gauss_legendre(order):
            print(order, repr(float(node)), repr(float(weight)))


PRINTED = (chebyshev, zetas, gauss)
TABLES = (
    log_gamma,
    log_gamma_ratio,
    log_beta,
    incomplete_beta,
    incomplete_beta_large,
    incomplete_gamma,
    incomplete_gamma_large,
    incomplete_beta_huge,
    incomplete_gamma_huge,
    incomplete_beta_inverse,
    incomplete_gamma_inverse,
    error_functions,
    normal_quantile,
    student_quantile,
    compound_growth,
    proportion_intervals,
    digamma,
    digamma_step,
    hypergeometric,
    exponential_integral,
    log_integral,
)

if __name__ == "__main__":
    wanted = sys.argv[1:] or [table.__name__ for table in TABLES]
    for part in TABLES + PRINTED:
        if part.__name__ in wanted:
            part()
