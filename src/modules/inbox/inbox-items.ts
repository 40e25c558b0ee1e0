import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import type { AuditVerb } from '../../platform/audit/audited';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database';
import { EventPublisher } from '../../platform/events/event-publisher';
import { notFound } from '../../platform/errors';
import { inboxItemChanged } from './events/inbox.events';
import { InboxItem } from './inbox-item.entity';

/** The items of the Postkorb, and what belongs to every change of one. */
@Injectable()
export class InboxItems {
  constructor(
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
    @InjectTenantRepository(InboxItem) private readonly items: TenantRepository<InboxItem>,
  ) {}

  /** @throws notFound */
  async get(id: string): Promise<InboxItem> {
    const item = await this.items.findOne({ id });
    if (!item) throw notFound();
    return item;
  }

  /** As `get`, but two at once come one after the other. @throws notFound */
  async lock(id: string): Promise<InboxItem> {
    const item = await this.items.lock({ id });
    if (!item) throw notFound();
    return item;
  }

  /** The one about an order, quote request or registration, locked as above. */
  lockFor(subjectId: string): Promise<InboxItem | null> {
    return this.items.lock({ subjectId });
  }

  /** @param what was done, e.g. `claimed` */
  async save(item: InboxItem, what: AuditVerb<'inbox-item'>, changes: object): Promise<void> {
    await this.items.update(item);
    await this.audit.record({
      action: `inbox-item.${what}`,
      objectType: 'InboxItem',
      objectId: item.id,
      changes: { ...changes },
    });
    await this.events.publish(inboxItemChanged, { itemId: item.id });
  }
}
