import { Injectable } from '@nestjs/common';
import {
  InjectTenantRepository,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { notFound } from '../../../platform/errors';
import { CustomerMatchesReader, type FoundContact, type FoundCustomer } from '../../contacts';
import { Registration } from '../registration.entity';
import { emailAddress } from '../../../platform/text/email-address';
import { companySearches } from './company-words';
import { isCompanyDomain } from './freemail';

/** A contact with the registered address, with or without access. */
export interface ContactMatch extends FoundContact {
  readonly reason: 'SAME_ADDRESS';
}

/** A customer that the person may belong to; the surer reason counts. */
export interface CustomerMatch extends FoundCustomer {
  readonly reason: 'SAME_DOMAIN' | 'SIMILAR_NAME';
}

const MAX_OF_A_REASON = 5;

/** Suggests to whom a registration may belong; the decision is people's. */
@Injectable()
export class RegistrationMatches {
  constructor(
    private readonly transactions: TransactionService,
    private readonly reader: CustomerMatchesReader,
    @InjectTenantRepository(Registration) private readonly registrations: TenantRepository<Registration>,
  ) {}

  /** @throws notFound */
  of(registrationId: string): Promise<{ contacts: ContactMatch[]; customers: CustomerMatch[] }> {
    return this.transactions.run(async () => {
      const registration = await this.registrations.findOne({ id: registrationId });
      if (!registration) throw notFound();
      const contacts = await this.reader.contactsWithAddress(registration.email);
      const { readable = '', ascii = '' } = emailAddress(registration.email) ?? {};
      const ofDomain = await this.ofDomains([...new Set([readable, ascii].map(domainOf))]);
      const alike = await this.namedLike(registration.company);
      const known = new Set(ofDomain.map(({ id }) => id));
      return {
        contacts: contacts.map((contact) => ({ ...contact, reason: 'SAME_ADDRESS' })),
        customers: [
          ...ofDomain.map((customer) => ({ ...customer, reason: 'SAME_DOMAIN' as const })),
          ...alike
            .filter(({ id }) => !known.has(id))
            .map((customer) => ({ ...customer, reason: 'SIMILAR_NAME' as const })),
        ],
      };
    });
  }

  private async namedLike(company: string): Promise<FoundCustomer[]> {
    for (const words of companySearches(company)) {
      const found = await this.reader.customersNamedLike(words, MAX_OF_A_REASON);
      if (found.length > 0) return found;
    }
    return [];
  }

  private ofDomains(domains: string[]): Promise<FoundCustomer[]> {
    const telling = domains.filter((domain) => domain && isCompanyDomain(domain));
    return telling.length > 0 ? this.reader.customersOfDomain(telling, MAX_OF_A_REASON) : Promise.resolve([]);
  }
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}
