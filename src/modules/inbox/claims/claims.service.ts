import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import { TransactionService } from '../../../platform/database';
import { StaffReader } from '../../staff';
import { InboxItems } from '../inbox-items';
import type { InboxItem } from '../inbox-item.entity';
import { assigneeUnknown, itemClaimed } from '../inbox.errors';

/** Assignment of items to staff: of two concurrent claims one succeeds. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly items: InboxItems,
    private readonly staff: StaffReader,
  ) {}

  /**
   * Assigns an item to the caller or to a colleague; one's own item may be handed on. Idempotent.
   * @param assigneeId absent: the caller
   * @throws notFound, itemDecided, itemClaimed, assigneeUnknown
   */
  claim(itemId: string, assigneeId = currentActor().id): Promise<void> {
    return this.transactions.run(async () => {
      const item = await this.items.lock(itemId);
      item.assertOpen();
      if (item.assigneeId === assigneeId) return;
      await this.assertNotClaimedByOther(item);
      if (!(await this.staff.isAvailable(assigneeId))) throw assigneeUnknown({ pointer: '/assigneeId' });
      item.assignTo(assigneeId);
      await this.items.save(item, 'claimed', { assigneeId });
    });
  }

  /** Unassigns an item; not only its assignee may. Idempotent. @throws notFound, itemDecided */
  release(itemId: string): Promise<void> {
    return this.transactions.run(async () => {
      const item = await this.items.lock(itemId);
      item.assertOpen();
      const { assigneeId } = item;
      if (assigneeId === null) return;
      item.release();
      await this.items.save(item, 'released', { from: assigneeId });
    });
  }

  /** @throws itemClaimed, which names the assignee */
  async assertNotClaimedByOther(item: InboxItem): Promise<void> {
    const id = item.otherAssignee(currentActor().id);
    if (!id) return;
    const name = (await this.staff.names([id])).get(id) ?? '';
    throw itemClaimed({ values: { name }, extensions: { assignee: { id, name } } });
  }
}
