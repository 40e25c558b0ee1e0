import type { FastifyRequest } from 'fastify';

/** What the router found for a request; the only thing that decisions by path may look at. */
export type RouteKind = 'interface' | 'machine' | 'documentation' | 'page' | 'none';

/**
 * By the pattern of the matched route, never by how the caller spells the path: `/%61pi`, `//`, a trailing slash and
 * `http://host/api` all lead to the same route.
 */
export function routeKindOf({ routeOptions: { url } }: Pick<FastifyRequest, 'routeOptions'>): RouteKind {
  if (url === undefined) return 'none';
  if (url.startsWith('/api/')) return 'interface';
  if (/^\/(?:health|metrics|openapi)/.test(url)) return 'machine';
  return url.startsWith('/docs') ? 'documentation' : 'page';
}

/** The path as it was asked for, without query, and without the host that a target in absolute form brings along. */
export function pathOf(target: string): string {
  const path = target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').split(/[?#]/, 1)[0];
  return path || '/';
}
