import type { DomainError } from '../errors';
import { tooManyRequests } from '../http/http.errors';
import { waitingTime } from '../http/waiting-time';

/** @param seconds until a retry makes sense */
export function tooManyRequestsFor(seconds: number): DomainError {
  return tooManyRequests({ values: { time: waitingTime(seconds) }, retryAfter: seconds });
}
