import { costsRows } from './costs.ts';
import { customerRows, truthRows } from './customers.ts';
import { orderRows, purchasesOf } from './orders.ts';
import { createPeople } from './people.ts';
import { pointsRows } from './points.ts';
import type { Shop } from './rows.ts';
import { subscriptionRows } from './subscriptions.ts';
import { surveyRows, surveysOf } from './surveys.ts';
import { ticketRows, ticketsOf } from './tickets.ts';
import { visitRows } from './visits.ts';

/** The seed of the bundled data. */
export const SHOP_SEED = 20240101;

/** Makes up the whole shop: the same tables for the same seed (a whole number), to the last bit, on every engine. */
export function generateShop(seed: number = SHOP_SEED): Shop {
  const people = createPeople(seed);
  const purchasesByPerson = new Map(people.map((person) => [person, purchasesOf(seed, person)]));
  const purchases = [...purchasesByPerson.values()].flat();
  const ticketsByPerson = new Map(
    people.map((person) => [person, ticketsOf(seed, person, purchasesByPerson.get(person)!)]),
  );
  const tickets = [...ticketsByPerson.values()].flat();
  const asked = people.flatMap((person) =>
    surveysOf(seed, person, purchasesByPerson.get(person)!, ticketsByPerson.get(person)!),
  );
  const customers = customerRows(seed, people);
  return {
    customers,
    orders: orderRows(purchases),
    subscriptions: subscriptionRows(seed, people),
    visits: visitRows(seed, purchasesByPerson),
    tickets: ticketRows(tickets),
    ...surveyRows(asked),
    points: pointsRows(seed, purchasesByPerson),
    costs: costsRows(people, customers, tickets),
    truth: truthRows(people),
  };
}
