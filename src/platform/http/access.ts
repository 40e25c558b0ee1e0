import { SetMetadata } from '@nestjs/common';

/** Who may call a route; anything undeclared stops the program from starting. */
export type Audience = 'PUBLIC';

export const AUDIENCE = 'kundenportal:audience';

/** Open to callers who have not logged in. */
export function Public(): MethodDecorator & ClassDecorator {
  return SetMetadata<string, Audience>(AUDIENCE, 'PUBLIC');
}
