import { Injectable } from '@nestjs/common';
import type { ContactActor } from '../../../platform/context/actor';
import { currentContact } from '../../../platform/context/context';
import { notFound } from '../../../platform/errors';
import { SHOP_KINDS, type ShopKind } from '../shop';
import { effectiveSwitches, opening } from './shop-access.policy';
import { type ShopTerms, ShopSwitchesReader } from './shop-switches.reader';

/** How a shop is open to the acting contact. */
export interface OpenShop {
  readonly showPrices: boolean;
  /** The terms that a checkout shows. */
  readonly terms: ShopTerms;
  readonly customerId: string;
  readonly contactId: string;
}

/** Lets contacts into the shops that are open to their company; for a closed one there is no way past here. */
@Injectable()
export class ShopAccess {
  constructor(private readonly switches: ShopSwitchesReader) {}

  /** To be asked first by everything that a shop does. @throws notFound where the shop is closed */
  async open(kind: ShopKind): Promise<OpenShop> {
    const { id: contactId, customerId } = currentContact();
    const switches = await this.switches.of(customerId);
    const { tenant, customer } = switches.of(kind);
    const open = opening(effectiveSwitches(tenant, customer));
    if (!open) throw notFound();
    return { ...open, terms: switches.terms, customerId, contactId };
  }

  /** The shops that are open to a company, and whether they show prices; closed ones are absent. */
  async openingsFor(customerId: string): Promise<ReadonlyMap<ShopKind, { readonly showPrices: boolean }>> {
    const switches = await this.switches.of(customerId);
    const openings = SHOP_KINDS.map((kind) => {
      const { tenant, customer } = switches.of(kind);
      return [kind, opening(effectiveSwitches(tenant, customer))] as const;
    });
    return new Map(openings.flatMap(([kind, open]) => (open ? [[kind, open] as const] : [])));
  }

  /** As `open`, while what does not depend on it is read at the same time; nobody gets that where the shop is closed. */
  async openInParallelWith<T>(
    kind: ShopKind,
    read: (contact: ContactActor) => Promise<T>,
  ): Promise<readonly [OpenShop, T]> {
    const contact = currentContact();
    return Promise.all([this.open(kind), read(contact)]);
  }
}
