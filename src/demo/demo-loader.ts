import { Injectable } from '@nestjs/common';
import { FirstStepsService } from '../modules/first-steps';
import { TenantsService } from '../modules/tenants';
import { DemoCatalog } from './demo-catalog';
import { DemoPeople } from './demo-people';
import { DemoPictures } from './demo-pictures';
import { DemoShops } from './demo-shops';
import { DemoStories } from './demo-stories';
import { DEMO_TENANTS, type DemoTenant } from './people';

/** Makes the demo tenants through the same services as everybody, each in one transaction: as a whole or not at all. */
@Injectable()
export class DemoLoader {
  constructor(
    private readonly tenants: TenantsService,
    private readonly people: DemoPeople,
    private readonly catalog: DemoCatalog,
    private readonly pictures: DemoPictures,
    private readonly stories: DemoStories,
    private readonly shops: DemoShops,
    private readonly firstSteps: FirstStepsService,
  ) {}

  /** Loads what is not there yet. */
  async load(say: (text: string) => void): Promise<void> {
    for (const tenant of DEMO_TENANTS) {
      if (await this.tenants.idOf(tenant.slug)) continue;
      say(`Loading the demo tenant ${tenant.name}.`);
      await this.tenants.create(tenant, (id) => this.seed(id, tenant));
      await this.shops.register(tenant.slug);
    }
  }

  private async seed(tenantId: string, tenant: DemoTenant): Promise<void> {
    const people = await this.people.create(tenantId, tenant);
    await this.catalog.fill(tenant.slug);
    await this.pictures.attach();
    await this.stories.create(tenant.slug, people);
    await this.shops.open(tenant.slug, people);
    // Nobody has to set it up.
    await this.firstSteps.change({ dismissed: true });
  }
}
