import { applyDecorators } from '@nestjs/common';
import { ValidateBy } from 'class-validator';
import { WebAddress } from './fields';

/** An address that paths are put behind: with a query or fragment they would end up in there, and nobody logs in by it. */
export function BaseAddress(): PropertyDecorator {
  return applyDecorators(
    WebAddress(),
    ValidateBy({ name: 'baseAddress', validator: { validate: isBaseAddress } }),
  );
}

export function isBaseAddress(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return /^https?:$/.test(protocol) && `${username}${password}` === '' && !/[?#@\\]/.test(value);
}
