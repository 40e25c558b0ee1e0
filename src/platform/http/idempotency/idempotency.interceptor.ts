import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { IdempotencyService } from './idempotency.service';

/** Repeats of a creating request get the first answer, where the caller names the request by a key. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor<unknown, unknown> {
  constructor(private readonly idempotency: IdempotencyService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { headers, method, url, body } = context.switchToHttp().getRequest<FastifyRequest>();
    const key = headers['idempotency-key'];
    if (key === undefined) return next.handle();
    const request = [method, url, JSON.stringify(body ?? null)];
    return from(this.idempotency.once(String(key), request, () => firstValueFrom<unknown>(next.handle())));
  }
}
