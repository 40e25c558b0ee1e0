import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { tenantCondition } from '../../platform/database/tenant-scope';
import { TransactionService } from '../../platform/database/transaction.service';
import { newId } from '../../platform/ids';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens';
import type { Account } from './account.entity';
import { refreshFailed } from './auth.errors';
import { OpenSessions } from './open-sessions';
import { decodeToken, encodeToken, hashToken } from './opaque-token';
import { RefreshToken } from './refresh-token.entity';
import { currentClient } from './session-client';
import { Session } from './session.entity';

const DAY = 24 * 60 * 60 * 1000;
/** However often it is renewed, a session ends after this time. */
const SESSION_MS = 30 * DAY;
/** Nobody who was away for longer comes back without a password. */
export const REFRESH_MS = 7 * DAY;

/** What a client gets at login and at each renewal. */
export interface IssuedTokens {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly refreshToken: string;
  readonly passwordChangeRequired: boolean;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly accessTokens: AccessTokens,
    private readonly openSessions: OpenSessions,
    @InjectTenantRepository(Session) private readonly sessions: TenantRepository<Session>,
    @InjectTenantRepository(RefreshToken) private readonly refreshTokens: TenantRepository<RefreshToken>,
  ) {}

  /** Opens a session for an account that has shown its password. */
  open(account: Account): IssuedTokens {
    const now = new Date();
    const session = this.sessions.append({
      ...currentClient(),
      accountId: account.id,
      createdAt: now,
      renewedAt: now,
      expiresAt: new Date(now.getTime() + SESSION_MS),
      endedAt: null,
    });
    return this.issue(session, account.passwordChangeRequired);
  }

  /**
   * Exchanges a refresh token for new tokens, once. A second use means that somebody else has it: the session ends.
   * @throws refreshFailed
   */
  async refresh(refreshToken: string): Promise<IssuedTokens> {
    const token = decodeToken(refreshToken);
    if (!token) throw refreshFailed();
    const issued = await this.transactions.runFor(token.tenantId, async () => {
      const match = { id: token.id, tokenHash: hashToken(token.secret) };
      const used = await this.refreshTokens.updateWhere(
        { ...match, usedAt: IsNull() },
        { usedAt: () => 'now()' },
      );
      const known = await this.refreshTokens.findOne(match);
      if (!known) return undefined;
      // Committed, although the caller gets an error.
      if (used !== 1) await this.end(known.sessionId);
      return used === 1 && known.expiresAt > new Date() ? this.renew(known.sessionId) : undefined;
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

  private async renew(sessionId: string): Promise<IssuedTokens | undefined> {
    const session = await this.sessions.findOne({ id: sessionId });
    if (!session) return undefined;
    const tenantId = this.transactions.tenantId;
    const actor = await this.openSessions.actorOf({ tenantId, accountId: session.accountId, sessionId });
    if (!actor) return undefined;
    await this.sessions.updateWhere({ id: sessionId }, { ...currentClient(), renewedAt: new Date() });
    return this.issue(session, actor.passwordChangeRequired);
  }

  private issue(session: Session, passwordChangeRequired: boolean): IssuedTokens {
    const secret = randomBytes(32);
    const id = newId();
    this.refreshTokens.append({
      id,
      sessionId: session.id,
      tokenHash: hashToken(secret),
      expiresAt: new Date(Math.min(Date.now() + REFRESH_MS, session.expiresAt.getTime())),
      usedAt: null,
    });
    const tenantId = session.tenantId;
    return {
      accessToken: this.accessTokens.sign({ sub: session.accountId, tid: tenantId, sid: session.id }),
      expiresIn: ACCESS_TOKEN_SECONDS,
      refreshToken: encodeToken({ tenantId, id, secret }),
      passwordChangeRequired,
    };
  }
}
