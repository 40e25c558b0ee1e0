import { Injectable } from '@nestjs/common';
import type { PortalRole } from '../../platform/context/actor';
import type { Language } from '../../platform/context/context';
import { mapUniqueViolation } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { demand, type Proof } from '../../platform/http/fresh-proof';
import { AccountsService, type AccountView, emailTaken } from '../auth';
import { SettingsService } from '../tenants';
import type { Contact } from './contact.entity';
import { CustomersService } from './customers/customers.service';
import { accessEmailMissing, accessEmailTaken, contactEmailNeeded } from './contacts.errors';

/** Keeps the account of a contact in step with the contact; each call joins the transaction of its caller. */
@Injectable()
export class ContactAccounts {
  constructor(
    private readonly accounts: AccountsService,
    private readonly customers: CustomersService,
    private readonly settings: SettingsService,
  ) {}

  async of(contactId: string): Promise<AccountView | undefined> {
    return (await this.accounts.viewsOf([contactId])).get(contactId);
  }

  /** @param paced the mail is one of many @throws accessEmailMissing, accessEmailTaken */
  async invite(contact: Contact, role: PortalRole, paced = false): Promise<void> {
    const { id, customerId, name, email, language } = contact;
    if (!email) throw accessEmailMissing();
    const company = await this.companyOf(contact);
    const holder = { id, kind: 'CONTACT', customerId, role, email, name, company, language } as const;
    try {
      await mapUniqueViolation({ accounts_email: accessEmailTaken }, () =>
        this.accounts.invite(holder, paced),
      );
    } catch (error) {
      // The account's error points to a field that nobody sent.
      throw error instanceof DomainError && error.code === emailTaken.code ? accessEmailTaken() : error;
    }
  }

  /**
   * Follows a change of the contact. While the invitation is open, a new address gets new credentials.
   * @throws contactEmailNeeded, emailTaken, currentPasswordRequired
   */
  async follow(contact: Contact, emailChanged: boolean, proof: Proof): Promise<void> {
    const { id, customerId, name, language } = contact;
    if (!(await this.of(id))) return;
    // The account of a contact who has lost both access and address must not keep the address from others.
    const email = contact.email ?? id;
    const company = await this.companyOf(contact);
    await mapUniqueViolation({ accounts_email: () => emailTaken({ pointer: '/email' }) }, () =>
      this.accounts.updateHolder(id, { customerId, email, name, company, language }),
    );
    // Read once the account is locked: the first password may have been set a moment ago.
    const { state, activatedAt = null } = (await this.of(id)) ?? {};
    // Also of one that has been deactivated: it could be given back at the new address a moment later.
    if (emailChanged && contact.email && activatedAt) demand(proof);
    if (!contact.email && state !== 'DEACTIVATED') throw contactEmailNeeded({ pointer: '/email' });
    if (emailChanged && state === 'INVITED') await this.accounts.resendCredentials(id);
  }

  private async companyOf({ customerId }: Contact): Promise<string> {
    return (await this.customers.get(customerId)).name;
  }

  /** In which language mails to the contact are. */
  async languageOf({ language }: Contact): Promise<Language> {
    return language ?? (await this.settings.current()).defaultLanguage;
  }
}
