import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { currentAddress } from '../../../platform/context/context';
import { TransactionService } from '../../../platform/database';
import type { Limiter } from '../../../platform/limits/limiter';
import { LimitsService } from '../../../platform/limits/limits.service';
import { MAILS_A_DAY, type Turn } from '../../../mail/anonymous-mail.policy';
import { AnonymousMailLimiter } from '../../../mail/anonymous-mail-limiter';
import { AccountsService } from '../../auth';
import { TenantsService } from '../../tenants';
import { alreadyRegisteredMail } from '../mails/registration.mail';
import { registrationClosed } from '../registration.errors';
import { PendingRegistrations, type RegistrationForm } from './pending-registrations';

/** Longer than the work takes, whatever is known of the address: who measures the answer learns nothing. */
const ANSWERED_AFTER_MS = 250;
const HOUR = 60 * 60;
const PER_NETWORK_ADDRESS = 20;
/**
 * More at a tenant than this, and strangers are at work: then every network address has a smaller share, and nothing reaches
 * the Postkorb before its address is confirmed. Nobody is closed out by what others do.
 */
const CALM_PER_TENANT = 300;
const CROWDED_PER_NETWORK_ADDRESS = 2;
const KIND = { kind: 'REGISTRATION', apartMs: HOUR * 1000 };
const TO_APPLICANT: Turn = { ...KIND, upTo: MAILS_A_DAY };
/** That there is access already is news once a day; the other mails are left for a forgotten password. */
const TO_OWNER: Turn = { ...KIND, upTo: 1 };

/** Takes registrations of people who have not logged in; answers alike whatever is known of their address. */
@Injectable()
export class RegistrationRequestsService {
  private readonly perNetworkAddress: Limiter;
  private readonly calmOfTenant: Limiter;
  private readonly whileCrowded: Limiter;

  constructor(
    private readonly tenants: TenantsService,
    private readonly transactions: TransactionService,
    private readonly accounts: AccountsService,
    private readonly pending: PendingRegistrations,
    private readonly mails: AnonymousMailLimiter,
    limits: LimitsService,
  ) {
    this.perNetworkAddress = limits.limiter('registration', PER_NETWORK_ADDRESS, HOUR);
    this.calmOfTenant = limits.limiter('registration-tenant', CALM_PER_TENANT, HOUR);
    this.whileCrowded = limits.limiter('registration-crowded', CROWDED_PER_NETWORK_ADDRESS, HOUR);
  }

  /** @throws notFound, registrationClosed, tooManyRequests */
  async request(slug: string, typed: RegistrationForm): Promise<void> {
    const answerTime = sleep(ANSWERED_AFTER_MS);
    await this.perNetworkAddress.consume(currentAddress());
    const { tenant, settings } = await this.tenants.publicTenant(slug);
    if (!settings.registrationOpen) throw registrationClosed();
    const isCalm = await this.calmOfTenant.take(tenant.id);
    if (!isCalm) await this.whileCrowded.consume(`${tenant.id}/${currentAddress()}`);
    await this.transactions.runFor(tenant.id, () => this.take(typed, isCalm));
    await answerTime;
  }

  private async take(typed: RegistrationForm, isCalm: boolean): Promise<void> {
    const address = await this.mails.claim(typed.email);
    const account = await this.accounts.byEmail(typed.email);
    // Whoever was invited or deactivated, or is a contact without access, may well ask for it.
    if (account?.isActive) {
      const notice = { template: alreadyRegisteredMail, about: account.id };
      await this.mails.queue(address, TO_OWNER, () => Promise.resolve(notice));
      return;
    }
    const registration = await this.pending.add(typed, { awaitsProof: !isCalm });
    await this.mails.queue(address, TO_APPLICANT, () => this.pending.mailAbout(registration));
  }
}
