import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import { DEMO_PASSWORD } from '../../config/demo-password';
import { busy } from './auth.errors';

// Each hash takes 19 MiB and a core for some 15 ms: more at a time would slow down everything else.
const AT_A_TIME = 2;
const WAITING = 30;
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id with a bounded queue: a flood of logins is refused before it costs the others their portal. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly dummy = hash('nobody has this password', COST);

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws busy */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, COST));
  }

  /**
   * False without a stored hash, after the same work. In production also for the password of the demo tenants, which may
   * have come along in a database that was used for trying out.
   * @throws busy
   */
  verify(stored: string | null | undefined, password: string): Promise<boolean> {
    return this.inTurn(async () => {
      const matches = await verify(stored ?? (await this.dummy), password);
      const isPublic = password === DEMO_PASSWORD && this.config.environment === 'production';
      return matches && typeof stored === 'string' && !isPublic;
    });
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_A_TIME) await this.wait();
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  /** The place of the one that has finished is handed over, so `running` stays as it is. */
  private wait(): Promise<void> {
    if (this.waiting.length >= WAITING) throw busy({ retryAfter: 1 });
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
