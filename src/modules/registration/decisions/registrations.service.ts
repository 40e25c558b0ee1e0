import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import type { AuditVerb } from '../../../platform/audit/audited';
import type { PortalRole } from '../../../platform/context/actor';
import {
  InjectTenantRepository,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { notFound } from '../../../platform/errors';
import { Mailer } from '../../../mail/mailer';
import { PortalAccessService } from '../../contacts';
import { registrationRejectedMail } from '../mails/registration.mail';
import { Registration } from '../registration.entity';
import { acceptedRole, assertPending } from './acceptance.policy';
import { type Parties, type PartiesChoice, RegistrationParties } from './registration-parties';
import { type RegistrationView, viewOf } from './registration-view';

export interface Acceptance extends PartiesChoice {
  /** Demanded, although it may be missing in what was sent. */
  readonly role?: PortalRole;
  /** Says that access is given although the address is not confirmed. */
  readonly acceptUnverified?: boolean;
}

export interface Rejection {
  /** To the person, if a mail is sent; kept in any case. */
  readonly message?: string | null;
  readonly sendMail: boolean;
}

/** Decides about registrations, once each; joins the transaction of its caller. Pointers of its errors begin with `/registration`. */
@Injectable()
export class RegistrationsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly parties: RegistrationParties,
    private readonly access: PortalAccessService,
    private readonly mailer: Mailer,
    private readonly audit: AuditLog,
    @InjectTenantRepository(Registration) private readonly registrations: TenantRepository<Registration>,
  ) {}

  /** @throws notFound */
  async get(id: string): Promise<RegistrationView> {
    const registration = await this.registrations.findOne({ id });
    if (!registration) throw notFound();
    return viewOf(registration);
  }

  /**
   * Gives access: to a contact that is there or is made from the registration, who then gets the credentials.
   * @throws notFound, registrationDecided, registrationUnverified, roleMissing, and what a wrong choice of the parties brings
   */
  accept(id: string, { role: wanted, acceptUnverified, ...choice }: Acceptance): Promise<Parties> {
    return this.undecided(id, async (registration) => {
      const role = acceptedRole(registration, { role: wanted, acceptUnverified });
      const parties = await this.parties.of(registration, choice);
      await this.giveAccess(parties.contactId, role);
      registration.accept(parties.customerId, parties.contactId);
      await this.registrations.update(registration);
      await this.record('accepted', id, { ...parties, role, verified: registration.verifiedAt !== null });
      return parties;
    });
  }

  /** @throws notFound, registrationDecided */
  reject(id: string, { message, sendMail }: Rejection): Promise<void> {
    return this.undecided(id, async (registration) => {
      registration.reject(message ?? null);
      await this.registrations.update(registration);
      if (sendMail) {
        await this.mailer.queue({ template: registrationRejectedMail, about: id, payload: {} });
      }
      await this.record('rejected', id, { mailed: sendMail });
    });
  }

  /** Two at once come one after the other, and the second finds it decided. */
  private undecided<T>(id: string, decide: (registration: Registration) => Promise<T>): Promise<T> {
    return this.transactions.run(async () => {
      const registration = await this.registrations.lock({ id });
      if (!registration) throw notFound();
      assertPending(registration);
      return decide(registration);
    });
  }

  private async giveAccess(contactId: string, role: PortalRole): Promise<void> {
    const before = await this.access.get(contactId);
    await this.access.activate(contactId, role);
    // Whoever has an open invitation and asks again has lost the mail.
    if (before.state === 'INVITED') await this.access.resendCredentials(contactId);
  }

  private record(what: AuditVerb<'registration'>, objectId: string, changes: object): Promise<void> {
    const action = `registration.${what}` as const;
    return this.audit.record({ action, objectType: 'Registration', objectId, changes: { ...changes } });
  }
}
