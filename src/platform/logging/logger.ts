import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Level, type Logger, pino } from 'pino';
import type { Config } from '../../config/config';
import { currentContext } from '../context/context';
import { describeError } from './describe-error';

/** Nest's logger and ours: JSON lines in production, readable ones elsewhere, each with the context it was written in. */
export class PortalLogger implements LoggerService {
  private readonly target: Logger;

  constructor({ environment, logLevel }: Pick<Config, 'environment' | 'logLevel'>) {
    this.target = pino(
      {
        level: logLevel,
        base: undefined,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (level) => ({ level }) },
        mixin: contextFields,
        serializers: { err: describeError },
      },
      environment === 'production' ? pino.destination({ sync: true }) : readable(process.stdout),
    );
  }

  log(message: unknown, ...parameters: unknown[]): void {
    this.write('info', message, parameters);
  }

  error(message: unknown, ...parameters: unknown[]): void {
    this.write('error', message, parameters);
  }

  warn(message: unknown, ...parameters: unknown[]): void {
    this.write('warn', message, parameters);
  }

  debug(message: unknown, ...parameters: unknown[]): void {
    this.write('debug', message, parameters);
  }

  verbose(message: unknown, ...parameters: unknown[]): void {
    this.write('trace', message, parameters);
  }

  fatal(message: unknown, ...parameters: unknown[]): void {
    this.write('fatal', message, parameters);
  }

  /** Nest puts the name of the writing class last and, for errors, a stack before it. */
  private write(level: Level, message: unknown, parameters: readonly unknown[]): void {
    const texts = parameters.filter((parameter) => typeof parameter === 'string');
    const error = [message, ...parameters].find((parameter) => parameter instanceof Error);
    const stack = texts.find((text) => text.includes('\n'));
    const fields = {
      context: texts.findLast((text) => !text.includes('\n')),
      ...(typeof message === 'object' && !(message instanceof Error) && message),
      ...(error && { err: error }),
      ...(!error && stack !== undefined && { stack }),
    };
    if (typeof message === 'string') this.target[level](fields, message);
    else this.target[level](fields);
  }
}

function contextFields(): object {
  const context = currentContext();
  if (!context) return {};
  const { correlationId, actor } = context;
  return { correlationId, tenantId: actor?.tenantId, actorId: actor?.id };
}

/** One line for people, then the stack where there is one. */
function readable(output: NodeJS.WritableStream): DestinationStream {
  return {
    write: (line) => {
      const { time, level, context, msg, err, stack, ...rest } = JSON.parse(line) as Record<string, unknown>;
      const { stack: trace = stack, ...error } = (err ?? {}) as Record<string, unknown>;
      const fields = Object.entries({ ...rest, ...error }).map(([name, value]) =>
        typeof value === 'string' ? `${name}=${value}` : `${name}=${JSON.stringify(value)}`,
      );
      const head = [
        String(time).slice(11, 23),
        String(level).toUpperCase(),
        context && `[${context as string}]`,
        msg,
      ];
      const text = [...head, ...fields].filter(Boolean).join(' ');
      output.write(`${text}\n${typeof trace === 'string' && trace ? `${trace}\n` : ''}`);
    },
  };
}
