import { Injectable } from '@nestjs/common';
import type { ContactActor } from '../../platform/context/actor';
import { ContactsReader, ContactsService } from '../contacts';
import { CompanyDevicesReader } from '../inventory';
import { ShopAccess } from '../ordering';
import type { MeDto, MyShopDto } from './dto/me.dto';

export interface ContactFacts {
  readonly shown: Pick<MeDto, 'companies' | 'shops' | 'ticketMails' | 'companyMails'>;
  readonly hasDevices: boolean;
}

/** What only contacts have: a company with its devices, shops, and a choice about mails. */
@Injectable()
export class ContactFactsReader {
  constructor(
    private readonly people: ContactsReader,
    private readonly contacts: ContactsService,
    private readonly shops: ShopAccess,
    private readonly devices: CompanyDevicesReader,
  ) {}

  async of({ id, customerId, role }: ContactActor): Promise<ContactFacts> {
    const [company, contact, openings, hasDevices] = await Promise.all([
      this.people.customer(customerId),
      this.contacts.get(id),
      this.shops.openingsFor(customerId),
      this.devices.hasAny(customerId),
    ]);
    return {
      shown: {
        companies: company ? [{ id: company.id, name: company.name, number: company.number }] : [],
        shops: {
          onlineShop: shopOf(openings.get('ONLINE_SHOP')),
          printerShop: shopOf(openings.get('PRINTER_SHOP')),
        },
        ticketMails: contact.ticketMails,
        companyMails: role === 'MAIN_USER' ? contact.companyMails : undefined,
      },
      hasDevices,
    };
  }
}

function shopOf(opening: { readonly showPrices: boolean } | undefined): MyShopDto | null {
  if (!opening) return null;
  const { showPrices } = opening;
  return { open: true, mode: showPrices ? 'ORDER' : 'QUOTE_REQUEST', pricesVisible: showPrices };
}
