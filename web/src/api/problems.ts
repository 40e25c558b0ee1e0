/** An error of one field of the body. */
export interface FieldError {
  /** JSON pointer into the body, e.g. `/email`. */
  readonly pointer: string;
  readonly detail: string;
}

/** What the API answered in place of what was asked for (RFC 9457). Its texts are for people, in their language. */
export class Problem extends Error {
  readonly code: string;
  readonly detail: string;
  readonly fields: readonly FieldError[];

  /** @param body the whole document: some problems say more, e.g. what has changed */
  constructor(
    readonly status: number,
    readonly body: { code?: string; detail?: string; title?: string; errors?: readonly FieldError[] },
  ) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.code = body.code ?? '';
    this.detail = this.message;
    this.fields = body.errors ?? [];
  }
}

/** No answer at all. */
export class Unreachable extends Error {}

export function isProblem(error: unknown, status: number): error is Problem {
  return error instanceof Problem && error.status === status;
}
