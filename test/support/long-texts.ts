import { randomBytes } from 'node:crypto';
import type { Operation } from './operations';

/** Every text of the body that may be long, told apart by its end. */
export function longTextsOf({ bodySchema }: Operation, filler: string): Record<string, string> {
  const texts = Object.entries(bodySchema?.properties ?? {}).filter(
    ([, { type, format, enum: values, maxLength = 0 }]) =>
      type === 'string' && !format && !values && maxLength >= 30,
  );
  return Object.fromEntries(
    texts.map(([name, { maxLength = 0 }]) => {
      const end = randomBytes(4).toString('hex');
      const most = Math.min(maxLength, 400) - end.length;
      return [name, filler.repeat(Math.floor(most / filler.length)) + end];
    }),
  );
}
