import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database';
import type { EventOf } from '../../../platform/events/domain-event';
import { OnEvent } from '../../../platform/events/event-handlers';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { offerAnswered, offerRenewed, offerWithdrawn, orderCancelled } from '../../ordering';
import {
  registrationConfirmed,
  registrationForgotten,
  registrationRepeated,
  RegistrationsService,
} from '../../registration';
import { inboxItemChanged } from '../events/inbox.events';
import { InboxItem } from '../inbox-item.entity';
import { SystemNotes } from '../notes/system-notes';
import { repetitionText } from '../notes/repetition-text';

/** Updates items after later events. The handlers run after the change, so they do not delay it. */
@Injectable()
export class InboxEventHandlers {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly notes: SystemNotes,
    private readonly events: EventPublisher,
    private readonly audit: AuditLog,
    @InjectTenantRepository(InboxItem) private readonly items: TenantRepository<InboxItem>,
  ) {}

  /** An accepted offer arrives as an order of its own; both are noted at what was asked. */
  @OnEvent(offerAnswered)
  async onOfferAnswered(event: EventOf<typeof offerAnswered>): Promise<void> {
    const item = await this.items.findOne({ subjectId: event.quoteRequestId });
    if (item) await this.notes.add(item.id, event, `OFFER_${event.answer}`, event.note ?? null);
  }

  @OnEvent(offerWithdrawn)
  async onOfferWithdrawn(event: EventOf<typeof offerWithdrawn>): Promise<void> {
    const item = await this.items.findOne({ subjectId: event.quoteRequestId });
    if (item) await this.notes.add(item.id, event, 'OFFER_WITHDRAWN', event.reason ?? null);
  }

  @OnEvent(orderCancelled)
  async onCancelled(event: EventOf<typeof orderCancelled>): Promise<void> {
    const item = await this.items.findOne({ subjectId: event.orderId });
    if (item) await this.notes.add(item.id, event, `CANCELLED_BY_${event.party}`, event.reason ?? null);
  }

  @OnEvent(offerRenewed)
  async onOfferRenewed(event: EventOf<typeof offerRenewed>): Promise<void> {
    const item = await this.items.findOne({ subjectId: event.quoteRequestId });
    if (item) await this.notes.add(item.id, event, 'OFFER_RENEWED', null);
  }

  @OnEvent(registrationConfirmed)
  async onConfirmed({ registrationId }: EventOf<typeof registrationConfirmed>): Promise<void> {
    const { verifiedAt } = await this.registrations.get(registrationId);
    await this.items.updateWhere({ subjectId: registrationId }, { verifiedAt });
    const item = await this.items.findOne({ subjectId: registrationId });
    if (item) await this.events.publish(inboxItemChanged, { itemId: item.id });
  }

  @OnEvent(registrationRepeated)
  async onRepeated(event: EventOf<typeof registrationRepeated>): Promise<void> {
    const item = await this.items.findOne({ subjectId: event.registrationId });
    if (item) await this.notes.add(item.id, event, 'REGISTRATION_REPEATED', repetitionText(event));
  }

  /**
   * What the person sent never changes, so it goes as a whole, with the notes about it. Who decided what remains in the
   * log, and whoever got access is a contact.
   */
  @OnEvent(registrationForgotten)
  async onForgotten({ registrationId }: EventOf<typeof registrationForgotten>): Promise<void> {
    const item = await this.items.findOne({ subjectId: registrationId });
    if (!item) return;
    await this.items.delete({ id: item.id });
    await this.audit.record({
      action: 'inbox-item.forgotten',
      objectType: 'InboxItem',
      objectId: item.id,
      changes: { registrationId },
    });
    await this.events.publish(inboxItemChanged, { itemId: item.id });
  }
}
