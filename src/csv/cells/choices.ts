import { comparisonKey } from '../../platform/text/comparison-key';
import { BadCell, type CellType } from './cell-type';
import { cellError } from './texts';

const NO_YES = {
  de: 'Bitte geben Sie „ja“ oder „nein“ an.',
  en: 'Please give "ja" or "nein" (yes or no).',
};
const YES = ['ja', 'j', 'yes', 'y', 'true', 'wahr', '1', 'x'];
const NO = ['nein', 'n', 'no', 'false', 'falsch', '0'];

export function yesNo(): CellType<boolean> {
  return {
    sql: 'boolean',
    description: { de: '`ja` oder `nein` (auch 1/0, x)', en: '`ja` or `nein` (also yes/no, 1/0, x)' },
    read: (text) => {
      const word = comparisonKey(text);
      if (YES.includes(word)) return true;
      return NO.includes(word) ? false : new BadCell('yes-no', NO_YES);
    },
    write: (value) => (value ? 'ja' : 'nein'),
  };
}

/** One of some values, each with the German label that exports show; imports take both. */
export function choice<Value extends string>(labels: Readonly<Record<Value, string>>): CellType<Value> {
  const entries = Object.entries<string>(labels) as [Value, string][];
  const known = new Map(
    entries.flatMap(([value, label]) => [value, label].map((name) => [fold(name), value])),
  );
  const values = entries.map(([, label]) => label).join(', ');
  return {
    sql: 'text',
    description: { de: `eines von: ${values}`, en: `one of: ${values}` },
    read: (text) => known.get(fold(text)) ?? cellError('isIn', { values }),
    write: (value) => labels[value],
  };
}

function fold(text: string): string {
  return comparisonKey(text).replace(/[ _-]+/g, ' ');
}
