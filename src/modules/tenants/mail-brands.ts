import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import type { Language } from '../../platform/context/context';
import type { MailBrand } from '../../mail/composed-mail';
import { SettingsService } from './settings.service';
import { TenantsService } from './tenants.service';

/** In whose name a mail of the tenant goes out, and where its links lead. */
export interface TenantMailing {
  readonly brand: MailBrand;
  readonly defaultLanguage: Language;
  /** By whose clocks days and times are told. */
  readonly timeZone: string;
  /** Without a slash at its end. */
  readonly portalUrl: string;
}

interface LoginPage {
  readonly url: string;
  readonly passwordUrl: string;
  readonly forgotUrl: string;
}

@Injectable()
export class MailBrands {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly settings: SettingsService,
    private readonly tenants: TenantsService,
  ) {}

  /** For composers of mails, inside a transaction of the tenant. */
  async current(): Promise<TenantMailing> {
    const settings = await this.settings.current();
    return {
      brand: {
        portalName: settings.portalName,
        senderName: settings.senderName ?? undefined,
        senderAddress: settings.senderAddress ?? undefined,
        replyTo: settings.replyTo ?? undefined,
        accentColor: settings.accentColor ?? undefined,
        imprintUrl: settings.imprintUrl ?? undefined,
        privacyUrl: settings.privacyUrl ?? undefined,
        termsUrl: settings.termsUrl ?? undefined,
      },
      defaultLanguage: settings.defaultLanguage,
      timeZone: settings.timeZone,
      portalUrl: (settings.portalUrl ?? (await this.ownPortal())).replace(/(?<!\/)\/+$/, ''),
    };
  }

  /**
   * Where a user logs in, sets a password, and asks for another; without a slash at its end. Staff do so in the web app of
   * this program, also where the tenant has a portal of its own for contacts.
   */
  async loginPageOf(who: 'STAFF' | 'CONTACT'): Promise<LoginPage> {
    const isStaff = who === 'STAFF';
    const base = isStaff ? await this.ownPortal() : (await this.current()).portalUrl;
    return {
      url: isStaff ? await this.workplaceUrl() : base,
      passwordUrl: `${base}/password`,
      forgotUrl: `${base}/forgot`,
    };
  }

  /** Where links in mails to staff lead: always the web app of this program. Without a slash at its end. */
  async workplaceUrl(): Promise<string> {
    const { slug } = await this.tenants.current();
    return `${this.config.publicUrl}/staff/${slug}`;
  }

  /** The web app that this program serves. */
  private async ownPortal(): Promise<string> {
    const { slug } = await this.tenants.current();
    return `${this.config.publicUrl}/p/${slug}`;
  }
}
