import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor } from '../../platform/context/actor';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../platform/database';
import { loginFailed } from './auth.errors';
import { LoginService, type VerifiedLogin } from './login.service';
import { decodeToken, encodeToken, hashToken } from './opaque-token';
import { OpenSessions } from './open-sessions';
import { currentClient } from './session-client';
import { Session } from './session.entity';
import { SessionsService } from './sessions.service';

/** How often the use of a session is written down. */
const RENEWED_EVERY_MS = 5 * 60 * 1000;

/** A session that begins: what the browser keeps, and who is behind it. */
export interface BegunSession {
  readonly secret: string;
  readonly actor: Actor;
}

/**
 * Sessions of browsers: one secret for the whole session, because tokens that change at each renewal get lost between two
 * tabs. It changes with the login and the password, and the session is over 7 days after it was last used.
 */
@Injectable()
export class BrowserSessions {
  constructor(
    private readonly transactions: TransactionService,
    private readonly logins: LoginService,
    private readonly sessions: SessionsService,
    private readonly openSessions: OpenSessions,
    @InjectTenantRepository(Session) private readonly rows: TenantRepository<Session>,
  ) {}

  /**
   * Opens a session for who has shown a password, and ends the one that the browser had before.
   * @throws loginFailed
   */
  async open(login: VerifiedLogin, previous?: string): Promise<BegunSession> {
    const secret = randomBytes(32);
    const { tenantId, accountId } = login;
    const session = await this.logins.admit(login, (account) =>
      this.sessions.begin(account, hashToken(secret)),
    );
    if (previous !== undefined) await this.end(previous);
    const actor = await this.openSessions.actorOf({ tenantId, accountId, sessionId: session.id });
    if (!actor) throw loginFailed();
    return { secret: encodeToken({ tenantId, id: session.id, secret }), actor };
  }

  /** The principal of a secret, which is thereby used; undefined where it is invalid, or the session has ended. */
  async actorOf(text: string): Promise<Actor | undefined> {
    const token = decodeToken(text);
    const open = token && (await this.openSessions.ofBrowser(token));
    if (!open) return undefined;
    if (open.renewedAt.getTime() < Date.now() - RENEWED_EVERY_MS) {
      await this.transactions.runFor(token.tenantId, () =>
        this.rows.updateWhere({ id: token.id }, { ...currentClient(), renewedAt: new Date() }),
      );
    }
    return open.actor;
  }

  /** Whether the account behind a secret may not log in any more; told to nobody but who had the session. */
  async isAccessEnded(text: string): Promise<boolean> {
    const token = decodeToken(text);
    return token ? this.openSessions.isAccessEnded(token) : false;
  }

  /** Joins the caller's transaction. The new secret of a browser's session; nothing where the session is none. */
  async replaceSecret(id: string): Promise<string | undefined> {
    const secret = randomBytes(32);
    const { tenantId } = this.transactions;
    const [replaced] = await this.transactions.query(
      `UPDATE sessions s SET secret_hash = $3
       WHERE ${tenantCondition('s')} AND id = $2 AND secret_hash IS NOT NULL AND ended_at IS NULL RETURNING id`,
      [tenantId, id, hashToken(secret)],
    );
    return replaced && encodeToken({ tenantId, id, secret });
  }

  /** Ends the session of a secret, if it is still open. */
  async end(text: string): Promise<void> {
    const token = decodeToken(text);
    if (!token) return;
    const open = { id: token.id, secretHash: hashToken(token.secret), endedAt: IsNull() };
    await this.transactions.runFor(token.tenantId, () =>
      this.rows.updateWhere(open, { endedAt: () => 'now()' }),
    );
  }
}
