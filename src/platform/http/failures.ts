import { HttpException } from '@nestjs/common';
import {
  DomainError,
  forbidden,
  malformed,
  notFound,
  payloadTooLarge,
  unauthenticated,
  unavailable,
  unsupportedMediaType,
} from '../errors';

/** SQL states and system errors that a later try may not meet: connection, resources, shutdown, timeouts, deadlock, a full disk. */
const PASSING =
  /^(?:08|53|57P|57014|55P03|25P0[23]|40001|40P01)|^(?:ENOSPC|EDQUOT|EMFILE|ENFILE|ECONN|EPIPE|ETIMEDOUT|EHOSTUN|ENETUN|EAI_AGAIN|ENOTFOUND|CONNECTION)/;

/** How pg and TypeORM say, without a code, that a connection is missing, broken or not to be had in time. */
const NO_CONNECTION =
  /timeout exceeded when trying to connect|^(?:Error: )?Connection terminated|Query read timeout|not queryable|after calling end on the pool|Driver not Connected|Query runner already released/;

/** Maps a failure to a domain error; nothing for an unexpected one. */
export function asDomainError(failure: unknown): DomainError | undefined {
  if (failure instanceof DomainError) return failure;
  if (!(failure instanceof Error)) return undefined;
  return fromStatus(failure) ?? fromDatabase(failure);
}

/** Failures that Nest and Fastify report in their own ways. */
function fromStatus(failure: Error & { statusCode?: unknown }): DomainError | undefined {
  const status = failure instanceof HttpException ? failure.getStatus() : failure.statusCode;
  if (typeof status !== 'number') return undefined;
  if (status === 401) return unauthenticated();
  if (status === 403) return forbidden();
  // 414 is what the router says of a path parameter that no object can have.
  if (status === 404 || status === 414) return notFound();
  if (status === 413) return payloadTooLarge();
  if (status === 415) return unsupportedMediaType();
  if (status === 503) return unavailable();
  return status >= 400 && status < 500 ? malformed() : undefined;
}

function fromDatabase(failure: Error & { code?: unknown }): DomainError | undefined {
  const code = typeof failure.code === 'string' ? failure.code : '';
  if (PASSING.test(code) || NO_CONNECTION.test(failure.message)) return unavailable();
  // Values that PostgreSQL cannot take, e.g. a NUL character: validation should have met them, the caller sent them.
  return /^22[0-9A-Z]{3}$/.test(code) ? malformed() : undefined;
}
