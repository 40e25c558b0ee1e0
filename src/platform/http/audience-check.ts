import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { audienceOf } from './access';

/** A route that declares no audience stops the program from starting. */
@Injectable()
export class AudienceCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance, metatype, name } of this.discovery.getControllers()) {
      const prototype = Object.getPrototypeOf(instance as object) as Record<string, () => unknown>;
      for (const key of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[key];
        if (!handler || !Reflect.hasMetadata('path', handler)) continue;
        if (!audienceOf(handler, metatype as object)) {
          throw new Error(`${String(name)}.${key} declares no audience.`);
        }
      }
    }
  }
}
