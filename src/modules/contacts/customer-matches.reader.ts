import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../platform/database';
import { emailKey } from '../../platform/text/email-address';
import { AccountsService } from '../auth';
import type { CustomerName } from './contacts.reader';
import { type PortalAccessSummary, summaryOf } from './portal-access/portal-access';

export interface FoundCustomer extends CustomerName {
  readonly city: string | null;
}

/** A contact with the company and the column "Kundenportal". */
export interface FoundContact {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly customer: FoundCustomer;
  readonly access: PortalAccessSummary;
}

interface ContactRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly customer_id: string;
  readonly number: string;
  readonly customer_name: string;
  readonly city: string | null;
}

/** Finds records of the tenant that match an applicant; each call joins the transaction of its caller. */
@Injectable()
export class CustomerMatchesReader {
  constructor(
    private readonly transactions: TransactionService,
    private readonly accounts: AccountsService,
  ) {}

  /** Whichever way the address is written. */
  async contactsWithAddress(email: string): Promise<FoundContact[]> {
    const rows = await this.transactions.query<ContactRow>(
      `SELECT t.id, concat_ws(' ', t.first_name, t.last_name) AS name, t.email,
              c.id AS customer_id, c.number, c.name AS customer_name, c.city
       FROM contacts t JOIN customers c ON c.tenant_id = t.tenant_id AND c.id = t.customer_id
       WHERE ${tenantCondition('t')} AND t.email_key = $2 ORDER BY t.id`,
      [this.transactions.tenantId, emailKey(email)],
    );
    const accounts = await this.accounts.viewsOf(rows.map(({ id }) => id));
    return rows.map(({ id, name, email, customer_id, number, customer_name, city }) => ({
      id,
      name,
      email,
      customer: { id: customer_id, number, name: customer_name, city },
      access: summaryOf(accounts.get(id)),
    }));
  }

  /** Customers, none from the archive, whose address or website has one of these domains, or who have contacts there. */
  customersOfDomain(domains: readonly string[], most: number): Promise<FoundCustomer[]> {
    return this.transactions.query<FoundCustomer>(
      `SELECT t.id, t.number, t.name, t.city FROM customers t
       WHERE ${tenantCondition('t')} AND t.archived_at IS NULL AND (
         lower(split_part(t.email, '@', 2)) = ANY($2::text[])
         OR lower(substring(t.website FROM '^https?://(?:www\\.)?([^/:?#]+)')) = ANY($2::text[])
         OR t.id IN (SELECT c.customer_id FROM contacts c
                     WHERE ${tenantCondition('c')} AND lower(split_part(c.email, '@', 2)) = ANY($2::text[])))
       ORDER BY t.sort_name, t.id LIMIT ${most}`,
      [this.transactions.tenantId, domains],
    );
  }

  /** Customers, none from the archive, whose name, number or place resembles the words, the best first. */
  customersNamedLike(words: string, most: number): Promise<FoundCustomer[]> {
    return this.transactions.query<FoundCustomer>(
      `SELECT t.id, t.number, t.name, t.city
       FROM customers t JOIN search_customers($1::uuid, $2) s ON s.id = t.id
       WHERE ${tenantCondition('t')} AND t.archived_at IS NULL ORDER BY s.rank DESC, t.id LIMIT ${most}`,
      [this.transactions.tenantId, words],
    );
  }
}
