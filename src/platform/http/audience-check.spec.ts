import { Get } from '@nestjs/common';
import { type DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Audienced } from './access';
import { AudienceCheck } from './audience-check';

class Declared {
  @Get()
  @Audienced('STAFF')
  route(): void {}

  /** No route, so it needs no audience. */
  helper(): void {}
}

@Audienced('ADMIN')
class DeclaredAsAWhole {
  @Get()
  route(): void {}
}

class Forgotten {
  @Get()
  @Audienced('STAFF')
  route(): void {}

  @Get()
  forgotten(): void {}
}

function start(...controllers: (new () => object)[]): void {
  const getControllers = (): object[] =>
    controllers.map((metatype) => ({ instance: new metatype(), metatype, name: metatype.name }));
  new AudienceCheck({ getControllers } as DiscoveryService, new MetadataScanner()).onApplicationBootstrap();
}

it('lets the program start where every route says whom it is for', () => {
  expect(() => start(Declared, DeclaredAsAWhole)).not.toThrow();
});

it('stops it where one does not, and names it', () => {
  expect(() => start(Declared, Forgotten)).toThrow('Forgotten.forgotten declares no audience.');
});
