import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { KeyRing } from '../../platform/secrets/key-ring';
import { ACCESS_TOKEN_KEY } from './keys';

export const ACCESS_TOKEN_SECONDS = 300;
export const ISSUER = 'kundenportal';
export const AUDIENCE = 'kundenportal-api';
export const ALGORITHM = 'HS256';
export const TYPE = 'at+jwt';

/** What an access token says: who, in which tenant, in which session. Role and access come from the database. */
export interface AccessClaims {
  readonly sub: string;
  readonly tid: string;
  readonly sid: string;
}

/** Signs access tokens (JWT, RFC 9068) and finds the key that verifies one. */
@Injectable()
export class AccessTokens {
  private readonly keys: ReadonlyMap<string, Buffer>;

  constructor(
    private readonly jwt: JwtService,
    keyRing: KeyRing,
  ) {
    this.keys = new Map(keyRing.keysFor(ACCESS_TOKEN_KEY).map((key) => [keyId(key), key]));
  }

  sign({ sub, tid, sid }: AccessClaims): string {
    const [entry] = this.keys;
    if (!entry) throw new Error('There is no secret key.');
    const [kid, secret] = entry;
    return this.jwt.sign(
      { tid, sid },
      {
        secret,
        subject: sub,
        issuer: ISSUER,
        audience: AUDIENCE,
        expiresIn: ACCESS_TOKEN_SECONDS,
        header: { alg: ALGORITHM, typ: TYPE, kid },
      },
    );
  }

  /** The key that the token's header names; nothing where it is no access token of ours. */
  keyFor(token: string): Buffer | undefined {
    const header = headerOf(token);
    return header?.typ === TYPE && header.alg === ALGORITHM ? this.keys.get(String(header.kid)) : undefined;
  }
}

function headerOf(token: string): { typ?: unknown; alg?: unknown; kid?: unknown } | undefined {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
    return typeof header === 'object' && header !== null ? header : undefined;
  } catch {
    return undefined;
  }
}

function keyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 12);
}
