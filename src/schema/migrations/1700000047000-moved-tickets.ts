import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../app-role';

/** Tickets that were recorded for the wrong customer: who has them now reads nothing of the people of before. */
export class MovedTickets1700000047000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`GRANT UPDATE (is_public) ON ticket_history TO ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE UPDATE (is_public) ON ticket_history FROM ${APP_ROLE}`);
  }
}
