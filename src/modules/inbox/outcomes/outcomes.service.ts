import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import { TransactionService } from '../../../platform/database';
import { validationFailed } from '../../../platform/errors';
import { OrderDecisions } from '../../ordering';
import { type Acceptance, RegistrationsService } from '../../registration';
import { ClaimsService } from '../claims/claims.service';
import type { InboxItem } from '../inbox-item.entity';
import { InboxItems } from '../inbox-items';
import type { Decision, Outcome } from './outcome';
import { partErrors } from './outcome-parts';

/** What staff decide; which parts belong to it depends on the type of the item. */
export interface WantedOutcome {
  readonly decision: Decision;
  readonly message?: string;
  readonly validUntil?: string;
  readonly lines?: readonly { readonly lineId: string; readonly netPriceCents: number }[];
  /** The offer that the customer declined, as staff have seen it. */
  readonly offerVersion?: number;
  readonly registration?: Acceptance;
  readonly sendMail?: boolean;
}

/** Decides about items, once each; orders and registrations carry it out in the same transaction and tell the customer. */
@Injectable()
export class OutcomesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly items: InboxItems,
    private readonly claims: ClaimsService,
    private readonly orders: OrderDecisions,
    private readonly registrations: RegistrationsService,
  ) {}

  /** @throws notFound, itemDecided, itemClaimed, validationFailed, and what orders and registrations refuse */
  decide(itemId: string, wanted: WantedOutcome): Promise<void> {
    return this.transactions.run(async () => {
      const { type, subjectId } = await this.items.get(itemId);
      // The order before its item: customers who cancel or answer come the same way.
      if (type !== 'REGISTRATION') await this.orders.hold(subjectId);
      const item = await this.items.lock(itemId);
      item.assertOpen();
      await this.claims.assertNotClaimedByOther(item);
      const fields = partErrors(item.type, wanted);
      if (fields.length > 0) throw validationFailed({ fields });
      await this.carryOut(item, wanted);
      const { id, name } = currentActor();
      const outcome = outcomeOf(wanted, { id, name });
      item.decide(outcome, id, new Date());
      const { customerId, contactId } = item;
      await this.items.save(item, 'decided', { ...outcome, customerId, contactId });
    });
  }

  private async carryOut(item: InboxItem, wanted: WantedOutcome): Promise<void> {
    if (item.type === 'REGISTRATION') return this.decideRegistration(item, wanted);
    const { decision, message, validUntil = '', lines = [], offerVersion = 0 } = wanted;
    switch (decision) {
      case 'ACCEPTED':
        return this.orders.accept(item.subjectId, message);
      case 'REJECTED':
        return this.orders.reject(item.subjectId, message);
      case 'OFFER_MADE':
        return this.orders.makeOffer(item.subjectId, { offerVersion, validUntil, message, lines });
      case 'ACKNOWLEDGED':
        return this.orders.acknowledgeDecline(item.subjectId, offerVersion);
    }
  }

  private async decideRegistration(
    item: InboxItem,
    { decision, message, registration = {}, sendMail = false }: WantedOutcome,
  ): Promise<void> {
    if (decision === 'REJECTED') {
      await this.registrations.reject(item.subjectId, { message, sendMail });
      return;
    }
    Object.assign(item, await this.registrations.accept(item.subjectId, registration));
  }
}

function outcomeOf(wanted: WantedOutcome, decidedBy: Outcome['decidedBy']): Outcome {
  const { decision, message, validUntil, lines, registration, sendMail } = wanted;
  return {
    decision,
    decidedBy,
    ...(message !== undefined && { message }),
    ...(validUntil !== undefined && { validUntil }),
    ...(lines && { lines: lines.map(({ lineId, netPriceCents }) => ({ lineId, netPriceCents })) }),
    ...(registration?.role && { role: registration.role }),
    ...(sendMail !== undefined && { mailed: sendMail }),
  };
}
