import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DEVICES_EVERYWHERE } from '../devices-everywhere';
import { findFunction } from '../find-function';
import { searchFunction } from '../word-search';
import { CONTACT_SEARCH, WORD_SEARCHES } from '../word-searches';

/** Searches that look for several words at once, in place of those that looked for the longest; they find the same. */
export class SearchBySeveralWords1700000049500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION search_customers(uuid, text), search_articles(uuid, text, boolean),
        search_printer_models(uuid, text), search_devices(uuid, text, uuid, boolean),
        search_orders(uuid, text, bigint, text[]), search_devices_everywhere(uuid, text),
        find_customers(uuid, text, integer, boolean), find_contacts(uuid, text, integer, boolean),
        find_articles(uuid, text, integer, boolean), find_printer_models(uuid, text, integer, boolean),
        find_devices(uuid, text, integer, boolean), find_orders(uuid, text, bigint, text[], integer, boolean)`);
    for (const index of [...WORD_SEARCHES, DEVICES_EVERYWHERE]) await runner.query(searchFunction(index));
    for (const index of [...WORD_SEARCHES, CONTACT_SEARCH]) await runner.query(findFunction(index));
  }

  async down(): Promise<void> {
    // What finds the same can stay.
  }
}
