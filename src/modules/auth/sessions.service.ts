import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../platform/database';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens';
import type { Account } from './account.entity';
import { refreshFailed } from './auth.errors';
import { OpenSessions } from './open-sessions';
import { decodeToken, encodeToken } from './opaque-token';
import { REFRESH_MS, RefreshTokens, type UsedToken } from './refresh-tokens';
import { currentClient } from './session-client';
import { Session } from './session.entity';

const DAY = 24 * 60 * 60 * 1000;
/** However often it is renewed, a session ends after this time. */
const SESSION_MS = 30 * DAY;
const SHOWN_SESSIONS = 20;

/** What a client gets at login and at each renewal. */
export interface IssuedTokens {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly refreshToken: string;
  readonly passwordChangeRequired: boolean;
}

export type OpenSession = Pick<Session, 'address' | 'renewedAt'>;

type RenewableToken = Extract<UsedToken, { readonly successor: unknown }>;

@Injectable()
export class SessionsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly accessTokens: AccessTokens,
    private readonly openSessions: OpenSessions,
    private readonly refreshTokens: RefreshTokens,
    private readonly audit: AuditLog,
    @InjectTenantRepository(Session) private readonly sessions: TenantRepository<Session>,
  ) {}

  /** Opens a session of tokens for an account that has shown its password. */
  async open(account: Account): Promise<IssuedTokens> {
    const session = await this.begin(account, null);
    return this.issue(session, this.refreshTokens.first(session), account.passwordChangeRequired);
  }

  /**
   * The session of an account that has shown its password; of staff the audit log tells.
   * @param secretHash of a browser's session
   */
  async begin(account: Account, secretHash: string | null): Promise<Session> {
    const now = new Date();
    const session = this.sessions.insertDeferred({
      ...currentClient(),
      accountId: account.id,
      createdAt: now,
      renewedAt: now,
      secretHash,
      expiresAt: new Date(now.getTime() + SESSION_MS),
      endedAt: null,
    });
    if (account.kind === 'STAFF') {
      await this.audit.record({
        action: 'session.opened',
        objectType: 'Account',
        objectId: account.id,
        actor: account,
        changes: { sessionId: session.id },
      });
    }
    return session;
  }

  /**
   * Exchanges a refresh token for new tokens, once; the client that did so a moment ago gets the same successor. Any other use
   * means that somebody else has it: the session ends.
   * @throws refreshFailed
   */
  async refresh(refreshToken: string): Promise<IssuedTokens> {
    const token = decodeToken(refreshToken);
    if (!token) throw refreshFailed();
    const issued = await this.transactions.runFor(token.tenantId, async () => {
      const used = await this.refreshTokens.use(token);
      if (!used || used.kind === 'EXPIRED') return undefined;
      // Committed, although the caller gets an error.
      if (used.kind === 'REUSED') return this.endReused(used.sessionId);
      return this.renew(used);
    });
    if (!issued) throw refreshFailed();
    return issued;
  }

  end(sessionId: string): Promise<void> {
    return this.transactions.run(async () => {
      await this.sessions.updateWhere({ id: sessionId, endedAt: IsNull() }, { endedAt: () => 'now()' });
    });
  }

  /** Ends a session of an account; false where it has no such, or it has ended already. */
  async endOf(accountId: string, id: string): Promise<boolean> {
    const open = { id, accountId, endedAt: IsNull() };
    return (await this.sessions.updateWhere(open, { endedAt: () => 'now()' })) === 1;
  }

  /** Ends all sessions of an account, except one where it is given. */
  async endAll(accountId: string, exceptSessionId?: string): Promise<void> {
    await this.transactions.query(
      `UPDATE sessions s SET ended_at = now()
       WHERE ${tenantCondition('s')} AND account_id = $2 AND ended_at IS NULL AND id IS DISTINCT FROM $3`,
      [this.transactions.tenantId, accountId, exceptSessionId ?? null],
    );
  }

  /** Ends all sessions of an account and forgets from where they were used. */
  async deleteAll(accountId: string): Promise<void> {
    await this.sessions.delete({ accountId });
  }

  /** Ends all sessions of a company's people. */
  async endAllOfCompany(customerId: string): Promise<void> {
    await this.transactions.query(
      `UPDATE sessions s SET ended_at = now() FROM accounts a
       WHERE ${tenantCondition('s')} AND ${tenantCondition('a')} AND a.customer_id = $2 AND s.account_id = a.id
         AND s.ended_at IS NULL`,
      [this.transactions.tenantId, customerId],
    );
  }

  /** Logged once: repeated reuse of a token does not fill the log. */
  private async endReused(id: string): Promise<undefined> {
    const session = await this.sessions.lock({ id, endedAt: IsNull() });
    if (!session) return;
    await this.end(id);
    await this.audit.record({
      action: 'session.token-reused',
      objectType: 'Account',
      objectId: session.accountId,
      changes: { sessionId: id },
    });
  }

  /** The sessions of an account, the last used first; as many as fit into a mail. */
  openOf(accountId: string): Promise<OpenSession[]> {
    const where = { accountId, endedAt: IsNull(), renewedAt: MoreThan(new Date(Date.now() - REFRESH_MS)) };
    return this.sessions.find(where, { order: { renewedAt: 'DESC' }, take: SHOWN_SESSIONS });
  }

  private async renew({ kind, sessionId, successor }: RenewableToken): Promise<IssuedTokens | undefined> {
    const session = await this.sessions.findOne({ id: sessionId });
    if (!session) return undefined;
    const tenantId = this.transactions.tenantId;
    const actor = await this.openSessions.actorOf({ tenantId, accountId: session.accountId, sessionId });
    if (!actor) return undefined;
    if (kind === 'AGAIN') return this.issue(session, encodeToken(successor), actor.passwordChangeRequired);
    await this.sessions.updateWhere({ id: sessionId }, { ...currentClient(), renewedAt: new Date() });
    const refreshToken = this.refreshTokens.store(session, successor);
    return this.issue(session, refreshToken, actor.passwordChangeRequired);
  }

  private issue(
    { id, tenantId, accountId }: Session,
    refreshToken: string,
    passwordChangeRequired: boolean,
  ): IssuedTokens {
    return {
      accessToken: this.accessTokens.sign({ sub: accountId, tid: tenantId, sid: id }),
      expiresIn: ACCESS_TOKEN_SECONDS,
      refreshToken,
      passwordChangeRequired,
    };
  }
}
