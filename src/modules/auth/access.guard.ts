import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/context/actor';
import { currentAddress, currentContext } from '../../platform/context/context';
import { audienceOf, type Audience } from '../../platform/http/access';
import { auditReasonOf } from '../../platform/http/audit-reason';
import { forbidden, unauthenticated } from '../../platform/errors';
import { routeKindOf } from '../../platform/http/matched-route';
import { announce } from '../../platform/limits/allowance';
import type { LeasedLimiter } from '../../platform/limits/leased-limiter';
import { LimitsService } from '../../platform/limits/limits.service';
import { passwordChangeRequired } from './auth.errors';

/** Guards every route: denies by default, opens what its audience may call, counts the caller's requests. */
@Injectable()
export class AccessGuard extends AuthGuard(['jwt', 'browser-session']) {
  private readonly perPrincipal: LeasedLimiter;
  private readonly perAddress: LeasedLimiter;

  constructor(limits: LimitsService) {
    super();
    this.perPrincipal = limits.perMinute('principal');
    this.perAddress = limits.perMinute('address');
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const audience = audienceOf(context.getHandler(), context.getClass());
    if (!audience) throw forbidden();
    const request = context.switchToHttp().getRequest<FastifyRequest & { user: Actor }>();
    if (audience === 'PUBLIC') {
      // What is no part of the interface is counted before it gets here, see page-limit.ts.
      if (routeKindOf(request) === 'interface') await this.countAddress(context);
      return true;
    }
    const actor = await this.authenticated(context, request);
    await this.count(context, this.perPrincipal, actor.id);
    if (actor.passwordChangeRequired && audience !== 'AUTHENTICATED') throw passwordChangeRequired();
    if (!mayCall(actor, audience)) throw forbidden();
    const current = currentContext();
    if (!current) throw new Error('The request has no context.');
    current.actor = actor;
    if (actor.kind === 'STAFF') current.reason = auditReasonOf(request.headers['audit-reason']);
    return true;
  }

  /** A token that is not worth anything counts against its address, so that guessing is limited, too. */
  private async authenticated(context: ExecutionContext, request: { user: Actor }): Promise<Actor> {
    try {
      await super.canActivate(context);
      return request.user;
    } catch (error) {
      await this.countAddress(context);
      throw error;
    }
  }

  override handleRequest<T>(error: unknown, actor: T): T {
    if (error) throw error as Error;
    if (!actor) throw unauthenticated();
    return actor;
  }

  private countAddress(context: ExecutionContext): Promise<void> {
    return this.count(context, this.perAddress, currentAddress());
  }

  private async count(context: ExecutionContext, limiter: LeasedLimiter, key: string): Promise<void> {
    announce(await limiter.consume(key), context.switchToHttp().getResponse<FastifyReply>());
  }
}

function mayCall(actor: Actor, audience: Exclude<Audience, 'PUBLIC'>): boolean {
  switch (audience) {
    case 'AUTHENTICATED':
      return true;
    case 'STAFF':
      return actor.kind === 'STAFF';
    case 'ADMIN':
      return actor.kind === 'STAFF' && actor.role === 'ADMIN';
    case 'CONTACT':
      return actor.kind === 'CONTACT';
  }
}
