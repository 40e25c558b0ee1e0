import type { PortalRole } from '../../../platform/context/actor';

/** What staff decide. `ACKNOWLEDGED`: the customer declined the offer, and that is that. */
export const DECISIONS = ['ACCEPTED', 'OFFER_MADE', 'REJECTED', 'ACKNOWLEDGED'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What was decided, as it is kept. */
export interface Outcome {
  /** `CANCELLED`: by the customer, or by staff where it was a contract already. */
  readonly decision: Decision | 'CANCELLED';
  /** Who at the tenant; of what the customer cancelled, the contact. */
  readonly decidedBy: { readonly id: string; readonly name: string };
  readonly message?: string;
  /** Of an offer. */
  readonly validUntil?: string;
  readonly lines?: readonly { readonly lineId: string; readonly netPriceCents: number }[];
  /** Of an accepted registration. */
  readonly role?: PortalRole;
  /** Of a rejected registration: whether the person was told. */
  readonly mailed?: boolean;
}
