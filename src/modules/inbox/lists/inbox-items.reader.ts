import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import { oneOf } from '../../../platform/database';
import { equalities, KeysetList, type Page } from '../../../platform/http/paging/keyset-list';
import type { InboxItemDto, InboxSort, ListInboxItemsQuery } from './inbox-item.dto';
import { wantedOrderNumber } from '../../ordering';
import { OPEN_STATES } from '../inbox-item-type';
import { InboxPartiesReader } from './inbox-parties';
import { INBOX_COLUMNS, type InboxRow, presentInboxItem } from './inbox-row';

const SORTS = {
  createdAt: { by: 't.created_at', type: 'timestamptz', direction: 'ASC' },
  '-createdAt': { by: 't.created_at', type: 'timestamptz', direction: 'DESC' },
} as const;

/** The Postkorb as a list, the oldest first: it is worked off. */
@Injectable()
export class InboxItemsReader {
  constructor(
    private readonly lists: KeysetList,
    private readonly parties: InboxPartiesReader,
  ) {}

  async page(query: ListInboxItemsQuery): Promise<Page<InboxItemDto>> {
    const page = await this.lists.page<InboxRow, InboxSort>({
      select: INBOX_COLUMNS,
      from: 'inbox_items t',
      ...conditionsFor(query, currentActor().id),
      sorts: SORTS,
      sort: query.sort ?? 'createdAt',
      query,
    });
    const partiesOf = await this.parties.of(page.items);
    return { ...page, items: page.items.map((item) => presentInboxItem(item, partiesOf(item))) };
  }
}

function conditionsFor(
  { type, state = [...OPEN_STATES], customerId, assigneeId, number }: ListInboxItemsQuery,
  me: string,
): { where: string[]; parameters: unknown[] } {
  const assignee = assigneeId?.toLowerCase();
  const { where, parameters } = equalities({
    't.customer_id': customerId,
    't.assignee_id': assignee === 'me' ? me : assignee === 'none' ? undefined : assignee,
  });
  if (assignee === 'none') where.push('t.assignee_id IS NULL');
  if (number !== undefined) {
    const numbers = wantedOrderNumber(number)?.numbers ?? [number];
    where.push(`t.number = ANY($${parameters.push(numbers)}::text[])`);
  }
  where.push(oneOf('t.state', state));
  if (type) where.push(oneOf('t.type', type));
  return { where, parameters };
}
