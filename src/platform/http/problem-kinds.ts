import type { ErrorKind, Texts } from '../errors';

interface ProblemKind {
  readonly status: number;
  /** Short, for people; the same for every problem of the kind. */
  readonly title: Texts;
}

/** How each kind of failure is answered over HTTP; `internal` is an unexpected one. */
export const PROBLEM_KINDS: Readonly<Record<ErrorKind | 'internal', ProblemKind>> = {
  malformed: { status: 400, title: { de: 'Anfrage nicht lesbar', en: 'Request not readable' } },
  unauthenticated: { status: 401, title: { de: 'Anmeldung nötig', en: 'Login required' } },
  forbidden: { status: 403, title: { de: 'Nicht erlaubt', en: 'Not allowed' } },
  notFound: { status: 404, title: { de: 'Nicht gefunden', en: 'Not found' } },
  timedOut: { status: 408, title: { de: 'Zeit überschritten', en: 'Timed out' } },
  conflict: {
    status: 409,
    title: { de: 'Im jetzigen Stand nicht möglich', en: 'Not possible in this state' },
  },
  stale: { status: 412, title: { de: 'Inzwischen geändert', en: 'Changed meanwhile' } },
  tooLarge: { status: 413, title: { de: 'Zu groß', en: 'Too large' } },
  unsupportedType: { status: 415, title: { de: 'Format nicht unterstützt', en: 'Format not supported' } },
  rule: { status: 422, title: { de: 'Angaben nicht möglich', en: 'Input not accepted' } },
  preconditionRequired: {
    status: 428,
    title: { de: 'Gelesener Stand fehlt', en: 'Version that was read is missing' },
  },
  tooMany: { status: 429, title: { de: 'Zu viele Anfragen', en: 'Too many requests' } },
  internal: { status: 500, title: { de: 'Unerwarteter Fehler', en: 'Unexpected failure' } },
  unavailable: { status: 503, title: { de: 'Gerade nicht verfügbar', en: 'Not available right now' } },
};
