import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  Header,
  type Type,
} from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

const LAST_EVENT_ID = {
  name: 'Last-Event-ID',
  description:
    'Die zuletzt gelesene Zeile `id:`, wenn Sie nach einer Unterbrechung wiederkommen; Browser senden sie von selbst.',
  required: false,
  schema: { type: 'string' },
} as const;

/** Of a client that comes back after its connection broke. */
export const LastEventId = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => {
    const header = context.switchToHttp().getRequest<FastifyRequest>().headers['last-event-id'];
    return typeof header === 'string' && header !== '' ? header : undefined;
  },
);

/** An answer that stays open: events as they happen, each with an instance of one of the classes as its data. */
export function SendsEvents(...events: [Type, ...Type[]]): MethodDecorator {
  return applyDecorators(
    // Nothing on the way may hold it back until it is complete.
    Header('Cache-Control', 'no-store, no-transform'),
    Header('X-Accel-Buffering', 'no'),
    ApiExtraModels(...events),
    ApiHeader(LAST_EVENT_ID),
    ApiOkResponse({
      description: 'Der Datenstrom; das Schema ist das einer Zeile `data:`.',
      content: {
        'text/event-stream': { schema: { oneOf: events.map((event) => ({ $ref: getSchemaPath(event) })) } },
      },
    }),
  );
}
