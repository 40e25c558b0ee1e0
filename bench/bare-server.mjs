// The least that can answer: node:http and pg, the same token check, the same statements, the same bytes.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const { BENCH_DATABASE_URL, BENCH_PORT, BENCH_KEY = '' } = process.env;
const pool = new pg.Pool({ connectionString: BENCH_DATABASE_URL, max: 10 });
const key = createHmac('sha256', BENCH_KEY).update('access-token').digest();
const query = (name, text, values) => pool.query({ name, text, values }).then(({ rows }) => rows);

const SESSION = `SELECT a.kind, a.role, a.customer_id, a.name, a.password_change_required
  FROM sessions s JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
  WHERE s.tenant_id = $1 AND s.id = $2 AND s.account_id = $3 AND s.ended_at IS NULL AND s.expires_at > now()
    AND (a.state = 'ACTIVE' OR a.state = 'INVITED' AND a.initial_password_expires_at > now())`;
const COLUMNS = `t.id, t.number, t.subject, t.status, t.contact_id AS "contactId", t.created_at AS "createdAt",
  t.public_activity_at AS "updatedAt", t.resolved_at AS "resolvedAt", t.closed_at AS "closedAt"`;
const LIST = `SELECT ${COLUMNS}, (t.public_activity_at)::text AS cursor_value FROM tickets t
  WHERE t.customer_id = $1 AND t.status IN ('NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER') AND t.tenant_id = $2
  ORDER BY t.public_activity_at DESC, t.id DESC LIMIT 26`;
const FOUND = `SELECT ${COLUMNS}, (t.public_activity_at)::text AS cursor_value FROM tickets t
  WHERE t.customer_id = $1 AND t.id = ANY($2::uuid[]) AND t.tenant_id = $3
  ORDER BY t.public_activity_at DESC, t.id DESC LIMIT 26`;
const SEARCH = `SELECT ticket_id AS id FROM ticket_search WHERE tenant_id = $1 AND customer_id = $2
  AND public_text @@ websearch_to_tsquery('german', $3) LIMIT 1000`;
const NAMES = `SELECT id, concat_ws(' ', first_name, last_name) AS name FROM contacts WHERE tenant_id = $1 AND id = ANY($2::uuid[])`;
const TICKET = `SELECT * FROM tickets WHERE tenant_id = $1 AND id = $2 AND customer_id = $3`;
const COMMENTS = `SELECT t.id, t.author_kind AS "authorKind", t.author_name AS "authorName", t.body, t.created_at AS "createdAt"
  FROM ticket_comments t WHERE t.ticket_id = $1 AND t.visibility = 'PUBLIC' AND t.tenant_id = $2
  ORDER BY t.created_at, t.id LIMIT 26`;

async function callerOf(request) {
  const [head, body, signature] = (request.headers.authorization ?? '').slice(7).split('.');
  const expected = createHmac('sha256', key).update(`${head}.${body}`).digest('base64url');
  if (signature !== expected) throw new Error('token');
  const { tid, sid, sub } = JSON.parse(Buffer.from(body, 'base64url').toString());
  const [account] = await query('session', SESSION, [tid, sid, sub]);
  if (!account) throw new Error('session');
  return { tenantId: tid, customerId: account.customer_id };
}

async function page({ tenantId }, rows) {
  const names = new Map(
    (await query('names', NAMES, [tenantId, [...new Set(rows.map(({ contactId }) => contactId))]])).map(
      (row) => [row.id, row],
    ),
  );
  const last = rows.length > 25 ? rows[24] : undefined;
  return {
    items: rows
      .slice(0, 25)
      .map(({ id, number, subject, status, contactId, createdAt, updatedAt, resolvedAt, closedAt }) => ({
        id,
        number,
        subject,
        status,
        contact: names.get(contactId),
        createdAt,
        updatedAt,
        resolvedAt,
        closedAt,
      })),
    nextCursor:
      last && Buffer.from(JSON.stringify(['-updatedAt', last.cursor_value, last.id])).toString('base64url'),
  };
}

async function answer(request) {
  const caller = await callerOf(request);
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const [, id] = /tickets\/([^/]+)\/comments$/.exec(pathname) ?? [];
  if (id) {
    await query('ticket', TICKET, [caller.tenantId, id, caller.customerId]);
    const rows = await query('comments', COMMENTS, [id, caller.tenantId]);
    return {
      items: rows.map(({ id: commentId, authorKind, authorName, body, createdAt }) => ({
        id: commentId,
        author: { kind: authorKind, name: authorName },
        body,
        createdAt,
      })),
    };
  }
  const search = searchParams.get('search');
  if (!search) return page(caller, await query('list', LIST, [caller.customerId, caller.tenantId]));
  const ids = (await query('search', SEARCH, [caller.tenantId, caller.customerId, search])).map(
    (row) => row.id,
  );
  return page(caller, await query('found', FOUND, [caller.customerId, ids, caller.tenantId]));
}

createServer((request, response) => {
  answer(request).then(
    (body) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
    (error) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(BENCH_PORT), '127.0.0.1');
