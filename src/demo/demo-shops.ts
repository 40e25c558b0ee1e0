import { Injectable } from '@nestjs/common';
import { NO_PROOF } from '../platform/http/fresh-proof';
import { CustomerShopSettingsService, SavedAddressesService } from '../modules/ordering';
import { RegistrationRequestsService } from '../modules/registration';
import { SettingsService } from '../modules/tenants';
import type { Actor } from '../platform/context/actor';
import { as, personOf, staffOf } from './acting';
import { DemoCheckout } from './demo-checkout';
import type { People } from './demo-people';
import { DemoPostkorb } from './demo-postkorb';
import { DEMO_SHOPS } from './orders';

/** Opens the shops of a demo tenant, and lets its people order, ask for offers and register. */
@Injectable()
export class DemoShops {
  constructor(
    private readonly settings: SettingsService,
    private readonly customerSettings: CustomerShopSettingsService,
    private readonly addresses: SavedAddressesService,
    private readonly checkout: DemoCheckout,
    private readonly postkorb: DemoPostkorb,
    private readonly registrations: RegistrationRequestsService,
  ) {}

  async open(slug: string, people: People): Promise<void> {
    const demo = DEMO_SHOPS[slug];
    if (!demo) return;
    const staff = staffOf(people);
    const switches = { enabled: true, showPrices: demo.showPrices };
    await as(staff, async () => {
      const { version } = await this.settings.current();
      await this.settings.update(version, { onlineShop: switches, printerShop: switches }, NO_PROOF);
    });
    for (const email of demo.hiddenFor) await this.hidePricesFrom(personOf(people, email), staff);
    for (const { from, ...address } of demo.addresses) {
      await as(personOf(people, from), () => this.addresses.create(address));
    }
    for (const order of demo.orders) {
      const contact = personOf(people, order.from);
      const id = await as(contact, () => this.checkout.submit(contact, order));
      if (order.outcome) await this.postkorb.decide(id, order.outcome, staff, contact);
    }
  }

  private async hidePricesFrom(contact: Actor, staff: Actor): Promise<void> {
    if (contact.kind !== 'CONTACT') throw new Error('Prices are hidden from customers only.');
    const { customerId } = contact;
    await as(staff, () =>
      this.customerSettings.update(customerId, 0, {
        onlineShop: { showPrices: 'OFF' },
        printerShop: { showPrices: 'OFF' },
      }),
    );
  }

  /** Once the tenant is there for everybody to see: who registers is nobody yet. */
  async register(slug: string): Promise<void> {
    for (const person of DEMO_SHOPS[slug]?.registrations ?? [])
      await this.registrations.request(slug, { ...person });
  }
}
