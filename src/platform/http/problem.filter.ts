import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../errors';
import { asDomainError } from './failures';
import { sendProblem } from './problem.writer';

/** The one place where failures become RFC 9457 problem details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = asDomainError(exception);
    const correlationId = request.id;
    if (!error) this.log.error({ correlationId, err: exception });
    // The cause, e.g. which timeout it was, is for the operator only.
    else if (error.kind === 'unavailable' && !(exception instanceof DomainError)) {
      this.log.warn({ correlationId, err: exception });
    }
    // An answer that is under way, e.g. a stream that broke, cannot be replaced any more.
    if (!reply.raw.headersSent) sendProblem(request, reply, error);
  }
}
