import { DomainError, textOf } from '../platform/errors';
import { explainFailure } from '../startup/failure';

/** What the operator reads where a command went wrong: stack traces are of no use at a terminal. */
export function explain(error: unknown): string {
  if (error instanceof DomainError) {
    const { texts, details } = error;
    const fields = details.fields?.map(
      (field) => `--${field.pointer.slice(1)}: ${textOf(field.texts, 'en')}`,
    );
    return fields?.join('\n') ?? textOf(texts, 'en', details.values);
  }
  const failure = explainFailure(error);
  if (typeof failure === 'string') return failure;
  const { message } = failure instanceof Error ? failure : { message: String(failure) };
  return `The command failed: ${message.split('\n', 1)[0]}`;
}
