import { isURL } from 'class-validator';
import type { Texts } from '../../platform/errors';
import { isMailbox, mailboxForm, MANY_LINES, ONE_LINE } from '../../platform/http/validation/text-rules';
import { validationMessage } from '../../platform/http/validation/texts';
import { manyLines, oneLine } from '../../platform/text/normal-text';
import { hasInvisible } from '../../platform/text/visible';
import { BadCell, type CellType } from './cell-type';

interface TextOptions {
  readonly max: number;
  readonly min?: number;
  /** Line breaks allowed. */
  readonly lines?: boolean;
  readonly pattern?: RegExp;
  readonly description?: Texts;
}

/** By the same rules as fields of JSON bodies: see platform/http/validation/fields.ts. */
export function text(options: TextOptions): CellType<string> {
  const { max, min = 1, lines, pattern } = options;
  return {
    sql: 'text',
    description: options.description ?? {
      de: `Text, höchstens ${max} Zeichen${lines ? ', auch mehrzeilig' : ''}`,
      en: `text of at most ${max} characters${lines ? ', also of several lines' : ''}`,
    },
    read: (cell) => {
      const value = lines ? manyLines(cell) : oneLine(cell);
      if (!(lines ? MANY_LINES : ONE_LINE).test(value)) return cellError('matches');
      if (!lines && hasInvisible(value)) return cellError('isVisible');
      if (value.length < min || value.length > max) return cellError('isLength', { min, max });
      return !pattern || pattern.test(value) ? value : cellError('matches');
    },
    write: String,
  };
}

export function emailAddress(): CellType<string> {
  return restricted({ de: 'E-Mail-Adresse', en: 'e-mail address' }, 254, (value) =>
    isMailbox(value) ? mailboxForm(value) : cellError('isEmail'),
  );
}

export function webAddress(): CellType<string> {
  return restricted({ de: 'Adresse mit https://', en: 'address with https://' }, 500, (value) =>
    isURL(value, { protocols: ['https', 'http'], require_protocol: true, require_tld: false })
      ? value
      : cellError('isUrl'),
  );
}

/** One line of text with a rule of its own. */
function restricted(
  description: Texts,
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
export function cellError(constraint: string, values?: BadCell['values']): BadCell {
  const { code, texts } = validationMessage(constraint);
  return new BadCell(code, texts, values);
}
