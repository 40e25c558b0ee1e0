import { applyDecorators, Header, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** An answer that stays open: events as they happen, each with an instance of the class as its data. */
export function SendsEvents(event: Type): MethodDecorator {
  return applyDecorators(
    // Nothing on the way may hold it back until it is complete.
    Header('Cache-Control', 'no-store, no-transform'),
    Header('X-Accel-Buffering', 'no'),
    ApiExtraModels(event),
    ApiOkResponse({
      description: 'Der Datenstrom; das Schema ist das einer Zeile `data:`.',
      content: { 'text/event-stream': { schema: { $ref: getSchemaPath(event) } } },
    }),
  );
}
