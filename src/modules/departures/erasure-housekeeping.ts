import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../platform/database';
import { OnSchedule } from '../../platform/events/event-handlers';
import { ContactErasure } from '../contacts';
import { ContactOrders } from '../ordering';
import { TenantsService } from '../tenants';
import { ContactReferences } from '../tickets';

/** Requests that ran during an erasure have ended by then: no upload takes that long. */
const LOOKED_BACK_MS = 2 * 24 * 3_600_000;

/** At night: what could not be forgotten when people were erased. */
@Injectable()
export class ErasureHousekeeping {
  constructor(
    private readonly tenants: TenantsService,
    private readonly transactions: TransactionService,
    private readonly erasure: ContactErasure,
    private readonly orders: ContactOrders,
    private readonly tickets: ContactReferences,
  ) {}

  @OnSchedule('47 2 * * *')
  async tidyUp(): Promise<void> {
    for (const { id } of await this.tenants.list()) {
      await this.transactions.runFor(id, () => this.forgetNames());
      await this.transactions.runFor(id, () => this.eraseLateReferences());
    }
  }

  /** Orders that were decided later than expected keep the name for longer. */
  private async forgetNames(): Promise<void> {
    for (const id of await this.erasure.due()) {
      const { isKept, keptUntil } = await this.orders.summaryOf(id);
      await this.erasure.keep(id, isKept ? keptUntil : null);
    }
  }

  /** The names in what the contact sent concurrently with the erasure. */
  private async eraseLateReferences(): Promise<void> {
    const nameless = await this.erasure.nameless();
    const erased = await this.erasure.erasedSince(new Date(Date.now() - LOOKED_BACK_MS));
    for (const id of erased) await this.tickets.eraseAuthor(id, nameless);
  }
}
