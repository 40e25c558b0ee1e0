import { isEmail, isURL } from 'class-validator';
import { complaintAbout } from '../../http/validation/texts';
import { BadCell, type CellType } from './cell-type';

// The same rules as for fields of JSON bodies: see platform/http/validation/fields.ts.
const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u;
const MANY_LINES = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;

interface TextOptions {
  readonly max: number;
  readonly min?: number;
  /** Line breaks allowed. */
  readonly lines?: boolean;
  readonly pattern?: RegExp;
  readonly description?: string;
}

export function text(options: TextOptions): CellType<string> {
  const { max, min = 1, lines, pattern } = options;
  return {
    sql: 'text',
    description: options.description ?? `Text, höchstens ${max} Zeichen${lines ? ', auch mehrzeilig' : ''}`,
    read: (value) => {
      if (!(lines ? MANY_LINES : ONE_LINE).test(value)) return complaint('matches');
      if (value.length < min || value.length > max) return complaint('isLength', { min, max });
      return !pattern || pattern.test(value) ? value : complaint('matches');
    },
    write: String,
  };
}

export function emailAddress(): CellType<string> {
  return restricted('E-Mail-Adresse', 254, (value) =>
    isEmail(value, { allow_utf8_local_part: false }) ? value : complaint('isEmail'),
  );
}

export function webAddress(): CellType<string> {
  return restricted('Adresse mit https://', 500, (value) =>
    isURL(value, { protocols: ['https', 'http'], require_protocol: true, require_tld: false })
      ? value
      : complaint('isUrl'),
  );
}

/** One line of text with a rule of its own. */
function restricted(
  description: string,
  max: number,
  check: (value: string) => string | BadCell,
): CellType<string> {
  const type = text({ max, description });
  const read = (value: string): string | BadCell => {
    const taken = type.read(value);
    return taken instanceof BadCell ? taken : check(taken);
  };
  return { ...type, read };
}

/** What readers of forms are told, too. */
export function complaint(constraint: string, values?: BadCell['values']): BadCell {
  const { code, texts } = complaintAbout(constraint);
  return new BadCell(code, texts, values);
}
