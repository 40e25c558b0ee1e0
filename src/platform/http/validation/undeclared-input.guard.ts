import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { inputsOf } from '../inputs';
import { routeKindOf } from '../matched-route';
import { fieldError, MAX_ERRORS, pointerTo, wrong } from './field-errors';

/** Refuses a query or a body where the handler takes none: a filter with a typing error must not look as if it worked. */
@Injectable()
export class UndeclaredInputGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { query, body } = request;
    const declared = inputsOf(context.getClass(), context.getHandler().name);
    // People bring parameters to pages that others have put on the link; they mean nothing there.
    const takesAnyQuery = declared.has('query') || routeKindOf(request) !== 'interface';
    const unknown = [
      ...(takesAnyQuery ? [] : pointersTo('?', query ?? {})),
      ...(declared.has('body') || !isPlain(body) ? [] : pointersTo('/', body)),
    ];
    if (unknown.length > 0) throw wrong(unknown.map((pointer) => fieldError(pointer, 'whitelistValidation')));
    return true;
  }
}

function pointersTo(prefix: string, input: object): string[] {
  const names = Object.keys(input).slice(0, MAX_ERRORS);
  return names.map((name) => pointerTo(prefix, name));
}

function isPlain(body: unknown): body is object {
  return typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype;
}
