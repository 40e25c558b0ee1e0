import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { operationOf } from './operation';
import { IdempotencyService } from './idempotency.service';

/** Repeats of a creating request get the first answer, where the caller names the request by a key. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor<unknown, unknown> {
  constructor(private readonly idempotency: IdempotencyService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return next.handle();
    const asked = [...operationOf(request), JSON.stringify(request.body ?? null)];
    return from(this.idempotency.once(String(key), asked, () => firstValueFrom<unknown>(next.handle())));
  }
}
