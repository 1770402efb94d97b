"""The hashes of test/laws/goldenCounts.test.ts once more, by another program with another zone database."""

import hashlib
import struct
from bisect import bisect_right
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

HOUR = 3_600_000
OPEN = float("inf")


def milliseconds(year, month, day, zone):
    return int(datetime(year, month, day, tzinfo=zone).timestamp() * 1000)


START = milliseconds(2019, 1, 1, timezone.utc)
AS_OF = milliseconds(2022, 6, 15, timezone.utc)


def numbers(seed):
    """Whole numbers below a limit from a linear congruential generator of 32 bits."""
    state = seed

    def below(limit):
        nonlocal state
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        return int(state / 2**32 * limit)

    return below


def hash_of(counts):
    return hashlib.sha256(struct.pack("<%di" % len(counts), *counts)).hexdigest()


def months(zone):
    """Starts of a zone's months around the data, the last one at or after AS_OF."""
    starts, year, month = [], 2018, 12
    while not starts or starts[-1] < AS_OF:
        starts.append(milliseconds(year, month, 1, zone))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return starts


def movements():
    below, spans = numbers(20190101), {}
    for _ in range(600):
        customer, start = below(150), START + below(1200 * 4) * 6 * HOUR
        end = OPEN if below(5) == 0 else start + below(400 * 4) * 6 * HOUR
        spans.setdefault(customer, []).append((start, end))
    counts, starts = [], months(timezone.utc)[1:]
    for begin, end in zip(starts, starts[1:]):
        end = min(end, AS_OF)
        tally = [0] * 9
        for own in spans.values():
            at_start = any(start < begin <= stop for start, stop in own)
            at_end = any(start < end <= stop for start, stop in own)
            before = any(start < begin for start, _ in own)
            within = any(begin <= start < end for start, _ in own)
            new = at_end and not at_start
            stock = [at_start, at_end, at_start and at_end, before and not at_start]
            flow = [new, new and not before, new and before, at_start and not at_end]
            for place, is_counted in enumerate(stock + flow + [within and not at_start and not at_end]):
                tally[place] += is_counted
        counts += tally
    return counts


def cohorts():
    below, customers = numbers(20220615), {}
    for _ in range(2000):
        customer, at, amount = below(300), START + below(1300 * 24) * HOUR, below(10_000)
        if at < AS_OF:
            customers.setdefault(customer, []).append((at, amount))
    first = min(at for own in customers.values() for at, _ in own)
    starts = months(ZoneInfo("America/New_York"))
    starts = starts[bisect_right(starts, first) - 1 :]
    period_of = lambda at: bisect_right(starts, at) - 1
    counts = []
    for came in range(len(starts) - 1):
        members = [own for own in customers.values() if period_of(min(own)[0]) == came]
        returned = [own for own in members if any(at > min(own)[0] and period_of(at) == came for at, _ in own)]
        counts += [len(members), len(returned)]
        for period in range(len(starts) - 1 - came):
            amounts = [[cents for at, cents in own if period_of(at) == came + period] for own in members]
            retained = sum(1 for own in amounts if own)
            observed = int(starts[came + period + 1] <= AS_OF)
            counts += [period, len(members), retained, sum(map(sum, amounts)), observed]
    return counts


print("movements", hash_of(movements()))
print("cohorts", hash_of(cohorts()))
