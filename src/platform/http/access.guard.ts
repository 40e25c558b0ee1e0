import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { AUDIENCE, type Audience } from './access';
import { unauthenticated } from './http.errors';

/** Denies by default: only a declared audience opens a route, and a route without one fails the start. */
@Injectable()
export class AccessGuard implements CanActivate, OnApplicationBootstrap {
  constructor(
    private readonly reflector: Reflector,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<Audience | undefined>(AUDIENCE, targets) === 'PUBLIC') return true;
    throw unauthenticated();
  }

  onApplicationBootstrap(): void {
    for (const { instance, metatype, name } of this.discovery.getControllers()) {
      const prototype = Object.getPrototypeOf(instance as object) as Record<string, () => unknown>;
      for (const key of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[key];
        if (!handler || !Reflect.hasMetadata('path', handler)) continue;
        const targets = [handler, metatype as new () => unknown];
        if (!this.reflector.getAllAndOverride<Audience | undefined>(AUDIENCE, targets)) {
          throw new Error(`${String(name)}.${key} declares no audience.`);
        }
      }
    }
  }
}
