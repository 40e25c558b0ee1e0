import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { hostOf, isLoopbackHost } from '../../config/loopback';
import { notFound } from '../errors';

/** Headers in which proxies say for whom they ask. */
const PROXIED =
  /^(?:forwarded|via|x-forwarded(?:-.+)?|x-real-ip|x-(?:client|cluster-client|original|envoy)-.+|(?:true-client|client|fastly-client)-ip|cf-.+)$/;

/** Opens a route to callers on this machine; for all others it does not exist. */
@Injectable()
export class LocalCallersGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (!isLocalCaller(context.switchToHttp().getRequest<FastifyRequest>())) throw notFound();
    return true;
  }
}

/**
 * Whether a request was sent on this machine and not handed on by a proxy on it, which connects from here as well. The host
 * has to be this machine, too: a page in a browser here can have its own name lead here.
 */
export function isLocalCaller({ headers, socket, raw }: FastifyRequest): boolean {
  // Proxies without forwarding headers mostly speak HTTP/1.0; local callers do not.
  if (raw.httpVersion === '1.0' || Object.keys(headers).some((name) => PROXIED.test(name))) return false;
  return isLoopbackHost(socket.remoteAddress ?? '') && isLoopbackHost(hostOf(`http://${headers.host ?? ''}`));
}
