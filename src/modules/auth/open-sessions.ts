import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/context/actor';
import type { Language } from '../../platform/context/context';
import { tenantCondition, TransactionService } from '../../platform/database';
import { hashToken, type OpaqueToken } from './opaque-token';
import { IDLE_DAYS } from './refresh-tokens';

interface SessionRow {
  readonly session_id: string;
  readonly account_id: string;
  readonly kind: Actor['kind'];
  readonly role: string;
  readonly customer_id: string | null;
  readonly name: string;
  readonly language: Language | null;
  readonly password_change_required: boolean;
  readonly writes: string | null;
  readonly renewed_at: Date;
}

// A session counts only while its account may log in, so deactivation, the end of a company's accesses and role changes work on the next request.
const OPEN = `
  FROM sessions s JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
  WHERE ${tenantCondition('s')} AND s.ended_at IS NULL AND s.expires_at > now()
    AND s.renewed_at > now() - interval '${IDLE_DAYS} days'
    AND a.suspended_at IS NULL AND (a.state = 'ACTIVE' OR a.state = 'INVITED' AND a.initial_password_expires_at > now())`;

const OPEN_SESSIONS = `
  SELECT s.id AS session_id, s.renewed_at, s.account_id, a.kind, a.role, a.customer_id, a.name, a.language, a.password_change_required,
    (SELECT m.writes FROM write_marks m WHERE ${tenantCondition('m')} AND m.principal_id = a.id) AS writes${OPEN}`;

const END_OF_SESSION = `
  SELECT least(s.expires_at, s.renewed_at + interval '${IDLE_DAYS} days',
    CASE a.state WHEN 'INVITED' THEN a.initial_password_expires_at END) AS ends_at${OPEN}`;

const ACCESS_ENDED = `
  SELECT s.id FROM sessions s JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
  WHERE ${tenantCondition('s')} AND s.id = $2 AND s.secret_hash = $3
    AND (a.suspended_at IS NOT NULL OR a.state = 'DEACTIVATED')`;

/** The principals of sessions, as the database has them now. */
@Injectable()
export class OpenSessions {
  constructor(private readonly transactions: TransactionService) {}

  /** The principal of an access token; undefined once the session has ended. */
  async actorOf(ids: { tenantId: string; accountId: string; sessionId: string }): Promise<Actor | undefined> {
    const { tenantId, accountId, sessionId } = ids;
    // Asked for the account as well, PostgreSQL may look through all of its sessions to find the one.
    const [row] = await this.transactions.queryFor<SessionRow>(tenantId, `${OPEN_SESSIONS} AND s.id = $2`, [
      tenantId,
      sessionId,
    ]);
    return row?.account_id === accountId ? toActor(tenantId, row) : undefined;
  }

  /**
   * The principal of a browser's session, the language they have chosen, and when the session was last used; nothing where it is
   * over or the secret is wrong.
   */
  async ofBrowser(
    token: OpaqueToken,
  ): Promise<{ actor: Actor; language: Language | null; renewedAt: Date } | undefined> {
    const { tenantId, id, secret } = token;
    const [row] = await this.transactions.queryFor<SessionRow>(
      tenantId,
      `${OPEN_SESSIONS} AND s.id = $2 AND s.secret_hash = $3`,
      [tenantId, id, hashToken(secret)],
    );
    return row && { actor: toActor(tenantId, row), language: row.language, renewedAt: row.renewed_at };
  }

  /** Whether the account of a browser's session has been deactivated or suspended; not where the secret is wrong. */
  async isAccessEnded({ tenantId, id, secret }: OpaqueToken): Promise<boolean> {
    const rows = await this.transactions.queryFor<{ id: string }>(tenantId, ACCESS_ENDED, [
      tenantId,
      id,
      hashToken(secret),
    ]);
    return rows.length > 0;
  }

  /** When a session expires; undefined where it has ended. */
  async endOf(tenantId: string, sessionId: string): Promise<Date | undefined> {
    const [row] = await this.transactions.queryFor<{ ends_at: Date }>(
      tenantId,
      `${END_OF_SESSION} AND s.id = $2`,
      [tenantId, sessionId],
    );
    return row?.ends_at;
  }

  /** The principals of many sessions of a tenant, by the session's id; those that have ended are absent. */
  async actorsOf(tenantId: string, sessionIds: readonly string[]): Promise<ReadonlyMap<string, Actor>> {
    const rows = await this.transactions.queryFor<SessionRow>(
      tenantId,
      `${OPEN_SESSIONS} AND s.id = ANY($2::uuid[])`,
      [tenantId, sessionIds],
    );
    return new Map(rows.map((row) => [row.session_id, toActor(tenantId, row)]));
  }
}

function toActor(tenantId: string, row: SessionRow): Actor {
  const principal = {
    id: row.account_id,
    tenantId,
    sessionId: row.session_id,
    kind: row.kind,
    role: row.role,
    name: row.name,
    writes: Number(row.writes ?? 0),
    passwordChangeRequired: row.password_change_required,
  };
  return (row.kind === 'CONTACT' ? { ...principal, customerId: row.customer_id } : principal) as Actor;
}
