import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import {
  InjectTenantRepository,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { newId } from '../../../platform/ids';
import { KeyRing } from '../../../platform/secrets/key-ring';
import { decodeToken, encodeToken, hashToken, type OpaqueToken, tokenInvalid } from '../../auth';
import { registrationConfirmed, registrationRequested } from '../events/registration.events';
import { addressConfirmedAlready, requestDecidedAlready } from '../registration.errors';
import { Registration } from '../registration.entity';

export const LINK_VALID_HOURS = 72;
const KEY = 'registration-confirmation';

/** Links by which people prove that the address they typed is theirs. As with passwords, the secret is derived. */
@Injectable()
export class ConfirmationLinks {
  constructor(
    private readonly transactions: TransactionService,
    private readonly keys: KeyRing,
    private readonly events: EventPublisher,
    @InjectTenantRepository(Registration) private readonly registrations: TenantRepository<Registration>,
  ) {}

  /** Makes a link and voids the one before; answers with what its mail has to remember. */
  async issue(registrationId: string): Promise<{ confirmationId: string }> {
    const confirmationId = newId();
    await this.registrations.updateWhere(
      { id: registrationId },
      {
        confirmationId,
        confirmationHash: hashToken(this.keys.sign(KEY, confirmationId)),
        confirmationExpiresAt: new Date(Date.now() + LINK_VALID_HOURS * 60 * 60 * 1000),
      },
    );
    return { confirmationId };
  }

  /** The text that goes into a mail; nothing once the link is used, void or expired. */
  textOf(
    { tenantId, id, state, confirmationId, confirmationHash, confirmationExpiresAt }: Registration,
    issued: string,
  ): string | undefined {
    if (state !== 'PENDING' || confirmationId !== issued || !confirmationExpiresAt) return undefined;
    if (confirmationExpiresAt <= new Date()) return undefined;
    const secret = this.keys
      .candidates(KEY, issued)
      .find((candidate) => hashToken(candidate) === confirmationHash);
    return secret && encodeToken({ tenantId, id, secret });
  }

  /** Uses a link up; two at once get it once. @throws tokenInvalid, addressConfirmedAlready, requestDecidedAlready */
  async confirm(text: string): Promise<void> {
    const token = decodeToken(text);
    if (!token) throw tokenInvalid({ pointer: '/token' });
    const { tenantId, id, secret } = token;
    await this.transactions.runFor(tenantId, async () => {
      const confirmed = await this.registrations.updateWhere(
        {
          id,
          state: 'PENDING',
          verifiedAt: IsNull(),
          confirmationHash: hashToken(secret),
          confirmationExpiresAt: MoreThan(new Date()),
        },
        {
          verifiedAt: () => 'now()',
          confirmationId: null,
          confirmationExpiresAt: null,
        },
      );
      if (confirmed !== 1) throw await this.refusalOf(token);
      await this.showToStaff(id);
      await this.events.publish(registrationConfirmed, { registrationId: id });
    });
  }

  /** Whoever clicks a second time is told what has come of it: the link proves that the request is theirs. */
  private async refusalOf({ id, secret }: OpaqueToken): Promise<Error> {
    const known = await this.registrations.findOne({ id, confirmationHash: hashToken(secret) });
    if (known && known.state !== 'PENDING') return requestDecidedAlready({ pointer: '/token' });
    return (known?.verifiedAt ? addressConfirmedAlready : tokenInvalid)({ pointer: '/token' });
  }

  /** What had to wait for its proof. */
  private async showToStaff(id: string): Promise<void> {
    const waited = await this.registrations.updateWhere({ id, awaitsProof: true }, { awaitsProof: false });
    if (waited === 1) await this.events.publish(registrationRequested, { registrationId: id });
  }
}
