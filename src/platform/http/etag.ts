import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { preconditionFailed, preconditionRequired } from '../errors';

/** The version that the caller read, from If-Match. A missing header is 428, against lost updates. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (!header) throw preconditionRequired();
  const version = /^"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (!version) throw preconditionFailed();
  return Number(version);
});

/** Answers with the version of the resource as its strong ETag. */
@Injectable()
export class EtagInterceptor implements NestInterceptor<{ version: number }> {
  intercept(
    context: ExecutionContext,
    next: CallHandler<{ version: number }>,
  ): Observable<{ version: number }> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body) => {
        void reply.header('ETag', `"${body.version}"`);
        return body;
      }),
    );
  }
}
