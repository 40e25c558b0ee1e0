import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { currentContext } from '../context/context';
import { defineError } from '../errors';
import { Nullable, Password } from './validation/fields';

export const currentPasswordRequired = defineError('rule', 'auth.current-password-required', {
  de: 'Das dürfen Sie nur mit Ihrem Passwort ändern: Bitte geben Sie es in currentPassword mit an.',
  en: 'This may only be changed with your password: please send it as currentPassword.',
});
export const currentPasswordWrong = defineError('rule', 'auth.current-password-wrong', {
  de: 'Das bisherige Passwort stimmt nicht.',
  en: 'The current password is wrong.',
});

/** Whether a request carries the caller's password, besides the session. */
export interface Proof {
  readonly given: boolean;
}

export const NO_PROOF: Proof = { given: false };

/**
 * Asks for the password once more: what moves an account or its mails must not be done by whoever has got hold of a
 * session. Shown before the transaction, demanded in it, where it is known what changes.
 */
export abstract class FreshProof {
  /** @throws currentPasswordWrong, tooManyRequests, busy */
  abstract of(currentPassword?: string | null): Promise<Proof>;
}

/** The operator at the command line has no session that could be stolen. @throws currentPasswordRequired */
export function demand({ given }: Proof): void {
  const actor = currentContext()?.actor;
  if (actor && !given) throw currentPasswordRequired({ pointer: '/currentPassword' });
}

/** The field of a body in which the password is shown; the form of Swagger UI begins with none. */
export function CurrentPassword(): PropertyDecorator {
  return applyDecorators(Nullable(), Password(), ApiProperty({ example: null }));
}
