import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
import type { Actor } from '../../platform/context/actor';
import { AccessTokens, ALGORITHM, AUDIENCE, ISSUER } from './access-tokens';
import { OpenSessions } from './open-sessions';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A bearer token is worth something only while its session is open: that is asked on every request. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    tokens: AccessTokens,
    private readonly sessions: OpenSessions,
  ) {
    super({
      jwtFromRequest: bearerToken,
      secretOrKeyProvider: (_request: unknown, token: string, done: (error: unknown, key?: never) => void) =>
        done(null, tokens.keyFor(token) as never),
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
    });
  }

  async validate({ sub, tid, sid, exp }: Record<string, unknown>): Promise<Actor | false> {
    if (!isId(sub) || !isId(tid) || !isId(sid) || typeof exp !== 'number') return false;
    return (await this.sessions.actorOf({ tenantId: tid, accountId: sub, sessionId: sid })) ?? false;
  }
}

function isId(claim: unknown): claim is string {
  return typeof claim === 'string' && UUID.test(claim);
}

/** Exactly one token: what stands behind it is read by some programs on the way and not by others. */
function bearerToken({ headers }: { headers: IncomingHttpHeaders }): string | null {
  return headers.authorization?.match(/^Bearer ([\w.-]+)$/i)?.[1] ?? null;
}
