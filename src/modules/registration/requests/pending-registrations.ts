import { Injectable } from '@nestjs/common';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import type { Language } from '../../../platform/context/context';
import { EventPublisher } from '../../../platform/events/event-publisher';
import type { AnonymousMail } from '../../../mail/anonymous-mail-limiter';
import { emailKey } from '../../../platform/text/email-address';
import { ConfirmationLinks } from '../confirmations/confirmation-links';
import { registrationRepeated, registrationRequested } from '../events/registration.events';
import { confirmationMail, registrationWaitingMail } from '../mails/registration.mail';
import { Registration } from '../registration.entity';
import { differences, type TypedValues } from './differences';

/** The form of the applicant. */
export interface RegistrationForm {
  readonly company: string;
  readonly firstName?: string | null;
  readonly lastName: string;
  readonly email: string;
  readonly phone?: string | null;
  readonly message?: string | null;
  readonly language?: Language | null;
  readonly privacyAccepted?: boolean;
}

/** So many repeats get a note; further ones are only counted, so that an item cannot be flooded. */
const MAX_REPEAT_NOTES = 5;

/** Registrations that wait; joins a transaction that has claimed the address. */
@Injectable()
export class PendingRegistrations {
  constructor(
    private readonly transactions: TransactionService,
    private readonly events: EventPublisher,
    private readonly links: ConfirmationLinks,
    @InjectTenantRepository(Registration) private readonly registrations: TenantRepository<Registration>,
  ) {}

  /** A new registration, or the pending one: later, unauthenticated input overwrites nothing. */
  async add(typed: RegistrationForm, more: Pick<Registration, 'awaitsProof'>): Promise<Registration> {
    const waiting = await this.waitingFor(typed.email);
    return waiting ? this.repeat(waiting, valuesOf(typed)) : this.create(typed, more);
  }

  /** The link, or that there is nothing left to do. */
  async mailAbout({ id, verifiedAt }: Registration): Promise<AnonymousMail> {
    if (verifiedAt) return { template: registrationWaitingMail, about: id };
    return { template: confirmationMail, about: id, payload: await this.links.issue(id) };
  }

  private async waitingFor(email: string): Promise<Registration | null> {
    const [found] = await this.transactions.query<{ id: string }>(
      `SELECT id FROM registrations t
       WHERE ${tenantCondition('t')} AND state = 'PENDING' AND email_key = $2`,
      [this.transactions.tenantId, emailKey(email)],
    );
    // Looked at again under the lock: staff may be deciding this very moment.
    return found ? this.registrations.lock({ id: found.id, state: 'PENDING' }) : null;
  }

  private async create(
    typed: RegistrationForm,
    more: Pick<Registration, 'awaitsProof'>,
  ): Promise<Registration> {
    const registration = await this.registrations.insert({
      ...valuesOf(typed),
      ...more,
      email: typed.email,
      emailKey: emailKey(typed.email),
      language: typed.language ?? null,
      privacyAcceptedAt: typed.privacyAccepted ? new Date() : null,
      state: 'PENDING',
      verifiedAt: null,
      repeats: 0,
    });
    if (!registration.awaitsProof) {
      await this.events.publish(registrationRequested, { registrationId: registration.id });
    }
    return registration;
  }

  private async repeat(registration: Registration, typed: TypedValues): Promise<Registration> {
    registration.repeats += 1;
    await this.registrations.update(registration);
    const { id, repeats } = registration;
    if (repeats <= MAX_REPEAT_NOTES) {
      const again = { registrationId: id, repeats, ...differences(registration, typed) };
      await this.events.publish(registrationRepeated, again);
    }
    return registration;
  }
}

function valuesOf({ company, firstName, lastName, phone, message }: RegistrationForm): TypedValues {
  return {
    company,
    firstName: firstName ?? null,
    lastName,
    phone: phone ?? null,
    message: message ?? null,
  };
}
