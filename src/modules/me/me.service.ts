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
import { noCompanyMails, noTicketMails, noWorkMails } from './me.errors';
import { MyWorkMails } from './my-work-mails';

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
    private readonly workMails: MyWorkMails,
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
    const [tenant, settings, accounts, facts, workMails] = await Promise.all([
      this.tenants.current(),
      this.settings.current(),
      this.accounts.viewsOf([id]),
      actor.kind === 'CONTACT' ? this.facts.of(actor) : NO_CONTACT,
      actor.kind === 'STAFF' ? this.workMails.of(id) : undefined,
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
      workMails,
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

  /** @throws noTicketMails, noCompanyMails, noWorkMails */
  async update(wanted: UpdateMeDto): Promise<MeDto> {
    const actor = currentActor();
    await (actor.kind === 'CONTACT'
      ? this.updateContact(actor, wanted)
      : this.updateStaffUser(actor, wanted));
    return this.current();
  }

  private async updateContact({ id, role }: Actor, { workMails, ...wanted }: UpdateMeDto): Promise<void> {
    if (workMails !== undefined) throw noWorkMails({ pointer: '/workMails' });
    if (wanted.companyMails !== undefined && role !== 'MAIN_USER')
      throw noCompanyMails({ pointer: '/companyMails' });
    await this.contacts.chooseOwn(id, wanted);
  }

  private async updateStaffUser(
    { id }: Actor,
    { language, ticketMails, companyMails, workMails }: UpdateMeDto,
  ): Promise<void> {
    if (ticketMails !== undefined) throw noTicketMails({ pointer: '/ticketMails' });
    if (companyMails !== undefined) throw noCompanyMails({ pointer: '/companyMails' });
    if (language) await this.staff.chooseOwnLanguage(id, language);
    if (workMails) await this.workMails.choose(id, workMails);
  }
}
