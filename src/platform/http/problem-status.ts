import type { ErrorKind } from '../errors';

/** How each kind of failure is answered over HTTP. */
export const STATUS_OF: Readonly<Record<ErrorKind, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  stale: 412,
  tooLarge: 413,
  unsupportedType: 415,
  rule: 422,
  preconditionRequired: 428,
  tooMany: 429,
  unavailable: 503,
};
