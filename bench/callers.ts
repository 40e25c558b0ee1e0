import { createHash, createHmac } from 'node:crypto';
import type { Client } from 'pg';

/** A contact who is logged in, what is theirs, and who works for them. */
export interface Caller {
  readonly tenant: string;
  readonly email: string;
  readonly token: string;
  /** Of a colleague in the tenant. */
  readonly staffToken: string;
  readonly ticketId: string;
  readonly printerId: string;
  readonly articleId: string;
  readonly netPriceCents: number;
}

/** Of as many tenants, so that nobody waits for somebody else's number; main users of the largest customer. */
const MANY = 64;

type CallerRow = Omit<Caller, 'token' | 'staffToken'> & {
  readonly tid: string;
  readonly sid: string;
  readonly sub: string;
  readonly staffSid: string;
  readonly staffSub: string;
};

const CALLERS = `
  SELECT DISTINCT ON (a.tenant_id) a.tenant_id AS tid, s.id AS sid, a.id AS sub, tn.slug AS tenant, a.email,
    staff.sid AS "staffSid", staff.sub AS "staffSub", t.id AS "ticketId", d.id AS "printerId", r.id AS "articleId",
    r.net_price_cents AS "netPriceCents"
  FROM accounts a
  JOIN sessions s ON s.tenant_id = a.tenant_id AND s.account_id = a.id
  JOIN tenants tn ON tn.id = a.tenant_id
  CROSS JOIN LATERAL (
    SELECT o.id AS sid, c.id AS sub FROM accounts c
    JOIN sessions o ON o.tenant_id = c.tenant_id AND o.account_id = c.id
    WHERE c.tenant_id = a.tenant_id AND c.kind = 'STAFF' LIMIT 1) staff
  CROSS JOIN LATERAL (
    SELECT id FROM tickets WHERE tenant_id = a.tenant_id AND customer_id = a.customer_id
    ORDER BY created_at DESC LIMIT 1) t
  CROSS JOIN LATERAL (
    SELECT id FROM devices WHERE tenant_id = a.tenant_id AND customer_id = a.customer_id
      AND printer_model_id IS NOT NULL LIMIT 1) d
  CROSS JOIN LATERAL (SELECT id, net_price_cents FROM articles WHERE tenant_id = a.tenant_id LIMIT 1) r
  WHERE a.kind = 'CONTACT'
  ORDER BY a.tenant_id, a.customer_id LIMIT ${MANY}`;

export async function callersOf(client: Client, key: string): Promise<Caller[]> {
  const { rows } = await client.query<CallerRow>(CALLERS);
  return rows.map(({ tid, sid, sub, staffSid, staffSub, ...caller }) => ({
    ...caller,
    token: tokenOf({ tid, sid, sub }, key),
    staffToken: tokenOf({ tid, sid: staffSid, sub: staffSub }, key),
  }));
}

/** As the program signs it, but good for hours. */
function tokenOf(ids: { tid: string; sid: string; sub: string }, key: string): string {
  const secret = createHmac('sha256', key).update('access-token').digest();
  const kid = createHash('sha256').update(secret).digest('base64url').slice(0, 12);
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(Date.now() / 1000);
  const claims = { ...ids, iat, exp: iat + 6 * 3_600, iss: 'kundenportal', aud: 'kundenportal-api' };
  const text = `${encode({ alg: 'HS256', typ: 'at+jwt', kid })}.${encode(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
