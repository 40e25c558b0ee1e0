import { applyDecorators, HttpCode, UseInterceptors } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiExtension,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import {
  crossSite,
  type ErrorFactory,
  type ErrorKind,
  forbidden,
  malformed,
  notFound,
  payloadTooLarge,
  preconditionFailed,
  preconditionRequired,
  requestTimedOut,
  tooManyRequests,
  unauthenticated,
  unavailable,
  unsupportedMediaType,
  validationFailed,
} from '../errors';
import { Audienced, type Audience } from './access';
import { AUDIT_REASON } from './audit-reason';
import { EtagInterceptor } from './etag';
import { ContactRateLimitInterceptor, tooManyActions } from '../limits/contact-rate-limit.interceptor';
import { inputsOf } from './inputs';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor';
import { keyInUse, keyReused } from './idempotency/idempotency.errors';
import { Problem } from './problem.dto';
import { PROBLEM_KINDS } from './problem-kinds';

const RESPONSES = 'swagger/apiResponse';

/** What the document says of an operation. */
export interface Operation {
  /** operationId: unique, the method's name in generated clients. */
  readonly id: string;
  /** One line, German. */
  readonly summary: string;
  /** German, for the staff who work with Swagger UI. */
  readonly description?: string;
  /** Status of success where it is not 200 (201 for POST). */
  readonly status?: 200 | 201 | 202 | 204;
  /** Failures besides those that every operation of its kind has. */
  readonly errors?: readonly ErrorFactory[];
  /** What conflicts say besides, where it is more than every problem says. */
  readonly conflict?: new () => Problem;
  /** A POST that creates: repeats with the same Idempotency-Key get the first answer. */
  readonly creates?: boolean;
  /** Sends mails to others: the rate is limited for contacts. */
  readonly rateLimited?: boolean;
  /** `read`: answers with an ETag. `edit`: also demands If-Match. */
  readonly versioned?: 'read' | 'edit';
}

const SUCCESS: Readonly<Record<string, string>> = {
  200: 'Erfolgreich.',
  201: 'Angelegt.',
  202: 'Angenommen; geschieht gleich danach.',
  204: 'Erledigt; die Antwort hat keinen Inhalt.',
};

const ETAG = {
  ETag: { description: 'Stand des Datensatzes, für If-Match.', schema: { type: 'string', example: '"1"' } },
} as const;

// Without an example: Swagger UI would send it, and overwrite a state that its user has not read.
const IF_MATCH = {
  name: 'If-Match',
  required: true,
  description: 'ETag des zuletzt gelesenen Standes, zum Beispiel "3".',
  schema: { type: 'string' },
} as const;

export const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  required: false,
  description: 'Frei gewählter Schlüssel: Wiederholungen mit demselben Schlüssel legen nichts doppelt an.',
  schema: { type: 'string', maxLength: 255 },
} as const;

/** Opens a route to an audience and documents it. */
export function Requires(audience: Exclude<Audience, 'PUBLIC'>, operation: Operation): MethodDecorator {
  return applyDecorators(
    documented(audience, operation),
    ApiBearerAuth('oauth2'),
    ApiCookieAuth('cookieAuth'),
  );
}

/** Opens a route to callers who have not logged in and documents it. */
export function Public(operation: Operation): MethodDecorator {
  return documented('PUBLIC', operation);
}

function documented(audience: Audience, operation: Operation): MethodDecorator {
  const { id, summary, description, status, versioned, creates } = operation;
  return (target, key, descriptor) => {
    // Parameter decorators run before those of their method, so what it takes is known here.
    const inputs = inputsOf(target.constructor, key);
    const changes = inputs.has('body') || creates === true || status === 204;
    const decorators = [
      Audienced(audience),
      ApiOperation({ operationId: id, summary, description, ...(audience === 'PUBLIC' && { security: [] }) }),
      ApiExtension('x-audience', audience),
      success(operation),
      ...failures(audience, operation, inputs, changes),
    ];
    if (status) decorators.push(HttpCode(status));
    if (changes && ['STAFF', 'ADMIN'].includes(audience)) decorators.push(ApiHeader(AUDIT_REASON));
    if (operation.rateLimited)
      decorators.push(UseInterceptors(ContactRateLimitInterceptor) as MethodDecorator);
    if (versioned) decorators.push(UseInterceptors(EtagInterceptor) as MethodDecorator);
    if (versioned === 'edit') decorators.push(ApiHeader(IF_MATCH));
    if (creates) {
      decorators.push(ApiHeader(IDEMPOTENCY_KEY), UseInterceptors(IdempotencyInterceptor) as MethodDecorator);
    }
    for (const decorate of decorators) decorate(target, key, descriptor);
  };
}

/**
 * The compiler's plugin has documented the class of the answer, under the status that it supposes: here it moves to the
 * one that is sent.
 */
function success({ status, versioned }: Operation): MethodDecorator {
  return (_target, _key, descriptor) => {
    const handler = descriptor.value as object;
    const documented = (Reflect.getMetadata(RESPONSES, handler) ?? {}) as Record<string, object>;
    const [[supposed, answer] = ['200', {}]] = Object.entries(documented);
    const sent = String(status ?? supposed);
    const body = sent === '204' ? {} : answer;
    const headers = versioned ? { headers: ETAG } : {};
    Reflect.defineMetadata(
      RESPONSES,
      { [sent]: { ...body, description: SUCCESS[sent], ...headers } },
      handler,
    );
  };
}

/** One response for each status, naming the codes that it can carry. */
function failures(
  audience: Audience,
  operation: Operation,
  inputs: ReadonlySet<string | undefined>,
  changes: boolean,
): MethodDecorator[] {
  const possible = [
    ...(audience === 'PUBLIC' ? [] : [unauthenticated, forbidden, ...(changes ? [crossSite] : [])]),
    ...(inputs.has('param') ? [notFound] : []),
    // A caller may send a malformed body, also where none is expected.
    ...(changes ? [malformed, requestTimedOut, payloadTooLarge, unsupportedMediaType] : []),
    validationFailed,
    ...(operation.versioned === 'edit' ? [preconditionFailed, preconditionRequired] : []),
    ...(operation.rateLimited ? [tooManyActions] : []),
    ...(operation.creates ? [keyReused, keyInUse] : []),
    ...(operation.errors ?? []),
    tooManyRequests,
    unavailable,
  ];
  const byKind = new Map<ErrorKind, string[]>();
  for (const { kind, code } of possible) byKind.set(kind, [...new Set([...(byKind.get(kind) ?? []), code])]);
  const { conflict = Problem } = operation;
  const responses = [...byKind].map(([kind, codes]) =>
    ApiResponse({
      status: PROBLEM_KINDS[kind].status,
      description: codes.map((code) => `\`${code}\``).join(', '),
      content: {
        'application/problem+json': {
          schema: { $ref: getSchemaPath(kind === 'conflict' ? conflict : Problem) },
        },
      },
    }),
  );
  return [...responses, ApiExtraModels(conflict) as MethodDecorator];
}

/** To be named once in the document, because responses refer to it by name. */
export const PROBLEM_MODELS = [Problem];
