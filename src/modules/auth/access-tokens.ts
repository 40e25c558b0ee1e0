import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
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
  private readonly inUse: { readonly id: string; readonly key: KeyObject };
  // As key objects: of bytes the library would first try to make a public or private key, every time.
  private readonly keys: ReadonlyMap<string, KeyObject>;

  constructor(
    private readonly jwt: JwtService,
    keyRing: KeyRing,
  ) {
    this.keys = new Map(keyRing.keysFor(ACCESS_TOKEN_KEY).map((key) => [keyId(key), createSecretKey(key)]));
    const [inUse] = this.keys;
    if (!inUse) throw new Error('There is no secret key.');
    this.inUse = { id: inUse[0], key: inUse[1] };
  }

  sign({ sub, tid, sid }: AccessClaims): string {
    return this.jwt.sign(
      { tid, sid },
      {
        // Its name for whatever is no text.
        privateKey: this.inUse.key,
        subject: sub,
        issuer: ISSUER,
        audience: AUDIENCE,
        expiresIn: ACCESS_TOKEN_SECONDS,
        header: { alg: ALGORITHM, typ: TYPE, kid: this.inUse.id },
      },
    );
  }

  /** The key that the token's header names; nothing where it is no access token of ours. */
  keyFor(token: string): KeyObject | undefined {
    const header = headerOf(token);
    return header?.typ === TYPE && header.alg === ALGORITHM ? this.keys.get(String(header.kid)) : undefined;
  }
}

/** Whatever stands there; of a text or a number the members are missing. */
function headerOf(token: string): { typ?: unknown; alg?: unknown; kid?: unknown } | null {
  try {
    return JSON.parse(Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString()) as
      object | null;
  } catch {
    return null;
  }
}

function keyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 12);
}
