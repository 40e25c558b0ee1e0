import { SetMetadata } from '@nestjs/common';

/** Who may call a route; anything undeclared stops the program from starting. */
export type Audience = 'PUBLIC' | 'AUTHENTICATED' | 'STAFF' | 'ADMIN' | 'CONTACT';

const AUDIENCE = 'kundenportal:audience';

/** Declares the audience of a route that is no part of the documented interface; see `Requires` for the others. */
export function Audienced(audience: Audience): MethodDecorator & ClassDecorator {
  return SetMetadata(AUDIENCE, audience);
}

/** The audience that a handler, or else its controller, declares. */
export function audienceOf(handler: object, controller: object): Audience | undefined {
  return (Reflect.getMetadata(AUDIENCE, handler) ?? Reflect.getMetadata(AUDIENCE, controller)) as
    Audience | undefined;
}
