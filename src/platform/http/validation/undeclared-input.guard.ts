import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { inputsOf } from '../inputs';
import { unknownFields } from './input.pipe';

/** Refuses a query or a body where the handler takes none: a filter with a typing error must not look as if it worked. */
@Injectable()
export class UndeclaredInputGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query, body } = context.switchToHttp().getRequest<FastifyRequest>();
    const declared = inputsOf(context.getClass(), context.getHandler().name);
    const unknown = [
      ...(declared.has('query') ? [] : Object.keys(query ?? {}).map((name) => `?${name}`)),
      ...(declared.has('body') || !isPlain(body) ? [] : Object.keys(body).map((name) => `/${name}`)),
    ];
    if (unknown.length > 0) throw unknownFields(unknown);
    return true;
  }
}

function isPlain(body: unknown): body is object {
  return typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype;
}
