import type { Language } from '../context/context';

/** What went wrong, in the words of the domain; how that is answered over HTTP is decided in one filter. */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'timedOut'
  | 'conflict'
  | 'stale'
  | 'rule'
  | 'preconditionRequired'
  | 'tooLarge'
  | 'unsupportedType'
  | 'tooMany'
  | 'unavailable';

export type Texts = Readonly<Record<Language, string>>;

/** What stands in place of `{name}` in a text; a word that differs between the languages comes in all of them. */
export type TextValues = Readonly<Record<string, string | number | Texts>>;

/** One field that is at fault. */
export interface FieldError {
  /** JSON pointer into the body, or the name of a query parameter behind `?`. */
  readonly pointer: string;
  readonly code: string;
  readonly texts: Texts;
  /** Further members of the entry, e.g. where in a file. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface ErrorDetails {
  /** JSON pointer to the one field at fault. */
  readonly pointer?: string;
  readonly fields?: readonly FieldError[];
  /** Values for `{name}` in the texts. */
  readonly values?: TextValues;
  /** Seconds after which a retry makes sense. */
  readonly retryAfter?: number;
  /** Further members of the problem document, e.g. what changed meanwhile. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An expected failure with a stable code and words for the person who reads it. */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly texts: Texts,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
  }
}

/** Makes the error; carries its kind and code, so that the document can name them. */
export interface ErrorFactory {
  (details?: ErrorDetails): DomainError;
  readonly kind: ErrorKind;
  readonly code: string;
}

/** Declares an error once, where its rule lives: `throw ticketClosed()`. */
export function defineError(kind: ErrorKind, code: string, texts: Texts): ErrorFactory {
  const make = (details?: ErrorDetails): DomainError => new DomainError(kind, code, texts, details);
  return Object.assign(make, { kind, code });
}

/** The text in the reader's language with its `{values}` filled in. */
export function textOf(texts: Texts, language: Language, values: TextValues = {}): string {
  return texts[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name] ?? placeholder;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
