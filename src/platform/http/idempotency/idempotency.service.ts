import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { currentContext } from '../../context/context';
import { InjectTenantRepository, type TenantRepository, TransactionService } from '../../database';
import { unauthenticated } from '../../errors';
import { keyInUse, keyInvalid, keyReused } from './idempotency.errors';
import { IdempotencyKey } from './idempotency-key.entity';

const KEY = /^[\x21-\x7e]{1,255}$/;

@Injectable()
export class IdempotencyService {
  constructor(
    private readonly transactions: TransactionService,
    @InjectTenantRepository(IdempotencyKey) private readonly keys: TenantRepository<IdempotencyKey>,
  ) {}

  /**
   * Does the work once for each key of the acting principal: work and answer are written in one transaction.
   * @param request what the key stands for; another request under the same key is refused
   * @throws keyInvalid, keyReused, keyInUse
   */
  once<T>(key: string, request: readonly string[], work: () => Promise<T>): Promise<T> {
    if (!KEY.test(key)) throw keyInvalid({ pointer: 'Idempotency-Key' });
    const principalId = currentContext()?.actor?.id;
    if (!principalId) throw unauthenticated();
    const fingerprint = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
    return this.transactions.run(async () => {
      await this.claim(`${principalId}:${key}`);
      const known = await this.keys.findOne({ principalId, key });
      if (known && known.fingerprint !== fingerprint) throw keyReused({ pointer: 'Idempotency-Key' });
      if (known) return JSON.parse(known.answer) as T;
      const answer = await work();
      this.keys.insertDeferred({ principalId, key, fingerprint, answer: JSON.stringify(answer ?? null) });
      return answer;
    });
  }

  /** Deletes old answers: clients do not repeat a request after days. Joins a transaction of the tenant. */
  async forget(olderThanDays: number): Promise<void> {
    const before = new Date(Date.now() - olderThanDays * 24 * 60 * 60 * 1000);
    await this.keys.delete({ createdAt: LessThan(before) });
  }

  /** Deletes the stored answers of a principal; joins a transaction of the tenant. */
  async forgetOf(principalId: string): Promise<void> {
    await this.keys.delete({ principalId });
  }

  /** Held until the transaction ends, so that a twin on another instance cannot overtake. */
  private async claim(name: string): Promise<void> {
    const [row] = await this.transactions.query<{ free: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended($1 || ':' || $2, 0)) AS free`,
      [this.transactions.tenantId, name],
    );
    if (!row?.free) throw keyInUse();
  }
}
