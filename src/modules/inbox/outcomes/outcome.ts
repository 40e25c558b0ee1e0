import type { PortalRole } from '../../../platform/context/actor';

export const DECISIONS = ['ACCEPTED', 'OFFER_MADE', 'REJECTED'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What was decided, as it is kept. */
export interface Outcome {
  readonly decision: Decision;
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
