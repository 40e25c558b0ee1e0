import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/context/actor';
import { currentActor, currentContext, runInContext } from '../../platform/context/context';
import { notFound } from '../../platform/errors';
import { AccountsService } from '../auth';
import { SettingsService, TenantsService } from '../tenants';
import { capabilitiesOf } from './capability';
import { type ContactFacts, ContactFactsReader } from './contact-facts';
import type { MeDto } from './dto/me.dto';
import { MyWorkMails } from './my-work-mails';

const NO_CONTACT: ContactFacts = {
  shown: { companies: [], shops: { onlineShop: null, printerShop: null } },
  hasDevices: false,
};

/** Brings together who is acting, for whom, and what they may do. */
@Injectable()
export class MeReader {
  constructor(
    private readonly tenants: TenantsService,
    private readonly settings: SettingsService,
    private readonly accounts: AccountsService,
    private readonly facts: ContactFactsReader,
    private readonly workMails: MyWorkMails,
  ) {}

  /** As `current`, for the principal of a session that has just been found. */
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
}
