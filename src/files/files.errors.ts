import { defineError, type ErrorFactory, malformed, unsupportedMediaType } from '../platform/errors';
import { keyInUse, keyReused } from '../platform/http/idempotency/idempotency.errors';

export const fileTooLarge = defineError('tooLarge', 'file-too-large', {
  de: 'Die Datei ist zu groß.',
  en: 'The file is too large.',
});

/** What every route that takes a file may answer; for its documentation. */
export const UPLOAD_ERRORS: readonly ErrorFactory[] = [
  malformed,
  unsupportedMediaType,
  fileTooLarge,
  keyReused,
  keyInUse,
];
