import { query } from './database.mjs';

const COLUMNS = `t.id, t.version, t.number, t.customer_id AS "customerId", t.contact_id AS "contactId",
  t.subject, t.status, t.priority, t.category_id AS "categoryId", t.assignee_id AS "assigneeId", t.created_at AS "createdAt",
  t.public_activity_at AS "publicActivityAt", t.updated_at AS "updatedAt", t.resolved_at AS "resolvedAt",
  t.closed_at AS "closedAt"`;
const LIST = `SELECT ${COLUMNS}, (t.public_activity_at)::text AS cursor_value FROM tickets t
  WHERE t.customer_id = $1 AND t.status IN ('NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER') AND t.tenant_id = $2
  ORDER BY t.public_activity_at DESC, t.id DESC LIMIT 26`;
// The function reads the tenant from the setting, so that has to be made first.
const SEARCH = `WITH scope AS MATERIALIZED (SELECT set_config('app.tenant_id', $1, true) AS tenant)
  SELECT ${COLUMNS}, (t.public_activity_at)::text AS cursor_value
  FROM scope CROSS JOIN LATERAL search_tickets(scope.tenant::uuid, $2, NULL, NULL, false, $3, NULL) s
  CROSS JOIN LATERAL (SELECT f.* FROM tickets f WHERE f.tenant_id = $1::uuid AND f.id = s.id OFFSET 0) t
  WHERE t.customer_id = $3
  ORDER BY t.public_activity_at DESC, t.id DESC LIMIT 26`;
const NAMES = `SELECT id, concat_ws(' ', first_name, last_name) AS name FROM contacts
  WHERE tenant_id = $1 AND id = ANY($2::uuid[])`;
const ACTIVITY = `SELECT t.id, c.created_at AS at, c.author_kind AS "authorKind",
    EXISTS (SELECT FROM unread_tickets u WHERE u.tenant_id = $1 AND u.contact_id = $3 AND u.ticket_id = t.id) AS unread,
    (SELECT count(*)::int FROM ticket_attachments a
      WHERE a.tenant_id = $1 AND a.ticket_id = t.id AND a.visibility = 'PUBLIC') AS "attachmentCount"
  FROM unnest($2::uuid[]) t (id)
  LEFT JOIN LATERAL (
    SELECT k.created_at, k.author_kind FROM ticket_comments k
    WHERE k.tenant_id = $1 AND k.ticket_id = t.id AND k.visibility = 'PUBLIC'
    ORDER BY k.created_at DESC, k.id DESC LIMIT 1) c ON true`;

export const ticketsPage = async (caller) =>
  page(caller, await query('list', LIST, [caller.customerId, caller.tenantId]));

export async function foundTickets(caller, words) {
  return page(caller, await query('search', SEARCH, [caller.tenantId, words, caller.customerId]));
}

/** Of a ticket that was just made. */
export const detail = (row, names, history) => ({
  ...item(row, names),
  description: row.description,
  device: null,
  category: null,
  mergedInto: null,
  merged: [],
  history: history.map(({ at, kind, name, event, from, to }) => ({
    at,
    actor: { kind, name },
    event,
    from,
    to,
  })),
  attachments: [],
});

/** The caller is known already. @param ask inside of a transaction, its own `query` */
export async function namesOf({ tenantId, id, name }, rows, ask = query) {
  const others = [...new Set(rows.map(({ contactId }) => contactId))].filter((other) => other !== id);
  const names = others.length > 0 ? await ask('names', NAMES, [tenantId, others]) : [];
  return new Map([...names, { id, name }].map((row) => [row.id, row]));
}

async function page(caller, rows) {
  const shown = rows.slice(0, 25);
  const [names, activities] = await Promise.all([namesOf(caller, shown), glancesOf(caller, shown)]);
  const last = rows.length > 25 ? rows[24] : undefined;
  return {
    items: shown.map((row) => ({ ...item(row, names), ...activities.get(row.id) })),
    nextCursor:
      last && Buffer.from(JSON.stringify(['-updatedAt', last.cursor_value, last.id])).toString('base64url'),
  };
}

async function glancesOf({ tenantId, id }, rows) {
  const activities = await query('activities', ACTIVITY, [tenantId, rows.map((row) => row.id), id]);
  return new Map(
    activities.map(({ id: ticketId, unread, attachmentCount, at, authorKind }) => [
      ticketId,
      { unread, attachmentCount, lastComment: at && { at, authorKind } },
    ]),
  );
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
