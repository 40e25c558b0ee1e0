import { PrimaryColumn, VersionColumn } from 'typeorm';

/** Base of everything that belongs to a tenant: the tenant leads every key. */
export abstract class TenantOwned {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;
}

/** A resource that people edit: `version` is its ETag and guards against lost updates. */
export abstract class Versioned extends TenantOwned {
  @VersionColumn()
  version: number;
}
