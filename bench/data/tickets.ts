import type { Client } from 'pg';
import { OWNERS } from './people';
import { SENTENCES } from './texts';

/** Minutes between two tickets; the first one is the newest. */
const APART = 1;
/** Comments are where the benchmark looks: on the newest tickets, which each customer has some of. */
const WITH_COMMENTS = 3 * OWNERS;
const COMMENTS = 10;

/** Tickets `from` to `to`, each customer's as many as everybody's; three of ten are running. */
export async function fillTickets(client: Client, from: number, to: number): Promise<void> {
  await client.query(
    `INSERT INTO tickets (tenant_id, id, version, number, customer_id, contact_id, subject, description, status, priority,
       created_by_id, created_by_kind, created_at, public_activity_at, updated_at)
     SELECT o.tenant_id, uuidv7(-age), 1, 'T-2026-' || lpad(i::text, 6, '0'), o.customer_id, o.id,
       s.word || ' ' || left(a.text, 40), a.text || '. ' || b.text || '.',
       CASE WHEN i / ${OWNERS} % 10 < 3 THEN (ARRAY['NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER'])[i % 3 + 1] ELSE 'CLOSED' END,
       'NORMAL', o.id, 'CONTACT', now() - age, now() - age, now() - age
     FROM generate_series($1::int, $2::int) i
     CROSS JOIN LATERAL (SELECT i * interval '${APART} minutes' AS age) moment
     JOIN owners o ON o.n = i % ${OWNERS}
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
