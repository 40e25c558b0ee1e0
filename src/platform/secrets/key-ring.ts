import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';

/** The program's secret keys, one derived key for each purpose. The first is in use, the others still verify. */
@Injectable()
export class KeyRing {
  private readonly derived = new Map<string, readonly Buffer[]>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A keyed hash that only this program can make; the same for the same text. */
  sign(purpose: string, text: string): Buffer {
    const [signature] = this.candidates(purpose, text);
    if (!signature) throw new Error('There is no secret key.');
    return signature;
  }

  /** What `sign` gives, and gave with the older keys. */
  candidates(purpose: string, text: string): Buffer[] {
    return this.keysFor(purpose).map((key) => createHmac('sha256', key).update(text).digest());
  }

  /** Derived keys, the one in use first: what leaks of one purpose helps with no other. */
  keysFor(purpose: string): readonly Buffer[] {
    const known = this.derived.get(purpose);
    if (known) return known;
    const keys = this.config.secretKeys.map((key) => createHmac('sha256', key).update(purpose).digest());
    this.derived.set(purpose, keys);
    return keys;
  }
}
