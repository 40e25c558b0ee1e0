import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  InjectTenantRepository,
  PipelinedConnections,
  type TenantRepository,
  TransactionService,
} from '../../platform/database';
import { notFound } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { canonicalSlug } from '../../platform/text/tenant-slug';
import { Tenant } from './tenant.entity';
import { TenantSettings } from './tenant-settings.entity';
import { slugInvalid, slugTaken } from './tenants.errors';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  /** What is not as it usually is at the beginning. */
  readonly settings?: Partial<Omit<TenantSettings, 'tenantId' | 'id' | 'version'>>;
}

export interface PublicTenant {
  readonly tenant: Tenant;
  readonly settings: TenantSettings;
}

@Injectable()
export class TenantsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly connections: PipelinedConnections,
    private readonly transactions: TransactionService,
    @InjectTenantRepository(TenantSettings) private readonly settings: TenantRepository<TenantSettings>,
  ) {}

  /**
   * Makes a tenant with its settings, both or neither.
   * @param seed what else belongs to a new tenant; runs in its transaction
   * @throws slugInvalid, slugTaken
   */
  async create(
    { slug: typed, name, settings }: NewTenant,
    seed: (tenantId: string) => Promise<void>,
  ): Promise<string> {
    const slug = canonicalSlug(typed);
    if (!SLUG.test(slug)) throw slugInvalid();
    const id = newId();
    await this.transactions.runFor(id, async () => {
      const [made] = await this.transactions.query(
        'INSERT INTO tenants (id, slug, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id',
        [id, slug, name],
      );
      if (!made) throw slugTaken();
      await this.settings.insert({
        portalName: `Kundenportal ${name}`,
        defaultLanguage: 'de',
        ...settings,
        id,
      });
      await seed(id);
    });
    return id;
  }

  list(): Promise<Tenant[]> {
    return this.dataSource.manager.find(Tenant, { order: { slug: 'ASC' } });
  }

  /** The one in whose name somebody acts. @throws notFound */
  async current(): Promise<Tenant> {
    const [tenant] = await this.transactions.query<Tenant>(
      'SELECT id, slug, name, created_at AS "createdAt" FROM tenants WHERE id = $1',
      [this.transactions.tenantId],
    );
    if (!tenant) throw notFound();
    return tenant;
  }

  /** The tenant that a login form names; nothing where there is none. */
  async idOf(typed: string): Promise<string | undefined> {
    const slug = canonicalSlug(typed);
    if (!SLUG.test(slug)) return undefined;
    const sql = 'SELECT id FROM tenants WHERE slug = $1';
    const [tenant] = await this.connections.query<{ id: string }>({ text: sql, values: [slug] });
    return tenant?.id;
  }

  /** What a frontend needs before anybody has logged in. */
  async publicTenant(typed: string): Promise<PublicTenant> {
    const slug = canonicalSlug(typed);
    const tenant = SLUG.test(slug) ? await this.dataSource.manager.findOneBy(Tenant, { slug }) : null;
    if (!tenant) throw notFound();
    const settings = await this.transactions.runFor(tenant.id, () =>
      this.settings.findOne({ id: tenant.id }),
    );
    if (!settings) throw notFound();
    return { tenant, settings };
  }
}
