import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../platform/database';
import { EventPublisher } from '../../platform/events/event-publisher';
import { OnSchedule } from '../../platform/events/event-handlers';
import { TenantsService } from '../tenants';
import { registrationForgotten } from './events/registration.events';

const KEEP_DAYS = 180;

const FORGOTTEN = `company = '', first_name = NULL, last_name = '', email = '', email_key = '', phone = NULL, message = NULL,
  decision_message = NULL, confirmation_id = NULL, confirmation_hash = NULL, confirmation_expires_at = NULL,
  anonymised_at = now()`;

/** Forgets at night who asked for access half a year ago: the person got it and is a contact, or nothing came of it. */
@Injectable()
export class RegistrationHousekeeping {
  constructor(
    private readonly tenants: TenantsService,
    private readonly transactions: TransactionService,
    private readonly events: EventPublisher,
  ) {}

  @OnSchedule('37 2 * * *')
  async tidyUp(): Promise<void> {
    for (const { id } of await this.tenants.list()) {
      await this.transactions.runFor(id, () => this.tidyUpTenant());
    }
  }

  /** At once, because the person is to be forgotten; joins the transaction of its caller. */
  async forgetPerson(contactId: string, emailKey: string | null): Promise<void> {
    await this.forget('contact_id = $2', [contactId]);
    // What came of nothing; one that waits is decided by staff.
    if (emailKey !== null) await this.forget(`state <> 'PENDING' AND email_key = $2`, [emailKey]);
  }

  private async tidyUpTenant(): Promise<void> {
    await this.forget(`state <> 'PENDING' AND decided_at < now() - make_interval(days => $2)`, [KEEP_DAYS]);
    // What nobody ever confirmed; a confirmed one waits for staff, however long they take.
    await this.forget(
      `state = 'PENDING' AND verified_at IS NULL AND created_at < now() - make_interval(days => $2)`,
      [KEEP_DAYS],
      `state = 'REJECTED', decided_at = now(),`,
    );
  }

  private async forget(condition: string, parameters: readonly unknown[], besides = ''): Promise<void> {
    // TypeORM answers an UPDATE with its rows and their number; a query gives the rows alone.
    const rows = await this.transactions.query<{ id: string }>(
      `WITH forgotten AS (
         UPDATE registrations r SET ${besides} ${FORGOTTEN}
         WHERE ${tenantCondition('r')} AND anonymised_at IS NULL AND ${condition} RETURNING id)
       SELECT id FROM forgotten`,
      [this.transactions.tenantId, ...parameters],
    );
    for (const { id } of rows) await this.events.publish(registrationForgotten, { registrationId: id });
  }
}
