import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, SEARCH_ROLE } from '../app-role';
import { TICKET_WORDS } from '../ticket-words';
import { WORDS, wordSearch } from '../word-search';
import { WORD_SEARCHES } from '../word-searches';

/**
 * Texts and queries are taken apart by the same functions, and searches give back all they find. What the program of before
 * calls stays: it finds in the new words what it found in the old ones. The next migration indexes what is there already.
 */
export class SearchWords1700000023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORDS);
    await runner.query(`
      ALTER TABLE customer_search ADD COLUMN codes text[] NOT NULL DEFAULT '{}';
      ALTER TABLE order_search ADD COLUMN codes text[] NOT NULL DEFAULT '{}';
      CREATE INDEX customer_search_codes ON customer_search USING gin (tenant_id, codes);
      CREATE INDEX order_search_codes ON order_search USING gin (tenant_id, codes);
      GRANT UPDATE ON order_search TO ${APP_ROLE};`);
    for (const index of WORD_SEARCHES) await runner.query(wordSearch(index));
    await runner.query(TICKET_WORDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE ${SEARCH_ROLE};
      DROP FUNCTION search_tickets(uuid, text, bigint, text, boolean, uuid, uuid), search_customers(uuid, text),
        search_articles(uuid, text, boolean), search_printer_models(uuid, text),
        search_devices(uuid, text, uuid, boolean), search_orders(uuid, text, bigint, text[]);
      RESET ROLE;`);
  }
}
