import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database';
import { newId } from '../../platform/ids';
import { KeyRing } from '../../platform/secrets/key-ring';
import { encodeToken, hashToken, type OpaqueToken } from './opaque-token';
import { INITIAL_PASSWORD_KEY, ONE_TIME_KEY } from './keys';
import { OneTimeToken, type TokenPurpose } from './one-time-token.entity';

const HOUR = 60 * 60 * 1000;
const VALID_HOURS: Readonly<Record<TokenPurpose, number>> = { FIRST_PASSWORD: 72, PASSWORD_RESET: 1 };

/**
 * Links that set a password. The secret is derived from the token's id, so that no row and no job holds it and a mail
 * that is sent again carries the same link.
 */
@Injectable()
export class OneTimeTokens {
  constructor(
    private readonly keys: KeyRing,
    @InjectTenantRepository(OneTimeToken) private readonly tokens: TenantRepository<OneTimeToken>,
  ) {}

  /** Makes a token and voids those that the account had. */
  async issue(
    accountId: string,
    purpose: TokenPurpose,
    validHours = VALID_HOURS[purpose],
  ): Promise<OneTimeToken> {
    await this.voidAll(accountId);
    const id = newId();
    return this.tokens.insert({
      id,
      accountId,
      purpose,
      tokenHash: hashToken(this.keys.sign(ONE_TIME_KEY, id)),
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + validHours * HOUR),
      usedAt: null,
      redeemed: false,
    });
  }

  async voidAll(accountId: string): Promise<void> {
    await this.tokens.updateWhere({ accountId, usedAt: IsNull() }, { usedAt: () => 'now()' });
  }

  async deleteAll(accountId: string): Promise<void> {
    await this.tokens.delete({ accountId });
  }

  /** Whether the account has a link that still works. */
  hasGood(accountId: string): Promise<boolean> {
    return this.tokens.exists({ accountId, usedAt: IsNull(), expiresAt: MoreThan(new Date()) });
  }

  /** The text that goes into a mail; nothing once the token is used, voided or expired. */
  async textOf(tokenId: string): Promise<string | undefined> {
    const token = await this.tokens.findOne({
      id: tokenId,
      usedAt: IsNull(),
      expiresAt: MoreThan(new Date()),
    });
    const secret =
      token &&
      this.keys
        .candidates(ONE_TIME_KEY, tokenId)
        .find((candidate) => hashToken(candidate) === token.tokenHash);
    return secret ? encodeToken({ tenantId: token.tenantId, id: tokenId, secret }) : undefined;
  }

  /** An initial password in place of a link, as long as the token is good: 4 groups of 5 characters, 97 bits. */
  initialPassword(tokenId: string): string {
    const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
    const bytes = this.keys.sign(INITIAL_PASSWORD_KEY, tokenId).subarray(0, 20);
    const letters = [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length] ?? '');
    return [0, 5, 10, 15].map((at) => letters.slice(at, at + 5).join('')).join('-');
  }

  /** The token that a caller sent, if it is still good. */
  find(token: OpaqueToken): Promise<OneTimeToken | null> {
    return this.tokens.findOne({
      id: token.id,
      tokenHash: hashToken(token.secret),
      usedAt: IsNull(),
      expiresAt: MoreThan(new Date()),
    });
  }

  /** The token that a caller sent, if it was used up as it was meant to be: whoever has it may be told. */
  findRedeemed(token: OpaqueToken): Promise<OneTimeToken | null> {
    return this.tokens.findOne({ id: token.id, tokenHash: hashToken(token.secret), redeemed: true });
  }

  /** Uses a token up in the transaction under way; two at once get it once. */
  async redeem(token: OpaqueToken): Promise<OneTimeToken | null> {
    const match = { id: token.id, tokenHash: hashToken(token.secret) };
    const used = await this.tokens.updateWhere(
      { ...match, usedAt: IsNull(), expiresAt: MoreThan(new Date()) },
      { usedAt: () => 'now()', redeemed: true },
    );
    return used === 1 ? this.tokens.findOne(match) : null;
  }
}
