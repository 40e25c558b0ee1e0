import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config';
import { CONFIG } from '../../../config/config.module';
import { currentActor } from '../../../platform/context/context';
import { tenantCondition, TransactionService } from '../../../platform/database';
import { contactStorageFull, tenantStorageFull } from '../tickets.errors';

interface Usage {
  readonly owner_id: string;
  /** A bigint, as the driver gives it. */
  readonly bytes: string;
}

const MIB = 1024 * 1024;
/** Of a tenant's storage: the rest is kept for staff, so that contacts cannot keep them from their work. */
const FOR_CONTACTS = 0.9;

/** How much may be stored: by one contact, and by all people of a tenant together. */
@Injectable()
export class StorageQuota {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transactions: TransactionService,
  ) {}

  /**
   * Whether there seems to be room, before anything is written.
   * @throws contactStorageFull, tenantStorageFull
   */
  async check(bytes: number): Promise<void> {
    const usage = await this.transactions.query<Usage>(
      `SELECT u.owner_id, u.bytes FROM storage_usage u WHERE ${tenantCondition('u')} AND u.owner_id = ANY($2::uuid[])`,
      [this.transactions.tenantId, this.owners()],
    );
    this.assertRoom(usage.map((row) => ({ ...row, bytes: String(Number(row.bytes) + bytes) })));
  }

  /**
   * Takes the room, last of all: others who store something wait from here until the transaction ends, so that none can
   * take the same. It fails as a whole where there is none.
   * @throws contactStorageFull, tenantStorageFull
   */
  async take(bytes: number): Promise<void> {
    // The tenant's comes last for everybody: nobody waits for one who waits.
    const usage = await this.transactions.query<Usage>(
      `INSERT INTO storage_usage AS u (tenant_id, owner_id, bytes)
       SELECT $1, o.id, $3 FROM unnest($2::uuid[]) WITH ORDINALITY o (id, place) ORDER BY o.place
       ON CONFLICT (tenant_id, owner_id) DO UPDATE SET bytes = u.bytes + excluded.bytes
       RETURNING u.owner_id, u.bytes`,
      [this.transactions.tenantId, this.owners(), bytes],
    );
    this.assertRoom(usage);
  }

  private owners(): string[] {
    const { kind, id, tenantId } = currentActor();
    return kind === 'CONTACT' ? [id, tenantId] : [tenantId];
  }

  private assertRoom(usage: readonly Usage[]): void {
    const { kind, tenantId } = currentActor();
    const { contactStorage, tenantStorage } = this.config.limits;
    const ofTenant = kind === 'CONTACT' ? tenantStorage * FOR_CONTACTS : tenantStorage;
    for (const { owner_id: owner, bytes } of usage) {
      const isTenant = owner === tenantId;
      if (Number(bytes) <= (isTenant ? ofTenant : contactStorage)) continue;
      throw isTenant
        ? tenantStorageFull()
        : contactStorageFull({ values: { max: Math.floor(contactStorage / MIB) } });
    }
  }
}
