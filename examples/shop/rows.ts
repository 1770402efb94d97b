// The rows as they stand in the files, column by column. Instants are text in UTC (2024-01-31T18:05:00Z), money is in
// units of the row's currency, and an empty text means: not there (yet).
import type { ChannelName, Currency, MarketName } from './truth.ts';

export interface CustomerRow {
  readonly customer_id: string;
  readonly market: MarketName;
  readonly currency: Currency;
  readonly channel: ChannelName;
  readonly acquisition_cost: number;
  readonly joined_at: string;
  readonly referred_by: string;
}

export interface OrderRow {
  readonly order_id: string;
  readonly customer_id: string;
  readonly at: string;
  readonly market: MarketName;
  readonly currency: Currency;
  readonly amount: number;
  readonly kind: 'order' | 'refund';
}

export type Plan = 'monthly' | 'quarterly' | 'annual';
export type BillingInterval = 'month' | 'quarter' | 'year';
export type SubscriptionStatus = 'active' | 'cancelling' | 'past_due' | 'ended';
export type EndReason = '' | 'cancelled' | 'payment_failed' | 'moved_away' | 'upgraded' | 'downgraded';

export interface SubscriptionRow {
  readonly subscription_id: string;
  readonly customer_id: string;
  readonly plan: Plan;
  readonly bags: number;
  readonly started_at: string;
  readonly ended_at: string;
  readonly amount: number;
  readonly billing_interval: BillingInterval;
  readonly currency: Currency;
  readonly status: SubscriptionStatus;
  readonly end_reason: EndReason;
}

export interface VisitRow {
  readonly customer_id: string;
  readonly at: string;
  readonly device: 'web' | 'app';
  readonly pages: number;
}

export type Topic = 'delivery' | 'product' | 'billing' | 'account' | 'subscription';

export interface TicketRow {
  readonly ticket_id: string;
  readonly customer_id: string;
  readonly opened_at: string;
  readonly first_response_at: string;
  readonly resolved_at: string;
  readonly topic: Topic;
  readonly reopened: 0 | 1;
}

export type Survey = 'nps' | 'csat' | 'ces';

export interface InvitationRow {
  readonly invitation_id: string;
  readonly customer_id: string;
  readonly sent_at: string;
  readonly survey: Survey;
}

export interface AnswerRow {
  readonly answer_id: string;
  readonly invitation_id: string;
  readonly customer_id: string;
  readonly at: string;
  readonly survey: Survey;
  readonly score: number;
  readonly comment: string;
}

export interface PointsRow {
  readonly entry_id: string;
  readonly customer_id: string;
  readonly at: string;
  readonly points: number;
  readonly kind: 'earned' | 'redeemed' | 'expired' | 'adjusted';
}

export interface CostsRow {
  readonly month: string;
  readonly market: MarketName;
  readonly currency: Currency;
  readonly acquisition_spend: number;
  readonly retention_spend: number;
  readonly support_spend: number;
}

export interface TruthRow {
  readonly customer_id: string;
  readonly daily_order_chance: number;
  readonly mean_order_amount: number;
  readonly daily_leaving_chance: number;
  readonly left_on: string;
}

/** All tables, each by the name of its file. */
export interface Shop {
  readonly customers: readonly CustomerRow[];
  readonly orders: readonly OrderRow[];
  readonly subscriptions: readonly SubscriptionRow[];
  readonly visits: readonly VisitRow[];
  readonly tickets: readonly TicketRow[];
  readonly invitations: readonly InvitationRow[];
  readonly answers: readonly AnswerRow[];
  readonly points: readonly PointsRow[];
  readonly costs: readonly CostsRow[];
  readonly truth: readonly TruthRow[];
}
