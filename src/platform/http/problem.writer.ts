import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../context/context';
import { type DomainError, textOf } from '../errors';
import { languageOf } from './language';
import { pathOf } from './matched-route';
import type { Problem } from './problem.dto';
import { problemPage, wantsPage } from './problem.page';
import { PROBLEM_KINDS } from './problem-kinds';

const INTERNAL = {
  de: 'Ein unerwarteter Fehler ist aufgetreten.',
  en: 'An unexpected error has occurred.',
};

const UNAVAILABLE_RETRY_SECONDS = 1;
/** Of the path in an answer: input is not echoed at any length. */
const MAX_INSTANCE_LENGTH = 1_000;

interface ProblemContext {
  readonly language: Language;
  readonly instance: string;
  readonly correlationId: string;
}

/** Problem details of an expected failure, or of an unexpected one, which shows a correlation id and nothing else. */
export function problemOf(
  error: DomainError | undefined,
  { language, instance, correlationId }: ProblemContext,
): Problem {
  const { fields = [], pointer, values, extensions } = error?.details ?? {};
  const detail = textOf(error?.texts ?? INTERNAL, language, values);
  const code = error?.code ?? 'internal-error';
  const { status, title } = PROBLEM_KINDS[error?.kind ?? 'internal'];
  return {
    // In front, so that no extension can replace a member of the standard.
    ...extensions,
    type: 'about:blank',
    title: title[language],
    status,
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

/** Answers a request with problem details, or a person with a page that says the same; for the filter and for what fails before Nest sees the request. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  error: DomainError | undefined,
): void {
  const language = languageOf(request.headers['accept-language']);
  const instance = pathOf(request.url).slice(0, MAX_INSTANCE_LENGTH);
  const problem = problemOf(error, { language, instance, correlationId: request.id });
  const retryAfter =
    error?.details.retryAfter ?? (error?.kind === 'unavailable' ? UNAVAILABLE_RETRY_SECONDS : undefined);
  if (retryAfter !== undefined) void reply.header('Retry-After', String(Math.ceil(retryAfter)));
  const isPage = wantsPage(request);
  void reply
    .status(problem.status)
    .header('Content-Type', isPage ? 'text/html; charset=utf-8' : 'application/problem+json')
    .send(isPage ? problemPage(problem, language) : problem);
}
