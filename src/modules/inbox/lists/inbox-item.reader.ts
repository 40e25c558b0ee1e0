import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../../platform/database';
import { OrdersReader } from '../../ordering';
import { RegistrationMatches } from '../../registration';
import type { InboxItemDetailDto } from './inbox-item.dto';
import type { InboxItem } from '../inbox-item.entity';
import { isOpen } from '../inbox-item-type';
import { InboxItems } from '../inbox-items';
import { presentMatches, presentOutcome, presentSentRegistration } from './inbox-detail';
import { InboxPartiesReader } from './inbox-parties';
import { presentInboxItem } from './inbox-row';

/** One item with everything that is needed for deciding. */
@Injectable()
export class InboxItemReader {
  constructor(
    private readonly transactions: TransactionService,
    private readonly items: InboxItems,
    private readonly parties: InboxPartiesReader,
    private readonly orders: OrdersReader,
    private readonly matches: RegistrationMatches,
  ) {}

  /** @throws notFound */
  detail(id: string): Promise<InboxItemDetailDto> {
    return this.transactions.run(async () => {
      const item = await this.items.get(id);
      const partiesOf = await this.parties.of([item]);
      return Object.assign(presentInboxItem(item, partiesOf(item)), {
        ...(item.type === 'REGISTRATION' ? await this.registration(item) : await this.order(item)),
        outcome: presentOutcome(item),
      });
    });
  }

  private async order({ subjectId, payload }: InboxItem): Promise<Partial<InboxItemDetailDto>> {
    const order = await this.orders.forStaff(subjectId);
    return { orderId: subjectId, sentOrder: payload.order as InboxItemDetailDto['sentOrder'], order };
  }

  private async registration({ subjectId, payload, state }: InboxItem): Promise<Partial<InboxItemDetailDto>> {
    return {
      registrationId: subjectId,
      sentRegistration: payload.registration && presentSentRegistration(payload.registration),
      ...(isOpen(state) && { matches: presentMatches(await this.matches.of(subjectId)) }),
    };
  }
}
