import { type DomainError, tooManyRequests } from '../errors';
import { waitingTime } from './waiting-time';

/** @param seconds until a retry makes sense */
export function tooManyRequestsFor(seconds: number): DomainError {
  return tooManyRequests({ values: { time: waitingTime(seconds) }, retryAfter: seconds });
}
