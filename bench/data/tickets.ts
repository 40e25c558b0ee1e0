import type { Client } from 'pg';
import { CONTACTS, CUSTOMERS, TENANTS } from './people';
import { SENTENCES } from './texts';

/** Minutes between two tickets; the first one is the newest. */
const APART = 1;
/** What people search for: in the subject of some of the newest tickets of each tenant, and of no others. */
export const SEARCHED = 'Bandroboter';
const WITH_SEARCHED = 10 * TENANTS;
/** What is new is running, and of the rest what has been forgotten, each twentieth. */
const NEW = 40 * TENANTS;
/** Comments are where the benchmark looks: on the newest tickets. */
const WITH_COMMENTS = 10 * TENANTS;
const COMMENTS = 10;

/**
 * Tickets `from` to `to`, each tenant's as many as everybody's, four of five those of its largest customer. However many
 * there are, that one has more than a page of running tickets, and as many in which the word is found: what an answer
 * costs more among many tickets is not that it is longer.
 */
export async function fillTickets(client: Client, from: number, to: number): Promise<void> {
  await client.query(
    `INSERT INTO tickets (tenant_id, id, version, number, customer_id, contact_id, subject, description, status, priority,
       created_by_id, created_by_kind, created_at, public_activity_at, updated_at)
     SELECT o.tenant_id, uuidv7(-age), 1, 'T-2026-' || lpad(i::text, 7, '0'), o.customer_id, o.id,
       CASE WHEN i <= ${WITH_SEARCHED} THEN '${SEARCHED}' ELSE s.word END || ' ' || left(a.text, 40),
       a.text || '. ' || b.text || '.',
       CASE WHEN i <= ${NEW} OR nth % 20 = 0
         THEN (ARRAY['NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER'])[i % 3 + 1] ELSE 'CLOSED' END,
       'NORMAL', o.id, 'CONTACT', now() - age, now() - age, now() - age
     FROM generate_series($1::int, $2::int) i
     CROSS JOIN LATERAL (SELECT i * interval '${APART} minutes' AS age, i / ${TENANTS} AS nth) moment
     CROSS JOIN LATERAL (SELECT CASE WHEN nth % 5 < 4 THEN 0 ELSE 1 + nth / 5 % ${CUSTOMERS - 1} END AS customer) whose
     JOIN owners o ON o.n = nth % ${CONTACTS} * ${TENANTS * CUSTOMERS} + i % ${TENANTS} * ${CUSTOMERS} + customer
     JOIN sentences s ON s.n = i * 7 % ${SENTENCES}
     JOIN sentences a ON a.n = i % ${SENTENCES}
     JOIN sentences b ON b.n = (i / ${SENTENCES} + i * 3) % ${SENTENCES}`,
    [from, to],
  );
  await client.query(
    `INSERT INTO ticket_history (tenant_id, id, ticket_id, at, actor_id, actor_kind, actor_name, event, new_value, is_public)
     SELECT tenant_id, id, id, created_at, created_by_id, 'CONTACT', 'Kim Muster', 'CREATED', 'NEW', true
     FROM tickets WHERE substring(number FROM 8)::int BETWEEN $1 AND $2`,
    [from, to],
  );
}

export async function fillComments(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO ticket_comments (tenant_id, id, ticket_id, author_id, author_kind, author_name, visibility, body, created_at)
     SELECT t.tenant_id, uuidv7(), t.id, t.created_by_id, 'CONTACT', 'Kim Muster', 'PUBLIC', s.text || '.',
       t.created_at + position * interval '1 minute'
     FROM tickets t, generate_series(1, ${COMMENTS}) position
     JOIN sentences s ON s.n = position * 13
     WHERE substring(t.number FROM 8)::int <= ${WITH_COMMENTS}`,
  );
}

export async function fillNumbers(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO number_sequences (tenant_id, name, value)
     SELECT id, sequence, 10000000 FROM tenants, unnest(ARRAY['tickets', 'orders', 'quote-requests']) sequence`,
  );
}
