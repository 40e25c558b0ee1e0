import type { FastifyReply } from 'fastify';
import { tooManyRequestsFor } from './refusal';

/** What is left of a caller's window. */
export interface Allowance {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the window ends. */
  readonly resetAfter: number;
}

/**
 * Tells the caller in the headers of the answer.
 * @throws tooManyRequests where nothing is left
 */
export function announce({ allowed, limit, remaining, resetAfter }: Allowance, reply: FastifyReply): void {
  void reply
    .header('RateLimit-Limit', limit)
    .header('RateLimit-Remaining', remaining)
    .header('RateLimit-Reset', resetAfter);
  if (!allowed) throw tooManyRequestsFor(resetAfter);
}
