const FRAME = /^\s+at /;

/** What of an error may be logged. */
export interface ErrorDescription {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  /** SQL state or system error. */
  readonly code?: string;
  readonly constraint?: string;
  readonly cause?: ErrorDescription;
}

/**
 * Errors of the database carry the statement's parameters and the row ("detail"), which are personal data: only named
 * members are taken. Messages about a value (class 22) quote it and are replaced by their code.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'Something other than an Error was thrown.' };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const quotesValue = typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
  const message = quotesValue ? `data exception ${code}` : error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => FRAME.test(line));
  return {
    type: error.constructor.name,
    message,
    stack: frames.join('\n'),
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  };
}
