import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which mails main users get about what is not theirs, but the company's: none, unless they want them. */
export class CompanyMails1700000043000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contacts ADD COLUMN company_mails text NOT NULL DEFAULT 'MINE'
        CONSTRAINT contacts_company_mails CHECK (company_mails IN ('MINE', 'IMPORTANT', 'ALL'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contacts DROP COLUMN company_mails');
  }
}
