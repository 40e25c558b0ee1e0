import { shortened } from '../shortened';

/** What somebody typed differently when the same address was registered again. */
export interface Repetition {
  readonly company?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly phone?: string;
  readonly message?: string;
}

const MAX_CHARACTERS = 2_000;

/** One value a line; nothing where all was the same. Anybody may type it, so it has an end. */
export function repetitionText({ company, firstName, lastName, phone, message }: Repetition): string | null {
  const name = [firstName, lastName].filter(Boolean).join(' ');
  const text = [company, name, phone, message].filter(Boolean).join('\n');
  return text ? shortened(text, MAX_CHARACTERS) : null;
}
