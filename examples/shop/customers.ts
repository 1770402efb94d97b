import { DAYS, dateText, instantText } from './calendar.ts';
import type { Person } from './people.ts';
import { nearGamma, randomStream } from './random.ts';
import type { CustomerRow, TruthRow } from './rows.ts';

/** What the shop knows of its customers. */
export function customerRows(seed: number, people: readonly Person[]): CustomerRow[] {
  return people.map((person) => {
    const random = randomStream(seed, 'acquisition cost', person.number);
    const cents = Math.round(person.channel.cost * (0.7 + 0.3 * nearGamma(random, 4)));
    return {
      customer_id: person.id,
      market: person.market.name,
      currency: person.market.currency,
      channel: person.channel.name,
      acquisition_cost: cents / 100,
      joined_at: instantText(person.joinedAt),
      referred_by: person.referredBy,
    };
  });
}

/** What no shop knows of its customers: the latent values behind everything they did. */
export function truthRows(people: readonly Person[]): TruthRow[] {
  return people.map((person) => ({
    customer_id: person.id,
    daily_order_chance: Math.round(person.orderChance * 1e6) / 1e6,
    mean_order_amount: person.meanOrder / 100,
    daily_leaving_chance: Math.round(person.leavingChance * 1e6) / 1e6,
    left_on: person.leftDay < DAYS ? dateText(person.leftDay) : '',
  }));
}
