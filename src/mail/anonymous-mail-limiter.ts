import { Injectable } from '@nestjs/common';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../platform/database';
import { newId } from '../platform/ids';
import { KeyRing } from '../platform/secrets/key-ring';
import { emailKey } from '../platform/text/email-address';
import type { MailPayload, QueuedMail } from './composed-mail';
import type { MailTemplate } from './mail-template';
import { MailedAddress } from './mailed-address.entity';
import { Mailer } from './mailer';
import { mayBeMailed, mayLeave, type MailRecord, remembering, type SendQuota } from './anonymous-mail.policy';

/** An address, locked until the transaction ends. */
export interface ClaimedAddress {
  readonly id: string;
  readonly mails: readonly MailRecord[];
}

export interface AnonymousMail {
  readonly template: MailTemplate;
  /** Id of the registration or of the person it concerns. */
  readonly about: string;
  readonly payload?: MailPayload;
}

/**
 * The only way to mails that somebody brings about who is not logged in: whoever types somebody's address again and
 * again brings them few, of all kinds together and however it is spelled.
 */
@Injectable()
export class AnonymousMailLimiter {
  constructor(
    private readonly transactions: TransactionService,
    private readonly keys: KeyRing,
    private readonly mailer: Mailer,
    @InjectTenantRepository(MailedAddress) private readonly addresses: TenantRepository<MailedAddress>,
  ) {}

  async claim(email: string): Promise<ClaimedAddress> {
    const hash = this.keys.sign('mailed-address', emailKey(email)).toString('base64url');
    // The update changes nothing: it holds the row, so that two at once come one after the other.
    const [claimed] = await this.transactions.query<ClaimedAddress>(
      `INSERT INTO mailed_addresses (tenant_id, id, address_hash) VALUES ($1, $2, $3)
       ON CONFLICT (tenant_id, address_hash) DO UPDATE SET address_hash = EXCLUDED.address_hash
       RETURNING id, mails`,
      [this.transactions.tenantId, newId(), hash],
    );
    if (!claimed) throw new Error('The address was not claimed.');
    return claimed;
  }

  /** Makes and queues a mail to the address where the quota allows it; otherwise nothing is made. */
  async queue(
    { id, mails }: ClaimedAddress,
    quota: SendQuota,
    make: () => Promise<AnonymousMail>,
  ): Promise<void> {
    if (!mayBeMailed(mails, quota, new Date())) return;
    const { template, about, payload } = await make();
    const mailId = await this.mailer.queue({ template, about, payload: { ...payload, addressId: id } });
    await this.remember(id, mails, { id: mailId, kind: quota.kind });
  }

  /** For composers: whether this mail may leave now; if so, its day begins anew. */
  async leaves({ id, payload }: QueuedMail): Promise<boolean> {
    const address = await this.addresses.lock({ id: String(payload.addressId) });
    const mail = address?.mails.find((remembered) => remembered.id === id);
    if (!address || !mail || !mayLeave(address.mails, id)) return false;
    await this.remember(address.id, address.mails, mail);
    return true;
  }

  /** Longer than a mail waits for its mail server, nobody needs to know. */
  async forget(olderThanDays: number): Promise<void> {
    await this.transactions.query(
      `DELETE FROM mailed_addresses a
       WHERE ${tenantCondition('a')} AND updated_at < now() - make_interval(days => $2)`,
      [this.transactions.tenantId, olderThanDays],
    );
  }

  private async remember(
    id: string,
    mails: readonly MailRecord[],
    mail: Omit<MailRecord, 'at'>,
  ): Promise<void> {
    const now = { ...mail, at: new Date().toISOString() };
    await this.addresses.updateWhere({ id }, { mails: [...remembering(mails, now)] });
  }
}
