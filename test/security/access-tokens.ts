import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { e2eEnvironment } from '../support/environment';

export type Claims = Record<string, unknown>;

interface Forgery {
  readonly header?: Claims;
  readonly key?: Buffer | string;
  readonly hash?: 'sha256' | 'sha384' | 'sha512';
}

/**
 * Makes access tokens with the program's own key, so that each is wrong in exactly one respect: what is refused is
 * refused for that and not for its signature.
 */
export class TokenForge {
  private readonly master = readFileSync(join(e2eEnvironment().folder, 'data/secret-key'), 'utf8').trim();

  /** The key that the program derives for a purpose. */
  keyFor(purpose: string): Buffer {
    return createHmac('sha256', this.master).update(purpose).digest();
  }

  get key(): Buffer {
    return this.keyFor('access-token');
  }

  get masterKey(): string {
    return this.master;
  }

  get header(): Claims {
    const kid = createHash('sha256').update(this.key).digest('base64url').slice(0, 12);
    return { alg: 'HS256', typ: 'at+jwt', kid };
  }

  token(claims: unknown, { header = this.header, key = this.key, hash = 'sha256' }: Forgery = {}): string {
    const signed = `${encoded(header)}.${encoded(claims)}`;
    return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`;
  }
}

/** Claims that the program would sign now. */
export function goodClaims(ids: { sub: string; tid: string; sid: string }): Claims {
  const now = Math.floor(Date.now() / 1000);
  return { ...ids, iss: 'kundenportal', aud: 'kundenportal-api', iat: now, exp: now + 300 };
}

export function claimsOf(token: string): { sub: string; tid: string; sid: string } {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return JSON.parse(payload) as { sub: string; tid: string; sid: string };
}

export function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

export function without(claims: Claims, ...names: string[]): Claims {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));
}
