import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { currentAddress } from '../../../platform/context/context';
import { TransactionService } from '../../../platform/database';
import type { Limiter } from '../../../platform/limits/limiter';
import { LimitsService } from '../../../platform/limits/limits.service';
import { MAILS_A_DAY, type SendQuota } from '../../../mail/anonymous-mail.policy';
import { AnonymousMailLimiter } from '../../../mail/anonymous-mail-limiter';
import { AccountsService } from '../../auth';
import { TenantsService } from '../../tenants';
import { alreadyRegisteredMail } from '../mails/registration.mail';
import { registrationClosed } from '../registration.errors';
import { PendingRegistrations, type RegistrationForm } from './pending-registrations';

/** Longer than the work takes, whatever is known of the address: against timing attacks. */
const ANSWERED_AFTER_MS = 250;
const HOUR = 60 * 60;
const PER_NETWORK_ADDRESS = 20;
/**
 * More registrations at a tenant than this are abuse: then each network address has a stricter limit, and a registration reaches
 * the Postkorb only once its address is confirmed. Other applicants are not locked out.
 */
const TENANT_LIMIT = 300;
const STRICT_LIMIT_PER_NETWORK_ADDRESS = 2;
const KIND = { kind: 'REGISTRATION', apartMs: HOUR * 1000 };
const TO_APPLICANT: SendQuota = { ...KIND, upTo: MAILS_A_DAY };
/** That there is access already is news once a day; the other mails are left for a forgotten password. */
const TO_OWNER: SendQuota = { ...KIND, upTo: 1 };

/** Takes registrations of people who have not logged in; answers alike whatever is known of their address. */
@Injectable()
export class RegistrationRequestsService {
  private readonly perNetworkAddress: Limiter;
  private readonly tenantLimiter: Limiter;
  private readonly strictLimiter: Limiter;

  constructor(
    private readonly tenants: TenantsService,
    private readonly transactions: TransactionService,
    private readonly accounts: AccountsService,
    private readonly pending: PendingRegistrations,
    private readonly mails: AnonymousMailLimiter,
    limits: LimitsService,
  ) {
    this.perNetworkAddress = limits.limiter('registration', PER_NETWORK_ADDRESS, HOUR);
    this.tenantLimiter = limits.limiter('registration-tenant', TENANT_LIMIT, HOUR);
    this.strictLimiter = limits.limiter('registration-crowded', STRICT_LIMIT_PER_NETWORK_ADDRESS, HOUR);
  }

  /** @throws notFound, registrationClosed, tooManyRequests */
  async request(slug: string, typed: RegistrationForm): Promise<void> {
    const answerTime = sleep(ANSWERED_AFTER_MS);
    await this.perNetworkAddress.consume(currentAddress());
    const { tenant, settings } = await this.tenants.publicTenant(slug);
    if (!settings.registrationOpen) throw registrationClosed();
    const isBelowTenantLimit = await this.tenantLimiter.take(tenant.id);
    if (!isBelowTenantLimit) await this.strictLimiter.consume(`${tenant.id}/${currentAddress()}`);
    await this.transactions.runFor(tenant.id, () => this.take(typed, isBelowTenantLimit));
    await answerTime;
  }

  private async take(typed: RegistrationForm, isBelowTenantLimit: boolean): Promise<void> {
    const address = await this.mails.claim(typed.email);
    const account = await this.accounts.byEmail(typed.email);
    // Whoever was invited or deactivated, or is a contact without access, may well ask for it.
    if (account?.isActive) {
      const notice = { template: alreadyRegisteredMail, about: account.id };
      await this.mails.queue(address, TO_OWNER, () => Promise.resolve(notice));
      return;
    }
    const registration = await this.pending.add(typed, { awaitsProof: !isBelowTenantLimit });
    await this.mails.queue(address, TO_APPLICANT, () => this.pending.mailAbout(registration));
  }
}
