import { shortened } from '../shortened';
import type { SentOrder, SentRegistration } from './payload';

const MOST_LINES = 3;
const MOST_CHARACTERS = 200;

/** E.g. `2 × Toner schwarz (Drucker Empfang), 1 × Trommel, …`: the same in every language. */
export function summaryOfOrder({ lines }: Pick<SentOrder, 'lines'>): string {
  const shown = lines.slice(0, MOST_LINES).map(({ quantity, name, printer }) => {
    return `${quantity} × ${name}${printer ? ` (${printer.name})` : ''}`;
  });
  return shortened([...shown, ...(lines.length > MOST_LINES ? ['…'] : [])].join(', '), MOST_CHARACTERS);
}

export function summaryOfRegistration({ company, firstName, lastName, email }: SentRegistration): string {
  return shortened(
    [company, [firstName, lastName].filter(Boolean).join(' '), email].join(' · '),
    MOST_CHARACTERS,
  );
}
