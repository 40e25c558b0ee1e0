import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';

/** In which form a route takes a body: JSON, unless it says otherwise. */
export type BodyForm = 'json' | 'urlencoded' | 'multipart';

const FORM = 'kundenportal:body-form';

/** Marks a route that takes a form without files; every other one refuses such forms. */
export function TakesForm(): MethodDecorator {
  return applyDecorators(
    SetMetadata(FORM, 'urlencoded' satisfies BodyForm),
    ApiConsumes('application/x-www-form-urlencoded'),
  );
}

/** Marks a route that reads a form with a file; every other one refuses such forms, and it refuses all else. */
export function TakesFiles(): MethodDecorator {
  return applyDecorators(
    SetMetadata(FORM, 'multipart' satisfies BodyForm),
    ApiConsumes('multipart/form-data'),
  );
}

export function bodyFormOf(handler: object): BodyForm {
  return (Reflect.getMetadata(FORM, handler) as BodyForm | undefined) ?? 'json';
}
