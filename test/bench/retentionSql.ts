// The jobs of the comparison as SQL for DuckDB, as someone who knows it would write them. Months count from December 2021,
// days from 1 January 2022.

function monthOf(at: string): string {
  return `(year(${at}) * 12 + month(${at}) - 24264)`;
}

const MONTH = monthOf('"at"');
const NEW_YORK_MONTH = monthOf(`("at" at time zone 'UTC' at time zone 'America/New_York')`);
const DAY = `date_diff('day', date '2022-01-01', "at"::date)`;
/** Days of the 36 months. */
const DAYS = 1096;

/** Active customers by first period and periods since, of periods that an expression tells. */
function activeSince(period: string, where = ''): string {
  return `with active as (select distinct customer_id, ${period} as p from ev),
    first as (select customer_id, min(p) as c from active group by customer_id)
    select c, p - c as k, count(*) as n from active join first using (customer_id) ${where} group by c, p - c`;
}

export const monthly: string = activeSince(MONTH);
export const monthlyNewYork: string = activeSince(NEW_YORK_MONTH);

/** The same by one bit a month: one aggregation a customer, and no join. */
export const monthlyByBits: string = `with bits as
    (select customer_id, bit_or(1::bigint << ${MONTH}::int) as b, min(${MONTH}) as c from ev group by 1),
  kinds as (select c, b, count(*) as n from bits group by 1, 2)
  select c, m - c as k, sum(n)::bigint as n from kinds, range(0, 38) months(m) where (b >> m::int) & 1 = 1 group by 1, 2`;

export const daily: string = activeSince(DAY, 'where p - c <= 90');

/** Customers by first day and days to the last one, 90 at most. */
export const dailyLast: string = `select c, k, count(*) as n from
  (select min(${DAY}) as c, least(max(${DAY}) - min(${DAY}), 90) as k from ev group by customer_id) group by c, k`;

export const revenue: string = `with paid as (select customer_id, ${MONTH} as m, sum(amount) as a from ev group by 1, 2),
  first as (select customer_id, min(m) as c from paid group by customer_id)
  select c, m - c as k, sum(a) as n from paid join first using (customer_id) group by c, m - c`;

/** One row a customer, into a table of its own: what models of purchases and scores of customers are made from. */
export const summary: string = `create or replace temp table summary as
  with days as
    (select customer_id, ${DAY} as d, sum(amount) as a, count(*) as n, max("at") as l from ev group by 1, 2),
  totals as (select customer_id, min(d) as first_day, max(d) as last_day, count(*) as days, sum(a) as total,
    sum(n) as n, max(l) as last from days group by customer_id)
  select customer_id, days - 1 as repeats, last_day - first_day as recency, ${DAYS} - first_day as age,
    case when days > 1 then (total - a) / (days - 1) else 0 end as repeat_mean, last, totals.n as n, total
  from totals join days using (customer_id) where d = first_day`;

export const scores: string = `create or replace temp table scores as
  select customer_id, ntile(5) over (order by last, customer_id) * 100
    + ntile(5) over (order by n, customer_id) * 10 + ntile(5) over (order by total, customer_id) as score from summary`;

export const lifecycle: string = `with active as (select distinct customer_id, ${MONTH} as m from ev),
  beside as (select m, lag(m) over own as before, lead(m) over own as after from active
    window own as (partition by customer_id order by m))
  select m, count(*) as active, sum(case when after = m + 1 then 1 else 0 end) as stayed,
    sum(case when before is null then 1 else 0 end) as fresh, sum(case when before = m - 1 then 1 else 0 end) as returning
  from beside group by m`;
