import { type FieldError, textOf, type Texts, validationFailed } from '../../errors';
import { validationMessage } from './texts';

/** Further errors are reported once these are corrected. */
export const MAX_ERRORS = 20;
/** Of a name that the caller made up, and that is told back. */
const MAX_NAME_LENGTH = 100;

/** JSON pointer to a member of what the prefix points to. */
export function pointerTo(prefix: string, name: string): string {
  const told = name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH)}…` : name;
  return `${prefix}${told.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

export function fieldError(
  pointer: string,
  constraint: string,
  values?: Record<string, string | number>,
): FieldError {
  const { code, texts } = validationMessage(constraint);
  const filled: Texts = { de: textOf(texts, 'de', values), en: textOf(texts, 'en', values) };
  return { pointer, code, texts: filled };
}

export function wrong(fields: readonly FieldError[]): Error {
  return validationFailed({ fields: fields.slice(0, MAX_ERRORS) });
}
