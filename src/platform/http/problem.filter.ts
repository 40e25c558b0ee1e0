import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, textOf } from '../errors';
import { languageOf } from './language';
import { STATUS_OF } from './problem-status';
import {
  forbidden,
  malformed,
  notFound,
  payloadTooLarge,
  unavailable,
  unsupportedMediaType,
} from './http.errors';

const INTERNAL = {
  de: 'Ein unerwarteter Fehler ist aufgetreten.',
  en: 'An unexpected error has occurred.',
};

/** The one place where failures become RFC 9457 problem details. Unknown ones show a correlation id and nothing else. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = exception instanceof DomainError ? exception : expected(exception);
    const language = languageOf(request.headers['accept-language']);
    const status = error ? STATUS_OF[error.kind] : 500;
    if (!error) this.log.error({ correlationId: request.id, stack: (exception as Error | undefined)?.stack });
    if (error?.kind === 'unavailable') void reply.header('Retry-After', '1');
    void reply
      .status(status)
      .header('Content-Type', 'application/problem+json')
      .send({
        type: 'about:blank',
        title: error?.code ?? 'internal-error',
        status,
        detail: textOf(error?.texts ?? INTERNAL, language, error?.details.values),
        instance: request.url.split('?')[0],
        code: error?.code ?? 'internal-error',
        errors: (error?.details.fields ?? []).map(({ pointer, code, texts }) => ({
          pointer,
          code,
          detail: textOf(texts, language),
        })),
        correlationId: request.id,
      });
  }
}

/** Failures that Nest, Fastify and the database driver report in their own ways. */
function expected(exception: unknown): DomainError | undefined {
  const { statusCode, code = '' } = exception as { statusCode?: number; code?: string };
  const status = exception instanceof HttpException ? exception.getStatus() : statusCode;
  if (status === 400) return malformed();
  if (status === 403) return forbidden();
  if (status === 404) return notFound();
  if (status === 413) return payloadTooLarge();
  if (status === 415) return unsupportedMediaType();
  const databaseAway =
    /^(08|53|57P)|^ECONN|^CONNECTION/.test(code) || String(exception).includes('timeout exceeded');
  return databaseAway ? unavailable() : undefined;
}
