// The bundled shop, its three surveys by logs and by plain loops over its rows.
import { describe, expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { filterEvents } from '../../src/log/filterEvents.ts';
import { isoInstant } from '../../src/log/isoInstant.ts';
import { customerEaseScore } from '../../src/surveys/customerEaseScore.ts';
import { customerEaseShare } from '../../src/surveys/customerEaseShare.ts';
import { customerSatisfactionScore } from '../../src/surveys/customerSatisfactionScore.ts';
import { easeTotals } from '../../src/surveys/easeTotals.ts';
import { netPromoterCounts } from '../../src/surveys/netPromoterCounts.ts';
import { netPromoterInterval } from '../../src/surveys/netPromoterInterval.ts';
import { netPromoterScore } from '../../src/surveys/netPromoterScore.ts';
import { netPromoterShifts } from '../../src/surveys/netPromoterShifts.ts';
import { responseRate } from '../../src/surveys/responseRate.ts';
import { satisfactionCounts } from '../../src/surveys/satisfactionCounts.ts';
import { surveyAnswers } from '../../src/surveys/surveyAnswers.ts';
import { surveyAnswersByPeriod } from '../../src/surveys/surveyAnswersByPeriod.ts';
import { surveyAnswersBySegment } from '../../src/surveys/surveyAnswersBySegment.ts';

const { answers, invitations, customers } = generateShop();
const marketOf = new Map(customers.map((row) => [row.customer_id, row.market as string]));
const all = eventLog(answers, {
  ...{ customer: 'customer_id', at: isoInstant('at'), amount: 'score', name: 'survey' },
  attributes: { market: (row) => marketOf.get(row.customer_id)! },
});
const survey = (name: string) => filterEvents(all, { name });
const rowsOf = (name: string) => answers.filter((row) => row.survey === name);

/** The plain way: the texts sort in time, since all of them are written alike. */
function lastScores(rows: typeof answers): Map<string, number> {
  const last = new Map<string, number>();
  for (const row of [...rows].sort((one, other) => (one.at < other.at ? -1 : 1))) last.set(row.customer_id, row.score);
  return last;
}

function plainScore(scores: Iterable<number>): number {
  let [lead, count] = [0, 0];
  for (const score of scores) {
    lead += score > 8 ? 1 : score < 7 ? -1 : 0;
    count += 1;
  }
  return (100 * lead) / count;
}

describe('the surveys of the bundled shop', () => {
  test('net promoter score of all answers and of each last one', () => {
    const rows = rowsOf('nps');
    expect(rows.length).toBeGreaterThan(500);
    const every = surveyAnswers(survey('nps'), { answers: 'all' });
    expect(netPromoterScore(netPromoterCounts(every.scores))).toBe(plainScore(rows.map(({ score }) => score)));
    const last = surveyAnswers(survey('nps'));
    expect(netPromoterScore(netPromoterCounts(last.scores))).toBe(plainScore(lastScores(rows).values()));
    expect(last.scores.length + last.leftOut).toBe(rows.length);
  });

  test('net promoter score by market, with an interval that holds it', () => {
    const parts = surveyAnswersBySegment(survey('nps'), { attribute: 'market', value: 'last' });
    expect(parts.map(({ value }) => value).sort()).toEqual([...new Set(marketOf.values())].sort());
    for (const { value, scores } of parts) {
      const own = lastScores(rowsOf('nps').filter((row) => marketOf.get(row.customer_id) === value));
      const { lower, estimate, upper } = netPromoterInterval(netPromoterCounts(scores));
      expect(estimate).toBe(plainScore(own.values()));
      expect(lower < estimate && estimate < upper).toBe(true);
    }
  });

  test('net promoter score by month', () => {
    const asOf = new Date(`${rowsOf('nps').at(-1)!.at.slice(0, 7)}-01T00:00:00Z`);
    for (const part of surveyAnswersByPeriod(survey('nps'), { period: 'month', asOf })) {
      const own = lastScores(rowsOf('nps').filter(({ at }) => new Date(at).toISOString().startsWith(part.label)));
      expect(netPromoterScore(netPromoterCounts(part.scores))).toEqual(plainScore(own.values()));
    }
  });

  test('shifts between two halves of the answers', () => {
    const instants = rowsOf('nps')
      .map(({ at }) => Date.parse(at))
      .sort((one, other) => one - other);
    const middle = instants[instants.length / 2 - ((instants.length / 2) % 1)]!;
    const shifts = netPromoterShifts(
      surveyAnswers(survey('nps'), { to: middle }),
      surveyAnswers(survey('nps'), { from: middle }),
    );
    const before = lastScores(rowsOf('nps').filter(({ at }) => Date.parse(at) < middle));
    const after = lastScores(rowsOf('nps').filter(({ at }) => Date.parse(at) >= middle));
    const both = [...before.keys()].filter((customer) => after.has(customer));
    const rose = both.filter((customer) => before.get(customer)! < 7 && after.get(customer)! > 8);
    expect(both.length).toBeGreaterThan(50);
    expect(shifts.detractorToPromoter).toBe(rose.length);
    expect([shifts.unmatchedBefore, shifts.unmatchedAfter]).toEqual([
      ...[before.size - both.length, after.size - both.length],
    ]);
  });

  test('satisfaction, ease and responses', () => {
    const csat = rowsOf('csat').map(({ score }) => score);
    const counts = satisfactionCounts(csat, { scale: { lowest: 1, highest: 5 } });
    expect(customerSatisfactionScore(counts)).toBe(csat.filter((score) => score >= 4).length / csat.length);
    const ces = rowsOf('ces').map(({ score }) => score);
    const totals = easeTotals(ces);
    expect(customerEaseScore(totals)).toBe(ces.reduce((sum, score) => sum + score, 0) / ces.length);
    expect(customerEaseShare(totals)).toBe(ces.filter((score) => score >= 5).length / ces.length);
    const delivered = invitations.filter((row) => row.survey === 'ces').length;
    expect(responseRate({ delivered, answered: ces.length })).toBe(ces.length / delivered);
  });
});
