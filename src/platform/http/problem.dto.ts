/** One field that is at fault. */
export class FieldProblem {
  /** JSON pointer into the body, or the name of a query parameter. */
  pointer: string;
  /** Stable, for machines. */
  code: string;
  /** In the reader's language. */
  detail: string;
}

/** RFC 9457 problem details. */
export class Problem {
  type: string;
  /** Short, for people, in the language of Accept-Language; the same for every problem of the kind. */
  title: string;
  /** The HTTP status again. */
  status: number;
  /** In the language of Accept-Language. */
  detail: string;
  /** Path of the request; its first 1,000 characters. */
  instance: string;
  /** Stable, for machines. */
  code: string;
  errors: FieldProblem[];
  /** To be named to support. */
  correlationId: string;
}
