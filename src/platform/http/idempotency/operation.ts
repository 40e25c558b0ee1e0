import type { FastifyRequest } from 'fastify';

/** What a request asks for, however its path is spelled: the matched route with its parameters, which are ids. */
export function operationOf({ method, routeOptions, params, query }: FastifyRequest): string[] {
  return [method, routeOptions.url ?? '', JSON.stringify(params).toLowerCase(), JSON.stringify(query)];
}
