import type { MigrationInterface, QueryRunner } from 'typeorm';

const THINGS = { ticket: 'ticketId', order: 'orderId' };

/** The mails about a ticket or an order that have not left, to be shown there; a mail that leaves at once is never in these. */
export class UndeliveredMailsOfThings1700000050600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [thing, id] of Object.entries(THINGS)) {
      await runner.query(`
        CREATE INDEX outgoing_mails_of_${thing} ON outgoing_mails (tenant_id, (payload->>'${id}'))
          WHERE state IN ('QUEUED', 'FAILED') AND last_error IS NOT NULL`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const thing of Object.keys(THINGS)) await runner.query(`DROP INDEX outgoing_mails_of_${thing}`);
  }
}
