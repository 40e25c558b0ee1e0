import { query } from './database.mjs';

const COLUMNS = `t.id, t.version, t.number, t.customer_id AS "customerId", t.contact_id AS "contactId",
  t.subject, t.status, t.priority, t.category_id AS "categoryId", t.assignee_id AS "assigneeId", t.created_at AS "createdAt",
  t.public_activity_at AS "publicActivityAt", t.updated_at AS "updatedAt", t.resolved_at AS "resolvedAt",
  t.closed_at AS "closedAt"`;
const LIST = `SELECT ${COLUMNS}, (t.public_activity_at)::text AS cursor_value FROM tickets t
  WHERE t.customer_id = $1 AND t.status IN ('NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER') AND t.tenant_id = $2
  ORDER BY t.public_activity_at DESC, t.id DESC LIMIT 26`;
// The function reads the tenant from the setting.
const SEARCH = `WITH scope AS MATERIALIZED (SELECT set_config('app.tenant_id', $1, true))
  SELECT ${COLUMNS}, (t.public_activity_at)::text AS cursor_value
  FROM scope, LATERAL search_tickets($1::uuid, $2, NULL, NULL, false, $3, NULL) s, tickets t
  WHERE t.id = s.id AND t.customer_id = $3 AND t.tenant_id = $1::uuid
  ORDER BY t.public_activity_at DESC, t.id DESC LIMIT 26`;
const NAMES = `SELECT id, concat_ws(' ', first_name, last_name) AS name FROM contacts
  WHERE tenant_id = $1 AND id = ANY($2::uuid[])`;
const TICKET = `SELECT ${COLUMNS}, t.description FROM tickets t WHERE t.tenant_id = $1 AND t.id = $2 AND t.customer_id = $3`;
const HISTORY = `SELECT at, actor_kind AS kind, actor_name AS name, event, old_value AS "from", new_value AS "to"
  FROM ticket_history WHERE tenant_id = $1 AND ticket_id = $2 AND is_public ORDER BY id LIMIT 1000`;
const ATTACHMENTS = `SELECT id, file_name AS "fileName" FROM ticket_attachments
  WHERE tenant_id = $1 AND ticket_id = $2 AND visibility = 'PUBLIC' ORDER BY id`;
const COMMENTS = `SELECT t.id, t.author_kind AS "authorKind", t.author_name AS "authorName", t.visibility, t.body,
    t.created_at AS "createdAt", (t.created_at)::text AS cursor_value
  FROM ticket_comments t WHERE t.ticket_id = $1 AND t.visibility = ANY($2) AND t.tenant_id = $3
  ORDER BY t.created_at, t.id LIMIT 26`;

export const ticketsPage = async (caller) =>
  page(caller, await query('list', LIST, [caller.customerId, caller.tenantId]));

export async function foundTickets(caller, words) {
  return page(caller, await query('search', SEARCH, [caller.tenantId, words, caller.customerId]));
}

export async function ticket(caller, id) {
  const [row] = await query('ticket', TICKET, [caller.tenantId, id, caller.customerId]);
  const names = await namesOf(caller, [row]);
  const history = await query('history', HISTORY, [caller.tenantId, id]);
  const attachments = await query('attachments', ATTACHMENTS, [caller.tenantId, id]);
  return detail(row, names, history, attachments);
}

export async function comments(caller, id) {
  await query('ticket', TICKET, [caller.tenantId, id, caller.customerId]);
  const rows = await query('comments', COMMENTS, [id, ['PUBLIC'], caller.tenantId]);
  return {
    items: rows.map(({ id: commentId, authorKind, authorName, body, createdAt }) => ({
      id: commentId,
      author: { kind: authorKind, name: authorName },
      body,
      createdAt,
    })),
  };
}

export const detail = (row, names, history, attachments) => ({
  ...item(row, names),
  description: row.description,
  history: history.map(({ at, kind, name, event, from, to }) => ({
    at,
    actor: { kind, name },
    event,
    from,
    to,
  })),
  attachments,
});

/** @param ask inside of a transaction, its own `query` */
export async function namesOf({ tenantId }, rows, ask = query) {
  const names = await ask('names', NAMES, [tenantId, [...new Set(rows.map(({ contactId }) => contactId))]]);
  return new Map(names.map((row) => [row.id, row]));
}

async function page(caller, rows) {
  const names = await namesOf(caller, rows.slice(0, 25));
  const last = rows.length > 25 ? rows[24] : undefined;
  return {
    items: rows.slice(0, 25).map((row) => item(row, names)),
    nextCursor:
      last && Buffer.from(JSON.stringify(['-updatedAt', last.cursor_value, last.id])).toString('base64url'),
  };
}

const item = (row, names) => ({
  id: row.id,
  number: row.number,
  subject: row.subject,
  status: row.status,
  contact: names.get(row.contactId),
  createdAt: row.createdAt,
  updatedAt: row.publicActivityAt,
  resolvedAt: row.resolvedAt,
  closedAt: row.closedAt,
});
