import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import { currentActor } from '../../../platform/context/context';
import {
  InjectTenantRepository,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { KeysetList, type Page, type PageRequest } from '../../../platform/http/paging/keyset-list';
import { InboxItems } from '../inbox-items';
import { inboxItemChanged } from '../events/inbox.events';
import { InboxNote } from './inbox-note.entity';

type ListedNote = Omit<InboxNote, 'tenantId' | 'itemId'>;

const SORTS = { oldest: { by: 't.created_at', type: 'timestamptz', direction: 'ASC' } } as const;

/** What staff write down about an item, for one another. */
@Injectable()
export class InboxNotesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly items: InboxItems,
    private readonly lists: KeysetList,
    private readonly events: EventPublisher,
    private readonly audit: AuditLog,
    @InjectTenantRepository(InboxNote) private readonly notes: TenantRepository<InboxNote>,
  ) {}

  /** Oldest first. @throws notFound */
  async page(itemId: string, query: PageRequest): Promise<Page<ListedNote>> {
    const item = await this.items.get(itemId);
    return this.lists.page<ListedNote, 'oldest'>({
      select: `t.id, t.event, t.author_id AS "authorId", t.author_name AS "authorName", t.body,
        t.created_at AS "createdAt"`,
      from: 'inbox_notes t',
      where: ['t.item_id = $1'],
      parameters: [item.id],
      sorts: SORTS,
      sort: 'oldest',
      query,
    });
  }

  /** Whatever became of the item. @throws notFound */
  add(itemId: string, body: string): Promise<InboxNote> {
    return this.transactions.run(async () => {
      const { id, name } = currentActor();
      await this.items.get(itemId);
      const note = await this.notes.insert({
        itemId,
        event: 'NOTE',
        authorId: id,
        authorName: name,
        body,
        createdAt: new Date(),
      });
      await this.audit.record({
        action: 'inbox-item.noted',
        objectType: 'InboxItem',
        objectId: itemId,
        changes: { noteId: note.id },
      });
      await this.events.publish(inboxItemChanged, { itemId });
      return note;
    });
  }
}
