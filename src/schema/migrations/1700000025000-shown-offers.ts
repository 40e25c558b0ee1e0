import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a contact was shown of a line beside its price; of lines from before nobody knows. */
export class ShownOffers1700000025000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cart_items ADD COLUMN shown_offer jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cart_items DROP COLUMN shown_offer');
  }
}
