import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { query, transaction } from './database.mjs';
import { sign } from './token.mjs';

const ACCOUNT = `SELECT a.* FROM tenants t JOIN accounts a ON a.tenant_id = t.id
  WHERE t.slug = $1 AND a.email_key = lower($2)`;
const DAY = 24 * 60 * 60 * 1000;

/** The same hash, and the rows of a session; without the limits on guessing. */
export async function login({ tenant, email, password }) {
  const [account] = await query('account', ACCOUNT, [tenant, email]);
  if (!(await verify(account.password_hash, password))) throw new Error('password');
  const { tenant_id: tenantId, id } = account;
  const [sessionId, tokenId, secret] = [randomUUID(), randomUUID(), randomBytes(32)];
  const hash = createHash('sha256').update(secret).digest('base64url');
  await transaction(async (ask) => {
    await ask('lock', `SELECT state FROM accounts WHERE tenant_id = $1 AND id = $2 FOR UPDATE`, [
      tenantId,
      id,
    ]);
    await ask('logged-in', `UPDATE accounts SET last_login_at = now() WHERE tenant_id = $1 AND id = $2`, [
      tenantId,
      id,
    ]);
    await ask(
      'new-session',
      `INSERT INTO sessions (tenant_id, id, account_id, expires_at) VALUES ($1, $2, $3, $4)`,
      [tenantId, sessionId, id, new Date(Date.now() + 30 * DAY)],
    );
    await ask(
      'new-token',
      `INSERT INTO refresh_tokens (tenant_id, id, session_id, token_hash, expires_at) VALUES ($1, $2, $3, $4, $5)`,
      [tenantId, tokenId, sessionId, hash, new Date(Date.now() + 7 * DAY)],
    );
  });
  const bytes = [tenantId, tokenId].map((uuid) => Buffer.from(uuid.replaceAll('-', ''), 'hex'));
  return {
    accessToken: sign({ tid: tenantId, sid: sessionId, sub: id }),
    expiresIn: 300,
    refreshToken: Buffer.concat([...bytes, secret]).toString('base64url'),
    passwordChangeRequired: account.password_change_required,
  };
}
