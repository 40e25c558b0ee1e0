import { applyDecorators } from '@nestjs/common';
import { ValidateBy } from 'class-validator';
import { Text } from './fields';

/** A name like Europe/Berlin: offsets are refused, PostgreSQL reads their signs the other way round. */
const NAME = /^[A-Z][A-Za-z_]*(?:\/[A-Z][A-Za-z0-9_+-]*)*$/;

/** A time zone that Node and PostgreSQL know. */
export function TimeZone(): PropertyDecorator {
  return applyDecorators(
    Text({ max: 60, example: 'Europe/Berlin' }),
    ValidateBy({ name: 'timeZone', validator: { validate: isTimeZone } }),
  );
}

export function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string' || !NAME.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
