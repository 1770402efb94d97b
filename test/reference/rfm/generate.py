"""Writes rfm.generated.json: RFM figures of invented orders by SQLite and by Python's statistics.

Run: python3 test/reference/rfm/generate.py
Quantiles are statistics.quantiles(method='inclusive'), which is R-7; equal classes are SQLite's
NTILE(n) OVER (ORDER BY value, customer), which puts numbers before texts and these by their bytes.
"""

import json
import pathlib
import random
import sqlite3
import statistics

DAY = 86_400_000
AS_OF = 400 * DAY
random.seed(19940601)

ids = [7, 3, 20, 100, -4] + ["c%d" % n for n in range(40)] + ["7", "C1", "a b"]
random.shuffle(ids)
orders = []
for customer in ids:
    for _ in range(random.choice([1, 1, 1, 2, 2, 3, 8])):
        orders.append([customer, random.randrange(0, 420) * DAY, random.choice([500, 500, 1000, random.randrange(9000)])])
random.shuffle(orders)

db = sqlite3.connect(":memory:")
db.execute("create table orders (customer, at, cents)")
db.executemany("insert into orders values (?, ?, ?)", orders)
db.execute(
    """create table figures as
    select customer, (? - max(at)) / ? as days, count(*) as orders, sum(cents) as cents
    from orders where at < ? group by customer""",
    (AS_OF, DAY, AS_OF),
)

cases = []
for bins in (2, 3, 5, 7, 60):
    rows = db.execute(
        f"""select customer, days, orders, cents,
        ntile({bins}) over (order by days desc, customer),
        ntile({bins}) over (order by orders, customer),
        ntile({bins}) over (order by cents, customer)
        from figures order by customer"""
    ).fetchall()
    columns = {name: [row[place] for row in rows] for place, name in [(1, "recencyDays"), (2, "orderCount"), (3, "revenue")]}
    cases.append(
        {
            "bins": bins,
            "ntile": rows,
            "quantiles": {name: statistics.quantiles(column, n=bins, method="inclusive") for name, column in columns.items()},
        }
    )

path = pathlib.Path(__file__).with_name("rfm.generated.json")
path.write_text(json.dumps({"asOf": AS_OF, "orders": orders, "cases": cases}) + "\n")
