import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../context/context';
import { type DomainError, textOf } from '../errors';
import { languageOf } from './language';
import type { Problem } from './problem.dto';
import { STATUS_OF } from './problem-status';

const INTERNAL = {
  de: 'Ein unerwarteter Fehler ist aufgetreten.',
  en: 'An unexpected error has occurred.',
};

const UNAVAILABLE_RETRY_SECONDS = 1;

interface Circumstances {
  readonly language: Language;
  readonly instance: string;
  readonly correlationId: string;
}

/** Problem details of an expected failure, or of an unexpected one, which shows a correlation id and nothing else. */
export function problemOf(
  error: DomainError | undefined,
  { language, instance, correlationId }: Circumstances,
): Problem {
  const { fields = [], pointer, values, extensions } = error?.details ?? {};
  const detail = textOf(error?.texts ?? INTERNAL, language, values);
  const code = error?.code ?? 'internal-error';
  return {
    // In front, so that no extension can replace a member of the standard.
    ...extensions,
    type: 'about:blank',
    title: code,
    status: error ? STATUS_OF[error.kind] : 500,
    detail,
    instance,
    code,
    errors: [
      ...(pointer === undefined ? [] : [{ pointer, code, detail }]),
      ...fields.map((field) => ({
        ...field.extensions,
        pointer: field.pointer,
        code: field.code,
        detail: textOf(field.texts, language, values),
      })),
    ],
    correlationId,
  };
}

/** Answers a request with problem details; for the filter and for what fails before Nest sees the request. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  error: DomainError | undefined,
): void {
  const problem = problemOf(error, {
    language: languageOf(request.headers['accept-language']),
    instance: request.url.split('?')[0] ?? '/',
    correlationId: request.id,
  });
  const retryAfter =
    error?.details.retryAfter ?? (error?.kind === 'unavailable' ? UNAVAILABLE_RETRY_SECONDS : undefined);
  if (retryAfter !== undefined) void reply.header('Retry-After', String(Math.ceil(retryAfter)));
  void reply.status(problem.status).header('Content-Type', 'application/problem+json').send(problem);
}
