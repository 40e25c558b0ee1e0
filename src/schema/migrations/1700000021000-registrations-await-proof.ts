import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Registrations that staff do not see before their address is confirmed. */
export class RegistrationsAwaitProof1700000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registrations ADD COLUMN awaits_proof boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registrations DROP COLUMN awaits_proof');
  }
}
