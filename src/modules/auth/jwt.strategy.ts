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
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
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

  async validate(claims: Record<string, unknown>): Promise<Actor | false> {
    const { sub, tid, sid, exp } = claims;
    const ids = [sub, tid, sid].map((id) => (typeof id === 'string' && UUID.test(id) ? id : ''));
    const [accountId = '', tenantId = '', sessionId = ''] = ids;
    if (ids.includes('') || typeof exp !== 'number') return false;
    return (await this.sessions.actorOf({ tenantId, accountId, sessionId })) ?? false;
  }
}

/** Exactly one token: what stands behind it is read by some programs on the way and not by others. */
function bearerToken({ headers }: { headers: IncomingHttpHeaders }): string | null {
  return /^Bearer ([\w.-]+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
