import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Observable } from 'rxjs';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import { currentActor } from '../context/context';
import { defineError } from '../errors';
import type { LeasedLimiter } from './leased-limiter';
import { LimitsService } from './limits.service';

export const tooManyActions = defineError('tooMany', 'too-many-actions', {
  de: 'In letzter Zeit kam sehr viel auf einmal. Bitte versuchen Sie es in {minutes} Minuten erneut.',
  en: 'A great deal has come in lately. Please try again in {minutes} minutes.',
});

const HOUR = 60 * 60;

/** Limits actions of contacts that send mails to others. Staff, and mails that no request causes, are not limited. */
@Injectable()
export class ContactRateLimitInterceptor implements NestInterceptor {
  private readonly ofContact: readonly LeasedLimiter[];
  private readonly ofTenant: LeasedLimiter;

  constructor(limits: LimitsService, @Inject(CONFIG) { limits: most }: Config) {
    this.ofContact = [
      limits.leased('contact-hour', most.contactActionsPerHour, HOUR),
      limits.leased('contact-day', most.contactActionsPerDay, 24 * HOUR),
    ];
    this.ofTenant = limits.leased('tenant-hour', most.tenantActionsPerHour, HOUR);
  }

  async intercept(_: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { kind, id, tenantId } = currentActor();
    if (kind === 'CONTACT') {
      for (const limiter of this.ofContact) await consume(limiter, id);
      await consume(this.ofTenant, tenantId);
    }
    return next.handle() as Observable<unknown>;
  }
}

/** @throws tooManyActions */
async function consume(limiter: LeasedLimiter, key: string): Promise<void> {
  const { allowed, resetAfter } = await limiter.consume(key);
  if (allowed) return;
  throw tooManyActions({ values: { minutes: Math.ceil(resetAfter / 60) }, retryAfter: resetAfter });
}
