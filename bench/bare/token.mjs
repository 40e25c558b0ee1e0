import { createHmac } from 'node:crypto';
import { query } from './database.mjs';

/** Of a purpose, as the program derives it. */
export const derivedKey = (purpose) =>
  createHmac('sha256', process.env.BENCH_KEY ?? '')
    .update(purpose)
    .digest();

const key = derivedKey('access-token');
const signature = (text) => createHmac('sha256', key).update(text).digest('base64url');

const SESSION = `SELECT s.account_id, a.kind, a.role, a.customer_id, a.name, a.password_change_required,
    (SELECT m.writes FROM write_marks m WHERE m.tenant_id = a.tenant_id AND m.principal_id = a.id) AS writes
  FROM sessions s JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
  WHERE s.tenant_id = $1 AND s.id = $2 AND s.ended_at IS NULL AND s.expires_at > now()
    AND (a.state = 'ACTIVE' OR a.state = 'INVITED' AND a.initial_password_expires_at > now())`;

/** Who sends a request; the token must be signed and its session open. */
export async function callerOf({ headers }) {
  const [head, body, signed] = (headers.authorization ?? '').slice('Bearer '.length).split('.');
  if (signed !== signature(`${head}.${body}`)) throw new Error('token');
  const { tid, sid, sub, exp } = JSON.parse(Buffer.from(body, 'base64url').toString());
  if (exp * 1000 < Date.now()) throw new Error('expired');
  const [account] = await query('session', SESSION, [tid, sid]);
  if (account?.account_id !== sub) throw new Error('session');
  return { tenantId: tid, id: sub, customerId: account.customer_id, name: account.name, kind: account.kind };
}
