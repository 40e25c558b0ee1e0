import { Injectable } from '@nestjs/common';
import type { Language } from '../../../platform/context/context';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database';
import type { ComposedFor, ComposedMail, QueuedMail } from '../../../mail/composed-mail';
import { Composes } from '../../../mail/composers';
import { AnonymousMailLimiter } from '../../../mail/anonymous-mail-limiter';
import { AccountsService } from '../../auth';
import { MailBrands } from '../../tenants';
import { ConfirmationLinks, LINK_VALID_HOURS } from '../confirmations/confirmation-links';
import { Registration } from '../registration.entity';
import {
  alreadyRegisteredMail,
  confirmationMail,
  registrationRejectedMail,
  registrationWaitingMail,
} from './registration.mail';

/** Writes the mails about registrations when they are sent. The name that somebody typed is in none of them. */
@Injectable()
export class RegistrationMailComposer {
  constructor(
    private readonly links: ConfirmationLinks,
    private readonly limiter: AnonymousMailLimiter,
    private readonly accounts: AccountsService,
    private readonly brands: MailBrands,
    @InjectTenantRepository(Registration) private readonly registrations: TenantRepository<Registration>,
  ) {}

  @Composes(confirmationMail)
  async composeConfirmation(mail: QueuedMail): Promise<ComposedFor<typeof confirmationMail> | null> {
    const registration = await this.registrations.findOne({ id: mail.about });
    const token = registration && this.links.textOf(registration, String(mail.payload.confirmationId));
    if (!token || !(await this.limiter.leaves(mail))) return null;
    const { portalUrl } = await this.brands.current();
    const values = { link: `${portalUrl}/registration#token=${token}`, hours: LINK_VALID_HOURS };
    return { ...(await this.toApplicant(registration)), values };
  }

  @Composes(registrationWaitingMail)
  async composeWaiting(mail: QueuedMail): Promise<ComposedFor<typeof registrationWaitingMail> | null> {
    const registration = await this.registrations.findOne({ id: mail.about, state: 'PENDING' });
    if (!registration || !(await this.limiter.leaves(mail))) return null;
    const to = await this.toApplicant(registration);
    const { timeZone } = await this.brands.current();
    return { ...to, values: { date: dateIn(to.language, registration.createdAt, timeZone) } };
  }

  @Composes(alreadyRegisteredMail)
  async composeAlreadyRegistered(
    mail: QueuedMail,
  ): Promise<ComposedFor<typeof alreadyRegisteredMail> | null> {
    const account = (await this.accounts.viewsOf([mail.about])).get(mail.about);
    if (!account?.isActive || !(await this.limiter.leaves(mail))) return null;
    const { name, email: address, language } = account;
    const { brand, portalUrl, defaultLanguage } = await this.brands.current();
    return {
      to: { name, address },
      language: language ?? defaultLanguage,
      brand,
      values: { name, portalUrl },
    };
  }

  @Composes(registrationRejectedMail)
  async composeRejected(mail: QueuedMail): Promise<ComposedFor<typeof registrationRejectedMail> | null> {
    const registration = await this.registrations.findOne({ id: mail.about, state: 'REJECTED' });
    if (!registration || registration.anonymisedAt) return null;
    const values = { message: registration.decisionMessage ?? '' };
    return { ...(await this.toApplicant(registration)), values };
  }

  private async toApplicant({ email, language }: Registration): Promise<Omit<ComposedMail, 'values'>> {
    const { brand, defaultLanguage } = await this.brands.current();
    return { to: { name: '', address: email }, language: language ?? defaultLanguage, brand };
  }
}

function dateIn(language: Language, date: Date, timeZone: string): string {
  return date.toLocaleDateString(language === 'de' ? 'de-DE' : 'en-GB', { timeZone });
}
