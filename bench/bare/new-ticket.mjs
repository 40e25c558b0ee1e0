import { randomUUID } from 'node:crypto';
import { publish, transaction } from './database.mjs';
import { detail, namesOf } from './tickets.mjs';

export const NEXT_NUMBER = `INSERT INTO number_sequences (tenant_id, name, value) VALUES ($1, $2, 1)
  ON CONFLICT (tenant_id, name) DO UPDATE SET value = number_sequences.value + 1 RETURNING value`;
const TICKET = `INSERT INTO tickets (tenant_id, id, version, number, customer_id, contact_id, subject, description, status,
    priority, created_by_id, created_by_kind, created_at, public_activity_at, updated_at)
  VALUES ($1, $2, 1, $3, $4, $5, $6, $7, 'NEW', 'NORMAL', $5, 'CONTACT', $8, $8, $8)`;
const HISTORY = `INSERT INTO ticket_history (tenant_id, id, ticket_id, at, actor_id, actor_kind, actor_name, event, new_value, is_public)
  VALUES ($1, $2, $3, $4, $5, 'CONTACT', $6, 'CREATED', 'NEW', true)`;

/** Number, ticket, history and jobs in one transaction; then what the portal answers. */
export async function createTicket(caller, { subject, description }) {
  const { tenantId, customerId, id: contactId, name } = caller;
  const id = randomUUID();
  const at = new Date();
  const number = await transaction(async (ask) => {
    const [{ value }] = await ask('number', NEXT_NUMBER, [tenantId, 'tickets']);
    const text = `T-${at.getUTCFullYear()}-${value.padStart(6, '0')}`;
    await ask('new-ticket', TICKET, [tenantId, id, text, customerId, contactId, subject, description, at]);
    await ask('new-history', HISTORY, [tenantId, randomUUID(), id, at, contactId, name]);
    await publish(ask, 'ticket.created', { tenantId, ticketId: id, occurredAt: at, actorId: contactId });
    return text;
  });
  const row = {
    id,
    number,
    subject,
    description,
    status: 'NEW',
    contactId,
    createdAt: at,
    publicActivityAt: at,
  };
  const history = [{ at, kind: 'CONTACT', name, event: 'CREATED', from: null, to: 'NEW' }];
  return detail({ ...row, resolvedAt: null, closedAt: null }, await namesOf(caller, [row]), history);
}
