import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../platform/database';
import { newId } from '../../platform/ids';
import { KeyRing } from '../../platform/secrets/key-ring';
import { REFRESH_SUCCESSOR_KEY } from './keys';
import { encodeToken, hashToken, type OpaqueToken } from './opaque-token';
import { RefreshToken } from './refresh-token.entity';
import { currentClient } from './session-client';
import type { Session } from './session.entity';

const DAY = 24 * 60 * 60 * 1000;
/** After a longer absence a login is needed again. */
export const IDLE_DAYS = 7;
export const REFRESH_MS = IDLE_DAYS * DAY;
/** Two windows that renew at once, or an answer that got lost on its way. */
const AGAIN_SECONDS = 10;

/** What a refresh token was worth. */
export type UsedToken =
  | { readonly kind: 'FRESH'; readonly sessionId: string; readonly successor: OpaqueToken }
  | { readonly kind: 'AGAIN'; readonly sessionId: string; readonly successor: OpaqueToken }
  | { readonly kind: 'REUSED'; readonly sessionId: string }
  | { readonly kind: 'EXPIRED' };

/**
 * Refresh tokens, each good for one use. The secret of a successor is derived from the secret of the token before it and a key of
 * the program: whoever shows the token that was used a moment ago can be given the same successor again, although neither is
 * stored, and neither the database nor an old token alone tells what follows.
 */
@Injectable()
export class RefreshTokens {
  constructor(
    private readonly transactions: TransactionService,
    private readonly keys: KeyRing,
    @InjectTenantRepository(RefreshToken) private readonly tokens: TenantRepository<RefreshToken>,
  ) {}

  /** The first of a session; the others follow from it. */
  first(session: Session): string {
    const { tenantId } = session;
    return this.store(session, { tenantId, id: newId(), secret: randomBytes(32) });
  }

  /** Stores a token of the session and gives it the form in which clients know it. */
  store(session: Session, token: OpaqueToken): string {
    this.tokens.insertDeferred({
      id: token.id,
      sessionId: session.id,
      tokenHash: hashToken(token.secret),
      expiresAt: new Date(Math.min(Date.now() + REFRESH_MS, session.expiresAt.getTime())),
      usedAt: null,
      successorId: null,
    });
    return encodeToken(token);
  }

  /** Uses a token up, once: of two at once, one gets it. Nothing where there is no such token. */
  async use(token: OpaqueToken): Promise<UsedToken | undefined> {
    const match = { id: token.id, tokenHash: hashToken(token.secret) };
    const successorId = newId();
    const used = await this.tokens.updateWhere(
      { ...match, usedAt: IsNull() },
      { usedAt: () => 'now()', successorId },
    );
    const known = await this.tokens.findOne(match);
    if (!known) return undefined;
    const { sessionId } = known;
    if (used !== 1) return this.usedAgain(token, sessionId);
    if (known.expiresAt <= new Date()) return { kind: 'EXPIRED' };
    const [secret] = this.secretsOf(token, successorId);
    if (!secret) throw new Error('There is no secret key.');
    return { kind: 'FRESH', sessionId, successor: { tenantId: token.tenantId, id: successorId, secret } };
  }

  /** The same successor for the client that used the token, for a moment and until that successor is used itself. */
  private async usedAgain(token: OpaqueToken, sessionId: string): Promise<UsedToken> {
    const { address, userAgent } = currentClient();
    const [successor] = await this.transactions.query<{ id: string; token_hash: string }>(
      `SELECT n.id, n.token_hash FROM refresh_tokens t
       JOIN refresh_tokens n ON n.tenant_id = t.tenant_id AND n.id = t.successor_id
       JOIN sessions s ON s.tenant_id = t.tenant_id AND s.id = t.session_id
       WHERE ${tenantCondition('t')} AND t.id = $2 AND n.used_at IS NULL
         AND t.used_at > now() - make_interval(secs => $3)
         AND s.address IS NOT DISTINCT FROM $4 AND s.user_agent IS NOT DISTINCT FROM $5`,
      [token.tenantId, token.id, AGAIN_SECONDS, address, userAgent],
    );
    const secret = this.secretsOf(token, successor?.id ?? '').find(
      (candidate) => hashToken(candidate) === successor?.token_hash,
    );
    if (!successor || !secret) return { kind: 'REUSED', sessionId };
    return { kind: 'AGAIN', sessionId, successor: { tenantId: token.tenantId, id: successor.id, secret } };
  }

  /** With the key in use first; the others in case it has been replaced meanwhile. */
  private secretsOf({ secret }: OpaqueToken, successorId: string): Buffer[] {
    return this.keys.candidates(REFRESH_SUCCESSOR_KEY, `${successorId}.${secret.toString('base64url')}`);
  }
}
