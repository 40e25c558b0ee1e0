import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database/tenant.repository';
import { tenantCondition } from '../../../platform/database/tenant-scope';
import { TransactionService } from '../../../platform/database/transaction.service';
import { newId } from '../../../platform/ids';
import type { MailPayload, QueuedMail } from '../../../platform/mail/composed-mail';
import type { MailTemplate } from '../../../platform/mail/mail-template';
import { Mailer } from '../../../platform/mail/mailer';
import { KeyRing } from '../../../platform/secrets/key-ring';
import type { EmailForms } from './email-forms';
import { RegistrationAddress } from './registration-address.entity';

/** An address whose turn it is; nobody else can register it until the transaction ends. */
export interface ClaimedAddress {
  readonly id: string;
  /** No mail of ours went there within the last hour. */
  readonly mayBeMailed: boolean;
}

export interface AddressMail {
  readonly template: MailTemplate;
  /** Id of the registration or of the person it concerns. */
  readonly about: string;
  readonly payload?: MailPayload;
}

/** Sees to it that whoever types somebody's address brings them one mail an hour at most, of whatever kind. */
@Injectable()
export class AddressMails {
  constructor(
    private readonly transactions: TransactionService,
    private readonly keys: KeyRing,
    private readonly mailer: Mailer,
    @InjectTenantRepository(RegistrationAddress)
    private readonly addresses: TenantRepository<RegistrationAddress>,
  ) {}

  async claim({ ascii }: EmailForms): Promise<ClaimedAddress> {
    const hash = this.keys.sign('registration-address', ascii.toLowerCase()).toString('base64url');
    // The update changes nothing: it holds the row, so that two at once come one after the other.
    const [claimed] = await this.transactions.query<ClaimedAddress>(
      `INSERT INTO registration_addresses AS a (tenant_id, id, address_hash) VALUES ($1, $2, $3)
       ON CONFLICT (tenant_id, address_hash) DO UPDATE SET address_hash = EXCLUDED.address_hash
       RETURNING id, coalesce(mailed_at <= clock_timestamp() - interval '1 hour', true) AS "mayBeMailed"`,
      [this.transactions.tenantId, newId(), hash],
    );
    if (!claimed) throw new Error('The address was not claimed.');
    return claimed;
  }

  async queue({ id }: ClaimedAddress, mail: AddressMail): Promise<void> {
    const mailId = await this.mailer.queue({ ...mail, payload: { ...mail.payload, addressId: id } });
    await this.addresses.updateWhere({ id }, { mailId, mailedAt: () => 'clock_timestamp()' });
  }

  /**
   * For composers: whether this mail may leave now. One that waited for a dead mail server must not arrive together
   * with the next, so the newest goes, and the hour begins anew.
   */
  async mayLeave({ id, payload }: QueuedMail): Promise<boolean> {
    const touched = await this.addresses.updateWhere(
      { id: String(payload.addressId), mailId: id },
      { mailedAt: () => 'clock_timestamp()' },
    );
    return touched === 1;
  }

  /** Longer than a mail waits for its mail server, nobody needs to know. */
  async forget(olderThanDays: number): Promise<void> {
    await this.transactions.query(
      `DELETE FROM registration_addresses a
       WHERE ${tenantCondition('a')} AND coalesce(mailed_at, created_at) < now() - make_interval(days => $2)`,
      [this.transactions.tenantId, olderThanDays],
    );
  }
}
