import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import { DEMO_PASSWORD } from '../../config/demo-password';
import { passwordForm } from '../../platform/text/password-form';
import { busy } from './auth.errors';

// Each hash takes 19 MiB and a core for some 15 ms: more at a time would slow down everything else.
const AT_A_TIME = 2;
/** Of each kind of callers. */
const WAITING = 30;
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Known callers have a link or a session, or come from a network of a recent login. */
export type Caller = 'KNOWN' | 'UNKNOWN';

/**
 * argon2id with bounded queues: a flood of logins is refused before it blocks the portal for others. Known and unknown
 * callers have separate queues, served alternately, so that neither can starve the other.
 */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: Readonly<Record<Caller, (() => void)[]>> = { KNOWN: [], UNKNOWN: [] };
  private turn: Caller = 'KNOWN';
  private readonly dummy = hash('nobody has this password', COST);

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Only known callers set a password.
   * @throws busy
   */
  hash(password: string): Promise<string> {
    return this.queued('KNOWN', () => hash(passwordForm(password), COST));
  }

  /**
   * False without a stored hash, after the same work. In production also for the password of the demo tenants, which may
   * have come along in a database that was used for trying out.
   * @throws busy
   */
  verify(stored: string | null | undefined, password: string, caller: Caller): Promise<boolean> {
    return this.queued(caller, async () => {
      const form = passwordForm(password);
      const hashed = stored ?? (await this.dummy);
      // Passwords were hashed as they were typed once; who has one of those and types it as before is let in.
      const matches = (await verify(hashed, form)) || (form !== password && (await verify(hashed, password)));
      const isPublic = form === DEMO_PASSWORD && this.config.environment === 'production';
      return matches && typeof stored === 'string' && !isPublic;
    });
  }

  private async queued<T>(caller: Caller, work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_A_TIME) await this.wait(this.waiting[caller]);
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.nextWaiting();
      if (next) next();
      else this.running -= 1;
    }
  }

  /** The slot of the finished call is passed on, so `running` stays as it is. */
  private wait(queue: (() => void)[]): Promise<void> {
    if (queue.length >= WAITING) throw busy({ retryAfter: 1 });
    return new Promise((resolve) => queue.push(resolve));
  }

  private nextWaiting(): (() => void) | undefined {
    const caller = this.waiting[this.turn].length > 0 ? this.turn : otherThan(this.turn);
    this.turn = otherThan(caller);
    return this.waiting[caller].shift();
  }
}

function otherThan(caller: Caller): Caller {
  return caller === 'KNOWN' ? 'UNKNOWN' : 'KNOWN';
}
