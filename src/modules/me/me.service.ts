import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/context/actor';
import { currentActor, currentContext, runInContext } from '../../platform/context/context';
import { notFound } from '../../platform/errors';
import { AccountsService } from '../auth';
import { ContactsService } from '../contacts';
import { StaffUsersService } from '../staff';
import { SettingsService, TenantsService } from '../tenants';
import { capabilitiesOf } from './capability';
import { type ContactFacts, ContactFactsReader } from './contact-facts';
import type { MeDto, UpdateMeDto } from './dto/me.dto';
import { noTicketMails } from './me.errors';

const NO_CONTACT: ContactFacts = {
  shown: { companies: [], shops: { onlineShop: null, printerShop: null } },
  hasDevices: false,
};

/** Brings together who is acting, for whom, and what they may do. */
@Injectable()
export class MeService {
  constructor(
    private readonly tenants: TenantsService,
    private readonly settings: SettingsService,
    private readonly accounts: AccountsService,
    private readonly facts: ContactFactsReader,
    private readonly contacts: ContactsService,
    private readonly staff: StaffUsersService,
  ) {}

  /** As `current`, for somebody whose session has just been found. */
  of(actor: Actor): Promise<MeDto> {
    const context = currentContext();
    if (!context) throw new Error('The request has no context.');
    return runInContext({ ...context, actor }, () => this.current());
  }

  /** The parts do not need one another, so they are asked for at the same time. */
  async current(): Promise<MeDto> {
    const actor = currentActor();
    const { id } = actor;
    const [tenant, settings, accounts, facts] = await Promise.all([
      this.tenants.current(),
      this.settings.current(),
      this.accounts.viewsOf([id]),
      actor.kind === 'CONTACT' ? this.facts.of(actor) : NO_CONTACT,
    ]);
    const account = accounts.get(id);
    if (!account) throw notFound();
    const { onlineShop, printerShop } = facts.shown.shops;
    return {
      id,
      tenantId: actor.tenantId,
      tenant: { slug: tenant.slug, name: tenant.name },
      name: actor.name,
      email: account.email,
      language: account.language ?? settings.defaultLanguage,
      kind: actor.kind,
      role: actor.role,
      customerId: actor.kind === 'CONTACT' ? actor.customerId : undefined,
      ...facts.shown,
      capabilities: capabilitiesOf(actor, {
        contactsMayCloseTickets: settings.contactsMayCloseTickets,
        openShops: [
          ...(onlineShop ? (['ONLINE_SHOP'] as const) : []),
          ...(printerShop ? (['PRINTER_SHOP'] as const) : []),
        ],
        hasDevices: facts.hasDevices,
      }),
      passwordChangeRequired: actor.passwordChangeRequired,
    };
  }

  /** @throws noTicketMails */
  async update({ language, ticketMails }: UpdateMeDto): Promise<MeDto> {
    const { id, kind } = currentActor();
    if (kind === 'CONTACT') await this.contacts.chooseOwn(id, { language, ticketMails });
    else if (ticketMails !== undefined) throw noTicketMails({ pointer: '/ticketMails' });
    else if (language) await this.staff.chooseOwnLanguage(id, language);
    return this.current();
  }
}
